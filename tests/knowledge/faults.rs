//! Every check finds the fault it is for, at its place, with a mend.

use tingle::knowledge::{Fault, Knowledge};

/// The faults of the shipped base with one text replaced in one file.
fn faults_with(path: &str, from: &str, to: &str) -> Vec<Fault> {
    let files = crate::shipped();
    let text = files
        .iter()
        .find(|file| file.path == path)
        .unwrap_or_else(|| panic!("no file {path}"))
        .text
        .clone();
    assert!(text.contains(from), "{path} does not hold {from}");
    let files = files.with_text(path, text.replacen(from, to, 1));
    match Knowledge::load_thoroughly(&files) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.list().to_vec(),
    }
}

/// Asserts that one fault is at a line holding `at`, and says `message`.
fn assert_fault(path: &str, from: &str, to: &str, message: &str) {
    let faults = faults_with(path, from, to);
    let found = faults.iter().find(|fault| fault.message.contains(message));
    let fault = found.unwrap_or_else(|| panic!("no fault says `{message}` among {faults:#?}"));
    assert!(!fault.mend.is_empty());
    if fault.line == 0 {
        assert!(!fault.path.is_empty());
    } else {
        assert!(fault.column > 0);
    }
}

const DISC: &str = "causes/spine/disc-l5.ron";
const DISC_WORDS: &str = "en/causes/spine/disc-l5.ron";

#[test]
fn a_probability_over_one() {
    assert_fault(
        DISC,
        "0.75, Textbook",
        "1.2, Textbook",
        "lies outside 0.001 to 0.999",
    );
}

#[test]
fn not_a_number() {
    assert_fault(DISC, "0.75, Textbook", "NaN, Textbook", "NaN");
    assert_fault(DISC, "prior: (0.065", "prior: (inf", "no probability");
}

#[test]
fn a_figure_without_a_grade() {
    assert_fault(DISC, "0.75, Textbook", "0.75", "values");
}

#[test]
fn an_unknown_grade_and_an_unknown_source() {
    assert_fault(DISC, "0.75, Textbook", "0.75, Guess", "`Guess`");
    assert_fault(
        DISC,
        "EstimateFrom(\"E7\")",
        "EstimateFrom(\"E700\")",
        "no source `E700`",
    );
}

#[test]
fn a_dangling_finding_is_underlined_where_it_stands() {
    let faults = faults_with(DISC, "\"foot-drop\"", "\"foot-dorp\"");
    let fault = &faults[0];
    assert_eq!(fault.message, "there is no finding `foot-dorp`");
    assert!(fault.mend.contains("foot-drop"));
    assert_eq!(fault.path, DISC);
    assert_eq!(fault.column, 11);
}

#[test]
fn a_duplicate_id_and_a_duplicate_cell() {
    assert_fault(
        "findings/01-where.ron",
        "id: \"where-sole\"",
        "id: \"where-thigh\"",
        "used twice",
    );
    assert_fault(
        DISC,
        "\"where-outer-shin\"",
        "\"where-foot-top\"",
        "stands twice",
    );
}

#[test]
fn a_severe_form_that_everybody_or_nobody_has() {
    for share in ["0.0", "1.0"] {
        assert_fault(
            "causes/arteries/pad.ron",
            "share: (0.04, Estimate)",
            &format!("share: ({share}, Estimate)"),
            "`share`: the probability",
        );
    }
}

#[test]
fn an_unknown_field_and_a_missing_one() {
    assert_fault(
        DISC,
        "urgency: Weeks",
        "urgence: Weeks",
        "no field `urgence`",
    );
    assert_fault(DISC, "    urgency: Weeks,\n", "", "`urgency` is missing");
}

#[test]
fn a_cause_without_source_territory_or_treatment() {
    assert_fault(
        DISC,
        "territory: [Root(\"L5\")]",
        "territory: []",
        "no territory",
    );
    let files = crate::shipped();
    let text = files
        .iter()
        .find(|file| file.path == DISC)
        .unwrap()
        .text
        .clone();
    for (field, message) in [
        ("treatments: [", "no treatment"),
        ("sources: [", "no source"),
    ] {
        let line = text.lines().find(|line| line.contains(field)).unwrap();
        let empty = format!("    {field}],");
        assert_fault(DISC, line, &empty, message);
    }
}

