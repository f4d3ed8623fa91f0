//! What must hold in every scenario, tried on random ones.

use industry2040::model::{self, Results};
use industry2040::region::Region;
use industry2040::scenario::{ParamId, Scenario};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::support::outputs;

/// Any scenario: every parameter anywhere within its range.
fn any_scenario() -> impl Strategy<Value = Scenario> {
    let count = ParamId::all().count();
    prop::collection::vec(0.0..=1.0f64, count).prop_map(|places| {
        let mut scenario = Scenario::default();
        for (param, place) in ParamId::all().zip(places) {
            let row = param.row();
            scenario
                .set(param, (row.min + place * (row.max - row.min)).min(row.max))
                .unwrap();
        }
        scenario
    })
}

fn with(scenario: &Scenario, changes: &[(&str, f64)]) -> Scenario {
    let mut changed = *scenario;
    for &(id, value) in changes {
        changed.set(ParamId::find(id).unwrap(), value).unwrap();
    }
    changed
}

fn run_with(scenario: &Scenario, changes: &[(&str, f64)]) -> Results {
    model::run(&with(scenario, changes))
}

fn close(left: f64, right: f64, scale: f64) -> bool {
    (left - right).abs() <= 1e-9 * scale.abs().max(1e-12)
}

proptest! {
    // Each case runs all models, some of them several times; `PROPTEST_CASES` of `cargo xtask test --all` goes before.
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_same_scenario_gives_the_same_numbers(scenario in any_scenario()) {
        prop_assert_eq!(model::run(&scenario), model::run(&scenario));
    }

    #[test]
    fn regions_sum_to_the_total(scenario in any_scenario(), year in 2024..=2050u16) {
        let tam = model::run(&scenario).tam;
        let overseas = tam.sum(&Region::OVERSEAS, year, |region| region.mva);
        let total = tam.sum(&Region::ALL, year, |region| region.mva);
        prop_assert!(close(overseas + tam.at(Region::Jp, year).mva, total, total));
    }

    #[test]
    fn shares_lie_between_none_and_all(scenario in any_scenario()) {
        let results = model::run(&scenario);
        for year in 2024..=2050 {
            prop_assert!((0.0..=1.0).contains(&results.tam.progress(year)));
            for region in Region::ALL {
                prop_assert!((0.0..=1.0).contains(&results.tam.at(region, year).adoption));
            }
        }
        for (_, year) in results.capture.iter() {
            prop_assert!((0.0..=100.0).contains(&year.overseas_share.unwrap()));
            prop_assert!(year.margin.is_none_or(|margin| margin <= 100.0));
        }
        prop_assert!(results.genai.industries.iter().all(|exposure| (0.0..=100.0).contains(exposure)));
        for (_, industries) in results.genai.years.iter() {
            prop_assert!(industries.iter().all(|freed| (0.0..=1.0).contains(&freed.adoption)));
        }
    }

    #[test]
    fn sales_are_hardware_and_solutions_at_home_and_overseas(scenario in any_scenario()) {
        for (_, year) in model::run(&scenario).capture.iter() {
            prop_assert!(close(year.hardware + year.solutions, year.sales, year.sales));
            prop_assert!(close(year.domestic + year.overseas, year.sales, year.sales));
            let cost = year.cogs + year.sga + year.depreciation + year.ai_rnd;
            prop_assert!(close(year.operating_profit + cost, year.sales, year.sales + cost));
        }
    }

    #[test]
    fn without_reshoring_nothing_is_reshored(scenario in any_scenario()) {
        let none = run_with(&scenario, &[("reshoring.share", 0.0)]);
        let unneeded = run_with(&scenario, &[("reshoring.share", 0.0), ("labour.reshored_output", 100.0)]);
        for region in Region::ALL {
            for year in 2024..=2050 {
                let at = none.tam.at(region, year);
                prop_assert_eq!((at.reshored_value_added, at.reshoring_capex), (0.0, 0.0));
                prop_assert_eq!(at.shortage, unneeded.tam.at(region, year).shortage);
            }
        }
    }

    #[test]
    fn without_shortage_or_adoption_nothing_is_substituted(scenario in any_scenario()) {
        let none = run_with(&scenario, &[("autonomy.adoption_2040", 0.0)]).tam;
        prop_assert_eq!(none.sum(&Region::ALL, 2040, |region| region.labour_substitution), 0.0);
        let tam = model::run(&scenario).tam;
        for region in Region::ALL {
            let at = tam.at(region, 2040);
            prop_assert!(at.shortage > 0.0 || at.labour_substitution == 0.0);
            prop_assert!(close(at.shortage, (at.workers_needed - at.workers_available).max(0.0), at.workers_needed));
        }
    }

    #[test]
    fn home_sales_do_not_move_with_the_exchange_rate(scenario in any_scenario()) {
        let weak = run_with(&scenario, &[("macro.fx", 200.0)]).capture;
        let strong = run_with(&scenario, &[("macro.fx", 100.0)]).capture;
        for year in 2025..=2040 {
            prop_assert_eq!(weak[year].domestic, strong[year].domestic);
            prop_assert!(close(weak[year].overseas, 2.0 * strong[year].overseas, weak[year].overseas));
        }
    }

    #[test]
    fn at_the_break_even_attribution_the_investment_is_worth_nothing(scenario in any_scenario()) {
        let counted = with(&scenario, &[("sovereign.count_health", 1.0), ("sovereign.count_auto", 1.0)]);
        let summary = model::run(&counted).sovereign.summary;
        let attribution = summary.break_even_attribution.unwrap();
        prop_assume!(attribution <= 100.0);
        let even = run_with(&counted, &[("sovereign.attribution", attribution)]).sovereign.summary;
        prop_assert!(close(even.npv, 0.0, even.total_cost), "{}", even.npv);
    }

    #[test]
    fn the_yearly_flow_adds_up_to_the_summary(scenario in any_scenario()) {
        let sovereign = model::run(&scenario).sovereign;
        let cost: f64 = sovereign.flow.iter().map(|(_, year)| year.cost).sum();
        prop_assert!(close(cost, sovereign.cost.of(sovereign.scenario).total, cost));
        let last = sovereign.flow[2040].cumulative;
        let summary = sovereign.summary;
        prop_assert!(close(last, summary.total_benefit - summary.total_cost, summary.total_benefit + summary.total_cost));
    }

    #[test]
    fn sovereign_ai_lies_between_base_and_risk(scenario in any_scenario()) {
        for (_, year) in model::run(&scenario).sovereign.deficit.iter() {
            prop_assert!(year.risk >= year.base * (1.0 - 1e-12));
            prop_assert!(year.with_sovereign <= year.risk && year.with_sovereign >= year.base * (1.0 - 1e-9));
        }
    }

    #[test]
    fn generative_ai_markets_are_hardware_and_software(scenario in any_scenario()) {
        for (_, year) in model::run(&scenario).platforms.markets.iter() {
            prop_assert!(close(year.genai_hardware + year.genai_software, year.genai, year.genai));
        }
    }

    #[test]
    fn revenue_never_jumps_past_its_ceiling_by_more_than_a_year_of_growth(scenario in any_scenario()) {
        let ceiling = scenario.get(ParamId::find("platforms.revenue_ceiling").unwrap());
        let capex = model::run(&scenario).platforms.capex;
        for year in 2027..=2040u16 {
            prop_assert!(capex[year].revenue >= capex[year - 1].revenue);
            prop_assert!(capex[year - 1].revenue < ceiling || capex[year].revenue == capex[year - 1].revenue);
        }
    }

    #[test]
    fn outputs_rise_or_fall_with_what_drives_them(scenario in any_scenario(), pick in any::<Index>(), low in 0.0..1.0f64, high in 0.0..1.0f64) {
        let (id, rises, path) = MONOTONE[pick.index(MONOTONE.len())];
        let row = ParamId::find(id).unwrap().row();
        let value = |place: f64| outputs(&with(&scenario, &[(id, row.min + place * (row.max - row.min))]))[path].as_f64().unwrap();
        let (less, more) = (value(low.min(high)), value(low.max(high)));
        let slack = 1e-9 * less.abs().max(more.abs());
        prop_assert!(if rises { more >= less - slack } else { more <= less + slack }, "{id} {path}: {less} then {more}");
    }
}

