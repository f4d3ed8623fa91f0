//! Outputs of the sovereign AI chapter: cost, digital deficit, benefits, yearly flow.
//!
//! Cost has a value for each GPU progress, and without a place that of the one chosen for the yearly flow.

use super::{Output, Place, Together};
use crate::model::Results;
use crate::model::sovereign::{Cost, FIRST_YEAR, FlowYear, GpuScenario, LAST_YEAR};
use crate::text::Text;
use crate::unit::Unit;

mod benefit;
mod cost;
mod deficit;
mod flow;

pub use benefit::BENEFIT;
pub use cost::COST;
pub use deficit::DEFICIT;
pub use flow::FLOW;

/// How an output is read.
type Read = fn(&Results, Place, u16) -> Option<f64>;

/// A row for a value of every year.
const fn yearly(
    id: &'static str,
    label: Text,
    unit: Unit,
    about: Text,
    formula: &'static str,
    read: Read,
) -> Output {
    Output {
        id,
        label,
        unit,
        undated: false,
        about,
        together: Together::SameFormula,
        formula,
        read,
    }
}

/// The same for a value that belongs to no year.
const fn undated(row: Output) -> Output {
    Output {
        undated: true,
        ..row
    }
}

/// The same for a value of each GPU progress that belongs to no year.
const fn by_gpu(row: Output) -> Output {
    Output {
        undated: true,
        together: Together::Chosen,
        ..row
    }
}

/// The GPU progress of a place; the one chosen for the yearly flow where there is none.
fn progress(results: &Results, place: Place) -> Option<GpuScenario> {
    match place {
        Place::Gpu(scenario) => Some(scenario),
        Place::Whole => Some(results.sovereign.scenario),
        _ => None,
    }
}

fn cost(results: &Results, place: Place, quantity: fn(&Cost) -> f64) -> Option<f64> {
    let scenario = progress(results, place)?;
    Some(quantity(results.sovereign.cost.of(scenario)))
}

/// A quantity of a year of the flow.
fn flow(results: &Results, place: Place, year: u16, quantity: fn(&FlowYear) -> f64) -> Option<f64> {
    let there = place == Place::Whole && (FIRST_YEAR..=LAST_YEAR).contains(&year);
    there.then(|| quantity(&results.sovereign.flow[year]))
}

/// A value that has no place.
fn whole(place: Place, value: f64) -> Option<f64> {
    (place == Place::Whole).then_some(value)
}
