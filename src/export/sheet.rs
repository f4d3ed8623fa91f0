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
    /// A year at the head of a column.
    HeadYear,
    /// The name of what stands beside it.
    Name,
    /// Words that wrap.
    Words,
    /// A number that the reader may change.
    Input(Shown),
    /// A number.
    Value(Shown),
}

/// How a number is shown; the cell holds all its digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// With this number of digits after the point and thousands apart.
    Digits(u8),
    /// A fraction as a percentage with this number of digits after the point.
    Percent(u8),
    /// Without thousands apart, such as a year.
    Year,
    /// In powers of ten: too small for anything else.
    Powers,
    /// A difference, with its sign and this number of digits; a dash for none.
    Signed(u8),
    /// The same of percentages, in points.
    Points,
    /// The same in percent of what it differs from.
    SignedPercent,
    /// The words for 1 and for 2, nothing for 0.
    State(&'static str, &'static str),
}

impl Shown {
    /// With one digit less, for the numbers at an axis.
    pub fn coarser(self) -> Shown {
        match self {
            Shown::Digits(digits) => Shown::Digits(digits.saturating_sub(1)),
            Shown::Percent(digits) => Shown::Percent(digits.saturating_sub(1)),
            other => other,
        }
    }
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

/// What a cell for an input accepts, and what is told of it when it is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Limits {
    /// Row, from 0.
    pub row: u32,
    /// Column, from 0.
    pub column: u16,
    /// Smallest.
    pub min: f64,
    /// Largest.
    pub max: f64,
    /// Whether only whole numbers are accepted.
    pub whole: bool,
    /// Its name.
    pub title: String,
    /// What is accepted, in a sentence.
    pub message: String,
}

/// Cells that are marked for as long as a formula, written for the first of them, holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// First row and column, from 0.
    pub first: (u32, u16),
    /// Last row and column.
    pub last: (u32, u16),
    /// The formula, without its equals sign.
    pub formula: String,
}

/// A line of a chart: cells of a row of some sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The cell that names it: sheet, row and column, from 0.
    pub named: (&'static str, u32, u16),
    /// The sheet.
    pub sheet: &'static str,
    /// The row, from 0.
    pub row: u32,
    /// First and last column, from 0.
    pub columns: (u16, u16),
    /// Colour of six digits.
    pub colour: u32,
    /// Whether it is dashed.
    pub is_dashed: bool,
}

/// A chart of lines over the years that stand in the first row of the lines' sheets.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The row and column, from 0, of the cell under its upper left corner.
    pub at: (u32, u16),
    /// Its title.
    pub title: String,
    /// How the numbers at its axis are shown.
    pub shown: Shown,
    /// Its lines, the last one on top.
    pub lines: Vec<Line>,
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name on the tab; no apostrophe.
    pub name: &'static str,
    /// The cells, row by row.
    pub rows: Vec<Vec<Cell>>,
    /// The widths of the first columns, in characters.
    pub widths: Vec<u8>,
    /// Rows and columns that stay when the rest is scrolled, and that every printed page repeats.
    pub frozen: (u32, u16),
    /// The first column beside the frozen ones when the sheet is opened; 0 for that which follows them.
    pub opened_at: u16,
    /// What the cells for inputs accept.
    pub limits: Vec<Limits>,
    /// What is marked.
    pub marks: Vec<Mark>,
    /// Whether the rows under the frozen ones can be chosen by what stands in a column.
    pub filtered: bool,
    /// Pages that the width takes on paper; 0 counts as 1.
    pub pages: u16,
    /// The charts.
    pub charts: Vec<Chart>,
    /// Rows, from 0, that begin a page on paper.
    pub breaks: Vec<u32>,
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
