//! A fuzz for alarms that fail to come: visitors of a kiosk answer, go back,
//! change, wait and go away at random, and after every single message an
//! emergency must be on the screen or must have been passed by the visitor.

use std::collections::BTreeMap;
use std::time::Duration;

use tingle::app::guide::{Choice, Layer, Page, Part, Sign, view};
use tingle::app::kiosk::{Rules, Screen as Shown};
use tingle::app::{Deed, Effect, Message, Mouse, State, Target};
use tingle::assessment::Answer;
use tingle::keys::{Code, Key};
use tingle::knowledge::Urgency;

use crate::clock::Kiosk;
use crate::player::Story;
use crate::walks::emergencies;

/// What visitors do in the walk of each emergency.
const STEPS: usize = 45;
/// How long the number stays once somebody with an emergency is gone.
const STAYS: Duration = Duration::from_secs(60);

/// Numbers that look random and are the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end.max(1)
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

/// Everything that speaks for an emergency, worked out here and not asked of the
/// walkthrough.
fn signs(state: &State) -> Vec<Sign> {
    let triage = &state.assessment.triage;
    if triage.urgency != Urgency::Now {
        return Vec::new();
    }
    let rules = triage.fired.iter();
    let rules = rules
        .filter(|fired| fired.urgency == Urgency::Now)
        .map(|fired| Sign::Rule(fired.rule));
    let signs: Vec<Sign> = rules
        .chain(triage.because_of_cause.map(Sign::Cause))
        .collect();
    assert!(!signs.is_empty(), "an emergency for no reason");
    signs
}

/// Watches a kiosk after every message.
struct Watched {
    kiosk: Kiosk,
    /// Emergencies that the visitor went on from.
    passed: Vec<Sign>,
    /// Those on the emergency page, while it is shown.
    open: Option<Vec<Sign>>,
    /// What the visitor did last, if it can go on from an emergency.
    went_on: bool,
    /// An emergency stands on the screen of a visitor.
    urgent: bool,
    /// Until when the number has to stay.
    number: Option<Duration>,
    /// How often a way of answering led to the emergency page.
    ways: BTreeMap<&'static str, usize>,
    /// The way of the last answer.
    way: &'static str,
    /// The visitor went back, to change an answer.
    went_back: bool,
    trace: Vec<String>,
}

impl Watched {
    fn new(columns: u16, rows: u16) -> Self {
        let rules = Rules {
            print: true,
            ..Rules::default()
        };
        Self {
            kiosk: Kiosk::with(columns, rows, rules),
            passed: Vec::new(),
            open: None,
            went_on: false,
            urgent: false,
            number: None,
            ways: BTreeMap::new(),
            way: "",
            went_back: false,
            trace: Vec::new(),
        }
    }

    fn state(&self) -> &State {
        &self.kiosk.screen.state
    }

    fn send(&mut self, message: Message) {
        self.kiosk.screen.send(message);
        self.holds();
    }

    fn pass(&mut self, time: Duration) {
        let end = self.kiosk.now + time;
        while let Some(at) = self.state().deadline().filter(|at| *at <= end) {
            self.kiosk.now = self.kiosk.now.max(at);
            self.send(Message::Wake(self.kiosk.now));
        }
        self.kiosk.now = end;
    }

    fn key(&mut self, key: Key) {
        self.trace.push(key.to_string());
        self.pass(Duration::from_secs(1));
        self.went_on = goes_on(key);
        self.send(Message::Time(self.kiosk.now));
        self.send(Message::Key(key));
        self.pass(Duration::from_millis(5));
        self.went_on = false;
    }

    fn touch(&mut self, column: u16, row: u16) {
        let target = self.state().hits.at(column, row).cloned();
        self.trace.push(format!("touch {target:?}"));
        self.pass(Duration::from_secs(1));
        self.went_on = matches!(target, Some(Target::Over(_) | Target::Do(_)));
        self.send(Message::Time(self.kiosk.now));
        self.send(Message::Mouse(Mouse {
            deed: Deed::Press,
            column,
            row,
        }));
        self.went_on = false;
    }

