//! A table of one result over two inputs, for every form of export: its words, its shades, its numbers.

use std::borrow::Cow;

use super::about::colon;
use super::words;
use crate::chapters::MISSING;
use crate::choice;
use crate::figure::{Categories, Figure, Kind};
use crate::i18n::bench;
use crate::i18n::number::Reader;
use crate::scenario::ParamId;
use crate::text::Lang;
use crate::whatif::{input_name, input_unit};

/// The strongest colour lies this far from the paper, as on the page.
const STRONGEST: f64 = 0.42;

/// A cell of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Shade {
    /// Its value as written.
    pub text: String,
    /// How far it lies between the smallest and the largest, 0 to 1.
    pub share: f64,
}

/// The table.
#[derive(Clone, Debug, PartialEq)]
pub struct Heat {
    /// The input across, with its unit.
    pub across: String,
    /// The input down, with its unit.
    pub down: String,
    /// Values of the input across.
    pub columns: Vec<String>,
    /// Values of the input down, each with the cells beside it.
    pub rows: Vec<(String, Vec<Shade>)>,
    /// Column and row of the present scenario.
    pub present: (usize, usize),
}

impl Heat {
    /// The table of a figure that is one.
    pub fn of(figure: &Figure, reader: &Reader) -> Option<Heat> {
        let Kind::Heat {
            across,
            down,
            present,
        } = figure.kind
        else {
            return None;
        };
        let panel = figure.panels.first()?;
        let values = || panel.series.iter().flat_map(|series| &series.values);
        let (low, high) = values()
            .flatten()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &value| {
                (low.min(value), high.max(value))
            });
        let scale = reader.scale(figure.unit, figure.largest(figure.unit));
        let shade = |value: &Option<f64>| Shade {
            text: value.map_or_else(|| MISSING.to_owned(), |value| reader.cell(&scale, value)),
            share: match value {
                Some(value) if high > low => (value - low) / (high - low),
                _ => 0.0,
            },
        };
        let rows = panel.series.iter();
        Some(Heat {
            across: input_name(across, reader),
            down: input_name(down, reader),
            columns: (0..figure.categories.len())
                .map(|index| figure.categories.name(index))
                .collect(),
            rows: rows
                .map(|row| (row.name.clone(), row.values.iter().map(shade).collect()))
                .collect(),
            present,
        })
    }

    /// What stands in the corner: which input goes down, and which across.
    pub fn corner(&self) -> String {
        format!("{} ↓\n{} →", self.down, self.across)
    }
}

/// A colour between that of the paper and an accent, both such as `#12436D`.
pub fn mixed(paper: &str, accent: &str, share: f64) -> String {
    let part = |colour: &str, at: usize| {
        let digits = colour.get(at..at + 2).unwrap_or_default();
        f64::from(u8::from_str_radix(digits, 16).unwrap_or_default())
    };
    let mut mixed = String::from("#");
    for at in [1, 3, 5] {
        let (from, to) = (part(paper, at), part(accent, at));
        let value = from + (to - from) * share * STRONGEST;
        mixed.push_str(&format!("{:02x}", value.round() as u8));
    }
    mixed
}

/// An input with one of its values: `Exchange rate 120 JPY per USD`.
fn stated(param: ParamId, value: &str, reader: &Reader) -> String {
    let name = reader.text(choice::label(param));
    match (choice::choice(param), input_unit(param, reader.lang)) {
        (Some(_), _) => format!("{name}{}{value}", colon(reader.lang)),
        (None, "%") => format!("{name} {value}%"),
        (None, unit) if reader.lang == Lang::En => format!("{name} {value} {unit}"),
        (None, unit) => format!("{name} {value}{unit}"),
    }
    .trim_end()
    .to_owned()
}

/// The figure for files of numbers: of a table over two inputs, each heading names its input with value and unit, and
/// the note the present values, for there is no cell to outline.
pub fn spelt<'a>(figure: &'a Figure, reader: &Reader) -> Cow<'a, Figure> {
    let Kind::Heat {
        across,
        down,
        present,
    } = figure.kind
    else {
        return Cow::Borrowed(figure);
    };
    let mut spelt = figure.clone();
    let names = (0..figure.categories.len()).map(|index| figure.categories.name(index));
    let names: Vec<_> = names.map(|name| stated(across, &name, reader)).collect();
    for series in spelt.panels.iter_mut().flat_map(|panel| &mut panel.series) {
        series.name = stated(down, &series.name, reader);
    }
    let row = spelt.panels.first().and_then(|it| it.series.get(present.1));
    let now = [
        row.map(|row| row.name.clone()),
        names.get(present.0).cloned(),
    ];
    spelt.note = format!(
        "{}{}{}{}",
        reader.text(words::OTHERS_AS_NOW),
        reader.text(bench::PRESENT),
        colon(reader.lang),
        now.into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(reader.text(words::COMMA))
    );
    spelt.categories = Categories::Names(names);
    Cow::Owned(spelt)
}

#[cfg(test)]
mod tests;
