//! The page as a real browser sees it, without any network.

use std::path::Path;
use std::process::Command;

use crate::{FACE_DROOP, FOOT_DROP, assess, runs, there};

const BROWSER: &str = "chromium";

/// The end of a page's refusal to fetch or to run anything.
const REFUSAL: &str = "<meta http-equiv=\"Content-Security-Policy\"";

/// Hosts that the browser asks of its own accord, whatever it shows.
const BROWSERS_OWN: [&str; 2] = [".google.com", ".googleapis.com"];

/// Someone who answered much, with several causes left.
const MUCH: &str = r#"{"side": "one", "age": 52, "sex": "male", "onset": "weeks", "back-leg-pain": true,
    "where-big-toe": true, "where-foot-top": true, "where-outer-shin": true, "where-sole": false,
    "where-calf-back": false, "where-inner-shin": false, "feel-numb": true,
    "feel-tingling": true, "feel-burning": false, "pain-any": true, "pain-score": 5, "back-pain": true,
    "cough-worse": true, "sit-worse": true, "foot-drop": false, "weak-leg": true,
    "swelling-one": false, "skin-pale": false, "skin-cold": false, "skin-red": false, "diabetes": true,
    "alcohol-units": "not sure", "smoking": "current", "lab-glucose": "126 mg/dL", "ulcer": false}"#;

fn tools() -> bool {
    there(BROWSER, runs(BROWSER, "--version")) && there("pdftotext", runs("pdftotext", "-v"))
}

/// The answers on a page in this folder.
fn page(folder: &Path, answers: &str, options: &[&str]) -> String {
    let path = folder.join("page.html");
    let mut arguments = vec![
        "--format",
        "html",
        "--force",
        "--out",
        path.to_str().unwrap(),
    ];
    arguments.extend(options);
    assert!(assess(&arguments, answers).status.success());
    std::fs::read_to_string(path).unwrap()
}

/// Opens a page; returns what the browser wrote out.
fn open(folder: &Path, page: &str, arguments: &[&str]) -> String {
    let file = folder.join("opened.html");
    std::fs::write(&file, page).unwrap();
    let output = Command::new(BROWSER)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        ])
        .arg(format!(
            "--user-data-dir={}",
            folder.join("profile").display()
        ))
        .args(arguments)
        .arg(format!("file://{}", file.display()))
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// What the browser asked the network for while it opened a page.
fn asked(folder: &Path, page: &str) -> Vec<String> {
    let log = folder.join("network.json");
    let option = format!("--log-net-log={}", log.display());
    assert!(open(folder, page, &["--dump-dom", &option]).contains("</html>"));
    let log: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(log).unwrap()).unwrap();
    let begun = &log["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"];
    assert!(begun.is_number(), "the log is of another form");
    let events = log["events"].as_array().unwrap().iter();
    let mut urls: Vec<String> = events
        .filter(|event| event["type"] == *begun)
        .filter_map(|event| event["params"]["url"].as_str())
        .filter(|url| {
            let host = url.split('/').nth(2).unwrap_or_default();
            !BROWSERS_OWN.iter().any(|own| host.ends_with(own))
        })
        .map(str::to_owned)
        .collect();
    urls.sort();
    urls.dedup();
    urls
}

/// The text of each printed sheet, its words apart by one space.
fn sheets(folder: &Path, page: &str) -> Vec<String> {
    let pdf = folder.join("page.pdf");
    let option = format!("--print-to-pdf={}", pdf.display());
    open(folder, page, &["--no-pdf-header-footer", &option]);
    let text = Command::new("pdftotext")
        .args([pdf.as_os_str(), "-".as_ref()])
        .output()
        .unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    let sheets = text.split('\u{c}').map(|sheet| {
        let words: Vec<&str> = sheet.split_whitespace().collect();
        words.join(" ")
    });
    sheets.filter(|sheet| !sheet.is_empty()).collect()
}

/// What stands between two marks, as a reader sees it.
fn between(page: &str, open: &str, close: &str) -> Vec<String> {
    let parts = page.split(open).skip(1);
    let texts = parts.filter_map(|part| part.split_once(close).map(|(text, _)| text));
    let plain = texts.map(|text| {
        let text = text.split_once('>').map_or(text, |(_, text)| text);
        text.replace("&#39;", "'")
            .replace("&quot;", "\"")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
    });
    plain.collect()
}

#[test]
fn a_browser_reads_the_page() {
    if !tools() {
        return;
    }
    for (answers, says) in [
        (
            FOOT_DROP,
            [
                "SEE A DOCTOR WITHIN DAYS",
                "Pinched nerve at the outer knee",
            ],
        ),
        (FACE_DROOP, ["EMERGENCY: GO NOW", "CALL "]),
    ] {
        let folder = tempfile::TempDir::new().unwrap();
        let page = page(folder.path(), answers, &[]);
        let dom = open(folder.path(), &page, &["--dump-dom"]);
        for words in says
            .into_iter()
            .chain(["TINGLE1-", "This is not a diagnosis"])
        {
            assert!(dom.contains(words), "{words}");
        }
    }
}

