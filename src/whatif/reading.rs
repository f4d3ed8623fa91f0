//! Scenarios as JSON objects of parameter ids and numbers: what is accepted, and what is said of the rest.
//!
//! The command line and the page read the same files by the same rules.

mod defect;
mod value;

pub use self::defect::Defect;
pub use self::value::{Json, What};

use crate::i18n::number;
use crate::link::is_plain;
use crate::scenario::{ParamId, Scenario};
use crate::sort::sort_by;

/// What the `format` of a whole scenario says.
pub const FORMAT: &str = "industry2040/scenario";

/// The version of the format that is written, and the one that is read.
pub const VERSION: f64 = 1.0;

impl Json {
    /// The scenario that an object of ids and numbers describes, or a whole scenario that has one as its `inputs`.
    ///
    /// # Errors
    ///
    /// Every [`Defect`], in the order of the text.
    pub fn scenario(&self) -> Result<Scenario, Vec<Defect>> {
        let inputs = match self.get("format") {
            Some(format) => self.whole(format)?,
            None => self,
        };
        let What::Object(entries) = &inputs.what else {
            return Err(vec![Defect::NotAnObject(shortened(&inputs.written))]);
        };
        let mut reading = Reading::default();
        for (id, value) in entries {
            let number = match value.what {
                What::Number(number) => Some(number),
                _ => None,
            };
            reading.take(id, &value.written, number);
        }
        reading.done()
    }

    /// The inputs of a whole scenario, if it is one that this version knows.
    fn whole(&self, format: &Json) -> Result<&Json, Vec<Defect>> {
        if !matches!(&format.what, What::Text(name) if name == FORMAT) {
            let name = format.written.trim_matches('"');
            return Err(vec![Defect::Other(shortened(name))]);
        }
        for key in ["format", "version", "inputs"] {
            if self.times(key) > 1 {
                return Err(vec![Defect::Twice(key)]);
            }
        }
        let version = self.get("version");
        if !version.is_some_and(|version| is_known(&version.what)) {
            let written = version.map_or("", |version| &version.written);
            return Err(vec![Defect::Newer(shortened(written))]);
        }
        let inputs = self.get("inputs");
        inputs.ok_or_else(|| vec![Defect::NoInputs])
    }
}

fn is_known(version: &What) -> bool {
    matches!(version, What::Number(number) if *number == VERSION)
}

/// Most defects that are told; nobody reads on.
const MOST_DEFECTS: usize = 50;

/// A scenario that is being read, entry by entry.
#[derive(Default)]
struct Reading {
    scenario: Scenario,
    given: Vec<ParamId>,
    defects: Vec<Defect>,
}

impl Reading {
    /// The next entry: its id, its value as written, and as a number where it is one.
    fn take(&mut self, id: &str, written: &str, number: Option<f64>) {
        if self.defects.len() >= MOST_DEFECTS {
            return;
        }
        if let Err(defect) = self.set(id, written, number) {
            self.defects.push(defect);
        }
    }

    fn set(&mut self, id: &str, written: &str, number: Option<f64>) -> Result<(), Defect> {
        let param = ParamId::find(id).ok_or_else(|| Defect::Unknown {
            id: shortened(id),
            nearest: nearest(id),
        })?;
        let value = shortened(written);
        if self.given.contains(&param) {
            return Err(Defect::Duplicate { param, value });
        }
        self.given.push(param);
        match number {
            None => Err(Defect::NotANumber { param, value }),
            Some(number) => self
                .scenario
                .set(param, number)
                .map_err(|_| Defect::OutOfRange { param, value }),
        }
    }

    /// The scenario, or everything that was not accepted.
    ///
    /// # Errors
    ///
    /// Every [`Defect`], in the order of the text.
    fn done(self) -> Result<Scenario, Vec<Defect>> {
        match self.defects.is_empty() {
            true => Ok(self.scenario),
            false => Err(self.defects),
        }
    }
}

/// A scenario as a JSON object, one input a line.
pub fn json(scenario: &Scenario) -> String {
    let entry = |param: ParamId| {
        let row = param.row();
        let value = number::plain(scenario.get(param), row.decimals());
        format!("\n  \"{}\": {value}", row.id)
    };
    let entries: Vec<_> = scenario.changed().map(entry).collect();
    match entries.is_empty() {
        true => "{}\n".to_owned(),
        false => format!("{{{}\n}}\n", entries.join(",")),
    }
}

/// True for JSON numbers as they are written.
fn is_number(written: &str) -> bool {
    written.starts_with(|first: char| first == '-' || first.is_ascii_digit())
}

/// Characters of a value that are repeated in a message.
const ENOUGH: usize = 60;

/// Characters of the longest number that somebody may have meant.
const LONGEST_NUMBER: usize = 400;

/// A value as written, without what would break a line, cut where nobody would read on; numbers are kept whole.
fn shortened(value: &str) -> String {
    let mut plain = value.chars().filter(|c| is_plain(*c));
    if is_number(value) && value.len() < LONGEST_NUMBER {
        return plain.collect();
    }
    let mut short: String = plain.by_ref().take(ENOUGH).collect();
    if plain.next().is_some() {
        short.push('…');
    }
    short
}

/// Up to three ids that a typing error may have meant.
fn nearest(id: &str) -> Vec<&'static str> {
    if id.len() > ENOUGH {
        return Vec::new();
    }
    let name = |id: &str| id.rsplit('.').next().map(str::to_owned);
    let mut candidates: Vec<_> = ParamId::all()
        .map(|param| param.row().id)
        .map(|known| {
            let apart = match name(known) == name(id) {
                true => 1,
                false => distance(id, known),
            };
            (apart, known)
        })
        .filter(|&(distance, known)| distance <= known.len() / 3)
        .collect();
    sort_by(&mut candidates, |one, other| one < other);
    let ids = candidates.into_iter().map(|(_, known)| known);
    ids.take(3).collect()
}

/// How many characters must be put in, left out or replaced to get from one word to the other.
fn distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.chars().count()).collect();
    for (index, left) in from.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (column, right) in to.chars().enumerate() {
            let replaced = diagonal + usize::from(left != right);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[row.len() - 1]
}

#[cfg(test)]
mod tests;
