//! The summary over the screen.

use std::process::Command;

use ratatui::buffer::Buffer;
use ratatui::style::Color;
use tingle::app::{Effect, Message, Over};
use tingle::report::dates::Civil;

use crate::harness::{Screen, rows};

const ANSWERED: &str = "f text:foot_drop Enter Space Esc";

/// A screen with an answer and the summary open; the clock has answered.
fn open(columns: u16, rows: u16) -> Screen {
    let mut screen = Screen::new(columns, rows);
    screen.press(ANSWERED).press("s");
    assert_eq!(screen.effects, [Effect::Clock]);
    let clock = Civil::of_unix(1_795_871_100, Some(0));
    screen.send(Message::Clock(clock, "en_GB".to_owned()));
    screen.effects.clear();
    screen
}

#[test]
fn pages_at_three_sizes() {
    for (columns, rows_high) in [(40, 12), (80, 24), (120, 36)] {
        for (name, keys) in [
            ("page", ""),
            ("doctor", "d"),
            ("code", "c"),
            ("forms", "s"),
            ("name", "s 2"),
        ] {
            let mut screen = open(columns, rows_high);
            screen.press(keys);
            let text = screen.text();
            insta::assert_snapshot!(format!("summary-{name}-{columns}x{rows_high}"), text);
            assert!(screen.state.hits.cursor.is_some(), "{name} {columns}");
        }
    }
}

/// Dark or light, as a camera would see a cell's half.
fn dark(buffer: &Buffer, column: u16, half: u16) -> bool {
    let cell = &buffer[(column, half / 2)];
    let filled = match cell.symbol() {
        "█" => true,
        "▀" => half.is_multiple_of(2),
        "▄" => !half.is_multiple_of(2),
        _ => false,
    };
    let colour = if filled { cell.fg } else { cell.bg };
    // The terminal's own background is dark here: a worst case.
    colour != Color::Indexed(231)
}

const SCALE: usize = 4;

/// The screen as a picture: grey values by row.
fn picture(buffer: &Buffer) -> (usize, usize, Vec<u8>) {
    let (wide, high) = (
        usize::from(buffer.area.width) * SCALE,
        usize::from(buffer.area.height) * 2 * SCALE,
    );
    let grey = (0..wide * high)
        .map(|at| {
            let (x, y) = ((at % wide / SCALE) as u16, (at / wide / SCALE) as u16);
            if dark(buffer, x, y) { 0 } else { 255 }
        })
        .collect();
    (wide, high, grey)
}

fn shown_code(screen: &mut Screen) -> (String, Buffer) {
    let code = tingle::app::over::summary_of(&screen.state, tingle::report::Depth::Plain).code();
    (code.text, screen.draw())
}

#[test]
fn a_decoder_reads_the_code_off_the_screen() {
    for (columns, rows_high) in [(80, 24), (120, 36)] {
        let mut screen = open(columns, rows_high);
        screen.press("c");
        let (code, buffer) = shown_code(&mut screen);
        let (wide, high, grey) = picture(&buffer);
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(wide, high, |x, y| grey[y * wide + x]);
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1, "{columns}x{rows_high}");
        assert_eq!(grids[0].decode().unwrap().1, code);
    }
}

#[test]
fn zbar_reads_the_code_off_the_screen() {
    let there = Command::new("zbarimg")
        .arg("--version")
        .output()
        .is_ok_and(|output| output.status.success());
    if !there {
        assert!(
            std::env::var_os("CI").is_none_or(|value| value != "true"),
            "zbarimg is missing: .ci/install installs it"
        );
        eprintln!("SKIPPED: zbarimg is not here; .ci/install installs it");
        return;
    }
    let folder = tempfile::TempDir::new().unwrap();
    let mut screen = open(80, 24);
    screen.press("3");
    let (code, buffer) = shown_code(&mut screen);
    let (wide, high, grey) = picture(&buffer);
    let read = |grey: &[u8]| {
        let path = folder.path().join("screen.pgm");
        let mut bytes = format!("P5\n{wide} {high}\n255\n").into_bytes();
        bytes.extend(grey);
        std::fs::write(&path, bytes).unwrap();
        let output = Command::new("zbarimg")
            .args(["-q", "--raw"])
            .arg(&path)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    };
    assert_eq!(read(&grey), code);
    // It can fail: without the upper half there is nothing to read.
    let mut broken = grey.clone();
    broken[..wide * high / 2].fill(0);
    assert_eq!(read(&broken), "");
}

