//! Lines in, text out.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;
use std::{env, fs};

use proptest::prelude::*;

use super::*;
use crate::app::guide::{self, Choice, Layer, Page, Part};
use crate::app::{Start, TheEngine};
use crate::assessment::{Answer, Answers, Engine};
use crate::evaluation::{Case, read_cases};
use crate::keys::Bindings;
use crate::knowledge::expression::Fact;
use crate::knowledge::schema::AnswerKind;
use crate::knowledge::witness::witness;
use crate::knowledge::{Files, Knowledge};
use crate::language::Language;
use crate::report::words::trimmed;
use crate::settings::Settings;
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

fn talk_in(face: Face, options: Options) -> Plain {
    let state = State::new(Start {
        engine: engine(),
        language: Language::english().unwrap(),
        settings: Settings::default(),
        bindings: Bindings::default(),
        themes: vec![Theme::mono()],
        emergency_number: "112".to_owned(),
        face,
        welcome: false,
        answers: Answers::new(),
        file: None,
        size: (0, 0),
    });
    Plain::new(state, options)
}

/// A conversation with a person, in long lines.
fn talk(face: Face) -> Plain {
    let options = Options {
        person: true,
        ..Options::default()
    };
    let mut plain = talk_in(face, options);
    plain.start();
    plain
}

fn type_all(plain: &mut Plain, lines: &[&str]) -> String {
    let mut last = String::new();
    for line in lines {
        last = plain.line(line).0;
    }
    last
}

/// Goes on with as little said as possible.
fn skip(plain: &mut Plain) {
    let whom = plain.state.guide.page() == Page::Whom;
    plain.line(if whom { "1" } else { "c" });
}

/// Types until this question is asked by itself.
fn to(plain: &mut Plain, id: &str) {
    let finding = engine().knowledge.finding(id).unwrap();
    for _ in 0..100 {
        if plain.state.guide.page() == Page::Single(finding) {
            return;
        }
        skip(plain);
    }
    panic!("{id} was not asked");
}

fn answer(plain: &Plain, id: &str) -> Option<Answer> {
    let finding = engine().knowledge.finding(id).unwrap();
    plain.state.record.answers().get(finding)
}

/// What a person with these answers types here.
fn reply(plain: &Plain, answers: &Answers) -> String {
    let shown = guide::view(&plain.state);
    match plain.state.guide.page() {
        _ if shown.ticked() => {
            let mut pieces = Vec::new();
            for (number, row) in (1..).zip(&shown.rows) {
                let Choice::Tick(finding) = row.does else {
                    continue;
                };
                match answers.get(finding) {
                    Some(Answer::YesNo(true)) => pieces.push(number.to_string()),
                    Some(Answer::NotSure) => pieces.push(format!("{number}?")),
                    _ => {}
                }
            }
            pieces.join(" ")
        }
        Page::Whom => "1".to_owned(),
        Page::Checks => "c".to_owned(),
        Page::Single(finding) => {
            let kind = &engine().knowledge.findings[finding].answer;
            match (answers.get(finding), kind) {
                (Some(Answer::Number(value)), AnswerKind::Number(kind)) => {
                    format!("{} {}", trimmed(value), kind.unit)
                }
                (Some(given), _) => shown
                    .rows
                    .iter()
                    .position(|row| row.does == Choice::Answer(finding, given))
                    .map_or("u".to_owned(), |row| (row + 1).to_string()),
                (None, _) => "u".to_owned(),
            }
        }
        _ => String::new(),
    }
}

/// The whole conversation of a person with these answers, up to the result or
/// the first emergency.
fn transcript(answers: &Answers, options: Options) -> String {
    let mut plain = talk_in(Face::Guide, options);
    let mut all = plain.start();
    for _ in 0..120 {
        if plain.state.guide.layer.is_some() || plain.state.guide.page() == Page::Result {
            break;
        }
        let typed = reply(&plain, answers);
        let _ = writeln!(all, "{}", format!("> {typed}").trim_end());
        all.push_str(&plain.line(&typed).0);
    }
    for typed in ["q", "q"] {
        let _ = writeln!(all, "{}", format!("> {typed}").trim_end());
        all.push_str(&plain.line(typed).0);
    }
    assert!(plain.ended);
    all
}

