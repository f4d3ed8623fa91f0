//! Goal seek: the value of one input that brings a result to a target.

use crate::model;
use crate::output::Cell;
use crate::scenario::{ParamId, Scenario};

/// Points at which the range of an input is looked at before a bracket is narrowed.
const LOOKS: usize = 40;

/// Halvings of a bracket: beyond the digits of any slider.
const HALVINGS: usize = 60;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Found {
    /// This value of the input gives the target.
    At {
        /// The value, not rounded to the slider; whole for inputs that count in whole numbers.
        value: f64,
        /// The result there, which differs from the target only where the input is whole.
        result: f64,
    },
    /// No value within the range gives the target; this one comes closest.
    Closest {
        /// The value.
        value: f64,
        /// The result there.
        result: f64,
    },
    /// The result does not exist anywhere in the range.
    Nowhere,
}

/// Looks for the value of `param`, all other inputs as in `scenario`, that gives `cell` the value `target`.
///
/// Of several the one nearest to the present value is taken.
pub fn seek(cell: Cell, target: f64, param: ParamId, scenario: &Scenario) -> Found {
    let row = param.row();
    let read = |value: f64| {
        let mut other = *scenario;
        other.set(param, value).ok()?;
        cell.read(&model::run(&other))
    };
    let grid = looks(param);
    let seen: Vec<_> = grid
        .iter()
        .filter_map(|&value| Some((value, read(value)?)))
        .collect();
    let present = scenario.get(param);
    let distance = |value: f64| (value - present).abs();
    let bracket = seen
        .windows(2)
        .filter(|pair| (pair[0].1 - target) * (pair[1].1 - target) <= 0.0)
        .min_by(|one, other| distance(one[0].0).total_cmp(&distance(other[0].0)));
    if let Some(&[low, high]) = bracket.and_then(|pair| pair.first_chunk::<2>())
        && !row.unit.is_whole()
    {
        let (value, result) = narrow(low, high, target, &read);
        return Found::At { value, result };
    }
    let closest = seen
        .iter()
        .min_by(|one, other| (one.1 - target).abs().total_cmp(&(other.1 - target).abs()));
    match (closest, bracket.is_some()) {
        (None, _) => Found::Nowhere,
        (Some(&(value, result)), true) => Found::At { value, result },
        (Some(&(value, result)), false) => Found::Closest { value, result },
    }
}

/// Where the range is looked at: evenly, or at every whole number where only those count.
pub fn looks(param: ParamId) -> Vec<f64> {
    let row = param.row();
    if row.unit.is_whole() {
        let count = (row.max - row.min) as usize;
        return (0..=count).map(|step| row.min + step as f64).collect();
    }
    let at = |step: usize| row.min + (row.max - row.min) * step as f64 / LOOKS as f64;
    (0..=LOOKS).map(|step| at(step).min(row.max)).collect()
}

/// Halves a bracket until it is as narrow as numbers get.
fn narrow(
    low: (f64, f64),
    high: (f64, f64),
    target: f64,
    read: &dyn Fn(f64) -> Option<f64>,
) -> (f64, f64) {
    let (mut low, mut high) = (low, high);
    for _ in 0..HALVINGS {
        let middle = (low.0 + high.0) / 2.0;
        let Some(result) = read(middle) else { break };
        if (low.1 - target) * (result - target) <= 0.0 {
            high = (middle, result);
        } else {
            low = (middle, result);
        }
    }
    if (low.1 - target).abs() <= (high.1 - target).abs() {
        low
    } else {
        high
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::{Place, UNDATED};

    fn found(output: &str, place: Place, year: u16, target: f64, param: &str) -> Found {
        let cell = Cell::find(output, place, year).unwrap();
        seek(
            cell,
            target,
            ParamId::find(param).unwrap(),
            &Scenario::default(),
        )
    }

    #[test]
    fn the_adoption_that_gives_360_is_the_calibrated_one() {
        let Found::At { value, result } = found(
            "tam.new_market",
            Place::All,
            2040,
            360.0,
            "autonomy.adoption_2040",
        ) else {
            panic!("reachable")
        };
        assert!(
            (value - 26.9).abs() < 0.1 && (result - 360.0).abs() < 1e-6,
            "{value} {result}"
        );
    }

    #[test]
    fn the_overseas_share_for_44_trillion_is_found() {
        let Found::At { value, result } = found(
            "capture.sales",
            Place::Whole,
            2040,
            44.0,
            "capture.overseas_new_share_2040",
        ) else {
            panic!("reachable")
        };
        assert!((result - 44.0).abs() < 1e-9, "{result}");
        // The base case has 43.88 at 30 percent; one point of the share is worth the new market overseas.
        let market = |results: &model::Results| {
            let overseas = &crate::region::Region::OVERSEAS;
            results.tam.sum(overseas, 2040, |region| {
                region.reshoring_capex + region.labour_substitution
            })
        };
        let base = model::run(&Scenario::default());
        let expected = 30.0 + (44.0 - base.capture[2040].sales) / (market(&base) * 0.150) * 100.0;
        assert!((value - expected).abs() < 1e-6, "{value} {expected}");
    }

    #[test]
    fn a_result_that_exists_nowhere_is_said_to() {
        let cell = Cell::find("sovereign.payback", Place::Whole, UNDATED).unwrap();
        let mut scenario = Scenario::default();
        let attribution = ParamId::find("sovereign.attribution").unwrap();
        scenario.set(attribution, 0.0).unwrap();
        let fx = ParamId::find("macro.fx").unwrap();
        assert_eq!(seek(cell, 2035.0, fx, &scenario), Found::Nowhere);
    }

    #[test]
    fn sovereign_ai_breaks_even_at_its_break_even_attribution() {
        let Found::At { value, .. } = found(
            "sovereign.npv",
            Place::Whole,
            UNDATED,
            0.0,
            "sovereign.attribution",
        ) else {
            panic!("reachable")
        };
        let expected = model::run(&Scenario::default())
            .sovereign
            .summary
            .break_even_attribution;
        assert!((value - expected.unwrap()).abs() < 1e-6, "{value}");
    }

    #[test]
    fn what_cannot_be_reached_comes_with_how_close_it_gets() {
        let Found::Closest { value, result } = found(
            "tam.new_market",
            Place::All,
            2040,
            5000.0,
            "autonomy.adoption_2040",
        ) else {
            panic!("out of reach")
        };
        assert_eq!(value, 100.0);
        assert!((1100.0..1200.0).contains(&result), "{result}");
    }

    #[test]
    fn an_input_that_counts_in_whole_numbers_stays_whole() {
        let Found::At { value, .. } = found(
            "tam.reshoring_capex",
            Place::All,
            2040,
            60.0,
            "reshoring.target_year",
        ) else {
            panic!("reachable")
        };
        assert_eq!(value.fract(), 0.0);
    }
}
