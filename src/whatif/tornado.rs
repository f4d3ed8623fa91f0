//! Tornado: one input at a time from the low to the high end of its plausible range, all others as they stand now.

use crate::analysis::influence::at_ends;
use crate::chapters::{Context, build};
use crate::choice;
use crate::figure::{Categories, Figure, Kind, Mark, Meaning, Series, Shape, Tone};
use crate::formula::param_range;
use crate::output::Cell;
use crate::scenario::{ParamId, Scenario};
use crate::sort::sort_by;
use crate::text::Lang;
use crate::unit::Unit;
use crate::whatif::{AFTER, difference_unit, quoted_name, sources};

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

    /// Whether the result exists at both ends.
    fn is_whole(&self) -> bool {
        self.low.is_some() && self.high.is_some()
    }

    /// Whether it exists at one end at least.
    fn is_there(&self) -> bool {
        self.low.is_some() || self.high.is_some()
    }
}

/// What changes are counted from: the present value. A year that is not reached counts as the first after the models;
/// any other result that does not exist as nothing, so that its changes are the values themselves.
fn origin(cell: Cell, now: Option<f64>) -> f64 {
    let absent = match cell.output().unit {
        Unit::Year => AFTER,
        _ => 0.0,
    };
    now.unwrap_or(absent)
}

/// The varied inputs that move `cell` from `scenario`, the largest effect first; where it does not exist there, those
/// that bring it into existence.
///
/// No effect is larger than that a result ceases to exist.
pub fn bars(cell: Cell, scenario: &Scenario, now: Option<f64>) -> Vec<Bar> {
    let origin = origin(cell, now);
    let bar = |param| {
        let (low, high) = at_ends(scenario, param)?;
        let change = |results| cell.read(results).map(|value| value - origin);
        let (low, high) = (change(&low), change(&high));
        Some(Bar { param, low, high })
    };
    let mut bars: Vec<_> = ParamId::all().filter_map(bar).collect();
    let ends = |bar: &Bar| now.is_some() && !bar.is_whole();
    let least = bars.iter().map(Bar::length).fold(0.0, f64::max) * 1e-6;
    bars.retain(|bar| match now {
        Some(_) => ends(bar) || bar.length() > least,
        None => bar.is_there(),
    });
    let effect = |bar: &Bar| (ends(bar), bar.length());
    sort_by(&mut bars, |one, other| effect(one) > effect(other));
    bars
}

/// A tornado being written: the bars, from where they are counted, and in what.
struct Tornado<'a> {
    cell: Cell,
    bars: Vec<Bar>,
    now: Option<f64>,
    unit: Unit,
    factor: f64,
    context: &'a Context<'a>,
}

/// The bars as a figure; pressing one tells of its input.
pub fn figure(cell: Cell, context: &Context) -> Figure {
    let now = cell.read(context.results);
    let own = cell.output().unit;
    let (unit, factor) = match now {
        None if own != Unit::Year => (own, 1.0),
        _ => difference_unit(own),
    };
    let tornado = Tornado {
        cell,
        bars: bars(cell, context.scenario, now),
        now,
        unit,
        factor,
        context,
    };
    tornado.figure()
}

