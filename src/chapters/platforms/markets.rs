//! The AI market and the generative AI market, which do not go together, and the parts of the second.

use super::{PUBLISHED_GENAI, of_dataset, printed};
use crate::chapters::{Context, build};
use crate::data;
use crate::figure::{Figure, Kind, Series, Source, Tone};
use crate::model::Results;
use crate::output::{Cell, Place};
use crate::source::Document;
use crate::unit::Unit;

const YEARS: std::ops::RangeInclusive<u16> = 2022..=2032;

/// The AI market, the generative AI market, and its published path.
pub fn two_markets(context: &Context) -> Figure {
    let categories = build::years(YEARS);
    let series = |output, tone| build::by_year(context, &categories, output, Place::Whole, tone);
    let published = YEARS.map(published_genai).collect();
    let name = context.say(
        || "Generative AI, published path".to_owned(),
        || "生成AI市場（公表系列）".to_owned(),
    );
    let mut panel = build::panel(
        String::new(),
        vec![
            series("platforms.genai_market", Tone::Nth(0)),
            of_dataset(name, Tone::Available, "genai_market", published),
            series("platforms.ai_market", Tone::Result),
        ],
    );
    for (id, year) in [
        ("funding.genai-market", 2025),
        ("funding.ai-market-2030", 2030),
        (PUBLISHED_GENAI, 2032),
    ] {
        panel.marks.extend(printed(context, id, &categories, year));
    }
    Figure {
        title: contradiction(context),
        subtitle: context.say(
            || "AI market and generative AI market, 2022–2032".to_owned(),
            || "AI市場と生成AI市場の規模、2022～2032年".to_owned(),
        ),
        categories,
        panels: vec![panel],
        kind: Kind::Lines { shared_scale: true },
        unit: Unit::UsdBn,
        sources: vec![
            Source::Model(Document::Funding),
            Source::Model(Document::GenerativeAi),
            Source::Dataset("genai_market"),
            Source::Dataset("published"),
        ],
        note: context.say(
            || "Two sources with different definitions; not a part and its whole. The AI market is published to 2030 only.".to_owned(),
            || "定義の異なる二つの出所であり、全体と部分の関係ではない。AI市場の公表値は2030年まで。".to_owned(),
        ),
    }
}

fn published_genai(year: u16) -> Option<f64> {
    let row = data::genai_market().iter().find(|row| row.year == year)?;
    Some(row.usd_bn)
}

/// The first year in which the series published for generative AI exceeds the AI market as published, which is the
/// base case, and what the present inputs make of it where they make something else.
fn contradiction(context: &Context) -> String {
    let share = |year| Cell::find("platforms.published_genai_share", Place::Whole, year);
    let first = |results: &Results| {
        let exceeds = |year: &u16| share(*year).and_then(|cell| cell.read(results)) > Some(1.0);
        YEARS.into_iter().find(exceeds)
    };
    let (published, present) = (first(context.base), first(context.results));
    let Some(year) = published else {
        return context.say(
            || "Published generative AI stays below the AI market to 2032".to_owned(),
            || "生成AIの公表値は2032年までAI市場全体を下回る".to_owned(),
        );
    };
    match present {
        _ if present == published => context.say(
            || format!("Published generative AI first exceeds all AI in {year}"),
            || format!("公表値では{year}年に生成AIがAI市場全体を超える"),
        ),
        Some(other) => context.say(
            || format!("Published generative AI exceeds published all AI in {year}, all AI at present inputs in {other}"),
            || format!("生成AIの公表値は公表のAI市場を{year}年に、現在の前提のAI市場を{other}年に超える"),
        ),
        None => context.say(
            || format!("Published generative AI exceeds published all AI in {year}, not all AI at present inputs"),
            || format!("生成AIの公表値は{year}年に公表のAI市場を超えるが、現在の前提のAI市場は超えない"),
        ),
    }
}

/// Hardware, and software and services, within the generative AI market.
pub fn parts(context: &Context) -> Figure {
    let categories = build::years(YEARS);
    let series = |output, tone, en: &str, ja: &str| Series {
        name: context.say(|| en.to_owned(), || ja.to_owned()),
        ..build::by_year(context, &categories, output, Place::Whole, tone)
    };
    let panel = build::panel(
        String::new(),
        vec![
            series(
                "platforms.genai_hardware",
                Tone::Hardware,
                "Hardware",
                "ハードウェア",
            ),
            series(
                "platforms.genai_software",
                Tone::Solutions,
                "Software and services",
                "ソフト・サービス",
            ),
        ],
    );
    let software = context.written("platforms.genai_software", Place::Whole, 2032);
    Figure {
        title: context.say(
            || format!("Software and services come to {software} in 2032"),
            || format!("ソフト・サービスは2032年に{software}"),
        ),
        subtitle: context.say(
            || "Generative AI market by part, 2022–2032".to_owned(),
            || "生成AI市場の内訳、2022～2032年".to_owned(),
        ),
        categories,
        panels: vec![panel],
        kind: Kind::StackedColumns,
        unit: Unit::UsdBn,
        sources: vec![Source::Model(Document::GenerativeAi)],
        note: context.say(
            || "Shares are published for the first and last year only; the line between is assumed.".to_owned(),
            || "比率が公表されているのは最初と最後の年のみで、途中は直線で結ぶと想定した。".to_owned(),
        ),
    }
}
