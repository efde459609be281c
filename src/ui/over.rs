//! What lies over the panes: first-run page, help, search, questions, file names.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::paint::{Paint, below, columns, indent, row, top, wrap};
use crate::app::browse::causes;
use crate::app::over::{Ask, Find, Name, Purpose, Read};
use crate::app::{Hits, Over, State, Target};
use crate::keys::{Action, Row, table};

/// Widest page that is still easy to read.
const WIDEST: u16 = 84;

/// What one does on the map.
const MAP_KEYS: &[Action] = &[
    Action::Yes,
    Action::No,
    Action::NotSure,
    Action::OtherSide,
    Action::AsWords,
    Action::Undo,
    Action::Back,
    Action::Help,
];

/// Whether what lies over the panes leaves nothing of them to be seen.
pub fn covers(state: &State) -> bool {
    !matches!(state.over.last(), None | Some(Over::Ask(_) | Over::Name(_)))
}

/// Draws the topmost of what lies over the panes.
pub fn draw(state: &State, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) {
    let Some(over) = state.over.last() else {
        return;
    };
    hits.areas.clear();
    hits.cursor = None;
    match over {
        Over::Read(read) => {
            let area = under_urgency(state, paint, area);
            page(state, paint, area, read, hits);
        }
        Over::Find(find) => {
            let area = under_urgency(state, paint, area);
            search(state, paint, area, find, hits);
        }
        Over::Body => map(state, paint, area, hits),
        Over::Summary(page) => super::summary::draw(state, paint, area, page, hits),
        Over::Ask(ask) => question(state, paint, area, ask, hits),
        Over::Name(name) => file_name(state, paint, area, name, hits),
    }
}

/// The whole screen, emptied, with air at the edges and not too wide.
fn whole(paint: &mut Paint<'_>, area: Rect) -> Rect {
    paint.clear(area);
    let margin = if area.width > WIDEST {
        (area.width - WIDEST) / 2
    } else {
        1.min(area.width / 3)
    };
    Rect {
        x: area.x + margin,
        width: area.width.saturating_sub(2 * margin),
        ..area
    }
}

/// The same, below the urgency once there is one.
pub(super) fn under_urgency(state: &State, paint: &mut Paint<'_>, area: Rect) -> Rect {
    let inner = whole(paint, area);
    if state.record.answers().is_empty() {
        return inner;
    }
    super::urgency(state, paint, row(inner, 0));
    below(inner, 1)
}

/// A title with a rule. Returns what is left.
pub(super) fn titled(paint: &mut Paint<'_>, area: Rect, title: &str) -> Rect {
    let look = paint.theme;
    let air = u16::from(area.height >= 20);
    let line = row(area, air);
    paint.text(line.x, line.y, line.width, title, look.title);
    if area.height < 10 {
        return below(area, air + 1);
    }
    paint.rule(row(area, air + 1));
    below(area, air + 2 + air)
}

/// A line of a page: text, look, and what stands in front of it.
type PageLine = (String, Style, u16);

fn page(state: &State, paint: &mut Paint<'_>, area: Rect, read: &Read, hits: &mut Hits) {
    let title = paint.say(if read.welcome {
        "welcome-title"
    } else {
        "help-title"
    });
    let rest = titled(paint, area, &title);
    let body = top(rest, rest.height.saturating_sub(2));
    let lines = if read.welcome {
        welcome_lines(state, paint, body.width)
    } else {
        help_lines(state, paint, body.width)
    };
    let height = usize::from(body.height);
    let first = read.top.min(lines.len().saturating_sub(height));
    hits.over.top = first;
    hits.over.height = height;
    hits.over.rows = lines.len();
    for (at, (text, style, from)) in lines.iter().skip(first).take(height).enumerate() {
        let line = indent(row(body, at as u16), *from);
        paint.text(line.x, line.y, line.width, text, *style);
    }
    hits.cursor = Some(Position::new(body.x, body.y));
    let foot = row(area, area.height.saturating_sub(1));
    let key = if read.welcome {
        "welcome-foot"
    } else {
        "help-foot"
    };
    let text = paint.say(key);
    let used = paint.text(foot.x, foot.y, foot.width, &text, paint.theme.accent);
    let mut keys = indent(foot, used + 3);
    if first + height < lines.len() {
        let more = format!(" {} {}", paint.glyphs.more, paint.say("more-below"));
        keys.width = keys.width.saturating_sub(columns(&more));
        paint.right(foot, &more, paint.theme.quiet);
    }
    // Where the keys to know are below the end of the page, they stand here.
    if read.welcome && first + height < lines.len() {
        super::keys_row(state, paint, keys, &[Action::Guide, Action::Help], hits);
    }
}

