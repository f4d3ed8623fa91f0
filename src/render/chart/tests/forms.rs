//! Waterfalls, stacks with negative parts, printed ranges, bands, bubbles and panels with units of their own.

use serde_json::{Value, json};

use super::*;
use crate::figure::Panel;
use crate::render::samples::{PROFIT, WIDTHS, WORK, bubbles, names, range, waterfall, with_base};
use crate::unit::Unit;

fn draw(figure: &Figure, width: f64) -> Drawing {
    Drawing::of(figure, &READER, width, Theme::Light)
}

fn drawn_series(figure: &Figure, width: f64) -> Vec<Value> {
    let options = json(&draw(figure, width).chart(figure));
    options["series"].as_array().unwrap().clone()
}

fn with_id<'a>(series: &'a [Value], id: &str) -> &'a Value {
    let found = series.iter().find(|series| series["id"] == id);
    found.unwrap_or_else(|| panic!("no series {id}"))
}

fn values(series: &Value) -> Vec<f64> {
    let data = series["data"].as_array().unwrap();
    let value = |value: &Value| {
        value
            .get("value")
            .unwrap_or(value)
            .as_f64()
            .unwrap_or(f64::NAN)
    };
    data.iter().map(value).collect()
}

#[test]
fn columns_of_a_waterfall_float_from_the_sum_before_them() {
    let figure = waterfall(&PROFIT);
    let series = drawn_series(&figure, 1100.0);
    let (low, height) = (with_id(&series, "0.fs"), with_id(&series, "0.s"));
    assert_eq!(values(low), [0.0, 30.0, -15.0, -30.0, -30.0, 20.0, 0.0]);
    assert_eq!(values(height), [100.0, 70.0, 45.0, 15.0, 55.0, 5.0, 20.0]);
    assert_eq!(low["itemStyle"]["color"], "transparent");
    assert_eq!(
        (&low["stack"], &height["stack"]),
        (&"sum 0".into(), &"sum 0".into())
    );
    let cost = Tone::Cost.colour(Theme::Light);
    assert_eq!(height["data"][1]["itemStyle"]["color"], cost);
    let line = with_id(&series, "0.c");
    assert_eq!(line["step"], "end");
    assert_eq!(values(line), [100.0, 30.0, -15.0, -30.0, 25.0, 20.0, 20.0]);
    assert_eq!(figure.extent(&figure.panels[0]), (-30.0, 100.0));
}

#[test]
fn the_base_case_of_a_waterfall_floats_at_its_own_place() {
    let figure = with_base(waterfall(&PROFIT), 1.5);
    let series = drawn_series(&figure, 1100.0);
    let (low, height) = (with_id(&series, "0.fg"), with_id(&series, "0.g"));
    assert_eq!(values(low), [0.0, 45.0, -22.5, -45.0, -45.0, 30.0, 0.0]);
    assert_eq!(height["itemStyle"]["borderType"], "dashed");
    assert_ne!(low["stack"], with_id(&series, "0.fs")["stack"]);
    assert_eq!(low["stack"], height["stack"]);
    assert_eq!(figure.extent(&figure.panels[0]), (-45.0, 150.0));
}

#[test]
fn a_waterfall_lies_on_its_side_where_its_names_do_not_fit_below() {
    let figure = waterfall(&PROFIT);
    for width in WIDTHS {
        let drawing = draw(&figure, width);
        assert_eq!(drawing.layout.sideways, width < 700.0, "{width}");
        let options = json(&drawing.chart(&figure));
        let (names, other) = match drawing.layout.sideways {
            true => (&options["yAxis"][0], &options["xAxis"][0]),
            false => (&options["xAxis"][0], &options["yAxis"][0]),
        };
        assert_eq!(
            (&names["type"], &other["type"]),
            (&"category".into(), &"value".into())
        );
        assert_eq!(names["inverse"], drawing.layout.sideways);
        for index in 0..PROFIT.len() {
            let (x, y) = drawing.category_box(&figure, 0, index).centre();
            assert_eq!(drawing.category_at(&figure, x, y), Some((0, index)));
        }
    }
}

