//! The values at the columns of a waterfall.

use super::{Anchor, LINE, Word, WordKind};
use crate::figure::{Figure, Step};
use crate::render::chart::Drawing;
use crate::render::layout::{Plot, text_width};
use crate::render::room::Rect;

/// Distance of a value from its column.
const GAP: f64 = 2.0;

/// The value of every column.
pub fn amounts(figure: &Figure, drawing: &Drawing, number: usize, words: &mut Vec<Word>) {
    let panel = &figure.panels[number];
    let base = figure.steps(panel, true);
    for (index, step) in figure.steps(panel, false).into_iter().enumerate() {
        if let (Some(step), Some(base)) = (step, base[index]) {
            let column = drawing.category_box(figure, number, index);
            words.push(amount(drawing, number, &column, step, base));
        }
    }
}

/// A value beyond the end of its column, or beyond that of the base case where its outline would cross the value.
fn amount(drawing: &Drawing, number: usize, column: &Plot, step: Step, base: Step) -> Word {
    let text = drawing.reader.cell(&drawing.scales[number], step.value);
    let (width, sideways) = (text_width(&text, 12.5), drawing.layout.sideways);
    let length = if sideways { width } else { LINE };
    // Values that hang from zero stand below or left of their column.
    let back = step.hangs() == sideways;
    let away = (GAP + length / 2.0) * if back { -1.0 } else { 1.0 };
    let (end, outer) = match step.hangs() {
        true => (step.low(), step.low().min(base.low())),
        false => (step.high(), step.high().max(base.high())),
    };
    let at = |value| drawing.position(number, value);
    let crossed = |edge| (at(edge) - at(end) - away).abs() < (length + GAP) / 2.0;
    let along = if crossed(base.low()) || crossed(base.high()) {
        at(outer) + away
    } else {
        at(end) + away
    };
    let (x, y) = column.centre();
    let (centre, anchor) = match (sideways, back) {
        (false, _) => ((x, along), Anchor::Middle),
        (true, true) => ((along, y), Anchor::End),
        (true, false) => ((along, y), Anchor::Start),
    };
    let rect = Rect::around(centre, width, LINE);
    Word::placed(WordKind::Amount, text, &rect, anchor)
}
