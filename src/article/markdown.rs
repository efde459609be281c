//! An article as Markdown.

use std::fmt::Write as _;

use super::{Article, Block};

/// Renders an article as Markdown.
pub fn to_markdown(article: &Article) -> String {
    let mut out = format!("# {}\n", escape(&article.title));
    if !article.subtitle.is_empty() {
        let _ = writeln!(out, "\n*{}*", escape(&article.subtitle));
    }
    for section in &article.sections {
        if !section.heading.is_empty() {
            let _ = writeln!(out, "\n## {}", escape(&section.heading));
        }
        for block in &section.blocks {
            out.push('\n');
            self::block(&mut out, block);
        }
    }
    out
}

fn block(out: &mut String, block: &Block) {
    let _ = match block {
        Block::Paragraph(text) => writeln!(out, "{}", escape(text)),
        Block::Warning(text) => writeln!(out, "> **{}**", escape(text)),
        Block::List(items) => items
            .iter()
            .try_for_each(|item| writeln!(out, "- {}", escape(item))),
        Block::Steps(items) => (1..)
            .zip(items)
            .try_for_each(|(number, item)| writeln!(out, "{number}. {}", escape(item))),
        Block::Facts(rows) => rows
            .iter()
            .try_for_each(|(name, value)| writeln!(out, "- {}: {}", escape(name), escape(value))),
        Block::Links(links) => links
            .iter()
            .try_for_each(|(id, name)| writeln!(out, "- {} (`{id}`)", escape(name))),
    };
}

/// Marks that Markdown would read as markup are escaped.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(
            letter,
            '*' | '_' | '`' | '[' | ']' | '<' | '>' | '\\' | '#' | '|'
        ) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}
