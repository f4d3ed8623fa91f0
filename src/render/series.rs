//! The series of a chart: styled for the first drawing, only data that moved for every later one.
//!
//! Both walk the figure in the same order and give every series the same id, so ECharts can match them.

use charming::datatype::{CompositeValue, DataFrame, DataPoint, DataPointItem};
use charming::element::ItemStyle;
use charming::series::{Bar, Line};

use crate::figure::{Figure, Kind, Panel, Series, Shape, Stack, Step};
use crate::render::bubbles::{Bubble, bubbles};
use crate::render::chart::{Drawing, Drawn, drawn};
use crate::sort::sort_by;

mod style;

/// One thing to draw, before it is styled.
struct Item<'a> {
    id: String,
    panel: usize,
    role: Role<'a>,
    values: Vec<Option<f64>>,
}

/// What is drawn.
enum Role<'a> {
    /// A series of the figure; a band stands on the line of this number.
    Main(&'a Series, usize),
    /// The base case of a line.
    GhostLine,
    /// The base case of a column or bar, as an outline.
    GhostBar,
    /// What the columns of a waterfall, or those of its base case, float on.
    Float(bool),
    /// The columns of a waterfall, coloured one by one.
    Steps(Vec<&'static str>),
    /// The columns of a waterfall in the base case, as outlines.
    GhostSteps,
    /// The line from each column of a waterfall to the next.
    Connector,
    /// Bubbles, each with its place and diameter.
    Bubbles(&'a Series),
    /// The base case of bubbles, as outlines.
    GhostBubbles,
    /// A published value or range in a category.
    Mark(usize),
}

/// Every series with its style.
pub fn styled(figure: &Figure, drawing: &Drawing) -> Vec<Drawn> {
    items(figure, drawing)
        .into_iter()
        .map(|item| item.draw(figure, drawing, true))
        .collect()
}

/// The series whose data differ from what was drawn before, with id and data only.
pub fn moved(figure: &Figure, drawing: &Drawing, before: &Figure, drawn: &Drawing) -> Vec<Drawn> {
    let rescaled = |panel: usize| drawing.scales[panel].factor != drawn.scales[panel].factor;
    let pairs = items(figure, drawing).into_iter().zip(items(before, drawn));
    pairs
        .filter(|(now, before)| rescaled(now.panel) || now.values != before.values)
        .map(|(now, _)| now.draw(figure, drawing, false))
        .collect()
}

fn items<'a>(figure: &'a Figure, drawing: &Drawing) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    for (index, panel) in figure.panels.iter().enumerate() {
        let mut put = |name: String, role, values| {
            items.push(Item {
                id: format!("{index}.{name}"),
                panel: index,
                role,
                values,
            });
        };
        match figure.kind {
            Kind::Waterfall => waterfall(figure, drawing, panel, &mut put),
            Kind::Bubbles { .. } => bubble_series(figure, drawing, index, &mut put),
            _ => {
                plain(panel, &mut put);
                ghosts(figure, panel, &mut put);
            }
        }
        if let Kind::Bubbles { .. } = figure.kind {
            continue;
        }
        for (number, (mark, high)) in panel.printed().enumerate() {
            let ends = std::iter::once(mark.height).chain(high);
            put(
                format!("m{number}"),
                Role::Mark(mark.index),
                ends.map(Some).collect(),
            );
        }
    }
    items
}

/// Takes the name, role and values of an item.
type Put<'p, 'a> = &'p mut dyn FnMut(String, Role<'a>, Vec<Option<f64>>);

fn plain<'a>(panel: &'a Panel, put: Put<'_, 'a>) {
    let mut below = 0;
    for (number, series) in panel.series.iter().enumerate() {
        if matches!(series.shape, Shape::Base | Shape::Floor) {
            below = number;
        }
        let mut values = series.values.clone();
        if series.shape == Shape::BandTo {
            // A band is drawn by its height over the line below it.
            for (value, low) in values.iter_mut().zip(&panel.series[below].values) {
                *value = value.zip(*low).map(|(high, low)| high - low);
            }
        }
        put(number.to_string(), Role::Main(series, below), values);
    }
}

fn ghosts<'a>(figure: &Figure, panel: &'a Panel, put: Put<'_, 'a>) {
    if figure.kind == Kind::StackedColumns {
        if panel.series.iter().any(|series| series.base.is_some()) {
            let (up, down) = base_totals(panel, figure.categories.len());
            let hangs = down.iter().any(Option::is_some);
            put("g".to_owned(), Role::GhostBar, up);
            if hangs {
                put("h".to_owned(), Role::GhostBar, down);
            }
        }
        return;
    }
    for (number, series) in panel.series.iter().enumerate() {
        let Some(base) = series.base.clone() else {
            continue;
        };
        let name = format!("g{number}");
        if figure.kind == Kind::NestedBars {
            return put(name, Role::GhostBar, base);
        }
        if series.shape != Shape::BandAbove {
            put(name, Role::GhostLine, base);
        }
    }
}

