//! Charts as ECharts gets them, one of each kind.

use super::*;
use crate::render::samples::{self, READER, mark, panel, series};
use crate::unit::Unit;

mod forms;

fn figure(kind: Kind, last: f64) -> Figure {
    let mut panel = panel(vec![
        series(Tone::Reshoring, Shape::Plain, &[Some(10.0), Some(20.0)]),
        series(Tone::Substitution, Shape::Plain, &[Some(30.0), Some(last)]),
    ]);
    panel.marks.push(mark(1, 70.0, "published"));
    samples::figure(kind, Categories::Years(vec![2030, 2035]), vec![panel])
}

fn json(options: &Options) -> serde_json::Value {
    serde_json::to_value(options).unwrap()
}

#[test]
fn stacked_columns_share_a_stack_and_the_published_value_is_a_diamond() {
    let figure = figure(Kind::StackedColumns, 50.0);
    let option = json(&Drawing::of(&figure, &READER, 600.0, Theme::Light).chart(&figure));
    assert_eq!(option["animation"], false);
    assert_eq!(
        option["xAxis"][0]["data"],
        serde_json::json!(["2030", "2035"])
    );
    assert_eq!(option["yAxis"][0]["max"], 80.0);
    let series = &option["series"];
    assert_eq!(
        (&series[0]["type"], &series[0]["stack"]),
        (&"bar".into(), &"0".into())
    );
    assert_eq!(series[1]["stack"], series[0]["stack"]);
    assert_eq!(series[1]["data"], serde_json::json!([30.0, 50.0]));
    assert_eq!(
        (&series[2]["symbol"], &series[2]["data"]),
        (&"diamond".into(), &serde_json::json!([[1.0, 70.0]]))
    );
}

/// A tick says 10^17; half a power of ten would be a number that nobody reads.
#[test]
fn ticks_of_logarithms_are_whole_powers_of_ten() {
    let runs = series(Tone::Nth(0), Shape::Plain, &[Some(17.3), Some(26.7)]);
    let mut figure = samples::figure(
        Kind::Lines { shared_scale: true },
        Categories::Years(vec![2012, 2025]),
        vec![panel(vec![runs])],
    );
    figure.unit = Unit::PowersOfTenFlop;
    let option = json(&Drawing::of(&figure, &READER, 600.0, Theme::Light).chart(&figure));
    let axis = &option["yAxis"][0];
    assert_eq!(axis["axisLabel"]["formatter"], "10^{value}");
    assert_eq!(
        [&axis["min"], &axis["interval"], &axis["max"]],
        [16.0, 2.0, 28.0]
    );
}

/// A label beside a diamond at the end of a bar would else lie on the bar.
#[test]
fn bars_leave_room_for_the_labels_of_what_is_marked_beyond_them() {
    let mut figure = figure(Kind::NestedBars, 50.0);
    let axis = |figure: &Figure| Drawing::of(figure, &READER, 700.0, Theme::Light).axes[0];
    figure.panels[0].marks.clear();
    let bare = axis(&figure);
    let mut beyond = mark(1, 50.0, "not by 2040");
    beyond.computed = Some(Unit::Years);
    figure.panels[0].marks = vec![beyond];
    let marked = Drawing::of(&figure, &READER, 700.0, Theme::Light);
    assert!(marked.axes[0].max > bare.max);
    let words = crate::render::labels::fixed_words(&figure, &marked, "");
    let label = words.iter().find(|word| word.text == "not by 2040");
    assert!(label.unwrap().left > marked.position(0, 50.0));
}

#[test]
fn ticks_of_years_have_no_separators() {
    let years = series(Tone::Nth(0), Shape::Plain, &[Some(2032.0), Some(2038.0)]);
    let mut figure = samples::figure(
        Kind::Lines { shared_scale: true },
        Categories::Names(vec!["10".to_owned(), "20".to_owned()]),
        vec![panel(vec![years])],
    );
    figure.unit = Unit::Year;
    let option = json(&Drawing::of(&figure, &READER, 600.0, Theme::Light).chart(&figure));
    assert_eq!(option["yAxis"][0]["axisLabel"]["formatter"], "{year}");
}

