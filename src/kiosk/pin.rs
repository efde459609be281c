//! The staff PIN: only a slow salted hash of it is ever kept.

use std::fmt;
use std::hint::black_box;
use std::str::FromStr;

use argon2::{Algorithm, Argon2, Params, Version};
use base64ct::{Base64Unpadded, Encoding};
use zeroize::Zeroize;

/// Digits of a PIN, at least: fewer are tried out in an afternoon.
pub const SHORTEST: usize = 6;
/// Digits of a PIN, at most.
pub const LONGEST: usize = 12;
/// Bytes of a salt.
pub const SALT: usize = 16;
const HASH: usize = 32;

/// What one try costs: about a tenth of a second on an old machine, and 19 MiB,
/// as OWASP asks of argon2id.
const COST: Cost = Cost {
    memory: 19_456,
    passes: 2,
    lanes: 1,
};

/// Bounds of what a settings file may ask for, so that a slip in it can neither
/// freeze the kiosk nor make the hash quick to try out.
const CHEAPEST: Cost = Cost {
    memory: 7_168,
    passes: 1,
    lanes: 1,
};
const DEAREST: Cost = Cost {
    memory: 65_536,
    passes: 10,
    lanes: 4,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cost {
    /// In KiB.
    memory: u32,
    passes: u32,
    lanes: u32,
}

impl Cost {
    fn within(self, low: Self, high: Self) -> bool {
        (low.memory..=high.memory).contains(&self.memory)
            && (low.passes..=high.passes).contains(&self.passes)
            && (low.lanes..=high.lanes).contains(&self.lanes)
    }

    fn hash(self, pin: &str, salt: &[u8]) -> Option<[u8; HASH]> {
        let params = Params::new(self.memory, self.passes, self.lanes, Some(HASH)).ok()?;
        let mut hash = [0; HASH];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(pin.as_bytes(), salt, &mut hash)
            .ok()?;
        Some(hash)
    }
}

/// Why a PIN is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Something else than digits: the kiosk may have no letters to touch.
    NotDigits,
    /// Too few or too many digits.
    Length,
    /// One digit again and again, or digits in a row.
    Guessable,
}

impl fmt::Display for Unfit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotDigits => out.write_str("A PIN is digits alone."),
            Self::Length => write!(out, "A PIN has {SHORTEST} to {LONGEST} digits."),
            Self::Guessable => out
                .write_str("This PIN is one of the first that anybody would try. Choose another."),
        }
    }
}

/// Whether a PIN may be set.
///
/// # Errors
/// Why it may not.
pub fn fit(pin: &str) -> Result<(), Unfit> {
    if !pin.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Unfit::NotDigits);
    }
    if !(SHORTEST..=LONGEST).contains(&pin.len()) {
        return Err(Unfit::Length);
    }
    let all_steps = |by: i16| {
        pin.as_bytes().windows(2).all(|pair| match pair {
            [a, b] => i16::from(*b).saturating_sub(i16::from(*a)) == by,
            _ => true,
        })
    };
    if [0, 1, -1].into_iter().any(all_steps) {
        return Err(Unfit::Guessable);
    }
    Ok(())
}

/// The hash of a PIN, with its salt and cost.
#[derive(Clone, PartialEq, Eq)]
pub struct PinHash {
    cost: Cost,
    salt: Vec<u8>,
    hash: [u8; HASH],
}

impl PinHash {
    /// Hashes a PIN with a random salt. Slow, on purpose.
    pub fn new(pin: &str, salt: [u8; SALT]) -> Option<Self> {
        Some(Self {
            cost: COST,
            hash: COST.hash(pin, &salt)?,
            salt: salt.to_vec(),
        })
    }

    /// Whether this is the PIN. Slow, on purpose, and as slow for one that is
    /// nearly right as for any other.
    pub fn is_of(&self, pin: &str) -> bool {
        let Some(mut tried) = self.cost.hash(pin, &self.salt) else {
            return false;
        };
        let apart = tried
            .iter()
            .zip(&self.hash)
            .fold(0, |apart, (a, b)| black_box(apart | (a ^ b)));
        tried.zeroize();
        black_box(apart) == 0
    }
}

impl fmt::Debug for PinHash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("PinHash(..)")
    }
}