#[test]
fn long_names_are_broken_between_words() {
    let figure = waterfall(&[
        ("Sales of the year", 10.0),
        ("Depreciation and amortisation", -4.0),
        ("Operating profit", 6.0),
    ]);
    let names = |width: f64| draw(&figure, width).category_names(&figure);
    assert_eq!(names(700.0)[1], "Depreciation and amortisation");
    assert_eq!(names(480.0)[1], "Depreciation and\namortisation");
    assert!(!draw(&figure, 480.0).layout.sideways);
    assert!(draw(&figure, 280.0).layout.sideways);
    assert_eq!(names(280.0)[1], "Depreciation and\namortisation");
}

#[test]
fn a_waterfall_that_moves_sends_what_moved() {
    let parts = |profit: f64| {
        let mut parts = PROFIT;
        parts[5].1 = profit - 25.0;
        parts[6].1 = profit;
        with_base(waterfall(&parts), 1.0)
    };
    let (mut before, mut now) = (parts(20.0), parts(22.0));
    // The base case stays where it is.
    for figure in [&mut before, &mut now] {
        figure.panels[0].series[0].base = Some(vec![Some(90.0); 7]);
        figure.panels[0].series[1].base = None;
        figure.panels[0].series[2].base = None;
    }
    let (drawn, drawing) = (draw(&before, 1100.0), draw(&now, 1100.0));
    assert_eq!(drawn.frame(&before), drawing.frame(&now));
    let options = json(&drawing.update(&now, &before, &drawn).unwrap());
    assert!(options.get("xAxis").is_none() && options.get("yAxis").is_none());
    let sent: Vec<_> = options["series"]
        .as_array()
        .unwrap()
        .iter()
        .map(|series| &series["id"])
        .collect();
    assert_eq!(sent, ["0.c", "0.fs", "0.s"]);
    assert!(options["series"][2].get("itemStyle").is_none());
    assert_eq!(drawn.update(&before, &before, &drawn), None);
}

fn flows() -> Figure {
    let years = Categories::Years(vec![2030, 2035]);
    let parts = [
        (Tone::Benefit, [5.0, 40.0]),
        (Tone::Cost, [-20.0, -8.0]),
        (Tone::Solutions, [0.0, 10.0]),
        (Tone::Loss, [-10.0, -2.0]),
    ];
    let parts = parts.map(|(tone, values)| series(tone, Shape::Plain, &values.map(Some)));
    samples::figure(Kind::StackedColumns, years, vec![panel(parts.to_vec())])
}

#[test]
fn negative_parts_hang_from_zero() {
    let figure = flows();
    assert_eq!(figure.extent(&figure.panels[0]), (-30.0, 50.0));
    let drawing = draw(&figure, 800.0);
    assert_eq!((drawing.axes[0].min, drawing.axes[0].max), (-40.0, 60.0));
    let labels = crate::render::labels::direct_labels(&figure, &drawing);
    let names: Vec<_> = labels.iter().map(|label| label.text.as_str()).collect();
    assert_eq!(names, ["Solutions", "Benefit", "Cost", "Loss"]);
    let middle = drawing.position(0, 45.0);
    assert!((labels[0].top - middle).abs() < 1e-9, "{labels:?}");
    assert!(labels[2].top > drawing.position(0, 0.0));
}

#[test]
fn the_base_case_of_a_stack_is_outlined_up_and_down() {
    let figure = with_base(flows(), 2.0);
    let series = drawn_series(&figure, 800.0);
    assert_eq!(values(with_id(&series, "0.g")), [10.0, 100.0]);
    assert_eq!(values(with_id(&series, "0.h")), [-60.0, -20.0]);
    // Where all hangs from zero, nothing stands on it.
    let mut hanging = flows();
    hanging.panels[0]
        .series
        .retain(|series| series.values[0] < Some(0.0));
    let series = drawn_series(&with_base(hanging, 2.0), 800.0);
    assert!(
        values(with_id(&series, "0.g"))
            .iter()
            .all(|value| value.is_nan())
    );
    assert_eq!(values(with_id(&series, "0.h")), [-60.0, -20.0]);
}