fn case(id: &str) -> Case {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/cases/constructed.ron");
    let cases = read_cases(engine().knowledge, &file).unwrap();
    cases.into_iter().find(|case| case.id == id).unwrap()
}

fn wrapped() -> Options {
    Options {
        manner: Manner {
            columns: Some(80),
            ascii: true,
        },
        person: true,
    }
}

#[test]
fn an_emergency_stops_at_once_with_the_number_first() {
    let talk = transcript(&case("made-sparse-stroke").answers, wrapped());
    insta::assert_snapshot!("emergency", talk);
}

#[test]
fn a_leg_that_fell_asleep_is_told_so() {
    let talk = transcript(&case("made-crossed-legs").answers, wrapped());
    insta::assert_snapshot!("self-care", talk);
}

/// The page of the documentation is what the program says.
#[test]
fn a_nerve_at_the_knee_reads_as_documented() {
    let talk = transcript(&case("made-peroneal").answers, wrapped());
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/plain-transcript.md");
    let text = format!(
        "# The plain mode, a whole conversation\n\n\
         `tingle guide --plain` talks in lines: for a screen reader, a terminal that can only\n\
         do lines, a pipe or a script. Lines with `>` are what the person types; on the screen\n\
         they have no such mark. The case is made up: a nerve pressed at the outer side of\n\
         the knee. A test keeps this page as the program says it\n\
         (`UPDATE=1 cargo test --lib plain` renews it).\n\n```text\n{talk}```\n"
    );
    if env::var_os("UPDATE").is_some() {
        fs::write(&page, &text).unwrap();
    }
    assert!(
        fs::read_to_string(&page).unwrap_or_default() == text,
        "renew docs/plain-transcript.md: UPDATE=1 cargo test --lib plain"
    );
    assert!(text.contains("Pinched nerve at the outer knee"));
}

#[test]
fn each_line_is_answered_so() {
    // Lines in the walkthrough, the last one's answer holds this.
    let table: [(&[&str], &[&str]); 22] = [
        (&["?"], &["b: one step back", "q: leave"]),
        (&["w"], &["A few facts first", "Enter alone to go on"]),
        (&["", "7"], &["I did not understand: 7.", "Type a number"]),
        (&["", "no idea"], &["I did not understand: no idea."]),
        (&["", ""], &["Who are the questions about?"]),
        (
            &["", "1", "41 years old"],
            &["years old is no unit", "Type the number"],
        ),
        (&["", "1", "forty"], &["This is not a number."]),
        (&["", "1", "400"], &["This value is not possible."]),
        (
            &["", "1", "41"],
            &["You said: 41 years.", "What is your sex"],
        ),
        (
            &["", "1", "41 years", "2"],
            &["You said: male.", "Enter alone: none of these"],
        ),
        (&["", "1", "u", "male"], &["You said: male."]),
        (
            &["", "1", "u", "u", "1 77"],
            &["I did not understand: 77. Nothing was changed."],
        ),
        (&["", "1", "u", "u", "yes"], &["I did not understand: yes."]),
        (&["", "1", "u", "u", "i 2"], &["2. an arm is weak"]),
        (&["", "1", "u", "u", "i"], &["Type i and the number"]),
        (&["", "1", "u", "u", ""], &["You said: none of these."]),
        (&["", "1", "u", "u", "u"], &["You said: not sure about all"]),
        (
            &["", "1", "u", "u", "1"],
            &["EMERGENCY. CALL 112 NOW.", "You said yes to: one side"],
        ),
        (&["r"], &["There is no answer yet."]),
        (&["s"], &["There is no answer yet.", "Type a number"]),
        (&["b"], &["What would you like to do?"]),
        (&["/peroneal nerve"], &["Found: ", "Type a number to read"]),
    ];
    for (lines, wanted) in table {
        let mut plain = talk(Face::Guide);
        let said = type_all(&mut plain, lines);
        for words in wanted {
            assert!(said.contains(words), "{lines:?}: no {words:?} in\n{said}");
        }
    }
}

