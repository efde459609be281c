//! From place to place by arrows, as one sees them.

use super::{Atlas, Leg, View};

/// A place of the map: a zone of a leg, seen from a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Spot {
    /// Seen from here.
    pub view: View,
    /// Which leg.
    pub leg: Leg,
    /// Position of the zone.
    pub zone: usize,
}

/// Where the cursor begins. Its number stands here so that nobody has to read the
/// map who never opens it.
const OUTER_SHIN: usize = 1;

impl Default for Spot {
    fn default() -> Self {
        Self {
            view: View::Front,
            leg: Leg::Left,
            zone: OUTER_SHIN,
        }
    }
}

/// A way to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Towards the thigh.
    Up,
    /// Towards the toes.
    Down,
    /// To the left of the screen.
    Left,
    /// To the right of the screen.
    Right,
}

/// The four figures from left to right.
pub const FIGURES: [(View, Leg); 4] = [
    (View::Front, Leg::Left),
    (View::Front, Leg::Right),
    (View::Back, Leg::Left),
    (View::Back, Leg::Right),
];

impl Atlas {
    /// The number of a place, for the mouse.
    pub fn number(&self, spot: Spot) -> usize {
        let figure = FIGURES
            .iter()
            .position(|&figure| figure == (spot.view, spot.leg))
            .unwrap_or(0);
        figure * self.zones.len() + spot.zone
    }

    /// The place with a number.
    pub fn spot(&self, number: usize) -> Option<Spot> {
        let zone = number % self.zones.len().max(1);
        let &(view, leg) = FIGURES.get(number / self.zones.len().max(1))?;
        self.zones.get(zone).filter(|zone| !zone.scenery)?;
        Some(Spot { view, leg, zone })
    }

    /// The zones one can choose, in the order of the list.
    pub fn listed(&self) -> Vec<usize> {
        (0..self.zones.len())
            .filter(|&at| self.zones.get(at).is_some_and(|zone| !zone.scenery))
            .collect()
    }

    /// Whether a zone is drawn as seen from a side.
    pub fn is_drawn(&self, view: View, zone: usize) -> bool {
        self.measure()
            .is_some_and(|grid| grid.centre(view, Leg::Left, zone).is_some())
    }

    /// The next place that way; the same one where there is none.
    ///
    /// Rows without a place in the picture come below the toes.
    pub fn go(&self, from: Spot, way: Way) -> Spot {
        let Some(here) = self.middle(from) else {
            return self.leave_undrawn(from, way);
        };
        let beside = self.listed().into_iter().filter_map(|zone| {
            let spot = Spot { zone, ..from };
            let there = self.middle(spot)?;
            let (across, down) = (there.0 - here.0, there.1 - here.1);
            let (along, aside) = match way {
                Way::Up => (-down, across.abs()),
                Way::Down => (down, across.abs()),
                Way::Left => (-across, down.abs()),
                Way::Right => (across, down.abs()),
            };
            // Within a cone, so that a neighbour to the side is never "below".
            (along > 0.2 && along > aside * 0.5).then_some((along + 2.0 * aside, spot))
        });
        if let Some((_, spot)) = beside.min_by(|a, b| a.0.total_cmp(&b.0)) {
            return spot;
        }
        match way {
            Way::Up => from,
            Way::Down => self.first_undrawn(from),
            Way::Left => self.next_figure(from, here.1, false),
            Way::Right => self.next_figure(from, here.1, true),
        }
    }

    fn middle(&self, spot: Spot) -> Option<(f64, f64)> {
        self.measure()?.centre(spot.view, spot.leg, spot.zone)
    }

    fn first_undrawn(&self, from: Spot) -> Spot {
        self.listed()
            .into_iter()
            .find(|&zone| View::BOTH.iter().all(|&view| !self.is_drawn(view, zone)))
            .map_or(from, |zone| Spot { zone, ..from })
    }

    fn leave_undrawn(&self, from: Spot, way: Way) -> Spot {
        match way {
            Way::Down => from,
            Way::Left | Way::Right => Spot {
                leg: from.leg.other(),
                ..from
            },
            Way::Up => self
                .listed()
                .into_iter()
                .map(|zone| Spot { zone, ..from })
                .filter_map(|spot| Some((self.middle(spot)?.1, spot)))
                .max_by(|a, b| a.0.total_cmp(&b.0))
                .map_or(from, |(_, spot)| spot),
        }
    }

