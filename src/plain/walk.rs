//! The walkthrough as lines.

use std::time::Duration;

use super::Plain;
use super::print::Print;
use super::typed::{self, Order, Typed};
use crate::app::guide::{self, Choice, Layer, Mark, Page, View};
use crate::app::{Effect, Face};
use crate::assessment::Answer;
use crate::keys::Action;

/// The time of a self-check.
#[derive(Debug, Default)]
pub(super) struct Timer {
    running: Option<(Duration, u16)>,
    /// Timed parts of this check that were started.
    started: usize,
    of: Option<usize>,
}

impl Timer {
    /// When it is over, since the start of the program.
    pub(super) fn ends(&self) -> Option<Duration> {
        self.running.map(|(end, _)| end)
    }

    /// Stops it. False where it does not run.
    pub(super) fn stop(&mut self) -> bool {
        self.running.take().is_some()
    }
}

impl Plain {
    /// What the screen holds, without what lines need no row for: letters and
    /// words do it, and the whole result stands on one page.
    pub(super) fn shown(&self) -> View {
        let mut shown = guide::view(&self.state);
        let result = shown.chapters;
        // Lines go into a file; there is nothing else to take along with.
        let saves = self.state.guide.layer.is_none() && self.state.guide.page() == Page::Result;
        if let Some(at) = shown.row_of(Action::GoOn).filter(|_| saves)
            && let Some(row) = shown.rows.get_mut(at)
        {
            row.label = self.say("plain-take-along");
        }
        shown.rows.retain(|row| match row.does {
            Choice::Act(Action::OtherThings | Action::Help) => false,
            Choice::Chapter(_) => !result,
            _ => true,
        });
        if result && shown.actions.contains(&Action::EnterResults) {
            shown
                .rows
                .push(guide::row(&self.state, Action::EnterResults));
        }
        shown
    }

    /// The screen of the walkthrough: topic, question, text, then what to choose.
    pub(super) fn show_walk(&mut self, out: &mut Print) {
        self.show_walk_after(out, None);
    }

    /// The same, with what was understood of the last line. In an emergency the
    /// number stands before everything else.
    fn show_walk_after(&mut self, out: &mut Print, echo: Option<Print>) {
        let shown = self.shown();
        let alarm = matches!(self.state.guide.layer, Some(Layer::Alarm(_)));
        let mut echo = echo;
        if !alarm {
            if let Some(echo) = echo.take() {
                out.append(echo);
            }
            self.tell_urgency(out);
            out.gap();
        }
        self.told = self.state.assessment.triage.urgency;
        if self.state.guide.layer.is_none() && self.state.guide.page() == Page::Result {
            self.result(out, false);
            out.gap();
        } else {
            if alarm || self.state.guide.layer.is_some() {
                out.say(&shown.heading);
            } else {
                let place = guide::place(&self.state);
                out.say(&format!("{}, {place}", shown.heading));
            }
            out.say(&shown.question);
            shown.text.iter().for_each(|text| out.say(text));
        }
        if let Some(echo) = echo {
            out.append(echo);
        }
        self.rows(out, &shown);
        if shown.ticked() {
            self.said_before(out, &shown);
        }
    }

    fn rows(&self, out: &mut Print, shown: &View) {
        if let Some(kind) = self.number_kind() {
            out.say(&self.number_hint(kind));
            return;
        }
        for (number, row) in (1..).zip(&shown.rows) {
            let mark = match row.mark {
                Mark::Open => None,
                Mark::Yes if !shown.ticked() => Some("plain-chosen"),
                Mark::Yes => Some("value-yes"),
                Mark::No => Some("value-no"),
                Mark::NotSure => Some("value-not-sure"),
            };
            match mark {
                Some(key) => out.numbered(number, &format!("{}: {}", row.label, self.say(key))),
                None => out.numbered(number, &row.label),
            }
        }
    }

    /// Which rows of a list were answered before.
    fn said_before(&self, out: &mut Print, shown: &View) {
        if self.answered_before(shown) {
            out.say(&self.say("plain-list-before"));
        }
    }

