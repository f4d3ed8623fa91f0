//! Scenarios by id, outputs by path and fixtures, which several share.

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
