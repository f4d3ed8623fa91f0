//! The parameter table as CSV.

use crate::export::{csv, exact};
use crate::scenario::ParamId;
use crate::source::Origin;

const COLUMNS: [&str; 15] = [
    "id", "chapter", "label_en", "label_ja", "unit", "default", "min", "max", "step", "low",
    "high", "kind", "source", "note_en", "note_ja",
];

/// Every parameter, one line each, under a line of column names; `source` is in English.
pub fn table() -> String {
    let mut text = String::new();
    csv::line(&mut text, &COLUMNS);
    for param in ParamId::all() {
        csv::line(&mut text, &cells(param));
    }
    text
}

fn cells(param: ParamId) -> Vec<String> {
    let (row, note) = (param.row(), param.note());
    let source = match row.origin {
        Origin::Published(document) | Origin::Calibrated(document) => document.file_name(),
        Origin::Statistic(source) => source.en,
        Origin::Assumed => "",
    };
    let names = [
        row.id,
        param.group().code(),
        row.label.en,
        row.label.ja,
        row.unit.code(),
    ];
    let numbers = [row.default, row.min, row.max, row.step, row.low, row.high];
    let told = [row.origin.code(), source, note.en, note.ja];
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let numbers = numbers.map(exact).to_vec();
    [words(&names), numbers, words(&told)].concat()
}
