//! LibreOffice computes the workbook after inputs have changed, and gets what the models say.
//!
//! `cargo xtask test --all` runs it where LibreOffice is installed; the formulas are also held against the models
//! without it, in `src/export/tests.rs`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use industry2040::cli::book;
use industry2040::export::grid::Grid;
use industry2040::export::sheet::{Content, Workbook};
use industry2040::export::{formulas, xlsx};
use industry2040::model;
use industry2040::output::UNDATED;
use industry2040::presets::PRESETS;
use industry2040::scenario::{ParamId, Scenario};
use industry2040::text::Lang;
use industry2040::unit::Unit;

/// What tells LibreOffice to compute every formula when it opens a file.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// The third sheet as CSV, numbers with all their digits.
const RESULTS_AS_CSV: &str =
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,3";

#[test]
#[ignore = "needs LibreOffice: cargo xtask test --all"]
fn libreoffice_computes_what_the_models_say() {
    let folder = std::env::temp_dir().join(format!("industry2040-{}", std::process::id()));
    let profile = folder.join("profile");
    fs::create_dir_all(profile.join("user")).unwrap();
    fs::write(profile.join("user/registrymodifications.xcu"), SETTINGS).unwrap();
    let base = Scenario::default();
    for (number, scenario) in scenarios().into_iter().enumerate() {
        let lang = Lang::ALL[number % 2];
        let mut book = book(&base, "", lang);
        change(&mut book, &scenario);
        let file = folder.join(format!("{number}.xlsx"));
        fs::write(&file, xlsx::bytes(&book).unwrap()).unwrap();
        let table = fs::read_to_string(computed(&file, &folder, &profile)).unwrap();
        compare(&table, &scenario);
    }
    fs::remove_dir_all(folder).unwrap();
}

/// Presets, and scenarios in which nothing stands at its default, with every switch off and on.
fn scenarios() -> Vec<Scenario> {
    let mut scenarios = vec![Scenario::default(); 2];
    for (scenario, part) in scenarios.iter_mut().zip([0.3, 0.7]) {
        for param in ParamId::all() {
            let row = param.row();
            let part = match row.unit {
                Unit::Switch => f64::from(u8::from(part > 0.5)),
                _ => part,
            };
            let value = row.snap(row.min + part * (row.max - row.min));
            scenario.set(param, value).unwrap();
        }
    }
    scenarios.extend(PRESETS.iter().skip(1).map(|preset| preset.scenario()));
    scenarios
}

/// Puts other values into the cells for inputs and nothing else: what formulas gave before stays as it was.
fn change(book: &mut Workbook, scenario: &Scenario) {
    for param in ParamId::all() {
        let value = scenario.get(param);
        book.sheets[1].rows[param.index() + 1][1].content = Content::Number(value);
    }
}

fn computed(file: &Path, folder: &Path, profile: &Path) -> PathBuf {
    let done = Command::new(std::env::var_os("SOFFICE").unwrap_or_else(|| "soffice".into()))
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args(["--headless", "--convert-to", RESULTS_AS_CSV, "--outdir"])
        .args([folder, file])
        .output()
        .expect("LibreOffice");
    assert!(done.status.success(), "{done:?}");
    let stem = file.file_stem().unwrap().to_string_lossy();
    let found = fs::read_dir(folder)
        .unwrap()
        .flatten()
        .map(|entry| entry.path());
    let is_table = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        name.starts_with(&format!("{stem}-")) && name.ends_with(".csv")
    };
    found
        .into_iter()
        .find(is_table)
        .unwrap_or_else(|| panic!("{done:?}"))
}

fn compare(table: &str, scenario: &Scenario) {
    let results = model::run(scenario);
    let grid = Grid::of(&model::run(&Scenario::default()));
    let mut records = csv::Reader::from_reader(table.as_bytes());
    let (first, last) = grid.years();
    let mut compared = 0;
    for (row, record) in grid.rows.iter().zip(records.records()) {
        let record = record.unwrap();
        assert_eq!(&record[5], row.head.id);
        let years = std::iter::once(UNDATED).chain(first..=last);
        for (written, year) in record.iter().skip(formulas::BEFORE).zip(years) {
            let expected = row
                .cell(year)
                .filter(|_| row.head.undated == (year == UNDATED))
                .and_then(|cell| cell.read(&results));
            let Some(expected) = expected else {
                assert_eq!(written, "", "{record:?} in {year}");
                continue;
            };
            let value = number(written);
            let near = (value - expected).abs() <= 1e-9 * expected.abs().max(1e-9);
            assert!(
                near,
                "{} at {:?} in {year}: {written}, not {expected}",
                row.head.id, row.place
            );
            compared += 1;
        }
    }
    assert!(compared > 5000, "{compared}");
}

/// A number as LibreOffice writes it; percentages have their sign.
fn number(written: &str) -> f64 {
    let (written, factor) = match written.strip_suffix('%') {
        Some(percent) => (percent, 0.01),
        None => (written, 1.0),
    };
    written
        .parse::<f64>()
        .map_or(f64::NAN, |value| value * factor)
}
