//! What an ECharts option consists of, as far as the report draws with it.
//!
//! The elements are charming's. Its charts, axes and series would bring the serialisation of everything that they may
//! hold into the page, although the report never uses it: 40 kB compressed.

use charming::datatype::DataFrame;
use charming::element::{
    AreaStyle, AxisLabel, AxisLine, AxisTick, AxisType, ItemStyle, LineStyle, SplitLine, Step,
    Symbol,
};
use serde::Serialize;

/// A whole option, or what is to be merged into one.
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

/// Where a plot lies, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Grid {
    /// Distance from the left.
    pub left: f64,
    /// Distance from the top.
    pub top: f64,
    /// Width without names.
    pub width: f64,
    /// Height without names.
    pub height: f64,
    /// Whether the names count: never.
    pub contain_label: bool,
}

/// An axis. The first five fields are those of a value axis that move.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the fields are those of ECharts")]
pub struct Axis {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none", rename = "type")]
    pub type_: Option<AxisType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grid_index: Option<f64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inverse: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub boundary_gap: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub axis_label: Option<AxisLabel>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub axis_line: Option<AxisLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub axis_tick: Option<AxisTick>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub split_line: Option<SplitLine>,
}

/// A series: its data, and how it looks unless that was sent before.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the fields are those of ECharts")]
pub struct Drawn {
    #[serde(rename = "type")]
    pub type_: &'static str,
    pub id: String,
    pub data: DataFrame,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub x_axis_index: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub y_axis_index: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub z: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stack: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<Step>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol: Option<Symbol>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line_style: Option<LineStyle>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item_style: Option<ItemStyle>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area_style: Option<AreaStyle>,
}
