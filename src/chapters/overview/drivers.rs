//! Which inputs drive which results, across chapters.

use crate::analysis::influence::at_ends;
use crate::chapters::{Context, build};
use crate::figure::{Categories, Figure, Kind, Meaning, Panel, Series, Shape, Source, Tone};
use crate::output::{Cell, UNDATED};
use crate::scenario::ParamId;
use crate::sort::sort_by;
use crate::source::Document;
use crate::text::Text;
use crate::unit::Unit;

/// The results shown, one panel each, with a name short enough to stand over it.
pub const RESULTS: [(&str, u16, Text); 5] = [
    ("tam.new_market", 2040, Text::new("New market", "新市場")),
    (
        "capture.sales",
        2040,
        Text::new("Japan’s sales", "日本の売上高"),
    ),
    (
        "capture.operating_profit",
        2040,
        Text::new("Japan’s profit", "日本の営業利益"),
    ),
    (
        "sovereign.total_cost",
        UNDATED,
        Text::new("Sovereign AI: cost", "ソブリンAI：費用"),
    ),
    (
        "sovereign.total_benefit",
        UNDATED,
        Text::new("Sovereign AI: benefit", "ソブリンAI：効果"),
    ),
];

/// How many inputs are shown.
const SHOWN: usize = 16;

/// A result moves with an input when the ends of its plausible range are at least so many percent apart.
const LEAST: f64 = 1.0;

/// One input and how far it moves each result, in percent of the base case.
struct Driver {
    param: ParamId,
    swings: [f64; RESULTS.len()],
}

impl Driver {
    /// How many results it moves.
    fn reach(&self) -> usize {
        self.swings
            .iter()
            .filter(|swing| swing.abs() >= LEAST)
            .count()
    }

    fn most(&self) -> f64 {
        self.swings
            .iter()
            .fold(0.0, |most, swing| swing.abs().max(most))
    }
}

/// The inputs that move most results, with the change of each result between the ends of the plausible range.
pub fn across_chapters(context: &Context) -> Figure {
    let mut drivers = drivers(context);
    let shared = drivers.iter().filter(|driver| driver.reach() > 1).count();
    drivers.truncate(SHOWN);
    let lang = context.reader.lang;
    let names = drivers
        .iter()
        .map(|driver| driver.param.row().label.get(lang).to_owned());
    Figure {
        title: context.say(
            || format!("{shared} inputs move more than one of five results"),
            || format!("5つの結果のうち複数を動かす前提は{shared}個"),
        ),
        subtitle: context.say(
            || "Change of each result from the low to the high end of an input’s plausible range, share of its base case".to_owned(),
            || "前提を妥当な範囲の下限から上限へ動かしたときの各結果の変化、基準ケースに対する比率".to_owned(),
        ),
        categories: Categories::Names(names.collect()),
        panels: (0..RESULTS.len())
            .map(|result| panel(context, &drivers, result))
            .collect(),
        kind: Kind::NestedBars,
        unit: Unit::Percent,
        sources: vec![
            Source::Model(Document::Reshoring),
            Source::Model(Document::SovereignAi),
        ],
        note: context.say(
            || "One input at a time, all others as they stand now.".to_owned(),
            || "他の前提は現在の値のまま、一つずつ動かした結果。".to_owned(),
        ),
    }
}

fn panel(context: &Context, drivers: &[Driver], result: usize) -> Panel {
    let series = Series {
        name: context.say(
            || "from low to high end".to_owned(),
            || "下限から上限まで".to_owned(),
        ),
        tone: Tone::Reshoring,
        shape: Shape::Plain,
        values: drivers
            .iter()
            .map(|driver| Some(driver.swings[result]))
            .collect(),
        base: None,
        meaning: Meaning::Params(drivers.iter().map(|driver| driver.param).collect()),
    };
    build::panel(
        RESULTS[result].2.get(context.reader.lang).to_owned(),
        vec![series],
    )
}

/// Every input that is varied and moves some result: those that move most results first, then by size.
fn drivers(context: &Context) -> Vec<Driver> {
    let cells = RESULTS.map(|(output, year, _)| Cell::home(output, year));
    let base = cells.map(|cell| cell.and_then(|cell| cell.read(context.base)));
    let mut found: Vec<_> = ParamId::all()
        .filter_map(|param| {
            let (low, high) = at_ends(context.scenario, param)?;
            let swings = std::array::from_fn(|index| {
                let ends = cells[index].and_then(|cell| Some(cell.read(&high)? - cell.read(&low)?));
                match (ends, base[index]) {
                    (Some(swing), Some(base)) if base != 0.0 => swing / base.abs() * 100.0,
                    _ => 0.0,
                }
            });
            Some(Driver { param, swings })
        })
        .filter(|driver| driver.most() >= LEAST)
        .collect();
    sort_by(&mut found, |one, other| {
        (one.reach(), one.most()) > (other.reach(), other.most())
    });
    found
}
