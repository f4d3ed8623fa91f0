//! Inputs that a message gives.

use super::{Refusal, Refusals};
use crate::export::exact;
use crate::formula::param_number;
use crate::link::quoted;
use crate::scenario::{ParamId, Scenario};

/// A value that a message gives for an input.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// A number.
    Number(f64),
    /// Anything else, as it is quoted.
    Other(String),
}

/// The scenario with the inputs of a message, and what of them was not taken; the rest applies.
pub fn take(from: &Scenario, inputs: &[(String, Given)]) -> (Scenario, Vec<Refusal>) {
    let mut scenario = *from;
    let mut refusals = Refusals::default();
    for (id, given) in inputs {
        let Some(param) = ParamId::find(id) else {
            let ids = || ParamId::all().map(|param| param.row().id);
            refusals.add(&|| Refusal::new("inputs", id, ids()));
            continue;
        };
        let taken = match given {
            Given::Number(value) if param.row().accepts(*value) => {
                scenario.set(param, param.row().snap(*value)).is_ok()
            }
            _ => false,
        };
        if !taken {
            refusals.add(&|| refusal(param, given));
        }
    }
    (scenario, refusals.done())
}

/// The scenario after messages took `from` to `wanted` while something else may have moved `present`: what the
/// messages changed applies, what they left alone stays as it is now.
pub fn moved(present: &Scenario, from: &Scenario, wanted: &Scenario) -> Scenario {
    if present == from {
        return *wanted;
    }
    let mut scenario = *present;
    for param in ParamId::all() {
        let value = wanted.get(param);
        if value.to_bits() != from.get(param).to_bits() {
            // It is within its range, for a scenario holds it.
            let _ = scenario.set(param, value);
        }
    }
    scenario
}

fn refusal(param: ParamId, given: &Given) -> Refusal {
    let row = param.row();
    let value = match given {
        Given::Number(value) => spelled(*value),
        Given::Other(text) => quoted(text),
    };
    let (min, max) = (param_number(param, row.min), param_number(param, row.max));
    Refusal {
        about: row.id.to_owned(),
        value,
        accepted: vec![format!("{min}–{max} {}", row.unit.code())],
        more: 0,
    }
}

/// A number as an error quotes it, those that are none by their names.
pub fn spelled(number: f64) -> String {
    if number.is_finite() {
        exact(number)
    } else if number.is_nan() {
        "NaN".to_owned()
    } else if number > 0.0 {
        "Infinity".to_owned()
    } else {
        "-Infinity".to_owned()
    }
}
