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
    let mut discs: Vec<Disc> = Vec::new();
    for (index, bubble) in bubbles(figure, drawing, number, false).iter().enumerate() {
        if let Some(bubble) = bubble {
            discs.push(Disc {
                index,
                centre: boxed(drawing, number, bubble).centre(),
                radius: bubble.diameter / 2.0,
            });
        }
    }
    sort_by(&mut discs, |one, other| one.radius > other.radius);
    let mut taken: Vec<Rect> = Vec::new();
    for disc in &discs {
        let name = figure.categories.name(disc.index);
        let width = text_width(&name, 12.5) + 2.0;
        // Words lie within their own bubble or outside of it, and on no other.
        let fits = width <= 1.7 * disc.radius;
        let clear = |rect: &Rect| {
            let touches = |other: &Disc| other.meets(rect) && !(other.index == disc.index && fits);
            rect.within(&bounds)
                && !taken.iter().any(|other| rect.meets(other))
                && !discs.iter().any(touches)
        };
        let place = disc.places(width).into_iter().find(|(rect, _)| clear(rect));
        if let Some((rect, anchor)) = place {
            taken.push(rect);
            words.push(Word::placed(WordKind::Name, name, &rect, anchor));
        }
    }
}

/// A bubble in CSS pixels.
struct Disc {
    index: usize,
    centre: (f64, f64),
    radius: f64,
}

impl Disc {
    /// Where its name may stand: on it, beside it, over and under it, and between these.
    fn places(&self, width: f64) -> [(Rect, Anchor); 9] {
        let (x, y) = self.centre;
        let (beside, over) = (self.radius + 3.0 + width / 2.0, self.radius + LINE / 2.0);
        let (aside, above) = (beside - 0.3 * self.radius, over - 0.3 * self.radius);
        [
            (x, y, Anchor::Middle),
            (x + beside, y, Anchor::Start),
            (x - beside, y, Anchor::End),
            (x, y - over, Anchor::Middle),
            (x, y + over, Anchor::Middle),
            (x + aside, y - above, Anchor::Start),
            (x + aside, y + above, Anchor::Start),
            (x - aside, y - above, Anchor::End),
            (x - aside, y + above, Anchor::End),
        ]
        .map(|(x, y, anchor)| (Rect::around((x, y), width, LINE), anchor))
    }

    fn meets(&self, rect: &Rect) -> bool {
        let (x, y) = self.centre;
        let across = x - x.max(rect.left).min(rect.right);
        let down = y - y.max(rect.top).min(rect.bottom);
        across * across + down * down < self.radius * self.radius - 0.1
    }
}
