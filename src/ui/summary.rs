//! The summary over the panes.

use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Style};
use textwrap::{Options, WordSplitter};

use super::over::{titled, under_urgency};
use super::paint::{Paint, below, columns, indent, row, top, wrap};
use crate::app::over::{Part, SaveAs, SummaryPage, summary_of};
use crate::app::{Hits, State, Target};
use crate::article::to_text;
use crate::keys::Action;
use crate::report::document;
use crate::report::qr::Qr;

/// What one does with it.
const KEYS: &[Action] = &[
    Action::SummaryDepth,
    Action::SummarySave,
    Action::SummaryCode,
    Action::SummaryCopy,
    Action::Back,
    Action::Help,
];

/// What one does with the list of forms.
const FORM_KEYS: &[Action] = &[Action::Open, Action::Back, Action::Help];

/// Columns of words beside the picture of a code, at least.
const BESIDE: u16 = 24;

/// Black on white of the colour cube: themes and palettes leave it alone, and
/// readers need it so, also where no colour is wanted otherwise.
pub const PRINT: Style = Style::new().fg(Color::Indexed(16)).bg(Color::Indexed(231));

/// Draws the summary.
pub fn draw(state: &State, paint: &mut Paint<'_>, area: Rect, page: &SummaryPage, hits: &mut Hits) {
    let area = under_urgency(state, paint, area);
    // News is read whole, on as many rows as it takes.
    let news = state.notice.as_ref();
    let news: Vec<_> = news.map_or_else(Vec::new, |news| whole_words(news, area.width));
    let rows = news.len().max(1) as u16;
    let above = area.height.saturating_sub(rows);
    let (body, foot) = (top(area, above), below(area, above));
    match page.part {
        Part::Page => text(state, paint, body, page, hits),
        Part::Code => code(state, paint, body, hits),
        Part::Forms => forms(paint, body, page, hits),
    }
    for (at, line) in news.iter().enumerate() {
        let place = row(foot, at as u16);
        paint.text(place.x, place.y, place.width, line, paint.theme.marked);
    }
    if news.is_empty() {
        let keys = match page.part {
            Part::Forms => FORM_KEYS,
            Part::Page | Part::Code => KEYS,
        };
        super::keys_row(state, paint, foot, keys, hits);
    }
}

/// Lines that break between words alone: a command may stand in them.
fn whole_words(text: &str, width: u16) -> Vec<String> {
    let options = Options::new(usize::from(width)).word_splitter(WordSplitter::NoHyphenation);
    let lines = textwrap::wrap(text, options).into_iter();
    lines.map(std::borrow::Cow::into_owned).collect()
}

fn text(state: &State, paint: &mut Paint<'_>, area: Rect, page: &SummaryPage, hits: &mut Hits) {
    let title = paint.say(if page.doctor {
        "sum-page-doctor"
    } else {
        "sum-page-title"
    });
    let body = titled(paint, area, &title);
    let body = top(body, body.height.saturating_sub(1));
    let mut article = document(&summary_of(state, page.depth()));
    // The urgency stands above already.
    article.title.clear();
    let written = to_text(&article, usize::from(body.width));
    let lines: Vec<&str> = written
        .lines()
        .skip_while(|line| line.is_empty())
        .filter(|line| !line.starts_with('─'))
        .collect();
    let lead = lines.iter().take_while(|line| !line.is_empty()).count();
    let height = usize::from(body.height);
    let first = page.top.min(lines.len().saturating_sub(height));
    hits.over.top = first;
    hits.over.height = height;
    hits.over.rows = lines.len();
    hits.cursor = Some(Position::new(body.x, body.y));
    let look = paint.theme;
    // A warning goes on for as long as its lines hang behind its mark.
    let mut warns = false;
    let warning: Vec<bool> = lines
        .iter()
        .map(|line| {
            warns = line.starts_with("  !") || (warns && line.starts_with("    "));
            warns
        })
        .collect();
    for (at, line) in lines.iter().skip(first).take(height).enumerate() {
        let place = row(body, at as u16);
        let style = match line.chars().next() {
            _ if first + at < lead => look.text,
            Some(' ') if warning.get(first + at) == Some(&true) => look.marked,
            Some(' ') | None => look.text,
            Some(_) => look.title,
        };
        paint.text(place.x, place.y, place.width, line, style);
    }
    if first + height < lines.len() {
        let more = format!("{} {}", paint.glyphs.more, paint.say("more-below"));
        paint.right(row(area, area.height.saturating_sub(1)), &more, look.quiet);
    }
}

/// The answers as a picture for a telephone, or as letters.
pub(super) fn code(state: &State, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) {
    let code = summary_of(state, crate::report::Depth::Plain).code();
    hits.cursor = Some(Position::new(area.x, area.y));
    hits.over = crate::app::Window::default();
    let room = (usize::from(area.width), usize::from(area.height));
    // The picture is made of half blocks.
    let drawn = !state.settings.ascii || state.settings.console;
    let fitting = drawn
        .then(|| {
            Qr::fitting(
                &code.text,
                room.0.saturating_sub(usize::from(BESIDE)),
                room.1,
            )
        })
        .flatten();
    let (words, hint) = match &fitting {
        Some(qr) => {
            for (at, line) in qr.lines().enumerate() {
                let place = row(area, at as u16);
                paint.buffer.set_string(place.x, place.y, line, PRINT);
            }
            let words = indent(area, qr.columns() as u16 + 2);
            let word = if state.kiosk.is_some() {
                "kiosk-code-scan"
            } else {
                "sum-code-scan"
            };
            (below(words, 1), paint.say(word))
        }
        None => {
            let title = paint.say("sum-code-title");
            let rest = titled(paint, area, &title);
            let hint = match Qr::of(&code.text).filter(|_| drawn) {
                Some(_) if state.kiosk.is_some() => paint.say("kiosk-code-too-small"),
                Some(qr) => {
                    // The urgency, the keys and one column of air at each side.
                    let columns = qr.columns() + usize::from(BESIDE) + 2;
                    let rows = qr.rows() + 2;
                    let needs = [
                        ("columns", &*columns.to_string()),
                        ("rows", &*rows.to_string()),
                    ];
                    state.language.with("sum-code-too-small", &needs)
                }
                None => paint.say("sum-code-letters"),
            };
            (rest, hint)
        }
    };
    let used = paint.wrapped(words, &hint, paint.theme.text);
    let rest = below(words, used + u16::from(words.height > 10));
    let groups = code.grouped().replace('-', " ");
    for (at, line) in wrap(&groups, rest.width).iter().enumerate() {
        let place = row(rest, at as u16);
        paint.text(place.x, place.y, columns(line), line, paint.theme.title);
    }
}

fn forms(paint: &mut Paint<'_>, area: Rect, page: &SummaryPage, hits: &mut Hits) {
    let title = paint.say("sum-save-title");
    let list = titled(paint, area, &title);
    let look = paint.theme;
    for (at, form) in SaveAs::ALL.into_iter().enumerate() {
        let place = row(list, at as u16);
        let here = at == page.at;
        let style = if here { look.selected } else { look.text };
        if here {
            paint.tint(place, style);
            paint.text(place.x, place.y, 1, paint.glyphs.here, style);
            hits.cursor = Some(Position::new(place.x, place.y));
        }
        let body = indent(place, 1);
        let text = format!("{}  {}", at + 1, paint.say(form.words().0));
        paint.text(body.x, body.y, body.width, &text, style);
        hits.add(place, Target::Over(at));
    }
}
