//! The README says the keys that the program has.

use std::{env, fmt::Write as _, fs};

use tingle::keys::{Bindings, table};
use tingle::language::Language;
use tingle::settings::FIELDS;
use tingle::theme::Theme;

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
const START: &str = "<!-- keys: made from the program, see tests/interface/readme.rs -->\n";
const END: &str = "<!-- end of keys -->\n";

fn keys() -> String {
    let sections = table(&Bindings::default(), &Language::english().unwrap());
    let mut text = String::from("\n");
    for section in sections {
        let _ = writeln!(text, "| {} | |\n|---|---|", section.title);
        for row in section.rows {
            let keys: Vec<String> = row.keys.iter().map(|key| format!("`{key}`")).collect();
            let keys = keys.join(" ").replace('|', "\\|");
            let _ = writeln!(text, "| {keys} | {} |", row.words);
        }
        text.push('\n');
    }
    text
}

#[test]
fn the_keys_of_the_readme_are_those_of_the_program() {
    let readme = fs::read_to_string(README).unwrap();
    let (before, rest) = readme.split_once(START).expect("the mark before the keys");
    let (table, after) = rest.split_once(END).expect("the mark after the keys");
    let wanted = keys();
    if env::var_os("UPDATE").is_some() {
        fs::write(README, format!("{before}{START}{wanted}{END}{after}")).unwrap();
        return;
    }
    assert!(
        table == wanted,
        "the keys in README.md are not those of the program. Renew them:\n    UPDATE=1 cargo test --test interface readme"
    );
}

#[test]
fn the_page_on_settings_names_every_setting_and_every_look() {
    let page = include_str!("../../docs/settings.md");
    for name in FIELDS.iter().chain(Theme::LOOKS) {
        assert!(page.contains(&format!("\n| `{name}` | ")), "{name}");
    }
}

#[test]
fn the_page_on_the_kiosk_names_every_setting() {
    let page = include_str!("../../docs/kiosk.md");
    for name in tingle::settings::kiosk::FIELDS {
        assert!(page.contains(&format!("\n| `{name}` | ")), "{name}");
    }
}
