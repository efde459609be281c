//! The body map: both legs, front and back, with the zones as a list; or the
//! same in words.

mod figure;
mod list;
mod pen;
mod scene;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::app::Hits;
use crate::body::{FIGURES, Grid, Leg, View, atlas};
use figure::Figure;
pub use figure::shades;
use list::{beside, bold, paragraph, words};
use pen::{Line, cut};
pub use scene::Scene;
use scene::Sight;

/// Columns of the list beside the picture: at least, and at best.
const LIST: (u16, u16) = (22, 38);
/// Columns between front and back.
const APART: u16 = 2;

/// A picture that fits: which drawing, and which legs from which side.
struct Picture<'p> {
    grid: &'p Grid,
    figures: Vec<(View, Leg)>,
    /// Rows above the drawing for its captions.
    captions: u16,
}

impl Picture<'_> {
    fn width(&self) -> u16 {
        let legs = u16::try_from(self.figures.len() * (self.grid.width() + 1)).unwrap_or(u16::MAX);
        let gaps = if self.figures.len() > 2 { APART } else { 0 };
        legs.saturating_add(gaps).saturating_sub(1)
    }

    fn height(&self) -> u16 {
        let rows = u16::try_from(self.grid.height() / 2).unwrap_or(u16::MAX);
        rows.saturating_add(self.captions)
    }
}

/// Draws the map and says where everything is.
pub fn draw(scene: Scene<'_>, area: Rect, buffer: &mut Buffer, hits: &mut Hits) {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    let sight = Sight::new(scene);
    for position in area.positions() {
        if let Some(cell) = buffer.cell_mut(position) {
            cell.set_symbol(" ").set_style(scene.theme.text);
        }
    }
    match picture(&sight, area) {
        Some(picture) if !scene.map.words => with_picture(&sight, &picture, area, buffer, hits),
        _ => in_words(&sight, area, buffer, hits),
    }
}

/// The best picture for an area, or none where only words fit.
fn picture<'p>(sight: &Sight<'_>, area: Rect) -> Option<Picture<'p>> {
    let all = FIGURES.to_vec();
    let pair = Leg::BOTH.map(|leg| (sight.scene.map.at.view, leg)).to_vec();
    let [large, medium, small] = atlas().grids.as_slice() else {
        return None;
    };
    [
        (large, &all, 2),
        (medium, &all, 2),
        (large, &pair, 2),
        (medium, &pair, 2),
        (medium, &pair, 0),
        (small, &pair, 0),
    ]
    .into_iter()
    .map(|(grid, figures, captions)| Picture {
        grid,
        figures: figures.clone(),
        captions,
    })
    .find(|picture| {
        let rows = picture.height() + if picture.captions > 0 { 2 } else { 1 };
        rows <= area.height && picture.width() + LIST.0 + 2 <= area.width
    })
}

/// Title on the left, what is lit on the right, a rule below.
fn title(sight: &Sight<'_>, area: Rect, ruled: bool, buffer: &mut Buffer) {
    let theme = sight.scene.theme;
    let mut line = Line::new(area, 0);
    line.write(buffer, " ", theme.text)
        .write(buffer, &sight.say("body-title"), theme.title);
    let room = line.room().saturating_sub(4);
    let lit = lit(sight, room);
    let before = line.room().saturating_sub(lit.width() + 1);
    line.skip(before).write(buffer, &lit, theme.quiet);
    if ruled {
        let rule = if sight.scene.ascii { "-" } else { "─" };
        let inner = Rect {
            x: area.x + 1,
            width: area.width.saturating_sub(2),
            ..area
        };
        Line::new(inner, 1).fill(buffer, rule, theme.rule);
    }
}

/// Whose territory is lit, in so many columns.
fn lit(sight: &Sight<'_>, columns: usize) -> String {
    let Some(cause) = sight.cause_name() else {
        return String::new();
    };
    let places = [("sign", sight.hatch()), ("cause", cause)];
    let long = sight.with("body-lit", &places);
    if long.width() <= columns {
        long
    } else {
        let short = sight.with("body-lit-short", &places);
        cut(&short, columns, sight.more())
    }
}

