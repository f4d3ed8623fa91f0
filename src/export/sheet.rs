//! A spreadsheet as plain data: sheets of cells with numbers, words and formulas, whoever writes the file.

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// An address that can be followed.
    Link(String),
    /// A number.
    Number(f64),
    /// A formula without its equals sign, and what it gives in the scenario of the workbook; no value is shown as
    /// an empty cell.
    Formula(String, Option<f64>),
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// As the program has it.
    Plain,
    /// The title of the workbook or of a part of a sheet.
    Title,
    /// The names of columns.
    Head,
    /// Words that wrap.
    Words,
    /// A value that the reader may change, shown to this number of digits after the point.
    Input(u8),
    /// A number with two digits after the point and thousands apart.
    Number,
    /// A fraction shown as a percentage.
    Percent,
    /// A whole number without thousands apart, such as a year.
    Whole,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What stands in it.
    pub content: Content,
    /// How it looks.
    pub look: Look,
}

impl Cell {
    /// A cell with nothing in it.
    pub const EMPTY: Cell = Cell {
        content: Content::Empty,
        look: Look::Plain,
    };

    /// Words.
    pub fn text(text: impl Into<String>, look: Look) -> Cell {
        let text = text.into();
        let content = match text.is_empty() {
            true => Content::Empty,
            false => Content::Text(text),
        };
        Cell { content, look }
    }

    /// A number; nothing where there is none.
    pub fn number(value: Option<f64>, look: Look) -> Cell {
        let content = value.map_or(Content::Empty, Content::Number);
        Cell { content, look }
    }
}

/// The smallest and largest value that a cell accepts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// Row, from 0.
    pub row: u32,
    /// Column, from 0.
    pub column: u16,
    /// Smallest.
    pub min: f64,
    /// Largest.
    pub max: f64,
}

/// One sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Its name on the tab; no apostrophe.
    pub name: &'static str,
    /// The cells, row by row.
    pub rows: Vec<Vec<Cell>>,
    /// The widths of the first columns, in characters.
    pub widths: Vec<u8>,
    /// Rows and columns that stay when the rest is scrolled.
    pub frozen: (u32, u16),
    /// What the cells for inputs accept.
    pub limits: Vec<Limits>,
}

/// The workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Workbook {
    /// Its title in the properties of the file.
    pub title: String,
    /// The sheets in their order.
    pub sheets: Vec<Sheet>,
    /// Names for cells, each with the cell such as `'Inputs'!$G$5`.
    pub names: Vec<(String, String)>,
}

/// The letters of a column: 0 is A, 26 is AA.
pub fn column(mut index: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (index % 26) as u8));
        if index < 26 {
            break;
        }
        index = index / 26 - 1;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_letters() {
        let named = [0, 25, 26, 51, 52, 701, 702].map(column);
        assert_eq!(named, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
