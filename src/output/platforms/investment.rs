//! The CAPEX of the largest clouds and the AI revenue that would pay it back.

use super::{Output, Place, Text, Together, Unit, flow, model_year, since_first};
use crate::data;
use crate::model::Results;
use crate::model::platforms::Drivers;

/// Investment and revenue, from the conclusion down to its parts.
pub const INVESTMENT: &[Output] = &[
    Output {
        id: "platforms.payback",
        label: Text::new("AI CAPEX paid back in", "AI投資の回収年"),
        unit: Unit::Year,
        undated: true,
        about: Text::new(
            "When gross profit on AI has covered AI CAPEX since 2026, in cash: industry revenue against the largest clouds’ CAPEX. Replacement goes on after that year.",
            "2026年以降のAI粗利益がAI向け設備投資を現金ベースで賄い終える年。業界全体の売上を大手クラウドの設備投資と突き合わせたもので、更新投資はその後も続く。",
        ),
        together: Together::InWords(Text::new(
            "The first year from 2026 on in which the cumulative balance is not negative; none if it stays negative to 2040. It may turn negative again.",
            "累計収支が2026年以降で初めて0以上となる年。2040年まで負であれば該当なし。その後再び負となることもある。",
        )),
        formula: "{platforms.cumulative_gap@2026} {platforms.cumulative_gap@2027} {platforms.cumulative_gap@2028} {platforms.cumulative_gap@2029} {platforms.cumulative_gap@2030} {platforms.cumulative_gap@2031} {platforms.cumulative_gap@2032} {platforms.cumulative_gap@2033} {platforms.cumulative_gap@2034} {platforms.cumulative_gap@2035} {platforms.cumulative_gap@2036} {platforms.cumulative_gap@2037} {platforms.cumulative_gap@2038} {platforms.cumulative_gap@2039} {platforms.cumulative_gap@2040}",
        read: |results, place, _| {
            let year = results
                .platforms
                .payback
                .filter(|_| place == Place::Whole)?;
            Some(f64::from(year))
        },
    },
    Output {
        id: "platforms.cumulative_gap",
        label: Text::new("Cumulative balance", "累計収支"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "Gross profit on AI less AI CAPEX, added up since 2026. Negative while investment is ahead.",
            "2026年以降のAI粗利益の累計からAI向け設備投資の累計を引いた額。投資が先行する間は負となる。",
        ),
        together: Together::SameFormula,
        formula: "{platforms.cumulative_gross_profit} − {platforms.cumulative_ai_capex}",
        read: |results, place, year| flow(results, place, year, |flow| flow.cumulative_gap),
    },
    Output {
        id: "platforms.cumulative_gross_profit",
        label: Text::new("Cumulative gross profit", "粗利益の累計"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "Gross profit on AI, added up since 2026.",
            "2026年以降のAI粗利益の合計。",
        ),
        together: Together::SameFormula,
        formula: "{sum platforms.gross_profit@2026..year}",
        read: |results, place, year| since_first(results, place, year, |flow| flow.gross_profit),
    },
    Output {
        id: "platforms.cumulative_ai_capex",
        label: Text::new("Cumulative AI CAPEX", "AI向け設備投資の累計"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "AI CAPEX, added up since 2026.",
            "2026年以降のAI向け設備投資の合計。",
        ),
        together: Together::SameFormula,
        formula: "{sum platforms.ai_capex@2026..year}",
        read: |results, place, year| since_first(results, place, year, |flow| flow.ai_capex),
    },
    Output {
        id: "platforms.gross_profit",
        label: Text::new("Gross profit", "粗利益"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "What AI revenue leaves after running cost, before depreciation; the margin is assumed.",
            "AI売上から運営費用を引いた額（減価償却前）。粗利率は想定による。",
        ),
        together: Together::SameFormula,
        formula: "{platforms.revenue} × {platforms.gross_margin}",
        read: |results, place, year| flow(results, place, year, |flow| flow.gross_profit),
    },
    Output {
        id: "platforms.revenue",
        label: Text::new("AI revenue", "AI売上"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "What enterprises and consumers pay for AI. The enterprise part of 2025 is published; the rest of the path is assumed.",
            "企業と消費者がAIに支払う額。公表値は2025年の企業向けのみで、その他は想定による。",
        ),
        together: Together::FirstYear(
            2025,
            "{platforms.enterprise_revenue_2025} + {platforms.consumer_revenue_2025}",
        ),
        formula: "{platforms.revenue@-1} × (1 + {platforms.growth_of_revenue} × {platforms.revenue_room})",
        read: |results, place, year| match (place, year) {
            (Place::Whole, 2025) => Some(results.platforms.revenue_2025),
            _ => flow(results, place, year, |flow| flow.revenue),
        },
    },
    Output {
        id: "platforms.growth_of_revenue",
        label: Text::new("Growth without the ceiling", "上限がない場合の伸び率"),
        unit: Unit::Fraction,
        undated: false,
        about: Text::new(
            "Growth of AI revenue over the year before if there were no ceiling; part of it is lost every year.",
            "上限がない場合のAI売上の前年比伸び率。毎年一定の割合で鈍る。",
        ),
        together: Together::FirstYear(2026, "{platforms.revenue_growth}"),
        formula: "{platforms.growth_of_revenue@-1} × {platforms.revenue_growth_retention}",
        read: |results, place, year| driver(results, place, year, |driver| driver.revenue_growth),
    },
    Output {
        id: "platforms.revenue_room",
        label: Text::new("Room under the ceiling", "上限までの余地"),
        unit: Unit::Fraction,
        undated: false,
        about: Text::new(
            "How far revenue of the year before lies below the ceiling; growth shrinks in proportion.",
            "前年の売上が上限をどれだけ下回るか。伸び率はこれに比例して小さくなる。",
        ),
        together: Together::SameFormula,
        formula: "max(0, 1 − {platforms.revenue@-1} ÷ {platforms.revenue_ceiling})",
        read: |results, place, year| driver(results, place, year, |driver| driver.revenue_room),
    },
    Output {
        id: "platforms.ai_capex",
        label: Text::new("AI CAPEX", "AI向け設備投資"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "The part of CAPEX that is for AI; companies do not report it, the share is assumed.",
            "設備投資のうちAI向けの分。各社とも内訳を開示しておらず、割合は想定による。",
        ),
        together: Together::SameFormula,
        formula: "{platforms.capex} × {platforms.ai_capex_share}",
        read: |results, place, year| flow(results, place, year, |flow| flow.ai_capex),
    },
    Output {
        id: "platforms.capex",
        label: Text::new("The largest clouds’ CAPEX", "大手クラウドの設備投資"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "Investment of the largest clouds, all purposes. 2026 is the published expectation; the path after it is assumed.",
            "大手クラウドの設備投資の総額。2026年は公表された見通し、その後の経路は想定による。",
        ),
        together: Together::FirstYear(2026, "{platforms.capex_2026}"),
        formula: "{platforms.capex@-1} × (1 + {platforms.growth_of_capex})",
        read: |results, place, year| flow(results, place, year, |flow| flow.capex),
    },
    Output {
        id: "platforms.growth_of_capex",
        label: Text::new("CAPEX growth of the year", "当年の設備投資の伸び率"),
        unit: Unit::Fraction,
        undated: false,
        about: Text::new(
            "Growth of CAPEX over the year before, from 2027 on; part of it is lost every year.",
            "2027年以降の設備投資の前年比伸び率。毎年一定の割合で鈍る。",
        ),
        together: Together::FirstYear(2027, "{platforms.capex_growth}"),
        formula: "{platforms.growth_of_capex@-1} × {platforms.capex_growth_retention}",
        read: |results, place, year| {
            let growth = driver(results, place, year, |driver| driver.capex_growth);
            growth.filter(|_| year > 2026)
        },
    },
    Output {
        id: "platforms.capex_multiple",
        label: Text::new("CAPEX of 2026 over 2022", "2026年の設備投資の対2022年倍率"),
        unit: Unit::Times,
        undated: true,
        about: Text::new(
            "CAPEX of 2026 in multiples of what four of them spent in 2022, an estimate. The published multiple has another base, which is not printed.",
            "2026年の設備投資が、大手クラウド4社の2022年実績（推計）の何倍に当たるか。公表された倍率は基準となる2022年の額が示されていない。",
        ),
        together: Together::SameFormula,
        formula: "{platforms.capex@2026} ÷ {data.hyperscaler_capex@2022}",
        read: |results, place, _| {
            let base = data::hyperscaler_total(2022)?;
            Some(flow(results, place, 2026, |flow| flow.capex)? / base)
        },
    },
    Output {
        id: "platforms.depreciation",
        label: Text::new("Depreciation", "減価償却費"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "AI CAPEX since 2026 written off in equal parts from the year after; what was built before is left out.",
            "2026年以降のAI向け設備投資を翌年から定額で償却した額。それ以前の投資分は含まない。",
        ),
        together: Together::SameFormula,
        formula: "{platforms.assets_in_use} ÷ {platforms.asset_life}",
        read: |results, place, year| {
            flow(results, place, year, |flow| flow.depreciation).filter(|_| year > 2026)
        },
    },
    Output {
        id: "platforms.assets_in_use",
        label: Text::new("AI CAPEX being written off", "償却中のAI向け設備投資"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "AI CAPEX of earlier years, from 2026 on, that has not reached the end of its useful life.",
            "2026年以降の過年度のAI向け設備投資のうち、耐用年数が残る分。",
        ),
        together: Together::InWords(Text::new(
            "AI CAPEX of the years before, as many of them as the useful life has, none before 2026.",
            "前年までのAI向け設備投資を、耐用年数に当たる年数だけさかのぼって合計する。2025年以前は含まない。",
        )),
        formula: "{platforms.cumulative_ai_capex@-1} {platforms.asset_life}",
        read: |results, place, year| {
            flow(results, place, year, |flow| flow.assets_in_use).filter(|_| year > 2026)
        },
    },
];

fn driver(results: &Results, place: Place, year: u16, of: fn(&Drivers) -> f64) -> Option<f64> {
    let there = place == Place::Whole && model_year(year);
    there.then(|| of(&results.platforms.drivers[year]))
}
