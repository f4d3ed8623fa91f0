//! Figures as slides with native charts: a description that `src/web/slides.js` turns into a presentation.
//!
//! Columns of a waterfall become a stack on a series without fill; the upper edge of a band becomes a line.

use super::about::{self, About};
use super::document::quoted;
use super::picture::broken;
use super::{exact, words};
use crate::figure::{Figure, Kind, Panel, Series, Shape};
use crate::i18n::number::{Reader, Scale};
use crate::render::theme::Theme;
use crate::render::units;
use crate::text::Lang;

/// A series of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// Its name.
    pub name: String,
    /// Its colour, such as `#12436D`; none is drawn for a series that others stand on.
    pub colour: Option<&'static str>,
    /// Its values, in the unit of the chart.
    pub values: Vec<Option<f64>>,
}

/// The figures of a slide show with their titles, as JSON.
pub fn deck(figures: &[Figure], about: &About, reader: &Reader) -> String {
    let slides: Vec<_> = figures
        .iter()
        .map(|figure| slide(figure, about, reader))
        .collect();
    format!(
        "{{\"lang\": {}, \"title\": {}, \"slides\": [{}]}}",
        quoted(reader.lang.code()),
        quoted(figures.first().map_or("", |figure| &figure.title)),
        slides.join(",\n")
    )
}

fn slide(figure: &Figure, about: &About, reader: &Reader) -> String {
    let charts: Vec<_> = figure
        .panels
        .iter()
        .map(|panel| chart(figure, panel, reader))
        .collect();
    let lines: Vec<_> = told(figure, about, reader);
    let join = |shown: bool| {
        let kept = lines.iter().filter(|line| !shown || line.2);
        let written = kept.map(|(name, value, _)| format!("{name}{}{value}", colon(reader.lang)));
        written.collect::<Vec<_>>()
    };
    let foot: Vec<_> = join(true)
        .into_iter()
        .flat_map(|line| broken(&line, 10.0, 850.0).into_iter().take(2))
        .collect();
    let mut notes = vec![figure.title.clone(), measure(figure, reader)];
    notes.extend(figure.panels.iter().flat_map(printed));
    notes.extend(join(false));
    format!(
        "{{\"title\": {}, \"measure\": {}, \"charts\": [{}], \"foot\": {}, \"link\": {}, \"notes\": {}}}",
        quoted(&figure.title),
        quoted(&measure(figure, reader)),
        charts.join(", "),
        quoted(&foot.join("\n")),
        quoted(&about.link),
        quoted(&notes.join("\n")),
    )
}

const fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ": ",
        Lang::Ja => "：",
    }
}

/// Source, note and scenario: name, value, and whether it stands on the slide as well as in its notes.
fn told(figure: &Figure, about: &About, reader: &Reader) -> Vec<(&'static str, String, bool)> {
    let say = |text| reader.text(text);
    let sources = about::sources(&figure.sources, reader.lang);
    let mut told = vec![(say(words::SOURCE), sources, true)];
    if !figure.note.is_empty() {
        told.push((say(words::NOTE), figure.note.clone(), true));
    }
    let shown = |name: &str| name == say(words::SCENARIO) || name == say(words::CHANGED);
    told.extend(
        about
            .lines()
            .into_iter()
            .map(|(name, value)| (name, value, shown(name))),
    );
    told
}

/// What documents print for a panel, for the notes.
fn printed(panel: &Panel) -> Vec<String> {
    panel
        .printed()
        .map(|(mark, _)| mark.label.clone())
        .collect()
}

/// The subtitle with the unit of all values.
pub fn measure(figure: &Figure, reader: &Reader) -> String {
    let common = units::common(figure, reader).filter(|scale| !scale.unit.is_empty());
    match (common, reader.lang) {
        (None, _) => figure.subtitle.clone(),
        (Some(Scale { unit, .. }), Lang::En) => format!("{}, {unit}", figure.subtitle),
        (Some(Scale { unit, .. }), Lang::Ja) => format!("{}、{unit}", figure.subtitle),
    }
}

fn chart(figure: &Figure, panel: &Panel, reader: &Reader) -> String {
    let kind = match figure.kind {
        Kind::Lines { .. } => "line",
        Kind::StackedColumns => "stack",
        Kind::Waterfall => "waterfall",
        Kind::NestedBars => "bars",
        Kind::Bubbles { .. } => "bubbles",
    };
    let categories: Vec<_> = (0..figure.categories.len())
        .map(|index| quoted(&figure.categories.name(index)))
        .collect();
    let series: Vec<_> = drawn(figure, panel, reader).iter().map(written).collect();
    let units: Vec<_> = (0..panel.series.len())
        .map(|number| quoted(units::scale(figure, reader, panel, number).unit))
        .collect();
    format!(
        "{{\"kind\": \"{kind}\", \"zero\": {}, \"name\": {}, \"units\": [{}], \"categories\": [{}], \"series\": [{}]}}",
        figure.unit_of(panel, 0).has_zero(),
        quoted(&panel.name),
        units.join(", "),
        categories.join(", "),
        series.join(", ")
    )
}

