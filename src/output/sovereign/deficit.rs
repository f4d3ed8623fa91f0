//! The digital deficit: history, two paths, and what sovereign AI avoids.

use super::{undated, whole, yearly};
use crate::data;
use crate::model::Results;
use crate::model::sovereign::{Deficit, DeficitYear, LAST_YEAR};
use crate::output::{Output, Place};
use crate::text::Text;
use crate::unit::Unit;

/// The last year of the history, where the paths begin.
const START: u16 = 2025;

/// The digital deficit, positive for a deficit.
pub const DEFICIT: &[Output] = &[
    yearly(
        "sovereign.deficit_history",
        Text::new("Digital deficit to date", "デジタル赤字（実績）"),
        Unit::JpyTn,
        Text::new(
            "Payments abroad for digital services less receipts. Several years are estimates.",
            "デジタル関連サービスの海外への支払いから受け取りを引いた額。一部の年は概数である。",
        ),
        "{data.digital_deficit}",
        |_, place, year| {
            let row = data::digital_deficit()
                .iter()
                .find(|row| row.year == year)?;
            whole(place, row.jpy_tn)
        },
    ),
    yearly(
        "sovereign.deficit_base",
        Text::new("Base path", "ベースシナリオ"),
        Unit::JpyTn,
        Text::new(
            "The last published year growing at one constant rate to 2035 and at another to 2040.",
            "直近の実績から2035年まで、さらに2040年まで、それぞれ一定率で拡大するとした経路。",
        ),
        "{data.digital_deficit@2025} × (1 + {sovereign.growth_to_2035}) ^ min(10, {year} − 2025) × (1 + {sovereign.growth_after_2035}) ^ max(0, {year} − 2035)",
        |r, place, year| path(r, place, year, |deficit| deficit.base),
    ),
    yearly(
        "sovereign.deficit_risk",
        Text::new("Risk path", "リスクシナリオ"),
        Unit::JpyTn,
        Text::new(
            "The base path and a gap that widens at a constant rate: Japan catches up late in foundation models.",
            "基盤モデルのキャッチアップが遅れ、ベースとの差が一定率で広がる経路。",
        ),
        "{sovereign.deficit_base} × (1 + {sovereign.excess_growth}) ^ ({year} − 2025)",
        |r, place, year| path(r, place, year, |deficit| deficit.risk),
    ),
    yearly(
        "sovereign.deficit_with",
        Text::new("With sovereign AI", "ソブリンAIあり"),
        Unit::JpyTn,
        Text::new(
            "The risk path less the outflow that sovereign AI avoids.",
            "リスクシナリオから、ソブリンAIが回避する流出を引いた経路。",
        ),
        "{sovereign.deficit_risk} − {sovereign.avoided}",
        |r, place, year| path(r, place, year, |deficit| deficit.with_sovereign),
    ),
    yearly(
        "sovereign.avoided",
        Text::new("Outflow avoided", "回避される流出"),
        Unit::JpyTn,
        Text::new(
            "The part of the difference between the paths that sovereign AI is assumed to avoid, from 2031 on. It counts a year before running cost begins.",
            "両経路の差のうち、2031年以降にソブリンAIが回避するとみる分。運用費の発生より1年早く計上している。",
        ),
        "if({year} < 2031, 0, ({sovereign.deficit_risk} − {sovereign.deficit_base}) × {sovereign.outflow_avoided})",
        |r, place, year| path(r, place, year, DeficitYear::avoided),
    ),
    undated(yearly(
        "sovereign.growth_to_2035",
        Text::new(
            "Growth of the base path to 2035",
            "2035年までのベースの伸び率",
        ),
        Unit::Fraction,
        Text::new(
            "The yearly rate from the last published value to that of 2035.",
            "直近の実績から2035年の値に至る年率。",
        ),
        "({sovereign.deficit_base_2035} ÷ {data.digital_deficit@2025}) ^ (1 ÷ 10) − 1",
        |r, place, _| whole(place, growth(r, 2035, START, |deficit| deficit.base)),
    )),
    undated(yearly(
        "sovereign.growth_after_2035",
        Text::new(
            "Growth of the base path after 2035",
            "2035年以降のベースの伸び率",
        ),
        Unit::Fraction,
        Text::new(
            "The yearly rate from the value of 2035 to that of 2040.",
            "2035年の値から2040年の値に至る年率。",
        ),
        "({sovereign.deficit_base_2040} ÷ {sovereign.deficit_base_2035}) ^ (1 ÷ 5) − 1",
        |r, place, _| whole(place, growth(r, LAST_YEAR, 2035, |deficit| deficit.base)),
    )),
    undated(yearly(
        "sovereign.excess_growth",
        Text::new(
            "Growth of the risk path beyond the base",
            "リスクがベースを上回る伸び率",
        ),
        Unit::Fraction,
        Text::new(
            "How much faster the risk path grows in a year; never less than nothing.",
            "リスクシナリオの伸びがベースを上回る年率。マイナスにはしない。",
        ),
        "max(1, {sovereign.deficit_risk_2040} ÷ {sovereign.deficit_base_2040}) ^ (1 ÷ 15) − 1",
        |r, place, _| {
            let excess = |deficit: &DeficitYear| deficit.risk / deficit.base;
            whole(place, growth(r, LAST_YEAR, START, excess))
        },
    )),
];

/// A quantity of a path, from the last published year on.
fn path(
    results: &Results,
    place: Place,
    year: u16,
    quantity: fn(&DeficitYear) -> f64,
) -> Option<f64> {
    let there = (START..=LAST_YEAR).contains(&year);
    let value = there.then(|| quantity(results.sovereign.deficit.at(year)))?;
    whole(place, value)
}

/// The yearly rate at which a quantity grows between two years.
fn growth(results: &Results, to: u16, from: u16, quantity: fn(&DeficitYear) -> f64) -> f64 {
    let deficit: &Deficit = &results.sovereign.deficit;
    let growth = quantity(deficit.at(to)) / quantity(deficit.at(from));
    growth.powf(1.0 / f64::from(to - from)) - 1.0
}
