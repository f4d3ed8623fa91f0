//! Columns of a waterfall, whose sheet computes where they stand.

use super::*;

/// From sales to a loss and back: the third column crosses zero, the last is a sum.
const PARTS: [(&str, f64); 5] = [
    ("a", 5.0),
    ("b", 3.0),
    ("c", -12.0),
    ("d", 2.0),
    ("e", -2.0),
];

#[test]
fn columns_of_a_waterfall_stand_where_they_stand_in_the_report() {
    let figure = samples::with_base(samples::waterfall(&PARTS), 1.5);
    let panel = &figure.panels[0];
    let drawn = drawn(&figure, panel, "base case", &READER);
    for (index, step) in figure.steps(panel, false).into_iter().enumerate() {
        let step = step.unwrap();
        let (low, high) = stood(&drawn, |series| series.values[index]);
        assert!(near(low, step.low()) && near(high, step.high()), "{index}");
        let written = drawn[0].values[index].unwrap();
        assert!(near(written, PARTS[index].1), "with its sign");
    }
    let levels = ghosts(&drawn);
    assert_eq!(levels[0].name, "Sum so far (base case)");
    let ends = [7.5, 12.0, -6.0, -3.0, -3.0].map(Some);
    assert!(alike(&levels[0].values, &ends));
    let notes = said::notes(
        &figure,
        "",
        &About::of(&Scenario::default(), "", "", &READER),
        &READER,
    );
    assert!(notes.lines().any(|line| line == "c: −12.0"), "{notes}");
}

/// Between which heights the columns that are seen lie, as a program of presentations stacks them.
fn stood(drawn: &[Drawn], value: impl Fn(&Drawn) -> Option<f64>) -> (f64, f64) {
    let (mut up, mut down) = (0.0, 0.0);
    let mut ends = (f64::INFINITY, f64::NEG_INFINITY);
    for series in drawn {
        if !matches!(series.look, Look::Float | Look::Plain) {
            continue;
        }
        let Some(value) = value(series).filter(|value| *value != 0.0) else {
            continue;
        };
        let end = if value < 0.0 { &mut down } else { &mut up };
        let from = *end;
        *end += value;
        if series.look == Look::Plain {
            ends = (ends.0.min(from).min(*end), ends.1.max(from).max(*end));
        }
    }
    ends
}

/// The sheet of a chart, as `src/web/slides/mended.js` writes it.
fn sheet(drawn: &[Drawn]) -> Workbook {
    let looks = crate::export::sheet::Look::Plain;
    let cell = |series: &Drawn, index: usize| {
        let formula = series.formulas.get(index).filter(|it| !it.is_empty());
        let value = series.values[index];
        Cell {
            content: match formula {
                Some(formula) => Content::Formula(formula.clone(), value),
                None => value.map_or(Content::Empty, Content::Number),
            },
            look: looks,
        }
    };
    let row = |index| {
        let cells = drawn.iter().map(|series| cell(series, index));
        std::iter::once(Cell::text("", looks))
            .chain(cells)
            .collect()
    };
    let head = vec![Cell::text("", looks)];
    Workbook {
        title: String::new(),
        sheets: vec![Sheet {
            name: "Sheet1",
            rows: std::iter::once(head)
                .chain((0..PARTS.len()).map(row))
                .collect(),
            ..Sheet::default()
        }],
        names: Vec::new(),
    }
}

#[test]
fn a_waterfall_follows_a_contribution_that_is_changed_in_its_sheet() {
    let figure = samples::waterfall(&PARTS);
    let columns = drawn(&figure, &figure.panels[0], "", &READER);
    let book = sheet(&columns);
    for change in [0.0, 4.0, -9.0] {
        let parts = PARTS.map(|(name, value)| match name {
            "b" => (name, value + change),
            "e" => (name, value + change),
            _ => (name, value),
        });
        let expected = samples::waterfall(&parts);
        let mut calculator = Calculator::new(&book);
        calculator.set("Sheet1", 2, 1, parts[1].1);
        let steps = expected.steps(&expected.panels[0], false);
        for (index, step) in steps.into_iter().enumerate() {
            let step = step.unwrap();
            let total = calculator.value("Sheet1", index + 1, 1).unwrap();
            assert!(near(total, step.value), "{change} {index}: {total}");
            let mut computed = columns.clone();
            for (at, series) in computed.iter_mut().enumerate() {
                series.values[index] = calculator.value("Sheet1", index + 1, at + 1);
            }
            let (low, high) = stood(&computed, |series| series.values[index]);
            let empty = step.low() == step.high();
            assert!(empty || near(low, step.low()) && near(high, step.high()));
        }
    }
}
