//! Which inputs drive which results, across chapters.

use crate::analysis::influence::at_ends;
use crate::chapters::{Context, build};
use crate::choice;
use crate::figure::{Categories, Figure, Kind, Meaning, Panel, Series, Shape, Source, Tone};
use crate::i18n::number::as_printed;
use crate::output::{Cell, UNDATED};
use crate::scenario::{Group, ParamId};
use crate::source::Document;
use crate::text::Text;
use crate::unit::Unit;

/// The results shown, one panel each, with a name short enough to stand over it.
pub const RESULTS: [(&str, u16, Text); 5] = [
    ("tam.new_market", 2040, Text::new("Market", "新市場")),
    ("capture.sales", 2040, Text::new("Sales", "売上高")),
    (
        "capture.operating_profit",
        2040,
        Text::new("Profit", "営業利益"),
    ),
    (
        "sovereign.total_cost",
        UNDATED,
        Text::new("AI cost", "AI費用"),
    ),
    (
        "sovereign.total_benefit",
        UNDATED,
        Text::new("AI benefit", "AI効果"),
    ),
];

/// How many inputs are shown for each result: those that move it most.
const SHOWN_EACH: usize = 3;

/// A result moves with an input when the ends of its plausible range are at least so many percent apart, as the table
/// of the figure writes them. Title and note say it.
const LEAST: f64 = 1.0;

/// Whether a swing, in percent, is one of a result that moves.
fn moves(swing: f64) -> bool {
    (swing.abs() * 10.0).round() >= LEAST * 10.0
}

/// One input and how far it moves each result, in percent of the base case.
struct Driver {
    param: ParamId,
    swings: [f64; RESULTS.len()],
}

impl Driver {
    /// How many results it moves.
    fn reach(&self) -> usize {
        self.swings.iter().filter(|swing| moves(**swing)).count()
    }
}

/// The inputs that move most results, with the change of each result between the ends of the plausible range.
pub fn across_chapters(context: &Context) -> Figure {
    let drivers = strongest(drivers(context));
    let shared = drivers.iter().filter(|driver| driver.reach() > 1).count();
    let lang = context.reader.lang;
    let names = drivers
        .iter()
        .map(|driver| choice::label(driver.param).get(lang).to_owned());
    let least = as_printed(LEAST);
    Figure {
        title: context.say(
            || format!("{shared} of {} inputs move several results by ≥{least}%", drivers.len()),
            || format!("{}個の前提のうち{shared}個が複数の結果を{least}%以上動かす", drivers.len()),
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
            || "A result counts as moved from 1% on. One input at a time, all others as now. Market: four regions, 2040; sales and profit: Japanese makers, 2040; AI: the sovereign model, 2026–2040.".to_owned(),
            || "1%未満の変化は「動かす」に数えない。前提は一つずつ動かし、他は現在の値のまま。新市場は4地域の2040年、売上高と営業利益は日本企業の2040年、AIはソブリンAIの2026～2040年合計。".to_owned(),
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

/// The inputs that move some result most, and those that move most results, in the order of the chapters.
fn strongest(all: Vec<Driver>) -> Vec<Driver> {
    let is_shown = |driver: &Driver| {
        driver.reach() > RESULTS.len() / 2 && driver.param.group() == Group::Shared
            || (0..RESULTS.len()).any(|result| {
                let size = |driver: &Driver| driver.swings[result].abs();
                let larger = all.iter().filter(|other| size(other) > size(driver));
                moves(driver.swings[result]) && larger.count() < SHOWN_EACH
            })
    };
    let shown: Vec<_> = all.iter().map(is_shown).collect();
    let pairs = all.into_iter().zip(shown);
    pairs
        .filter_map(|(driver, shown)| shown.then_some(driver))
        .collect()
}

/// Every input that is varied and moves some result, in the order of the chapters.
fn drivers(context: &Context) -> Vec<Driver> {
    let cells = RESULTS.map(|(output, year, _)| Cell::home(output, year));
    let base = cells.map(|cell| cell.and_then(|cell| cell.read(context.base)));
    // Those of all chapters come last: reading starts at the first row.
    let shared = |param: &ParamId| param.group() == Group::Shared;
    let own = ParamId::all().filter(|param| !shared(param));
    own.chain(ParamId::all().filter(shared))
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
        .filter(|driver| driver.reach() > 0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapters::tests::in_context;
    use crate::i18n::number::Currency;
    use crate::scenario::Scenario;
    use crate::text::Lang;

    /// The title counts what the table of the figure shows, at the threshold that it states.
    #[test]
    fn the_title_counts_what_the_table_shows() {
        let mut moved = Scenario::default();
        moved
            .set(ParamId::find("reshoring.share").unwrap(), 30.0)
            .unwrap();
        for (scenario, lang) in [
            (Scenario::default(), Lang::En),
            (Scenario::default(), Lang::Ja),
            (moved, Lang::En),
        ] {
            in_context(&scenario, (lang, Currency::Usd, false), |context| {
                let figure = across_chapters(context);
                let written = |panel: &Panel, row: usize| {
                    let value = panel.series[0].values[row].unwrap();
                    let scale = context.reader.scale(Unit::Percent, value.abs());
                    let words = context.reader.cell(&scale, value.abs());
                    words.parse::<f64>().unwrap()
                };
                let rows = figure.categories.len();
                let several = (0..rows).filter(|&row| {
                    let panels = figure.panels.iter();
                    panels.filter(|panel| written(panel, row) >= 1.0).count() > 1
                });
                let (several, title) = (several.count(), &figure.title);
                match lang {
                    Lang::En => assert_eq!(
                        *title,
                        format!("{several} of {rows} inputs move several results by ≥1%")
                    ),
                    Lang::Ja => assert_eq!(
                        *title,
                        format!("{rows}個の前提のうち{several}個が複数の結果を1%以上動かす")
                    ),
                }
            });
        }
    }
}
