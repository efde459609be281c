//! What you notice: the checklist.

use ratatui::layout::{Position, Rect};

use super::paint::{Paint, below, cut, indent, row, top, wrap};
use crate::app::browse::{Editing, SignRow, pages, signs};
use crate::app::{Hits, Pane, State, Target};
use crate::assessment::Answer;
use crate::knowledge::schema::AnswerKind;
use crate::report::words::amount;

/// Rows from which the question of the selected sign is shown in full.
const ROOM_FOR_QUESTION: u16 = 14;
/// Rows the question may take.
const QUESTION_ROWS: u16 = 4;

/// Draws the pane.
pub fn draw(state: &State, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) {
    if area.is_empty() {
        return;
    }
    hits.add(area, Target::Pane(Pane::Signs));
    let rest = heading(state, paint, area);
    let rest = filter_line(state, paint, rest, hits);
    let question = question_area(state, rest);
    let list = top(rest, rest.height.saturating_sub(question.height));
    rows(state, paint, list, hits);
    draw_question(state, paint, question);
    // On the line below the list, so that it covers no answer.
    let line = if question.height > QUESTION_ROWS {
        top(question, 1)
    } else {
        Rect::default()
    };
    let hidden = hits
        .signs
        .rows
        .saturating_sub(hits.signs.top + hits.signs.height);
    if hidden > 0 && !line.is_empty() {
        let text = format!(
            " {} {hidden} {}",
            paint.glyphs.more,
            paint.say("more-below")
        );
        paint.right(line, &text, paint.theme.quiet);
    }
}

fn heading(state: &State, paint: &mut Paint<'_>, area: Rect) -> Rect {
    if area.width < 60 && area.height == state.size.1.saturating_sub(3) {
        return area;
    }
    let count = state.language.with(
        "answered-count",
        &[("n", &state.record.answers().len().to_string())],
    );
    super::heading(
        paint,
        area,
        "pane-signs",
        &count,
        state.browse.pane == Pane::Signs,
    )
}

/// The line one filters with. Returns what is left of the area.
fn filter_line(state: &State, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) -> Rect {
    let signs = &state.browse.signs;
    let line = row(area, 0);
    let typed = signs.filter.value();
    let key = state.bindings.shown(crate::keys::Action::Filter);
    let look = paint.theme;
    if signs.filtering || !typed.is_empty() {
        let style = if signs.filtering {
            look.selected
        } else {
            look.marked
        };
        paint.tint(line, style);
        let used = paint.text(
            line.x + 1,
            line.y,
            line.width.saturating_sub(1),
            &key,
            style,
        );
        let field = indent(line, 2 + used);
        let shown = super::field(paint, field, &signs.filter, style);
        if signs.filtering {
            hits.cursor = Some(shown);
        }
    } else if signs.answered_only {
        let text = paint.say("answered-only-on");
        paint.text(
            line.x + 1,
            line.y,
            line.width.saturating_sub(1),
            &text,
            look.marked,
        );
    } else if area.height > 6 {
        let used = paint.text(line.x + 1, line.y, line.width, &key, look.accent);
        let hint = paint.say("filter-hint");
        let field = indent(line, 2 + used);
        paint.text(field.x, field.y, field.width, &hint, look.quiet);
    } else {
        return area;
    }
    hits.add(line, Target::Do(crate::keys::Action::Filter));
    let air = u16::from(area.height >= ROOM_FOR_QUESTION);
    below(area, 1 + air)
}

