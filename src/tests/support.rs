//! Scenarios by id, outputs by path, fixtures and the comparison that all share.

use std::collections::BTreeMap;

use industry2040::model;
use industry2040::scenario::{ParamId, Scenario};
use serde_json::Value;

/// Outputs by their path joined with `/`.
pub type Outputs = BTreeMap<String, Value>;

/// The base case with these parameters set.
pub fn scenario<'a>(changes: impl IntoIterator<Item = (&'a str, f64)>) -> Scenario {
    let mut scenario = Scenario::default();
    for (id, value) in changes {
        scenario
            .set(ParamId::find(id).expect(id), value)
            .expect("within the range");
    }
    scenario
}

/// Every output of a scenario.
pub fn outputs(scenario: &Scenario) -> Outputs {
    flat(&industry2040::cli::value(&model::run(scenario)))
}

/// The leaves of a JSON value by their path.
pub fn flat(value: &Value) -> Outputs {
    let mut outputs = Outputs::new();
    collect(value, String::new(), &mut outputs);
    outputs
}

fn collect(value: &Value, path: String, outputs: &mut Outputs) {
    let Some(object) = value.as_object() else {
        outputs.insert(path, value.clone());
        return;
    };
    for (key, value) in object {
        let path = if path.is_empty() {
            key.clone()
        } else {
            format!("{path}/{key}")
        };
        collect(value, path, outputs);
    }
}

/// A file of `src/tests/data`.
pub fn fixture(name: &str) -> Value {
    let path = format!("{}/src/tests/data/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).expect(name)).expect(name)
}

/// True for outputs that are years and so must be met exactly.
fn is_year(path: &str) -> bool {
    path.ends_with("payback") || path.ends_with("justified_year")
}

/// Whether an output meets its reference: years and nulls exactly, numbers within 1e-9.
pub fn meets(path: &str, output: &Value, reference: &Value) -> bool {
    if is_year(path) || reference.is_null() || output.is_null() {
        return output == reference;
    }
    let (Some(output), Some(reference)) = (output.as_f64(), reference.as_f64()) else {
        return false;
    };
    (output - reference).abs() <= 1e-9 * reference.abs()
}

/// Asserts that every reference is met and every output has one.
pub fn assert_all_met(name: &str, outputs: &Outputs, references: &Outputs) {
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
pub fn in_subset(path: &str) -> bool {
    let year = path.split('/').find_map(|part| part.parse::<u16>().ok());
    year.is_none_or(|year| [2025, 2030, 2035, 2040, 2050].contains(&year))
}
