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
                        assert_eq!(cell.content, Content::Empty, "{:?}", row[5]);
                        continue;
                    };
                    assert!(formula.len() < 8000 && !formula.contains(['{', '×', '÷', '−']));
                    let value = calculator.value(name, at, column);
                    let near = value
                        .zip(*cached)
                        .map_or(value == *cached, |(value, cached)| {
                            (value - cached).abs() <= 1e-9 * cached.abs().max(1e-9)
                        });
                    assert!(near, "{:?} {formula}: {value:?}, {cached:?}", row[5]);
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
        let text = document::scenario(&scenario, &model::run(&scenario), &about, None);
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
        let told = file.contains("\"# Compared with: A cautious case");
        assert_eq!(told, !reference.is_empty());
        let text = document::figure(&figure, "id", &scenario, &about, &READER);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["reference"], name);
        assert_eq!(value["panels"][0]["series"][0]["reference"][0], 4.0);
    }
}

#[test]
fn figures_become_tables_and_json_that_can_be_read() {
    let mut one_lab = Scenario::default();
    let valuation = ParamId::find("platforms.openai_valuation").unwrap();
    one_lab.set(valuation, 600.0).unwrap();
    for scenario in [&scenarios()[0], &one_lab] {
        every_figure_of(scenario);
    }
}

fn every_figure_of(scenario: &Scenario) {
    use crate::chapters::ChapterId;
    use crate::chapters::tests::in_context;
    in_context(scenario, (Lang::En, Currency::Native, false), |context| {
        for chapter in ChapterId::ALL {
            for spec in chapter.chapter().figures {
                let figure = (spec.make)(context);
                let about = About::of(scenario, "", "link", &READER);
                let text = document::figure(&figure, spec.id, scenario, &about, &READER);
                let value: serde_json::Value = serde_json::from_str(&text).unwrap();
                assert_eq!(value["title"], *figure.title);
                let file = tables::figure_file(&figure, &about, &READER);
                assert!(file.starts_with("\"# Title: "));
                let mut japanese = String::new();
                super::csv::remark(&mut japanese, ("表題", &figure.title), Lang::Ja);
                assert_eq!(japanese, format!("\"# 表題：{}\"\r\n", figure.title));
                remarks_are_single_cells(&file);
                marks_are_in_the_table(&figure, &file);
                is_one_table(&figure, &file);
            }
        }
    });
}

/// A spreadsheet puts every remark into one cell, whatever signs it holds.
fn remarks_are_single_cells(file: &str) {
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .from_reader(file.as_bytes());
    let records: Vec<_> = reader.records().map(Result::unwrap).collect();
    let is_remark = |record: &&csv::StringRecord| record[0].starts_with("# ");
    let remarks: Vec<_> = records.iter().take_while(is_remark).collect();
    assert!(remarks.len() > 5);
    assert!(remarks.iter().all(|record| record.len() == 1));
    let told = |name: &str| remarks.iter().any(|record| record[0].starts_with(name));
    assert!(told("# Values: in the units and currencies of the models"));
}

/// Under the remarks there is one line of heads, each once, and every number of the figure under the head of its series.
fn is_one_table(figure: &crate::figure::Figure, file: &str) {
    let is_remark = |line: &&str| line.starts_with("\"# ");
    let table: String = file.split_inclusive("\r\n").skip_while(is_remark).collect();
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let heads = reader.headers().unwrap().clone();
    for (at, head) in heads.iter().enumerate() {
        let is_mark = head.starts_with("Marked value") || head == "What is marked";
        assert!(
            is_mark || heads.iter().skip(at + 1).all(|other| other != head),
            "{heads:?}"
        );
    }
    let records: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), figure.panels.len() * figure.categories.len());
    let mut left = records.iter();
    for panel in &figure.panels {
        for index in 0..figure.categories.len() {
            let record = left.next().unwrap();
            for series in &panel.series {
                for base in [false, true] {
                    let name = match base {
                        false => series.name.clone(),
                        true => format!("{} (Base case)", series.name),
                    };
                    let is_head = |head: &str| {
                        head.strip_prefix(&name)
                            .is_some_and(|rest| rest.is_empty() || rest.starts_with(" ["))
                    };
                    let Some(column) = heads.iter().position(is_head) else {
                        assert!(base && series.base.is_none(), "{name} of {heads:?}");
                        continue;
                    };
                    let value = series
                        .value(index, base)
                        .map_or_else(String::new, super::exact);
                    assert_eq!(record[column], value, "{}: {name}", figure.title);
                }
            }
        }
    }
}

/// What is marked in a figure stands at its category.
fn marks_are_in_the_table(figure: &crate::figure::Figure, file: &str) {
    for panel in &figure.panels {
        for (mark, _) in panel.marked() {
            let line = file.lines().find(|line| {
                let named = line.contains(&figure.categories.name(mark.index));
                named && line.contains(&super::exact(mark.value))
            });
            assert!(line.is_some(), "{} {}", figure.title, mark.label);
            assert!(file.contains("Marked value"));
        }
    }
}

