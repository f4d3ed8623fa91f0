//! What the margin of 2040 rests on: every input of the chapter, one at a time.

use std::sync::LazyLock;

use super::sources;
use crate::analysis::influence;
use crate::chapters::{Context, build};
use crate::figure::{Categories, Figure, Kind, Meaning, Series, Shape, Tone};
use crate::i18n::number;
use crate::output::{Cell, Place};
use crate::scenario::{Group, ParamId, Scenario};
use crate::sort::sort_by;
use crate::text::Text;
use crate::unit::Unit;
use crate::view::{HORIZON, exchange_rate};

/// The effect of one input in percentage points; `None` where there is no margin.
type Effect = (ParamId, Option<f64>);

/// The effects in the base case, which never change.
static BASE: LazyLock<Vec<Effect>> = LazyLock::new(|| effects(&Scenario::default()));

/// Names short enough to stand beside a bar.
const NAMES: &[(&str, Text)] = &[
    (
        "capture.domestic_share",
        Text::new("Home share", "国内シェア"),
    ),
    (
        "capture.overseas_share_2030",
        Text::new("Overseas share, 2030", "海外シェア（2030年）"),
    ),
    (
        "capture.overseas_as_usual_share_2040",
        Text::new("Share of CAPEX as usual", "経常投資シェア"),
    ),
    (
        "capture.overseas_new_share_2040",
        Text::new("Share of new market", "新市場シェア"),
    ),
    (
        "pnl.hardware_cogs",
        Text::new("Cost of goods, hardware", "原価率（ハードウェア）"),
    ),
    (
        "pnl.hardware_sga",
        Text::new("SG&A of machines", "ハード販管費率"),
    ),
    (
        "pnl.solution_cogs",
        Text::new("Cost of goods, solutions", "原価率（ソリューション）"),
    ),
    (
        "pnl.solution_opex",
        Text::new("SG&A, R&D of solutions", "ソリューション販管費等"),
    ),
    (
        "pnl.capacity_intensity",
        Text::new("Capacity investment", "増産投資原単位"),
    ),
    (
        "pnl.depreciation_life",
        Text::new("Depreciation life", "償却年数"),
    ),
    (
        "pnl.generation_parameters",
        Text::new("AI model size", "AIモデル規模"),
    ),
    (
        "pnl.model_cost_divisor",
        Text::new("Tuning: one part in", "調整費用の分母"),
    ),
    (
        "pnl.model_interval",
        Text::new("Model interval", "モデル開発間隔"),
    ),
];

/// The change of the margin when an input goes from the low to the high end of its plausible range.
pub fn margin(context: &Context) -> Figure {
    let mut found = effects(context.scenario);
    sort_by(&mut found, |one, other| size(one) > size(other));
    let names = found.iter().map(|(param, _)| range(context, *param));
    let categories = Categories::Names(names.collect());
    Figure {
        title: title(context, found.first()),
        subtitle: context.say(
            || format!("Operating margin {HORIZON}, each input moved across its plausible range"),
            || format!("{HORIZON}年の営業利益率、各前提を妥当な範囲の下限から上限へ動かした変化"),
        ),
        categories,
        panels: vec![build::panel(String::new(), vec![bars(context, &found)])],
        kind: Kind::NestedBars,
        unit: Unit::Points,
        sources: sources(true),
        note: context.say(
            || "One input at a time, all others as they are now; inputs of other chapters are left out."
                .to_owned(),
            || "前提を1つずつ動かし、他は現在の設定のままとした。他章の前提は含まない。".to_owned(),
        ),
    }
}

/// One bar for each effect; pressing it tells of the input.
fn bars(context: &Context, found: &[Effect]) -> Series {
    let base = || -> Vec<_> {
        let others = reference(context.reference.scenario);
        let in_it = |param: ParamId| others.iter().find(|other| other.0 == param)?.1;
        found.iter().map(|effect| in_it(effect.0)).collect()
    };
    let values: Vec<_> = found.iter().map(|effect| effect.1).collect();
    let base = context.differs().then(base);
    Series {
        name: context.say(
            || "change of the margin, low to high".to_owned(),
            || "下限から上限への利益率の変化".to_owned(),
        ),
        tone: Tone::Nth(0),
        shape: Shape::Plain,
        base: base.filter(|base| *base != values),
        values,
        meaning: Meaning::Params(found.iter().map(|effect| effect.0).collect()),
    }
}

/// The effects in what the present scenario is compared with, mostly the base case.
fn reference(scenario: &Scenario) -> Vec<Effect> {
    match *scenario == Scenario::default() {
        true => BASE.clone(),
        false => effects(scenario),
    }
}

/// The inputs of the chapter with their effects, in the order of their rows.
fn effects(scenario: &Scenario) -> Vec<Effect> {
    let cell = Cell::find("capture.margin", Place::Whole, HORIZON);
    let effect = |param| Some(influence::span(cell?, scenario, param)? * 100.0);
    Group::Capture
        .params()
        .chain(exchange_rate())
        .map(|param| (param, effect(param)))
        .collect()
}

fn size(effect: &Effect) -> f64 {
    effect.1.map_or(-1.0, f64::abs)
}

/// The name of an input, short where there is a short one.
fn name(context: &Context, param: ParamId) -> &'static str {
    let row = param.row();
    let short = NAMES.iter().find(|(id, _)| *id == row.id);
    context
        .reader
        .text(short.map_or(row.label, |(_, name)| *name))
}

/// The name of an input with its plausible range.
fn range(context: &Context, param: ParamId) -> String {
    let row = param.row();
    let end = |value| number::trimmed(value, row.decimals(), row.unit);
    let unit = if row.unit.is_percentage() { "%" } else { "" };
    let (low, high) = (end(row.low), end(row.high));
    let name = name(context, param);
    context.say(
        || format!("{name}, {low}–{high}{unit}"),
        || format!("{name} {low}～{high}{unit}"),
    )
}

fn title(context: &Context, largest: Option<&Effect>) -> String {
    match largest {
        Some(&(param, Some(effect))) if effect != 0.0 => {
            let name = name(context, param);
            context.say(
                || format!("Largest lever on the margin: {name}"),
                || format!("利益率を最も左右するのは{name}"),
            )
        }
        _ => context.say(
            || format!("No input moves the margin of {HORIZON}"),
            || format!("{HORIZON}年の利益率を動かす前提はない"),
        ),
    }
}
