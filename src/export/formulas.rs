//! The formulas of the outputs as formulas of a spreadsheet.
//!
//! The templates that the reader sees and a test holds against the model are translated sign by sign: outputs become
//! cells of the sheet of results, parameters names, statistics cells of the sheet of data. Rules in words become
//! formulas of their own, `RULES`.

use std::cell::RefCell;

use super::grid::Grid;
use super::sheet::column;
use crate::formula::{self, Piece, Term};
use crate::output::{Cell, UNDATED};
use crate::scenario::ParamId;
use crate::statistic::Statistic;

/// Columns of the sheet of results before that of values without a year; the years follow it.
pub const BEFORE: usize = 7;

/// Rows of every sheet of data over its first one.
pub const HEADS: usize = 1;

/// The column of the sheet of data that holds the numbers.
pub const NUMBERS: usize = 2;

/// The outputs whose rule is told in words, and what gives them in a spreadsheet.
const RULES: [(&str, Rule); 4] = [
    ("sovereign.payback", Rule::FirstYear(">=0", "<0")),
    ("platforms.payback", Rule::FirstYear(">=0", "<0")),
    ("platforms.lab_justified", Rule::FirstYear(">=1", "<1")),
    (
        "platforms.assets_in_use",
        Rule::LastYears {
            output: "platforms.ai_capex",
            first: 2026,
            life: "platforms.asset_life",
        },
    ),
];

/// A rule that is told in words.
enum Rule {
    /// The first of the years looked at whose value meets the condition; the second is its opposite.
    FirstYear(&'static str, &'static str),
    /// An output added up over as many years before as a parameter has, none before the first.
    LastYears {
        output: &'static str,
        first: u16,
        life: &'static str,
    },
}

/// Where everything stands that formulas refer to.
pub struct Layout<'a> {
    grid: &'a Grid,
    /// The name of the sheet of data.
    data: &'static str,
    /// The statistics referred to so far, in the order of their rows.
    statistics: RefCell<Vec<Statistic>>,
}

impl<'a> Layout<'a> {
    /// The places of a grid.
    pub fn new(grid: &'a Grid, data: &'static str) -> Self {
        Layout {
            grid,
            data,
            statistics: RefCell::default(),
        }
    }

    /// The statistics that formulas refer to, in the order of their rows.
    pub fn into_statistics(self) -> Vec<Statistic> {
        self.statistics.into_inner()
    }

    /// The column of a year, counted from 0.
    pub fn column(&self, year: u16) -> usize {
        match year {
            UNDATED => BEFORE,
            _ => BEFORE + 1 + usize::from(year - self.grid.years().0),
        }
    }

    /// The formula of a value, without the equals sign; `None` where something it needs has no cell.
    pub fn formula(&self, cell: Cell) -> Option<String> {
        if cell.rule().is_some() {
            return self.rule(cell);
        }
        let mut formula = String::new();
        for piece in formula::pieces(cell) {
            match piece {
                Piece::Text(text) => signs(&text, &mut formula),
                Piece::Term(term) => formula.push_str(&self.term(term, cell)?),
            }
        }
        match self.grid.always(cell) {
            true => Some(formula),
            // In some scenario there is no value: nothing is shown then.
            false => Some(format!("IFERROR({formula},\"\")")),
        }
    }

    fn term(&self, term: Term, cell: Cell) -> Option<String> {
        Some(match term {
            Term::Output(other) => self.cell(other)?,
            Term::Param(param) => name(param),
            Term::Statistic(statistic) => self.statistic(statistic),
            Term::Year(year) if year == cell.year => self.year(year),
            Term::Year(year) => year.to_string(),
            Term::Sum(first, last) => format!("SUM({})", self.span(first, last)?),
            Term::Mean(mean) => {
                let mut products = Vec::new();
                for [share, value] in formula::occupations(mean) {
                    let pair = [self.term(share, cell)?, self.term(value, cell)?];
                    products.push(pair.join("*"));
                }
                format!("({})", products.join("+"))
            }
        })
    }

    /// The cell of a value.
    fn cell(&self, cell: Cell) -> Option<String> {
        let row = self.grid.row_of(cell)?;
        let there = self.grid.has(self.grid.rows[row], cell.year);
        there.then(|| format!("{}{}", column(self.column(cell.year)), row + HEADS + 1))
    }

    /// The cells of an output from its year to the last.
    fn span(&self, first: Cell, last: u16) -> Option<String> {
        let row = self.grid.row_of(first)? + HEADS + 1;
        let (from, to) = self.grid.years();
        let ends = [first.year.max(from), last.min(to)].map(|year| column(self.column(year)));
        Some(format!("{}{row}:{}{row}", ends[0], ends[1]))
    }

    /// The year at the head of its column.
    fn year(&self, year: u16) -> String {
        format!("{}${HEADS}", column(self.column(year)))
    }

    fn statistic(&self, statistic: Statistic) -> String {
        let mut known = self.statistics.borrow_mut();
        let found = known.iter().position(|other| other.is_same(statistic));
        let at = found.unwrap_or_else(|| {
            known.push(statistic);
            known.len() - 1
        });
        format!("'{}'!${}${}", self.data, column(NUMBERS), at + HEADS + 1)
    }

    fn rule(&self, cell: Cell) -> Option<String> {
        let id = cell.output().id;
        let (_, rule) = RULES.iter().find(|(output, _)| *output == id)?;
        match *rule {
            Rule::FirstYear(holds, fails) => {
                let looked_at: Vec<Cell> = formula::terms(cell)
                    .into_iter()
                    .filter_map(|term| match term {
                        Term::Output(other) => Some(other),
                        _ => None,
                    })
                    .collect();
                let (first, last) = (looked_at.first()?, looked_at.last()?);
                let values = self.span(*first, last.year)?;
                let years = format!("{}:{}", self.year(first.year), self.year(last.year));
                Some(format!(
                    "IF(COUNTIF({values},\"{holds}\")=0,\"\",SUMPRODUCT(MIN({years}+9999*({values}{fails}))))"
                ))
            }
            Rule::LastYears {
                output,
                first,
                life,
            } => {
                let summed = Cell::find(output, cell.place, first)?;
                let last = self.grid.years().1.min(2040);
                let (values, years) = (
                    self.span(summed, last)?,
                    format!("{}:{}", self.year(first), self.year(last)),
                );
                let (year, life) = (self.year(cell.year), name(ParamId::find(life)?));
                Some(format!(
                    "SUMIFS({values},{years},\">=\"&({year}-{life}),{years},\"<=\"&({year}-1))"
                ))
            }
        }
    }
}

/// The name of the cell that holds a parameter as the formulas take it.
pub fn name(param: ParamId) -> String {
    param.row().id.replace('.', "_")
}

/// Operators and functions as spreadsheets write them.
fn signs(text: &str, formula: &mut String) {
    let text = text
        .replace("exp(", "EXP(")
        .replace("min(", "MIN(")
        .replace("max(", "MAX(")
        .replace("if(", "IF(");
    formula.extend(text.chars().filter(|c| *c != ' ').map(|c| match c {
        '×' => '*',
        '÷' => '/',
        '−' => '-',
        other => other,
    }));
}
