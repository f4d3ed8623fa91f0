//! Who pays for AI and who makes it, by country: numbers of the AI Index, of two editions.

use super::{bars, statistics};
use crate::chapters::Context;
use crate::data::{self, Published};
use crate::figure::{Categories, Figure, Meaning, Series, Source, Tone};
use crate::sort::sort_by;
use crate::source::Document;
use crate::text::Text;
use crate::unit::Unit;

/// A country: its name in the AI Index of 2025, the last part of its ids in the register, and what the reader sees.
struct Country(&'static str, &'static str, Text);

const COUNTRIES: [Country; 20] = [
    Country("USA", "usa", Text::new("United States", "米国")),
    Country("China", "china", Text::new("China", "中国")),
    Country("GBR", "uk", Text::new("United Kingdom", "英国")),
    Country("Sweden", "sweden", Text::new("Sweden", "スウェーデン")),
    Country("Canada", "canada", Text::new("Canada", "カナダ")),
    Country("France", "france", Text::new("France", "フランス")),
    Country("Germany", "germany", Text::new("Germany", "ドイツ")),
    Country(
        "United Arab Emirates",
        "",
        Text::new("United Arab Emirates", "アラブ首長国連邦"),
    ),
    Country("Austria", "", Text::new("Austria", "オーストリア")),
    Country("Israel", "israel", Text::new("Israel", "イスラエル")),
    Country("South Korea", "korea", Text::new("South Korea", "韓国")),
    Country("India", "india", Text::new("India", "インド")),
    Country("Japan", "japan", Text::new("Japan", "日本")),
    Country(
        "Saudi Arabia",
        "",
        Text::new("Saudi Arabia", "サウジアラビア"),
    ),
    Country("", "argentina", Text::new("Argentina", "アルゼンチン")),
    Country("", "australia", Text::new("Australia", "豪州")),
    Country("", "singapore", Text::new("Singapore", "シンガポール")),
    Country("", "switzerland", Text::new("Switzerland", "スイス")),
    Country("", "finland", Text::new("Finland", "フィンランド")),
    Country("", "netherlands", Text::new("Netherlands", "オランダ")),
];

const INVESTMENT: &str = "Private AI investment";
const MODELS: &str = "Notable AI models released 2024";
const PRINTED_INVESTMENT: &str = "genai.private-ai-investment-";
const PRINTED_COMPANIES: &str = "genai.newly-funded-ai-firms-";

impl Country {
    /// The number of 2024 in the AI Index of 2025.
    fn latest(&self, series: &str) -> Option<f64> {
        let mut rows = data::ai_index().iter();
        let found = |row: &&data::AiIndexRow| {
            row.place == self.0 && row.series == series && row.period == "2024"
        };
        rows.find(found).map(|row| row.value)
    }

    /// The number of 2022 that a document prints.
    fn printed(&self, prefix: &str) -> Option<&'static Published> {
        data::books::WORK.cited.iter().find(|row| {
            row.id
                .strip_prefix(prefix)
                .is_some_and(|code| code == self.1)
        })
    }
}

/// The countries that have a value, the largest first.
fn countries(value: impl Fn(&Country) -> Option<f64>) -> Vec<&'static Country> {
    let mut found: Vec<_> = COUNTRIES
        .iter()
        .filter(|country| value(country).is_some())
        .collect();
    sort_by(&mut found, |one, other| value(one) > value(other));
    found
}

fn names(context: &Context, countries: &[&Country]) -> Categories {
    let names = countries
        .iter()
        .map(|country| country.2.get(context.reader.lang));
    Categories::Names(names.map(str::to_owned).collect())
}

fn year(context: &Context, year: u16) -> String {
    context.say(|| year.to_string(), || format!("{year}年"))
}

fn latest(context: &Context, countries: &[&Country], series: &str) -> Series {
    let values = countries.iter().map(|country| country.latest(series));
    let meaning = Meaning::Dataset("ai_index_2025");
    statistics(year(context, 2024), Tone::Nth(0), values.collect(), meaning)
}

fn printed(context: &Context, countries: &[&Country], prefix: &str, tone: Tone) -> Series {
    let rows: Vec<_> = countries
        .iter()
        .map(|country| country.printed(prefix))
        .collect();
    let values = rows.iter().map(|row| row.and_then(|row| row.value));
    let ids = rows.iter().map(|row| row.map(|row| row.id)).collect();
    let values = values.collect();
    statistics(year(context, 2022), tone, values, Meaning::Published(ids))
}

