//! What stands around every screen of the walkthrough: where one is, how
//! urgent it is so far, and the keys.

use ratatui::layout::Rect;

use crate::app::guide::{self, Banner, Choice, View};
use crate::app::{Hits, State, Target};
use crate::keys::Action;
use crate::ui::paint::{Paint, below, columns, row, top, wrap};

/// Widest screen that is still easy to read.
const WIDEST: u16 = 84;
/// Rows from which there is air.
pub const AIRY: u16 = 20;
/// Rows from which a list leaves room for the reason of the urgency.
const LARGE: u16 = 30;
/// Rows of keys at most.
const MOST_KEY_ROWS: usize = 3;

/// The screen without its edges, and not too wide.
pub fn inside(area: Rect) -> Rect {
    let margin = if area.width > WIDEST + 2 {
        (area.width - WIDEST) / 2
    } else {
        1.min(area.width / 3)
    };
    Rect {
        x: area.x + margin,
        width: area.width.saturating_sub(2 * margin),
        ..area
    }
}

/// Draws the frame. Returns what is left for the screen itself.
pub fn draw(
    state: &State,
    paint: &mut Paint<'_>,
    area: Rect,
    view: &View,
    hits: &mut Hits,
) -> Rect {
    let airy = area.height >= AIRY;
    let mut rest = if view.alarm && !view.chapters {
        alarm_title(paint, area, view)
    } else {
        title(state, paint, area, view)
    };
    if airy {
        rest = below(rest, 1);
    }
    // What the keys of a list say follows from how much of it is on the screen.
    let used = if view.ticked() {
        let rows = |follow| lines_of_keys(state, paint, rest.width, view, airy, follow).len();
        rows(false).max(rows(true)).min(MOST_KEY_ROWS) as u16
    } else {
        keys(state, paint, rest, view, airy, hits)
    };
    rest.height = rest.height.saturating_sub(used + u16::from(airy));
    if let Some(said) = &view.banner {
        // A list needs the room for what explains its rows.
        let most = if view.explained() && area.height < LARGE {
            1
        } else {
            rest.height / 6
        };
        let used = banner(paint, rest, said, most, hits);
        rest.height = rest.height.saturating_sub(used + u16::from(airy));
    }
    rest
}

/// The topic, the step, and a line that fills.
fn title(state: &State, paint: &mut Paint<'_>, area: Rect, view: &View) -> Rect {
    let look = paint.theme;
    let (at, of) = guide::progress(state);
    let line = row(area, 0);
    let place = guide::place(state);
    // The part alone, where there is no room for the page in it.
    let short = place.split(',').next().unwrap_or_default();
    let fits = columns(&view.heading) + columns(&place) + 2 <= line.width;
    let used = paint.right(line, if fits { &place } else { short }, look.quiet);
    let room = line.width.saturating_sub(used + 1);
    paint.text(line.x, line.y, room, &view.heading, look.title);
    let check = matches!(
        state.guide.page(),
        guide::Page::Checks | guide::Page::Check(_)
    );
    if (view.chapters || check) && area.height < AIRY {
        // The chapters take the place of the line, or the words need it.
        return below(area, 1);
    }
    let bar = row(area, 1);
    paint.rule(bar);
    let share = usize::from(bar.width) * at.min(of) / of.max(1);
    let done = paint.glyphs.done.repeat(share);
    paint.text(bar.x, bar.y, bar.width, &done, look.bar);
    below(area, 2)
}

/// An emergency says so over the whole width, in words.
fn alarm_title(paint: &mut Paint<'_>, area: Rect, view: &View) -> Rect {
    let style = paint.theme.urgent;
    let lines = wrap(&view.heading, area.width.saturating_sub(2));
    let rows = lines.len().max(1) as u16;
    paint.tint(top(area, rows), style);
    for (at, text) in lines.iter().enumerate() {
        let line = row(area, at as u16);
        let text = format!(" {text}");
        paint.text(line.x, line.y, line.width, &text, style);
    }
    below(area, rows)
}

/// The urgency so far at the bottom of an area, with its reason where it fits
/// whole. Returns the rows used.
fn banner(paint: &mut Paint<'_>, area: Rect, said: &Banner, most: u16, hits: &mut Hits) -> u16 {
    let width = area.width.saturating_sub(2);
    let whole = wrap(&format!("{}. {}", said.said, said.because), width);
    let lines = if whole.len() <= usize::from(most) {
        whole
    } else {
        wrap(&said.said, width)
    };
    let rows = (lines.len() as u16).min(area.height / 2);
    let place = below(area, area.height - rows);
    let style = paint.theme.urgency(said.urgency);
    for (at, text) in lines.iter().enumerate().take(usize::from(rows)) {
        let line = row(place, at as u16);
        let sign = if at == 0 { "! " } else { "  " };
        paint.text(line.x, line.y, line.width, &format!("{sign}{text}"), style);
    }
    hits.add(place, Target::Do(Action::Urgency));
    rows
}

