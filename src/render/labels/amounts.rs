//! The values at the columns of a waterfall.

use super::{Anchor, LINE, Word, WordKind};
use crate::figure::{Figure, Step};
use crate::render::chart::Drawing;
use crate::render::layout::{Plot, text_width};
use crate::render::room::Rect;

/// Distance of a value from its column.
const GAP: f64 = 2.0;

/// Half a diamond.
const DIAMOND: f64 = 8.0;

/// The value of every column.
pub fn amounts(figure: &Figure, drawing: &Drawing, number: usize, words: &mut Vec<Word>) {
    let panel = &figure.panels[number];
    let base = figure.steps(panel, true);
    for (index, step) in figure.steps(panel, false).into_iter().enumerate() {
        let (Some(step), Some(base)) = (step, base[index]) else {
            continue;
        };
        // What is drawn over the column: the outline of the base case, diamonds and the rules between them.
        let mut drawn = vec![
            (base.low(), base.low(), 0.0),
            (base.high(), base.high(), 0.0),
        ];
        for (mark, high) in panel.marked() {
            if mark.index == index {
                drawn.push((mark.height, high.unwrap_or(mark.height), DIAMOND));
            }
        }
        let column = drawing.category_box(figure, number, index);
        words.push(amount(drawing, number, &column, step, &drawn));
    }
}

/// A value beyond the end of its column, or beyond all that is drawn over it where something would cross the value.
fn amount(
    drawing: &Drawing,
    number: usize,
    column: &Plot,
    step: Step,
    drawn: &[(f64, f64, f64)],
) -> Word {
    let text = drawing.reader.cell(&drawing.scales[number], step.value);
    let (width, sideways) = (text_width(&text, 12.5), drawing.layout.sideways);
    let length = if sideways { width } else { LINE };
    // Values that hang from zero stand below or left of their column.
    let back = step.hangs() == sideways;
    let forward = if back { -1.0 } else { 1.0 };
    let away = forward * (GAP + length / 2.0);
    let at = |value| drawing.position(number, value);
    let beside = at(if step.hangs() {
        step.low()
    } else {
        step.high()
    }) + away;
    let (mut along, mut crossed) = (beside, false);
    for &(low, high, reach) in drawn {
        let (least, most) = (at(low).min(at(high)) - reach, at(low).max(at(high)) + reach);
        let half = (length + GAP) / 2.0;
        crossed |= least < beside + half && most > beside - half;
        let beyond = if back { least } else { most } + away;
        if (beyond - along) * forward > 0.0 {
            along = beyond;
        }
    }
    let along = if crossed { along } else { beside };
    let (x, y) = column.centre();
    let (centre, anchor) = match (sideways, back) {
        (false, _) => ((x, along), Anchor::Middle),
        (true, true) => ((along, y), Anchor::End),
        (true, false) => ((along, y), Anchor::Start),
    };
    let rect = Rect::around(centre, width, LINE);
    Word::placed(WordKind::Amount, text, &rect, anchor)
}
