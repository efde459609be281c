//! What keys, mouse and messages do, as tables.

use tingle::app::browse::{Tab, detail, pages};
use tingle::app::{Deed, Effect, Message, Mouse, Over, Pane, Target};
use tingle::assessment::Answer;
use tingle::knowledge::{Entry, Urgency};

use crate::harness::{Screen, engine};

/// Opens a sign by its words and leaves the filter.
fn at_sign(words: &str) -> Screen {
    let mut screen = Screen::new(120, 40);
    screen.press("f").press(&format!("text:{words} Enter"));
    screen
}

#[test]
fn keys_answer_and_take_back() {
    for (keys, wanted) in [
        ("Space", Some(Answer::YesNo(true))),
        ("1", Some(Answer::YesNo(true))),
        ("Space Space", None),
        ("n", Some(Answer::YesNo(false))),
        ("2 2", None),
        ("u", Some(Answer::NotSure)),
        ("3 n", Some(Answer::YesNo(false))),
        ("Space 0", None),
        ("Space Delete", None),
        ("Space z", None),
        ("Space n z", Some(Answer::YesNo(true))),
        ("Space z Z", Some(Answer::YesNo(true))),
        ("Space n z z Z Z", Some(Answer::YesNo(false))),
    ] {
        let mut screen = at_sign("foot_drop");
        screen.press(keys);
        assert_eq!(screen.answer("foot-drop"), wanted, "{keys}");
    }
}

#[test]
fn a_level_is_chosen_in_place() {
    let mut screen = Screen::new(120, 40);
    screen.press("Down Enter Down Enter");
    assert_eq!(screen.answer("side"), Some(Answer::Level(1)));
    screen.press("Enter 1");
    assert_eq!(screen.answer("side"), Some(Answer::Level(0)));
    screen.press("Enter Esc");
    assert_eq!(screen.answer("side"), Some(Answer::Level(0)));
    screen.press("Enter 4");
    assert_eq!(screen.answer("side"), Some(Answer::NotSure));
}

#[test]
fn a_number_is_typed_in_place_with_its_unit() {
    let mut screen = at_sign("blood_glucose");
    screen.press("Enter text:126");
    screen.press("Enter");
    assert_eq!(screen.answer("lab-glucose"), None);
    let text = screen.text();
    assert!(text.contains("add the unit"), "{text}");
    screen.press("text:_mg/dL Enter");
    match screen.answer("lab-glucose") {
        Some(Answer::Number(value)) => assert!((value - 7.0).abs() < 0.01),
        other => panic!("{other:?}"),
    }
}

#[test]
fn letters_typed_into_a_field_do_nothing_else() {
    let mut screen = Screen::new(120, 40);
    screen.press("f text:nuzX?b/");
    assert!(screen.state.record.answers().is_empty());
    assert!(screen.state.over.is_empty());
    assert_eq!(screen.state.browse.signs.filter.value(), "nuzX?b/");
}

#[test]
fn esc_goes_back_and_never_quits() {
    let mut screen = at_sign("foot_drop");
    screen.press("Space Tab Enter 3 Enter");
    for _ in 0..30 {
        screen.press("Esc");
    }
    assert_eq!(screen.state.browse.pane, Pane::Signs);
    assert_eq!(screen.effects, []);
    assert_eq!(screen.answer("foot-drop"), Some(Answer::YesNo(true)));
}

#[test]
fn tab_walks_the_panes_both_ways() {
    let mut screen = Screen::new(80, 24);
    for pane in [Pane::Causes, Pane::Detail, Pane::Signs] {
        screen.press("Tab");
        assert_eq!(screen.state.browse.pane, pane);
    }
    for pane in [Pane::Detail, Pane::Causes, Pane::Signs] {
        screen.press("Shift-Tab");
        assert_eq!(screen.state.browse.pane, pane);
    }
}

