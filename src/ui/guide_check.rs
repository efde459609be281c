//! The self-checks on the screen: text, countdown, a picture where it says
//! more than words, and what to choose.

mod picture;

use ratatui::layout::{Position, Rect};

use super::paint::{Paint, below, columns, row, top, wrap};
use crate::app::guide::check::Given;
use crate::app::guide::{Field, Mark, Row, View, of_row, view, window};
use crate::app::{Hits, State, Target, Window};

/// Rows from which there is room for air.
const AIRY: u16 = 16;
/// The widest column of text that is read with ease.
const WIDEST: u16 = 76;
/// Rows of a list that are always in sight.
const FEWEST_ROWS: usize = 3;

/// Draws a screen of the self-checks into an area.
pub fn draw(state: &State, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) {
    let shown = view(state);
    let look = paint.theme;
    let air = u16::from(area.height >= AIRY);
    let inner = super::guide::inside(area);
    // Where a number is typed on a small screen, the text needs the room.
    let inner = if air == 0 && shown.field.is_some() {
        paint.text(inner.x, inner.y, inner.width, &shown.heading, look.quiet);
        below(inner, 1)
    } else {
        super::guide::frame(state, paint, inner, &shown, hits)
    };
    let mut rest = Rect {
        width: inner.width.min(WIDEST),
        ..inner
    };
    let used = paint.wrapped(rest, &shown.question, look.title);
    rest = below(rest, used + air);
    let choices = room_for_choices(&shown, rest.height);
    let bottom = below(rest, rest.height.saturating_sub(choices));
    let middle = Rect {
        height: rest.height.saturating_sub(choices),
        ..rest
    };
    let drawn = text(state, paint, middle, &shown, hits);
    let mut left = below(middle, drawn);
    if let Some(time) = &shown.time {
        let line = row(left, 0);
        paint.text(line.x, line.y, line.width, time, look.accent);
        left = below(left, 1);
    }
    let pictured = picture::draw(state, paint, left, inner);
    let used = middle.height - left.height + pictured;
    // Few words stay together at the top rather than apart at both ends.
    let top = below(
        rest,
        if pictured > 0 { used } else { used + air }.min(middle.height),
    );
    let choices = Rect {
        height: bottom
            .height
            .max(rest.height.saturating_sub(top.y - rest.y)),
        ..top
    };
    choose(state, paint, choices, &shown, hits);
}

fn room_for_choices(shown: &View, height: u16) -> u16 {
    let rows = if shown.listed {
        shown.rows.len().min(FEWEST_ROWS + usize::from(height / 4))
    } else {
        shown.rows.len()
    };
    let field = if shown.field.is_some() { 3 } else { 0 };
    u16::try_from(rows + field).unwrap_or(u16::MAX).min(height)
}

/// The paragraphs, from the line one has read to. Returns the rows used.
fn text(state: &State, paint: &mut Paint<'_>, area: Rect, shown: &View, hits: &mut Hits) -> u16 {
    let look = paint.theme;
    let reserved = u16::from(shown.time.is_some());
    let room = usize::from(area.height.saturating_sub(reserved));
    let mut lines = Vec::new();
    let airy = area.height >= AIRY / 2;
    for paragraph in &shown.text {
        lines.extend(wrap(paragraph, area.width));
        if airy {
            lines.push(String::new());
        }
    }
    if lines.len() > room {
        lines.retain(|line| !line.is_empty());
    }
    let long = lines.len() > room && !shown.listed;
    let height = if long { room.saturating_sub(1) } else { room };
    let from = if long { state.guide.checks.scroll } else { 0 };
    let from = from.min(lines.len().saturating_sub(1));
    hits.detail = Window {
        top: from,
        height: if long { height } else { lines.len().max(1) },
        rows: lines.len(),
    };
    let mut used = 0;
    for line in lines.iter().skip(from).take(height) {
        let place = row(area, used);
        paint.text(place.x, place.y, place.width, line, look.text);
        used += 1;
    }
    if long {
        let more = format!("{} {}", paint.glyphs.more, paint.say("check-read-on"));
        let place = row(area, used);
        paint.text(place.x, place.y, place.width, &more, look.quiet);
        hits.add(place, Target::Do(crate::keys::Action::PageDown));
        used += 1;
    }
    used
}

