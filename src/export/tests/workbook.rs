//! The formulas of the workbook are computed and compared with the model, after inputs have changed.

use super::calculator::Calculator;
use super::*;

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
    let [one, other] = [0, 1].map(|_| crate::export::xlsx::bytes(&book).unwrap());
    assert!(one.starts_with(b"PK") && one == other);
}

/// The workbook in which a preset is compared with another.
fn compared(lang: Lang) -> crate::export::sheet::Workbook {
    let [one, other] = [2, 3].map(|at: usize| PRESETS[at].scenario());
    let results = [one, other].map(|scenario| model::run(&scenario));
    let reader = Reader { lang, ..READER };
    crate::export::workbook::workbook(&crate::export::workbook::Material {
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
        assert_eq!(calculator.value("About", about + 1, 1), Some(0.0));
        assert_eq!(book.sheets[1].marks.len(), 1);
        let mut calculator = Calculator::new(&book);
        calculator.set("Inputs", fx, 1, 9_999.0);
        assert_eq!(calculator.value("Inputs", fx, 3), Some(2.0));
        assert_eq!(calculator.value("About", about + 1, 1), Some(1.0));
    }
    let told = format!("{:?}", compared(Lang::En).sheets[0].rows);
    for line in PRESETS[3].scenario().changed() {
        assert!(told.contains(line.row().label.en), "{told}");
    }
}

#[test]
fn no_value_of_the_workbook_is_shown_as_nothing_and_no_row_is_higher_than_allowed() {
    use crate::export::sheet::{Look, Shown};
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
