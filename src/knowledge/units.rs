//! Numbers with units: "126 mg/dL" to the finding's own unit.

use super::schema::NumberKind;

/// Why a number was refused.
#[derive(Debug, Clone, PartialEq)]
pub enum UnitFault {
    /// Not a number at all.
    NotANumber,
    /// A unit is needed because several are in use.
    UnitNeeded,
    /// The unit is not one of those in use.
    UnknownUnit(String),
    /// The value is impossible: as entered, and as read in the other units.
    Impossible {
        /// The value in the finding's own unit.
        value: f64,
        /// The other readings that would be possible: value as entered with this unit.
        possible_as: Vec<String>,
    },
}

/// Reads "126 mg/dL" or "7" for a finding; returns the value in its own unit.
///
/// # Errors
/// Text that is no number, a missing or unknown unit, an impossible value.
pub fn read_quantity(kind: &NumberKind<'_>, text: &str) -> Result<f64, UnitFault> {
    let text = text.trim();
    let split = text
        .find(|letter: char| !(letter.is_ascii_digit() || ".,+-".contains(letter)))
        .unwrap_or(text.len());
    let (number, unit) = text.split_at(split);
    let value: f64 = number
        .replace(',', ".")
        .parse()
        .map_err(|_| UnitFault::NotANumber)?;
    convert(
        kind,
        value,
        Some(unit.trim()).filter(|unit| !unit.is_empty()),
    )
}

/// Converts a value to the finding's own unit and checks that it is possible.
///
/// # Errors
/// As [`read_quantity`].
pub fn convert(kind: &NumberKind<'_>, value: f64, unit: Option<&str>) -> Result<f64, UnitFault> {
    if !value.is_finite() {
        return Err(UnitFault::NotANumber);
    }
    let (factor, offset) = match unit {
        None if !kind.unit_needed => (1.0, 0.0),
        None => return Err(UnitFault::UnitNeeded),
        Some(unit) if same_unit(unit, kind.unit) => (1.0, 0.0),
        Some(unit) => kind
            .also
            .iter()
            .find(|(name, _, _)| same_unit(unit, name))
            .map(|&(_, factor, offset)| (factor, offset))
            .ok_or_else(|| UnitFault::UnknownUnit(unit.to_owned()))?,
    };
    // Four decimals are finer than any laboratory reports, and keep limits that
    // are round in both units (126 mg/dL, 7.0 mmol/L) on the same side.
    let own = ((value * factor + offset) * 1e4).round() / 1e4;
    let (low, high) = kind.range;
    if own >= low && own <= high {
        return Ok(own);
    }
    let possible_as = std::iter::once((kind.unit, 1.0, 0.0))
        .chain(kind.also.iter().copied())
        .filter(|&(_, factor, offset)| {
            let other = value * factor + offset;
            other >= low && other <= high
        })
        .map(|(name, _, _)| format!("{value} {name}"))
        .collect();
    Err(UnitFault::Impossible {
        value: own,
        possible_as,
    })
}

/// The units in use for a number, its own first.
pub fn units<'a>(kind: &NumberKind<'a>) -> Vec<&'a str> {
    std::iter::once(kind.unit)
        .chain(kind.also.iter().map(|&(name, _, _)| name))
        .collect()
}

/// The band a value falls into.
pub fn band_of(kind: &NumberKind<'_>, value: f64) -> usize {
    kind.bands
        .iter()
        .rposition(|&(_, from, _)| value >= from)
        .unwrap_or(0)
}

fn same_unit(a: &str, b: &str) -> bool {
    let plain = |unit: &str| {
        unit.to_lowercase()
            .replace(['µ', 'μ'], "u")
            .replace(' ', "")
    };
    let (a, b) = (plain(a), plain(b));
    a == b || a.replace("micro", "u") == b.replace("micro", "u") || one_of(&a) == one_of(&b)
}

/// "week" for "weeks". Short units mean something else without their last letter.
fn one_of(unit: &str) -> &str {
    unit.strip_suffix('s')
        .filter(|one| one.len() > 2 && one.chars().all(char::is_alphabetic))
        .unwrap_or(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glucose() -> NumberKind<'static> {
        NumberKind {
            unit: "mmol/L",
            also: vec![("mg/dL", 1.0 / 18.016, 0.0)],
            range: (0.5, 80.0),
            unit_needed: true,
            bands: vec![("under-7", 0.0, 0.98), ("7-up", 7.0, 0.02)],
        }
    }

    #[test]
    fn reads_either_unit() {
        let read = |text| read_quantity(&glucose(), text);
        assert_eq!(read("7.2 mmol/L"), Ok(7.2));
        assert_eq!(read("7,2mmol/l"), Ok(7.2));
        assert!((read("126 mg/dL").unwrap() - 6.9938).abs() < 0.0001);
    }

    #[test]
    fn one_of_a_unit_is_the_same_unit() {
        let kind = NumberKind {
            unit: "weeks",
            also: vec![("days", 0.25, 0.0)],
            range: (0.0, 100.0),
            unit_needed: false,
            bands: vec![("any", 0.0, 1.0)],
        };
        assert_eq!(read_quantity(&kind, "1 week"), Ok(1.0));
        assert_eq!(read_quantity(&kind, "1 day"), Ok(0.25));
        assert!(read_quantity(&kind, "1 w").is_err());
    }

    #[test]
    fn a_bare_number_is_refused_where_two_units_are_in_use() {
        assert_eq!(read_quantity(&glucose(), "7"), Err(UnitFault::UnitNeeded));
    }

    #[test]
    fn an_impossible_value_names_the_reading_that_would_be_possible() {
        assert_eq!(
            read_quantity(&glucose(), "126 mmol/L"),
            Err(UnitFault::Impossible {
                value: 126.0,
                possible_as: vec!["126 mg/dL".to_owned()],
            })
        );
    }

    #[test]
    fn unknown_units_and_words_are_refused() {
        assert_eq!(
            read_quantity(&glucose(), "7 stone"),
            Err(UnitFault::UnknownUnit("stone".to_owned()))
        );
        assert_eq!(
            read_quantity(&glucose(), "high"),
            Err(UnitFault::NotANumber)
        );
        assert_eq!(read_quantity(&glucose(), ""), Err(UnitFault::NotANumber));
    }

    #[test]
    fn bands_start_at_their_limit() {
        assert_eq!(band_of(&glucose(), 6.99), 0);
        assert_eq!(band_of(&glucose(), 7.0), 1);
        assert_eq!(band_of(&glucose(), -1.0), 0);
    }
}
