//! The body map: where one stands on it, which marks belong to which leg, and
//! what they answer.
//!
//! Findings know no left and right, so the marks of each leg live here. They
//! count only while they agree with the answers: an answer given, taken back
//! or undone elsewhere always wins.

use super::TheEngine;
use crate::assessment::{Answer, Answers};
use crate::body::{Leg, Lit, Mark, Marks, Rule, Spot, Way, atlas, either, legs};
use crate::keys::Action;
use crate::knowledge::schema::AnswerKind;

/// Steps kept so that undo brings back the marks of each leg.
const REMEMBERED: usize = 200;

/// The map as it stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BodyMap {
    /// Where the cursor is.
    pub at: Spot,
    /// Said in words instead of a picture.
    pub words: bool,
    marks: Marks,
    memory: Vec<(Told, Marks)>,
}

/// What the answers say of places and legs.
#[derive(Debug, Clone, PartialEq)]
struct Told {
    /// By rule.
    places: Vec<Option<Mark>>,
    side: Option<Answer>,
}

/// Marks as they are to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown {
    /// Made on the map.
    own: Marks,
    /// From answers given elsewhere.
    echo: Marks,
}

impl Shown {
    /// The mark of a zone on a leg.
    pub fn get(&self, leg: Leg, zone: usize) -> Option<Mark> {
        let key = (leg, zone);
        self.own.get(&key).or_else(|| self.echo.get(&key)).copied()
    }

    fn all(&self) -> Marks {
        let mut all = self.echo.clone();
        all.extend(&self.own);
        all
    }
}

impl BodyMap {
    /// What is marked, with the answers given elsewhere.
    pub fn shown(&self, engine: TheEngine, answers: &Answers) -> Shown {
        let told = Told::of(engine, answers);
        let own = self.own(&told);
        let mut echo = Marks::new();
        for zone in atlas().listed() {
            let explained = atlas()
                .rules
                .iter()
                .zip(&told.places)
                .filter(|(rule, _)| atlas().speaks_of(rule, zone))
                .any(|(rule, said)| said.is_some() && atlas().meaning(rule, &own) == *said);
            if either(&own, zone).is_some() || explained {
                continue;
            }
            if let Some(mark) = atlas().told(zone, &told.places) {
                for leg in told.legs(engine, &own, zone) {
                    echo.insert((leg, zone), mark);
                }
            }
        }
        Shown { own, echo }
    }

    /// The marks of the map that agree with the answers.
    fn own(&self, told: &Told) -> Marks {
        if let Some((_, marks)) = self.memory.iter().rev().find(|(then, _)| then == told) {
            return marks.clone();
        }
        let mut marks = self.marks.clone();
        let stale: Vec<usize> = atlas()
            .listed()
            .into_iter()
            .filter(|&zone| {
                let said = either(&marks, zone);
                said.is_some() && atlas().told(zone, &told.places) != said
            })
            .collect();
        marks.retain(|(_, zone), _| !stale.contains(zone));
        marks
    }

    fn remember(&mut self, told: Told, marks: &Marks) {
        self.memory.retain(|(then, _)| *then != told);
        self.memory.push((told, marks.clone()));
        let surplus = self.memory.len().saturating_sub(REMEMBERED);
        self.memory.drain(..surplus);
    }

    /// Moves to a zone of the list, turning the leg where it is not seen.
    fn choose(&mut self, zone: usize) {
        self.at.zone = zone;
        if !atlas().is_drawn(self.at.view, zone) && atlas().is_drawn(self.at.view.other(), zone) {
            self.at.view = self.at.view.other();
        }
    }

    /// Moves up or down the list.
    fn step(&mut self, by: isize) {
        let listed = atlas().listed();
        let here = listed.iter().position(|&zone| zone == self.at.zone);
        let last = listed.len().saturating_sub(1);
        let next = here.unwrap_or(0).saturating_add_signed(by).min(last);
        if let Some(&zone) = listed.get(next) {
            self.choose(zone);
        }
    }

    fn go(&mut self, way: Way) {
        if !self.words {
            self.at = atlas().go(self.at, way);
            return;
        }
        match way {
            Way::Up => self.step(-1),
            Way::Down => self.step(1),
            Way::Left => self.at.leg = Leg::Left,
            Way::Right => self.at.leg = Leg::Right,
        }
    }

    /// Shows the leg from the other side, at the same zone or its counterpart.
    fn turn(&mut self) {
        self.at.view = self.at.view.other();
        if atlas().is_drawn(self.at.view, self.at.zone)
            || !atlas().is_drawn(self.at.view.other(), self.at.zone)
        {
            return;
        }
        let counterpart = match atlas().zones.get(self.at.zone).map(|zone| zone.id) {
            Some("calf") => "outer-shin",
            Some("heel" | "sole") => "foot-top",
            Some("foot-top" | "first-web") => "sole",
            _ => "thigh",
        };
        if let Some(zone) = atlas().zone(counterpart) {
            self.at.zone = zone;
        }
    }

