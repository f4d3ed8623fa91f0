//! A table over two inputs as a picture: shaded cells with their values.

use super::lines::broken;
use super::pen::{Pen, number, text};
use super::{MARGIN, WIDTH};
use crate::export::heat::{Heat, Shade, mixed};
use crate::render::labels::Anchor;
use crate::render::layout::text_width;
use crate::render::theme::Theme;

/// Height of a row.
const ROW: f64 = 30.0;

/// Size of all words, and the distance of lines.
const SIZE: f64 = 12.5;
const LINE: f64 = 16.0;

/// The widest that the names of rows get.
const NAMES: f64 = 200.0;

/// The colour of the largest value, that of the page.
const fn accent(theme: Theme) -> &'static str {
    match theme {
        Theme::Light => "#12436D",
        Theme::Dark => "#7FB2E5",
    }
}

/// The table from the top down: what goes across, the values of both inputs, the cells.
pub fn grid(heat: &Heat, pen: &mut Pen) {
    let names = heat.rows.iter().map(|(name, _)| text_width(name, SIZE));
    let widest = names.fold(text_width(&heat.down, SIZE), f64::max);
    let names = (widest + 24.0).min(NAMES);
    let start = MARGIN + names;
    let width = (WIDTH - MARGIN - start) / heat.columns.len().max(1) as f64;
    let muted = pen.theme.muted();
    let say = |pen: &mut Pen, words: &str, place| {
        text(
            &mut pen.text,
            words,
            place,
            (SIZE, false),
            muted,
            Anchor::Start,
        );
    };
    say(pen, &format!("{} →", heat.across), (start, pen.top + 13.0));
    pen.top += LINE + 6.0;
    let down = broken(&format!("{} ↓", heat.down), SIZE, names - 12.0);
    let columns = heat.columns.iter();
    let columns: Vec<_> = columns.map(|it| broken(it, SIZE, width - 6.0)).collect();
    let most = columns.iter().map(Vec::len).fold(down.len(), usize::max);
    let base = |line: usize, of: usize, top: f64| top + (most - of + line) as f64 * LINE + 12.0;
    for (line, words) in down.iter().enumerate() {
        say(pen, words, (MARGIN, base(line, down.len(), pen.top)));
    }
    let ink = pen.theme.ink();
    for (column, lines) in columns.iter().enumerate() {
        let middle = start + (column as f64 + 0.5) * width;
        for (line, words) in lines.iter().enumerate() {
            let place = (middle, base(line, lines.len(), pen.top));
            text(
                &mut pen.text,
                words,
                place,
                (SIZE, false),
                ink,
                Anchor::Middle,
            );
        }
    }
    pen.top += most as f64 * LINE + 4.0;
    for (row, (name, cells)) in heat.rows.iter().enumerate() {
        let place = (start - 12.0, pen.top + ROW * 0.5 + SIZE * 0.36);
        text(&mut pen.text, name, place, (SIZE, false), ink, Anchor::End);
        for (column, shade) in cells.iter().enumerate() {
            let left = start + column as f64 * width;
            cell(shade, (left, width), (column, row) == heat.present, pen);
        }
        pen.top += ROW;
    }
    outline(heat, (start, width), pen);
    pen.top += 10.0;
}

fn cell(shade: &Shade, (left, width): (f64, f64), is_present: bool, pen: &mut Pen) {
    let (paper, ink) = (pen.theme.paper(), pen.theme.ink());
    let fill = mixed(paper, accent(pen.theme), shade.share);
    pen.text.push_str(&format!(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{fill}\" stroke=\"{paper}\" stroke-width=\"1\"/>\n",
        number(left),
        number(pen.top),
        number(width),
        number(ROW),
    ));
    let place = (left + width * 0.5, pen.top + ROW * 0.5 + SIZE * 0.36);
    let look = (SIZE, is_present);
    text(&mut pen.text, &shade.text, place, look, ink, Anchor::Middle);
}

/// The frame of the present scenario, over its neighbours.
fn outline(heat: &Heat, (start, width): (f64, f64), pen: &mut Pen) {
    let (column, row) = heat.present;
    let below = (heat.rows.len() - row.min(heat.rows.len())) as f64;
    pen.text.push_str(&format!(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"/>\n",
        number(start + column as f64 * width + 1.0),
        number(pen.top - below * ROW + 1.0),
        number(width - 2.0),
        number(ROW - 2.0),
        pen.theme.ink(),
    ));
}
