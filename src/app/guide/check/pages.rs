//! What the screens of the self-checks hold, for any face.

use super::combine::place;
use super::safe::{not_now, unknown};
use super::said::{entered_lines, given_words, side_words, toe_words};
use super::{
    Deed, Given, Stage, Standing, State, facts, is_done, number_kind, stage, standing, ticked,
    worth,
};
use crate::app::guide::view::{Mark, Row, View, number_field, number_label};
use crate::app::guide::{Choice, digits};
use crate::assessment::Answer;
use crate::keys::Action;
use crate::knowledge::schema::{AnswerKind, Enter, Helper, Side};
use crate::knowledge::units::units;
use crate::knowledge::words::SelfExamWords;

/// Checks the list shows at once, so that each has a digit beside the four other
/// rows.
pub(super) fn at_once(state: &State) -> usize {
    digits(state).last - 4
}

fn row(label: String, does: Choice) -> Row {
    Row {
        label,
        mark: Mark::Open,
        note: String::new(),
        does,
    }
}

fn deed(state: &State, key: &str, deed: Deed) -> Row {
    row(state.language.say(key), Choice::InCheck(deed))
}

fn act(state: &State, key: &str, action: Action) -> Row {
    row(state.language.say(key), Choice::Act(action))
}

fn words(state: &State, exam: usize) -> Option<&'static SelfExamWords<'static>> {
    state.engine.knowledge.words.self_exams.get(exam)
}

/// The list of checks.
pub(in crate::app::guide) fn list(state: &State, heading: String) -> View {
    let view = View {
        heading,
        actions: vec![
            Action::GoOn,
            Action::Back,
            Action::WhyAsked,
            Action::SoFar,
            Action::Review,
            Action::EnterResults,
            Action::Leave,
            Action::Help,
        ],
        ..View::default()
    };
    let against: Vec<String> = not_now(state)
        .into_iter()
        .filter_map(|(exam, reasons)| {
            Some(state.language.with(
                "check-against",
                &[
                    ("name", words(state, exam)?.name),
                    ("reasons", &reasons.join(" ")),
                ],
            ))
        })
        .collect();
    if state.guide.checks.not_now {
        return View {
            question: state.language.say("check-not-now"),
            text: against,
            rows: vec![deed(state, "check-to-list", Deed::NotNow)],
            ..view
        };
    }
    let all = worth(state);
    let shown = all
        .iter()
        .skip(state.guide.checks.first)
        .take(at_once(state));
    let mut rows: Vec<Row> = shown.filter_map(|&exam| offered(state, exam)).collect();
    if all.len() > at_once(state) {
        rows.push(deed(state, "check-more", Deed::More));
    }
    if !against.is_empty() {
        rows.push(deed(state, "check-not-now", Deed::NotNow));
    }
    rows.push(act(state, "check-on-to-result", Action::GoOn));
    let text = match standing(state, usize::MAX) {
        Standing::Emergency => "check-none-now",
        _ if all.is_empty() => "check-none-left",
        _ => "guide-checks-text",
    };
    View {
        question: state.language.say("guide-checks-title"),
        text: vec![state.language.say(text)],
        rows,
        below: against,
        ..view
    }
}

fn offered(state: &State, exam: usize) -> Option<Row> {
    let helper = match facts(state, exam)?.helper {
        Helper::Needed => "check-list-helper",
        _ => "check-list-alone",
    };
    let words = words(state, exam)?;
    Some(Row {
        label: state.language.with(
            helper,
            &[
                ("name", words.name),
                ("minutes", &facts(state, exam)?.minutes.to_string()),
            ],
        ),
        mark: if is_done(state, exam) {
            Mark::Yes
        } else {
            Mark::Open
        },
        note: words.about.to_owned(),
        does: Choice::Check(exam),
    })
}

