//! Reading a scenario from JSON on the command line; the rules are those of [`crate::whatif::reading`].

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::scenario::{ParamId, Scenario};
pub use crate::whatif::reading::Defect;
use crate::whatif::reading::{FORMAT, Reading, VERSION, check_whole, is_number};

impl fmt::Display for Defect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Defect::Broken(message) => {
                write!(
                    f,
                    "{message}; accepted is a JSON object of parameter ids and numbers"
                )
            }
            Defect::NotAnObject(written) => write!(
                f,
                "{written} is not an object; accepted is a JSON object of parameter ids and numbers"
            ),
            Defect::NoInputs => write!(
                f,
                "a scenario without \"inputs\"; accepted is an object of parameter ids and numbers"
            ),
            Defect::Newer(version) => write!(
                f,
                "format version {version:?} is not one this program reads; accepted is version 1"
            ),
            Defect::Other(format) => write!(
                f,
                "format {format:?} is not that of a scenario; accepted is \"industry2040/scenario\""
            ),
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

/// The scenario that a JSON object of parameter ids and numbers describes, or a whole scenario as the report writes it.
///
/// # Errors
///
/// Every [`Defect`] of the text, in the order of the text; the syntax alone if that is broken.
pub fn scenario_from_json(text: &str) -> Result<Scenario, Vec<Defect>> {
    // Some editors put a byte-order mark in front, which JSON does not know.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let read = |text: &str| -> Result<Entries, _> {
        serde_json::from_str(text).map_err(|error| vec![Defect::Broken(error.to_string())])
    };
    let mut entries = read(text)?;
    if let Some(inputs) = inputs_of(&entries)? {
        entries = read(inputs)?;
    }
    let mut reading = Reading::default();
    for (id, value) in &entries.0 {
        let written = value.get();
        // One too large for `f64` parses as infinite.
        let number = written.parse().ok().filter(|_| is_number(written));
        reading.take(id, written, number);
    }
    reading.done()
}

/// The text of the inputs of a whole scenario; `None` for a bare object of ids and numbers.
fn inputs_of(entries: &Entries) -> Result<Option<&str>, Vec<Defect>> {
    let get = |key: &str| entries.0.iter().find(|entry| entry.0 == key);
    let Some((_, format)) = get("format") else {
        return Ok(None);
    };
    let version = get("version").map_or("", |(_, version)| version.get());
    let known = version.parse().is_ok_and(|number: f64| number == VERSION);
    let is_scenario = format.get() == format!("\"{FORMAT}\"");
    check_whole(is_scenario.then_some(known), format.get(), version)?;
    match get("inputs") {
        Some((_, inputs)) => Ok(Some(inputs.get())),
        None => Err(vec![Defect::NoInputs]),
    }
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