    /// Makes a mark where the cursor is; the same one again takes it back.
    fn mark(&mut self, mark: Option<Mark>, engine: TheEngine, answers: &Answers) -> Answers {
        let told = Told::of(engine, answers);
        let before = self.shown(engine, answers);
        let zone = self.at.zone;
        let here = before.get(self.at.leg, zone);
        let mark = mark.filter(|&mark| here != Some(mark));
        if mark == here {
            return answers.clone();
        }
        let mut own = before.own.clone();
        if mark.is_some() {
            // What was said of this zone elsewhere becomes a mark of the map.
            for leg in Leg::BOTH {
                if let Some(&said) = before.echo.get(&(leg, zone)) {
                    own.insert((leg, zone), said);
                }
            }
        }
        let for_both = atlas()
            .zones
            .get(zone)
            .is_some_and(|zone| !zone.covers.is_empty());
        for leg in Leg::BOTH {
            if leg == self.at.leg || for_both {
                match mark {
                    Some(mark) => own.insert((leg, zone), mark),
                    None => own.remove(&(leg, zone)),
                };
            }
        }
        let mut all = before.all();
        all.retain(|&(_, at), _| at != zone);
        all.extend(own.iter().filter(|((_, at), _)| *at == zone));

        let mut changed = answers.clone();
        for rule in &atlas().rules {
            let now = atlas().meaning(rule, &all);
            // A rule of another zone changes only where this mark changes it.
            if atlas().speaks_of(rule, zone) || now != atlas().meaning(rule, &before.all()) {
                set(&mut changed, engine.knowledge.finding(rule.finding), now);
            }
        }
        told.set_side(
            engine,
            &mut changed,
            legs(&before.own).len(),
            legs(&own).len(),
        );
        self.remember(told, &before.own);
        self.remember(Told::of(engine, &changed), &own);
        self.marks = own;
        changed
    }
}

impl Told {
    fn of(engine: TheEngine, answers: &Answers) -> Self {
        let place = |rule: &Rule| match answers.get(engine.knowledge.finding(rule.finding)?)? {
            Answer::YesNo(true) => Some(Mark::Yes),
            Answer::YesNo(false) => Some(Mark::No),
            _ => Some(Mark::NotSure),
        };
        Self {
            places: atlas().rules.iter().map(place).collect(),
            side: engine
                .knowledge
                .finding("side")
                .and_then(|side| answers.get(side)),
        }
    }

    /// The legs on which an answer given elsewhere is shown: both, unless only
    /// one leg can be meant.
    fn legs(&self, engine: TheEngine, own: &Marks, zone: usize) -> Vec<Leg> {
        let marked = legs(own);
        let for_both = atlas()
            .zones
            .get(zone)
            .is_some_and(|zone| !zone.covers.is_empty());
        let said_both = self.side.is_some() && self.side == level(engine, "both");
        if marked.len() == 1 && !for_both && !said_both {
            marked
        } else {
            Leg::BOTH.to_vec()
        }
    }

    /// Sets "one leg or both" where it stands as the map left it, or open.
    fn set_side(
        &self,
        engine: TheEngine,
        answers: &mut Answers,
        legs_before: usize,
        legs_now: usize,
    ) {
        let by_marks = |legs| match legs {
            0 => None,
            1 => level(engine, "one"),
            _ => level(engine, "both"),
        };
        let Some(side) = engine.knowledge.finding("side") else {
            return;
        };
        if self.side.is_some() && self.side != by_marks(legs_before) {
            return;
        }
        match by_marks(legs_now) {
            Some(answer) => answers.set(side, answer),
            None => answers.clear(side),
        }
    }
}

fn level(engine: TheEngine, name: &str) -> Option<Answer> {
    let at = engine.knowledge.finding("side")?;
    match &engine.knowledge.findings.get(at)?.answer {
        AnswerKind::OneOf(levels) => levels
            .iter()
            .position(|(level, _)| *level == name)
            .map(Answer::Level),
        _ => None,
    }
}

fn set(answers: &mut Answers, finding: Option<usize>, mark: Option<Mark>) {
    let Some(finding) = finding else {
        return;
    };
    match mark {
        Some(Mark::Yes) => answers.set(finding, Answer::YesNo(true)),
        Some(Mark::No) => answers.set(finding, Answer::YesNo(false)),
        Some(Mark::NotSure) => answers.set(finding, Answer::NotSure),
        None => answers.clear(finding),
    }
}

/// What an action does on the map. Returns the answers where it changed them.
pub fn apply(
    map: &mut BodyMap,
    action: Action,
    engine: TheEngine,
    answers: &Answers,
) -> Option<Answers> {
    let mark = match action {
        Action::Up => return go(map, Way::Up),
        Action::Down => return go(map, Way::Down),
        Action::Left => return go(map, Way::Left),
        Action::Right => return go(map, Way::Right),
        Action::PageUp => return stepped(map, -4),
        Action::PageDown => return stepped(map, 4),
        Action::First => return stepped(map, isize::MIN),
        Action::Last => return stepped(map, isize::MAX),
        Action::NextPane | Action::PreviousPane => {
            map.at.leg = map.at.leg.other();
            return None;
        }
        Action::OtherSide => {
            map.turn();
            return None;
        }
        Action::AsWords => {
            map.words = !map.words;
            return None;
        }
        Action::Yes | Action::Open => Some(Mark::Yes),
        Action::No => Some(Mark::No),
        Action::NotSure => Some(Mark::NotSure),
        Action::Clear => None,
        _ => return None,
    };
    let changed = map.mark(mark, engine, answers);
    (changed != *answers).then_some(changed)
}

fn go(map: &mut BodyMap, way: Way) -> Option<Answers> {
    map.go(way);
    None
}

fn stepped(map: &mut BodyMap, by: isize) -> Option<Answers> {
    map.step(by);
    None
}

/// A click on a place: goes there and marks it, or takes the mark back.
/// Returns the answers where that changed them.
pub fn click(
    map: &mut BodyMap,
    place: usize,
    engine: TheEngine,
    answers: &Answers,
) -> Option<Answers> {
    map.at = atlas().spot(place)?;
    apply(map, Action::Yes, engine, answers)
}

/// Where the territory of a cause is felt.
pub fn territory(engine: TheEngine, cause: usize) -> Lit {
    engine
        .knowledge
        .causes
        .get(cause)
        .map(|cause| atlas().lit(&cause.territory))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests;
