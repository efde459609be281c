//! One drawing of the leg, read from a text that people edit.

use super::{Fault, Leg, View, Zone};

/// A drawing of the left leg, front and back, a zone or nothing for each half
/// of a screen cell. The right leg is its mirror image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    width: usize,
    height: usize,
    front: Vec<Option<usize>>,
    back: Vec<Option<usize>>,
    letters: Vec<(char, usize)>,
}

impl Grid {
    /// Reads a drawing: comments, a legend of letters, `[front]` and `[back]`.
    ///
    /// # Errors
    /// The first line that cannot stand as it is.
    pub fn read(file: &'static str, text: &str, zones: &[Zone]) -> Result<Self, Fault> {
        let fault = |line: usize, message: String| Fault {
            file,
            line,
            message,
        };
        let mut grid = Self {
            width: 0,
            height: 0,
            front: Vec::new(),
            back: Vec::new(),
            letters: Vec::new(),
        };
        let mut view = None;
        for (at, line) in text.lines().enumerate() {
            let number = at + 1;
            match (view, line.trim_end()) {
                (_, "") => {}
                (_, "[front]") => view = Some(View::Front),
                (_, "[back]") => view = Some(View::Back),
                (None, comment) if comment.starts_with('#') => {}
                (None, legend) => {
                    let entry = legend_entry(legend, zones).map_err(|why| fault(number, why))?;
                    grid.letters.push(entry);
                }
                (Some(view), row) => {
                    let cells = grid.row(row).map_err(|why| fault(number, why))?;
                    match view {
                        View::Front => grid.front.extend(cells),
                        View::Back => grid.back.extend(cells),
                    }
                }
            }
        }
        let last = text.lines().count();
        if grid.width == 0 || grid.front.len() != grid.back.len() {
            return Err(fault(last, "front and back differ in height".to_owned()));
        }
        grid.height = grid.front.len() / grid.width;
        if grid.height % 2 == 1 {
            return Err(fault(
                last,
                "the number of rows is odd; two make one row of the screen".to_owned(),
            ));
        }
        Ok(grid)
    }

    /// One row of the drawing; the first one settles the width.
    fn row(&mut self, row: &str) -> Result<Vec<Option<usize>>, String> {
        let width = row.chars().count();
        if self.width == 0 {
            self.width = width;
        }
        if width != self.width {
            return Err(format!(
                "the row has {width} characters, the first one has {}",
                self.width
            ));
        }
        row.chars()
            .map(|letter| {
                if letter == '.' {
                    return Ok(None);
                }
                let known = self.letters.iter().find(|(known, _)| *known == letter);
                known
                    .map(|&(_, zone)| Some(zone))
                    .ok_or_else(|| format!("`{letter}` is not in the legend"))
            })
            .collect()
    }

    /// Columns.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Half rows.
    pub fn height(&self) -> usize {
        self.height
    }

    /// The zone at a half cell.
    pub fn zone(&self, view: View, leg: Leg, column: usize, half: usize) -> Option<usize> {
        if column >= self.width {
            return None;
        }
        let column = match leg {
            Leg::Left => column,
            Leg::Right => self.width - 1 - column,
        };
        let cells = match view {
            View::Front => &self.front,
            View::Back => &self.back,
        };
        *cells.get(half * self.width + column)?
    }

    /// The upper and the lower half of a screen cell.
    pub fn cell(
        &self,
        view: View,
        leg: Leg,
        column: usize,
        row: usize,
    ) -> (Option<usize>, Option<usize>) {
        (
            self.zone(view, leg, column, row * 2),
            self.zone(view, leg, column, row * 2 + 1),
        )
    }

    /// The letter that stands for a zone.
    pub fn letter(&self, zone: usize) -> Option<char> {
        self.letters
            .iter()
            .find(|(_, known)| *known == zone)
            .map(|&(letter, _)| letter)
    }

