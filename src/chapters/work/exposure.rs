//! Exposure: which occupations, which industries, at what pay.

use super::{at_places, bars, largest, names, ranked, sectors, statistics};
use crate::chapters::Context;
use crate::data;
use crate::figure::{Figure, Kind, Meaning, Series, Source, Tone};
use crate::output::{Cell, Place, UNDATED, employed};
use crate::sort::sort_by;
use crate::source::Document;
use crate::statistic::Statistic;
use crate::unit::Unit;

/// Exposure by occupation.
pub fn occupations(context: &Context) -> Figure {
    let all = (0..data::occupations().len()).map(Place::Occupation);
    let places = ranked(context, "genai.exposure_occ", all.collect(), UNDATED);
    let most = largest(context, "genai.exposure_occ", &places, UNDATED);
    let (name, share) = most_exposed(context, "genai.exposure_occ", most);
    Figure {
        title: context.say(
            || format!("Most exposed occupation: {name}, with {share}"),
            || format!("影響度が最も高い職業は{name}の{share}"),
        ),
        subtitle: context.say(
            || "Share of working time that AI could take over, by occupation".to_owned(),
            || "AIが担い得る労働時間の割合、職業別".to_owned(),
        ),
        sources: vec![Source::Model(Document::GenerativeAi), Source::Dataset("occupations")],
        note: context.say(
            || "Made for the United States; agriculture and security look high for Japan. Some values are estimates.".to_owned(),
            || "米国の職業を対象とした値であり、農林漁業と保安は日本では高めとみられる。一部は推計。".to_owned(),
        ),
        ..exposed(context, "genai.exposure_occ", &places)
    }
}

/// Exposure by industry.
pub fn industries(context: &Context) -> Figure {
    let places = ranked(context, "genai.exposure", sectors(), UNDATED);
    let most = largest(context, "genai.exposure", &places, UNDATED);
    let (name, share) = most_exposed(context, "genai.exposure", most);
    Figure {
        title: context.say(
            || format!("Most exposed industry: {name}, with {share}"),
            || format!("影響度が最も高い産業は{name}の{share}"),
        ),
        subtitle: context.say(
            || "Share of working time that AI could take over, by industry, Japan".to_owned(),
            || "AIが担い得る労働時間の割合、産業別、日本".to_owned(),
        ),
        sources: exposure_sources(),
        note: context.say(
            || "The occupation mix of each industry is an estimate; agriculture follows United States farms.".to_owned(),
            || "産業別の職業構成は推計。農林漁業は米国の農業に基づく。".to_owned(),
        ),
        ..exposed(context, "genai.exposure", &places)
    }
}

fn exposed(context: &Context, output: &str, places: &[Place]) -> Figure {
    let series = exposure_series(context, output, places);
    bars(names(context, places), vec![series], Unit::Fraction)
}

fn exposure_series(context: &Context, output: &str, places: &[Place]) -> Series {
    let name = context.say(|| "exposure".to_owned(), || "影響度".to_owned());
    at_places(context, output, places, UNDATED, (name, Tone::Group(0)))
}

fn exposure_sources() -> Vec<Source> {
    vec![
        Source::Model(Document::GenerativeAi),
        Source::Dataset("occupations"),
        Source::Dataset("occupation_mix"),
    ]
}

fn most_exposed(context: &Context, output: &str, place: Place) -> (String, String) {
    let share = context.written(output, place, UNDATED);
    (place.label(context.reader.lang), share)
}

/// Pay against exposure by industry, with employment as the size.
pub fn pay(context: &Context) -> Figure {
    let left_out = ["agriculture", "public"].map(|id| Place::from_code(&format!("sector-{id}")));
    let mut places = sectors();
    places.retain(|place| !left_out.contains(&Some(*place)));
    // The largest bubble is the one that is read first.
    let employed = |&place: &Place| employed(place).unwrap_or_default();
    sort_by(&mut places, |one, other| employed(one) > employed(other));
    let words = |en: &str, ja: &str| context.say(|| en.to_owned(), || ja.to_owned());
    let series = vec![
        exposure_series(context, "genai.exposure", &places),
        of_industries(words("pay", "年間給与"), "data.pay", &places),
        of_industries(words("employed", "就業者数"), "data.employed", &places),
    ];
    let mut sources = exposure_sources();
    sources.push(Source::Dataset("employment"));
    Figure {
        title: pay_title(context, &places),
        subtitle: words(
            "Exposure, pay and number of people employed by industry, Japan",
            "産業別の影響度、年間給与、就業者数、日本",
        ),
        sources,
        note: words(
            "Agriculture and public service are left out, for the survey of pay does not cover them. Pay includes part-time work.",
            "給与統計の対象でない農林漁業と公務を除く。給与は短時間労働者を含む平均。",
        ),
        kind: Kind::Bubbles {
            x: Unit::Fraction,
            y: Unit::JpyMillionAYear,
            size: Unit::MillionPersons,
        },
        ..bars(names(context, &places), series, Unit::Fraction)
    }
}

fn of_industries(name: String, statistic: &str, places: &[Place]) -> Series {
    let found: Vec<_> = places
        .iter()
        .map(|&place| Statistic::find(statistic, place, UNDATED))
        .collect();
    let values = found
        .iter()
        .map(|found| found.map(Statistic::value))
        .collect();
    statistics(name, Tone::Group(0), values, Meaning::Statistics(found))
}

/// What can be said of pay and exposure follows from how closely they go together.
fn pay_title(context: &Context, places: &[Place]) -> String {
    let pairs: Vec<(f64, f64)> = places
        .iter()
        .filter_map(|&place| {
            let exposure = Cell::find("genai.exposure", place, UNDATED)?.read(context.results)?;
            Some((
                exposure,
                Statistic::find("data.pay", place, UNDATED)?.value(),
            ))
        })
        .collect();
    match correlation(&pairs) {
        close if close >= 0.6 => context.say(
            || "Better-paid industries are more exposed".to_owned(),
            || "給与の高い産業ほど影響度が高い".to_owned(),
        ),
        loose if loose >= 0.2 => context.say(
            || "Pay and exposure rise together, but only loosely".to_owned(),
            || "給与と影響度の連動は緩やかにとどまる".to_owned(),
        ),
        _ => context.say(
            || "Pay tells little about exposure".to_owned(),
            || "給与水準と影響度の関係は弱い".to_owned(),
        ),
    }
}

/// Pearson's coefficient; not a number where there are no pairs or one of the two does not vary.
fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let count = pairs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let sum = |of: &dyn Fn(f64, f64) -> f64| -> f64 {
        pairs.iter().map(|pair| of(pair.0 - x, pair.1 - y)).sum()
    };
    sum(&|a, b| a * b) / (sum(&|a, _| a * a) * sum(&|_, b| b * b)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn correlation_is_one_on_a_line_and_minus_one_on_a_falling_one() {
        let line = |slope: f64| [1.0, 2.0, 4.0].map(|x| (x, 3.0 + slope * x));
        assert!((correlation(&line(0.5)) - 1.0).abs() < 1e-12);
        assert!((correlation(&line(-2.0)) + 1.0).abs() < 1e-12);
        assert!(correlation(&[]).is_nan());
    }
}