fn rows(state: &State, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) {
    let rows = signs::rows(state);
    let position = signs::position(state, &rows);
    let window = state
        .hits
        .signs
        .showing(position, usize::from(area.height), rows.len());
    hits.signs = window;
    let focused = state.browse.pane == Pane::Signs;
    for (line, (at, sign)) in rows
        .iter()
        .enumerate()
        .skip(window.top)
        .take(window.height)
        .enumerate()
    {
        let place = row(area, line as u16);
        hits.add(place, Target::Row(Pane::Signs, at));
        let mark = Rect {
            width: 2.min(place.width),
            ..indent(place, 1)
        };
        if matches!(sign, SignRow::Sign(_)) {
            hits.add(mark, Target::Mark(at));
        }
        let here = at == position;
        let cursor = one_row(state, paint, place, *sign, here, focused);
        if here && focused && hits.cursor.is_none() {
            hits.cursor = Some(cursor);
        }
    }
}

/// Draws a row. Returns the cell the cursor belongs to.
fn one_row(
    state: &State,
    paint: &mut Paint<'_>,
    area: Rect,
    sign: SignRow,
    here: bool,
    focused: bool,
) -> Position {
    let look = paint.theme;
    let style = match (here, focused) {
        (true, true) => look.selected,
        (true, false) => look.marked,
        _ => look.text,
    };
    if here {
        paint.tint(area, style);
        if focused {
            paint.text(area.x, area.y, 1, paint.glyphs.here, style);
        }
    }
    let inner = indent(area, 1);
    let at = Position::new(inner.x, inner.y);
    match sign {
        SignRow::Group(group) => {
            let quiet = if here { style } else { look.quiet };
            let title = if here { style } else { look.title };
            group_row(state, paint, inner, group, (title, quiet));
        }
        SignRow::Sign(finding) => return sign_row(state, paint, inner, finding, style, here),
        SignRow::Choice(finding, level) => choice_row(state, paint, inner, (finding, level), style),
        SignRow::Nothing => {
            let text = paint.say("nothing-fits");
            paint.text(inner.x, inner.y, inner.width, &text, look.quiet);
        }
    }
    at
}

fn group_row(
    state: &State,
    paint: &mut Paint<'_>,
    area: Rect,
    group: usize,
    (title, quiet): (ratatui::style::Style, ratatui::style::Style),
) {
    let category = state.engine.knowledge.categories.get(group);
    let name = category.map_or("", |category| category.title);
    let open = state.browse.signs.answered_only || state.browse.signs.unfolded.contains(&group);
    let fold = if open {
        paint.glyphs.unfolded
    } else {
        paint.glyphs.folded
    };
    let answered = signs::answered_in(state, group);
    let right = if answered > 0 {
        format!("{answered} {fold}")
    } else {
        fold.to_owned()
    };
    let used = paint.right(area, &right, quiet);
    let room = area.width.saturating_sub(used + 1);
    paint.text(area.x, area.y, room, name, title);
}

/// Draws a sign with its mark and its answer. Returns the cursor's cell.
fn sign_row(
    state: &State,
    paint: &mut Paint<'_>,
    area: Rect,
    finding: usize,
    style: ratatui::style::Style,
    here: bool,
) -> Position {
    let look = paint.theme;
    let knowledge = state.engine.knowledge;
    let given = state.record.answers().get(finding);
    let mark = match given {
        Some(Answer::YesNo(true)) => paint.glyphs.yes,
        Some(Answer::YesNo(false)) => paint.glyphs.no,
        Some(Answer::NotSure) => paint.glyphs.not_sure,
        Some(Answer::Level(_) | Answer::Number(_)) => paint.glyphs.given,
        None => paint.glyphs.open,
    };
    let mark_style = match given {
        _ if here => style,
        Some(_) => look.marked,
        None => look.quiet,
    };
    paint.text(area.x, area.y, 1, mark, mark_style);
    let body = indent(area, 2);
    if let Some(Editing::Number {
        finding: edited,
        input,
        ..
    }) = &state.browse.signs.editing
        && *edited == finding
    {
        let label = knowledge.label(finding);
        let half = body.width / 2;
        let used = paint.text(body.x, body.y, half, label, style);
        let field = indent(body, used + 1);
        paint.tint(field, look.text);
        return super::field(paint, field, input, look.text.patch(look.marked));
    }
    let label = knowledge.label(finding);
    let value = value(state, finding, given);
    let value = cut(&value, body.width * 9 / 20, paint.glyphs.cut);
    let value_style = if here { style } else { look.quiet };
    let used = paint.right(body, &value, value_style);
    let room = body
        .width
        .saturating_sub(if used > 0 { used + 1 } else { 0 });
    paint.text(body.x, body.y, room, label, style);
    Position::new(area.x, area.y)
}

