//! An article as plain text, wrapped to a width.

use std::fmt::Write as _;

use textwrap::{Options, WordSplitter, core::display_width, fill};

use super::{Article, Block};

/// Renders an article for a terminal of this many columns.
pub fn to_text(article: &Article, columns: usize) -> String {
    let columns = columns.clamp(24, 100);
    let mut out = String::new();
    let title = article.title.to_uppercase();
    paragraph(&mut out, &title, columns, "");
    if !article.subtitle.is_empty() {
        paragraph(&mut out, &article.subtitle, columns, "");
    }
    out.push_str(&"─".repeat(columns));
    out.push('\n');
    for section in &article.sections {
        if !section.heading.is_empty() {
            let _ = writeln!(out, "\n{}", section.heading);
        }
        let indent = if section.heading.is_empty() { "" } else { "  " };
        for block in &section.blocks {
            self::block(&mut out, block, columns, indent);
        }
    }
    out
}

fn options<'o>(columns: usize, first: &'o str, rest: &'o str) -> Options<'o> {
    Options::new(columns)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_splitter(WordSplitter::NoHyphenation)
}

fn paragraph(out: &mut String, text: &str, columns: usize, indent: &str) {
    out.push_str(&fill(text, options(columns, indent, indent)));
    out.push('\n');
}

fn block(out: &mut String, block: &Block, columns: usize, indent: &str) {
    match block {
        Block::Paragraph(text) => paragraph(out, text, columns, indent),
        Block::Warning(text) => {
            let first = format!("{indent}! ");
            let rest = format!("{indent}  ");
            out.push_str(&fill(text, options(columns, &first, &rest)));
            out.push('\n');
        }
        Block::List(items) => {
            for item in items {
                marked(out, item, columns, indent, "- ");
            }
        }
        Block::Steps(items) => {
            for (number, item) in (1..).zip(items) {
                marked(out, item, columns, indent, &format!("{number}. "));
            }
        }
        Block::Links(links) => {
            for (id, name) in links {
                marked(out, &format!("{name}  [{id}]"), columns, indent, "> ");
            }
        }
        Block::Facts(rows) => facts(out, rows, columns, indent),
    }
}

fn marked(out: &mut String, text: &str, columns: usize, indent: &str, mark: &str) {
    let first = format!("{indent}{mark}");
    let rest = format!("{indent}{}", " ".repeat(display_width(mark)));
    out.push_str(&fill(text, options(columns, &first, &rest)));
    out.push('\n');
}

/// Names in a column of their own while they leave room for the values.
fn facts(out: &mut String, rows: &[(String, String)], columns: usize, indent: &str) {
    let widest = rows
        .iter()
        .map(|(name, _)| display_width(name))
        .max()
        .unwrap_or(0);
    let beside = widest + 2 <= columns / 2;
    for (name, value) in rows {
        if beside {
            let gap = " ".repeat(widest + 2 - display_width(name));
            let first = format!("{indent}{name}{gap}");
            let rest = " ".repeat(display_width(&first));
            out.push_str(&fill(value, options(columns, &first, &rest)));
            out.push('\n');
        } else {
            paragraph(out, name, columns, indent);
            paragraph(out, value, columns, &format!("{indent}  "));
        }
    }
}
