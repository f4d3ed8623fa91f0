//! Tables as CSV: UTF-8, cells quoted where they must be, lines ended as RFC 4180 has it.

use super::about::colon;
use crate::text::Lang;

/// Before the text, for spreadsheets that otherwise take it for one in the code page of the machine.
pub const MARK: &str = "\u{feff}";

/// Adds a cell in quotes.
fn quoted(text: &mut String, cell: &str) {
    text.push('"');
    text.push_str(&cell.replace('"', "\"\""));
    text.push('"');
}

/// Adds a line of cells.
pub fn line<S: AsRef<str>>(text: &mut String, cells: &[S]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        let cell = cell.as_ref();
        if cell.contains(['"', ',', '\n', '\r']) {
            quoted(text, cell);
        } else {
            text.push_str(cell);
        }
    }
    text.push_str("\r\n");
}

/// Adds a remark: a line of one cell, always in quotes, that begins with a number sign and holds one statement.
pub fn remark(text: &mut String, (name, value): (&str, &str), lang: Lang) {
    let value = value.replace(['\n', '\r'], " ");
    quoted(text, &format!("# {name}{}{value}", colon(lang)));
    text.push_str("\r\n");
}