/// A number of a country for a title; 0 where it has none.
fn of(code: &str, value: impl Fn(&Country) -> Option<f64>) -> f64 {
    let mut countries = COUNTRIES.iter();
    let country = countries.find(|country| country.1 == code);
    country.and_then(value).unwrap_or(0.0)
}

/// Private investment in AI, 2024 and 2022.
pub fn investment(context: &Context) -> Figure {
    let printed_value = |country: &Country| country.printed(PRINTED_INVESTMENT)?.value;
    let either = |country: &Country| country.latest(INVESTMENT).or(printed_value(country));
    let countries = countries(either);
    let series = vec![
        latest(context, &countries, INVESTMENT),
        printed(context, &countries, PRINTED_INVESTMENT, Tone::Available),
    ];
    let of_2024 = |code| of(code, |country| country.latest(INVESTMENT));
    // Of the 2024 numbers only these two are the index's own; those of other countries are estimates.
    let multiple = of_2024("usa") / of_2024("uk");
    let multiple = context.reader.write(Unit::Times, multiple);
    Figure {
        title: context.say(
            || format!("US private AI investment is {multiple} the United Kingdom’s"),
            || format!("米国の民間AI投資は英国の{multiple}"),
        ),
        subtitle: context.say(
            || "Private investment in AI by country, 2024 and 2022".to_owned(),
            || "国別の民間AI投資額、2024年と2022年".to_owned(),
        ),
        sources: vec![
            Source::Dataset("ai_index_2025"),
            Source::Printed(Document::GenerativeAi),
        ],
        note: context.say(
            || "2022 as printed, countries paired by rank; the editions may differ in method. For 2024 all but the United States and the United Kingdom are estimates. No bar: no figure.".to_owned(),
            || "2022年は文書の記載値で、国は順位で対応づけた。版により集計方法が異なる可能性がある。2024年は米国と英国を除き推計。棒のない国は値がない。".to_owned(),
        ),
        ..bars(names(context, &countries), series, Unit::UsdBn)
    }
}

/// AI companies that raised money for the first time in 2022.
pub fn funded(context: &Context) -> Figure {
    let value = |country: &Country| country.printed(PRINTED_COMPANIES)?.value;
    let countries = countries(value);
    let series = printed(context, &countries, PRINTED_COMPANIES, Tone::Nth(0));
    let count = |code| context.reader.count(of(code, value));
    let (us, japan) = (count("usa"), count("japan"));
    Figure {
        title: context.say(
            || format!("Newly funded AI companies: United States {us}, Japan {japan}"),
            || format!("新規資金調達AI企業は米国{us}社、日本{japan}社"),
        ),
        subtitle: context.say(
            || "Newly funded AI companies by country, 2022".to_owned(),
            || "新規に資金調達したAI企業数、国別、2022年".to_owned(),
        ),
        sources: vec![Source::Printed(Document::GenerativeAi)],
        note: context.say(
            || "Stanford AI Index 2023 as printed; countries paired by rank.".to_owned(),
            || "文書が引用する「AI Index 2023」の値。国は順位で対応づけた。".to_owned(),
        ),
        ..bars(names(context, &countries), vec![series], Unit::Companies)
    }
}

/// Notable AI models of 2024 by country.
pub fn models(context: &Context) -> Figure {
    let value = |country: &Country| country.latest(MODELS);
    let countries = countries(value);
    let series = latest(context, &countries, MODELS);
    // The index itself gives these two; all others are estimates.
    let count = |code| context.reader.count(of(code, value));
    let (us, china) = (count("usa"), count("china"));
    Figure {
        title: context.say(
            || format!("Notable AI models of 2024: United States {us}, China {china}"),
            || format!("2024年の主要AIモデルは米国{us}件、中国{china}件"),
        ),
        subtitle: context.say(
            || "Notable AI models released in 2024, by country".to_owned(),
            || "2024年に公表された主要AIモデル数、国別".to_owned(),
        ),
        sources: vec![Source::Dataset("ai_index_2025")],
        note: context.say(
            || "Notable as Epoch AI selects them; numbers other than those of the United States and China are estimates.".to_owned(),
            || "「主要」の選定はEpoch AIによる。米国と中国以外の国別の値は推計。".to_owned(),
        ),
        ..bars(names(context, &countries), vec![series], Unit::Models)
    }
}