    fn answered_before(&self, shown: &View) -> bool {
        shown.rows.iter().any(|row| row.mark != Mark::Open)
    }

    /// What can be typed on this screen.
    pub(super) fn walk_prompt(&self) -> String {
        let shown = self.shown();
        if shown.ticked() {
            return self.say(if self.answered_before(&shown) {
                "plain-prompt-list-again"
            } else {
                "plain-prompt-list"
            });
        }
        match (&self.state.guide.layer, self.state.guide.page()) {
            (Some(Layer::Alarm(_)), _) => self.say("plain-prompt-alarm"),
            (None, Page::Result) => self.say("plain-prompt-result"),
            (None, Page::Check(exam)) => match self.seconds(exam) {
                Some(seconds) => {
                    self.with("plain-prompt-timed", &[("seconds", &seconds.to_string())])
                }
                None => self.say("plain-prompt"),
            },
            (None, Page::Single(_)) if self.number_kind().is_some() => {
                self.say("plain-prompt-number")
            }
            _ if self.enter_goes_on(&shown) => self.say("plain-prompt-on"),
            _ => self.say("plain-prompt"),
        }
    }

    /// Whether Enter alone may go on: nothing is asked here.
    fn enter_goes_on(&self, shown: &View) -> bool {
        !matches!(self.state.guide.layer, Some(Layer::Alarm(_)))
            && shown.actions.contains(&Action::GoOn)
            && shown.rows.iter().all(|row| {
                matches!(
                    row.does,
                    Choice::Act(_) | Choice::Check(_) | Choice::Report(_)
                )
            })
            && !shown.chapters
    }

    /// A line in the walkthrough.
    pub(super) fn walk(&mut self, out: &mut Print, typed: Typed<'_>, line: &str) -> Vec<Effect> {
        let shown = self.shown();
        match typed {
            Typed::Order(Order::Back) | Typed::Number(0) => {
                self.act(Action::Back);
                self.moved(out, None)
            }
            Typed::Order(Order::Why) => self.aside(out, Layer::Why),
            Typed::Order(Order::Meaning) if shown.ticked() => {
                out.say(&self.say("plain-meaning-which"));
                self.prompt(out);
                Vec::new()
            }
            Typed::Order(Order::Meaning) => self.aside(out, Layer::Meaning),
            Typed::MeaningOf(number) if shown.ticked() => {
                match number.checked_sub(1).and_then(|row| shown.rows.get(row)) {
                    Some(row) => {
                        out.say(&format!("{number}. {}: {}", row.label, row.note));
                        self.prompt(out);
                    }
                    None => self.unknown(out, line),
                }
                Vec::new()
            }
            Typed::Order(Order::Time) => self.start_time(out, line),
            Typed::Nothing if shown.ticked() && self.answered_before(&shown) => {
                guide::keep(&mut self.state);
                let echo = self.echo("plain-kept", "");
                self.moved(out, Some(echo))
            }
            _ if shown.ticked() => self.list(out, &shown, typed, line),
            Typed::Order(Order::GoOn) if shown.chapters => self.take_along(out),
            Typed::Order(Order::GoOn) if shown.actions.contains(&Action::GoOn) => {
                self.act(Action::GoOn);
                self.moved(out, None)
            }
            Typed::Nothing => self.enter(out, &shown),
            typed => self.single(out, &shown, typed, line),
        }
    }

    /// Enter alone, where there is no list.
    fn enter(&mut self, out: &mut Print, shown: &View) -> Vec<Effect> {
        if let (None, Page::Check(_)) = (&self.state.guide.layer, self.state.guide.page())
            && self.timed().is_some()
        {
            return self.start_time(out, "");
        }
        let given = match self.state.guide.page() {
            Page::Single(finding) => self.state.record.answers().get(finding).is_some(),
            Page::Whom => self.state.guide.whom.is_some(),
            _ => false,
        };
        let free = self.state.guide.layer.is_none();
        if (free && given) || self.enter_goes_on(shown) {
            self.act(Action::GoOn);
            let echo = given.then(|| self.echo("plain-kept", ""));
            return self.moved(out, echo);
        }
        self.show(out);
        Vec::new()
    }

