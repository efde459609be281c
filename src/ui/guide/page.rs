//! Something to read that may be longer than the screen: an emergency, the
//! result, an explanation. What can be chosen stands below and never scrolls.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::rows::{self, Shown};
use super::{Sizes, frame};
use crate::app::guide::{self, Choice, Mark, Piece, View};
use crate::app::{Hits, State, Target};
use crate::keys::Action;
use crate::ui::paint::{Paint, below, columns, indent, row, top, wrap};

/// A line of a page: how far in, its words, its look.
struct Line {
    indent: u16,
    text: String,
    style: Style,
    /// What stands at the right end.
    right: String,
}

/// Draws the page.
pub fn draw(
    state: &State,
    paint: &mut Paint<'_>,
    area: Rect,
    view: &View,
    sizes: Sizes,
    hits: &mut Hits,
) {
    let airy = state.size.1 >= frame::AIRY;
    let mut rest = area;
    if view.chapters {
        rest = below(rest, chapters(paint, rest, view, hits) + u16::from(airy));
    }
    if !view.alarm || view.chapters {
        rest = below(rest, question(state, paint, rest, view) + u16::from(airy));
    }
    if airy || !view.chapters {
        let chosen = rows_below(state, paint, rest, view, sizes, hits);
        rest.height = rest.height.saturating_sub(chosen + u16::from(airy));
    }
    let lines = lines(paint, &view.body, rest.width, airy);
    // The last line says that there is more, so no text stands on it.
    let long = lines.len() > usize::from(rest.height);
    let height = usize::from(rest.height.saturating_sub(u16::from(long))).max(1);
    let first = state.guide.scroll.min(lines.len().saturating_sub(height));
    hits.over.top = first;
    hits.over.height = height;
    hits.over.rows = lines.len();
    for (at, line) in lines.iter().skip(first).take(height).enumerate() {
        let place = row(rest, at as u16);
        let used = paint.right(place, &line.right, paint.theme.text);
        let body = indent(place, line.indent);
        let room = body
            .width
            .saturating_sub(if used > 0 { used + 1 } else { 0 });
        paint.text(body.x, body.y, room, &line.text, line.style);
    }
    if long {
        let below_it = lines.len().saturating_sub(first + height);
        let place = row(rest, rest.height.saturating_sub(1));
        scroll_hint(state, paint, place, view, below_it > 0, hits);
    }
}

/// Says how to read on: by a digit in a kiosk, where there may be no arrows.
fn scroll_hint(
    state: &State,
    paint: &mut Paint<'_>,
    place: Rect,
    view: &View,
    down: bool,
    hits: &mut Hits,
) {
    let digit = guide::of_action(state, view, Action::PageDown);
    let digit = digit.filter(|_| state.kiosk.is_some());
    let word = match (down, digit) {
        (true, _) => "guide-scroll",
        (false, None) => "guide-scroll-up",
        (false, Some(_)) => "guide-scroll-again",
    };
    let keys = digit.map_or_else(
        || {
            let shown = [Action::Up, Action::Down].map(|action| state.bindings.shown(action));
            shown.join(" ")
        },
        |digit| digit.to_string(),
    );
    let text = format!("{keys} {}", paint.say(word));
    paint.right(place, &text, paint.theme.accent);
    let deed = if down || digit.is_some() {
        Action::PageDown
    } else {
        Action::PageUp
    };
    hits.add(place, Target::Do(deed));
}

/// The title: of the urgency in its own look. Returns the rows used.
fn question(state: &State, paint: &mut Paint<'_>, area: Rect, view: &View) -> u16 {
    let style = if view.chapters && !state.record.answers().is_empty() {
        paint.theme.urgency(state.assessment.triage.urgency)
    } else {
        paint.theme.title
    };
    paint.wrapped(area, &view.question, style)
}

/// The names of the chapters in a line, or two. Returns the rows used.
fn chapters(paint: &mut Paint<'_>, area: Rect, view: &View, hits: &mut Hits) -> u16 {
    let names = view
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| matches!(row.does, Choice::Chapter(_)));
    let (mut x, mut line) = (area.x, 0);
    for (at, name) in names {
        let here = name.mark == Mark::Yes;
        let text = format!(" {} {} ", at + 1, name.label);
        let wide = columns(&text).min(area.width);
        if x > area.x && x + wide > area.right() {
            (x, line) = (area.x, line + 1);
        }
        let place = row(area, line);
        let style = if here {
            paint.theme.selected
        } else {
            paint.theme.quiet
        };
        paint.text(x, place.y, wide, &text, style);
        if here {
            paint.text(x, place.y, 1, paint.glyphs.here, style);
            hits.cursor = (!place.is_empty()).then_some(Position::new(x, place.y));
        }
        hits.add(
            Rect {
                x,
                width: wide,
                ..place
            },
            Target::Over(at),
        );
        x += wide + 1;
    }
    line + 1
}