#[test]
fn an_emergency_page_begins_with_the_number_and_takes_no_other_line() {
    let mut plain = talk(Face::Guide);
    let said = type_all(&mut plain, &["", "1", "u", "u", "1"]);
    assert!(
        said.trim_start().starts_with("EMERGENCY. CALL 112 NOW."),
        "{said}"
    );
    let page = plain.state.guide.page();
    let answers = plain.state.record.answers().clone();
    for line in ["", "x", "4", "yes", "w", "i", "1 2 3"] {
        let said = plain.line(line).0;
        assert!(said.contains("Call first."), "{line:?}: {said}");
    }
    assert!(matches!(plain.state.guide.layer, Some(Layer::Alarm(_))));
    assert!(plain.line("2").0.contains("EMERGENCY: GO NOW"));
    plain.line("1");
    assert_eq!(plain.state.guide.layer, None);
    assert_eq!(plain.state.guide.page(), page);
    assert_eq!(*plain.state.record.answers(), answers);
    // What was a slip is taken back there and then.
    let mut plain = talk(Face::Guide);
    type_all(&mut plain, &["", "1", "u", "u", "1"]);
    plain.line("3");
    assert_eq!(plain.state.guide.layer, None);
    assert!(plain.state.assessment.triage.urgency < Urgency::Now);
}

#[test]
fn units_are_read_and_the_number_is_kept_when_one_comes_back() {
    let mut plain = talk(Face::Guide);
    to(&mut plain, "age");
    type_all(&mut plain, &["41 years", "b"]);
    let said = plain.line("").0;
    assert!(said.contains("Your answer stays."), "{said}");
    assert_eq!(answer(&plain, "age"), Some(Answer::Number(41.0)));
}

#[test]
fn days_count_as_weeks() {
    let mut plain = talk(Face::Guide);
    let finding = engine().knowledge.finding("duration-weeks").unwrap();
    for _ in 0..100 {
        if plain.state.guide.page() == Page::Single(finding) {
            let said = plain.line("3 days").0;
            assert!(said.contains("You said: 3 days."), "{said}");
            assert_eq!(
                answer(&plain, "duration-weeks"),
                Some(Answer::Number(0.4286))
            );
            return;
        }
        skip(&mut plain);
    }
    panic!("how long was not asked");
}

#[test]
fn a_list_that_was_answered_keeps_its_answers_unless_typed_anew() {
    let mut plain = talk(Face::Guide);
    to(&mut plain, "sex");
    plain.line("1");
    plain.line("4?");
    assert_eq!(answer(&plain, "where-face-arm"), Some(Answer::NotSure));
    let said = plain.line("b").0;
    assert!(
        said.contains("4. new numbness of face or arm: not sure."),
        "{said}"
    );
    assert!(
        said.contains("1. one side of the face droops: no."),
        "{said}"
    );
    plain.line("");
    assert_eq!(answer(&plain, "where-face-arm"), Some(Answer::NotSure));
    plain.line("b");
    plain.line("none");
    assert_eq!(answer(&plain, "where-face-arm"), Some(Answer::YesNo(false)));
}

#[test]
fn leaving_says_first_what_is_in_no_file() {
    let mut plain = talk(Face::Browse);
    assert_eq!(plain.line("0").1, [Effect::Quit(0)]);
    let mut plain = talk(Face::Guide);
    to(&mut plain, "age");
    plain.line("41");
    let (said, effects) = plain.line("q");
    assert!(said.contains("What you answered is in no file."));
    assert_eq!(effects, []);
    assert!(plain.line("b").0.contains("What is your sex"));
    plain.line("q");
    assert_eq!(plain.line("q").1, [Effect::Quit(0)]);
}

#[test]
fn answers_and_results_go_to_files_by_their_names() {
    for (name, part) in [
        ("a.ron", "\"age\""),
        ("a", "\"age\""),
        ("a.txt", "WITHIN WEEKS"),
        ("a.md", "# "),
        ("a.json", "\"answers\""),
    ] {
        let mut plain = talk(Face::Guide);
        to(&mut plain, "age");
        plain.line("41");
        assert!(plain.line("s").0.contains("Type a file name"));
        let (_, effects) = plain.line(name);
        let [
            Effect::Write {
                path,
                text,
                replace,
            },
        ] = &effects[..]
        else {
            panic!("{effects:?}");
        };
        assert!(
            path == Path::new(name) && !replace && text.contains(part),
            "{text}"
        );
        let exists = Message::Exists {
            path: path.clone(),
            text: text.clone(),
        };
        assert!(plain.hear(exists).0.contains("is there already"));
        // Only a clear 2 replaces what is there.
        assert_eq!(plain.line("x").1, []);
        assert_eq!(plain.line("").1, []);
        assert!(
            plain
                .hear(Message::Failed("The disk is full.".into()))
                .0
                .contains("Type a file")
        );
        let (said, _) = plain.hear(Message::Saved(path.clone()));
        assert!(said.contains("Saved to "), "{said}");
        assert_eq!(
            plain.state.record.unsaved(),
            !text.starts_with('{') || name.ends_with("json")
        );
    }
}

