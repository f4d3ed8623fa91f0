//! What charts of formulas show before a spreadsheet has computed: the writer keeps the values of plain numbers only.

use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::XlsxError;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::export::exact;
use crate::export::sheet::{Content, Line, Workbook};

/// The values of a series in the file of a chart; those of formulas are missing after their count.
const SERIES: &str = "<c:val>";
const END: &str = "</c:numCache>";

/// The file with the values of formulas in its charts.
///
/// # Errors
///
/// A file that is none, or a chart otherwise than the writer writes it.
pub fn with_values(file: Vec<u8>, workbook: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut from = ZipArchive::new(Cursor::new(file))?;
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    // The writer numbers charts in the order of sheets.
    let charts = workbook.sheets.iter().flat_map(|sheet| &sheet.charts);
    let charts: Vec<_> = (1..)
        .map(|number| format!("xl/charts/chart{number}.xml"))
        .zip(charts)
        .collect();
    for index in 0..from.len() {
        let name = from.by_index_raw(index)?.name()?.into_owned();
        let Some((_, chart)) = charts.iter().find(|(file, _)| *file == name) else {
            to.raw_copy_file(from.by_index_raw(index)?)?;
            continue;
        };
        let mut text = String::new();
        from.by_index(index)?.read_to_string(&mut text)?;
        to.start_file(name, SimpleFileOptions::default())?;
        to.write_all(filled(&text, &chart.lines, workbook)?.as_bytes())?;
    }
    Ok(to.finish()?.into_inner())
}

fn filled(text: &str, lines: &[Line], workbook: &Workbook) -> Result<String, XlsxError> {
    let mut parts = text.split(SERIES);
    let mut out = parts.next().unwrap_or_default().to_owned();
    let mut lines = lines.iter();
    for (part, line) in parts.by_ref().zip(lines.by_ref()) {
        let otherwise = || XlsxError::ChartError(format!("no values of row {}", line.row));
        let (before, after) = part.split_once(END).ok_or_else(otherwise)?;
        out.extend([SERIES, before, &points(line, workbook), END, after]);
    }
    match (parts.next(), lines.next()) {
        (None, None) => Ok(out),
        _ => Err(XlsxError::ChartError("other lines".to_owned())),
    }
}

/// The values of formulas under a line.
fn points(line: &Line, workbook: &Workbook) -> String {
    let sheet = workbook
        .sheets
        .iter()
        .find(|sheet| sheet.name == line.sheet);
    let row = sheet.and_then(|sheet| sheet.rows.get(line.row as usize));
    let (first, last) = line.columns;
    let cells = row.and_then(|row| row.get(usize::from(first)..=usize::from(last)));
    let cells = cells.unwrap_or_default().iter().enumerate();
    let points = cells.filter_map(|(at, cell)| match &cell.content {
        Content::Formula(_, Some(value)) => Some((at, exact(*value))),
        _ => None,
    });
    let point = |(at, value)| format!("<c:pt idx=\"{at}\"><c:v>{value}</c:v></c:pt>");
    points.map(point).collect()
}
