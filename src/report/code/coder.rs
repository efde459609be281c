//! Bits squeezed by how likely they are: a binary range coder that learns.

/// Bits of a probability.
const SCALE: u32 = 12;
/// How quickly a probability follows what it saw.
const PACE: u32 = 4;
/// Below this the range is widened.
const NARROW: u32 = 1 << 24;

/// The chance that a bit is 0, in parts of 4096; it learns from every bit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chance(u16);

impl Chance {
    /// A first guess; never certain.
    pub(super) const fn new(parts: u16) -> Self {
        Self(parts)
    }

    fn bound(self, range: u32) -> u32 {
        (range >> SCALE) * u32::from(self.0)
    }

    fn learn(&mut self, bit: bool) {
        // Neither end is ever reached: a certain bit could not be wrong.
        if bit {
            self.0 -= self.0 >> PACE;
        } else {
            self.0 += ((1 << SCALE) - self.0) >> PACE;
        }
    }
}

/// An even chance, for bits nothing is known about.
const EVEN: Chance = Chance::new(1 << (SCALE - 1));

/// Writes bits.
#[derive(Debug)]
pub(super) struct Encoder {
    low: u64,
    range: u32,
    /// The last byte, held back because a carry may still raise it.
    held: Option<u8>,
    /// Bytes of 255 after it, which a carry would turn to 0.
    full: usize,
    out: Vec<u8>,
}

impl Encoder {
    pub(super) fn new() -> Self {
        Self {
            low: 0,
            range: u32::MAX,
            held: None,
            full: 0,
            out: Vec::new(),
        }
    }

    pub(super) fn bit(&mut self, bit: bool, chance: &mut Chance) {
        let bound = chance.bound(self.range);
        if bit {
            self.low += u64::from(bound);
            self.range -= bound;
        } else {
            self.range = bound;
        }
        chance.learn(bit);
        while self.range < NARROW {
            self.range <<= 8;
            self.shift();
        }
    }

    /// The lowest `count` bits of a number, the highest first.
    pub(super) fn plain(&mut self, value: u64, count: u32) {
        for place in (0..count).rev() {
            self.bit(value >> place & 1 == 1, &mut EVEN.clone());
        }
    }

    fn shift(&mut self) {
        let [.., carry, top, _, _, _] = self.low.to_be_bytes();
        if carry > 0 || top < u8::MAX {
            if let Some(held) = self.held {
                self.out.push(held.wrapping_add(carry));
            }
            let filler = u8::MAX.wrapping_add(carry);
            self.out.extend(std::iter::repeat_n(filler, self.full));
            self.full = 0;
            self.held = Some(top);
        } else {
            self.full += 1;
        }
        self.low = (self.low & 0x00ff_ffff) << 8;
    }

    /// The bytes, as few as tell it all; the decoder takes what is missing as 0.
    pub(super) fn finish(mut self) -> Vec<u8> {
        let last = self.low + u64::from(self.range) - 1;
        for zeros in (0..=32).rev() {
            let value = last >> zeros << zeros;
            if value >= self.low {
                self.low = value;
                break;
            }
        }
        for _ in 0..5 {
            self.shift();
        }
        while self.out.last() == Some(&0) {
            self.out.pop();
        }
        self.out
    }
}

/// Reads bits.
#[derive(Debug)]
pub(super) struct Decoder<'b> {
    code: u32,
    range: u32,
    bytes: std::slice::Iter<'b, u8>,
}

impl<'b> Decoder<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        let mut decoder = Self {
            code: 0,
            range: u32::MAX,
            bytes: bytes.iter(),
        };
        for _ in 0..4 {
            decoder.next();
        }
        decoder
    }

    fn next(&mut self) {
        let byte = self.bytes.next().copied().unwrap_or(0);
        self.code = self.code << 8 | u32::from(byte);
    }

    pub(super) fn bit(&mut self, chance: &mut Chance) -> bool {
        let bound = chance.bound(self.range);
        let bit = self.code >= bound;
        if bit {
            self.code -= bound;
            self.range -= bound;
        } else {
            self.range = bound;
        }
        chance.learn(bit);
        while self.range < NARROW {
            self.range <<= 8;
            self.next();
        }
        bit
    }

    /// A number of `count` bits.
    pub(super) fn plain(&mut self, count: u32) -> u64 {
        (0..count).fold(0, |value, _| {
            value << 1 | u64::from(self.bit(&mut EVEN.clone()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_goes_in_comes_out(bits in prop::collection::vec(any::<bool>(), 0..600), numbers in prop::collection::vec(any::<u64>(), 0..20)) {
            let mut encoder = Encoder::new();
            let mut chance = Chance::new(400);
            for &bit in &bits {
                encoder.bit(bit, &mut chance);
            }
            for &number in &numbers {
                encoder.plain(number, 64);
            }
            let bytes = encoder.finish();
            let mut decoder = Decoder::new(&bytes);
            let mut chance = Chance::new(400);
            for &bit in &bits {
                prop_assert_eq!(decoder.bit(&mut chance), bit);
            }
            for &number in &numbers {
                prop_assert_eq!(decoder.plain(64), number);
            }
        }

        #[test]
        fn rare_bits_cost_little(place in 0usize..500) {
            let mut encoder = Encoder::new();
            let mut chance = Chance::new(3900);
            for at in 0..500 {
                encoder.bit(at == place, &mut chance);
            }
            prop_assert!(encoder.finish().len() <= 8);
        }
    }
}
