//! The open and constructed cases, with floors that may only rise.

use std::path::Path;

use tingle::commands::evaluate::{Evaluation, evaluate, report, simulate};
use tingle::evaluation::{Brings, Case, Scope, case_class};
use tingle::knowledge::Urgency;

use crate::with_engine;

fn share(part: usize, whole: usize) -> f64 {
    f64::from(u32::try_from(part).unwrap()) / f64::from(u32::try_from(whole).unwrap())
}

#[test]
fn the_cases_reach_their_floors() {
    with_engine(|engine| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/cases");
        let evaluation =
            evaluate(engine, &folder).unwrap_or_else(|refusal| panic!("{}", refusal.message));
        println!("{}", report(engine, &evaluation));

        let open = evaluation.summary(Case::counts);
        assert_eq!(open.cases, 58);
        assert!(open.first >= 46, "first {}", open.first);
        assert!(open.top_three >= 52, "top three {}", open.top_three);
        assert_eq!(open.emergencies, (14, 14));
        let (one_low, more_low) = open.too_low;
        assert!(
            one_low <= 1 && more_low == 0,
            "too low {one_low}, {more_low}"
        );
        let (weeks, to_emergency, above_days) = open.weeks;
        assert_eq!(weeks, 32);
        assert!(
            to_emergency <= 2 && above_days <= 5,
            "{to_emergency} {above_days}"
        );

        what_asking_loses(&evaluation);
        // Questions tell more than the lists alone, where someone examines most.
        let lists = evaluation.played_summary(Case::counts, Some(0));
        let examined = evaluation.ended_summary(Case::counts, Brings::Examiner);
        assert!(
            examined.first >= lists.first + 3,
            "{} {}",
            lists.first,
            examined.first
        );
        assert_eq!(evaluation.first_minute(Case::counts), (14, 14));
        let (all, stopped) = evaluation.first_minute(|_| true);
        assert_eq!(all, stopped, "every emergency, published or constructed");

        let made = evaluation.summary(|case| case.scope == Scope::Constructed);
        let guided =
            evaluation.ended_summary(|case| case.scope == Scope::Constructed, Brings::Nothing);
        assert!(guided.first >= made.first, "{guided:?}");
        assert!(made.cases >= 40);
        assert!(share(made.first, made.cases) >= 0.98);
        let (emergencies, found) = made.emergencies;
        assert_eq!(emergencies, found);
        for (case, result) in evaluation.cases.iter().zip(&evaluation.results) {
            if case.scope == Scope::Constructed && case.urgency == Urgency::SelfCare {
                assert_eq!(result.urgency, Urgency::SelfCare, "{}", case.id);
            }
        }
    });
}

/// Against all answers known, and against what those present can tell.
fn what_asking_loses(evaluation: &Evaluation) {
    // Of the 58 that count.
    for (brings, first, top_three, most) in [
        (Brings::Examiner, 45, 51, 10),
        (Brings::Results, 43, 50, 1),
        (Brings::Nothing, 43, 49, 3),
    ] {
        let ended = evaluation.ended_summary(Case::counts, brings);
        let asked = evaluation.questions(Case::counts, brings);
        assert!(ended.first >= first, "{brings:?} first {}", ended.first);
        assert!(
            ended.top_three >= top_three,
            "{brings:?} top three {}",
            ended.top_three
        );
        assert!(asked.median <= most, "{brings:?} {asked:?}");
        assert!(asked.nine_in_ten <= 12, "{brings:?} {asked:?}");
        // What is lost beyond that nobody there can tell.
        let told = evaluation.told_summary(Case::counts, brings);
        assert!(told.first <= ended.first + 1, "{brings:?} {}", told.first);
        let most = usize::from(brings == Brings::Examiner);
        assert!(told.top_three <= ended.top_three + most, "{brings:?}");
    }
    // Of all that were published at most five in a hundred are lost, if only the
    // results of tests that a case tells are in hand; what is lost without them
    // nobody can tell at home.
    let published = |case: &Case| case.scope != Scope::Constructed;
    let known = evaluation.summary(published);
    assert_eq!((known.cases, known.first, known.top_three), (72, 49, 56));
    for brings in [Brings::Examiner, Brings::Results, Brings::Nothing] {
        let ended = evaluation.ended_summary(published, brings);
        let told = evaluation.told_summary(published, brings);
        let known = match brings {
            Brings::Nothing => &told,
            _ => &known,
        };
        let most = known.cases * 5 / 100;
        assert!(known.first <= ended.first + most, "{brings:?} {ended:?}");
        assert!(
            known.top_three <= ended.top_three + most,
            "{brings:?} {ended:?}"
        );
        let asked = evaluation.questions(published, brings);
        assert!(asked.median <= 12, "{brings:?} {asked:?}");
    }
}