#[test]
fn urgency_and_its_reason_are_always_in_sight() {
    for (columns, rows) in [(40, 12), (60, 16), (80, 24), (120, 40), (200, 60)] {
        for panes in ["", "Tab", "Tab Tab"] {
            let mut screen = Screen::new(columns, rows);
            screen
                .press("f text:face_droop Enter Space Esc")
                .press(panes);
            let text = screen.text();
            assert_eq!(screen.state.assessment.triage.urgency, Urgency::Now);
            assert!(
                text.contains("EMERGENCY"),
                "{columns}x{rows} {panes}\n{text}"
            );
        }
    }
}

#[test]
fn the_ranking_moves_and_the_page_follows_the_leader() {
    let mut screen = at_sign("foot_drop");
    let before = detail::current(&screen.state).entry;
    screen.press("Space");
    let after = detail::current(&screen.state).entry;
    assert_ne!(before, after);
    assert_eq!(
        after,
        Entry::Cause(engine().knowledge.cause("peroneal-neuropathy").unwrap())
    );
}

#[test]
fn a_chosen_cause_stays_chosen_while_answers_move_it() {
    let mut screen = Screen::new(120, 40);
    screen.press("Tab Down Down");
    let chosen = detail::current(&screen.state).entry;
    screen.press("Esc f text:foot_drop Enter Space");
    assert_eq!(detail::current(&screen.state).entry, chosen);
}

#[test]
fn tabs_are_walked_by_digit_and_arrow() {
    let mut screen = Screen::new(120, 40);
    screen.press("Tab Enter 3");
    assert_eq!(detail::current(&screen.state).tab, Tab::Tests);
    screen.press("Right");
    assert_eq!(detail::current(&screen.state).tab, Tab::Treatment);
    screen.press("Left Left Left");
    assert_eq!(detail::current(&screen.state).tab, Tab::Overview);
    screen.press("Left");
    assert_eq!(screen.state.browse.pane, Pane::Causes);
}

#[test]
fn links_open_pages_and_history_leads_back_and_forward() {
    let mut screen = Screen::new(120, 40);
    screen.press("f text:foot_drop Enter Space Tab Enter 3 Enter");
    let test = detail::current(&screen.state).entry;
    assert!(matches!(test, Entry::Test(_)), "{test:?}");
    screen.press("[");
    assert!(matches!(
        detail::current(&screen.state).entry,
        Entry::Cause(_)
    ));
    screen.press("]");
    assert_eq!(detail::current(&screen.state).entry, test);
    screen.press("Esc");
    assert!(matches!(
        detail::current(&screen.state).entry,
        Entry::Cause(_)
    ));
}

#[test]
fn every_link_of_a_long_page_can_be_reached_by_the_arrow() {
    let mut screen = Screen::new(80, 24);
    screen.press("f text:foot_drop Enter Space Tab Enter 6");
    let links = pages::links(&screen.state).len();
    assert!(links > 1);
    for _ in 0..200 {
        screen.press("Down");
    }
    assert_eq!(detail::current(&screen.state).link, links - 1);
    for _ in 0..200 {
        screen.press("Up");
    }
    assert_eq!(detail::current(&screen.state).link, 0);
    assert_eq!(detail::current(&screen.state).top, 0);
}

#[test]
fn every_kind_of_entry_opens_from_the_search() {
    for (words, kind) in [
        ("slipped_disc,_5th", "cause"),
        ("nerve_test", "test"),
        ("RF12", "red flag"),
        ("claudication", "term"),
    ] {
        let mut screen = Screen::new(120, 40);
        screen.press("/").press(&format!("text:{words} Enter"));
        let entry = detail::current(&screen.state).entry;
        assert_eq!(entry.kind().word(), kind, "{words}");
        assert_eq!(screen.state.browse.pane, Pane::Detail);
    }
}

#[test]
fn a_sign_found_by_search_is_shown_in_the_list() {
    let mut screen = Screen::new(120, 40);
    screen.press("/ text:foot_drops_or Enter Space");
    assert_eq!(screen.state.browse.pane, Pane::Signs);
    assert_eq!(screen.state.record.answers().len(), 1);
}

