//! The kiosk: time-outs, wipes, locks, as keys in and screens out.

use std::time::Duration;

use tingle::app::guide::{Layer, Page};
use tingle::app::kiosk::{LEFT_BY_STAFF, Rules, Screen as Shown, Slip};
use tingle::app::{Deed, Effect, Face, Message, Mouse};
use tingle::keys::Key;
use tingle::kiosk::counters::Happening;
use tingle::knowledge::Urgency;

use crate::clock::Kiosk;
use crate::player::one_line;

#[test]
fn a_minute_without_a_key_asks_and_half_a_minute_later_all_is_wiped() {
    let mut kiosk = Kiosk::new(80, 24);
    kiosk.press("1 1 1");
    kiosk.pass(59.9);
    assert_eq!(*kiosk.shown(), Shown::Walk);
    kiosk.pass(0.2);
    assert!(matches!(kiosk.shown(), Shown::StillThere(..)));
    kiosk.pass(29.8);
    assert!(matches!(kiosk.shown(), Shown::StillThere(..)));
    kiosk.pass(0.3);
    assert!(kiosk.wiped());
    let timed_out = Happening::TimedOut(None);
    assert_eq!(kiosk.counted(), [Happening::Started, timed_out]);
}

#[test]
fn pages_to_read_have_twice_the_time() {
    let mut kiosk = Kiosk::new(80, 24);
    kiosk.press("1");
    assert_eq!(kiosk.screen.state.guide.page(), Page::Start);
    kiosk.pass(119.0);
    assert_eq!(*kiosk.shown(), Shown::Walk);
    kiosk.pass(1.5);
    assert!(matches!(kiosk.shown(), Shown::StillThere(..)));
}

#[test]
fn any_key_or_touch_extends_as_often_as_one_likes_and_answers_nothing() {
    let mut kiosk = Kiosk::new(80, 24);
    kiosk.press("1 1");
    let page = kiosk.screen.state.guide.page();
    for round in 0..30 {
        kiosk.pass(75.0);
        assert!(matches!(kiosk.shown(), Shown::StillThere(..)));
        if round % 2 == 0 {
            kiosk.key(Key::char('1'));
        } else {
            kiosk.screen.send(Message::Time(kiosk.now));
            kiosk.screen.send(Message::Mouse(Mouse {
                deed: Deed::Press,
                column: 3,
                row: 3,
            }));
        }
        assert_eq!(*kiosk.shown(), Shown::Walk);
        assert_eq!(kiosk.screen.state.guide.page(), page);
        assert!(kiosk.screen.state.record.answers().is_empty());
    }
}

#[test]
fn after_an_emergency_the_number_stays_for_a_minute() {
    let mut kiosk = Kiosk::new(80, 24);
    kiosk.emergency();
    kiosk.pass(200.0);
    assert!(kiosk.wiped());
    assert!(kiosk.screen.text().contains("CALL 112"));
    assert!(
        kiosk
            .counted()
            .contains(&Happening::TimedOut(Some(Urgency::Now)))
    );
    kiosk.pass(61.0);
    assert!(!kiosk.screen.text().contains("CALL 112"));
}

#[test]
fn finish_and_clear_wipes_from_every_screen() {
    for keys in ["1", "1 1", "1 1 1", "1 1 9", "1 1 1 4 1 Enter 1 1"] {
        let mut kiosk = Kiosk::new(80, 24);
        kiosk.press(keys);
        assert_ne!(*kiosk.shown(), Shown::Attract, "{keys}");
        let typing = tingle::app::guide::typing(&kiosk.screen.state);
        kiosk.press(if typing { "F10" } else { "0" });
        assert!(kiosk.wiped(), "{keys}: {:?}", kiosk.shown());
        assert!(matches!(
            kiosk.counted().last(),
            Some(Happening::Finished(_))
        ));
    }
}

#[test]
fn any_key_begins_a_visit_but_those_that_do_nothing_by_rule() {
    for key in ["q", "ж", "F1", "Down", "Space", "5"] {
        let mut kiosk = Kiosk::new(80, 24);
        kiosk.press(key);
        assert_eq!(*kiosk.shown(), Shown::Walk, "{key}");
        // On a question a letter answers nothing.
        kiosk.press("1 1 1");
        let page = kiosk.screen.state.guide.page();
        kiosk.press("y n u");
        assert_eq!(kiosk.screen.state.guide.page(), page);
    }
    for key in ["Ctrl-C", "Ctrl-4", "Alt-Left", "F12", "F12 F12"] {
        let mut kiosk = Kiosk::new(80, 24);
        kiosk.press(key);
        assert_eq!(*kiosk.shown(), Shown::Attract, "{key}");
    }
}

