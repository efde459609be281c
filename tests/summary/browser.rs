//! The page as a real browser sees it, without any network.

use std::process::Command;

use crate::{FACE_DROOP, FOOT_DROP, assess, runs, there};

const BROWSER: &str = "chromium";

fn browser(folder: &std::path::Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(BROWSER);
    command
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
        ])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ])
        // Whatever it wanted to fetch would fail, and the page would show it.
        .args(["--host-resolver-rules=MAP * ~NOTFOUND"])
        .arg(format!(
            "--user-data-dir={}",
            folder.join("profile").display()
        ))
        .args(arguments)
        .arg(format!("file://{}", folder.join("page.html").display()));
    command
}

#[test]
fn a_browser_reads_and_prints_the_page() {
    if !there(BROWSER, runs(BROWSER, "--version")) {
        return;
    }
    for (answers, says) in [
        (
            FOOT_DROP,
            [
                "SEE A DOCTOR WITHIN DAYS",
                "Pinched nerve at the outer knee",
                "TINGLE1-",
                "This is not a diagnosis",
            ],
        ),
        (
            FACE_DROOP,
            [
                "EMERGENCY: GO NOW",
                "CALL ",
                "TINGLE1-",
                "This is not a diagnosis",
            ],
        ),
    ] {
        let folder = tempfile::TempDir::new().unwrap();
        let page = folder.path().join("page.html");
        let made = assess(
            &["--format", "html", "--out", page.to_str().unwrap()],
            answers,
        );
        assert!(made.status.success());
        let dumped = browser(folder.path(), &["--dump-dom"]).output().unwrap();
        let dom = String::from_utf8(dumped.stdout).unwrap();
        for words in says {
            assert!(dom.contains(words), "{words}");
        }
        assert!(!dom.contains("<script"));
        let pdf = folder.path().join("page.pdf");
        let print = format!("--print-to-pdf={}", pdf.display());
        browser(folder.path(), &[&print]).output().unwrap();
        let printed = std::fs::read(&pdf).unwrap();
        assert!(printed.starts_with(b"%PDF-") && printed.len() > 10_000);
    }
}
