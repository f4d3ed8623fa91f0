//! The chart of a figure: all of it once, then only the data that moved.

use charming::datatype::CompositeValue;
use charming::element::{AxisLabel, AxisLine, AxisTick, AxisType, LineStyle, SplitLine};

use crate::figure::{Categories, Figure, Kind, Panel, Shape, Tone};
use crate::i18n::number::{self, Reader, Scale};
use crate::render::axis::ValueAxis;
use crate::render::layout::{LEAST_BARS, Layout, Plot, text_width};
use crate::render::options::{Axis, Grid, Options};
use crate::render::theme::Theme;
use crate::render::{bubbles, series, units};
use crate::unit::Unit;

/// Size of the numbers at axes, in CSS pixels.
const TICK: f64 = 12.0;

mod places;

/// Everything needed to draw a figure at one width, in one theme, for one reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Where the plots lie.
    pub layout: Layout,
    /// The value axis of each panel, in drawn units.
    pub axes: Vec<ValueAxis>,
    /// Factor and unit of the drawn values of each panel.
    pub scales: Vec<Scale>,
    /// The horizontal axis of each panel of bubbles, with its factor and unit.
    pub across: Vec<(ValueAxis, Scale)>,
    /// Light or dark.
    pub theme: Theme,
    /// For whom values at columns are written.
    pub reader: Reader,
}

/// What a chart consists of besides its data: while it stays the same, only data is sent to the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    layout: Layout,
    theme: Theme,
    categories: Categories,
    series: Vec<(usize, Tone, Shape, bool)>,
    marks: Vec<(usize, usize, bool)>,
}

impl Drawing {
    /// Lays out the plots and axes of `figure`.
    pub fn of(figure: &Figure, reader: &Reader, width: f64, theme: Theme) -> Drawing {
        let scales = scales(figure, reader);
        let amount = widest_amount(figure, reader, &scales);
        let mut drawing = Drawing {
            layout: Layout::of(figure, width, amount),
            axes: Vec::new(),
            scales,
            across: Vec::new(),
            theme,
            reader: *reader,
        };
        if let Kind::Bubbles { .. } = figure.kind {
            bubbles::lay_axes(figure, &mut drawing);
        } else {
            drawing.axes = drawing.value_axes(figure, amount);
        }
        drawing
    }

    /// The value axes of the panels; those of one unit share theirs, unless the figure says otherwise.
    fn value_axes(&self, figure: &Figure, amount: f64) -> Vec<ValueAxis> {
        let panels = &figure.panels;
        let extents: Vec<_> = panels.iter().map(|panel| figure.extent(panel)).collect();
        let shared = figure.kind
            != Kind::Lines {
                shared_scale: false,
            };
        let ticks = match figure.kind {
            _ if self.layout.sideways => 2,
            _ if panels.len() > 1 => 3,
            _ => 4,
        };
        let axis = |index: usize| {
            let unit = figure.unit_of(&panels[index], 0);
            let (mut low, mut high) = extents[index];
            for (panel, extent) in panels.iter().zip(&extents) {
                if shared && figure.unit_of(panel, 0) == unit {
                    (low, high) = (low.min(extent.0), high.max(extent.1));
                }
            }
            if figure.kind == Kind::Waterfall {
                (low, high) = self.with_amounts(figure, index, (low, high), amount);
            }
            let factor = self.scales[index].factor;
            let lay = match unit.has_zero() {
                _ if self.scales[index].is_logarithm() => ValueAxis::powers,
                true => ValueAxis::around,
                false => ValueAxis::between,
            };
            let axis = lay(low * factor, high * factor, ticks);
            let axis = match self.layout.sideways && self.is_crowded(index, &axis) {
                true => lay(low * factor, high * factor, 1),
                false => axis,
            };
            match figure.kind {
                Kind::NestedBars => self.with_label_room(figure, index, axis),
                _ => axis,
            }
        };
        (0..panels.len()).map(axis).collect()
    }

