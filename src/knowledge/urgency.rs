//! The five classes of urgency.

use serde::{Deserialize, Serialize};

/// How soon someone should be seen. Ordered: a later variant is more urgent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum Urgency {
    /// Look after it yourself; a visit if it does not go.
    SelfCare,
    /// A routine visit within weeks.
    Weeks,
    /// A visit within two to seven days.
    Days,
    /// Be seen today.
    SameDay,
    /// Ambulance or emergency department, now.
    Now,
}

impl Urgency {
    /// All classes, the least urgent first.
    pub const ALL: [Self; 5] = [
        Self::SelfCare,
        Self::Weeks,
        Self::Days,
        Self::SameDay,
        Self::Now,
    ];

    /// The stable word in files and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::SelfCare => "self-care",
            Self::Weeks => "weeks",
            Self::Days => "days",
            Self::SameDay => "same-day",
            Self::Now => "now",
        }
    }
}