#[test]
fn a_self_check_that_cannot_be_entered() {
    let file = "self-exams.ron";
    for (from, to, message) in [
        (
            "Either(\"foot-drop\"),",
            "",
            "does not say how it is entered",
        ),
        (
            "Either(\"foot-drop\")",
            "Either(\"ulcer\")",
            "does not set it",
        ),
        (
            "Either(\"foot-drop\")",
            "Larger(\"foot-drop\")",
            "cannot be entered in this way",
        ),
        (
            "\"normal\", \"cannot-one\", \"cannot-both\"",
            "\"normal\", \"cannot\", \"cannot-both\"",
            "has no level `cannot`",
        ),
        (
            "countdowns: [(3, 15)]",
            "countdowns: [(9, 15)]",
            "times step 9",
        ),
        ("minutes: 1,", "minutes: 0,", "takes no time"),
        ("(15, 90)", "(90, 15)", "no limits of a measure"),
    ] {
        assert_fault(file, from, to, message);
    }
    assert_fault(
        "en/self-exams.ron",
        ", fine: \"It stayed up\"",
        "",
        "has no words for `chk-heel-walk`",
    );
}

#[test]
fn a_rule_that_can_never_fire() {
    assert_fault(
        "rules/01-stroke.ron",
        "when: AnyYes([\"face-droop\", \"speech-trouble\"])",
        "when: All([Yes(\"face-droop\"), Not(Yes(\"face-droop\"))])",
        "can never fire",
    );
}

#[test]
fn a_number_no_rule_can_compare_with() {
    assert_fault(
        "rules/08-whole-body.ron",
        "Below(\"lab-potassium\", 2.5)",
        "Below(\"lab-potassium\", 250.0)",
        "outside the possible values",
    );
}

#[test]
fn an_emergency_question_taken_away() {
    assert_fault(
        "screening.ron",
        "\"face-droop\", ",
        "",
        "`face-droop` alone makes `RF01` fire",
    );
    assert_fault(
        "screening.ron",
        "\"vein-bleed\"",
        "\"veins-bulging\"",
        "cannot make `RF45` fire",
    );
}

#[test]
fn words_missing_doubled_or_for_nobody() {
    assert_fault(
        DISC_WORDS,
        "id: \"disc-l5\"",
        "id: \"disc-l6\"",
        "no words in `en`",
    );
    assert_fault(
        DISC_WORDS,
        "id: \"disc-l5\"",
        "id: \"disc-l6\"",
        "belong to no cause",
    );
    assert_fault(
        DISC_WORDS,
        "id: \"disc-l5\"",
        "id: \"disc-l4\"",
        "words twice",
    );
}

#[test]
fn a_sentence_too_long_and_words_too_hard() {
    let long = "very ".repeat(30);
    assert_fault(
        DISC_WORDS,
        "summary: \"",
        &format!("summary: \"It is {long}long. "),
        "this sentence has",
    );
    let hard =
        "Polyradiculoneuropathy necessitates electrophysiological characterisation. ".repeat(12);
    assert_fault(
        DISC_WORDS,
        "course: \"",
        &format!("course: \"{hard}"),
        "reads at grade",
    );
}

#[test]
fn a_glyph_no_terminal_is_sure_to_have() {
    assert_fault(
        DISC_WORDS,
        "plain: \"Slipped",
        "plain: \"⚕ Slipped",
        "not on the list",
    );
    assert_fault(
        DISC_WORDS,
        "summary: \"",
        "summary: \"— ",
        "not on the list",
    );
}

#[test]
fn levels_that_do_not_match() {
    assert_fault(
        DISC,
        "\"chk-heel-walk\", \"fail\"",
        "\"chk-heel-walk\", \"fial\"",
        "no level `fial`",
    );
    assert_fault(
        "findings/03-time.ron",
        "(\"weeks\", 0.2)",
        "(\"weeks\", 0.5)",
        "add up to",
    );
    assert_fault(
        "en/findings/03-time.ron",
        "(\"weeks\", ",
        "(\"wekes\", ",
        "do not match its levels",
    );
}

#[test]
fn a_test_no_cause_names() {
    let faults = faults_with("causes/whole-body/rls.ron", "\"ferritin\", ", "");
    assert!(
        faults
            .iter()
            .any(|fault| fault.message == "no cause names the test `ferritin`")
    );
}

#[test]
fn priors_beyond_the_whole() {
    assert_fault(DISC, "prior: (0.065", "prior: (0.2", "add up to 1.08");
}

#[test]
fn all_faults_come_at_once() {
    let files = crate::shipped();
    let broken = |text: &str| text.replacen("urgency: ", "urgence: ", 1);
    let mut changed = files.clone();
    for path in [DISC, "causes/spine/disc-s1.ron", "causes/arteries/pad.ron"] {
        let text = files
            .iter()
            .find(|file| file.path == path)
            .unwrap()
            .text
            .clone();
        changed = changed.with_text(path, broken(&text));
    }
    let faults = Knowledge::load(&changed).unwrap_err();
    assert_eq!(faults.list().len(), 3);
    let shown = faults.render(false);
    assert!(shown.contains("^^^"), "{shown}");
    assert!(shown.contains("did you mean `urgency`?"), "{shown}");
}
