//! Tests of the drawn map.

use std::sync::LazyLock;

use proptest::prelude::*;
use ratatui::style::{Color, Modifier, Style};

use super::*;
use crate::app::body::{BodyMap, apply, click};
use crate::app::{Target, TheEngine};
use crate::assessment::{Answers, Engine};
use crate::body::Spot;
use crate::keys::Action;
use crate::knowledge::{Files, Knowledge};
use crate::language::Language;
use crate::theme::Theme;

static ENGINE: LazyLock<Engine<'static, 'static>> = LazyLock::new(|| {
    let files: &'static Files = Box::leak(Box::new(Files::embedded()));
    let knowledge: &'static Knowledge<'static> =
        Box::leak(Box::new(Knowledge::load(files).unwrap()));
    Engine::new(knowledge).unwrap()
});

fn engine() -> TheEngine {
    &ENGINE
}

fn dark() -> Theme {
    let ground = Color::Rgb(22, 25, 29);
    Theme {
        text: Style::new().fg(Color::Rgb(216, 222, 228)).bg(ground),
        accent: Style::new().fg(Color::Rgb(108, 182, 255)),
        zone: Style::new().fg(Color::White).bg(Color::Rgb(57, 66, 76)),
        lit: Style::new().fg(Color::White).bg(Color::Rgb(122, 82, 48)),
        ..Theme::mono()
    }
}

/// A map to look at.
struct Seen {
    map: BodyMap,
    answers: Answers,
    cause: Option<usize>,
    theme: Theme,
    language: Language,
    ascii: bool,
}

impl Seen {
    fn new() -> Self {
        Self {
            map: BodyMap::default(),
            answers: Answers::new(),
            cause: None,
            theme: dark(),
            language: Language::english().unwrap(),
            ascii: false,
        }
    }

    fn lit(mut self, cause: &str) -> Self {
        self.cause = engine().knowledge.cause(cause);
        assert!(self.cause.is_some());
        self
    }

    fn press(mut self, actions: &[Action]) -> Self {
        for &action in actions {
            if let Some(changed) = apply(&mut self.map, action, engine(), &self.answers) {
                self.answers = changed;
            }
        }
        self
    }

    fn draw(&self, area: Rect) -> (Buffer, Hits) {
        let whole = Rect::new(0, 0, area.right() + 1, area.bottom() + 1);
        let mut buffer = Buffer::empty(whole);
        let mut hits = Hits::default();
        draw(
            Scene {
                map: &self.map,
                engine: engine(),
                answers: &self.answers,
                cause: self.cause,
                theme: &self.theme,
                language: &self.language,
                ascii: self.ascii,
            },
            area,
            &mut buffer,
            &mut hits,
        );
        (buffer, hits)
    }

    fn text(&self, width: u16, height: u16) -> String {
        let (buffer, _) = self.draw(Rect::new(0, 0, width, height));
        (0..height)
            .map(|row| {
                let line: String = (0..width)
                    .map(|column| buffer[(column, row)].symbol())
                    .collect();
                format!("{}\n", line.trim_end())
            })
            .collect()
    }
}

#[test]
fn the_map_in_letters() {
    let mut view = Seen::new()
        .lit("disc-l5")
        .press(&[Action::Yes, Action::Down, Action::No]);
    view.ascii = true;
    insta::assert_snapshot!("letters-120x34", view.text(120, 34));
    insta::assert_snapshot!("letters-80x22", view.text(80, 22));
    insta::assert_snapshot!("letters-40x10", view.text(40, 10));
}

#[test]
fn the_map_in_words() {
    let view = Seen::new()
        .lit("disc-l5")
        .press(&[Action::Yes, Action::AsWords, Action::Down]);
    insta::assert_snapshot!("words-120x34", view.text(120, 34));
    insta::assert_snapshot!("words-80x22", view.text(80, 22));
    insta::assert_snapshot!("words-40x10", view.text(40, 10));
}

#[test]
fn the_map_in_blocks() {
    let view = Seen::new().lit("tarsal-tunnel").press(&[Action::Yes]);
    insta::assert_snapshot!("blocks-80x22", view.text(80, 22));
    insta::assert_snapshot!("blocks-40x10", view.text(40, 10));
}

#[test]
fn every_zone_can_be_clicked_where_it_is_drawn_and_in_the_list() {
    for (width, height) in [(120, 34), (80, 22), (40, 10)] {
        let view = Seen::new();
        let (_, hits) = view.draw(Rect::new(0, 0, width, height));
        for zone in atlas().listed() {
            let found = hits.areas.iter().any(|(area, target)| {
                let Target::Zone(place) = target else {
                    return false;
                };
                hits.at(area.x, area.y) == Some(target)
                    && atlas().spot(*place).is_some_and(|spot| spot.zone == zone)
            });
            let scrolled = hits.over.height < hits.over.rows;
            assert!(found || scrolled, "{width}x{height}: {zone}");
        }
    }
}

