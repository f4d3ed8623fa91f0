//! Deficits that close, the spread of autonomy, and the loss elsewhere.

use super::HORIZON;
use crate::chapters::{Context, build};
use crate::data;
use crate::figure::{Categories, Figure, Kind, Meaning, Panel, Series, Source, Tone};
use crate::output::Place;
use crate::region::Region;
use crate::source::Document;
use crate::unit::Unit;

/// The import deficit closing by 2030, 2035 and 2040, by industry and region.
pub fn deficits(context: &Context) -> Figure {
    let names = data::industries()
        .iter()
        .map(|industry| industry.label.get(context.reader.lang).to_owned());
    let categories = Categories::Names(names.collect());
    let panels = Region::ALL
        .map(|region| deficit_panel(context, &categories, region))
        .to_vec();
    Figure {
        title: deficit_title(context),
        subtitle: context.say(
            || "Import deficit by industry today, and what is closed by each year".to_owned(),
            || "業種別の現在の輸入赤字と、各年までの解消額".to_owned(),
        ),
        categories,
        panels,
        kind: Kind::NestedBars,
        unit: Unit::UsdBn,
        sources: vec![
            Source::Model(Document::Reshoring),
            Source::Dataset("industries"),
        ],
        note: context.say(
            || {
                "Deficits are orders of magnitude; the source tells how far they go by region."
                    .to_owned()
            },
            || "赤字額は概数であり、地域別の精度は出所に記した。".to_owned(),
        ),
    }
}

fn deficit_title(context: &Context) -> String {
    if context.value("tam.progress", Place::All, HORIZON) <= 0.0 {
        return context.say(
            || format!("No import deficit closes by {HORIZON}"),
            || format!("{HORIZON}年までに輸入赤字は解消されない"),
        );
    }
    let closed = context.rounded("tam.progress", Place::All, HORIZON);
    context.say(
        || format!("{closed} of import deficits close by {HORIZON}"),
        || format!("{HORIZON}年までに輸入赤字の{closed}が解消"),
    )
}

/// Today's deficit, and over it what is closed by each stage, the earliest on top.
fn deficit_panel(context: &Context, categories: &Categories, region: Region) -> Panel {
    let closed = |year, stage| {
        let name = context.say(
            || format!("closed by {year}"),
            || format!("{year}年までに解消"),
        );
        let meaning = Meaning::ByIndustry {
            output: "tam.deficit_closed",
            region,
            year,
        };
        build::series(context, categories, meaning, Tone::Stage(stage), name)
    };
    let today = Series {
        base: None,
        ..build::series(
            context,
            categories,
            Meaning::ByIndustry {
                output: "tam.deficit_today",
                region,
                year: 2025,
            },
            Tone::Remaining,
            context.say(|| "deficit today".to_owned(), || "現在の赤字".to_owned()),
        )
    };
    build::panel(
        region.label().get(context.reader.lang).to_owned(),
        vec![today, closed(HORIZON, 0), closed(2035, 1), closed(2030, 2)],
    )
}

/// Adoption of autonomy, 2025 to 2040.
pub fn adoption(context: &Context) -> Figure {
    let categories = build::years(2025..=HORIZON);
    let series = build::by_year(
        context,
        &categories,
        "tam.adoption",
        Place::All,
        Tone::Substitution,
    );
    Figure {
        title: adoption_title(context),
        subtitle: context.say(
            || {
                "Share of missing work done by autonomous systems, four regions, 2025–2040"
                    .to_owned()
            },
            || "不足労働のうち自律化で代替される割合、4地域共通、2025～2040年".to_owned(),
        ),
        categories,
        panels: vec![build::panel(String::new(), vec![series])],
        kind: Kind::Lines { shared_scale: true },
        unit: Unit::Fraction,
        sources: vec![Source::Model(Document::Reshoring)],
        note: context.say(
            || {
                "The base case’s level is calibrated to the published market; the path is assumed."
                    .to_owned()
            },
            || "基準ケースの水準は公表市場規模に合わせた較正値、経路は想定。".to_owned(),
        ),
    }
}

fn adoption_title(context: &Context) -> String {
    if context.value("tam.adoption", Place::All, HORIZON) <= 0.0 {
        return context.say(
            || format!("Autonomy takes over no missing work in {HORIZON}"),
            || format!("{HORIZON}年、自律化は不足労働を担わない"),
        );
    }
    let level = context.rounded("tam.adoption", Place::All, HORIZON);
    context.say(
        || format!("Autonomy takes over {level} of missing work in {HORIZON}"),
        || format!("{HORIZON}年、不足労働の{level}を自律化が担う"),
    )
}

/// Investment that other countries lose, 2025 to 2040.
pub fn elsewhere(context: &Context) -> Figure {
    let categories = build::years(2025..=HORIZON);
    let series = build::by_year(
        context,
        &categories,
        "tam.rest_of_world",
        Place::All,
        Tone::Loss,
    );
    let loss = -context.value("tam.rest_of_world", Place::All, HORIZON);
    let written = context.reader.write(Unit::UsdBn, loss);
    let title = if loss > 0.0 {
        context.say(
            || format!("Elsewhere, CAPEX falls by up to {written} in {HORIZON}"),
            || format!("他地域の設備投資は{HORIZON}年に最大{written}減少"),
        )
    } else {
        context.say(
            || "Without reshoring, nothing is lost elsewhere".to_owned(),
            || "国内回帰がなければ他地域への影響もない".to_owned(),
        )
    };
    Figure {
        title,
        subtitle: context.say(
            || {
                "Yearly CAPEX lost by the rest of the world, upper bound, 2025–2040, 2024 prices"
                    .to_owned()
            },
            || "その他地域が失う年間設備投資（上限）、2025～2040年、2024年価格".to_owned(),
        ),
        categories,
        panels: vec![build::panel(String::new(), vec![series])],
        kind: Kind::StackedColumns,
        unit: Unit::UsdBn,
        sources: vec![
            Source::Model(Document::Reshoring),
            Source::Dataset("industries"),
        ],
        note: context.say(
            || "An upper bound: part of the deficits is among the four regions.".to_owned(),
            || "赤字の一部は4地域相互のものなので、上限を示す。".to_owned(),
        ),
    }
}
