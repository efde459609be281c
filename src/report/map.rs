//! The leg from both sides, with what was answered about each place, as SVG
//! and in words.

use std::fmt::Write as _;

use super::html::Html;
use super::summary::Summary;
use crate::assessment::Answer;
use crate::body::{Grid, Leg, Mark, View, atlas};

/// Size of a half cell of the drawing.
const CELL: (usize, usize) = (10, 10);
/// Room for the name under a drawing.
const NAME: usize = 36;
/// Columns between the two drawings.
const GAP: usize = 4;

/// Writes the drawing with its words; nothing where no place was asked about.
pub(super) fn map(summary: &Summary<'_>, out: &mut Html) {
    let atlas = atlas();
    let said: Vec<Option<Mark>> = atlas
        .rules
        .iter()
        .map(|rule| {
            let finding = summary.engine.knowledge.finding(rule.finding)?;
            match summary.answers.get(finding)? {
                Answer::YesNo(true) => Some(Mark::Yes),
                Answer::YesNo(false) => Some(Mark::No),
                Answer::NotSure => Some(Mark::NotSure),
                _ => None,
            }
        })
        .collect();
    let mut marks: Vec<Option<Mark>> = (0..atlas.zones.len())
        .map(|zone| atlas.told(zone, &said))
        .collect();
    if marks.iter().all(Option::is_none) {
        return;
    }
    let names = |wanted: Mark| -> Vec<String> {
        (0..atlas.zones.len())
            .filter(|&zone| marks.get(zone) == Some(&Some(wanted)))
            .filter_map(|zone| atlas.zones.get(zone))
            .map(|zone| summary.say(&format!("body-zone-{}", zone.id)))
            .collect()
    };
    let words: Vec<String> = [
        (Mark::Yes, "sum-map-yes"),
        (Mark::NotSure, "sum-map-not-sure"),
        (Mark::No, "sum-map-no"),
    ]
    .into_iter()
    .map(|(mark, key)| (key, names(mark)))
    .filter(|(_, names)| !names.is_empty())
    .map(|(key, names)| summary.with(key, &[("zones", &names.join(", "))]))
    .collect();
    // A zone that stands for others has no place of its own.
    let covering: Vec<(usize, Mark)> = marks
        .iter()
        .enumerate()
        .filter_map(|(zone, mark)| {
            (*mark)
                .filter(|mark| *mark == Mark::Yes)
                .map(|mark| (zone, mark))
        })
        .collect();
    for (zone, mark) in covering {
        let covers = atlas.zones.get(zone).map_or(&[][..], |zone| &zone.covers);
        for covered in covers.iter().filter_map(|id| atlas.zone(id)) {
            if let Some(slot) = marks.get_mut(covered) {
                slot.get_or_insert(mark);
            }
        }
    }
    out.open_section("map", &summary.say("sum-map"));
    if let Some(grid) = atlas.grids.first() {
        drawing(summary, grid, &marks, out);
    }
    out.raw("<ul>\n");
    for line in words {
        out.element("li", &line);
    }
    out.raw("</ul>\n");
    out.element("p", &summary.say("sum-map-legs"));
    out.raw("</section>\n");
}

fn drawing(summary: &Summary<'_>, grid: &Grid, marks: &[Option<Mark>], out: &mut Html) {
    let width = grid.width() * 2 + GAP;
    let (wide, high) = (width * CELL.0, grid.height() * CELL.1 + NAME);
    let title = summary.say("sum-map-title");
    out.raw(&format!(
        "<svg role=\"img\" aria-labelledby=\"t\" viewBox=\"0 0 {wide} {high}\">\n"
    ));
    out.raw("<title id=\"t\">");
    out.text(&title);
    out.raw("</title>\n<defs><pattern id=\"h\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#fff\"/><rect width=\"2\" height=\"6\" fill=\"#555\"/></pattern></defs>\n");
    for (at, view) in View::BOTH.into_iter().enumerate() {
        let left = at * (grid.width() + GAP);
        for zone in 0..marks.len() {
            let path = outline(grid, view, zone, left);
            if path.is_empty() {
                continue;
            }
            // Told apart by lightness and pattern, not by colour alone.
            let fill = match marks.get(zone).copied().flatten() {
                Some(Mark::Yes) => "#a00",
                Some(Mark::NotSure) => "url(#h)",
                Some(Mark::No) => "#fff",
                None => "#ddd",
            };
            out.raw(&format!("<path fill=\"{fill}\" d=\"{path}\"/>\n"));
        }
        out.raw(&format!(
            "<path fill=\"none\" stroke=\"#333\" stroke-width=\"1.5\" d=\"{}\"/>\n",
            borders(grid, view, left)
        ));
        let key = match view {
            View::Front => "sum-map-front",
            View::Back => "sum-map-back",
        };
        let middle = (left * 2 + grid.width()) * CELL.0 / 2;
        let base = grid.height() * CELL.1 + NAME * 3 / 4;
        out.raw(&format!(
            "<text x=\"{middle}\" y=\"{base}\" text-anchor=\"middle\" font-size=\"28\">"
        ));
        out.text(&summary.say(key));
        out.raw("</text>\n");
    }
    out.raw("</svg>\n");
}

/// The half cells of a zone, one rectangle for each run in a row.
fn outline(grid: &Grid, view: View, zone: usize, left: usize) -> String {
    let mut path = String::new();
    for half in 0..grid.height() {
        let holds = |column: usize| grid.zone(view, Leg::Right, column, half) == Some(zone);
        let mut column = 0;
        while column < grid.width() {
            let run = (column..grid.width()).take_while(|&at| holds(at)).count();
            if run > 0 {
                let (x, y) = ((left + column) * CELL.0, half * CELL.1);
                let wide = run * CELL.0;
                let _ = write!(path, "M{x} {y}h{wide}v{}h-{wide}z", CELL.1);
            }
            column += run + 1;
        }
    }
    path
}

/// Lines where one zone ends and another, or nothing, begins.
fn borders(grid: &Grid, view: View, left: usize) -> String {
    let at =
        |column: Option<usize>, half: Option<usize>| grid.zone(view, Leg::Right, column?, half?);
    let mut path = String::new();
    for half in 0..=grid.height() {
        for column in 0..=grid.width() {
            let here = at(Some(column), Some(half));
            let (x, y) = ((left + column) * CELL.0, half * CELL.1);
            if here != at(column.checked_sub(1), Some(half)) {
                let _ = write!(path, "M{x} {y}v{}", CELL.1);
            }
            if here != at(Some(column), half.checked_sub(1)) {
                let _ = write!(path, "M{x} {y}h{}", CELL.0);
            }
        }
    }
    path
}
