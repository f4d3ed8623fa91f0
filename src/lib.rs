//! industry2040: an interactive report whose projection models run in the reader's browser.
//!
//! One direction: rows of parameters and tables of statistics make a [`scenario::Scenario`],
//! [`model::run`] turns it into [`model::Results`], and everything shown is read from these.
//! Only `web` knows the browser, only `cli` does input and output; the rest is pure and cannot fail.

pub mod region;
pub mod series;
pub mod source;
pub mod table;
pub mod text;
pub mod unit;

pub mod data;
pub mod model;
pub mod scenario;

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
#[cfg(target_arch = "wasm32")]
pub mod web;