    /// What has to hold after each message.
    fn holds(&mut self) {
        let now = signs(self.state());
        self.passed.retain(|sign| now.contains(sign));
        match self.kiosk.shown() {
            Shown::Attract | Shown::Pin(_) | Shown::Menu(_) | Shown::Told(_) | Shown::Paused => {
                self.gone();
            }
            _ => self.visit(now),
        }
        if *self.kiosk.shown() == Shown::Attract {
            let stays = self.number.is_some_and(|until| self.state().now < until);
            let small = self.state().size < (40, 12);
            let said = self.kiosk.screen.text().contains("CALL 112");
            let stays = stays && !small;
            assert_eq!(said, stays, "{:?}", self.trace);
        }
    }

    /// Nobody is at it.
    fn gone(&mut self) {
        assert!(self.state().record.answers().is_empty(), "{:?}", self.trace);
        if std::mem::take(&mut self.urgent) {
            self.number = Some(self.state().now + STAYS);
        }
        (self.passed, self.open, self.went_back) = (Vec::new(), None, false);
    }

    fn visit(&mut self, now: Vec<Sign>) {
        self.urgent = !now.is_empty();
        let page = match &self.state().guide.layer {
            Some(Layer::Alarm(signs)) => Some(signs.clone()),
            _ => None,
        };
        if let Some(page) = page {
            let shown = |sign: &Sign| page.contains(sign) || self.passed.contains(sign);
            // What was on the page before and was not passed has still to be read.
            let missing: Vec<&Sign> = now.iter().filter(|sign| !shown(sign)).collect();
            let earlier = self.open.clone().unwrap_or_default();
            assert!(
                missing.iter().all(|sign| earlier.contains(sign)),
                "{missing:?} on no page after {:?}",
                self.trace
            );
            if *self.kiosk.shown() == Shown::Walk {
                let small = self.state().size < (40, 12);
                let number = if small { "112" } else { "CALL 112 NOW" };
                let said = self.kiosk.screen.text();
                assert!(said.contains(number), "{said}");
            }
            if self.open.is_none() && !self.way.is_empty() {
                *self.ways.entry(self.way).or_default() += 1;
            }
            self.open = Some(now);
            return;
        }
        if let Some(shown) = self.open.take()
            && !now.is_empty()
        {
            assert!(self.went_on, "closed by itself: {:?}", self.trace);
            self.passed = shown;
        }
        let unseen: Vec<&Sign> = now.iter().filter(|it| !self.passed.contains(it)).collect();
        let layer = &self.state().guide.layer;
        assert!(unseen.is_empty(), "{layer:?} {unseen:?} {:?}", self.trace);
    }
}

/// Keys that go on from the emergency page, as it says.
fn goes_on(key: Key) -> bool {
    matches!(
        key.code,
        Code::Char('1' | '2' | '8') | Code::Enter | Code::Esc | Code::Backspace
    )
}

