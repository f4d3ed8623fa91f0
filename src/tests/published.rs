//! The results that the documents print and the models must meet: evidence, apart from the reference results.
//!
//! The tolerance is half of the last digit printed where nothing else is said.

use industry2040::data::published;
use industry2040::model::{self, Results};
use industry2040::region::Region;
use industry2040::scenario::Scenario;

use crate::support::scenario;

fn base() -> Results {
    model::run(&Scenario::default())
}

#[track_caller]
fn within(value: f64, printed: f64, tolerance: f64) {
    assert!(
        (value - printed).abs() <= tolerance,
        "{value} instead of {printed} ± {tolerance}"
    );
}

/// Reshoring and autonomy, Mizuho Industry Research 80.
fn cited(id: &str) -> f64 {
    published(id).value.unwrap()
}

#[test]
fn reshoring_and_substitution_make_360_billion_dollars_in_2040() {
    let market = base().tam.sum(&Region::ALL, 2040, |region| {
        region.reshoring_capex + region.labour_substitution
    });
    within(
        market,
        cited("reshoring.tam-2040-reshoring-plus-labour"),
        0.5,
    );
}

#[test]
fn four_fifths_of_it_are_substitution() {
    let results = base();
    let substitution = results
        .tam
        .sum(&Region::ALL, 2040, |region| region.labour_substitution);
    let reshoring = results
        .tam
        .sum(&Region::ALL, 2040, |region| region.reshoring_capex);
    within(substitution / (substitution + reshoring), 0.8, 0.05);
}

#[test]
fn one_percent_of_productivity_growth_leaves_196_and_full_adoption_is_worth_1075() {
    let market = |results: &Results| {
        results.tam.sum(&Region::ALL, 2040, |region| {
            region.reshoring_capex + region.labour_substitution
        })
    };
    within(
        market(&model::run(&scenario([(
            "labour.productivity_growth",
            1.0,
        )]))),
        196.0,
        0.5,
    );
    let all = model::run(&scenario([("autonomy.adoption_2040", 100.0)]));
    within(
        all.tam
            .sum(&Region::ALL, 2040, |region| region.labour_substitution),
        1075.0,
        0.5,
    );
    let all_but_india = [Region::Us, Region::We, Region::Jp];
    let without_india = base().tam.sum(&all_but_india, 2040, |region| {
        region.reshoring_capex + region.labour_substitution
    });
    within(without_india, 296.0, 0.5);
}

#[test]
fn india_would_miss_more_workers_in_2040_than_it_has() {
    let india = *base().tam.at(Region::In, 2040);
    assert!(india.shortage > india.workers_available);
}

#[test]
fn japan_sells_12_5_trillion_yen_at_home_and_31_4_overseas_in_2040() {
    let year = base().capture[2040];
    within(year.domestic, cited("capture.domestic-revenue-2040"), 0.05);
    within(year.overseas, cited("capture.overseas-revenue-2040"), 0.05);
    // "about 44"
    within(year.sales, cited("capture.total-revenue-2040"), 0.5);
}

#[test]
fn the_operating_margin_in_2040_is_17_percent() {
    within(
        base().capture[2040].margin.unwrap(),
        cited("capture.operating-margin-2040"),
        0.5,
    );
}

#[test]
fn the_overseas_share_is_just_under_30_percent_without_being_set() {
    within(base().capture[2040].overseas_share.unwrap(), 27.1, 0.05);
}

#[test]
fn sovereign_ai_costs_2_8_to_4_8_trillion_yen() {
    // Mizuho Industry Research 80, Sovereign AI; the printed parts add to 4.9.
    let cost = base().sovereign.cost;
    within(cost.linear.capital, 1.0, 0.05);
    within(cost.frozen.capital, 1.9, 0.05);
    within(cost.linear.rd, 1.0, 0.05);
    within(cost.frozen.rd, 1.0, 0.05);
    within(cost.linear.running, 0.8, 0.05);
    within(cost.frozen.running, 2.0, 0.05);
    within(cost.linear.total, 2.8, 0.05);
    within(cost.frozen.total, 4.8, 0.15);
}

#[test]
fn the_benefits_of_2040_are_13_6_9_2_7_and_8_1_trillion_yen() {
    let full = base().sovereign.summary.full;
    within(full.health, 13.0, 0.5);
    within(full.digital, 6.9, 0.05);
    within(full.auto, 2.7, 0.05);
    within(full.asean, 8.1, 0.05);
}

#[test]
fn the_investment_breaks_even_at_6_percent_and_with_gpu_progress_at_3() {
    within(
        base().sovereign.summary.break_even_attribution.unwrap(),
        6.0,
        0.5,
    );
    let linear = model::run(&scenario([("sovereign.gpu_scenario", 1.0)]));
    within(
        linear.sovereign.summary.break_even_attribution.unwrap(),
        3.0,
        0.5,
    );
}

#[test]
fn at_30_30_and_20_percent_the_investment_is_worth_about_nothing() {
    let cautious = [
        ("sovereign.visit_gap_closed", 30.0),
        ("sovereign.outflow_avoided", 30.0),
        ("sovereign.attribution", 20.0),
    ];
    let summary = model::run(&scenario(cautious)).sovereign.summary;
    within(summary.npv / summary.total_cost, 0.0, 0.05);
}

#[test]
fn manufacturing_would_free_0_8_million_where_2_8_million_are_missing() {
    let results = base();
    let manufacturing = industry2040::data::employment()
        .iter()
        .position(|row| row.id == "manufacturing")
        .unwrap();
    within(results.genai.years[2040][manufacturing].fte, 0.8, 0.05);
    within(results.tam.at(Region::Jp, 2040).shortage, 2.8, 0.05);
}

#[test]
fn the_published_markets_contradict_each_other() {
    let markets = base().platforms.markets;
    // Mizuho, Generative AI and industry, against the article on funding.
    within(markets[2032].genai / markets[2032].ai, 0.95, 0.005);
    let published = industry2040::data::genai_market()
        .iter()
        .find(|row| row.year == 2030)
        .unwrap();
    within(published.usd_bn / markets[2030].ai, 1.07, 0.005);
}
