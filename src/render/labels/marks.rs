//! The labels of published values and ranges: beside their diamonds, apart from each other and within the plot.

use super::{Anchor, Word, WordKind, amounts};
use crate::figure::{Figure, Kind, Mark};
use crate::render::chart::Drawing;
use crate::render::layout::{LABEL_LINE as LINE, text_width};
use crate::render::room::Rect;

/// Half the width of a diamond, and the distance of a label from its point.
const HALF: f64 = 7.0;
const BESIDE: f64 = 12.0;

/// How much further away the next place is looked for.
const STEP: f64 = 6.0;

/// The labels of a panel.
pub fn marks(figure: &Figure, drawing: &Drawing, number: usize, words: &mut Vec<Word>) {
    let panel = &figure.panels[number];
    if panel.marks.is_empty() && panel.ranges.is_empty() {
        return;
    }
    let mut taken = taken(figure, drawing, number);
    let plot = &drawing.layout.plots[number];
    let inner = Rect {
        left: plot.left,
        top: plot.top - LINE / 2.0,
        right: plot.left + plot.width,
        bottom: plot.top + plot.height,
    };
    // Where there is no other room, a label may reach over the ticks or between the names beside the plot.
    let outer = Rect {
        left: match drawing.layout.sideways {
            true if plot.names => 0.0,
            true => inner.left,
            false => inner.left - 44.0,
        },
        right: match drawing.layout.direct_labels {
            true => inner.right,
            false => inner.right + 12.0,
        },
        ..inner
    };
    for (mark, high) in panel.marked() {
        let spot = spot(figure, drawing, number, mark, high);
        let sideways = drawing.layout.sideways;
        words.push(place(mark, &spot, &mut taken, [&inner, &outer], sideways));
    }
}

/// What labels must not lie on: diamonds, the values of columns, names beside the plot.
fn taken(figure: &Figure, drawing: &Drawing, number: usize) -> Vec<Rect> {
    let mut taken = Vec::new();
    for (mark, high) in figure.panels[number].marked() {
        taken.push(spot(figure, drawing, number, mark, high).grown(HALF));
    }
    if figure.kind == Kind::Waterfall {
        let mut amounts = Vec::new();
        amounts::amounts(figure, drawing, number, &mut amounts);
        for amount in amounts {
            taken.push(amount.rect());
        }
    }
    let plot = &drawing.layout.plots[number];
    if drawing.layout.sideways && plot.names {
        for index in 0..figure.categories.len() {
            let row = drawing.category_box(figure, number, index).centre().1;
            let (_, _, lines) = drawing.layout.broken(&figure.categories.name(index));
            taken.push(Rect::around(
                (plot.left / 2.0, row),
                plot.left,
                14.0 * lines,
            ));
        }
    }
    taken
}

/// The points of a mark: one, or the ends of a range.
fn spot(figure: &Figure, drawing: &Drawing, number: usize, mark: &Mark, high: Option<f64>) -> Rect {
    let column = drawing.category_box(figure, number, mark.index);
    let low = drawing.position(number, mark.height);
    let high = high.map_or(low, |high| drawing.position(number, high));
    let (x, y) = column.centre();
    let (least, most) = (low.min(high), low.max(high));
    match drawing.layout.sideways {
        true => Rect {
            left: least,
            top: y,
            right: most,
            bottom: y,
        },
        false => Rect {
            left: x,
            top: least,
            right: x,
            bottom: most,
        },
    }
}

/// The nearest free place for a label: beside its diamonds, else further and further above or below.
fn place(
    mark: &Mark,
    spot: &Rect,
    taken: &mut Vec<Rect>,
    [inner, outer]: [&Rect; 2],
    sideways: bool,
) -> Word {
    let room = outer.right - outer.left;
    let wanted = text_width(&mark.label, 12.5) + 6.0;
    let width = wanted.min(room);
    let broken = wanted > room;
    // Lines seldom fill up: a tenth more for the words that did not fit.
    let lines = if broken {
        (wanted * 1.1 / room).ceil()
    } else {
        1.0
    };
    let (x, y) = spot.centre();
    let half = width / 2.0;
    let mut places = [
        (spot.left - BESIDE - half, Anchor::End),
        (spot.right + BESIDE + half, Anchor::Start),
        (
            x.min(outer.right - half).max(outer.left + half),
            Anchor::Middle,
        ),
    ];
    if sideways && mark.height >= 0.0 {
        // Bars lie to the left of their ends, those of negative values to the right.
        places.swap(0, 1);
    }
    let mut found = (
        Rect::around((places[2].0, y), width, lines * LINE),
        Anchor::Middle,
    );
    'search: for step in 0..80 {
        let bounds = if step == 0 { inner } else { outer };
        let away = f64::from(step / 2) * STEP;
        let y = if step % 2 == 0 { y + away } else { y - away };
        for (x, anchor) in places {
            let rect = Rect::around((x, y), width, lines * LINE);
            if rect.within(bounds) && !taken.iter().any(|other| rect.meets(other)) {
                found = (rect, anchor);
                break 'search;
            }
        }
    }
    let (rect, anchor) = found;
    taken.push(rect);
    let word = Word::placed(WordKind::Mark, mark.label.clone(), &rect, anchor);
    Word {
        top: rect.top + LINE / 2.0,
        width: broken.then_some(width),
        ..word
    }
}
