//! The digital deficit: history, base and risk path, and what sovereign AI avoids.

use super::{HORIZON, drawn};
use crate::chapters::{Context, build};
use crate::data;
use crate::figure::{Categories, Figure, Kind, Mark, Meaning, Series, Shape, Tone};
use crate::output::{Cell, Place};
use crate::unit::Unit;

/// The first year of the history.
const FIRST: u16 = 2014;
/// The last year of the history, from which the paths start.
const TURN: u16 = 2025;

/// What documents print, with the year they print it for.
const PRINTED: [(u16, &str); 3] = [
    (TURN, "sovereign.digital-deficit-2025"),
    (2035, "sovereign.digital-deficit-2035-meti"),
    (HORIZON, "sovereign.digital-deficit-2040-risk"),
];

/// The deficit from 2014 to 2040.
pub fn paths(context: &Context) -> Figure {
    let categories = build::years(FIRST..=HORIZON);
    let series = |output, tone| build::by_year(context, &categories, output, Place::Whole, tone);
    let with = Series {
        shape: Shape::Base,
        ..series("sovereign.deficit_with", Tone::Use(1))
    };
    let avoided = Series {
        shape: Shape::BandAbove,
        ..series("sovereign.avoided", Tone::Use(1))
    };
    let risk = series("sovereign.deficit_risk", Tone::Loss);
    let mut panel = build::panel(
        String::new(),
        vec![base_path(context, &categories), with, avoided, risk],
    );
    panel.marks.extend(marks(context));
    Figure {
        title: title(context),
        subtitle: context.say(
            || "Japan’s digital deficit: actual, base, risk and with sovereign AI, 2014–2040".to_owned(),
            || "日本のデジタル赤字（実績、ベース、リスク、ソブリンAIあり）、2014～2040年".to_owned(),
        ),
        note: context.say(
            || "Diamonds: printed values; that of 2035 belongs to the base path, that of 2040 to the risk path. History partly estimated.".to_owned(),
            || "菱形は文書に記載の値で、2035年はベース、2040年はリスクの値である。実績の一部は概数。".to_owned(),
        ),
        ..drawn(Kind::Lines { shared_scale: true }, categories, vec![panel])
    }
}

/// One line: the history, and the base path that goes on from it.
fn base_path(context: &Context, categories: &Categories) -> Series {
    let cell = |year| {
        let output = if year < TURN {
            "sovereign.deficit_history"
        } else {
            "sovereign.deficit_base"
        };
        Cell::find(output, Place::Whole, year)
    };
    build::series(
        context,
        categories,
        Meaning::Cells((FIRST..=HORIZON).map(cell).collect()),
        Tone::Needed,
        context.say(
            || "Actual, then base path".to_owned(),
            || "実績とベース".to_owned(),
        ),
    )
}

fn marks(context: &Context) -> impl Iterator<Item = Mark> {
    PRINTED.into_iter().filter_map(|(year, id)| {
        let value = data::published(id).value?;
        Some(Mark {
            index: usize::from(year - FIRST),
            value,
            computed: None,
            height: value,
            label: context.reader.native(Unit::JpyTn).write(Unit::JpyTn, value),
        })
    })
}

fn title(context: &Context) -> String {
    if context.value("sovereign.avoided", Place::Whole, HORIZON) <= 0.0 {
        return context.say(
            || format!("No digital outflow is avoided in {HORIZON}"),
            || format!("{HORIZON}年に回避されるデジタル流出はない"),
        );
    }
    let avoided = context.written("sovereign.avoided", Place::Whole, HORIZON);
    context.say(
        || format!("Sovereign AI avoids {avoided} of digital outflow in {HORIZON}"),
        || format!("ソブリンAIで{HORIZON}年の流出を{avoided}回避"),
    )
}
