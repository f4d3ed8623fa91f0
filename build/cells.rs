//! The rows of a table as Rust code.

use std::fmt::Write as _;

use super::tables::{Cell, Table};
use super::{Failure, Record, period, read};

/// Writes a table as a static.
pub fn write_table(code: &mut String, table: &Table, rows: &[Record]) -> Result<(), Failure> {
    writeln!(code, "/// The rows of `{}`.", table.file)?;
    writeln!(
        code,
        "pub static {}: [{}; {}] = [",
        table.name,
        table.row,
        rows.len()
    )?;
    for (index, row) in rows.iter().enumerate() {
        write!(code, "    {} {{ ", table.row)?;
        for &(field, column, cell) in table.fields {
            let value = expression(row, column, cell)
                .map_err(|error| format!("{} row {}, {column}: {error}", table.file, index + 2))?;
            write!(code, "{field}: {value}, ")?;
        }
        writeln!(code, "}},")?;
    }
    writeln!(code, "];")?;
    Ok(())
}

/// The Rust expression of one cell.
fn expression(row: &Record, column: &str, cell: Cell) -> Result<String, Failure> {
    if let Cell::Label = cell {
        let (en, ja) = (
            get(row, &format!("{column}_en"))?,
            get(row, &format!("{column}_ja"))?,
        );
        if en.is_empty() || ja.is_empty() {
            return Err("a label needs both languages".into());
        }
        return Ok(format!("Text::new({en:?}, {ja:?})"));
    }
    let text = get(row, column)?;
    Ok(match cell {
        Cell::Text | Cell::Label => format!("{text:?}"),
        Cell::Number => number(text)?,
        Cell::Tenths => {
            let (whole, tenth) = text.split_once('.').unwrap_or((text, "0"));
            if tenth.len() != 1 {
                return Err(format!("{column}: `{text}` has more than one decimal").into());
            }
            format!("{whole}{tenth}").parse::<u32>()?.to_string()
        }
        Cell::Optional if text.is_empty() => "None".into(),
        Cell::Optional => format!("Some({})", number(text)?),
        Cell::Year => text.parse::<u16>()?.to_string(),
        Cell::Month => month(text)?,
        Cell::Period => {
            let [en, ja] = period::words(text)?;
            format!("Text::new({en:?}, {ja:?})")
        }
        Cell::Region => name("Region", text, &["us", "we", "in", "jp"])?,
        Cell::AgeGroup => name("AgeGroup", text, &["total", "working_age"])?,
        Cell::Quantity => name("Quantity", text, &["mva", "workers", "wage"])?,
        Cell::Confidence => name("Confidence", text, &["sourced", "estimate", "assumed"])?,
        Cell::Document => document(text)?.into(),
        Cell::Position(file, column) => position(file, column, text)?.to_string(),
    })
}

/// Year and month of a date; `None` without one.
fn month(date: &str) -> Result<String, Failure> {
    let mut parts = date.split('-');
    let (Some(year), Some(month)) = (parts.next(), parts.next()) else {
        return match date {
            "" => Ok("None".into()),
            _ => Err(format!("`{date}` is not a date").into()),
        };
    };
    let (year, month) = (year.parse::<u16>()?, month.parse::<u8>()?);
    Ok(format!("Some(Month {{ year: {year}, month: {month} }})"))
}

fn get<'a>(row: &'a Record, column: &str) -> Result<&'a str, Failure> {
    row.get(column)
        .map(String::as_str)
        .ok_or_else(|| "no such column".into())
}

/// A finite number as a literal that reads back as the same `f64`.
fn number(text: &str) -> Result<String, Failure> {
    let value: f64 = text
        .parse()
        .map_err(|_| format!("`{text}` is not a number"))?;
    if !value.is_finite() {
        return Err(format!("`{text}` is not finite").into());
    }
    Ok(format!("{value:?}"))
}

/// The variant of an enum whose name is `word` in camel case.
fn name(of: &str, word: &str, accepted: &[&str]) -> Result<String, Failure> {
    if !accepted.contains(&word) {
        return Err(format!("`{word}` is none of {accepted:?}").into());
    }
    let camel: String = word
        .split('_')
        .map(|part| part[..1].to_uppercase() + &part[1..])
        .collect();
    Ok(format!("{of}::{camel}"))
}

pub fn document(file: &str) -> Result<&'static str, Failure> {
    Ok(match file.get(..3) {
        Some("000") => "Document::Platforms",
        Some("001") => "Document::GenerativeAi",
        Some("002") => "Document::Funding",
        Some("003") => "Document::Reshoring",
        Some("004") => "Document::SovereignAi",
        _ => return Err(format!("`{file}` is none of the documents").into()),
    })
}

fn position(file: &str, column: &str, word: &str) -> Result<usize, Failure> {
    let found = read(file)?.iter().position(|row| row[column] == word);
    found.ok_or_else(|| format!("`{word}` is not in {file}").into())
}
