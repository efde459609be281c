//! What the map needs to know to draw itself, and the words for it.

use crate::app::TheEngine;
use crate::app::body::{BodyMap, Shown, territory};
use crate::assessment::Answers;
use crate::body::{Leg, Lit, Mark, View, atlas};
use crate::language::Language;
use crate::theme::Theme;

/// Everything the map is drawn from.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'s> {
    /// The map.
    pub map: &'s BodyMap,
    /// The engine.
    pub engine: TheEngine,
    /// The answers.
    pub answers: &'s Answers,
    /// The cause whose territory is lit.
    pub cause: Option<usize>,
    /// Looks.
    pub theme: &'s Theme,
    /// Words.
    pub language: &'s Language,
    /// Letters instead of drawn glyphs.
    pub ascii: bool,
}

/// The scene with everything that is worked out once for a frame.
pub(super) struct Sight<'s> {
    pub(super) scene: Scene<'s>,
    pub(super) shown: Shown,
    pub(super) lit: Lit,
}

impl<'s> Sight<'s> {
    pub(super) fn new(scene: Scene<'s>) -> Self {
        Self {
            scene,
            shown: scene.map.shown(scene.engine, scene.answers),
            lit: scene
                .cause
                .map(|cause| territory(scene.engine, cause))
                .unwrap_or_default(),
        }
    }

    /// Whether the leg is drawn in letters: no glyphs, or no colours.
    pub(super) fn in_letters(&self) -> bool {
        self.scene.ascii || self.scene.theme.zone.bg.is_none()
    }

    pub(super) fn say(&self, key: &str) -> String {
        self.scene.language.say(key)
    }

    pub(super) fn with(&self, key: &str, places: &[(&str, &str)]) -> String {
        self.scene.language.with(key, places)
    }

    /// The sign of a mark.
    pub(super) fn sign(&self, mark: Option<Mark>) -> &'static str {
        match (mark, self.scene.ascii) {
            (Some(Mark::Yes), false) => "✓",
            (Some(Mark::No), false) => "✗",
            (None, false) => "·",
            (Some(Mark::Yes), true) => "+",
            (Some(Mark::No), true) => "-",
            (None, true) => ".",
            (Some(Mark::NotSure), _) => "?",
        }
    }

    /// The pattern of the lit territory.
    pub(super) fn hatch(&self) -> &'static str {
        if self.scene.ascii { "/" } else { "╱" }
    }

    /// The bar before the chosen row.
    pub(super) fn bar(&self) -> &'static str {
        if self.scene.ascii { ">" } else { "▌" }
    }

    /// What stands at the end of cut text.
    pub(super) fn more(&self) -> &'static str {
        if self.scene.ascii { "~" } else { "…" }
    }

    /// A mark in words.
    pub(super) fn mark_words(&self, mark: Option<Mark>) -> String {
        self.say(match mark {
            Some(Mark::Yes) => "body-yes",
            Some(Mark::No) => "body-no",
            Some(Mark::NotSure) => "body-not-sure",
            None => "body-open",
        })
    }

    /// A leg in words: in full, short, or one letter.
    pub(super) fn leg_words(&self, leg: Leg, form: &str) -> String {
        let name = match leg {
            Leg::Left => "left",
            Leg::Right => "right",
        };
        self.say(&format!("body-{name}{form}"))
    }

    /// The short name of a zone.
    pub(super) fn zone_words(&self, zone: usize) -> String {
        let id = atlas().zones.get(zone).map_or("", |zone| zone.id);
        self.say(&format!("body-zone-{id}"))
    }

    /// The name of a nerve, root or zone.
    fn anatomy(&self, key: &str) -> String {
        let anatomy = &self.scene.engine.knowledge.words.common.anatomy;
        anatomy
            .iter()
            .find(|(known, _)| *known == key)
            .map_or(key, |&(_, words)| words)
            .to_owned()
    }

    /// The full name of a zone.
    pub(super) fn zone_name(&self, zone: usize) -> String {
        self.anatomy(atlas().zones.get(zone).map_or("", |zone| zone.id))
    }

    /// Nerves and roots of a zone.
    pub(super) fn nerves_and_roots(&self, zone: usize) -> (String, String) {
        let names = |keys: &[&str]| {
            keys.iter()
                .map(|key| self.anatomy(key))
                .collect::<Vec<_>>()
                .join(", ")
        };
        atlas()
            .zones
            .get(zone)
            .map(|zone| (names(&zone.nerves), names(&zone.roots)))
            .unwrap_or_default()
    }

    /// What feels in the zone under the cursor, in one line, the short first.
    pub(super) fn roots_and_nerves(&self) -> String {
        let (nerves, roots) = self.nerves_and_roots(self.scene.map.at.zone);
        let parts: Vec<String> = [roots, nerves]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        parts.join(", ")
    }

    /// What a picture cannot show of the territory.
    pub(super) fn notes(&self) -> String {
        let notes: Vec<String> = self.lit.notes.iter().map(|note| self.say(note)).collect();
        notes.join(" ")
    }

    /// What is said of the place under the cursor, line by line.
    pub(super) fn legend(&self) -> Vec<String> {
        let at = self.scene.map.at;
        let for_both = atlas()
            .zones
            .get(at.zone)
            .is_some_and(|zone| !zone.covers.is_empty());
        let leg = if for_both {
            self.say("body-both")
        } else {
            self.leg_words(at.leg, "")
        };
        let mut lines = vec![self.with(
            "body-here",
            &[
                ("leg", leg.as_str()),
                (
                    "answer",
                    self.mark_words(self.shown.get(at.leg, at.zone)).as_str(),
                ),
            ],
        )];
        let (nerves, roots) = self.nerves_and_roots(at.zone);
        for (key, names) in [("body-nerve", nerves), ("body-root", roots)] {
            if !names.is_empty() {
                lines.push(self.with(key, &[("names", names.as_str())]));
            }
        }
        lines
    }

    /// The name of the cause whose territory is lit.
    pub(super) fn cause_name(&self) -> Option<&'static str> {
        let words = &self.scene.engine.knowledge.words.causes;
        Some(words.get(self.scene.cause?)?.plain)
    }

    /// The territory of the cause in a sentence or two.
    pub(super) fn territory(&self) -> Option<String> {
        let cause = self.cause_name()?;
        let places: Vec<String> = atlas()
            .listed()
            .into_iter()
            .filter(|&zone| self.lit.has(zone))
            .map(|zone| {
                let name = self.zone_words(zone);
                let only = |view: View| {
                    !self.lit.holds(view.other(), zone) && atlas().is_drawn(view.other(), zone)
                };
                if only(View::Front) {
                    self.with("body-only-front", &[("zone", name.as_str())])
                } else if only(View::Back) {
                    self.with("body-only-back", &[("zone", name.as_str())])
                } else {
                    name
                }
            })
            .collect();
        let mut text = if places.is_empty() {
            self.with("body-territory-none", &[("cause", cause)])
        } else {
            self.with(
                "body-territory",
                &[("cause", cause), ("places", places.join(", ").as_str())],
            )
        };
        if !self.lit.notes.is_empty() {
            text.push(' ');
            text.push_str(&self.notes());
        }
        Some(text)
    }
}
