//! The day it is in the waiting room.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

const DAY: i64 = 86_400;

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year, 0 to 9999.
    pub year: u16,
    /// Month, from 1.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

impl Date {
    /// The day at this many seconds since 1970, where clocks are this many
    /// minutes ahead of UTC.
    pub fn at(seconds: u64, minutes_ahead: i32) -> Self {
        let seconds = i64::try_from(seconds).unwrap_or(i64::MAX / 2);
        let local = seconds.saturating_add(i64::from(minutes_ahead).saturating_mul(60));
        Self::of_days(local.div_euclid(DAY))
    }

    /// After Howard Hinnant, "chrono-compatible low-level date algorithms",
    /// `civil_from_days`: years that begin in March, in eras of 400 of them.
    fn of_days(days: i64) -> Self {
        let days = days.clamp(0, 2_932_896) + 719_468;
        let era = days / 146_097;
        let of_era = days % 146_097;
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 {
            from_march + 3
        } else {
            from_march - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self {
            year: u16::try_from(year).unwrap_or(9_999),
            month: u8::try_from(month).unwrap_or(12),
            day: u8::try_from(day).unwrap_or(31),
        }
    }
}

/// As ISO 8601 writes it.
impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A text that is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoDate;

impl FromStr for Date {
    type Err = NoDate;

    fn from_str(text: &str) -> Result<Self, NoDate> {
        let figure = |from: usize, to: usize| {
            let digits = text.get(from..to).filter(|part| {
                !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
            })?;
            digits.parse::<u16>().ok()
        };
        let small = |from, to| figure(from, to).and_then(|figure| u8::try_from(figure).ok());
        let read = || {
            let date = Self {
                year: figure(0, 4)?,
                month: small(5, 7).filter(|month| (1..=12).contains(month))?,
                day: small(8, 10).filter(|day| (1..=31).contains(day))?,
            };
            (date.to_string() == text).then_some(date)
        };
        read().ok_or(NoDate)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64, minutes: i32) -> String {
        Date::at(seconds, minutes).to_string()
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        for (seconds, expected) in [
            (0, "1970-01-01"),
            (86_399, "1970-01-01"),
            (86_400, "1970-01-02"),
            (951_782_400, "2000-02-29"),
            (951_868_800, "2000-03-01"),
            (1_709_164_800, "2024-02-29"),
            (1_767_225_599, "2025-12-31"),
            (1_795_824_000, "2026-11-28"),
            (4_107_542_400, "2100-03-01"),
        ] {
            assert_eq!(at(seconds, 0), expected, "{seconds}");
        }
    }

    #[test]
    fn the_clock_of_the_place_decides() {
        // 2026-11-28 at 23:30 UTC.
        let late = 1_795_824_000 + 23 * 3600 + 1800;
        assert_eq!(at(late, 0), "2026-11-28");
        assert_eq!(at(late, 60), "2026-11-29");
        assert_eq!(at(late, -300), "2026-11-28");
        assert_eq!(at(1_795_824_000, -1), "2026-11-27");
    }

    #[test]
    fn no_clock_is_too_wrong() {
        assert_eq!(at(u64::MAX, 840), "9999-12-31");
        assert_eq!(at(0, -720), "1970-01-01");
    }

    #[test]
    fn every_day_is_read_as_it_is_written() {
        let mut before = None;
        for day in 0..40_000 {
            let date = Date::of_days(day);
            assert_eq!(date.to_string().parse(), Ok(date));
            assert!(before < Some(date));
            before = Some(date);
        }
        for text in [
            "",
            "2026-13-01",
            "2026-00-01",
            "2026-1-01",
            "2026-01-32",
            "2026/01/01",
            "+026-01-01",
            "2026-01-01 ",
        ] {
            assert_eq!(text.parse::<Date>(), Err(NoDate), "{text}");
        }
    }
}