#[test]
fn tables_and_data_name_units_in_the_readers_language() {
    use crate::chapters::ChapterId;
    use crate::chapters::tests::in_context;
    let scenario = Scenario::default();
    in_context(&scenario, (Lang::Ja, Currency::Jpy, false), |context| {
        let chapter = ChapterId::Reshoring.chapter();
        let figure = (chapter.figure("market").unwrap().make)(context);
        let about = About::of(&scenario, "", "", &context.reader);
        let file = tables::figure_file(&figure, &about, &context.reader);
        assert!(
            file.contains("[十億ドル]") && !file.contains("USD bn"),
            "{file}"
        );
        assert!(file.contains("# 数値：モデルの単位と通貨による"));
        let text = document::figure(&figure, "market", &scenario, &about, &context.reader);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let series = &value["panels"][0]["series"][0];
        assert_eq!(
            (&series["unit"], &series["unit_name"]),
            (&"USD bn".into(), &"十億ドル".into())
        );
        assert_eq!(value["values"].as_str().unwrap(), super::words::IN_UNITS.ja);
    });
}

#[test]
fn a_scenario_without_a_name_has_no_title_and_nothing_is_less_than_nothing() {
    let scenario = Scenario::default();
    let about = About::of(&scenario, "", "#/share", &READER);
    let text = document::scenario(&scenario, &model::run(&scenario), &about, None);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert!(value.get("title").is_none() && value.get("compared").is_none());
    assert!(value["about"]["ja"].as_str().unwrap().contains("2040"));
    let other = PRESETS[3].scenario();
    let named = About {
        reference: "Other".to_owned(),
        ..about.clone()
    };
    let text_of_two = document::scenario(&scenario, &model::run(&scenario), &named, Some(&other));
    let two: serde_json::Value = serde_json::from_str(&text_of_two).unwrap();
    assert_eq!(two["compared"]["name"], "Other");
    let changed = two["compared"]["changed"].as_object().unwrap();
    assert_eq!(changed.len(), other.changed().count());
    for param in other.changed() {
        assert_eq!(changed[param.row().id], other.get(param));
    }
    // It is read back as the scenario that it is of.
    let read = crate::cli::scenario_from_json(&text_of_two);
    assert_eq!(read.ok(), Some(scenario));
    assert_eq!(
        value["parameters"]["macro.fx"]["unit_name"]["ja"],
        "円／ドル"
    );
    assert!(!text.contains("-0,") && !text.contains("-0}"));
    assert_eq!(super::exact(-0.0), "0");
    assert!(!crate::cli::json(&model::run(&scenario)).contains("-0.0,"));
}

/// The workbook in which a preset is compared with another.
fn compared(lang: Lang) -> super::sheet::Workbook {
    let [one, other] = [2, 3].map(|at: usize| PRESETS[at].scenario());
    let results = [one, other].map(|scenario| model::run(&scenario));
    let reader = Reader { lang, ..READER };
    super::workbook::workbook(&super::workbook::Material {
        scenario: &one,
        results: &results[0],
        about: &About {
            reference: "Other".to_owned(),
            ..About::of(&one, "One", "https://x/#/share", &reader)
        },
        compared: Some((&other, &results[1])),
        reader,
    })
}

#[test]
fn the_workbook_sets_live_results_beside_those_of_the_base_case_and_of_another_scenario() {
    let book = compared(Lang::En);
    let names: Vec<_> = book.sheets.iter().map(|sheet| sheet.name).collect();
    assert_eq!(
        names,
        [
            "About",
            "Inputs",
            "Charts",
            "Results",
            "Comparison",
            "Base case",
            "Compared with",
            "Sources",
            "Data"
        ]
    );
    let grid = grid::Grid::of(&model::run(&PRESETS[2].scenario()));
    let models = [
        PRESETS[2].scenario(),
        Scenario::default(),
        PRESETS[3].scenario(),
    ];
    let models = models.map(|scenario| model::run(&scenario));
    let mut differing = 0;
    for year in [2040, 2033] {
        let mut calculator = Calculator::new(&book);
        calculator.set("Comparison", 0, 1, f64::from(year));
        for (at, row) in grid.rows.iter().enumerate() {
            let line = at + 3;
            let cell = row.cell(if row.head.undated { UNDATED } else { year });
            let expected = models.map(|results| cell.and_then(|cell| cell.read(&results)));
            let written = [4, 5, 8].map(|column| calculator.value("Comparison", line, column));
            for (written, expected) in written.iter().zip(expected) {
                let near = |one: f64, other: f64| (one - other).abs() <= 1e-9 * other.abs();
                let same = match (written, expected) {
                    (Some(one), Some(other)) => near(*one, other),
                    (one, other) => *one == other,
                };
                assert!(same, "{} in {year}: {written:?}, {expected:?}", row.head.id);
            }
            if let (Some(now), Some(base)) = (written[0], written[1]) {
                let difference = calculator.value("Comparison", line, 6).unwrap();
                let factor = if row.head.unit == Unit::Fraction {
                    100.0
                } else {
                    1.0
                };
                let gap = (now - base) * factor;
                let close = 1e-6 * gap.abs() + 2e-9 * base.abs() * factor;
                assert!((difference - gap).abs() <= close);
                differing += usize::from(difference != 0.0);
            }
        }
    }
    assert!(differing > 20, "{differing}");
}

