//! Drawing: the state onto cells. Nothing here changes the state.

pub mod body;
mod causes;
mod detail;
mod glyphs;
mod guide;
mod guide_check;
mod kiosk;
mod layout;
mod over;
mod paint;
mod signs;
mod summary;
mod what_if;

pub use summary::PRINT;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use tui_input::Input;

use crate::app::browse::{Editing, SignRow, asked_on_page};
use crate::app::{Face, Hits, Pane, State, Target};
use crate::keys::Action;
use crate::knowledge::schema::AnswerKind;
use glyphs::Glyphs;
use layout::{Layout, SMALLEST, layout};
use paint::{Paint, below, columns, row};

/// Draws the whole screen and says where everything is.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer) -> Hits {
    let mut hits = Hits::default();
    let area = area.intersection(buffer.area);
    let Some(theme) = state.look() else {
        return hits;
    };
    let mut paint = Paint {
        buffer,
        theme,
        glyphs: Glyphs::new(state.settings.ascii),
        language: &state.language,
    };
    paint.clear(area);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        too_small(state, &mut paint, area);
        return hits;
    }
    if let Some(kiosk) = &state.kiosk {
        kiosk::draw(state, kiosk, &mut paint, area, &mut hits);
        return hits;
    }
    if state.face == Face::Guide {
        guide::draw(state, &mut paint, area, guide::Sizes::default(), &mut hits);
        over::draw(state, &mut paint, area, &mut hits);
        return hits;
    }
    if over::covers(state) {
        keep_windows(state, &Layout::default(), &mut hits);
        over::draw(state, &mut paint, area, &mut hits);
        return hits;
    }
    let made = layout(area, state.browse.pane);
    title(state, &mut paint, made.title, &mut hits);
    urgency(state, &mut paint, made.urgency);
    names(state, &mut paint, made.names, &mut hits);
    signs::draw(state, &mut paint, made.signs, &mut hits);
    causes::draw(state, &mut paint, made.causes, &mut hits);
    detail::draw(state, &mut paint, made.detail, &mut hits);
    for divider in made.dividers {
        paint.divide(divider);
    }
    footer(state, &mut paint, &made, &mut hits);
    over::draw(state, &mut paint, area, &mut hits);
    keep_windows(state, &made, &mut hits);
    hits
}

/// A list that is out of sight keeps its place.
fn keep_windows(state: &State, made: &Layout, hits: &mut Hits) {
    if made.signs.is_empty() {
        hits.signs = state.hits.signs;
    }
    if made.causes.is_empty() {
        hits.causes = state.hits.causes;
    }
    if made.detail.is_empty() {
        hits.detail = state.hits.detail;
        hits.page.clone_from(&state.hits.page);
        hits.link_lines.clone_from(&state.hits.link_lines);
    }
}

fn too_small(state: &State, paint: &mut Paint<'_>, area: Rect) {
    let text = state.language.with(
        "too-small",
        &[
            ("columns", &SMALLEST.0.to_string()),
            ("rows", &SMALLEST.1.to_string()),
            ("number", &state.emergency_number),
        ],
    );
    paint.wrapped(area, &text, paint.theme.text);
}

fn title(state: &State, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) {
    if area.is_empty() {
        return;
    }
    let look = paint.theme;
    let mut right = area;
    for action in [Action::Quit, Action::Help] {
        let text = format!(
            "{} {}",
            state.bindings.shown(action),
            paint.say(&format!("short-{}", action.id()))
        );
        let used = paint.right(right, &text, look.quiet);
        let place = Rect {
            x: right.right() - used,
            width: used,
            ..right
        };
        hits.add(place, Target::Do(action));
        right.width = right.width.saturating_sub(used + 3);
    }
    let name = paint.say("program-name");
    let used = paint.text(area.x, area.y, right.width, &name, look.title);
    let about = paint.say("program-about");
    let room = right.width.saturating_sub(used + 3);
    if columns(&about) <= room {
        paint.text(
            area.x + used,
            area.y,
            room,
            &format!(" {} {about}", paint.glyphs.item),
            look.quiet,
        );
    }
}