    /// After a step: where one is now.
    pub(super) fn moved(&mut self, out: &mut Print, echo: Option<Print>) -> Vec<Effect> {
        self.timer = Timer::default();
        if self.state.face == Face::Browse {
            if let Some(echo) = echo {
                out.append(echo);
            }
            self.show(out);
            return Vec::new();
        }
        self.show_walk_after(out, echo);
        self.prompt(out);
        Vec::new()
    }

    /// The result goes into a file.
    fn take_along(&mut self, out: &mut Print) -> Vec<Effect> {
        self.ask_name(out);
        Vec::new()
    }

    pub(super) fn echo(&self, key: &str, said: &str) -> Print {
        let mut echo = self.print();
        echo.say(&self.with(key, &[("said", said)]));
        echo
    }

    /// Something told beside the question.
    fn aside(&mut self, out: &mut Print, layer: Layer) -> Vec<Effect> {
        if matches!(self.state.guide.layer, Some(Layer::Alarm(_))) {
            self.show(out);
            return Vec::new();
        }
        let told = guide::peek(&mut self.state, layer);
        if told.text.iter().all(String::is_empty) {
            out.say(&self.say("plain-nothing-to-say"));
        }
        told.text.iter().for_each(|text| out.say(text));
        let shown = self.shown();
        out.gap();
        out.say(&shown.question);
        self.prompt(out);
        Vec::new()
    }

    /// One of several, a number, or "not sure".
    fn single(
        &mut self,
        out: &mut Print,
        shown: &View,
        typed: Typed<'_>,
        line: &str,
    ) -> Vec<Effect> {
        let row = match typed {
            Typed::Number(_) | Typed::Text(_) | Typed::MeaningOf(_) | Typed::SaveAs(_)
                if self.number_kind().is_some() =>
            {
                return self.quantity(out, line);
            }
            Typed::Number(number) => number.checked_sub(1),
            Typed::Order(Order::NotSure) => said(shown, Answer::NotSure),
            Typed::Order(Order::Yes) => said(shown, Answer::YesNo(true)),
            Typed::Order(Order::No) => said(shown, Answer::YesNo(false)),
            Typed::Text(text) => {
                let text = text.to_lowercase();
                let is = |row: &guide::Row| row.label.to_lowercase() == text;
                shown.rows.iter().position(is)
            }
            _ => None,
        };
        let Some(chosen) = row.and_then(|row| shown.rows.get(row)) else {
            self.unknown(out, line);
            return Vec::new();
        };
        match chosen.does {
            Choice::Act(Action::WhyAsked) => return self.aside(out, Layer::Why),
            Choice::Act(Action::Explain) => return self.aside(out, Layer::Meaning),
            Choice::Act(Action::Summary) => return self.take_along(out),
            Choice::Act(Action::GoOn) if shown.chapters => return self.take_along(out),
            Choice::Act(Action::SoFar) => {
                self.result(out, true);
                out.gap();
                self.prompt(out);
                return Vec::new();
            }
            _ => {}
        }
        let answers = matches!(chosen.does, Choice::Answer(..) | Choice::Whom(_));
        let echo = answers.then(|| self.echo("plain-said", &chosen.label));
        let effects = guide::take(&mut self.state, chosen.does);
        self.moved(out, echo);
        effects
    }

