//! Every form, kept as text.

use tingle::article::to_markdown;
use tingle::assessment::{Answers, Engine, assess, question::Asking};
use tingle::knowledge::{Files, Knowledge};
use tingle::language::Language;
use tingle::report::dates::Moment;
use tingle::report::{Depth, Summary, document, questionnaire_response, slip, to_html};

use crate::{FACE_DROOP, FOOT_DROP};

fn with_summary(answers: &str, depth: Depth, test: impl FnOnce(&Summary<'_>)) {
    let files = Files::embedded();
    let knowledge = Knowledge::load(&files).unwrap();
    let engine = Engine::new(&knowledge).unwrap();
    let answers = Answers::read(&knowledge, answers).unwrap();
    let assessment = assess(&engine, &answers, Asking::default());
    let language = Language::english().unwrap();
    let moment = Moment {
        shown: "28 November 2026, 14:05".to_owned(),
        iso: "2026-11-28T14:05:00+01:00".to_owned(),
    };
    test(&Summary {
        engine: &engine,
        language: &language,
        answers: &answers,
        assessment: &assessment,
        depth,
        moment: &moment,
        number: "112",
    });
}

#[test]
fn slips_on_three_papers() {
    for (name, answers) in [("foot-drop", FOOT_DROP), ("face-droop", FACE_DROOP)] {
        for columns in [32, 48, 80] {
            with_summary(answers, Depth::Plain, |summary| {
                let slip = slip(summary, columns);
                assert!(slip.is_ascii(), "{slip}");
                assert!(slip.lines().all(|line| line.len() <= columns), "{slip}");
                insta::assert_snapshot!(format!("slip-{name}-{columns}"), slip);
            });
        }
    }
}

#[test]
fn pages_for_people_and_for_doctors() {
    with_summary(FOOT_DROP, Depth::Plain, |summary| {
        insta::assert_snapshot!("foot-drop-markdown", to_markdown(&document(summary)));
        insta::assert_snapshot!("foot-drop-html", to_html(summary));
        insta::assert_snapshot!("foot-drop-fhir", questionnaire_response(summary).unwrap());
    });
    with_summary(FOOT_DROP, Depth::Doctor, |summary| {
        insta::assert_snapshot!("foot-drop-doctor", to_markdown(&document(summary)));
    });
    with_summary(FACE_DROOP, Depth::Plain, |summary| {
        insta::assert_snapshot!("face-droop-html", to_html(summary));
    });
}

#[test]
fn the_page_has_landmarks_and_fetches_nothing() {
    for (answers, depth) in [
        (FOOT_DROP, Depth::Plain),
        (FOOT_DROP, Depth::Doctor),
        (FACE_DROOP, Depth::Plain),
        ("{}", Depth::Plain),
    ] {
        with_summary(answers, depth, |summary| {
            let html = to_html(summary);
            for (open, close) in [
                ("<main>", "</main>"),
                ("<header", "</header>"),
                ("<footer>", "</footer>"),
                ("<h1>", "</h1>"),
            ] {
                assert_eq!(
                    (html.matches(open).count(), html.matches(close).count()),
                    (1, 1),
                    "{open}"
                );
            }
            assert!(html.contains("<html lang=\"en\">"));
            assert_eq!(
                html.matches("<section").count(),
                html.matches("</section>").count()
            );
            assert_eq!(
                html.matches("<h2").count(),
                html.matches("<section").count()
            );
            for never in [
                "<script", "http:", "https:", "src=", "href=", "@import", "onload",
            ] {
                assert!(!html.contains(never), "{never}");
            }
        });
    }
}

#[test]
fn nothing_personal_and_no_condition_is_in_fhir() {
    with_summary(FOOT_DROP, Depth::Doctor, |summary| {
        let text = questionnaire_response(summary).unwrap();
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(json["resourceType"], "QuestionnaireResponse");
        assert_eq!(json["authored"], "2026-11-28T14:05:00+01:00");
        assert_eq!(
            json["status"], "in-progress",
            "emergency questions are open"
        );
        for never in ["Condition", "subject", "Patient", "probability", "peroneal"] {
            assert!(!text.contains(never), "{never}");
        }
    });
}
