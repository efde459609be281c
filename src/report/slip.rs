//! A slip of paper: what matters, the most urgent first, in letters every
//! printer has.

use std::fmt::Write as _;

use textwrap::{Options, WordSplitter, core::display_width, fill};

use super::document::{named, none, title};
use super::summary::{Depth, Summary};
use super::words::{about, answer_phrase, cause_name};
use super::{advice, words};
use crate::assessment::{Advice, Answer, TELLS_LITTLE};
use crate::knowledge::Urgency;

/// Answers named as those that mattered.
const MOST_SIGNS: usize = 8;
/// Tests, and things to do or to avoid.
const MOST_ADVICE: usize = 4;
/// Narrowest and widest paper.
const COLUMNS: (usize, usize) = (24, 120);

/// The summary on paper of so many columns.
pub fn slip(summary: &Summary<'_>, columns: usize) -> String {
    let plain = Summary {
        depth: Depth::Plain,
        ..*summary
    };
    let mut paper = Paper {
        out: String::new(),
        columns: columns.clamp(COLUMNS.0, COLUMNS.1),
    };
    head(&plain, &mut paper);
    if !plain.answers.is_empty() {
        mattered(&plain, &mut paper);
        causes(&plain, &mut paper);
        tests(&plain, &mut paper);
        care(&plain, &mut paper);
        foot(&plain, &mut paper);
    }
    paper.out
}

struct Paper {
    out: String,
    columns: usize,
}

impl Paper {
    fn rule(&mut self, sign: &str) {
        self.out.push_str(&sign.repeat(self.columns));
        self.out.push('\n');
    }

    fn heading(&mut self, text: &str) {
        let _ = writeln!(self.out, "\n{}", text.to_uppercase());
    }

    fn text(&mut self, text: &str) {
        self.hanging(text, "");
    }

    /// Text behind a mark, its further lines under its beginning.
    fn hanging(&mut self, text: &str, mark: &str) {
        let rest = " ".repeat(display_width(mark));
        let options = Options::new(self.columns)
            .initial_indent(mark)
            .subsequent_indent(&rest)
            .word_splitter(WordSplitter::NoHyphenation);
        self.out.push_str(&fill(text, options));
        self.out.push('\n');
    }

    fn list<'t>(&mut self, heading: &str, items: impl IntoIterator<Item = &'t str>) {
        let mut items = items.into_iter().filter(|item| !item.is_empty()).peekable();
        if items.peek().is_some() {
            self.heading(heading);
            for item in items {
                self.hanging(item, "- ");
            }
        }
    }
}

fn head(summary: &Summary<'_>, paper: &mut Paper) {
    paper.text(&summary.say("sum-slip-title"));
    if !summary.moment.shown.is_empty() {
        paper.text(&summary.moment.shown);
    }
    paper.rule("=");
    let triage = &summary.assessment.triage;
    let (title, subtitle) = title(summary);
    paper.text(&title);
    if summary.answers.is_empty() {
        paper.text(&subtitle);
        return;
    }
    if triage.urgency == Urgency::Now {
        paper.text(&summary.with("sum-slip-call", &[("number", summary.number)]));
    }
    paper.rule("=");
    let rules = &summary.engine.knowledge.words.rules;
    let fired = triage
        .fired
        .iter()
        .find(|fired| fired.urgency == triage.urgency)
        .and_then(|fired| rules.get(fired.rule));
    let why = match (fired, triage.because_of_cause) {
        (Some(rule), _) => rule.because.to_owned(),
        (None, Some(cause)) => {
            let cause = cause_name(summary.engine, cause);
            summary.with("sum-because-of-cause", &[("cause", cause)])
        }
        (None, None) => String::new(),
    };
    if !why.is_empty() {
        paper.text(&why);
    }
    paper.heading(&summary.say("sum-slip-do"));
    let act = fired.map_or_else(|| words::what_to_do(triage.urgency), |rule| rule.act);
    paper.text(act);
    if triage.urgency < Urgency::Now && !triage.open_screening.is_empty() {
        let open = triage.open_screening.len().to_string();
        paper.text(&summary.with("sum-slip-open", &[("n", &open)]));
    }
}

