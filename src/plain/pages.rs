//! Pages to read, the search for them, and the result.

use super::print::Print;
use super::{Over, Plain};
use crate::app::guide::{self, Chapter, Piece};
use crate::app::search;
use crate::article::{Article, Block, article};
use crate::assessment::Answer;
use crate::knowledge::{Entry, Urgency};
use crate::report::words::answer_phrase;

/// Entries a search names at once; more are hard to keep in mind when heard.
const MOST_FOUND: usize = 9;

impl Plain {
    /// Looks for words, or asks for some.
    pub(super) fn search(&mut self, out: &mut Print, words: &str) {
        if words.is_empty() {
            self.over.push(Over::Find);
            self.show(out);
            return;
        }
        let knowledge = self.state.engine.knowledge;
        let mut found = search::entries(knowledge, &self.state.language, words);
        found.truncate(MOST_FOUND);
        if found.is_empty() {
            out.say(&self.say("search-none"));
            self.prompt(out);
            return;
        }
        self.over.push(Over::Found(found));
        self.show(out);
    }

    pub(super) fn show_found(&self, out: &mut Print, found: &[Entry]) {
        let knowledge = self.state.engine.knowledge;
        out.say(&self.with("plain-found", &[("n", &found.len().to_string())]));
        for (number, &entry) in (1..).zip(found) {
            let name = format!("{} ({})", knowledge.name(entry), entry.kind().word());
            out.numbered(number, &name);
        }
    }

    /// Opens a page over what is shown.
    pub(super) fn open(&mut self, out: &mut Print, entry: Entry) {
        let knowledge = self.state.engine.knowledge;
        let links = links(&article(knowledge, entry))
            .into_iter()
            .filter_map(|(id, _)| knowledge.entry(id))
            .collect();
        self.over.push(Over::Page(entry, links));
        self.show(out);
    }

    pub(super) fn show_page(&self, out: &mut Print, entry: Entry) {
        let knowledge = self.state.engine.knowledge;
        let page = article(knowledge, entry);
        let known = |id: &str| knowledge.entry(id).is_some();
        print(out, &page, &known);
        out.gap();
    }

    /// The result as it stands, in its five parts.
    pub(super) fn result(&self, out: &mut Print, so_far: bool) {
        let state = &self.state;
        if state.record.answers().is_empty() {
            out.say(&self.say("nothing-answered"));
            return;
        }
        if state.assessment.triage.urgency == Urgency::Now {
            let number = &state.emergency_number;
            out.say(&self.with("guide-alarm-call", &[("number", number)]));
        }
        let key = if so_far {
            "guide-so-far"
        } else {
            "guide-part-result"
        };
        out.say(&format!(
            "{}: {}",
            self.say(key),
            guide::result::title(state)
        ));
        for (number, chapter) in (1..).zip(Chapter::ALL) {
            out.gap();
            let number: i32 = number;
            let name = self.say(chapter.word());
            let places = [("n", &*number.to_string()), ("name", &name)];
            out.say(&self.with("plain-part", &places));
            for piece in guide::result::chapter(state, chapter) {
                self.piece(out, &piece);
            }
        }
    }

    /// A piece of a page.
    fn piece(&self, out: &mut Print, piece: &Piece) {
        match piece {
            Piece::Heading(text) => {
                out.gap();
                let asks = text.ends_with('?');
                out.say(&if asks {
                    text.clone()
                } else {
                    format!("{text}:")
                });
            }
            Piece::Cause { name, about, .. } => {
                out.gap();
                out.say(&format!("{name}: {about}"));
            }
            Piece::Warning(text) | Piece::Text(text) | Piece::Quiet(text) => out.say(text),
            Piece::Item(text) | Piece::For(text) | Piece::Against(text) => out.under(text),
        }
    }

    /// Everything that was answered, in words.
    pub(super) fn all_answers(&self, out: &mut Print) {
        let state = &self.state;
        let engine = state.engine;
        let (mut said, mut no, mut not_sure) = (Vec::new(), Vec::new(), Vec::new());
        for (finding, answer) in state.record.answers().iter() {
            let words = engine.knowledge.words.findings.get(finding);
            let label = words.map_or(String::new(), |words| words.label.to_owned());
            match answer {
                Answer::YesNo(false) => no.push(label),
                Answer::NotSure => not_sure.push(label),
                _ => said.push(answer_phrase(engine, finding, Some(answer))),
            }
        }
        if said.is_empty() && no.is_empty() && not_sure.is_empty() {
            out.say(&self.say("nothing-answered"));
            return;
        }
        for (key, list) in [
            ("plain-answers-given", said),
            ("plain-answers-not-sure", not_sure),
            ("plain-answers-no", no),
        ] {
            if !list.is_empty() {
                out.say(&format!("{} {}", self.say(key), list.join("; ")));
            }
        }
    }
}

/// Everything a page leads to, in the order it is named.
fn links(page: &Article) -> Vec<(&str, &str)> {
    page.sections
        .iter()
        .flat_map(|section| &section.blocks)
        .filter_map(|block| match block {
            Block::Links(links) => Some(links),
            _ => None,
        })
        .flatten()
        .map(|(id, name)| (id.as_str(), name.as_str()))
        .collect()
}

/// A page as lines. Links that are known count from 1 through the whole page.
fn print(out: &mut Print, page: &Article, known: &dyn Fn(&str) -> bool) {
    out.gap();
    out.say(&page.title);
    out.say(&page.subtitle);
    let mut number = 0;
    for section in &page.sections {
        out.gap();
        if !section.heading.is_empty() {
            out.say(&format!("{}:", section.heading));
        }
        for block in &section.blocks {
            match block {
                Block::Paragraph(text) | Block::Warning(text) => out.say(text),
                Block::List(items) => items.iter().for_each(|item| out.under(item)),
                Block::Steps(items) => {
                    for (step, item) in (1..).zip(items) {
                        out.under(&format!("Step {step}: {item}"));
                    }
                }
                Block::Facts(rows) => {
                    for (name, value) in rows {
                        out.under(&format!("{name}: {value}"));
                    }
                }
                Block::Links(links) => {
                    for (id, name) in links {
                        if known(id) {
                            number += 1;
                            out.numbered(number, name);
                        } else {
                            out.under(name);
                        }
                    }
                }
            }
        }
    }
}
