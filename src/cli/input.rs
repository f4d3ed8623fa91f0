//! Reading a scenario from JSON, with a message for everything that is not accepted.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::scenario::{ParamId, Scenario};

/// Something in the JSON text that is not accepted.
#[derive(Clone, Debug, PartialEq)]
pub enum Defect {
    /// The text is not JSON, or not an object; the message gives line and column.
    Broken(String),
    /// No parameter has this id.
    Unknown {
        /// The id as written.
        id: String,
        /// The ids that look most like it.
        nearest: Vec<&'static str>,
    },
    /// The value is not a number.
    NotANumber {
        /// The parameter.
        param: ParamId,
        /// The value as written.
        value: String,
    },
    /// The number is outside the range.
    OutOfRange {
        /// The parameter.
        param: ParamId,
        /// The value as written.
        value: String,
    },
    /// The parameter is given more than once.
    Duplicate {
        /// The parameter.
        param: ParamId,
        /// The second value, as written.
        value: String,
    },
}

impl fmt::Display for Defect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Defect::Broken(message) => {
                write!(
                    f,
                    "{message}; accepted is a JSON object of parameter ids and numbers"
                )
            }
            Defect::Unknown { id, nearest } => {
                write!(f, "{id:?}: no such parameter; ")?;
                match nearest[..] {
                    [] => write!(f, "the command `params` lists those accepted"),
                    _ => write!(f, "nearest are {}", nearest.join(", ")),
                }
            }
            Defect::NotANumber { param, value } => {
                write!(f, "{}: {value} is not a number; ", param.row().id)?;
                accepted(f, *param)
            }
            Defect::OutOfRange { param, value } => {
                write!(f, "{}: {value} is outside the range; ", param.row().id)?;
                accepted(f, *param)
            }
            Defect::Duplicate { param, value } => {
                write!(
                    f,
                    "{}: given again, as {value}; accepted is one value",
                    param.row().id
                )
            }
        }
    }
}

fn accepted(f: &mut fmt::Formatter<'_>, param: ParamId) -> fmt::Result {
    let row = param.row();
    write!(
        f,
        "accepted are numbers from {} to {} ({})",
        row.min,
        row.max,
        row.unit.code()
    )
}

/// The scenario that a JSON object of parameter ids and numbers describes.
///
/// # Errors
///
/// Every [`Defect`] of the text, in the order of the text; the syntax alone if that is broken.
pub fn scenario_from_json(text: &str) -> Result<Scenario, Vec<Defect>> {
    // Some editors put a byte-order mark in front, which JSON does not know.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let entries: Entries =
        serde_json::from_str(text).map_err(|error| vec![Defect::Broken(error.to_string())])?;
    let mut scenario = Scenario::default();
    let mut given = Vec::new();
    let mut defects = Vec::new();
    for (id, value) in &entries.0 {
        if let Err(defect) = set(&mut scenario, &mut given, id, value.get()) {
            defects.push(defect);
        }
    }
    if defects.is_empty() {
        Ok(scenario)
    } else {
        Err(defects)
    }
}

fn set(
    scenario: &mut Scenario,
    given: &mut Vec<ParamId>,
    id: &str,
    value: &str,
) -> Result<(), Defect> {
    let param = ParamId::find(id).ok_or_else(|| Defect::Unknown {
        id: id.into(),
        nearest: nearest(id),
    })?;
    let value = shortened(value);
    if given.contains(&param) {
        return Err(Defect::Duplicate { param, value });
    }
    given.push(param);
    // Of JSON values only numbers start so; one too large for `f64` parses as infinite.
    let is_number = value.starts_with(|first: char| first == '-' || first.is_ascii_digit());
    match value.parse().ok().filter(|_| is_number) {
        None => Err(Defect::NotANumber { param, value }),
        Some(number) => scenario
            .set(param, number)
            .map_err(|_| Defect::OutOfRange { param, value }),
    }
}

/// A value as written, cut where nobody would read on; numbers are always kept whole.
fn shortened(value: &str) -> String {
    const ENOUGH: usize = 60;
    let is_number = value.starts_with(|first: char| first == '-' || first.is_ascii_digit());
    if is_number || value.chars().count() <= ENOUGH {
        return value.into();
    }
    value.chars().take(ENOUGH).chain(['…']).collect()
}

/// Up to three ids that a typing error may have meant.
fn nearest(id: &str) -> Vec<&'static str> {
    let name = |id: &str| id.rsplit('.').next().map(str::to_owned);
    let mut candidates: Vec<_> = ParamId::all()
        .map(|param| param.row().id)
        .map(|known| {
            (
                if name(known) == name(id) {
                    1
                } else {
                    distance(id, known)
                },
                known,
            )
        })
        .filter(|&(distance, known)| distance <= known.len() / 3)
        .collect();
    candidates.sort();
    candidates
        .into_iter()
        .map(|(_, known)| known)
        .take(3)
        .collect()
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

/// The entries of a JSON object in the order of the text, equal keys included; a map would keep the last in silence.
struct Entries(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor)
    }
}

struct EntriesVisitor;

impl<'de> Visitor<'de> for EntriesVisitor {
    type Value = Entries;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}