#[test]
fn the_workbook_says_which_inputs_differ_from_the_base_case_also_after_a_change() {
    for (book, first) in [
        (book(&Scenario::default(), "", Lang::En), 0.0),
        (compared(Lang::En), 1.0),
    ] {
        let about = book.sheets[0].rows.iter().position(|row| {
            let name = row.first().map(|cell| &cell.content);
            name == Some(&Content::Text(
                "Inputs that differ from the base case (now)".to_owned(),
            ))
        });
        let about = about.unwrap();
        let mut calculator = Calculator::new(&book);
        assert_eq!(calculator.value("About", about, 1), Some(first));
        let fx = ParamId::find("macro.fx").unwrap().index() + 1;
        let mut calculator = Calculator::new(&book);
        calculator.set("Inputs", fx, 1, 151.0);
        assert_eq!(calculator.value("Inputs", fx, 3), Some(1.0));
        assert_eq!(calculator.value("About", about, 1), Some(first + 1.0));
        assert_eq!(book.sheets[1].marks.len(), 1);
    }
    let told = format!("{:?}", compared(Lang::En).sheets[0].rows);
    for line in PRESETS[3].scenario().changed() {
        assert!(told.contains(line.row().label.en), "{told}");
    }
}

#[test]
fn no_value_of_the_workbook_is_shown_as_nothing_and_no_row_is_higher_than_allowed() {
    use super::sheet::{Look, Shown};
    for lang in Lang::ALL {
        let book = book(&scenarios()[0], "", lang);
        for sheet in &book.sheets[3..6] {
            for cell in sheet.rows.iter().flatten() {
                let (Look::Value(shown), Content::Formula(_, Some(value))) =
                    (cell.look, &cell.content)
                else {
                    continue;
                };
                let size = match shown {
                    Shown::Digits(digits) => value.abs() * 10_f64.powi(i32::from(digits)),
                    Shown::Percent(digits) => value.abs() * 10_f64.powi(i32::from(digits) + 2),
                    _ => 1.0,
                };
                assert!(*value == 0.0 || size >= 0.5, "{value} {shown:?}");
            }
        }
        let inputs = &book.sheets[1];
        for limits in &inputs.limits {
            assert!(!limits.message.is_empty() && limits.message.chars().count() <= 255);
        }
        // One changed input a line.
        let changed = scenarios()[0].changed().count();
        assert!(book.sheets[0].rows.len() > changed);
    }
}

#[test]
fn every_chart_of_the_workbook_draws_a_row_of_results_that_follows_the_inputs() {
    for (book, others) in [
        (book(&Scenario::default(), "", Lang::Ja), 1),
        (compared(Lang::En), 2),
    ] {
        let sheet = |name: &str| book.sheets.iter().find(|sheet| sheet.name == name).unwrap();
        let charts = &book.sheets[2].charts;
        assert_eq!(charts.len(), 20);
        let mut drawn = Vec::new();
        for chart in charts {
            assert_eq!(chart.lines.len(), others + 1, "{}", chart.title);
            for line in &chart.lines {
                let (named, row, column) = line.named;
                let name = &sheet(named).rows[row as usize][usize::from(column)];
                assert!(matches!(name.content, Content::Text(_)), "{}", chart.title);
                let (first, last) = line.columns;
                let rows = &sheet(line.sheet).rows;
                let heads = &rows[0][usize::from(first)..=usize::from(last)];
                let years = heads.iter().map(|head| match head.content {
                    Content::Number(year) => year,
                    _ => panic!("{}: no year", chart.title),
                });
                let years: Vec<f64> = years.collect();
                assert!(years.windows(2).all(|pair| pair[0] + 1.0 == pair[1]));
                assert!(years.last() <= Some(&2040.0) && years.len() > 10);
                let cells = &rows[line.row as usize][usize::from(first)..=usize::from(last)];
                let is_live = matches!(cells[0].content, Content::Formula(..));
                assert_eq!(is_live, !line.is_dashed, "{}", chart.title);
                for cell in cells {
                    let there = match cell.content {
                        Content::Number(_) => true,
                        // A formula that may give no number would be drawn as zero.
                        Content::Formula(ref formula, value) => {
                            value.is_some() && !formula.starts_with("IFERROR")
                        }
                        _ => false,
                    };
                    assert!(there, "{}: {cell:?}", chart.title);
                }
            }
            // One chart for a result.
            let live = chart.lines.last().unwrap();
            assert!(!drawn.contains(&live.row), "{}", chart.title);
            drawn.push(live.row);
        }
    }
}
