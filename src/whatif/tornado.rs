//! Tornado: one input at a time from the low to the high end of its plausible range, all others as they stand now.

use crate::analysis::influence::at_ends;
use crate::chapters::{Context, build};
use crate::choice;
use crate::figure::{Categories, Figure, Kind, Meaning, Series, Shape, Tone};
use crate::formula::param_range;
use crate::i18n::number;
use crate::output::Cell;
use crate::scenario::{ParamId, Scenario};
use crate::sort::sort_by;
use crate::text::Lang;
use crate::whatif::{difference_unit, short_name, sources};

/// What one input does to a result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The input.
    pub param: ParamId,
    /// The change of the result at the low end of its range; `None` where the result does not exist there.
    pub low: Option<f64>,
    /// The same at the high end.
    pub high: Option<f64>,
}

impl Bar {
    /// How far apart the ends and the present are.
    fn length(&self) -> f64 {
        let (low, high) = (self.low.unwrap_or(0.0), self.high.unwrap_or(0.0));
        low.max(high).max(0.0) - low.min(high).min(0.0)
    }
}

/// The varied inputs that move `cell` from `scenario`, the widest first; empty where it does not exist there.
pub fn bars(cell: Cell, scenario: &Scenario, now: Option<f64>) -> Vec<Bar> {
    let Some(now) = now else { return Vec::new() };
    let bar = |param| {
        let (low, high) = at_ends(scenario, param)?;
        let change = |results| cell.read(results).map(|value| value - now);
        let (low, high) = (change(&low), change(&high));
        Some(Bar { param, low, high })
    };
    let mut bars: Vec<_> = ParamId::all().filter_map(bar).collect();
    // What one end makes vanish counts as moved.
    let least = bars.iter().map(Bar::length).fold(0.0, f64::max) * 1e-6;
    bars.retain(|bar| bar.length() > least || bar.low.is_none() || bar.high.is_none());
    sort_by(&mut bars, |one, other| one.length() > other.length());
    bars
}

/// The bars as a figure; pressing one tells of its input.
pub fn figure(cell: Cell, context: &Context) -> Figure {
    let bars = bars(cell, context.scenario, cell.read(context.results));
    let (unit, factor) = difference_unit(cell.output().unit);
    let (reader, count) = (&context.reader, number::plain(bars.len() as f64, 0));
    let names = bars.iter().map(|bar| {
        let row = bar.param.row();
        let range = param_range(bar.param, row.low, row.high, reader);
        let name = reader.text(choice::label(bar.param));
        context.say(|| format!("{name}, {range}"), || format!("{name}、{range}"))
    });
    let series = |name: String, tone, end: fn(&Bar) -> Option<f64>| Series {
        name,
        tone,
        shape: Shape::Plain,
        values: bars.iter().map(|bar| Some(end(bar)? * factor)).collect(),
        base: None,
        meaning: Meaning::Params(bars.iter().map(|bar| bar.param).collect()),
    };
    let low = context.say(|| "at the low end".to_owned(), || "下限のとき".to_owned());
    let high = context.say(|| "at the high end".to_owned(), || "上限のとき".to_owned());
    let name = short_name(cell, context);
    Figure {
        title: title(context, bars.first()),
        subtitle: match cell.read(context.results) {
            Some(_) => context.say(
                || format!("Change of {name} from {}", context.write(cell)),
                || format!("{name}、現在の{}からの変化", context.write(cell)),
            ),
            None => context.say(
                || format!("{name} does not exist with the present inputs"),
                || format!("現在の前提では、{name}は存在しない"),
            ),
        },
        categories: Categories::Names(names.collect()),
        panels: vec![build::panel(
            String::new(),
            vec![
                series(low, Tone::Cost, |bar| bar.low),
                series(high, Tone::Reshoring, |bar| bar.high),
            ],
        )],
        kind: Kind::NestedBars,
        unit,
        sources: sources(cell),
        note: context.say(
            || format!("{count} inputs move it. One at a time, from the low to the high end of its plausible range, all others as they stand now. What inputs do together is not shown."),
            || format!("結果を動かす{count}の前提を1つずつ妥当な範囲の下限と上限に動かし、他は現在の値のままとした。前提どうしの相乗効果は含まない。"),
        ),
    }
}

fn title(context: &Context, widest: Option<&Bar>) -> String {
    let Some(bar) = widest else {
        return context.say(
            || "No varied input moves this result".to_owned(),
            || "この結果を動かす前提はない".to_owned(),
        );
    };
    let name = context.reader.text(choice::label(bar.param));
    match context.reader.lang {
        Lang::En => format!("Moved most by: {name}"),
        Lang::Ja => format!("最も左右するのは{name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::influence;
    use crate::chapters::tests::in_context;
    use crate::i18n::number::Currency;
    use crate::model;
    use crate::output::Place;
    use crate::whatif::headlines;

    #[test]
    fn the_ends_are_those_of_a_run_with_only_that_input_moved() {
        let cell = Cell::find("tam.new_market", Place::All, 2040).unwrap();
        let scenario = Scenario::default();
        let now = cell.read(&model::run(&scenario));
        let bars = bars(cell, &scenario, now);
        assert!(bars.len() > 8);
        assert!(
            bars.windows(2)
                .all(|pair| pair[0].length() >= pair[1].length())
        );
        for bar in &bars {
            let span = influence::span(cell, &scenario, bar.param).unwrap();
            let found = bar.high.unwrap() - bar.low.unwrap();
            assert!((span - found).abs() < 1e-9, "{}", bar.param.row().id);
        }
        assert_eq!(super::bars(cell, &scenario, None), []);
    }

    #[test]
    fn a_linear_result_moves_in_proportion() {
        // Reshoring CAPEX is proportional to the share that comes home.
        let cell = Cell::find("tam.reshoring_capex", Place::All, 2040).unwrap();
        let scenario = Scenario::default();
        let now = cell.read(&model::run(&scenario)).unwrap();
        let bars = bars(cell, &scenario, Some(now));
        let share = bars
            .iter()
            .find(|bar| bar.param.row().id == "reshoring.share")
            .unwrap();
        assert!((share.low.unwrap() + now / 2.0).abs() < 1e-9, "{share:?}");
        assert_eq!(share.high, Some(0.0));
    }

    #[test]
    fn every_result_has_a_tornado_in_both_languages() {
        for lang in Lang::ALL {
            in_context(
                &Scenario::default(),
                (lang, Currency::Native, false),
                |context| {
                    for choice in headlines::all() {
                        let figure = figure(choice.cell, context);
                        let still = influence::rests_on(choice.cell, context.scenario).is_empty();
                        assert_eq!(figure.categories.is_empty(), still, "{:?}", choice.cell);
                    }
                },
            );
        }
    }
}
