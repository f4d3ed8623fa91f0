//! The words over a plot: panel names, units, published values, and direct labels, moved apart where they would overlap.

use crate::figure::{Figure, Kind, Mark, Panel, Series, Shape};
use crate::render::axis::ValueAxis;
use crate::render::chart::Drawing;
use crate::render::layout::{Plot, text_width};
use crate::sort::sort_by;

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
    /// A published value with its document, ending left of its diamond.
    Mark,
}

/// A word over a plot, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// What it is.
    pub kind: WordKind,
    /// The word.
    pub text: String,
    /// The unit under it.
    pub unit: Option<&'static str>,
    /// The colour of what it names.
    pub colour: Option<&'static str>,
    /// Left edge; for published values the right one.
    pub left: f64,
    /// Top edge, or the middle of a single line.
    pub top: f64,
    /// Height, where it is not that of the text.
    pub height: Option<f64>,
}

impl Word {
    fn new(kind: WordKind, text: String, left: f64, top: f64) -> Word {
        Word {
            kind,
            text,
            unit: None,
            colour: None,
            left,
            top,
            height: None,
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
        words.push(panel_name(figure, panel, plot, drawing));
        if let Some(index) = panel.projected_from {
            let left = drawing.category_box(figure, number, index).left;
            let word = Word::new(WordKind::Projection, projection.to_owned(), left, plot.top);
            words.push(Word {
                height: Some(plot.height),
                ..word
            });
        }
        let mark = |mark| mark_label(figure, drawing, number, mark);
        words.extend(panel.marks.iter().map(mark));
    }
    words
}

/// The label of a mark ends left of its diamond, or begins right of it where there is no room.
fn mark_label(figure: &Figure, drawing: &Drawing, panel: usize, mark: &Mark) -> Word {
    let place = drawing.category_box(figure, panel, mark.index);
    let share = drawing.axes[panel].share(mark.height * drawing.scale.factor);
    let (x, y) = if figure.kind == Kind::NestedBars {
        let x = place.left + place.width * share;
        (x, place.top + place.height / 2.0)
    } else {
        let y = place.top + place.height * (1.0 - share);
        (place.left + place.width / 2.0, y)
    };
    let (gap, width) = (12.0, text_width(&mark.label, 12.5) + 6.0);
    let right = if x - gap < width {
        x + gap + width
    } else {
        x - gap
    };
    Word::new(WordKind::Mark, mark.label.clone(), right, y)
}

/// The name of a panel, kept within the figure, and the unit at the head of its value axis.
fn panel_name(figure: &Figure, panel: &Panel, plot: &Plot, drawing: &Drawing) -> Word {
    let shift = if figure.kind == Kind::NestedBars {
        0.0
    } else {
        40.0
    };
    let above = if panel.name.is_empty() { 24.0 } else { 44.0 };
    let left = (plot.left - shift).min(drawing.layout.width - text_width(&panel.name, 17.0));
    let word = Word::new(WordKind::Panel, panel.name.clone(), left, plot.top - above);
    Word {
        unit: Some(drawing.scale.unit),
        ..word
    }
}

/// The names at the ends of lines and segments; none where the layout has no room for them.
pub fn direct_labels(figure: &Figure, drawing: &Drawing) -> Vec<Word> {
    if !drawing.layout.direct_labels {
        return Vec::new();
    }
    figure
        .panels
        .iter()
        .zip(drawing.layout.plots.iter().zip(&drawing.axes))
        .flat_map(|(panel, (plot, axis))| panel_labels(figure, panel, plot, axis, drawing))
        .collect()
}

fn panel_labels(
    figure: &Figure,
    panel: &Panel,
    plot: &Plot,
    axis: &ValueAxis,
    drawing: &Drawing,
) -> Vec<Word> {
    let mut labels = Vec::new();
    let mut below = 0.0;
    for series in &panel.series {
        let Some(value) = last(series) else { continue };
        let stacked = figure.kind == Kind::StackedColumns || series.shape == Shape::BandAbove;
        let height = if stacked { below + value / 2.0 } else { value };
        below = if stacked { below + value } else { value };
        if stacked && value.abs() < 1e-9 {
            continue;
        }
        let middle = plot.top + plot.height * (1.0 - axis.share(height * drawing.scale.factor));
        let word = Word::new(
            WordKind::Direct,
            series.name.clone(),
            plot.left + plot.width + 8.0,
            middle,
        );
        labels.push(Word {
            colour: Some(series.tone.colour(drawing.theme)),
            ..word
        });
    }
    move_apart(&mut labels, plot);
    labels
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
