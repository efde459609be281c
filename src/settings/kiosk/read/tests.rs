use super::*;
use crate::knowledge::Faults;
use crate::settings::kiosk::DEFAULT_FILE;

fn themes() -> Vec<String> {
    crate::theme::BUILT_IN.map(str::to_owned).to_vec()
}

fn good(text: &str) -> Settings {
    match read("kiosk.ron", text, &themes()) {
        Ok(settings) => settings,
        Err(faults) => panic!("{}", Faults::new(faults)),
    }
}

fn faults(text: &str) -> String {
    let faults = read("kiosk.ron", text, &themes()).unwrap_err();
    Faults::new(faults).of("the settings").to_string()
}

/// The file with every default taken out of its comment.
fn said(file: &str) -> String {
    file.replace("\n    //", "\n    ")
        .lines()
        .map(|line| match line.strip_prefix("     ") {
            Some(comment) if !line.starts_with("      ") => format!("    // {comment}\n"),
            _ => format!("{line}\n"),
        })
        .collect()
}

#[test]
fn the_default_file_says_every_default() {
    assert_eq!(good(DEFAULT_FILE), Settings::default());
    let said = said(DEFAULT_FILE);
    for name in FIELDS {
        assert!(said.contains(&format!("\n    {name}: ")), "{name}\n{said}");
    }
    let default = Settings {
        emergency_number: Some("112".to_owned()),
        ..Settings::default()
    };
    assert_eq!(good(&said), default);
    for line in DEFAULT_FILE.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn a_file_that_says_nothing_is_the_default() {
    for text in ["", "()", "// nothing\n", "(\n    // none\n)"] {
        assert_eq!(good(text), Settings::default(), "{text}");
    }
}

#[test]
fn everything_can_be_set() {
    let hash = "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$haIRjNwiXJWDlutwBPbNzsV/weo6tWNV6WWVyTHa9yQ";
    let text = format!(
        "(clinic: \"Praxis Müller\", emergency_number: \"999\", idle: 30, reading_idle: 90,
        countdown: 20, print: Lp, queue: \"slips-2\", device: \"/dev/usb/lp0\", slip_width: 32,
        print_timeout: 10, qr: false, counters: \"/var/lib/tingle\", minutes_ahead: 330,
        pin: {hash:?}, chord: \"Ctrl-P\", end_after_visitor: true,
        speak: \"/usr/bin/espeak-ng -v 'en gb' --stdin\", burn_in: false, theme: \"dark\",
        mouse: false, ascii: true)"
    );
    let expected = Settings {
        clinic: "Praxis Müller".into(),
        emergency_number: Some("999".into()),
        idle: Duration::from_secs(30),
        reading_idle: Duration::from_secs(90),
        countdown: Duration::from_secs(20),
        print: Printing::Lp,
        queue: "slips-2".into(),
        device: "/dev/usb/lp0".into(),
        slip_width: 32,
        print_timeout: Duration::from_secs(10),
        qr: false,
        counters: Some("/var/lib/tingle".into()),
        minutes_ahead: 330,
        pin: Some(hash.parse().unwrap()),
        chord: Key::ctrl('p'),
        end_after_visitor: true,
        speak: ["/usr/bin/espeak-ng", "-v", "en gb", "--stdin"]
            .map(String::from)
            .to_vec(),
        burn_in: false,
        theme: "dark".into(),
        mouse: false,
        ascii: true,
    };
    assert_eq!(good(&text), expected);
}

#[test]
fn all_faults_come_at_once_with_places_and_mends() {
    let shown = faults(
        "(
    clinc: \"Hill Road\",
    idle: \"60\",
    countdown: 5,
    print: lp,
    queue: \"-o raw\",
    slip_width: 48.5,
    qr: yes,
    counters: \"counters\",
    minutes_ahead: 9999,
    pin: \"482915\",
    chord: \"Enter\",
    speak: \"espeak-ng --stdin\",
    theme: \"drak\",
)",
    );
    for words in [
        "kiosk.ron:2:5",
        "did you mean `clinic`?",
        "kiosk.ron:3:11",
        "`idle` is a whole number from 20 to 3600",
        "kiosk.ron:4:16",
        "kiosk.ron:5:12",
        "write one of: Off, Lp, EscPos",
        "kiosk.ron:6:12",
        "`-o raw` is no name of a queue",
        "kiosk.ron:7:17",
        "kiosk.ron:8:9",
        "`qr` is true or false",
        "kiosk.ron:9:15",
        "write the whole path",
        "kiosk.ron:10:20",
        "kiosk.ron:11:10",
        "run `tingle kiosk set-pin`",
        "kiosk.ron:12:12",
        "visitors may press Enter themselves",
        "kiosk.ron:13:12",
        "which `espeak-ng` that is",
        "kiosk.ron:14:12",
        "did you mean `dark`?",
        "13 faults in the settings.",
    ] {
        assert!(shown.contains(words), "{words}\n{shown}");
    }
}

#[test]
fn the_pin_itself_is_never_repeated() {
    assert!(!faults("(pin: \"$argon2id$v=19$x\")").contains("is no key"));
    let shown = format!("{:?}", good("()"));
    assert!(!shown.contains("argon2id"));
}

#[test]
fn a_chord_is_no_key_of_a_visitor() {
    for key in ["F2", "F12", "Ctrl-P", "Ctrl-F5", "Shift-F9"] {
        good(&format!("(chord: {key:?})"));
    }
    for key in [
        "1", "q", "Enter", "Esc", "Up", "F1", "Ctrl-4", "Ctrl-C", "Ctrl-M", "Ctrl-I", "Alt-x", "X",
        "", "F13",
    ] {
        faults(&format!("(chord: {key:?})"));
    }
}

#[test]
fn a_speaker_gets_no_shell() {
    for command in ["/bin/sh -c 'x' | y", "/bin/say $X", "/bin/say 'x", "  "] {
        faults(&format!("(speak: {command:?})"));
    }
}

#[test]
fn a_receipt_printer_needs_its_feature_or_its_device() {
    let shown = faults("(print: EscPos)");
    let words = if cfg!(feature = "escpos") {
        "needs its device"
    } else {
        "without the feature `escpos`"
    };
    assert!(shown.contains(words), "{shown}");
}

#[test]
fn a_file_damaged_anywhere_is_read_or_refused_with_a_place() {
    let file = said(DEFAULT_FILE);
    for (at, letter) in file.char_indices() {
        let (before, rest) = file.split_at(at);
        let after = &rest[letter.len_utf8()..];
        for text in [before.to_owned(), format!("{before}{after}")] {
            if let Err(faults) = read("kiosk.ron", &text, &themes()) {
                assert!(faults.iter().all(|fault| fault.line > 0), "{faults:?}");
            }
        }
    }
}
