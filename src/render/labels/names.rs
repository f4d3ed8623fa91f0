//! The names of bubbles where there is room for them, and what their axes and areas are.

use super::{Anchor, LINE, Word, WordKind};
use crate::figure::{Figure, Kind, Panel};
use crate::i18n::number::Scale;
use crate::render::bubbles::{boxed, bubbles};
use crate::render::chart::Drawing;
use crate::render::layout::text_width;
use crate::render::room::Rect;
use crate::render::units;
use crate::sort::sort_by;

/// The unit of a series; for bubbles its name as well, since it is the title of their axis.
pub fn unit(figure: &Figure, panel: &Panel, number: usize, scale: &Scale) -> String {
    match (figure.kind, panel.series.get(number)) {
        (Kind::Bubbles { .. }, Some(series)) if scale.unit.is_empty() => series.name.clone(),
        (Kind::Bubbles { .. }, Some(series)) => format!("{} ({})", series.name, scale.unit),
        _ => scale.unit.to_owned(),
    }
}

/// The title of the horizontal axis of bubbles, and under it what their areas stand for.
pub fn axes(figure: &Figure, drawing: &Drawing, number: usize, words: &mut Vec<Word>) {
    let (panel, plot) = (&figure.panels[number], &drawing.layout.plots[number]);
    let Some((_, across)) = drawing.across.get(number) else {
        return;
    };
    let area = units::scale(figure, &drawing.reader, panel, 2);
    let area = format!("◯ {}", unit(figure, panel, 2, &area));
    let (right, bottom) = (plot.left + plot.width, plot.top + plot.height);
    for (text, below) in [(unit(figure, panel, 0, across), 26.0), (area, 44.0)] {
        words.push(Word {
            anchor: Anchor::End,
            ..Word::new(WordKind::Axis, text, right, bottom + below)
        });
    }
}

/// The names of bubbles: the largest first, within the bubble or beside it; none where it would touch something.
pub fn names(figure: &Figure, drawing: &Drawing, number: usize, words: &mut Vec<Word>) {
    let plot = &drawing.layout.plots[number];
    let bounds = Rect {
        left: plot.left,
        top: plot.top,
        right: plot.left + plot.width + 12.0,
        bottom: plot.top + plot.height,
    };
    let mut discs: Vec<(usize, Rect)> = Vec::new();
    for (index, bubble) in bubbles(figure, drawing, number, false).iter().enumerate() {
        if let Some(bubble) = bubble {
            let place = boxed(drawing, number, bubble);
            discs.push((
                index,
                Rect::around(place.centre(), place.width, place.width),
            ));
        }
    }
    sort_by(&mut discs, |one, other| one.1.width() > other.1.width());
    let mut taken: Vec<Rect> = Vec::new();
    for &(index, disc) in &discs {
        let name = figure.categories.name(index);
        let width = text_width(&name, 12.5) + 2.0;
        let ((x, y), reach) = (disc.centre(), disc.width() / 2.0);
        let (beside, over) = (reach + 3.0 + width / 2.0, reach + LINE / 2.0);
        let places = [
            ((x, y), Anchor::Middle),
            ((x + beside, y), Anchor::Start),
            ((x - beside, y), Anchor::End),
            ((x, y - over), Anchor::Middle),
            ((x, y + over), Anchor::Middle),
        ];
        for (centre, anchor) in places {
            let rect = Rect::around(centre, width, LINE);
            // Words lie within their own bubble or outside of it, and on no other.
            let fits = width <= 1.7 * reach;
            let touches =
                |(other, disc): &(usize, Rect)| rect.meets(disc) && !(*other == index && fits);
            if rect.within(&bounds)
                && !taken.iter().any(|other| rect.meets(other))
                && !discs.iter().any(touches)
            {
                taken.push(rect);
                words.push(Word::placed(WordKind::Name, name, &rect, anchor));
                break;
            }
        }
    }
}
