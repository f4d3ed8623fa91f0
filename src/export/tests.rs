//! The formulas of the workbook are computed and compared with the model, after inputs have changed.

pub mod calculator;

use super::about::About;
use super::sheet::Content;
use super::{document, formulas, grid, tables};
use crate::cli::book;
use crate::i18n::number::{Currency, Reader};
use crate::model;
use crate::output::{Cell, UNDATED};
use crate::presets::PRESETS;
use crate::scenario::{ParamId, Scenario};
use crate::text::Lang;
use crate::unit::Unit;
use calculator::Calculator;

const READER: Reader = Reader {
    lang: Lang::En,
    currency: Currency::Native,
    jpy_per_usd: 150.0,
};

/// Scenarios in which no factor is 0 or 1, with every switch off and on, and the presets.
fn scenarios() -> Vec<Scenario> {
    let moved = |part: f64, switch: f64| {
        let mut scenario = Scenario::default();
        for param in ParamId::all() {
            let row = param.row();
            let value = match row.unit {
                Unit::Switch => switch,
                _ => row.snap(row.min + part * (row.max - row.min)),
            };
            scenario.set(param, value).unwrap();
        }
        scenario
    };
    let mut all = vec![moved(0.37, 0.0), moved(0.61, 1.0), moved(0.18, 1.0)];
    all.extend(PRESETS.iter().map(|preset| preset.scenario()));
    all
}

#[test]
fn every_result_of_the_workbook_follows_its_inputs_as_the_model_does() {
    let book = book(&Scenario::default(), "", Lang::En);
    let grid = grid::Grid::of(&model::run(&Scenario::default()));
    for scenario in scenarios() {
        let results = model::run(&scenario);
        let mut calculator = Calculator::new(&book);
        for param in ParamId::all() {
            calculator.set("Inputs", param.index() + 1, 1, scenario.get(param));
        }
        let mut compared = 0;
        for (at, row) in grid.rows.iter().enumerate() {
            let (first, last) = grid.years();
            let years: Vec<u16> = std::iter::once(UNDATED).chain(first..=last).collect();
            for (column, year) in years.into_iter().enumerate() {
                let column = column + formulas::BEFORE;
                let value = calculator.value("Results", at + 1, column);
                let expected = row
                    .cell(year)
                    .filter(|_| row.head.undated == (year == UNDATED));
                let expected = expected.and_then(|cell: Cell| cell.read(&results));
                let near = match (value, expected) {
                    (Some(value), Some(expected)) => {
                        (value - expected).abs() <= 1e-9 * expected.abs().max(1e-9)
                    }
                    (value, expected) => value == expected,
                };
                let place = row.place;
                assert!(
                    near,
                    "{} at {place:?} in {year}: {value:?}, not {expected:?}",
                    row.head.id
                );
                compared += usize::from(expected.is_some());
            }
        }
        assert!(compared > 3000, "{compared}");
    }
}

#[test]
fn every_result_is_a_formula_with_the_present_value_beside_it() {
    for (lang, name) in [(Lang::En, "Results"), (Lang::Ja, "結果")] {
        for scenario in &scenarios()[..2] {
            let book = book(scenario, "", lang);
            let sheet = book.sheets.iter().find(|sheet| sheet.name == name).unwrap();
            let mut calculator = Calculator::new(&book);
            for (at, row) in sheet.rows.iter().enumerate().skip(1) {
                for (column, cell) in row.iter().enumerate().skip(formulas::BEFORE) {
                    let Content::Formula(formula, cached) = &cell.content else {
                        assert_eq!(cell.content, Content::Empty, "{:?}", row[4]);
                        continue;
                    };
                    assert!(formula.len() < 8000 && !formula.contains(['{', '×', '÷', '−']));
                    let value = calculator.value(name, at, column);
                    let near = value
                        .zip(*cached)
                        .map_or(value == *cached, |(value, cached)| {
                            (value - cached).abs() <= 1e-9 * cached.abs().max(1e-9)
                        });
                    assert!(near, "{:?} {formula}: {value:?}, {cached:?}", row[4]);
                }
            }
        }
    }
}

