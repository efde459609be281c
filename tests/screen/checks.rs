//! The self-checks: each played to its end, what stands against one, left and
//! right.

use tingle::app::Face;
use tingle::app::guide::check::{
    Checks, Deed, Given, Stage, Standing, combine, is_done, stage, standing, told,
};
use tingle::app::guide::{Choice, Layer, Page, choose, view};
use tingle::assessment::{Answer, Answers};
use tingle::knowledge::Urgency;
use tingle::knowledge::schema::{AnswerKind, AskedOf, Enter, Side};

use crate::harness::{Screen, engine};

/// Everyday answers that stand against nothing.
pub fn all_no() -> Answers {
    let mut answers = Answers::new();
    for (at, finding) in engine().knowledge.findings.iter().enumerate() {
        let everyday = engine().asked_of[at] == AskedOf::Everyone;
        if everyday && matches!(finding.answer, AnswerKind::YesNo(_)) {
            answers.set(at, Answer::YesNo(false));
        }
    }
    answers
}

/// The list of checks, reached by going on.
pub fn list(columns: u16, rows: u16, answers: Answers) -> Screen {
    let mut screen = Screen::with(columns, rows, |start| {
        start.face = Face::Guide;
        start.answers = answers;
    });
    for _ in 0..80 {
        if screen.state.guide.page() == Page::Checks {
            return screen;
        }
        screen.press("c");
    }
    panic!("no list of checks");
}

pub fn exam(id: &str) -> usize {
    let exams = &engine().knowledge.self_exams;
    exams.iter().position(|exam| exam.id == id).unwrap()
}

/// Chooses the row that does this.
pub fn take(screen: &mut Screen, does: impl Fn(Choice) -> bool) {
    let row = view(&screen.state)
        .rows
        .iter()
        .position(|row| does(row.does));
    choose(&mut screen.state, row.expect("a row that does this"));
    screen.draw();
}

/// Begins a check, wherever it stands in the list.
pub fn begin(screen: &mut Screen, exam: usize) {
    for _ in 0..4 {
        let rows = view(&screen.state).rows;
        if rows.iter().any(|row| row.does == Choice::Check(exam)) {
            return take(screen, |does| does == Choice::Check(exam));
        }
        take(screen, |does| does == Choice::InCheck(Deed::More));
    }
    panic!("{exam} is not offered");
}

pub fn at(screen: &Screen) -> Stage {
    stage(&screen.state).expect("a check").1
}

/// Goes on until something is asked.
pub fn to_answers(screen: &mut Screen) {
    for _ in 0..20 {
        if matches!(at(screen), Stage::Ask(..) | Stage::Tick(..)) {
            return;
        }
        screen.press("c");
    }
    panic!("nothing is asked");
}

#[test]
fn each_check_is_played_to_its_end_with_each_entry() {
    let base = all_no();
    let mut screen = list(80, 24, base.clone());
    let knowledge = engine().knowledge;
    for (exam, facts) in knowledge.self_exams.iter().enumerate() {
        for first in 0..4 {
            for second in 0..4 {
                screen.state.record.begin_with(base.clone());
                screen.state.guide.checks = Checks::default();
                screen.state.reassess();
                begin(&mut screen, exam);
                to_answers(&mut screen);
                let mut given: Vec<Vec<Option<Given>>> = facts
                    .enter
                    .iter()
                    .map(|enter| vec![None; enter.slots()])
                    .collect();
                let mut asked = 0;
                while at(&screen) != Stage::Reading && screen.state.guide.layer.is_none() {
                    let pick = if asked == 0 { first } else { second };
                    asked += 1;
                    enter_one(&mut screen, pick, &mut given);
                }
                if screen.state.guide.layer.is_some() {
                    assert_eq!(screen.state.assessment.triage.urgency, Urgency::Now);
                    // Out of the emergency, and out of the check it stopped.
                    screen.press("Esc");
                    while screen.state.guide.page() != Page::Checks {
                        screen.press("Esc");
                    }
                    continue;
                }
                for (enter, given) in facts.enter.iter().zip(&given) {
                    let wanted = combine(knowledge, enter, given);
                    let known = base.get(knowledge.finding(enter.finding()).unwrap());
                    // "Not sure" takes away nothing that was known.
                    let wanted = match (wanted, known) {
                        (Some(Answer::NotSure), Some(known)) => Some(known),
                        (wanted, _) => wanted,
                    };
                    assert!(wanted.is_some(), "{}: {enter:?} {given:?}", facts.id);
                    assert_eq!(
                        screen.answer(enter.finding()),
                        wanted,
                        "{}: {enter:?} {given:?}",
                        facts.id
                    );
                }
                screen.press("1");
                assert_eq!(screen.state.guide.page(), Page::Checks, "{}", facts.id);
            }
        }
    }
}

