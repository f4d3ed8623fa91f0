//! Figures as slides with native charts: a description that `src/web/slides.js` turns into a presentation.
//!
//! A band becomes lines at its ends, so that every series has the numbers of the report; what is compared with is a
//! series too. Printed values become diamonds. The columns of a waterfall are formulas on what each of them adds. A result
//! over two inputs is a table with shaded cells.

use self::foot::Foot;
use self::series::{Drawn, drawn};
use super::about::About;
use super::document::quoted;
use super::exact;
use super::heat::Heat;
use crate::figure::{Figure, Kind};
use crate::i18n::number::Reader;
use crate::i18n::ui;
use crate::render::chart::Drawing;
use crate::render::theme::Theme;
use crate::render::units;

mod axes;
mod bubbles;
mod cover;
mod foot;
mod link;
mod said;
mod series;
mod table;
mod waterfall;

pub use cover::Cover;
pub use link::Links;
pub use said::measure;

/// A figure on a slide.
pub struct SlideFigure<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// The addresses that show it.
    pub links: &'a Links,
    /// How it was made, where it stands in no chapter.
    pub made: &'a str,
}

/// The figures of a slide show with their titles, behind a title slide where there is one, as JSON.
pub fn deck(
    slide_figures: &[SlideFigure],
    cover: Option<&Cover>,
    about: &About,
    reader: &Reader,
) -> String {
    let slides: Vec<_> = slide_figures
        .iter()
        .map(|slide_figure| slide(slide_figure, about, reader))
        .collect();
    let first = slide_figures
        .first()
        .map_or_else(String::new, |it| it.figure.title.clone());
    let title = cover.map_or(first, |cover| {
        super::about::report_of(&cover.chapters, reader.lang)
    });
    let report = reader.text(ui::TITLE);
    format!(
        "{{\"lang\": {}, \"title\": {}, \"report\": {}, \"cover\": {}, \"slides\": [{}]}}",
        quoted(reader.lang.code()),
        quoted(&title),
        quoted(report),
        cover.map_or_else(|| "null".to_owned(), |it| cover::slide(it, about, reader)),
        slides.join(",\n")
    )
}

/// Width at which the axes of a slide are laid out, in pixels.
const WIDTH: f64 = 1184.0;

fn slide(slide_figure: &SlideFigure, about: &About, reader: &Reader) -> String {
    let figure = slide_figure.figure;
    let about = About {
        link: slide_figure.links.whole.clone(),
        made: slide_figure.made.to_owned(),
        ..about.clone()
    };
    let reference = match about.reference.is_empty() {
        true => reader.text(ui::BASE_CASE),
        false => &about.reference,
    };
    let foot = Foot::of(figure, &about, reader);
    let table = Heat::of(figure, reader);
    let (charts, key) = match table {
        Some(_) => (Vec::new(), String::new()),
        None => charts(figure, foot.room(), reference, reader),
    };
    let (link, linked) = slide_figure.links.followed(reader);
    format!(
        "{{\"title\": {}, \"measure\": {}, \"key\": {}, \"charts\": {}, \"table\": {}, \"room\": {}, \"foot\": {}, \"link\": {}, \"linked\": {}, \"notes\": {}}}",
        quoted(&figure.title),
        quoted(&measure(figure, reader)),
        quoted(&key),
        listed(charts.into_iter()),
        table.map_or_else(|| "null".to_owned(), |it| table::written(&it)),
        listed([foot::TOP, foot.room()].map(exact).into_iter()),
        format_args!(
            "{{\"text\": {}, \"size\": {}, \"y\": {}, \"h\": {}}}",
            quoted(&foot.text),
            exact(foot.size),
            exact(foot.top),
            exact(foot::END - foot.top),
        ),
        quoted(link),
        quoted(&linked),
        quoted(&said::notes(figure, &key, &about, reader)),
    )
}

/// The charts of the panels, and how they are to be read.
fn charts(figure: &Figure, room: f64, reference: &str, reader: &Reader) -> (Vec<String>, String) {
    let drawing = Drawing::of(figure, reader, WIDTH, Theme::Light);
    let panels = figure.panels.iter();
    let series: Vec<_> = panels
        .map(|panel| drawn(figure, panel, reference, reader))
        .collect();
    let digits = axes::digits(figure, &drawing);
    let charts = series.iter().enumerate();
    let charts = charts.map(|(number, series)| {
        let place = (number, digits[number], room);
        chart(figure, place, series, &drawing)
    });
    let key = said::key(figure, &series, reference, reader);
    (charts.collect(), key)
}

/// A panel by its number, with the digits at its axis and the height that charts have.
fn chart(
    figure: &Figure,
    (number, digits, room): (usize, usize, f64),
    series: &[Drawn],
    drawing: &Drawing,
) -> String {
    let (panel, reader) = (&figure.panels[number], &drawing.reader);
    let kind = match figure.kind {
        Kind::Lines { .. } => "line",
        Kind::StackedColumns => "stack",
        Kind::Waterfall => "waterfall",
        Kind::NestedBars => "bars",
        Kind::Bubbles { .. } => "bubbles",
        // A table, not a chart.
        Kind::Heat { .. } => "",
    };
    let categories = (0..figure.categories.len()).map(|at| quoted(&figure.categories.name(at)));
    let units = (0..panel.series.len())
        .map(|number| quoted(units::scale(figure, reader, panel, number).unit));
    let across = drawing.across.get(number);
    format!(
        "{{\"kind\": \"{kind}\", \"axis\": {}, \"across\": {}, \"digits\": {}, \"name\": {}, \"units\": {}, \"categories\": {}, \"series\": {}{}}}",
        axes::axis(drawing.axes.get(number)),
        axes::axis(across.map(|(ends, _)| ends)),
        exact(digits as f64),
        quoted(&panel.name),
        listed(units),
        listed(categories),
        listed(series.iter().map(written)),
        across.map_or_else(String::new, |_| names(figure, (number, room), drawing)),
    )
}

/// Where the names of bubbles stand, and where between the axes that is meant.
fn names(figure: &Figure, (number, room): (usize, f64), drawing: &Drawing) -> String {
    let places = bubbles::places(figure, drawing, number, room).into_iter();
    format!(
        ", \"plot\": {}, \"places\": {}",
        listed(bubbles::PLOT.map(exact).into_iter()),
        listed(places.map(|place| place.map_or_else(|| "null".to_owned(), quoted)))
    )
}

fn listed(entries: impl Iterator<Item = String>) -> String {
    format!("[{}]", entries.collect::<Vec<_>>().join(", "))
}

fn written(series: &Drawn) -> String {
    let values = series.values.iter();
    let words = |name: &str, all: &[String]| match all.is_empty() {
        true => String::new(),
        false => format!(", \"{name}\": {}", listed(all.iter().map(|it| quoted(it)))),
    };
    format!(
        "{{\"name\": {}, \"colour\": {}, \"look\": \"{}\", \"legend\": {}, \"values\": {}{}{}}}",
        quoted(&series.name),
        quoted(series.colour),
        series.look.code(),
        series.in_legend,
        listed(values.map(|value| value.map_or_else(|| "null".to_owned(), exact))),
        words("formulas", &series.formulas),
        words("labels", &series.labels),
    )
}

#[cfg(test)]
mod marked;
#[cfg(test)]
mod tests;
