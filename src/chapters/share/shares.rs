//! Shares of the market: the one printed twice at home, and the way overseas.

use super::{mark, sources};
use crate::chapters::{Context, build};
use crate::data;
use crate::figure::{Categories, Figure, Kind, Mark, Panel, Tone};
use crate::model::{self, Results};
use crate::output::{Cell, Place};
use crate::region::Region;
use crate::scenario::{ParamId, Scenario};
use crate::unit::Unit;
use crate::view::{FIRST_YEAR, HORIZON};

/// The home share as printed: on the page with the estimate, and on the page with the summary.
const PRINTED_HOME: [&str; 2] = [
    "capture.domestic-share-assumption",
    "capture.domestic-share-headline",
];

/// The overseas share as printed, an upper bound.
const PRINTED_OVERSEAS: &str = "capture.overseas-share-blended";

/// Japanese makers' share of the overseas market by segment, 2025 to 2040.
pub fn overseas(context: &Context) -> Figure {
    let categories = build::years(FIRST_YEAR..=HORIZON);
    let parts = [
        ("capture.share_new", Tone::Nth(0)),
        ("capture.overseas_share", Tone::Overseas),
        ("capture.share_as_usual", Tone::AsUsual),
    ];
    let series = parts
        .map(|(output, tone)| build::by_year(context, &categories, output, Place::Whole, tone));
    Figure {
        title: overseas_title(context),
        subtitle: context.say(
            || "Japanese makers’ share of three overseas regions’ markets, 2025–2040".to_owned(),
            || "海外3地域の市場における日本企業のシェア、2025～2040年".to_owned(),
        ),
        panels: vec![Panel {
            marks: published_share(context, &categories).into_iter().collect(),
            ..build::panel(String::new(), series.to_vec())
        }],
        categories,
        kind: Kind::Lines { shared_scale: true },
        unit: Unit::Fraction,
        sources: sources(false),
        note: context.say(
            || {
                "The published value is for the overseas share as a whole; flat to 2030 is an assumption."
                    .to_owned()
            },
            || "公表値は海外シェア全体に対するもの。2030年までを一定としたのは本モデルの想定。"
                .to_owned(),
        ),
    }
}

fn published_share(context: &Context, categories: &Categories) -> Option<Mark> {
    let bound = printed(context, PRINTED_OVERSEAS);
    let label = context.say(|| format!("just under {bound}"), || format!("{bound}弱"));
    mark(context, categories, PRINTED_OVERSEAS, 0.0, label)
}

fn overseas_title(context: &Context) -> String {
    let share = |year| context.rounded("capture.overseas_share", Place::Whole, year);
    let (from, to) = (share(2030), share(HORIZON));
    context.say(
        || format!("Overseas share: {from} in 2030, {to} in {HORIZON}"),
        || format!("海外シェアは2030年{from}、{HORIZON}年{to}"),
    )
}

/// A printed percentage.
fn printed(context: &Context, id: &'static str) -> String {
    let percent = data::published(id).value.unwrap_or(f64::NAN);
    context.reader.write_round(Unit::Percent, percent)
}

/// One row of the comparison of home shares: what it is called, and the share in percent.
type Row = (String, f64);

/// Sales in 2040 at the two printed home shares and at the present one.
pub fn at_home(context: &Context) -> Figure {
    let Some(param) = ParamId::find("capture.domestic_share") else {
        return nothing();
    };
    let rows = rows(context, param);
    let now = at(context.scenario, param, &rows);
    let base = context
        .differs()
        .then(|| at(context.reference.scenario, param, &rows));
    let series = [
        ("capture.sales", Tone::Overseas),
        ("capture.domestic", Tone::Region(Region::Jp)),
    ]
    .into_iter()
    .filter_map(|(output, tone)| {
        let cell = Cell::find(output, Place::Whole, HORIZON)?;
        let told = rows.iter().map(|row| (param, row.1, cell)).collect();
        let name = context.reader.text(cell.output().label).to_owned();
        let values = read(cell, &now);
        let base = base.as_deref().map(|base| read(cell, base));
        Some(build::told(name, tone, values, base, told))
    });
    Figure {
        title: home_title(context, &now),
        subtitle: context.say(
            || format!("Sales in {HORIZON} by share of the home market, 2024 prices"),
            || format!("国内シェア別の{HORIZON}年の売上高、2024年価格"),
        ),
        panels: vec![build::panel(String::new(), series.collect())],
        categories: Categories::Names(rows.iter().map(|row| row.0.clone()).collect()),
        sources: sources(false),
        note: context.say(
            || "All other inputs as they are now; sales at home lie over those in all.".to_owned(),
            || "他の前提は現在の設定による。国内売上高を合計に重ねて示す。".to_owned(),
        ),
        ..nothing()
    }
}

/// The results at each of the home shares.
fn at(scenario: &Scenario, param: ParamId, rows: &[Row]) -> Vec<Results> {
    let with = |&(_, share): &Row| {
        let mut other = *scenario;
        // Both printed shares lie within the range of the input; one that did not would change nothing.
        let _ = other.set(param, share);
        model::run(&other)
    };
    rows.iter().map(with).collect()
}

fn read(cell: Cell, results: &[Results]) -> Vec<Option<f64>> {
    results.iter().map(|results| cell.read(results)).collect()
}

/// An empty figure of bars.
fn nothing() -> Figure {
    Figure {
        title: String::new(),
        subtitle: String::new(),
        categories: Categories::Names(Vec::new()),
        panels: Vec::new(),
        kind: Kind::NestedBars,
        unit: Unit::JpyTn,
        sources: Vec::new(),
        note: String::new(),
    }
}

fn rows(context: &Context, param: ParamId) -> [Row; 3] {
    let [estimate, summary] = PRINTED_HOME.map(|id| data::published(id).value.unwrap_or(f64::NAN));
    let present = context.scenario.get(param);
    let name = |en: &str, ja: &str, share: f64| {
        let share = context.reader.write_round(Unit::Percent, share);
        context.say(|| format!("{en}: {share}"), || format!("{ja}：{share}"))
    };
    [
        (name("Estimate page", "試算ページ", estimate), estimate),
        (name("Summary page", "要約ページ", summary), summary),
        (name("Set now", "現在の設定", present), present),
    ]
}

fn home_title(context: &Context, now: &[Results]) -> String {
    let sales = |row: usize| now.get(row).map_or(0.0, |it| it.capture[HORIZON].sales);
    let more = sales(1) - sales(0);
    if more <= 0.0 {
        return context.say(
            || "Either home share gives the same sales".to_owned(),
            || "どちらの国内シェアでも売上高は同じ".to_owned(),
        );
    }
    let more = context.reader.write(Unit::JpyTn, more);
    let share = printed(context, PRINTED_HOME[1]);
    context.say(
        || format!("A {share} home share adds {more} to sales"),
        || format!("国内シェア{share}なら売上高は{more}増える"),
    )
}