impl Tornado<'_> {
    fn figure(&self) -> Figure {
        let context = self.context;
        let low = context.say(|| "at the low end".to_owned(), || "下限のとき".to_owned());
        let high = context.say(|| "at the high end".to_owned(), || "上限のとき".to_owned());
        let mut panel = build::panel(
            String::new(),
            vec![
                self.series(low, Tone::Cost, |bar| bar.low),
                self.series(high, Tone::Reshoring, |bar| bar.high),
            ],
        );
        panel.marks = self.marks();
        Figure {
            title: self.title(),
            subtitle: self.subtitle(),
            categories: Categories::Names(self.names()),
            panels: vec![panel],
            kind: Kind::NestedBars,
            unit: self.unit,
            sources: sources(self.cell),
            note: self.note(),
        }
    }

    fn series(&self, name: String, tone: Tone, end: fn(&Bar) -> Option<f64>) -> Series {
        let bars = self.bars.iter();
        Series {
            name,
            tone,
            shape: Shape::Plain,
            values: bars.map(|bar| Some(end(bar)? * self.factor)).collect(),
            base: None,
            meaning: Meaning::Params(self.bars.iter().map(|bar| bar.param).collect()),
        }
    }

    fn names(&self) -> Vec<String> {
        let reader = &self.context.reader;
        let name = |bar: &Bar| {
            let row = bar.param.row();
            let range = param_range(bar.param, row.low, row.high, reader);
            let name = reader.text(choice::label(bar.param));
            match reader.lang {
                Lang::En => format!("{name}, {range}"),
                Lang::Ja => format!("{name}、{range}"),
            }
        };
        self.bars.iter().map(name).collect()
    }

    /// What a bar cannot show: the ends at which the result ceases to exist, or the values of one that does not now.
    fn marks(&self) -> Vec<Mark> {
        let bars = self.bars.iter().enumerate();
        let marks = bars.map(|(index, bar)| match self.now {
            Some(now) => self.vanishing(index, bar, now).into_iter().collect(),
            None => self.appearing(index, bar),
        });
        marks.collect::<Vec<Vec<Mark>>>().concat()
    }

    /// A year that is not reached is marked at the earliest that it can be.
    fn vanishing(&self, index: usize, bar: &Bar, now: f64) -> Option<Mark> {
        let row = bar.param.row();
        let at = match (bar.low, bar.high) {
            (Some(_), Some(_)) => return None,
            (None, Some(_)) => row.low,
            (_, None) => row.high,
        };
        let (is_year, is_both) = (self.unit == Unit::Years, !bar.is_there());
        // Which end it is the table and the readout say; both at once are said here.
        let none = match is_year {
            true => self.context.reader.none(Unit::Year).to_owned(),
            false => self
                .context
                .say(|| "no result".to_owned(), || "結果なし".to_owned()),
        };
        let label = match is_both {
            true => self.context.say(
                || format!("{none} at either end"),
                || format!("上限・下限とも{none}"),
            ),
            false => none,
        };
        Some(Mark {
            index,
            value: at,
            computed: Some(row.unit),
            height: if is_year { AFTER - now } else { 0.0 },
            label,
        })
    }

    fn appearing(&self, index: usize, bar: &Bar) -> Vec<Mark> {
        let row = bar.param.row();
        let mark = |(at, change): (f64, Option<f64>)| {
            let value = change? + origin(self.cell, None);
            Some(Mark {
                index,
                value: at,
                computed: Some(row.unit),
                height: change? * self.factor,
                label: self
                    .cell
                    .output()
                    .written(Some(value), &self.context.reader),
            })
        };
        let ends = [(row.low, bar.low), (row.high, bar.high)];
        ends.into_iter().filter_map(mark).collect()
    }

    fn subtitle(&self) -> String {
        let (cell, context) = (self.cell, self.context);
        let name = quoted_name(cell, context);
        match (self.now, self.unit) {
            (Some(_), _) => context.say(
                || format!("Change of {name} from {}", context.write(cell)),
                || format!("{name}、現在の{}からの変化", context.write(cell)),
            ),
            (None, Unit::Years) => context.say(
                || format!("Change of {name} from 2041, the first year after the model"),
                || format!("{name}、モデル期間の翌年である2041年からの変化"),
            ),
            (None, _) => context.say(
                || format!("{name} with one input at an end of its range"),
                || format!("前提を1つ上限・下限に動かしたときの{name}"),
            ),
        }
    }

    fn title(&self) -> String {
        let (context, is_year) = (self.context, self.unit == Unit::Years);
        let Some(first) = self.bars.first() else {
            return context.say(
                || "No varied input moves this result".to_owned(),
                || "この結果を動かす前提はない".to_owned(),
            );
        };
        let name = context.reader.text(choice::label(first.param));
        let vanishing = self.bars.iter().filter(|bar| !bar.is_whole()).count();
        match (self.now, vanishing, is_year) {
            (None, _, true) => context.say(
                || format!("Not by 2040 at present; “{name}” brings it back soonest"),
                || format!("現状では2040年まで該当なし。最も早い該当年をもたらすのは「{name}」"),
            ),
            (None, _, false) => context.say(
                || format!("No result at present; brought back most by “{name}”"),
                || format!("現状では結果なし。最も大きく戻すのは「{name}」"),
            ),
            (Some(_), 0, _) => context.say(
                || format!("Moved most by: {name}"),
                || format!("最も左右するのは{name}"),
            ),
            (Some(_), 1, true) => context.say(
                || format!("“{name}” alone can put it beyond 2040"),
                || format!("「{name}」を動かすだけで2040年まで該当なしになりうる"),
            ),
            (Some(_), count, true) => context.say(
                || format!("Each of {count} inputs alone can put it beyond 2040"),
                || format!("1つ動かすだけで2040年まで該当なしになりうる前提が{count}件"),
            ),
            (Some(_), _, false) => context.say(
                || format!("“{name}” alone can make the result vanish"),
                || format!("「{name}」を動かすだけで結果が存在しなくなりうる"),
            ),
        }
    }

    fn note(&self) -> String {
        let (context, count) = (self.context, self.bars.len());
        let moves = match (self.now, count) {
            (Some(_), 1) => context.say(
                || "One input moves it".to_owned(),
                || "結果を動かす前提は1件".to_owned(),
            ),
            (Some(_), _) => context.say(
                || format!("{count} inputs move it"),
                || format!("結果を動かす前提は{count}件"),
            ),
            (None, 1) => context.say(
                || "One input brings it back alone".to_owned(),
                || "単独で結果を生じさせる前提は1件".to_owned(),
            ),
            (None, _) => context.say(
                || format!("{count} inputs each bring it back alone"),
                || format!("単独で結果を生じさせる前提は{count}件"),
            ),
        };
        let ends = self.now.is_some() && self.bars.iter().any(|bar| !bar.is_whole());
        let beyond = match ends && self.unit == Unit::Years {
            true => context.say(
                || " Where the result is not reached by 2040, a diamond stands at 2041, the earliest that it can be.".to_owned(),
                || "2040年まで該当しない場合は、最も早い可能性である2041年に菱形を置いた。".to_owned(),
            ),
            false => String::new(),
        };
        context.say(
            || format!("{moves}. One at a time, from the low to the high end of its plausible range, all others as they stand now. What inputs do together is not shown.{beyond}"),
            || format!("{moves}。1つずつ妥当な範囲の下限と上限に動かし、他は現在の値のままとした。前提どうしの相乗効果は含まない。{beyond}"),
        )
    }
}

#[cfg(test)]
mod tests;
