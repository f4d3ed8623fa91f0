//! What is told of results, inputs and printed figures.

use super::*;
use crate::chapters::tests::in_context;
use crate::data::{self, Published};
use crate::i18n::number::{Currency, Reader};
use crate::output::Place;
use crate::region::Region;

fn explained(lang: Lang, subject: Subject, share: f64) -> Explanation {
    let mut scenario = Scenario::default();
    scenario
        .set(ParamId::find("reshoring.share").unwrap(), share)
        .unwrap();
    in_context(&scenario, (lang, Currency::Usd, false), |context| {
        explain(subject, context)
    })
}

fn capex(region: Region) -> Subject {
    Subject::Cell(Cell::find("tam.reshoring_capex", Place::Region(region), 2040).unwrap())
}

#[test]
fn a_result_tells_its_formula_what_went_in_and_what_it_rests_on() {
    let told = explained(Lang::En, capex(Region::Jp), 50.0);
    assert_eq!(told.title, "Reshoring CAPEX, Japan, 2040");
    assert_eq!(told.formulas[0].1.matches('×').count(), 2);
    assert!(
        told.formulas[1].1.contains("6.35%"),
        "{}",
        told.formulas[1].1
    );
    assert!(told.change.starts_with('−'), "{}", told.change);
    assert_eq!(told.lists[0].items.len(), 3);
    let names: Vec<_> = told.lists[1]
        .items
        .iter()
        .map(|item| item.name.as_str())
        .collect();
    assert!(names.contains(&"● Reshoring share"), "{names:?}");
}

#[test]
fn every_number_of_a_formula_can_be_explained_in_turn() {
    for list in explained(Lang::Ja, capex(Region::In), 100.0).lists {
        assert!(
            list.items.iter().all(|item| item.subject.is_some()),
            "{}",
            list.title
        );
    }
}

#[test]
fn nothing_is_said_of_a_change_that_is_none() {
    assert_eq!(explained(Lang::En, capex(Region::Us), 100.0).change, "");
}

#[test]
fn an_input_tells_base_case_ranges_and_origin() {
    let told = explained(
        Lang::En,
        Subject::Param(ParamId::find("reshoring.share").unwrap()),
        80.0,
    );
    assert_eq!(told.value, "80%");
    let facts: Vec<_> = told.facts.iter().map(|(_, fact)| fact.as_str()).collect();
    assert_eq!(facts[..3], ["100%", "50 to 100%", "0 to 100%"]);
    assert!(facts[3].contains("published"));
}

#[test]
fn a_printed_figure_tells_where_it_stands() {
    let id = "reshoring.tam-2040-reshoring-plus-labour";
    let told = explained(Lang::En, Subject::Published(id), 100.0);
    assert_eq!(told.value, "$360 bn");
    assert!(told.facts[0].1.starts_with("003"));
}

#[test]
fn a_formula_in_yen_stays_in_yen_for_a_reader_of_dollars() {
    let place = Place::Gpu(crate::model::sovereign::GpuScenario::Frozen);
    let cell = Cell::find("sovereign.capital", place, crate::output::UNDATED).unwrap();
    let told = explained(Lang::En, Subject::Cell(cell), 100.0);
    assert_eq!(told.value, "$12.8 bn");
    assert_eq!(told.formulas[1].1, "¥1.10 tn + ¥816 bn = ¥1.91 tn");
    assert!(told.formulas[2].1.contains('÷'), "{}", told.formulas[2].1);
}

#[test]
fn a_switch_is_told_in_words_but_counts_as_a_number_in_formulas() {
    let switch = ParamId::find("sovereign.gpu_scenario").unwrap();
    let told = explained(Lang::En, Subject::Param(switch), 100.0);
    let facts: Vec<_> = told.facts.iter().map(|(_, fact)| fact.as_str()).collect();
    assert_eq!(told.value, "frozen");
    assert_eq!(facts[..2], ["frozen", "frozen or linear"]);
    let cell = Cell::find("sovereign.capital", Place::Whole, crate::output::UNDATED).unwrap();
    let told = explained(Lang::En, Subject::Cell(cell), 100.0);
    assert!(told.formulas[1].1.starts_with("if(0 = 0, "));
    assert_eq!(told.lists[0].items[0].value, "0: frozen");
}

#[test]
fn a_year_that_does_not_come_is_said_in_words() {
    let switches = ["sovereign.count_health", "sovereign.count_digital"];
    let off = switches.map(|id| (ParamId::find(id).unwrap(), 0.0));
    let payback = Cell::find("sovereign.payback", Place::Whole, crate::output::UNDATED).unwrap();
    let change = Change::of(off).unwrap();
    let told = explained(Lang::En, Subject::WhatIf(change, payback), 100.0);
    assert_eq!(told.value, "not by 2040");
    assert_eq!(told.change, "base case: 2032");
    assert_eq!(told.formulas.len(), 1);
    assert!(told.title.ends_with(
        "Count health-care savings: not counted, Count avoided digital outflow: not counted"
    ));
}

