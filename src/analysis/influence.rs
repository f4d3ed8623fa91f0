//! One input at a time: which inputs move a result, and by how much.

use crate::model::{self, Results};
use crate::output::Cell;
use crate::scenario::{ParamId, Scenario};
use crate::sort::sort_by;

/// How far one step of an input moves a result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Influence {
    /// The input.
    pub param: ParamId,
    /// The change of the result for one step of the input, in the unit of the result.
    pub effect: f64,
}

/// The inputs that move `cell` from `scenario`, the largest effect first.
///
/// Every input is moved one slider step up, or down where it stands at its upper end; this is computed, not declared,
/// so it cannot go out of date. A result that a step makes appear or vanish counts with an effect of zero.
pub fn rests_on(cell: Cell, scenario: &Scenario) -> Vec<Influence> {
    let present = cell.read(&model::run(scenario));
    let mut found: Vec<_> = ParamId::all()
        .filter_map(|param| {
            let moved = cell.read(&model::run(&one_step(scenario, param)?));
            match (present, moved) {
                (Some(present), Some(moved)) if moved != present => Some(Influence {
                    param,
                    effect: moved - present,
                }),
                (Some(_), None) | (None, Some(_)) => Some(Influence { param, effect: 0.0 }),
                _ => None,
            }
        })
        .collect();
    sort_by(&mut found, |one, other| {
        one.effect.abs() > other.effect.abs()
    });
    found
}

/// The results with an input at the lower and at the upper end of its plausible range, all others as they are;
/// `None` for inputs that are not varied.
pub fn at_ends(scenario: &Scenario, param: ParamId) -> Option<(Results, Results)> {
    let row = param.row();
    let at = |value: f64| {
        let mut other = *scenario;
        other.set(param, value).ok()?;
        Some(model::run(&other))
    };
    (row.low < row.high).then(|| at(row.low).zip(at(row.high)))?
}

fn one_step(scenario: &Scenario, param: ParamId) -> Option<Scenario> {
    let row = param.row();
    let value = scenario.get(param);
    let up = value + row.step;
    let moved = if row.accepts(up) {
        up
    } else {
        value - row.step
    };
    let mut other = *scenario;
    other.set(param, row.snap(moved)).ok()?;
    (other != *scenario).then_some(other)
}

/// What moving an input from the low to the high end of its plausible range does to `cell`, all others as they are.
pub fn span(cell: Cell, scenario: &Scenario, param: ParamId) -> Option<f64> {
    let (low, high) = at_ends(scenario, param)?;
    Some(cell.read(&high)? - cell.read(&low)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::Place;
    use crate::region::Region;

    fn inputs(output: &str, place: Place, year: u16) -> Vec<&'static str> {
        let cell = Cell::find(output, place, year).unwrap();
        rests_on(cell, &Scenario::default())
            .iter()
            .map(|influence| influence.param.row().id)
            .collect()
    }

    #[test]
    fn adoption_before_its_last_year_rests_on_level_midpoint_and_speed() {
        let mut found = inputs("tam.adoption", Place::All, 2034);
        found.sort_unstable();
        assert_eq!(
            found,
            [
                "autonomy.adoption_2040",
                "autonomy.midpoint_year",
                "autonomy.speed"
            ]
        );
        assert_eq!(
            inputs("tam.adoption", Place::All, 2040),
            ["autonomy.adoption_2040"]
        );
    }

    #[test]
    fn a_statistic_rests_on_no_input() {
        assert!(inputs("tam.working_age_share", Place::Region(Region::Jp), 2030).is_empty());
    }

    #[test]
    fn the_largest_effect_comes_first() {
        let cell = Cell::find("tam.new_market", Place::All, 2040).unwrap();
        let found = rests_on(cell, &Scenario::default());
        assert!(found.len() > 8);
        assert!(
            found
                .windows(2)
                .all(|pair| pair[0].effect.abs() >= pair[1].effect.abs())
        );
    }

    #[test]
    fn a_cost_ratio_moves_the_margin_by_its_part_of_sales() {
        let scenario = Scenario::default();
        let param = ParamId::find("pnl.hardware_cogs").unwrap();
        let cell = Cell::find("capture.margin", Place::Whole, 2040).unwrap();
        let year = model::run(&scenario).capture[2040];
        let expected = -(0.70 - 0.62) * year.hardware / year.sales;
        let found = span(cell, &scenario, param).unwrap();
        assert!((found - expected).abs() < 1e-9, "{found} {expected}");
    }
}
