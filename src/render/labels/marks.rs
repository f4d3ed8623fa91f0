//! The labels of published values and ranges: beside their diamonds, apart from each other and within the plot.

use super::{Anchor, Word, WordKind, amounts};
use crate::figure::{Figure, Kind, Mark};
use crate::render::chart::Drawing;
use crate::render::layout::{LABEL_LINE as LINE, text_width};
use crate::render::room::Rect;

/// Half the width of a diamond, and the distance of a label from its point.
const HALF: f64 = 7.0;
const BESIDE: f64 = 12.0;

/// The labels of a panel.
pub fn marks(figure: &Figure, drawing: &Drawing, number: usize) -> Vec<Word> {
    let panel = &figure.panels[number];
    let plot = &drawing.layout.plots[number];
    let sideways = drawing.layout.sideways;
    let spots: Vec<_> = panel
        .printed()
        .map(|(mark, high)| (mark, spot(figure, drawing, number, mark, high)))
        .collect();
    if spots.is_empty() {
        return Vec::new();
    }
    let mut taken: Vec<Rect> = spots.iter().map(|(_, spot)| spot.grown(HALF)).collect();
    if figure.kind == Kind::Waterfall {
        let amounts = amounts::amounts(figure, drawing, number);
        taken.extend(amounts.iter().map(|(_, rect)| *rect));
    }
    let inner = Rect {
        left: plot.left,
        top: plot.top - LINE / 2.0,
        right: plot.left + plot.width,
        bottom: plot.top + plot.height,
    };
    // Where there is no other room, a label may reach over the ticks or between the names beside the plot.
    let between = sideways && plot.names;
    if between {
        taken.extend((0..figure.categories.len()).map(|index| {
            let row = drawing.category_box(figure, number, index);
            let lines = drawing
                .layout
                .broken(&figure.categories.name(index))
                .split('\n')
                .count();
            Rect::around(
                (plot.left / 2.0, row.centre().1),
                plot.left,
                14.0 * lines as f64,
            )
        }));
    }
    let outer = Rect {
        left: match sideways {
            true if between => 0.0,
            true => inner.left,
            false => inner.left - 44.0,
        },
        right: match drawing.layout.direct_labels {
            true => inner.right,
            false => inner.right + 12.0,
        },
        ..inner
    };
    let mut words = Vec::new();
    for (mark, spot) in spots {
        let (word, rect) = place(mark, &spot, &taken, &inner, &outer);
        taken.push(rect);
        words.push(word);
    }
    words
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

fn place(mark: &Mark, spot: &Rect, taken: &[Rect], inner: &Rect, outer: &Rect) -> (Word, Rect) {
    let room = outer.right - outer.left;
    let wanted = text_width(&mark.label, 12.5) + 6.0;
    let broken = wanted > room;
    let width = wanted.min(room);
    // Lines seldom fill up: a tenth more for the words that did not fit.
    let lines = if broken {
        (wanted * 1.1 / room).ceil()
    } else {
        1.0
    };
    let (x, y) = spot.centre();
    let half = (width / 2.0, lines * LINE / 2.0);
    let middle = x.min(outer.right - half.0).max(outer.left + half.0);
    let left = |y| {
        (
            Rect::around((spot.left - BESIDE - half.0, y), width, lines * LINE),
            Anchor::End,
        )
    };
    let right = |y| {
        (
            Rect::around((spot.right + BESIDE + half.0, y), width, lines * LINE),
            Anchor::Start,
        )
    };
    let over = |y| {
        (
            Rect::around((middle, y), width, lines * LINE),
            Anchor::Middle,
        )
    };
    let (above, below) = (
        spot.top - HALF - 1.0 - half.1,
        spot.bottom + HALF + 1.0 + half.1,
    );
    let free = |(rect, _): &(Rect, Anchor), bounds| {
        rect.within(bounds) && taken.iter().all(|other| !rect.meets(other))
    };
    let near = [inner, outer]
        .into_iter()
        .flat_map(|bounds| [(left(y), bounds), (right(y), bounds)]);
    let near = near.chain([(over(above), outer), (over(below), outer)]);
    // Further and further away.
    let far = (1..40).flat_map(|step| {
        let away = f64::from(step) * 6.0;
        [y - away, y + away]
            .into_iter()
            .flat_map(move |y| [left(y), right(y), over(y)])
    });
    let found = near
        .chain(far.map(|place| (place, outer)))
        .find(|(place, bounds)| free(place, bounds));
    let (rect, anchor) = found.map_or_else(|| over(y), |(place, _)| place);
    let word = Word::placed(WordKind::Mark, mark.label.clone(), &rect, anchor);
    let word = Word {
        top: rect.top + LINE / 2.0,
        width: broken.then_some(width),
        ..word
    };
    (word, rect)
}
