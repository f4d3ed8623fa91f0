//! industry2040: an interactive report whose projection models run in the reader's browser.
//!
//! # Flow, one direction
//!
//! ```text
//! params! rows ─┐                                           ┌─ render::chart -> web::canvas (ECharts)
//! data ─────────┴-> Scenario -> model::run -> Results ─> Figure ─┼─ web::table, readout, alternative text, source line
//!  ^                   │                        │            └─ tests
//!  │                   ├-> link::encode -> #…   ├-> output -> formula -> web::explain
//!  │                   │                        └-> analysis::influence
//!  └── slider, typed number, reset, link: the only writers, all through Scenario::set
//! ```
//!
//! # Code map, in reading order
//!
//! - The ground, which knows no model: [`text`], [`mod@unit`], [`source`], [`region`], [`series`], [`sort`], [`table`].
//! - Facts: [`data`], CSV files turned into statics by `build.rs`, so nothing is parsed in the browser; `src/tables`,
//!   the documents' tables, which the build makes into one file a chapter and the page fetches when one is opened.
//! - The models: [`scenario`], [`choice`] (switches in words) and [`model`]; `cli` runs them natively.
//! - What can be said about results: [`output`] (every result with its formula), [`statistic`], [`formula`],
//!   [`analysis`], [`explain`] (what a pressed number tells).
//! - The report: [`figure`] (no pixels), [`chapters`] (which figures, which inputs, the prose with its clauses that the
//!   numbers choose), [`i18n`], [`view`], [`link`], [`embed`].
//! - Asking what if: [`presets`], [`history`] (undo and redo), [`whatif`] (saved and compared scenarios, what a result
//!   rests on, as figures, ranges of draws, limits of what the documents support).
//! - Taking away: [`export`], figures and scenarios as files: tables, pictures, slides, a workbook with live formulas.
//! - Showing: [`render`] turns figures into charts, `web` puts all of it into the page.
//!
//! # Invariants
//!
//! - Below `web` nothing does input or output and nothing fails at run time; only `cli` does, natively.
//! - No number reaches the reader except through a parameter row, a dataset, an output or a printed figure.
//! - A model knows other models' results, not their parameters, nor colours, nor languages.
//! - [`figure::Figure`] is the last place that knows the model and the first that knows presentation.
//! - The same scenario gives the same numbers: no clock, no hash-map order.
//! - A parameter id, once released, is never reused; a rename keeps the old name as an alias.
//!
//! # Where this differs from a textbook
//!
//! Units are values ([`unit::Unit`]) on rows, columns and outputs rather than types around every number: the
//! formulas of the outputs are evaluated by a test against the model, which finds a wrong unit as well as a wrong
//! factor, and the model files stay as readable as the equations.
//! Leptos supplies signals, effects and ownership, but elements are made by `web::el`, which says why.
//! Chapters and explanations are parts of their own that arrive when they are opened (`web::parts`): the module that
//! starts the report stays small however much it comes to hold.
//! Direct labels, readouts and legends are HTML over a canvas that holds shapes and ticks only: they can be read,
//! pressed and translated, and ECharts stays small.

pub mod region;
pub mod series;
pub mod sort;
pub mod source;
pub mod table;
pub mod text;
pub mod unit;

pub mod choice;
pub mod data;
pub mod model;
pub mod presets;
pub mod scenario;

pub mod analysis;
pub mod formula;
pub mod output;
pub mod statistic;

pub mod chapters;
pub mod embed;
pub mod explain;
pub mod export;
pub mod figure;
pub mod history;
pub mod i18n;
pub mod link;
pub mod render;
pub mod version;
pub mod view;
pub mod whatif;

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
#[cfg(target_arch = "wasm32")]
pub mod web;

#[cfg(test)]
mod hostile;

// The reference results stand here so that mutation testing builds one program; both read as tests from outside.
#[cfg(test)]
#[path = "tests/cases.rs"]
mod cases;
#[cfg(test)]
extern crate self as industry2040;
#[cfg(test)]
#[path = "tests/support.rs"]
mod support;
