//! The kiosk on the screen: large, few words, everything by digit or touch.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::guide::inside;
use super::paint::{Paint, below, columns, indent, row, top, wrap};
use crate::app::kiosk::{HandOverRow, Kiosk, MENU, Screen, Slip, hand_over_rows};
use crate::app::{Hits, State, Target, guide};

/// Draws the screen of the kiosk.
pub fn draw(state: &State, kiosk: &Kiosk, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) {
    match &kiosk.screen {
        Screen::Attract => attract(state, kiosk, paint, area, hits),
        Screen::Walk => {
            let last = below(area, area.height.saturating_sub(1));
            let rest = top(area, area.height.saturating_sub(1));
            // Three cells a row where there is room, for fingers and old eyes.
            super::guide::draw(state, paint, rest, super::guide::Sizes { row: 3 }, hits);
            if guide::typing(state) {
                hint(
                    paint,
                    last,
                    ("kiosk-finish-typing", "kiosk-staff-typing"),
                    hits,
                );
            } else {
                always(paint, last, hits);
            }
        }
        Screen::HandOver(slip) => hand_over(state, slip, paint, area, hits),
        Screen::Code => code(state, paint, area, hits),
        Screen::Called => {
            let said = [("kiosk-called", true), ("kiosk-called-text", false)];
            page(state, paint, area, &said, &[]);
            always(paint, below(area, area.height.saturating_sub(1)), hits);
        }
        Screen::StillThere(until, _) => {
            let left = until.saturating_sub(state.now).as_secs().to_string();
            let said = [
                ("kiosk-still-there", true),
                ("kiosk-still-there-text", false),
            ];
            page(state, paint, area, &said, &[("seconds", &left)]);
        }
        Screen::Pin(_) => pin(state, kiosk, paint, area, hits),
        Screen::Menu(at) => menu(*at, paint, area, hits),
        Screen::Told(text) => told(text, paint, area),
        Screen::Paused => page(state, paint, area, &[("kiosk-paused", true)], &[]),
    }
}

/// Widest lines in the middle of a screen, with few words and with many.
const FEW: u16 = 60;
const MANY: u16 = 80;

/// The middle of the screen, with air at its edges.
fn middle(area: Rect, rows: u16, widest: u16) -> Rect {
    let margin = area.width.saturating_sub(widest).max(2) / 2;
    let inner = indent(area, margin);
    let inner = Rect {
        width: inner.width.saturating_sub(margin),
        ..inner
    };
    below(inner, inner.height.saturating_sub(rows) / 2)
}

/// Lines in the middle of the screen.
fn lines(paint: &mut Paint<'_>, area: Rect, said: &[(String, Style)], gap: bool) -> Rect {
    let widest = if gap { FEW } else { MANY };
    let width = middle(area, 0, widest).width;
    let wrapped: Vec<(Vec<String>, Style)> = said
        .iter()
        .map(|(text, style)| (wrap(text, width), *style))
        .collect();
    let text: usize = wrapped.iter().map(|(lines, _)| lines.len()).sum();
    let airy = text + wrapped.len() <= usize::from(area.height);
    let between = u16::from(gap && airy);
    let rows = text as u16 + between * wrapped.len() as u16;
    let mut place = middle(area, rows, widest);
    for (lines, style) in &wrapped {
        for line in lines {
            paint.text(place.x, place.y, place.width, line, *style);
            place = below(place, 1);
        }
        place = below(place, between);
    }
    place
}

fn page(
    state: &State,
    paint: &mut Paint<'_>,
    area: Rect,
    keys: &[(&str, bool)],
    places: &[(&str, &str)],
) {
    let look = paint.theme;
    let said: Vec<(String, Style)> = keys
        .iter()
        .map(|&(key, title)| {
            let style = if title { look.title } else { look.text };
            (state.language.with(key, places), style)
        })
        .collect();
    lines(paint, area, &said, true);
}

fn attract(state: &State, kiosk: &Kiosk, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) {
    let look = paint.theme;
    let number = [("number", state.emergency_number.as_str())];
    // One cell to and fro, so that nothing burns in.
    let shift = if kiosk.rules.shift {
        (kiosk.minute % 4) as u16
    } else {
        0
    };
    let area = Rect {
        x: area.x + shift / 2,
        y: area.y + shift % 2,
        width: area.width.saturating_sub(1),
        height: area.height.saturating_sub(1),
    };
    let stays = kiosk.emergency_until.is_some();
    let mut said = Vec::new();
    if stays {
        let text = state.language.with("kiosk-emergency-stays", &number);
        said.push((text, look.urgent));
    }
    if !kiosk.rules.name.is_empty() {
        said.push((kiosk.rules.name.clone(), look.quiet));
    }
    said.push((paint.say("kiosk-title"), look.title));
    said.push((paint.say("kiosk-what"), look.text));
    said.push((paint.say("kiosk-not"), look.text));
    let language = format!("1  {}", paint.say("kiosk-language"));
    said.push((format!("{} {language}", paint.glyphs.here), look.selected));
    said.push((paint.say("kiosk-begin"), look.accent));
    if !stays {
        let text = state.language.with("kiosk-emergency", &number);
        said.push((text, look.marked));
    }
    said.push((paint.say("kiosk-paper"), look.text));
    lines(paint, area, &said, true);
    // Any key begins and nothing can be chosen, so no cursor blinks here all day.
    hits.add(area, Target::Over(0));
}

/// What can be done on every screen of a visitor.
fn always(paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) {
    hint(paint, area, ("kiosk-finish", "kiosk-staff"), hits);
}

