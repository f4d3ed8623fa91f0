//! The columns of a waterfall: each begins where the one before it ended.

use crate::figure::{Figure, Panel, Shape};

/// A column of a waterfall.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// The series that has its value.
    pub series: usize,
    /// Its value.
    pub value: f64,
    /// Where it begins: the sum so far, or zero where it stands on it.
    pub from: f64,
    /// Where it ends, which is the sum so far for the next one.
    pub to: f64,
}

impl Step {
    /// The lower end.
    pub fn low(&self) -> f64 {
        self.from.min(self.to)
    }

    /// The upper end.
    pub fn high(&self) -> f64 {
        self.from.max(self.to)
    }

    /// True for columns that hang from zero or lie below it.
    pub fn hangs(&self) -> bool {
        self.low() < 0.0 && self.high() <= 0.0
    }
}

impl Figure {
    /// The columns of a waterfall by category, of the present numbers or the base case.
    pub fn steps(&self, panel: &Panel, base: bool) -> Vec<Option<Step>> {
        let mut sum = 0.0;
        (0..self.categories.len())
            .map(|index| {
                let series = panel.series.iter().enumerate();
                let mut values = series.filter_map(|(number, series)| {
                    Some((number, series.shape, series.value(index, base)?))
                });
                let (series, shape, value) = values.next()?;
                let from = if shape == Shape::Total { 0.0 } else { sum };
                sum = from + value;
                Some(Step {
                    series,
                    value,
                    from,
                    to: sum,
                })
            })
            .collect()
    }
}
