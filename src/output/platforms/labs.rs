//! The laboratories: their revenue, and from when it would carry today's valuation.

use super::{Output, Text, Together, Unit, flow, lab, model_year, of_lab};

/// The laboratories, from the conclusion down to its parts.
pub const LABS: &[Output] = &[
    Output {
        id: "platforms.lab_justified",
        label: Text::new(
            "First year revenue carries the valuation",
            "売上が評価額に初めて見合う年",
        ),
        unit: Unit::Year,
        undated: true,
        about: Text::new(
            "The first year in which revenue at the sales multiple of a mature company is worth what an investor of today requires. It may fall short again later. Valuations are of talks or as reported.",
            "成熟企業並みの売上倍率で評価した価値が、現在の投資家の求める水準に初めて届く年。その後再び届かなくなることもある。評価額は交渉中または報道による。",
        ),
        together: Together::InWords(Text::new(
            "The first year from 2026 on in which worth over required value is 100 percent or more; none if that is not reached by 2040. Later years may lie below again.",
            "要求価値に対する充足率が2026年以降で初めて100％以上となる年。2040年までに届かなければ該当なし。その後再び下回ることもある。",
        )),
        formula: "{platforms.lab_cover@2026} {platforms.lab_cover@2027} {platforms.lab_cover@2028} {platforms.lab_cover@2029} {platforms.lab_cover@2030} {platforms.lab_cover@2031} {platforms.lab_cover@2032} {platforms.lab_cover@2033} {platforms.lab_cover@2034} {platforms.lab_cover@2035} {platforms.lab_cover@2036} {platforms.lab_cover@2037} {platforms.lab_cover@2038} {platforms.lab_cover@2039} {platforms.lab_cover@2040}",
        read: |results, place, _| Some(f64::from(lab(results, place)?.justified_year?)),
    },
    Output {
        id: "platforms.lab_multiple",
        label: Text::new(
            "Valuation over revenue of 2026",
            "評価額の2026年売上に対する倍率",
        ),
        unit: Unit::Times,
        undated: true,
        about: Text::new(
            "The valuation in multiples of the revenue expected for 2026, which for Anthropic may be a run rate.",
            "評価額が2026年の予想売上の何倍か。Anthropicの売上は年換算値の可能性がある。",
        ),
        together: Together::SameFormula,
        formula: "{param.lab_valuation} ÷ {param.lab_revenue}",
        read: |results, place, _| Some(lab(results, place)?.multiple_2026),
    },
    Output {
        id: "platforms.lab_cover",
        label: Text::new("Worth over required value", "要求価値に対する充足率"),
        unit: Unit::Fraction,
        undated: false,
        about: Text::new(
            "How far revenue at the mature multiple carries the valuation with its return.",
            "成熟時の倍率で評価した価値が、収益率を加えた評価額をどこまで満たすか。",
        ),
        together: Together::SameFormula,
        formula: "{platforms.lab_worth} ÷ {platforms.lab_required}",
        read: |results, place, year| {
            of_lab(results, place, year, |lab, year| {
                lab.worth[year] / lab.required[year]
            })
        },
    },
    Output {
        id: "platforms.lab_worth",
        label: Text::new("Worth at the mature multiple", "成熟時倍率での価値"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "Revenue of the year times the sales multiple reached in the end, which is assumed.",
            "その年の売上に、到達時の売上倍率（想定）を掛けた額。",
        ),
        together: Together::SameFormula,
        formula: "{platforms.lab_revenue} × {platforms.target_multiple}",
        read: |results, place, year| of_lab(results, place, year, |lab, year| lab.worth[year]),
    },
    Output {
        id: "platforms.lab_required",
        label: Text::new("Value investors require", "投資家が求める価値"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "The valuation of 2026 compounded at the return that investors require, which is assumed.",
            "2026年の評価額を、投資家の要求収益率（想定）で増やした額。",
        ),
        together: Together::FirstYear(2026, "{param.lab_valuation}"),
        formula: "{platforms.lab_required@-1} × (1 + {platforms.required_return})",
        read: |results, place, year| of_lab(results, place, year, |lab, year| lab.required[year]),
    },
    Output {
        id: "platforms.lab_revenue",
        label: Text::new("Lab revenue", "AIラボの売上"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "Revenue of the lab: 2026 as the article expects it, then at a growth rate that is assumed and loses strength.",
            "AIラボの売上。2026年は記事の予想、以降は次第に鈍る想定の伸び率による。",
        ),
        together: Together::FirstYear(2026, "{param.lab_revenue}"),
        formula: "{platforms.lab_revenue@-1} × (1 + {platforms.growth_of_labs})",
        read: |results, place, year| of_lab(results, place, year, |lab, year| lab.path[year]),
    },
    Output {
        id: "platforms.growth_of_labs",
        label: Text::new("Lab growth of the year", "当年のAIラボ売上の伸び率"),
        unit: Unit::Fraction,
        undated: false,
        about: Text::new(
            "Growth of revenue over the year before, from 2027 on, the same for both labs; part of it is lost every year.",
            "2027年以降の売上の前年比伸び率。2社共通とし、毎年一定の割合で鈍る。",
        ),
        together: Together::FirstYear(2027, "{platforms.lab_growth}"),
        formula: "{platforms.growth_of_labs@-1} × {platforms.lab_growth_retention}",
        read: |results, place, year| {
            lab(results, place)?;
            let there = model_year(year) && year > 2026;
            there.then(|| results.platforms.drivers[year].lab_growth)
        },
    },
    Output {
        id: "platforms.lab_share",
        label: Text::new("Both labs in AI revenue", "AI売上に対する2社の売上比"),
        unit: Unit::Fraction,
        undated: false,
        about: Text::new(
            "The two lab paths over the path of the industry. Nothing in the model ties them, so this is a test of the inputs.",
            "2社の売上経路の合計と業界全体の売上経路の比。両者はモデル上独立しており、前提の整合性を確かめるための値である。",
        ),
        together: Together::SameFormula,
        formula: "({platforms.lab_revenue/openai} + {platforms.lab_revenue/anthropic}) ÷ {platforms.revenue}",
        read: |results, place, year| {
            let labs = results.platforms.openai.path[year] + results.platforms.anthropic.path[year];
            Some(labs / flow(results, place, year, |flow| flow.revenue)?)
        },
    },
];