/// How far up and down the columns of the base case reach; where nothing hangs from zero, they stand on it.
#[allow(clippy::type_complexity)]
fn base_totals(panel: &Panel, count: usize) -> (Vec<Option<f64>>, Vec<Option<f64>>) {
    let total = |index| {
        let values = panel
            .series
            .iter()
            .filter_map(|series| series.value(index, true));
        let mut stack = Stack::default();
        values.for_each(|value| {
            stack.put(value);
        });
        let (up, down) = stack.ends();
        let hangs = down < 0.0;
        ((up > 0.0 || !hangs).then_some(up), hangs.then_some(down))
    };
    (0..count).map(total).unzip()
}

/// Columns that float on others that cannot be seen, and the thin line that connects them.
fn waterfall<'a>(figure: &Figure, drawing: &Drawing, panel: &'a Panel, put: Put<'_, 'a>) {
    let steps = figure.steps(panel, false);
    let colour = |series: usize| panel.series[series].tone.colour(drawing.theme);
    let colours = steps
        .iter()
        .map(|step| step.map_or("", |step| colour(step.series)));
    let ends = steps.iter().map(|step| step.map(|step| step.to));
    put("c".to_owned(), Role::Connector, ends.collect());
    let mut float = |name: &str, steps: &[Option<Step>], ghost, role| {
        let low = steps.iter().map(|step| step.map(|step| step.low()));
        let height = steps
            .iter()
            .map(|step| step.map(|step| step.high() - step.low()));
        put(format!("f{name}"), Role::Float(ghost), low.collect());
        put(name.to_owned(), role, height.collect());
    };
    float("s", &steps, false, Role::Steps(colours.collect()));
    if panel.series.iter().any(|series| series.base.is_some()) {
        float("g", &figure.steps(panel, true), true, Role::GhostSteps);
    }
}

/// Bubbles from the largest to the smallest, so that none is hidden.
fn bubble_series<'a>(figure: &'a Figure, drawing: &Drawing, number: usize, put: Put<'_, 'a>) {
    let panel = &figure.panels[number];
    let Some(series) = panel.series.get(2) else {
        return;
    };
    let values = |base| {
        let found = bubbles(figure, drawing, number, base);
        let mut found: Vec<Bubble> = found.into_iter().flatten().collect();
        sort_by(&mut found, |one, other| one.diameter > other.diameter);
        found
            .iter()
            .flat_map(|bubble| [bubble.x, bubble.y, bubble.diameter].map(Some))
            .collect()
    };
    if panel.series.iter().any(|series| series.base.is_some()) {
        put("g".to_owned(), Role::GhostBubbles, values(true));
    }
    put("b".to_owned(), Role::Bubbles(series), values(false));
}

impl Item<'_> {
    fn draw(&self, figure: &Figure, drawing: &Drawing, styled: bool) -> Drawn {
        let bars = !matches!(figure.kind, Kind::Lines { .. });
        let data = self.data(drawing);
        match self.role {
            Role::Main(..) | Role::GhostBar if bars => self.bar(figure, drawing, data, styled),
            Role::Float(_) | Role::Steps(_) | Role::GhostSteps => {
                self.bar(figure, drawing, data, styled)
            }
            _ => {
                let line = Line::new().id(self.id.as_str()).data(data);
                Drawn::Line(Box::new(match styled {
                    true => self.styled_line(line, drawing.theme),
                    false => line,
                }))
            }
        }
    }

    fn bar(&self, figure: &Figure, drawing: &Drawing, data: DataFrame, styled: bool) -> Drawn {
        let bar = Bar::new().id(self.id.as_str()).data(data);
        Drawn::Bar(Box::new(match styled {
            true => self.styled_bar(bar, figure, drawing.theme),
            false => bar,
        }))
    }

    fn data(&self, drawing: &Drawing) -> DataFrame {
        let factor = drawing.scales[self.panel].factor;
        let scaled = self.values.iter().map(|&value| drawn(value, factor));
        match &self.role {
            Role::Bubbles(_) | Role::GhostBubbles => {
                let places = self.values.chunks(3);
                places
                    .map(|place| point(place.iter().map(|&value| drawn(value, 1.0))))
                    .collect()
            }
            &Role::Mark(index) => {
                let place = CompositeValue::from(index as f64);
                scaled
                    .map(|value| {
                        let mut place = [place.clone(), value];
                        if drawing.layout.sideways {
                            place.reverse();
                        }
                        point(place)
                    })
                    .collect()
            }
            Role::Steps(colours) => scaled
                .zip(colours)
                .map(|(value, &colour)| {
                    DataPointItem::new(value)
                        .item_style(ItemStyle::new().color(colour))
                        .into()
                })
                .collect(),
            _ => scaled.map(Into::into).collect(),
        }
    }
}

/// A place on both axes.
fn point(place: impl IntoIterator<Item = CompositeValue>) -> DataPoint {
    CompositeValue::Array(place.into_iter().collect()).into()
}
