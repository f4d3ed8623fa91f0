//! Slides say what the figures say.

mod waterfall;

use super::series::{Drawn, Look, drawn};
use super::*;
use crate::chapters::tests::in_context;
use crate::chapters::{ChapterId, Context, FigureSpec};
use crate::export::sheet::{Cell, Content, Sheet, Workbook};
use crate::export::tests::calculator::Calculator;
use crate::figure::{Categories, Series, Shape};
use crate::i18n::number::Currency;
use crate::render::samples;
use crate::scenario::{ParamId, Scenario};
use crate::text::Lang;

const READER: Reader = Reader {
    lang: Lang::En,
    currency: Currency::Native,
    jpy_per_usd: 150.0,
};

/// Every figure of every chapter in a scenario.
fn every_figure(scenario: &Scenario, lang: Lang, mut check: impl FnMut(&FigureSpec, &Context)) {
    in_context(scenario, (lang, Currency::Native, false), |context| {
        let specs = ChapterId::ALL.iter();
        for spec in specs.flat_map(|chapter| chapter.chapter().figures) {
            check(spec, context);
        }
    });
}

/// A scenario in which every input has moved.
fn moved() -> Scenario {
    let mut scenario = Scenario::default();
    for param in ParamId::all() {
        let row = param.row();
        let part = row.min + 0.61 * (row.max - row.min);
        scenario.set(param, row.snap(part)).unwrap();
    }
    scenario
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1.0)
}

fn alike(one: &[Option<f64>], other: &[Option<f64>]) -> bool {
    let near = |(one, other): (&Option<f64>, &Option<f64>)| match (one, other) {
        (Some(one), Some(other)) => near(*one, *other),
        (one, other) => one == other,
    };
    one.len() == other.len() && one.iter().zip(other).all(near)
}

#[test]
fn every_figure_is_a_slide_of_charts_with_its_numbers() {
    every_figure(&Scenario::default(), Lang::Ja, |spec, context| {
        let figure = (spec.make)(context);
        let about = About::of(context.scenario, "", "", &context.reader);
        let link = format!("https://x/#/{}", spec.id);
        let slide_figure = SlideFigure {
            figure: &figure,
            links: &Links::only(&link),
            made: "",
        };
        let text = deck(&[slide_figure], None, &about, &context.reader);
        let deck: serde_json::Value = serde_json::from_str(&text).unwrap();
        let slide = &deck["slides"][0];
        assert_eq!(slide["title"], *figure.title);
        assert!(slide["notes"].as_str().unwrap().contains(&link));
        let charts = slide["charts"].as_array().unwrap();
        assert_eq!(charts.len(), figure.panels.len());
        for (chart, panel) in charts.iter().zip(&figure.panels) {
            let series = drawn(&figure, panel, "", &context.reader);
            if figure.kind != Kind::Waterfall {
                for (at, one) in panel.series.iter().enumerate() {
                    let factor = units::scale(&figure, &context.reader, panel, at).factor;
                    let values = one.values.iter().map(|value| value.map(|it| it * factor));
                    let values: Vec<_> = values.collect();
                    assert!(
                        alike(&series[at].values, &values),
                        "{} {}",
                        spec.id,
                        one.name
                    );
                }
            }
            let points = series.iter().filter(|drawn| drawn.look == Look::Point);
            let points = points.flat_map(|drawn| &drawn.values).flatten().count();
            assert_eq!(points, panel.marks.len() + 2 * panel.ranges.len());
            assert_eq!(chart["series"].as_array().unwrap().len(), series.len());
            assert!(chart["axis"][1].as_f64() > chart["axis"][0].as_f64());
        }
    });
}

