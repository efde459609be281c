//! Plays the walkthrough from a story: what one person would answer.

use std::collections::HashMap;

use tingle::app::guide::{self, Choice, Layer, Page, Part, Sign, view};
use tingle::app::{Face, Message};
use tingle::assessment::{Answer, Answers};
use tingle::keys::{Action, Key};

use crate::harness::{Screen, engine};

/// Screens after which a walk is taken to have no end.
const MOST_SCREENS: usize = 120;

/// What a person would answer; everything else is "no" on a list and "not
/// sure" as a single question.
pub type Story = HashMap<usize, Answer>;

/// An emergency page that was shown.
pub struct Shown {
    /// What it was about.
    pub signs: Vec<Sign>,
    /// The part of the walk it stopped.
    pub part: Part,
    /// The whole page.
    pub page: String,
    /// The first screen of it on the smallest terminal.
    pub small: String,
}

/// A walk as it was played.
pub struct Walk {
    /// The screen at its end.
    pub screen: Screen,
    /// Emergencies on the way.
    pub alarms: Vec<Shown>,
}

/// The answers of a case as a story.
pub fn story(answers: &Answers) -> Story {
    answers.iter().collect()
}

/// Plays until `done` says so, or the result.
pub fn play(story: &Story, done: impl Fn(&Screen) -> bool) -> Walk {
    let mut walk = Walk {
        screen: Screen::with(80, 70, |start| start.face = Face::Guide),
        alarms: Vec::new(),
    };
    let mut before = (0, usize::MAX);
    for _ in 0..MOST_SCREENS {
        let page = walk.screen.state.guide.page();
        if page == Page::Result || done(&walk.screen) {
            return walk;
        }
        let (at, of) = guide::progress(&walk.screen.state);
        assert!(at > before.0 && of <= before.1, "{before:?} {at}/{of}");
        before = (at, of);
        one_screen(&mut walk, page, story);
        never_careless(&walk.screen);
    }
    panic!("no result after {MOST_SCREENS} screens");
}

fn one_screen(walk: &mut Walk, page: Page, story: &Story) {
    match page {
        Page::Single(finding) => match story.get(&finding) {
            Some(Answer::Number(value)) => {
                for letter in value.to_string().chars() {
                    press(walk, Key::char(letter));
                }
                act(walk, Action::Open);
                // A number that looks like going on is asked about first.
                if walk.screen.state.guide.page() == page {
                    act(walk, Action::Open);
                }
            }
            said => {
                let wanted = said.copied().unwrap_or(Answer::NotSure);
                choose(walk, |choice| choice == Choice::Answer(finding, wanted));
            }
        },
        Page::Ticks(_) => {
            let rows = view(&walk.screen.state).rows;
            for row in rows {
                let Choice::Tick(finding) = row.does else {
                    continue;
                };
                let times = match story.get(&finding) {
                    Some(Answer::YesNo(true)) => 1,
                    Some(Answer::NotSure) => 2,
                    _ => 0,
                };
                for _ in 0..times {
                    choose(walk, |choice| choice == Choice::Tick(finding));
                }
            }
            // A long list is gone through page by page.
            for _ in 0..view(&walk.screen.state).rows.len() {
                if walk.screen.state.guide.page() == page {
                    act(walk, Action::GoOn);
                    walk.screen.draw();
                }
            }
        }
        Page::Whom => choose(walk, |choice| matches!(choice, Choice::Whom(_))),
        _ => act(walk, Action::GoOn),
    }
}

fn choose(walk: &mut Walk, wanted: impl Fn(Choice) -> bool) {
    let rows = view(&walk.screen.state).rows;
    let at = rows.iter().position(|row| wanted(row.does)).unwrap();
    guide::choose(&mut walk.screen.state, at);
    look(walk);
}

fn act(walk: &mut Walk, action: Action) {
    guide::act(&mut walk.screen.state, action);
    look(walk);
}

fn press(walk: &mut Walk, key: Key) {
    tingle::app::update(&mut walk.screen.state, Message::Key(key));
    look(walk);
}

/// Notes an emergency, and goes on from it as one may.
fn look(walk: &mut Walk) {
    while let Some(Layer::Alarm(signs)) = walk.screen.state.guide.layer.clone() {
        let part = walk.screen.state.guide.part();
        let page = one_line(&walk.screen.text());
        walk.screen.state.size = (40, 12);
        let small = one_line(&walk.screen.text());
        walk.screen.state.size = (80, 70);
        walk.alarms.push(Shown {
            signs,
            part,
            page,
            small,
        });
        walk.screen.press("1");
    }
}

/// Words without the line breaks of the screen.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// No advice to treat oneself while an emergency question is open.
pub fn never_careless(screen: &Screen) {
    let assessment = &screen.state.assessment;
    if !assessment.triage.open_screening.is_empty() {
        assert!(assessment.self_care.safe.is_empty());
        assert_ne!(
            assessment.triage.urgency,
            tingle::knowledge::Urgency::SelfCare
        );
        let care = guide::result::chapter(&screen.state, guide::Chapter::Care);
        let heading = screen.state.language.say("at-home");
        assert!(!care.contains(&guide::Piece::Heading(heading)));
    }
    let _ = engine();
}
