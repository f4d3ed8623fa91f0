//! Every parameter at its ends, alone and all together: every output is there and finite.

use industry2040::scenario::{ParamId, Scenario};
use industry2040::table::Row;

use crate::support::{fixture, flat, outputs, scenario};

fn assert_finite(name: &str, scenario: &Scenario) {
    let nullable = |path: &str| {
        [
            "payback",
            "justified_year",
            "margin",
            "overseas_share",
            "benefit_cost",
            "break_even_attribution",
        ]
        .iter()
        .any(|name| path.ends_with(name))
    };
    for (path, value) in outputs(scenario) {
        // A number that is not finite would show as null.
        assert!(
            value.is_number() || nullable(&path),
            "{name}: {path} is {value}"
        );
    }
}

#[test]
fn every_parameter_at_an_end_alone() {
    for param in ParamId::all() {
        let row = param.row();
        assert_finite(row.id, &scenario([(row.id, row.min)]));
        assert_finite(row.id, &scenario([(row.id, row.max)]));
    }
}

#[test]
fn all_parameters_at_an_end_together() {
    let ends: [fn(&Row) -> f64; 4] = [|row| row.min, |row| row.max, |row| row.low, |row| row.high];
    for end in ends {
        assert_finite(
            "together",
            &scenario(ParamId::all().map(|param| (param.row().id, end(param.row())))),
        );
    }
}

#[test]
fn the_ends_alternating_between_neighbours() {
    for parity in [0, 1] {
        let pick = |(index, param): (usize, ParamId)| {
            let row = param.row();
            (
                row.id,
                if index % 2 == parity {
                    row.min
                } else {
                    row.max
                },
            )
        };
        assert_finite(
            "alternating",
            &scenario(ParamId::all().enumerate().map(pick)),
        );
    }
}

#[test]
fn no_output_is_missing_in_any_corner() {
    let names: Vec<_> = flat(&fixture("base_case.json")).into_keys().collect();
    let corner = scenario(ParamId::all().map(|param| (param.row().id, param.row().min)));
    assert_eq!(outputs(&corner).into_keys().collect::<Vec<_>>(), names);
}
