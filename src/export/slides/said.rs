//! The words of a slide: what cannot be seen in a native chart is told under its title and in its notes.

use super::series::{Drawn, Look};
use crate::export::about::{self, About};
use crate::export::picture::broken;
use crate::export::words;
use crate::figure::{Figure, Kind, Mark, Panel, Series};
use crate::i18n::number::{Reader, Scale};
use crate::render::units;
use crate::text::{Lang, Text};

/// The subtitle with the unit of all values.
pub fn measure(figure: &Figure, reader: &Reader) -> String {
    let common = units::common(figure, reader).filter(|scale| !scale.unit.is_empty());
    match (common, reader.lang) {
        (None, _) => figure.subtitle.clone(),
        (Some(Scale { unit, .. }), Lang::En) => format!("{}, {unit}", figure.subtitle),
        (Some(Scale { unit, .. }), Lang::Ja) => format!("{}、{unit}", figure.subtitle),
    }
}

/// How to read the chart, each thing once: what is dashed, what is dotted, where projections begin.
pub fn key(figure: &Figure, charts: &[Vec<Drawn>], reference: &str, reader: &Reader) -> String {
    let of = |words: Text, value: &str| {
        format!("{}{}{value}", reader.text(words), about::colon(reader.lang))
    };
    let series = || charts.iter().flatten();
    let has = |look: Look| series().any(|drawn| drawn.look == look);
    let mut told = Vec::new();
    for (look, words) in [
        (Look::Ghost, words::DASHED),
        (
            Look::Level,
            match figure.kind {
                Kind::Waterfall => words::DASHES_OF_SUMS,
                _ => words::DASHES,
            },
        ),
        (Look::Outline, words::OUTLINED),
    ] {
        if has(look) {
            told.push(of(words, reference));
        }
    }
    if has(Look::Outer) {
        told.push(reader.text(words::TWO_RANGES).to_owned());
    } else if series().any(|drawn| drawn.look == Look::Edge && !drawn.in_legend) {
        told.push(reader.text(words::DOTTED).to_owned());
    }
    // A waterfall has no legend.
    let mut printed = figure.panels.iter().flat_map(Panel::printed);
    if figure.kind == Kind::Waterfall && printed.next().is_some() {
        told.push(of(words::DIAMONDS, reader.text(words::PRINTED)));
    }
    if let (Kind::Bubbles { .. }, Some(panel)) = (figure.kind, figure.panels.first()) {
        told.extend(
            panel
                .series
                .get(2)
                .map(|size| of(words::AREA, &sized(figure, panel, size, reader))),
        );
    }
    told.extend(projections(figure, reader));
    told.join(match reader.lang {
        Lang::En => " · ",
        Lang::Ja => "　",
    })
}

/// What the size of bubbles stands for, with its unit.
fn sized(figure: &Figure, panel: &Panel, size: &Series, reader: &Reader) -> String {
    let unit = units::scale(figure, reader, panel, 2).unit;
    match (unit, reader.lang) {
        ("", _) => size.name.clone(),
        (unit, Lang::En) => format!("{} ({unit})", size.name),
        (unit, Lang::Ja) => format!("{}（{unit}）", size.name),
    }
}

/// The bubbles of a panel with their numbers: not all of them have room for a name.
fn named(figure: &Figure, panel: &Panel, reader: &Reader) -> Vec<String> {
    let Kind::Bubbles { x, y, size } = figure.kind else {
        return Vec::new();
    };
    let one = |index: usize| {
        let numbers = panel.series.iter().zip([x, y, size]);
        let numbers = numbers.map(|(series, unit)| Some(reader.write(unit, series.values[index]?)));
        let numbers: Vec<_> = numbers.collect::<Option<_>>()?;
        let name = figure.categories.name(index);
        Some(format!(
            "{name}{}{}",
            about::colon(reader.lang),
            numbers.join(reader.text(words::COMMA))
        ))
    };
    (0..figure.categories.len()).filter_map(one).collect()
}

