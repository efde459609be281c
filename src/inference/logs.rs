//! Logarithms for sums: a small table and a short series, the same on every
//! machine, without a division.
//!
//! The engine adds up `p log p` and differences of logarithms, so what counts is
//! the absolute error (below 1e-15 for numbers near 1), not the relative one.

/// Steps that the table cuts a factor of two into.
const STEPS: usize = 1 << STEP_BITS;
const STEP_BITS: u32 = 7;

/// Bits of a double behind its exponent.
const FRACTION_BITS: u32 = f64::MANTISSA_DIGITS - 1;
const FRACTION: u64 = (1 << FRACTION_BITS) - 1;
const ONE: u64 = 1.0_f64.to_bits();
/// Half a step from 1, as bits of a fraction: the middle of a step.
const HALF_STEP: u64 = 1 << (FRACTION_BITS - STEP_BITS - 1);
/// The bits of a fraction that number its step.
const STEP_MASK: u64 = FRACTION & !(2 * HALF_STEP - 1);

/// `2^52`: a double whose lowest bit counts ones, which turns an exponent into
/// a number without a conversion.
const ONES: u64 = 4_503_599_627_370_496.0_f64.to_bits();
const ONES_AND_BIAS: f64 = 4_503_599_627_370_496.0 + 1023.0;

/// For the middle `c` of each step from 1 to 2: `1 / c` and `log2 c`.
static TABLE: [(f64, f64); STEPS] = table();

#[allow(clippy::cast_precision_loss)] // 128 steps
const fn table() -> [(f64, f64); STEPS] {
    let mut table = [(0.0, 0.0); STEPS];
    let mut rest = table.as_mut_slice();
    let mut step = 0;
    while let Some((slot, others)) = rest.split_first_mut() {
        let middle = 1.0 + (step as f64 + 0.5) / STEPS as f64;
        *slot = (1.0 / middle, log2_by_series(middle));
        rest = others;
        step += 1;
    }
    table
}

/// `log2` of a number from 1 to 2: `2 artanh ((c - 1) / (c + 1)) / ln 2`.
const fn log2_by_series(number: f64) -> f64 {
    let z = (number - 1.0) / (number + 1.0);
    // From the smallest term up; 1/3 to the 41st power is below rounding.
    let mut power = 41;
    let mut sum = 0.0;
    while power > 0 {
        sum = sum * z * z + 1.0 / power as f64;
        power -= 2;
    }
    2.0 * sum * z * std::f64::consts::LOG2_E
}

/// `log2 x` of some positive numbers at once; a finite number below -1022 for 0.
#[inline]
pub(super) fn log2<const N: usize>(numbers: [f64; N]) -> [f64; N] {
    const E: f64 = std::f64::consts::LOG2_E;
    numbers.map(|x| {
        let bits = x.to_bits();
        let exponent = f64::from_bits((bits >> FRACTION_BITS) | ONES) - ONES_AND_BIAS;
        let step = (bits & STEP_MASK) >> (FRACTION_BITS - STEP_BITS);
        #[allow(clippy::cast_possible_truncation)] // below STEPS
        let (inverse, log) = TABLE.get(step as usize).copied().unwrap_or_default();
        // The middle has few digits, so the difference is exact.
        let middle = f64::from_bits((bits & STEP_MASK) | ONE | HALF_STEP);
        let r = (f64::from_bits((bits & FRACTION) | ONE) - middle) * inverse;
        let series = r * (E + r * (-E / 2.0 + r * (E / 3.0 + r * (-E / 4.0 + r * (E / 5.0)))));
        exponent + log + series
    })
}

/// Sum of `-p log2 p` of some numbers that are not negative.
#[inline]
pub(super) fn surprise_of_all(values: &[f64]) -> f64 {
    const N: usize = 2;
    let (lanes, rest) = values.as_chunks::<N>();
    let mut sums = [0.0; N];
    for chunk in lanes {
        for ((sum, p), log) in sums.iter_mut().zip(chunk).zip(log2(*chunk)) {
            *sum -= p * log;
        }
    }
    let rest: f64 = rest
        .iter()
        .zip(log2([rest.first().copied().unwrap_or(1.0)]))
        .map(|(p, log)| p * log)
        .sum();
    sums.iter().sum::<f64>() - rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_those_of_the_library() {
        let mut x = 1.7e-300_f64;
        while x < 1e300 {
            let [found] = log2([x]);
            let allowed = 1e-15 + x.log2().abs() * 4.0 * f64::EPSILON;
            assert!((found - x.log2()).abs() < allowed, "{x} {found}");
            x *= 1.000_73;
        }
        assert!(log2([0.0])[0] < -1022.0);
    }

    #[test]
    fn surprise_is_exact_where_it_is_small() {
        for p in [0.0, f64::MIN_POSITIVE / 8.0, 1e-200, 1e-9, 0.5, 0.999, 1.0] {
            let expected = if p > 0.0 { -p * p.log2() } else { 0.0 };
            assert!((surprise_of_all(&[p]) - expected).abs() < 1e-15, "{p}");
            assert!(
                (surprise_of_all(&[p; 3]) - 3.0 * expected).abs() < 3e-15,
                "{p}"
            );
        }
    }
}
