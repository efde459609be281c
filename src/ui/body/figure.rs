//! One leg, seen from one side, in half blocks or in letters.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::scene::Sight;
use crate::app::{Hits, Target};
use crate::body::{Grid, Leg, Mark, Spot, View, atlas};
use crate::theme::Theme;

/// What fills a half cell, the strongest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    Outside,
    Skin(usize),
    Lit,
    Yes,
    Cursor,
}

/// Shades of the skin: the theme's own, then steps towards the ink; last the
/// scenery, half way back to the ground of the screen.
pub fn shades(theme: &Theme) -> [Color; 5] {
    let ground = theme.zone.bg.unwrap_or(Color::Reset);
    let ink = theme.zone.fg.unwrap_or(Color::Reset);
    let step = |percent: i32| match (ground, ink) {
        (Color::Rgb(r, g, b), Color::Rgb(r2, g2, b2)) => {
            let mix = |from: u8, to: u8| {
                let mixed = i32::from(from) + (i32::from(to) - i32::from(from)) * percent / 100;
                u8::try_from(mixed.clamp(0, 255)).unwrap_or(from)
            };
            Color::Rgb(mix(r, r2), mix(g, g2), mix(b, b2))
        }
        // The ramp of greys of the 256 colours.
        (Color::Indexed(grey @ 232..=255), _) => {
            let moved = i32::from(grey) + percent / 7;
            Color::Indexed(u8::try_from(moved.clamp(232, 255)).unwrap_or(grey))
        }
        (Color::DarkGray, _) if percent == 7 || percent == 21 => Color::Gray,
        (plain, _) => plain,
    };
    let scenery = match (ground, theme.text.bg) {
        (Color::Rgb(r, g, b), Some(Color::Rgb(r2, g2, b2))) => {
            Color::Rgb(r.midpoint(r2), g.midpoint(g2), b.midpoint(b2))
        }
        _ => step(-14),
    };
    [step(0), step(7), step(14), step(21), scenery]
}

/// One leg from one side, at a place of the screen.
pub(super) struct Figure<'f> {
    pub(super) sight: &'f Sight<'f>,
    pub(super) grid: &'f Grid,
    pub(super) view: View,
    pub(super) leg: Leg,
    /// Top left cell.
    pub(super) at: (u16, u16),
    /// Nothing is drawn outside.
    pub(super) clip: Rect,
    /// The middle of each marked zone, found while drawing.
    pub(super) anchors: Vec<Option<(usize, usize)>>,
}

