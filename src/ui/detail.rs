//! The page on the right.

use std::sync::Arc;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::paint::{self, Paint, below, columns, indent, row, wrap};
use crate::app::browse::{Page, Piece, detail, pages};
use crate::app::{Hits, LaidOut, LineLook, PageLine, Pane, State, Target};
use crate::knowledge::Entry;
use crate::report::words::cause_name;

/// Widest running text that is still easy to read.
const EASY_TO_READ: u16 = 76;
/// Columns between two tabs.
const GAP: u16 = 2;

fn plain(text: String, look: LineLook) -> PageLine {
    PageLine {
        indent: 0,
        text,
        look,
        right: None,
        link: None,
    }
}

/// Draws the pane.
pub fn draw(state: &State, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) {
    if area.is_empty() {
        return;
    }
    hits.add(area, Target::Pane(Pane::Detail));
    let page = detail::current(state);
    let focused = state.browse.pane == Pane::Detail;
    let area = Rect {
        width: area.width.min(EASY_TO_READ),
        ..area
    };
    let rest = title(state, paint, area, page.entry, focused);
    let rest = tabs(paint, rest, page, hits);
    // The first column is the cursor's.
    let body = indent(rest, 1);
    let laid_out = laid_out(state, paint, page, body.width);
    let lines = &laid_out.lines;
    hits.page = Some(Arc::clone(&laid_out));
    // A page that does not fit keeps its last row for the sign that it goes on.
    let whole = body;
    let body = if lines.len() > usize::from(body.height) && body.height > 2 {
        paint::top(body, body.height - 1)
    } else {
        body
    };
    let height = usize::from(body.height);
    let top = page.top.min(lines.len().saturating_sub(height));
    hits.detail.top = top;
    hits.detail.height = height;
    hits.detail.rows = lines.len();
    hits.link_lines = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.link.is_some_and(|(_, _, begins)| begins))
        .map(|(at, _)| at)
        .collect();
    if focused && hits.cursor.is_none() {
        hits.cursor = Some(Position::new(rest.x, rest.y));
    }
    for (at, line) in lines.iter().skip(top).take(height).enumerate() {
        let place = row(body, at as u16);
        let here = focused && line.link.is_some_and(|(number, _, _)| number == page.link);
        let style = if here {
            paint.theme.selected
        } else {
            style_of(paint, line.look)
        };
        if here {
            paint.tint(row(rest, at as u16), style);
            if matches!(line.link, Some((_, _, true))) {
                paint.text(rest.x, place.y, 1, paint.glyphs.here, style);
                hits.cursor = Some(Position::new(rest.x, place.y));
            }
        }
        if let Some((_, entry, _)) = line.link {
            hits.add(place, Target::Link(entry));
        }
        let used = match &line.right {
            Some(text) => paint.right(place, text, paint.theme.quiet) + 1,
            None => 0,
        };
        let text = indent(place, line.indent);
        let room = text.width.saturating_sub(used);
        paint.text(text.x, text.y, room, &line.text, style);
    }
    if top + height < lines.len() {
        let more = format!(" {} {}", paint.glyphs.more, paint.say("more-below"));
        paint.right(
            row(whole, whole.height.saturating_sub(1)),
            &more,
            paint.theme.quiet,
        );
    }
}

fn title(state: &State, paint: &mut Paint<'_>, area: Rect, entry: Entry, focused: bool) -> Rect {
    let knowledge = state.engine.knowledge;
    let (name, kind) = match entry {
        Entry::Cause(cause) => (cause_name(state.engine, cause).to_owned(), String::new()),
        _ => (
            crate::article::title(knowledge, entry),
            entry.kind().word().to_owned(),
        ),
    };
    let look = paint.theme;
    let line = row(area, 0);
    let used = paint.right(line, &kind, look.quiet);
    let room = area
        .width
        .saturating_sub(if used > 0 { used + 1 } else { 0 });
    let lines = wrap(&name, room);
    let style = if focused {
        look.title.patch(look.accent)
    } else {
        look.title
    };
    let rows = if area.height >= 16 { 2 } else { 1 };
    let mut used = 0;
    for (at, text) in lines.iter().take(rows).enumerate() {
        let place = row(area, used);
        let more = at + 1 == rows && lines.len() > rows;
        let mark = if more { paint.glyphs.cut } else { "" };
        paint.text(place.x, place.y, room, &format!("{text}{mark}"), style);
        used += 1;
    }
    if area.height >= 10 {
        paint.rule(row(area, used));
        used += 1;
    }
    below(area, used)
}

fn tabs(paint: &mut Paint<'_>, area: Rect, page: Page, hits: &mut Hits) -> Rect {
    let tabs = pages::tabs(page.entry);
    if tabs.is_empty() || area.height < 3 {
        return area;
    }
    let look = paint.theme;
    let line = row(area, 0);
    let names: Vec<String> = tabs
        .iter()
        .enumerate()
        .map(|(at, tab)| format!("{} {}", at + 1, paint.say(tab.word())))
        .collect();
    let chosen = tabs.iter().position(|&tab| tab == page.tab).unwrap_or(0);
    // Where one row does not hold all names, several may; else the others are
    // only their digits.
    let all = rows_of(&names, line.width) == 1 || area.height >= 16;
    let (mut x, mut y) = (line.x + 1.min(line.width), line.y);
    for (at, name) in names.iter().enumerate() {
        let here = at == chosen;
        let text = if all || here {
            name.clone()
        } else {
            (at + 1).to_string()
        };
        if all && x + columns(&text) > line.right() {
            (x, y) = (line.x + 1.min(line.width), y + 1);
        }
        let style = if here {
            look.marked.patch(look.accent)
        } else {
            look.quiet
        };
        let room = line.right().saturating_sub(x);
        let used = paint.text(x, y, room, &text, style);
        let place = Rect {
            x,
            y,
            width: used,
            height: 1,
        };
        hits.add(place, Target::Tab(at));
        x = x.saturating_add(used + GAP);
    }
    let rows = y - line.y + 1;
    below(area, if area.height >= 10 { rows + 1 } else { rows })
}

