//! Frames kept as text and looks. After a wanted change: `INSTA_UPDATE=always
//! cargo test --test screen`, then read the difference.

use tingle::theme::Theme;

use crate::harness::{Screen, looks, rows, telling_theme};

/// The screens that are kept: a name and the keys that lead there.
const SCREENS: [(&str, &str); 9] = [
    ("start", ""),
    ("answered", "f text:foot_drop Enter Space Esc"),
    ("emergency", "f text:face_droop Enter Space Esc Tab"),
    ("why", "f text:foot_drop Enter Space Esc Tab Enter 2"),
    ("number", "f text:blood_glucose Enter Enter text:126 Enter"),
    ("levels", "Down Enter"),
    ("search", "/ text:nerve_test"),
    ("help", "?"),
    ("body", "b Space"),
];

/// The sizes at which all of them are kept.
const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 40), (200, 60)];

/// A frame as text and looks.
pub fn shot(screen: &mut Screen, theme: &Theme) -> String {
    let buffer = screen.draw();
    let cursor = screen.state.hits.cursor;
    let looks: Vec<String> = looks(&buffer, theme)
        .into_iter()
        .enumerate()
        .filter(|(_, row)| !row.is_empty())
        .map(|(at, row)| format!("{at:>3} {row}"))
        .collect();
    format!(
        "{}\n\ncursor {cursor:?}\n{}\n",
        rows(&buffer).join("\n"),
        looks.join("\n")
    )
}

#[test]
fn screens_at_four_sizes() {
    let theme = telling_theme();
    for (name, keys) in SCREENS {
        for (columns, rows) in SIZES {
            let mut screen = Screen::new(columns, rows);
            screen.press(keys);
            insta::assert_snapshot!(
                format!("{name}-{columns}x{rows}"),
                shot(&mut screen, &theme)
            );
        }
    }
}

#[test]
fn first_run_page_and_questions() {
    let theme = telling_theme();
    for (columns, rows) in [(40, 12), (80, 24)] {
        let mut screen = Screen::with(columns, rows, |start| start.welcome = true);
        insta::assert_snapshot!(
            format!("welcome-{columns}x{rows}"),
            shot(&mut screen, &theme)
        );
        screen.press("Enter f text:foot_drop Enter Space Ctrl-Q");
        insta::assert_snapshot!(format!("quit-{columns}x{rows}"), shot(&mut screen, &theme));
        screen.press("2");
        insta::assert_snapshot!(format!("save-{columns}x{rows}"), shot(&mut screen, &theme));
    }
}

#[test]
fn without_colour_and_without_glyphs() {
    let mut screen = Screen::with(80, 24, |start| {
        start.themes = vec![Theme::mono()];
        start.settings.ascii = true;
    });
    screen.press("f text:foot_drop Enter Space Esc");
    let buffer = screen.draw();
    let text = rows(&buffer).join("\n");
    assert!(text.is_ascii(), "{text}");
    for position in buffer.area.positions() {
        assert_eq!(buffer[position].fg, ratatui::style::Color::Reset);
        assert_eq!(buffer[position].bg, ratatui::style::Color::Reset);
    }
    insta::assert_snapshot!("ascii-80x24", text);
}

/// English with words twice as long.
pub fn twice_as_long(text: &str) -> String {
    outside_places(text, |letter| format!("{letter}{letter}"))
}

/// English with letters two columns wide.
pub fn wide(text: &str) -> String {
    outside_places(text, |letter| match letter {
        'a'..='z' | 'A'..='Z' => {
            char::from_u32(u32::from(letter) - 0x21 + 0xff01).map_or(String::new(), String::from)
        }
        other => other.to_string(),
    })
}

fn outside_places(text: &str, change: impl Fn(char) -> String) -> String {
    let mut inside = false;
    text.chars()
        .map(|letter| {
            inside = match letter {
                '{' => true,
                '}' => false,
                _ => inside,
            };
            if inside || letter == '}' || letter == ' ' {
                letter.to_string()
            } else {
                change(letter)
            }
        })
        .collect()
}

#[test]
fn longer_words_and_wider_letters_break_nothing() {
    for (name, change) in [
        ("long", twice_as_long as fn(&str) -> String),
        ("wide", wide),
    ] {
        for (columns, rows_high) in SIZES {
            let mut screen = Screen::with(columns, rows_high, |start| {
                start.language = start.language.clone().transformed(change);
            });
            for keys in ["", "f text:foot_drop Enter Space Esc", "Tab", "Tab 2", "?"] {
                screen.press(keys);
                let buffer = screen.draw();
                for row in rows(&buffer) {
                    let width = unicode_width::UnicodeWidthStr::width(row.as_str());
                    assert!(width <= usize::from(columns), "{name} {columns}: {row}");
                }
            }
            if columns == 80 {
                screen.press("Esc");
                insta::assert_snapshot!(
                    format!("{name}-{columns}x{rows_high}"),
                    rows(&screen.draw()).join("\n")
                );
            }
        }
    }
}