/// What can be chosen below the page. Returns the rows used.
fn rows_below(
    state: &State,
    paint: &mut Paint<'_>,
    area: Rect,
    view: &View,
    sizes: Sizes,
    hits: &mut Hits,
) -> u16 {
    let cursor = state.guide.row.min(view.rows.len().saturating_sub(1));
    let shown: Vec<usize> = (0..view.rows.len())
        .filter(|&at| {
            view.rows
                .get(at)
                .is_some_and(|row| !matches!(row.does, Choice::Chapter(_)))
        })
        .collect();
    // Tall, as long as the whole page stands there too or the screen is large.
    let airy = state.size.1 >= frame::AIRY;
    let text = lines(paint, &view.body, area.width, airy).len() as u16;
    let large = match state.size.1 {
        34.. => 3,
        28.. => 2,
        _ => 1,
    };
    let heights = rows::fitted(view, area.width, sizes.row, |heights| {
        let high: u16 = shown.iter().filter_map(|&at| heights.get(at)).sum();
        text + high + u16::from(airy) <= area.height || heights.iter().all(|&high| high <= large)
    });
    let high: u16 = shown.iter().filter_map(|&at| heights.get(at)).sum();
    // At least half of the screen is for the page.
    let room = high.min(area.height / 2);
    let place = below(area, area.height - room);
    let mut used = 0;
    // A cursor on a chapter stands on the first row below.
    let here = shown.iter().copied().find(|&at| at >= cursor);
    for &at in &shown {
        let Some(it) = view.rows.get(at) else {
            continue;
        };
        let high = heights.get(at).copied().unwrap_or(1);
        let spot = top(below(place, used), high);
        let here = Some(at) == here;
        let shown = Shown {
            row: it,
            at,
            digit: guide::of_row(state, view, at),
            here,
            cursor: here,
        };
        if !spot.is_empty() {
            rows::draw(paint, spot, shown, hits);
        }
        used += high;
    }
    room
}

/// A page as lines.
fn lines(paint: &Paint<'_>, pieces: &[Piece], width: u16, airy: bool) -> Vec<Line> {
    let look = paint.theme;
    let mut lines: Vec<Line> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let headed = matches!(piece, Piece::Heading(_) | Piece::Cause { .. });
        let spaced = headed
            || (airy && is_text(piece) && pieces.get(at.wrapping_sub(1)).is_some_and(is_text));
        if spaced && at > 0 {
            lines.push(plain(0, String::new(), look.text));
        }
        match piece {
            Piece::Heading(text) => push(&mut lines, text, (0, 0, ""), look.title, width),
            Piece::Warning(text) => push(&mut lines, text, (0, 2, "! "), look.marked, width),
            Piece::Text(text) => push(&mut lines, text, (0, 0, ""), look.text, width),
            Piece::Quiet(text) => push(&mut lines, text, (0, 0, ""), look.quiet, width),
            Piece::Item(text) => {
                let sign = format!("{} ", paint.glyphs.item);
                push(&mut lines, text, (0, 2, &sign), look.text, width);
            }
            Piece::For(text) => push(&mut lines, text, (2, 2, "+ "), look.text, width),
            Piece::Against(text) => {
                let [_, minus] = paint.glyphs.sign;
                push(
                    &mut lines,
                    text,
                    (2, 2, &format!("{minus} ")),
                    look.text,
                    width,
                );
            }
            Piece::Cause { name, share, about } => {
                cause(paint, &mut lines, width, (name, *share, about));
            }
        }
    }
    lines
}

fn is_text(piece: &Piece) -> bool {
    matches!(piece, Piece::Text(_) | Piece::Warning(_))
}

fn plain(indent: u16, text: String, style: Style) -> Line {
    Line {
        indent,
        text,
        style,
        right: String::new(),
    }
}

/// Adds wrapped text; `sign` stands in front of its first line.
fn push(
    lines: &mut Vec<Line>,
    text: &str,
    (from, hang, sign): (u16, u16, &str),
    style: Style,
    width: u16,
) {
    let room = width.saturating_sub(from + hang);
    for (at, line) in wrap(text, room).into_iter().enumerate() {
        if at == 0 {
            lines.push(plain(from, format!("{sign}{line}"), style));
        } else {
            lines.push(plain(from + hang, line, style));
        }
    }
}

/// The name of a cause, then its bar with the same in words.
fn cause(
    paint: &Paint<'_>,
    lines: &mut Vec<Line>,
    width: u16,
    (name, share, about): (&str, f64, &str),
) {
    let look = paint.theme;
    for line in wrap(name, width) {
        lines.push(plain(0, line, look.title));
    }
    let room = width.saturating_sub(columns(about) + 2);
    lines.push(Line {
        indent: 0,
        text: paint.glyphs.bar(share, room.min(50)),
        style: look.bar,
        right: about.to_owned(),
    });
}
