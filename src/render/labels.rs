//! The words over a plot: panel names, units, published values, and direct labels, moved apart where they would overlap.

use crate::figure::{Figure, Kind, Series, Shape, Stack};
use crate::render::chart::Drawing;
use crate::render::layout::{Plot, text_width};
use crate::render::room::Rect;
use crate::sort::sort_by;

mod amounts;
mod marks;
mod names;

/// Height of a label in CSS pixels.
const LINE: f64 = 17.0;

/// What a word over a plot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// The name of a panel, with the unit of its value axis.
    Panel,
    /// Where the publisher's projection begins.
    Projection,
    /// The name of a line or segment, at its end.
    Direct,
    /// A published value with its document, beside its diamond.
    Mark,
    /// The value of a column.
    Amount,
    /// The name of a bubble.
    Name,
    /// What lies along a horizontal axis, or what an area stands for.
    Axis,
}

/// Which point of a word its place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// A word over a plot, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// What it is.
    pub kind: WordKind,
    /// The word.
    pub text: String,
    /// The unit under it.
    pub unit: Option<String>,
    /// The colour of what it names.
    pub colour: Option<&'static str>,
    /// Where its anchor is, from the left.
    pub left: f64,
    /// Which point of it that is.
    pub anchor: Anchor,
    /// Top edge; the middle of the first line for direct labels and published values.
    pub top: f64,
    /// Height, where it is not that of the text.
    pub height: Option<f64>,
    /// Width, where the text must be broken into lines.
    pub width: Option<f64>,
}

impl Word {
    fn new(kind: WordKind, text: String, left: f64, top: f64) -> Word {
        Word {
            kind,
            text,
            unit: None,
            colour: None,
            left,
            anchor: Anchor::Start,
            top,
            height: None,
            width: None,
        }
    }

    /// A word in a box that was found free for it.
    fn placed(kind: WordKind, text: String, rect: &Rect, anchor: Anchor) -> Word {
        let left = match anchor {
            Anchor::Start => rect.left,
            Anchor::Middle => rect.centre().0,
            Anchor::End => rect.right,
        };
        Word {
            anchor,
            ..Word::new(kind, text, left, rect.top)
        }
    }

    /// The box that a single line takes.
    fn rect(&self) -> Rect {
        let width = text_width(&self.text, 12.5);
        let left = match self.anchor {
            Anchor::Start => self.left,
            Anchor::Middle => self.left - width / 2.0,
            Anchor::End => self.left - width,
        };
        Rect {
            left,
            top: self.top,
            right: left + width,
            bottom: self.top + LINE,
        }
    }
}

/// The words that stay where they are while inputs move, but for published values on a moving axis.
pub fn fixed_words(figure: &Figure, drawing: &Drawing, projection: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for (number, panel) in figure.panels.iter().enumerate() {
        let Some(plot) = drawing.layout.plots.get(number) else {
            continue;
        };
        words.push(panel_name(figure, number, plot, drawing));
        if let Some(index) = panel.projected_from {
            let left = drawing.category_box(figure, number, index).left;
            let word = Word::new(WordKind::Projection, projection.to_owned(), left, plot.top);
            words.push(Word {
                height: Some(plot.height),
                ..word
            });
        }
        match figure.kind {
            Kind::Bubbles { .. } => names::axes(figure, drawing, number, &mut words),
            _ => marks::marks(figure, drawing, number, &mut words),
        }
    }
    words
}

/// The name of a panel, kept within the figure, and the unit at the head of its value axis.
fn panel_name(figure: &Figure, number: usize, plot: &Plot, drawing: &Drawing) -> Word {
    let panel = &figure.panels[number];
    let shift = if drawing.layout.sideways { 0.0 } else { 40.0 };
    let above = if panel.name.is_empty() { 24.0 } else { 44.0 };
    let unit = names::unit(figure, panel, 1, &drawing.scales[number]);
    let widest = text_width(&panel.name, 17.0).max(text_width(&unit, 12.0));
    let left = (plot.left - shift)
        .min(drawing.layout.width - widest)
        .max(0.0);
    let word = Word::new(WordKind::Panel, panel.name.clone(), left, plot.top - above);
    Word {
        unit: Some(unit),
        ..word
    }
}

/// The names at the ends of lines and segments; none where the layout has no room for them.
pub fn direct_labels(figure: &Figure, drawing: &Drawing) -> Vec<Word> {
    let mut words = Vec::new();
    for panel in 0..figure.panels.len() {
        match figure.kind {
            Kind::Waterfall => amounts::amounts(figure, drawing, panel, &mut words),
            Kind::Bubbles { .. } => names::names(figure, drawing, panel, &mut words),
            _ if drawing.layout.direct_labels => panel_labels(figure, drawing, panel, &mut words),
            _ => {}
        }
    }
    words
}

fn panel_labels(figure: &Figure, drawing: &Drawing, number: usize, words: &mut Vec<Word>) {
    let plot = &drawing.layout.plots[number];
    let mut labels = Vec::new();
    let (mut stack, mut below) = (Stack::default(), 0.0);
    for series in &figure.panels[number].series {
        let Some(value) = last(series) else { continue };
        let (from, to) = match (figure.kind, series.shape) {
            (Kind::StackedColumns, _) => stack.put(value),
            (_, Shape::BandAbove) => (below, below + value),
            (_, Shape::BandTo) => (below, value),
            _ => (value, value),
        };
        below = to;
        let part = figure.kind == Kind::StackedColumns || series.shape == Shape::BandAbove;
        if matches!(series.shape, Shape::Floor | Shape::RangeTo) || part && value.abs() < 1e-9 {
            continue;
        }
        // A range is named at its upper end: several may lie within each other.
        let at = match series.shape {
            Shape::BandTo => to,
            _ => (from + to) / 2.0,
        };
        let middle = drawing.position(number, at);
        let left = plot.left + plot.width + 8.0;
        labels.push(Word {
            colour: Some(series.tone.colour(drawing.theme)),
            ..Word::new(WordKind::Direct, series.name.clone(), left, middle)
        });
    }
    move_apart(&mut labels, plot);
    words.append(&mut labels);
}

fn last(series: &Series) -> Option<f64> {
    series.values.iter().rev().find_map(|value| *value)
}

/// Pushes overlapping labels down, then the whole column up again if it left the plot.
fn move_apart(labels: &mut [Word], plot: &Plot) {
    sort_by(labels, |one, other| one.top < other.top);
    let mut least = plot.top;
    for label in labels.iter_mut() {
        label.top = label.top.max(least);
        least = label.top + LINE;
    }
    let mut most = plot.top + plot.height;
    for label in labels.iter_mut().rev() {
        label.top = label.top.min(most);
        most = label.top - LINE;
    }
}

#[cfg(test)]
mod tests;
