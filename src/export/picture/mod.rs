//! A figure as a picture: SVG whose text is text and whose looks are attributes, so that drawing programs take it.
//!
//! The shapes of the plot come from the chart library; everything else, the words over the plot included, is put
//! around them here.

use super::about::{self, About};
use super::words;
use crate::figure::{Figure, Kind, Series, Shape};
use crate::i18n::number::Reader;
use crate::render::chart::Drawing;
use crate::render::labels::{Anchor, Word, WordKind};
use crate::render::layout::text_width;
use crate::render::theme::Theme;
use crate::text::Lang;

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
    legend(material, &mut pen);
    pen.top += 4.0;
    let open = format!(
        "<g transform=\"translate({} {})\">",
        number(MARGIN),
        number(pen.top)
    );
    pen.text.push_str(&open);
    pen.text.push_str(material.shapes);
    for word in material.words {
        self::word(word, theme, &mut pen.text);
    }
    pen.text.push_str("</g>\n");
    pen.top += material.drawing.layout.height + 10.0;
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

/// What is told beside the figure, a line each.
fn described(material: &Material) -> String {
    let colon = about::colon(material.reader.lang);
    let lines: Vec<_> = about::told(material.figure, material.about)
        .into_iter()
        .map(|(name, value)| format!("{name}{colon}{value}"))
        .collect();
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

/// Fonts of the page, by the names that other programs know as well.
const fn font(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "Segoe UI, Helvetica Neue, Noto Sans, Liberation Sans, Arial, Noto Sans CJK JP, Yu Gothic, sans-serif"
        }
        Lang::Ja => "Hiragino Sans, Yu Gothic, Noto Sans CJK JP, Noto Sans JP, Meiryo, sans-serif",
    }
}

fn foot(material: &Material, pen: &mut Pen) {
    let colon = about::colon(material.reader.lang);
    for (name, value) in about::told(material.figure, material.about) {
        let is_link = name == material.reader.text(words::LINK);
        let value = if is_link { shortened(value) } else { value };
        pen.lines(&format!("{name}{colon}{value}"), 12.0, 18.0, false);
    }
}

/// A link that fits into a few lines.
fn shortened(link: String) -> String {
    match link.char_indices().nth(LINK) {
        Some((end, _)) => format!("{}…", &link[..end]),
        None => link,
    }
}

/// The names and colours of series, unless they stand beside the shapes already.
fn legend(material: &Material, pen: &mut Pen) {
    let figure = material.figure;
    let mut entries: Vec<(&str, &str)> = Vec::new();
    // What the shades of a range mean is told in the note.
    let is_range = |series: &&Series| matches!(series.shape, Shape::Floor | Shape::RangeTo);
    let series = figure.panels.iter().flat_map(|panel| &panel.series);
    for series in series.filter(|it| !is_range(it)) {
        let colour = series.tone.colour(material.drawing.theme);
        if !entries.contains(&(series.name.as_str(), colour)) {
            entries.push((&series.name, colour));
        }
    }
    if matches!(figure.kind, Kind::Bubbles { .. }) || entries.len() < 2 {
        entries.clear();
    }
    let beside = |name: &str| {
        let mut words = material.words.iter();
        words.any(|word| word.kind == WordKind::Direct && word.text == name)
    };
    entries.retain(|(name, _)| !beside(name));
    if entries.is_empty() && !figure.has_base() {
        return;
    }
    let (ink, muted) = (material.drawing.theme.ink(), material.drawing.theme.muted());
    let mut left = MARGIN;
    let ghost = figure.has_base().then_some((material.reference, ""));
    for (name, colour) in entries.into_iter().chain(ghost) {
        let width = 18.0 + text_width(name, 12.5) + 18.0;
        if left > MARGIN && left + width > WIDTH - MARGIN {
            (left, pen.top) = (MARGIN, pen.top + 20.0);
        }
        let (x, y) = (number(left), number(pen.top + 4.0));
        let mark = match colour {
            "" => format!(
                "<line x1=\"{x}\" y1=\"{0}\" x2=\"{1}\" y2=\"{0}\" stroke=\"{muted}\" stroke-width=\"2\" stroke-dasharray=\"4 3\"/>",
                number(pen.top + 9.5),
                number(left + 14.0),
            ),
            _ => {
                format!("<rect x=\"{x}\" y=\"{y}\" width=\"11\" height=\"11\" fill=\"{colour}\"/>")
            }
        };
        pen.text.push_str(&mark);
        let place = (left + 18.0, pen.top + 14.0);
        text(
            &mut pen.text,
            name,
            place,
            (12.5, false),
            ink,
            Anchor::Start,
        );
        left += width;
    }
    pen.top += 24.0;
}

/// Writes from the top down.
struct Pen {
    text: String,
    top: f64,
    theme: Theme,
}

