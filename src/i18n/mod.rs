//! How numbers and the words around them are written in each language.

pub mod bench;
pub mod date;
pub mod fold;
mod months;
pub mod number;
pub mod ui;