#[test]
fn amounts_in_yen_stay_in_yen_within_a_formula_and_are_converted_below() {
    let cell = |id, year| Subject::Cell(Cell::find(id, Place::Whole, year).unwrap());
    let told = explained(Lang::En, cell("capture.sales", 2040), 100.0);
    assert_eq!(told.value, "$293 bn");
    let written: Vec<_> = told.formulas.iter().map(|one| one.1.as_str()).collect();
    assert_eq!(written[0], "Sales at home + Sales overseas");
    assert_eq!(written[1], "¥12.5 tn + ¥31.4 tn = ¥43.9 tn");
    assert_eq!(written[2], "¥43.9 tn ÷ 150 JPY per USD = $293 bn");
    let told = explained(Lang::En, cell("capture.solutions_overseas", 2040), 100.0);
    assert_eq!(
        told.formulas[1].1,
        "30.0% × $264 bn × 150 JPY per USD ÷ 1000 = ¥11.9 tn"
    );
}

#[test]
fn printed_figures_keep_their_digits_ranges_and_dates() {
    let reader = |lang, currency| Reader {
        lang,
        currency,
        jpy_per_usd: 150.0,
    };
    let written = |id| Lang::ALL.map(|lang| write_published(id, &reader(lang, Currency::Usd)));
    assert_eq!(
        written("cases.ptc-cummins-material"),
        ["10～15%", "10 to 15%"]
    );
    assert_eq!(
        written("cases.daikin-hitachi-seconds"),
        ["10秒", "10 seconds"]
    );
    assert_eq!(
        written("reshoring.us-nss-date"),
        ["2025年12月5日", "5 December 2025"]
    );
    assert_eq!(
        written("reshoring.usmca-review"),
        ["2026年7月", "July 2026"]
    );
    assert_eq!(written("reshoring.rt2-tasks"), ["280", "280"]);
    assert_eq!(written("capture.operating-margin-2040"), ["17%", "17%"]);
    let in_dollars = write_published(
        "capture.total-revenue-2040",
        &reader(Lang::En, Currency::Usd),
    );
    assert_eq!(in_dollars, "¥44 tn ($293 bn)");
}

#[test]
fn a_printed_figure_is_written_as_it_is_printed() {
    let cases = [
        ("genai.rd-intensity-threshold", "3.06%", "3.06%"),
        ("genai.params-elmo", "94 million", "9,400万"),
        ("genai.params-gpt3", "175 bn", "1,750億"),
        ("genai.chatgpt-100m-users", "100 million", "1億人"),
        ("genai.t1m-chatgpt", "5 days", "5日"),
        ("labour.census-year", "2020", "2020年"),
        ("genai.ai-research-rank-japan", "10", "10"),
        ("genai.gpt3-training-power", "1,287 MWh", "1,287 MWh"),
    ];
    for (id, en, ja) in cases {
        for (lang, expected) in [(Lang::En, en), (Lang::Ja, ja)] {
            in_context(
                &Scenario::default(),
                (lang, Currency::Usd, false),
                |context| {
                    assert_eq!(write_published(id, &context.reader), expected);
                },
            );
        }
    }
}

#[test]
fn bounds_are_written_as_bounds() {
    let published = |value, low, high, unit| Published {
        value,
        low,
        high,
        unit,
        ..*data::published("sovereign.investment-total")
    };
    let written = |figure: &Published, words: &str| {
        Lang::ALL.map(|lang| as_bound(figure, words.to_owned(), lang))
    };
    let lower = published(Some(10.0), Some(10.0), None, "JPY_tn");
    assert_eq!(written(&lower, "10"), ["10以上", "10 or more"]);
    let upper = published(Some(30.0), None, Some(30.0), "percent");
    assert_eq!(written(&upper, "30%"), ["30%以下", "up to 30%"]);
    let from = published(Some(2031.0), Some(2031.0), None, "year");
    assert_eq!(written(&from, "2031"), ["2031以降", "from 2031"]);
    let by = published(Some(2040.0), None, Some(2040.0), "year");
    assert_eq!(written(&by, "2040"), ["2040まで", "by 2040"]);
    let range = published(None, Some(2.8), Some(4.8), "JPY_tn");
    assert_eq!(written(&range, "2.8"), ["2.8", "2.8"]);
}

#[test]
fn a_printed_figure_tells_its_period_in_the_words_of_the_language() {
    let figure = Subject::Published("sovereign.investment-total");
    let period = |lang| explained(lang, figure, 50.0).facts[2].1.clone();
    assert_eq!(Lang::ALL.map(period), ["2026～2040年", "2026 to 2040"]);
}
