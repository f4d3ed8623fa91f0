//! Limits: where a mix of inputs leaves what the documents support, and what would mend it.
//!
//! A limit compares a number of the scenario with what is supported. The base case is within every limit.

use crate::chapters::Context;
use crate::choice;
use crate::formula::param_value;
use crate::i18n::number::Reader;
use crate::model::{self, Results};
use crate::scenario::{ParamId, Scenario};
use crate::text::Text;
use crate::unit::Unit;

mod rows;

pub use rows::LIMITS;

/// Points of a range that are tried before the nearest one is narrowed down.
const LOOKS: usize = 40;

/// A number of the scenario and what is supported.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// The number.
    pub value: f64,
    /// What is supported.
    pub limit: f64,
    /// Whether the number leaves it.
    pub leaves: bool,
}

impl Measured {
    /// A number that may reach the limit and not pass it.
    pub fn at_most(value: f64, limit: f64) -> Measured {
        Measured {
            value,
            limit,
            leaves: value > limit + 1e-9,
        }
    }
}

impl PartialEq for Limit {
    fn eq(&self, other: &Limit) -> bool {
        self.id == other.id
    }
}

/// One limit.
pub struct Limit {
    /// Stable name.
    pub id: &'static str,
    /// The inputs concerned, that most likely to be meant first.
    pub inputs: &'static [&'static str],
    /// Unit of both numbers.
    pub unit: Unit,
    /// The number and what is supported.
    pub measure: fn(&Scenario, &Results) -> Measured,
    /// What is said, with `{value}` and `{limit}`.
    pub says: Text,
}

/// A limit that the present scenario leaves.
#[derive(Clone, PartialEq)]
pub struct Breach {
    /// The limit.
    pub limit: &'static Limit,
    /// The numbers.
    pub measured: Measured,
    /// Each input that mends it alone, with the nearest value on its slider that does.
    pub mends: Vec<(ParamId, f64)>,
}

impl Limit {
    /// The inputs concerned.
    pub fn params(&self) -> impl Iterator<Item = ParamId> {
        self.inputs.iter().filter_map(|id| ParamId::find(id))
    }

    /// True when `scenario` is within it.
    pub fn holds(&self, scenario: &Scenario) -> bool {
        !(self.measure)(scenario, &model::run(scenario)).leaves
    }

    /// The value of an input nearest to the present one that brings `scenario` back, all others as they are.
    pub fn mend(&self, scenario: &Scenario, param: ParamId) -> Option<f64> {
        let row = param.row();
        let steps = ((row.max - row.min) / row.step).round();
        let at = |step: f64| row.snap(row.min + step * row.step);
        let holds = |step: f64| {
            let mut other = *scenario;
            other.set(param, at(step)).is_ok() && self.holds(&other)
        };
        let start = ((scenario.get(param) - row.min) / row.step).round();
        let jump = (steps / LOOKS as f64).max(1.0);
        for look in 1..=LOOKS + 1 {
            for way in [-1.0, 1.0] {
                let near = start + way * jump * (look - 1) as f64;
                let far = (start + way * jump * look as f64).max(0.0).min(steps);
                let is_new = (far - near) * way > 0.0;
                if is_new && holds(far.round()) {
                    return Some(at(first(near.round(), far.round(), &holds)));
                }
            }
        }
        None
    }
}

/// The step nearest to `out`, where the limit is left, that is back within it; at `back` it is.
fn first(out: f64, back: f64, holds: &dyn Fn(f64) -> bool) -> f64 {
    let (mut out, mut back) = (out, back);
    while (back - out).abs() > 1.5 {
        let middle = ((out + back) / 2.0).round();
        match holds(middle) {
            true => back = middle,
            false => out = middle,
        }
    }
    back
}

/// Every limit that a scenario leaves, in chapter order, without what would mend it.
pub fn left(scenario: &Scenario, results: &Results) -> Vec<Breach> {
    let leaving = |limit: &'static Limit| {
        let measured = (limit.measure)(scenario, results);
        measured.leaves.then_some(Breach {
            limit,
            measured,
            mends: Vec::new(),
        })
    };
    LIMITS.iter().filter_map(leaving).collect()
}

/// The search for the inputs that each mend a breach alone. It goes an input at a time, for every one takes many runs
/// of the models and a page has other things to do in between.
pub struct Search {
    scenario: Scenario,
    breaches: Vec<Breach>,
    work: std::vec::IntoIter<(usize, ParamId)>,
}

impl Search {
    /// The limits that a scenario leaves, and nothing looked for yet.
    pub fn new(scenario: &Scenario, results: &Results) -> Search {
        let breaches = left(scenario, results);
        let mut work = Vec::new();
        for (index, breach) in breaches.iter().enumerate() {
            work.extend(breach.limit.params().map(|param| (index, param)));
        }
        Search {
            scenario: *scenario,
            breaches,
            work: work.into_iter(),
        }
    }

    /// Tries one more input; false when all have been tried.
    pub fn step(&mut self) -> bool {
        let Some((index, param)) = self.work.next() else {
            return false;
        };
        let breach = &mut self.breaches[index];
        let value = breach.limit.mend(&self.scenario, param);
        breach.mends.extend(value.map(|value| (param, value)));
        true
    }

    /// The breaches with what mends them, as far as it was looked for.
    pub fn take(&mut self) -> Vec<Breach> {
        std::mem::take(&mut self.breaches)
    }
}

impl Breach {
    /// What is said of it.
    pub fn words(&self, reader: &Reader) -> String {
        // Whole numbers as a document or a slider has them, without decimals that they do not have.
        let write = |value: f64| match (value * 10.0).fract() == 0.0 {
            true => reader.write_printed(self.limit.unit, value),
            false => reader.write(self.limit.unit, value),
        };
        let says = reader.text(self.limit.says);
        let says = says.replace("{value}", &write(self.measured.value));
        says.replace("{limit}", &write(self.measured.limit))
    }

    /// The inputs at which it is told: of those concerned what was moved, else the first.
    pub fn places(&self, scenario: &Scenario) -> Vec<ParamId> {
        let params: Vec<_> = self.limit.params().collect();
        let is_moved = |param: &&ParamId| scenario.get(**param) != param.row().default;
        let moved: Vec<_> = params.iter().filter(is_moved).copied().collect();
        match moved.is_empty() {
            true => params.into_iter().take(1).collect(),
            false => moved,
        }
    }

    /// What mends it at an input: that input, else the first of the others that does.
    pub fn mend_at(&self, param: ParamId) -> Option<(ParamId, f64)> {
        let own = self.mends.iter().find(|mend| mend.0 == param);
        own.or(self.mends.first()).copied()
    }
}

/// The words of the button that mends.
pub fn mend_words((param, value): (ParamId, f64), context: &Context) -> String {
    let reader = &context.reader;
    let (name, value) = (
        reader.text(choice::label(param)),
        param_value(param, value, reader),
    );
    context.say(
        || format!("Set “{name}” to {value}"),
        || format!("「{name}」を{value}にする"),
    )
}

#[cfg(test)]
mod tests;
