//! A scenario, or a figure of it, as one JSON text.
//!
//! A scenario is `{"format": "industry2040/scenario", "version": 1, "inputs": {"macro.fx": 140, …}, …}`: the inputs are
//! all of the scenario, `changed` names those that differ from the base case, `results` holds every output by place
//! and year, `sources` what the report rests on, `compared` a scenario that the reader compares it with. The page and the command line read `inputs` of it, and also the
//! older form, a bare object of parameter ids and numbers; both rules stand in [`crate::whatif::reading`].

use super::about::{self, About};
use super::exact;
use super::grid::{Grid, code};
use super::heat;
use super::{units, words};
use crate::choice;
use crate::data::DATASETS;
use crate::figure::{Figure, Mark, Panel, Series};
use crate::i18n::number::Reader;
use crate::model::Results;
use crate::output::UNDATED;
use crate::scenario::{ParamId, Scenario};
use crate::source::Document;
use crate::text::{Lang, Text};
use crate::unit::Unit;
use crate::version;
use crate::whatif::reading::{FORMAT, VERSION};

/// A text as JSON writes it.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(c);
            }
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() => quoted.push(' '),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// A number, or `null` where there is none.
fn number(value: Option<f64>) -> String {
    value.map_or_else(|| "null".to_owned(), exact)
}

/// An object of entries that are JSON already, one a line.
fn object(entries: impl IntoIterator<Item = (String, String)>, indent: &str) -> String {
    let entry = |(key, value): (String, String)| format!("{indent}  {}: {value}", quoted(&key));
    let entries: Vec<_> = entries.into_iter().map(entry).collect();
    match entries.is_empty() {
        true => "{}".to_owned(),
        false => format!("{{\n{}\n{indent}}}", entries.join(",\n")),
    }
}

/// A list of what is JSON already, on one line.
fn list(items: impl IntoIterator<Item = String>) -> String {
    let items: Vec<_> = items.into_iter().collect();
    format!("[{}]", items.join(", "))
}

/// Words in both languages.
fn both(text: Text) -> String {
    format!(
        "{{\"en\": {}, \"ja\": {}}}",
        quoted(text.en),
        quoted(text.ja)
    )
}

/// A scenario with its results and sources.
pub fn scenario(
    scenario: &Scenario,
    results: &Results,
    about: &About,
    compared: Option<&Scenario>,
) -> String {
    let entry = |key: &str, value: String| (key.to_owned(), value);
    let compared = compared.map(|other| {
        let named = ("name".to_owned(), quoted(&about.reference));
        let inputs = ("changed".to_owned(), changed(other, "    "));
        entry("compared", object([named, inputs], "  "))
    });
    let input = |param: ParamId| (param.row().id.to_owned(), exact(scenario.get(param)));
    let text = object(
        [
            entry("format", quoted(FORMAT)),
            entry("version", exact(VERSION)),
            entry(
                "report",
                quoted(&format!("industry2040 {}", version::VERSION)),
            ),
            entry("about", both(words::BOOK_TITLE)),
            entry("title", quoted(&about.scenario)),
            entry("link", quoted(&about.link)),
            entry("values", both(words::IN_UNITS)),
            entry(
                "changed",
                list(scenario.changed().map(|param| quoted(param.row().id))),
            ),
            entry("inputs", object(ParamId::all().map(input), "  ")),
            entry("parameters", object(ParamId::all().map(parameter), "  ")),
            entry("results", self::results(results)),
            entry("sources", sources()),
        ]
        .into_iter()
        .chain(compared)
        .filter(|(_, value)| value != "\"\""),
        "",
    );
    text + "\n"
}

/// The inputs that differ from the base case.
fn changed(scenario: &Scenario, indent: &str) -> String {
    let entry = |param: ParamId| (param.row().id.to_owned(), exact(scenario.get(param)));
    object(scenario.changed().map(entry), indent)
}

/// What is known of a parameter.
fn parameter(param: ParamId) -> (String, String) {
    let row = param.row();
    let source = row.origin.source().unwrap_or(Text::EMPTY);
    let value = format!(
        "{{\"label\": {}, \"unit\": {}, \"unit_name\": {}, \"base\": {}, \"low\": {}, \"high\": {}, \"min\": {}, \"max\": {}, \"origin\": {}, \"source\": {}}}",
        both(choice::label(param)),
        quoted(row.unit.code()),
        both(units::name(row.unit)),
        exact(row.default),
        exact(row.low),
        exact(row.high),
        exact(row.min),
        exact(row.max),
        quoted(row.origin.code()),
        both(source),
    );
    (row.id.to_owned(), value)
}