/// Answers one screen with its `pick`th choice, and keeps what was given.
fn enter_one(screen: &mut Screen, pick: usize, given: &mut [Vec<Option<Given>>]) {
    let shown = view(&screen.state);
    match at(screen) {
        Stage::Ask(enter, slot) if shown.field.is_some() && pick < 3 => {
            let value = [20.0, 24.5, 36.0][pick];
            let value = match &engine().knowledge.self_exams[stage(&screen.state).unwrap().0].enter
                [enter]
            {
                Enter::Difference(..) => value,
                _ => [0.0, 2.0, 8.0][pick],
            };
            screen.press(&format!(
                "Delete Backspace Backspace Backspace text:{value} Enter"
            ));
            given[enter][slot] = Some(Given::Number(value));
        }
        Stage::Ask(enter, slot) => {
            let choices: Vec<(usize, Given)> = shown
                .rows
                .iter()
                .enumerate()
                .filter_map(|(at, row)| match row.does {
                    Choice::InCheck(Deed::Enter(given)) => Some((at, given)),
                    _ => None,
                })
                .collect();
            let (row, chosen) = choices[pick % choices.len()];
            choose(&mut screen.state, row);
            given[enter][slot] = Some(chosen);
        }
        Stage::Tick(from, to, leg) => {
            // Dead skin means an emergency; another test is about that.
            for enter in (from..to).filter(|enter| pick % 2 == 1 && *enter != from + 1) {
                take(screen, |does| does == Choice::InCheck(Deed::Tick(enter)));
            }
            let shown = view(&screen.state).rows;
            for (enter, row) in (from..to).zip(&shown) {
                given[enter][leg] = Some(match row.mark {
                    tingle::app::guide::Mark::Yes => Given::Yes,
                    tingle::app::guide::Mark::NotSure => Given::NotSure,
                    _ => Given::No,
                });
            }
            screen.press("9");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn legs_are_put_together() {
    use Given::{Fails, Fine, LeftOut, Level, Neither, No, NotSure, Number, Yes};
    let knowledge = engine().knowledge;
    let level = |id: &str, name: &str| {
        let finding = knowledge.finding(id).unwrap();
        Answer::Level(engine().level_place(finding, name).unwrap())
    };
    let check = |id: &str, which: &str| {
        let exams = &knowledge.self_exams;
        let exam = exams.iter().find(|exam| exam.id == id).unwrap();
        let enter = exam.enter.iter().find(|enter| enter.finding() == which);
        enter.unwrap().clone()
    };
    let place = |id: &str, name: &str| match level(id, name) {
        Answer::Level(place) => Level(place),
        _ => panic!(),
    };
    let heel = |name| level("chk-heel-walk", name);
    let slr = |name| place("chk-slr", name);
    let table: Vec<(&str, &str, Vec<Given>, Answer)> = vec![
        (
            "heel-walk",
            "chk-heel-walk",
            vec![Fine, Fine],
            heel("normal"),
        ),
        (
            "heel-walk",
            "chk-heel-walk",
            vec![Fails, Fine],
            heel("cannot-one"),
        ),
        (
            "heel-walk",
            "chk-heel-walk",
            vec![Fine, Fails],
            heel("cannot-one"),
        ),
        (
            "heel-walk",
            "chk-heel-walk",
            vec![Fails, Fails],
            heel("cannot-both"),
        ),
        // One that fails is certain, whatever the other does.
        (
            "heel-walk",
            "chk-heel-walk",
            vec![Fails, NotSure],
            heel("cannot-one"),
        ),
        (
            "heel-walk",
            "chk-heel-walk",
            vec![Fine, NotSure],
            Answer::NotSure,
        ),
        ("heel-walk", "foot-drop", vec![No, Yes], Answer::YesNo(true)),
        (
            "heel-walk",
            "foot-drop",
            vec![NotSure, Yes],
            Answer::YesNo(true),
        ),
        ("heel-walk", "foot-drop", vec![No, No], Answer::YesNo(false)),
        ("heel-walk", "foot-drop", vec![No, NotSure], Answer::NotSure),
        (
            "big-toe-lift",
            "chk-big-toe",
            vec![Fails, Fine],
            level("chk-big-toe", "weak-one"),
        ),
        (
            "thumb-dent",
            "chk-pitting",
            vec![Fails, Fails],
            level("chk-pitting", "both-legs"),
        ),
        (
            "chair-rise",
            "chk-chair-rise",
            vec![Fine, Fails],
            level("chk-chair-rise", "one-leg-weak"),
        ),
        (
            "straight-leg-raise",
            "chk-slr",
            vec![slr("same-side"), slr("crossed")],
            level("chk-slr", "crossed"),
        ),
        (
            "straight-leg-raise",
            "chk-slr",
            vec![slr("no-leg-pain"), slr("same-side")],
            level("chk-slr", "same-side"),
        ),
        (
            "straight-leg-raise",
            "chk-slr",
            vec![slr("no-leg-pain"), NotSure],
            Answer::NotSure,
        ),
        (
            "foot-pulses",
            "chk-pulses",
            vec![
                place("chk-pulses", "both-felt"),
                place("chk-pulses", "none-felt"),
            ],
            level("chk-pulses", "none-felt"),
        ),
        (
            "foot-pulses",
            "chk-pulses",
            vec![
                place("chk-pulses", "one-not-felt"),
                place("chk-pulses", "both-felt"),
            ],
            level("chk-pulses", "one-not-felt"),
        ),
        (
            "warmth-side-to-side",
            "chk-foot-colder",
            vec![Given::Side(Side::Left)],
            Answer::YesNo(true),
        ),
        (
            "warmth-side-to-side",
            "chk-foot-colder",
            vec![Neither],
            Answer::YesNo(false),
        ),
        (
            "toe-colour-test",
            "chk-caprefill",
            vec![Number(2.0), Number(6.0)],
            Answer::Number(6.0),
        ),
        (
            "toe-colour-test",
            "chk-caprefill",
            vec![Number(6.0), NotSure],
            Answer::Number(6.0),
        ),
        (
            "toe-colour-test",
            "chk-caprefill",
            vec![Number(2.0), NotSure],
            Answer::NotSure,
        ),
        (
            "calf-measure",
            "chk-calf-diff",
            vec![Number(36.2), Number(39.5)],
            Answer::Number(3.3),
        ),
        (
            "calf-measure",
            "chk-calf-diff",
            vec![Number(36.0), NotSure],
            Answer::NotSure,
        ),
        (
            "touch-test",
            "chk-toe-touch",
            vec![Fine, Fails, Fine, Fails, Fine, Fails],
            Answer::Number(3.0),
        ),
        // Left out where the count says the same either way, else not sure.
        (
            "touch-test",
            "chk-toe-touch",
            vec![Fails, Fails, LeftOut, Fine, Fine, Fine],
            Answer::Number(2.0),
        ),
        (
            "touch-test",
            "chk-toe-touch",
            vec![Fails, LeftOut, Fine, Fine, Fine, Fine],
            Answer::NotSure,
        ),
        (
            "skin-and-shoe-look",
            "ulcer",
            vec![No, Yes],
            Answer::YesNo(true),
        ),
    ];
    for (exam, finding, given, wanted) in table {
        let given: Vec<Option<Given>> = given.into_iter().map(Some).collect();
        let found = combine(knowledge, &check(exam, finding), &given);
        assert_eq!(found, Some(wanted), "{exam} {finding} {given:?}");
        let mut cut = given.clone();
        cut[0] = None;
        assert_eq!(combine(knowledge, &check(exam, finding), &cut), None);
    }
}

#[test]
fn what_stands_against_a_check_keeps_it_from_being_begun() {
    let mut answers = all_no();
    answers.set(
        engine().knowledge.finding("ulcer").unwrap(),
        Answer::YesNo(true),
    );
    let mut screen = list(80, 24, answers);
    let touch = exam("touch-test");
    assert!(matches!(
        standing(&screen.state, touch),
        Standing::Against(_)
    ));
    for _ in 0..3 {
        let rows = view(&screen.state).rows;
        assert!(rows.iter().all(|row| row.does != Choice::Check(touch)));
        if rows
            .iter()
            .any(|row| row.does == Choice::InCheck(Deed::More))
        {
            take(&mut screen, |does| does == Choice::InCheck(Deed::More));
        }
    }
    take(&mut screen, |does| does == Choice::InCheck(Deed::NotNow));
    let said = view(&screen.state).text.join(" ");
    let reason = engine().knowledge.reason("wound");
    assert!(
        said.contains(&format!("Toe touch test: {reason}")),
        "{said}"
    );
    screen.press("0");
    assert_eq!(screen.state.guide.page(), Page::Checks);
}

#[test]
fn what_is_not_known_is_asked_before_the_check_and_can_stop_it() {
    let mut answers = all_no();
    let clot = engine().knowledge.finding("calf-tender").unwrap();
    answers.clear(clot);
    let mut screen = list(80, 24, answers.clone());
    screen.state.record.begin_with(answers);
    screen.state.reassess();
    begin(&mut screen, exam("tiptoe-walk"));
    screen.press("c c");
    assert_eq!(at(&screen), Stage::Know);
    assert_eq!(view(&screen.state).rows.len(), 1);
    screen.press("1");
    let shown = view(&screen.state);
    assert!(shown.text.join(" ").contains("clot"), "{shown:?}");
    screen.press("c");
    assert_eq!(screen.state.guide.page(), Page::Checks);
    assert_eq!(screen.answer("chk-toe-walk"), None);
}

#[test]
fn a_check_stopped_half_way_sets_nothing_and_keeps_what_was_entered() {
    let mut screen = list(80, 24, all_no());
    let before = screen.state.record.answers().clone();
    let heel = exam("heel-walk");
    begin(&mut screen, heel);
    to_answers(&mut screen);
    screen.press("2 0");
    // The first leg shows what was said of it.
    let shown = view(&screen.state);
    assert!(shown.rows[1].mark.is_chosen(), "{shown:?}");
    assert_eq!(screen.state.guide.row, 1);
    while screen.state.guide.page() != Page::Checks {
        screen.press("0");
    }
    assert_eq!(*screen.state.record.answers(), before);
    assert!(!is_done(&screen.state, heel));
    begin(&mut screen, heel);
    to_answers(&mut screen);
    screen.press("c 1 2 2");
    assert_eq!(at(&screen), Stage::Reading);
    assert!(is_done(&screen.state, heel));
    let finding = engine().knowledge.finding("chk-heel-walk").unwrap();
    let said = told(&screen.state, finding).unwrap();
    assert!(
        said.contains("Right foot: It sank") && said.contains("Left foot: It stayed"),
        "{said}"
    );
    // Taken back, it is not done any more.
    screen.press("z");
    assert!(!is_done(&screen.state, heel));
    assert_eq!(told(&screen.state, finding), None);
}

#[test]
fn a_sign_of_a_stroke_stops_the_check_at_once() {
    let mut screen = list(80, 24, all_no());
    begin(&mut screen, exam("face-arm-speech"));
    to_answers(&mut screen);
    screen.press("1");
    assert!(matches!(screen.state.guide.layer, Some(Layer::Alarm(_))));
    assert_eq!(screen.answer("face-droop"), Some(Answer::YesNo(true)));
    screen.press("1 1");
    let shown = view(&screen.state);
    assert!(
        shown.alarm && shown.text.join(" ").contains("112"),
        "{shown:?}"
    );
    screen.press("0");
    let offers = |screen: &Screen| {
        let rows = view(&screen.state).rows;
        rows.iter().any(|row| matches!(row.does, Choice::Check(_)))
    };
    assert!(!offers(&screen));
    screen.press("z");
    assert!(offers(&screen), "taken back, checks are offered again");
}

#[test]
fn missing_pulses_alone_are_no_alarm_but_with_slow_colour_they_are() {
    let mut screen = list(80, 24, all_no());
    begin(&mut screen, exam("foot-pulses"));
    to_answers(&mut screen);
    screen.press("3 1");
    assert!(is_done(&screen.state, exam("foot-pulses")));
    assert!(screen.state.assessment.triage.urgency < Urgency::Now);
    screen.press("1");
    begin(&mut screen, exam("toe-colour-test"));
    to_answers(&mut screen);
    // One slow foot is enough: the other one is not waited for.
    screen.press("6 Enter");
    assert!(matches!(screen.state.guide.layer, Some(Layer::Alarm(_))));
    assert_eq!(screen.answer("chk-caprefill"), Some(Answer::Number(6.0)));
}
