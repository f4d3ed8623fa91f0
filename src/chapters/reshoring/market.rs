//! The new market: over time and by region.

use super::{HORIZON, PUBLISHED_MARKET};
use crate::chapters::{Context, build};
use crate::data;
use crate::explain::write_published;
use crate::figure::{Categories, Figure, Kind, Mark, Series, Source, Tone};
use crate::output::Place;
use crate::region::Region;
use crate::source::Document;
use crate::unit::Unit;

/// The market by component, 2025 to 2040, four regions together, with the published value.
pub fn by_component(context: &Context) -> Figure {
    let categories = build::years(2025..=HORIZON);
    let mut panel = build::panel(String::new(), components(context, &categories, Place::All));
    panel.marks.extend(published(context, categories.len() - 1));
    Figure {
        title: component_title(context),
        subtitle: context.say(
            || "Yearly market by component, four regions, 2025–2040, 2024 prices".to_owned(),
            || "構成要素別の年間市場規模、4地域計、2025～2040年、2024年価格".to_owned(),
        ),
        panels: vec![panel],
        ..market(context, categories)
    }
}

/// The market by component in each region at 2030, 2035 and 2040.
pub fn by_region(context: &Context) -> Figure {
    let categories = Categories::Years(vec![2030, 2035, HORIZON]);
    let panels = Region::ALL
        .map(|region| {
            let name = region.label().get(context.reader.lang).to_owned();
            build::panel(
                name,
                components(context, &categories, Place::Region(region)),
            )
        })
        .to_vec();
    Figure {
        title: region_title(context),
        subtitle: context.say(
            || "Yearly market by component and region, 2024 prices; one scale".to_owned(),
            || "地域別・構成要素別の年間市場規模、2024年価格、目盛は共通".to_owned(),
        ),
        panels,
        ..market(context, categories)
    }
}

fn market(context: &Context, categories: Categories) -> Figure {
    Figure {
        title: String::new(),
        subtitle: String::new(),
        categories,
        panels: Vec::new(),
        kind: Kind::StackedColumns,
        unit: Unit::UsdBn,
        sources: vec![
            Source::Model(Document::Reshoring),
            Source::Dataset("regions"),
            Source::Dataset("industries"),
            Source::Dataset("population"),
            Source::Dataset("gdp_growth"),
        ],
        note: context.say(
            || "Substitution is the wage bill of replaced work, not vendors’ revenue.".to_owned(),
            || "代替額は置き換わる労働の賃金相当額であり、供給側の売上ではない。".to_owned(),
        ),
    }
}

/// From the bottom: CAPEX as usual when shown, reshoring CAPEX, substitution.
fn components(context: &Context, categories: &Categories, place: Place) -> Vec<Series> {
    let series = |output, tone| build::by_year(context, categories, output, place, tone);
    let mut components = Vec::new();
    if context.capex_as_usual {
        components.push(series("tam.capex_as_usual", Tone::AsUsual));
    }
    components.push(series("tam.reshoring_capex", Tone::Reshoring));
    components.push(series("tam.labour_substitution", Tone::Substitution));
    components
}

/// The published total, drawn on top of CAPEX as usual when that is shown.
fn published(context: &Context, index: usize) -> Option<Mark> {
    let published = data::published(PUBLISHED_MARKET);
    let value = published.value?;
    let below = if context.capex_as_usual {
        context.value("tam.capex_as_usual", Place::All, HORIZON)
    } else {
        0.0
    };
    let written = write_published(PUBLISHED_MARKET, &context.reader);
    let document = context.reader.text(published.document.brief());
    let label = context.say(
        || format!("published {written} ({document})"),
        || format!("公表値 {written}（{document}）"),
    );
    Some(Mark {
        index,
        value,
        computed: None,
        height: below + value,
        label,
    })
}

fn component_title(context: &Context) -> String {
    let value = |output, year| context.value(output, Place::All, year);
    let overtaken = |year: &u16| {
        value("tam.labour_substitution", *year) > value("tam.reshoring_capex", *year)
            && value("tam.labour_substitution", year - 1) <= value("tam.reshoring_capex", year - 1)
    };
    if let Some(year) = (2026..=HORIZON).rev().find(overtaken) {
        return context.say(
            || format!("Substitution overtakes reshoring in {year}"),
            || format!("{year}年に人手不足代替がリショアリング投資を上回る"),
        );
    }
    if value("tam.new_market", HORIZON) <= 0.0 {
        return context.say(
            || format!("No new market opens by {HORIZON}"),
            || format!("{HORIZON}年までに新市場は生じない"),
        );
    }
    let market = context.rounded("tam.new_market", Place::All, HORIZON);
    context.say(
        || format!("The new market reaches {market} in {HORIZON}"),
        || format!("新市場は{HORIZON}年に{market}"),
    )
}

fn region_title(context: &Context) -> String {
    let market = |place| context.value("tam.new_market", place, HORIZON);
    let total = market(Place::All);
    let largest = Region::ALL
        .into_iter()
        .max_by(|a, b| market(Place::Region(*a)).total_cmp(&market(Place::Region(*b))))
        .unwrap_or(Region::Us);
    if total <= 0.0 {
        return context.say(
            || format!("No region has a new market in {HORIZON}"),
            || format!("{HORIZON}年に新市場はどの地域にも生じない"),
        );
    }
    let share = context
        .reader
        .write_round(Unit::Fraction, market(Place::Region(largest)) / total);
    let name = largest.label().get(context.reader.lang);
    context.say(
        || format!("Largest market in {HORIZON}: {name}, with {share}"),
        || format!("{HORIZON}年の新市場は{name}が{share}で最大"),
    )
}
