//! A question with its answers, or a list to tick.

use ratatui::layout::Rect;
use tui_input::Input;

use super::rows::{self, Shown};
use super::{Sizes, frame};
use crate::app::guide::{self, View, Way};
use crate::app::{Hits, State, Target};
use crate::keys::Action;
use crate::ui::paint::{Paint, below, columns, cut, indent, row, top, wrap};

/// Widest line of running text.
const WIDEST_TEXT: u16 = 76;
/// The numbered ways on below a list, at most.
const WAYS: u16 = 3;
/// Rows from which a list has air around what belongs together.
const ROOMY: u16 = 18;
/// Rows of a list that make way for nothing.
const FEWEST_ROWS: u16 = 4;
/// Lines of a note that rows make way for.
const NOTE: usize = 3;

/// Draws what is asked and what can be chosen.
pub fn draw(
    state: &State,
    paint: &mut Paint<'_>,
    area: Rect,
    view: &View,
    sizes: Sizes,
    hits: &mut Hits,
) {
    let airy = state.size.1 >= frame::AIRY;
    let area = if area.width >= 60 {
        indent(area, 2)
    } else {
        area
    };
    let width = area.width.min(WIDEST_TEXT);
    let question = wrap(&view.question, width);
    let air = u16::from(airy);
    // Where there is little room, what explains the rows goes before air.
    let tight = view.explained() && area.height < ROOMY;
    let above = if tight { 0 } else { air };
    let text: Vec<String> = view.text.iter().flat_map(|it| wrap(it, width)).collect();
    // Tall rows, as long as the question stands there too, and all that explains it.
    let notes = view.rows.iter().filter(|_| view.listed && airy);
    let note = notes.map(|it| wrap(&it.note, width).len() + 1).max();
    let said = (question.len() + text.len() + note.unwrap_or(0)) as u16 + 2 * air;
    let heights = rows::fitted(view, area.width, sizes.row, |heights| {
        said + air + wanted(state, view, heights, airy, tight) <= area.height
    });
    // The question always stands there whole, as long as one answer does too.
    let most = area
        .height
        .saturating_sub(heights.first().copied().unwrap_or(0));
    let mut used = lines(paint, top(area, most), &question, paint.theme.title);
    let left = area.height.saturating_sub(used + above);
    let wanted = wanted(state, view, &heights, airy, tight);
    if text.len() as u16 + air + wanted <= left {
        used += above;
        used += lines(paint, below(area, used), &text, paint.theme.text);
    }
    if let Some(field) = &view.field {
        used += air;
        used += number(state, paint, below(area, used), field, hits);
    }
    let rest = below(area, (used + air).min(area.height.saturating_sub(1)));
    if view.listed {
        list(state, paint, rest, view, &heights, tight, hits);
    } else {
        answers(state, paint, rest, view, &heights, hits);
    }
}

/// Cells that the rows ought to get before explanations do.
fn wanted(state: &State, view: &View, heights: &[u16], airy: bool, tight: bool) -> u16 {
    let rows: u16 = if view.listed {
        let most = guide::digits(state).rows;
        let page = heights.iter().take(if airy { most } else { 4 });
        page.sum::<u16>() + if airy { ways_room(tight) } else { 0 }
    } else {
        heights.iter().sum()
    };
    rows + if view.field.is_some() { 3 } else { 0 }
}

/// Rows the ways on take below a list, with air around them where there is room.
fn ways_room(tight: bool) -> u16 {
    WAYS + if tight { 0 } else { 2 }
}

/// Writes lines. Returns the rows used.
fn lines(paint: &mut Paint<'_>, area: Rect, lines: &[String], style: ratatui::style::Style) -> u16 {
    for (at, text) in lines.iter().enumerate() {
        let line = row(area, at as u16);
        if line.is_empty() {
            return area.height;
        }
        paint.text(line.x, line.y, line.width, text, style);
    }
    lines.len() as u16
}

/// The field a number is typed in. Returns the rows used.
fn number(
    state: &State,
    paint: &mut Paint<'_>,
    area: Rect,
    field: &guide::Field,
    hits: &mut Hits,
) -> u16 {
    let look = paint.theme;
    let (text, style) = match &field.fault {
        Some(fault) => (fault, look.marked),
        None => (&field.hint, look.quiet),
    };
    // A fault takes the place of the hint and moves nothing.
    let room = wrap(&field.hint, area.width).len() as u16;
    let hint = lines(paint, area, &wrap(text, area.width), style).max(room);
    let line = row(area, hint);
    let place = Rect {
        width: line.width.min(16),
        ..line
    };
    paint.tint(place, look.selected);
    let input: &Input = &state.guide.field;
    let at = crate::ui::field(paint, indent(place, 1), input, look.selected);
    if !place.is_empty() {
        hits.cursor = Some(at);
    }
    hint + 1
}

