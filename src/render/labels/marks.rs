//! The labels of published values and ranges: beside their diamonds, apart from each other and within the plot.

use super::{Anchor, Word, WordKind, amounts};
use crate::figure::{Figure, Kind, Mark, Shape};
use crate::render::chart::Drawing;
use crate::render::layout::{LABEL_LINE as LINE, text_width};
use crate::render::room::Rect;

/// Half the width of a diamond, and the distance of a label from its point.
const HALF: f64 = 7.0;
const BESIDE: f64 = 12.0;

/// How much further away the next place is looked for.
const STEP: f64 = 6.0;

/// So many places are looked at where a label still seems to belong to its point, and at most.
const NEAR: usize = 14;
const FAR: usize = 80;

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
    let shapes = shapes(figure, drawing, number);
    for (mark, high) in panel.marked() {
        let spot = spot(figure, drawing, number, mark, high);
        let label = Label::of(mark, &outer, drawing.layout.sideways);
        // Clear of what is drawn if there is such a place close by, else clear of other words and diamonds.
        let near = label.place(&spot, &[&taken, &shapes], [&inner, &outer], NEAR);
        let rect = near.or_else(|| label.place(&spot, &[&taken], [&inner, &outer], FAR));
        let (rect, anchor) = rect.unwrap_or_else(|| label.beyond(&spot, &outer));
        taken.push(rect);
        words.push(label.word(&rect, anchor));
    }
}

/// What a label hides where it lies on it: columns, and lines from one category to the next.
fn shapes(figure: &Figure, drawing: &Drawing, number: usize) -> Vec<Rect> {
    if drawing.layout.sideways {
        return Vec::new();
    }
    let place = |index: usize, value: f64| {
        let column = drawing.category_box(figure, number, index);
        (column.centre().0, drawing.position(number, value))
    };
    let panel = &figure.panels[number];
    let mut shapes = Vec::new();
    for index in 0..figure.categories.len() {
        if figure.kind == Kind::StackedColumns {
            let values = panel
                .series
                .iter()
                .filter_map(|series| series.values[index]);
            let (x, top) = place(index, values.filter(|value| *value > 0.0).sum());
            let half = drawing.category_box(figure, number, index).width / 2.0;
            shapes.push(Rect {
                left: x - half,
                top,
                right: x + half,
                bottom: place(index, 0.0).1,
            });
            continue;
        }
        for series in panel
            .series
            .iter()
            .filter(|series| series.shape == Shape::Plain)
        {
            let ends = series.values[index].zip(series.values.get(index + 1).copied().flatten());
            if let Some((from, to)) = ends {
                let (from, to) = (place(index, from), place(index + 1, to));
                shapes.push(Rect {
                    left: from.0,
                    top: from.1.min(to.1),
                    right: to.0,
                    bottom: from.1.max(to.1),
                });
            }
        }
    }
    shapes
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

/// A label with the room that it takes.
struct Label<'a> {
    mark: &'a Mark,
    width: f64,
    height: f64,
    /// Whether its text must be broken into lines.
    broken: bool,
    sideways: bool,
}

impl Label<'_> {
    fn of<'a>(mark: &'a Mark, outer: &Rect, sideways: bool) -> Label<'a> {
        let room = outer.right - outer.left;
        let wanted = text_width(&mark.label, 12.5) + 6.0;
        let broken = wanted > room;
        // Lines seldom fill up: a tenth more for the words that did not fit.
        let lines = if broken {
            (wanted * 1.1 / room).ceil()
        } else {
            1.0
        };
        Label {
            mark,
            width: wanted.min(room),
            height: lines * LINE,
            broken,
            sideways,
        }
    }

    /// The nearest place that is free: beside the diamonds, else further and further above or below, in so many steps.
    fn place(
        &self,
        spot: &Rect,
        taken: &[&Vec<Rect>],
        [inner, outer]: [&Rect; 2],
        steps: usize,
    ) -> Option<(Rect, Anchor)> {
        let (_, y) = spot.centre();
        for step in 0..steps {
            let bounds = if step == 0 { inner } else { outer };
            let away = (step / 2) as f64 * STEP;
            let y = if step % 2 == 0 { y + away } else { y - away };
            for (x, anchor) in self.columns(spot, outer) {
                let rect = Rect::around((x, y), self.width, self.height);
                let mut others = taken.iter().flat_map(|rects| rects.iter());
                if rect.within(bounds) && !others.any(|other| rect.meets(other)) {
                    return Some((rect, anchor));
                }
            }
        }
        None
    }

    /// Left and right of the diamonds, then over them.
    fn columns(&self, spot: &Rect, outer: &Rect) -> [(f64, Anchor); 3] {
        let half = self.width / 2.0;
        let over = spot.centre().0;
        let mut columns = [
            (spot.left - BESIDE - half, Anchor::End),
            (spot.right + BESIDE + half, Anchor::Start),
            (
                over.min(outer.right - half).max(outer.left + half),
                Anchor::Middle,
            ),
        ];
        if self.sideways && self.mark.height >= 0.0 {
            // Bars lie to the left of their ends, those of negative values to the right.
            columns.swap(0, 1);
        }
        columns
    }

    /// Over its diamonds, where there is no free place at all.
    fn beyond(&self, spot: &Rect, outer: &Rect) -> (Rect, Anchor) {
        let (x, _) = self.columns(spot, outer)[2];
        let rect = Rect::around((x, spot.centre().1), self.width, self.height);
        (rect, Anchor::Middle)
    }

    fn word(&self, rect: &Rect, anchor: Anchor) -> Word {
        let word = Word::placed(WordKind::Mark, self.mark.label.clone(), rect, anchor);
        Word {
            top: rect.top + LINE / 2.0,
            width: self.broken.then_some(self.width),
            ..word
        }
    }
}
