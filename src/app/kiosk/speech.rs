//! What a screen says aloud.

use super::{Screen, State, guide};
use crate::app::guide::Mark;

/// The screen in sentences: the question before its answers.
pub fn speech(state: &State) -> String {
    let say = |key: &str| state.language.say(key);
    let Some(kiosk) = &state.kiosk else {
        return String::new();
    };
    match &kiosk.screen {
        Screen::Attract => say("kiosk-spoken-attract"),
        Screen::Walk => walk(state),
        Screen::HandOver(_) => say("kiosk-hand-over"),
        Screen::Code => say("kiosk-code"),
        Screen::Called => say("kiosk-called"),
        Screen::StillThere(..) => say("kiosk-still-there"),
        // Staff can see; and nobody else shall hear what they do.
        Screen::Pin(_) | Screen::Menu(_) | Screen::Told(_) => String::new(),
        Screen::Paused => say("kiosk-paused"),
    }
}

fn walk(state: &State) -> String {
    let shown = guide::view(state);
    let mut sentences = vec![shown.heading.clone(), shown.question.clone()];
    sentences.extend(shown.text.iter().cloned());
    // Of a list what one page of it holds: its digits begin anew on each page.
    let (first, count) = if shown.listed {
        guide::window(state, shown.rows.len(), usize::MAX)
    } else {
        (0, shown.rows.len())
    };
    for (at, row) in shown.rows.iter().enumerate().skip(first).take(count) {
        let digit = if shown.listed {
            Some(at - first + 1)
        } else {
            guide::of_row(state, &shown, at)
        };
        let Some(digit) = digit else {
            sentences.push(row.label.clone());
            continue;
        };
        let mark = match row.mark {
            Mark::Open => "kiosk-spoken-row",
            Mark::Yes => "kiosk-spoken-ticked",
            Mark::No => "kiosk-spoken-no",
            Mark::NotSure => "kiosk-spoken-not-sure",
        };
        let number = digit.to_string();
        let places = [("number", number.as_str()), ("label", &row.label)];
        sentences.push(state.language.with(mark, &places));
    }
    if shown.ticked() {
        for way in guide::ways(state, &shown, usize::MAX) {
            let places = [("number", &*way.digit.to_string()), ("label", &way.label)];
            sentences.push(state.language.with("kiosk-spoken-row", &places));
        }
    }
    let mut spoken = String::new();
    for sentence in sentences.iter().filter(|sentence| !sentence.is_empty()) {
        spoken.push_str(sentence);
        if !sentence.ends_with(['.', '?', '!']) {
            spoken.push('.');
        }
        spoken.push('\n');
    }
    spoken
}