    /// The rows that apply, all at once.
    fn list(&mut self, out: &mut Print, shown: &View, typed: Typed<'_>, line: &str) -> Vec<Effect> {
        let read = match typed {
            Typed::Nothing | Typed::Order(Order::None) => Ok(typed::Rows::default()),
            Typed::Order(Order::GoOn) if !self.answered_before(shown) => Ok(typed::Rows::default()),
            Typed::Order(Order::GoOn) => {
                guide::keep(&mut self.state);
                return self.moved(out, None);
            }
            _ => typed::rows(&self.state.language, line, shown.rows.len()),
        };
        let rows = match read {
            Ok(rows) => rows,
            Err(piece) => {
                self.unknown(out, piece);
                return Vec::new();
            }
        };
        let finding = |row: &usize| match shown.rows.get(*row).map(|row| row.does) {
            Some(Choice::Tick(finding)) => Some(finding),
            _ => None,
        };
        let yes: Vec<usize> = rows.yes.iter().filter_map(finding).collect();
        let not_sure: Vec<usize> = rows.not_sure.iter().filter_map(finding).collect();
        let others = if rows.others_not_sure {
            Answer::NotSure
        } else {
            Answer::YesNo(false)
        };
        let echo = self.understood(shown, &rows);
        guide::answer_list(&mut self.state, &yes, &not_sure, others);
        self.moved(out, Some(echo))
    }

    /// What was understood of a list, so that a slip is heard.
    fn understood(&self, shown: &View, rows: &typed::Rows) -> Print {
        let mut echo = self.print();
        let labels = |rows: &[usize]| {
            let labels: Vec<&str> = rows
                .iter()
                .filter_map(|row| shown.rows.get(*row))
                .map(|row| row.label.as_str())
                .collect();
            labels.join("; ")
        };
        if !rows.yes.is_empty() {
            echo.say(&self.with("plain-understood-yes", &[("said", &labels(&rows.yes))]));
        }
        if !rows.not_sure.is_empty() {
            let said = labels(&rows.not_sure);
            echo.say(&self.with("plain-understood-not-sure", &[("said", &said)]));
        }
        let some = !rows.yes.is_empty() || !rows.not_sure.is_empty();
        echo.say(&self.say(match (some, rows.others_not_sure) {
            (true, false) => "plain-others-no",
            (true, true) => "plain-others-not-sure",
            (false, false) => "plain-all-no",
            (false, true) => "plain-all-not-sure",
        }));
        echo
    }

    /// Seconds of the next timed part of a self-check; after the last it begins
    /// again.
    fn seconds(&self, exam: usize) -> Option<u16> {
        let parts = &self.state.engine.knowledge.self_exams.get(exam)?.seconds;
        let started = if self.timer.of == Some(exam) {
            self.timer.started
        } else {
            0
        };
        parts.get(started % parts.len().max(1)).copied()
    }

    fn timed(&self) -> Option<(usize, u16)> {
        match (&self.state.guide.layer, self.state.guide.page()) {
            (None, Page::Check(exam)) => Some((exam, self.seconds(exam)?)),
            _ => None,
        }
    }

    fn start_time(&mut self, out: &mut Print, line: &str) -> Vec<Effect> {
        let Some((exam, seconds)) = self.timed() else {
            self.unknown(out, line);
            return Vec::new();
        };
        if self.timer.of != Some(exam) {
            self.timer = Timer::default();
        }
        self.timer.of = Some(exam);
        self.timer.started += 1;
        let end = self.state.now + Duration::from_secs(u64::from(seconds));
        self.timer.running = Some((end, seconds));
        out.say(&self.with("plain-time-started", &[("seconds", &seconds.to_string())]));
        Vec::new()
    }

    /// Time has passed.
    pub(super) fn wake(&mut self, out: &mut Print, now: Duration) -> Vec<Effect> {
        let before = self.shown().rows;
        let effects = self.pass(crate::app::Message::Wake(now));
        if let Some((_, seconds)) = self.timer.running.filter(|(end, _)| *end <= now) {
            self.timer.running = None;
            out.say(&self.with("plain-time-over", &[("seconds", &seconds.to_string())]));
            self.prompt(out);
        } else if self.over.is_empty()
            && self.state.face == Face::Guide
            && self.shown().rows != before
        {
            self.show(out);
        }
        effects
    }
}

/// The row that gives this answer.
fn said(shown: &View, answer: Answer) -> Option<usize> {
    shown
        .rows
        .iter()
        .position(|row| matches!(row.does, Choice::Answer(_, given) if given == answer))
}
