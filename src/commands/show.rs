//! `tingle show`: any entry as a page.

use super::{Format, Refusal, exit};
use crate::app::search::entries;
use crate::article::{Article, article, to_markdown, to_text};
use crate::knowledge::{Entry, Knowledge, nearest};
use crate::language::Language;

/// The most entries a search by words lists.
const MOST_HITS: usize = 12;

/// The pages of these entries.
///
/// # Errors
/// A name that is no id: with the nearest ids, or the entries whose words hold it.
pub fn show(
    knowledge: &Knowledge<'_>,
    ids: &[String],
    format: Format,
    columns: usize,
) -> Result<String, Refusal> {
    let mut articles = Vec::new();
    let mut unknown = Vec::new();
    for id in ids {
        match find(knowledge, id) {
            Some(entry) => articles.push(article(knowledge, entry)),
            None => unknown.push(unknown_name(knowledge, id)),
        }
    }
    if unknown.is_empty() {
        render(&articles, format, columns)
    } else {
        Err(Refusal::new(exit::USAGE, unknown.join("\n\n")))
    }
}

fn render(articles: &[Article], format: Format, columns: usize) -> Result<String, Refusal> {
    match format {
        Format::Text => {
            let pages: Vec<String> = articles
                .iter()
                .map(|article| to_text(article, columns))
                .collect();
            Ok(pages.join("\n\n"))
        }
        Format::Markdown => {
            let pages: Vec<String> = articles.iter().map(to_markdown).collect();
            Ok(pages.join("\n\n"))
        }
        Format::Json => serde_json::to_string_pretty(articles)
            .map(|text| text + "\n")
            .map_err(|error| Refusal::new(exit::INTERNAL, error.to_string())),
    }
}

/// An entry by its id, in any case.
fn find(knowledge: &Knowledge<'_>, id: &str) -> Option<Entry> {
    knowledge.entry(id).or_else(|| {
        knowledge
            .ids()
            .find(|(name, _)| name.eq_ignore_ascii_case(id))
            .map(|(_, entry)| entry)
    })
}

fn unknown_name(knowledge: &Knowledge<'_>, name: &str) -> String {
    let hits = Language::english()
        .map(|language| entries(knowledge, &language, name))
        .unwrap_or_default();
    let mut message = format!("There is no entry called `{name}`.");
    let ids: Vec<&str> = knowledge.ids().map(|(id, _)| id).collect();
    let near = nearest(name, &ids);
    if !near.is_empty() {
        message.push_str(&format!("\nDid you mean: {}?", near.join(", ")));
    }
    if !hits.is_empty() {
        message.push_str("\nThese entries hold the words:");
        for entry in hits.iter().take(MOST_HITS) {
            message.push_str(&format!(
                "\n  {:<28} {} ({})",
                knowledge.id(*entry),
                knowledge.name(*entry),
                entry.kind().word()
            ));
        }
        if hits.len() > MOST_HITS {
            message.push_str(&format!("\n  ... and {} more", hits.len() - MOST_HITS));
        }
    }
    if near.is_empty() && hits.is_empty() {
        message.push_str("\n`tingle list causes` lists what there is.");
    }
    message
}
