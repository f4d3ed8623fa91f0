//! Evidence: every printed figure, what contradicts it, whether a model gives it, and how the models work.
//!
//! The chapter has no figures and no inputs of its own; `web::evidence` fills the places of its tools from the files
//! that `xtask/web/evidence.js` makes.

use crate::chapters::Chapter;
use crate::data::books;
use crate::output;

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    book: &books::EVIDENCE,
    outputs: &output::ALL,
    results: &[],
    figures: &[],
    inputs: &[],
    prose: prose!("evidence"),
};
