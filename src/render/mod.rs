//! From a figure to what the reader sees: charts, tables, direct labels, source lines. Still pure and natively tested.

pub mod axis;
pub mod bubbles;
pub mod chart;
pub mod labels;
pub mod layout;
pub mod options;
pub mod room;
#[cfg(test)]
pub(crate) mod samples;
pub mod series;
pub mod theme;
pub mod units;
