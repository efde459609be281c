//! Dates and times as the reader writes them. The clock is read elsewhere.

use crate::language::Language;

/// Countries that write the month first.
const MONTH_FIRST: [&str; 2] = ["US", "PH"];
/// Countries that write the year first.
const YEAR_FIRST: [&str; 9] = ["CN", "JP", "KR", "TW", "HU", "LT", "MN", "SE", "ZA"];
/// Countries where most people count hours to twelve.
const TWELVE_HOURS: [&str; 9] = ["US", "PH", "AU", "NZ", "CA", "IN", "PK", "BD", "EG"];

/// A moment on the clock of the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Civil {
    /// Year.
    pub year: i64,
    /// Month from 1.
    pub month: u8,
    /// Day from 1.
    pub day: u8,
    /// Hour from 0.
    pub hour: u8,
    /// Minute.
    pub minute: u8,
    /// Minutes ahead of UTC, where the clock of the reader is known.
    pub offset: Option<i16>,
}

/// A moment in two writings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Moment {
    /// As the reader writes it.
    pub shown: String,
    /// After ISO 8601, for programs.
    pub iso: String,
}

impl Civil {
    /// The moment so many seconds after the start of 1970 in UTC, on a clock
    /// that is so many minutes ahead.
    pub fn of_unix(seconds: i64, offset: Option<i16>) -> Self {
        let minutes = seconds.div_euclid(60) + i64::from(offset.unwrap_or(0));
        let days = minutes.div_euclid(24 * 60);
        // Years that begin in March have their leap day at the end.
        let days = days + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let part = |value: i64| u8::try_from(value).unwrap_or(0);
        let month_from_january = if month < 10 { month + 3 } else { month - 9 };
        Self {
            year: year + era * 400 + i64::from(month_from_january <= 2),
            month: part(month_from_january),
            day: part(of_year - (153 * month + 2) / 5 + 1),
            hour: part(minutes.div_euclid(60).rem_euclid(24)),
            minute: part(minutes.rem_euclid(60)),
            offset,
        }
    }

    /// Both writings; `locale` is the first set one of `LC_ALL`, `LC_TIME` and
    /// `LANG`.
    pub fn moment(self, locale: &str, language: &Language) -> Moment {
        Moment {
            shown: self.shown(locale, language),
            iso: self.iso(),
        }
    }

    fn shown(self, locale: &str, language: &Language) -> String {
        let plain = locale.split(['.', '@']).next().unwrap_or_default();
        let country = plain
            .split(['_', '-'])
            .nth(1)
            .unwrap_or_default()
            .to_ascii_uppercase();
        let of = |countries: &[&str]| countries.contains(&country.as_str());
        let minute = self.minute;
        let mut time = if of(&TWELVE_HOURS) {
            let hour = (self.hour + 11) % 12 + 1;
            let key = if self.hour < 12 {
                "sum-time-am"
            } else {
                "sum-time-pm"
            };
            language.with(key, &[("time", &format!("{hour}:{minute:02}"))])
        } else {
            format!("{:02}:{minute:02}", self.hour)
        };
        if self.offset.is_none() {
            time = language.with("sum-time-utc", &[("time", &time)]);
        }
        let months = language.say("sum-months");
        let month = months
            .split(' ')
            .nth(usize::from(self.month).saturating_sub(1));
        let key = if of(&MONTH_FIRST) {
            "sum-date-month-first"
        } else if of(&YEAR_FIRST) {
            "sum-date-year-first"
        } else {
            "sum-date-day-first"
        };
        language.with(
            key,
            &[
                ("day", &self.day.to_string()),
                ("month", month.unwrap_or_default()),
                ("year", &self.year.to_string()),
                ("iso", &self.date()),
                ("time", &time),
            ],
        )
    }

    fn date(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    fn iso(self) -> String {
        let offset = match self.offset {
            None | Some(0) => "Z".to_owned(),
            Some(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                let minutes = minutes.unsigned_abs();
                format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        };
        format!(
            "{}T{:02}:{:02}:00{offset}",
            self.date(),
            self.hour,
            self.minute
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(seconds: i64, offset: Option<i16>, locale: &str) -> Moment {
        Civil::of_unix(seconds, offset).moment(locale, &Language::english().unwrap())
    }

    #[test]
    fn the_date_is_written_as_the_country_writes_it() {
        // 28 November 2026, 13:05 in UTC.
        let now = 1_795_871_100;
        for (locale, offset, shown) in [
            ("en_GB.UTF-8", Some(0), "28 November 2026, 13:05"),
            ("de_AT.UTF-8@euro", Some(60), "28 November 2026, 14:05"),
            ("en_US.UTF-8", Some(-300), "November 28, 2026, 8:05 am"),
            ("en-AU", Some(660), "29 November 2026, 12:05 am"),
            ("sv_SE", Some(60), "2026-11-28, 14:05"),
            ("C", None, "28 November 2026, 13:05 UTC"),
            ("", Some(330), "28 November 2026, 18:35"),
        ] {
            assert_eq!(moment(now, offset, locale).shown, shown, "{locale}");
        }
    }

    #[test]
    fn programs_get_the_offset() {
        let now = 1_795_871_100;
        assert_eq!(moment(now, None, "").iso, "2026-11-28T13:05:00Z");
        assert_eq!(moment(now, Some(-210), "").iso, "2026-11-28T09:35:00-03:30");
        assert_eq!(moment(now, Some(60), "").iso, "2026-11-28T14:05:00+01:00");
    }

    #[test]
    fn days_are_counted_through_leap_years_and_before_1970() {
        for (seconds, iso) in [
            (0, "1970-01-01T00:00:00Z"),
            (-60, "1969-12-31T23:59:00Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (951_868_800, "2000-03-01T00:00:00Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
            (1_709_164_800, "2024-02-29T00:00:00Z"),
            (1_735_689_540, "2024-12-31T23:59:00Z"),
        ] {
            assert_eq!(moment(seconds, None, "").iso, iso);
        }
    }
}
