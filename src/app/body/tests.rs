//! Tests of the body map.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::app::Record;
use crate::assessment::Engine;
use crate::body::View;
use crate::knowledge::{Files, Knowledge};

static ENGINE: LazyLock<Engine<'static, 'static>> = LazyLock::new(|| {
    let files: &'static Files = Box::leak(Box::new(Files::embedded()));
    let knowledge: &'static Knowledge<'static> =
        Box::leak(Box::new(Knowledge::load(files).unwrap()));
    Engine::new(knowledge).unwrap()
});

struct Person {
    map: BodyMap,
    record: Record,
}

impl Person {
    fn new() -> Self {
        Self {
            map: BodyMap::default(),
            record: Record::default(),
        }
    }

    fn does(&mut self, leg: Leg, zone: &str, action: Action) -> &mut Self {
        self.map.at.leg = leg;
        self.map.choose(atlas().zone(zone).unwrap());
        if let Some(changed) = apply(&mut self.map, action, &ENGINE, self.record.answers()) {
            self.record.replace(changed);
        }
        self
    }

    /// An answer given in the list.
    fn says(&mut self, finding: &str, answer: Option<Answer>) -> &mut Self {
        let at = ENGINE.knowledge.finding(finding).unwrap();
        self.record.set(at, answer);
        self
    }

    fn undo(&mut self) -> &mut Self {
        self.record.undo();
        self
    }

    fn redo(&mut self) -> &mut Self {
        self.record.redo();
        self
    }

    fn answer(&self, finding: &str) -> Option<Answer> {
        let at = ENGINE.knowledge.finding(finding).unwrap();
        self.record.answers().get(at)
    }

    fn sees(&self, leg: Leg, zone: &str) -> Option<Mark> {
        self.map
            .shown(&ENGINE, self.record.answers())
            .get(leg, atlas().zone(zone).unwrap())
    }

    fn side(&self) -> Option<&'static str> {
        ["one", "both", "changes"]
            .into_iter()
            .find(|name| self.answer("side") == level(&ENGINE, name))
    }
}

use Action::{Clear, No, NotSure, Yes};
use Leg::{Left, Right};

const YES: Option<Answer> = Some(Answer::YesNo(true));
const NO: Option<Answer> = Some(Answer::YesNo(false));

#[test]
fn yes_no_and_not_sure_answer_and_the_same_again_takes_back() {
    let mut person = Person::new();
    for (action, answer, mark) in [
        (Yes, YES, Mark::Yes),
        (No, NO, Mark::No),
        (NotSure, Some(Answer::NotSure), Mark::NotSure),
    ] {
        person.does(Left, "calf", action);
        assert_eq!(person.answer("where-calf-back"), answer);
        assert_eq!(person.sees(Left, "calf"), Some(mark));
        assert_eq!(person.sees(Right, "calf"), None);
    }
    person.does(Left, "calf", NotSure);
    assert!(person.record.answers().is_empty());
    person
        .does(Left, "calf", Yes)
        .does(Left, "calf", Clear)
        .does(Left, "calf", Clear);
    assert!(person.record.answers().is_empty());
}

#[test]
fn the_legs_with_marks_say_one_or_both() {
    let mut person = Person::new();
    person.does(Left, "calf", Yes);
    assert_eq!(person.side(), Some("one"));
    person.does(Left, "sole", Yes);
    assert_eq!(person.side(), Some("one"));
    person.does(Right, "calf", Yes);
    assert_eq!(person.side(), Some("both"));
    person.does(Left, "calf", Yes).does(Left, "sole", Yes);
    assert_eq!(person.side(), Some("one"));
    assert_eq!(person.answer("where-calf-back"), YES, "on the right");
    person.does(Right, "calf", Yes);
    assert_eq!(person.side(), None);
}

#[test]
fn what_someone_said_of_the_legs_stays() {
    let mut person = Person::new();
    let changes = level(&ENGINE, "changes");
    person
        .says("side", changes)
        .does(Left, "calf", Yes)
        .does(Right, "calf", Yes);
    assert_eq!(person.side(), Some("changes"));

    let mut person = Person::new();
    person
        .says("side", level(&ENGINE, "both"))
        .does(Left, "calf", Yes);
    assert_eq!(person.side(), Some("both"));

    let mut person = Person::new();
    person
        .says("side", level(&ENGINE, "one"))
        .does(Left, "calf", Yes)
        .does(Right, "calf", Yes);
    assert_eq!(person.side(), Some("both"), "the marks now say otherwise");
}