#[test]
fn every_slide_leads_to_its_own_figure_and_says_how_it_was_made() {
    let figures = ["a", "b"].map(|name| samples::waterfall(&[(name, 5.0), ("end", 5.0)]));
    let addresses = ["https://x/#/share/a?y", "file:///home/b.html#/share/b"];
    let links = addresses.map(Links::only);
    let slide_figures: Vec<_> = figures
        .iter()
        .zip(&links)
        .map(|(figure, links)| SlideFigure {
            figure,
            links,
            made: if links.whole == addresses[0] {
                "2,000 draws, seed 7"
            } else {
                ""
            },
        })
        .collect();
    let about = About::of(&Scenario::default(), "", "https://x/#/share", &READER);
    let deck: serde_json::Value =
        serde_json::from_str(&deck(&slide_figures, None, &about, &READER)).unwrap();
    // How a tool's figure was made is told on its slide, and on no other.
    for (slide, made) in deck["slides"].as_array().unwrap().iter().zip([true, false]) {
        let of = |part: &serde_json::Value| {
            part.as_str()
                .unwrap()
                .contains("Made with: 2,000 draws, seed 7")
        };
        assert_eq!([of(&slide["notes"]), of(&slide["foot"]["text"])], [made; 2]);
    }
    for (slide, link) in deck["slides"].as_array().unwrap().iter().zip(addresses) {
        let notes = slide["notes"].as_str().unwrap();
        assert!(
            notes.lines().any(|line| line == format!("Link: {link}")),
            "{notes}"
        );
    }
    assert_eq!(deck["slides"][0]["link"], addresses[0]);
    assert_eq!(deck["slides"][1]["link"], "");
}

/// The series that show what the numbers are compared with.
fn ghosts(series: &[Drawn]) -> Vec<&Drawn> {
    let is_ghost = |drawn: &&Drawn| matches!(drawn.look, Look::Ghost | Look::Level | Look::Outline);
    series.iter().filter(is_ghost).collect()
}

#[test]
fn what_numbers_are_compared_with_is_on_the_slide_as_on_the_page() {
    let mut compared = 0;
    every_figure(&moved(), Lang::En, |spec, context| {
        let figure = (spec.make)(context);
        for panel in &figure.panels {
            let series = drawn(&figure, panel, "A cautious case", &context.reader);
            let found = ghosts(&series);
            let has_base = |series: &&Series| series.base.is_some();
            let own = panel.series.iter().filter(has_base).count();
            let bands = panel
                .series
                .iter()
                .filter(|it| it.shape == Shape::BandAbove);
            let expected = match figure.kind {
                Kind::Lines { .. } => own - bands.filter(has_base).count(),
                Kind::Bubbles { .. } => 3 * own.min(1),
                _ => own.min(1),
            };
            assert!(found.len() >= expected, "{} {}", spec.id, panel.name);
            assert_eq!(found.is_empty(), expected == 0, "{}", spec.id);
            for ghost in &found {
                assert!(ghost.name.ends_with(" (A cautious case)"), "{}", ghost.name);
                assert!(found.len() == 1 || !ghost.in_legend);
            }
            compared += found.len();
            if let Kind::Lines { .. } = figure.kind {
                for (at, one) in panel.series.iter().enumerate() {
                    let factor = units::scale(&figure, &context.reader, panel, at).factor;
                    let Some(base) = &one.base else { continue };
                    let base: Vec<_> = base.iter().map(|it| it.map(|it| it * factor)).collect();
                    let is_there = found.iter().any(|ghost| alike(&ghost.values, &base));
                    assert!(is_there || one.shape == Shape::BandAbove, "{}", spec.id);
                }
            }
        }
        let about = About::of(context.scenario, "", "", &context.reader);
        let slide_figure = SlideFigure {
            figure: &figure,
            links: &Links::default(),
            made: "",
        };
        let deck: serde_json::Value =
            serde_json::from_str(&deck(&[slide_figure], None, &about, &context.reader)).unwrap();
        let key = deck["slides"][0]["key"].as_str().unwrap();
        assert_eq!(
            key.contains("base case"),
            figure.has_base(),
            "{} {key}",
            spec.id
        );
    });
    assert!(compared > 40, "{compared}");
}

#[test]
fn totals_of_stacked_columns_are_those_of_the_base_case() {
    let years = Categories::Years(vec![2030, 2040]);
    let part = |values: [f64; 2]| {
        let values = values.map(Some);
        samples::series(crate::figure::Tone::Cost, Shape::Plain, &values)
    };
    let panel = samples::panel(vec![part([3.0, 4.0]), part([5.0, -6.0])]);
    let figure = samples::figure(Kind::StackedColumns, years, vec![panel]);
    let figure = samples::with_base(figure, 2.0);
    let series = drawn(&figure, &figure.panels[0], "base case", &READER);
    let found = ghosts(&series);
    assert_eq!(found[0].name, "Total (base case)");
    assert!(alike(&found[0].values, &[Some(16.0), Some(8.0)]));
    assert_eq!(found[1].name, "Total below zero (base case)");
    assert!(alike(&found[1].values, &[None, Some(-12.0)]));
}

