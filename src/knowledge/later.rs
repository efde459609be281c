//! Lists that the built-in knowledge base unpacks when they are first looked at:
//! the first screen needs but a seventh of it.

use std::fmt;
use std::ops::Deref;
use std::slice::Iter;

use serde::{Deserialize, Deserializer};

/// A list that is there, or one the program carries and unpacks when it is first
/// looked at. Looking at it is all that can be done with it, so which of the two
/// it is makes no difference to anybody.
#[derive(Clone)]
pub enum Later<'a, T: 'a> {
    /// Read from files.
    Here(Vec<T>),
    /// Carried by the program: all lists of this kind, and which of them it is.
    Carried(fn() -> &'a [Vec<T>], usize),
}

impl<T: fmt::Debug> fmt::Debug for Later<'_, T> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(to)
    }
}

impl<T> Default for Later<'_, T> {
    fn default() -> Self {
        Self::Here(Vec::new())
    }
}

impl<T> From<Vec<T>> for Later<'_, T> {
    fn from(list: Vec<T>) -> Self {
        Self::Here(list)
    }
}

impl<T> Deref for Later<'_, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Self::Here(list) => list,
            Self::Carried(all, at) => all().get(*at).map_or(&[], Vec::as_slice),
        }
    }
}

impl<'s, T> IntoIterator for &'s Later<'_, T> {
    type Item = &'s T;
    type IntoIter = Iter<'s, T>;

    fn into_iter(self) -> Iter<'s, T> {
        self.iter()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Later<'_, T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut list = Vec::deserialize(from)?;
        // They are many, and stay as long as the program.
        list.shrink_to_fit();
        Ok(Self::Here(list))
    }
}
