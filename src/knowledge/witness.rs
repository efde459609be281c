//! Finds answers that make a red flag fire: proof that it can, and the
//! shortest story in which it does.

use super::Knowledge;
use super::expression::{Condition, Fact, Truth};
use super::schema::AnswerKind;

/// Answers, by position of the finding, that make a rule fire.
pub type Witness = Vec<(usize, Fact)>;

/// Steps after which the search gives up; the largest shipped rule needs some hundreds.
const MOST_STEPS: usize = 200_000;

/// Finds answers under which `when` is true and `unless` is not.
///
/// Only findings for which `allowed` holds are answered. Everything else stays
/// open, which can only help: an open question never makes `unless` true.
pub fn witness(
    knowledge: &Knowledge<'_>,
    when: &Condition,
    unless: Option<&Condition>,
    allowed: &dyn Fn(usize) -> bool,
) -> Option<Witness> {
    let mut search = Search {
        knowledge,
        unless,
        allowed,
        facts: vec![Fact::Unknown; knowledge.findings.len()],
        steps: 0,
    };
    let mut goals = vec![(when, true)];
    search.satisfy(&mut goals).then(|| {
        search
            .facts
            .iter()
            .enumerate()
            .filter(|(_, fact)| **fact != Fact::Unknown)
            .map(|(at, fact)| (at, *fact))
            .collect()
    })
}

struct Search<'s> {
    knowledge: &'s Knowledge<'s>,
    unless: Option<&'s Condition>,
    allowed: &'s dyn Fn(usize) -> bool,
    facts: Vec<Fact>,
    steps: usize,
}

impl<'s> Search<'s> {
    /// Satisfies all goals (a condition and the value it must have) by backtracking.
    fn satisfy(&mut self, goals: &mut Vec<(&'s Condition, bool)>) -> bool {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return false;
        }
        let Some((goal, wanted)) = goals.pop() else {
            return self
                .unless
                .is_none_or(|unless| unless.truth(self.facts.as_slice()) != Truth::True);
        };
        let done = match (goal, wanted) {
            (Condition::Not(inner), _) => {
                goals.push((inner, !wanted));
                let done = self.satisfy(goals);
                goals.pop();
                done
            }
            (Condition::Yes(finding), _) => self.assign(*finding, Fact::YesNo(wanted), goals),
            (Condition::In(finding, levels), _) => self
                .levels(*finding)
                .filter(|level| levels.contains(level) == wanted)
                .collect::<Vec<_>>()
                .into_iter()
                .any(|level| self.assign(*finding, Fact::Level(level), goals)),
            (Condition::Number(finding, comparison, limit), _) => {
                let candidates = self.candidates(*finding, *limit);
                candidates
                    .into_iter()
                    .filter(|value| comparison.holds(*value, *limit) == wanted)
                    .any(|value| self.assign(*finding, Fact::Number(value), goals))
            }
            (Condition::Count(least, parts), true) => self.choose(parts, *least, true, goals),
            (Condition::Count(least, parts), false) => {
                match (parts.len() + 1).checked_sub(*least) {
                    Some(needed) => self.choose(parts, needed, false, goals),
                    None => self.satisfy(goals),
                }
            }
            (Condition::Points(least, items), true) => self.score(items, *least, goals),
            (Condition::Points(..), false) => self.satisfy(goals),
        };
        goals.push((goal, wanted));
        done
    }

    /// Gives `needed` of the parts the wanted value, in every way.
    fn choose(
        &mut self,
        parts: &'s [Condition],
        needed: usize,
        wanted: bool,
        goals: &mut Vec<(&'s Condition, bool)>,
    ) -> bool {
        if needed == 0 {
            return self.satisfy(goals);
        }
        let Some((first, rest)) = parts.split_first() else {
            return false;
        };
        if parts.len() < needed {
            return false;
        }
        let depth = goals.len();
        goals.push((first, wanted));
        let done = self.choose(rest, needed - 1, wanted, goals);
        goals.truncate(depth);
        done || self.choose(rest, needed, wanted, goals)
    }

    /// Collects points until there are enough.
    fn score(
        &mut self,
        items: &'s [(i32, Condition)],
        least: i32,
        goals: &mut Vec<(&'s Condition, bool)>,
    ) -> bool {
        if least <= 0 {
            return self.satisfy(goals);
        }
        let Some(((points, item), rest)) = items.split_first() else {
            return false;
        };
        let depth = goals.len();
        goals.push((item, true));
        let done = self.score(rest, least - points, goals);
        goals.truncate(depth);
        done || self.score(rest, least, goals)
    }

    fn assign(
        &mut self,
        finding: usize,
        fact: Fact,
        goals: &mut Vec<(&'s Condition, bool)>,
    ) -> bool {
        let Some(slot) = self.facts.get_mut(finding) else {
            return false;
        };
        match *slot {
            Fact::Unknown if (self.allowed)(finding) => {
                *slot = fact;
                let done = self.satisfy(goals);
                if !done && let Some(slot) = self.facts.get_mut(finding) {
                    *slot = Fact::Unknown;
                }
                done
            }
            known if known == fact => self.satisfy(goals),
            _ => false,
        }
    }

    fn levels(&self, finding: usize) -> impl Iterator<Item = usize> + use<> {
        let count = match self
            .knowledge
            .findings
            .get(finding)
            .map(|entry| &entry.answer)
        {
            Some(AnswerKind::OneOf(levels)) => levels.len(),
            _ => 0,
        };
        0..count
    }

    /// Values just below, at and just above a limit, and any value already set.
    fn candidates(&self, finding: usize, limit: f64) -> Vec<f64> {
        if let Some(Fact::Number(value)) = self.facts.get(finding) {
            return vec![*value];
        }
        let Some(AnswerKind::Number(kind)) = self
            .knowledge
            .findings
            .get(finding)
            .map(|entry| &entry.answer)
        else {
            return Vec::new();
        };
        let (low, high) = kind.range;
        let step = ((high - low) / 1000.0).min(0.01);
        [limit, limit + step, limit - step, high, low]
            .into_iter()
            .filter(|value| (low..=high).contains(value))
            .collect()
    }
}
