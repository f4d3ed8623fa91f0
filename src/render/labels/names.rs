//! The names of bubbles where there is room for them, and what their axes and areas are.

use super::{Anchor, Word, WordKind};
use crate::figure::{Figure, Kind, Panel};
use crate::i18n::number::Scale;
use crate::render::bubbles::{boxed, bubbles};
use crate::render::chart::Drawing;
use crate::render::layout::{Plot, text_width};
use crate::render::room::Rect;
use crate::render::units;
use crate::sort::sort_by;

/// Height of a name.
const LINE: f64 = 17.0;

/// The unit of a series; for bubbles its name as well, since it is the title of their axis.
pub fn unit(figure: &Figure, panel: &Panel, number: usize, scale: &Scale) -> String {
    match (figure.kind, panel.series.get(number)) {
        (Kind::Bubbles { .. }, Some(series)) if scale.unit.is_empty() => series.name.clone(),
        (Kind::Bubbles { .. }, Some(series)) => format!("{} ({})", series.name, scale.unit),
        _ => scale.unit.to_owned(),
    }
}

/// The title of the horizontal axis of bubbles, and under it what their areas stand for.
pub fn axes(figure: &Figure, number: usize, plot: &Plot, drawing: &Drawing) -> Vec<Word> {
    let Some((_, across)) = drawing.across.get(number) else {
        return Vec::new();
    };
    let panel = &figure.panels[number];
    let area = units::scale(figure, &drawing.reader, panel, 2);
    let titles = [
        unit(figure, panel, 0, across),
        format!("◯ {}", unit(figure, panel, 2, &area)),
    ];
    let (right, bottom) = (plot.left + plot.width, plot.top + plot.height);
    let titles = titles.into_iter().zip([bottom + 26.0, bottom + 44.0]);
    titles
        .map(|(text, top)| Word {
            anchor: Anchor::End,
            ..Word::new(WordKind::Axis, text, right, top)
        })
        .collect()
}

/// The names of bubbles: the largest first, within the bubble or beside it; none where it would touch something.
pub fn names(figure: &Figure, drawing: &Drawing, number: usize) -> Vec<Word> {
    let plot = &drawing.layout.plots[number];
    let bounds = Rect {
        left: plot.left,
        top: plot.top,
        right: plot.left + plot.width + 12.0,
        bottom: plot.top + plot.height,
    };
    let found = bubbles(figure, drawing, number, false)
        .into_iter()
        .enumerate();
    let mut discs: Vec<(usize, Rect)> = found
        .filter_map(|(index, bubble)| {
            let place = boxed(drawing, number, &bubble?);
            let disc = Rect::around(place.centre(), place.width, place.width);
            Some((index, disc))
        })
        .collect();
    sort_by(&mut discs, |one, other| {
        one.1.right - one.1.left > other.1.right - other.1.left
    });
    let mut words: Vec<(Word, Rect)> = Vec::new();
    for &(index, disc) in &discs {
        let name = figure.categories.name(index);
        let width = text_width(&name, 12.5) + 2.0;
        let ((x, y), half) = (disc.centre(), width / 2.0);
        let reach = (disc.right - disc.left) / 2.0;
        let places = [
            ((x, y), Anchor::Middle),
            ((x + reach + 3.0 + half, y), Anchor::Start),
            ((x - reach - 3.0 - half, y), Anchor::End),
            ((x, y - reach - LINE / 2.0), Anchor::Middle),
            ((x, y + reach + LINE / 2.0), Anchor::Middle),
        ];
        let places = places.map(|(centre, anchor)| (Rect::around(centre, width, LINE), anchor));
        // Words lie within their own bubble or outside of it, and on no other.
        let clear = |rect: &Rect, (other, disc): &(usize, Rect)| match *other == index {
            true => width <= 1.7 * reach || !rect.meets(disc),
            false => !rect.meets(disc),
        };
        let place = places.into_iter().find(|(rect, _)| {
            rect.within(&bounds)
                && words.iter().all(|(_, taken)| !rect.meets(taken))
                && discs.iter().all(|disc| clear(rect, disc))
        });
        if let Some((rect, anchor)) = place {
            words.push((Word::placed(WordKind::Name, name, &rect, anchor), rect));
        }
    }
    words.into_iter().map(|(word, _)| word).collect()
}