/// One line above the small picture: what is lit or the title, the side, and
/// which leg is which.
fn small_title(sight: &Sight<'_>, area: Rect, picture: Rect, buffer: &mut Buffer) {
    let theme = sight.scene.theme;
    let mut line = Line::new(area, 0);
    let room = usize::from(area.width.saturating_sub(picture.width + 2));
    let lit = lit(sight, room);
    line.write(buffer, " ", theme.text);
    if lit.is_empty() {
        let title = cut(&sight.say("body-title"), room, sight.more());
        line.write(buffer, &title, theme.title);
    } else {
        line.write(buffer, &lit, theme.quiet);
    }
    let half = picture.width.div_ceil(2);
    let view = match sight.scene.map.at.view {
        View::Front => "body-front-short",
        View::Back => "body-back-short",
    };
    for (leg, x) in Leg::BOTH.into_iter().zip([picture.x, picture.x + half]) {
        let chosen = sight.scene.map.at.leg == leg;
        let style = if chosen { theme.title } else { theme.quiet };
        let over = Rect {
            x,
            width: half.saturating_sub(1),
            ..picture
        };
        let letter = sight.leg_words(leg, "-letter");
        centred(&letter, over, style, buffer, sight.more());
    }
    let middle = Rect {
        x: picture.x + 4,
        width: picture.width.saturating_sub(8),
        ..picture
    };
    centred(&sight.say(view), middle, theme.quiet, buffer, "");
}

fn with_picture(
    sight: &Sight<'_>,
    picture: &Picture<'_>,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) {
    let small = picture.captions == 0;
    let head = if small { 1 } else { 2 };
    let wide = area.width.saturating_sub(picture.width() + 2);
    let list = Rect {
        width: wide.min(LIST.1),
        y: area.y + head,
        height: area.height.saturating_sub(2),
        ..area
    };
    // The picture stands in the middle of what the list leaves.
    let beside_list = area.width.saturating_sub(list.width + picture.width()) / 2;
    let left = area.x + list.width + beside_list;
    let spare = list.height.saturating_sub(picture.height()) / 3;
    let top = if small { list.y } else { list.y + spare };
    figures(sight, picture, (left, top), area, buffer, hits);
    if small {
        let over = Rect::new(left, area.y, picture.width(), 1);
        small_title(sight, area, over, buffer);
        beside(sight, list, buffer, hits);
        // The last line is the list's alone where the picture reaches it.
        let foot = if top + picture.height() < area.bottom() {
            area
        } else {
            Rect {
                width: list.width,
                ..area
            }
        };
        small_legend(sight, foot, buffer);
        return;
    }
    title(sight, area, true, buffer);
    let rows = u16::try_from(atlas().listed().len() + 1).unwrap_or(u16::MAX);
    let rows = rows.min(list.height.saturating_sub(3));
    beside(
        sight,
        Rect {
            height: rows,
            ..list
        },
        buffer,
        hits,
    );
    let foot = Rect {
        x: list.x + 1,
        y: list.y + rows,
        width: list.width.saturating_sub(1),
        height: list.height.saturating_sub(rows),
    };
    let gap = u16::from(foot.height > 5);
    legend(sight, foot, gap, buffer);
}

/// What is under the cursor, and the territory of the cause.
fn legend(sight: &Sight<'_>, area: Rect, mut down: u16, buffer: &mut Buffer) {
    let theme = sight.scene.theme;
    let more = sight.more();
    let name = sight.zone_name(sight.scene.map.at.zone);
    down = paragraph(area, down, &name, (bold(theme.text), more), buffer);
    let mut lines = sight.legend();
    if area.height < 10 && !lines.is_empty() {
        // The marks of the list say it too.
        lines.remove(0);
    }
    for line in lines {
        down = paragraph(area, down, &line, (theme.text, more), buffer);
    }
    let Some(text) = sight.territory() else {
        return;
    };
    let rows = textwrap::wrap(&text, usize::from(area.width.max(1))).len();
    let room = usize::from(area.height.saturating_sub(down));
    if rows <= room {
        let gap = u16::from(rows < room);
        paragraph(area, down + gap, &text, (theme.quiet, more), buffer);
    } else {
        // The picture and the list show the places; what they cannot show stays.
        paragraph(area, down, &sight.notes(), (theme.quiet, more), buffer);
    }
}