#[test]
fn pointing_at_a_question_shows_what_it_would_change() {
    let mut screen = at_sign("foot_drop");
    let text = screen.text();
    assert!(text.contains("IF YOU ANSWERED"), "{text}");
    assert!(text.contains("yes → "), "{text}");
    assert!(screen.state.record.answers().is_empty());
}

#[test]
fn what_it_would_change_is_in_sight_on_a_common_screen_too() {
    for (keys, words) in [
        ("", "ASK THIS FIRST"),
        ("f text:foot_drop Enter", "yes → "),
        ("f text:foot_drop Enter Space f text:burning Enter", "no → "),
    ] {
        let mut screen = Screen::new(80, 24);
        screen.press(keys);
        let text = screen.text();
        assert!(text.contains(words), "{keys}\n{text}");
        assert!(screen.state.hits.causes.height >= 3, "{keys}\n{text}");
    }
    // A line is cut only where it does not fit.
    let mut screen = Screen::new(120, 36);
    screen.press("Down Enter");
    let text = screen.text();
    assert!(text.contains("one leg → Leg 'fell asleep'"), "{text}");
}

#[test]
fn nothing_typed_offers_what_is_asked_for_most() {
    let mut screen = Screen::new(80, 24);
    screen.press("/");
    let text = screen.text();
    assert!(text.contains("Type a sign"), "{text}");
    assert!(text.contains("Slipped disc"), "{text}");
    screen.press("text:zzqqxx");
    let text = screen.text();
    assert!(text.contains("fewer words"), "{text}");
}

#[test]
fn what_only_an_examiner_knows_is_hidden_until_one_says_so() {
    let listed = |screen: &mut Screen| screen.text().contains("What an examination found");
    let mut screen = Screen::new(120, 60);
    assert!(!listed(&mut screen));
    screen.press("e");
    assert!(listed(&mut screen));
    screen.press("e");
    assert!(!listed(&mut screen));
}

#[test]
fn starting_over_and_leaving_ask_first() {
    let mut screen = at_sign("foot_drop");
    screen.press("Space X Enter");
    assert_eq!(
        screen.state.record.answers().len(),
        1,
        "the careful answer is first"
    );
    screen.press("X 2");
    assert!(screen.state.record.answers().is_empty());
    screen.press("z");
    assert_eq!(
        screen.state.record.answers().len(),
        1,
        "undo brings them back"
    );
    screen.press("Ctrl-Q");
    assert_eq!(screen.effects, []);
    screen.press("Esc Ctrl-Q 3");
    assert_eq!(screen.effects, [Effect::Quit(0)]);
}

#[test]
fn leaving_without_answers_asks_nothing() {
    let mut screen = Screen::new(80, 24);
    screen.press("Ctrl-Q");
    assert_eq!(screen.effects, [Effect::Quit(0)]);
}

#[test]
fn answers_are_saved_and_a_file_is_never_replaced_unasked() {
    let mut screen = at_sign("foot_drop");
    screen.press("Space Ctrl-S Ctrl-U text:a.ron Enter");
    let Some(Effect::Write {
        path,
        text,
        replace,
    }) = screen.effects.pop()
    else {
        panic!("{:?}", screen.effects)
    };
    assert_eq!(path.to_str(), Some("a.ron"));
    assert!(!replace);
    assert!(text.contains("foot-drop"), "{text}");
    screen.send(Message::Exists {
        path: path.clone(),
        text: text.clone(),
    });
    screen.press("Enter");
    assert!(
        screen.effects.is_empty(),
        "the careful answer keeps the file"
    );
    screen.send(Message::Exists {
        path: path.clone(),
        text: text.clone(),
    });
    screen.press("2");
    assert_eq!(
        screen.effects,
        [Effect::Write {
            path: path.clone(),
            text,
            replace: true
        }]
    );
    screen.send(Message::Saved(path));
    assert!(!screen.state.record.unsaved());
    assert!(screen.state.over.is_empty());
}

