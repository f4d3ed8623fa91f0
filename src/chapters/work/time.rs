//! Working time freed: how much, when, and beside what.

use super::{at_places, bars, largest, ranked, sectors, sources};
use crate::chapters::{Context, build};
use crate::figure::{Figure, Kind, Panel, Series, Shape, Source, Tone};
use crate::model::genai::FIRST_YEAR;
use crate::output::{GROUPS, Place};
use crate::region::Region;
use crate::unit::Unit;
use crate::view::HORIZON;

/// Working time freed over the years, by group of industries.
pub fn freed(context: &Context) -> Figure {
    let categories = build::years(FIRST_YEAR..=HORIZON);
    let series = (0..GROUPS.len()).map(|group| Series {
        name: Place::Group(group).label(context.reader.lang),
        ..build::by_year(
            context,
            &categories,
            "genai.fte",
            Place::Group(group),
            Tone::Group(group as u8),
        )
    });
    let panel = build::panel(String::new(), series.collect());
    Figure {
        title: freed_title(context),
        subtitle: context.say(
            || format!("Working time freed in Japan, in full-time workers, by group of industries, {FIRST_YEAR}–{HORIZON}"),
            || format!("日本で空く労働時間のフルタイム換算人数、産業群別、{FIRST_YEAR}～{HORIZON}年"),
        ),
        categories,
        panels: vec![panel],
        kind: Kind::StackedColumns,
        unit: Unit::MillionPersons,
        sources: sources(),
        note: context.say(
            || "Time, not jobs; employment stays at today’s level. Letters are the types of industry in the chapter’s table.".to_owned(),
            || "雇用ではなく時間を示す。就業者数は現在の水準で一定。記号は章の表にある産業類型。".to_owned(),
        ),
    }
}

fn freed_title(context: &Context) -> String {
    if context.value("genai.fte", Place::Whole, HORIZON) <= 0.0 {
        return nothing_freed(context);
    }
    let time = context.written("genai.fte", Place::Whole, HORIZON);
    context.say(
        || format!("Freed time reaches {time} full-time equivalents in {HORIZON}"),
        || format!("{HORIZON}年に空く労働時間は{time}分"),
    )
}

fn nothing_freed(context: &Context) -> String {
    context.say(
        || format!("No working time is freed by {HORIZON}"),
        || format!("{HORIZON}年までに空く労働時間はない"),
    )
}

/// Working time freed, beside the people who leave working age.
pub fn workforce(context: &Context) -> Figure {
    let categories = build::years(2024..=HORIZON);
    let line = |output, tone| build::by_year(context, &categories, output, Place::Whole, tone);
    let fall = Series {
        name: context.say(
            || "working-age fall".to_owned(),
            || "生産年齢人口の減少".to_owned(),
        ),
        ..line("genai.working_age_fall", Tone::Region(Region::Jp))
    };
    let freed = Series {
        name: context.say(|| "time freed".to_owned(), || "空く労働時間".to_owned()),
        ..line("genai.fte", Tone::Benefit)
    };
    let panel = build::panel(String::new(), vec![fall, freed]);
    let mut sources = sources();
    sources.push(Source::Dataset("population"));
    Figure {
        title: workforce_title(context),
        subtitle: context.say(
            || format!("Fall of the population aged 15 to 64 since 2024 and working time freed, Japan, 2024–{HORIZON}"),
            || format!("15～64歳人口の2024年からの減少と空く労働時間、日本、2024～{HORIZON}年"),
        ),
        categories,
        panels: vec![panel],
        kind: Kind::Lines { shared_scale: true },
        unit: Unit::MillionPersons,
        sources,
        note: context.say(
            || "People and full-time equivalents; not everyone of working age works. The fall is a projection.".to_owned(),
            || "人口とフルタイム換算人数の比較であり、生産年齢人口のすべてが働くわけではない。減少は推計値。".to_owned(),
        ),
    }
}

fn workforce_title(context: &Context) -> String {
    let freed = context.value("genai.fte", Place::Whole, HORIZON);
    let fall = context.value("genai.working_age_fall", Place::Whole, HORIZON);
    if freed <= 0.0 {
        return nothing_freed(context);
    }
    if fall <= 0.0 {
        return context.say(
            || format!("The working-age population does not fall by {HORIZON}"),
            || format!("生産年齢人口は{HORIZON}年までに減少しない"),
        );
    }
    let share = context.reader.write_round(Unit::Fraction, freed / fall);
    context.say(
        || format!("Freed time in {HORIZON} equals {share} of the working-age fall"),
        || format!("{HORIZON}年に空く時間は生産年齢人口減の{share}相当"),
    )
}