/// One of some answers: all of them where they fit, else those around the cursor.
fn answers(
    state: &State,
    paint: &mut Paint<'_>,
    area: Rect,
    view: &View,
    heights: &[u16],
    hits: &mut Hits,
) {
    let at = state.guide.row.min(view.rows.len().saturating_sub(1));
    let all: u16 = heights.iter().sum();
    let spare = area.height.saturating_sub(all);
    let gap = u16::from(!heights.is_empty() && usize::from(spare) + 1 >= heights.len());
    // What answers nothing stands apart from the answers.
    let acts = |row: &guide::Row| matches!(row.does, guide::Choice::Act(_));
    let apart = view
        .rows
        .iter()
        .position(acts)
        .filter(|at| *at > 0 && gap == 0 && spare > 0);
    let mut first = 0;
    let high = |from: usize| heights.iter().take(at + 1).skip(from).sum::<u16>();
    while all > area.height && first < at && high(first) > area.height {
        first += 1;
    }
    hits.over.height = view.rows.len().max(1);
    let mut used = 0;
    let field = view.field.is_some();
    for (place, it) in view.rows.iter().enumerate().skip(first) {
        used += u16::from(apart == Some(place));
        let high = heights.get(place).copied().unwrap_or(1);
        let spot = top(below(area, used), high);
        if spot.height < high {
            let count = view.rows.len() - place;
            more(paint, area, count);
            break;
        }
        let here = place == at;
        let shown = Shown {
            row: it,
            at: place,
            digit: guide::of_row(state, view, place),
            here,
            cursor: here && !field,
        };
        rows::draw(paint, spot, shown, hits);
        used += high + gap;
    }
}

/// Says at the right of the last line that there are more.
fn more(paint: &mut Paint<'_>, area: Rect, count: usize) {
    let last = row(area, area.height.saturating_sub(1));
    let text = format!("{} {count}", paint.glyphs.more);
    paint.right(last, &text, paint.theme.quiet);
}

/// A list, some rows at a time.
fn list(
    state: &State,
    paint: &mut Paint<'_>,
    area: Rect,
    view: &View,
    heights: &[u16],
    tight: bool,
    hits: &mut Hits,
) {
    let airy = state.size.1 >= frame::AIRY;
    let mut fixed = if airy { ways_room(tight) } else { 0 };
    if airy && tight {
        // The rows make way for what explains them.
        let width = area.width.min(WIDEST_TEXT);
        let notes = view.rows.iter().map(|it| wrap(&it.note, width).len());
        let most = area.height.saturating_sub(fixed + FEWEST_ROWS);
        fixed += (notes.max().unwrap_or(0).min(NOTE) as u16).min(most);
    }
    let room = area.height.saturating_sub(fixed).max(1);
    let size = rows::page_size(heights, room, guide::digits(state).rows);
    hits.over.height = size;
    let (first, count) = guide::window(state, view.rows.len(), size);
    let at = state.guide.row.min(view.rows.len().saturating_sub(1));
    let shown = heights.iter().skip(first).take(count);
    let gap = gap(heights, size, room, ways_room(tight));
    let pages = view.rows.len().div_ceil(size.max(1)).max(1);
    // Every page is as high as the highest, so that nothing below moves.
    let high = page_height(heights, size, gap);
    let mut used = 0;
    for (place, high) in (first..).zip(shown) {
        let Some(it) = view.rows.get(place) else {
            break;
        };
        let here = place == at;
        let shown = Shown {
            row: it,
            at: place,
            digit: Some(place - first + 1),
            here: here && !state.guide.at_no_row(),
            cursor: here,
        };
        rows::draw(paint, top(below(area, used), *high), shown, hits);
        used += high + gap;
    }
    if !airy {
        if pages > 1 {
            let text = format!("{}/{pages}", first / size.max(1) + 1);
            paint.right(row(area, high.saturating_sub(1)), &text, paint.theme.quiet);
        }
        return;
    }
    let rest = below(area, high + u16::from(!tight));
    let used = ways(paint, rest, &guide::ways(state, view, size), hits);
    note(state, paint, below(rest, used), view, at);
}

/// Air between rows where there is room for it, and for a note below them.
fn gap(heights: &[u16], size: usize, room: u16, ways: u16) -> u16 {
    let gapped = page_height(heights, size, 1);
    u16::from(gapped + ways < room)
}

fn page_height(heights: &[u16], size: usize, gap: u16) -> u16 {
    heights
        .chunks(size.max(1))
        .map(|page| page.iter().sum::<u16>() + gap * (page.len() as u16).saturating_sub(1))
        .max()
        .unwrap_or(0)
}

/// The numbered ways on from a list. Returns the rows used.
fn ways(paint: &mut Paint<'_>, area: Rect, ways: &[Way], hits: &mut Hits) -> u16 {
    let look = paint.theme;
    for (at, way) in ways.iter().enumerate() {
        let line = row(area, at as u16);
        paint.text(line.x + 2, line.y, 1, &way.digit.to_string(), look.accent);
        let body = indent(line, rows::PREFIX);
        paint.text(body.x, body.y, body.width, &way.label, look.text);
        hits.add(line, Target::Do(way.does));
    }
    (ways.len() as u16).min(area.height)
}

/// What the row under the cursor means, with air above it where there is room.
/// What does not fit whole says which key tells the rest.
fn note(state: &State, paint: &mut Paint<'_>, area: Rect, view: &View, at: usize) {
    let Some(it) = view.rows.get(at).filter(|it| !it.note.is_empty()) else {
        return;
    };
    let width = area.width.min(WIDEST_TEXT);
    let mut text = if state.guide.at_no_row() {
        wrap(&paint.say("guide-no-row-yet"), width)
    } else {
        wrap(&it.note, width)
    };
    let room = usize::from(area.height);
    if text.len() > room {
        text.truncate(room);
        let key = guide::of_action(state, view, Action::Explain);
        let key = key.map_or_else(
            || state.bindings.shown(Action::Explain),
            |it| it.to_string(),
        );
        let told = format!("{} {key}", paint.glyphs.cut);
        if let Some(last) = text.last_mut() {
            let room = width.saturating_sub(columns(&told) + 1);
            *last = format!("{} {told}", cut(last, room, ""));
        }
    }
    let air = u16::from(room > text.len());
    lines(paint, below(area, air), &text, paint.theme.quiet);
}
