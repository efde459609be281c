//! The time now, on the clock of the reader.

use std::time::{SystemTime, UNIX_EPOCH};

use tz::TimeZone;

use crate::language::Language;
use crate::report::dates::{Civil, Moment};

/// Now in the time zone of this process, and its locale of dates.
pub fn read() -> (Civil, String) {
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(0));
    let offset = TimeZone::local().ok().and_then(|zone| {
        let local = zone.find_local_time_type(seconds).ok()?;
        i16::try_from(local.ut_offset() / 60).ok()
    });
    let locale = ["LC_ALL", "LC_TIME", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|locale| !locale.is_empty());
    (Civil::of_unix(seconds, offset), locale.unwrap_or_default())
}

/// Now, as the reader writes it.
pub fn now(language: &Language) -> Moment {
    let (civil, locale) = read();
    civil.moment(&locale, language)
}
