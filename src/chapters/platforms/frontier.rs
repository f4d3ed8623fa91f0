//! Training compute and capability: statistics that no input moves.

use super::of_dataset;
use crate::chapters::{Context, build};
use crate::data::{self, Month};
use crate::figure::{Categories, Figure, Kind, Series, Source, Tone};
use crate::text::Text;
use crate::unit::Unit;

/// The years of the models with known training compute.
const MODEL_YEARS: (u16, u16) = (2012, 2025);

/// The largest and the middle training run of each year, on a logarithmic scale.
pub fn compute(context: &Context) -> Figure {
    let (first, last) = MODEL_YEARS;
    let series = |en: &str, ja: &str, tone, pick| {
        let name = context.say(|| en.to_owned(), || ja.to_owned());
        of_dataset(name, tone, "notable_models", runs(pick))
    };
    let series = vec![
        series(
            "Median of the year",
            "その年の中央値",
            Tone::Available,
            middle,
        ),
        series("Largest of the year", "その年の最大", Tone::Nth(0), largest),
    ];
    let powers = context.reader.count(grown().floor());
    Figure {
        title: context.say(
            || format!("Largest training runs grew {powers} powers of ten since {first}"),
            || format!("最大規模の学習計算量は{first}年以降{powers}桁増"),
        ),
        subtitle: context.say(
            || format!("Training compute of notable AI models by year of release, {first}–{last}, logarithmic scale"),
            || format!("主要AIモデルの学習計算量、公開年別、{first}～{last}年、対数目盛"),
        ),
        categories: build::years(first..=last),
        panels: vec![build::panel(String::new(), series)],
        kind: Kind::Lines { shared_scale: true },
        unit: Unit::PowersOfTenFlop,
        sources: vec![Source::Dataset("notable_models")],
        note: context.say(
            || "Estimates of the source for a selection of models; the last year ends with the edition of about May.".to_owned(),
            || "出典による推計値で、対象は抜粋したモデル。最終年は5月頃の版までを含む。".to_owned(),
        ),
    }
}

/// Picks a run out of those of a year.
type Pick = fn(&[f64]) -> Option<f64>;

/// A run out of those of each year, as powers of ten.
fn runs(pick: Pick) -> Vec<Option<f64>> {
    let (first, last) = MODEL_YEARS;
    (first..=last).map(|year| run_of(year, pick)).collect()
}

/// By how many powers of ten the largest run of all exceeds that of the first year.
fn grown() -> f64 {
    let runs = runs(largest);
    let first = runs.first().copied().flatten().unwrap_or_default();
    runs.into_iter().flatten().fold(first, f64::max) - first
}

/// A run out of those of a year, as powers of ten.
fn run_of(year: u16, pick: Pick) -> Option<f64> {
    let models = data::notable_models().iter();
    let of_year = models.filter(|model| model.released.is_some_and(|month| month.year == year));
    let mut runs: Vec<f64> = of_year.map(|model| model.training_flop.log10()).collect();
    crate::sort::sort_by(&mut runs, |one, other| one < other);
    pick(&runs)
}

fn largest(runs: &[f64]) -> Option<f64> {
    runs.last().copied()
}

fn middle(runs: &[f64]) -> Option<f64> {
    let (low, high) = (
        runs.get(runs.len().saturating_sub(1) / 2)?,
        runs.get(runs.len() / 2)?,
    );
    Some((low + high) / 2.0)
}

/// Who makes a model, told from its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Maker {
    OpenAi,
    Anthropic,
    Google,
    Other,
}

impl Maker {
    fn of(model: &str) -> Maker {
        let made = |names: &[&str]| names.iter().any(|name| model.starts_with(name));
        if made(&["GPT", "gpt", "o1", "o3", "o4"]) {
            Maker::OpenAi
        } else if made(&["Claude"]) {
            Maker::Anthropic
        } else if made(&["Gemini", "Gemma"]) {
            Maker::Google
        } else {
            Maker::Other
        }
    }
}

const MAKERS: [(Maker, Text, Tone); 4] = [
    (
        Maker::Other,
        Text::new("All others", "その他"),
        Tone::Result,
    ),
    (
        Maker::Anthropic,
        Text::new("Anthropic", "Anthropic"),
        Tone::Anthropic,
    ),
    (Maker::Google, Text::new("Google", "Google"), Tone::Google),
    (Maker::OpenAi, Text::new("OpenAI", "OpenAI"), Tone::OpenAi),
];

