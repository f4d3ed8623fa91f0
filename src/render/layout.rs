//! Where the plots of a figure lie, in CSS pixels.

use crate::figure::{Categories, Figure, Kind};

/// Width below which direct labels give way to the readout and years are shortened.
const NARROW: f64 = 560.0;

/// A rectangle within the figure.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Plot {
    /// Distance from the left edge of the figure to the value axis.
    pub left: f64,
    /// Distance from the top edge.
    pub top: f64,
    /// Width between the axes' ends.
    pub width: f64,
    /// Height between the axes' ends.
    pub height: f64,
    /// Whether the names of the categories stand beside it (bars) or below it.
    pub names: bool,
}

/// The plots of a figure for one width.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Width of the whole.
    pub width: f64,
    /// Height of the whole.
    pub height: f64,
    /// One plot per panel.
    pub plots: Vec<Plot>,
    /// Whether there is room for labels at the ends of lines and stacks.
    pub direct_labels: bool,
}

/// Room around a plot.
struct Margin {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Layout {
    /// Lays out `figure` for a width in CSS pixels.
    pub fn of(figure: &Figure, width: f64) -> Layout {
        let width = width.max(240.0);
        if figure.kind == Kind::NestedBars {
            return bars(figure, width);
        }
        let named = figure.panels.len() == 1 && figure.panels[0].series.len() > 1;
        let direct_labels = named && width >= NARROW;
        let margin = Margin {
            left: 46.0,
            right: if direct_labels {
                label_width(figure)
            } else {
                14.0
            },
            top: if figure.panels.len() > 1 { 46.0 } else { 26.0 },
            bottom: 28.0,
        };
        let (columns, height) = match figure.panels.len() {
            1 => (1, if width < NARROW { 250.0 } else { 300.0 }),
            panels if width >= 760.0 => (panels, 240.0),
            _ => (2, 210.0),
        };
        grid(figure, width, columns, height, &margin, direct_labels)
    }

    /// True where years are shortened to two digits.
    pub fn short_years(&self) -> bool {
        self.plots.first().is_some_and(|plot| plot.width < 330.0)
    }
}

fn grid(
    figure: &Figure,
    width: f64,
    columns: usize,
    height: f64,
    margin: &Margin,
    direct_labels: bool,
) -> Layout {
    let outer = width / columns as f64;
    let rows = figure.panels.len().div_ceil(columns);
    let plots = (0..figure.panels.len())
        .map(|panel| Plot {
            left: (panel % columns) as f64 * outer + margin.left,
            top: (panel / columns) as f64 * height + margin.top,
            width: outer - margin.left - margin.right,
            height: height - margin.top - margin.bottom,
            names: true,
        })
        .collect();
    Layout {
        width,
        height: rows as f64 * height,
        plots,
        direct_labels,
    }
}

/// Bars share their names: only the first panel of a row has them. Narrow figures have one panel a row.
fn bars(figure: &Figure, width: f64) -> Layout {
    let (top, bottom, gap) = (46.0, 24.0, 30.0);
    let names = name_width(&figure.categories).min(width * 0.7);
    let columns = if width >= NARROW {
        figure.panels.len()
    } else {
        1
    };
    let plot_width = (width - names - gap * columns as f64) / columns as f64;
    let plot_height = 21.0 * figure.categories.len() as f64;
    let row_height = top + plot_height + bottom;
    let plots = (0..figure.panels.len())
        .map(|panel| Plot {
            left: names + (panel % columns) as f64 * (plot_width + gap),
            top: (panel / columns) as f64 * row_height + top,
            width: plot_width,
            height: plot_height,
            names: panel % columns == 0,
        })
        .collect();
    let rows = figure.panels.len().div_ceil(columns);
    Layout {
        width,
        height: rows as f64 * row_height,
        plots,
        direct_labels: false,
    }
}

/// Pixels that the longest name needs at the axis: CJK characters are about twice as wide as Latin ones.
fn name_width(categories: &Categories) -> f64 {
    let Categories::Names(names) = categories else {
        return 46.0;
    };
    names
        .iter()
        .map(|name| text_width(name, 11.5))
        .fold(0.0, f64::max)
        + 16.0
}

/// Room for the longest direct label with its tick.
fn label_width(figure: &Figure) -> f64 {
    let series = figure.panels.iter().flat_map(|panel| &panel.series);
    series
        .map(|series| text_width(&series.name, 13.0))
        .fold(0.0, f64::max)
        + 24.0
}

/// Estimated width of a text in CSS pixels, on the generous side.
pub fn text_width(text: &str, size: f64) -> f64 {
    text.chars()
        .map(|c| if c.is_ascii() { 0.56 } else { 1.02 })
        .sum::<f64>()
        * size
}