/// The screen of the check that is being done.
pub(in crate::app::guide) fn check(state: &State, exam: usize) -> View {
    let Some((words, stage)) = words(state, exam).zip(stage(state).map(|(_, stage)| stage)) else {
        return View::default();
    };
    let stands = standing(state, exam);
    if stage != Stage::Reading && stands != Standing::Free {
        return stopped(state, words, stands);
    }
    let view = View {
        heading: words.name.to_owned(),
        actions: vec![
            Action::GoOn,
            Action::Back,
            Action::SoFar,
            Action::Leave,
            Action::Help,
        ],
        ..View::default()
    };
    match stage {
        Stage::About => about(state, exam, words, view),
        Stage::Before => before(state, exam, words, view),
        Stage::Know => know(state, exam, view),
        Stage::Helper => {
            let key = match facts(state, exam).map(|facts| facts.helper) {
                Some(Helper::Needed) => "check-helper-needed",
                Some(Helper::Better) => "check-helper-better",
                _ => "check-helper-can",
            };
            View {
                question: state.language.say(key),
                text: vec![words.helper.to_owned()],
                rows: vec![
                    act(state, "check-on", Action::GoOn),
                    deed(state, "check-stop", Deed::Stop),
                ],
                ..view
            }
        }
        Stage::Step(step) => self::step(state, words, step, view),
        Stage::Ask(enter, slot) => ask(state, exam, enter, slot, view),
        Stage::Tick(from, to, leg) => tick(state, exam, (from, to), leg, view),
        Stage::Reading => {
            let mut text = entered_lines(state, exam);
            text.push(words.reading.to_owned());
            View {
                question: state.language.say("check-reading"),
                text,
                rows: vec![
                    deed(state, "check-to-list", Deed::Stop),
                    deed(state, "check-on-to-result", Deed::ToResult),
                    deed(state, "check-change", Deed::Change),
                ],
                ..view
            }
        }
    }
}

/// Something stands against the check.
fn stopped(state: &State, words: &SelfExamWords<'_>, stands: Standing) -> View {
    let emergency = stands == Standing::Emergency;
    let (text, on) = match stands {
        Standing::Against(reasons) => (reasons, deed(state, "check-to-list", Deed::Stop)),
        _ => (
            vec![
                state
                    .language
                    .with("check-stopped-now", &[("number", &state.emergency_number)]),
            ],
            deed(state, "check-on-to-result", Deed::ToResult),
        ),
    };
    View {
        heading: words.name.to_owned(),
        question: state.language.say("check-stopped"),
        text,
        rows: vec![on, act(state, "check-slip", Action::Undo)],
        actions: vec![Action::GoOn, Action::Back, Action::Undo, Action::Leave],
        alarm: emergency,
        ..View::default()
    }
}

fn about(state: &State, exam: usize, words: &SelfExamWords<'_>, view: View) -> View {
    let minutes = facts(state, exam).map_or(1, |facts| facts.minutes);
    let key = if minutes == 1 {
        "check-minute"
    } else {
        "check-minutes"
    };
    View {
        heading: state.language.say("guide-part-checks"),
        question: words.name.to_owned(),
        text: vec![
            words.about.to_owned(),
            words.needs.to_owned(),
            state
                .language
                .with(key, &[("minutes", &minutes.to_string())]),
        ],
        rows: vec![
            act(state, "check-begin", Action::GoOn),
            deed(state, "check-not-this", Deed::Stop),
        ],
        ..view
    }
}

fn before(state: &State, exam: usize, words: &SelfExamWords<'_>, view: View) -> View {
    let mut text = vec![words.not_if.to_owned()];
    for reason in &unknown(state, exam).say {
        let said = state.language.with("check-unless", &[("reason", reason)]);
        text.push(said);
    }
    View {
        question: state.language.say("check-when-not"),
        text,
        rows: vec![
            act(state, "check-none-of-it", Action::GoOn),
            deed(state, "check-stop", Deed::Stop),
        ],
        ..view
    }
}