#[test]
fn the_ends_of_a_band_are_dotted_lines_of_their_own_values() {
    let line = |shape, values: [f64; 2]| {
        samples::series(crate::figure::Tone::Cost, shape, &values.map(Some))
    };
    let panel = samples::panel(vec![
        line(Shape::Plain, [2.0, 3.0]),
        line(Shape::Floor, [1.0, 2.0]),
        line(Shape::RangeTo, [4.0, 5.0]),
    ]);
    let kind = Kind::Lines { shared_scale: true };
    let years = Categories::Years(vec![2030, 2040]);
    let figure = samples::figure(kind, years, vec![panel]);
    let series = drawn(&figure, &figure.panels[0], "", &READER);
    let looks = series.iter().map(|it| (it.look, it.in_legend));
    let edge = (Look::Edge, false);
    assert_eq!(looks.collect::<Vec<_>>(), [(Look::Plain, true), edge, edge]);
    assert!(alike(&series[2].values, &[Some(4.0), Some(5.0)]));
    let key = said::key(&figure, &[series], "", &READER);
    assert_eq!(key, "Dotted lines: ends of the ranges");
}

#[test]
fn the_outer_of_two_ranges_is_told_from_the_inner_one() {
    let line = |shape| samples::series(crate::figure::Tone::Cost, shape, &[Some(1.0), Some(2.0)]);
    let shapes = [
        Shape::Floor,
        Shape::BandTo,
        Shape::Floor,
        Shape::BandTo,
        Shape::Plain,
    ];
    let kind = Kind::Lines { shared_scale: true };
    let years = Categories::Years(vec![2030, 2040]);
    let panel = samples::panel(shapes.map(line).to_vec());
    let figure = samples::figure(kind, years, vec![panel]);
    let series = drawn(&figure, &figure.panels[0], "", &READER);
    let looks: Vec<_> = series.iter().map(|it| it.look).collect();
    let (outer, inner) = (Look::Outer, Look::Inner);
    assert_eq!(looks, [outer, outer, inner, inner, Look::Plain]);
    let key = said::key(&figure, &[series], "", &READER);
    assert!(key.contains("inner range"), "{key}");
}

#[test]
fn what_a_native_chart_cannot_show_is_told() {
    let spec = ChapterId::ALL
        .iter()
        .find_map(|chapter| chapter.chapter().figure("working-age"));
    for (lang, told) in [
        (Lang::En, "Projection from 2024 on"),
        (Lang::Ja, "2024年以降は推計"),
    ] {
        let who = (lang, Currency::Native, false);
        in_context(&Scenario::default(), who, |context| {
            let figure = (spec.unwrap().make)(context);
            let about = About::of(context.scenario, "", "", &context.reader);
            let key = said::key(&figure, &[], "", &context.reader);
            assert_eq!(key, told);
            let notes = said::notes(&figure, &key, &about, &context.reader);
            assert!(notes.lines().any(|line| line == told));
        });
    }
}

#[test]
fn what_is_cut_on_a_slide_shows_that_it_is() {
    assert_eq!(said::cut("short"), "short");
    for words in ["some words ", "長い文、"] {
        let cut = said::cut(&words.repeat(90));
        assert!(said::lines(&cut) == 2 && cut.ends_with('…'), "{cut}");
    }
}

#[test]
fn names_of_bubbles_touch_nothing_and_those_without_room_are_left_out() {
    let crowded = (0..12).map(|number| {
        let number = f64::from(number);
        let (x, y) = (0.2 + 0.005 * number, 60.0 + number);
        ("a name as long as some are", x, y, number + 1.0)
    });
    let crowded: Vec<_> = crowded.chain([("far", 0.9, 120.0, 1.0)]).collect();
    for things in [&samples::WORK[..], &crowded] {
        let figure = samples::bubbles(things);
        let drawing = Drawing::of(&figure, &READER, WIDTH, Theme::Light);
        let names = bubbles::arranged(&figure, &drawing, 0, 4.65);
        assert!(!names.is_empty() && names.len() <= things.len());
        for (at, (_, _, rect)) in names.iter().enumerate() {
            assert!(names[..at].iter().all(|(_, _, other)| !rect.meets(other)));
        }
        let all_fit = things.len() == samples::WORK.len();
        assert!(all_fit || names.len() < things.len());
        let told = bubbles::places(&figure, &drawing, 0, 4.65);
        assert_eq!(told.iter().flatten().count(), names.len());
    }
}
