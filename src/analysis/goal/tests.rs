//! Targets that are met, targets that cannot be, whole numbers and years.

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
    let Found::Between(near, far) = found(
        "tam.reshoring_capex",
        Place::All,
        2040,
        60.0,
        "reshoring.target_year",
    ) else {
        panic!("no whole year gives exactly that")
    };
    assert_eq!((near.0.fract(), (near.0 - far.0).abs()), (0.0, 1.0));
    let (near, far) = (near.1.unwrap(), far.1.unwrap());
    assert!((near - 60.0).abs() <= (far - 60.0).abs());
    assert!((near - 60.0) * (far - 60.0) < 0.0, "{near} {far}");
}

fn year(target: f64, param: &str) -> (Found, Option<f64>) {
    let found = found("sovereign.payback", Place::Whole, UNDATED, target, param);
    let cell = Cell::find("sovereign.payback", Place::Whole, UNDATED).unwrap();
    let value = match found {
        Found::At { value, .. } | Found::Closest { value, .. } => value,
        Found::Between((value, _), _) => value,
        Found::Nowhere => return (found, None),
    };
    let mut scenario = Scenario::default();
    let param = ParamId::find(param).unwrap();
    assert_eq!(param.row().snap(value), value, "{value} is no step");
    scenario.set(param, value).unwrap();
    (found, cell.read(&model::run(&scenario)))
}

#[test]
fn a_year_is_reached_only_where_a_step_gives_that_very_year() {
    let mut kinds = [0, 0];
    for target in 2033..=2040 {
        let target = f64::from(target);
        match year(target, "sovereign.attribution") {
            (Found::At { .. }, there) => {
                kinds[0] += 1;
                assert_eq!(there, Some(target));
            }
            (Found::Between(near, far), _) => {
                kinds[1] += 1;
                assert!((near.0 - far.0).abs() < 1.5, "{near:?} {far:?}");
                let height = |year: Option<f64>| year.unwrap_or(f64::INFINITY);
                let (one, other) = (height(near.1), height(far.1));
                assert!(one.min(other) < target && target < one.max(other));
            }
            other => panic!("{target}: {other:?}"),
        }
    }
    assert!(kinds[0] > 0 && kinds[1] > 0, "{kinds:?}");
}

#[test]
fn where_nothing_comes_closer_the_present_is_the_closest() {
    let cell = Cell::find("sovereign.payback", Place::Whole, UNDATED).unwrap();
    let now = cell.read(&model::run(&Scenario::default()));
    let attribution = ParamId::find("sovereign.attribution").unwrap();
    let (found, there) = year(1990.0, "sovereign.attribution");
    let value = attribution.row().default;
    assert_eq!(
        (found, there),
        (
            Found::Closest {
                value,
                result: now.unwrap()
            },
            now
        )
    );
}

#[test]
fn of_the_steps_that_come_closest_the_first_is_taken() {
    let cell = Cell::find("sovereign.payback", Place::Whole, UNDATED).unwrap();
    let attribution = ParamId::find("sovereign.attribution").unwrap();
    let mut scenario = Scenario::default();
    scenario.set(attribution, 20.0).unwrap();
    let Found::Closest { value, result } = seek(cell, 1990.0, attribution, &scenario) else {
        panic!("out of reach")
    };
    scenario.set(attribution, value - 1.0).unwrap();
    let before = cell.read(&model::run(&scenario)).unwrap();
    assert!(before > result, "{value}: {before} {result}");
}
