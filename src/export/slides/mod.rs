//! Figures as slides with native charts: a description that `src/web/slides.js` turns into a presentation.
//!
//! A band becomes lines at its ends, so that every series has the numbers of the report; what is compared with is a
//! series too. Printed values become diamonds. The columns of a waterfall are formulas on what each of them adds.

use self::series::{Drawn, drawn};
use super::about::About;
use super::document::quoted;
use super::exact;
use crate::figure::{Figure, Kind};
use crate::i18n::number::Reader;
use crate::i18n::ui;
use crate::render::axis::ValueAxis;
use crate::render::chart::Drawing;
use crate::render::theme::Theme;
use crate::render::units;

mod bubbles;
mod said;
mod series;
mod waterfall;

pub use said::measure;

/// A figure on a slide.
pub struct Plate<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// The address that shows it; empty where there is none.
    pub link: &'a str,
}

/// The figures of a slide show with their titles, as JSON.
pub fn deck(plates: &[Plate], about: &About, reader: &Reader) -> String {
    let slides: Vec<_> = plates
        .iter()
        .map(|plate| slide(plate, about, reader))
        .collect();
    format!(
        "{{\"lang\": {}, \"title\": {}, \"slides\": [{}]}}",
        quoted(reader.lang.code()),
        quoted(plates.first().map_or("", |plate| &plate.figure.title)),
        slides.join(",\n")
    )
}

/// Width at which the axes of a slide are laid out, in pixels.
const WIDTH: f64 = 1184.0;

fn slide(plate: &Plate, about: &About, reader: &Reader) -> String {
    let figure = plate.figure;
    let about = About {
        link: plate.link.to_owned(),
        ..about.clone()
    };
    let reference = match about.reference.is_empty() {
        true => reader.text(ui::BASE_CASE),
        false => &about.reference,
    };
    let drawing = Drawing::of(figure, reader, WIDTH, Theme::Light);
    let panels = figure.panels.iter();
    let series: Vec<_> = panels
        .map(|panel| drawn(figure, panel, reference, reader))
        .collect();
    let charts: Vec<_> = (0..figure.panels.len())
        .map(|number| chart(figure, number, &series[number], &drawing))
        .collect();
    let key = said::key(figure, &series, reference, reader);
    format!(
        "{{\"title\": {}, \"measure\": {}, \"key\": {}, \"charts\": [{}], \"foot\": {}, \"link\": {}, \"notes\": {}}}",
        quoted(&figure.title),
        quoted(&measure(figure, reader)),
        quoted(&key),
        charts.join(", "),
        quoted(&said::foot(figure, &about, reader)),
        quoted(linked(&about.link)),
        quoted(&said::notes(figure, &key, &about, reader)),
    )
}

/// What can be followed from a slide: not what lies beside the reader's copy of the report.
fn linked(link: &str) -> &str {
    if link.starts_with("http") { link } else { "" }
}

fn chart(figure: &Figure, number: usize, series: &[Drawn], drawing: &Drawing) -> String {
    let (panel, reader) = (&figure.panels[number], &drawing.reader);
    let kind = match figure.kind {
        Kind::Lines { .. } => "line",
        Kind::StackedColumns => "stack",
        Kind::Waterfall => "waterfall",
        Kind::NestedBars => "bars",
        Kind::Bubbles { .. } => "bubbles",
    };
    let categories = (0..figure.categories.len()).map(|at| quoted(&figure.categories.name(at)));
    let units = (0..panel.series.len())
        .map(|number| quoted(units::scale(figure, reader, panel, number).unit));
    let across = drawing.across.get(number);
    format!(
        "{{\"kind\": \"{kind}\", \"axis\": {}, \"across\": {}, \"name\": {}, \"units\": {}, \"categories\": {}, \"series\": {}{}}}",
        axis(drawing.axes.get(number)),
        axis(across.map(|(ends, _)| ends)),
        quoted(&panel.name),
        listed(units),
        listed(categories),
        listed(series.iter().map(written)),
        across.map_or_else(String::new, |_| names(figure, number, drawing)),
    )
}

/// Where the names of bubbles stand, and where between the axes that is meant.
fn names(figure: &Figure, number: usize, drawing: &Drawing) -> String {
    let places = bubbles::places(figure, drawing, number).into_iter();
    format!(
        ", \"plot\": {}, \"places\": {}",
        listed(bubbles::PLOT.map(exact).into_iter()),
        listed(places.map(|place| place.map_or_else(|| "null".to_owned(), quoted)))
    )
}

fn listed(entries: impl Iterator<Item = String>) -> String {
    format!("[{}]", entries.collect::<Vec<_>>().join(", "))
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

fn written(series: &Drawn) -> String {
    let values = series.values.iter();
    let formulas = match series.formulas.is_empty() {
        true => String::new(),
        false => {
            let formulas = series.formulas.iter().map(|formula| quoted(formula));
            format!(", \"formulas\": {}", listed(formulas))
        }
    };
    format!(
        "{{\"name\": {}, \"colour\": {}, \"look\": \"{}\", \"legend\": {}, \"values\": {}{formulas}}}",
        quoted(&series.name),
        quoted(series.colour),
        series.look.code(),
        series.in_legend,
        listed(values.map(|value| value.map_or_else(|| "null".to_owned(), exact))),
    )
}

#[cfg(test)]
mod marked;
#[cfg(test)]
mod tests;