#[test]
fn bars_have_their_values_along_the_horizontal_axis() {
    let figure = figure(Kind::NestedBars, 50.0);
    let option = json(&Drawing::of(&figure, &READER, 600.0, Theme::Dark).chart(&figure));
    assert_eq!(
        (&option["xAxis"][0]["type"], &option["yAxis"][0]["type"]),
        (&"value".into(), &"category".into())
    );
    assert!(option["series"][0]["stack"].is_null());
}

#[test]
fn the_base_case_is_a_dashed_line_beside_lines_and_an_outline_around_columns() {
    for (kind, style) in [
        (Kind::Lines { shared_scale: true }, "lineStyle"),
        (Kind::StackedColumns, "itemStyle"),
    ] {
        let mut figure = figure(kind, 50.0);
        figure.panels[0].series[1].base = Some(vec![Some(30.0), Some(60.0)]);
        let option = json(&Drawing::of(&figure, &READER, 600.0, Theme::Light).chart(&figure));
        let ghost = &option["series"][2];
        let dashed = if style == "lineStyle" {
            &ghost[style]["type"]
        } else {
            &ghost[style]["borderType"]
        };
        assert_eq!(dashed, "dashed", "{kind:?}");
        let expected = if style == "lineStyle" {
            [30.0, 60.0]
        } else {
            [40.0, 80.0]
        };
        assert_eq!(ghost["data"], serde_json::json!(expected), "{kind:?}");
    }
}

#[test]
fn an_update_holds_only_what_moved() {
    let (before, now) = (
        figure(Kind::StackedColumns, 50.0),
        figure(Kind::StackedColumns, 55.0),
    );
    let drawn = Drawing::of(&before, &READER, 600.0, Theme::Light);
    let drawing = Drawing::of(&now, &READER, 600.0, Theme::Light);
    assert_eq!(drawing.frame(&now), drawn.frame(&before));
    let option = json(&drawing.update(&now, &before, &drawn).unwrap());
    let series = serde_json::json!([{ "type": "bar", "id": "0.1", "data": [30.0, 55.0] }]);
    assert_eq!(
        option,
        serde_json::json!({ "animation": false, "series": series })
    );
    assert_eq!(drawn.update(&before, &before, &drawn), None);
}

#[test]
fn another_theme_or_width_is_another_frame() {
    let figure = figure(Kind::StackedColumns, 50.0);
    let frame = |width, theme| Drawing::of(&figure, &READER, width, theme).frame(&figure);
    assert_ne!(frame(600.0, Theme::Light), frame(600.0, Theme::Dark));
    assert_ne!(frame(600.0, Theme::Light), frame(500.0, Theme::Light));
}

#[test]
fn a_point_finds_its_category_and_back() {
    for kind in [
        Kind::StackedColumns,
        Kind::NestedBars,
        Kind::Lines { shared_scale: true },
    ] {
        let figure = figure(kind, 50.0);
        let drawing = Drawing::of(&figure, &READER, 600.0, Theme::Light);
        for index in 0..2 {
            let place = drawing.category_box(&figure, 0, index);
            let (x, y) = (
                place.left + place.width / 2.0,
                place.top + place.height / 2.0,
            );
            assert_eq!(
                drawing.category_at(&figure, x, y),
                Some((0, index)),
                "{kind:?}"
            );
        }
        assert_eq!(drawing.category_at(&figure, -100.0, -100.0), None);
    }
}

/// Five panels side by side have room for three numbers each, not for four.
#[test]
fn numbers_at_narrow_axes_keep_apart() {
    let panels = (0..5)
        .map(|_| {
            panel(vec![series(
                Tone::Reshoring,
                Shape::Plain,
                &[Some(-105.0), Some(95.0)],
            )])
        })
        .collect();
    let names = vec!["one".to_owned(), "two".to_owned()];
    let figure = samples::figure(Kind::NestedBars, Categories::Names(names), panels);
    for (width, step) in [(640.0, 200.0), (4000.0, 100.0)] {
        let drawing = Drawing::of(&figure, &READER, width, Theme::Light);
        let axis = drawing.axes[0];
        assert!(
            drawing
                .axes
                .iter()
                .zip(&drawing.layout.plots)
                .all(|(axis, plot)| {
                    let widest = text_width("-200", TICK);
                    let apart = plot.width * axis.step / (axis.max - axis.min);
                    apart >= widest
                }),
            "{axis:?}"
        );
        assert_eq!(axis.step, step, "{axis:?}");
    }
}
