//! The units and the settings of the terminal, as the system itself reads them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

fn dist(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("dist")
        .join(name)
}

/// The unit with a program that is here: `verify` looks for it.
fn verified(name: &str, as_name: &str, program: &str) -> Option<String> {
    let folder = TempDir::new().unwrap();
    let text = fs::read_to_string(dist(name)).unwrap();
    assert!(text.contains(program), "{program}");
    let file = folder.path().join(as_name);
    fs::write(&file, text.replace(program, env!("CARGO_BIN_EXE_tingle"))).unwrap();
    let run = Command::new("systemd-analyze")
        .args(["verify", "--man=no", "--recursive-errors=no"])
        .arg(&file)
        .output();
    let Ok(output) = run else {
        crate::skipped("units", "no systemd-analyze here; Debian has it in systemd");
        return None;
    };
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{name}: {said}");
    Some(said)
}

#[test]
fn the_units_hold_no_fault() {
    for (name, as_name, program) in [
        (
            "tingle-kiosk@.service",
            "tingle-kiosk@tty1.service",
            "/usr/bin/tingle",
        ),
        (
            "tingle-kiosk-cage.service",
            "tingle-kiosk-cage.service",
            "/usr/bin/cage",
        ),
    ] {
        let Some(said) = verified(name, as_name, program) else {
            return;
        };
        // It only warns of a setting it does not know.
        let about = said.lines().filter(|line| line.contains("tingle-kiosk"));
        assert_eq!(about.collect::<Vec<_>>(), [""; 0]);
    }
}

#[test]
fn the_console_unit_keeps_nearly_everything_shut() {
    let output = Command::new("systemd-analyze")
        .args(["security", "--offline=yes", "--threshold=10"])
        .arg(dist("tingle-kiosk@.service"))
        .output();
    let Ok(output) = output else {
        crate::skipped("units", "no systemd-analyze here; Debian has it in systemd");
        return;
    };
    let said = String::from_utf8_lossy(&output.stdout);
    let line = said.lines().find(|line| line.contains("Overall exposure"));
    let figure = line.and_then(|line| {
        line.split_whitespace()
            .find_map(|word| word.parse::<f64>().ok())
    });
    assert!(
        figure.is_some_and(|figure| figure < 1.0),
        "{line:?} {output:?}"
    );
}

#[test]
fn foot_takes_its_settings_without_a_word() {
    let file = dist("foot.ini");
    let output = Command::new("foot")
        .arg("--check-config")
        .arg("--config")
        .arg(&file)
        .output();
    let Ok(output) = output else {
        crate::skipped("foot.ini", "no foot here; Debian has it in foot");
        return;
    };
    let said = String::from_utf8_lossy(&output.stderr);
    let faults = said.lines().filter(|line| line.contains("foot.ini:"));
    assert_eq!(faults.collect::<Vec<_>>(), [""; 0]);
    assert!(output.status.success(), "{said}");
}