#[test]
fn what_fails_is_said_and_what_was_typed_stays() {
    let mut screen = at_sign("foot_drop");
    screen.press("Space Ctrl-S Ctrl-U text:/no/such/a.ron Enter");
    screen.send(Message::Failed("There is no folder /no/such.".to_owned()));
    assert!(screen.text().contains("There is no folder"));
    assert!(matches!(screen.state.over.last(), Some(Over::Name(_))));
    assert!(screen.text().contains("/no/such/a.ron"));
}

#[test]
fn opened_answers_replace_and_can_be_undone() {
    let mut screen = at_sign("foot_drop");
    screen.press("Space");
    let text = r#"{"side": "both"}"#.to_owned();
    screen.send(Message::Opened {
        path: "b.json".into(),
        text,
    });
    assert_eq!(screen.answer("side"), Some(Answer::Level(1)));
    assert_eq!(screen.answer("foot-drop"), None);
    screen.press("z");
    assert_eq!(screen.answer("foot-drop"), Some(Answer::YesNo(true)));
    screen.send(Message::Opened {
        path: "c.json".into(),
        text: r#"{"foot-drp": true}"#.to_owned(),
    });
    assert!(screen.text().contains("foot-drp"));
    assert_eq!(screen.answer("foot-drop"), Some(Answer::YesNo(true)));
}

#[test]
fn paste_answers_nothing() {
    let mut screen = at_sign("foot_drop");
    screen.send(Message::Paste(" 1n2u3\r\n".to_owned()));
    assert!(screen.state.record.answers().is_empty());
    screen.press("Ctrl-Q");
    assert_eq!(screen.effects, [Effect::Quit(0)]);
}

#[test]
fn a_click_selects_answers_and_opens() {
    let mut screen = Screen::new(120, 40);
    let find = |screen: &Screen, wanted: fn(&Target) -> bool| {
        let (area, _) = screen
            .state
            .hits
            .areas
            .iter()
            .find(|(_, target)| wanted(target))
            .unwrap();
        Message::Mouse(Mouse {
            deed: Deed::Press,
            column: area.x,
            row: area.y,
        })
    };
    let mark = find(&screen, |target| matches!(target, Target::Mark(2)));
    screen.send(mark.clone());
    assert_eq!(screen.state.record.answers().len(), 1);
    screen.send(mark);
    let cause = find(&screen, |target| {
        matches!(target, Target::Row(Pane::Causes, 2))
    });
    screen.send(cause);
    assert_eq!(screen.state.browse.pane, Pane::Causes);
    let tab = find(&screen, |target| matches!(target, Target::Tab(1)));
    screen.send(tab);
    assert_eq!(detail::current(&screen.state).tab, Tab::Why);
}

#[test]
fn resizing_loses_nothing() {
    let mut screen = at_sign("foot_drop");
    screen.press("Space Esc Tab Down");
    let before = screen.text();
    for size in [(40, 12), (0, 0), (1, 1), (300, 100), (59, 12), (120, 40)] {
        screen.send(Message::Resize(size.0, size.1));
    }
    assert_eq!(screen.text(), before);
}

#[test]
fn the_mouse_can_be_left_to_the_terminal() {
    let mut screen = Screen::new(80, 24);
    screen.press("Ctrl-G Ctrl-G");
    assert_eq!(screen.effects, [Effect::Mouse(false), Effect::Mouse(true)]);
}

#[test]
fn the_map_answers_where_and_undo_works_on_it() {
    let mut screen = Screen::new(120, 40);
    screen.press("b");
    assert!(matches!(screen.state.over.last(), Some(Over::Body)));
    screen.press("Space");
    let marked = screen.state.record.answers().len();
    assert!(marked >= 1);
    screen.press("z");
    assert!(screen.state.record.answers().is_empty());
    screen.press("Z Esc");
    assert_eq!(screen.state.record.answers().len(), marked);
    assert!(screen.state.over.is_empty());
}