#[test]
fn simulated_patients_are_recognised() {
    with_engine(|engine| {
        let (known, guided) = simulate(engine);
        let all = known.summary(|_| true);
        println!("{all:?}");
        assert_eq!(all.cases, 2_000);
        assert!(share(all.first, all.cases) >= 0.87);
        assert!(share(all.top_three, all.cases) >= 0.95);
        assert!(all.top_five >= all.top_three && all.brier < 0.25);
        // What the probabilities promise is kept, where there are enough to tell.
        for (count, mean, right) in &all.calibration {
            assert!(*count < 100 || (mean - right).abs() < 0.1, "{mean} {right}");
        }
        // The class expected is the cause's own.
        for (class, row) in Urgency::ALL.iter().zip(all.confusion) {
            let of_class = known.cases.iter().filter(|case| {
                let cause = &engine.knowledge.causes[case.accepted[0]];
                case_class(cause.urgency) == *class
            });
            assert_eq!(row.iter().sum::<usize>(), of_class.count(), "{class:?}");
        }
        let (emergencies, found) = all.emergencies;
        assert!(share(found, emergencies) >= 0.95, "{found} {emergencies}");

        let stopped = guided.played_summary(|_| true, None);
        let before = guided.played_summary(|_| true, Some(0));
        println!("{before:?}\n{stopped:?}");
        assert_eq!(stopped.cases, 200);
        let ended = guided.ended_summary(|_| true, Brings::Results);
        // The lists alone do well on people who know every answer; the questions
        // and self-checks must still not cost anything, and add.
        assert!(share(before.first, 200) >= 0.93);
        assert!(stopped.first >= before.first && ended.first > before.first);
        assert!(share(stopped.first, 200) >= 0.87 && share(stopped.top_three, 200) >= 0.95);
        // Checklists often tell enough; who is asked on is asked within bounds, and
        // the rule stops most before the bound does.
        let asked = || guided.played.iter().map(|played| played.stopped.asked);
        assert!(asked().any(|asked| asked > 0) && asked().all(|asked| asked <= 12));
        assert!(asked().filter(|asked| *asked == 12).count() < 20);
    });
}

/// The dossier's own check: a blank vignette leaves the two common slipped
/// discs level, and a plain case of each is put first.
#[test]
fn the_blank_vignette_of_the_dossier_leaves_the_slipped_discs_level() {
    with_engine(|engine| {
        let found = crate::answers(
            engine,
            r#"{"feel-tingling": true, "side": "one", "onset": "hours-days", "age": 50}"#,
        );
        let assessment = tingle::assessment::assess(
            engine,
            &found,
            tingle::assessment::question::Asking::default(),
        );
        let p = |id: &str| {
            let cause = engine.knowledge.cause(id).unwrap();
            assessment
                .ranking
                .iter()
                .find(|r| r.cause == cause)
                .unwrap()
                .probability
        };
        assert!(p("disc-l5") > 0.1 && (p("disc-l5") - p("disc-s1")).abs() < 0.05);
        let leaders: Vec<usize> = assessment.ranking.iter().take(3).map(|r| r.cause).collect();
        assert!(leaders.contains(&engine.knowledge.cause("disc-l5").unwrap()));
    });
}
