//! Workers needed and available, and the statistics behind them.

use super::HORIZON;
use crate::chapters::{Context, build};
use crate::data;
use crate::explain::GERMANY;
use crate::figure::{Categories, Figure, Kind, Meaning, Panel, Series, Shape, Source, Tone};
use crate::output::Place;
use crate::region::Region;
use crate::source::Document;
use crate::text::Text;
use crate::unit::Unit;

/// Workers needed and available by region, the gap filled.
pub fn workers(context: &Context) -> Figure {
    let categories = build::years(2025..=HORIZON);
    let panels = Region::ALL
        .map(|region| worker_panel(context, &categories, region))
        .to_vec();
    Figure {
        title: worker_title(context),
        subtitle: context.say(
            || "Manufacturing workers needed and available, 2025–2040; own scale each".to_owned(),
            || "製造業の必要労働者と供給可能な労働者、2025～2040年、目盛は地域別".to_owned(),
        ),
        categories,
        panels,
        kind: Kind::Lines {
            shared_scale: false,
        },
        unit: Unit::MillionPersons,
        sources: vec![
            Source::Model(Document::Reshoring),
            Source::Dataset("regions"),
            Source::Dataset("population"),
            Source::Dataset("gdp_growth"),
            Source::Dataset("industries"),
        ],
        note: context.say(
            || "Needed at the assumed productivity; wages and prices do not react.".to_owned(),
            || "想定した生産性のもとでの必要人数。賃金や価格の反応は考慮しない。".to_owned(),
        ),
    }
}

fn worker_panel(context: &Context, categories: &Categories, region: Region) -> Panel {
    let series = |output, tone, shape| Series {
        shape,
        ..build::by_year(context, categories, output, Place::Region(region), tone)
    };
    build::panel(
        region.label().get(context.reader.lang).to_owned(),
        vec![
            series("tam.workers_available", Tone::Available, Shape::Base),
            series("tam.shortage", Tone::Gap, Shape::BandAbove),
            series("tam.workers_needed", Tone::Needed, Shape::Plain),
        ],
    )
}

fn worker_title(context: &Context) -> String {
    let missing = |place| context.value("tam.shortage", place, HORIZON);
    let most = Region::ALL
        .into_iter()
        .max_by(|a, b| missing(Place::Region(*a)).total_cmp(&missing(Place::Region(*b))))
        .unwrap_or(Region::In);
    if missing(Place::All) <= 0.0 {
        return context.say(
            || format!("No region runs short of workers in {HORIZON}"),
            || format!("{HORIZON}年に人手不足は生じない"),
        );
    }
    let total = context.rounded("tam.shortage", Place::All, HORIZON);
    let name = most.label().get(context.reader.lang);
    context.say(
        || format!("{total} workers missing in {HORIZON}, most in {name}"),
        || format!("{HORIZON}年に{total}不足、最多は{name}"),
    )
}

/// The working-age share of the population, 2000 to 2050.
pub fn working_age(context: &Context) -> Figure {
    let categories = build::years(2000..=2050);
    let series = Region::ALL.map(|region| Series {
        name: region.label().get(context.reader.lang).to_owned(),
        ..build::by_year(
            context,
            &categories,
            "tam.working_age_share",
            Place::Region(region),
            Tone::Region(region),
        )
    });
    let mut panel = build::panel(String::new(), series.to_vec());
    panel.projected_from = Some(usize::from(data::POPULATION_PROJECTED_FROM - 2000));
    let japan = context.rounded("tam.working_age_share", Place::Region(Region::Jp), 2050);
    Figure {
        title: context.say(
            || format!("Japan’s working-age share falls to {japan} by 2050"),
            || format!("日本の生産年齢人口割合は2050年に{japan}へ"),
        ),
        subtitle: context.say(
            || "Population aged 15 to 64 as a share of the total, 2000–2050".to_owned(),
            || "総人口に占める15～64歳人口の割合、2000～2050年".to_owned(),
        ),
        categories,
        panels: vec![panel],
        kind: Kind::Lines { shared_scale: true },
        unit: Unit::Fraction,
        sources: vec![Source::Dataset("population")],
        note: String::new(),
    }
}

const COUNTRIES: [(&str, Text, Tone); 3] = [
    (
        "us",
        Text::new("United States", "米国"),
        Tone::Region(Region::Us),
    ),
    ("jp", Text::new("Japan", "日本"), Tone::Region(Region::Jp)),
    ("de", GERMANY, Tone::Germany),
];

/// Manufacturing employment of the United States, Japan and Germany.
pub fn employment(context: &Context) -> Figure {
    let rows = data::manufacturing_employment();
    let years = rows.iter().map(|row| row.year).filter(|&year| year >= 1990);
    let (first, last) = years.fold((u16::MAX, 0), |(first, last), year| {
        (first.min(year), last.max(year))
    });
    let categories = build::years(first..=last);
    let series = COUNTRIES
        .into_iter()
        .map(|(country, name, tone)| Series {
            name: name.get(context.reader.lang).to_owned(),
            tone,
            shape: Shape::Plain,
            values: (first..=last).map(|year| employed(country, year)).collect(),
            base: None,
            meaning: Meaning::Employment(country),
        })
        .collect();
    Figure {
        title: employment_title(context, first, last),
        subtitle: context.say(
            || format!("Persons employed in manufacturing, {first}–{last}"),
            || format!("製造業の就業者数、{first}～{last}年"),
        ),
        categories,
        panels: vec![build::panel(String::new(), series)],
        kind: Kind::Lines { shared_scale: true },
        unit: Unit::MillionPersons,
        sources: vec![Source::Dataset("manufacturing_employment")],
        note: context.say(
            || "Definitions differ between countries; US figures are for July; German and most Japanese ones are estimates, with lines across missing years.".to_owned(),
            || "定義は国により異なる。米国は7月の値、ドイツと日本の大半の年は概数で、欠けた年は線で結んだ。".to_owned(),
        ),
    }
}

/// Million persons; `None` for a year without a figure.
fn employed(country: &str, year: u16) -> Option<f64> {
    let rows = data::manufacturing_employment();
    rows.iter()
        .find(|row| row.place == country && row.year == year)
        .map(|row| row.thousand_persons / 1000.0)
}

fn employment_title(context: &Context, first: u16, last: u16) -> String {
    let (year, most) = (first..=last)
        .filter_map(|year| Some((year, employed("us", year)?)))
        .fold(
            (first, 0.0),
            |best, one| if one.1 > best.1 { one } else { best },
        );
    let now = (first..=last)
        .rev()
        .find_map(|year| employed("us", year))
        .unwrap_or(most);
    let fall = context.reader.write_round(Unit::Fraction, 1.0 - now / most);
    context.say(
        || format!("US factory jobs stand {fall} below their {year} level"),
        || format!("米国の製造業雇用は{year}年を{fall}下回る"),
    )
}
