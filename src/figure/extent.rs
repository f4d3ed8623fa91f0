//! How far the values of a figure reach.

use crate::figure::{Figure, Kind, Panel, Shape};
use crate::unit::Unit;

/// Where the parts of one column end, as they are put on each other.
#[derive(Clone, Copy, Default)]
pub struct Stack {
    up: f64,
    down: f64,
}

impl Stack {
    /// Where a part begins and ends: positive ones stand on zero and each other, negative ones hang from zero.
    pub fn put(&mut self, value: f64) -> (f64, f64) {
        let end = if value < 0.0 {
            &mut self.down
        } else {
            &mut self.up
        };
        let from = *end;
        *end += value;
        (from, *end)
    }

    /// How far up and how far down the parts reach.
    pub fn ends(&self) -> (f64, f64) {
        (self.up, self.down)
    }
}

impl Figure {
    /// The largest and smallest heights drawn in a panel, base case and marks included; zero is always within, but
    /// for bubbles and units whose zero means nothing.
    pub fn extent(&self, panel: &Panel) -> (f64, f64) {
        if let Kind::Bubbles { .. } = self.kind {
            return self.spread(panel, 1);
        }
        if !self.unit_of(panel, 0).has_zero() {
            let series = 0..panel.series.len();
            return series
                .map(|number| self.spread(panel, number))
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), ends| {
                    (low.min(ends.0), high.max(ends.1))
                });
        }
        let mut extent = (0.0_f64, 0.0_f64);
        let mut include = |value: f64| extent = (extent.0.min(value), extent.1.max(value));
        for base in [false, true] {
            match self.kind {
                Kind::Waterfall => {
                    for step in self.steps(panel, base).into_iter().flatten() {
                        include(step.from);
                        include(step.to);
                    }
                }
                _ => (0..self.categories.len())
                    .for_each(|index| self.heights(panel, index, base, &mut include)),
            }
        }
        for (mark, high) in panel.marked() {
            include(mark.height);
            include(high.unwrap_or(mark.height));
        }
        extent
    }

    fn heights(&self, panel: &Panel, index: usize, base: bool, include: &mut impl FnMut(f64)) {
        let (mut stack, mut below) = (Stack::default(), 0.0);
        for series in &panel.series {
            let value = series.value(index, base).unwrap_or(0.0);
            below = match (self.kind, series.shape) {
                (Kind::StackedColumns, _) => stack.put(value).1,
                (_, Shape::BandAbove) => below + value,
                _ => value,
            };
            include(below);
        }
    }

    /// The smallest and largest value of a series, base case included.
    pub fn spread(&self, panel: &Panel, number: usize) -> (f64, f64) {
        let series = panel.series.get(number).into_iter();
        let values = series.flat_map(|series| series.base.iter().chain([&series.values]).flatten());
        let ends = values
            .flatten()
            .fold(None, |ends: Option<(f64, f64)>, &value| {
                let (low, high) = ends.unwrap_or((value, value));
                Some((low.min(value), high.max(value)))
            });
        ends.unwrap_or_default()
    }

    /// The largest absolute value drawn in a unit, which decides how axes and tables write it.
    pub fn largest(&self, unit: Unit) -> f64 {
        let bubbles = matches!(self.kind, Kind::Bubbles { .. });
        let mut most = 0.0_f64;
        for panel in &self.panels {
            for number in 0..if bubbles { panel.series.len() } else { 1 } {
                if self.unit_of(panel, number) == unit {
                    let (low, high) = if bubbles {
                        self.spread(panel, number)
                    } else {
                        self.extent(panel)
                    };
                    most = most.max(-low).max(high);
                }
            }
        }
        most
    }
}
