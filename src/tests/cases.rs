//! The reference results: the base case, 23 other scenarios, and every parameter at its ends.

use industry2040::scenario::{ParamId, Scenario};
use serde_json::Value;

use crate::support::{Outputs, fixture, flat, outputs, scenario};

#[test]
fn the_base_case_is_met() {
    assert_all_met(
        "base case",
        &outputs(&Scenario::default()),
        &flat(&fixture("base_case.json")),
    );
}

#[test]
fn every_case_is_met() {
    let cases = fixture("cases.json");
    let cases = cases.as_array().unwrap();
    assert_eq!(cases.len(), 23);
    for case in cases {
        let outputs = subset(outputs(&scenario(numbers(&case["parameters"]))));
        assert_all_met(
            case["name"].as_str().unwrap(),
            &outputs,
            &flat(&case["outputs"]),
        );
    }
}

#[test]
fn every_parameter_at_its_ends_moves_what_it_should_and_nothing_else() {
    let fixture = fixture("one_at_a_time.json");
    let base = subset(outputs(&Scenario::default()));
    for param in ParamId::all() {
        let row = param.row();
        for (end, bound) in [("min", row.min), ("max", row.max)] {
            let moved = &fixture[row.id][end];
            assert_eq!(moved.is_null(), bound == row.default, "{} {end}", row.id);
            let mut references = base.clone();
            references.extend(
                moved
                    .as_object()
                    .into_iter()
                    .flatten()
                    .map(|(path, value)| (path.clone(), value.clone())),
            );
            assert_all_met(
                &format!("{} {end}", row.id),
                &subset(outputs(&scenario([(row.id, bound)]))),
                &references,
            );
        }
    }
    assert_eq!(fixture.as_object().unwrap().len(), ParamId::all().count());
}

fn subset(outputs: Outputs) -> Outputs {
    outputs
        .into_iter()
        .filter(|(path, _)| in_subset(path))
        .collect()
}

fn numbers(parameters: &Value) -> impl Iterator<Item = (&str, f64)> {
    parameters
        .as_object()
        .into_iter()
        .flatten()
        .map(|(id, value)| (id.as_str(), value.as_f64().unwrap()))
}

/// True for outputs that are years and so must be met exactly.
fn is_year(path: &str) -> bool {
    path.ends_with("payback") || path.ends_with("justified_year")
}

/// Whether an output meets its reference: years and nulls exactly, numbers within 1e-9.
fn meets(path: &str, output: &Value, reference: &Value) -> bool {
    if is_year(path) || reference.is_null() || output.is_null() {
        return output == reference;
    }
    let (Some(output), Some(reference)) = (output.as_f64(), reference.as_f64()) else {
        return false;
    };
    (output - reference).abs() <= 1e-9 * reference.abs()
}

/// Asserts that every reference is met and every output has one.
fn assert_all_met(name: &str, outputs: &Outputs, references: &Outputs) {
    let missing: Vec<_> = outputs
        .keys()
        .filter(|path| !references.contains_key(*path))
        .collect();
    assert!(missing.is_empty(), "{name}: no reference for {missing:?}");
    for (path, reference) in references {
        let output = outputs
            .get(path)
            .unwrap_or_else(|| panic!("{name}: no output {path}"));
        assert!(
            meets(path, output, reference),
            "{name}: {path} is {output} instead of {reference}"
        );
    }
}

/// True for outputs of the years that the smaller fixtures hold.
fn in_subset(path: &str) -> bool {
    let year = path.split('/').find_map(|part| part.parse::<u16>().ok());
    year.is_none_or(|year| [2025, 2030, 2035, 2040, 2050].contains(&year))
}