fn ending() -> Kiosk {
    let rules = Rules {
        end_after_visitor: true,
        ..Rules::default()
    };
    Kiosk::with(80, 24, rules)
}

fn ends(kiosk: &Kiosk) -> bool {
    kiosk.screen.effects.contains(&Effect::Quit(0))
}

#[test]
fn where_it_ends_after_each_visitor_it_does_so_at_once() {
    let mut kiosk = ending();
    kiosk.press("1 1");
    assert!(!ends(&kiosk));
    kiosk.press("0");
    assert!(ends(&kiosk));
    // The key of the staff ends a visit as well.
    let mut kiosk = ending();
    kiosk.press("1 1 F12 F12 F12");
    assert!(!ends(&kiosk));
    kiosk.press("Esc");
    kiosk.pass(0.1);
    assert!(ends(&kiosk));
}

#[test]
fn ending_after_a_visitor_forgets_no_wrong_pin() {
    let mut kiosk = ending();
    for _ in 0..2 {
        kiosk.press("F12 F12 F12 1 Enter");
        kiosk.screen.send(Message::PinChecked(false));
    }
    kiosk.press("Esc 1 1 0");
    assert!(kiosk.wiped() && !ends(&kiosk));
    // Not the first of three in a new process, but the third.
    kiosk.press("F12 F12 F12 1 Enter");
    kiosk.screen.send(Message::PinChecked(false));
    kiosk.press("1");
    assert!(kiosk.screen.text().contains("Too many"));
    kiosk.press("Esc 1 1 0");
    kiosk.pass(3_600.0);
    assert!(!ends(&kiosk));
    kiosk.pass(60.0);
    assert!(ends(&kiosk));
}

#[test]
fn ending_after_a_visitor_waits_for_the_number_of_an_emergency() {
    let mut kiosk = ending();
    kiosk.emergency();
    kiosk.press("0");
    kiosk.pass(59.0);
    assert!(kiosk.wiped() && !ends(&kiosk));
    kiosk.pass(2.0);
    assert!(ends(&kiosk));
}

#[test]
fn no_key_leaves_it() {
    let mut kiosk = Kiosk::new(80, 24);
    let keys = "Ctrl-C Ctrl-Z Ctrl-4 Ctrl-S Ctrl-Q Ctrl-D Ctrl-O Ctrl-L Ctrl-T q x g b s / ? F1 ! Alt-Left X e Esc Esc Esc";
    for start in ["", "1", "1 1", "1 1 1"] {
        kiosk.press(start);
        kiosk.press(keys);
        kiosk.screen.send(Message::Paste("1\n0\n".to_owned()));
        assert!(matches!(kiosk.shown(), Shown::Walk | Shown::Attract));
        assert!(kiosk.screen.state.over.is_empty());
    }
    let only =
        |effect: &Effect| matches!(effect, Effect::Count(_) | Effect::Wipe | Effect::Silence);
    assert!(
        kiosk.screen.effects.iter().all(only),
        "{:?}",
        kiosk.screen.effects
    );
}

#[test]
fn going_back_at_the_first_screen_leads_nowhere_and_an_emergency_still_stops_the_walk() {
    for back in ["8", "Esc", "Left"] {
        let mut kiosk = Kiosk::new(80, 24);
        kiosk.press("1");
        kiosk.press(back);
        kiosk.press(back);
        assert_eq!(kiosk.screen.state.face, Face::Guide, "{back}");
        kiosk.press("1 1 4 1 Enter 1");
        kiosk.press("1");
        assert!(
            matches!(kiosk.screen.state.guide.layer, Some(Layer::Alarm(_))),
            "{back}: {:?}",
            kiosk.screen.state.guide.page()
        );
    }
}

#[test]
fn a_burst_of_keys_starts_and_answers_nothing() {
    let mut kiosk = Kiosk::new(80, 24);
    for _ in 0..50 {
        kiosk.screen.send(Message::Time(kiosk.now));
        kiosk.screen.send(Message::Key(Key::char('1')));
        kiosk.now += Duration::from_millis(1);
    }
    kiosk.pass(1.0);
    assert_eq!(*kiosk.shown(), Shown::Attract);
}