    /// Whether the numbers at a horizontal axis would touch each other or those of the next panel.
    fn is_crowded(&self, index: usize, axis: &ValueAxis) -> bool {
        let widest = [axis.min, axis.max].map(|end| text_width(&number::plain(end, 0), TICK));
        let room = widest[0].max(widest[1]) + 10.0;
        let ticks = (axis.max - axis.min) / axis.step + 1.0;
        ticks * room > self.layout.plots[index].width + room
    }

    /// The extent of a waterfall with room for values beyond its columns, and beyond diamonds on them.
    fn with_amounts(
        &self,
        figure: &Figure,
        index: usize,
        (low, high): (f64, f64),
        amount: f64,
    ) -> (f64, f64) {
        let plot = &self.layout.plots[index];
        let (room, length) = match self.layout.sideways {
            true => (amount + 8.0, plot.width),
            false => (20.0, plot.height),
        };
        let marked = figure.panels[index].marked().next().is_some();
        let room = if marked { room + 8.0 } else { room };
        let sides = if low < 0.0 { 2.0 } else { 1.0 };
        let room = (high - low) * room / (length - sides * room).max(room);
        (if low < 0.0 { low - room } else { low }, high + room)
    }

    /// An axis that goes on, as far as is reasonable, until the labels of what the report marks at the ends of bars fit
    /// behind them: else they would lie on the bars.
    fn with_label_room(&self, figure: &Figure, index: usize, axis: ValueAxis) -> ValueAxis {
        let (left, right) = self.lacks_label_room(figure, index, &axis);
        let longer = |ticks: u8| {
            let more = f64::from(ticks) * axis.step;
            let longer = ValueAxis {
                min: if left { axis.min - more } else { axis.min },
                max: if right { axis.max + more } else { axis.max },
                ..axis
            };
            if !self.is_crowded(index, &longer) {
                return longer;
            }
            let step = 2.0 * axis.step;
            ValueAxis {
                min: (longer.min / step).floor() * step,
                max: (longer.max / step).ceil() * step,
                step,
            }
        };
        let fits = |axis: &ValueAxis| self.lacks_label_room(figure, index, axis) == (false, false);
        if !left && !right {
            return axis;
        }
        (1..=MOST_TICKS).map(longer).find(fits).unwrap_or(axis)
    }

    /// Whether labels at the ends of bars lack room to the left and to the right.
    fn lacks_label_room(&self, figure: &Figure, index: usize, axis: &ValueAxis) -> (bool, bool) {
        let factor = self.scales[index].factor;
        let per_unit = self.layout.plots[index].width / (axis.max - axis.min);
        let mut lacks = (false, false);
        for mark in &figure.panels[index].marks {
            let at = mark.height * factor;
            let needed = text_width(&mark.label, LABEL) + LABEL_ROOM;
            match mark.computed {
                Some(_) if at < 0.0 => lacks.0 |= (at - axis.min) * per_unit < needed,
                Some(_) => lacks.1 |= (axis.max - at) * per_unit < needed,
                None => {}
            }
        }
        lacks
    }

    /// What the chart consists of besides its data.
    pub fn frame(&self, figure: &Figure) -> Frame {
        let panels = || figure.panels.iter().enumerate();
        Frame {
            layout: self.layout.clone(),
            theme: self.theme,
            categories: figure.categories.clone(),
            series: panels()
                .flat_map(|(index, panel)| panel.series.iter().map(move |series| (index, series)))
                .map(|(index, series)| (index, series.tone, series.shape, series.base.is_some()))
                .collect(),
            marks: panels()
                .flat_map(|(index, panel)| {
                    panel
                        .marked()
                        .map(move |(mark, high)| (index, mark.index, high.is_some()))
                })
                .collect(),
        }
    }

