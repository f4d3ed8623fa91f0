//! Sales: at home and overseas, machines and solutions.

use super::{PUBLISHED_HOME, PUBLISHED_OVERSEAS, PUBLISHED_SALES, as_printed, mark, sources};
use crate::chapters::{Context, build};
use crate::data;
use crate::figure::{Categories, Figure, Kind, Mark, Tone};
use crate::output::Place;
use crate::region::Region;
use crate::unit::Unit;
use crate::view::{FIRST_YEAR, HORIZON};

/// Sales at home and overseas, 2025 to 2040, with the published values.
pub fn by_market(context: &Context) -> Figure {
    let parts = [
        ("capture.domestic", Tone::Region(Region::Jp)),
        ("capture.overseas", Tone::Overseas),
    ];
    let figure = columns(context, parts);
    let mut panels = figure.panels;
    for panel in &mut panels {
        panel.marks = published(context, &figure.categories);
    }
    Figure {
        title: market_title(context),
        subtitle: context.say(
            || {
                "Yearly sales of Japanese makers, at home and overseas, 2025–2040, 2024 prices"
                    .to_owned()
            },
            || "日本企業の年間売上高、国内と海外3地域、2025～2040年、2024年価格".to_owned(),
        ),
        panels,
        note: context.say(
            || {
                "Published values are for 2040 only; the source’s earlier years are not known."
                    .to_owned()
            },
            || "公表値があるのは2040年のみで、途中の年の原典の値は不明である。".to_owned(),
        ),
        ..figure
    }
}

/// Sales of machines and of solutions, 2025 to 2040.
pub fn by_kind(context: &Context) -> Figure {
    let parts = [
        ("capture.hardware", Tone::Hardware),
        ("capture.solutions", Tone::Solutions),
    ];
    Figure {
        title: kind_title(context),
        subtitle: context.say(
            || {
                "Yearly sales of Japanese makers by what is sold, 2025–2040, 2024 prices".to_owned()
            },
            || "日本企業の年間売上高、製品区分別、2025～2040年、2024年価格".to_owned(),
        ),
        note: context.say(
            || "Solutions are counted at the wages they replace, a ceiling of what users would pay."
                .to_owned(),
            || "ソリューションは代替する賃金で測っており、利用者が支払い得る上限に当たる。"
                .to_owned(),
        ),
        ..columns(context, parts)
    }
}

fn columns(context: &Context, parts: [(&'static str, Tone); 2]) -> Figure {
    let categories = build::years(FIRST_YEAR..=HORIZON);
    let series = parts
        .map(|(output, tone)| build::by_year(context, &categories, output, Place::Whole, tone));
    Figure {
        title: String::new(),
        subtitle: String::new(),
        categories,
        panels: vec![build::panel(String::new(), series.to_vec())],
        kind: Kind::StackedColumns,
        unit: Unit::JpyTn,
        sources: sources(false),
        note: String::new(),
    }
}

/// The published sales at home, and those overseas on top of them.
///
/// The printed total is the sum of both, rounded: it is named with the upper mark, for a third would lie on it.
fn published(context: &Context, categories: &Categories) -> Vec<Mark> {
    let home = as_printed(context, PUBLISHED_HOME);
    let overseas = as_printed(context, PUBLISHED_OVERSEAS);
    let total = as_printed(context, PUBLISHED_SALES);
    let at_home = context.say(|| format!("{home} at home"), || format!("国内{home}"));
    let in_all = context.say(
        || format!("{overseas} overseas, about {total} in all"),
        || format!("海外{overseas}、計約{total}"),
    );
    let below = data::published(PUBLISHED_HOME).value.unwrap_or(0.0);
    let lower = mark(context, categories, PUBLISHED_HOME, 0.0, at_home);
    let upper = mark(context, categories, PUBLISHED_OVERSEAS, below, in_all);
    lower.into_iter().chain(upper).collect()
}

fn market_title(context: &Context) -> String {
    let value = |output| context.value(output, Place::Whole, HORIZON);
    let total = value("capture.sales");
    if total <= 0.0 {
        return nothing_sold(context);
    }
    let share = value("capture.overseas") / total;
    let share = context.reader.write_round(Unit::Fraction, share);
    let total = context.rounded("capture.sales", Place::Whole, HORIZON);
    context.say(
        || format!("Japanese makers sell {total} in {HORIZON}, {share} overseas"),
        || format!("{HORIZON}年の売上高は{total}、{share}が海外"),
    )
}

fn kind_title(context: &Context) -> String {
    if context.value("capture.sales", Place::Whole, HORIZON) <= 0.0 {
        return nothing_sold(context);
    }
    let share = context.rounded("capture.solution_share", Place::Whole, HORIZON);
    context.say(
        || format!("Solutions make up {share} of sales in {HORIZON}"),
        || format!("{HORIZON}年の売上高の{share}がソリューション"),
    )
}

fn nothing_sold(context: &Context) -> String {
    context.say(
        || format!("Japanese makers sell nothing in {HORIZON}"),
        || format!("{HORIZON}年に日本企業の売上高はない"),
    )
}
