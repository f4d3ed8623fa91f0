//! Where categories and values lie in a figure, and which category is at a point.

use crate::figure::{Figure, Kind};
use crate::render::bubbles;
use crate::render::chart::Drawing;
use crate::render::layout::Plot;

impl Drawing {
    /// Where a category lies in a panel: the step of a line chart, the column, or the row of a bar.
    pub fn category_box(&self, figure: &Figure, panel: usize, index: usize) -> Plot {
        let last = self.layout.plots.len().saturating_sub(1);
        let panel = panel.min(last);
        let plot = self.layout.plots.get(panel).copied().unwrap_or_default();
        let (count, index) = (figure.categories.len().max(1) as f64, index as f64);
        match figure.kind {
            Kind::Bubbles { .. } => bubbles::place(figure, self, panel, index as usize),
            Kind::Lines { .. } => {
                let step = plot.width / (count - 1.0).max(1.0);
                Plot {
                    left: plot.left + index * step - 0.5,
                    width: 1.0,
                    ..plot
                }
            }
            _ if self.layout.sideways => {
                let height = plot.height / count;
                Plot {
                    top: plot.top + index * height,
                    height,
                    ..plot
                }
            }
            _ => {
                let width = plot.width / count;
                Plot {
                    left: plot.left + index * width,
                    width,
                    ..plot
                }
            }
        }
    }

    /// The panel and category at a point of the figure; `None` outside the plots.
    pub fn category_at(&self, figure: &Figure, x: f64, y: f64) -> Option<(usize, usize)> {
        const REACH: f64 = 24.0;
        let inside = |plot: &Plot| {
            (plot.left - REACH..=plot.left + plot.width + REACH).contains(&x)
                && (plot.top - REACH..=plot.top + plot.height + REACH).contains(&y)
        };
        let panel = self.layout.plots.iter().position(inside)?;
        let plot = self.layout.plots[panel];
        let count = figure.categories.len();
        let along = match figure.kind {
            Kind::Bubbles { .. } => {
                return bubbles::at(figure, self, panel, (x, y)).map(|index| (panel, index));
            }
            Kind::Lines { .. } => (x - plot.left) / plot.width * (count as f64 - 1.0) + 0.5,
            _ if self.layout.sideways => (y - plot.top) / plot.height * count as f64,
            _ => (x - plot.left) / plot.width * count as f64,
        };
        Some((
            panel,
            (along.max(0.0) as usize).min(count.saturating_sub(1)),
        ))
    }

    /// Where a value lies along the value axis of a panel: pixels from the left where values lie sideways, else from
    /// the top.
    pub fn position(&self, panel: usize, value: f64) -> f64 {
        let plot = &self.layout.plots[panel];
        let share = self.axes[panel].share(value * self.scales[panel].factor);
        match self.layout.sideways {
            true => plot.left + plot.width * share,
            false => plot.top + plot.height * (1.0 - share),
        }
    }
}
