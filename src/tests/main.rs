//! Tests of the models as a whole; the hand-worked ones stand beside each model.
#![cfg(test)]

#[path = "../formula/tests/arithmetic.rs"]
mod arithmetic;
mod cases;
mod cli;
mod corners;
mod dead_rows;
mod evidence;
mod identities;
mod published;
mod registry;
mod support;
mod tables;
mod words;
mod workbook;