fn written(series: &Drawn) -> String {
    let values = series
        .values
        .iter()
        .map(|value| value.map_or_else(|| "null".to_owned(), exact));
    format!(
        "{{\"name\": {}, \"colour\": {}, \"values\": [{}]}}",
        quoted(&series.name),
        series.colour.map_or_else(|| "null".to_owned(), quoted),
        values.collect::<Vec<_>>().join(", ")
    )
}

/// The series of a chart as a presentation has them.
pub fn drawn(figure: &Figure, panel: &Panel, reader: &Reader) -> Vec<Drawn> {
    if figure.kind == Kind::Waterfall {
        return floating(figure, panel, reader);
    }
    let mut below: Vec<Option<f64>> = Vec::new();
    let mut all = Vec::new();
    for (number, series) in panel.series.iter().enumerate() {
        let factor = units::scale(figure, reader, panel, number).factor;
        let value = |index: usize| series.value(index, false);
        let values: Vec<_> = (0..figure.categories.len())
            .map(|index| match series.shape {
                Shape::BandAbove => Some(below.get(index).copied().flatten()? + value(index)?),
                _ => value(index),
            })
            .collect();
        all.push(of(series, &values, factor));
        below = values;
    }
    all
}

fn of(series: &Series, values: &[Option<f64>], factor: f64) -> Drawn {
    Drawn {
        name: series.name.clone(),
        colour: Some(series.tone.colour(Theme::Light)),
        values: values
            .iter()
            .map(|value| value.map(|value| value * factor))
            .collect(),
    }
}

/// The columns of a waterfall: what they float on, then for every series its parts above and below zero.
fn floating(figure: &Figure, panel: &Panel, reader: &Reader) -> Vec<Drawn> {
    let factor = units::scale(figure, reader, panel, 0).factor;
    let steps = figure.steps(panel, false);
    let part = |choose: &dyn Fn(f64, f64) -> Option<f64>, number: Option<usize>| {
        let values = steps.iter().map(|step| {
            let step = step.filter(|step| number.is_none_or(|number| step.series == number))?;
            choose(step.low(), step.high())
        });
        values.collect::<Vec<_>>()
    };
    let float = part(
        &|low, high| match (low > 0.0, high < 0.0) {
            (true, _) => Some(low),
            (_, true) => Some(high),
            _ => None,
        },
        None,
    );
    let mut all = vec![Drawn {
        name: reader.text(words::FLOAT).to_owned(),
        colour: None,
        values: float
            .iter()
            .map(|value| value.map(|it| it * factor))
            .collect(),
    }];
    for (number, series) in panel.series.iter().enumerate() {
        let up = part(
            &|low, high| (high > 0.0).then(|| high - low.max(0.0)),
            Some(number),
        );
        let down = part(
            &|low, high| (low < 0.0).then(|| low - high.min(0.0)),
            Some(number),
        );
        for values in [up, down] {
            if values.iter().any(Option::is_some) {
                all.push(of(series, &values, factor));
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapters::ChapterId;
    use crate::chapters::tests::in_context;
    use crate::i18n::number::Currency;
    use crate::scenario::Scenario;

    #[test]
    fn every_figure_is_a_slide_of_charts_with_its_numbers() {
        in_context(
            &Scenario::default(),
            (Lang::Ja, Currency::Native, false),
            |context| {
                let about = About::of(context.scenario, "", "https://x", &context.reader);
                for spec in ChapterId::ALL
                    .iter()
                    .flat_map(|chapter| chapter.chapter().figures)
                {
                    let figure = (spec.make)(context);
                    let text = deck(std::slice::from_ref(&figure), &about, &context.reader);
                    let deck: serde_json::Value = serde_json::from_str(&text).unwrap();
                    let slide = &deck["slides"][0];
                    assert_eq!(slide["title"], *figure.title);
                    assert!(slide["notes"].as_str().unwrap().contains("https://x"));
                    let charts = slide["charts"].as_array().unwrap();
                    assert_eq!(charts.len(), figure.panels.len());
                    for chart in charts {
                        assert!(chart["series"][0]["values"].is_array(), "{}", spec.id);
                    }
                }
            },
        );
    }

    #[test]
    fn columns_of_a_waterfall_stand_where_they_stand_in_the_report() {
        let parts = [("a", 5.0), ("b", 3.0), ("c", -12.0), ("d", 2.0), ("e", 7.5)];
        let figure = crate::render::samples::waterfall(&parts);
        let reader = Reader {
            lang: Lang::En,
            currency: Currency::Native,
            jpy_per_usd: 150.0,
        };
        let panel = &figure.panels[0];
        let factor = units::scale(&figure, &reader, panel, 0).factor;
        let drawn = drawn(&figure, panel, &reader);
        for (index, step) in figure.steps(panel, false).into_iter().enumerate() {
            let Some(step) = step else { continue };
            let (mut up, mut down) = (0.0, 0.0);
            let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
            for series in &drawn {
                let Some(value) = series.values[index] else {
                    continue;
                };
                let end = if value < 0.0 { &mut down } else { &mut up };
                let from = *end;
                *end += value;
                if series.colour.is_some() {
                    low = low.min(from).min(*end);
                    high = high.max(from).max(*end);
                }
            }
            let near = |one: f64, other: f64| (one - other).abs() < 1e-9 * other.abs().max(1.0);
            assert!(near(low, step.low() * factor) && near(high, step.high() * factor));
        }
    }
}
