//! What sovereign AI may bring: the effects of 2040 and of every year, and which of them count.

use super::{flow, undated, whole, yearly};
use crate::output::Output;
use crate::text::Text;
use crate::unit::Unit;

/// Effects before and after counting and attribution.
pub const BENEFIT: &[Output] = &[
    undated(yearly(
        "sovereign.full",
        Text::new("Effects in 2040, all four", "2040年の効果（4件計）"),
        Unit::JpyTn,
        Text::new(
            "The effects of one year before asking which of them count and how much of them is due to sovereign AI. They differ in kind: only health care is public spending, and the ASEAN effect accrues to ASEAN.",
            "算入するか、どこまでソブリンAIによるかを問う前の単年の効果。性質は異なり、公的支出に当たるのは医療のみで、ASEANの効果はASEANに帰属する。",
        ),
        "{sovereign.full_health} + {sovereign.full_digital} + {sovereign.full_auto} + {sovereign.full_asean}",
        |r, place, _| whole(place, r.sovereign.summary.full.total()),
    )),
    undated(yearly(
        "sovereign.full_health",
        Text::new("Health-care savings in 2040", "医療費抑制（2040年）"),
        Unit::JpyTn,
        Text::new(
            "Public spending of one year. Assumes that cost falls in proportion to visits and that all of it is due to sovereign AI; the outpatient cost is calibrated to the published effect.",
            "単年の公的支出の抑制額。費用が受診頻度に比例して減り、その全額がソブリンAIによるとみる。外来医療費は公表された効果に合わせて較正した。",
        ),
        "{sovereign.outpatient_cost_2040} × {sovereign.visits_saved} × {sovereign.visit_gap_closed}",
        |r, place, _| whole(place, r.sovereign.summary.full.health),
    )),
    undated(yearly(
        "sovereign.visits_saved",
        Text::new("Visits above the target", "目標を上回る受診の割合"),
        Unit::Fraction,
        Text::new(
            "The part of outpatient visits that would fall away at the frequency of the G7 average.",
            "受診頻度がG7平均まで下がった場合に減る外来受診の割合。",
        ),
        "max(0, 1 − {sovereign.visits_target} ÷ {sovereign.visits_japan})",
        |r, place, _| whole(place, r.sovereign.visits_saved),
    )),
    undated(yearly(
        "sovereign.full_digital",
        Text::new(
            "Digital outflow avoided in 2040",
            "デジタル流出の回避（2040年）",
        ),
        Unit::JpyTn,
        Text::new(
            "National wealth of one year, not public spending.",
            "単年の国富への効果であり、公的支出の削減ではない。",
        ),
        "{sovereign.avoided@2040}",
        |r, place, _| whole(place, r.sovereign.summary.full.digital),
    )),
    undated(yearly(
        "sovereign.full_auto",
        Text::new(
            "Automotive output kept in 2040",
            "自動車の国内生産維持（2040年）",
        ),
        Unit::JpyTn,
        Text::new(
            "Automotive output retained, with its ripples; reaches the budget only through taxes. Calibrated to the published effect.",
            "維持される自動車の国内生産と波及効果。財政には税収を通じて間接的に効くのみである。公表された効果に合わせて較正した。",
        ),
        "{sovereign.auto_output_2040} × {sovereign.auto_retained} × {sovereign.auto_multiplier}",
        |r, place, _| whole(place, r.sovereign.summary.full.auto),
    )),
    undated(yearly(
        "sovereign.full_asean",
        Text::new(
            "Output gained in ASEAN in 2040",
            "ASEANの生産性向上（2040年）",
        ),
        Unit::JpyTn,
        Text::new(
            "Value added that ASEAN-5 gains by using exported models. It accrues to ASEAN, not to Japan. Calibrated to the published effect.",
            "輸出されたモデルの利用でASEAN5が得る付加価値。日本ではなくASEANに帰属する。公表された効果に合わせて較正した。",
        ),
        "{sovereign.asean_gdp_2040} × {macro.fx} ÷ 1000 × {sovereign.asean_industry_share} × {sovereign.asean_adoption} × {sovereign.asean_uplift}",
        |r, place, _| whole(place, r.sovereign.summary.full.asean),
    )),
    yearly(
        "sovereign.ramp",
        Text::new(
            "Share of the effect of 2040 reached",
            "2040年の効果に対する到達度",
        ),
        Unit::Fraction,
        Text::new(
            "An assumption: nothing to 2030, then a straight line to all of it in 2040.",
            "想定値。2030年まで0、その後2040年の全額まで直線で増える。",
        ),
        "min(1, max(0, ({year} − 2030) ÷ 10))",
        |r, place, year| {
            flow(r, place, year, |_| 0.0)?;
            Some(crate::series::ramp(year, 2030.0, 2040.0))
        },
    ),
    yearly(
        "sovereign.health",
        Text::new("Health-care savings", "医療費抑制"),
        Unit::JpyTn,
        EFFECT,
        "{sovereign.full_health} × {sovereign.ramp}",
        |r, place, year| flow(r, place, year, |flow| flow.benefits.health),
    ),
    yearly(
        "sovereign.digital",
        Text::new("Digital outflow avoided", "デジタル流出の回避"),
        Unit::JpyTn,
        EFFECT,
        "{sovereign.avoided}",
        |r, place, year| flow(r, place, year, |flow| flow.benefits.digital),
    ),
    yearly(
        "sovereign.auto",
        Text::new("Automotive output kept", "自動車の国内生産維持"),
        Unit::JpyTn,
        EFFECT,
        "{sovereign.full_auto} × {sovereign.ramp}",
        |r, place, year| flow(r, place, year, |flow| flow.benefits.auto),
    ),
    yearly(
        "sovereign.asean",
        Text::new("Output gained in ASEAN", "ASEANの生産性向上"),
        Unit::JpyTn,
        EFFECT,
        "{sovereign.full_asean} × {sovereign.ramp}",
        |r, place, year| flow(r, place, year, |flow| flow.benefits.asean),
    ),
    yearly(
        "sovereign.effect",
        Text::new(
            "Effect counted, before attribution",
            "算入する効果（帰属割合を掛ける前）",
        ),
        Unit::JpyTn,
        Text::new(
            "The effects of the year whose switch says that they count.",
            "算入すると設定した効果のその年の合計。",
        ),
        "{sovereign.health} × {sovereign.count_health} + {sovereign.digital} × {sovereign.count_digital} + {sovereign.auto} × {sovereign.count_auto} + {sovereign.asean} × {sovereign.count_asean}",
        |r, place, year| flow(r, place, year, |flow| flow.effect),
    ),
    yearly(
        "sovereign.counted_health",
        Text::new("Health care, counted", "医療（算入分）"),
        Unit::JpyTn,
        COUNTED,
        "{sovereign.health} × {sovereign.count_health} × {sovereign.attribution}",
        |r, place, year| flow(r, place, year, |flow| flow.counted.health),
    ),
    yearly(
        "sovereign.counted_digital",
        Text::new("Digital outflow, counted", "デジタル流出（算入分）"),
        Unit::JpyTn,
        COUNTED,
        "{sovereign.digital} × {sovereign.count_digital} × {sovereign.attribution}",
        |r, place, year| flow(r, place, year, |flow| flow.counted.digital),
    ),
    yearly(
        "sovereign.counted_auto",
        Text::new("Automotive, counted", "自動車（算入分）"),
        Unit::JpyTn,
        COUNTED,
        "{sovereign.auto} × {sovereign.count_auto} × {sovereign.attribution}",
        |r, place, year| flow(r, place, year, |flow| flow.counted.auto),
    ),
    yearly(
        "sovereign.counted_asean",
        Text::new("ASEAN, counted", "ASEAN（算入分）"),
        Unit::JpyTn,
        COUNTED,
        "{sovereign.asean} × {sovereign.count_asean} × {sovereign.attribution}",
        |r, place, year| flow(r, place, year, |flow| flow.counted.asean),
    ),
    yearly(
        "sovereign.counted_gains",
        Text::new("Automotive and ASEAN, counted", "自動車とASEAN（算入分）"),
        Unit::JpyTn,
        COUNTED,
        "{sovereign.counted_auto} + {sovereign.counted_asean}",
        |r, place, year| {
            flow(r, place, year, |flow| {
                flow.counted.auto + flow.counted.asean
            })
        },
    ),
];

const EFFECT: Text = Text::new(
    "The effect of one year before asking whether it counts and how much of it is due to sovereign AI.",
    "算入するか、どこまでソブリンAIによるかを問う前の、その年の効果。",
);

const COUNTED: Text = Text::new(
    "What of the effect of the year counts: nothing when its switch is off, else the part due to sovereign AI.",
    "その年の効果のうち算入する額。算入しない場合は0、する場合はソブリンAIに帰属する割合を掛ける。",
);
