//! The number to call in an emergency, by the country of the locale.

/// Of `assets/emergency-numbers.ron`: a line for each country, its two letters of
/// ISO 3166-1 and its number.
const NUMBERS: &str = include_str!(concat!(env!("OUT_DIR"), "/emergency-numbers.txt"));

/// What stands there for all other countries.
const ELSEWHERE: &str = "-";

/// The number for the first of these locales that names a country we know:
/// give it the values of `LC_ALL`, `LC_MESSAGES` and `LANG`.
pub fn emergency_number(locales: &[Option<String>]) -> String {
    let number_of = |country: &str| {
        let mut lines = NUMBERS.lines().filter_map(|line| line.split_once(' '));
        lines.find_map(|(other, number)| (other == country).then_some(number))
    };
    locales
        .iter()
        .flatten()
        .filter_map(|locale| country(locale))
        .find_map(|country| number_of(&country))
        .or_else(|| number_of(ELSEWHERE))
        .unwrap_or_default()
        .to_owned()
}

/// The number for the locale of this process.
pub fn emergency_number_here() -> String {
    emergency_number(&["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| std::env::var(name).ok()))
}

/// The country of a locale such as `de_AT.UTF-8@euro` or `de-AT`.
fn country(locale: &str) -> Option<String> {
    let plain = locale.split(['.', '@']).next()?;
    plain
        .split(['_', '-'])
        .skip(1)
        .find(|part| part.len() == 2 && part.chars().all(|c| c.is_ascii_alphabetic()))
        .map(str::to_ascii_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(locales: [&str; 3]) -> String {
        let given = locales.map(|locale| (!locale.is_empty()).then(|| locale.to_owned()));
        emergency_number(&given)
    }

    #[test]
    fn the_country_of_the_locale_gives_the_number() {
        for (locale, expected) in [
            ("en_US.UTF-8", "911"),
            ("en_GB", "999"),
            ("de_AT.UTF-8@euro", "112"),
            ("en_AU.utf8", "000"),
            ("en-NZ", "111"),
            ("ja_JP.eucJP", "119"),
            ("zh_CN", "120"),
            ("zh_Hant_TW.UTF-8", "119"),
            ("pt_BR", "192"),
            ("ru_RU.KOI8-R", "103"),
            ("hi_IN", "112"),
        ] {
            assert_eq!(number(["", "", locale]), expected, "{locale}");
        }
    }

    #[test]
    fn the_first_locale_with_a_known_country_wins() {
        assert_eq!(number(["en_GB", "en_US", "en_AU"]), "999");
        assert_eq!(number(["", "en_US", "en_AU"]), "911");
        assert_eq!(number(["C.UTF-8", "", "en_AU"]), "000");
        assert_eq!(number(["en_ZZ", "", "en_AU"]), "000");
    }

    #[test]
    fn without_a_country_it_is_112() {
        for locale in [
            "", "C", "POSIX", "C.UTF-8", "en", "eo", "_", "en_Latn", "xx_ZZ",
        ] {
            assert_eq!(number([locale, "", ""]), "112", "{locale}");
        }
    }

    #[test]
    fn the_list_is_long_and_holds_only_numbers() {
        let numbers: Vec<(&str, &str)> = NUMBERS
            .lines()
            .filter_map(|line| line.split_once(' '))
            .collect();
        assert_eq!(numbers.len(), NUMBERS.lines().count());
        assert!(numbers.len() > 60);
        assert_eq!(numbers[0], (ELSEWHERE, "112"));
        for (country, number) in &numbers[1..] {
            assert!(country.len() == 2 && country.chars().all(|c| c.is_ascii_uppercase()));
            assert!((2..=5).contains(&number.len()), "{country}");
            assert!(number.chars().all(|c| c.is_ascii_digit()), "{country}");
        }
    }
}
