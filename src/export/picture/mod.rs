//! A figure as a picture: SVG whose text is text and whose looks are attributes, so that drawing programs take it.
//!
//! The shapes of the plot come from the chart library; everything else, the words over the plot included, is put
//! around them here.

use super::about::{self, About, Fact};
use super::heat::Heat;
use super::words;
use crate::figure::Figure;
use crate::i18n::number::Reader;
use crate::render::chart::Drawing;
use crate::render::labels::Word;
use crate::text::Lang;
use legend::legend;
use pen::{Pen, escaped, number};

mod bubbles;
mod heat;
mod legend;
mod lines;
mod over;
mod pen;

pub use lines::broken;

/// Width of the whole in pixels.
pub const WIDTH: f64 = 960.0;

/// Space around it.
pub const MARGIN: f64 = 24.0;

/// The longest link that is shown whole; of longer ones the beginning is, and the whole stands in the description of
/// the file.
const LINK: usize = 900;

/// A picture and its size.
pub struct Picture {
    /// The SVG.
    pub svg: String,
    /// What is told beside the figure, link included, for the description of a file.
    pub about: String,
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
}

/// What a picture is made from.
pub struct Material<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// How it is drawn, at [`WIDTH`] less both margins.
    pub drawing: &'a Drawing,
    /// The subtitle with its unit.
    pub measure: &'a str,
    /// The words over the plot.
    pub words: &'a [Word],
    /// The shapes of the plot as SVG elements.
    pub shapes: &'a str,
    /// What the present numbers are compared with.
    pub reference: &'a str,
    /// Of which scenario it is.
    pub about: &'a About,
    /// For whom it is written.
    pub reader: &'a Reader,
}

/// The picture.
pub fn picture(material: &Material) -> Picture {
    let theme = material.drawing.theme;
    let mut pen = Pen {
        text: String::new(),
        top: MARGIN,
        theme,
    };
    pen.lines(&material.figure.title, 20.0, 27.0, true);
    pen.lines(material.measure, 13.0, 20.0, false);
    pen.top += 6.0;
    match Heat::of(material.figure, material.reader) {
        Some(table) => heat::grid(&table, &mut pen),
        None => plot(material, &mut pen),
    }
    foot(material, &mut pen);
    let height = (pen.top + MARGIN / 2.0).round();
    let about = described(material);
    Picture {
        svg: wrapped(material, &about, &pen.text, height),
        about,
        width: WIDTH,
        height,
    }
}

/// The legend, then the plot with the words over it.
fn plot(material: &Material, pen: &mut Pen) {
    legend(material, pen);
    pen.top += 4.0;
    let open = format!(
        "<g transform=\"translate({} {})\">",
        number(MARGIN),
        number(pen.top)
    );
    pen.text.push_str(&open);
    pen.text.push_str(material.shapes);
    for word in material.words {
        over::word(word, pen.theme, &mut pen.text);
    }
    pen.text.push_str("</g>\n");
    pen.top += material.drawing.layout.height + 10.0;
}

/// What is told beside the figure, a line each.
fn described(material: &Material) -> String {
    let told = about::told(material.figure, material.about).into_iter();
    let lines: Vec<_> = told.map(|told| told.line(material.reader.lang)).collect();
    lines.join("\n")
}

/// The SVG element with its title and description around the drawing.
fn wrapped(material: &Material, about: &str, drawing: &str, height: f64) -> String {
    let (width, height) = (number(WIDTH), number(height));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"{}\" xml:lang=\"{}\">\n<title>{}</title>\n<desc>{}</desc>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n{drawing}</svg>\n",
        font(material.reader.lang),
        material.reader.lang.code(),
        escaped(&material.figure.title),
        escaped(about),
        material.drawing.theme.paper(),
    )
}

/// Fonts of the page, by the names that other programs know as well. Some take the first alone and replace what they do
/// not have: of the Japanese ones that must be one whose replacement has Japanese forms.
const fn font(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "Segoe UI, Helvetica Neue, Noto Sans, Liberation Sans, Arial, Noto Sans CJK JP, Yu Gothic, sans-serif"
        }
        Lang::Ja => "Noto Sans CJK JP, Yu Gothic, Hiragino Sans, Noto Sans JP, Meiryo, sans-serif",
    }
}

fn foot(material: &Material, pen: &mut Pen) {
    for line in bubbles::told(material) {
        pen.lines(&line, 12.0, 18.0, false);
    }
    for mut told in about::told(material.figure, material.about) {
        if told.0 == Fact::Link {
            told.1 = shortened(told.1, material.reader.text(words::CUT));
        }
        pen.lines(&told.line(material.reader.lang), 12.0, 18.0, false);
    }
}

/// A link that fits into a few lines; `cut` says where the rest is.
fn shortened(link: String, cut: &str) -> String {
    match link.char_indices().nth(LINK) {
        Some((end, _)) => format!("{}…{cut}", &link[..end]),
        None => link,
    }
}

#[cfg(test)]
mod tests;
