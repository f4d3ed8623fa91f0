//! What holds for this chapter: its inputs, and its figures against the model.

use super::*;
use crate::chapters::ChapterId;
use crate::chapters::tests::in_context;
use crate::i18n::number::{Currency, Reader};
use crate::model;
use crate::render::chart::Drawing;
use crate::render::labels::{Anchor, WordKind, fixed_words};
use crate::render::layout::text_width;
use crate::render::theme::Theme;
use crate::scenario::{Change, ParamId, Scenario};
use crate::text::Lang;

fn made(id: &str, scenario: &Scenario) -> Figure {
    let spec = ChapterId::Sovereign.chapter().figure(id).unwrap();
    in_context(scenario, (Lang::En, Currency::Jpy, false), |context| {
        (spec.make)(context)
    })
}

fn with(settings: &[(&str, f64)]) -> Scenario {
    let settings = settings
        .iter()
        .map(|(id, value)| (ParamId::find(id).unwrap(), *value));
    Scenario::default()
        .with(Change::of(settings).unwrap())
        .unwrap()
}

#[test]
fn the_discount_rate_is_in_the_panel_though_all_models_share_it() {
    let discount = ParamId::find("macro.discount_rate").unwrap();
    assert!(CHAPTER.borrowed().contains(&discount));
}

#[test]
fn the_line_over_attributions_is_what_the_model_gives_at_each() {
    for start in [
        Scenario::default(),
        with(&[
            ("sovereign.gpu_scenario", 1.0),
            ("macro.discount_rate", 8.0),
        ]),
    ] {
        let figure = made("break-even", &start);
        for percent in [0, 6, 37, 100] {
            let attribution = ParamId::find("sovereign.attribution").unwrap();
            let moved = start
                .with(Change::one(attribution, percent as f64))
                .unwrap();
            let npv = model::run(&moved).sovereign.summary.npv;
            let drawn = figure.panels[0].series[0].values[percent].unwrap();
            assert!((drawn - npv).abs() < 1e-9, "{percent}: {drawn} and {npv}");
        }
    }
}

#[test]
fn the_parts_of_the_build_up_add_to_its_total() {
    let figure = made("cost", &Scenario::default());
    for panel in &figure.panels {
        let sum = |series: usize| -> f64 { panel.series[series].values.iter().flatten().sum() };
        assert!((sum(0) - sum(1)).abs() < 1e-12, "{}", panel.name);
        for index in 0..figure.categories.len() {
            let there = panel
                .series
                .iter()
                .filter(|series| series.values[index].is_some());
            assert_eq!(there.count(), 1);
        }
    }
}

#[test]
fn titles_follow_the_numbers() {
    let base = Scenario::default();
    assert_eq!(
        made("cost-published", &base).title,
        "Linear progress meets the low end, frozen the high"
    );
    let dear = with(&[("sovereign.gpu_price", 50.0)]);
    assert_eq!(
        made("cost-published", &dear).title,
        "Present inputs leave the published range"
    );
    assert!(made("cumulative", &base).title.ends_with("2032"));
    let nothing = with(&[
        ("sovereign.count_health", 0.0),
        ("sovereign.count_digital", 0.0),
    ]);
    assert!(made("cumulative", &nothing).title.ends_with("by 2040"));
    assert!(made("break-even", &nothing).title.starts_with("No effect"));
    assert!(made("break-even", &nothing).panels[0].marks.is_empty());
}

#[test]
fn cost_points_down_and_is_the_cost_of_the_model() {
    let figure = made("flow", &Scenario::default());
    let results = model::run(&Scenario::default());
    let first = figure.panels[0].series[0].values[0].unwrap();
    assert_eq!(first, -results.sovereign.flow[START].cost);
}

#[test]
fn at_30_30_and_20_percent_the_value_is_about_nothing() {
    let cautious = with(&[
        ("sovereign.visit_gap_closed", 30.0),
        ("sovereign.outflow_avoided", 30.0),
        ("sovereign.attribution", 20.0),
    ]);
    let summary = model::run(&cautious).sovereign.summary;
    assert!((summary.npv / summary.total_cost).abs() < 0.05);
}

#[test]
fn labels_of_marks_lie_within_the_figure() {
    for id in ["break-even", "cost-published", "benefits", "deficit"] {
        let figure = made(id, &Scenario::default());
        for width in [320.0, 560.0, 860.0] {
            let reader = Reader {
                lang: Lang::En,
                currency: Currency::Jpy,
                jpy_per_usd: 150.0,
            };
            let drawing = Drawing::of(&figure, &reader, width, Theme::Light);
            let words = fixed_words(&figure, &drawing, "");
            for word in words.iter().filter(|word| word.kind == WordKind::Mark) {
                let wide = text_width(&word.text, 12.5);
                let left = match word.anchor {
                    Anchor::Start => word.left,
                    Anchor::Middle => word.left - wide / 2.0,
                    Anchor::End => word.left - wide,
                };
                let inside = left >= -1.0 && left + wide <= drawing.layout.width + 8.0;
                assert!(inside, "{id} at {width}: {word:?}");
            }
        }
    }
}
