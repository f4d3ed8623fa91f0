//! LibreOffice computes the workbook after inputs have changed, and gets what the models say.
//!
//! `cargo xtask test --all` runs it where LibreOffice is installed; the formulas are also held against the models
//! without it, in `src/export/tests.rs`.

use std::fs;
use std::path::Path;
use std::process::Command;

use industry2040::cli::book;
use industry2040::export::grid::{self, Grid};
use industry2040::export::sheet::{Content, Sheet, Workbook};
use industry2040::export::xlsx;
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

/// Every sheet as CSV, numbers with all their digits.
const SHEETS_AS_CSV: &str =
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

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
        let mut changed = book(&base, "", lang);
        change(&mut changed, &scenario);
        let file = folder.join(format!("{number}.xlsx"));
        fs::write(&file, xlsx::bytes(&changed).unwrap()).unwrap();
        compute(&file, &folder, &profile);
        let expected = book(&scenario, "", lang);
        assert_eq!(changed.sheets.len(), expected.sheets.len());
        let compared = changed.sheets.iter().zip(&expected.sheets);
        let compared = compared.map(|(sheet, expected)| {
            let table = folder.join(format!("{number}-{}.csv", sheet.name));
            compare(&fs::read_to_string(table).unwrap(), sheet, expected)
        });
        let compared: Vec<usize> = compared.collect();
        // Of each input whether and by how much it is changed; every result; what results are compared with.
        let grid = Grid::of(&model::run(&base));
        let years = |undated| match undated {
            true => UNDATED..=UNDATED,
            false => grid::years(),
        };
        let results = grid
            .rows
            .iter()
            .flat_map(|row| years(row.head.undated).map(|year| (*row, year)));
        let results = results.filter(|(row, year)| grid.has(*row, *year)).count();
        assert_eq!(
            [compared[1], compared[3]],
            [2 * ParamId::all().count(), results]
        );
        assert!(compared[4] > grid.rows.len(), "{compared:?}");
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

fn compute(file: &Path, folder: &Path, profile: &Path) {
    let done = Command::new(std::env::var_os("SOFFICE").unwrap_or_else(|| "soffice".into()))
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args(["--headless", "--convert-to", SHEETS_AS_CSV, "--outdir"])
        .args([folder, file])
        .output()
        .expect("LibreOffice");
    assert!(done.status.success(), "{done:?}");
}

/// Holds what LibreOffice computed of a sheet against the values of its formulas in the workbook of the scenario itself,
/// and counts them.
fn compare(table: &str, sheet: &Sheet, expected: &Sheet) -> usize {
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true);
    let mut reader = reader.from_reader(table.as_bytes());
    let records: Vec<_> = reader.records().map(Result::unwrap).collect();
    let (places, expected) = (formulas(sheet), formulas(expected));
    assert_eq!(places.len(), expected.len(), "{}", sheet.name);
    let count = places.len();
    for ((row, column, _), (_, _, expected)) in places.into_iter().zip(expected) {
        let written = records[row].get(column).unwrap_or_default();
        let at = || format!("{} {column} {:?}", sheet.name, records[row]);
        let Some(expected) = expected else {
            assert_eq!(written, "", "{}", at());
            continue;
        };
        let value = number(written);
        let near = (value - expected).abs() <= 1e-9 * expected.abs().max(1e-9);
        assert!(near, "{}: {written}, not {expected}", at());
    }
    count
}

/// The row, column and value of every formula of a sheet.
fn formulas(sheet: &Sheet) -> Vec<(usize, usize, Option<f64>)> {
    let rows = sheet.rows.iter().enumerate();
    let cells = rows.flat_map(|(row, cells)| {
        let cells = cells.iter().enumerate();
        cells.map(move |(column, cell)| (row, column, cell))
    });
    let formulas = cells.filter_map(|(row, column, cell)| match cell.content {
        Content::Formula(_, value) => Some((row, column, value)),
        _ => None,
    });
    formulas.collect()
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
