//! What a kiosk counts, where that is switched on: how many visits began and
//! how they ended, by day. Never what anybody answered.
//!
//! One record is one line of fixed length with a checksum. It has ends of lines
//! before it and behind it: so one cut short by a loss of power, or zeros that a
//! file system left, spoil neither the next record nor the one before.

use std::collections::BTreeMap;

use serde::Serialize;

use super::date::Date;
use crate::knowledge::Urgency;

/// Something worth counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happening {
    /// Somebody began.
    Started,
    /// Somebody came to a result or ended it, with the urgency shown last.
    Finished(Option<Urgency>),
    /// Somebody went away, with the urgency shown last.
    TimedOut(Option<Urgency>),
}

/// Bytes of a record, with the ends of lines around it.
///
/// A process that is killed while it writes stops at the end of a page of the
/// file, with the rest of its record unwritten. Pages are a multiple of this
/// long, so in a file of whole records none lies across two of them. Earlier
/// records had 25 bytes, with one end of a line behind them; they are read alike.
pub const LENGTH: usize = 32;

/// The record of a happening: `2026-11-28 f 3 1a2b3c4d` between ends of lines,
/// as many behind it as make up its length.
pub fn record(day: Date, happening: Happening) -> String {
    let (letter, urgency) = match happening {
        Happening::Started => ('s', None),
        Happening::Finished(urgency) => ('f', urgency),
        Happening::TimedOut(urgency) => ('t', urgency),
    };
    let class = urgency
        .and_then(|urgency| Urgency::ALL.iter().position(|&one| one == urgency))
        .map_or_else(|| "-".to_owned(), |class| class.to_string());
    let said = format!("{day} {letter} {class}");
    let sum = checksum(said.as_bytes());
    let mut record = format!("\n{said} {sum:08x}");
    while record.len() < LENGTH {
        record.push('\n');
    }
    record
}

fn read(line: &str) -> Option<(Date, Happening)> {
    let (said, sum) = line.rsplit_once(' ')?;
    if sum.len() != 8 || u32::from_str_radix(sum, 16).ok()? != checksum(said.as_bytes()) {
        return None;
    }
    let mut parts = said.split(' ');
    let day = parts.next()?.parse().ok()?;
    let letter = parts.next()?;
    let urgency = match parts.next()? {
        "-" => None,
        class => Some(*Urgency::ALL.get(class.parse::<usize>().ok()?)?),
    };
    let happening = match letter {
        "s" => Happening::Started,
        "f" => Happening::Finished(urgency),
        "t" => Happening::TimedOut(urgency),
        _ => return None,
    };
    parts.next().is_none().then_some((day, happening))
}

/// CRC-32, as in zip.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| {
            (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg())
        })
    })
}

/// What was counted on one day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Day {
    /// Visits that began.
    pub started: u64,
    /// Visits that somebody ended.
    pub finished: u64,
    /// Visits somebody went away from.
    pub timed_out: u64,
    /// Visits by the urgency shown last, in the order of [`Urgency::ALL`].
    #[serde(skip)]
    pub urgency: [u64; Urgency::ALL.len()],
}

/// All that was counted, by day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// The days on which something was counted.
    pub days: BTreeMap<Date, Day>,
    /// Lines that are no record: cut short, or changed by somebody.
    pub damaged: u64,
}

impl Tally {
    /// Adds all records of a file, whatever else is in it.
    pub fn add(&mut self, file: &[u8]) {
        for line in file.split(|&byte| byte == b'\n') {
            if line.is_empty() {
                continue;
            }
            match std::str::from_utf8(line).ok().and_then(read) {
                Some((day, happening)) => self.count(day, happening),
                None => self.damaged = self.damaged.saturating_add(1),
            }
        }
    }