fn welcome_lines(state: &State, paint: &Paint<'_>, width: u16) -> Vec<PageLine> {
    let look = paint.theme;
    let mut lines = Vec::new();
    for (key, style) in [
        ("welcome-emergency", look.urgent),
        ("welcome-signs", look.text),
        ("welcome-what", look.text),
        ("welcome-not", look.text),
        ("welcome-private", look.text),
    ] {
        let text = state
            .language
            .with(key, &[("number", &state.emergency_number)]);
        for line in wrap(&text, width) {
            lines.push((line, style, 0));
        }
        lines.push((String::new(), look.text, 0));
    }
    lines.push((paint.say("welcome-keys"), look.title, 0));
    for (action, words) in [
        (Action::Down, "welcome-key-move"),
        (Action::Yes, "welcome-key-yes"),
        (Action::Guide, "welcome-key-guide"),
        (Action::Help, "welcome-key-help"),
    ] {
        let key = if action == Action::Down {
            format!(
                "{} {}",
                state.bindings.shown(Action::Up),
                state.bindings.shown(Action::Down)
            )
        } else {
            state.bindings.shown(action)
        };
        lines.push((format!("{key:<10} {}", paint.say(words)), look.text, 2));
    }
    lines
}

fn help_lines(state: &State, paint: &Paint<'_>, width: u16) -> Vec<PageLine> {
    let look = paint.theme;
    let sections = table(&state.bindings, &state.language);
    let keys_of = |row: &Row| row.keys.join("  ");
    let widest = sections
        .iter()
        .flat_map(|section| &section.rows)
        .map(|row| columns(&keys_of(row)))
        .max()
        .unwrap_or(0)
        .min(width / 2);
    let mut lines: Vec<PageLine> = Vec::new();
    for line in wrap(&paint.say("help-intro"), width) {
        lines.push((line, look.text, 0));
    }
    for section in &sections {
        lines.push((String::new(), look.text, 0));
        lines.push((section.title.clone(), look.title, 0));
        for row in &section.rows {
            let keys = keys_of(row);
            let room = width.saturating_sub(widest + 2);
            for (at, line) in wrap(&row.words, room).into_iter().enumerate() {
                let keys = if at == 0 { keys.as_str() } else { "" };
                let gap = usize::from(widest.saturating_sub(columns(keys)) + 2);
                lines.push((format!("{keys}{}{line}", " ".repeat(gap)), look.text, 0));
            }
        }
    }
    lines
}

fn search(state: &State, paint: &mut Paint<'_>, area: Rect, find: &Find, hits: &mut Hits) {
    let title = paint.say("search-title");
    let rest = titled(paint, area, &title);
    let look = paint.theme;
    let line = row(rest, 0);
    paint.tint(line, look.selected);
    let field = indent(line, 1);
    hits.cursor = Some(super::field(paint, field, &find.input, look.selected));
    let rest = below(rest, if rest.height >= 10 { 2 } else { 1 });
    let list = top(rest, rest.height.saturating_sub(1));
    let found = find.found(state);
    let nothing_typed = find.input.value().trim().is_empty();
    let list = if nothing_typed {
        let hint = paint.say("search-hint");
        let used = paint.wrapped(indent(list, 1), &hint, look.quiet);
        below(list, used + u16::from(list.height >= 10))
    } else {
        list
    };
    let window = state
        .hits
        .over
        .showing(find.at, usize::from(list.height), found.len());
    hits.over = window;
    let knowledge = state.engine.knowledge;
    let shown = found.iter().enumerate().skip(window.top);
    for (line, (at, entry)) in shown.take(window.height).enumerate() {
        let place = row(list, line as u16);
        let here = at == find.at;
        let style = if here { look.selected } else { look.text };
        if here {
            paint.tint(place, style);
            paint.text(place.x, place.y, 1, paint.glyphs.here, style);
        }
        let body = indent(place, 1);
        let quiet = if here { style } else { look.quiet };
        let used = paint.right(body, entry.kind().word(), quiet);
        let room = body.width.saturating_sub(used + 1);
        paint.text(body.x, body.y, room, knowledge.name(*entry), style);
        hits.add(place, Target::Over(at));
    }
    if found.is_empty() && !nothing_typed {
        let text = paint.say("search-none");
        paint.text(
            list.x + 1,
            list.y,
            list.width.saturating_sub(1),
            &text,
            look.quiet,
        );
    }
    let foot = row(area, area.height.saturating_sub(1));
    let count = if nothing_typed {
        paint.say("search-foot-empty")
    } else {
        state
            .language
            .with("search-foot", &[("n", &found.len().to_string())])
    };
    paint.text(foot.x, foot.y, foot.width, &count, look.accent);
}