impl Pen {
    /// Words in as many lines as they need; bold ones in ink, others muted.
    fn lines(&mut self, words: &str, size: f64, line: f64, bold: bool) {
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
fn text(
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

/// A word over the plot, as `style/figure.css` places it.
fn word(word: &Word, theme: Theme, svg: &mut String) {
    let Word { left, top, .. } = *word;
    let (ink, muted) = (theme.ink(), theme.muted());
    match word.kind {
        WordKind::Panel => {
            text(
                svg,
                &word.text,
                (left, top + 14.5),
                (13.0, true),
                ink,
                word.anchor,
            );
            let below = if word.text.is_empty() { 0.0 } else { 20.0 };
            let unit = word.unit.as_deref().unwrap_or_default();
            text(
                svg,
                unit,
                (left, top + below + 14.5),
                (12.0, false),
                muted,
                word.anchor,
            );
        }
        WordKind::Projection => {
            svg.push_str(&format!(
                "<line x1=\"{0}\" y1=\"{1}\" x2=\"{0}\" y2=\"{2}\" stroke=\"{muted}\" stroke-width=\"1\" stroke-dasharray=\"3 3\"/>\n",
                number(left),
                number(top),
                number(top + word.height.unwrap_or(16.0)),
            ));
            text(
                svg,
                &word.text,
                (left + 5.0, top + 12.0),
                (12.0, false),
                muted,
                Anchor::Start,
            );
        }
        WordKind::Direct => {
            let colour = word.colour.unwrap_or(ink);
            svg.push_str(&format!(
                "<rect x=\"{}\" y=\"{}\" width=\"3\" height=\"12\" fill=\"{colour}\"/>",
                number(left),
                number(top - 6.0),
            ));
            text(
                svg,
                &word.text,
                (left + 8.0, top + 4.5),
                (12.5, false),
                ink,
                Anchor::Start,
            );
        }
        WordKind::Mark => mark(word, theme, svg),
        WordKind::Amount | WordKind::Name => {
            paragraph(svg, word, (left, top + 12.8), (12.5, 17.0), ink);
        }
        WordKind::Axis => paragraph(svg, word, (left, top + 13.0), (12.0, 18.0), muted),
    }
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

/// Words in lines of at most a width: broken at spaces, and between the characters of Japanese.
pub fn broken(text: &str, size: f64, width: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut length) = (String::new(), 0.0);
    for piece in pieces(text) {
        let piece_length = text_width(piece, size);
        if length + piece_length > width && !line.is_empty() {
            lines.push(line.trim_end().to_owned());
            (line, length) = (String::new(), 0.0);
        }
        if piece_length <= width {
            line.push_str(piece);
            length += piece_length;
            continue;
        }
        // No place to break it: a part of a link.
        for c in piece.chars() {
            let one = text_width(c.encode_utf8(&mut [0; 4]), size);
            if length + one > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                length = 0.0;
            }
            line.push(c);
            length += one;
        }
    }
    if !line.trim_end().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// The pieces between which a line may end.
fn pieces(text: &str) -> Vec<&str> {
    // Links break where their parts meet.
    let after = |c: char| c == ' ' || c == '&' || !c.is_ascii() && !is_opening(c);
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let end = at + c.len_utf8();
        let Some((_, next)) = characters.peek().copied() else {
            break;
        };
        let before = !next.is_ascii() && !is_closing(next);
        if !is_closing(next) && !is_opening(c) && next != ' ' && (after(c) || before && c != '(') {
            pieces.push(&text[start..end]);
            start = end;
        }
    }
    pieces.push(&text[start..]);
    pieces
}

fn is_opening(c: char) -> bool {
    "「『（［【“‘(".contains(c)
}

/// What no line may begin with.
fn is_closing(c: char) -> bool {
    "、。，．」』）］】”’)％%ー・：:,.～–".contains(c)
}

/// Text as XML holds it.
fn escaped(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    escaped.replace('>', "&gt;").replace('"', "&quot;")
}

/// A length with a digit after the point.
fn number(length: f64) -> String {
    super::exact((length * 10.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapters::ChapterId;
    use crate::chapters::tests::in_context;
    use crate::i18n::number::Currency;
    use crate::render::labels::{direct_labels, fixed_words};
    use crate::scenario::Scenario;

    #[test]
    fn lines_break_where_each_language_breaks_them() {
        let lines = broken("one two three", 10.0, 45.0);
        assert_eq!(lines, ["one two", "three"]);
        let lines = broken("日本の製造業、米国（の）企業", 10.0, 62.0);
        assert_eq!(lines, ["日本の製造", "業、米国", "（の）企業"]);
    }

    #[test]
    fn a_long_link_is_broken_and_a_very_long_one_shortened() {
        let link = format!("https://x/#/share?pinned={}", "a%20".repeat(60));
        let lines = broken(&link, 12.0, 400.0);
        assert!(lines.len() > 2 && lines.concat() == link);
        assert!(lines.iter().all(|line| text_width(line, 12.0) <= 400.0));
        assert_eq!(shortened(link.clone()), link);
        let short = shortened(link.repeat(9));
        assert!(short.chars().count() == LINK + 1 && short.ends_with('…'));
    }

    #[test]
    fn every_figure_is_a_picture_of_texts_and_attributes() {
        for lang in Lang::ALL {
            in_context(
                &Scenario::default(),
                (lang, Currency::Native, false),
                |context| {
                    for spec in ChapterId::ALL
                        .iter()
                        .flat_map(|chapter| chapter.chapter().figures)
                    {
                        let figure = (spec.make)(context);
                        let drawing = Drawing::of(
                            &figure,
                            &context.reader,
                            WIDTH - 2.0 * MARGIN,
                            Theme::Dark,
                        );
                        let mut words = fixed_words(&figure, &drawing, "projection");
                        words.extend(direct_labels(&figure, &drawing));
                        let about =
                            About::of(context.scenario, "", "https://x/?a=1&b=2", &context.reader);
                        let picture = picture(&Material {
                            figure: &figure,
                            drawing: &drawing,
                            measure: &figure.subtitle,
                            words: &words,
                            shapes: "",
                            reference: "base",
                            about: &about,
                            reader: &context.reader,
                        });
                        assert!(picture.height > drawing.layout.height + 60.0);
                        assert!(picture.svg.contains(&escaped(&figure.title)));
                        assert!(picture.svg.contains("b=2") && !picture.svg.contains("style="));
                        assert!(!picture.svg.contains("NaN"), "{}", spec.id);
                    }
                },
            );
        }
    }
}