/// Chooses a row of the screen: by its digit, with the cursor, or by touch.
fn choose(watched: &mut Watched, random: &mut Random, row: usize, ways: [&'static str; 3]) {
    watched.way = "";
    match random.below(3) {
        0 => {
            let shown = view(watched.state());
            let height = watched.state().hits.over.height;
            let (first, count) = tingle::app::guide::window(
                watched.state(),
                shown.rows.len(),
                if shown.listed { height } else { usize::MAX },
            );
            let digit = if shown.listed {
                row.checked_sub(first)
            } else {
                Some(row)
            };
            let Some(digit) = digit.filter(|at| *at < count && shown.field.is_none()) else {
                return;
            };
            watched.way = ways[0];
            watched.key(Key::char(char::from(b'1' + digit as u8)));
        }
        1 => {
            for _ in 0..40 {
                let at = watched.state().guide.row;
                let code = if at < row { Code::Down } else { Code::Up };
                if at == row {
                    break;
                }
                watched.key(Key::plain(code));
            }
            watched.way = ways[1];
            watched.key(Key::plain(Code::Enter));
        }
        _ => {
            let hits = &watched.state().hits.areas;
            let area = hits.iter().find(|(_, target)| *target == Target::Over(row));
            let Some((area, _)) = area.cloned() else {
                return;
            };
            watched.way = ways[2];
            let (x, y) = (
                random.below(area.width.into()),
                random.below(area.height.into()),
            );
            watched.touch(area.x + x as u16, area.y + y as u16);
        }
    }
}

/// Answers as the story says, mostly, so that an emergency comes of it.
fn answer(watched: &mut Watched, random: &mut Random, story: &Story) {
    let shown = view(watched.state());
    let emergency = watched.state().guide.part() == Part::Emergency;
    let ways = match (watched.went_back, emergency, shown.listed) {
        (true, ..) => ["change, digit", "change, Enter", "change, touch"],
        (_, true, true) => ["tick, digit", "tick, Enter", "tick, touch"],
        (_, _, true) => ["list, digit", "list, Enter", "list, touch"],
        (_, _, false) => ["single, digit", "single, Enter", "single, touch"],
    };
    let careless = random.once_in(5);
    if let Some(field) = &shown.field {
        for _ in field.typed.chars() {
            watched.key(Key::plain(Code::Backspace));
        }
        let typed = match watched.state().guide.page() {
            Page::Single(finding) => story.get(&finding).copied(),
            _ => None,
        };
        let typed = match typed {
            Some(Answer::Number(value)) if !careless => value.to_string(),
            _ => random.of(&["41", "4", "85", "9", "1.5"]).to_owned(),
        };
        for digit in typed.chars() {
            watched.key(Key::char(digit));
        }
        watched.way = "number";
        watched.key(Key::plain(Code::Enter));
        return;
    }
    let told = |choice: Choice| match choice {
        Choice::Tick(finding) => {
            let yes = Some(Answer::YesNo(true));
            let given = watched.state().record.answers().get(finding);
            story.get(&finding).copied() == yes && given != yes
        }
        Choice::Answer(finding, answer) => story.get(&finding) == Some(&answer),
        _ => false,
    };
    let row = shown.rows.iter().position(|row| told(row.does));
    let row = match row {
        Some(row) if !careless => row,
        // With nothing more to tell one goes on.
        None if shown.listed && !random.once_in(4) => {
            watched.way = "other";
            return watched.key(random.of(&[Key::char('7'), Key::plain(Code::Right)]));
        }
        _ => random.below(shown.rows.len()),
    };
    choose(watched, random, row, ways);
}

/// What else visitors do.
fn anything(watched: &mut Watched, random: &mut Random) {
    watched.way = "other";
    let (columns, rows) = watched.state().size;
    match random.below(16) {
        0..=2 => {
            for _ in 0..=random.below(4) {
                watched.key(random.of(&[
                    Key::char('8'),
                    Key::plain(Code::Esc),
                    Key::plain(Code::Left),
                ]));
            }
            watched.went_back = true;
        }
        3 => watched.key(random.of(&[
            Key::char(' '),
            Key::plain(Code::Tab),
            Key::plain(Code::Right),
            Key::plain(Code::PageDown),
            Key::plain(Code::Delete),
            Key::char('6'),
            Key::char('.'),
        ])),
        4 => watched.key(random.of(&[
            Key::ctrl('c'),
            Key::ctrl('z'),
            Key::char('z'),
            Key::char('q'),
        ])),
        5 => watched.key(Key::char('9')),
        6 if random.once_in(4) => watched.key(Key::plain(Code::F(10))),
        7 => watched.touch(
            random.below(columns.into()) as u16,
            random.below(rows.into()) as u16,
        ),
        8 => watched.send(Message::Paste("1\n2\n8\n".to_owned())),
        9 => {
            let (columns, rows) = random.of(&[(40, 12), (80, 24), (100, 30), (20, 5)]);
            watched.send(Message::Resize(columns, rows));
        }
        10 => {
            // A burst.
            for _ in 0..6 {
                watched.send(Message::Time(watched.kiosk.now));
                watched.send(Message::Key(Key::char('1')));
                watched.kiosk.now += Duration::from_millis(1);
            }
            watched.pass(Duration::from_secs(1));
        }
        11 if random.once_in(2) => {
            for _ in 0..3 {
                watched.key(Key::plain(Code::F(12)));
            }
            if random.once_in(2) {
                watched.key(Key::char('1'));
                watched.key(Key::plain(Code::Enter));
                watched.send(Message::PinChecked(random.once_in(2)));
            }
            watched.key(Key::plain(Code::Esc));
        }
        12 => {
            // To and fro over the question whether one is still there.
            watched.trace.push("waits".to_owned());
            let seconds = random.of(&[30, 65, 95, 125, 200, 260]);
            watched.pass(Duration::from_secs(seconds));
        }
        13 => watched.send(Message::Mouse(Mouse {
            deed: random.of(&[Deed::WheelUp, Deed::WheelDown]),
            column: 5,
            row: 5,
        })),
        14 => watched.send(Message::Printed(1, Ok(()))),
        _ => watched.key(Key::plain(random.of(&[Code::Down, Code::Up]))),
    }
}

fn step(watched: &mut Watched, random: &mut Random, story: &Story) {
    if *watched.kiosk.shown() != Shown::Walk {
        if random.once_in(3) {
            anything(watched, random);
        } else {
            watched.key(random.of(&[Key::char('1'), Key::plain(Code::Enter)]));
        }
        return;
    }
    let page = watched.state().guide.page();
    match (&watched.state().guide.layer, page) {
        (Some(_), _) if random.once_in(2) => {
            watched.way = "other";
            watched.key(random.of(&[
                Key::char('1'),
                Key::char('2'),
                Key::plain(Code::Enter),
                Key::plain(Code::Esc),
            ]));
        }
        (Some(_), _) => anything(watched, random),
        (None, Page::Start | Page::Result | Page::Checks) if !random.once_in(4) => {
            watched.way = "other";
            watched.key(Key::plain(random.of(&[Code::Enter, Code::Right])));
        }
        (None, Page::Ticks(_) | Page::Single(_) | Page::Whom | Page::Check(_))
            if !random.once_in(6) =>
        {
            answer(watched, random, story);
        }
        _ => anything(watched, random),
    }
}

#[test]
fn no_emergency_is_missed_however_it_is_answered() {
    let mut ways: BTreeMap<&'static str, usize> = BTreeMap::new();
    let (mut stayed, mut alarms) = (0, 0);
    for (walk, story) in (1_u64..).zip(emergencies()) {
        let mut random = Random(walk.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let (columns, rows) = random.of(&[(40, 12), (80, 24), (100, 30)]);
        let mut watched = Watched::new(columns, rows);
        for _ in 0..STEPS {
            step(&mut watched, &mut random, &story);
        }
        // At last everybody goes away.
        watched.trace.push("leaves".to_owned());
        watched.pass(Duration::from_secs(400));
        assert_eq!(*watched.kiosk.shown(), Shown::Attract);
        stayed += usize::from(watched.number.is_some());
        let effects = &watched.kiosk.screen.effects;
        assert!(
            !effects
                .iter()
                .any(|effect| matches!(effect, Effect::Quit(_)))
        );
        for (way, times) in watched.ways {
            *ways.entry(way).or_default() += times;
            alarms += times;
        }
    }
    println!("{alarms} alarms, the number stayed in {stayed} walks: {ways:?}");
    for way in [
        "tick, digit",
        "tick, Enter",
        "tick, touch",
        "number",
        "change, digit",
        "change, Enter",
        "change, touch",
    ] {
        assert!(ways.contains_key(way), "none by {way}: {ways:?}");
    }
    assert!(stayed > 5, "{stayed}");
}
