//! Results, inputs and figures as tables.

use super::about::{self, About};
use super::csv::{line, remark};
use super::exact;
use super::grid::{Grid, code, years};
use super::{heat, units, words};
use crate::choice;
use crate::figure::{Figure, Panel};
use crate::i18n::number::Reader;
use crate::model::Results;
use crate::output::UNDATED;
use crate::scenario::{ParamId, Scenario};
use crate::text::{Lang, Text};
use crate::unit::Unit;

/// A number; nothing where there is none.
fn number(value: Option<f64>) -> String {
    value.map_or_else(String::new, exact)
}

/// The unit of a series.
pub fn unit_of(figure: &Figure, panel: &Panel, series: usize) -> Unit {
    figure.unit_of(panel, series)
}

/// Every result, one line for each place and year, beside that of the base case.
pub fn results(results: &Results, base: &Results) -> String {
    let mut text = String::new();
    let head = [
        "id", "label_en", "label_ja", "place", "place_en", "place_ja", "year", "unit", "value",
        "base",
    ];
    line(&mut text, &head);
    let grid = Grid::of(results);
    for row in &grid.rows {
        let years: Vec<u16> = match row.head.undated {
            true => vec![UNDATED],
            false => years().collect(),
        };
        for year in years {
            let Some(cell) = row.cell(year).filter(|_| grid.has(*row, year)) else {
                continue;
            };
            let year = match year {
                UNDATED => String::new(),
                year => year.to_string(),
            };
            let cells = [
                row.head.id.to_owned(),
                row.head.label.en.to_owned(),
                row.head.label.ja.to_owned(),
                code(row.place),
                row.place.label(Lang::En),
                row.place.label(Lang::Ja),
                year,
                row.head.unit.code().to_owned(),
                number(cell.read(results)),
                number(cell.read(base)),
            ];
            line(&mut text, &cells);
        }
    }
    text
}

/// The inputs of a scenario, one line each.
pub fn inputs(scenario: &Scenario) -> String {
    let mut text = String::new();
    let head = [
        "id", "label_en", "label_ja", "unit", "value", "base", "changed",
    ];
    line(&mut text, &head);
    for param in ParamId::all() {
        let (row, value) = (param.row(), scenario.get(param));
        let label = choice::label(param);
        let cells = [
            row.id,
            label.en,
            label.ja,
            row.unit.code(),
            &exact(value),
            &exact(row.default),
            if value == row.default { "no" } else { "yes" },
        ];
        line(&mut text, &cells);
    }
    text
}

/// The numbers of a figure: a line for every category, a column for every series, and the base case where it differs.
pub fn figure(figure: &Figure, reader: &Reader) -> String {
    against(figure, reader.text(words::REFERENCE), reader)
}

/// The same, compared with what has a name.
fn against(figure: &Figure, reference: &str, reader: &Reader) -> String {
    let mut text = String::new();
    let several = figure.panels.len() > 1;
    let marked = Marked::of(figure);
    for (at, panel) in figure.panels.iter().enumerate() {
        let names: Vec<_> = panel.series.iter().map(|series| &series.name).collect();
        let same_as_before = at > 0 && {
            let before = &figure.panels[at - 1];
            before.series.iter().map(|series| &series.name).eq(names) && before.unit == panel.unit
        };
        if !same_as_before {
            line(&mut text, &head(figure, panel, &marked, reference, reader));
        }
        rows(&mut text, figure, panel, several, &marked);
    }
    text
}

fn head(
    figure: &Figure,
    panel: &Panel,
    marked: &Marked,
    reference: &str,
    reader: &Reader,
) -> Vec<String> {
    let mut head = Vec::new();
    if figure.panels.len() > 1 {
        head.push(reader.text(words::PANEL).to_owned());
    }
    head.push(reader.text(words::CATEGORY).to_owned());
    for (number, series) in panel.series.iter().enumerate() {
        let unit = reader.text(units::name(unit_of(figure, panel, number)));
        let base = series.base.as_ref();
        head.push(format!("{} [{unit}]", series.name));
        head.extend(base.map(|_| format!("{} ({reference}) [{unit}]", series.name)));
    }
    let unit = units::name(panel.unit.unwrap_or(figure.unit));
    head.extend(marked.head(unit, reader));
    head
}

fn rows(text: &mut String, figure: &Figure, panel: &Panel, several: bool, marked: &Marked) {
    for index in 0..figure.categories.len() {
        let mut cells = Vec::new();
        if several {
            cells.push(panel.name.clone());
        }
        cells.push(figure.categories.name(index));
        for series in &panel.series {
            cells.push(number(series.value(index, false)));
            cells.extend(
                series
                    .base
                    .as_ref()
                    .map(|_| number(series.value(index, true))),
            );
        }
        cells.extend(marked.cells(panel, index));
        line(text, &cells);
    }
}

/// The columns of what is marked in the figure, such as values printed in the documents.
struct Marked {
    /// The most marks that a category has.
    most: usize,
    /// Whether some of them are ranges.
    ranges: bool,
}

impl Marked {
    fn of(figure: &Figure) -> Marked {
        let count = |panel: &Panel| {
            let of = |index| panel.marked().filter(move |(mark, _)| mark.index == index);
            let counts = (0..figure.categories.len()).map(|index| of(index).count());
            counts.max().unwrap_or(0)
        };
        let mut all = figure.panels.iter().flat_map(Panel::marked);
        Marked {
            most: figure.panels.iter().map(count).max().unwrap_or(0),
            ranges: all.any(|(_, high)| high.is_some()),
        }
    }

    fn head(&self, unit: Text, reader: &Reader) -> Vec<String> {
        let mut head = Vec::new();
        for _ in 0..self.most {
            let mut values = vec![words::MARKED];
            values.extend(self.ranges.then_some(words::MARKED_HIGH));
            let of_unit = |name| format!("{} [{}]", reader.text(name), reader.text(unit));
            head.extend(values.into_iter().map(of_unit));
            head.push(reader.text(words::MARKED_AS).to_owned());
        }
        head
    }

    fn cells(&self, panel: &Panel, index: usize) -> Vec<String> {
        let mut cells = Vec::new();
        let marks = panel.marked().filter(|(mark, _)| mark.index == index);
        for (mark, high) in marks {
            cells.push(exact(mark.value));
            cells.extend(self.ranges.then(|| number(high)));
            cells.push(mark.label.clone());
        }
        cells.resize(self.most * (2 + usize::from(self.ranges)), String::new());
        cells
    }
}

/// A figure as a file: what every export carries as remarks, then the numbers.
pub fn figure_file(figure: &Figure, about: &About, reader: &Reader) -> String {
    let figure = &*heat::spelt(figure, reader);
    let mut text = String::new();
    let say = |words| reader.text(words);
    let titles = [
        (words::TITLE, &figure.title),
        (words::MEASURE, &figure.subtitle),
    ];
    for (name, value) in titles {
        remark(&mut text, (say(name), value), reader.lang);
    }
    let units = (say(words::VALUES), say(words::IN_UNITS));
    remark(&mut text, units, reader.lang);
    for (name, value) in about::told(figure, about) {
        remark(&mut text, (name, &value), reader.lang);
    }
    text + &against(figure, about.reference(), reader)
}
