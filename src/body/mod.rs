//! The leg as a map: drawings, zones, what they answer, where nerves are felt,
//! ways from zone to zone. Pure; all facts come from `assets/body/`.

mod grid;
mod moves;
mod territories;
mod zones;

use std::fmt;
use std::sync::LazyLock;

use crate::knowledge::parse::ron_options;

pub use grid::Grid;
pub use moves::{FIGURES, Spot, Way};
pub use territories::{Extent, Lit};
pub use zones::{Mark, Marks, Rule, When, Zone, either, legs};

const ZONES: &str = include_str!("../../assets/body/zones.ron");
const TERRITORIES: &str = include_str!("../../assets/body/territories.ron");
/// The drawings, the largest first.
const DRAWINGS: [(&str, &str); 3] = [
    ("large.txt", include_str!("../../assets/body/large.txt")),
    ("medium.txt", include_str!("../../assets/body/medium.txt")),
    ("small.txt", include_str!("../../assets/body/small.txt")),
];

/// A leg. The left one is always drawn on the left, as in a mirror.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Leg {
    /// The left one.
    #[default]
    Left,
    /// The right one.
    Right,
}

impl Leg {
    /// Both legs from left to right.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// The other leg.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// The side from which a leg is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum View {
    /// The front, with the top of the foot.
    #[default]
    Front,
    /// The back, with the sole.
    Back,
}

impl View {
    /// Both views from left to right.
    pub const BOTH: [Self; 2] = [Self::Front, Self::Back];

    /// The other view.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Front => Self::Back,
            Self::Back => Self::Front,
        }
    }
}

/// Everything about the leg.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Atlas {
    /// The zones in the order of the list; scenery last.
    pub zones: Vec<Zone>,
    /// What marks on zones answer.
    pub rules: Vec<Rule>,
    /// Where nerves, roots and vessels are felt.
    pub extents: Vec<Extent>,
    /// The drawings, the largest first.
    pub grids: Vec<Grid>,
}

/// Why a file of the atlas cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file.
    pub file: &'static str,
    /// Line from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}, line {}: {}", self.file, self.line, self.message)
    }
}

impl Atlas {
    /// Reads the embedded files.
    ///
    /// # Errors
    /// The first fault; a test proves that there is none.
    pub fn embedded() -> Result<Self, Fault> {
        let zones: zones::ZonesFile = read("zones.ron", ZONES)?;
        let extents = read("territories.ron", TERRITORIES)?;
        let grids = DRAWINGS
            .into_iter()
            .map(|(file, text)| Grid::read(file, text, &zones.zones))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            zones: zones.zones,
            rules: zones.answers,
            extents,
            grids,
        })
    }

    /// Position of a zone.
    pub fn zone(&self, id: &str) -> Option<usize> {
        self.zones.iter().position(|zone| zone.id == id)
    }

    /// The drawing by which arrows move: the same one at every size, so that
    /// the same keys lead to the same place.
    fn measure(&self) -> Option<&Grid> {
        self.grids.get(1).or_else(|| self.grids.first())
    }
}

fn read<T: serde::Deserialize<'static>>(
    file: &'static str,
    text: &'static str,
) -> Result<T, Fault> {
    ron_options().from_str(text).map_err(|fault| Fault {
        file,
        line: fault.span.start.line,
        message: fault.code.to_string(),
    })
}

/// The embedded atlas, read when first asked for.
pub fn atlas() -> &'static Atlas {
    static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::embedded().unwrap_or_default());
    &ATLAS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::schema::AnswerKind;
    use crate::knowledge::{Files, Knowledge};
    use crate::language::Language;

    #[test]
    fn the_embedded_files_can_be_read() {
        let read = Atlas::embedded();
        assert!(read.is_ok(), "{}", read.unwrap_err());
    }

    #[test]
    fn findings_and_zones_know_each_other() {
        let files = Files::embedded();
        let knowledge = Knowledge::load(&files).unwrap();
        for rule in &atlas().rules {
            let at = knowledge.finding(rule.finding).unwrap();
            let finding = &knowledge.findings[at];
            assert!(matches!(finding.answer, AnswerKind::YesNo(_)));
            for zone in &rule.zones {
                assert!(finding.zones.contains(zone), "{}: {zone}", rule.finding);
            }
        }
        let category = knowledge.categories.iter().find(|c| c.id == "where");
        let places = &knowledge.findings[category.unwrap().findings.clone()];
        for finding in places.iter().filter(|place| !place.zones.is_empty()) {
            assert!(
                atlas().rules.iter().any(|rule| rule.finding == finding.id),
                "{} has zones but no rule",
                finding.id
            );
            for zone in &finding.zones {
                assert!(atlas().zone(zone).is_some(), "{}: {zone}", finding.id);
            }
        }
    }

    #[test]
    fn every_zone_has_words() {
        let files = Files::embedded();
        let knowledge = Knowledge::load(&files).unwrap();
        let language = Language::english().unwrap();
        let anatomy = &knowledge.words.common.anatomy;
        for zone in atlas().zones.iter().filter(|zone| !zone.scenery) {
            assert!(
                language.has(&format!("body-zone-{}", zone.id)),
                "{}",
                zone.id
            );
            assert!(
                anatomy.iter().any(|(key, _)| *key == zone.id),
                "{}",
                zone.id
            );
            for name in &zone.covers {
                assert!(atlas().zone(name).is_some(), "{name}");
            }
        }
    }

    #[test]
    fn every_size_shows_every_zone_with_room_for_a_mark() {
        for grid in &atlas().grids {
            for zone in atlas().listed() {
                if !atlas().zones[zone].covers.is_empty() {
                    continue;
                }
                let drawn: Vec<View> = View::BOTH
                    .into_iter()
                    .filter(|&view| atlas().is_drawn(view, zone))
                    .collect();
                let room = |view: View| grid.anchor(view, Leg::Right, zone).is_some();
                assert!(
                    drawn.iter().copied().any(room),
                    "{} at width {}",
                    atlas().zones[zone].id,
                    grid.width()
                );
                for view in View::BOTH {
                    assert_eq!(
                        grid.centre(view, Leg::Left, zone).is_some(),
                        drawn.contains(&view),
                        "{} at width {}: the sizes show different zones",
                        atlas().zones[zone].id,
                        grid.width()
                    );
                }
            }
        }
    }

    #[test]
    fn zones_side_by_side_differ_in_shade() {
        let tone = |zone: usize| atlas().zones[zone].tone;
        for grid in &atlas().grids {
            for view in View::BOTH {
                for half in 0..grid.height() {
                    for column in 0..grid.width() {
                        let here = grid.zone(view, Leg::Left, column, half);
                        for other in [
                            grid.zone(view, Leg::Left, column + 1, half),
                            grid.zone(view, Leg::Left, column, half + 1),
                        ] {
                            if let (Some(a), Some(b)) = (here, other)
                                && a != b
                            {
                                assert_ne!(
                                    tone(a),
                                    tone(b),
                                    "{} and {} at width {}",
                                    atlas().zones[a].id,
                                    atlas().zones[b].id,
                                    grid.width()
                                );
                            }
                        }
                    }
                }
            }
        }
    }
}
