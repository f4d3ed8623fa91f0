//! What figures and scenarios become in files.

pub mod calculator;
mod workbook;

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
        let is_own = heads.iter().skip(at + 1).all(|other| other != head);
        assert!(is_own, "{heads:?}");
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