/// The quarters shown, counted from the year 0: the third of 2023 to the first of 2026.
const QUARTERS: std::ops::RangeInclusive<u16> = 2023 * 4 + 2..=2026 * 4;

/// The best model of each maker so far, by quarter.
pub fn capability(context: &Context) -> Figure {
    let series = MAKERS.map(|(maker, name, tone)| {
        let best = QUARTERS.map(|quarter| best_until(maker, quarter)).collect();
        of_dataset(
            context.reader.text(name).to_owned(),
            tone,
            "eci_scores",
            best,
        )
    });
    let apart = context.reader.write(Unit::IndexPoints, apart(&series[1..]));
    Figure {
        title: context.say(
            || format!("The three leading labs lie {apart} apart"),
            || format!("先行3社の差は{apart}"),
        ),
        subtitle: context.say(
            || "Best score so far in the Epoch Capabilities Index by maker and quarter, 2023–2026".to_owned(),
            || "開発企業別のECI（総合能力指標）の最高値、四半期別、2023～2026年".to_owned(),
        ),
        categories: quarters(context),
        panels: vec![build::panel(String::new(), series.to_vec())],
        kind: Kind::Lines { shared_scale: true },
        unit: Unit::IndexPoints,
        sources: vec![Source::Dataset("eci_scores")],
        note: context.say(
            || "The scale has no natural zero; only differences mean something. A line begins with the first model scored.".to_owned(),
            || "指標の0には意味がなく、差だけを読む。線は評価対象となった最初のモデルから始まる。".to_owned(),
        ),
    }
}

fn quarters(context: &Context) -> Categories {
    let names = QUARTERS.map(|quarter| {
        let (year, quarter) = (quarter / 4, quarter % 4 + 1);
        context.say(
            || format!("{year} Q{quarter}"),
            || format!("{year}年Q{quarter}"),
        )
    });
    Categories::Names(names.collect())
}

/// How far the best of several makers lie apart in the last quarter.
fn apart(makers: &[Series]) -> f64 {
    let last = makers.iter().filter_map(|maker| *maker.values.last()?);
    let (low, high) = last.fold((f64::MAX, f64::MIN), |(low, high), score| {
        (low.min(score), high.max(score))
    });
    high - low
}

fn best_until(maker: Maker, quarter: u16) -> Option<f64> {
    let until = |month: Month| month.year * 4 + u16::from(month.month - 1) / 3 <= quarter;
    let models = data::capability().iter();
    let scores = models
        .filter(|model| Maker::of(model.model) == maker && model.released.is_some_and(until))
        .map(|model| model.eci);
    scores.reduce(f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makers_are_told_from_names() {
        let of = |maker| {
            let models = data::capability().iter();
            models
                .filter(|model| Maker::of(model.model) == maker)
                .count()
        };
        assert_eq!(
            [Maker::OpenAi, Maker::Anthropic, Maker::Google, Maker::Other].map(of),
            [21, 14, 8, 28]
        );
        assert_eq!(Maker::of("gpt-oss-120b"), Maker::OpenAi);
        assert_eq!(Maker::of("GLM-5"), Maker::Other);
    }

    #[test]
    fn the_best_so_far_never_falls() {
        for (maker, _, _) in MAKERS {
            let best: Vec<_> = QUARTERS
                .filter_map(|quarter| best_until(maker, quarter))
                .collect();
            assert!(best.windows(2).all(|pair| pair[0] <= pair[1]), "{maker:?}");
        }
        assert_eq!(best_until(Maker::OpenAi, 2026 * 4), Some(158.24));
        assert_eq!(best_until(Maker::Google, 2023 * 4 + 2), None);
    }

    #[test]
    fn the_middle_of_an_even_count_lies_between_two() {
        assert_eq!(middle(&[1.0, 2.0, 4.0, 8.0]), Some(3.0));
        assert_eq!(middle(&[1.0, 2.0, 8.0]), Some(2.0));
        assert_eq!(middle(&[]), None);
    }
}
