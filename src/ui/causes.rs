//! Possible causes: urgency first, then the ranking, then what would tell more.

use ratatui::layout::{Position, Rect};

use super::paint::{Paint, below, indent, row, top, wrap};
use super::what_if::{Told, what_if};
use crate::app::browse::{CauseRow, causes};
use crate::app::{Hits, Pane, State, Target};
use crate::assessment::Ranked;
use crate::keys::Action;
use crate::knowledge::Urgency;
use crate::report::words::{about, cause_name, headline};

/// Columns of the words beside a bar: "under 1 in 100".
const ABOUT_COLUMNS: u16 = 15;

/// Draws the pane.
pub fn draw(state: &State, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) {
    if area.is_empty() {
        return;
    }
    hits.add(area, Target::Pane(Pane::Causes));
    let one_pane = state.size.0 < 60;
    let rest = if one_pane {
        area
    } else {
        super::heading(
            paint,
            area,
            "pane-causes",
            "",
            state.browse.pane == Pane::Causes,
        )
    };
    // In a single pane the line at the top says it already.
    let rest = if one_pane {
        rest
    } else {
        banner(state, paint, rest, hits)
    };
    let rest = below(rest, ruled_out_first(state, paint, rest, hits));
    let told = what_if(state, paint, rest);
    let list = top(rest, rest.height.saturating_sub(told.len() as u16));
    rows(state, paint, list, hits);
    let below_list = below(rest, list.height);
    for (at, (text, kind)) in told.iter().enumerate() {
        let style = match kind {
            Told::Title => paint.theme.title,
            Told::Text => paint.theme.text,
            // Only what is so now looks urgent; what could be is said calmly.
            Told::Urgent => paint.theme.soon,
        };
        let line = row(below_list, at as u16);
        paint.text(line.x, line.y, line.width, text, style);
    }
}

/// The urgency with its reason. Returns what is left of the area.
fn banner(state: &State, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) -> Rect {
    // What to do in an emergency matters more than the ranking below it.
    let room = if state.assessment.triage.urgency >= Urgency::SameDay {
        area.height / 2
    } else {
        (area.height / 3).min(8)
    };
    let (title, reasons, style) = urgency_words(state, paint);
    let mut used = 0;
    // The headline is never cut.
    for line in wrap(&title, area.width.saturating_sub(2)) {
        let place = row(area, used);
        paint.text(place.x, place.y, place.width, &format!(" {line} "), style);
        used += 1;
    }
    // What a red flag looks for stands on the list itself.
    let on_list = state.assessment.triage.to_rule_out().next().is_some();
    for reason in reasons.iter().skip(usize::from(on_list)) {
        let body = indent(below(top(area, room), used), 1);
        if body.is_empty() {
            break;
        }
        used += paint.wrapped(body, reason, paint.theme.text);
    }
    hits.add(top(area, used), Target::Do(Action::Urgency));
    let air = u16::from(area.height >= 12);
    below(area, used + air)
}

/// What the first red flag looks for, above all bars: bars say how likely, never
/// how dangerous. Returns the rows used.
fn ruled_out_first(state: &State, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) -> u16 {
    let triage = &state.assessment.triage;
    let words = &state.engine.knowledge.words.rules;
    let flag = triage.to_rule_out().next();
    let Some(words) = flag.and_then(|fired| words.get(fired.rule)) else {
        return 0;
    };
    let body = top(area, (area.height / 3).max(2));
    let title = paint.say("rule-out-first");
    let style = paint.theme.urgency(triage.urgency);
    let mut used = paint.wrapped(indent(body, 1), &title, style);
    used += paint.wrapped(
        indent(below(body, used), 1),
        words.because,
        paint.theme.text,
    );
    hits.add(top(area, used), Target::Do(Action::Urgency));
    used + u16::from(area.height >= 12)
}

