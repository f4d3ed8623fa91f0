use super::*;
use crate::chapters::tests::in_context;
use crate::i18n::number::Currency;
use crate::presets::PRESETS;
use crate::text::Lang;

/// A scenario that leaves each limit.
const LEAVING: &[(&str, &[(&str, f64)])] = &[
    ("adoption-over-all", &[("autonomy.adoption_2040", 95.0)]),
    (
        "shortage-over-workforce",
        &[("growth.us", 6.0), ("labour.reshored_output", 100.0)],
    ),
    ("home-share", &[("capture.domestic_share", 97.0)]),
    (
        "overseas-share",
        &[("capture.overseas_new_share_2040", 45.0)],
    ),
    (
        "overseas-share-falls",
        &[("capture.overseas_share_2030", 40.0)],
    ),
    ("base-over-risk", &[("sovereign.deficit_base_2040", 40.0)]),
    ("sovereign-payback-never", &[("sovereign.attribution", 3.0)]),
    ("genai-over-ai", &[("platforms.ai_market_growth", 20.0)]),
    ("labs-over-industry", &[("platforms.lab_growth", 200.0)]),
    (
        "platforms-payback-never",
        &[("platforms.capex_growth", 60.0)],
    ),
    (
        "openai-never",
        &[
            ("platforms.openai_valuation", 2000.0),
            ("platforms.required_return", 25.0),
        ],
    ),
    (
        "anthropic-never",
        &[
            ("platforms.anthropic_valuation", 1000.0),
            ("platforms.required_return", 25.0),
            ("platforms.lab_growth", 10.0),
        ],
    ),
];

fn scenario(settings: &[(&str, f64)]) -> Scenario {
    let mut scenario = Scenario::default();
    for &(id, value) in settings {
        scenario.set(ParamId::find(id).unwrap(), value).unwrap();
    }
    scenario
}

fn limit(id: &str) -> &'static Limit {
    LIMITS.iter().find(|limit| limit.id == id).unwrap()
}

fn with_mends(scenario: &Scenario) -> Vec<Breach> {
    let mut search = Search::new(scenario, &model::run(scenario));
    while search.step() {}
    search.take()
}

#[test]
fn the_base_case_is_within_every_limit() {
    let base = Scenario::default();
    for limit in LIMITS {
        assert!(limit.holds(&base), "{}", limit.id);
        assert_eq!(limit.params().count(), limit.inputs.len(), "{}", limit.id);
    }
}

#[test]
fn every_limit_is_left_by_some_scenario_and_each_mend_brings_it_back() {
    assert_eq!(LEAVING.len(), LIMITS.len());
    for (id, settings) in LEAVING {
        let (limit, scenario) = (limit(id), scenario(settings));
        let found = with_mends(&scenario);
        let breach = found.iter().find(|breach| breach.limit.id == *id);
        let breach = breach.unwrap_or_else(|| panic!("{id} is not left"));
        assert!(!breach.mends.is_empty(), "nothing mends {id}");
        for &(param, value) in &breach.mends {
            let row = param.row();
            assert_eq!(row.snap(value), value, "{id} {}", row.id);
            let mut mended = scenario;
            mended.set(param, value).unwrap();
            assert!(limit.holds(&mended), "{id} {} {value}", row.id);
            // One step back towards the present leaves it again: the mend is the nearest.
            let back = row.snap(value + row.step * (scenario.get(param) - value).signum());
            mended.set(param, back).unwrap();
            assert!(!limit.holds(&mended), "{id} {} {back}", row.id);
        }
        for &param in &limit.params().collect::<Vec<_>>() {
            assert!(breach.mend_at(param).is_some());
        }
    }
}

#[test]
fn words_name_the_value_and_what_is_supported_in_both_languages() {
    for (id, settings) in LEAVING {
        let scenario = scenario(settings);
        for lang in Lang::ALL {
            in_context(&scenario, (lang, Currency::Native, false), |context| {
                let found = left(&scenario, context.results);
                let breach = found.iter().find(|breach| breach.limit.id == *id).unwrap();
                let says = breach.words(&context.reader);
                assert!(
                    !says.contains('{') && says.chars().any(|c| c.is_ascii_digit()),
                    "{says}"
                );
                assert!(breach.limit.says.get(lang).contains("{value}"), "{id}");
            });
        }
    }
}

#[test]
fn the_overseas_share_is_mended_by_the_share_that_was_moved() {
    let scenario = scenario(&[("capture.overseas_new_share_2040", 45.0)]);
    in_context(&scenario, (Lang::En, Currency::Native, false), |context| {
        let found = with_mends(&scenario);
        assert_eq!(found.len(), 1);
        let share = ParamId::find("capture.overseas_new_share_2040").unwrap();
        let mend = found[0].mend_at(share).unwrap();
        let words = mend_words(mend, context);
        assert!(
            words.starts_with("Set “Japanese makers' share of overseas reshoring"),
            "{words}"
        );
        assert!(mend.1 < 45.0 && mend.1 > 30.0, "{words}");
    });
}

#[test]
fn a_preset_that_leaves_a_limit_can_be_mended() {
    for preset in PRESETS {
        let scenario = preset.scenario();
        for breach in with_mends(&scenario) {
            assert!(
                !breach.mends.is_empty(),
                "{}: {}",
                preset.id,
                breach.limit.id
            );
        }
    }
}

#[test]
fn a_warning_is_told_only_at_what_was_moved() {
    for (id, settings) in LEAVING {
        let scenario = scenario(settings);
        let found = left(&scenario, &model::run(&scenario));
        let breach = found.iter().find(|breach| breach.limit.id == *id).unwrap();
        let places = breach.places(&scenario);
        assert!(!places.is_empty() && places.len() <= settings.len(), "{id}");
        let is_moved = |param: &ParamId| scenario.get(*param) != param.row().default;
        assert!(places.iter().all(is_moved), "{id}");
    }
    // What leaves it lies elsewhere: the input most likely to be meant.
    let breach = Breach {
        limit: limit("overseas-share"),
        measured: Measured::at_most(1.0, 0.0),
        mends: Vec::new(),
    };
    let first = ParamId::find("capture.overseas_new_share_2040").unwrap();
    assert_eq!(breach.places(&Scenario::default()), [first]);
}

/// The mend is the first step beyond the break-even attribution that the chapter prints.
#[test]
fn what_mends_sovereign_ai_brings_more_than_it_costs() {
    let mut scenario = scenario(&[("sovereign.attribution", 3.0)]);
    let break_even = model::run(&scenario)
        .sovereign
        .summary
        .break_even_attribution;
    let attribution = ParamId::find("sovereign.attribution").unwrap();
    let limit = limit("sovereign-payback-never");
    let mend = limit.mend(&scenario, attribution).unwrap();
    assert_eq!(mend, break_even.unwrap().ceil());
    scenario.set(attribution, mend).unwrap();
    let summary = model::run(&scenario).sovereign.summary;
    assert!(summary.npv >= 0.0 && summary.payback.is_some());
    // What is not paid back at all leaves the limit too.
    for percent in 0..=100 {
        scenario.set(attribution, f64::from(percent)).unwrap();
        let paid_back = model::run(&scenario).sovereign.summary.payback.is_some();
        assert!(paid_back || !limit.holds(&scenario), "{percent}%");
    }
}
