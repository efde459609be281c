//! Frames of the self-checks, and the room they need on the smallest screen.

use tingle::app::guide::check::{Stage, stages};
use tingle::app::guide::{Page, view};
use tingle::theme::Theme;

use crate::checks::{all_no, at, begin, exam, list};
use crate::harness::{engine, rows};
use crate::snapshots::{shot, twice_as_long};

#[test]
fn every_row_has_a_digit_and_fits_the_smallest_screen() {
    let mut screen = list(40, 12, all_no());
    let all = engine().knowledge.self_exams.len();
    for exam in 0..all {
        begin(&mut screen, exam);
        for _ in stages(&screen.state, exam) {
            let shown = view(&screen.state);
            assert!(shown.listed || shown.rows.len() < 10, "{shown:?}");
            let text = screen.text();
            if !shown.listed {
                for row in &shown.rows {
                    let begin: String = row.label.chars().take(12).collect();
                    assert!(text.contains(&begin), "{begin}:\n{text}");
                }
            }
            // All of the text can be read.
            let mut read = text.clone();
            for _ in 0..12 {
                screen.press("PageDown");
                read.push_str(&screen.text());
            }
            if !shown.listed {
                let read: Vec<&str> = read.split_whitespace().collect();
                for word in shown.text.iter().flat_map(|text| text.split_whitespace()) {
                    assert!(read.contains(&word), "{exam} {word}: {read:?}");
                }
            }
            let layer = screen.state.guide.layer.clone();
            assert_eq!(layer, None);
            if at(&screen) == Stage::Reading {
                break;
            }
            screen.press("Tab");
        }
        while screen.state.guide.page() != Page::Checks {
            screen.press("Esc");
        }
    }
}

/// Screens that are kept: a name, a check and the keys from its beginning.
const KEPT: [(&str, &str, &str); 8] = [
    ("about", "straight-leg-raise", ""),
    ("before", "straight-leg-raise", "c"),
    ("step", "straight-leg-raise", "c c c c t"),
    ("toes", "touch-test", "c c c c c c c c c 1 2 1"),
    ("toes-read", "touch-test", "c c c c c c c c c 1 2 1 2 1 1"),
    ("measure", "calf-measure", "c c c c c c c c 4 1"),
    ("tick", "skin-and-shoe-look", "c c c c c c c c 3"),
    ("pulses", "foot-pulses", "c c c c"),
];

#[test]
fn screens_of_the_checks() {
    let theme = crate::harness::telling_theme();
    for (columns, rows) in [(40, 12), (80, 24), (120, 40)] {
        let mut screen = list(columns, rows, all_no());
        let size = format!("{columns}x{rows}");
        insta::assert_snapshot!(format!("check-list-{size}"), shot(&mut screen, &theme));
        for (name, id, keys) in KEPT {
            begin(&mut screen, exam(id));
            screen.press(keys);
            insta::assert_snapshot!(format!("check-{name}-{size}"), shot(&mut screen, &theme));
            while screen.state.guide.page() != Page::Checks {
                screen.press("Esc");
            }
        }
    }
}

#[test]
fn checks_without_colour_glyphs_and_with_long_words() {
    let mut screen = list(80, 24, all_no());
    screen.state.settings.ascii = true;
    screen.state.themes = vec![Theme::mono()];
    screen.state.theme = 0;
    for (_, id, keys) in KEPT {
        begin(&mut screen, exam(id));
        screen.press(keys);
        let text = screen.text();
        assert!(text.is_ascii(), "{text}");
        while screen.state.guide.page() != Page::Checks {
            screen.press("Esc");
        }
    }
    for (columns, high) in [(40, 12), (80, 24)] {
        let mut screen = list(columns, high, all_no());
        let words = screen.state.language.clone().transformed(twice_as_long);
        screen.state.language = words;
        for (_, id, keys) in KEPT {
            begin(&mut screen, exam(id));
            screen.press(keys);
            for row in rows(&screen.draw()) {
                let width = unicode_width::UnicodeWidthStr::width(row.as_str());
                assert!(width <= usize::from(columns), "{row}");
            }
            while screen.state.guide.page() != Page::Checks {
                screen.press("Esc");
            }
        }
    }
}