#[test]
fn being_told_to_end_wipes_and_leaves_with_0() {
    let mut kiosk = Kiosk::new(80, 24);
    kiosk.press("1 1 1");
    kiosk.screen.send(Message::Stop);
    assert!(kiosk.wiped());
    assert_eq!(kiosk.screen.effects.last(), Some(&Effect::Quit(0)));
}

#[test]
fn staff_leave_with_a_code_of_their_own_and_never_see_a_visitor() {
    let mut kiosk = Kiosk::new(80, 24);
    kiosk.emergency();
    kiosk.press("F12 F12 F12");
    assert!(matches!(kiosk.shown(), Shown::Pin(_)));
    assert!(kiosk.screen.state.record.answers().is_empty());
    kiosk.press("1 2 3 4 Enter");
    let asked = kiosk.screen.effects.iter().find_map(|effect| match effect {
        Effect::CheckPin(pin) => Some(pin.as_str().to_owned()),
        _ => None,
    });
    assert_eq!(asked.as_deref(), Some("1234"));
    kiosk.screen.send(Message::PinChecked(true));
    assert_eq!(*kiosk.shown(), Shown::Menu(0));
    kiosk.press("5");
    assert_eq!(
        kiosk.screen.effects.last(),
        Some(&Effect::Quit(LEFT_BY_STAFF))
    );
}

#[test]
fn three_wrong_pins_lock_staff_out_but_no_visitor() {
    let mut kiosk = Kiosk::new(80, 24);
    for _ in 0..3 {
        kiosk.press("F12 F12 F12 1 Enter");
        kiosk.screen.send(Message::PinChecked(false));
    }
    let before = kiosk.screen.effects.len();
    kiosk.press("1 Enter");
    assert_eq!(kiosk.screen.effects.len(), before, "locked");
    assert!(kiosk.screen.text().contains("Too many"));
    kiosk.press("Esc 1");
    assert_eq!(*kiosk.shown(), Shown::Walk);
}

#[test]
fn nobody_finds_the_screens_of_staff_open() {
    let mut kiosk = Kiosk::new(80, 24);
    kiosk.press("F12 F12 F12 1 Enter");
    kiosk.screen.send(Message::PinChecked(true));
    kiosk.pass(61.0);
    assert_eq!(*kiosk.shown(), Shown::Attract);
}

fn at_result(rules: Rules) -> Kiosk {
    let mut kiosk = Kiosk::with(80, 24, rules);
    kiosk.press("1 1 1 4 1 Enter 1");
    for _ in 0..80 {
        if kiosk.screen.state.guide.page() == Page::Result {
            break;
        }
        kiosk.press("Right");
    }
    assert_eq!(kiosk.screen.state.guide.page(), Page::Result);
    kiosk
}

fn prints(kiosk: &Kiosk) -> usize {
    let effects = kiosk.screen.effects.iter();
    effects
        .filter(|effect| matches!(effect, Effect::Print { .. }))
        .count()
}

#[test]
fn the_result_offers_what_this_kiosk_can_do_and_no_more() {
    for (print, qr, said) in [
        (true, true, "Take it along: print a slip, or a code"),
        (true, false, "Take it along: print a slip"),
        (false, true, "Take it along: a code for your telephone"),
        (false, false, "I have read it: finish"),
    ] {
        let mut kiosk = at_result(Rules {
            print,
            qr,
            ..Rules::default()
        });
        let text = kiosk.screen.text();
        assert!(text.lines().any(|line| line.ends_with(said)), "{text}");
        kiosk.press("7");
        let text = kiosk.screen.text();
        assert_eq!(text.contains("Print a slip"), print);
        assert_eq!(text.contains("Show a code"), qr);
        assert_eq!(text.contains("Take your result along"), print || qr);
    }
}

