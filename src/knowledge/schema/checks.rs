//! How what was seen in a self-check becomes answers.

use serde::Deserialize;

/// A side of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
pub enum Side {
    /// The right one.
    Right,
    /// The left one.
    Left,
}

impl Side {
    /// Both, in the order they are checked.
    pub const BOTH: [Self; 2] = [Self::Right, Self::Left];
}

/// How one finding of a self-check is entered; the finding stands first.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Enter<'a> {
    /// Once, as it is answered elsewhere.
    #[serde(borrow)]
    Once(&'a str),
    /// Yes or no of each leg; yes if either.
    Either(&'a str),
    /// Which leg, if any: two legs are compared. Yes if one is.
    Which(&'a str),
    /// Fine or not of each leg; the levels for none, one and both failing.
    Legs(&'a str, &'a str, &'a str, &'a str),
    /// A level of each leg; the one that stands first here counts. The last
    /// one is the healthy one.
    Worst(&'a str, Vec<&'a str>),
    /// A number of each leg; the larger counts.
    Larger(&'a str),
    /// A measure of each leg within these limits; the difference counts.
    Difference(&'a str, (f64, f64)),
    /// Toes touched in this order, counted from the big one; how many were not
    /// felt.
    NotFelt(&'a str, Vec<(Side, u8)>),
}

impl<'a> Enter<'a> {
    /// The finding that is set.
    pub fn finding(&self) -> &'a str {
        match self {
            Self::Once(id)
            | Self::Either(id)
            | Self::Which(id)
            | Self::Legs(id, ..)
            | Self::Worst(id, _)
            | Self::Larger(id)
            | Self::Difference(id, _)
            | Self::NotFelt(id, _) => id,
        }
    }

    /// How many times something is entered for it.
    pub fn slots(&self) -> usize {
        match self {
            Self::Once(_) | Self::Which(_) => 1,
            Self::NotFelt(_, toes) => toes.len(),
            _ => Side::BOTH.len(),
        }
    }

    /// The levels it names.
    pub fn levels(&self) -> Vec<&'a str> {
        match self {
            Self::Legs(_, none, one, both) => vec![none, one, both],
            Self::Worst(_, levels) => levels.clone(),
            _ => Vec::new(),
        }
    }
}
