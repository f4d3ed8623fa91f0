//! Inputs that a message gives.

use super::Refusal;
use crate::formula::param_number;
use crate::i18n::number;
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
    let mut refusals = Vec::new();
    for (id, given) in inputs {
        let Some(param) = ParamId::find(id) else {
            let ids = ParamId::all().map(|param| param.row().id);
            refusals.push(Refusal::new("inputs", id, ids));
            continue;
        };
        let row = param.row();
        let refused = match given {
            Given::Number(value) if row.accepts(*value) => scenario
                .set(param, row.snap(*value))
                .is_err()
                .then(String::new),
            Given::Number(value) if value.is_finite() => Some(number::as_printed(*value)),
            Given::Number(_) => Some("NaN".to_owned()),
            Given::Other(text) => Some(quoted(text)),
        };
        if let Some(value) = refused {
            let (min, max) = (param_number(param, row.min), param_number(param, row.max));
            refusals.push(Refusal {
                about: row.id.to_owned(),
                value,
                accepted: vec![format!("{min}–{max} {}", row.unit.code())],
            });
        }
    }
    (scenario, refusals)
}
