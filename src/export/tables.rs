//! Results, inputs and figures as tables.

use super::about::{self, About};
use super::csv::{line, remark};
use super::exact;
use super::grid::{Grid, code, years};
use super::heat;
use super::words;
use crate::choice;
use crate::figure::{Figure, Panel};
use crate::i18n::number::Reader;
use crate::model::Results;
use crate::output::UNDATED;
use crate::scenario::{ParamId, Scenario};
use crate::text::Lang;
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
    for (at, panel) in figure.panels.iter().enumerate() {
        let names: Vec<_> = panel.series.iter().map(|series| &series.name).collect();
        let same_as_before = at > 0 && {
            let before = &figure.panels[at - 1];
            before.series.iter().map(|series| &series.name).eq(names) && before.unit == panel.unit
        };
        if !same_as_before {
            line(&mut text, &head(figure, panel, several, reference, reader));
        }
        rows(&mut text, figure, panel, several);
    }
    text
}

fn head(
    figure: &Figure,
    panel: &Panel,
    several: bool,
    reference: &str,
    reader: &Reader,
) -> Vec<String> {
    let mut head = Vec::new();
    if several {
        head.push(reader.text(words::PANEL).to_owned());
    }
    head.push(reader.text(words::CATEGORY).to_owned());
    for (number, series) in panel.series.iter().enumerate() {
        let unit = unit_of(figure, panel, number).code();
        let base = series.base.as_ref();
        head.push(format!("{} [{unit}]", series.name));
        head.extend(base.map(|_| format!("{} ({reference}) [{unit}]", series.name)));
    }
    head
}

fn rows(text: &mut String, figure: &Figure, panel: &Panel, several: bool) {
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
        line(text, &cells);
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
    for (name, value) in about::told(figure, about) {
        remark(&mut text, (name, &value), reader.lang);
    }
    text + &against(figure, about.reference(), reader)
}
