//! A code as a picture that a telephone can read.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// Light modules round the picture that the standard asks for.
const QUIET: usize = 4;

/// How much of a picture may be lost and still be read, the best first.
const CORRECTIONS: [QrCodeEcc; 2] = [QrCodeEcc::Medium, QrCodeEcc::Low];

/// A picture of dark and light modules, with its quiet zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    size: usize,
    dark: Vec<bool>,
}

/// Half blocks by whether the upper and the lower half are dark.
const HALVES: [[char; 2]; 2] = [[' ', '▄'], ['▀', '█']];

impl Qr {
    /// The picture of a text, with as much redundancy as fits into so many
    /// columns and rows of the screen; nothing where it does not fit.
    pub fn fitting(text: &str, columns: usize, rows: usize) -> Option<Self> {
        CORRECTIONS
            .into_iter()
            .filter_map(|correction| Self::new(text, correction))
            .find(|qr| qr.columns() <= columns && qr.rows() <= rows)
    }

    /// The picture of a text, whatever its size.
    pub fn of(text: &str) -> Option<Self> {
        Self::fitting(text, usize::MAX, usize::MAX)
    }

    fn new(text: &str, correction: QrCodeEcc) -> Option<Self> {
        let segments = QrSegment::make_segments(text);
        let (least, most) = (Version::MIN, Version::MAX);
        let made = QrCode::encode_segments_advanced(&segments, correction, least, most, None, true)
            .ok()?;
        let inner = made.size();
        let quiet = QUIET as i32;
        let side = -quiet..inner + quiet;
        let dark = side
            .clone()
            .flat_map(|y| side.clone().map(move |x| (x, y)))
            // Outside of the picture everything is light.
            .map(|(x, y)| made.get_module(x, y))
            .collect();
        Some(Self {
            size: side.len(),
            dark,
        })
    }

    /// Columns on the screen, with the quiet zone.
    pub fn columns(&self) -> usize {
        self.size
    }

    /// Rows on the screen, two modules each, with the quiet zone.
    pub fn rows(&self) -> usize {
        self.size.div_ceil(2)
    }

    /// Whether a module is dark. Outside of the picture all are light.
    pub fn is_dark(&self, column: usize, module: usize) -> bool {
        column < self.size && self.dark.get(module * self.size + column) == Some(&true)
    }

    /// The sign of one cell of the screen. To be drawn black on white.
    pub fn cell(&self, column: usize, row: usize) -> char {
        let [[none, lower], [upper, both]] = HALVES;
        match (
            self.is_dark(column, row * 2),
            self.is_dark(column, row * 2 + 1),
        ) {
            (false, false) => none,
            (false, true) => lower,
            (true, false) => upper,
            (true, true) => both,
        }
    }

    /// The rows of the screen, top to bottom.
    pub fn lines(&self) -> impl Iterator<Item = String> + '_ {
        (0..self.rows()).map(|row| {
            (0..self.columns())
                .map(|column| self.cell(column, row))
                .collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: &str =
        "TINGLE10123456789ABCDEFGHJKMNPQRSTVWXYZ0123456789ABCDEFGHJKMNPQRSTVWXYZ0123456789ABC";

    /// What a reader sees in drawn rows; `shown` says which halves are dark.
    fn read(lines: &[String]) -> Option<String> {
        let side = lines[0].chars().count();
        let dark = |x: usize, y: usize| {
            let cell = lines
                .get(y / 2 / SCALE)
                .and_then(|line| line.chars().nth(x / SCALE));
            match cell {
                Some('█') => true,
                Some('▀') => (y / SCALE).is_multiple_of(2),
                Some('▄') => y / SCALE % 2 == 1,
                _ => false,
            }
        };
        const SCALE: usize = 3;
        let grey = |x, y| if dark(x, y) { 0 } else { 255 };
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, grey);
        let grid = image.detect_grids().into_iter().next()?;
        grid.decode().ok().map(|(_, text)| text)
    }

    #[test]
    fn another_decoder_reads_what_is_drawn() {
        for text in [CODE, "TINGLE1ABC", &CODE.repeat(3)] {
            let qr = Qr::of(text).unwrap();
            let lines: Vec<String> = qr.lines().collect();
            assert_eq!(read(&lines).as_deref(), Some(text));
            // The test can fail: with half of the rows swapped nothing is read.
            let turned: Vec<String> = lines.iter().rev().cloned().collect();
            assert_ne!(lines, turned);
            let mut broken = lines.clone();
            for line in broken.iter_mut().skip(6).step_by(2) {
                *line = line.replace('▀', "▄");
            }
            assert_ne!(read(&broken).as_deref(), Some(text));
        }
    }

    #[test]
    fn a_code_of_84_letters_fits_beside_words_on_80x24() {
        let qr = Qr::fitting(CODE, 80, 24).unwrap();
        assert_eq!(CODE.len(), 84);
        assert!(
            qr.rows() <= 21 && qr.columns() <= 41,
            "{}x{}",
            qr.columns(),
            qr.rows()
        );
        assert!(Qr::fitting(CODE, 40, 12).is_none());
    }

    #[test]
    fn the_quiet_zone_is_light_all_round() {
        let qr = Qr::of(CODE).unwrap();
        for at in 0..qr.size {
            for edge in (0..QUIET).chain(qr.size - QUIET..qr.size) {
                assert!(!qr.is_dark(at, edge) && !qr.is_dark(edge, at));
            }
        }
        assert!(qr.is_dark(QUIET, QUIET));
    }
}