#[test]
fn results_that_are_the_same_everywhere_stand_in_one_row() {
    let results = model::run(&scenarios()[0]);
    for id in ["tam.progress", "tam.rest_of_world", "tam.adoption"] {
        let read = |place| Cell::find(id, place, 2033).unwrap().read(&results);
        let regions = crate::region::Region::ALL.map(crate::output::Place::Region);
        assert!(
            regions
                .map(read)
                .iter()
                .all(|value| *value == read(crate::output::Place::All))
        );
    }
}

#[test]
fn names_of_inputs_are_unlike_cells_and_unlike_each_other() {
    let book = book(&Scenario::default(), "", Lang::Ja);
    for (index, (name, _)) in book.names.iter().enumerate() {
        assert!(name.contains('_') && !name.starts_with(|c: char| c.is_ascii_digit()));
        assert!(book.names[..index].iter().all(|(other, _)| other != name));
    }
}

#[test]
fn the_file_is_written_and_is_the_same_every_time() {
    let book = book(&Scenario::default(), "", Lang::Ja);
    let [one, other] = [0, 1].map(|_| super::xlsx::bytes(&book).unwrap());
    assert!(one.starts_with(b"PK") && one == other);
}

#[test]
fn a_whole_scenario_is_read_back() {
    for scenario in scenarios() {
        let about = About::of(&scenario, "a \"name\"", "https://x/#/share", &READER);
        let text = document::scenario(&scenario, &model::run(&scenario), &about);
        assert_eq!(crate::cli::scenario_from_json(&text), Ok(scenario));
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["title"], "a \"name\"");
        let sales = model::run(&scenario).capture[2040].sales;
        let written = &value["results"]["capture.sales"]["values"]["whole"]["2040"];
        assert!((written.as_f64().unwrap() - sales).abs() <= 1e-12 * sales);
    }
}

#[test]
fn files_name_the_scenario_that_numbers_are_compared_with() {
    let mut figure = crate::render::samples::waterfall(&[("a", 5.0), ("b", 3.0)]);
    figure.panels[0].series[0].base = Some(vec![Some(4.0), None]);
    let scenario = Scenario::default();
    for (reference, name) in [("", "Base case"), ("A cautious case", "A cautious case")] {
        let about = About {
            reference: reference.to_owned(),
            ..About::of(&scenario, "", "", &READER)
        };
        let file = tables::figure_file(&figure, &about, &READER);
        assert!(file.contains(&format!("({name}) [")), "{file}");
        let told = file.contains("# Compared with: A cautious case");
        assert_eq!(told, !reference.is_empty());
        let text = document::figure(&figure, "id", &scenario, &about, &READER);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["reference"], name);
        assert_eq!(value["panels"][0]["series"][0]["reference"][0], 4.0);
    }
}

#[test]
fn figures_become_tables_and_json_that_can_be_read() {
    use crate::chapters::ChapterId;
    use crate::chapters::tests::in_context;
    let scenario = &scenarios()[0];
    in_context(scenario, (Lang::En, Currency::Native, false), |context| {
        for chapter in ChapterId::ALL {
            for spec in chapter.chapter().figures {
                let figure = (spec.make)(context);
                let about = About::of(scenario, "", "link", &READER);
                let text = document::figure(&figure, spec.id, scenario, &about, &READER);
                let value: serde_json::Value = serde_json::from_str(&text).unwrap();
                assert_eq!(value["title"], *figure.title);
                let file = tables::figure_file(&figure, &about, &READER);
                assert!(file.starts_with("# Title: "));
                let mut japanese = String::new();
                super::csv::remark(&mut japanese, ("表題", &figure.title), Lang::Ja);
                assert_eq!(japanese, format!("# 表題：{}\r\n", figure.title));
                let table = tables::figure(&figure, &READER);
                let mut reader = csv::ReaderBuilder::new()
                    .flexible(true)
                    .from_reader(table.as_bytes());
                assert!(
                    reader
                        .records()
                        .all(|record| record.is_ok_and(|it| it.len() > 1))
                );
            }
        }
    });
}