    fn count(&mut self, day: Date, happening: Happening) {
        let day = self.days.entry(day).or_default();
        let (counted, urgency) = match happening {
            Happening::Started => (&mut day.started, None),
            Happening::Finished(urgency) => (&mut day.finished, urgency),
            Happening::TimedOut(urgency) => (&mut day.timed_out, urgency),
        };
        *counted = counted.saturating_add(1);
        let classes = Urgency::ALL.iter().zip(&mut day.urgency);
        for (_, count) in classes.filter(|&(&class, _)| Some(class) == urgency) {
            *count = count.saturating_add(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn all() -> Vec<Happening> {
        let ends = Urgency::ALL.into_iter().map(Some).chain([None]);
        let ends = ends.flat_map(|end| [Happening::Finished(end), Happening::TimedOut(end)]);
        ends.chain([Happening::Started]).collect()
    }

    #[test]
    fn the_checksum_is_the_known_one() {
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn every_record_has_its_length_and_is_read_as_it_was_written() {
        for happening in all() {
            let record = record(day("2026-11-28"), happening);
            assert_eq!(record.len(), LENGTH);
            assert_eq!(read(record.trim()), Some((day("2026-11-28"), happening)));
        }
    }

    #[test]
    fn days_are_counted_apart() {
        let mut file = String::new();
        for (at, happening) in [
            ("2026-11-27", Happening::Started),
            ("2026-11-27", Happening::TimedOut(None)),
            ("2026-11-28", Happening::Started),
            ("2026-11-28", Happening::Finished(Some(Urgency::Now))),
            ("2026-11-28", Happening::Started),
            ("2026-11-28", Happening::TimedOut(Some(Urgency::Now))),
        ] {
            file += &record(day(at), happening);
        }
        let mut tally = Tally::default();
        tally.add(file.as_bytes());
        let first = Day {
            started: 1,
            timed_out: 1,
            ..Day::default()
        };
        let second = Day {
            started: 2,
            finished: 1,
            timed_out: 1,
            urgency: [0, 0, 0, 0, 2],
        };
        let expected = [(day("2026-11-27"), first), (day("2026-11-28"), second)];
        assert_eq!(tally.days, BTreeMap::from(expected));
        assert_eq!(tally.damaged, 0);
    }

    /// Bytes of a record from which on only ends of lines are missing.
    const SAID: usize = 24;

    #[test]
    fn a_torn_record_never_counts_and_spoils_itself_alone() {
        let first = record(day("2026-11-27"), Happening::Started);
        for happening in all() {
            let torn = record(day("2026-11-28"), happening);
            for cut in 0..LENGTH {
                // Behind it the file ends, or is zeros, or somebody counts on.
                for (behind, next) in [("", 0), ("\0\0\0", 0), (&*first, 1)] {
                    let file = format!("{first}{}{behind}", &torn[..cut]);
                    let mut tally = Tally::default();
                    tally.add(file.as_bytes());
                    let zeros = behind.starts_with('\0');
                    let whole = cut > SAID || (cut == SAID && !zeros);
                    assert_eq!(tally.days[&day("2026-11-27")].started, 1 + next, "{cut}");
                    assert_eq!(
                        tally.days.contains_key(&day("2026-11-28")),
                        whole,
                        "{happening:?} {cut}"
                    );
                    let harmed = u64::from(zeros || (cut > 1 && !whole));
                    assert_eq!(tally.damaged, harmed, "{happening:?} {cut}");
                }
            }
        }
    }

    #[test]
    fn records_of_25_bytes_are_read_and_may_be_torn_as_well() {
        let old = record(day("2026-11-27"), Happening::Started)[..=SAID].to_owned();
        let new = record(day("2026-11-28"), Happening::Started);
        for cut in 0..old.len() {
            let mut tally = Tally::default();
            tally.add(format!("{old}{old}{}{new}", &old[..cut]).as_bytes());
            let whole = u64::from(cut >= SAID);
            assert_eq!(tally.days[&day("2026-11-27")].started, 2 + whole, "{cut}");
            assert_eq!(tally.days[&day("2026-11-28")].started, 1, "{cut}");
            assert_eq!(tally.damaged, u64::from(cut > 1) - whole, "{cut}");
        }
    }

    #[test]
    fn whole_records_never_lie_across_two_pages() {
        for page in [4096, 16_384, 65_536] {
            assert_eq!(page % LENGTH, 0);
        }
    }

    #[test]
    fn a_changed_byte_is_never_counted_as_something_else() {
        let good = record(day("2026-11-28"), Happening::Finished(Some(Urgency::Days)));
        for at in 1..SAID {
            for byte in [0, b' ', b'0', b'9', b'a', b'f', b's', 0xff] {
                let mut bytes = good.clone().into_bytes();
                if bytes[at] == byte {
                    continue;
                }
                bytes[at] = byte;
                let mut tally = Tally::default();
                tally.add(&bytes);
                assert_eq!((tally.days.len(), tally.damaged), (0, 1), "{at} {byte}");
            }
        }
    }

    #[test]
    fn a_file_of_anything_is_no_panic() {
        let mut tally = Tally::default();
        tally.add(&(0..=255).cycle().take(5_000).collect::<Vec<u8>>());
        tally.add(b"\n\n\0\0\0\0\n2026-11-28 s - zzzzzzzz\n");
        assert!(tally.days.is_empty());
    }
}
