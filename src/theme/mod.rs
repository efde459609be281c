//! Colours by what they mean. No pane names a colour.

use ratatui::style::{Modifier, Style};

use crate::knowledge::Urgency;

/// The looks of everything, by meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Name in settings and on the command line.
    pub name: String,
    /// Running text, and the ground under everything.
    pub text: Style,
    /// Text of second rank: help, units, hints. Still well readable.
    pub quiet: Style,
    /// Titles of panes and pages.
    pub title: Style,
    /// The one accent: links, the focused pane's title, key names.
    pub accent: Style,
    /// Lines between things.
    pub rule: Style,
    /// Filled part of a bar.
    pub bar: Style,
    /// The row the cursor stands on, in the focused pane.
    pub selected: Style,
    /// The row the cursor stands on, in another pane.
    pub marked: Style,
    /// The urgency line of "now" and "today".
    pub urgent: Style,
    /// The urgency line of "within days" and "within weeks".
    pub soon: Style,
    /// The urgency line of self-care.
    pub calm: Style,
    /// Skin on the body map: its ground, and the ink of marks on it. Without a
    /// ground the map is drawn in letters.
    pub zone: Style,
    /// Skin in the territory of the selected cause.
    pub lit: Style,
}

impl Theme {
    /// No colour at all: bold, underline and reverse carry everything.
    pub fn mono() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let reversed = plain.add_modifier(Modifier::REVERSED);
        Self {
            name: "mono".to_owned(),
            text: plain,
            quiet: plain,
            title: bold,
            accent: plain.add_modifier(Modifier::UNDERLINED),
            rule: plain,
            bar: plain,
            selected: reversed,
            marked: bold,
            urgent: bold.add_modifier(Modifier::REVERSED),
            soon: bold,
            calm: plain,
            zone: plain,
            lit: plain,
        }
    }

    /// The look of an urgency line.
    pub fn urgency(&self, urgency: Urgency) -> Style {
        match urgency {
            Urgency::Now | Urgency::SameDay => self.urgent,
            Urgency::Days | Urgency::Weeks => self.soon,
            Urgency::SelfCare => self.calm,
        }
    }
}
