//! What the largest clouds invest: history by company, and the path of the model.

use super::{HORIZON, PUBLISHED_CAPEX, of_dataset, printed};
use crate::chapters::{Context, build};
use crate::data;
use crate::figure::{Figure, Kind, Mark, Source, Tone};
use crate::output::Place;
use crate::source::Document;
use crate::unit::Unit;

const COMPANIES: [(&str, &str, Tone); 4] = [
    ("alphabet", "Alphabet", Tone::Google),
    ("meta", "Meta", Tone::Meta),
    ("microsoft", "Microsoft", Tone::Microsoft),
    ("amazon", "Amazon", Tone::Amazon),
];

/// The first and last year of the history.
const HISTORY: (u16, u16) = (2015, 2025);

/// The article's figure for 2026.
const ARTICLE_CAPEX: &str = "funding.hyperscaler-capex-2026";

/// CAPEX of four clouds by company, with what is published for 2026 and follows for 2022.
pub fn by_company(context: &Context) -> Figure {
    let categories = build::years(HISTORY.0..=2026);
    let series = COMPANIES.map(|(company, name, tone)| {
        let values = (HISTORY.0..=2026).map(|year| invested(company, year));
        of_dataset(name.to_owned(), tone, "hyperscaler_capex", values.collect())
    });
    let mut panel = build::panel(String::new(), series.to_vec());
    panel
        .marks
        .extend(printed(context, PUBLISHED_CAPEX, &categories, 2026));
    panel.marks.extend(implied(context));
    let total = data::hyperscaler_total(HISTORY.1).unwrap_or_default();
    let total = context.reader.write(Unit::UsdBn, total);
    Figure {
        title: context.say(
            || format!("Four clouds invested about {total} in {}", HISTORY.1),
            || format!("大手クラウド4社の{}年設備投資は約{total}", HISTORY.1),
        ),
        subtitle: context.say(
            || "Yearly CAPEX of the four clouds named, estimates, 2015–2025".to_owned(),
            || "大手クラウド4社の年間設備投資（推計）、2015～2025年".to_owned(),
        ),
        categories,
        panels: vec![panel],
        kind: Kind::StackedColumns,
        unit: Unit::UsdBn,
        sources: vec![
            Source::Dataset("hyperscaler_capex"),
            Source::Dataset("published"),
        ],
        note: context.say(
            || "Estimates, not checked against filings. The published total does not name its companies, nor its base in 2022.".to_owned(),
            || "各社の開示資料とは照合していない推計。公表された総額は対象企業も2022年の額も示していない。".to_owned(),
        ),
    }
}

fn invested(company: &str, year: u16) -> Option<f64> {
    let mut rows = data::hyperscaler_capex().iter();
    let row = rows.find(|row| row.company == company && row.year == year)?;
    Some(row.usd_bn)
}

/// The CAPEX of 2022 that the published total and its published multiple come to.
fn implied(context: &Context) -> Option<Mark> {
    let multiple = data::published("platforms.hyperscaler-capex-multiple").value?;
    let value = data::published(PUBLISHED_CAPEX).value? / multiple;
    let written = context.reader.write(Unit::UsdBn, value);
    Some(Mark {
        index: usize::from(2022 - HISTORY.0),
        value,
        computed: Some(Unit::UsdBn),
        height: value,
        label: context.say(
            || format!("implied {written}"),
            || format!("公表倍率からの逆算 {written}"),
        ),
    })
}

/// CAPEX and its part for AI to 2040, after the history of four of them.
pub fn path(context: &Context) -> Figure {
    let categories = build::years(HISTORY.0..=HORIZON);
    let series = |output, tone| build::by_year(context, &categories, output, Place::Whole, tone);
    let history = (HISTORY.0..=HORIZON).map(data::hyperscaler_total).collect();
    let name = context.say(
        || "Four clouds, estimate".to_owned(),
        || "クラウド4社（推計）".to_owned(),
    );
    let mut panel = build::panel(
        String::new(),
        vec![
            of_dataset(name, Tone::Available, "hyperscaler_capex", history),
            series("platforms.ai_capex", Tone::Cost),
            series("platforms.capex", Tone::Result),
        ],
    );
    for id in [PUBLISHED_CAPEX, ARTICLE_CAPEX] {
        panel.marks.extend(printed(context, id, &categories, 2026));
    }
    Figure {
        title: path_title(context),
        subtitle: context.say(
            || "The largest clouds’ yearly CAPEX and its part for AI, 2015–2040".to_owned(),
            || "大手クラウドの年間設備投資とAI向けの分、2015～2040年".to_owned(),
        ),
        categories,
        panels: vec![panel],
        kind: Kind::Lines { shared_scale: true },
        unit: Unit::UsdBn,
        sources: vec![
            Source::Model(Document::Platforms),
            Source::Dataset("hyperscaler_capex"),
            Source::Dataset("published"),
        ],
        note: context.say(
            || {
                let first = match context.moved("platforms.capex_2026") {
                    true => "From 2026 the path is assumed, its first value as set at present.",
                    false => "From 2026 the path is assumed but for its first value.",
                };
                format!(
                    "{first} The document with the higher figure calls all of it AI investment."
                )
            },
            || {
                let first = match context.moved("platforms.capex_2026") {
                    true => "2026年の水準は現在の前提",
                    false => "2026年の水準は公表値",
                };
                format!(
                    "{first}、その後の経路は想定。金額の大きい方の文書は全額をAI投資としている。"
                )
            },
        ),
    }
}

fn path_title(context: &Context) -> String {
    let value = |year| context.value("platforms.capex", Place::Whole, year);
    let last = context.written("platforms.capex", Place::Whole, HORIZON);
    let (before, after) = (value(2026), value(HORIZON));
    if after > before {
        return context.say(
            || format!("The largest clouds’ CAPEX grows to {last} by {HORIZON}"),
            || format!("大手クラウドの設備投資は{HORIZON}年に{last}へ増加"),
        );
    }
    if after < before {
        return context.say(
            || format!("The largest clouds’ CAPEX falls to {last} by {HORIZON}"),
            || format!("大手クラウドの設備投資は{HORIZON}年に{last}へ減少"),
        );
    }
    context.say(
        || format!("The largest clouds’ CAPEX stays at {last} to {HORIZON}"),
        || format!("大手クラウドの設備投資は{HORIZON}年まで{last}で横ばい"),
    )
}
