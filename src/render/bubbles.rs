//! Where bubbles lie, and how large they are.

use crate::figure::{Figure, Series};
use crate::render::axis::ValueAxis;
use crate::render::chart::Drawing;
use crate::render::layout::Plot;
use crate::render::units;

/// The least diameter that can be seen.
const LEAST: f64 = 4.0;

/// A bubble: its place on the axes in drawn units, and its diameter in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bubble {
    /// Along the horizontal axis.
    pub x: f64,
    /// Along the vertical axis.
    pub y: f64,
    /// In proportion to the root of its size, so that areas can be compared.
    pub diameter: f64,
}

/// Puts the axes of bubbles into a drawing: with room for half a bubble beyond the outermost.
pub fn lay_axes(figure: &Figure, drawing: &mut Drawing) {
    let half = largest_diameter(drawing) / 2.0;
    for (panel, plot) in figure.panels.iter().zip(&drawing.layout.plots) {
        let scale = |number| units::scale(figure, &drawing.reader, panel, number);
        let axis = |number, length: f64, factor: f64, ticks| {
            let (low, high) = figure.spread(panel, number);
            let room = (high - low) * half / (length - 2.0 * half).max(half);
            // Shares and amounts that are never negative keep an axis that is not negative either.
            let least = if low >= 0.0 { 0.0 } else { f64::NEG_INFINITY };
            ValueAxis::between(
                (low - room).max(least) * factor,
                (high + room) * factor,
                ticks,
            )
        };
        let across = scale(0);
        let ticks = if drawing.layout.narrow() { 3 } else { 5 };
        let x = axis(0, plot.width, across.factor, ticks);
        drawing.across.push((x, across));
        drawing.axes.push(axis(1, plot.height, scale(1).factor, 4));
    }
}

fn largest_diameter(drawing: &Drawing) -> f64 {
    if drawing.layout.narrow() { 44.0 } else { 64.0 }
}

/// The bubbles of a panel by category, of the present numbers or the base case.
pub fn bubbles(
    figure: &Figure,
    drawing: &Drawing,
    number: usize,
    base: bool,
) -> Vec<Option<Bubble>> {
    let panel = &figure.panels[number];
    let [along, up, size] = [0, 1, 2].map(|series| panel.series.get(series));
    let most = figure.spread(panel, 2).1.max(f64::MIN_POSITIVE);
    let value = |series: Option<&Series>, index| series?.value(index, base);
    let mut bubbles = Vec::new();
    for index in 0..figure.categories.len() {
        let place = (value(along, index), value(up, index), value(size, index));
        bubbles.push(match place {
            (Some(x), Some(y), Some(size)) => Some(Bubble {
                x: x * drawing.across[number].1.factor,
                y: y * drawing.scales[number].factor,
                diameter: (largest_diameter(drawing) * (size.max(0.0) / most).sqrt()).max(LEAST),
            }),
            _ => None,
        });
    }
    bubbles
}

/// The box around a bubble.
pub fn boxed(drawing: &Drawing, number: usize, bubble: &Bubble) -> Plot {
    let plot = drawing.layout.plots[number];
    let half = bubble.diameter / 2.0;
    let (x, y) = (
        drawing.across[number].0.share(bubble.x),
        drawing.axes[number].share(bubble.y),
    );
    Plot {
        left: plot.left + plot.width * x - half,
        top: plot.top + plot.height * (1.0 - y) - half,
        width: bubble.diameter,
        height: bubble.diameter,
        names: false,
    }
}

/// The box around the bubble of a category; of no size where there is none.
pub fn place(figure: &Figure, drawing: &Drawing, number: usize, index: usize) -> Plot {
    let bubble = bubbles(figure, drawing, number, false)
        .get(index)
        .copied()
        .flatten();
    bubble.map_or_else(Plot::default, |bubble| boxed(drawing, number, &bubble))
}

/// The category of the bubble nearest to a point, the smaller one where they overlap.
pub fn at(figure: &Figure, drawing: &Drawing, number: usize, (x, y): (f64, f64)) -> Option<usize> {
    const REACH: f64 = 24.0;
    let mut nearest = (REACH, None);
    for (index, bubble) in bubbles(figure, drawing, number, false).iter().enumerate() {
        let Some(bubble) = bubble else { continue };
        let centre = boxed(drawing, number, bubble).centre();
        let half = bubble.diameter / 2.0;
        let (across, down) = (x - centre.0, y - centre.1);
        let distance = (across * across + down * down).sqrt();
        // Within a bubble, its own radius tells which of several overlapping ones is meant.
        let distance = if distance <= half {
            half - 1000.0
        } else {
            distance - half
        };
        if distance < nearest.0 {
            nearest = (distance, Some(index));
        }
    }
    nearest.1
}