    /// The place at the same height in the figure beside this one, at its near edge.
    fn next_figure(&self, from: Spot, height: f64, to_the_right: bool) -> Spot {
        let Some(at) = FIGURES
            .iter()
            .position(|&figure| figure == (from.view, from.leg))
        else {
            return from;
        };
        let beside = if to_the_right {
            FIGURES.get(at + 1)
        } else {
            at.checked_sub(1).and_then(|before| FIGURES.get(before))
        };
        let Some(&(view, leg)) = beside else {
            return from;
        };
        self.listed()
            .into_iter()
            .map(|zone| Spot { view, leg, zone })
            .filter_map(|spot| {
                let (across, down) = self.middle(spot)?;
                let inward = if to_the_right { across } else { -across };
                Some(((down - height).abs() * 2.0 + inward, spot))
            })
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .map_or(from, |(_, spot)| spot)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::body::atlas;

    const WAYS: [Way; 4] = [Way::Up, Way::Down, Way::Left, Way::Right];

    fn at(view: View, leg: Leg, id: &str) -> Spot {
        Spot {
            view,
            leg,
            zone: atlas().zone(id).unwrap(),
        }
    }

    #[test]
    fn the_cursor_begins_at_the_outer_shin() {
        let start = Spot::default();
        assert_eq!(start, at(View::Front, Leg::Left, "outer-shin"));
    }

    #[test]
    fn every_place_is_reached_by_arrows_from_every_other() {
        let mut all = HashSet::new();
        for (view, leg) in FIGURES {
            for zone in atlas().listed() {
                if atlas().is_drawn(view, zone) {
                    all.insert(Spot { view, leg, zone });
                }
            }
        }
        for &start in &all {
            let mut seen = HashSet::from([start]);
            let mut open = vec![start];
            while let Some(spot) = open.pop() {
                for way in WAYS {
                    let next = atlas().go(spot, way);
                    if seen.insert(next) {
                        open.push(next);
                    }
                }
            }
            assert!(all.is_subset(&seen), "from {start:?}");
            let stocking = atlas().zone("stocking").unwrap();
            assert!(seen.iter().any(|spot| spot.zone == stocking));
        }
    }

    #[test]
    fn arrows_go_where_they_point() {
        use Leg::{Left, Right};
        use View::{Back, Front};
        for (from, way, to) in [
            (
                at(Front, Left, "thigh"),
                Way::Down,
                at(Front, Left, "outer-shin"),
            ),
            (
                at(Front, Left, "outer-shin"),
                Way::Down,
                at(Front, Left, "foot-top"),
            ),
            (
                at(Front, Left, "outer-shin"),
                Way::Right,
                at(Front, Left, "inner-shin"),
            ),
            (
                at(Front, Left, "inner-shin"),
                Way::Right,
                at(Front, Right, "inner-shin"),
            ),
            (
                at(Front, Right, "inner-shin"),
                Way::Right,
                at(Front, Right, "outer-shin"),
            ),
            (
                at(Front, Right, "outer-shin"),
                Way::Right,
                at(Back, Left, "outer-shin"),
            ),
            (
                at(Back, Left, "outer-shin"),
                Way::Right,
                at(Back, Left, "calf"),
            ),
            (at(Back, Left, "calf"), Way::Down, at(Back, Left, "heel")),
            (at(Back, Left, "heel"), Way::Down, at(Back, Left, "sole")),
            (
                at(Back, Right, "outer-shin"),
                Way::Right,
                at(Back, Right, "outer-shin"),
            ),
            (at(Front, Left, "thigh"), Way::Up, at(Front, Left, "thigh")),
            (
                at(Front, Left, "big-toe"),
                Way::Down,
                at(Front, Left, "stocking"),
            ),
            (
                at(Front, Left, "stocking"),
                Way::Right,
                at(Front, Right, "stocking"),
            ),
        ] {
            assert_eq!(atlas().go(from, way), to, "{from:?} {way:?}");
        }
    }

    #[test]
    fn places_have_numbers() {
        for number in 0..4 * atlas().zones.len() {
            if let Some(spot) = atlas().spot(number) {
                assert_eq!(atlas().number(spot), number);
            }
        }
        assert_eq!(atlas().spot(4 * atlas().zones.len()), None);
        assert_eq!(atlas().spot(usize::MAX), None);
    }
}