#[test]
fn opening_the_page_asks_the_network_for_nothing() {
    if !tools() {
        return;
    }
    let folder = tempfile::TempDir::new().unwrap();
    for options in [&[][..], &["--doctor"]] {
        let page = page(folder.path(), FOOT_DROP, options);
        assert_eq!(asked(folder.path(), &page), Vec::<String>::new());
    }
    // The watch sees what there is to see, and the refusal in the page holds.
    let good = page(folder.path(), FOOT_DROP, &[]);
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .and_then(|free| free.local_addr())
        .unwrap()
        .port();
    let url = format!("http://127.0.0.1:{port}/x");
    let curious = good.replace("<main>", &format!("<main><img src=\"{url}\">"));
    assert_eq!(asked(folder.path(), &curious), Vec::<String>::new());
    let unrefused = curious.replace(REFUSAL, "<meta name=\"x\"");
    assert_eq!(asked(folder.path(), &unrefused), [url]);
}

#[test]
fn without_scripts_the_page_says_the_same() {
    if !tools() {
        return;
    }
    let folder = tempfile::TempDir::new().unwrap();
    // A profile in which scripts are switched off.
    let off = tempfile::TempDir::new().unwrap();
    let settings = off.path().join("profile/Default");
    std::fs::create_dir_all(&settings).unwrap();
    std::fs::write(
        settings.join("Preferences"),
        r#"{"profile": {"default_content_setting_values": {"javascript": 2}}}"#,
    )
    .unwrap();
    let good = page(folder.path(), FOOT_DROP, &[]);
    let with = sheets(folder.path(), &good);
    assert!(
        with.concat().contains("This is not a diagnosis"),
        "{with:?}"
    );
    assert_eq!(with, sheets(off.path(), &good));
    // It can fail: what a script writes is missed.
    let scripted = good.replace(REFUSAL, "<meta name=\"x\"").replace(
        "</header>",
        "</header><script>document.body.append('SCRIPTED')</script>",
    );
    let with = sheets(folder.path(), &scripted);
    assert!(with.concat().contains("SCRIPTED"));
    assert_ne!(with, sheets(off.path(), &scripted));
}

#[test]
fn it_prints_on_two_sheets_with_nothing_torn_apart() {
    if !tools() {
        return;
    }
    let folder = tempfile::TempDir::new().unwrap();
    for paper in ["A4", "Letter"] {
        for (answers, options, most) in [
            (FOOT_DROP, &[][..], 2),
            (MUCH, &[][..], 2),
            (FACE_DROOP, &[][..], 2),
            (MUCH, &["--doctor"], 4),
        ] {
            let page = page(folder.path(), answers, options);
            let page = page.replace("@page{", &format!("@page{{size:{paper};"));
            assert!(page.contains(paper));
            let sheets = sheets(folder.path(), &page);
            assert!((1..=most).contains(&sheets.len()), "{paper}: {sheets:?}");
            for heading in between(&page, "<h2", "</h2>") {
                let alone = |sheet: &String| sheet.ends_with(&heading);
                assert!(!sheets.iter().any(alone), "{paper}: {heading}\n{sheets:?}");
            }
            for row in between(&page, "<li", "</li>") {
                let whole = |sheet: &String| sheet.contains(&row);
                assert!(sheets.iter().any(whole), "{paper}: {row}\n{sheets:?}");
            }
            if let Some(map) = sheets
                .iter()
                .find(|sheet| sheet.contains("Where it is felt"))
            {
                assert!(map.contains("The drawing shows one leg"), "{paper}: {map}");
                assert!(map.contains(" front ") && map.contains(" back "), "{map}");
            }
            assert!(smallest_letters(folder.path()) >= 11.0, "{paper}");
        }
    }
}

/// The height of the lowest line of words on paper, in points.
fn smallest_letters(folder: &Path) -> f64 {
    let boxes = Command::new("pdftotext")
        .arg("-bbox")
        .args([folder.join("page.pdf").as_os_str(), "-".as_ref()])
        .output()
        .unwrap();
    let boxes = String::from_utf8(boxes.stdout).unwrap();
    let number = |line: &str, name: &str| -> Option<f64> {
        let (_, rest) = line.split_once(&format!("{name}=\""))?;
        rest.split_once('"')?.0.parse().ok()
    };
    let heights = boxes
        .lines()
        .filter_map(|line| Some(number(line, "yMax")? - number(line, "yMin")?));
    heights.fold(f64::MAX, f64::min)
}
