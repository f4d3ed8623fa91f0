//! The series of a native chart: those of the figure, what they are compared with, and printed values.

use super::waterfall;
use crate::export::words;
use crate::figure::{Categories, Figure, Kind, Mark, Panel, Series, Shape, Stack};
use crate::i18n::number::Reader;
use crate::render::theme::Theme;
use crate::render::units;
use crate::text::Lang;

/// What numbers are compared with: the shade of the page as one colour.
pub const GHOST: &str = "#828487";

/// How a series is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// As the kind of the chart says.
    Plain,
    /// A dotted line: an end of what is an area on the page.
    Edge,
    /// A dashed line: an end of the inner of two ranges.
    Inner,
    /// A dotted line in a lighter colour: an end of the outer one.
    Outer,
    /// A dashed grey line: what the numbers are compared with.
    Ghost,
    /// The same as a dash at each category.
    Level,
    /// The same as a dashed outline.
    Outline,
    /// A diamond at each value printed in a document.
    Point,
    /// Not seen, for others stand on it.
    Float,
    /// Not seen, but what columns add is written at it: the cells of the next.
    Told,
    /// Only in the sheet of the chart: what is written at columns.
    Label,
    /// Only in the sheet of the chart.
    Sheet,
}

impl Look {
    /// Its name in the description.
    pub const fn code(self) -> &'static str {
        match self {
            Look::Plain => "plain",
            Look::Edge => "edge",
            Look::Inner => "inner",
            Look::Outer => "outer",
            Look::Ghost => "ghost",
            Look::Level => "level",
            Look::Outline => "outline",
            Look::Point => "point",
            Look::Float => "float",
            Look::Told => "told",
            Look::Label => "label",
            Look::Sheet => "sheet",
        }
    }
}

/// A series of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// Its name.
    pub name: String,
    /// Its colour, such as `#12436D`.
    pub colour: &'static str,
    /// How it is drawn.
    pub look: Look,
    /// Whether the legend has it.
    pub in_legend: bool,
    /// Its values, in the unit of the chart.
    pub values: Vec<Option<f64>>,
    /// Where the sheet computes them from others: the formulas, empty for what is a number.
    pub formulas: Vec<String>,
    /// What is written at each of them; empty for nothing.
    pub labels: Vec<String>,
}

impl Drawn {
    /// A series that is drawn as the chart draws them.
    pub fn plain(name: String, colour: &'static str, values: Vec<Option<f64>>) -> Drawn {
        Drawn {
            name,
            colour,
            look: Look::Plain,
            in_legend: true,
            values,
            formulas: Vec::new(),
            labels: Vec::new(),
        }
    }

    /// What numbers are compared with.
    fn ghost(name: String, look: Look, values: Vec<Option<f64>>) -> Drawn {
        Drawn {
            look,
            ..Drawn::plain(name, GHOST, values)
        }
    }
}

/// All series of a panel: columns and lines, then what they are compared with, then printed values.
pub fn drawn(figure: &Figure, panel: &Panel, reference: &str, reader: &Reader) -> Vec<Drawn> {
    let of = |name: &str| compared(name, reference, reader.lang);
    let (mut all, mut ghosts) = match figure.kind {
        Kind::Waterfall => (
            waterfall::columns(figure, panel, &of, reader),
            waterfall::over(figure, panel, &of, reader),
        ),
        _ => (
            shown(figure, panel, false, reader),
            ghosts(figure, panel, &of, reader),
        ),
    };
    // One can be told from its name; several are told in words, once.
    if ghosts.len() > 1 {
        ghosts.iter_mut().for_each(|ghost| ghost.in_legend = false);
    }
    all.append(&mut ghosts);
    all.extend(points(figure, panel, reader));
    all
}

/// A name with what it is compared with.
fn compared(name: &str, reference: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{name} ({reference})"),
        Lang::Ja => format!("{name}（{reference}）"),
    }
}

/// The series of the figure with the present numbers, or those they are compared with.
fn shown(figure: &Figure, panel: &Panel, base: bool, reader: &Reader) -> Vec<Drawn> {
    let series = panel.series.iter().enumerate();
    series
        .map(|(number, series)| {
            let factor = units::scale(figure, reader, panel, number).factor;
            let value = |index| series.value(index, base).map(|value| value * factor);
            let values = (0..figure.categories.len()).map(value).collect();
            Drawn {
                look: look(&panel.series, number),
                in_legend: !matches!(series.shape, Shape::Floor | Shape::RangeTo),
                ..Drawn::plain(
                    series.name.clone(),
                    series.tone.colour(Theme::Light),
                    values,
                )
            }
        })
        .collect()
}

