//! Text as SVG: lines under each other, and single words at their places.

use super::lines::broken;
use super::{MARGIN, WIDTH};
use crate::render::labels::Anchor;
use crate::render::theme::Theme;

/// Writes from the top down.
pub struct Pen {
    /// What is written.
    pub text: String,
    /// Where the next line begins.
    pub top: f64,
    /// In which colours.
    pub theme: Theme,
}

impl Pen {
    /// Words in as many lines as they need; bold ones in ink, others muted.
    pub fn lines(&mut self, words: &str, size: f64, line: f64, bold: bool) {
        let factor = if bold { 1.06 } else { 1.0 };
        for words in broken(words, size * factor, WIDTH - 2.0 * MARGIN) {
            let colour = if bold {
                self.theme.ink()
            } else {
                self.theme.muted()
            };
            let place = (MARGIN, self.top + line * 0.5 + size * 0.36);
            text(
                &mut self.text,
                &words,
                place,
                (size, bold),
                colour,
                Anchor::Start,
            );
            self.top += line;
        }
    }
}

/// A line of text at its place, the baseline.
pub fn text(
    svg: &mut String,
    words: &str,
    (left, base): (f64, f64),
    (size, bold): (f64, bool),
    colour: &str,
    anchor: Anchor,
) {
    if words.is_empty() {
        return;
    }
    let weight = if bold { " font-weight=\"600\"" } else { "" };
    let anchor = match anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    svg.push_str(&format!(
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor} fill=\"{colour}\">{}</text>\n",
        number(left),
        number(base),
        number(size),
        escaped(words)
    ));
}

/// Text as XML holds it.
pub fn escaped(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    escaped.replace('>', "&gt;").replace('"', "&quot;")
}

/// A length with a digit after the point.
pub fn number(length: f64) -> String {
    crate::export::exact((length * 10.0).round() / 10.0)
}
