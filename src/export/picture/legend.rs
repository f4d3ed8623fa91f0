//! The names of series under the title, unless they stand beside the shapes.

use super::pen::{Pen, number, text};
use super::{MARGIN, Material, WIDTH};
use crate::figure::{Kind, Series, Shape};
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
        entries.push((material.reference, Sign::Dashes));
    }
    if entries.is_empty() {
        return;
    }
    let ink = material.drawing.theme.ink();
    let mut left = MARGIN;
    for (name, sign) in entries {
        let width = 18.0 + text_width(name, 12.5) + 18.0;
        if left > MARGIN && left + width > WIDTH - MARGIN {
            (left, pen.top) = (MARGIN, pen.top + 20.0);
        }
        put(sign, left, pen);
        let place = (left + 18.0, pen.top + 14.0);
        let look = (12.5, false);
        text(&mut pen.text, name, place, look, ink, Anchor::Start);
        left += width;
    }
    pen.top += 24.0;
}

/// The series that do not stand at their shapes, each once.
fn entries<'a>(material: &Material<'a>) -> Vec<(&'a str, Sign)> {
    let figure = material.figure;
    let mut entries = Vec::new();
    // What the shades of a range mean is told in the note.
    let is_range = |series: &&Series| matches!(series.shape, Shape::Floor | Shape::RangeTo);
    let series = figure.panels.iter().flat_map(|panel| &panel.series);
    for series in series.filter(|it| !is_range(it)) {
        let sign = Sign::Colour(series.tone.colour(material.drawing.theme));
        if !entries.contains(&(series.name.as_str(), sign)) {
            entries.push((series.name.as_str(), sign));
        }
    }
    if matches!(figure.kind, Kind::Bubbles { .. }) || entries.len() < 2 {
        return Vec::new();
    }
    let beside = |name: &str| {
        let mut words = material.words.iter();
        words.any(|word| word.kind == WordKind::Direct && word.text == name)
    };
    entries.retain(|(name, _)| !beside(name));
    entries
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