/// A key, its word and what a click does.
type Shown = (String, String, Target);

/// All keys of the screen at its bottom. Returns the rows used.
pub fn keys(
    state: &State,
    paint: &mut Paint<'_>,
    area: Rect,
    view: &View,
    airy: bool,
    hits: &mut Hits,
) -> u16 {
    let shown = guide::window(state, view.rows.len(), hits.over.height);
    let follow = view.ticked() && guide::rows_follow(state, shown);
    let lines = lines_of_keys(state, paint, area.width, view, airy, follow);
    let gap = gap(airy);
    let rows = lines.len().min(MOST_KEY_ROWS) as u16;
    let place = below(area, area.height.saturating_sub(rows));
    for (at, line) in lines.iter().take(MOST_KEY_ROWS).enumerate() {
        let line_area = row(place, at as u16);
        let mut x = line_area.x;
        for (key, word, target) in line {
            let width = columns(key) + 1 + columns(word);
            let used = paint.text(x, line_area.y, columns(key), key, paint.theme.accent);
            let room = line_area.right().saturating_sub(x + used + 1);
            paint.text(x + used + 1, line_area.y, room, word, paint.theme.quiet);
            let spot = Rect {
                x,
                width,
                ..line_area
            };
            hits.add(spot.intersection(line_area), target.clone());
            x += width + gap;
        }
    }
    rows
}

fn gap(airy: bool) -> u16 {
    if airy { 3 } else { 2 }
}

/// The keys in lines that fit; where rows of a list follow, going on shows them.
fn lines_of_keys(
    state: &State,
    paint: &Paint<'_>,
    width: u16,
    view: &View,
    airy: bool,
    follow: bool,
) -> Vec<Vec<Shown>> {
    let menu = view.actions.contains(&Action::OtherThings);
    let first = [Action::Back, Action::GoOn, Action::OtherThings];
    let more = !airy && view.rows.len() > 3 && !follow;
    let mut shown: Vec<Shown> = view
        .actions
        .iter()
        .filter(|action| **action != Action::PageDown || more)
        // Where there is little room the menu stands for what it holds.
        .filter(|&action| {
            let digit = guide::of_action(state, view, *action);
            airy || !menu || first.contains(action) || digit.is_some()
        })
        .map(|&action| {
            let word = match action {
                Action::PageDown => paint.say("more"),
                Action::GoOn if view.chapters => view.on.clone(),
                Action::GoOn if follow => paint.say("guide-rows-follow-short"),
                _ => paint.say(&format!("short-{}", action.id())),
            };
            (key_of(state, view, action), word, Target::Do(action))
        })
        .filter(|(key, ..)| !key.is_empty())
        // In a kiosk letters and signs do nothing.
        .filter(|(key, ..)| {
            let one = key.chars().count() == 1;
            let digit = key.chars().all(|letter| letter.is_ascii_digit());
            state.kiosk.is_none() || !one || digit
        })
        .collect();
    if view.chapters && !airy {
        let open = view
            .rows
            .iter()
            .position(|row| matches!(row.does, Choice::Visit(_)));
        shown.extend(open.map(|at| {
            let word = paint.say("result-to-open-short");
            ((at + 1).to_string(), word, Target::Over(at))
        }));
    }
    flow(shown, width, gap(airy))
}

/// The key to show: the digit where there is one.
fn key_of(state: &State, view: &View, action: Action) -> String {
    let digit = guide::of_action(state, view, action);
    digit.map_or_else(|| state.bindings.shown(action), |digit| digit.to_string())
}

/// Keys in lines that fit.
fn flow(shown: Vec<Shown>, width: u16, gap: u16) -> Vec<Vec<Shown>> {
    let mut lines: Vec<Vec<Shown>> = Vec::new();
    let mut used = 0;
    for it in shown {
        let wide = columns(&it.0) + 1 + columns(&it.1);
        match lines.last_mut() {
            Some(line) if used + gap + wide <= width => {
                used += gap + wide;
                line.push(it);
            }
            _ => {
                used = wide;
                lines.push(vec![it]);
            }
        }
    }
    lines
}

/// News lies over the keys until the next key, so that nothing above moves.
pub fn notice(state: &State, paint: &mut Paint<'_>, area: Rect) {
    let Some(text) = &state.notice else {
        return;
    };
    let lines = wrap(text, area.width);
    let rows = (lines.len() as u16).clamp(1, area.height / 2);
    let place = below(area, area.height.saturating_sub(rows.max(2)));
    paint.clear(place);
    paint.wrapped(below(place, place.height - rows), text, paint.theme.marked);
}
