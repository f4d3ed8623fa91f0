//! industry2040: an interactive report whose projection models run in the reader's browser.

pub mod region;
pub mod source;
pub mod table;
pub mod text;
pub mod unit;
#[cfg(target_arch = "wasm32")]
pub mod web;