/// One line: what feels in the zone under the cursor.
fn small_legend(sight: &Sight<'_>, area: Rect, buffer: &mut Buffer) {
    let style = sight.scene.theme.quiet;
    let mut line = Line::new(area, area.height.saturating_sub(1));
    line.write(buffer, " ", style);
    let text = cut(&sight.roots_and_nerves(), line.room(), sight.more());
    line.write(buffer, &text, style);
}

fn figures(
    sight: &Sight<'_>,
    picture: &Picture<'_>,
    (left, top): (u16, u16),
    clip: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) {
    let theme = sight.scene.theme;
    let width = u16::try_from(picture.grid.width()).unwrap_or(u16::MAX);
    let mut column = left;
    for (nth, &(view, leg)) in picture.figures.iter().enumerate() {
        if nth == 2 {
            column = column.saturating_add(APART);
        }
        if picture.captions > 0 {
            if leg == Leg::Left {
                let pair = Rect::new(column, top, width * 2 + 1, 1).intersection(clip);
                let key = match view {
                    View::Front => "body-front",
                    View::Back => "body-back",
                };
                centred(&sight.say(key), pair, theme.title, buffer, sight.more());
            }
            let under = Rect::new(column, top + 1, width, 1).intersection(clip);
            let chosen = sight.scene.map.at.leg == leg;
            let style = if chosen { theme.text } else { theme.quiet };
            let style = if chosen { bold(style) } else { style };
            let name = sight.leg_words(leg, "");
            centred(&name, under, style, buffer, sight.more());
        }
        Figure {
            sight,
            grid: picture.grid,
            view,
            leg,
            at: (column, top.saturating_add(picture.captions)),
            clip,
            anchors: Vec::new(),
        }
        .draw(buffer, hits);
        column = column.saturating_add(width + 1);
    }
}

fn centred(text: &str, area: Rect, style: ratatui::style::Style, buffer: &mut Buffer, more: &str) {
    let text = cut(text, usize::from(area.width), more);
    let before = usize::from(area.width).saturating_sub(text.width()) / 2;
    let mut line = Line::new(area, 0);
    line.skip(before).write(buffer, &text, style);
}

/// The map as a plain list, with everything the picture says.
fn in_words(sight: &Sight<'_>, area: Rect, buffer: &mut Buffer, hits: &mut Hits) {
    let ruled = area.height > 17;
    title(sight, area, ruled, buffer);
    let head = 1 + u16::from(ruled);
    let body = Rect {
        y: area.y + head.min(area.height),
        height: area.height.saturating_sub(head),
        ..area
    };
    let inner = Rect {
        x: body.x + u16::from(body.width > 0),
        width: body.width.saturating_sub(2),
        ..body
    };
    let mut texts = if body.height < 13 {
        let line = sight.roots_and_nerves();
        vec![cut(&line, usize::from(inner.width), sight.more())]
    } else {
        // The first line is the mark, which the row itself says here.
        sight.legend().into_iter().skip(1).collect()
    };
    texts.extend(sight.territory());
    let wrapped: usize = texts
        .iter()
        .map(|text| textwrap::wrap(text, usize::from(inner.width.max(1))).len())
        .sum();
    let needed = u16::try_from(atlas().listed().len() + 1).unwrap_or(u16::MAX);
    // The list gives way to what is said of its chosen row, down to five rows.
    let wrapped = u16::try_from(wrapped).unwrap_or(u16::MAX);
    let rows = body
        .height
        .saturating_sub(wrapped)
        .max(body.height.min(5))
        .min(needed);
    words(
        sight,
        Rect {
            height: rows,
            ..body
        },
        buffer,
        hits,
    );
    let foot = Rect {
        y: inner.y + rows,
        height: inner.height.saturating_sub(rows),
        ..inner
    };
    let mut down = u16::from(foot.height > wrapped);
    for text in texts {
        down = paragraph(
            foot,
            down,
            &text,
            (sight.scene.theme.text, sight.more()),
            buffer,
        );
    }
}

#[cfg(test)]
mod tests;
