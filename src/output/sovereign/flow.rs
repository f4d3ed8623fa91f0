//! The yearly flow of the chosen GPU progress, and what it comes to.

use super::{flow, undated, whole, yearly};
use crate::output::{Output, Together};
use crate::text::Text;
use crate::unit::Unit;

/// Cost and benefit year by year, then in a few figures.
pub const FLOW: &[Output] = &[
    yearly(
        "sovereign.cost",
        Text::new("Cost", "費用"),
        Unit::JpyTn,
        Text::new(
            "Cost of the year at current prices, for the chosen GPU progress.",
            "選んだGPU性能の想定による、その年の費用（時価）。",
        ),
        "{sovereign.building_cost} + {sovereign.operating_cost} + {sovereign.refresh_cost}",
        |r, place, year| flow(r, place, year, |flow| flow.cost),
    ),
    yearly(
        "sovereign.building_cost",
        Text::new("Building", "構築費"),
        Unit::JpyTn,
        Text::new(
            "Capital and R&D in six equal parts, 2026 to 2031; the spacing is assumed.",
            "設備投資と研究開発費を2026～31年に6等分したもの。配分は想定による。",
        ),
        "if({year} < 2032, ({sovereign.capital} + {sovereign.rd}) ÷ 6, 0)",
        |r, place, year| flow(r, place, year, |flow| flow.spent.building),
    ),
    yearly(
        "sovereign.operating_cost",
        Text::new("Operation", "稼働費"),
        Unit::JpyTn,
        Text::new(
            "Electricity and operators in nine equal parts, 2032 to 2040; the spacing is assumed.",
            "電力費と運用人件費を2032～40年に9等分したもの。配分は想定による。",
        ),
        "if({year} < 2032, 0, ({sovereign.run_power} + {sovereign.run_labour}) ÷ 9)",
        |r, place, year| flow(r, place, year, |flow| flow.spent.operating),
    ),
    yearly(
        "sovereign.refresh_cost",
        Text::new("Refresh", "更新費"),
        Unit::JpyTn,
        Text::new(
            "New servers, all in 2036.",
            "サーバーの更新費。全額を2036年に計上する。",
        ),
        "if({year} = 2036, {sovereign.refresh_hardware}, 0)",
        |r, place, year| flow(r, place, year, |flow| flow.spent.refresh),
    ),
    yearly(
        "sovereign.counted_benefit",
        Text::new("Benefit counted", "算入する便益"),
        Unit::JpyTn,
        Text::new(
            "The effects that count, times the part that is due to sovereign AI.",
            "算入する効果に、ソブリンAIへの帰属割合を掛けた額。",
        ),
        "{sovereign.effect} × {sovereign.attribution}",
        |r, place, year| flow(r, place, year, |flow| flow.counted_benefit),
    ),
    yearly(
        "sovereign.net",
        Text::new("Net flow", "純収支"),
        Unit::JpyTn,
        Text::new(
            "Benefit counted less cost. Not the balance of the budget: part of the benefit is not public money.",
            "算入する便益から費用を引いた額。便益の一部は公費ではないため、財政収支ではない。",
        ),
        "{sovereign.counted_benefit} − {sovereign.cost}",
        |r, place, year| flow(r, place, year, |flow| flow.net),
    ),
    yearly(
        "sovereign.cumulative",
        Text::new("Cumulative net flow", "累積純収支"),
        Unit::JpyTn,
        Text::new(
            "Net flows since 2026 added up, not discounted.",
            "2026年以降の純収支の累計。割り引いていない。",
        ),
        "{sum sovereign.net@2026..year}",
        |r, place, year| flow(r, place, year, |flow| flow.cumulative),
    ),
    yearly(
        "sovereign.discount_factor",
        Text::new("Discount factor", "割引係数"),
        Unit::Ratio,
        Text::new(
            "What a yen of the year is worth in 2026.",
            "その年の1円の、2026年における価値。",
        ),
        "1 ÷ (1 + {macro.discount_rate}) ^ ({year} − 2026)",
        |r, place, year| flow(r, place, year, |flow| flow.discount),
    ),
    yearly(
        "sovereign.discounted_cost",
        Text::new("Cost, discounted", "費用（現在価値）"),
        Unit::JpyTn,
        Text::new(
            "Cost of the year in money of 2026.",
            "その年の費用の2026年における価値。",
        ),
        "{sovereign.cost} × {sovereign.discount_factor}",
        |r, place, year| flow(r, place, year, |flow| flow.cost * flow.discount),
    ),
    yearly(
        "sovereign.discounted_effect",
        Text::new("Effect counted, discounted", "算入する効果（現在価値）"),
        Unit::JpyTn,
        Text::new(
            "Effects that count, before attribution, in money of 2026.",
            "算入する効果（帰属割合を掛ける前）の2026年における価値。",
        ),
        "{sovereign.effect} × {sovereign.discount_factor}",
        |r, place, year| flow(r, place, year, |flow| flow.effect * flow.discount),
    ),
    yearly(
        "sovereign.discounted_net",
        Text::new("Net flow, discounted", "純収支（現在価値）"),
        Unit::JpyTn,
        Text::new(
            "Net flow of the year in money of 2026.",
            "その年の純収支の2026年における価値。",
        ),
        "{sovereign.net} × {sovereign.discount_factor}",
        |r, place, year| flow(r, place, year, |flow| flow.net * flow.discount),
    ),
    undated(yearly(
        "sovereign.npv",
        Text::new("Net present value", "正味現在価値"),
        Unit::JpyTn,
        Text::new(
            "Discounted net flows of 2026 to 2040 added up. The base case attributes what counts in full, as the document does, which is near the optimistic edge.",
            "2026～40年の純収支を割り引いて合計した額。基準ケースは原典と同じく算入分の全額を帰属させており、楽観的な端に近い。",
        ),
        "{sum sovereign.discounted_net@2026..2040}",
        |r, place, _| whole(place, r.sovereign.summary.npv),
    )),
    undated(yearly(
        "sovereign.present_cost",
        Text::new("Cost to 2040, discounted", "2040年までの費用（現在価値）"),
        Unit::JpyTn,
        Text::new("Discounted costs added up.", "割り引いた費用の合計。"),
        "{sum sovereign.discounted_cost@2026..2040}",
        |r, place, _| whole(place, r.sovereign.summary.present_cost),
    )),
    undated(yearly(
        "sovereign.present_effect",
        Text::new("Effect to 2040, discounted", "2040年までの効果（現在価値）"),
        Unit::JpyTn,
        Text::new(
            "Discounted effects that count, before attribution, added up.",
            "算入する効果（帰属割合を掛ける前）を割り引いた合計。",
        ),
        "{sum sovereign.discounted_effect@2026..2040}",
        |r, place, _| whole(place, r.sovereign.summary.present_effect),
    )),
    undated(yearly(
        "sovereign.break_even_attribution",
        Text::new("Break-even attribution", "損益分岐の帰属割合"),
        Unit::Fraction,
        Text::new(
            "The part of the counted effect that must be due to sovereign AI for the net present value to be zero.",
            "正味現在価値が0となる、算入した効果のソブリンAIへの帰属割合。",
        ),
        "{sovereign.present_cost} ÷ {sovereign.present_effect}",
        |r, place, _| whole(place, r.sovereign.summary.break_even_attribution? / 100.0),
    )),
    undated(yearly(
        "sovereign.total_cost",
        Text::new(
            "Cost of sovereign AI, 2026–2040",
            "ソブリンAIの総費用（2026～40年）",
        ),
        Unit::JpyTn,
        Text::new(
            "The cost of fifteen years for the chosen GPU progress, not discounted.",
            "選んだGPU性能の想定による15年間の費用。割り引いていない。",
        ),
        "{sum sovereign.cost@2026..2040}",
        |r, place, _| whole(place, r.sovereign.summary.total_cost),
    )),
    undated(yearly(
        "sovereign.total_benefit",
        Text::new("Benefit counted 2026–2040", "2026～40年の便益"),
        Unit::JpyTn,
        Text::new(
            "Counted benefits of fifteen years, not discounted.",
            "15年間に算入する便益の合計。割り引いていない。",
        ),
        "{sum sovereign.counted_benefit@2026..2040}",
        |r, place, _| whole(place, r.sovereign.summary.total_benefit),
    )),
    undated(yearly(
        "sovereign.benefit_cost",
        Text::new("Benefit over cost", "便益費用比"),
        Unit::Times,
        Text::new(
            "Both as sums to 2040, not discounted.",
            "いずれも2040年までの合計で、割り引いていない。",
        ),
        "{sovereign.total_benefit} ÷ {sovereign.total_cost}",
        |r, place, _| whole(place, r.sovereign.summary.benefit_cost?),
    )),
    Output {
        together: Together::InWords(Text::new(
            "The first year after 2026 in which the cumulative net flow is not negative; none if it stays negative to 2040.",
            "累積純収支が2027年以降で初めて0以上となる年。2040年まで負であれば該当なし。",
        )),
        ..undated(yearly(
            "sovereign.payback",
            Text::new("Paid back in", "投資回収年"),
            Unit::Year,
            Text::new(
                "When counted benefits have covered all cost so far, not discounted.",
                "算入した便益がそれまでの費用を上回る年。割り引いていない。",
            ),
            "{sovereign.cumulative@2027} {sovereign.cumulative@2028} {sovereign.cumulative@2029} {sovereign.cumulative@2030} {sovereign.cumulative@2031} {sovereign.cumulative@2032} {sovereign.cumulative@2033} {sovereign.cumulative@2034} {sovereign.cumulative@2035} {sovereign.cumulative@2036} {sovereign.cumulative@2037} {sovereign.cumulative@2038} {sovereign.cumulative@2039} {sovereign.cumulative@2040}",
            |r, place, _| whole(place, f64::from(r.sovereign.summary.payback?)),
        ))
    },
];