    /// The whole chart.
    pub fn chart(&self, figure: &Figure) -> Options {
        let mut options = Options {
            series: series::styled(figure, self),
            ..Options::default()
        };
        for (index, plot) in self.layout.plots.iter().enumerate() {
            options.grid.push(grid(plot));
            let across = match self.across.get(index) {
                Some((ends, scale)) => self.value_axis(*ends, scale, index),
                None => self.category_axis(figure, index, plot),
            };
            let value = self.value_axis(self.axes[index], &self.scales[index], index);
            options.push_axes(self, Some(across), value);
        }
        options
    }

    /// Only what moved since `before` was drawn as `drawn`, in the same [`Frame`]; `None` when nothing did.
    pub fn update(&self, figure: &Figure, before: &Figure, drawn: &Drawing) -> Option<Options> {
        let mut options = Options {
            series: series::moved(figure, self, before, drawn),
            ..Options::default()
        };
        let still = self.axes == drawn.axes && self.across == drawn.across;
        if !still {
            for (index, ends) in self.axes.iter().enumerate() {
                let across = self.across.get(index).map(|(ends, _)| ends.axis());
                options.push_axes(self, across, ends.axis());
            }
        }
        (!options.series.is_empty() || !still).then_some(options)
    }

    fn value_axis(&self, ends: ValueAxis, scale: &Scale, index: usize) -> Axis {
        let rules = LineStyle::new().color(self.theme.rule()).width(1.0);
        let wide = !self.layout.sideways || self.layout.plots[index].width >= LEAST_BARS;
        Axis {
            type_: Some(AxisType::Value),
            grid_index: Some(index as f64),
            axis_label: Some(self.value_label(scale).show(wide)),
            axis_line: Some(AxisLine::new().show(false)),
            axis_tick: Some(AxisTick::new().show(false)),
            split_line: Some(SplitLine::new().show(true).line_style(rules)),
            ..ends.axis()
        }
    }

    fn category_axis(&self, figure: &Figure, index: usize, plot: &Plot) -> Axis {
        let edge_to_edge = matches!(figure.kind, Kind::Lines { .. });
        Axis {
            type_: Some(AxisType::Category),
            grid_index: Some(index as f64),
            data: self.category_names(figure),
            inverse: Some(self.layout.sideways),
            boundary_gap: Some(!edge_to_edge),
            axis_label: Some(self.axis_label().interval(0.0).show(plot.names)),
            axis_line: Some(AxisLine::new().show(true).on_zero(true)),
            axis_tick: Some(AxisTick::new().show(false)),
            ..Axis::default()
        }
    }

    /// Logarithms are labelled with the powers of ten that they stand for, years without groups of thousands; how, the
    /// latter, `charts.js` knows.
    fn value_label(&self, scale: &Scale) -> AxisLabel {
        match scale.of {
            Unit::Year => self.axis_label().formatter("{year}"),
            _ if scale.is_logarithm() => self.axis_label().formatter("10^{value}"),
            _ => self.axis_label(),
        }
    }

    fn axis_label(&self) -> AxisLabel {
        AxisLabel::new().color(self.theme.muted()).font_size(TICK)
    }

    /// The names under the axis: long runs of years only every five or ten, shortened where narrow.
    fn category_names(&self, figure: &Figure) -> Vec<String> {
        let years = match &figure.categories {
            // A histogram has a scale of intervals under its columns.
            Categories::Names(names)
                if matches!(figure.kind, Kind::Lines { .. })
                    || figure.kind == Kind::StackedColumns && names.len() > MOST_NAMES =>
            {
                return thinned(names, &self.layout);
            }
            Categories::Names(names) => {
                return names
                    .iter()
                    .map(|name| self.layout.broken(name).0)
                    .collect();
            }
            Categories::Years(years) => years,
        };
        let short = self.layout.short_years();
        let every = match years.len() {
            0..=5 => 1,
            6..=30 if !short || years.len() <= 20 => 5,
            _ => 10,
        };
        let mut shown = 0;
        years
            .iter()
            .map(|&year| {
                if every > 1 && year % every != 0 {
                    return String::new();
                }
                shown += 1;
                if short && shown > 1 {
                    format!("{:02}", year % 100)
                } else {
                    year.to_string()
                }
            })
            .collect()
    }
}

