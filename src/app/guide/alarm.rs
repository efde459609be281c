//! An emergency stops the walkthrough at once.

use super::piece::Piece;
use super::{Layer, Page, State, telephone, walk};
use crate::knowledge::Urgency;

/// What an emergency was recognised by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// A red flag, by position.
    Rule(usize),
    /// A likely cause, by position.
    Cause(usize),
}

/// Everything that now speaks for an emergency.
pub(super) fn signs(state: &State) -> Vec<Sign> {
    let triage = &state.assessment.triage;
    let rules = triage
        .fired
        .iter()
        .filter(|fired| fired.urgency == Urgency::Now)
        .map(|fired| Sign::Rule(fired.rule));
    let cause = triage
        .because_of_cause
        .filter(|_| triage.urgency == Urgency::Now)
        .map(Sign::Cause);
    rules.chain(cause).collect()
}

/// Shows an emergency that was not shown yet, and says when one is taken back.
pub(in crate::app) fn check(state: &mut State) {
    let changes = state.record.changes();
    let before = std::mem::replace(&mut state.guide.changes, changes);
    let now = signs(state);
    let gone = state.guide.alarmed.iter().find(|sign| !now.contains(sign));
    if let Some(&sign) = gone
        && now.is_empty()
    {
        let because = because(state, sign);
        state.notice = Some(
            state
                .language
                .with("guide-alarm-gone", &[("because", &because)]),
        );
    }
    let new: Vec<Sign> = now
        .iter()
        .copied()
        .filter(|sign| !state.guide.alarmed.contains(sign))
        .collect();
    state.guide.alarmed = now;
    match (&state.guide.layer, new.is_empty()) {
        (_, false) => {
            show(state, new);
            // A check keeps what was entered, and would find it again. And only
            // an answer just given can have been a slip.
            let given = changes == before + 1 && !matches!(state.guide.page(), Page::Check(_));
            state.guide.slip = given.then_some((state.guide.at, changes));
        }
        // What the page is about is no longer so.
        (Some(Layer::Alarm(_)), true) if state.guide.alarmed.is_empty() => {
            state.guide.layer = None;
        }
        _ => {}
    }
}

/// Shows the page of an emergency over everything else that is not about to be lost.
fn show(state: &mut State, signs: Vec<Sign>) {
    state
        .over
        .retain(|over| !matches!(over, crate::app::Over::Body));
    if state.guide.layer.is_none() {
        state.guide.explained = state.guide.row;
    }
    state.guide.layer = Some(Layer::Alarm(signs));
    state.guide.row = 0;
    state.guide.scroll = 0;
}

/// Shows again what speaks for an emergency. False where nothing does.
pub(super) fn again(state: &mut State) -> bool {
    let signs = state.guide.alarmed.clone();
    let any = !signs.is_empty();
    if any {
        show(state, signs);
        state.guide.slip = None;
    }
    any
}

/// The screen of the answer that brought the emergency, while nothing was changed
/// after it.
pub(super) fn slip(state: &State) -> Option<usize> {
    let (at, changes) = state.guide.slip?;
    (state.record.changes() == changes).then_some(at)
}

/// Takes back the answer that brought the emergency, and goes back to its screen.
pub(super) fn take_back(state: &mut State) {
    let Some(at) = slip(state) else {
        return;
    };
    let (row, here) = (state.guide.explained, state.guide.at);
    state.guide.slip = None;
    state.guide.layer = None;
    state.record.undo();
    state.reassess();
    // Another emergency may have been behind this one.
    if matches!(state.guide.layer, Some(Layer::Alarm(_))) {
        return;
    }
    state.guide.row = row;
    state.guide.scroll = 0;
    // The key that brought it does not tick the same row again.
    state.guide.fresh = matches!(state.guide.page(), Page::Ticks(_));
    if at != here {
        walk::arrive(state, at);
    }
}

/// What the page says: what to do first, then why, then what to say.
pub(super) fn page(state: &State, signs: &[Sign]) -> Vec<Piece> {
    let say = |key: &str| {
        let number = &state.emergency_number;
        state.language.with(key, &[("number", number)])
    };
    let mut pieces = Vec::new();
    if state.kiosk.is_some() {
        pieces.push(Piece::Warning(say("guide-alarm-staff")));
    }
    for &sign in signs {
        let deed = Piece::Warning(deed(state, sign));
        if !pieces.contains(&deed) {
            pieces.push(deed);
        }
    }
    pieces.push(Piece::Text(say("guide-alarm-call-how")));
    pieces.push(Piece::Heading(say("guide-alarm-why")));
    for &sign in signs {
        pieces.push(Piece::Text(because(state, sign)));
    }
    pieces.push(Piece::Heading(say("guide-alarm-tell")));
    pieces.extend(telephone::script(state, signs));
    pieces.push(Piece::Text(say("guide-alarm-say")));
    pieces
}

/// What a sign can mean, in words.
pub(super) fn because(state: &State, sign: Sign) -> String {
    let words = &state.engine.knowledge.words;
    match sign {
        Sign::Rule(rule) => words
            .rules
            .get(rule)
            .map_or(String::new(), |rule| rule.because.to_owned()),
        Sign::Cause(cause) => words.causes.get(cause).map_or(String::new(), |cause| {
            state
                .language
                .with("because-of-cause", &[("cause", cause.plain)])
        }),
    }
}

/// What to do about it, in words.
pub(super) fn deed(state: &State, sign: Sign) -> String {
    let words = &state.engine.knowledge.words;
    match sign {
        Sign::Rule(rule) => words.rules.get(rule).map_or("", |rule| rule.act),
        Sign::Cause(cause) => words.causes.get(cause).map_or("", |cause| cause.see),
    }
    .to_owned()
}
