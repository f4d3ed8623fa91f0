//! The bars of results that exist, that are years, and that are not reached.

use super::*;
use crate::analysis::influence;
use crate::chapters::tests::in_context;
use crate::i18n::number::Currency;
use crate::model;
use crate::output::{Place, UNDATED};
use crate::whatif::headlines;

#[test]
fn the_ends_are_those_of_a_run_with_only_that_input_moved() {
    let cell = Cell::find("tam.new_market", Place::All, 2040).unwrap();
    let scenario = Scenario::default();
    let now = cell.read(&model::run(&scenario));
    let bars = bars(cell, &scenario, now);
    assert!(bars.len() > 8);
    assert!(
        bars.windows(2)
            .all(|pair| pair[0].length() >= pair[1].length())
    );
    for bar in &bars {
        let span = influence::span(cell, &scenario, bar.param).unwrap();
        let found = bar.high.unwrap() - bar.low.unwrap();
        assert!((span - found).abs() < 1e-9, "{}", bar.param.row().id);
    }
}

#[test]
fn a_linear_result_moves_in_proportion() {
    // Reshoring CAPEX is proportional to the share that comes home.
    let cell = Cell::find("tam.reshoring_capex", Place::All, 2040).unwrap();
    let scenario = Scenario::default();
    let now = cell.read(&model::run(&scenario)).unwrap();
    let bars = bars(cell, &scenario, Some(now));
    let share = bars
        .iter()
        .find(|bar| bar.param.row().id == "reshoring.share")
        .unwrap();
    assert!((share.low.unwrap() + now / 2.0).abs() < 1e-9, "{share:?}");
    assert_eq!(share.high, Some(0.0));
}

fn payback() -> Cell {
    Cell::find("platforms.payback", Place::Whole, UNDATED).unwrap()
}

#[test]
fn an_end_that_is_not_reached_is_marked_and_ranks_first() {
    for (lang, words) in [(Lang::En, "not by 2040"), (Lang::Ja, "2040年まで該当なし")] {
        let scenario = Scenario::default();
        in_context(&scenario, (lang, Currency::Native, false), |context| {
            let figure = figure(payback(), context);
            let now = payback().read(context.results).unwrap();
            let bars = bars(payback(), &scenario, Some(now));
            let cut = bars.iter().filter(|bar| !bar.is_whole()).count();
            assert!(cut > 1 && bars[..cut].iter().all(|bar| !bar.is_whole()));
            let marks = &figure.panels[0].marks;
            assert_eq!(marks.len(), cut);
            for (index, mark) in marks.iter().enumerate() {
                assert_eq!((mark.index, mark.height), (index, AFTER - now));
                assert_eq!(mark.label, words);
            }
            assert!(figure.title.contains("2040"), "{}", figure.title);
        });
    }
}

#[test]
fn a_year_that_is_not_reached_shows_what_brings_it_back() {
    let mut scenario = Scenario::default();
    let capex = ParamId::find("platforms.capex_2026").unwrap();
    scenario.set(capex, 1200.0).unwrap();
    in_context(&scenario, (Lang::En, Currency::Native, false), |context| {
        assert_eq!(payback().read(context.results), None);
        let figure = figure(payback(), context);
        assert!(figure.title.starts_with("Not by 2040 at present"));
        assert!(figure.subtitle.contains("from 2041"), "{}", figure.subtitle);
        let panel = &figure.panels[0];
        let series = panel.series.iter().flat_map(|series| &series.values);
        assert!(series.flatten().all(|&change| change < 0.0));
        assert!(!panel.marks.is_empty());
        for mark in &panel.marks {
            let year = (AFTER + mark.height).to_string();
            assert_eq!(mark.label, year);
        }
    });
}

#[test]
fn names_are_quoted_and_one_input_is_one() {
    let scenario = Scenario::default();
    in_context(&scenario, (Lang::En, Currency::Native, false), |context| {
        let cell = Cell::find("platforms.capex", Place::Whole, 2026).unwrap();
        let figure = figure(cell, context);
        assert!(figure.subtitle.starts_with("Change of “"));
        assert!(figure.note.starts_with("One input moves it. "));
    });
}

#[test]
fn every_result_has_a_tornado_in_both_languages() {
    for lang in Lang::ALL {
        in_context(
            &Scenario::default(),
            (lang, Currency::Native, false),
            |context| {
                for choice in headlines::all() {
                    let figure = figure(choice.cell, context);
                    let still = influence::rests_on(choice.cell, context.scenario).is_empty();
                    assert_eq!(figure.categories.is_empty(), still, "{:?}", choice.cell);
                }
            },
        );
    }
}