#[test]
fn a_printed_range_is_a_rule_between_diamonds() {
    let mut figure = figure(Kind::StackedColumns, 50.0);
    figure.panels[0]
        .ranges
        .push(range(0, 28.0, 148.0, "published range"));
    assert_eq!(figure.extent(&figure.panels[0]).1, 148.0);
    let series = drawn_series(&figure, 600.0);
    let rule = with_id(&series, "0.m1");
    assert_eq!(rule["data"], json!([[0.0, 28.0], [0.0, 148.0]]));
    assert_eq!(
        (&rule["symbol"], &rule["lineStyle"]["width"]),
        (&"diamond".into(), &1.5.into())
    );
    figure.kind = Kind::NestedBars;
    let series = drawn_series(&figure, 600.0);
    assert_eq!(
        with_id(&series, "0.m1")["data"],
        json!([[28.0, 0.0], [148.0, 0.0]])
    );
}

#[test]
fn bands_stand_on_the_line_before_them() {
    let line = |tone, shape, values: [f64; 2]| series(tone, shape, &values.map(Some));
    let lines = vec![
        line(Tone::Stage(0), Shape::Floor, [-5.0, 2.0]),
        line(Tone::Stage(0), Shape::BandTo, [9.0, 12.0]),
        line(Tone::Stage(1), Shape::Floor, [0.0, 4.0]),
        line(Tone::Stage(1), Shape::BandTo, [5.0, 8.0]),
        line(Tone::Available, Shape::Base, [20.0, 22.0]),
        line(Tone::Gap, Shape::BandAbove, [3.0, 5.0]),
    ];
    let years = Categories::Years(vec![2030, 2035]);
    let kind = Kind::Lines { shared_scale: true };
    let figure = samples::figure(kind, years, vec![panel(lines)]);
    assert_eq!(figure.extent(&figure.panels[0]), (-5.0, 27.0));
    let series = drawn_series(&figure, 600.0);
    let stacks: Vec<_> = series
        .iter()
        .map(|series| series["stack"].as_str().unwrap())
        .collect();
    assert_eq!(
        stacks,
        [
            "sum 0.0", "sum 0.0", "sum 0.2", "sum 0.2", "sum 0.4", "sum 0.4"
        ]
    );
    assert_eq!(values(&series[1]), [14.0, 10.0]);
    assert_eq!(series[0]["lineStyle"]["width"], 0.0);
    assert_eq!(series[4]["lineStyle"]["width"], 2.0);
    let labels = crate::render::labels::direct_labels(&figure, &draw(&figure, 600.0));
    assert_eq!(labels.len(), 4, "no names at floors");
    let ghosts = drawn_series(&with_base(figure, 1.1), 600.0);
    let ghosts = ghosts
        .iter()
        .filter(|series| series["lineStyle"]["type"] == "dashed");
    assert_eq!(
        ghosts.count(),
        5,
        "all but the gap have a line of their own"
    );
}

#[test]
fn areas_of_bubbles_are_in_proportion_and_the_largest_lies_at_the_back() {
    let figure = bubbles(&WORK);
    let drawing = draw(&figure, 900.0);
    let options = json(&drawing.chart(&figure));
    assert_eq!(
        (&options["xAxis"][0]["type"], &options["yAxis"][0]["type"]),
        (&"value".into(), &"value".into())
    );
    let places = options["series"][0]["data"].as_array().unwrap();
    let diameters: Vec<f64> = places
        .iter()
        .map(|place| place[2].as_f64().unwrap())
        .collect();
    assert!(
        diameters.windows(2).all(|pair| pair[0] >= pair[1]),
        "{diameters:?}"
    );
    assert_eq!(diameters[0], 64.0);
    assert!(((diameters[2] / diameters[0]).powi(2) - 8.0 / 17.0).abs() < 1e-9);
    assert_eq!((&places[0][0], &places[0][1]), (&22.0.into(), &64.0.into()));
    assert_eq!((drawing.axes[0].min, drawing.axes[0].max), (0.0, 150.0));
}