/// The headline, the reasons, and the look of the headline.
pub(super) fn urgency_words(
    state: &State,
    paint: &Paint<'_>,
) -> (String, Vec<String>, ratatui::style::Style) {
    let triage = &state.assessment.triage;
    if state.record.answers().is_empty() {
        return (
            paint.say("nothing-answered-yet"),
            vec![
                state
                    .language
                    .with("call-in-emergency", &[("number", &state.emergency_number)]),
            ],
            paint.theme.title,
        );
    }
    let mut reasons: Vec<String> = Vec::new();
    let knowledge = state.engine.knowledge;
    let fired = triage
        .fired
        .iter()
        .filter(|fired| fired.urgency == triage.urgency)
        .filter_map(|fired| knowledge.words.rules.get(fired.rule));
    let act = fired.clone().next().map(|words| words.act.to_owned());
    reasons.extend(fired.take(1).map(|words| words.because.to_owned()));
    if let Some(cause) = triage.because_of_cause {
        reasons.push(state.language.with(
            "because-of-cause",
            &[("cause", cause_name(state.engine, cause))],
        ));
    }
    let now = triage.urgency == Urgency::Now;
    if !now && !triage.open_screening.is_empty() {
        reasons.push(state.language.with(
            "screening-open",
            &[("n", &triage.open_screening.len().to_string())],
        ));
    }
    reasons.extend(act);
    let title = if now {
        state.language.with(
            "emergency-title",
            &[
                ("title", headline(triage.urgency)),
                ("number", &state.emergency_number),
            ],
        )
    } else {
        headline(triage.urgency).to_owned()
    };
    (title, reasons, paint.theme.urgency(triage.urgency))
}

fn rows(state: &State, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) {
    let rows = causes::rows(state);
    let position = causes::position(state, &rows);
    let each: u16 = if area.height >= 26 { 3 } else { 2 };
    let fit = usize::from(area.height / each);
    let window = state.hits.causes.showing(position, fit, rows.len());
    hits.causes = window;
    let focused = state.browse.pane == Pane::Causes;
    for (line, (at, cause)) in rows
        .iter()
        .enumerate()
        .skip(window.top)
        .take(window.height)
        .enumerate()
    {
        let place = top(below(area, line as u16 * each), 2);
        hits.add(place, Target::Row(Pane::Causes, at));
        let here = at == position;
        if here && focused {
            hits.cursor = Some(Position::new(place.x, place.y));
        }
        one_row(state, paint, place, cause, here, focused);
    }
}

fn one_row(
    state: &State,
    paint: &mut Paint<'_>,
    area: Rect,
    cause: &CauseRow<'_>,
    here: bool,
    focused: bool,
) {
    let look = paint.theme;
    let style = match (here, focused) {
        (true, true) => look.selected,
        (true, false) => look.marked,
        _ => look.text,
    };
    let name_row = row(area, 0);
    if here {
        paint.tint(name_row, style);
        if focused {
            paint.text(name_row.x, name_row.y, 1, paint.glyphs.here, style);
        }
    }
    let name_row = indent(name_row, 1);
    match cause {
        CauseRow::Cause(ranked) => {
            let name = cause_name(state.engine, ranked.cause);
            paint.text(name_row.x, name_row.y, name_row.width, name, style);
            bar(state, paint, indent(row(area, 1), 1), ranked);
        }
        CauseRow::More(count) => {
            let text = state
                .language
                .with("more-causes", &[("n", &count.to_string())]);
            paint.text(name_row.x, name_row.y, name_row.width, &text, style);
        }
    }
}

fn bar(state: &State, paint: &mut Paint<'_>, area: Rect, ranked: &Ranked) {
    if area.is_empty() {
        return;
    }
    let words = about(ranked.probability);
    let look = paint.theme;
    let room = area.width.saturating_sub(ABOUT_COLUMNS + 1);
    let drawn = paint.glyphs.bar(ranked.probability, room);
    paint.text(area.x, area.y, room, &drawn, look.bar);
    let quiet = if state.record.answers().is_empty() {
        look.quiet
    } else {
        look.text
    };
    paint.right(area, &words, quiet);
}