#[test]
fn a_click_on_the_picture_marks_what_is_seen_there() {
    let mut view = Seen::new();
    let (_, hits) = view.draw(Rect::new(0, 0, 120, 34));
    let heel = Spot {
        view: View::Back,
        leg: Leg::Right,
        zone: atlas().zone("heel").unwrap(),
    };
    let (area, _) = hits
        .areas
        .iter()
        .find(|(_, target)| *target == Target::Zone(atlas().number(heel)))
        .unwrap();
    let Some(Target::Zone(place)) = hits.at(area.x, area.y) else {
        panic!("no zone there");
    };
    view.answers = click(&mut view.map, *place, engine(), &view.answers).unwrap();
    let (buffer, _) = view.draw(Rect::new(0, 0, 120, 34));
    let marked = (area.x..area.right())
        .any(|column| (area.y..34).any(|row| buffer[(column, row)].symbol() == "✓"));
    assert!(marked);
}

#[test]
fn marks_and_territory_show_without_colour() {
    let plain = Seen::new().text(120, 34);
    let lit = Seen::new().lit("disc-s1").text(120, 34);
    let marked = Seen::new().press(&[Action::NotSure]).text(120, 34);
    assert!(!plain.contains('╱') && lit.contains('╱'));
    assert!(marked.matches('?').count() > plain.matches('?').count() + 3);
    let mut mono = Seen::new().lit("disc-s1");
    mono.theme = Theme::mono();
    assert!(mono.text(120, 34).contains("CCCC"), "capitals where lit");
}

#[test]
fn the_zone_under_the_cursor_stands_out_from_front_and_back() {
    let view = Seen::new();
    let (buffer, hits) = view.draw(Rect::new(0, 0, 120, 34));
    let mut seen = 0;
    for (area, target) in &hits.areas {
        let Target::Zone(place) = target else {
            continue;
        };
        let spot = atlas().spot(*place).unwrap();
        let cell = &buffer[(area.x + area.width / 2, area.y)];
        if area.width > 20 || cell.symbol() != " " {
            continue;
        }
        let reversed = cell.modifier.contains(Modifier::REVERSED);
        let here = spot.leg == view.map.at.leg && spot.zone == view.map.at.zone;
        assert_eq!(reversed, here, "{spot:?}");
        seen += usize::from(here);
    }
    assert!(seen > 10);
}

#[test]
fn every_cause_says_its_territory_in_words() {
    for (at, cause) in engine().knowledge.causes.iter().enumerate() {
        let mut view = Seen::new().press(&[Action::AsWords]);
        view.cause = Some(at);
        let text = view.text(200, 40);
        let below = text.lines().skip(2).any(|line| line.contains("erritory"));
        assert!(below, "{}", cause.id);
    }
}

fn pseudo(text: &str) -> String {
    format!("[{text} {text}足]")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Any size, anywhere, in any state: nothing panics, nothing is written
    /// outside, the real cursor is inside.
    #[test]
    fn every_size_can_be_drawn(
        (x, y, width, height) in (0u16..5, 0u16..5, 0u16..300, 0u16..100),
        small in any::<bool>(),
        actions in prop::collection::vec(prop::sample::select(Action::ALL), 0..12),
        cause in prop::option::of(0usize..90),
        (ascii, mono, long) in any::<(bool, bool, bool)>(),
    ) {
        let area = if small {
            Rect::new(x, y, width % 50, height % 20)
        } else {
            Rect::new(x, y, width, height)
        };
        let mut view = Seen::new().press(&actions);
        view.cause = cause;
        view.ascii = ascii;
        if mono {
            view.theme = Theme::mono();
        }
        if long {
            view.language = view.language.transformed(pseudo);
        }
        let (buffer, hits) = view.draw(area);
        for position in buffer.area.positions() {
            if !area.contains(position) {
                prop_assert_eq!(&buffer[position], &ratatui::buffer::Cell::EMPTY);
            }
        }
        for (place, _) in &hits.areas {
            prop_assert_eq!(place.intersection(area), *place);
        }
        if let Some(cursor) = hits.cursor {
            prop_assert!(area.contains(cursor));
        }
        if area.width >= 20 && area.height >= 4 {
            prop_assert!(hits.cursor.is_some());
        }
    }

    /// Drawing outside the buffer is cut, not a panic.
    #[test]
    fn an_area_beyond_the_buffer_is_cut(width in 0u16..90, height in 0u16..30) {
        let view = Seen::new();
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let scene = Scene {
            map: &view.map,
            engine: engine(),
            answers: &view.answers,
            cause: None,
            theme: &view.theme,
            language: &view.language,
            ascii: false,
        };
        draw(scene, Rect::new(0, 0, 200, 60), &mut buffer, &mut Hits::default());
    }
}