/// The urgency in one line, where the causes are out of sight.
fn urgency(state: &State, paint: &mut Paint<'_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    let (title, reasons, style) = causes::urgency_words(state, paint);
    let used = paint.text(area.x, area.y, area.width, &format!(" {title} "), style);
    let reason = reasons.first().cloned().unwrap_or_default();
    let room = area.width.saturating_sub(used + 1);
    if room > 12 {
        paint.text(area.x + used + 1, area.y, room, &reason, paint.theme.text);
    }
}

/// Names of the panes, where one is shown at a time.
fn names(state: &State, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) {
    let look = paint.theme;
    let answered = state.record.answers().len();
    let mut x = area.x;
    for (pane, key) in [
        (Pane::Signs, "name-signs"),
        (Pane::Causes, "name-causes"),
        (Pane::Detail, "name-detail"),
    ] {
        let mut text = paint.say(key);
        if pane == Pane::Signs && answered > 0 {
            text = format!("{text} {answered}");
        }
        let here = state.browse.pane == pane;
        let style = if here { look.selected } else { look.quiet };
        let room = area.right().saturating_sub(x);
        let used = paint.text(x, area.y, room, &format!(" {text} "), style);
        let place = Rect {
            x,
            width: used,
            ..area
        };
        hits.add(place, Target::Pane(pane));
        x = x.saturating_add(used + 1);
    }
    if !area.is_empty() {
        let help = state.bindings.shown(Action::Help);
        let used = columns(&help);
        paint.right(area, &help, look.quiet);
        let place = Rect {
            x: area.right().saturating_sub(used),
            width: used,
            ..area
        };
        hits.add(place, Target::Do(Action::Help));
    }
}

/// The heading of a pane with a rule. Returns what is left of the area.
fn heading(paint: &mut Paint<'_>, area: Rect, key: &str, right: &str, focused: bool) -> Rect {
    let look = paint.theme;
    let line = row(area, 0);
    let used = paint.right(line, right, look.quiet);
    let room = line.width.saturating_sub(used + 1);
    let style = if focused {
        look.title.patch(look.accent)
    } else {
        look.title
    };
    let text = paint.say(key);
    paint.text(line.x, line.y, room, &text, style);
    if area.height < 10 {
        return below(area, 1);
    }
    paint.rule(row(area, 1));
    below(area, 2)
}

/// A field one types in. Returns the cell of the cursor.
fn field(paint: &mut Paint<'_>, area: Rect, input: &Input, style: Style) -> Position {
    let room = usize::from(area.width.saturating_sub(1));
    let scroll = input.visual_scroll(room);
    // Whole letters are left out on the left until the cursor is in sight.
    let mut skipped = 0;
    let shown: String = unicode_segmentation::UnicodeSegmentation::graphemes(input.value(), true)
        .skip_while(|letter| {
            let skip = skipped < scroll;
            if skip {
                skipped += usize::from(columns(letter));
            }
            skip
        })
        .collect();
    paint
        .buffer
        .set_stringn(area.x, area.y, shown, usize::from(area.width), style);
    let cursor = input.visual_cursor().saturating_sub(skipped).min(room) as u16;
    Position::new(area.x + cursor, area.y)
}

/// The keys that matter here, or the news.
fn footer(state: &State, paint: &mut Paint<'_>, made: &Layout, hits: &mut Hits) {
    let look = paint.theme;
    if let Some(notice) = &state.notice {
        paint.text(
            made.notice.x,
            made.notice.y,
            made.notice.width,
            notice,
            look.marked,
        );
        if made.notice == made.footer {
            return;
        }
    }
    let area = match footer_words(state) {
        Some(words) => {
            let room = made.footer.width;
            let used = paint.text(made.footer.x, made.footer.y, room, &words, look.accent);
            paint::indent(made.footer, used + 3)
        }
        None => made.footer,
    };
    keys_row(state, paint, area, footer_actions(state), hits);
}

