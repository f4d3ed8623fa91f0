//! The tables of the documents that the prose places: what is known of each before it is loaded.
//!
//! Their rows stand in `src/tables`; the build makes one file a chapter of them, which the page fetches when the
//! reader opens a table.

use crate::source::Document;
use crate::text::Text;

/// One table of the documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listing {
    /// Its name in the prose and in its file.
    pub id: &'static str,
    /// The file of its chapter, such as `tables-reshoring.json`; the build puts a hash into the name.
    pub file: &'static str,
    /// What it shows.
    pub title: Text,
    /// How many rows it has.
    pub rows: u16,
    /// The documents that it comes from.
    pub documents: &'static [Document],
}
