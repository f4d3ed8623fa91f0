//! Reading a scenario from JSON on the command line; the rules are those of [`crate::whatif::reading`].

use std::fmt;

use crate::scenario::{ParamId, Scenario};
pub use crate::whatif::reading::Defect;
use crate::whatif::reading::Json;

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
            Defect::Twice(key) => write!(f, "{key:?} is given twice; accepted is one"),
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
    let read = Json::read(text).map_err(|error| vec![Defect::Broken(error)])?;
    read.scenario()
}
