//! Figures as slides with native charts: a description that `src/web/slides.js` turns into a presentation.
//!
//! Columns of a waterfall become a stack on a series without fill; a band becomes a line of its own values, and a range
//! the lines at its ends, so that every series has the numbers of the report. Printed values become diamonds.

use super::about::{self, About};
use super::document::quoted;
use super::picture::broken;
use super::{exact, words};
use crate::figure::{Figure, Kind, Mark, Panel, Series, Shape};
use crate::i18n::number::{Reader, Scale};
use crate::render::axis::ValueAxis;
use crate::render::chart::Drawing;
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
    /// Whether it is the edge of an area on the page, of the colour of another line.
    pub dashed: bool,
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

/// Width at which the axes of a slide are laid out, in pixels.
const WIDTH: f64 = 1184.0;

fn slide(figure: &Figure, about: &About, reader: &Reader) -> String {
    let drawing = Drawing::of(figure, reader, WIDTH, Theme::Light);
    let charts: Vec<_> = (0..figure.panels.len())
        .map(|number| chart(figure, number, &drawing))
        .collect();
    let in_notes = [words::LINK, words::VERSION].map(|text| reader.text(text));
    let join = |on_slide: bool| {
        let lines = about::told(figure, about).into_iter();
        let kept = lines.filter(|(name, _)| !on_slide || !in_notes.contains(name));
        let written =
            kept.map(|(name, value)| format!("{name}{}{value}", about::colon(reader.lang)));
        written.collect::<Vec<_>>()
    };
    let foot: Vec<_> = join(true)
        .into_iter()
        .flat_map(|line| beginning(&line))
        .collect();
    let mut notes = vec![figure.title.clone(), measure(figure, reader)];
    notes.extend(
        figure
            .panels
            .iter()
            .flat_map(|panel| printed(figure, panel)),
    );
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

/// The first two lines of what stands whole in the notes.
fn beginning(text: &str) -> Vec<String> {
    let mut lines = broken(text, 10.0, 850.0);
    if lines.len() > 2 {
        lines.truncate(2);
        lines[1].push('…');
    }
    lines
}

/// What documents print for a panel, for the notes: of what it is, then the words.
fn printed(figure: &Figure, panel: &Panel) -> Vec<String> {
    let line = |(mark, _): (&Mark, _)| {
        let category = figure.categories.name(mark.index);
        let of = [&panel.name, &category, &mark.label];
        let of: Vec<&str> = of.into_iter().map(String::as_str).collect();
        let of: Vec<&str> = of.into_iter().filter(|words| !words.is_empty()).collect();
        of.join(" · ")
    };
    panel.printed().map(line).collect()
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

fn chart(figure: &Figure, number: usize, drawing: &Drawing) -> String {
    let (panel, reader) = (&figure.panels[number], &drawing.reader);
    let kind = match figure.kind {
        Kind::Lines { .. } => "line",
        Kind::StackedColumns => "stack",
        Kind::Waterfall => "waterfall",
        Kind::NestedBars => "bars",
        Kind::Bubbles { .. } => "bubbles",
    };
    let listed = |entries: Vec<String>| format!("[{}]", entries.join(", "));
    let categories = (0..figure.categories.len())
        .map(|index| quoted(&figure.categories.name(index)))
        .collect();
    let all = |series: &[Drawn]| listed(series.iter().map(written).collect());
    let units = (0..panel.series.len())
        .map(|number| quoted(units::scale(figure, reader, panel, number).unit))
        .collect();
    let across = drawing.across.get(number);
    format!(
        "{{\"kind\": \"{kind}\", \"axis\": {}, \"across\": {}, \"name\": {}, \"units\": {}, \"categories\": {}, \"series\": {}, \"marks\": {}}}",
        axis(drawing.axes.get(number)),
        axis(across.map(|(ends, _)| ends)),
        quoted(&panel.name),
        listed(units),
        listed(categories),
        all(&drawn(figure, panel, reader)),
        all(&marks(figure, panel, reader)),
    )
}

/// The ends of an axis and the distance of its rules, as on the page: panels of one scale keep it.
fn axis(axis: Option<&ValueAxis>) -> String {
    axis.map_or_else(
        || "null".to_owned(),
        |axis| {
            let [min, max, step] = [axis.min, axis.max, axis.step].map(exact);
            format!("[{min}, {max}, {step}]")
        },
    )
}

/// The values printed in documents as series of points; the ends of a range are two of them. Several values of one
/// category need several series. Where a value stands on others, its place is not its number: it is named by its label.
fn marks(figure: &Figure, panel: &Panel, reader: &Reader) -> Vec<Drawn> {
    let factor = units::scale(figure, reader, panel, 0).factor;
    let mut all: Vec<Drawn> = Vec::new();
    for (mark, high) in panel.printed() {
        let name = match mark.height == mark.value {
            true => reader.text(words::PRINTED),
            false => &mark.label,
        };
        for value in [Some(mark.height), high].into_iter().flatten() {
            let has_room =
                |drawn: &&mut Drawn| drawn.name == name && drawn.values[mark.index].is_none();
            let value = Some(value * factor);
            if let Some(drawn) = all.iter_mut().find(has_room) {
                drawn.values[mark.index] = value;
                continue;
            }
            let mut values = vec![None; figure.categories.len()];
            values[mark.index] = value;
            all.push(Drawn {
                name: name.to_owned(),
                colour: Some(Theme::Light.ink()),
                dashed: false,
                values,
            });
        }
    }
    all
}

fn written(series: &Drawn) -> String {
    let values = series
        .values
        .iter()
        .map(|value| value.map_or_else(|| "null".to_owned(), exact));
    format!(
        "{{\"name\": {}, \"colour\": {}, \"dashed\": {}, \"values\": [{}]}}",
        quoted(&series.name),
        series.colour.map_or_else(|| "null".to_owned(), quoted),
        series.dashed,
        values.collect::<Vec<_>>().join(", ")
    )
}

/// The series of a chart as a presentation has them.
pub fn drawn(figure: &Figure, panel: &Panel, reader: &Reader) -> Vec<Drawn> {
    if figure.kind == Kind::Waterfall {
        return floating(figure, panel, reader);
    }
    let series = panel.series.iter().enumerate();
    series
        .map(|(number, series)| {
            let factor = units::scale(figure, reader, panel, number).factor;
            let values: Vec<_> = (0..figure.categories.len())
                .map(|index| series.value(index, false))
                .collect();
            of(series, &values, factor)
        })
        .collect()
}

fn of(series: &Series, values: &[Option<f64>], factor: f64) -> Drawn {
    Drawn {
        name: series.name.clone(),
        colour: Some(series.tone.colour(Theme::Light)),
        dashed: matches!(
            series.shape,
            Shape::BandAbove | Shape::Floor | Shape::BandTo | Shape::RangeTo
        ),
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
        dashed: false,
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
                    for (chart, panel) in charts.iter().zip(&figure.panels) {
                        if figure.kind != Kind::Waterfall {
                            let scale =
                                |at| units::scale(&figure, &context.reader, panel, at).factor;
                            for (at, series) in panel.series.iter().enumerate() {
                                for (index, value) in series.values.iter().enumerate() {
                                    let written = chart["series"][at]["values"][index].as_f64();
                                    let near = match (written, value.map(|it| it * scale(at))) {
                                        (Some(one), Some(other)) => {
                                            (one - other).abs() <= 1e-12 * other.abs()
                                        }
                                        (one, other) => one == other,
                                    };
                                    assert!(near, "{} {}", spec.id, series.name);
                                }
                            }
                        }
                        let points = |drawn: &serde_json::Value| {
                            let values = drawn["values"].as_array().unwrap();
                            values.iter().filter(|value| value.is_number()).count()
                        };
                        let marks: usize =
                            chart["marks"].as_array().unwrap().iter().map(points).sum();
                        assert_eq!(
                            marks,
                            panel.marks.len() + 2 * panel.ranges.len(),
                            "{}",
                            spec.id
                        );
                        assert!(chart["axis"][1].as_f64() > chart["axis"][0].as_f64());
                        assert!(chart["series"][0]["values"].is_array(), "{}", spec.id);
                    }
                }
            },
        );
    }

    #[test]
    fn what_is_cut_on_a_slide_shows_that_it_is() {
        assert_eq!(beginning("short"), ["short"]);
        let cut = beginning(&"some words ".repeat(90));
        assert!(cut.len() == 2 && cut[1].ends_with('…'));
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