fn know(state: &State, exam: usize, view: View) -> View {
    let ask = unknown(state, exam).ask;
    let answers = state.record.answers();
    let all = &state.engine.knowledge.words.findings;
    let mut text = vec![state.language.say("check-tick-before")];
    if ask
        .iter()
        .any(|&finding| answers.get(finding) == Some(Answer::NotSure))
    {
        text.push(state.language.say("check-unsure"));
    }
    let rows = ask
        .into_iter()
        .filter_map(|finding| {
            let words = all.get(finding)?;
            Some(Row {
                label: words.label.to_owned(),
                mark: Mark::of(answers.get(finding)),
                note: format!("{} {}", words.question, words.help),
                does: Choice::Tick(finding),
            })
        })
        .collect();
    View {
        question: state.language.say("check-know"),
        text,
        rows,
        listed: true,
        ..view
    }
}

fn step(state: &State, words: &SelfExamWords<'_>, step: usize, view: View) -> View {
    let clock = state.guide.checks.clock();
    let mut rows = Vec::new();
    let mut actions = view.actions;
    if let Some(clock) = clock {
        let key = if clock.is_running() {
            "check-clock-pause"
        } else if clock.is_over() {
            "check-clock-repeat"
        } else if clock.is_paused() {
            "check-clock-go-on"
        } else {
            "check-clock-start"
        };
        rows.push(act(state, key, Action::Countdown));
        actions.insert(0, Action::Countdown);
    }
    let last = step + 1 == words.steps.len();
    rows.push(act(
        state,
        if last {
            "check-to-answers"
        } else {
            "check-next"
        },
        Action::GoOn,
    ));
    if clock.is_some_and(|clock| clock.is_paused()) {
        rows.push(deed(state, "check-clock-again", Deed::ClockAgain));
    }
    rows.push(deed(state, "check-stop", Deed::Stop));
    View {
        heading: state.language.with(
            "check-step",
            &[
                ("name", words.name),
                ("at", &(step + 1).to_string()),
                ("of", &words.steps.len().to_string()),
            ],
        ),
        question: words.steps.get(step).map_or("", |step| step).to_owned(),
        time: clock.map(|clock| clock_words(state, clock)),
        rows,
        actions,
        ..view
    }
}

/// Where the countdown stands, in words.
fn clock_words(state: &State, clock: super::Clock) -> String {
    let quiet = state.settings.reduced_motion;
    let (key, seconds) = if clock.is_over() {
        ("check-time-over", 0)
    } else if clock.is_running() && quiet {
        ("check-time-runs", u64::from(clock.seconds))
    } else if clock.is_running() {
        ("check-time-left", clock.left(state.now))
    } else if clock.is_paused() {
        ("check-time-paused", clock.left(state.now))
    } else {
        ("check-time-whole", u64::from(clock.seconds))
    };
    state
        .language
        .with(key, &[("seconds", &seconds.to_string())])
}

/// What is asked for a finding of the check: its own words, or those of the finding.
fn question(state: &State, exam: usize, id: &str) -> String {
    let own = words(state, exam).and_then(|words| words.asks.iter().find(|ask| ask.finding == id));
    let knowledge = state.engine.knowledge;
    own.map(|ask| ask.question)
        .or_else(|| {
            let at = knowledge.finding(id)?;
            knowledge.words.findings.get(at).map(|words| words.question)
        })
        .unwrap_or_default()
        .to_owned()
}

