//! Direct labels at the ends of lines and stacks, moved apart where they would overlap.

use crate::figure::{Figure, Kind, Panel, Series, Shape, Tone};
use crate::render::axis::ValueAxis;
use crate::render::chart::Drawing;
use crate::render::layout::Plot;

/// Height of a label in CSS pixels.
const LINE: f64 = 17.0;

/// A name at the end of what it names.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The words.
    pub text: String,
    /// What they name.
    pub tone: Tone,
    /// Left edge.
    pub left: f64,
    /// Vertical centre.
    pub middle: f64,
}

/// The labels of a figure; none where the layout has no room for them.
pub fn labels(figure: &Figure, drawing: &Drawing) -> Vec<Label> {
    if !drawing.layout.direct_labels {
        return Vec::new();
    }
    figure
        .panels
        .iter()
        .zip(drawing.layout.plots.iter().zip(&drawing.axes))
        .flat_map(|(panel, (plot, axis))| {
            panel_labels(figure, panel, plot, axis, drawing.scale.factor)
        })
        .collect()
}

fn panel_labels(
    figure: &Figure,
    panel: &Panel,
    plot: &Plot,
    axis: &ValueAxis,
    factor: f64,
) -> Vec<Label> {
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
        labels.push(Label {
            text: series.name.clone(),
            tone: series.tone,
            left: plot.left + plot.width + 8.0,
            middle: plot.top + plot.height * (1.0 - axis.share(height * factor)),
        });
    }
    move_apart(&mut labels, plot);
    labels
}

fn last(series: &Series) -> Option<f64> {
    series.values.iter().rev().find_map(|value| *value)
}

/// Pushes overlapping labels down, then the whole column up again if it left the plot.
fn move_apart(labels: &mut [Label], plot: &Plot) {
    insertion_sort(labels);
    let mut least = plot.top;
    for label in labels.iter_mut() {
        label.middle = label.middle.max(least);
        least = label.middle + LINE;
    }
    let mut most = plot.top + plot.height;
    for label in labels.iter_mut().rev() {
        label.middle = label.middle.min(most);
        most = label.middle - LINE;
    }
}

/// At most a handful of labels: the standard library's sort would be ten times the code.
fn insertion_sort(labels: &mut [Label]) {
    for end in 1..labels.len() {
        let mut place = end;
        while place > 0 && labels[place - 1].middle > labels[place].middle {
            labels.swap(place - 1, place);
            place -= 1;
        }
    }
}
