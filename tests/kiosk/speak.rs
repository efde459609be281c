//! Speaking, with a speaker that writes down what it hears, and a real one.

use std::fs;
use std::path::Path;

use super::{script, skipped, wait};
use tempfile::TempDir;
use tingle::terminal::kiosk::speak::Speaker;

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

fn speaker(folder: &Path, text: &str) -> Speaker {
    let program = script(folder, "say", text);
    Speaker::new(vec![program.to_str().unwrap().to_owned(), "-v".into()])
}

#[test]
fn the_text_of_a_screen_is_heard_to_its_end() {
    let folder = TempDir::new().unwrap();
    let mut speaker = speaker(
        folder.path(),
        "cd \"$(dirname \"$0\")\"; cat > heard; echo \"$@\" > done",
    );
    speaker.say("Does your foot drop? `$(x)`\n").unwrap();
    wait("it was heard", || {
        read(&folder.path().join("done")) == "-v\n"
    });
    assert_eq!(
        read(&folder.path().join("heard")),
        "Does your foot drop? `$(x)`\n"
    );
    wait("it is done", || !speaker.speaks());
}

#[test]
fn a_new_screen_or_a_wipe_ends_what_is_said() {
    let folder = TempDir::new().unwrap();
    let pids = folder.path().join("pids");
    let text = "cd \"$(dirname \"$0\")\"; sleep 1000 & echo $! >> pids; wait";
    let mut speaker = speaker(folder.path(), text);
    let alive = |pid: &str| {
        let state = read(Path::new(&format!("/proc/{pid}/stat")));
        !state.is_empty() && !state.contains(") Z ")
    };
    let pid = |at: usize| read(&pids).lines().nth(at).map(str::to_owned);
    speaker.say("one").unwrap();
    wait("the first speaks", || pid(0).is_some());
    speaker.say("two").unwrap();
    wait("the first is silent", || !alive(&pid(0).unwrap()));
    wait("the second speaks", || pid(1).is_some());
    assert!(speaker.speaks());
    speaker.stop();
    assert!(!speaker.speaks());
    wait("the second is silent", || !alive(&pid(1).unwrap()));
    speaker.say("three").unwrap();
    wait("the third speaks", || pid(2).is_some());
    drop(speaker);
    wait("the third is silent", || !alive(&pid(2).unwrap()));
}

#[test]
fn a_speaker_that_does_not_listen_holds_nobody_up() {
    let folder = TempDir::new().unwrap();
    let mut speaker = speaker(folder.path(), "sleep 1000");
    let long = "word ".repeat(1_000_000);
    for _ in 0..3 {
        speaker.say(&long).unwrap();
    }
    speaker.stop();
}

#[test]
fn no_speaker_is_silence_and_a_missing_one_a_fault() {
    assert!(Speaker::default().say("x").is_ok());
    assert!(
        Speaker::new(vec!["/no/such/speaker".into()])
            .say("x")
            .is_err()
    );
}

#[test]
fn a_real_speaker_makes_sound() {
    let program = "/usr/bin/espeak-ng";
    if !Path::new(program).exists() {
        return skipped("speech", "there is no espeak-ng");
    }
    let folder = TempDir::new().unwrap();
    let sound = folder.path().join("sound.wav");
    let words = [program, "--stdin", "-w", sound.to_str().unwrap()];
    let mut speaker = Speaker::new(words.map(str::to_owned).to_vec());
    speaker.say("Call the emergency number now.").unwrap();
    wait("it is done", || !speaker.speaks());
    let bytes = fs::read(&sound).unwrap();
    assert!(bytes.starts_with(b"RIFF"));
    assert!(bytes.len() > 20_000, "{} bytes", bytes.len());
}