/// Every output by place and year; what belongs to no year has its value at the place.
fn results(results: &Results) -> String {
    let grid = Grid::of(results);
    let (first, last) = grid.years();
    let mut outputs: Vec<(String, String)> = Vec::new();
    let mut start = 0;
    while start < grid.rows.len() {
        let head = grid.rows[start].head;
        let same = grid.rows[start..].iter().take_while(|row| row.head == head);
        let places = same.clone().map(|row| {
            let value = |year| {
                let cell = row.cell(year).filter(|_| grid.has(*row, year));
                cell.map(|cell| number(cell.read(results)))
            };
            let values = match head.undated {
                true => value(UNDATED).unwrap_or_else(|| number(None)),
                false => {
                    let years = (first..=last).filter_map(|year| Some((year, value(year)?)));
                    let years = years.map(|(year, value)| format!("\"{year}\": {value}"));
                    format!("{{{}}}", years.collect::<Vec<_>>().join(", "))
                }
            };
            (code(row.place), values)
        });
        let value = format!(
            "{{\"label\": {}, \"unit\": {}, \"unit_name\": {}, \"values\": {}}}",
            both(head.label),
            quoted(head.unit.code()),
            both(units::name(head.unit)),
            object(places, "    "),
        );
        outputs.push((head.id.to_owned(), value));
        start += same.count();
    }
    object(outputs, "  ")
}

/// The documents and datasets of the report.
fn sources() -> String {
    let documents = Document::ALL
        .into_iter()
        .map(|document| (document.number().to_owned(), both(document.short())));
    let datasets = DATASETS
        .iter()
        .map(|dataset| (dataset.id.to_owned(), both(dataset.source)));
    object(
        [
            ("documents".to_owned(), object(documents, "    ")),
            ("datasets".to_owned(), object(datasets, "    ")),
        ],
        "  ",
    )
}

/// A point that the figure is about: its value in a unit of its own.
fn computed(mark: &Mark) -> Option<String> {
    Some(format!(
        "{{\"category\": {}, \"value\": {}, \"unit\": {}, \"label\": {}}}",
        mark.index,
        exact(mark.value),
        quoted(mark.computed?.code()),
        quoted(&mark.label)
    ))
}

/// A panel: its series, and what is marked in it.
fn panel_of(figure: &Figure, panel: &Panel, reader: &Reader) -> String {
    let series = panel.series.iter().enumerate();
    let series = series.map(|(at, series)| series_of(series, figure.unit_of(panel, at), reader));
    let printed = panel.printed().map(|(mark, high)| {
        format!(
            "{{\"category\": {}, \"value\": {}, \"high\": {}, \"label\": {}}}",
            mark.index,
            exact(mark.value),
            number(high),
            quoted(&mark.label)
        )
    });
    format!(
        "{{\"name\": {}, \"series\": {}, \"printed\": {}, \"computed\": {}}}",
        quoted(&panel.name),
        list(series),
        list(printed),
        list(panel.marks.iter().filter_map(computed)),
    )
}

fn series_of(series: &Series, unit: Unit, reader: &Reader) -> String {
    let values = |values: &[Option<f64>]| list(values.iter().map(|value| number(*value)));
    let base = series.base.as_deref();
    let base = base.map_or_else(|| "null".to_owned(), values);
    format!(
        "{{\"name\": {}, \"unit\": {}, \"unit_name\": {}, \"values\": {}, \"reference\": {base}}}",
        quoted(&series.name),
        quoted(unit.code()),
        quoted(reader.text(units::name(unit))),
        values(&series.values),
    )
}

/// A figure with its numbers, the scenario it shows and its sources.
pub fn figure(
    figure: &Figure,
    id: &str,
    scenario: &Scenario,
    about: &About,
    reader: &Reader,
) -> String {
    let figure = &*heat::spelt(figure, reader);
    let entry = |key: &str, value: String| (key.to_owned(), value);
    let categories =
        (0..figure.categories.len()).map(|index| quoted(&figure.categories.name(index)));
    let panels = figure.panels.iter();
    let panels = panels.map(|panel| panel_of(figure, panel, reader));
    let lang: Lang = reader.lang;
    let text = object(
        [
            entry("format", quoted("industry2040/figure")),
            entry("version", exact(VERSION)),
            entry(
                "report",
                quoted(&format!("industry2040 {}", version::VERSION)),
            ),
            entry("id", quoted(id)),
            entry("language", quoted(lang.code())),
            entry("title", quoted(&figure.title)),
            entry("measure", quoted(&figure.subtitle)),
            entry("values", quoted(reader.text(words::IN_UNITS))),
            entry("categories", list(categories)),
            entry("reference", quoted(about.reference())),
            entry("panels", list(panels)),
            entry("source", quoted(&about::sources(&figure.sources, lang))),
            entry("note", quoted(&figure.note)),
            entry("changed", changed(scenario, "  ")),
            entry("assumptions", quoted(&about.changed())),
            entry("scenario", quoted(&about.scenario)),
            entry("made", quoted(&about.made)),
            entry("link", quoted(&about.link)),
        ]
        .into_iter()
        .filter(|(key, value)| value != "\"\"" || key == "note"),
        "",
    );
    text + "\n"
}
