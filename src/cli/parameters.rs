//! The parameter table as CSV.

use crate::scenario::ParamId;
use crate::source::Origin;

const COLUMNS: &str =
    "id,chapter,label_en,label_ja,unit,default,min,max,step,low,high,kind,source,note_en,note_ja\n";

/// Every parameter, one line each, under a line of column names; `source` is in English.
pub fn table() -> String {
    ParamId::all().fold(COLUMNS.into(), |text, param| text + &line(param))
}

fn line(param: ParamId) -> String {
    let (row, note) = (param.row(), param.note());
    let source = match row.origin {
        Origin::Published(document) | Origin::Calibrated(document) => document.file_name(),
        Origin::Statistic(source) => source.en,
        Origin::Assumed => "",
    };
    let mut cells: Vec<String> = [
        row.id,
        param.group().code(),
        row.label.en,
        row.label.ja,
        row.unit.code(),
    ]
    .map(cell)
    .into();
    cells.extend(
        [row.default, row.min, row.max, row.step, row.low, row.high]
            .map(|number| number.to_string()),
    );
    cells.extend([row.origin.code(), source, note.en, note.ja].map(cell));
    cells.join(",") + "\n"
}

/// A cell, quoted where it must be.
fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text.into()
}