#[test]
fn a_place_answered_in_the_list_is_marked_on_the_map() {
    let mut screen = at_sign("outer_or_front_shin");
    screen.press("Space b w");
    let text = screen.text();
    let row = text
        .lines()
        .find(|row| row.contains("outer or front shin  "));
    assert!(row.is_some_and(|row| row.contains("yes")), "{text}");
}

#[test]
fn the_map_is_clicked_like_the_list() {
    let mut screen = Screen::new(120, 40);
    screen.press("b");
    let (area, _) = screen
        .state
        .hits
        .areas
        .iter()
        .find(|(_, target)| matches!(target, Target::Zone(_)))
        .unwrap();
    let click = Mouse {
        deed: Deed::Press,
        column: area.x,
        row: area.y,
    };
    screen.send(Message::Mouse(click));
    assert!(!screen.state.record.answers().is_empty());
}

#[test]
fn asked_a_second_time_it_leaves() {
    let mut screen = at_sign("foot_drop");
    screen.press("Space Ctrl-C Ctrl-C");
    assert_eq!(screen.effects, [Effect::Quit(0)]);
}

#[test]
fn an_answer_changed_by_a_key_says_so() {
    let mut screen = at_sign("foot_drop");
    screen.press("Space");
    assert_eq!(screen.state.notice, None);
    screen.press("3");
    let text = screen.text();
    assert!(
        text.contains("Changed:") && text.contains("undoes it"),
        "{text}"
    );
}

#[test]
fn esc_leads_back_to_where_a_page_was_opened() {
    let mut screen = at_sign("foot_drop");
    screen.press("Space !");
    assert_eq!(screen.state.browse.pane, Pane::Detail);
    screen.press("Esc");
    assert_eq!(screen.state.browse.pane, Pane::Signs);
}

#[test]
fn an_emergency_names_its_number_on_every_screen() {
    for (columns, rows) in [(40, 12), (80, 24), (120, 40)] {
        for keys in ["Tab", "Tab Tab", "b", "/", "?", "!"] {
            let mut screen = Screen::new(columns, rows);
            screen
                .press("f text:face_droop Enter Space Esc")
                .press(keys);
            let text = screen.text();
            assert!(text.contains("CALL 112"), "{columns}x{rows} {keys}\n{text}");
        }
    }
}

#[test]
fn a_space_on_a_heading_neither_answers_nor_folds_and_says_so() {
    let mut screen = Screen::new(80, 24);
    let before = screen.text();
    screen.press("Space y 1");
    assert!(screen.state.record.answers().is_empty());
    assert!(screen.text().contains("Down goes to its first sign"));
    screen.press("k");
    assert_eq!(screen.text(), before);
}

#[test]
fn a_link_out_of_sight_is_not_opened() {
    let mut screen = Screen::new(80, 24);
    screen.press("f text:face_droop Enter Space Esc !");
    let rule = detail::current(&screen.state).entry;
    assert!(matches!(rule, Entry::Rule(_)), "{rule:?}");
    let mut opened = false;
    for _ in 0..60 {
        let before = screen.draw();
        let seen = before
            .content
            .iter()
            .any(|cell| cell.modifier.contains(ratatui::style::Modifier::REVERSED));
        screen.press("Enter");
        let now = detail::current(&screen.state).entry;
        if now != rule {
            assert!(seen, "what was opened stood under the cursor");
            opened = true;
            break;
        }
    }
    assert!(opened, "reading on leads to the link");
}

#[test]
fn a_letter_that_does_nothing_says_so() {
    for (keys, words) in [
        ("q", "Ctrl-Q leaves the program"),
        ("Q", "Ctrl-Q leaves the program"),
        ("я", "я does nothing here. ? lists all keys."),
        ("Tab y", "y does nothing here"),
        ("Down Enter n", "Choose one of these by its number"),
    ] {
        let mut screen = Screen::new(80, 24);
        screen.press(keys);
        let text = screen.text();
        assert!(text.contains(words), "{keys}\n{text}");
        assert!(screen.state.record.answers().is_empty(), "{keys}");
        assert_eq!(screen.effects, [], "{keys}");
    }
}

