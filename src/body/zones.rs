//! The zones of the leg, and what a mark on them says.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Atlas, Leg};

/// A place on the leg.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Zone {
    /// Stable id, the same as in the findings.
    pub id: &'static str,
    /// A shade, 0 to 3, that differs from that of every zone beside it.
    pub tone: usize,
    /// Nerves of its skin.
    #[serde(default)]
    pub nerves: Vec<&'static str>,
    /// Roots of its skin.
    #[serde(default)]
    pub roots: Vec<&'static str>,
    /// Zones it stands for where it has no place of its own; it is one row for both legs.
    #[serde(default)]
    pub covers: Vec<&'static str>,
    /// Drawn so that the leg looks like one; no one can choose it.
    #[serde(default)]
    pub scenery: bool,
}

/// How a finding follows from zones.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The finding.
    pub finding: &'static str,
    /// Its zones.
    pub zones: Vec<&'static str>,
    /// Whether other zones matter.
    #[serde(default)]
    pub when: When,
}

/// Whether other zones matter for a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum When {
    /// They do not.
    #[default]
    Always,
    /// "Only or mostly there": no other zone is marked yes.
    Alone,
    /// "There too": another zone is marked yes.
    Among,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(super) struct ZonesFile {
    pub zones: Vec<Zone>,
    pub answers: Vec<Rule>,
}

/// What someone says of a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    /// It is numb or tingles.
    Yes,
    /// It is not.
    No,
    /// They do not know.
    NotSure,
}

/// Marks by leg and zone.
pub type Marks = BTreeMap<(Leg, usize), Mark>;

/// What is said of a zone on one leg or the other: the stronger one.
pub fn either(marks: &Marks, zone: usize) -> Option<Mark> {
    let of = |leg| marks.get(&(leg, zone)).copied();
    let both = [of(Leg::Left), of(Leg::Right)];
    [Mark::Yes, Mark::NotSure, Mark::No]
        .into_iter()
        .find(|&mark| both.contains(&Some(mark)))
}

/// The legs with a yes.
pub fn legs(marks: &Marks) -> Vec<Leg> {
    Leg::BOTH
        .into_iter()
        .filter(|&leg| {
            marks
                .iter()
                .any(|(&(at, _), &mark)| at == leg && mark == Mark::Yes)
        })
        .collect()
}

impl Atlas {
    /// Whether a rule speaks of a zone.
    pub fn speaks_of(&self, rule: &Rule, zone: usize) -> bool {
        self.zones
            .get(zone)
            .is_some_and(|zone| rule.zones.contains(&zone.id))
    }

    /// What marks say of a finding. "No" needs all its zones.
    pub fn meaning(&self, rule: &Rule, marks: &Marks) -> Option<Mark> {
        let said: Vec<Option<Mark>> = rule
            .zones
            .iter()
            .filter_map(|id| self.zone(id))
            .map(|zone| either(marks, zone))
            .collect();
        let others = marks.iter().any(|(&(_, zone), &mark)| {
            mark == Mark::Yes
                && !self.speaks_of(rule, zone)
                && self.zones.get(zone).is_some_and(|zone| !zone.scenery)
        });
        if said.contains(&Some(Mark::Yes)) {
            match (rule.when, others) {
                (When::Alone, true) | (When::Among, false) => None,
                _ => Some(Mark::Yes),
            }
        } else if said.iter().any(Option::is_none) {
            None
        } else if said.contains(&Some(Mark::NotSure)) {
            Some(Mark::NotSure)
        } else {
            Some(Mark::No)
        }
    }

    /// What answers say of a zone; `said` runs parallel to the rules.
    pub fn told(&self, zone: usize, said: &[Option<Mark>]) -> Option<Mark> {
        let about: Vec<Option<Mark>> = self
            .rules
            .iter()
            .zip(said)
            .filter(|(rule, _)| self.speaks_of(rule, zone))
            .map(|(_, &said)| said)
            .collect();
        // "Not only there" does not mean "not there": a no needs every question.
        [Mark::Yes, Mark::NotSure, Mark::No]
            .into_iter()
            .find(|&mark| about.contains(&Some(mark)))
            .filter(|&mark| mark == Mark::Yes || about.iter().all(Option::is_some))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::atlas;

    fn marks(of: &[(Leg, &str, Mark)]) -> Marks {
        of.iter()
            .map(|&(leg, id, mark)| ((leg, atlas().zone(id).unwrap()), mark))
            .collect()
    }

    fn said(of: &[(Leg, &str, Mark)]) -> Vec<(&'static str, Mark)> {
        let marks = marks(of);
        atlas()
            .rules
            .iter()
            .filter_map(|rule| Some((rule.finding, atlas().meaning(rule, &marks)?)))
            .collect()
    }

    #[test]
    fn marks_answer_the_questions_about_places() {
        use Leg::{Left, Right};
        use Mark::{No, NotSure, Yes};
        type Case<'c> = (&'c [(Leg, &'c str, Mark)], &'c [(&'c str, Mark)]);
        let cases: [Case<'_>; 9] = [
            (&[(Left, "calf", Yes)], &[("where-calf-back", Yes)]),
            (
                &[(Left, "calf", No), (Right, "calf", Yes)],
                &[("where-calf-back", Yes)],
            ),
            (&[(Left, "heel", Yes)], &[("where-sole", Yes)]),
            (&[(Left, "heel", No)], &[]),
            (
                &[(Left, "heel", No), (Right, "sole", No)],
                &[("where-sole", No)],
            ),
            (&[(Left, "first-web", Yes)], &[("where-first-web", Yes)]),
            (
                &[(Left, "first-web", Yes), (Left, "calf", Yes)],
                &[("where-calf-back", Yes), ("first-web-also", Yes)],
            ),
            (
                &[(Left, "toes-3-4", No)],
                &[("where-toes-34", No), ("forefoot-numb", No)],
            ),
            (&[(Left, "thigh", NotSure)], &[("where-thigh", NotSure)]),
        ];
        for (of, answers) in cases {
            assert_eq!(said(of), answers, "{of:?}");
        }
    }

    #[test]
    fn not_only_there_does_not_mean_not_there() {
        let zone = atlas().zone("first-web").unwrap();
        let told = |alone, among| {
            let said: Vec<Option<Mark>> = atlas()
                .rules
                .iter()
                .map(|rule| match rule.finding {
                    "where-first-web" => alone,
                    "first-web-also" => among,
                    _ => None,
                })
                .collect();
            atlas().told(zone, &said)
        };
        assert_eq!(told(Some(Mark::No), None), None);
        assert_eq!(told(Some(Mark::No), Some(Mark::No)), Some(Mark::No));
        assert_eq!(told(Some(Mark::No), Some(Mark::Yes)), Some(Mark::Yes));
        assert_eq!(told(Some(Mark::Yes), None), Some(Mark::Yes));
    }

    #[test]
    fn legs_are_those_with_a_yes() {
        let marks = marks(&[
            (Leg::Left, "calf", Mark::No),
            (Leg::Right, "calf", Mark::Yes),
        ]);
        assert_eq!(legs(&marks), [Leg::Right]);
    }
}