#[test]
fn a_printed_slip_stays_printed_whatever_one_looks_at() {
    let mut kiosk = at_result(Rules {
        print: true,
        ..Rules::default()
    });
    kiosk.press("7 1");
    assert!(matches!(kiosk.shown(), Shown::HandOver(Slip::Printing(_))));
    // News comes while the code is shown, or nobody answers.
    kiosk.press("1");
    assert_eq!(*kiosk.shown(), Shown::Code);
    kiosk.screen.send(Message::Printed(1, Ok(())));
    kiosk.press("2");
    assert_eq!(*kiosk.shown(), Shown::HandOver(Slip::Printed));
    // To the result and back, to the staff and back.
    kiosk.press("2 7");
    assert_eq!(*kiosk.shown(), Shown::HandOver(Slip::Printed));
    kiosk.press("9 1 7");
    assert_eq!(*kiosk.shown(), Shown::HandOver(Slip::Printed));
    assert_eq!(prints(&kiosk), 1);
    // Other answers make another slip; and nothing of it outlives the visit.
    let foot = crate::harness::engine()
        .knowledge
        .finding("foot-drop")
        .unwrap();
    let yes = tingle::assessment::Answer::YesNo(true);
    kiosk.press("2");
    kiosk.screen.state.answer(foot, Some(yes));
    kiosk.press("7");
    assert_eq!(*kiosk.shown(), Shown::HandOver(Slip::None));
}

#[test]
fn a_trembling_finger_answers_one_question() {
    let mut kiosk = Kiosk::new(80, 24);
    kiosk.press("1 1");
    let touch = |kiosk: &mut Kiosk, row: u16| {
        kiosk.screen.send(Message::Time(kiosk.now));
        kiosk.screen.send(Message::Mouse(Mouse {
            deed: Deed::Press,
            column: 8,
            row,
        }));
    };
    let row = |kiosk: &mut Kiosk| {
        let text = kiosk.screen.text();
        let at = text.lines().position(|line| line.contains("1   About me"));
        at.unwrap() as u16
    };
    kiosk.pass(1.0);
    let first = row(&mut kiosk);
    touch(&mut kiosk, first);
    let page = kiosk.screen.state.guide.page();
    assert!(matches!(page, Page::Single(_)));
    for wait in [0.1, 0.1, 0.2, 0.3] {
        kiosk.pass(wait);
        for at in 0..22 {
            touch(&mut kiosk, at);
        }
    }
    assert_eq!(kiosk.screen.state.guide.page(), page);
}

#[test]
fn the_cursor_stands_on_what_can_be_chosen_and_nowhere_else() {
    for size in [(40, 12), (80, 24), (100, 30)] {
        let mut kiosk = Kiosk::new(size.0, size.1);
        kiosk.screen.draw();
        assert_eq!(kiosk.screen.state.hits.cursor, None);
        kiosk.press("1 1");
        kiosk.screen.draw();
        assert!(kiosk.screen.state.hits.cursor.is_some());
        kiosk.pass(61.0);
        assert!(matches!(kiosk.shown(), Shown::StillThere(..)));
        kiosk.screen.draw();
        assert_eq!(kiosk.screen.state.hits.cursor, None);
    }
}

#[test]
fn the_first_screen_shows_all_it_says_at_every_size() {
    let long = "The Walk-in Clinic of St Anne and St Andrew by the River";
    for name in ["", "St Anne's", long] {
        for size in [(40, 12), (80, 24), (100, 30)] {
            let mut kiosk = Kiosk::with(
                size.0,
                size.1,
                Rules {
                    name: name.to_owned(),
                    ..Rules::default()
                },
            );
            for emergency in [false, true] {
                if emergency {
                    kiosk.emergency();
                    kiosk.press("0");
                }
                let text = one_line(&kiosk.screen.text());
                for said in ["NUMB LEG?", "Touch or press", "112", "Ask the staff."] {
                    assert!(text.contains(said), "{name} {size:?} {emergency}\n{text}");
                }
            }
        }
    }
}

#[test]
fn a_page_is_read_to_its_end_with_one_digit() {
    for size in [(40, 12), (80, 24)] {
        let mut kiosk = Kiosk::new(size.0, size.1);
        kiosk.emergency();
        let mut read = String::new();
        let mut ended = false;
        for _ in 0..20 {
            let text = kiosk.screen.text();
            ended |= text.contains("6 from the top");
            read.push_str(&one_line(&text));
            kiosk.press("6");
        }
        assert!(ended, "{size:?}");
        assert!(read.contains("Tell the staff now.") && read.contains("Do not drive yourself."));
    }
}

