//! The text of a theme file to a theme.

use ratatui::style::{Color, Modifier, Style};

use super::{BUILT_IN, Theme};
use crate::fields::{Field, Sheet, text_of};
use crate::knowledge::{Fault, Files, did_you_mean};

const EXAMPLE: &str = "write it as in docs/settings.md, section Themes";
const STYLE: &str = "(foreground: \"#ffd866\", modifiers: [Bold])";
/// Dim and blinking are not among them: both are hard to read.
const MODIFIERS: [(&str, Modifier); 3] = [
    ("Bold", Modifier::BOLD),
    ("Underlined", Modifier::UNDERLINED),
    ("Reversed", Modifier::REVERSED),
];
const PARTS: [&str; 3] = ["foreground", "background", "modifiers"];

/// Reads a theme. With `base: "dark"` it gives only what differs from that one
/// of `bases`; without, it gives every look.
///
/// # Errors
/// Every fault of the file, each with its place.
pub fn read(path: &str, name: &str, text: &str, bases: &[Theme]) -> Result<Theme, Vec<Fault>> {
    let files = Files::from_texts([(path.to_owned(), text.to_owned())]);
    let Some(mut sheet) = Sheet::new(&files, EXAMPLE) else {
        return Err(Vec::new());
    };
    let fields = sheet.fields();
    let broken = sheet.faults() > 0;
    let mut theme = Theme {
        name: name.to_owned(),
        ..Theme::blank()
    };
    let base = fields.iter().find(|field| field.name == "base");
    if let Some(field) = base {
        if let Some(base) = base_of(&mut sheet, *field, bases) {
            theme = Theme {
                name: name.to_owned(),
                ..base
            };
        }
    } else if !broken {
        let missing: Vec<&str> = Theme::LOOKS
            .iter()
            .filter(|look| fields.iter().all(|field| field.name != **look))
            .copied()
            .collect();
        if !missing.is_empty() {
            sheet.whole(
                format!("this theme says nothing of: {}", missing.join(", ")),
                "add them, or begin with `base: \"default\",` and give only what differs",
            );
        }
    }
    for field in fields.iter().filter(|field| field.name != "base") {
        match theme.look_mut(field.name) {
            Some(look) => *look = style(&mut sheet, *field, *look),
            None => sheet.unknown(
                field.name,
                "look",
                Theme::LOOKS.iter().copied().chain(["base"]),
            ),
        }
    }
    let faults = sheet.finish();
    if faults.is_empty() {
        Ok(theme)
    } else {
        Err(faults)
    }
}

fn base_of<'a>(sheet: &mut Sheet<'a>, field: Field<'a>, bases: &[Theme]) -> Option<Theme> {
    let name = sheet.text(field, "\"dark\"")?;
    let base = bases.iter().find(|base| base.name == name);
    if base.is_none() {
        sheet.at(
            field.value,
            format!("there is no built-in theme `{name}`"),
            did_you_mean(&name, BUILT_IN),
        );
    }
    base.cloned()
}

/// A look with what the file says of it.
fn style<'a>(sheet: &mut Sheet<'a>, field: Field<'a>, mut style: Style) -> Style {
    for part in sheet.fields_of(field, STYLE) {
        match part.name {
            "foreground" => {
                if let Some(color) = color(sheet, part) {
                    style.fg = Some(color);
                }
            }
            "background" => {
                if let Some(color) = color(sheet, part) {
                    style.bg = Some(color);
                }
            }
            "modifiers" => style.add_modifier = modifiers(sheet, part),
            other => sheet.unknown(other, "part of a look", PARTS),
        }
    }
    style
}

fn color<'a>(sheet: &mut Sheet<'a>, field: Field<'a>) -> Option<Color> {
    let text = sheet.text(field, "\"#ffd866\"")?;
    let color = text.parse().ok();
    if color.is_none() {
        sheet.at(
            field.value,
            format!("`{text}` is no colour"),
            "write \"#rrggbb\", a name such as \"light magenta\", a number from \"0\" to \"255\", or \"reset\" for the terminal's own",
        );
    }
    color
}

fn modifiers<'a>(sheet: &mut Sheet<'a>, field: Field<'a>) -> Modifier {
    let mut all = Modifier::empty();
    for item in sheet.items(field, "[Bold]") {
        let word = text_of(item).unwrap_or_else(|| item.to_owned());
        match modifier(&word) {
            Some(modifier) => all |= modifier,
            None => sheet.at(
                item,
                format!("`{word}` is no modifier"),
                format!(
                    "write one of: {}",
                    MODIFIERS.map(|(name, _)| name).join(", ")
                ),
            ),
        }
    }
    all
}

/// The modifier of a word.
pub(super) fn modifier(word: &str) -> Option<Modifier> {
    let known = MODIFIERS.iter().find(|(name, _)| *name == word);
    known.map(|&(_, modifier)| modifier)
}
