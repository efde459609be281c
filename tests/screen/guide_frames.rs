//! Frames of the walkthrough, kept as text and looks.

use tingle::app::guide::{self, Layer, Page, Part};
use tingle::app::{Face, Start};
use tingle::theme::Theme;
use unicode_width::UnicodeWidthStr;

use crate::harness::{Screen, engine, rows, telling_theme};
use crate::snapshots::{shot, twice_as_long, wide};

/// The sizes at which the main screens are kept.
const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 36), (200, 60)];

/// The main screens: a name, how far to go on, and the keys from there.
const SCREENS: [(&str, Stop, &str); 14] = [
    ("guide-start", Stop::Keys, ""),
    ("guide-age", Stop::Keys, "1 1 text:141 Enter"),
    ("guide-emergency", Stop::Keys, "1 1 c 2"),
    ("guide-alarm", Stop::Keys, "1 1 c 2 1"),
    ("guide-unsure", Stop::Keys, "1 1 c 2 Down Down u"),
    ("guide-explained", Stop::Keys, "1 1 c 2 Down Down i"),
    (
        "guide-strength",
        Stop::Asked("foot-drop"),
        "Down Down Down Space",
    ),
    ("guide-where", Stop::Asked("where-sole"), "2"),
    ("guide-question", Stop::Part(Part::Questions), ""),
    ("guide-review", Stop::Part(Part::Ticks), "a Down"),
    ("guide-result", Stop::Part(Part::Result), ""),
    ("guide-result-causes", Stop::Part(Part::Result), "2"),
    ("guide-result-care", Stop::Part(Part::Result), "4"),
    ("guide-result-open", Stop::Part(Part::Result), "5"),
];

/// How far to go on before the keys.
#[derive(Clone, Copy)]
enum Stop {
    /// Not at all.
    Keys,
    /// To the list that has this finding.
    Asked(&'static str),
    /// To the first screen of a part.
    Part(Part),
}

fn at(stop: Stop, screen: &Screen) -> bool {
    let state = &screen.state;
    match stop {
        Stop::Keys => true,
        Stop::Part(part) => state.guide.part() == part,
        Stop::Asked(id) => {
            let finding = engine().knowledge.finding(id).unwrap();
            guide::view(state)
                .rows
                .iter()
                .any(|row| row.does == guide::Choice::Tick(finding))
        }
    }
}

/// A main screen at a size.
fn screen(size: (u16, u16), (stop, keys): (Stop, &str), change: impl FnOnce(&mut Start)) -> Screen {
    let mut screen = Screen::with(size.0, size.1, |start| {
        start.face = Face::Guide;
        change(start);
    });
    // A dropping foot, so that there is something to show.
    let foot = engine().knowledge.finding("foot-drop").unwrap();
    if matches!(stop, Stop::Part(_)) {
        screen
            .state
            .answer(foot, Some(tingle::assessment::Answer::YesNo(true)));
    }
    // Pain from the back leaves something to ask once all lists are through.
    if matches!(stop, Stop::Part(Part::Questions)) {
        let back = engine().knowledge.finding("back-leg-pain").unwrap();
        screen
            .state
            .answer(back, Some(tingle::assessment::Answer::YesNo(true)));
    }
    for _ in 0..100 {
        if at(stop, &screen) {
            break;
        }
        if matches!(screen.state.guide.layer, Some(Layer::Alarm(_))) {
            screen.press("1");
        }
        screen.go_on();
    }
    assert!(at(stop, &screen));
    screen.draw();
    screen.press(keys);
    screen
}

#[test]
fn the_main_screens_at_four_sizes() {
    let theme = telling_theme();
    for (name, stop, keys) in SCREENS {
        for size in SIZES {
            let mut screen = screen(size, (stop, keys), |_| {});
            let frame = shot(&mut screen, &theme);
            // Nothing is cut: what does not fit is read on another page.
            assert!(!frame.contains('…'), "{name} {size:?}\n{frame}");
            insta::assert_snapshot!(format!("{name}-{}x{}", size.0, size.1), frame);
        }
    }
}

#[test]
fn without_colour_and_without_glyphs_all_is_there() {
    for (name, stop, keys) in SCREENS {
        for size in [(40, 12), (80, 24)] {
            let mut screen = screen(size, (stop, keys), |start| {
                start.themes = vec![Theme::mono()];
                start.settings.ascii = true;
            });
            let buffer = screen.draw();
            let text = rows(&buffer).join("\n");
            assert!(text.is_ascii(), "{name}: {text}");
            for position in buffer.area.positions() {
                assert_eq!(buffer[position].fg, ratatui::style::Color::Reset);
                assert_eq!(buffer[position].bg, ratatui::style::Color::Reset);
            }
        }
    }
}

#[test]
fn long_words_and_wide_letters_stay_inside_and_leave_a_row_to_choose() {
    for change in [twice_as_long as fn(&str) -> String, wide] {
        for (name, stop, keys) in SCREENS {
            for size in SIZES {
                let mut screen = screen(size, (stop, keys), |start| {
                    start.language = start.language.clone().transformed(change);
                });
                let buffer = screen.draw();
                for row in rows(&buffer) {
                    assert!(row.width() <= usize::from(size.0), "{name} {size:?}: {row}");
                }
                assert!(screen.state.hits.cursor.is_some(), "{name} {size:?}");
            }
        }
    }
}

#[test]
fn a_click_does_what_the_row_and_the_key_do() {
    let mut screen = screen((80, 24), (Stop::Keys, "1 1 c 2"), |_| {});
    let target = |screen: &Screen, wanted: &tingle::app::Target| {
        let found = screen.state.hits.areas.iter().find(|(_, it)| it == wanted);
        found.map(|(area, _)| (area.x, area.y)).unwrap()
    };
    let click = |screen: &mut Screen, wanted: tingle::app::Target| {
        let (column, row) = target(screen, &wanted);
        let deed = tingle::app::Deed::Press;
        screen.send(tingle::app::Message::Mouse(tingle::app::Mouse {
            deed,
            column,
            row,
        }));
    };
    click(&mut screen, tingle::app::Target::Over(4));
    assert!(matches!(screen.state.guide.layer, Some(Layer::Alarm(_))));
    click(&mut screen, tingle::app::Target::Over(0));
    assert_eq!(screen.state.guide.layer, None);
    let Page::Ticks(list) = screen.state.guide.page() else {
        panic!("a list");
    };
    click(
        &mut screen,
        tingle::app::Target::Do(tingle::keys::Action::GoOn),
    );
    assert_ne!(screen.state.guide.page(), Page::Ticks(list));
    click(
        &mut screen,
        tingle::app::Target::Do(tingle::keys::Action::Back),
    );
    assert_eq!(screen.state.guide.page(), Page::Ticks(list));
}