#[test]
fn the_end_of_the_input_tells_answers_and_result_from_everywhere() {
    for lines in [
        &[] as &[&str],
        &["s"],
        &["/"],
        &["/foot"],
        &["/foot", "1"],
        &["q"],
        &["m"],
        &["m", "2"],
        &["1"],
    ] {
        let mut plain = talk(Face::Guide);
        to(&mut plain, "age");
        plain.line("41 years");
        plain.line("2");
        type_all(&mut plain, lines);
        let said = plain.end(End::Input);
        for words in [
            "no more input",
            "41 years",
            "This is not a diagnosis",
            "None of this was saved",
        ] {
            assert!(said.contains(words), "{lines:?}: no {words:?} in\n{said}");
        }
        assert_eq!(plain.end(End::Input), "", "said once");
    }
    let said = talk(Face::Browse).end(End::Stop);
    assert!(said.contains("There is no answer yet."), "{said}");
}

#[test]
fn what_nobody_could_mean_changes_nothing() {
    let mut plain = talk(Face::Guide);
    to(&mut plain, "sex");
    let long = "1".repeat(LONGEST + 1);
    for (line, words) in [
        (long.as_str(), "too long"),
        ("1\0", "no text"),
        ("\u{1b}[A", "did not understand: [A"),
        ("-1", "did not understand"),
    ] {
        let said = plain.line(line).0;
        assert!(said.contains(words), "{said}");
    }
    assert!(plain.no_text().0.contains("no text"));
    assert_eq!(answer(&plain, "sex"), None);
}

#[test]
fn a_script_that_is_never_understood_comes_to_an_end() {
    let mut plain = talk_in(Face::Guide, Options::default());
    let lines = (1..100).position(|_| plain.line("junk").1 == [Effect::Quit(0)]);
    assert_eq!(lines, Some(PATIENCE - 1));
    let mut person = talk(Face::Guide);
    assert!((0..100).all(|_| person.line("junk").1.is_empty()));
}

#[test]
fn pages_lead_to_pages_and_back() {
    let mut plain = talk(Face::Browse);
    let said = type_all(&mut plain, &["2", "morton", "1"]);
    assert!(
        said.contains("Morton neuroma") && said.contains("\n1. "),
        "{said}"
    );
    let said = plain.line("1").0;
    assert!(said.contains("Type") && !said.contains("did not understand"));
    assert!(plain.line("b").0.contains("Morton neuroma"));
    assert!(plain.line("99").0.contains("did not understand"));
    plain.line("b");
    assert!(plain.line("b").0.contains("What would you like to do?"));
}

#[test]
fn a_self_check_counts_its_seconds_and_enter_stops_it() {
    let knowledge = engine().knowledge;
    let exam = knowledge
        .self_exams
        .iter()
        .position(|it| !it.seconds.is_empty());
    let exam = exam.unwrap();
    let seconds = Duration::from_secs(knowledge.self_exams[exam].seconds[0].into());
    let mut plain = talk(Face::Guide);
    plain.hear(Message::Time(Duration::from_secs(5)));
    assert!(plain.state.guide.go_to_check(exam));
    let said = plain.line("t").0;
    assert!(said.contains("seconds begin now"), "{said}");
    assert_eq!(plain.deadline(), Some(Duration::from_secs(5) + seconds));
    assert!(plain.line("").0.contains("The time was stopped."));
    assert_eq!(plain.deadline(), None);
    plain.line("t");
    let over = plain.deadline().unwrap();
    assert!(
        plain
            .hear(Message::Wake(over))
            .0
            .contains("seconds are over")
    );
    assert_eq!(plain.deadline(), None);
}