/// Parameter, whether the output rises with it, output.
const MONOTONE: &[(&str, bool, &str)] = &[
    ("reshoring.share", true, "tam/2040/us/reshoring_capex"),
    (
        "reshoring.target_year",
        false,
        "tam/2040/us/reshoring_capex",
    ),
    (
        "reshoring.value_added_content",
        true,
        "tam/2040/jp/reshored_value_added",
    ),
    ("labour.productivity_growth", false, "tam/2040/in/shortage"),
    ("labour.reshored_output", true, "tam/2040/we/shortage"),
    ("growth.in", true, "tam/2040/in/labour_substitution"),
    ("capture.domestic_share", true, "capture/2040/domestic"),
    (
        "capture.overseas_new_share_2040",
        true,
        "capture/2040/overseas",
    ),
    ("pnl.hardware_cogs", false, "capture/2040/operating_profit"),
    ("sovereign.tokens", true, "cost/frozen/total"),
    ("sovereign.gpu_progress", false, "cost/linear/total"),
    ("sovereign.attribution", true, "summary/npv"),
    ("sovereign.visit_gap_closed", true, "summary/full/health"),
    ("genai.difficulty_level", true, "genai/2040/finance/fte"),
    ("genai.adoption_delay", false, "genai/2030/trade/adoption"),
    (
        "platforms.gross_margin",
        true,
        "platforms/capex/2040/cumulative_gap",
    ),
    (
        "platforms.capex_2026",
        false,
        "platforms/capex/2040/cumulative_gap",
    ),
];
