//! The workbook of a scenario: inputs that can be changed, results that follow by formulas, and what they rest on.

use super::about::About;
use super::formulas::{self, BEFORE, Layout};
use super::grid::{Grid, Row, code};
use super::sheet::{Cell, Content, Limits, Look, Sheet, Workbook};
use super::words;
use crate::choice;
use crate::data::{DATASETS, Published};
use crate::i18n::number::Reader;
use crate::model::Results;
use crate::output::UNDATED;
use crate::scenario::{ParamId, Scenario};
use crate::sort::sort_by;
use crate::statistic::Statistic;
use crate::text::{Lang, Text};
use crate::unit::Unit;
use crate::whatif::headlines;

/// What a workbook is made from.
pub struct Material<'a> {
    /// The inputs.
    pub scenario: &'a Scenario,
    /// Their results.
    pub results: &'a Results,
    /// Of which scenario it is.
    pub about: &'a About,
    /// For whom numbers and names are written.
    pub reader: Reader,
}

/// The printed figures that the report cites, each once, by name.
fn cited() -> Vec<&'static Published> {
    let mut cited: Vec<_> = headlines::books()
        .into_iter()
        .flat_map(|book| book.cited)
        .collect();
    sort_by(&mut cited, |one, other| one.id < other.id);
    cited.dedup_by_key(|published| published.id);
    cited
}