/// The story of every emergency rule, typed as a lay person would.
#[test]
fn every_emergency_rule_stops_the_walk_with_its_words() {
    let engine = engine();
    let knowledge = engine.knowledge;
    let asked = |finding: usize| {
        engine.screening.contains(&finding)
            || ["age", "sex"].contains(&knowledge.findings[finding].id)
    };
    let mut played = 0;
    for (at, rule) in knowledge.rules.iter().enumerate() {
        if rule.urgency != Urgency::Now {
            continue;
        }
        let (when, unless) = &knowledge.rule_conditions[at];
        let Some(story) = witness(knowledge, when, unless.as_ref(), &asked) else {
            continue;
        };
        let mut answers = Answers::new();
        for (finding, fact) in story {
            answers.set(
                finding,
                match fact {
                    Fact::YesNo(value) => Answer::YesNo(value),
                    Fact::Level(level) => Answer::Level(level),
                    Fact::Number(value) => Answer::Number(value),
                    Fact::Unknown => Answer::NotSure,
                },
            );
        }
        let mut plain = talk(Face::Guide);
        let mut stopped = String::new();
        // Another rule may stop it first; one can go on, and hears this one too.
        for _ in 0..80 {
            let typed = if plain.state.guide.layer.is_some() {
                "1".to_owned()
            } else if plain.state.guide.part() > Part::Emergency {
                break;
            } else {
                reply(&plain, &answers)
            };
            let said = plain.line(&typed).0;
            if matches!(plain.state.guide.layer, Some(Layer::Alarm(_))) {
                assert!(
                    said.trim_start().starts_with("EMERGENCY. CALL 112 NOW."),
                    "{said}"
                );
                stopped.push_str(&said);
            }
        }
        let words = &knowledge.words.rules[at];
        for text in [words.because, words.act] {
            assert!(
                stopped.contains(text),
                "{}: no {text:?} in\n{stopped}",
                rule.id
            );
        }
        played += 1;
    }
    assert!(played > 15, "{played}");
}

fn any_line() -> impl Strategy<Value = String> {
    let orders = [
        "?", "b", "c", "w", "i", "r", "u", "m", "s", "/foot", "", "t", "1", "2", "0",
    ];
    prop_oneof![
        6 => proptest::sample::select(orders.to_vec()).prop_map(str::to_owned),
        3 => (0u32..40).prop_map(|number| number.to_string()),
        2 => "[0-9 ,?]{0,12}",
        2 => "[0-9]{1,3} (days|years|cm|mmol/l)",
        2 => any::<String>(),
        1 => "\\PC{0,30}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is typed: no panic, nothing but letters and line ends, every
    /// line answered, and every answer ends with what can be typed.
    #[test]
    fn any_lines_are_answered_in_plain_text(lines in proptest::collection::vec(any_line(), 1..60)) {
        let mut plain = talk_in(Face::Browse, wrapped());
        let mut all = plain.start();
        for line in &lines {
            let (said, effects) = plain.line(line);
            prop_assert!(plain.ended || !said.trim().is_empty() || !effects.is_empty(), "{line:?}");
            all.push_str(&said);
        }
        all.push_str(&plain.end(End::Input));
        let odd = all.chars().find(|letter| letter.is_control() && *letter != '\n');
        prop_assert_eq!(odd, None);
        prop_assert!(all.is_ascii());
    }

    /// Going on as one can, whatever else is typed between: the result comes
    /// within the bound that the walkthrough itself names.
    #[test]
    fn the_result_comes_within_the_bound(picks in proptest::collection::vec(0usize..6, 150)) {
        let mut plain = talk(Face::Guide);
        let (_, of) = guide::progress(&plain.state);
        let mut steps = 0;
        for pick in picks {
            if plain.state.guide.page() == Page::Result {
                break;
            }
            if plain.state.guide.layer.is_some() {
                plain.line("1");
                continue;
            }
            let before = plain.state.guide.page();
            // One may wander among the self-checks for as long as one likes.
            if plain.state.guide.part() == Part::Checks {
                plain.line("c");
                continue;
            }
            plain.line(["1", "2", "u", "c", "3", "junk"][pick]);
            if plain.state.guide.page() == before && plain.state.guide.layer.is_none() {
                skip(&mut plain);
            }
            steps += 1;
        }
        prop_assert_eq!(plain.state.guide.page(), Page::Result);
        prop_assert!(steps <= of + 12, "{steps} of {of}");
    }
}
