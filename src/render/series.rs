//! The series of a chart: styled for the first drawing, only data that moved for every later one.
//!
//! Both walk the figure in the same order and give every series the same id, so ECharts can match them.

use charming::datatype::{CompositeValue, DataFrame, DataPoint, DataPointItem};
use charming::element::ItemStyle;

use crate::figure::{Figure, Kind, Panel, Series, Shape, Stack, Step};
use crate::render::bubbles::bubbles;
use crate::render::chart::{Drawing, drawn};
use crate::render::options::Drawn;
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
        for (number, (mark, high)) in panel.marked().enumerate() {
            let mut ends = vec![Some(mark.height)];
            if high.is_some() {
                ends.push(high);
            }
            put(format!("m{number}"), Role::Mark(mark.index), ends);
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
        if matches!(series.shape, Shape::BandTo | Shape::RangeTo) {
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
            let [up, down] = base_totals(panel, figure.categories.len());
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
fn base_totals(panel: &Panel, count: usize) -> [Vec<Option<f64>>; 2] {
    let mut totals = [Vec::new(), Vec::new()];
    for index in 0..count {
        let mut stack = Stack::default();
        for series in &panel.series {
            stack.put(series.value(index, true).unwrap_or(0.0));
        }
        let (up, down) = stack.ends();
        let hangs = down < 0.0;
        totals[0].push((up > 0.0 || !hangs).then_some(up));
        totals[1].push(hangs.then_some(down));
    }
    totals
}

/// Columns that float on others that cannot be seen, and the thin line that connects them.
fn waterfall<'a>(figure: &Figure, drawing: &Drawing, panel: &'a Panel, put: Put<'_, 'a>) {
    let steps = figure.steps(panel, false);
    let (mut ends, mut colours) = (Vec::new(), Vec::new());
    for step in &steps {
        ends.push(step.map(|step| step.to));
        let series = step.map_or(0, |step| step.series);
        colours.push(panel.series[series].tone.colour(drawing.theme));
    }
    put("c".to_owned(), Role::Connector, ends);
    float(&steps, false, Role::Steps(colours), put);
    if panel.series.iter().any(|series| series.base.is_some()) {
        float(&figure.steps(panel, true), true, Role::GhostSteps, put);
    }
}

fn float<'a>(steps: &[Option<Step>], ghost: bool, role: Role<'a>, put: Put<'_, 'a>) {
    let (mut low, mut height) = (Vec::new(), Vec::new());
    for step in steps {
        low.push(step.map(|step| step.low()));
        height.push(step.map(|step| step.high() - step.low()));
    }
    let name = if ghost { "g" } else { "s" };
    put(format!("f{name}"), Role::Float(ghost), low);
    put(name.to_owned(), role, height);
}

/// Bubbles from the largest to the smallest, so that none is hidden.
fn bubble_series<'a>(figure: &'a Figure, drawing: &Drawing, number: usize, put: Put<'_, 'a>) {
    let panel = &figure.panels[number];
    let Some(series) = panel.series.get(2) else {
        return;
    };
    for base in [true, false] {
        if base && panel.series.iter().all(|series| series.base.is_none()) {
            continue;
        }
        let mut found = bubbles(figure, drawing, number, base);
        sort_by(&mut found, |one, other| {
            one.map(|one| one.diameter) > other.map(|other| other.diameter)
        });
        let mut values = Vec::new();
        for bubble in found.into_iter().flatten() {
            values.extend([Some(bubble.x), Some(bubble.y), Some(bubble.diameter)]);
        }
        match base {
            true => put("g".to_owned(), Role::GhostBubbles, values),
            false => put("b".to_owned(), Role::Bubbles(series), values),
        }
    }
}

impl Item<'_> {
    fn draw(&self, figure: &Figure, drawing: &Drawing, styled: bool) -> Drawn {
        let bars = !matches!(figure.kind, Kind::Lines { .. });
        let bar = match self.role {
            Role::Main(..) | Role::GhostBar => bars,
            Role::Float(_) | Role::Steps(_) | Role::GhostSteps => true,
            _ => false,
        };
        let mut drawn = Drawn {
            type_: if bar { "bar" } else { "line" },
            id: self.id.clone(),
            data: self.data(drawing),
            ..Drawn::default()
        };
        if styled {
            self.style(&mut drawn, figure.kind, drawing.theme);
        }
        drawn
    }

    fn data(&self, drawing: &Drawing) -> DataFrame {
        let factor = drawing.scales[self.panel].factor;
        let mut data = DataFrame::new();
        if let Role::Bubbles(_) | Role::GhostBubbles = self.role {
            for place in self.values.chunks(3) {
                data.push(point(
                    place.iter().map(|&value| drawn(value, 1.0)).collect(),
                ));
            }
            return data;
        }
        for (number, &value) in self.values.iter().enumerate() {
            let value = drawn(value, factor);
            data.push(match &self.role {
                &Role::Mark(index) => {
                    let mut place = vec![CompositeValue::from(index as f64), value];
                    if drawing.layout.sideways {
                        place.reverse();
                    }
                    point(place)
                }
                Role::Steps(colours) => {
                    let style = ItemStyle::new().color(colours[number]);
                    DataPointItem::new(value).item_style(style).into()
                }
                _ => value.into(),
            });
        }
        data
    }
}

/// A place on both axes.
fn point(place: Vec<CompositeValue>) -> DataPoint {
    CompositeValue::Array(place).into()
}