#[test]
fn where_the_picture_does_not_fit_the_letters_do() {
    let mut screen = open(40, 12);
    screen.press("c");
    let (code, _) = shown_code(&mut screen);
    let text = screen.text();
    let letters: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    assert!(letters.contains(&code), "{text}");
    assert!(text.contains("wide"), "{text}");
}

#[test]
fn without_answers_there_is_no_summary() {
    let mut screen = Screen::new(80, 24);
    screen.press("s");
    assert!(screen.state.over.is_empty());
    assert!(screen.text().contains("There is no answer yet."));
}

#[test]
fn it_opens_over_the_help_and_closes_with_escape() {
    let mut screen = Screen::new(80, 24);
    screen.press(ANSWERED).press("? s");
    assert!(matches!(screen.state.over.last(), Some(Over::Summary(_))));
    screen.press("c Esc");
    assert!(matches!(screen.state.over.last(), Some(Over::Summary(_))));
    screen.press("Esc Esc");
    assert!(screen.state.over.is_empty());
}

#[test]
fn on_the_map_the_same_key_is_the_other_side() {
    let mut screen = Screen::new(80, 24);
    screen.press(ANSWERED).press("b");
    let before = screen.text();
    screen.press("s");
    assert!(matches!(screen.state.over.last(), Some(Over::Body)));
    assert_ne!(screen.text(), before);
}

#[test]
fn it_is_saved_in_the_form_chosen_and_the_answers_stay_unsaved() {
    for (digit, file, holds) in [
        ("1", "tingle-summary.txt", "LEG CHECK"),
        ("2", "tingle-summary.html", "<!DOCTYPE html>"),
        ("3", "tingle-summary.md", "# SEE"),
        ("4", "tingle-summary.fhir.json", "QuestionnaireResponse"),
        ("5", "tingle-summary.json", "schema_version"),
    ] {
        let mut screen = open(80, 24);
        screen.press("2").press(digit).press("Enter");
        let Some(Effect::Write {
            path,
            text,
            replace,
        }) = screen.effects.pop()
        else {
            panic!("{:?}", screen.effects);
        };
        assert_eq!((path.to_str(), replace), (Some(file), false));
        assert!(text.contains(holds), "{text}");
        screen.send(Message::Saved(path));
        assert!(screen.text().contains("Saved to"), "{}", screen.text());
        assert!(
            screen.state.record.unsaved(),
            "a summary is not the answers"
        );
        assert_eq!(screen.state.file, None);
    }
}

#[test]
fn a_copy_is_the_slip() {
    let mut screen = open(80, 24);
    screen.press("4");
    let Some(Effect::Copy(text)) = screen.effects.pop() else {
        panic!("{:?}", screen.effects);
    };
    assert!(
        text.starts_with("LEG CHECK\n28 November 2026, 13:05"),
        "{text}"
    );
    assert!(screen.text().contains("asked to copy"));
}

#[test]
fn what_is_too_long_for_a_terminal_is_not_copied_and_that_is_said() {
    let mut screen = Screen::with(80, 24, |start| {
        let language = tingle::language::Language::english().unwrap();
        start.language = language.transformed(|text| match text {
            "LEG CHECK" => "x".repeat(75_000),
            text => text.to_owned(),
        });
    });
    screen.press(ANSWERED).press("s 4");
    assert_eq!(screen.effects, [Effect::Clock]);
    assert!(screen.text().contains("too long for the clipboard"));
}

#[test]
fn letters_only_where_asked_for() {
    let mut screen = Screen::with(80, 24, |start| start.settings.ascii = true);
    screen.press(ANSWERED).press("s");
    assert!(rows(&screen.draw()).join("").is_ascii());
    screen.press("c");
    assert!(rows(&screen.draw()).join("").is_ascii());
    assert!(screen.text().contains("TINGLE1"));
}
