use ratatui::style::{Color, Modifier, Style};

use crate::knowledge::Faults;

use super::palettes::{PALETTES, Palette};
use super::*;

/// The names of the 16 colours in the order of their numbers.
const NAMES: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

fn themes() -> Vec<Theme> {
    built_in()
}

/// The file of a theme that comes with the program.
fn file(name: &str) -> String {
    let path = format!("{}/assets/themes/{name}.ron", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

fn theme(name: &str) -> Theme {
    themes()
        .into_iter()
        .find(|theme| theme.name == name)
        .unwrap()
}

/// Relative luminance, as WCAG 2 defines it.
fn luminance(colour: u32) -> f64 {
    let channel = |shift: u32| {
        let value = f64::from((colour >> shift) & 0xff) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}

/// Contrast ratio, as WCAG 2 defines it.
fn contrast(one: u32, other: u32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn rgb(colour: Option<Color>) -> u32 {
    match colour {
        Some(Color::Rgb(r, g, b)) => u32::from_be_bytes([0, r, g, b]),
        other => panic!("{other:?} is no colour of its own"),
    }
}

/// Contrast of a style that names its colours; reverse does not change it.
fn own_contrast(style: Style) -> f64 {
    contrast(rgb(style.fg), rgb(style.bg))
}

/// Every style that can stand on the screen: each on the ground, and each on the
/// row of the cursor, whichever is laid over the other.
fn shown(theme: &Theme) -> Vec<(String, Style)> {
    let mut all = Vec::new();
    for (name, look) in theme.looks() {
        all.push((name.to_owned(), theme.text.patch(look)));
        for (row, over) in [("selected", theme.selected), ("marked", theme.marked)] {
            if name == row || name == "rule" || name == "urgent" || name == "bar" {
                continue;
            }
            let ground = theme.text.patch(look);
            all.push((format!("{row} over {name}"), ground.patch(over)));
            let row_ground = theme.text.patch(over);
            all.push((format!("{name} over {row}"), row_ground.patch(look)));
        }
    }
    all
}

#[test]
fn every_built_in_theme_is_what_its_file_says() {
    let read = BUILT_IN.map(|name| read(name, name, &file(name), &[]).unwrap());
    assert_eq!(themes(), read);
    assert_eq!(theme("mono"), Theme::mono());
}

#[test]
fn text_stands_out_in_every_theme_with_colours_of_its_own() {
    for (name, least) in [("dark", 4.5), ("light", 4.5), ("high-contrast", 7.0)] {
        for (look, style) in shown(&theme(name)) {
            // Rules and bars are no text, but a bar says how likely.
            let least = match look.as_str() {
                "rule" | "bar" => 3.0,
                _ => least,
            };
            let has = own_contrast(style);
            assert!(has >= least, "{name}, {look}: {has:.2} below {least}");
        }
    }
}

/// The nearest of the 256 colours: the cube and the greys, as tmux finds it.
fn reduced_to_256(colour: u32) -> u32 {
    let steps: [u32; 6] = [0x00, 0x5f, 0x87, 0xaf, 0xd7, 0xff];
    let cube = (0..216).map(|at| (steps[at / 36] << 16) | (steps[at / 6 % 6] << 8) | steps[at % 6]);
    let greys = (0..24).map(|step| (8 + step * 10) * 0x01_01_01);
    let distance = |other: u32| -> i64 {
        [16, 8, 0]
            .map(|shift| i64::from((colour >> shift) & 0xff) - i64::from((other >> shift) & 0xff))
            .iter()
            .map(|apart| apart * apart)
            .sum()
    };
    cube.chain(greys)
        .min_by_key(|&other| distance(other))
        .unwrap()
}

/// What the Linux console makes of a style (`rgb_foreground` and `rgb_background`
/// in its `vt.c`): text and ground as two of the 16. It is sent reversed colours
/// changed over and not bold.
fn reduced_by_linux(style: Style) -> (u32, u32) {
    let channels = |colour: u32| [16, 8, 0].map(|shift| (colour >> shift) & 0xff);
    // Red is bit 0 of the number of a colour, blue bit 2.
    let above = |colour: u32, from: u32| -> usize {
        let channels = channels(colour);
        (0..3)
            .filter(|&at| channels[at] > from)
            .map(|at| 1 << at)
            .sum()
    };
    let (mut fg, mut bg) = (rgb(style.fg), rgb(style.bg));
    let reversed = style.add_modifier.contains(Modifier::REVERSED);
    if reversed {
        std::mem::swap(&mut fg, &mut bg);
    }
    let most = channels(fg).into_iter().max().unwrap();
    let mut text = above(fg, most / 2);
    let ground = above(bg, 0x7f);
    let bold = style.add_modifier.contains(Modifier::BOLD) && !reversed;
    let mut bright = most > 0xaa || bold;
    if text == 7 && most <= 0x55 {
        (text, bright) = (0, true);
    }
    let console = PALETTES
        .iter()
        .find(|palette| palette.name == "Linux console")
        .unwrap();
    (
        console.colours[text + usize::from(bright) * 8],
        console.colours[ground],
    )
}

#[test]
fn reduced_colours_can_still_be_read() {
    for name in ["dark", "light", "high-contrast"] {
        for (look, style) in theme(name).looks() {
            let style = theme(name).text.patch(style);
            let (fg, bg) = (rgb(style.fg), rgb(style.bg));
            let least = if matches!(look, "rule" | "bar") {
                2.5
            } else {
                4.5
            };
            let has = contrast(reduced_to_256(fg), reduced_to_256(bg));
            assert!(has >= least, "{name}, {look}: {has:.2} with 256 colours");
            // That console has no light ground: bright text on grey is lost, and
            // the file says so.
            if name == "light" {
                continue;
            }
            let (text, ground) = reduced_by_linux(style);
            let has = contrast(text, ground);
            // Rules may fade there: nothing hangs on them.
            let least = match (look, name) {
                ("rule", _) => 1.0,
                ("selected" | "urgent", "high-contrast") => 7.0,
                _ => 3.0,
            };
            assert!(
                has >= least,
                "{name}, {look}: {has:.2} on the Linux console"
            );
        }
    }
}

fn worst(of: impl Fn(&Palette) -> f64) -> f64 {
    PALETTES.iter().map(of).fold(f64::INFINITY, f64::min)
}

/// How far a colour stands out from the ground, at worst.
fn worst_on_ground(number: usize) -> f64 {
    worst(|palette| contrast(palette.colours[number], palette.ground))
}

fn number(colour: Option<Color>) -> usize {
    NAMES
        .iter()
        .position(|name| Some(*name) == colour)
        .unwrap_or_else(|| panic!("{colour:?} is none of the 16"))
}

#[test]
fn the_default_accent_is_the_best_at_worst_beside_red() {
    let mut ranked: Vec<(f64, Color)> = NAMES
        .iter()
        .enumerate()
        .map(|(number, &colour)| (worst_on_ground(number), colour))
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    assert_eq!(ranked[0].1, Color::LightRed, "{ranked:.2?}");
    let theme = theme("default");
    assert_eq!(theme.accent.fg, Some(ranked[1].1), "{ranked:.2?}");
    assert_eq!(theme.bar.fg, theme.accent.fg);
    // The figures in the file.
    let text = file(BUILT_IN[0]);
    for said in ["light red 3.0", "light magenta 2.8", "light blue 2.4"] {
        assert!(text.contains(said));
        let (name, figure) = said.rsplit_once(' ').unwrap();
        let at = number(name.parse().ok());
        assert_eq!(format!("{:.1}", worst_on_ground(at)), figure, "{name}");
    }
}

#[test]
fn urgency_can_be_read_on_every_palette() {
    let urgent = theme("default").urgent;
    let (fg, bg) = (number(urgent.fg), number(urgent.bg));
    for palette in &PALETTES {
        let has = contrast(palette.colours[fg], palette.colours[bg]);
        assert!(has >= 4.25 || palette.lifts, "{}: {has:.2}", palette.name);
    }
}

#[test]
fn the_default_theme_leaves_all_else_to_the_terminal() {
    for (name, look) in theme("default").looks() {
        match name {
            "accent" | "bar" => assert_eq!(look.bg, None),
            "urgent" | "zone" | "lit" => {}
            "soon" => assert_eq!(look.bg, None),
            _ => assert_eq!((look.fg, look.bg), (None, None), "{name}"),
        }
    }
}

#[test]
fn all_reads_the_same_without_colour() {
    for theme in themes() {
        let bare = |style: Style| style.add_modifier;
        let name = &theme.name;
        assert!(bare(theme.selected).contains(Modifier::REVERSED), "{name}");
        let marked = bare(theme.marked);
        assert!(marked.intersects(Modifier::BOLD | Modifier::UNDERLINED));
        assert!(!marked.contains(Modifier::REVERSED), "{name}");
        assert!(bare(theme.urgent).intersects(Modifier::BOLD | Modifier::REVERSED));
        assert!(bare(theme.soon).contains(Modifier::BOLD), "{name}");
        assert!(!bare(theme.accent).is_empty(), "{name}");
        let allowed = Modifier::BOLD | Modifier::UNDERLINED | Modifier::REVERSED;
        for (look, style) in theme.looks() {
            assert!(allowed.contains(bare(style)), "{name}, {look}");
            assert!(style.sub_modifier.is_empty(), "{name}, {look}");
        }
    }
    for (look, style) in theme("mono").looks() {
        assert_eq!((style.fg, style.bg), (None, None), "{look}");
    }
}

#[test]
fn a_warning_is_the_only_red() {
    for name in ["dark", "light"] {
        let theme = theme(name);
        for (look, style) in theme.looks() {
            let Some(Color::Rgb(r, _, b)) = style.fg else {
                continue;
            };
            let red = i32::from(r) - i32::from(b) > 40;
            assert_eq!(red, matches!(look, "urgent" | "soon"), "{name}, {look}");
        }
    }
}

#[test]
fn a_theme_of_ones_own_says_only_what_differs() {
    let text = "(base: \"dark\", accent: (foreground: \"#ffd866\"), title: (modifiers: []))";
    let own = read("mine.ron", "mine", text, &themes()).unwrap();
    let dark = theme("dark");
    assert_eq!(own.name, "mine");
    assert_eq!(own.accent, dark.accent.fg(Color::Rgb(0xff, 0xd8, 0x66)));
    assert_eq!(own.title.fg, dark.title.fg);
    assert_eq!(own.title.add_modifier, Modifier::empty());
    assert_eq!(own.text, dark.text);
}

#[test]
fn faults_of_a_theme_come_all_at_once_with_their_places() {
    let text = "(\n    base: \"drak\",\n    acent: (),\n    title: (foreground: \"reddish\"),\n    rule: (modifiers: [Dim]),\n    bar: (color: \"red\"),\n    quiet: 3,\n)";
    let faults = read("themes/mine.ron", "mine", text, &themes()).unwrap_err();
    let places: Vec<(usize, usize)> = faults
        .iter()
        .map(|fault| (fault.line, fault.column))
        .collect();
    assert_eq!(
        places,
        [(2, 11), (3, 5), (4, 25), (5, 24), (6, 11), (7, 12)]
    );
    let shown = Faults::new(faults).of("the themes").render(false);
    for words in [
        "did you mean `dark`?",
        "did you mean `accent`?",
        "`reddish` is no colour",
        "write one of: Bold, Underlined, Reversed",
        "themes/mine.ron:7:12",
        "6 faults in the themes.",
    ] {
        assert!(shown.contains(words), "{words}\n{shown}");
    }
}

#[test]
fn a_theme_without_base_says_everything() {
    let faults = read("a.ron", "a", "(text: (), quiet: ())", &themes()).unwrap_err();
    assert_eq!(faults.len(), 1);
    assert!(
        faults[0].message.ends_with("soon, calm, zone, lit"),
        "{faults:?}"
    );
    assert!(faults[0].mend.contains("base: \"default\""));
}

#[test]
fn themes_of_the_folder_come_after_the_built_in_ones() {
    let config = tempfile::TempDir::new().unwrap();
    assert_eq!(all(Some(config.path())), all(None));
    let folder = config.path().join(FOLDER);
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("mine.ron"), "(base: \"light\")").unwrap();
    std::fs::write(folder.join("notes.txt"), "no theme").unwrap();
    let themes = all(Some(config.path())).unwrap();
    assert_eq!(themes.last().unwrap().name, "mine");
    std::fs::write(folder.join("dark.ron"), "(base: \"light\")").unwrap();
    std::fs::write(folder.join("odd.ron"), [0xff]).unwrap();
    let faults = all(Some(config.path())).unwrap_err().to_string();
    assert!(faults.contains("my-dark.ron"), "{faults}");
    assert!(faults.contains("UTF-8"), "{faults}");
}

#[test]
fn the_command_line_wins_over_no_color_and_that_over_the_settings() {
    let themes = themes();
    let choose = |asked, no_color| choose(&themes, asked, no_color, "light");
    assert_eq!(choose(Some("dark"), true), Ok("dark".to_owned()));
    assert_eq!(choose(None, true), Ok("mono".to_owned()));
    assert_eq!(choose(None, false), Ok("light".to_owned()));
    assert!(
        choose(Some("drak"), false)
            .unwrap_err()
            .contains("high-contrast")
    );
}
