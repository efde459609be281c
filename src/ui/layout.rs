//! Where the panes stand at each size.

use ratatui::layout::Rect;

use super::paint::{below, row};
use crate::app::Pane;

/// The smallest screen with a full layout.
pub const SMALLEST: (u16, u16) = (40, 12);
/// Columns from which three panes stand side by side.
const THREE: u16 = 100;
/// Columns from which two do.
const TWO: u16 = 60;
/// Rows from which there is air above and below.
const AIRY: u16 = 20;

/// Where everything of the browser stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Layout {
    /// Name of the program; empty where there is no room for it.
    pub title: Rect,
    /// Urgency, where the pane of causes is not in sight.
    pub urgency: Rect,
    /// Names of the panes, where only one is in sight.
    pub names: Rect,
    /// What you notice.
    pub signs: Rect,
    /// Possible causes.
    pub causes: Rect,
    /// The page.
    pub detail: Rect,
    /// Lines between panes.
    pub dividers: [Rect; 2],
    /// News.
    pub notice: Rect,
    /// Keys.
    pub footer: Rect,
}

/// The layout for a size and the pane with the focus.
pub fn layout(area: Rect, focus: Pane) -> Layout {
    let airy = area.height >= AIRY;
    let inner = Rect {
        x: area.x + 1.min(area.width),
        width: area.width.saturating_sub(2),
        ..area
    };
    let footer = row(inner, inner.height.saturating_sub(1));
    let mut made = Layout {
        footer,
        notice: if airy {
            row(inner, inner.height.saturating_sub(2))
        } else {
            footer
        },
        ..Layout::default()
    };
    let foot = if airy { 2 } else { 1 };
    if area.width < TWO {
        made.urgency = row(inner, 0);
        made.names = row(inner, 1);
        let body = without_foot(below(inner, if airy { 3 } else { 2 }), foot);
        *match focus {
            Pane::Signs => &mut made.signs,
            Pane::Causes => &mut made.causes,
            Pane::Detail => &mut made.detail,
        } = body;
        return made;
    }
    made.title = row(inner, 0);
    let body = without_foot(below(inner, if airy { 2 } else { 1 }), foot);
    if area.width < THREE {
        if focus == Pane::Detail {
            made.urgency = row(body, 0);
            made.detail = below(body, if airy { 2 } else { 1 });
        } else {
            let left = body.width * 53 / 100;
            let (signs, divider, causes) = split(body, left);
            (made.signs, made.causes) = (signs, causes);
            made.dividers = [divider, Rect::default()];
        }
        return made;
    }
    let signs = (body.width * 32 / 100).min(56);
    let (left, first, rest) = split(body, signs);
    let causes = (body.width * 33 / 100).min(52);
    let (middle, second, right) = split(rest, causes);
    (made.signs, made.causes, made.detail) = (left, middle, right);
    made.dividers = [first, second];
    made
}

fn without_foot(area: Rect, foot: u16) -> Rect {
    Rect {
        height: area.height.saturating_sub(foot),
        ..area
    }
}

/// An area as its first columns, a divider with air, and the rest.
fn split(area: Rect, columns: u16) -> (Rect, Rect, Rect) {
    let columns = columns.min(area.width);
    let left = Rect {
        width: columns,
        ..area
    };
    let rest = area.width - columns;
    let divider = Rect {
        x: left.right() + 1.min(rest),
        width: 1.min(rest),
        ..area
    };
    let right = Rect {
        x: left.right() + 3.min(rest),
        width: rest.saturating_sub(3),
        ..area
    };
    (left, divider, right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_panes_from_100_two_from_60_one_below() {
        let panes = |width, focus| {
            let made = layout(Rect::new(0, 0, width, 24), focus);
            [made.signs, made.causes, made.detail].map(|pane| !pane.is_empty())
        };
        assert_eq!(panes(100, Pane::Signs), [true, true, true]);
        assert_eq!(panes(99, Pane::Signs), [true, true, false]);
        assert_eq!(panes(99, Pane::Detail), [false, false, true]);
        assert_eq!(panes(60, Pane::Causes), [true, true, false]);
        assert_eq!(panes(59, Pane::Causes), [false, true, false]);
    }

    #[test]
    fn nothing_stands_outside_at_any_size() {
        for width in 0..160 {
            for height in 0..50 {
                let area = Rect::new(0, 0, width, height);
                for focus in [Pane::Signs, Pane::Causes, Pane::Detail] {
                    let made = layout(area, focus);
                    for part in [
                        made.title,
                        made.urgency,
                        made.names,
                        made.signs,
                        made.causes,
                        made.detail,
                        made.notice,
                        made.footer,
                    ] {
                        assert!(
                            part.is_empty() || area.intersection(part) == part,
                            "{width}x{height} {part:?}"
                        );
                    }
                }
            }
        }
    }
}
