//! Results, inputs and figures as tables.

use super::about::{self, About, Told};
use super::csv::{line, remark};
use super::exact;
use super::grid::{Grid, code, years};
use super::{heat, units, words};
use crate::choice;
use crate::figure::{Figure, Mark, Panel};
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

/// The numbers of a figure as one table: a line for every category of a panel, a column for every series, and for what
/// it is compared with where it differs in some panel.
fn numbers(figure: &Figure, reference: &str, reader: &Reader) -> String {
    let mut text = String::new();
    let (columns, marked) = (Columns::of(figure), Marked::of(figure));
    line(&mut text, &columns.head(figure, &marked, reference, reader));
    for panel in &figure.panels {
        for index in 0..figure.categories.len() {
            line(
                &mut text,
                &columns.cells(figure, panel, index, &marked, reader),
            );
        }
    }
    text
}

/// A column for the series of this name in all panels.
struct Column<'a> {
    name: &'a str,
    unit: Unit,
    has_base: bool,
}

/// The columns that the panels of a figure have together: one line of heads holds for all of them.
struct Columns<'a> {
    series: Vec<Column<'a>>,
    /// Whether panels are named.
    of_panels: bool,
    /// Whether units differ from panel to panel, and stand in a column of their own.
    of_units: bool,
}

impl<'a> Columns<'a> {
    fn of(figure: &'a Figure) -> Columns<'a> {
        let mut series: Vec<Column> = Vec::new();
        for panel in &figure.panels {
            for (number, one) in panel.series.iter().enumerate() {
                let has_base = one.base.is_some();
                match series.iter_mut().find(|column| column.name == one.name) {
                    Some(column) => column.has_base |= has_base,
                    None => series.push(Column {
                        name: &one.name,
                        unit: figure.unit_of(panel, number),
                        has_base,
                    }),
                }
            }
        }
        Columns {
            series,
            of_panels: figure.panels.len() > 1,
            of_units: figure
                .panels
                .iter()
                .any(|panel| panel.unit != figure.panels[0].unit),
        }
    }

    fn head(
        &self,
        figure: &Figure,
        marked: &Marked,
        reference: &str,
        reader: &Reader,
    ) -> Vec<String> {
        let unit = |unit: Unit| match self.of_units {
            true => String::new(),
            false => format!(" [{}]", reader.text(units::name(unit))),
        };
        let mut head = Vec::new();
        head.extend(self.of_panels.then_some(words::PANEL));
        head.extend(self.of_units.then_some(words::UNIT));
        head.push(words::CATEGORY);
        let mut head: Vec<String> = head
            .into_iter()
            .map(|name| reader.text(name).to_owned())
            .collect();
        for Column {
            name,
            unit: of,
            has_base,
        } in &self.series
        {
            let unit = unit(*of);
            head.push(format!("{name}{unit}"));
            head.extend(has_base.then(|| format!("{name} ({reference}){unit}")));
        }
        let of_panel = figure.panels.first().and_then(|panel| panel.unit);
        head.extend(marked.head(
            &unit(marked.unit.or(of_panel).unwrap_or(figure.unit)),
            reader,
        ));
        head
    }

    fn cells(
        &self,
        figure: &Figure,
        panel: &Panel,
        index: usize,
        marked: &Marked,
        reader: &Reader,
    ) -> Vec<String> {
        let mut cells = Vec::new();
        if self.of_panels {
            cells.push(panel.name.clone());
        }
        if self.of_units {
            let unit = units::name(panel.unit.unwrap_or(figure.unit));
            cells.push(reader.text(unit).to_owned());
        }
        cells.push(figure.categories.name(index));
        for column in &self.series {
            let series = panel
                .series
                .iter()
                .find(|series| series.name == column.name);
            let value = |base| number(series.and_then(|series| series.value(index, base)));
            cells.push(value(false));
            cells.extend(column.has_base.then(|| value(true)));
        }
        cells.extend(marked.cells(panel, index));
        cells
    }
}

/// The columns of what is marked in the figure, such as values printed in the documents.
struct Marked {
    /// The most marks that a category has.
    most: usize,
    /// Whether some of them are ranges.
    ranges: bool,
    /// Their unit, where it is not that of the panel.
    unit: Option<Unit>,
}

impl Marked {
    fn of(figure: &Figure) -> Marked {
        let count = |panel: &Panel| {
            let of = |index| panel.marked().filter(move |(mark, _)| mark.index == index);
            let counts = (0..figure.categories.len()).map(|index| of(index).count());
            counts.max().unwrap_or(0)
        };
        let all = || figure.panels.iter().flat_map(Panel::marked);
        let is_computed = |(mark, _): (&Mark, Option<f64>)| mark.computed.is_some();
        Marked {
            most: figure.panels.iter().map(count).max().unwrap_or(0),
            ranges: all().any(|(_, high)| high.is_some()),
            unit: all()
                .next()
                .and_then(|(mark, _)| mark.computed)
                .filter(|_| all().all(is_computed)),
        }
    }

    fn head(&self, unit: &str, reader: &Reader) -> Vec<String> {
        let mut head = Vec::new();
        for number in 1..=self.most {
            // Every column has a head of its own.
            let number = match self.most {
                1 => String::new(),
                _ => format!(" {number}"),
            };
            let mut values = vec![words::MARKED];
            values.extend(self.ranges.then_some(words::MARKED_HIGH));
            let of_unit = |name| format!("{}{number}{unit}", reader.text(name));
            head.extend(values.into_iter().map(of_unit));
            head.push(format!("{}{number}", reader.text(words::MARKED_AS)));
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
    for Told(fact, value) in about::told(figure, about) {
        remark(&mut text, (say(fact.name()), &value), reader.lang);
    }
    text + &numbers(figure, about.reference(), reader)
}