impl ValueAxis {
    /// The ends and ticks of the axis, which is all that moves of it.
    fn axis(self) -> Axis {
        Axis {
            // No negative zero, which would be written as one.
            min: Some(self.min + 0.0),
            max: Some(self.max + 0.0),
            interval: Some(self.step),
            ..Axis::default()
        }
    }
}

impl Options {
    /// Bars have their values along the horizontal axis, everything else along the vertical one.
    fn push_axes(&mut self, drawing: &Drawing, across: Option<Axis>, value: Axis) {
        let (categories, values) = match drawing.layout.sideways {
            true => (&mut self.y_axis, &mut self.x_axis),
            false => (&mut self.x_axis, &mut self.y_axis),
        };
        categories.extend(across);
        values.push(value);
    }
}

/// The size of the words at a mark, and what lies between them, the mark and the edge, in CSS pixels.
const LABEL: f64 = 12.5;
const LABEL_ROOM: f64 = 20.0;

/// So many ticks more make room for labels: beyond that the bars would become too short.
const MOST_TICKS: u8 = 4;

/// The scale of each panel; that of bubbles is along the vertical axis.
fn scales(figure: &Figure, reader: &Reader) -> Vec<Scale> {
    let number = usize::from(matches!(figure.kind, Kind::Bubbles { .. }));
    let unit = |panel: &Panel| figure.unit_of(panel, number);
    let mut scales: Vec<Scale> = Vec::new();
    for (index, panel) in figure.panels.iter().enumerate() {
        let alike = figure.panels[..index]
            .iter()
            .position(|before| unit(before) == unit(panel));
        scales.push(match alike {
            Some(before) => scales[before].clone(),
            None => units::scale(figure, reader, panel, number),
        });
    }
    scales
}

/// Pixels that the values at the columns of a waterfall need, in steps, so that a plot keeps its form while values move.
fn widest_amount(figure: &Figure, reader: &Reader, scales: &[Scale]) -> f64 {
    if figure.kind != Kind::Waterfall {
        return 0.0;
    }
    let mut widest = 40.0_f64;
    for (panel, scale) in figure.panels.iter().zip(scales) {
        for step in figure.steps(panel, false).iter().flatten() {
            widest = widest.max(text_width(&reader.cell(scale, step.value), 12.5));
        }
    }
    (widest / 8.0).ceil() * 8.0
}

fn grid(plot: &Plot) -> Grid {
    Grid {
        left: plot.left,
        top: plot.top,
        width: plot.width,
        height: plot.height,
        contain_label: false,
    }
}

/// With more columns than this, not every one has its name below it.
const MOST_NAMES: usize = 12;

/// Names under a line, as many as have room without touching each other or leaving the figure.
fn thinned(names: &[String], layout: &Layout) -> Vec<String> {
    let Some(plot) = layout.plots.first() else {
        return names.to_vec();
    };
    let widths = names.iter().map(|name| text_width(name, 12.0));
    let widest = widths.fold(0.0, f64::max) + 14.0;
    let step = plot.width / (names.len() as f64 - 1.0).max(1.0);
    let needed = ((widest / step).ceil() as usize).max(1);
    // Long runs are percentages or the like: their names come in round steps.
    let round = [1, 2, 5, 10, 20, 25, 50]
        .into_iter()
        .find(|&every| every >= needed);
    let every = match names.len() {
        ..=40 => needed,
        _ => round.unwrap_or(needed),
    };
    let shown = |(index, name): (usize, &String)| {
        let right = plot.left + step * index as f64 + widest / 2.0;
        match index % every == 0 && right <= layout.width + 8.0 {
            true => name.clone(),
            false => String::new(),
        }
    };
    names.iter().enumerate().map(shown).collect()
}

/// A value in drawn units; ECharts leaves a gap for `null`.
pub(super) fn drawn(value: Option<f64>, factor: f64) -> CompositeValue {
    CompositeValue::from(value.map(|value| value * factor))
}

#[cfg(test)]
mod tests;