fn look(all: &[Series], number: usize) -> Look {
    let series = &all[number];
    match series.shape {
        Shape::BandAbove => Look::Edge,
        Shape::Floor | Shape::BandTo | Shape::RangeTo => {
            // An outer range comes before the inner one; its own lower end comes before it.
            let is_floor =
                |other: &&Series| other.shape == Shape::Floor && other.tone == series.tone;
            let after = all[number + 1..].iter().any(|other| is_floor(&other));
            let floors = all.iter().filter(is_floor).count();
            match (floors, after) {
                (0 | 1, _) => Look::Edge,
                (_, true) => Look::Outer,
                (_, false) => Look::Inner,
            }
        }
        Shape::Plain | Shape::Base | Shape::Total => Look::Plain,
    }
}

/// What the series are compared with, as the page draws it.
fn ghosts(
    figure: &Figure,
    panel: &Panel,
    of: &dyn Fn(&str) -> String,
    reader: &Reader,
) -> Vec<Drawn> {
    let has_base = |series: &Series| series.base.is_some();
    if !panel.series.iter().any(has_base) {
        return Vec::new();
    }
    if figure.kind == Kind::StackedColumns {
        return totals(figure, panel, of, reader);
    }
    let base = shown(figure, panel, true, reader);
    let pairs = panel.series.iter().zip(base);
    let bubbles = matches!(figure.kind, Kind::Bubbles { .. });
    // The place of a bubble are values of three series.
    let kept = pairs.filter(|(series, _)| bubbles || has_base(series));
    let ghost = |(series, drawn): (&Series, Drawn)| {
        let look = match figure.kind {
            Kind::Lines { .. } if series.shape == Shape::BandAbove => return None,
            Kind::Lines { .. } => Look::Ghost,
            _ => Look::Outline,
        };
        Some(Drawn::ghost(of(&series.name), look, drawn.values))
    };
    let ghosts = kept.filter_map(ghost);
    match figure.kind {
        // Outlines of bars that lie within each other are those of the first.
        Kind::NestedBars => ghosts.take(1).collect(),
        _ => ghosts.collect(),
    }
}

/// How far up and down the columns reach that those of the figure are compared with.
fn totals(
    figure: &Figure,
    panel: &Panel,
    of: &dyn Fn(&str) -> String,
    reader: &Reader,
) -> Vec<Drawn> {
    let factor = units::scale(figure, reader, panel, 0).factor;
    let (mut up, mut down) = (Vec::new(), Vec::new());
    for index in 0..figure.categories.len() {
        let mut stack = Stack::default();
        for series in &panel.series {
            stack.put(series.value(index, true).unwrap_or(0.0));
        }
        let (above, below) = stack.ends();
        up.push(Some(above * factor));
        down.push((below < 0.0).then_some(below * factor));
    }
    let name = match &panel.series[..] {
        [only] => &only.name,
        _ => reader.text(words::TOTAL),
    };
    let look = match figure.categories {
        Categories::Years(_) => Look::Ghost,
        Categories::Names(_) => Look::Level,
    };
    let below = down.iter().any(Option::is_some);
    let above = up.iter().flatten().any(|value| *value > 0.0);
    match (above, below) {
        (_, false) => vec![Drawn::ghost(of(name), look, up)],
        // Nothing stands above zero: one line, which begins there.
        (false, true) => {
            let down = down.into_iter().map(|value| value.or(Some(0.0))).collect();
            vec![Drawn::ghost(of(name), look, down)]
        }
        (true, true) => {
            let name_below = reader.text(words::TOTAL_BELOW);
            vec![
                Drawn::ghost(of(name), look, up),
                Drawn::ghost(of(name_below), look, down),
            ]
        }
    }
}

/// The marked values as series of points; the ends of a range are two of them. Several values of one
/// category need several series. What the report computes is named by its label, and so is a value that stands on
/// others: its place is not its number.
fn points(figure: &Figure, panel: &Panel, reader: &Reader) -> Vec<Drawn> {
    let factor = units::scale(figure, reader, panel, 0).factor;
    let mut all: Vec<Drawn> = Vec::new();
    for (mark, high) in panel.marked() {
        let name = point_name(mark, reader);
        for (end, value) in [Some(mark.height), high].into_iter().flatten().enumerate() {
            // A range is told at one of its ends.
            let label = if end == 0 { &mark.label[..] } else { "" };
            let has_room =
                |drawn: &&mut Drawn| drawn.name == name && drawn.values[mark.index].is_none();
            let value = Some(value * factor);
            if let Some(drawn) = all.iter_mut().find(has_room) {
                drawn.values[mark.index] = value;
                drawn.labels[mark.index] = label.to_owned();
                continue;
            }
            let mut values = vec![None; figure.categories.len()];
            values[mark.index] = value;
            let mut labels = vec![String::new(); figure.categories.len()];
            labels[mark.index] = label.to_owned();
            let again = all.iter().any(|drawn| drawn.name == name);
            all.push(Drawn {
                look: Look::Point,
                in_legend: !again,
                labels,
                ..Drawn::plain(name.to_owned(), Theme::Light.ink(), values)
            });
        }
    }
    all
}

fn point_name<'a>(mark: &'a Mark, reader: &Reader) -> &'a str {
    match mark.computed.is_none() && mark.height == mark.value {
        true => reader.text(words::PRINTED),
        false => &mark.label,
    }
}
