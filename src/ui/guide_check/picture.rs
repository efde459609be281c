//! Pictures of the self-checks. Each shows what its step says in words; where
//! there is no room it is left out.

use ratatui::layout::Rect;

use super::toe_mark;
use crate::app::State;
use crate::app::guide::check::{Given, Stage, stage, toes};
use crate::knowledge::schema::Side;
use crate::ui::paint::{Paint, below, columns, row};

/// Pictures by self-check and step, from 1: plain letters, one size.
const DRAWN: [(&str, usize, &str); 9] = [
    (
        "heel-walk",
        2,
        include_str!("../../../assets/checks/heel-walk-2.txt"),
    ),
    (
        "tiptoe-walk",
        2,
        include_str!("../../../assets/checks/tiptoe-walk-2.txt"),
    ),
    (
        "straight-leg-raise",
        2,
        include_str!("../../../assets/checks/straight-leg-raise-2.txt"),
    ),
    (
        "foot-pulses",
        2,
        include_str!("../../../assets/checks/foot-pulses-2.txt"),
    ),
    (
        "foot-pulses",
        4,
        include_str!("../../../assets/checks/foot-pulses-4.txt"),
    ),
    (
        "calf-measure",
        2,
        include_str!("../../../assets/checks/calf-measure-2.txt"),
    ),
    (
        "thumb-dent",
        1,
        include_str!("../../../assets/checks/thumb-dent-1.txt"),
    ),
    (
        "nerve-tap",
        1,
        include_str!("../../../assets/checks/nerve-tap-1.txt"),
    ),
    (
        "nerve-tap",
        2,
        include_str!("../../../assets/checks/nerve-tap-2.txt"),
    ),
];
/// Toes of a foot, from the outer one of the left foot to that of the right.
const TOES: [u8; 5] = [5, 4, 3, 2, 1];
/// Columns of a toe and of the gap between the feet.
const TOE: u16 = 3;
const GAP: u16 = 4;

/// Draws the picture of the screen, below the text or beside it. Returns the
/// rows used below.
pub fn draw(state: &State, paint: &mut Paint<'_>, below_text: Rect, whole: Rect) -> u16 {
    if let Some(toes) = toes(state) {
        return feet(paint, below_text, toes.order, &toes.given, toes.now);
    }
    let Some((exam, Stage::Step(step))) = stage(state) else {
        return 0;
    };
    let exams = &state.engine.knowledge.self_exams;
    let id = exams.get(exam).map_or("", |exam| exam.id);
    let found = DRAWN
        .iter()
        .find(|(of, at, _)| *of == id && *at == step + 1);
    let Some((_, _, text)) = found else {
        return 0;
    };
    let lines: Vec<&str> = text.lines().collect();
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let width = lines.iter().map(|line| columns(line)).max().unwrap_or(0);
    let (place, used) = if height + 1 < below_text.height {
        (below(below_text, 1), height + 2)
    } else if whole.width >= 76 + width {
        let right = Rect {
            x: whole.right().saturating_sub(width),
            width,
            ..whole
        };
        (right, 0)
    } else {
        return 0;
    };
    for (at, line) in lines.iter().enumerate() {
        let place = row(place, u16::try_from(at).unwrap_or(u16::MAX));
        paint.text(place.x, place.y, place.width, line, paint.theme.bar);
    }
    used
}

/// Both feet as one sees one's own; the toe whose turn it is stands in brackets.
fn feet(
    paint: &mut Paint<'_>,
    area: Rect,
    order: &[(Side, u8)],
    given: &[Option<Given>],
    now: Option<usize>,
) -> u16 {
    let wide = TOE * 5;
    if area.height < 2 || area.width < 2 * wide + GAP {
        return 0;
    }
    let tall = area.height >= 7;
    let place = if tall { below(area, 1) } else { area };
    let look = paint.theme;
    for (side, x) in [(Side::Left, place.x), (Side::Right, place.x + wide + GAP)] {
        let key = match side {
            Side::Left => "check-picture-left",
            Side::Right => "check-picture-right",
        };
        let name = paint.say(key);
        paint.text(x + 1, place.y, wide - 1, &name, look.quiet);
        for at in 0..TOES.len() {
            let from_left = match side {
                Side::Left => at,
                Side::Right => TOES.len() - 1 - at,
            };
            let toe = TOES.get(from_left).copied().unwrap_or(1);
            let turn = order.iter().position(|&it| it == (side, toe));
            let x = x + u16::try_from(at).unwrap_or(0) * TOE;
            let (text, style) = match turn {
                Some(turn) if Some(turn) == now => (format!("[{}]", turn + 1), look.selected),
                Some(turn) => {
                    let given = given.get(turn).copied().flatten();
                    let style = if given.is_some() {
                        look.accent
                    } else {
                        look.text
                    };
                    (format!(" {} ", toe_mark(paint, given)), style)
                }
                None => (" o ".to_owned(), look.quiet),
            };
            paint.text(x, place.y + 1, TOE, &text, style);
        }
        if tall {
            let line = "|".to_owned() + &" ".repeat(usize::from(wide) - 2) + "|";
            let end = "\\".to_owned() + &"_".repeat(usize::from(wide) - 2) + "/";
            paint.text(x, place.y + 2, wide, &line, look.rule);
            paint.text(x, place.y + 3, wide, &end, look.rule);
        }
    }
    if tall { 6 } else { 2 }
}

#[cfg(test)]
mod tests {
    use super::DRAWN;

    #[test]
    fn pictures_are_small_and_of_plain_letters() {
        for (id, step, text) in DRAWN {
            assert!(text.is_ascii(), "{id} {step}");
            assert!(text.lines().count() <= 8, "{id} {step}");
            assert!(text.lines().all(|line| line.len() <= 30), "{id} {step}");
            assert!(!text.contains('\t'), "{id} {step}");
        }
    }
}
