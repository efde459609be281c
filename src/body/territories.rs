//! Where nerves, roots and vessels are felt.

use serde::Deserialize;

use super::{Atlas, View};
use crate::knowledge::schema::Territory;

/// The zones of one nerve, root or vessel.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extent {
    /// Whose.
    pub of: Territory<'static>,
    /// Zones seen from both sides.
    #[serde(default)]
    pub both: Vec<&'static str>,
    /// Zones only as seen from the front.
    #[serde(default)]
    pub front: Vec<&'static str>,
    /// Zones only as seen from behind.
    #[serde(default)]
    pub back: Vec<&'static str>,
    /// Key of a sentence for what a picture cannot show.
    #[serde(default)]
    pub note: Option<&'static str>,
}

/// The zones of everything a cause follows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lit {
    front: Vec<usize>,
    back: Vec<usize>,
    /// Keys of sentences for what a picture cannot show.
    pub notes: Vec<&'static str>,
}

impl Lit {
    /// Whether a zone is part of it, as seen from a side.
    pub fn holds(&self, view: View, zone: usize) -> bool {
        match view {
            View::Front => self.front.contains(&zone),
            View::Back => self.back.contains(&zone),
        }
    }

    /// Whether a zone is part of it, seen from anywhere.
    pub fn has(&self, zone: usize) -> bool {
        self.front.contains(&zone) || self.back.contains(&zone)
    }

    /// Whether no place is part of it.
    pub fn is_empty(&self) -> bool {
        self.front.is_empty() && self.back.is_empty()
    }
}

impl Atlas {
    /// Where territories are felt, all taken together.
    pub fn lit(&self, territories: &[Territory<'_>]) -> Lit {
        let mut lit = Lit::default();
        for territory in territories {
            let Some(extent) = self.extents.iter().find(|extent| extent.of == *territory) else {
                continue;
            };
            let positions = |ids: &[&'static str]| -> Vec<usize> {
                ids.iter().filter_map(|id| self.zone(id)).collect()
            };
            let both = positions(&extent.both);
            for (side, only) in [
                (&mut lit.front, positions(&extent.front)),
                (&mut lit.back, positions(&extent.back)),
            ] {
                side.extend(both.iter().chain(&only));
                side.sort_unstable();
                side.dedup();
            }
            lit.notes.extend(extent.note);
        }
        lit
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::atlas;
    use crate::knowledge::{Files, Knowledge};
    use crate::language::Language;

    #[test]
    fn every_territory_of_a_cause_has_its_entry() {
        let files = Files::embedded();
        let knowledge = Knowledge::load(&files).unwrap();
        for cause in &knowledge.causes {
            for territory in &cause.territory {
                let entries = atlas()
                    .extents
                    .iter()
                    .filter(|extent| extent.of == *territory)
                    .count();
                assert_eq!(entries, 1, "{}: {territory:?}", cause.id);
            }
        }
    }

    #[test]
    fn entries_name_zones_words_and_known_anatomy() {
        let files = Files::embedded();
        let knowledge = Knowledge::load(&files).unwrap();
        let language = Language::english().unwrap();
        let anatomy = &knowledge.words.common.anatomy;
        for extent in &atlas().extents {
            for id in extent.both.iter().chain(&extent.front).chain(&extent.back) {
                assert!(atlas().zone(id).is_some(), "{:?}: {id}", extent.of);
            }
            assert!(extent.note.is_none_or(|note| language.has(note)));
            if let Territory::Nerve(key) | Territory::Root(key) = extent.of {
                assert!(anatomy.iter().any(|(known, _)| *known == key), "{key}");
            }
        }
    }

    #[test]
    fn nerves_and_roots_of_a_zone_reach_it() {
        for (at, zone) in atlas().zones.iter().enumerate() {
            let nerves = zone.nerves.iter().map(|&key| Territory::Nerve(key));
            let roots = zone.roots.iter().map(|&key| Territory::Root(key));
            for territory in nerves.chain(roots) {
                assert!(
                    atlas().lit(&[territory]).has(at),
                    "{}: {territory:?}",
                    zone.id
                );
            }
        }
    }

    #[test]
    fn the_table_of_the_clinical_source_is_kept() {
        let names = |territory| -> Vec<&str> {
            let lit = atlas().lit(&[territory]);
            atlas()
                .zones
                .iter()
                .enumerate()
                .filter(|(at, _)| lit.has(*at))
                .map(|(_, zone)| zone.id)
                .collect()
        };
        assert_eq!(names(Territory::Nerve("saphenous")), ["inner-shin"]);
        assert_eq!(names(Territory::Nerve("deep-peroneal")), ["first-web"]);
        assert_eq!(names(Territory::Nerve("sural")), ["calf", "outer-foot"]);
        assert_eq!(names(Territory::Root("L4")), ["thigh", "inner-shin"]);
        assert_eq!(
            names(Territory::Root("L5")),
            ["outer-shin", "foot-top", "first-web", "big-toe"]
        );
        assert_eq!(
            names(Territory::Root("S1")),
            ["calf", "outer-foot", "sole", "heel"]
        );
        let sciatic = atlas().lit(&[Territory::Nerve("sciatic")]);
        assert!(!sciatic.has(atlas().zone("inner-shin").unwrap()));
    }

    #[test]
    fn toes_can_be_lit_from_one_side_only() {
        let lit = atlas().lit(&[Territory::Nerve("plantar")]);
        let toe = atlas().zone("big-toe").unwrap();
        assert!(lit.holds(View::Back, toe));
        assert!(!lit.holds(View::Front, toe));
        assert!(atlas().lit(&[Territory::Anywhere]).is_empty());
    }
}