/// The number field and the rows.
fn choose(state: &State, paint: &mut Paint<'_>, area: Rect, shown: &View, hits: &mut Hits) {
    let mut rest = area;
    if let Some(field) = &shown.field {
        rest = below(rest, number(paint, rest, field, hits));
    }
    let room = usize::from(rest.height);
    hits.over.height = room;
    let here = state.guide.row;
    let (first, count) = if shown.listed {
        window(state, shown.rows.len(), room)
    } else {
        // Rows that do not fit follow the cursor.
        let count = shown.rows.len().min(room);
        let last = shown.rows.len() - count;
        ((here + 1).saturating_sub(room).min(last), count)
    };
    // In a kiosk rows are for fingers, where there is room.
    let high = match room / count.max(1) {
        high if state.kiosk.is_some() && !shown.listed => high.clamp(1, 3) as u16,
        _ => 1,
    };
    for (at, line) in shown.rows.iter().skip(first).take(count).enumerate() {
        let place = top(below(rest, at as u16 * high), high);
        hits.add(place, Target::Over(first + at));
        let digit = if shown.listed {
            Some(at + 1)
        } else {
            of_row(state, shown, first + at)
        };
        choice(paint, place, line, digit, first + at == here);
        if first + at == here && shown.field.is_none() {
            hits.cursor = Some(Position::new(place.x, place.y));
        }
    }
    let mut rest = below(rest, count as u16 * high);
    if rest.height > 3 {
        let note = shown.rows.get(here).map_or("", |row| row.note.as_str());
        let used = paint.wrapped(below(rest, 1), note, paint.theme.quiet);
        rest = below(rest, used + 2);
    }
    if rest.height > 2 && !shown.below.is_empty() {
        let title = paint.say("check-not-now");
        let line = row(rest, 0);
        paint.text(line.x, line.y, line.width, &title, paint.theme.title);
        rest = below(rest, 1);
        for paragraph in &shown.below {
            let used = paint.wrapped(rest, paragraph, paint.theme.quiet);
            rest = below(rest, used);
        }
    }
}

fn choice(paint: &mut Paint<'_>, place: Rect, line: &Row, digit: Option<usize>, here: bool) {
    let look = paint.theme;
    let glyphs = paint.glyphs;
    let mark = match line.mark {
        Mark::Yes => glyphs.yes,
        Mark::No => glyphs.no,
        Mark::NotSure => glyphs.not_sure,
        Mark::Open => " ",
    };
    let digit = digit.map_or_else(|| " ".to_owned(), |digit| digit.to_string());
    let bar = if here { glyphs.here } else { " " };
    let style = if here { look.selected } else { look.text };
    let text = format!("{bar}{digit} {mark} {}", line.label);
    if here && place.height > 1 {
        paint.tint(place, style);
        for y in place.top()..place.bottom() {
            paint.text(place.x, y, 1, bar, style);
        }
    }
    let place = row(place, place.height.saturating_sub(1) / 2);
    paint.text(place.x, place.y, place.width, &text, style);
}

/// The number field. Returns the rows used.
fn number(paint: &mut Paint<'_>, area: Rect, field: &Field, hits: &mut Hits) -> u16 {
    let look = paint.theme;
    let hint = field.fault.as_ref().unwrap_or(&field.hint);
    let style = if field.fault.is_some() {
        look.marked
    } else {
        look.quiet
    };
    let used = paint.wrapped(top(area, 2), hint, style);
    let line = row(area, used);
    let text = format!("> {}", field.typed);
    paint.text(line.x, line.y, line.width, &text, look.accent);
    hits.cursor = Some(Position::new(line.x + columns(&text), line.y));
    used + 1
}

/// The mark of a toe that was touched.
fn toe_mark(paint: &Paint<'_>, given: Option<Given>) -> &'static str {
    match given {
        Some(Given::Fine) => paint.glyphs.yes,
        Some(Given::Fails) => paint.glyphs.no,
        Some(_) => paint.glyphs.not_sure,
        None => paint.glyphs.open,
    }
}
