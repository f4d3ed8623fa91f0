//! Outputs of the chapter on AI platforms: markets, investment and what would pay it back, the laboratories.

use super::{Output, Place, Together};
use crate::model::Results;
use crate::model::platforms::{
    CapexYear, FIRST_YEAR, LAST_YEAR, Lab, MARKETS_FIRST_YEAR, MARKETS_LAST_YEAR, MarketYear,
};
use crate::text::Text;
use crate::unit::Unit;

mod investment;
mod labs;
mod markets;

pub use investment::INVESTMENT;
pub use labs::LABS;
pub use markets::MARKETS;

/// True for the years of investment, revenue and valuations.
fn model_year(year: u16) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&year)
}

/// A market in one of its years.
fn market(results: &Results, place: Place, year: u16, of: fn(&MarketYear) -> f64) -> Option<f64> {
    let years = MARKETS_FIRST_YEAR..=MARKETS_LAST_YEAR;
    let there = place == Place::Whole && years.contains(&year);
    there.then(|| of(&results.platforms.markets[year]))
}

/// Investment or revenue in one of their years.
fn flow(results: &Results, place: Place, year: u16, of: fn(&CapexYear) -> f64) -> Option<f64> {
    let there = place == Place::Whole && model_year(year);
    there.then(|| of(&results.platforms.capex[year]))
}

/// The same, added up since the first year.
fn since_first(
    results: &Results,
    place: Place,
    year: u16,
    of: fn(&CapexYear) -> f64,
) -> Option<f64> {
    flow(results, place, year, of)?;
    let years = FIRST_YEAR..=year;
    Some(years.map(|year| of(&results.platforms.capex[year])).sum())
}

/// The laboratory of a place.
fn lab(results: &Results, place: Place) -> Option<&Lab> {
    match place {
        Place::Lab(0) => Some(&results.platforms.openai),
        Place::Lab(1) => Some(&results.platforms.anthropic),
        _ => None,
    }
}

/// A value of a laboratory in one of its years.
fn of_lab(results: &Results, place: Place, year: u16, of: fn(&Lab, u16) -> f64) -> Option<f64> {
    let lab = lab(results, place)?;
    model_year(year).then(|| of(lab, year))
}