impl Figure<'_> {
    /// Draws the leg and says where its zones are.
    pub(super) fn draw(&mut self, buffer: &mut Buffer, hits: &mut Hits) {
        let shades = shades(self.sight.scene.theme);
        self.anchors = (0..atlas().zones.len())
            .map(|zone| {
                self.mark(zone)?;
                self.grid.anchor(self.view, self.leg, zone)
            })
            .collect();
        for row in 0..self.grid.height() / 2 {
            for column in 0..self.grid.width() {
                let halves = self.grid.cell(self.view, self.leg, column, row);
                let (Some(zone), Some(place)) = (halves.0.or(halves.1), self.place(column, row))
                else {
                    continue;
                };
                let Some(cell) = buffer.cell_mut(place) else {
                    continue;
                };
                let (symbol, style) = if self.sight.in_letters() {
                    self.letter(zone, (column, row))
                } else {
                    self.blocks(halves, (column, row), &shades)
                };
                cell.set_symbol(&symbol).set_style(style);
                self.add_hit(zone, place, hits);
            }
        }
    }

    fn place(&self, column: usize, row: usize) -> Option<(u16, u16)> {
        let x = self.at.0.checked_add(u16::try_from(column).ok()?)?;
        let y = self.at.1.checked_add(u16::try_from(row).ok()?)?;
        let inside = x < self.clip.right() && y < self.clip.bottom();
        inside.then_some((x, y))
    }

    /// Cells of one zone in a row make one place to click.
    fn add_hit(&self, zone: usize, place: (u16, u16), hits: &mut Hits) {
        if atlas().zones.get(zone).is_none_or(|zone| zone.scenery) {
            return;
        }
        let target = Target::Zone(atlas().number(Spot {
            view: self.view,
            leg: self.leg,
            zone,
        }));
        match hits.areas.last_mut() {
            Some((area, last))
                if *last == target && area.y == place.1 && area.right() == place.0 =>
            {
                area.width += 1;
            }
            _ => hits.add(Rect::new(place.0, place.1, 1, 1), target),
        }
    }

    fn mark(&self, zone: usize) -> Option<Mark> {
        let mark = self.sight.shown.get(self.leg, zone);
        if mark.is_some() {
            return mark;
        }
        // A row that covers others shows on them where they are open.
        let id = atlas().zones.get(zone)?.id;
        atlas()
            .zones
            .iter()
            .position(|other| other.covers.contains(&id))
            .and_then(|cover| self.sight.shown.get(self.leg, cover))
            .filter(|mark| *mark == Mark::Yes)
    }

    fn under_cursor(&self, zone: usize) -> bool {
        let at = self.sight.scene.map.at;
        let covered = |zone: usize| {
            let zones = &atlas().zones;
            match (zones.get(at.zone), zones.get(zone)) {
                (Some(cover), Some(zone)) => cover.covers.contains(&zone.id),
                _ => false,
            }
        };
        (at.leg == self.leg && at.zone == zone) || covered(zone)
    }

    fn ground(&self, half: Option<usize>) -> Ground {
        let Some(zone) = half else {
            return Ground::Outside;
        };
        if self.under_cursor(zone) {
            Ground::Cursor
        } else if self.mark(zone) == Some(Mark::Yes) {
            Ground::Yes
        } else if self.sight.lit.holds(self.view, zone) {
            Ground::Lit
        } else {
            Ground::Skin(
                atlas()
                    .zones
                    .get(zone)
                    .map_or(0, |zone| if zone.scenery { 4 } else { zone.tone }),
            )
        }
    }

    /// Marks stand on a loose lattice through the middle of their zone, so
    /// that a large zone reads as marked all over.
    fn on_lattice(&self, zone: usize, (column, row): (usize, usize)) -> bool {
        let Some(&Some((middle, height))) = self.anchors.get(zone) else {
            return false;
        };
        let (across, down) = (column.abs_diff(middle), row.abs_diff(height));
        down.is_multiple_of(2) && across % 4 == down % 4
    }

    /// The pattern of a cell that is wholly in one zone.
    fn pattern(&self, zone: usize, cell: (usize, usize)) -> &'static str {
        let mark = self.mark(zone);
        if mark.is_some() && self.on_lattice(zone, cell) {
            self.sight.sign(mark)
        } else if self.sight.lit.holds(self.view, zone) && (cell.0 + cell.1).is_multiple_of(2) {
            // Every other cell: these join to whole lines, with room between.
            self.sight.hatch()
        } else {
            " "
        }
    }

    fn blocks(
        &self,
        halves: (Option<usize>, Option<usize>),
        cell: (usize, usize),
        shades: &[Color; 5],
    ) -> (String, Style) {
        let theme = self.sight.scene.theme;
        let (upper, lower) = (self.ground(halves.0), self.ground(halves.1));
        if upper == lower {
            let pattern = match halves {
                (Some(zone), Some(same)) if zone == same => self.pattern(zone, cell),
                _ => " ",
            };
            return (pattern.to_owned(), whole(theme, upper, shades));
        }
        // The colour of the terminal's own text can only stand in front, that
        // of its ground only behind.
        let upper_in_front = lower == Ground::Outside
            || (upper != Ground::Outside
                && (matches!(upper, Ground::Cursor) || !matches!(lower, Ground::Cursor)));
        let (block, front, behind) = if upper_in_front {
            ("▀", upper, lower)
        } else {
            ("▄", lower, upper)
        };
        let behind = match behind {
            Ground::Outside => theme.text.bg.unwrap_or(Color::Reset),
            other => colour(theme, other, shades),
        };
        let style = Style::new().fg(colour(theme, front, shades)).bg(behind);
        (block.to_owned(), style)
    }

    /// A letter for the zone; capital where the territory is lit; every other
    /// one gives way to the mark; reversed under the cursor.
    fn letter(&self, zone: usize, (column, row): (usize, usize)) -> (String, Style) {
        let theme = self.sight.scene.theme;
        if atlas().zones.get(zone).is_some_and(|zone| zone.scenery) {
            return (":".to_owned(), theme.quiet);
        }
        let letter = self.grid.letter(zone).unwrap_or('#');
        let lit = self.sight.lit.holds(self.view, zone);
        let mark = self.mark(zone);
        let symbol = if mark.is_some() && (column + row).is_multiple_of(2) {
            self.sight.sign(mark).to_owned()
        } else if lit {
            letter.to_ascii_uppercase().to_string()
        } else {
            letter.to_string()
        };
        let mut style = theme.text;
        if lit {
            style = style.patch(theme.lit).add_modifier(Modifier::BOLD);
        }
        if mark == Some(Mark::Yes) {
            style = style.patch(theme.accent);
        }
        if self.under_cursor(zone) {
            style = style.add_modifier(Modifier::REVERSED);
        }
        (symbol, style)
    }
}

/// The colour of a ground.
fn colour(theme: &Theme, ground: Ground, shades: &[Color; 5]) -> Color {
    match ground {
        Ground::Outside => theme.text.bg.unwrap_or(Color::Reset),
        Ground::Skin(shade) => shades.get(shade).copied().unwrap_or(Color::Reset),
        Ground::Lit => theme.lit.bg.unwrap_or(Color::Reset),
        Ground::Yes => theme.accent.fg.or(theme.bar.fg).unwrap_or(Color::Reset),
        Ground::Cursor => theme.text.fg.unwrap_or(Color::Reset),
    }
}

/// A whole cell of one ground with the ink for what stands on it.
fn whole(theme: &Theme, ground: Ground, shades: &[Color; 5]) -> Style {
    let colour = colour(theme, ground, shades);
    match ground {
        Ground::Outside => theme.text,
        Ground::Skin(_) => Style::new()
            .fg(theme.zone.fg.unwrap_or(Color::Reset))
            .bg(colour),
        Ground::Lit => Style::new()
            .fg(theme.lit.fg.unwrap_or(Color::Reset))
            .bg(colour),
        // Reversed, because the terminal's own ground is no colour for ink.
        Ground::Yes | Ground::Cursor => Style::new()
            .fg(colour)
            .bg(theme.text.bg.unwrap_or(Color::Reset))
            .add_modifier(Modifier::REVERSED),
    }
}
