//! The few signs that are drawn, and the letters that stand for them where a
//! terminal has none.

/// Signs by what they mean.
#[derive(Debug, Clone, Copy)]
pub struct Glyphs {
    /// The row with the cursor.
    pub here: &'static str,
    /// Answered yes.
    pub yes: &'static str,
    /// Answered no.
    pub no: &'static str,
    /// Answered "not sure".
    pub not_sure: &'static str,
    /// Not answered.
    pub open: &'static str,
    /// A level or a number was given.
    pub given: &'static str,
    /// A group that is open.
    pub unfolded: &'static str,
    /// A group that is folded.
    pub folded: &'static str,
    /// A line across.
    pub across: &'static str,
    /// The part of a line across that is done.
    pub done: &'static str,
    /// A line down.
    pub down: &'static str,
    /// One of a list.
    pub item: &'static str,
    /// Something to open.
    pub link: &'static str,
    /// What follows from an answer.
    pub leads_to: &'static str,
    /// Text goes on.
    pub cut: &'static str,
    /// More below.
    pub more: &'static str,
    /// Parts of a bar: eighths of a cell from one to eight.
    pub bar: [&'static str; 8],
    /// One step for, and one against.
    pub sign: [&'static str; 2],
}

/// Drawn signs.
const DRAWN: Glyphs = Glyphs {
    here: "▌",
    yes: "✓",
    no: "✗",
    not_sure: "?",
    open: "·",
    given: "●",
    unfolded: "▾",
    folded: "▸",
    across: "─",
    done: "━",
    down: "│",
    item: "·",
    link: "→",
    leads_to: "→",
    cut: "…",
    more: "↓",
    bar: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
    sign: ["+", "−"],
};

/// Letters for all of them.
const LETTERS: Glyphs = Glyphs {
    here: ">",
    yes: "+",
    no: "-",
    not_sure: "?",
    open: ".",
    given: "*",
    unfolded: "v",
    folded: ">",
    across: "-",
    done: "=",
    down: "|",
    item: "-",
    link: ">",
    leads_to: "->",
    cut: "~",
    more: "v",
    bar: [" ", " ", " ", "#", "#", "#", "#", "#"],
    sign: ["+", "-"],
};

impl Glyphs {
    /// The signs in use.
    pub fn new(ascii: bool) -> Self {
        if ascii { LETTERS } else { DRAWN }
    }

    /// A bar for a share of some columns; at least the smallest part for
    /// anything above nothing.
    pub fn bar(&self, share: f64, columns: u16) -> String {
        let eighths = (share.clamp(0.0, 1.0) * f64::from(columns) * 8.0).round() as usize;
        let eighths = if share > 0.0 { eighths.max(1) } else { 0 };
        let whole = self.bar.last().copied().unwrap_or("#");
        let mut bar = whole.repeat(eighths / 8);
        if let Some(part) = (eighths % 8).checked_sub(1) {
            bar.push_str(self.bar.get(part).copied().unwrap_or(" "));
        }
        bar
    }
}

#[cfg(test)]
mod tests {
    use super::Glyphs;

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        let glyphs = Glyphs::new(false);
        assert_eq!(glyphs.bar(0.5, 4), "██");
        assert_eq!(glyphs.bar(0.56, 2), "█▏");
        assert_eq!(glyphs.bar(0.0001, 10), "▏");
        assert_eq!(glyphs.bar(0.0, 10), "");
        assert_eq!(Glyphs::new(true).bar(0.5, 4), "##");
    }
}
