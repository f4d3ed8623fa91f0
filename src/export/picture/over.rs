//! The words over a plot.

use super::lines::broken;
use super::pen::{number, text};
use crate::render::labels::{Anchor, Word, WordKind};
use crate::render::layout::text_width;
use crate::render::theme::Theme;

/// A word over the plot, as `style/figure.css` places it.
pub fn word(word: &Word, theme: Theme, svg: &mut String) {
    let (left, top) = (word.left, word.top);
    match word.kind {
        WordKind::Panel => panel(word, theme, svg),
        WordKind::Projection => projection(word, theme.muted(), svg),
        WordKind::Direct => direct(word, theme, svg),
        WordKind::Mark => mark(word, theme, svg),
        WordKind::Amount | WordKind::Name => {
            paragraph(svg, word, (left, top + 12.8), (12.5, 17.0), theme.ink());
        }
        WordKind::Axis => paragraph(svg, word, (left, top + 13.0), (12.0, 18.0), theme.muted()),
    }
}

/// The name of a panel, and its unit below.
fn panel(word: &Word, theme: Theme, svg: &mut String) {
    let (left, line) = (word.left, word.top + 14.5);
    let below = if word.text.is_empty() { 0.0 } else { 20.0 };
    let unit = word.unit.as_deref().unwrap_or_default();
    let mut write = |words, top, size, colour| {
        text(svg, words, (left, top), size, colour, word.anchor);
    };
    write(&word.text, line, (13.0, true), theme.ink());
    write(unit, line + below, (12.0, false), theme.muted());
}

/// Where projections begin: a broken line with its name beside it.
fn projection(word: &Word, colour: &str, svg: &mut String) {
    let (left, top) = (word.left, word.top);
    svg.push_str(&format!(
        "<line x1=\"{0}\" y1=\"{1}\" x2=\"{0}\" y2=\"{2}\" stroke=\"{colour}\" stroke-width=\"1\" stroke-dasharray=\"3 3\"/>\n",
        number(left),
        number(top),
        number(top + word.height.unwrap_or(16.0)),
    ));
    let place = (left + 5.0, top + 12.0);
    text(svg, &word.text, place, (12.0, false), colour, Anchor::Start);
}

/// The name of a line at its end, with a piece of its colour.
fn direct(word: &Word, theme: Theme, svg: &mut String) {
    let (left, top, ink) = (word.left, word.top, theme.ink());
    svg.push_str(&format!(
        "<rect x=\"{}\" y=\"{}\" width=\"3\" height=\"12\" fill=\"{}\"/>",
        number(left),
        number(top - 6.0),
        word.colour.unwrap_or(ink),
    ));
    let place = (left + 8.0, top + 4.5);
    text(svg, &word.text, place, (12.5, false), ink, Anchor::Start);
}

/// A published value on a piece of paper.
fn mark(word: &Word, theme: Theme, svg: &mut String) {
    let lines = lines_of(word, 12.5);
    let widest = lines
        .iter()
        .map(|line| text_width(line, 12.5))
        .fold(0.0, f64::max);
    let (shift, padding) = match word.anchor {
        Anchor::Start => (0.0, 3.0),
        Anchor::Middle => (-widest / 2.0 - 3.0, 0.0),
        Anchor::End => (-widest - 6.0, -3.0),
    };
    svg.push_str(&format!(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\" fill-opacity=\"0.82\"/>",
        number(word.left + shift),
        number(word.top - 9.0),
        number(widest + 6.0),
        number(18.0 * lines.len() as f64),
        theme.paper(),
    ));
    let place = (word.left + padding, word.top + 4.5);
    paragraph(svg, word, place, (12.5, 18.0), theme.ink());
}

fn lines_of(word: &Word, size: f64) -> Vec<String> {
    match word.width {
        Some(width) => broken(&word.text, size, width),
        None => vec![word.text.clone()],
    }
}

fn paragraph(
    svg: &mut String,
    word: &Word,
    (left, top): (f64, f64),
    (size, line): (f64, f64),
    colour: &str,
) {
    for (index, words) in lines_of(word, size).iter().enumerate() {
        let place = (left, top + line * index as f64);
        text(svg, words, place, (size, false), colour, word.anchor);
    }
}