#[test]
fn digits_choose_among_the_choices_that_are_open() {
    let mut screen = Screen::new(80, 24);
    screen.press("Down Enter");
    let text = screen.text();
    assert!(text.contains("1-4 or Enter choose   Esc close"), "{text}");
    assert!(!text.contains("n no"), "{text}");
    screen.press("2");
    assert_eq!(screen.answer("side"), Some(Answer::Level(1)));
    // Beside them the digits mean what they mean everywhere.
    screen.press("Enter Down Down Down 1");
    assert_eq!(screen.answer("side"), Some(Answer::Level(1)));
    assert_eq!(screen.answer("where-outer-shin"), Some(Answer::YesNo(true)));
}

#[test]
fn a_number_refuses_letters_where_one_sees_it() {
    let mut screen = at_sign("blood_glucose");
    screen.press("Enter text:abc");
    let text = screen.text();
    assert!(text.contains("This is not a number."), "{text}");
    assert!(text.contains("Enter keep it   Esc leave it"), "{text}");
    screen.press("text:7_mmol/L Enter");
    assert_eq!(screen.answer("lab-glucose"), Some(Answer::Number(7.0)));
}

#[test]
fn a_question_is_answered_on_its_page() {
    let mut screen = at_sign("foot_drop");
    screen.press("Enter");
    assert_eq!(screen.state.browse.pane, Pane::Detail);
    for (key, wanted) in [
        ("Space", Some(Answer::YesNo(true))),
        ("n", Some(Answer::YesNo(false))),
        ("u", Some(Answer::NotSure)),
        ("Delete", None),
    ] {
        screen.press(key);
        assert_eq!(screen.answer("foot-drop"), wanted, "{key}");
        assert_eq!(screen.state.browse.pane, Pane::Detail);
    }
    let mut screen = at_sign("which_leg");
    screen.press("i Space");
    assert_eq!(screen.state.browse.pane, Pane::Signs);
    assert!(screen.text().contains("1-4 or Enter choose"));
}

#[test]
fn the_folder_is_told_before_saving() {
    let mut screen = at_sign("foot_drop");
    screen.state.folder = Some("/home/me/legs".into());
    screen.press("Space Ctrl-S");
    let text = screen.text();
    assert!(text.contains("into the folder /home/me/legs."), "{text}");
    screen.press("Ctrl-U text:/tmp/a.ron");
    assert!(!screen.text().contains("/home/me/legs"));
}

#[test]
fn all_tabs_are_read_whole_where_there_is_room_below() {
    for (columns, rows) in [(100, 24), (120, 36), (60, 24)] {
        let mut screen = Screen::new(columns, rows);
        screen.press("Tab Enter");
        let text = screen.text();
        for name in ["1 Overview", "2 Why", "3 Tests", "5 Self-care", "6 Sources"] {
            assert!(text.contains(name), "{columns}x{rows} {name}\n{text}");
        }
    }
}

#[test]
fn a_link_on_two_lines_is_marked_on_both() {
    let mut screen = Screen::new(100, 40);
    screen.press("f text:foot_drop Enter Space Esc Tab Enter 6");
    let mut most = 0;
    for _ in 0..40 {
        let buffer = screen.draw();
        let marked = |y| {
            let last = buffer.area.right() - 3;
            buffer[(last, y)]
                .modifier
                .contains(ratatui::style::Modifier::REVERSED)
        };
        most = most.max((0..40).filter(|&y| marked(y)).count());
        screen.press("Down");
    }
    assert!(most >= 2, "{}", screen.text());
}

#[test]
fn a_red_flag_says_what_it_is_about() {
    let mut screen = Screen::new(120, 40);
    screen.press("f text:face_droop Enter Space Esc !");
    let text = screen.text();
    let title = text.lines().find(|row| row.contains("Red flag RF"));
    assert!(title.is_some_and(|row| row.contains("face")), "{text}");
}
