//! The chart of a figure: all of it once, then only the data that moved.

use charming::component::{Axis, Grid};
use charming::datatype::CompositeValue;
use charming::element::{
    AxisLabel, AxisLine, AxisTick, AxisType, BoundaryGap, LineStyle, SplitLine,
};
use charming::series::{Bar, Line};
use serde::Serialize;

use crate::figure::{Categories, Figure, Kind, Shape, Tone};
use crate::i18n::number::{Reader, Scale};
use crate::render::axis::ValueAxis;
use crate::render::layout::{Layout, Plot};
use crate::render::series;
use crate::render::theme::Theme;

/// An ECharts option made of charming's components.
///
/// [`charming::Chart`] would bring the serialisation of every kind of chart there is into the page, which costs 30 kB
/// compressed; this names the parts that the report draws with.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Options {
    /// Off while the reader drags.
    pub animation: bool,
    /// One plot per panel.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub grid: Vec<Grid>,
    /// Horizontal axes, in the order of the panels.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub x_axis: Vec<Axis>,
    /// Vertical axes, in the order of the panels.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub y_axis: Vec<Axis>,
    /// What is drawn.
    pub series: Vec<Drawn>,
}

/// A series of a kind that the report draws.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Drawn {
    /// A line, an area or a published value.
    Line(Box<Line>),
    /// A column or a bar.
    Bar(Box<Bar>),
}

/// Everything needed to draw a figure at one width, in one theme, for one reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Where the plots lie.
    pub layout: Layout,
    /// The value axis of each panel, in drawn units.
    pub axes: Vec<ValueAxis>,
    /// Factor and unit of the drawn values.
    pub scale: Scale,
    /// Light or dark.
    pub theme: Theme,
}

/// What a chart consists of besides its data: while it stays the same, only data is sent to the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    layout: Layout,
    theme: Theme,
    categories: Categories,
    series: Vec<(usize, Tone, Shape, bool)>,
    marks: Vec<(usize, usize)>,
}