fn hint(paint: &mut Paint<'_>, area: Rect, keys: (&str, &str), hits: &mut Hits) {
    let look = paint.theme;
    let inner = inside(row(area, 0));
    let finish = paint.say(keys.0);
    let used = paint.text(inner.x, inner.y, inner.width, &finish, look.accent);
    hits.add(
        Rect {
            width: used,
            ..inner
        },
        Target::Finish,
    );
    let staff = paint.say(keys.1);
    let width = columns(&staff).min(inner.width.saturating_sub(used + 1));
    let place = Rect {
        x: inner.right().saturating_sub(width),
        width,
        ..inner
    };
    paint.text(place.x, place.y, width, &staff, look.accent);
    hits.add(place, Target::Staff);
}

/// Rows to choose from, three cells high where there is room.
fn choices(paint: &mut Paint<'_>, area: Rect, rows: &[String], at: usize, hits: &mut Hits) {
    let look = paint.theme;
    let count = rows.len().max(1) as u16;
    let height = (area.height / count).clamp(1, 3);
    for (number, text) in rows.iter().enumerate() {
        let place = top(below(area, number as u16 * height), height);
        let here = number == at;
        let style = if here { look.selected } else { look.text };
        let line = row(place, (height - 1) / 2);
        if here {
            paint.tint(place, style);
            paint.text(line.x, line.y, 1, paint.glyphs.here, style);
            hits.cursor = Some(Position::new(line.x, line.y));
        }
        let inner = indent(line, 2);
        let text = format!("{}  {text}", number + 1);
        paint.text(inner.x, inner.y, inner.width, &text, style);
        hits.add(place, Target::Over(number));
    }
}

fn hand_over(state: &State, slip: &Slip, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) {
    let look = paint.theme;
    let inner = inside(area);
    let along = matches!(&state.kiosk, Some(kiosk) if kiosk.rules.print || kiosk.rules.qr);
    let (title, said) = if along {
        ("kiosk-hand-over", "kiosk-hand-over-text")
    } else {
        ("kiosk-hand-over-none", "kiosk-hand-over-none-text")
    };
    let title = paint.say(title);
    paint.text(inner.x, inner.y, inner.width, &title, look.title);
    let text = match slip {
        Slip::None => paint.say(said),
        Slip::Printing(_) => paint.say("kiosk-printing"),
        Slip::Printed => paint.say("kiosk-printed"),
        Slip::Failed(fault) => state
            .language
            .with("kiosk-print-failed", &[("fault", fault)]),
    };
    let style = if matches!(slip, Slip::Failed(_)) {
        look.marked
    } else {
        look.text
    };
    let rest = below(inner, 1 + u16::from(area.height >= 16));
    let used = paint.wrapped(rest, &text, style);
    let rows: Vec<String> = hand_over_rows(state)
        .into_iter()
        .map(|row| {
            paint.say(match row {
                HandOverRow::Print => "kiosk-print",
                HandOverRow::Code => "kiosk-show-code",
                HandOverRow::Back => "kiosk-back-to-result",
                HandOverRow::Finish => "kiosk-finish-row",
            })
        })
        .collect();
    let list = below(rest, used + 1);
    let list = top(list, list.height.saturating_sub(1));
    choices(paint, list, &rows, state.guide.row, hits);
    always(paint, below(area, area.height.saturating_sub(1)), hits);
}

fn code(state: &State, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) {
    let inner = inside(area);
    let picture = top(inner, inner.height.saturating_sub(1));
    super::summary::code(state, paint, picture, hits);
    // Nothing can be chosen here.
    hits.cursor = None;
    let last = below(inner, picture.height);
    let text = paint.say("kiosk-code-close");
    paint.text(last.x, last.y, last.width, &text, paint.theme.accent);
    hits.add(area, Target::Over(0));
}

fn pin(state: &State, kiosk: &Kiosk, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) {
    let Screen::Pin(pin) = &kiosk.screen else {
        return;
    };
    let look = paint.theme;
    let locked = kiosk.lockout.left(state.now);
    let news = match (locked, pin.checking, pin.wrong) {
        (Some(left), _, _) => {
            let seconds = left.as_secs().saturating_add(1).to_string();
            state
                .language
                .with("kiosk-pin-locked", &[("seconds", &seconds)])
        }
        (None, true, _) => paint.say("kiosk-pin-checking"),
        (None, false, true) => paint.say("kiosk-pin-wrong"),
        (None, false, false) => paint.say("kiosk-pin-esc"),
    };
    let typed = "*".repeat(pin.typed.count());
    let said = [
        (paint.say("kiosk-pin"), look.title),
        (format!("{} {typed}", paint.glyphs.here), look.text),
        (news, look.quiet),
    ];
    let end = lines(paint, area, &said, true);
    hits.cursor = Some(Position::new(end.x, end.y.saturating_sub(4).max(area.y)));
}

fn menu(at: usize, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) {
    let look = paint.theme;
    let inner = inside(area);
    let title = paint.say("kiosk-menu");
    paint.text(inner.x, inner.y, inner.width, &title, look.title);
    let rows = MENU.map(|key| paint.say(key));
    choices(paint, below(inner, 2), &rows, at, hits);
}

fn told(text: &str, paint: &mut Paint<'_>, area: Rect) {
    let look = paint.theme;
    let said: Vec<(String, Style)> = text
        .lines()
        .map(|line| (line.to_owned(), look.text))
        .chain([(paint.say("kiosk-told-close"), look.accent)])
        .collect();
    lines(paint, area, &said, false);
}
