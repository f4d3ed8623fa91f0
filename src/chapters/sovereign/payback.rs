//! Whether counted benefits cover the cost: year by year, added up, and by how much is attributed.

use super::{HORIZON, START, drawn, written};
use crate::chapters::{Context, build};
use crate::figure::{Categories, Figure, Kind, Mark, Series, Tone};
use crate::model::Results;
use crate::output::{Cell, Place, UNDATED};
use crate::scenario::ParamId;
use crate::text::Text;
use crate::unit::Unit;

/// Cost below the axis, counted benefits by use above it.
pub fn yearly(context: &Context) -> Figure {
    let categories = build::years(START..=HORIZON);
    let series = |output, tone| build::by_year(context, &categories, output, Place::Whole, tone);
    let mut flows = vec![
        downward(series("sovereign.cost", Tone::Cost)),
        series("sovereign.counted_health", Tone::Use(0)),
        series("sovereign.counted_digital", Tone::Use(1)),
    ];
    if context.value("sovereign.counted_gains", Place::Whole, HORIZON) > 0.0 {
        flows.push(series("sovereign.counted_gains", Tone::Use(2)));
    }
    let panels = vec![build::panel(String::new(), flows)];
    Figure {
        title: yearly_title(context),
        subtitle: context.say(
            || format!("Yearly cost and counted benefits by use, {START}–{HORIZON}, current prices"),
            || format!("年間の費用と用途別の算入便益、{START}～{HORIZON}年、時価"),
        ),
        note: context.say(
            || "How cost and effects spread over the years is assumed; avoided outflow counts a year before running cost begins.".to_owned(),
            || "費用と効果の年次配分は想定による。デジタル流出の回避は運用費の発生より1年早く計上される。".to_owned(),
        ),
        ..drawn(Kind::StackedColumns, categories, panels)
    }
}

/// The series below the axis.
fn downward(series: Series) -> Series {
    let turn = |values: Vec<Option<f64>>| -> Vec<Option<f64>> {
        values.into_iter().map(|it| it.map(|it| 0.0 - it)).collect()
    };
    Series {
        values: turn(series.values),
        base: series.base.map(turn),
        ..series
    }
}

fn yearly_title(context: &Context) -> String {
    let net = |year: &u16| context.value("sovereign.net", Place::Whole, *year) > 0.0;
    match (START..=HORIZON).find(net) {
        Some(year) => context.say(
            || format!("Counted benefit first exceeds the year’s cost in {year}"),
            || format!("算入便益が年間費用を初めて上回るのは{year}年"),
        ),
        None => context.say(
            || "Counted benefit never exceeds the year’s cost".to_owned(),
            || "算入便益が年間費用を上回る年はない".to_owned(),
        ),
    }
}

/// The net flow added up since 2026.
pub fn cumulative(context: &Context) -> Figure {
    let categories = build::years(START..=HORIZON);
    let series = build::by_year(
        context,
        &categories,
        "sovereign.cumulative",
        Place::Whole,
        Tone::Benefit,
    );
    Figure {
        title: cumulative_title(context),
        subtitle: context.say(
            || format!("Counted benefits less cost, added up since {START}, to {HORIZON}, not discounted"),
            || format!("算入便益から費用を引いた額の{START}年からの累計、{HORIZON}年まで、割引前"),
        ),
        note: context.say(
            || "The base case attributes what counts in full, as the document does, which is near the optimistic edge.".to_owned(),
            || "基準ケースは原典と同じく算入分の全額を帰属させており、楽観的な端に近い。".to_owned(),
        ),
        ..drawn(
            Kind::Lines { shared_scale: true },
            categories,
            vec![build::panel(String::new(), vec![series])],
        )
    }
}

fn cumulative_title(context: &Context) -> String {
    let payback = Cell::find("sovereign.payback", Place::Whole, UNDATED)
        .and_then(|cell| cell.read(context.results));
    let year = payback.map(|year| context.reader.write(Unit::Year, year));
    match year {
        Some(year) => context.say(
            || format!("Counted benefits pay the cost back in {year}"),
            || format!("算入便益による費用の回収は{year}"),
        ),
        None => context.say(
            || format!("Counted benefits do not pay the cost back by {HORIZON}"),
            || format!("算入便益では{HORIZON}年までに費用を回収できない"),
        ),
    }
}

/// The net present value at every attribution from 0 to 100 percent.
pub fn by_attribution(context: &Context) -> Figure {
    let names = (0..=100).map(|percent| format!("{percent}%")).collect();
    let mut panel = build::panel(String::new(), value_series(context).into_iter().collect());
    panel.marks.extend(break_even_mark(context));
    Figure {
        title: attribution_title(context),
        subtitle: context.say(
            || format!("Net present value to {HORIZON}, by the part of the counted effect due to sovereign AI"),
            || format!("{HORIZON}年までの正味現在価値、算入効果のソブリンAIへの帰属割合別"),
        ),
        note: context.say(
            || "The part due to sovereign AI is an assumption; the document takes all of it.".to_owned(),
            || "帰属割合は想定であり、原典は全額をソブリンAIによるものとしている。".to_owned(),
        ),
        ..drawn(
            Kind::Lines { shared_scale: true },
            Categories::Names(names),
            vec![panel],
        )
    }
}

/// The value is a straight line in the attribution: discounted effect times attribution, less discounted cost.
fn value_series(context: &Context) -> Option<Series> {
    let cell = Cell::find("sovereign.npv", Place::Whole, UNDATED)?;
    let values = |results: &Results| -> Vec<Option<f64>> {
        let summary = &results.sovereign.summary;
        let value =
            |percent| summary.present_effect * f64::from(percent) / 100.0 - summary.present_cost;
        (0..=100).map(|percent| Some(value(percent))).collect()
    };
    let attribution = ParamId::find("sovereign.attribution")?;
    let cells = (0..=100)
        .map(|percent| (attribution, f64::from(percent), cell))
        .collect();
    Some(build::told(
        context.reader.text(cell.output().label).to_owned(),
        Tone::Benefit,
        values(context.results),
        context.differs().then(|| values(context.reference.results)),
        cells,
    ))
}

fn break_even(context: &Context) -> Option<f64> {
    let cell = Cell::find("sovereign.break_even_attribution", Place::Whole, UNDATED)?;
    cell.read(context.results)
}

fn break_even_mark(context: &Context) -> Option<Mark> {
    let share = break_even(context).filter(|&share| share <= 1.0)?;
    let written = written(context, "sovereign.break_even_attribution");
    Some(Mark {
        index: (share * 100.0).round() as usize,
        value: share,
        computed: Some(Unit::Fraction),
        height: 0.0,
        label: context.say(
            || format!("breaks even at {written}"),
            || format!("損益分岐 {written}"),
        ),
    })
}

fn attribution_title(context: &Context) -> String {
    let title = match break_even(context) {
        Some(share) if share <= 1.0 => {
            let written = written(context, "sovereign.break_even_attribution");
            return context.say(
                || format!("Breaks even when {written} of the effect is attributed"),
                || format!("帰属割合が{written}で損益が均衡"),
            );
        }
        Some(_) => Text::new(
            "Even full attribution does not cover the cost",
            "全額を帰属させても費用を賄えない",
        ),
        None => Text::new(
            "No effect is counted that could cover the cost",
            "費用を賄う効果が算入されていない",
        ),
    };
    context.reader.text(title).to_owned()
}