#[test]
fn answers_of_the_list_show_on_the_map_and_can_be_taken_back_there() {
    let mut person = Person::new();
    person.says("where-calf-back", YES).says("where-thigh", NO);
    for leg in Leg::BOTH {
        assert_eq!(person.sees(leg, "calf"), Some(Mark::Yes));
        assert_eq!(person.sees(leg, "thigh"), Some(Mark::No));
    }
    person.does(Right, "calf", Yes);
    assert_eq!(person.answer("where-calf-back"), None);
    assert_eq!(person.sees(Left, "calf"), None);
    assert_eq!(person.answer("where-thigh"), NO, "untouched");
}

#[test]
fn an_answer_of_the_list_shows_on_the_leg_that_is_meant() {
    let mut person = Person::new();
    person.does(Right, "sole", Yes).says("where-calf-back", YES);
    assert_eq!(person.sees(Right, "calf"), Some(Mark::Yes));
    assert_eq!(person.sees(Left, "calf"), None);
    assert_eq!(person.sees(Right, "heel"), None, "the sole explains it");
}

#[test]
fn an_answer_changed_elsewhere_wins_over_a_mark() {
    let mut person = Person::new();
    person.does(Left, "calf", Yes).says("where-calf-back", NO);
    assert_eq!(person.sees(Left, "calf"), Some(Mark::No));
    person.says("where-calf-back", None);
    assert_eq!(person.sees(Left, "calf"), None);
}

#[test]
fn no_on_one_leg_leaves_what_was_said_elsewhere_to_the_other() {
    let mut person = Person::new();
    person.says("where-calf-back", YES).does(Left, "calf", No);
    assert_eq!(person.answer("where-calf-back"), YES);
    assert_eq!(person.sees(Left, "calf"), Some(Mark::No));
    assert_eq!(person.sees(Right, "calf"), Some(Mark::Yes));
    assert_eq!(person.side(), Some("one"));
}

#[test]
fn taking_back_where_nothing_is_shown_takes_nothing() {
    let mut person = Person::new();
    person
        .does(Right, "inner-shin", Yes)
        .says("where-outer-shin", NO)
        .does(Left, "outer-shin", Clear);
    assert_eq!(person.answer("where-outer-shin"), NO);
    person.does(Right, "outer-shin", Clear);
    assert_eq!(person.answer("where-outer-shin"), None);
}

#[test]
fn one_key_is_one_step_to_undo_and_brings_back_each_leg() {
    let mut person = Person::new();
    person
        .does(Left, "calf", Yes)
        .does(Right, "calf", Yes)
        .undo();
    assert_eq!(person.sees(Left, "calf"), Some(Mark::Yes));
    assert_eq!(person.sees(Right, "calf"), None);
    assert_eq!(person.side(), Some("one"));
    person.redo();
    assert_eq!(person.sees(Right, "calf"), Some(Mark::Yes));
    person.undo().undo();
    assert!(person.record.answers().is_empty());
    assert_eq!(person.sees(Left, "calf"), None);
}

#[test]
fn only_there_becomes_there_too_with_a_second_place() {
    let mut person = Person::new();
    person.does(Left, "first-web", Yes);
    assert_eq!(person.answer("where-first-web"), YES);
    person.does(Left, "foot-top", Yes);
    assert_eq!(person.answer("where-first-web"), None);
    assert_eq!(person.answer("first-web-also"), YES);
    assert_eq!(person.sees(Left, "first-web"), Some(Mark::Yes));
    person.does(Left, "foot-top", Yes);
    assert_eq!(person.answer("where-first-web"), YES);
    assert_eq!(person.answer("first-web-also"), None);
    person.undo().undo().undo();
    assert!(person.record.answers().is_empty());
}

#[test]
fn socks_are_on_both_feet() {
    let mut person = Person::new();
    person.does(Left, "stocking", Yes);
    assert_eq!(person.answer("where-stocking"), YES);
    assert_eq!(person.side(), Some("both"));
    assert_eq!(person.sees(Right, "stocking"), Some(Mark::Yes));
    person.does(Right, "stocking", Yes);
    assert!(person.record.answers().is_empty());
}