fn style_of(paint: &Paint<'_>, look: LineLook) -> Style {
    let theme = paint.theme;
    match look {
        LineLook::Text => theme.text,
        LineLook::Title => theme.title,
        LineLook::Quiet => theme.quiet,
        LineLook::Marked => theme.marked,
        LineLook::Link => theme.accent,
    }
}

/// The page at a width: as it was laid out for the last frame, where it says the
/// same.
fn laid_out(state: &State, paint: &Paint<'_>, page: Page, width: u16) -> Arc<LaidOut> {
    let of = (page.entry, page.tab, state.version);
    let how = (width, state.settings.ascii);
    match &state.hits.page {
        Some(last) if last.of == of && last.how == how => Arc::clone(last),
        _ => Arc::new(LaidOut {
            of,
            how,
            lines: lines(&pages::content(state), paint, width),
        }),
    }
}

/// Rows that names take one after the other.
fn rows_of(names: &[String], width: u16) -> usize {
    let (mut rows, mut x) = (1, 1);
    for name in names {
        if x + columns(name) > width {
            (rows, x) = (rows + 1, 1);
        }
        x += columns(name) + GAP;
    }
    rows
}

/// The lines of a page at a width.
fn lines(pieces: &[Piece], paint: &Paint<'_>, width: u16) -> Vec<PageLine> {
    let mut lines: Vec<PageLine> = Vec::new();
    let mut links = 0;
    let mut spaced = true;
    for piece in pieces {
        match piece {
            Piece::Heading(text) => {
                air(&mut lines);
                for line in wrap(text, width) {
                    lines.push(plain(line, LineLook::Title));
                }
                spaced = true;
                continue;
            }
            Piece::Text(text) => {
                if !spaced {
                    air(&mut lines);
                }
                hang(&mut lines, width, 0, "", text, LineLook::Text);
                spaced = false;
                continue;
            }
            Piece::Quiet(text) => hang(&mut lines, width, 0, "", text, LineLook::Quiet),
            Piece::Item(text) => {
                hang(
                    &mut lines,
                    width,
                    2,
                    paint.glyphs.item,
                    text,
                    LineLook::Text,
                );
            }
            Piece::Step(number, text) => {
                hang(
                    &mut lines,
                    width,
                    3,
                    &number.to_string(),
                    text,
                    LineLook::Text,
                );
            }
            Piece::Warning(text) => {
                if !spaced {
                    air(&mut lines);
                }
                hang(&mut lines, width, 2, "!", text, LineLook::Marked);
            }
            Piece::Fact(name, value) => {
                let text = format!("{name}: {value}");
                hang(&mut lines, width, 0, "", &text, LineLook::Text);
            }
            Piece::Link(entry, name) => {
                if !spaced && !matches!(lines.last(), Some(line) if line.link.is_some()) {
                    air(&mut lines);
                }
                for (at, line) in wrap(name, width.saturating_sub(2)).into_iter().enumerate() {
                    let first = at == 0;
                    let text = if first {
                        format!("{} {line}", paint.glyphs.link)
                    } else {
                        line
                    };
                    lines.push(PageLine {
                        indent: if first { 0 } else { 2 },
                        text,
                        look: LineLook::Link,
                        right: None,
                        link: Some((links, *entry, first)),
                    });
                }
                links += 1;
            }
            Piece::Reason {
                label,
                strength,
                decibans,
            } => reason(&mut lines, paint, width, label, strength, *decibans),
        }
        spaced = false;
    }
    lines
}

/// A reason: what was answered, and how strongly it speaks.
fn reason(
    lines: &mut Vec<PageLine>,
    paint: &Paint<'_>,
    width: u16,
    label: &str,
    strength: &str,
    decibans: f64,
) {
    let [plus, minus] = paint.glyphs.sign;
    let sign = if decibans < 0.0 { minus } else { plus };
    let wrapped = wrap(label, width.saturating_sub(columns(strength) + 4));
    for (at, text) in wrapped.into_iter().enumerate() {
        lines.push(PageLine {
            indent: if at == 0 { 0 } else { 2 },
            text: if at == 0 {
                format!("{sign} {text}")
            } else {
                text
            },
            look: LineLook::Text,
            right: (at == 0).then(|| strength.to_owned()),
            link: None,
        });
    }
}

/// Text that hangs behind a mark.
fn hang(lines: &mut Vec<PageLine>, width: u16, by: u16, mark: &str, text: &str, look: LineLook) {
    for (at, line) in wrap(text, width.saturating_sub(by)).into_iter().enumerate() {
        let (indent, text) = if at == 0 && by > 0 {
            let gap = usize::from(by.saturating_sub(columns(mark)));
            (0, format!("{mark}{}{line}", " ".repeat(gap)))
        } else {
            (by, line)
        };
        lines.push(PageLine {
            indent,
            text,
            look,
            right: None,
            link: None,
        });
    }
}

/// An empty line, never two and none at the top.
fn air(lines: &mut Vec<PageLine>) {
    if lines.last().is_some_and(|line| !line.text.is_empty()) {
        lines.push(plain(String::new(), LineLook::Text));
    }
}
