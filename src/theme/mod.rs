//! Colours by what they mean. No pane names a colour.

mod folder;
#[cfg(test)]
mod palettes;
mod read;
#[cfg(test)]
mod tests;

use ratatui::style::{Modifier, Style};

use crate::knowledge::Urgency;

pub(crate) use folder::all_at_once;
pub use folder::{FOLDER, all};
pub use read::read;

/// The names of the themes that come with the program.
pub const BUILT_IN: [&str; 5] = ["default", "dark", "light", "high-contrast", "mono"];

/// What the build script read from their files.
const PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/themes.txt"));

macro_rules! looks {
    ($($(#[doc = $doc:literal])* $name:ident;)*) => {
        /// The looks of everything, by meaning.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Theme {
            /// Name in settings and on the command line.
            pub name: String,
            $($(#[doc = $doc])* pub $name: Style,)*
        }

        impl Theme {
            /// The names of all looks, as a theme file writes them.
            pub const LOOKS: &'static [&'static str] = &[$(stringify!($name),)*];

            /// All looks with their names.
            pub fn looks(&self) -> Vec<(&'static str, Style)> {
                vec![$((stringify!($name), self.$name),)*]
            }

            fn look_mut(&mut self, name: &str) -> Option<&mut Style> {
                match name {
                    $(stringify!($name) => Some(&mut self.$name),)*
                    _ => None,
                }
            }
        }
    };
}

looks! {
    /// Running text, and the ground under everything.
    text;
    /// Text of second rank: help, units, hints. Still well readable.
    quiet;
    /// Titles of panes and pages.
    title;
    /// The one accent: links, the focused pane's title, key names.
    accent;
    /// Lines between things.
    rule;
    /// Filled part of a bar.
    bar;
    /// The row the cursor stands on, in the focused pane.
    selected;
    /// The row the cursor stands on, in another pane.
    marked;
    /// The urgency line of "now" and "today".
    urgent;
    /// The urgency line of "within days".
    soon;
    /// The urgency line of self-care.
    calm;
    /// Skin on the body map: its ground, and the ink of marks on it. Without a
    /// ground the map is drawn in letters.
    zone;
    /// Skin in the territory of the selected cause.
    lit;
}

impl Theme {
    /// No colour at all: bold, underline and reverse carry everything. What
    /// remains where no file can be read; `mono.ron` says the same.
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

    /// Nothing said of anything.
    fn blank() -> Self {
        let mut theme = Self::mono();
        for look in Self::LOOKS {
            if let Some(style) = theme.look_mut(look) {
                *style = Style::new();
            }
        }
        theme
    }

    /// The look of an urgency line.
    pub fn urgency(&self, urgency: Urgency) -> Style {
        match urgency {
            Urgency::Now | Urgency::SameDay => self.urgent,
            Urgency::Days => self.soon,
            Urgency::Weeks => self.title,
            Urgency::SelfCare => self.calm,
        }
    }
}

/// The themes that come with the program, in the order of [`BUILT_IN`].
pub fn built_in() -> Vec<Theme> {
    let mut themes: Vec<Theme> = Vec::with_capacity(BUILT_IN.len());
    for line in PACKED.lines() {
        let mut parts = line.split('\t');
        let name = parts.next().unwrap_or_default();
        let Some(foreground) = parts.next() else {
            themes.push(Theme {
                name: name.to_owned(),
                ..Theme::blank()
            });
            continue;
        };
        let look = themes.last_mut().and_then(|theme| theme.look_mut(name));
        if let Some(look) = look {
            look.fg = foreground.parse().ok();
            look.bg = parts.next().and_then(|colour| colour.parse().ok());
            let words = parts.next().unwrap_or_default().split(' ');
            look.add_modifier = words.filter_map(read::modifier).collect();
        }
    }
    themes.sort_by_key(|theme| BUILT_IN.iter().position(|name| *name == theme.name));
    themes
}

/// The theme to start with: what the command line asks for; without colour where
/// `NO_COLOR` is set; else what the settings say.
///
/// # Errors
/// The command line asks for a theme nobody knows: what there is instead.
pub fn choose(
    themes: &[Theme],
    asked: Option<&str>,
    no_color: bool,
    set: &str,
) -> Result<String, String> {
    let Some(asked) = asked else {
        return Ok(if no_color { "mono" } else { set }.to_owned());
    };
    let names: Vec<&str> = themes.iter().map(|theme| theme.name.as_str()).collect();
    if names.contains(&asked) {
        return Ok(asked.to_owned());
    }
    Err(format!(
        "There is no theme `{asked}`. There are: {}.",
        names.join(", ")
    ))
}
