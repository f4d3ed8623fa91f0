//! The workbook of a scenario: inputs that can be changed, results that follow by formulas, what they were in the base
//! case, and what they rest on.

mod charts;
mod comparison;
mod inputs;
mod numbers;
mod results;
mod sources;

use super::about::{About, Fact, Told};
use super::formulas::{self, Layout};
use super::grid::Grid;
use super::sheet::{Cell, Content, Look, Mark, Sheet, Workbook, column};
use super::words;
use crate::chapters::{ChapterId, SHARED};
use crate::i18n::number::Reader;
use crate::model::{self, Results};
use crate::scenario::{Group, ParamId, Scenario};
use crate::source::Document;
use crate::text::{Lang, Text};
use crate::unit::Unit;

/// What a workbook is made from.
pub struct Material<'a> {
    /// The inputs.
    pub scenario: &'a Scenario,
    /// Their results.
    pub results: &'a Results,
    /// Of which scenario it is.
    pub about: &'a About,
    /// The scenario that the reader compares it with, with its results, where that is not the base case.
    pub compared: Option<(&'a Scenario, &'a Results)>,
    /// For whom numbers and names are written.
    pub reader: Reader,
}

/// The workbook.
pub fn workbook(material: &Material) -> Workbook {
    let lang = material.reader.lang;
    let grid = Grid::of(material.results);
    let table = results::Table::of(&grid);
    let layout = Layout::new(&grid, words::DATA_SHEET.get(lang));
    let live = material.results_sheet(&table, &layout);
    let data = material.data_sheet(&layout.into_statistics());
    let base = model::run(&Scenario::default());
    let names = ParamId::all().map(|param| {
        let sheet = words::INPUTS_SHEET.get(lang);
        let place = format!("'{sheet}'!${}${}", material.used(), param.index() + 2);
        (formulas::name(param), place)
    });
    let mut sheets = vec![
        material.about_sheet(),
        material.inputs_sheet(),
        material.charts_sheet(&table, &grid),
        live,
        material.comparison_sheet(&table, &base),
        material.values_sheet(words::BASE_SHEET, &table, &base),
    ];
    if let Some((_, results)) = material.compared {
        sheets.push(material.values_sheet(words::PINNED_SHEET, &table, results));
    }
    sheets.extend([material.sources_sheet(), data]);
    Workbook {
        title: words::BOOK_TITLE.get(lang).to_owned(),
        sheets,
        names: names.collect(),
    }
}

/// The names of columns.
fn head(lang: Lang, names: &[Text]) -> Vec<Cell> {
    let cell = |name: &Text| Cell::text(name.get(lang), Look::Head);
    names.iter().map(cell).collect()
}

fn text(text: impl Into<String>) -> Cell {
    Cell::text(text, Look::Plain)
}

/// Words that wrap.
fn long(text: impl Into<String>) -> Cell {
    Cell::text(text, Look::Words)
}

/// The chapter of a group of inputs or results.
fn chapter(group: Option<Group>) -> Text {
    let chapter = group.and_then(ChapterId::of);
    chapter.map_or(SHARED.title, ChapterId::title)
}

impl Material<'_> {
    fn say(&self, text: Text) -> &'static str {
        self.reader.text(text)
    }

    fn about_sheet(&self) -> Sheet {
        let mut rows = vec![
            vec![Cell::text(self.say(words::BOOK_TITLE), Look::Title)],
            vec![],
        ];
        let mut add = |name: &str, values: Vec<Cell>| {
            for (at, value) in values.into_iter().enumerate() {
                let name = if at == 0 { name } else { "" };
                rows.push(vec![Cell::text(name, Look::Name), value]);
            }
        };
        for Told(fact, value) in self.about.lines() {
            if fact == Fact::Changed {
                add(self.say(words::CHANGED_AT), self.changes(self.about));
                add(
                    self.say(words::CHANGED_NOW),
                    vec![self.now(1, self.scenario.changed().count())],
                );
                add(self.say(words::REFUSED_NOW), vec![self.now(2, 0)]);
            } else {
                add(self.say(fact.name()), self.about_line(fact, value));
            }
        }
        let mut sources = vec![long(self.say(words::RESTS_ON))];
        sources.extend(Document::ALL.map(|document| long(self.say(document.short()))));
        add(self.say(words::SOURCE), sources);
        rows.push(vec![]);
        rows.extend(self.how_to_use());
        Sheet {
            name: self.say(words::ABOUT_SHEET),
            rows,
            widths: vec![36, 100],
            ..Sheet::default()
        }
    }

    /// What stands beside a name on the sheet about the workbook.
    fn about_line(&self, fact: Fact, value: String) -> Vec<Cell> {
        if fact == Fact::Link {
            let (content, look) = (Content::Link(value), Look::Plain);
            return vec![Cell { content, look }];
        }
        let compared = self.compared.filter(|_| fact == Fact::Compared);
        let mut told = vec![long(
            compared.map_or(&value[..], |_| self.about.reference()),
        )];
        if let Some((scenario, _)) = compared {
            told.extend(self.changes(&About::of(scenario, "", "", &self.reader)));
        }
        told
    }

    /// The changed assumptions, one a cell.
    fn changes(&self, about: &About) -> Vec<Cell> {
        match about.changes.is_empty() {
            true => vec![long(self.say(words::BASE_CASE))],
            false => about.changes.iter().map(long).collect(),
        }
    }

    fn how_to_use(&self) -> Vec<Vec<Cell>> {
        let how = [
            words::CHANGE_INPUTS,
            words::SEE_CHANGES,
            words::RESULTS_ARE_FORMULAS,
            words::EMPTY_RESULTS,
            words::UNITS_OF_AMOUNTS,
            words::RECALCULATE,
        ];
        let head = vec![Cell::text(self.say(words::HOW_TO), Look::Title)];
        let how = how.map(|how| vec![text(""), long(self.say(how))]);
        [head].into_iter().chain(how).collect()
    }

    /// How many inputs are in a state or a greater one, now and after every change.
    fn now(&self, state: u8, count: usize) -> Cell {
        let column = column(inputs::STATE_AT);
        let (sheet, last) = (self.say(words::INPUTS_SHEET), ParamId::all().count() + 1);
        let formula = format!("COUNTIF('{sheet}'!{column}2:{column}{last},\">={state}\")");
        Cell {
            content: Content::Formula(formula, Some(count as f64)),
            look: Look::Words,
        }
    }

    /// Puts the name of the scenario that is compared into the head of its column.
    fn name_compared(&self, heads: &mut [Cell]) {
        let column = Cell::text(self.say(words::PINNED_SHEET), Look::Head);
        let named = heads.iter_mut().filter(|head| **head == column);
        for head in named {
            *head = Cell::text(self.about.reference(), Look::Head);
        }
    }

    /// The unit in words.
    fn unit(&self, unit: Unit) -> String {
        match (unit, self.reader.lang) {
            (Unit::Fraction, _) => "%".to_owned(),
            (Unit::Year, Lang::En) => "year".to_owned(),
            (Unit::Ratio, lang) => words::RATIO.get(lang).to_owned(),
            (unit, lang) => unit.label().get(lang).to_owned(),
        }
    }
}

/// Marks rows from the one after the heads on, over these columns, for as long as the formula holds.
fn mark(heads: u32, rows: usize, columns: (usize, usize), formula: String) -> Mark {
    Mark {
        first: (heads, columns.0 as u16),
        last: (rows.saturating_sub(1) as u32, columns.1 as u16),
        formula,
    }
}