impl Drawing {
    /// Lays out the plots and axes of `figure`.
    pub fn of(figure: &Figure, reader: &Reader, width: f64, theme: Theme) -> Drawing {
        let layout = Layout::of(figure, width);
        let scale = reader.scale(figure.unit, figure.largest());
        let extents: Vec<_> = figure
            .panels
            .iter()
            .map(|panel| figure.extent(panel))
            .collect();
        let all = extents.iter().fold((0.0_f64, 0.0_f64), |all, one| {
            (all.0.min(one.0), all.1.max(one.1))
        });
        let shared = figure.kind
            != Kind::Lines {
                shared_scale: false,
            };
        let ticks = match figure.kind {
            Kind::NestedBars => 2,
            _ if figure.panels.len() > 1 => 3,
            _ => 4,
        };
        let axes = extents
            .into_iter()
            .map(|own| if shared { all } else { own })
            .map(|(low, high)| ValueAxis::around(low * scale.factor, high * scale.factor, ticks))
            .collect();
        Drawing {
            layout,
            axes,
            scale,
            theme,
        }
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
                .flat_map(|(index, panel)| panel.marks.iter().map(move |mark| (index, mark.index)))
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
            options.push_axes(
                figure,
                Some(self.category_axis(figure, index, plot)),
                self.value_axis(figure, index),
            );
        }
        options
    }

    /// Only what moved since `before` was drawn as `drawn`, in the same [`Frame`]; `None` when nothing did.
    pub fn update(&self, figure: &Figure, before: &Figure, drawn: &Drawing) -> Option<Options> {
        let mut options = Options {
            series: series::moved(figure, self, before, drawn),
            ..Options::default()
        };
        if self.axes != drawn.axes {
            for axis in &self.axes {
                let value = Axis::new().min(axis.min).max(axis.max).interval(axis.step);
                options.push_axes(figure, None, value);
            }
        }
        let still = options.series.is_empty() && self.axes == drawn.axes;
        (!still).then_some(options)
    }

    /// Where a category lies in a panel: the step of a line chart, the column, or the row of a bar.
    pub fn category_box(&self, figure: &Figure, panel: usize, index: usize) -> Plot {
        let last = self.layout.plots.len().saturating_sub(1);
        let plot = self
            .layout
            .plots
            .get(panel.min(last))
            .copied()
            .unwrap_or_default();
        let (count, index) = (figure.categories.len().max(1) as f64, index as f64);
        match figure.kind {
            Kind::NestedBars => {
                let height = plot.height / count;
                Plot {
                    top: plot.top + index * height,
                    height,
                    ..plot
                }
            }
            Kind::StackedColumns | Kind::Waterfall => {
                let width = plot.width / count;
                Plot {
                    left: plot.left + index * width,
                    width,
                    ..plot
                }
            }
            Kind::Lines { .. } => {
                let step = plot.width / (count - 1.0).max(1.0);
                Plot {
                    left: plot.left + index * step - 0.5,
                    width: 1.0,
                    ..plot
                }
            }
        }
    }

    /// The panel and category at a point of the figure; `None` outside the plots.
    pub fn category_at(&self, figure: &Figure, x: f64, y: f64) -> Option<(usize, usize)> {
        const REACH: f64 = 24.0;
        let inside = |plot: &Plot| {
            (plot.left - REACH..=plot.left + plot.width + REACH).contains(&x)
                && (plot.top - REACH..=plot.top + plot.height + REACH).contains(&y)
        };
        let panel = self.layout.plots.iter().position(inside)?;
        let plot = self.layout.plots[panel];
        let count = figure.categories.len();
        let along = match figure.kind {
            Kind::NestedBars => (y - plot.top) / plot.height * count as f64,
            Kind::StackedColumns | Kind::Waterfall => (x - plot.left) / plot.width * count as f64,
            Kind::Lines { .. } => (x - plot.left) / plot.width * (count as f64 - 1.0) + 0.5,
        };
        Some((
            panel,
            (along.max(0.0) as usize).min(count.saturating_sub(1)),
        ))
    }

    fn value_axis(&self, figure: &Figure, index: usize) -> Axis {
        let ends = self.axes[index];
        let rules = LineStyle::new().color(self.theme.rule()).width(1.0);
        let wide = figure.kind != Kind::NestedBars || self.layout.plots[index].width >= 90.0;
        Axis::new()
            .type_(AxisType::Value)
            .grid_index(index as f64)
            .min(ends.min)
            .max(ends.max)
            .interval(ends.step)
            .axis_label(self.axis_label().show(wide))
            .axis_line(AxisLine::new().show(false))
            .axis_tick(AxisTick::new().show(false))
            .split_line(SplitLine::new().show(true).line_style(rules))
    }

    fn category_axis(&self, figure: &Figure, index: usize, plot: &Plot) -> Axis {
        let edge_to_edge = matches!(figure.kind, Kind::Lines { .. });
        Axis::new()
            .type_(AxisType::Category)
            .grid_index(index as f64)
            .data(self.category_names(figure))
            .inverse(figure.kind == Kind::NestedBars)
            .boundary_gap(BoundaryGap::CategoryAxis(!edge_to_edge))
            .axis_label(self.axis_label().interval(0.0).show(plot.names))
            .axis_line(AxisLine::new().show(true).on_zero(true))
            .axis_tick(AxisTick::new().show(false))
    }

    fn axis_label(&self) -> AxisLabel {
        AxisLabel::new().color(self.theme.muted()).font_size(12.0)
    }

    /// The names under the axis: long runs of years only every five or ten, shortened where narrow.
    fn category_names(&self, figure: &Figure) -> Vec<String> {
        let years = match &figure.categories {
            Categories::Names(names) => return thinned(figure.kind, names),
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

impl Options {
    /// Bars have their values along the horizontal axis, everything else along the vertical one.
    fn push_axes(&mut self, figure: &Figure, category: Option<Axis>, value: Axis) {
        let (categories, values) = match figure.kind {
            Kind::NestedBars => (&mut self.y_axis, &mut self.x_axis),
            _ => (&mut self.x_axis, &mut self.y_axis),
        };
        categories.extend(category);
        values.push(value);
    }
}

fn grid(plot: &Plot) -> Grid {
    Grid::new()
        .left(plot.left)
        .top(plot.top)
        .width(plot.width)
        .height(plot.height)
        .contain_label(false)
}

/// Long runs of names under a line are a scale: only its start, end and four steps between are written.
fn thinned(kind: Kind, names: &[String]) -> Vec<String> {
    let every = match kind {
        Kind::Lines { .. } if names.len() > 6 => (names.len() - 1).div_ceil(5),
        _ => 1,
    };
    let shown = |(index, name): (usize, &String)| match index % every {
        0 => name.clone(),
        _ => String::new(),
    };
    names.iter().enumerate().map(shown).collect()
}

/// A value in drawn units; ECharts leaves a gap for `null`.
pub(super) fn drawn(value: Option<f64>, factor: f64) -> CompositeValue {
    CompositeValue::from(value.map(|value| value * factor))
}

#[cfg(test)]
mod tests;