/// Where the projections of a statistic's publisher begin.
fn projections(figure: &Figure, reader: &Reader) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for panel in &figure.panels {
        let Some(index) = panel.projected_from else {
            continue;
        };
        let from = figure.categories.name(index);
        let line = match reader.lang {
            Lang::En => format!("Projection from {from} on"),
            Lang::Ja => format!("{from}年以降は推計"),
        };
        if !told.contains(&line) {
            told.push(line);
        }
    }
    told
}

/// Everything that is told of a figure.
pub fn notes(figure: &Figure, key: &str, about: &About, reader: &Reader) -> String {
    let mut notes = vec![figure.title.clone(), measure(figure, reader)];
    if !key.is_empty() {
        notes.push(key.to_owned());
    }
    for panel in &figure.panels {
        notes.extend(contributions(figure, panel, reader));
        notes.extend(named(figure, panel, reader));
        notes.extend(printed(figure, panel));
    }
    let told = about::told(figure, about).into_iter();
    notes.extend(told.map(|told| told.line(reader.lang)));
    notes.join("\n")
}

/// Size of the letters under the charts in points, and the width of the slide in points at which lines break. Letters
/// are reckoned somewhat wider than those of the fonts are.
pub const SIZE: f64 = 10.0;
pub const WIDTH: f64 = 930.0;

/// Lines that one thing may take there; the whole stands in the notes.
const MOST_LINES: usize = 2;

/// How many lines words take.
pub fn lines(text: &str) -> usize {
    broken(text, SIZE, WIDTH).len()
}

/// The beginning of what stands whole in the notes.
pub fn cut(text: &str) -> String {
    within(text, MOST_LINES)
}

/// As much of a text as a number of lines hold.
pub fn within(text: &str, most: usize) -> String {
    let lines = broken(text, SIZE, WIDTH);
    if lines.len() <= most {
        return text.to_owned();
    }
    let mut end = 0;
    for line in &lines[..most] {
        let found = text[end..].find(line.as_str()).unwrap_or_default();
        end += found + line.len();
    }
    // For the sign of what is missing.
    let mut kept = text[..end].to_owned();
    kept.pop();
    let kept = whole(&kept);
    format!("{kept}…")
}

/// Without the beginning of a word or of a bracket that does not end.
fn whole(text: &str) -> &str {
    let opened = ['(', '（']
        .map(|sign| text.rfind(sign))
        .into_iter()
        .max()
        .flatten();
    let closed = [')', '）']
        .map(|sign| text.rfind(sign))
        .into_iter()
        .max()
        .flatten();
    let text = match opened {
        Some(at) if closed < Some(at) && at > 0 => &text[..at],
        _ => text,
    };
    let end = text.char_indices().rev().take(LONGEST_WORD);
    let space = end
        .filter(|(_, sign)| [' ', '、', '。', '；', '/'].contains(sign))
        .map(|(at, _)| at)
        .next();
    text[..space.unwrap_or(text.len())].trim_end_matches([' ', ',', ';', '/', '、', '；'])
}

/// Letters that are given up for an end between two words.
const LONGEST_WORD: usize = 24;

/// What the columns of a waterfall say, which the page writes at each.
fn contributions(figure: &Figure, panel: &Panel, reader: &Reader) -> Vec<String> {
    if figure.kind != Kind::Waterfall {
        return Vec::new();
    }
    let scale = units::scale(figure, reader, panel, 0);
    let steps = figure.steps(panel, false).into_iter().enumerate();
    let line = |(index, step): (usize, Option<crate::figure::Step>)| {
        let value = reader.cell(&scale, step?.value);
        let name = figure.categories.name(index);
        Some(format!("{name}{}{value}", about::colon(reader.lang)))
    };
    steps.filter_map(line).collect()
}

/// What documents print for a panel: of what it is, then the words.
fn printed(figure: &Figure, panel: &Panel) -> Vec<String> {
    let line = |(mark, _): (&Mark, _)| {
        let category = figure.categories.name(mark.index);
        let of = [&panel.name, &category, &mark.label];
        let of: Vec<&str> = of.into_iter().map(String::as_str).collect();
        let of: Vec<&str> = of.into_iter().filter(|words| !words.is_empty()).collect();
        of.join(" · ")
    };
    panel.marked().map(line).collect()
}