/// The types in the order in which they adopt, each with an industry of that type.
const TYPES: [(&str, &str); 5] = [
    ("A", "sector-information"),
    ("B", "sector-manufacturing"),
    ("E", "sector-utilities"),
    ("C", "sector-trade"),
    ("D", "sector-construction"),
];

/// Adoption by type of industry, each beside the earliest.
pub fn adoption(context: &Context) -> Figure {
    let panels = TYPES.map(|kind| adoption_panel(context, kind)).to_vec();
    Figure {
        title: adoption_title(context),
        subtitle: context.say(
            || format!("Share of exposed work done with generative AI, by type of industry, {FIRST_YEAR}–{HORIZON}; grey: type A"),
            || format!("対象作業のうち生成AIを用いる割合、産業類型別、{FIRST_YEAR}～{HORIZON}年、灰色はA類型"),
        ),
        categories: build::years(FIRST_YEAR..=HORIZON),
        panels,
        kind: Kind::Lines { shared_scale: true },
        unit: Unit::Fraction,
        sources: vec![sources()[0], Source::Dataset("typology")],
        note: context.say(
            || "Every curve is assumed. A: knowledge × labour; B: knowledge × capital, and industries not classified; C: labour; D: labour × capital; E: capital.".to_owned(),
            || "曲線はすべて想定。A：知識集約×労働集約、B：知識集約×資本集約（分類対象外も同じ）、C：労働集約、D：労働集約×資本集約、E：資本集約。".to_owned(),
        ),
    }
}

fn adoption_panel(context: &Context, (letter, industry): (&str, &str)) -> Panel {
    let categories = build::years(FIRST_YEAR..=HORIZON);
    let line = |letter: &str, industry, tone| Series {
        name: type_name(context, letter),
        ..build::by_year(
            context,
            &categories,
            "genai.adoption",
            place(industry),
            tone,
        )
    };
    let mut series = Vec::new();
    let (first, earliest) = TYPES[0];
    if letter != first {
        series.push(Series {
            shape: Shape::Plain,
            base: None,
            ..line(first, earliest, Tone::Available)
        });
    }
    series.push(line(letter, industry, Tone::Group(0)));
    build::panel(type_name(context, letter), series)
}

fn place(code: &str) -> Place {
    Place::from_code(code).unwrap_or(Place::Whole)
}

fn type_name(context: &Context, letter: &str) -> String {
    context.say(|| format!("Type {letter}"), || format!("{letter}類型"))
}

fn adoption_title(context: &Context) -> String {
    if context.value("genai.adoption", place(TYPES[0].1), HORIZON) <= 0.0 {
        return context.say(
            || "Generative AI is not adopted".to_owned(),
            || "生成AIは導入されない".to_owned(),
        );
    }
    let early = context.rounded("genai.adoption", place(TYPES[0].1), 2030);
    let late = context.rounded("genai.adoption", place(TYPES[4].1), 2030);
    context.say(
        || format!("Adoption in 2030: {early} in type A, {late} in D"),
        || format!("2030年の導入率はA類型{early}、D類型{late}"),
    )
}

/// The wage cost of freed time in 2030 and 2040, by industry.
pub fn value(context: &Context) -> Figure {
    let places = ranked(context, "genai.value", sectors(), HORIZON);
    let series = |year: u16, tone| {
        let name = context.say(|| year.to_string(), || format!("{year}年"));
        at_places(context, "genai.value", &places, year, (name, tone))
    };
    let series = vec![series(HORIZON, Tone::Benefit), series(2030, Tone::Group(0))];
    Figure {
        title: value_title(context),
        subtitle: context.say(
            || format!("Wage cost of the freed time by industry, Japan, 2030 and {HORIZON}, at today’s pay"),
            || format!("空く時間の賃金相当額、産業別、日本、2030年と{HORIZON}年、現在の給与水準"),
        ),
        sources: sources(),
        note: context.say(
            || "Neither GDP nor a saving already made; agriculture and public service at the average pay of all industries.".to_owned(),
            || "GDPでも実現した節約額でもない。農林漁業と公務の給与は全産業平均で代用。".to_owned(),
        ),
        ..bars(super::names(context, &places), series, Unit::JpyTn)
    }
}

fn value_title(context: &Context) -> String {
    if context.value("genai.value", Place::Whole, HORIZON) <= 0.0 {
        return nothing_freed(context);
    }
    let most = largest(context, "genai.value", &sectors(), HORIZON);
    let value = context.written("genai.value", most, HORIZON);
    let name = most.label(context.reader.lang);
    context.say(
        || format!("Largest value in {HORIZON}: {name}, {value}"),
        || format!("{HORIZON}年の最大は{name}の{value}"),
    )
}
