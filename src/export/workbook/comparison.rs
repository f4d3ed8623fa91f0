//! The sheet that sets the results of a year beside those of the base case and of the scenario compared with.

use super::results::{Table, chapter_of, row_look};
use super::{Material, head, long, mark, text};
use crate::export::formulas::BEFORE;
use crate::export::grid::Row;
use crate::export::sheet::{Cell, Content, Limits, Look, Sheet, Shown, column};
use crate::export::words;
use crate::model::Results;
use crate::output::{self, UNDATED};
use crate::text::{Lang, Text};
use crate::unit::Unit;
use crate::view::HORIZON;

/// Rows over the first result: the year, a gap, the names of columns.
pub const HEADS: usize = 3;

/// The column of the present results.
pub const PRESENT: usize = 4;

/// Differences smaller than this part of the whole come from the last digits of numbers only.
const NOTHING: f64 = 1e-9;

impl Material<'_> {
    pub(super) fn comparison_sheet(&self, table: &Table, base: &Results) -> Sheet {
        use words::*;
        let lang = self.reader.lang;
        let year = Cell::number(Some(f64::from(HORIZON)), Look::Input(Shown::Year));
        let mut names = vec![CHAPTER, RESULT, PLACE, UNIT, words::NOW];
        let mut widths = vec![25, 44, 26, 16, 16];
        let others = self.others(base);
        for (sheet, _) in &others {
            names.extend([*sheet, DIFFERENCE, IN_PERCENT]);
            widths.extend([16, 14, 12]);
        }
        widths.push(28);
        let mut heads = head(lang, &names);
        self.name_compared(&mut heads);
        heads.push(Cell::text("ID", Look::Head));
        let mut rows = vec![
            vec![Cell::text(self.say(YEAR), Look::Name), year],
            vec![text(""), long(self.say(YEAR_HOW))],
            heads,
        ];
        for at in 0..table.rows.len() {
            rows.push(self.compared_row(table, at, &others));
        }
        let marks = (0..others.len()).map(|at| {
            let from = PRESENT + 1 + 3 * at;
            let difference = format!("${}{}", column(from + 1), HEADS + 1);
            let formula = format!("AND(ISNUMBER({difference}),{difference}<>0)");
            mark(HEADS as u32, rows.len(), (from + 1, from + 2), formula)
        });
        Sheet {
            name: self.say(COMPARISON_SHEET),
            marks: marks.collect(),
            rows,
            widths,
            frozen: (HEADS as u32, 3),
            limits: vec![self.years(table.years)],
            filtered: true,
            pages: 1,
            ..Sheet::default()
        }
    }

    /// What is compared with: the base case, and the scenario that the reader chose.
    fn others<'a>(&'a self, base: &'a Results) -> Vec<(Text, &'a Results)> {
        let mut others = vec![(words::BASE_SHEET, base)];
        let pinned = self.compared;
        others.extend(pinned.map(|(_, results)| (words::PINNED_SHEET, results)));
        others
    }

    fn years(&self, (first, last): (u16, u16)) -> Limits {
        let message = match self.reader.lang {
            Lang::En => format!("Enter a year from {first} to {last}."),
            Lang::Ja => format!("{first}～{last}年を入力する。"),
        };
        Limits {
            row: 0,
            column: 1,
            min: f64::from(first),
            max: f64::from(last),
            whole: true,
            title: self.say(words::YEAR).to_owned(),
            message,
        }
    }

    fn compared_row(&self, table: &Table, at: usize, others: &[(Text, &Results)]) -> Vec<Cell> {
        let (row, cells) = (table.rows[at], &table.cells[at]);
        let (lang, line) = (self.reader.lang, at + HEADS + 1);
        let shown = row_look(row, cells, self.results);
        let wanted = match row.head.undated {
            true => UNDATED,
            false => HORIZON,
        };
        let cell = cells.iter().find(|cell| cell.year == wanted).copied();
        let read = |results: &Results| cell.and_then(|cell: output::Cell| cell.read(results));
        let value = |sheet: Text, value: Option<f64>| Cell {
            content: Content::Formula(in_year(self.say(sheet), row, at, table.years), value),
            look: Look::Value(super::numbers::of_one(shown, value)),
        };
        let now = read(self.results);
        let mut line_of = vec![
            long(self.say(chapter_of(row.head))),
            long(row.head.label.get(lang)),
            long(row.place.label(lang)),
            long(self.unit(row.head.unit)),
            value(words::RESULTS_SHEET, now),
        ];
        for (number, (sheet, results)) in others.iter().enumerate() {
            let from = PRESENT + 1 + 3 * number;
            let other = read(results);
            line_of.push(value(*sheet, other));
            line_of.extend(differences(
                row.head.unit,
                shown,
                (line, from),
                (now, other),
            ));
        }
        line_of.push(long(row.head.id));
        line_of
    }
}

/// The value of a row in the chosen year, or without one, on a sheet of results; nothing where there is none.
fn in_year(sheet: &str, row: Row, at: usize, (first, last): (u16, u16)) -> String {
    let line = at + 2;
    let cell = match row.head.undated {
        true => format!("'{sheet}'!{}{line}", column(BEFORE)),
        false => {
            let ends = [first, last].map(|year| column(BEFORE + 1 + usize::from(year - first)));
            let [from, to] = ends;
            format!(
                "INDEX('{sheet}'!${from}{line}:${to}{line},1,$B$1-{})",
                first - 1
            )
        }
    };
    format!("IF(ISNUMBER({cell}),{cell},\"\")")
}

/// How far the present value is from another: in its unit or points, and in percent where that says something.
fn differences(
    unit: Unit,
    shown: Shown,
    (line, other): (usize, usize),
    values: (Option<f64>, Option<f64>),
) -> [Cell; 2] {
    let [now_at, other_at] = [PRESENT, other].map(|at| format!("{}{line}", column(at)));
    let there = format!("AND(ISNUMBER({now_at}),ISNUMBER({other_at}))");
    let same = format!("ABS({now_at}-{other_at})<={NOTHING_WRITTEN}*ABS({other_at})");
    let both = values.0.zip(values.1);
    let is_same = |(now, other): (f64, f64)| (now - other).abs() <= NOTHING * other.abs();
    let difference = |factor: f64| {
        both.map(|(now, other)| match is_same((now, other)) {
            true => 0.0,
            false => (now - other) * factor,
        })
    };
    let (times, factor, look) = match (unit, shown) {
        (Unit::Fraction, _) => ("*100", 100.0, Shown::Points),
        (_, Shown::Digits(digits)) => ("", 1.0, Shown::Signed(digits)),
        _ => ("", 1.0, Shown::Signed(0)),
    };
    let absolute = Cell {
        content: Content::Formula(
            format!("IF({there},IF({same},0,({now_at}-{other_at}){times}),\"\")"),
            difference(factor),
        ),
        look: Look::Value(look),
    };
    if matches!(unit, Unit::Fraction | Unit::Year) {
        return [absolute, Cell::EMPTY];
    }
    let of_other = both.filter(|(_, other)| *other != 0.0);
    let relative = of_other.and_then(|(_, other)| Some(difference(1.0)? / other.abs()));
    let formula = format!(
        "IF({there},IF({other_at}=0,\"\",IF({same},0,({now_at}-{other_at})/ABS({other_at}))),\"\")"
    );
    let relative = Cell {
        content: Content::Formula(formula, relative),
        look: Look::Value(Shown::SignedPercent),
    };
    [absolute, relative]
}

/// [`NOTHING`] as formulas have it.
const NOTHING_WRITTEN: &str = "0.000000001";
