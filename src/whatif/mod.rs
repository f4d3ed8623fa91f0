//! Asking what if: scenarios that are saved, read and compared, and what a result rests on, told as figures.
//!
//! Everything here is plain data and words; `web::scenarios` and `web::tools` put it into the page.

pub mod attribution;
pub mod bands;
pub mod compare;
pub mod curve;
pub mod goal;
pub mod headlines;
pub mod limits;
pub mod movers;
pub mod pin;
pub mod reading;
pub mod saved;
pub mod tornado;
pub mod two_way;
pub mod uncertainty;

use crate::chapters::Context;
use crate::choice;
use crate::figure::Source;
use crate::formula::typed_unit;
use crate::i18n::number::Reader;
use crate::output::Cell;
use crate::scenario::{ParamId, Scenario};
use crate::source::Document;
use crate::text::Lang;
use crate::unit::Unit;
use crate::view::HORIZON;

/// The first year after the models. A year that a result does not reach counts as later than every year of the models,
/// and this is the earliest that it can then be.
pub const AFTER: f64 = HORIZON as f64 + 1.0;

/// A name within a sentence.
pub fn quoted(name: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("“{name}”"),
        Lang::Ja => format!("「{name}」"),
    }
}

/// The name of a result within a sentence.
pub fn quoted_name(cell: Cell, context: &Context) -> String {
    quoted(&short_name(cell, context), context.reader.lang)
}

/// The name of an input within a sentence.
pub fn quoted_input(param: ParamId, reader: &Reader) -> String {
    quoted(reader.text(choice::label(param)), reader.lang)
}

/// The inputs in which two scenarios differ.
pub fn differing(one: &Scenario, other: &Scenario) -> Vec<ParamId> {
    ParamId::all()
        .filter(|&param| one.get(param) != other.get(param))
        .collect()
}

/// The unit of differences of a result, and the factor that turns its own into it.
pub fn difference_unit(unit: Unit) -> (Unit, f64) {
    match unit {
        Unit::Fraction => (Unit::Points, 100.0),
        Unit::Percent => (Unit::Points, 1.0),
        Unit::Year => (Unit::Years, 1.0),
        unit => (unit, 1.0),
    }
}

/// The unit in which an input is typed; of a percentage without what it is of.
pub fn input_unit(param: ParamId, lang: Lang) -> &'static str {
    match param.row().unit.is_percentage() {
        true => "%",
        false => typed_unit(param, lang).1,
    }
}

/// The name of an input with its unit, for what lies along an axis; percentages are just that.
pub fn input_name(param: ParamId, reader: &Reader) -> String {
    let name = reader.text(choice::label(param));
    match (input_unit(param, reader.lang), reader.lang) {
        ("", _) => name.to_owned(),
        (unit, Lang::En) => format!("{name} ({unit})"),
        (unit, Lang::Ja) => format!("{name}（{unit}）"),
    }
}

/// The documents whose assumptions a result rests on, for the source line of its analysis.
pub fn sources(cell: Cell) -> Vec<Source> {
    let model = cell.output().id.split('.').next().unwrap_or_default();
    let documents: &[Document] = match model {
        "tam" => &[Document::Reshoring],
        // The cost of a model generation comes from the chapter on sovereign AI.
        "capture" => &[Document::Reshoring, Document::SovereignAi],
        "sovereign" => &[Document::SovereignAi],
        "genai" => &[Document::GenerativeAi],
        _ => &[Document::Platforms, Document::Funding],
    };
    documents.iter().copied().map(Source::Model).collect()
}

/// The name of a result in the reader's language; the place only where it is not the usual one.
pub fn short_name(cell: Cell, context: &Context) -> String {
    let named = match cell.place == cell.output().home() {
        true => cell.at(crate::output::Place::Whole, cell.year),
        false => cell,
    };
    named.name(context.reader.lang)
}
