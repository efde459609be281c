//! A kiosk with a clock of its own.

use std::time::Duration;

use tingle::app::guide::Page;
use tingle::app::kiosk::{self, Rules, Screen as Shown};
use tingle::app::{Effect, Face, Message, Start};
use tingle::assessment::Answers;
use tingle::keys::{Bindings, Key};
use tingle::kiosk::counters::Happening;
use tingle::knowledge::Urgency;
use tingle::language::Language;
use tingle::settings::Settings;
use tingle::theme::Theme;

use crate::harness::{Screen, engine, telling_theme};

/// A kiosk with a clock.
pub struct Kiosk {
    /// The screen.
    pub screen: Screen,
    /// What the clock says.
    pub now: Duration,
    /// Whether each message is followed by a frame, as in the loop.
    pub draws: bool,
}

impl Kiosk {
    /// A kiosk of this size.
    pub fn new(columns: u16, rows: u16) -> Self {
        Self::with(columns, rows, Rules::default())
    }

    /// A kiosk with rules of its own.
    pub fn with(columns: u16, rows: u16, rules: Rules) -> Self {
        let start = Start {
            engine: engine(),
            language: Language::english().unwrap(),
            settings: Settings::default(),
            bindings: Bindings::default(),
            themes: vec![telling_theme(), Theme::mono()],
            emergency_number: "112".to_owned(),
            face: Face::Guide,
            welcome: false,
            answers: Answers::new(),
            file: None,
            size: (columns, rows),
        };
        let mut screen = Screen::with(columns, rows, |_| {});
        kiosk::begin(&mut screen.state, start, rules);
        screen.draw();
        Self {
            screen,
            now: Duration::from_secs(5),
            draws: true,
        }
    }

    /// Presses keys a second apart, each with its time, as the loop does.
    pub fn press(&mut self, keys: &str) {
        for name in keys.split_whitespace() {
            self.pass(1.0);
            self.key(name.parse().unwrap());
        }
    }

    fn send(&mut self, message: Message) {
        if self.draws {
            self.screen.send(message);
        } else {
            let effects = tingle::app::update(&mut self.screen.state, message);
            self.screen.effects.extend(effects);
        }
    }

    /// A key now.
    pub fn key(&mut self, key: Key) {
        self.send(Message::Time(self.now));
        self.send(Message::Key(key));
        self.pass(0.005);
    }

    /// Time passes; the kiosk is woken whenever it wants to be.
    pub fn pass(&mut self, seconds: f64) {
        let end = self.now + Duration::from_secs_f64(seconds);
        let mut woken = 0;
        while let Some(at) = self.screen.state.deadline().filter(|at| *at <= end) {
            self.now = self.now.max(at);
            self.send(Message::Wake(self.now));
            woken += 1;
            assert!(woken < 10_000, "woken again and again");
        }
        self.now = end;
    }

    /// What it shows.
    pub fn shown(&self) -> &Shown {
        &self.screen.state.kiosk.as_ref().unwrap().screen
    }

    /// What was counted so far.
    pub fn counted(&self) -> Vec<Happening> {
        let effects = self.screen.effects.iter();
        effects
            .filter_map(|effect| match effect {
                Effect::Count(happening) => Some(*happening),
                _ => None,
            })
            .collect()
    }

    /// Whether nothing of a visitor is left.
    pub fn wiped(&self) -> bool {
        let state = &self.screen.state;
        state.record.answers().is_empty()
            && state.guide.page() == Page::Start
            && *self.shown() == Shown::Attract
            && self.screen.effects.contains(&Effect::Wipe)
    }

    /// Walks to the first list of emergency questions and ticks a droopy face.
    pub fn emergency(&mut self) {
        self.press("1 1 1 4 1 Enter 1");
        self.press("1");
        assert_eq!(self.screen.state.assessment.triage.urgency, Urgency::Now);
    }
}
