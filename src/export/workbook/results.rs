//! The sheets of results: by formulas, and as they are in a scenario.

use super::numbers::{of_one, shown};
use super::{Material, chapter, head, long, text};
use crate::export::formulas::{BEFORE, Layout};
use crate::export::grid::{Grid, Row, code};
use crate::export::sheet::{Cell, Content, Look, Sheet, Shown};
use crate::export::words;
use crate::model::Results;
use crate::output::{self, Head};
use crate::scenario::Group;
use crate::text::Text;

/// Rows of results with the values that exist in them: looked for once, for every sheet that holds them.
pub struct Table<'a> {
    /// The rows.
    pub rows: &'a [Row],
    /// First and last year.
    pub years: (u16, u16),
    /// The values of each row.
    pub cells: Vec<Vec<output::Cell>>,
}

impl<'a> Table<'a> {
    /// The values of a grid.
    pub fn of(grid: &'a Grid) -> Table<'a> {
        let (first, last) = grid.years();
        let cells = |row: &Row| {
            let years = match row.head.undated {
                true => output::UNDATED..=output::UNDATED,
                false => first..=last,
            };
            let there = years.filter(|year| grid.has(*row, *year));
            there.filter_map(|year| row.cell(year)).collect()
        };
        Table {
            rows: &grid.rows,
            years: (first, last),
            cells: grid.rows.iter().map(cells).collect(),
        }
    }
}

/// The chapter that an output belongs to.
pub fn chapter_of(head: &Head) -> Text {
    let model = head.id.split('.').next();
    let group = Group::ALL
        .into_iter()
        .find(|group| Some(group.code()) == model);
    chapter(group)
}

/// The year from which most results have values.
const MOST_FROM: u16 = 2024;

impl Material<'_> {
    /// The results by formulas.
    pub(super) fn results_sheet(&self, table: &Table, layout: &Layout) -> Sheet {
        let content = |cell: output::Cell| {
            let value = cell.read(self.results);
            match layout.formula(cell) {
                Some(formula) => Content::Formula(formula, value),
                None => value.map_or(Content::Empty, Content::Number),
            }
        };
        self.by_year(words::RESULTS_SHEET, table, self.results, content)
    }

    /// The results of a scenario as they are, each in the cell where that by formula stands.
    pub(super) fn values_sheet(&self, name: Text, table: &Table, results: &Results) -> Sheet {
        let content = |cell: output::Cell| {
            let value = cell.read(results);
            value.map_or(Content::Empty, Content::Number)
        };
        self.by_year(name, table, results, content)
    }

    fn by_year(
        &self,
        name: Text,
        table: &Table,
        results: &Results,
        content: impl Fn(output::Cell) -> Content,
    ) -> Sheet {
        use words::*;
        let mut heads = head(self.reader.lang, &[CHAPTER, RESULT, PLACE, UNIT, COMPUTED]);
        heads.push(Cell::text("ID", Look::Head));
        heads.extend(head(self.reader.lang, &[PLACE_CODE, words::UNDATED]));
        let (first, last) = table.years;
        let year = |year: u16| Cell {
            content: Content::Number(f64::from(year)),
            look: Look::HeadYear,
        };
        heads.extend((first..=last).map(year));
        let mut rows = vec![heads];
        for (row, cells) in table.rows.iter().zip(&table.cells) {
            let mut values = vec![Cell::EMPTY; usize::from(last - first) + 2];
            let look = row_look(*row, cells, results);
            for cell in cells {
                let column = match cell.year {
                    output::UNDATED => 0,
                    year => usize::from(year - first) + 1,
                };
                values[column] = Cell {
                    content: content(*cell),
                    look: Look::Value(of_one(look, cell.read(results))),
                };
            }
            let mut line = self.names(*row, how(&values, cells));
            line.extend(values);
            rows.push(line);
        }
        Sheet {
            name: self.say(name),
            rows,
            widths: vec![25, 40, 24, 16, 12, 28, 14, 11],
            frozen: (1, 3),
            // Few results begin earlier.
            opened_at: (BEFORE + 1) as u16 + MOST_FROM.saturating_sub(first),
            filtered: true,
            pages: 3,
            ..Sheet::default()
        }
    }

    /// What a row is called.
    fn names(&self, row: Row, how: Text) -> Vec<Cell> {
        let lang = self.reader.lang;
        let cells = vec![
            long(self.say(chapter_of(row.head))),
            long(row.head.label.get(lang)),
            long(row.place.label(lang)),
            long(self.unit(row.head.unit)),
            text(self.say(how)),
            text(row.head.id),
            text(code(row.place)),
        ];
        debug_assert_eq!(cells.len(), BEFORE);
        cells
    }
}

/// How the values of a row are shown.
pub fn row_look(row: Row, cells: &[output::Cell], results: &Results) -> Shown {
    let values = cells.iter().filter_map(|cell| cell.read(results));
    shown(row.head.unit, values)
}

/// How a row is computed, in words.
fn how(values: &[Cell], cells: &[output::Cell]) -> Text {
    let computed = values
        .iter()
        .any(|value| matches!(value.content, Content::Formula(..)));
    let in_words = cells.iter().any(|cell| cell.rule().is_some());
    match (computed, in_words) {
        (true, true) => words::RULE,
        (true, false) => words::LIVE,
        (false, _) => words::FIXED,
    }
}