#[test]
fn a_slip_is_printed_once_and_again_only_after_a_fault() {
    let rules = Rules {
        print: true,
        ..Rules::default()
    };
    let mut kiosk = at_result(rules);
    kiosk.press("7");
    assert_eq!(*kiosk.shown(), Shown::HandOver(Slip::None));
    kiosk.press("1 1");
    assert_eq!(prints(&kiosk), 1);
    // News of another slip is none of this visitor's.
    kiosk.screen.send(Message::Printed(77, Ok(())));
    assert!(matches!(
        kiosk.shown(),
        Shown::HandOver(Slip::Printing(_)) | Shown::Code
    ));
    let fault = "There is no paper.".to_owned();
    kiosk.press("Esc");
    kiosk.screen.send(Message::Printed(1, Err(fault)));
    assert_eq!(prints(&kiosk), 1);
}

#[test]
fn an_idle_kiosk_sleeps_but_for_one_step_a_minute() {
    let kiosk = Kiosk::new(80, 24);
    assert_eq!(kiosk.screen.state.deadline(), Some(Duration::from_secs(60)));
    let still = Rules {
        shift: false,
        ..Rules::default()
    };
    assert_eq!(Kiosk::with(80, 24, still).screen.state.deadline(), None);
}

#[test]
fn the_key_of_the_staff_counts_pressed_quickly_and_not_held_down() {
    let f12 = Key::plain(tingle::keys::Code::F(12));
    let mut kiosk = Kiosk::new(80, 24);
    kiosk.press("1 1");
    for _ in 0..3 {
        kiosk.pass(0.2);
        kiosk.key(f12);
    }
    assert!(matches!(kiosk.shown(), Shown::Pin(_)));
    let mut kiosk = Kiosk::new(80, 24);
    kiosk.press("1 1");
    kiosk.key(f12);
    kiosk.pass(0.6);
    for _ in 0..100 {
        kiosk.key(f12);
        kiosk.pass(0.03);
    }
    assert_eq!(*kiosk.shown(), Shown::Walk);
}

#[test]
fn the_digits_said_aloud_are_those_on_the_screen() {
    let rules = Rules {
        speak: true,
        ..Rules::default()
    };
    let mut kiosk = Kiosk::with(80, 24, rules);
    let mut lists = 0;
    for key in "1 1 1 4 1 Enter 1 6 7 7 7 7 7 7 1 7".split(' ') {
        kiosk.press(key);
        let spoken = kiosk.screen.effects.iter().rev();
        let said = spoken.filter_map(|effect| match effect {
            Effect::Speak(text) => Some(text.clone()),
            _ => None,
        });
        let said = said.take(1).collect::<String>();
        let shown = tingle::app::guide::view(&kiosk.screen.state);
        let drawn = kiosk.screen.text();
        lists += usize::from(shown.listed);
        for line in said.lines() {
            let Some((digit, label)) = line.split_once(": ") else {
                continue;
            };
            let label: String = label.chars().take(9).collect();
            let row = format!("{digit} {label}");
            let drawn = crate::player::one_line(&drawn.replace("[ ]", ""));
            assert!(drawn.contains(row.trim_end_matches('.')), "{row}\n{drawn}");
        }
    }
    assert!(lists > 1);
}

#[test]
fn news_goes_with_the_next_key() {
    let mut kiosk = Kiosk::new(80, 24);
    kiosk.press("1 1");
    kiosk.screen.state.notice = Some("Not sure stays open.".to_owned());
    assert!(kiosk.screen.text().contains("Not sure stays open."));
    kiosk.press("Down");
    assert!(!kiosk.screen.text().contains("Not sure stays open."));
}

#[test]
fn a_held_key_shows_one_page_of_rows() {
    let mut kiosk = Kiosk::new(80, 24);
    kiosk.press("1 1 1 4 1 Enter 1");
    let page = kiosk.screen.state.guide.page();
    assert!(kiosk.screen.text().contains("Show more rows (1 of 2)"));
    for _ in 0..100 {
        kiosk.pass(0.03);
        kiosk.key(Key::char('7'));
    }
    assert_eq!(kiosk.screen.state.guide.page(), page);
    assert!(kiosk.screen.text().contains("None of these: go on"));
    kiosk.pass(1.0);
    kiosk.press("7");
    assert_ne!(kiosk.screen.state.guide.page(), page);
}
