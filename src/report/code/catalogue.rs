//! The numbers of findings and levels in codes. They never change: a number is
//! never given to anything else, and new ones are added at the end.

use std::sync::LazyLock;

use crate::built_in;

/// How the answers of a finding are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    /// Yes or no.
    YesNo,
    /// Its levels in the order of their numbers, between spaces.
    Levels(&'a str),
    /// A number in this unit.
    Number(&'a str),
}

impl<'a> Kind<'a> {
    /// The number of a level.
    pub(super) fn level(self, name: &str) -> Option<usize> {
        match self {
            Self::Levels(names) => names.split(' ').position(|level| level == name),
            _ => None,
        }
    }

    /// The level of a number.
    pub(super) fn level_name(self, number: usize) -> Option<&'a str> {
        match self {
            Self::Levels(names) => names.split(' ').nth(number),
            _ => None,
        }
    }
}

/// Every finding that has a number, in the order of the numbers.
pub(super) fn entries() -> impl Iterator<Item = (&'static str, Kind<'static>)> {
    static TEXT: LazyLock<String> =
        LazyLock::new(|| String::from_utf8(built_in::answer_code()).unwrap_or_default());
    TEXT.lines().map(|line| {
        let (id, rest) = line.split_once(' ').unwrap_or((line, ""));
        let kind = match rest.split_once(' ') {
            Some(("levels", names)) => Kind::Levels(names),
            Some(("number", unit)) => Kind::Number(unit),
            _ => Kind::YesNo,
        };
        (id, kind)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::schema::AnswerKind;
    use crate::knowledge::{Files, Knowledge};
    use std::collections::HashSet;

    const LISTED: &str = include_str!("../../../assets/answer-code.txt");

    /// Lines that are out in the world, and a sum over them. A line that was
    /// added moves them on: `cargo test catalogue` says the new pair.
    const FROZEN: (usize, u64) = (351, 0xd323_ab3e_c54b_1b3d);

    fn sum(lines: usize) -> u64 {
        LISTED
            .lines()
            .take(lines)
            .fold(0xcbf2_9ce4_8422_2325, |sum, line| {
                line.bytes().chain(*b"\n").fold(sum, |sum, byte| {
                    (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
                })
            })
    }

    #[test]
    fn numbers_that_were_given_out_stay_as_they_are() {
        let (lines, frozen) = FROZEN;
        assert_eq!(
            sum(lines),
            frozen,
            "a line of assets/answer-code.txt changed: codes on paper would mean something else. Only add lines at its end."
        );
        let all = LISTED.lines().count();
        assert_eq!(
            (lines, frozen),
            (all, sum(all)),
            "lines were added to assets/answer-code.txt: write the right pair into FROZEN"
        );
    }

    #[test]
    fn the_packed_list_is_the_listed_one() {
        assert_eq!(entries().count(), LISTED.lines().count());
        let ids: HashSet<&str> = entries().map(|(id, _)| id).collect();
        assert_eq!(ids.len(), entries().count(), "an id has two numbers");
    }

    #[test]
    fn every_answer_of_the_knowledge_base_has_a_number() {
        let files = Files::embedded();
        let knowledge = Knowledge::load(&files).unwrap();
        for finding in &knowledge.findings {
            let (_, kind) = entries()
                .find(|(id, _)| *id == finding.id)
                .unwrap_or_else(|| {
                    panic!(
                        "add a line for `{}` at the end of assets/answer-code.txt",
                        finding.id
                    )
                });
            match &finding.answer {
                AnswerKind::YesNo(_) => assert_eq!(kind, Kind::YesNo, "{}", finding.id),
                AnswerKind::Number(number) => {
                    assert_eq!(kind, Kind::Number(number.unit), "{}", finding.id)
                }
                AnswerKind::OneOf(levels) => {
                    for (level, _) in levels {
                        let number = kind.level(level);
                        assert!(
                            number.is_some_and(|number| number < 32),
                            "add `{level}` at the end of the line of `{}`",
                            finding.id
                        );
                    }
                }
            }
        }
    }
}