fn ask(state: &State, exam: usize, at: usize, slot: usize, view: View) -> View {
    let Some(enter) = facts(state, exam).and_then(|facts| facts.enter.get(at)) else {
        return view;
    };
    let id = enter.finding();
    let given = state.guide.checks.given(false, (exam, at, slot));
    let mut asked = question(state, exam, id);
    match enter {
        Enter::NotFelt(_, order) => {
            let toe = order.get(slot).map(|&toe| toe_words(state, toe));
            asked = state.language.with(
                "check-touch",
                &[
                    ("at", &(slot + 1).to_string()),
                    ("of", &order.len().to_string()),
                    ("toe", &toe.unwrap_or_default()),
                    ("question", &asked),
                ],
            );
        }
        _ if enter.slots() > 1 => {
            if let Some(&side) = Side::BOTH.get(slot) {
                asked = state.language.with(
                    "check-of-side",
                    &[
                        ("side", &side_words(state, exam, side)),
                        ("question", &asked),
                    ],
                );
            }
        }
        _ => {}
    }
    let mut rows: Vec<Row> = choices(state, enter)
        .into_iter()
        .map(|choice| Row {
            label: given_words(state, exam, enter, choice),
            mark: Mark::chosen(given == Some(choice)),
            note: String::new(),
            does: Choice::InCheck(Deed::Enter(choice)),
        })
        .collect();
    let kind = number_kind(state);
    let field = kind.as_ref().map(|kind| number_field(state, kind));
    if let Some(kind) = &kind {
        let units = units(kind).into_iter().enumerate();
        rows.splice(
            0..0,
            units.map(|(at, unit)| {
                row(number_label(state, unit), Choice::InCheck(Deed::Number(at)))
            }),
        );
    }
    let knowledge = state.engine.knowledge;
    let help = knowledge
        .finding(id)
        .and_then(|at| knowledge.words.findings.get(at))
        .map(|words| words.help.to_owned());
    let touched = matches!(enter, Enter::NotFelt(..));
    // The screens before and after offer the rest; digits may type a number.
    let actions = match field {
        Some(_) => vec![Action::Back],
        None => vec![Action::GoOn, Action::Back],
    };
    View {
        question: asked,
        text: help.filter(|_| !touched).into_iter().collect(),
        rows,
        field,
        actions,
        ..view
    }
}

/// What can be entered; numbers are typed.
fn choices(state: &State, enter: &Enter<'_>) -> Vec<Given> {
    let knowledge = state.engine.knowledge;
    let kind = knowledge
        .finding(enter.finding())
        .and_then(|finding| state.kind(finding));
    let mut choices = match (enter, kind) {
        (Enter::Legs(..), _) => vec![Given::Fine, Given::Fails],
        (Enter::NotFelt(..), _) => return vec![Given::Fine, Given::Fails, Given::LeftOut],
        (Enter::Which(_), _) => vec![
            Given::Neither,
            Given::Side(Side::Right),
            Given::Side(Side::Left),
        ],
        (Enter::Worst(_, levels), Some(kind)) => levels
            .iter()
            .rev()
            .filter_map(|level| place(kind, level).map(Given::Level))
            .collect(),
        (_, Some(AnswerKind::YesNo(_))) => vec![Given::Yes, Given::No],
        (_, Some(AnswerKind::OneOf(levels))) => (0..levels.len()).map(Given::Level).collect(),
        _ => Vec::new(),
    };
    choices.push(Given::NotSure);
    choices
}

fn tick(state: &State, exam: usize, (from, to): (usize, usize), leg: usize, view: View) -> View {
    let knowledge = state.engine.knowledge;
    let all = facts(state, exam).map_or(&[][..], |facts| &facts.enter);
    let mut mapped = false;
    let rows = (from..to)
        .filter_map(|at| {
            let finding = knowledge.finding(all.get(at)?.finding())?;
            let words = knowledge.words.findings.get(finding)?;
            mapped |= !knowledge.findings.get(finding)?.zones.is_empty();
            Some(Row {
                label: words.label.to_owned(),
                mark: match ticked(state, exam, at, leg) {
                    Some(Given::Yes) => Mark::Yes,
                    Some(Given::No) => Mark::No,
                    Some(_) => Mark::NotSure,
                    None => Mark::Open,
                },
                note: format!("{} {}", words.question, words.help),
                does: Choice::InCheck(Deed::Tick(at)),
            })
        })
        .collect();
    let side = Side::BOTH.get(leg).copied().unwrap_or(Side::Right);
    let mut actions = vec![Action::GoOn, Action::Back, Action::RestNotSure];
    if mapped {
        actions.push(Action::BodyMap);
    }
    actions.extend([Action::SoFar, Action::Leave, Action::Help]);
    View {
        question: state.language.with(
            "check-tick-side",
            &[("side", &side_words(state, exam, side))],
        ),
        text: vec![state.language.say("guide-tick-list")],
        rows,
        listed: true,
        actions,
        ..view
    }
}
