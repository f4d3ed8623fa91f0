//! Every formula that the reader sees is computed and compared with the model.

mod arithmetic;

use self::arithmetic::evaluate;
use super::*;
use crate::i18n::number::Currency;
use crate::model;
use crate::model::sovereign::GpuScenario;
use crate::output::ALL;

/// A scenario in which no factor is 0 or 1, so that a forgotten one shows.
fn moved() -> Scenario {
    let mut scenario = Scenario::default();
    for param in ParamId::all() {
        let row = param.row();
        scenario
            .set(param, row.snap(row.min + 0.37 * (row.max - row.min)))
            .unwrap();
    }
    scenario
}

/// The same with every switch turned on.
fn switched() -> Scenario {
    let mut scenario = moved();
    for param in ParamId::all().filter(|param| param.row().unit == Unit::Switch) {
        scenario.set(param, 1.0).unwrap();
    }
    scenario
}

#[test]
fn every_formula_gives_the_value_of_the_model() {
    for scenario in [Scenario::default(), moved(), switched()] {
        let results = model::run(&scenario);
        let mut checked = 0;
        for output in ALL.iter().filter(|output| rule(output).is_none()) {
            for place in places() {
                for year in years(output) {
                    let cell = Cell::find(output.id, place, year).unwrap();
                    let Some(value) = cell.read(&results) else {
                        continue;
                    };
                    let formula = line(cell, |term| plain(term, &scenario, &results));
                    let computed = evaluate(&formula, &|_| None);
                    let near = (computed - value).abs() <= 1e-9 * value.abs().max(1e-9);
                    assert!(
                        near,
                        "{} at {place:?} in {year}: {formula} = {computed}, not {value}",
                        output.id
                    );
                    checked += 1;
                }
            }
        }
        assert!(checked > 300, "{checked}");
    }
}

/// A result without a formula has its rule in words in both languages, and names what the rule looks at.
#[test]
fn what_has_no_formula_has_a_rule_in_words() {
    for output in &ALL {
        let Some(rule) = rule(output) else { continue };
        assert!(!rule.en.is_empty() && !rule.ja.is_ascii(), "{}", output.id);
        let cell = Cell::find(output.id, output.home(), UNDATED).unwrap();
        assert!(!terms(cell).is_empty(), "{}", output.id);
    }
}

/// The rule of the payback year, applied to what it looks at.
#[test]
fn the_payback_year_is_the_first_whose_cumulative_flow_is_not_negative() {
    for scenario in [Scenario::default(), moved(), switched()] {
        let results = model::run(&scenario);
        let cell = Cell::find("sovereign.payback", Place::Whole, UNDATED).unwrap();
        let first = terms(cell).into_iter().find_map(|term| match term {
            Term::Output(cumulative) => {
                (cumulative.read(&results)? >= 0.0).then_some(cumulative.year)
            }
            _ => None,
        });
        assert_eq!(cell.read(&results), first.map(f64::from));
    }
}

#[test]
fn every_reference_of_every_formula_is_resolved() {
    let results = model::run(&Scenario::default());
    for output in &ALL {
        for place in places() {
            let cells = years(output)
                .into_iter()
                .filter_map(|year| Cell::find(output.id, place, year));
            for cell in cells.filter(|cell| cell.read(&results).is_some()) {
                assert!(
                    !line(cell, |_| String::new()).contains('{'),
                    "{} at {place:?}",
                    output.id
                );
            }
        }
    }
}

#[test]
fn a_mean_names_every_occupation_of_the_industry() {
    let finance = Place::from_code("sector-finance").unwrap();
    let cell = Cell::find("genai.exposure", finance, UNDATED).unwrap();
    let terms = terms(cell);
    assert!(
        terms.len() > 6 && terms.len().is_multiple_of(2),
        "{terms:?}"
    );
    let scenario = Scenario::default();
    let results = model::run(&scenario);
    let reader = Reader {
        lang: Lang::En,
        currency: crate::i18n::number::Currency::Usd,
        jpy_per_usd: 150.0,
    };
    let numbers = line(cell, |term| term.written(&scenario, &results, &reader));
    assert!(numbers.contains("% × 46.0% + "), "{numbers}");
    assert!(params_behind(cell).contains(&ParamId::find("genai.difficulty_level").unwrap()));
}

/// The first year among the terms of an undated result that `holds`.
fn first_year(cell: Cell, results: &model::Results, holds: fn(f64) -> bool) -> Option<f64> {
    terms(cell).into_iter().find_map(|term| match term {
        Term::Output(other) => holds(other.read(results)?).then_some(f64::from(other.year)),
        _ => None,
    })
}

