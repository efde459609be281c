//! Typed conditions over answers, in three-valued logic.
//!
//! [`Expr`] is what the files hold; [`Condition`] is the same with ids turned
//! into positions. Both are true, false or unknown (Kleene): an unanswered
//! question never makes a condition true and never makes it false.

use serde::Deserialize;

/// A condition as written in the files.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Expr<'a> {
    /// A yes/no finding is answered yes.
    #[serde(borrow)]
    Yes(&'a str),
    /// Any of these is answered yes.
    #[serde(borrow)]
    AnyYes(Vec<&'a str>),
    /// All of these are answered yes.
    #[serde(borrow)]
    AllYes(Vec<&'a str>),
    /// A finding has this level.
    Is(&'a str, &'a str),
    /// A finding has one of these levels.
    In(&'a str, #[serde(borrow)] Vec<&'a str>),
    /// A number is at least this, in the finding's own unit.
    AtLeast(&'a str, f64),
    /// A number is above this.
    Above(&'a str, f64),
    /// A number is at most this.
    AtMost(&'a str, f64),
    /// A number is below this.
    Below(&'a str, f64),
    /// The points of a score that are certain reach this many.
    Score(&'a str, i8),
    /// At least this many of the conditions are true.
    Count(usize, #[serde(borrow)] Vec<Expr<'a>>),
    /// Any of the conditions is true.
    #[serde(borrow)]
    Any(Vec<Expr<'a>>),
    /// All of the conditions are true.
    #[serde(borrow)]
    All(Vec<Expr<'a>>),
    /// The condition is false.
    #[serde(borrow)]
    Not(Box<Expr<'a>>),
}

/// A value of three-valued logic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Truth {
    /// Known to hold.
    True,
    /// Known not to hold.
    False,
    /// Not known.
    Unknown,
}

impl Truth {
    /// True or false.
    pub fn known(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }
}

impl std::ops::Not for Truth {
    type Output = Self;

    /// The negation; unknown stays unknown.
    fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }
}

/// What is known of one finding.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Fact {
    /// Nothing: not asked, or "not sure".
    #[default]
    Unknown,
    /// A yes/no finding.
    YesNo(bool),
    /// The position of a one-of finding's level.
    Level(usize),
    /// A number in the finding's own unit.
    Number(f64),
}

/// A source of facts by position of the finding.
pub trait Facts {
    /// What is known of the finding at this position.
    fn fact(&self, finding: usize) -> Fact;
}

impl Facts for [Fact] {
    fn fact(&self, finding: usize) -> Fact {
        self.get(finding).copied().unwrap_or_default()
    }
}

/// A condition with ids turned into positions.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// The yes/no finding is answered yes.
    Yes(usize),
    /// The one-of finding has one of these levels.
    In(usize, Vec<usize>),
    /// The number compares so with the limit.
    Number(usize, Comparison, f64),
    /// At least so many of these are true.
    Count(usize, Vec<Condition>),
    /// The certain points of these reach so many.
    Points(i32, Vec<(i32, Condition)>),
    /// The condition is false.
    Not(Box<Condition>),
}

/// How a number is compared with a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `>=`
    AtLeast,
    /// `>`
    Above,
    /// `<=`
    AtMost,
    /// `<`
    Below,
}

impl Comparison {
    /// Whether `value` compares so with `limit`.
    pub fn holds(self, value: f64, limit: f64) -> bool {
        match self {
            Self::AtLeast => value >= limit,
            Self::Above => value > limit,
            Self::AtMost => value <= limit,
            Self::Below => value < limit,
        }
    }
}

impl Condition {
    /// The value of the condition under these facts.
    pub fn truth(&self, facts: &(impl Facts + ?Sized)) -> Truth {
        match self {
            Self::Yes(finding) => match facts.fact(*finding) {
                Fact::YesNo(value) => Truth::known(value),
                _ => Truth::Unknown,
            },
            Self::In(finding, levels) => match facts.fact(*finding) {
                Fact::Level(level) => Truth::known(levels.contains(&level)),
                _ => Truth::Unknown,
            },
            Self::Number(finding, comparison, limit) => match facts.fact(*finding) {
                Fact::Number(value) => Truth::known(comparison.holds(value, *limit)),
                _ => Truth::Unknown,
            },
            Self::Count(least, parts) => {
                reaches(*least, parts.iter().map(|part| (1, part.truth(facts))))
            }
            Self::Points(least, items) => reaches(
                *least,
                items
                    .iter()
                    .map(|(points, item)| (*points, item.truth(facts))),
            ),
            Self::Not(inner) => !inner.truth(facts),
        }
    }

    /// Calls `visit` with every finding the condition mentions.
    pub fn each_finding(&self, visit: &mut impl FnMut(usize)) {
        match self {
            Self::Yes(finding) | Self::In(finding, _) | Self::Number(finding, _, _) => {
                visit(*finding);
            }
            Self::Count(_, parts) => parts.iter().for_each(|part| part.each_finding(visit)),
            Self::Points(_, items) => {
                items.iter().for_each(|(_, item)| item.each_finding(visit));
            }
            Self::Not(inner) => inner.each_finding(visit),
        }
    }

    /// Every finding the condition mentions, each once, in order.
    pub fn findings(&self) -> Vec<usize> {
        let mut found = Vec::new();
        self.each_finding(&mut |finding| found.push(finding));
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Whether what is certain reaches `least`, or could with what is unknown.
fn reaches<N>(least: N, parts: impl Iterator<Item = (N, Truth)>) -> Truth
where
    N: PartialOrd + Default + Copy + std::ops::Add<Output = N>,
{
    let (mut certain, mut possible) = (N::default(), N::default());
    for (points, truth) in parts {
        match truth {
            Truth::True => certain = certain + points,
            Truth::Unknown => possible = possible + points,
            Truth::False => {}
        }
    }
    if certain >= least {
        Truth::True
    } else if certain + possible < least {
        Truth::False
    } else {
        Truth::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(least: usize, parts: &[usize]) -> Condition {
        Condition::Count(
            least,
            parts.iter().map(|&part| Condition::Yes(part)).collect(),
        )
    }

    #[test]
    fn any_is_true_as_soon_as_one_is_true() {
        let facts = [Fact::Unknown, Fact::YesNo(true), Fact::YesNo(false)];
        assert_eq!(count(1, &[0, 1, 2]).truth(&facts[..]), Truth::True);
    }

    #[test]
    fn any_of_false_and_unknown_is_unknown() {
        let facts = [Fact::Unknown, Fact::YesNo(false)];
        assert_eq!(count(1, &[0, 1]).truth(&facts[..]), Truth::Unknown);
    }

    #[test]
    fn all_is_false_as_soon_as_one_is_false() {
        let facts = [Fact::Unknown, Fact::YesNo(false)];
        assert_eq!(count(2, &[0, 1]).truth(&facts[..]), Truth::False);
    }

    #[test]
    fn not_of_unknown_is_unknown() {
        let condition = Condition::Not(Box::new(Condition::Yes(0)));
        assert_eq!(condition.truth(&[Fact::Unknown][..]), Truth::Unknown);
    }

    #[test]
    fn an_empty_all_is_true_and_an_empty_any_is_false() {
        assert_eq!(count(0, &[]).truth(&[][..]), Truth::True);
        assert_eq!(count(1, &[]).truth(&[][..]), Truth::False);
    }

    #[test]
    fn points_count_only_what_is_certain() {
        let item = |finding| (1, Condition::Yes(finding));
        let score = Condition::Points(2, vec![item(0), item(1), item(2)]);
        let yes = Fact::YesNo(true);
        let no = Fact::YesNo(false);
        assert_eq!(score.truth(&[yes, yes, Fact::Unknown][..]), Truth::True);
        assert_eq!(score.truth(&[yes, Fact::Unknown, no][..]), Truth::Unknown);
        assert_eq!(score.truth(&[yes, no, no][..]), Truth::False);
    }

    #[test]
    fn numbers_compare_in_four_ways() {
        for (comparison, expected) in [
            (Comparison::AtLeast, true),
            (Comparison::Above, false),
            (Comparison::AtMost, true),
            (Comparison::Below, false),
        ] {
            let condition = Condition::Number(0, comparison, 2.0);
            assert_eq!(
                condition.truth(&[Fact::Number(2.0)][..]),
                Truth::known(expected)
            );
        }
    }
}