/// Signs of the red flags that decide, then what speaks for the likeliest causes.
fn mattered(summary: &Summary<'_>, paper: &mut Paper) {
    let triage = &summary.assessment.triage;
    let fired = triage
        .fired
        .iter()
        .filter(|fired| fired.urgency == triage.urgency)
        .flat_map(|fired| fired.signs.iter().copied());
    let favouring = named(summary)
        .take(2)
        .flat_map(|ranked| ranked.favouring.iter().map(|reason| reason.finding));
    let mut seen = Vec::new();
    for finding in fired.chain(favouring) {
        if !seen.contains(&finding) && seen.len() < MOST_SIGNS {
            seen.push(finding);
        }
    }
    let phrases: Vec<String> = seen
        .into_iter()
        .map(|finding| answer_phrase(summary.engine, finding, summary.answers.get(finding)))
        .collect();
    let heading = summary.say("sum-slip-mattered");
    paper.list(&heading, phrases.iter().map(String::as_str));
    let not_sure: Vec<&str> = triage
        .open_screening
        .iter()
        .filter(|&&finding| summary.answers.get(finding) == Some(Answer::NotSure))
        .map(|&finding| summary.label(finding))
        .collect();
    paper.list(&summary.say("sum-slip-not-sure"), not_sure);
}

fn causes(summary: &Summary<'_>, paper: &mut Paper) {
    if summary.assessment.weighed == 0 {
        return;
    }
    paper.heading(&summary.say("sum-slip-causes"));
    for ranked in named(summary).chain(none(summary)) {
        let name = cause_name(summary.engine, ranked.cause);
        paper.hanging(&format!("{name}: {}", about(ranked.probability)), "- ");
    }
}

fn tests(summary: &Summary<'_>, paper: &mut Paper) {
    // In an emergency others decide which tests are done.
    if summary.assessment.triage.urgency == Urgency::Now {
        return;
    }
    let tests = &summary.assessment.tests;
    let telling = tests.iter().filter(|test| test.bits >= TELLS_LITTLE);
    let names = telling
        .take(MOST_ADVICE)
        .map(|test| advice::test_name(summary, test));
    paper.list(&summary.say("sum-slip-tests"), names);
}

fn care(summary: &Summary<'_>, paper: &mut Paper) {
    let care = &summary.assessment.self_care;
    let can: Vec<&str> = care
        .safe
        .iter()
        .filter(|advice| advice.unless.is_empty())
        .take(MOST_ADVICE)
        .map(|advice| advice::care_name(summary, advice))
        .collect();
    paper.list(&summary.say("sum-slip-can"), can);
    let line = |advice: &Advice| {
        let name = advice::care_name(summary, advice);
        let reason = advice.ruled_out.first();
        match reason.map(|key| summary.engine.knowledge.reason(key)) {
            Some(reason) => format!("{name}. {reason}"),
            None => name.to_owned(),
        }
    };
    for (key, careful) in [("sum-slip-careful", true), ("sum-slip-avoid", false)] {
        let lines: Vec<String> = care
            .avoid
            .iter()
            .filter(|advice| advice::only_careful(summary, advice) == careful)
            .take(MOST_ADVICE)
            .map(line)
            .collect();
        paper.list(&summary.say(key), lines.iter().map(String::as_str));
    }
}

fn foot(summary: &Summary<'_>, paper: &mut Paper) {
    paper.out.push('\n');
    paper.rule("-");
    paper.text(&summary.say("sum-slip-no-diagnosis"));
    paper.heading(&summary.say("sum-slip-code"));
    paper.text(&summary.code().grouped().replace('-', " "));
    paper.rule("-");
}
