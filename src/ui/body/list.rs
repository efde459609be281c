//! The zones as a list: beside the picture, and as its twin in words.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::pen::{Line, cut};
use super::scene::Sight;
use crate::app::{Hits, Target, Window};
use crate::body::{Leg, Spot, atlas};
use unicode_width::UnicodeWidthStr;

/// The list beside the picture, with a heading.
pub(super) fn beside(sight: &Sight<'_>, area: Rect, buffer: &mut Buffer, hits: &mut Hits) {
    let theme = sight.scene.theme;
    let mut heading = Line::new(area, 0);
    heading.write(buffer, " ", theme.quiet);
    for leg in Leg::BOTH {
        let style = if leg == sight.scene.map.at.leg {
            theme.title
        } else {
            theme.quiet
        };
        let letter = sight.leg_words(leg, "-letter");
        heading.field(buffer, &letter, 1, "", style);
        heading.write(buffer, " ", theme.quiet);
    }
    rows(sight, area, buffer, hits, &|line, buffer, zone, style| {
        for leg in Leg::BOTH {
            if sight.scene.map.at
                == (Spot {
                    leg,
                    zone,
                    ..sight.scene.map.at
                })
            {
                line.1 = line.0.column();
            }
            line.0
                .write(buffer, sight.sign(sight.shown.get(leg, zone)), style)
                .write(buffer, " ", style);
        }
        if sight.in_letters() {
            let letter = atlas().grids.first().and_then(|grid| grid.letter(zone));
            let letter = letter.map_or("  ".to_owned(), |letter| {
                if sight.lit.has(zone) {
                    format!("{} ", letter.to_ascii_uppercase())
                } else {
                    format!("{letter} ")
                }
            });
            line.0.write(buffer, &letter, style);
        }
        let room = line.0.room().saturating_sub(2);
        line.0
            .field(buffer, &sight.zone_words(zone), room, sight.more(), style)
            .write(buffer, " ", style)
            .write(
                buffer,
                if sight.lit.has(zone) {
                    sight.hatch()
                } else {
                    " "
                },
                style,
            );
    });
}

/// The map in words: every zone with its mark on each leg, nerve and root.
pub(super) fn words(sight: &Sight<'_>, area: Rect, buffer: &mut Buffer, hits: &mut Hits) {
    let theme = sight.scene.theme;
    let headings = Leg::BOTH.map(|leg| sight.leg_words(leg, "-short"));
    let state = ["body-yes", "body-no", "body-not-sure", "body-open"]
        .map(|key| sight.say(key).width())
        .into_iter()
        .chain(headings.iter().map(|heading| heading.width()))
        .max()
        .unwrap_or(0)
        + 1;
    let room = usize::from(area.width).saturating_sub(2 * state + 1);
    let longest = atlas()
        .listed()
        .into_iter()
        .map(|zone| sight.zone_words(zone).width())
        .max()
        .unwrap_or(0);
    let name = room.min(longest + 3);
    let mut heading = Line::new(area, 0);
    heading.write(buffer, " ", theme.quiet).field(
        buffer,
        &sight.say("body-place"),
        name,
        "",
        theme.quiet,
    );
    for (leg, text) in Leg::BOTH.into_iter().zip(&headings) {
        let style = if leg == sight.scene.map.at.leg {
            theme.title
        } else {
            theme.quiet
        };
        heading.field(buffer, text, state, "", style);
    }
    let feels = sight.say("body-feels");
    let room = heading.room();
    if room > feels.width() {
        heading.write(buffer, &feels, theme.quiet);
    }
    rows(sight, area, buffer, hits, &|line, buffer, zone, style| {
        let words = sight.zone_words(zone);
        let lit = if sight.lit.has(zone) {
            sight.hatch()
        } else {
            " "
        };
        line.0
            .field(buffer, &words, name.saturating_sub(3), sight.more(), style)
            .write(buffer, " ", style)
            .write(buffer, lit, style)
            .write(buffer, " ", style);
        for leg in Leg::BOTH {
            if leg == sight.scene.map.at.leg {
                line.1 = line.0.column();
            }
            let words = sight.mark_words(sight.shown.get(leg, zone));
            line.0.field(buffer, &words, state, sight.more(), style);
        }
        let (nerves, roots) = sight.nerves_and_roots(zone);
        let parts: Vec<String> = [nerves, roots]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        let room = line.0.room();
        if room > feels.width() {
            let text = cut(&parts.join("; "), room, sight.more());
            line.0.write(buffer, &text, style);
        }
    });
}

/// Draws one row: the line with the column of the cursor, the zone, its style.
type DrawRow<'r> = &'r dyn Fn(&mut (Line, u16), &mut Buffer, usize, Style);

/// The rows under a heading: the chosen one with its bar, reversed, and the
/// real cursor on the mark it would change.
fn rows(sight: &Sight<'_>, area: Rect, buffer: &mut Buffer, hits: &mut Hits, draw: DrawRow<'_>) {
    let theme = sight.scene.theme;
    let at = sight.scene.map.at;
    let listed = atlas().listed();
    let height = usize::from(area.height.saturating_sub(1));
    let chosen = listed.iter().position(|&zone| zone == at.zone).unwrap_or(0);
    hits.over = Window::default().showing(chosen, height, listed.len());
    for (down, &zone) in (1u16..).zip(listed.iter().skip(hits.over.top).take(height)) {
        let here = zone == at.zone;
        let style = if here { theme.selected } else { theme.text };
        let mut line = (Line::new(area, down), area.x);
        line.0
            .write(buffer, if here { sight.bar() } else { " " }, theme.text);
        draw(&mut line, buffer, zone, style);
        line.0.fill(buffer, " ", style);
        let row = area.y.saturating_add(down);
        if here && area.width > 0 {
            let column = line.1.min(area.right().saturating_sub(1));
            hits.cursor = Some(Position::new(column, row));
        }
        hits.add(
            Rect::new(area.x, row, area.width, 1),
            Target::Zone(atlas().number(Spot { zone, ..at })),
        );
    }
}

/// Wrapped text from a row on, with `more` at its end where it does not fit;
/// returns the row after it.
pub(super) fn paragraph(
    area: Rect,
    mut down: u16,
    text: &str,
    (style, more): (Style, &str),
    buffer: &mut Buffer,
) -> u16 {
    let columns = usize::from(area.width);
    if columns == 0 {
        return down;
    }
    let lines = textwrap::wrap(text, columns);
    let room = usize::from(area.height.saturating_sub(down));
    for (nth, line) in lines.iter().take(room).enumerate() {
        let text = if nth + 1 == room && lines.len() > room {
            cut(&format!("{line}{}", " ".repeat(columns)), columns, more)
        } else {
            line.to_string()
        };
        // The mark follows the last word, not the blanks.
        let kept = text.strip_suffix(more).map_or(text.clone(), |kept| {
            format!(
                "{}{more}",
                cut(kept.trim_end(), columns.saturating_sub(more.width()), "")
            )
        });
        Line::new(area, down).write(buffer, &kept, style);
        down += 1;
    }
    down
}

/// Bold on top of a style.
pub(super) fn bold(style: Style) -> Style {
    style.add_modifier(Modifier::BOLD)
}