/// The map of the leg, under the urgency and over its keys.
fn map(state: &State, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) {
    paint.clear(area);
    let inner = Rect {
        x: area.x + 1.min(area.width),
        width: area.width.saturating_sub(2),
        ..area
    };
    super::urgency(state, paint, row(inner, 0));
    let air = u16::from(area.height >= 20);
    let body = below(inner, 1 + air);
    let body = top(body, body.height.saturating_sub(1 + air));
    let scene = super::body::Scene {
        map: &state.body,
        engine: state.engine,
        answers: state.record.answers(),
        // Before any answer no cause is more than a guess.
        cause: (!state.record.answers().is_empty() || state.browse.causes.chosen.is_some())
            .then(|| causes::selected(state)),
        theme: paint.theme,
        language: paint.language,
        ascii: state.settings.ascii,
    };
    super::body::draw(scene, body, paint.buffer, hits);
    super::keys_row(
        state,
        paint,
        row(inner, inner.height.saturating_sub(1)),
        MAP_KEYS,
        hits,
    );
}

/// A panel at the bottom of the screen. Returns its inside.
fn panel(paint: &mut Paint<'_>, area: Rect, rows: u16) -> Rect {
    let height = (rows + 3).min(area.height);
    let place = below(area, area.height - height);
    paint.clear(place);
    paint.rule(top(place, 1));
    let inner = indent(below(place, 1), 1);
    Rect {
        width: inner.width.saturating_sub(1),
        ..inner
    }
}

fn question(state: &State, paint: &mut Paint<'_>, area: Rect, ask: &Ask, hits: &mut Hits) {
    let (key, answers) = ask.purpose.words();
    let text = match &ask.purpose {
        Purpose::Replace { path, .. } => state
            .language
            .with(key, &[("path", &path.display().to_string())]),
        _ => paint.say(key),
    };
    let lines = wrap(&text, area.width.saturating_sub(2));
    let inside = panel(paint, area, (lines.len() + answers.len() + 1) as u16);
    let look = paint.theme;
    let used = paint.wrapped(inside, &text, look.title);
    let list = below(inside, used + 1);
    for (at, answer) in answers.iter().enumerate() {
        let place = row(list, at as u16);
        let here = at == ask.at;
        let style = if here { look.selected } else { look.text };
        if here {
            paint.tint(place, style);
            paint.text(place.x, place.y, 1, paint.glyphs.here, style);
            hits.cursor = Some(Position::new(place.x, place.y));
        }
        let body = indent(place, 1);
        let text = format!("{}  {}", at + 1, paint.say(answer));
        paint.text(body.x, body.y, body.width, &text, style);
        hits.add(place, Target::Over(at));
    }
}

fn file_name(state: &State, paint: &mut Paint<'_>, area: Rect, name: &Name, hits: &mut Hits) {
    let (key, hint) = match (name.summary, name.save) {
        (Some(_), _) => ("sum-ask-name", "sum-name-hint"),
        (None, true) => ("ask-save", "file-hint"),
        (None, false) => ("ask-open", "file-hint"),
    };
    let text = paint.say(key);
    let hint = match &name.fault {
        Some(fault) => fault.clone(),
        None => match folder(state, name) {
            Some(folder) => format!("{folder} {}", paint.say(hint)),
            None => paint.say(hint),
        },
    };
    let width = area.width.saturating_sub(2);
    let rows = wrap(&text, width).len() + wrap(&hint, width).len().min(5) + 2;
    let inside = panel(paint, area, rows as u16);
    let look = paint.theme;
    let used = paint.wrapped(inside, &text, look.title);
    let line = row(inside, used);
    paint.tint(line, look.selected);
    hits.cursor = Some(super::field(
        paint,
        indent(line, 1),
        &name.input,
        look.selected,
    ));
    let style = if name.fault.is_some() {
        look.marked
    } else {
        look.quiet
    };
    paint.wrapped(below(inside, used + 2), &hint, style);
}

/// Where a file goes that is named without a folder.
fn folder(state: &State, name: &Name) -> Option<String> {
    let typed = name.input.value().trim();
    let whole = std::path::Path::new(typed).is_absolute() || typed.starts_with('~');
    let folder = state.folder.as_ref().filter(|_| name.save && !whole)?;
    let folder = folder.display().to_string();
    Some(state.language.with("file-into", &[("folder", &folder)]))
}
