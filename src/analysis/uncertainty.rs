//! Uncertainty: the results when every varied input is drawn from its plausible range.
//!
//! Inputs are drawn independently from triangular distributions over low, default, high. What the reader has changed
//! keeps the reader's value: it is no longer uncertain, it is assumed. The base case is the documents' case and not the
//! middle of these distributions, so wherever they are shown its percentile is said.

use fastrand::Rng;

use crate::model;
use crate::output::Cell;
use crate::scenario::{ParamId, Scenario};

/// Draws unless the reader asks for more.
pub const USUAL_DRAWS: usize = 2_000;

/// The most draws that the page makes.
pub const MOST_DRAWS: usize = 20_000;

/// A simulation that advances in slices, so that a page can show its progress and stop it.
#[derive(Clone, Debug)]
pub struct Simulation {
    scenario: Scenario,
    varied: Vec<ParamId>,
    cells: Vec<Cell>,
    rng: Rng,
    wanted: usize,
    done: usize,
    /// One row of inputs per draw.
    inputs: Vec<f64>,
    /// One row of results per draw; NaN where a result does not exist.
    results: Vec<f64>,
}

impl Simulation {
    /// Prepares `draws` draws around `scenario` of the results in `cells`; the same seed gives the same draws.
    pub fn new(scenario: &Scenario, cells: Vec<Cell>, draws: usize, seed: u64) -> Simulation {
        let varied = ParamId::all().filter(|&param| {
            let row = param.row();
            row.low < row.high && scenario.get(param) == row.default
        });
        Simulation {
            scenario: *scenario,
            varied: varied.collect(),
            cells,
            rng: Rng::with_seed(seed),
            wanted: draws.min(MOST_DRAWS),
            done: 0,
            inputs: Vec::new(),
            results: Vec::new(),
        }
    }

    /// Makes up to `most` further draws; true when all are made.
    pub fn advance(&mut self, most: usize) -> bool {
        for _ in 0..most.min(self.wanted - self.done) {
            let mut drawn = self.scenario;
            for &param in &self.varied {
                let row = param.row();
                let value = triangular(row.low, row.default, row.high, self.rng.f64());
                // The range of a row holds its plausible range, so nothing is refused.
                let _ = drawn.set(param, value);
                self.inputs.push(value);
            }
            let results = model::run(&drawn);
            let read = |cell: &Cell| cell.read(&results).unwrap_or(f64::NAN);
            self.results.extend(self.cells.iter().map(read));
            self.done += 1;
        }
        self.done == self.wanted
    }

    /// Gives up what was drawn; what it was stays known.
    pub fn forget(&mut self) {
        self.inputs = Vec::new();
        self.results = Vec::new();
    }

    /// Draws made so far.
    pub fn done(&self) -> usize {
        self.done
    }

    /// Draws asked for.
    pub fn wanted(&self) -> usize {
        self.wanted
    }

    /// The inputs that are drawn.
    pub fn varied(&self) -> &[ParamId] {
        &self.varied
    }

    /// The results that are kept.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// One result over the draws; NaN where it does not exist.
    pub fn values(&self, cell: usize) -> Vec<f64> {
        column(&self.results, self.cells.len(), cell)
    }

    /// One input over the draws.
    pub fn drawn(&self, input: usize) -> Vec<f64> {
        column(&self.inputs, self.varied.len(), input)
    }

    /// Spearman's rank correlation of one input with a result whose ranks are given.
    pub fn rank_correlation(&self, input: usize, target: &[f64]) -> f64 {
        correlation(&ranks(&self.drawn(input)), target)
    }

    /// The inputs of one draw, in the order of [`Simulation::varied`], and its results.
    pub fn draw(&self, number: usize) -> (&[f64], &[f64]) {
        let (inputs, results) = (self.varied.len(), self.cells.len());
        (
            &self.inputs[number * inputs..(number + 1) * inputs],
            &self.results[number * results..(number + 1) * results],
        )
    }
}

fn column(rows: &[f64], width: usize, index: usize) -> Vec<f64> {
    rows.chunks_exact(width.max(1))
        .map(|row| row[index])
        .collect()
}

/// The value below which a share `at` of a triangular distribution lies.
fn triangular(low: f64, mode: f64, high: f64, at: f64) -> f64 {
    let span = high - low;
    let turn = (mode - low) / span;
    let value = if at < turn {
        low + (at * span * (mode - low)).sqrt()
    } else {
        high - ((1.0 - at) * span * (high - mode)).sqrt()
    };
    value.max(low).min(high)
}

/// A result over the draws in order.
///
/// Everything that is said of it is of the same draws: those in which it exists, or all of them where lacking a value
/// has its place in the order, as a year that is not reached comes after all others.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    sorted: Vec<f64>,
    missing: usize,
    /// Whether draws without the result come after all others instead of being left out.
    missing_last: bool,
}

impl Distribution {
    /// The distribution of values, NaN where there is none; these are left out.
    pub fn of(values: &[f64]) -> Distribution {
        Distribution::sorted(values, false)
    }

