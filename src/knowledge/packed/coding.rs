//! How values are written as bytes and read again.
//!
//! A text is its number, of two bytes, as are most figures: there are tens of
//! thousands of both, and what has a fixed length takes no loop to read.

use std::collections::HashMap;
use std::ops::Range;

use super::super::later::Later;

/// Where packed values go.
#[derive(Default, Clone)]
pub(super) struct Packer<'a> {
    texts: Vec<&'a str>,
    numbers: HashMap<&'a str, usize>,
    /// How many of the texts are those of an earlier part.
    before: usize,
    bytes: Vec<u8>,
}

impl<'a> Packer<'a> {
    /// For a part that is only read after this one, whose texts it knows.
    pub fn after(&self) -> Self {
        Self {
            before: self.texts.len(),
            bytes: Vec::new(),
            ..self.clone()
        }
    }

    /// First the texts, each once, then the fields; none where there are more
    /// texts than two bytes can number.
    pub fn finish(&self) -> Option<Vec<u8>> {
        u16::try_from(self.texts.len()).ok()?;
        let own = self.texts.get(self.before..)?;
        let mut all = Packer::default();
        all.number(own.len());
        for text in own {
            all.number(text.len());
        }
        for text in own {
            all.bytes.extend(text.as_bytes());
        }
        all.bytes.extend(&self.bytes);
        Some(all.bytes)
    }

    pub fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    fn number(&mut self, mut number: usize) {
        while number >= 0x80 {
            self.byte(0x80 | (number & 0x7f) as u8);
            number >>= 7;
        }
        self.byte(number as u8);
    }

    fn text(&mut self, text: &'a str) {
        let next = self.texts.len();
        let number = *self.numbers.entry(text).or_insert(next);
        if number == next {
            self.texts.push(text);
        }
        self.short(number);
    }

    /// Two bytes; [`Packer::finish`] sees to it that they hold every number.
    fn short(&mut self, number: usize) {
        let number = u16::try_from(number).unwrap_or(u16::MAX);
        self.bytes.extend(number.to_le_bytes());
    }
}

/// Where packed values come from.
pub(super) struct Unpacker<'a> {
    /// Texts of the part before.
    before: &'a [&'a str],
    texts: Vec<&'a str>,
    rest: &'a [u8],
}

impl<'a> Unpacker<'a> {
    /// Reads the texts of some packed bytes; none where they were not packed by
    /// the same version.
    pub fn open(packed: &'a [u8], before: &'a [&'a str]) -> Option<Self> {
        let mut opened = Self {
            before,
            texts: Vec::new(),
            rest: packed,
        };
        let count = opened.number()?;
        let mut lengths = Vec::with_capacity(count.min(packed.len()));
        for _ in 0..count {
            lengths.push(opened.number()?);
        }
        let (texts, rest) = opened.rest.split_at_checked(lengths.iter().sum())?;
        let mut texts = str::from_utf8(texts).ok()?;
        opened.rest = rest;
        opened.texts.reserve_exact(count);
        for length in lengths {
            let (text, others) = texts.split_at_checked(length)?;
            opened.texts.push(text);
            texts = others;
        }
        Some(opened)
    }

    /// The texts and the bytes of the fields.
    pub fn into_parts(self) -> (Vec<&'a str>, &'a [u8]) {
        (self.texts, self.rest)
    }

    /// From such parts.
    pub fn of_parts(texts: &'a [&'a str], rest: &'a [u8]) -> Self {
        Self {
            before: texts,
            texts: Vec::new(),
            rest,
        }
    }

    /// The value that they all are; none where there is more.
    pub fn whole<T: Packed<'a>>(mut self) -> Option<T> {
        T::unpack(&mut self).filter(|_| self.rest.is_empty())
    }

    fn text(&mut self) -> Option<&'a str> {
        let number = self.short()?;
        match number.checked_sub(self.before.len()) {
            Some(own) => self.texts.get(own).copied(),
            None => self.before.get(number).copied(),
        }
    }

    pub fn byte(&mut self) -> Option<u8> {
        let (&byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(byte)
    }

    /// Most numbers are one byte.
    #[inline]
    fn number(&mut self) -> Option<usize> {
        match self.rest.split_first() {
            Some((&byte, rest)) if byte < 0x80 => {
                self.rest = rest;
                Some(usize::from(byte))
            }
            _ => self.long_number(),
        }
    }

    #[inline]
    fn short(&mut self) -> Option<usize> {
        let (&bytes, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(usize::from(u16::from_le_bytes(bytes)))
    }

    fn long_number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    }
}

/// Something that can be packed and comes back the same.
pub(super) trait Packed<'a>: Sized {
    fn pack(&self, to: &mut Packer<'a>);
    fn unpack(from: &mut Unpacker<'a>) -> Option<Self>;
}

impl<'a> Packed<'a> for &'a str {
    fn pack(&self, to: &mut Packer<'a>) {
        to.text(self);
    }

    fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
        from.text()
    }
}

impl<'a> Packed<'a> for String {
    fn pack(&self, to: &mut Packer<'a>) {
        to.number(self.len());
        to.bytes.extend(self.as_bytes());
    }

    fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
        let length = from.number()?;
        let (text, rest) = from.rest.split_at_checked(length)?;
        from.rest = rest;
        str::from_utf8(text).ok().map(Self::from)
    }
}

impl<'a> Packed<'a> for usize {
    fn pack(&self, to: &mut Packer<'a>) {
        to.number(*self);
    }

    fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
        from.number()
    }
}

/// Figures have few decimals: most are a whole number of this part.
const PART: f64 = 10_000.0;
/// Most such parts that are written as a number, one less than two bytes hold.
const MOST_PARTS: f64 = 65_535.0;

impl<'a> Packed<'a> for f64 {
    fn pack(&self, to: &mut Packer<'a>) {
        let parts = (self * PART).round();
        if (0.0..MOST_PARTS).contains(&parts) && (parts / PART).to_bits() == self.to_bits() {
            to.short(parts as usize + 1);
        } else {
            to.short(0);
            to.bytes.extend(self.to_le_bytes());
        }
    }

    fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
        if let Some(parts) = from.short()?.checked_sub(1) {
            return Some(parts as f64 / PART);
        }
        let (bytes, rest) = from.rest.split_first_chunk()?;
        from.rest = rest;
        Some(Self::from_le_bytes(*bytes))
    }
}

impl<'a, T: Packed<'a>> Packed<'a> for Vec<T> {
    fn pack(&self, to: &mut Packer<'a>) {
        to.number(self.len());
        for item in self {
            item.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
        let count = from.number()?;
        // Every item takes a byte at least, so a broken count asks for no more.
        let mut items = Self::with_capacity(count.min(from.rest.len()));
        for _ in 0..count {
            items.push(T::unpack(from)?);
        }
        Some(items)
    }
}

impl<'a, T: Packed<'a>> Packed<'a> for Option<T> {
    fn pack(&self, to: &mut Packer<'a>) {
        self.is_some().pack(to);
        if let Some(value) = self {
            value.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
        Some(if bool::unpack(from)? {
            Some(T::unpack(from)?)
        } else {
            None
        })
    }
}

impl<'a, T: Packed<'a>> Packed<'a> for Box<T> {
    fn pack(&self, to: &mut Packer<'a>) {
        (**self).pack(to);
    }

    fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
        T::unpack(from).map(Self::new)
    }
}

/// It is packed in a part of its own.
impl<'a, T> Packed<'a> for Later<'a, T> {
    fn pack(&self, _: &mut Packer<'a>) {}

    fn unpack(_: &mut Unpacker<'a>) -> Option<Self> {
        Some(Self::default())
    }
}

/// Values that are packed as another one.
macro_rules! packed_as {
    ($($type:ty as $other:ty: $to:expr, $back:expr;)*) => {$(
        impl<'a> Packed<'a> for $type {
            fn pack(&self, to: &mut Packer<'a>) {
                let to_other: fn(&$type) -> $other = $to;
                to_other(self).pack(to);
            }

            fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
                let back: fn($other) -> Option<$type> = $back;
                back(<$other>::unpack(from)?)
            }
        }
    )*};
}

packed_as! {
    bool as usize: |&value| usize::from(value), |number| Some(number == 1);
    u8 as usize: |&value| usize::from(value), |number| number.try_into().ok();
    u16 as usize: |&value| usize::from(value), |number| number.try_into().ok();
    i8 as usize: |&value| usize::from(value as u8), |number| u8::try_from(number).ok().map(|it| it as i8);
    i32 as usize: |&value| value as u32 as usize, |number| u32::try_from(number).ok().map(|it| it as i32);
    Range<usize> as (usize, usize): |range| (range.start, range.end), |(from, to)| Some(from..to);
}

macro_rules! packed_tuples {
    ($(($($part:ident: $type:ident),+);)*) => {$(
        impl<'a, $($type: Packed<'a>),+> Packed<'a> for ($($type,)+) {
            fn pack(&self, to: &mut Packer<'a>) {
                let ($($part,)+) = self;
                $($part.pack(to);)+
            }

            fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
                Some(($($type::unpack(from)?,)+))
            }
        }
    )*};
}

packed_tuples! {
    (a: A, b: B);
    (a: A, b: B, c: C);
    (a: A, b: B, c: C, d: D);
}

macro_rules! packed_structs {
    ($($type:ty { $($field:ident),+ })*) => {$(
        impl<'a> Packed<'a> for $type {
            fn pack(&self, to: &mut Packer<'a>) {
                let Self { $($field),+ } = self;
                $($field.pack(to);)+
            }

            fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
                Some(Self { $($field: Packed::unpack(from)?),+ })
            }
        }
    )*};
}

macro_rules! packed_enums {
    ($($type:ty { $($number:literal $variant:ident $(($($part:ident),+))?),+ })*) => {$(
        impl<'a> Packed<'a> for $type {
            fn pack(&self, to: &mut Packer<'a>) {
                match self {
                    $(Self::$variant $(($($part),+))? => {
                        to.byte($number);
                        $($($part.pack(to);)+)?
                    })+
                }
            }

            fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
                Some(match from.byte()? {
                    $($number => Self::$variant $(($({
                        let $part = Packed::unpack(from)?;
                        $part
                    }),+))?,)+
                    _ => return None,
                })
            }
        }
    )*};
}

pub(super) use {packed_enums, packed_structs};
