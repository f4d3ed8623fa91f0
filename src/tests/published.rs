//! The results that the documents print and the models must meet: evidence, apart from the reference results.
//!
//! The tolerance is half of the last digit printed where nothing else is said.

use industry2040::analysis::checks::{CHECKS, End, Standing};
use industry2040::data::Published;
use industry2040::model::{self, Results};
use industry2040::region::Region;
use industry2040::scenario::{ParamId, Scenario};
use industry2040::source::{Document, Origin};
use industry2040::text::Text;

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

/// Printed results that the models do not give to their printed digits, and why.
const NOT_MET: [(&str, End); 4] = [
    // The printed parts add to 4.9 as well.
    ("sovereign.investment-total", End::High),
    // The printed growth of 28 percent is rounded.
    ("funding.ai-market-2030", End::Value),
    // Another source than that of the path.
    ("funding.genai-market", End::Value),
    // Its base is not printed.
    ("platforms.hyperscaler-capex-multiple", End::Value),
];

#[test]
fn the_models_give_every_printed_result_but_four_to_its_printed_digits() {
    let base = base();
    for check in CHECKS {
        let printed = register(check.published);
        let residual = check
            .residual(&printed, &base)
            .unwrap_or_else(|| panic!("{check:?}"));
        let excused = NOT_MET.contains(&(check.published, check.end));
        assert_eq!(residual.met, !excused, "{check:?}: {residual:?}");
        if let Standing::Calibrated(inputs) = check.standing {
            assert!(
                inputs.iter().all(|id| ParamId::find(id).is_some()),
                "{check:?}"
            );
        }
        if check.standing == Standing::Input {
            assert!(
                residual.difference().abs() < 1e-9,
                "{check:?}: {residual:?}"
            );
        }
        assert!(
            check.cell().is_some() || check.input().is_some(),
            "{check:?}"
        );
    }
}

/// Calibrated inputs were set for a printed figure, which stands in the table of checks.
#[test]
fn every_calibrated_input_is_named_by_a_check() {
    for param in ParamId::all() {
        let row = param.row();
        let named = CHECKS.iter().any(
            |check| matches!(check.standing, Standing::Calibrated(inputs) if inputs.contains(&row.id)),
        );
        let calibrated = matches!(row.origin, Origin::Calibrated(_));
        // The base deficit is published, yet as a difference that gives the printed benefit back.
        assert!(
            named == calibrated || row.id == "sovereign.deficit_base_2040",
            "{}",
            row.id
        );
    }
}

#[test]
fn every_published_result_of_the_models_has_a_check() {
    for id in [
        "reshoring.tam-2040-reshoring-plus-labour",
        "capture.domestic-revenue-2040",
        "capture.overseas-revenue-2040",
        "capture.total-revenue-2040",
        "capture.operating-margin-2040",
        "capture.overseas-share-blended",
        "sovereign.capex-cost",
        "sovereign.rnd-cost",
        "sovereign.running-cost",
        "sovereign.investment-total",
        "sovereign.healthcare-benefit",
        "sovereign.digital-outflow-benefit",
        "sovereign.automotive-benefit",
        "sovereign.asean-benefit",
        "funding.ai-market-2030",
        "genai.market-2032",
    ] {
        assert!(CHECKS.iter().any(|check| check.published == id), "{id}");
    }
}

/// A figure of the register, cited or not.
fn register(id: &str) -> Published {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/data/published.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let rows = reader.deserialize::<std::collections::HashMap<String, String>>();
    let row = rows.map(Result::unwrap).find(|row| row["id"] == id);
    let row = row.unwrap_or_else(|| panic!("no figure {id}"));
    let number = |column: &str| row[column].parse().ok();
    Published {
        id: "",
        document: Document::Reshoring,
        section: "",
        label: Text::EMPTY,
        value: number("value"),
        low: number("low"),
        high: number("high"),
        unit: "",
        period: "",
        when: Text::EMPTY,
    }
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
fn the_overseas_share_is_just_under_30_percent_without_being_set() {
    within(base().capture[2040].overseas_share.unwrap(), 27.1, 0.05);
}

/// The document prints “1”, its parts and total are given to a tenth.
#[test]
fn research_and_development_cost_1_0_trillion_yen_in_both_scenarios() {
    let cost = base().sovereign.cost;
    within(cost.linear.rd, 1.0, 0.05);
    within(cost.frozen.rd, 1.0, 0.05);
    within(cost.frozen.running, 2.0, 0.05);
    within(cost.frozen.total, 4.8, 0.15);
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
