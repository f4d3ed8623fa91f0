//! The names of bubbles on a slide: at one of the places that native charts know, or none where all are taken.

use crate::figure::Figure;
use crate::render::bubbles::bubbles;
use crate::render::chart::Drawing;
use crate::render::layout::text_width;
use crate::render::room::Rect;
use crate::sort::sort_by;

/// The area between the axes, in parts of the chart: from the left, from the top, width, height.
pub const PLOT: [f64; 4] = [0.075, 0.03, 0.905, 0.82];

/// Size of a chart of a height in inches, in pixels: the room of `src/web/slides.js`.
fn chart(room: f64) -> (f64, f64) {
    (12.33 * 96.0, room * 96.0)
}

/// Diameter of the largest bubble in parts of the shorter side of the plot, as programs of presentations have it.
const LARGEST: f64 = 0.25;

/// Size and height of a name.
const SIZE: f64 = 12.0;
const LINE: f64 = 16.0;

/// Where a name stands, by the letters of the format.
pub type Place = Option<&'static str>;

/// A bubble in pixels of the chart.
struct Disc {
    index: usize,
    centre: (f64, f64),
    radius: f64,
}

/// The place of the name of each category.
pub fn places(figure: &Figure, drawing: &Drawing, number: usize, room: f64) -> Vec<Place> {
    let mut places = vec![None; figure.categories.len()];
    for (index, place, _) in arranged(figure, drawing, number, room) {
        places[index] = Some(place);
    }
    places
}

/// The names that have room with their places: the largest bubbles have theirs first.
pub fn arranged(
    figure: &Figure,
    drawing: &Drawing,
    number: usize,
    room: f64,
) -> Vec<(usize, &'static str, Rect)> {
    let chart = chart(room);
    let discs = discs(figure, drawing, number, chart);
    let [left, top, width, height] = PLOT;
    let bounds = Rect {
        left: left * chart.0,
        top: top * chart.1,
        right: (left + width) * chart.0,
        bottom: (top + height) * chart.1,
    };
    let mut taken: Vec<(usize, &'static str, Rect)> = Vec::new();
    for disc in &discs {
        let width = text_width(&figure.categories.name(disc.index), SIZE) + 8.0;
        let fits = width <= 1.7 * disc.radius;
        let touches =
            |other: &Disc, rect: &Rect| other.meets(rect) && !(fits && other.index == disc.index);
        let is_free = |rect: &Rect| {
            rect.within(&bounds)
                && !taken.iter().any(|(_, _, other)| rect.meets(other))
                && !discs.iter().any(|other| touches(other, rect))
        };
        let mut free = disc.around(width).into_iter();
        if let Some((place, rect)) = free.find(|(_, rect)| is_free(rect)) {
            taken.push((disc.index, place, rect));
        }
    }
    taken
}

fn discs(figure: &Figure, drawing: &Drawing, number: usize, chart: (f64, f64)) -> Vec<Disc> {
    let [left, top, width, height] = PLOT;
    let most = LARGEST * (width * chart.0).min(height * chart.1);
    let bubbles = bubbles(figure, drawing, number, false);
    let largest = bubbles
        .iter()
        .flatten()
        .fold(1.0_f64, |most, bubble| most.max(bubble.diameter));
    let mut discs = Vec::new();
    for (index, bubble) in bubbles.iter().enumerate() {
        let Some(bubble) = bubble else { continue };
        let across = drawing.across[number].0.share(bubble.x);
        let up = drawing.axes[number].share(bubble.y);
        discs.push(Disc {
            index,
            centre: (
                (left + width * across) * chart.0,
                (top + height * (1.0 - up)) * chart.1,
            ),
            radius: bubble.diameter / largest * most / 2.0,
        });
    }
    sort_by(&mut discs, |one, other| one.radius > other.radius);
    discs
}

impl Disc {
    /// Where its name may stand: on it where it fits, beside it, over and under it.
    fn around(&self, width: f64) -> [(&'static str, Rect); 5] {
        let (x, y) = self.centre;
        let (beside, over) = (self.radius + width / 2.0, self.radius + LINE / 2.0);
        [
            ("ctr", (x, y)),
            ("r", (x + beside, y)),
            ("l", (x - beside, y)),
            ("t", (x, y - over)),
            ("b", (x, y + over)),
        ]
        .map(|(place, centre)| (place, Rect::around(centre, width, LINE)))
    }

    fn meets(&self, rect: &Rect) -> bool {
        let (x, y) = self.centre;
        let across = x - x.max(rect.left).min(rect.right);
        let down = y - y.max(rect.top).min(rect.bottom);
        across * across + down * down < self.radius * self.radius - 0.1
    }
}
