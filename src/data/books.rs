//! What each chapter cites: figures of the register and tables of the documents.
//!
//! `build.rs` finds them in the prose and code of the chapter. They belong to the chapter, so that the page does not
//! load what others cite; [`published`] and [`listing`] look into the chapters that have been opened.

use std::cell::RefCell;

use super::{Listing, Published};
use crate::source::Document;
use crate::text::Text;

/// What one chapter cites.
pub struct Book {
    /// Figures of the register.
    pub cited: &'static [Published],
    /// Tables, in the order of the prose.
    pub listings: &'static [Listing],
}

include!(concat!(env!("OUT_DIR"), "/books.rs"));

thread_local! {
    static OPEN: RefCell<Vec<&'static Book>> = const { RefCell::new(Vec::new()) };
}

/// Lets a chapter that has arrived be cited from.
pub fn open(book: &'static Book) {
    OPEN.with_borrow_mut(|books| {
        if !books.iter().any(|other| std::ptr::eq(*other, book)) {
            books.push(book);
        }
    });
}

/// Looks through the open books, natively through all.
fn find<T>(look: impl Fn(&'static Book) -> Option<T>) -> Option<T> {
    #[cfg(not(target_arch = "wasm32"))]
    ALL.iter().for_each(|book| open(book));
    OPEN.with_borrow(|books| books.iter().find_map(|book| look(book)))
}

/// A figure that an open chapter cites.
///
/// An id that none does fails in debug builds and reads as a figure without value in the browser.
pub fn published(id: &str) -> &'static Published {
    static NOT_CITED: Published = Published {
        id: "",
        document: Document::Reshoring,
        section: "",
        label: Text::EMPTY,
        value: None,
        low: None,
        high: None,
        unit: "",
        period: "",
        when: Text::EMPTY,
    };
    let found = find_published(id);
    debug_assert!(found.is_some(), "{id} is cited by no chapter");
    found.unwrap_or(&NOT_CITED)
}

/// A figure of the register, where an open chapter cites it.
pub fn find_published(id: &str) -> Option<&'static Published> {
    find(|book| book.cited.iter().find(|published| published.id == id))
}

/// The chapters that cite a figure of the register, by their names in links.
pub fn cited_by(id: &str) -> &'static [&'static str] {
    let found = CITED_BY.iter().find(|(cited, _)| *cited == id);
    found.map_or(&[], |(_, chapters)| chapters)
}

/// A table that an open chapter places.
pub fn listing(id: &str) -> Option<&'static Listing> {
    find(|book| book.listings.iter().find(|listing| listing.id == id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cited_figure_is_complete() {
        for cited in ALL.iter().flat_map(|book| book.cited) {
            assert_eq!(published(cited.id), cited);
            let some = cited.value.or(cited.low).or(cited.high);
            assert!(some.is_some(), "{}", cited.id);
            assert!(
                !cited.section.is_empty() && !cited.unit.is_empty(),
                "{}",
                cited.id
            );
        }
        let total = published("capture.total-revenue-2040");
        assert_eq!(
            (total.value, total.document),
            (Some(44.0), Document::Reshoring)
        );
    }

    #[test]
    fn a_chapter_cites_what_its_prose_and_code_name() {
        let cites = |book: &Book, id: &str| book.cited.iter().any(|cited| cited.id == id);
        assert!(cites(&SHARE, "capture.total-revenue-2040"));
        assert!(!cites(&SHARE, "sovereign.healthcare-benefit"));
        assert!(
            SOVEREIGN
                .listings
                .iter()
                .any(|listing| listing.id == "sovereign_roles")
        );
    }
}