/// The rules in words of the platforms chapter, applied to what they look at.
#[test]
fn the_rules_in_words_of_the_platforms_give_the_values_of_the_model() {
    for scenario in [Scenario::default(), moved()] {
        let results = model::run(&scenario);
        let undated = |id, place| Cell::find(id, place, UNDATED).unwrap();
        let payback = undated("platforms.payback", Place::Whole);
        let paid = first_year(payback, &results, |balance| balance >= 0.0);
        assert_eq!(payback.read(&results), paid);
        for lab in [0, 1] {
            let justified = undated("platforms.lab_justified", Place::Lab(lab));
            let carried = first_year(justified, &results, |cover| cover >= 1.0);
            assert_eq!(justified.read(&results), carried);
        }
        let life = ParamId::find("platforms.asset_life").unwrap();
        let life = life.row().unit.as_used(scenario.get(life)) as u16;
        for year in 2027..=2040 {
            let find = |id| Cell::find(id, Place::Whole, year).unwrap();
            let first = find("platforms.ai_capex").at(Place::Whole, (year - life).max(2026));
            let used = find("platforms.assets_in_use").read(&results).unwrap();
            assert!((used - sum(first, year - 1, &results)).abs() < 1e-9 * used);
        }
    }
}

/// Outputs are looked up before parameters, so that a common id would hide a parameter.
#[test]
fn no_output_has_the_id_of_a_parameter() {
    for output in &ALL {
        assert_eq!(ParamId::find(output.id), None, "{}", output.id);
    }
}

/// Years before, at and after the turns of every model.
fn years(output: &crate::output::Head) -> Vec<u16> {
    match output.undated {
        true => vec![UNDATED],
        false => vec![
            2022, 2024, 2025, 2026, 2027, 2028, 2030, 2031, 2032, 2036, 2040, 2050,
        ],
    }
}

/// The rule in words of an output that has no formula.
fn rule(output: &crate::output::Head) -> Option<crate::text::Text> {
    Cell::find(output.id, Place::Whole, UNDATED)?.rule()
}

fn places() -> Vec<Place> {
    let mut places = vec![
        Place::All,
        Place::Whole,
        Place::Gpu(GpuScenario::Frozen),
        Place::Gpu(GpuScenario::Linear),
        Place::Sector(3),
        Place::Occupation(2),
        Place::Lab(0),
        Place::Lab(1),
        Place::Group(0),
        Place::Group(3),
        Place::Industry(Region::Us, 4),
        Place::Industry(Region::Jp, 0),
    ];
    places.extend(Region::ALL.map(Place::Region));
    places
}

/// The term as a number in brackets.
fn plain(term: Term, scenario: &Scenario, results: &Results) -> String {
    let value = match term {
        Term::Output(cell) => cell.read(results).unwrap(),
        Term::Param(param) => param.row().unit.as_used(scenario.get(param)),
        Term::Statistic(statistic) => statistic.value(),
        Term::Year(year) => f64::from(year),
        Term::Sum(cell, last) => sum(cell, last, results),
        Term::Mean(cell) => {
            let plain = |term: Term| plain(term, scenario, results);
            let products = occupations(cell).map(|pair| pair.map(plain).join(" × "));
            return format!("({})", products.collect::<Vec<_>>().join(" + "));
        }
    };
    format!("({value:e})")
}

#[test]
fn amounts_that_are_put_in_are_written_as_results_are() {
    let param = |id| ParamId::find(id).unwrap();
    let reader = |lang, currency| Reader {
        lang,
        currency,
        jpy_per_usd: 150.0,
    };
    let written = |id, value| {
        Lang::ALL.map(|lang| param_value(param(id), value, &reader(lang, Currency::Native)))
    };
    let market = "platforms.genai_market_2032";
    assert_eq!(written(market, 1300.0), ["1.3兆ドル", "$1.3 tn"]);
    assert_eq!(written(market, 600.0), ["6,000億ドル", "$600 bn"]);
    let cost = "sovereign.outpatient_cost_2040";
    assert_eq!(written(cost, 26.72), ["26.72兆円", "¥26.72 tn"]);
    // Their currency is that of the model, whatever the reader sees results in.
    let english = reader(Lang::En, Currency::Jpy);
    assert_eq!(param_value(param(market), 600.0, &english), "$600 bn");
    assert_eq!(param_typed(param(market), 244.0, Lang::Ja), "2,440");
    assert_eq!(param_typed(param(market), 244.0, Lang::En), "244");
    assert_eq!(typed_unit(param(market), Lang::Ja), (10.0, "億ドル"));
    let range = param_range(param(market), 600.0, 1300.0, &english);
    assert_eq!(range, "$600 bn to $1.3 tn");
}