/// What stands at the right of an answered sign.
fn value(state: &State, finding: usize, given: Option<Answer>) -> String {
    let knowledge = state.engine.knowledge;
    match (given, knowledge.findings.get(finding).map(|it| &it.answer)) {
        (Some(Answer::YesNo(true)), _) => state.language.say("value-yes"),
        (Some(Answer::YesNo(false)), _) => state.language.say("value-no"),
        (Some(Answer::NotSure), _) => state.language.say("value-not-sure"),
        (Some(Answer::Level(level)), _) => level_label(state, finding, level),
        (Some(Answer::Number(number)), Some(AnswerKind::Number(kind))) => amount(kind, number),
        _ => String::new(),
    }
}

fn level_label(state: &State, finding: usize, level: usize) -> String {
    state
        .engine
        .knowledge
        .words
        .findings
        .get(finding)
        .and_then(|words| words.levels.get(level))
        .map_or_else(
            || state.language.say("value-not-sure"),
            |&(_, label)| label.to_owned(),
        )
}

fn choice_row(
    state: &State,
    paint: &mut Paint<'_>,
    area: Rect,
    (finding, level): (usize, usize),
    style: ratatui::style::Style,
) {
    let chosen = match state.record.answers().get(finding) {
        Some(Answer::Level(given)) => given == level,
        _ => false,
    };
    let mark = if chosen { paint.glyphs.given } else { " " };
    let body = indent(area, 2);
    let text = format!(
        "{mark} {}  {}",
        level + 1,
        level_label(state, finding, level)
    );
    paint.text(body.x, body.y, body.width, &text, style);
}

/// Where the question of the selected sign goes; empty where there is no room.
fn question_area(state: &State, area: Rect) -> Rect {
    let editing = matches!(state.browse.signs.editing, Some(Editing::Number { .. }));
    let room = area.height >= ROOM_FOR_QUESTION || (editing && area.height >= 4);
    let text = question(state);
    if !room || text.is_empty() {
        return Rect::default();
    }
    let lines = wrap(&text, area.width.saturating_sub(1)).len() as u16;
    // The list keeps its height whatever the question: nothing jumps.
    let height = if area.height >= ROOM_FOR_QUESTION {
        QUESTION_ROWS + 1
    } else {
        lines.min(2)
    };
    below(area, area.height - height.min(area.height))
}

/// The question of the selected sign; while a number is typed, what it may be.
fn question(state: &State) -> String {
    if let Some(Editing::Number { finding, fault, .. }) = &state.browse.signs.editing {
        let hint = pages::number_hint(state, *finding);
        return match fault {
            Some(fault) => format!("{} {hint}", crate::app::guide::number_fault(state, fault)),
            None => hint,
        };
    }
    let words = match state.browse.signs.at {
        SignRow::Sign(finding) | SignRow::Choice(finding, _) => {
            state.engine.knowledge.words.questions.get(finding).copied()
        }
        SignRow::Group(group) => state
            .engine
            .knowledge
            .categories
            .get(group)
            .map(|category| category.intro),
        SignRow::Nothing => None,
    };
    words.unwrap_or_default().to_owned()
}

fn draw_question(state: &State, paint: &mut Paint<'_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    let (line, text) = if area.height > QUESTION_ROWS {
        (top(area, 1), below(area, 1))
    } else {
        (Rect::default(), area)
    };
    paint.rule(line);
    let style = paint.theme.text;
    let question = question(state);
    paint.wrapped(indent(text, 1), &question, style);
}