    /// The distribution of years, NaN where none is reached: later than all others.
    pub fn of_years(values: &[f64]) -> Distribution {
        Distribution::sorted(values, true)
    }

    fn sorted(values: &[f64], missing_last: bool) -> Distribution {
        let mut sorted: Vec<f64> = values
            .iter()
            .copied()
            .filter(|value| !value.is_nan())
            .collect();
        sorted.sort_unstable_by(f64::total_cmp);
        let missing = values.len() - sorted.len();
        Distribution {
            sorted,
            missing,
            missing_last,
        }
    }

    /// How many draws there are, those without the result included.
    pub fn draws(&self) -> usize {
        self.sorted.len() + self.missing
    }

    /// How many draws lack the result.
    pub fn missing(&self) -> usize {
        self.missing
    }

    /// How many draws everything is said of.
    pub fn population(&self) -> usize {
        match self.missing_last {
            true => self.draws(),
            false => self.sorted.len(),
        }
    }

    /// The value that all draws have, where they have the same.
    pub fn constant(&self) -> Option<f64> {
        let (low, high) = self.ends()?;
        (low == high && self.missing == 0).then_some(low)
    }

    /// The value below which a share of the draws lies, linear between neighbours; of years the first by which that
    /// share has come. `None` where that place in the order is taken by a draw without the result.
    pub fn quantile(&self, share: f64) -> Option<f64> {
        if self.missing_last {
            // A share of a hundredth of a draw is that of the draw: 0.05 × 2,000 is not always 100.
            let come = (share * self.population() as f64 - 1e-9).ceil() as usize;
            return self.sorted.get(come.saturating_sub(1)).copied();
        }
        let last = self.sorted.len().checked_sub(1)?;
        let place = share * last as f64;
        let (below, part) = ((place as usize).min(last), place.fract());
        let above = self.sorted[(below + 1).min(last)];
        Some(self.sorted[below] + (above - self.sorted[below]) * part)
    }

    /// The share of the draws in which the result is below `value`, half of those that equal it counted.
    pub fn share_below(&self, value: f64) -> f64 {
        let below = self.sorted.partition_point(|&other| other < value);
        let up_to = self.sorted.partition_point(|&other| other <= value);
        (below + up_to) as f64 / 2.0 / self.population().max(1) as f64
    }

    /// The share of the draws in which the result is at least `value`; years that are not reached are none.
    pub fn share_reaching(&self, value: f64) -> f64 {
        let below = self.sorted.partition_point(|&other| other < value);
        (self.sorted.len() - below) as f64 / self.population().max(1) as f64
    }

    /// The share of the draws in which the result is there and at most `value`.
    pub fn share_up_to(&self, value: f64) -> f64 {
        let up_to = self.sorted.partition_point(|&other| other <= value);
        up_to as f64 / self.population().max(1) as f64
    }

    /// The smallest and the largest result.
    pub fn ends(&self) -> Option<(f64, f64)> {
        Some((*self.sorted.first()?, *self.sorted.last()?))
    }

    /// How many draws fall into each of `bins` intervals of equal width between the ends.
    pub fn histogram(&self, bins: usize) -> Vec<(f64, f64, usize)> {
        let (Some(&low), Some(&high)) = (self.sorted.first(), self.sorted.last()) else {
            return Vec::new();
        };
        let width = if high > low {
            (high - low) / bins as f64
        } else {
            1.0
        };
        let start = |bin: usize| low + width * bin as f64;
        let up_to = |bin: usize| match bin == bins {
            true => self.sorted.len(),
            false => self.sorted.partition_point(|&value| value < start(bin)),
        };
        (0..bins)
            .map(|bin| (start(bin), start(bin + 1), up_to(bin + 1) - up_to(bin)))
            .collect()
    }
}

/// The rank of every value; equal values share the mean of their ranks, and a missing one ranks last.
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_unstable_by(|&one, &other| values[one].total_cmp(&values[other]));
    let mut ranks = vec![0.0; values.len()];
    let mut start = 0;
    while start < order.len() {
        let value = values[order[start]];
        let same = |&&index: &&usize| values[index].total_cmp(&value).is_eq();
        let count = order[start..].iter().take_while(same).count();
        let rank = start as f64 + (count as f64 - 1.0) / 2.0;
        for &index in &order[start..start + count] {
            ranks[index] = rank;
        }
        start += count;
    }
    ranks
}

/// Pearson's correlation; 0 where one side does not vary.
fn correlation(one: &[f64], other: &[f64]) -> f64 {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len().max(1) as f64;
    let (mean_one, mean_other) = (mean(one), mean(other));
    let (mut both, mut squares_one, mut squares_other) = (0.0, 0.0, 0.0);
    for (a, b) in one.iter().zip(other) {
        both += (a - mean_one) * (b - mean_other);
        squares_one += (a - mean_one) * (a - mean_one);
        squares_other += (b - mean_other) * (b - mean_other);
    }
    let scale = (squares_one * squares_other).sqrt();
    if scale > 0.0 { both / scale } else { 0.0 }
}

#[cfg(test)]
mod tests;