/// As other programs write such a hash: `$argon2id$v=19$m=..,t=..,p=..$salt$hash`.
impl fmt::Display for PinHash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Cost {
            memory,
            passes,
            lanes,
        } = self.cost;
        let mut room = [0; 64];
        write!(out, "$argon2id$v=19$m={memory},t={passes},p={lanes}")?;
        for bytes in [&self.salt[..], &self.hash[..]] {
            let text = Base64Unpadded::encode(bytes, &mut room).map_err(|_| fmt::Error)?;
            write!(out, "${text}")?;
        }
        Ok(())
    }
}

/// A text that is no hash of a PIN, or one out of bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoHash;

impl FromStr for PinHash {
    type Err = NoHash;

    fn from_str(text: &str) -> Result<Self, NoHash> {
        read(text).ok_or(NoHash)
    }
}

fn read(text: &str) -> Option<PinHash> {
    let mut parts = text.strip_prefix("$argon2id$v=19$")?.split('$');
    let (cost, salt, hash) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let mut figures = cost.split(',');
    let mut figure = |name: &str| figures.next()?.strip_prefix(name)?.parse::<u32>().ok();
    let cost = Cost {
        memory: figure("m=")?,
        passes: figure("t=")?,
        lanes: figure("p=")?,
    };
    if figures.next().is_some() || !cost.within(CHEAPEST, DEAREST) {
        return None;
    }
    let mut room = [0; 64];
    let salt = Base64Unpadded::decode(salt, &mut room).ok()?.to_vec();
    let hash = Base64Unpadded::decode(hash, &mut room)
        .ok()?
        .try_into()
        .ok()?;
    (SALT..=32)
        .contains(&salt.len())
        .then_some(PinHash { cost, salt, hash })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Made by another implementation, argon2-cffi 25.1: `482915`, salt
    /// `0123456789abcdef`.
    const BY_OTHERS: &str = "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$haIRjNwiXJWDlutwBPbNzsV/weo6tWNV6WWVyTHa9yQ";

    #[test]
    fn a_pin_is_its_own_and_no_other() {
        let hash = PinHash::new("482915", [7; SALT]).unwrap();
        assert!(hash.is_of("482915"));
        for other in ["482916", "48291", "4829155", "", "o82915"] {
            assert!(!hash.is_of(other), "{other}");
        }
    }

    #[test]
    fn the_salt_makes_two_hashes_of_one_pin() {
        let one = PinHash::new("482915", [1; SALT]).unwrap();
        let two = PinHash::new("482915", [2; SALT]).unwrap();
        assert_ne!(one.hash, two.hash);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let hash = PinHash::new("482915", [7; SALT]).unwrap();
        let written = hash.to_string();
        assert!(written.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(!written.contains("482915"));
        assert_eq!(written.parse(), Ok(hash));
    }

    #[test]
    fn it_is_argon2id_as_others_know_it() {
        let hash: PinHash = BY_OTHERS.parse().unwrap();
        assert_eq!(hash.to_string(), BY_OTHERS);
        assert!(hash.is_of("482915"));
        assert!(!hash.is_of("482916"));
    }

    #[test]
    fn what_is_no_hash_is_refused() {
        let good = PinHash::new("482915", [7; SALT]).unwrap().to_string();
        for (from, to) in [
            ("$argon2id", "$argon2i"),
            ("v=19", "v=16"),
            ("m=19456", "m=19"),
            ("m=19456", "m=4000000000"),
            ("t=2", "t=0"),
            ("t=2", "t=99999"),
            ("p=1", "p=64"),
            ("p=1", "p=1,x=1"),
            ("t=2,p=1", "p=1,t=2"),
        ] {
            assert_eq!(
                good.replace(from, to).parse::<PinHash>(),
                Err(NoHash),
                "{to}"
            );
        }
        for at in 0..good.len() {
            assert!(good[..at].parse::<PinHash>().is_err(), "{at}");
        }
        assert!(format!("{good}$").parse::<PinHash>().is_err());
        assert!("482915".parse::<PinHash>().is_err());
    }

    #[test]
    fn pins_anybody_would_try_are_refused() {
        for (pin, why) in [
            ("12345", Unfit::Length),
            ("", Unfit::Length),
            ("1234567890123", Unfit::Length),
            ("abcdef", Unfit::NotDigits),
            ("12 3456", Unfit::NotDigits),
            ("٤٨٢٩١٥", Unfit::NotDigits),
            ("000000", Unfit::Guessable),
            ("123456", Unfit::Guessable),
            ("987654", Unfit::Guessable),
        ] {
            assert_eq!(fit(pin), Err(why), "{pin}");
        }
        assert_eq!(fit("482915"), Ok(()));
        assert_eq!(fit("123457"), Ok(()));
    }
}