/// The workbook.
pub fn workbook(material: &Material) -> Workbook {
    let lang = material.reader.lang;
    let grid = Grid::of(material.results);
    let layout = Layout::new(&grid, words::DATA_SHEET.get(lang));
    let results = material.results_sheet(&grid, &layout);
    let data = material.data_sheet(&layout.into_statistics());
    let names = ParamId::all().enumerate().map(|(index, param)| {
        let place = format!("'{}'!$G${}", words::INPUTS_SHEET.get(lang), index + 2);
        (formulas::name(param), place)
    });
    Workbook {
        title: words::BOOK_TITLE.get(lang).to_owned(),
        sheets: vec![
            material.about_sheet(),
            material.inputs_sheet(),
            results,
            material.sources_sheet(),
            data,
        ],
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

impl Material<'_> {
    fn say(&self, text: Text) -> &'static str {
        self.reader.text(text)
    }

    fn about_sheet(&self) -> Sheet {
        let mut rows = vec![
            vec![Cell::text(self.say(words::BOOK_TITLE), Look::Title)],
            vec![],
        ];
        for (name, value) in self.about.lines() {
            let value = match name == self.say(words::LINK) {
                true => Cell {
                    content: Content::Link(value),
                    look: Look::Plain,
                },
                false => Cell::text(value, Look::Words),
            };
            rows.push(vec![Cell::text(name, Look::Head), value]);
        }
        rows.push(vec![]);
        rows.push(vec![Cell::text(self.say(words::HOW_TO), Look::Title)]);
        let how = [words::HOW_1, words::HOW_2, words::HOW_3, words::HOW_4];
        rows.extend(how.map(|how| vec![text(""), Cell::text(self.say(how), Look::Words)]));
        Sheet {
            name: self.say(words::ABOUT_SHEET),
            rows,
            widths: vec![24, 100],
            frozen: (0, 0),
            limits: Vec::new(),
        }
    }

    fn inputs_sheet(&self) -> Sheet {
        use words::*;
        let names = [
            INPUT, VALUE, BASE, LOW, HIGH, UNIT, AS_USED, ORIGIN, SOURCE, NOTE, LEAST, MOST,
        ];
        let mut head = head(self.reader.lang, &names);
        head.push(Cell::text("ID", Look::Head));
        let mut rows = vec![head];
        rows.extend(ParamId::all().map(|param| self.input(param)));
        let limits = ParamId::all().map(|param| Limits {
            row: param.index() as u32 + 1,
            column: 1,
            min: param.row().min,
            max: param.row().max,
        });
        Sheet {
            name: self.say(INPUTS_SHEET),
            rows,
            widths: vec![44, 12, 12, 10, 10, 24, 16, 12, 44, 60, 10, 10, 32],
            frozen: (1, 2),
            limits: limits.collect(),
        }
    }

    fn input(&self, param: ParamId) -> Vec<Cell> {
        let (row, value) = (param.row(), self.scenario.get(param));
        let line = param.index() + 2;
        let used = match row.unit {
            unit if unit.is_percentage() => format!("B{line}/100"),
            unit if unit.is_whole() => format!("INT(B{line}+0.5)"),
            _ => format!("B{line}"),
        };
        let used = Content::Formula(used, Some(row.unit.as_used(value)));
        let number = |value| Cell::number(Some(value), Look::Plain);
        let source = row.origin.source().map_or("", |source| self.say(source));
        vec![
            text(self.say(choice::label(param))),
            Cell::number(Some(value), Look::Input(row.decimals() as u8)),
            number(row.default),
            number(row.low),
            number(row.high),
            text(self.unit(row.unit)),
            Cell {
                content: used,
                look: Look::Plain,
            },
            text(self.say(row.origin.label())),
            text(source),
            text(self.say(param.note())),
            number(row.min),
            number(row.max),
            text(row.id),
        ]
    }

    /// The unit in words; switches are told as what 0 and 1 mean.
    fn unit(&self, unit: Unit) -> String {
        match (unit, self.reader.lang) {
            (Unit::Switch, _) => "0 / 1".to_owned(),
            (Unit::Year, Lang::En) => "year".to_owned(),
            (unit, lang) => unit.label().get(lang).to_owned(),
        }
    }

    fn results_sheet(&self, grid: &Grid, layout: &Layout) -> Sheet {
        use words::*;
        let mut head = head(self.reader.lang, &[RESULT, PLACE, UNIT, COMPUTED]);
        head.push(Cell::text("ID", Look::Head));
        head.push(Cell::text(self.say(PLACE_CODE), Look::Head));
        head.push(Cell::text(self.say(UNDATED), Look::Head));
        let (first, last) = grid.years();
        let year = |year: u16| Cell {
            content: Content::Number(f64::from(year)),
            look: Look::Head,
        };
        head.extend((first..=last).map(year));
        let mut rows = vec![head];
        for row in &grid.rows {
            rows.push(self.result(*row, grid, layout));
        }
        Sheet {
            name: self.say(RESULTS_SHEET),
            rows,
            widths: vec![40, 24, 16, 14, 30, 14, 12],
            frozen: (1, 2),
            limits: Vec::new(),
        }
    }

    /// An output at a place: its names, then its value of no year or of every year.
    fn result(&self, row: Row, grid: &Grid, layout: &Layout) -> Vec<Cell> {
        let lang = self.reader.lang;
        let (first, last) = grid.years();
        let mut values = vec![Cell::EMPTY; usize::from(last - first) + 2];
        let years: Vec<u16> = match row.head.undated {
            true => vec![UNDATED],
            false => (first..=last).collect(),
        };
        let (mut computed, mut in_words) = (false, false);
        for year in years {
            let Some(cell) = row.cell(year).filter(|_| grid.has(row, year)) else {
                continue;
            };
            let value = cell.read(self.results);
            let content = match layout.formula(cell) {
                Some(formula) => Content::Formula(formula, value),
                None => value.map_or(Content::Empty, Content::Number),
            };
            computed |= matches!(content, Content::Formula(..));
            in_words |= cell.rule().is_some();
            let look = look(row.head.unit);
            values[layout.column(year) - BEFORE] = Cell { content, look };
        }
        let how = match (computed, in_words) {
            (true, true) => words::RULE,
            (true, false) => words::LIVE,
            (false, _) => words::FIXED,
        };
        let unit = match row.head.unit {
            Unit::Fraction => "%".to_owned(),
            unit => self.unit(unit),
        };
        let mut cells = vec![
            text(row.head.label.get(lang)),
            text(row.place.label(lang)),
            text(unit),
            text(self.say(how)),
            text(row.head.id),
            text(code(row.place)),
        ];
        cells.extend(values);
        cells
    }

    fn sources_sheet(&self) -> Sheet {
        use words::*;
        let lang = self.reader.lang;
        let mut rows = vec![vec![Cell::text(self.say(STATISTICS), Look::Title)]];
        let mut titles = head(lang, &[TITLE, SOURCE, CONFIDENCE]);
        titles.push(Cell::text("ID", Look::Head));
        rows.push(titles);
        for dataset in DATASETS {
            let words = [dataset.title, dataset.source, dataset.confidence];
            let mut row: Vec<Cell> = words.map(|words| text(self.say(words))).into();
            row.push(text(dataset.id));
            rows.push(row);
        }
        rows.push(vec![]);
        rows.push(vec![Cell::text(self.say(REGISTER), Look::Title)]);
        let names = [TITLE, DOCUMENT, SECTION];
        let mut titles = head(lang, &names);
        titles.push(Cell::text("ID", Look::Head));
        titles.extend(head(lang, &[VALUE, LOW, HIGH, UNIT, PERIOD]));
        rows.push(titles);
        rows.extend(
            cited()
                .into_iter()
                .map(|published| self.cited_row(published)),
        );
        Sheet {
            name: self.say(SOURCES_SHEET),
            rows,
            widths: vec![60, 56, 44, 36, 12, 12, 12, 16, 14],
            frozen: (0, 1),
            limits: Vec::new(),
        }
    }

    fn cited_row(&self, published: &Published) -> Vec<Cell> {
        let numbers = [published.value, published.low, published.high];
        let mut row = vec![
            text(self.say(published.label)),
            text(self.say(published.document.short())),
            text(published.section),
            text(published.id),
        ];
        row.extend(numbers.map(|value| Cell::number(value, Look::Plain)));
        row.extend([published.unit, published.period].map(text));
        row
    }

    fn data_sheet(&self, statistics: &[Statistic]) -> Sheet {
        use words::*;
        let names = [STATISTIC, PLACE, VALUE, UNIT, SOURCE, CONFIDENCE];
        let mut rows = vec![head(self.reader.lang, &names)];
        rows.extend(
            statistics
                .iter()
                .map(|statistic| self.statistic(*statistic)),
        );
        Sheet {
            name: self.say(DATA_SHEET),
            rows,
            widths: vec![52, 36, 14, 20, 60, 16],
            frozen: (1, 1),
            limits: Vec::new(),
        }
    }

    fn statistic(&self, statistic: Statistic) -> Vec<Cell> {
        let lang = self.reader.lang;
        let (unit, value) = (statistic.unit(), statistic.value());
        vec![
            text(statistic.name(lang)),
            text(statistic.place().label(lang)),
            Cell {
                content: Content::Number(value),
                look: look(unit),
            },
            text(self.unit(unit)),
            text(self.say(statistic.source())),
            text(self.say(statistic.confidence().label())),
        ]
    }
}

/// How values of a unit look.
fn look(unit: Unit) -> Look {
    match unit {
        Unit::Fraction => Look::Percent,
        Unit::Year => Look::Whole,
        _ => Look::Number,
    }
}
