//! Uncertainty told: a simulation in small pieces of work, its findings, and their figures and sentences.

use crate::analysis::uncertainty::{Distribution, Simulation, ranks};
use crate::export::about::{self, About};
use crate::export::csv::remark;
use crate::export::words;
use crate::i18n::number;
use crate::model;
use crate::output::{Cell, UNDATED};
use crate::scenario::{ParamId, Scenario};
use crate::sort::sort_by;
use crate::text::Text;
use crate::unit::Unit;
use crate::view::{FIRST_YEAR, HORIZON};

mod figures;
mod sentences;

pub use figures::{fan, histogram, ranking};
pub use sentences::{Told, told};

/// The seed unless the reader types another.
pub const USUAL_SEED: u64 = 2040;

/// Runs of the model in one piece of work, about a millisecond.
const PIECE: usize = 4;

/// The percentiles that are told and drawn, from the lowest.
pub const PERCENTILES: [u8; 5] = [5, 25, 50, 75, 95];

/// What the draws say of a result.
#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    /// The result over the draws.
    pub distribution: Distribution,
    /// The percentiles of the result in every year in which it exists; empty for results of no year.
    pub years: Vec<(u16, [Option<f64>; PERCENTILES.len()])>,
    /// Spearman's rank correlation of every drawn input with the result, the strongest first.
    pub correlations: Vec<(ParamId, f64)>,
    /// What the draws came from.
    pub seed: u64,
}

/// A simulation of one result and the work that follows it. It advances in pieces, so that a page can draw in between.
#[derive(Clone, Debug)]
pub struct Run {
    simulation: Simulation,
    target: Vec<f64>,
    findings: Findings,
    is_done: bool,
}

impl Run {
    /// Prepares `draws` draws of a result around `scenario`.
    pub fn new(cell: Cell, scenario: &Scenario, draws: usize, seed: u64) -> Run {
        let mut cells = vec![cell];
        cells.extend(in_years(cell));
        Run {
            simulation: Simulation::new(scenario, cells, draws, seed),
            target: Vec::new(),
            findings: Findings {
                distribution: Distribution::of(&[]),
                years: Vec::new(),
                correlations: Vec::new(),
                seed,
            },
            is_done: false,
        }
    }

    /// A piece of work; true when all is done.
    pub fn advance(&mut self) -> bool {
        if self.simulation.done() < self.simulation.wanted() {
            self.simulation.advance(PIECE);
        } else if self.target.is_empty() {
            let values = self.simulation.values(0);
            self.target = ranks(&values);
            self.findings.distribution = match self.simulation.cells()[0].output().unit {
                Unit::Year => Distribution::of_years(&values),
                _ => Distribution::of(&values),
            };
            self.is_done = self.target.is_empty();
        } else if self.findings.years.len() + 1 < self.simulation.cells().len() {
            let next = self.findings.years.len() + 1;
            let year = self.simulation.cells()[next].year;
            let values = Distribution::of(&self.simulation.values(next));
            let at = PERCENTILES.map(|percent| values.quantile(f64::from(percent) / 100.0));
            self.findings.years.push((year, at));
        } else if self.findings.correlations.len() < self.simulation.varied().len() {
            let next = self.findings.correlations.len();
            let param = self.simulation.varied()[next];
            let found = self.simulation.rank_correlation(next, &self.target);
            self.findings.correlations.push((param, found));
        } else {
            sort_by(&mut self.findings.correlations, |one, other| {
                one.1.abs() > other.1.abs()
            });
            self.is_done = true;
        }
        self.is_done
    }

    /// Draws made so far, and draws asked for.
    pub fn progress(&self) -> (usize, usize) {
        (self.simulation.done(), self.simulation.wanted())
    }

    /// What was found, once all is done.
    pub fn findings(&self) -> Option<&Findings> {
        self.is_done.then_some(&self.findings)
    }

    /// What the table of all draws carries above its head, as remarks: the result, how it was drawn, the scenario.
    pub fn csv_remarks(&self, result: &str, about: &About) -> String {
        let mut remarks = String::new();
        let say = |text: Text| text.get(about.lang);
        let own = [
            (say(words::TITLE), result.to_owned()),
            (say(words::VALUES), say(words::IN_UNITS).to_owned()),
        ];
        let told = about.lines().into_iter();
        let told = told.map(|about::Told(fact, value)| (say(fact.name()), value));
        for (name, value) in own.into_iter().chain(told) {
            remark(&mut remarks, (name, &value), about.lang);
        }
        remarks
    }

    /// The head of the table of all draws, as CSV.
    pub fn csv_head(&self) -> String {
        let mut head = String::from("draw");
        for param in self.simulation.varied() {
            head.push(',');
            head.push_str(param.row().id);
        }
        head.push(',');
        head.push_str(self.simulation.cells()[0].output().id);
        head.push('\n');
        head
    }

    /// Some draws as lines of CSV: inputs, then the result, empty where it does not exist.
    pub fn csv_lines(&self, from: usize, to: usize) -> String {
        let mut lines = String::new();
        for number in from..to.min(self.simulation.done()) {
            let (inputs, results) = self.simulation.draw(number);
            lines.push_str(&number::plain((number + 1) as f64, 0));
            for &value in inputs.iter().chain(&results[..1]) {
                lines.push(',');
                if value.is_finite() {
                    lines.push_str(&number::plain(value, 6));
                }
            }
            lines.push('\n');
        }
        lines
    }
}

/// The same result in every year in which the base case has it.
fn in_years(cell: Cell) -> Vec<Cell> {
    if cell.year == UNDATED {
        return Vec::new();
    }
    let base = model::run(&Scenario::default());
    let years = (FIRST_YEAR..=HORIZON).map(|year| cell.at(cell.place, year));
    let cells: Vec<_> = years.filter(|cell| cell.read(&base).is_some()).collect();
    match cells.len() {
        0 | 1 => Vec::new(),
        _ => cells,
    }
}

#[cfg(test)]
mod tests;
