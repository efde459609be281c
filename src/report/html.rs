//! The page of an assessment as one file for a browser: no script, nothing
//! fetched, printable, with landmarks for screen readers.

use super::document::document;
use super::map::map;
use super::summary::{Depth, Summary};
use crate::article::{Block, Section};
use crate::knowledge::Urgency;

const STYLE: &str = include_str!("html.css");

/// The summary as one HTML file.
pub fn to_html(summary: &Summary<'_>) -> String {
    let page = document(summary);
    let mut out = Html::default();
    let now = summary.assessment.triage.urgency == Urgency::Now && !summary.answers.is_empty();
    out.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
    // A browser refuses to fetch or to run anything, whatever the text says.
    out.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    out.element("title", &page.title);
    out.raw("<style>");
    out.raw(STYLE);
    out.raw("</style>\n</head>\n");
    // Much is told there, so paper is used to its edges.
    out.raw(if summary.depth == Depth::Doctor {
        "<body class=\"d\">\n"
    } else {
        "<body>\n"
    });
    out.raw(if now {
        "<header class=\"now\">\n"
    } else {
        "<header>\n"
    });
    out.element("h1", &page.title);
    if now {
        let call = summary.with("sum-slip-call", &[("number", summary.number)]);
        out.raw("<p><strong>");
        out.text(&call);
        out.raw("</strong></p>\n");
    }
    out.element("p", &page.subtitle);
    out.raw("</header>\n<main>\n");
    let mut sections = page.sections.iter().enumerate().peekable();
    let last = page.sections.len().saturating_sub(1);
    while let Some((at, section)) = sections.next_if(|(at, _)| *at < last) {
        out.section(at, section);
    }
    map(summary, &mut out);
    out.raw("</main>\n<footer>\n");
    // What to note: date, code, and that it is no diagnosis.
    for (at, section) in sections {
        out.section(at, section);
    }
    out.raw("</footer>\n</body>\n</html>\n");
    out.0
}

/// HTML as it is written. Text is escaped; only what stands in the code is not.
#[derive(Debug, Default)]
pub(super) struct Html(String);

impl Html {
    pub(super) fn into_text(self) -> String {
        self.0
    }

    pub(super) fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    pub(super) fn text(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.raw("&amp;"),
                '<' => self.raw("&lt;"),
                '>' => self.raw("&gt;"),
                '"' => self.raw("&quot;"),
                '\'' => self.raw("&#39;"),
                other => self.0.push(other),
            }
        }
    }

    pub(super) fn element(&mut self, name: &str, text: &str) {
        for (open, close) in [("<", ">"), ("</", ">\n")] {
            self.raw(open);
            self.raw(name);
            self.raw(close);
            if open == "<" {
                self.text(text);
            }
        }
    }

    pub(super) fn open_section(&mut self, id: &str, heading: &str) {
        self.raw("<section aria-labelledby=\"");
        self.raw(id);
        self.raw("\">\n<h2 id=\"");
        self.raw(id);
        self.raw("\">");
        self.text(heading);
        self.raw("</h2>\n");
    }

    fn section(&mut self, at: usize, section: &Section) {
        self.open_section(&format!("s{at}"), &section.heading);
        for block in &section.blocks {
            self.block(block);
        }
        self.raw("</section>\n");
    }

    fn list<'t>(&mut self, name: &str, items: impl IntoIterator<Item = &'t String>) {
        let mut items = items.into_iter().peekable();
        if items.peek().is_none() {
            return;
        }
        self.raw(if name == "ol" { "<ol>\n" } else { "<ul>\n" });
        for item in items {
            self.element("li", item);
        }
        self.raw(if name == "ol" { "</ol>\n" } else { "</ul>\n" });
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => self.element("p", text),
            Block::Warning(text) => {
                self.raw("<p><strong class=\"w\">");
                self.text(text);
                self.raw("</strong></p>\n");
            }
            Block::List(items) => self.list("ul", items),
            Block::Steps(items) => self.list("ol", items),
            Block::Links(links) => self.list("ul", links.iter().map(|(_, name)| name)),
            Block::Facts(rows) if rows.is_empty() => {}
            Block::Facts(rows) => {
                self.raw("<dl>\n");
                for (name, value) in rows {
                    self.element("dt", name);
                    self.element("dd", value);
                }
                self.raw("</dl>\n");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        let mut html = Html::default();
        html.element("p", "<script>\"a\" & 'b'</script>");
        assert_eq!(
            html.0,
            "<p>&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;</p>\n"
        );
    }
}
