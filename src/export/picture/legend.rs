//! The names of series under the title, unless they stand beside the shapes.

use super::pen::{Pen, number, text};
use super::{MARGIN, Material, WIDTH};
use crate::export::about::colon;
use crate::figure::{Kind, Panel, Series, Shape};
use crate::render::labels::{Anchor, WordKind};
use crate::render::layout::text_width;

/// What a name stands for.
#[derive(Clone, Copy, PartialEq)]
enum Sign {
    /// Shapes of this colour.
    Colour(&'static str),
    /// Dashed lines and outlines.
    Dashes,
}

/// The names and colours of series, and the name of what they are compared with.
pub fn legend(material: &Material, pen: &mut Pen) {
    let mut entries = entries(material);
    if material.figure.has_base() {
        entries.push((material.reference.to_owned(), Sign::Dashes));
    }
    if entries.is_empty() {
        return;
    }
    let ink = material.drawing.theme.ink();
    let mut left = MARGIN;
    for (name, sign) in entries {
        let width = 18.0 + text_width(&name, 12.5) + 18.0;
        if left > MARGIN && left + width > WIDTH - MARGIN {
            (left, pen.top) = (MARGIN, pen.top + 20.0);
        }
        put(sign, left, pen);
        let place = (left + 18.0, pen.top + 14.0);
        let look = (12.5, false);
        text(&mut pen.text, &name, place, look, ink, Anchor::Start);
        left += width;
    }
    pen.top += 24.0;
}

/// The series that do not stand at their shapes, each once; one that has another colour in each panel, with the panel.
fn entries(material: &Material) -> Vec<(String, Sign)> {
    let figure = material.figure;
    let sign = |series: &Series| Sign::Colour(series.tone.colour(material.drawing.theme));
    let all: Vec<_> = figure
        .panels
        .iter()
        .flat_map(|panel| panel.series.iter().map(move |series| (panel, series)))
        // What the shades of a range mean is told in the note.
        .filter(|(_, it)| !matches!(it.shape, Shape::Floor | Shape::RangeTo))
        .collect();
    let differs = |one: &Series| {
        let mut same = all.iter().filter(|(_, other)| other.name == one.name);
        same.any(|(_, other)| sign(other) != sign(one))
    };
    let beside = |name: &str| {
        let mut words = material.words.iter();
        words.any(|word| word.kind == WordKind::Direct && word.text == name)
    };
    let alike = |(_, one): &(&Panel, &Series)| {
        let (_, first) = all[0];
        first.name == one.name && sign(first) == sign(one)
    };
    if matches!(figure.kind, Kind::Bubbles { .. }) || all.iter().all(alike) {
        return Vec::new();
    }
    let mut entries = Vec::new();
    for &(panel, series) in &all {
        // The name of its panel says what the only series of a panel is.
        let told = figure.panels.len() > 1 && panel.series.len() == 1 || series.name == panel.name;
        if told || beside(&series.name) {
            continue;
        }
        let name = match differs(series) && !panel.name.is_empty() && !named(&all, &series.name) {
            true => format!(
                "{}{}{}",
                panel.name,
                colon(material.reader.lang),
                series.name
            ),
            false => series.name.clone(),
        };
        let entry = (name, sign(series));
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }
    entries
}

/// Whether a panel has this name: where the series of its own is one colour, in the other panels it is another.
fn named(all: &[(&Panel, &Series)], name: &str) -> bool {
    all.iter().any(|(panel, _)| panel.name == name)
}

/// The sign before a name.
fn put(sign: Sign, left: f64, pen: &mut Pen) {
    let mark = match sign {
        Sign::Dashes => format!(
            "<line x1=\"{}\" y1=\"{1}\" x2=\"{2}\" y2=\"{1}\" stroke=\"{3}\" stroke-width=\"2\" stroke-dasharray=\"4 3\"/>",
            number(left),
            number(pen.top + 9.5),
            number(left + 14.0),
            pen.theme.muted(),
        ),
        Sign::Colour(colour) => format!(
            "<rect x=\"{}\" y=\"{}\" width=\"11\" height=\"11\" fill=\"{colour}\"/>",
            number(left),
            number(pen.top + 4.0),
        ),
    };
    pen.text.push_str(&mark);
}