/// The keys of choices and of a number field, which are no actions.
fn footer_words(state: &State) -> Option<String> {
    if state.browse.pane != Pane::Signs {
        return None;
    }
    match (state.browse.signs.at, &state.browse.signs.editing) {
        (_, Some(Editing::Number { .. })) => Some(state.language.say("foot-number")),
        (SignRow::Choice(finding, _), _) => {
            let Some(AnswerKind::OneOf(levels)) = state.kind(finding) else {
                return None;
            };
            let last = (levels.len() + 1).to_string();
            Some(state.language.with("foot-choices", &[("last", &last)]))
        }
        _ => None,
    }
}

/// Actions with their keys, as many as fit.
fn keys_row(state: &State, paint: &mut Paint<'_>, area: Rect, actions: &[Action], hits: &mut Hits) {
    let look = paint.theme;
    let mut x = area.x;
    for &action in actions {
        let key = state.bindings.shown(action);
        if key.is_empty() {
            continue;
        }
        let word = paint.say(&format!("short-{}", action.id()));
        let width = columns(&key) + 1 + columns(&word);
        if x + width > area.right() {
            break;
        }
        let used = paint.text(x, area.y, columns(&key), &key, look.accent);
        paint.text(x + used + 1, area.y, columns(&word), &word, look.quiet);
        let place = Rect { x, width, ..area };
        hits.add(place, Target::Do(action));
        x += width + 3;
    }
}

/// What one would want to do next, in each pane.
fn footer_actions(state: &State) -> &'static [Action] {
    use Action as Do;
    if state.browse.signs.filtering {
        return &[Do::Open, Do::Back];
    }
    if matches!(state.browse.signs.at, SignRow::Group(_)) && state.browse.pane == Pane::Signs {
        return &[
            Do::Open,
            Do::NextPane,
            Do::Filter,
            Do::Guide,
            Do::Search,
            Do::BodyMap,
            Do::Urgency,
            Do::Help,
        ];
    }
    if let SignRow::Choice(..) = state.browse.signs.at
        && state.browse.pane == Pane::Signs
    {
        return &[Do::NotSure, Do::Explain, Do::Help];
    }
    let yes_no = |finding| matches!(state.kind(finding), Some(AnswerKind::YesNo(_)));
    match state.browse.pane {
        Pane::Signs if matches!(state.browse.signs.editing, Some(Editing::Number { .. })) => &[],
        // Enter opens its choices or its number field.
        Pane::Signs if matches!(state.browse.signs.at, SignRow::Sign(it) if !yes_no(it)) => &[
            Do::Open,
            Do::NotSure,
            Do::NextPane,
            Do::Guide,
            Do::Filter,
            Do::Search,
            Do::Urgency,
            Do::BodyMap,
            Do::Summary,
            Do::Undo,
            Do::Explain,
            Do::Help,
        ],
        Pane::Detail if asked_on_page(state).is_some_and(yes_no) => &[
            Do::Yes,
            Do::No,
            Do::NotSure,
            Do::Back,
            Do::Open,
            Do::NextPane,
            Do::Search,
            Do::Help,
        ],
        Pane::Signs => &[
            Do::Yes,
            Do::No,
            Do::NotSure,
            Do::Open,
            Do::NextPane,
            Do::Guide,
            Do::Filter,
            Do::Search,
            Do::Urgency,
            Do::BodyMap,
            Do::Summary,
            Do::Undo,
            Do::Explain,
            Do::Help,
        ],
        Pane::Causes => &[
            Do::Open,
            Do::NextPane,
            Do::NextQuestion,
            Do::Guide,
            Do::Urgency,
            Do::Summary,
            Do::Search,
            Do::BodyMap,
            Do::Undo,
            Do::Help,
        ],
        Pane::Detail => &[
            Do::Back,
            Do::Open,
            Do::NextPane,
            Do::Search,
            Do::PageBack,
            Do::Help,
        ],
    }
}