    /// The middle of a zone in half cells, or nothing where it is not drawn.
    #[allow(clippy::cast_precision_loss)] // a few hundred cells
    pub fn centre(&self, view: View, leg: Leg, zone: usize) -> Option<(f64, f64)> {
        let mut sum = (0, 0, 0);
        for half in 0..self.height {
            for column in 0..self.width {
                if self.zone(view, leg, column, half) == Some(zone) {
                    sum = (sum.0 + column, sum.1 + half, sum.2 + 1);
                }
            }
        }
        let count = sum.2 as f64;
        (sum.2 > 0).then(|| (sum.0 as f64 / count, sum.1 as f64 / count))
    }

    /// The screen cell wholly inside a zone that lies farthest from its edge:
    /// the place for a mark.
    pub fn anchor(&self, view: View, leg: Leg, zone: usize) -> Option<(usize, usize)> {
        let whole = |column: usize, row: usize| {
            self.cell(view, leg, column, row) == (Some(zone), Some(zone))
        };
        let mut best = None;
        for row in 0..self.height / 2 {
            for column in 0..self.width {
                if !whole(column, row) {
                    continue;
                }
                let reach = (1..self.width)
                    .find(|&by| {
                        [
                            (column.checked_sub(by), Some(row)),
                            (column.checked_add(by), Some(row)),
                            (Some(column), row.checked_sub(by.div_ceil(2))),
                            (Some(column), row.checked_add(by.div_ceil(2))),
                        ]
                        .into_iter()
                        .any(|place| match place {
                            (Some(column), Some(row)) => !whole(column, row),
                            _ => true,
                        })
                    })
                    .unwrap_or(self.width);
                if best.is_none_or(|(least, _)| reach > least) {
                    best = Some((reach, (column, row)));
                }
            }
        }
        best.map(|(_, place)| place)
    }
}

fn legend_entry(line: &str, zones: &[Zone]) -> Result<(char, usize), String> {
    let mut characters = line.chars();
    let letter = characters.next().unwrap_or('.');
    let name = characters.as_str().trim();
    if letter == '.' || letter.is_whitespace() {
        return Err("a legend line is a letter, a space and a zone".to_owned());
    }
    zones
        .iter()
        .position(|zone| zone.id == name)
        .map(|zone| (letter, zone))
        .ok_or_else(|| format!("there is no zone `{name}`"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::atlas;

    fn read(text: &str) -> Result<Grid, Fault> {
        Grid::read("test", text, &atlas().zones)
    }

    #[test]
    fn a_drawing_is_mirrored_for_the_right_leg() {
        let grid = read("h heel\ns sole\n[front]\nhs.\nhs.\n[back]\n...\n...\n").unwrap();
        let zone = |leg, column| grid.zone(View::Front, leg, column, 0);
        assert_eq!(zone(Leg::Left, 2), None);
        assert_eq!(zone(Leg::Right, 0), None);
        assert_eq!(zone(Leg::Left, 0), zone(Leg::Right, 2));
        assert_eq!(zone(Leg::Right, 3), None, "outside");
    }

    #[test]
    fn ragged_rows_and_unknown_letters_are_told_by_line() {
        let fault = |text: &str| read(text).map_err(|fault| (fault.line, fault.message));
        assert_eq!(
            fault("h heel\n[front]\nhh\nh\n"),
            Err((4, "the row has 1 characters, the first one has 2".into()))
        );
        assert_eq!(
            fault("h heel\n[front]\nhx\n"),
            Err((3, "`x` is not in the legend".into()))
        );
        assert_eq!(
            fault("h hell\n"),
            Err((1, "there is no zone `hell`".into()))
        );
        assert!(fault("h heel\n[front]\nh\n[back]\nh\n").is_err(), "odd");
        assert!(fault("h heel\n[front]\nh\nh\n[back]\n").is_err(), "short");
        assert!(fault("").is_err(), "empty");
    }

    #[test]
    fn the_place_for_a_mark_is_in_the_middle() {
        let rows = "hhhhh\n".repeat(6);
        let grid = read(&format!("h heel\n[front]\n{rows}[back]\n{rows}")).unwrap();
        let heel = grid.zone(View::Front, Leg::Left, 0, 0).unwrap();
        assert_eq!(grid.anchor(View::Front, Leg::Left, heel), Some((2, 1)));
    }
}
