//! From sales to operating profit: one year in full, and the margin over time.

use super::{PUBLISHED_MARGIN, mark, sources};
use crate::chapters::{Context, build};
use crate::data;
use crate::figure::{Categories, Figure, Kind, Meaning, Panel, Series, Shape, Tone};
use crate::output::{Cell, Place};
use crate::text::Text;
use crate::unit::Unit;
use crate::view::{FIRST_YEAR, HORIZON};

/// Sales, what is deducted, and what is left, with names short enough for a column.
const LINES: [(&str, Text); 7] = [
    ("capture.sales", Text::new("Sales", "売上高")),
    (
        "capture.hardware_cogs",
        Text::new("Goods: machines", "ハード原価"),
    ),
    (
        "capture.solution_cogs",
        Text::new("Goods: solutions", "ソリューション原価"),
    ),
    ("capture.sga", Text::new("SG&A, R&D", "販管費等")),
    (
        "capture.depreciation",
        Text::new("Depreciation", "減価償却"),
    ),
    ("capture.ai_rnd", Text::new("AI models", "AIモデル")),
    ("capture.operating_profit", Text::new("Profit", "営業利益")),
];

/// The build-up of operating profit in the year that the reader has chosen.
pub fn statement(context: &Context) -> Figure {
    let year = context.year;
    let names = LINES.map(|(_, name)| context.reader.text(name).to_owned());
    let categories = Categories::Names(names.to_vec());
    Figure {
        title: statement_title(context),
        subtitle: context.say(
            || format!("From sales to operating profit of Japanese makers, {year}, 2024 prices"),
            || format!("日本企業の売上高から営業利益まで、{year}年、2024年価格"),
        ),
        panels: vec![build::panel(String::new(), lines(context, &categories))],
        categories,
        kind: Kind::Waterfall,
        unit: Unit::JpyTn,
        sources: sources(true),
        note: context.say(
            || {
                "Cost ratios are assumed, in the base case that of solutions calibrated; the source prints none."
                    .to_owned()
            },
            || "費用比率は想定（基準ケースのソリューションの販管費等は較正）で、原典に記載はない。".to_owned(),
        ),
    }
}

/// Sales and profit, which stand on zero, and the costs between them.
fn lines(context: &Context, categories: &Categories) -> Vec<Series> {
    let part = |first: usize, last: usize, tone, name: Text| {
        let cells = LINES.iter().enumerate().map(|(index, (output, _))| {
            let cell = Cell::find(output, Place::Whole, context.year);
            cell.filter(|_| (first..=last).contains(&index))
        });
        let meaning = Meaning::Cells(cells.collect());
        let name = context.reader.text(name).to_owned();
        build::series(context, categories, meaning, tone, name)
    };
    let total = |at, tone, name| Series {
        shape: Shape::Total,
        ..part(at, at, tone, name)
    };
    let last = LINES.len() - 1;
    let profit = Text::new("Operating profit", "営業利益");
    let costs = part(1, last - 1, Tone::Cost, Text::new("Costs", "費用"));
    let costs = Series {
        values: deducted(&costs.values),
        base: costs.base.as_deref().map(deducted),
        ..costs
    };
    vec![
        total(0, Tone::Nth(0), LINES[0].1),
        costs,
        total(last, Tone::Result, profit),
    ]
}

fn deducted(values: &[Option<f64>]) -> Vec<Option<f64>> {
    values
        .iter()
        .map(|value| value.map(|value| 0.0 - value))
        .collect()
}

fn statement_title(context: &Context) -> String {
    let year = context.year;
    let value = |output| context.value(output, Place::Whole, year);
    let written = |value| context.reader.write(Unit::JpyTn, value);
    let (sales, profit) = (value("capture.sales"), value("capture.operating_profit"));
    let (sold, left, missing) = (written(sales), written(profit), written(-profit));
    if profit < 0.0 {
        return context.say(
            || format!("Costs exceed sales by {missing} in {year}"),
            || format!("{year}年は費用が売上高を{missing}上回る"),
        );
    }
    if sales <= 0.0 {
        return context.say(
            || format!("Nothing is sold in {year}"),
            || format!("{year}年の売上高はゼロ"),
        );
    }
    context.say(
        || format!("Of {sold} sales, {left} is profit in {year}"),
        || format!("{year}年、売上高{sold}から利益{left}"),
    )
}

/// The operating margin, 2025 to 2040, with the published value.
pub fn margin(context: &Context) -> Figure {
    let categories = build::years(FIRST_YEAR..=HORIZON);
    let series = build::by_year(
        context,
        &categories,
        "capture.margin",
        Place::Whole,
        Tone::Result,
    );
    let percent = data::published(PUBLISHED_MARGIN).value.unwrap_or(f64::NAN);
    let label = context.reader.write_round(Unit::Percent, percent);
    let marks = mark(context, &categories, PUBLISHED_MARGIN, 0.0, label);
    Figure {
        title: margin_title(context),
        subtitle: context.say(
            || "Operating profit over sales of Japanese makers, 2025–2040".to_owned(),
            || "日本企業の営業利益率（対売上高）、2025～2040年".to_owned(),
        ),
        panels: vec![Panel {
            marks: marks.into_iter().collect(),
            ..build::panel(String::new(), vec![series])
        }],
        categories,
        kind: Kind::Lines { shared_scale: true },
        unit: Unit::Fraction,
        sources: sources(true),
        note: context.say(
            || {
                "Added capacity is written off from 2031 and 2036. In the base case 2040 is calibrated."
                    .to_owned()
            },
            || "増産投資の償却は2031年と2036年に始まる。基準ケースの2040年は較正値。".to_owned(),
        ),
    }
}

fn margin_title(context: &Context) -> String {
    let find = |year| {
        let cell = Cell::find("capture.margin", Place::Whole, year)?;
        cell.read(context.results)
    };
    let written = |margin| context.reader.write_round(Unit::Fraction, margin);
    let Some(to) = find(HORIZON) else {
        return context.say(
            || format!("Without sales there is no margin in {HORIZON}"),
            || format!("{HORIZON}年は売上高がなく利益率もない"),
        );
    };
    let (from, last) = (find(FIRST_YEAR).map(written), written(to));
    let Some(from) = from.filter(|from| *from != last) else {
        return context.say(
            || format!("The operating margin is {last} in {HORIZON}"),
            || format!("{HORIZON}年の営業利益率は{last}"),
        );
    };
    context.say(
        || format!("Operating margin: {from} in {FIRST_YEAR}, {last} in {HORIZON}"),
        || format!("営業利益率は{FIRST_YEAR}年{from}、{HORIZON}年{last}"),
    )
}