#[test]
fn a_point_finds_its_bubble_the_smaller_where_two_overlap() {
    let figure = bubbles(&WORK);
    for width in WIDTHS {
        let drawing = draw(&figure, width);
        for (index, item) in WORK.iter().enumerate() {
            let (x, y) = drawing.category_box(&figure, 0, index).centre();
            let found = drawing.category_at(&figure, x, y).unwrap().1;
            assert!(
                found == index || WORK[found].3 < item.3,
                "{width}: {index} {found}"
            );
        }
        let plot = drawing.layout.plots[0];
        let corner = (plot.left + plot.width, plot.top + plot.height);
        assert_eq!(drawing.category_at(&figure, corner.0, corner.1), None);
    }
}

#[test]
fn bubbles_that_move_send_their_places_only() {
    let before = bubbles(&WORK);
    let mut moved = WORK;
    moved[0].1 = 0.09;
    let now = bubbles(&moved);
    let (drawn, drawing) = (draw(&before, 900.0), draw(&now, 900.0));
    assert_eq!(drawn.frame(&before), drawing.frame(&now));
    let options = json(&drawing.update(&now, &before, &drawn).unwrap());
    assert_eq!(options.as_object().unwrap().len(), 2, "{options}");
    let series = options["series"][0].as_object().unwrap();
    let keys: Vec<_> = series.keys().map(String::as_str).collect();
    assert_eq!(keys, ["data", "id", "type"]);
    assert_eq!(drawn.update(&before, &before, &drawn), None);
}

#[test]
fn bubbles_and_their_base_case_lie_within_the_plot() {
    let figure = with_base(bubbles(&WORK), 1.3);
    for width in WIDTHS {
        let drawing = draw(&figure, width);
        let plot = drawing.layout.plots[0];
        for index in 0..WORK.len() {
            let place = drawing.category_box(&figure, 0, index);
            assert!(
                place.left >= plot.left - 1.0 && place.top >= plot.top - 1.0,
                "{place:?}"
            );
            assert!(place.left + place.width <= plot.left + plot.width + 1.0);
            assert!(place.top + place.height <= plot.top + plot.height + 1.0);
        }
        let series = drawn_series(&figure, width);
        assert_eq!(with_id(&series, "0.g")["itemStyle"]["borderType"], "dashed");
    }
}

fn of_unit(unit: Option<Unit>, values: [f64; 2]) -> Panel {
    Panel {
        name: "panel".to_owned(),
        unit,
        ..panel(vec![series(
            Tone::Hardware,
            Shape::Plain,
            &values.map(Some),
        )])
    }
}

#[test]
fn a_panel_with_a_unit_of_its_own_has_a_scale_of_its_own() {
    let years = Categories::Years(vec![2030, 2035]);
    let panels = vec![
        of_unit(None, [300.0, 2000.0]),
        of_unit(Some(Unit::Fraction), [0.1, 0.45]),
        of_unit(None, [3.0, 7000.0]),
        of_unit(Some(Unit::Fraction), [0.1, 0.12]),
    ];
    let figure = samples::figure(Kind::StackedColumns, years, panels);
    let drawing = draw(&figure, 900.0);
    let units: Vec<_> = drawing.scales.iter().map(|scale| scale.unit).collect();
    assert_eq!(units, ["$ tn", "%", "$ tn", "%"]);
    assert_eq!(drawing.axes[0], drawing.axes[2]);
    assert_eq!(drawing.axes[1], drawing.axes[3]);
    assert_eq!((drawing.axes[0].max, drawing.axes[1].max), (7.5, 60.0));
    let series = drawn_series(&figure, 900.0);
    assert_eq!(values(&series[1]), [10.0, 45.0]);
    assert_eq!(units::common(&figure, &READER), None);
    let scale = units::scale(&figure, &READER, &figure.panels[1], 0);
    assert_eq!(scale.unit, "%");
    let names = names(&["a", "b"]);
    let one = samples::figure(Kind::NestedBars, names, vec![of_unit(None, [1.0, 2.0])]);
    assert_eq!(units::common(&one, &READER).unwrap().unit, "$ bn");
}
