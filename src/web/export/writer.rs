//! The files of the whole scenario, a part of its own: only who asks for one loads it.

use crate::data::Published;
use crate::export::about::About;
use crate::export::workbook::{Material, workbook};
use crate::export::{document, xlsx};
use crate::i18n::number::Reader;
use crate::model::Results;
use crate::output;
use crate::scenario::Scenario;
use crate::sort::sort_by;
use crate::whatif::headlines;

/// The bytes of the workbook; `None` when it cannot be written.
pub fn book(
    scenario: &Scenario,
    results: &Results,
    about: &About,
    reader: Reader,
) -> Option<Vec<u8>> {
    output::know(&output::ALL);
    let mut cited: Vec<&Published> = Vec::new();
    for published in headlines::books().into_iter().flat_map(|book| book.cited) {
        if cited.iter().all(|other| other.id != published.id) {
            cited.push(published);
        }
    }
    sort_by(&mut cited, |one, other| one.id < other.id);
    let made = workbook(&Material {
        scenario,
        results,
        about,
        reader,
        cited: &cited,
    });
    xlsx::bytes(&made).ok()
}

/// The scenario with its results as JSON.
pub fn whole(scenario: &Scenario, results: &Results, about: &About) -> String {
    output::know(&output::ALL);
    document::scenario(scenario, results, about)
}