#[test]
fn a_click_goes_there_and_marks() {
    let mut map = BodyMap::default();
    let spot = Spot {
        view: View::Back,
        leg: Right,
        zone: atlas().zone("heel").unwrap(),
    };
    let changed = click(&mut map, atlas().number(spot), &ENGINE, &Answers::new()).unwrap();
    assert_eq!(map.at, spot);
    assert_eq!(changed.len(), 2, "where, and one leg");
    assert_eq!(
        click(&mut map, atlas().number(spot), &ENGINE, &changed),
        Some(Answers::new())
    );
    assert_eq!(click(&mut map, 9999, &ENGINE, &changed), None);
}

#[test]
fn keys_walk_list_and_picture() {
    let mut map = BodyMap::default();
    let mut press = |action| {
        assert_eq!(apply(&mut map, action, &ENGINE, &Answers::new()), None);
        (map.at.view, map.at.leg, atlas().zones[map.at.zone].id)
    };
    use View::{Back, Front};
    for (action, place) in [
        (Action::Down, (Front, Left, "foot-top")),
        (Action::OtherSide, (Back, Left, "sole")),
        (Action::NextPane, (Back, Right, "sole")),
        (Action::First, (Back, Right, "thigh")),
        (Action::PageDown, (Front, Right, "foot-top")),
        (Action::Last, (Front, Right, "stocking")),
        (Action::AsWords, (Front, Right, "stocking")),
        (Action::Up, (Back, Right, "heel")),
        (Action::Left, (Back, Left, "heel")),
        (Action::Down, (Back, Left, "stocking")),
        (Action::Down, (Back, Left, "stocking")),
    ] {
        assert_eq!(press(action), place, "{action:?}");
    }
    assert!(map.words);
}

#[derive(Debug, Clone)]
enum Deed {
    Key(Action),
    Click(usize),
    Says(usize, Option<Answer>),
    Undo,
    Redo,
}

fn deed() -> impl Strategy<Value = Deed> {
    let side = ENGINE.knowledge.finding("side").unwrap();
    let finding = prop::sample::select(
        atlas()
            .rules
            .iter()
            .filter_map(|rule| ENGINE.knowledge.finding(rule.finding))
            .collect::<Vec<_>>(),
    );
    prop_oneof![
        4 => prop::sample::select(Action::ALL).prop_map(Deed::Key),
        4 => prop::sample::select(vec![Yes, No, NotSure, Clear]).prop_map(Deed::Key),
        4 => (0..60usize).prop_map(Deed::Click),
        2 => (finding, prop::option::of(any::<bool>()))
            .prop_map(|(at, yes)| Deed::Says(at, yes.map(Answer::YesNo))),
        1 => (0..3usize).prop_map(move |level| Deed::Says(side, Some(Answer::Level(level)))),
        1 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Whatever one does: the cursor stays on a zone, a mark made is a mark
    /// shown, and undo brings back exactly what was shown before.
    #[test]
    fn the_map_and_the_answers_stay_together(deeds in prop::collection::vec(deed(), 1..60)) {
        let mut person = Person::new();
        for deed in deeds {
            let before = person.map.shown(&ENGINE, person.record.answers());
            let changed = match deed {
                Deed::Key(action) => apply(&mut person.map, action, &ENGINE, person.record.answers()),
                Deed::Click(at) => click(&mut person.map, at, &ENGINE, person.record.answers()),
                Deed::Says(at, answer) => {
                    person.record.set(at, answer);
                    None
                }
                Deed::Undo => { person.undo(); None }
                Deed::Redo => { person.redo(); None }
            };
            prop_assert!(atlas().listed().contains(&person.map.at.zone));
            if let Some(changed) = changed {
                person.record.replace(changed);
                let at = person.map.at;
                let now = person.map.shown(&ENGINE, person.record.answers());
                prop_assert_ne!(now.get(at.leg, at.zone), before.get(at.leg, at.zone));
                person.undo();
                prop_assert_eq!(&person.map.shown(&ENGINE, person.record.answers()), &before);
                person.redo();
                prop_assert_eq!(&person.map.shown(&ENGINE, person.record.answers()), &now);
            }
        }
    }
}
