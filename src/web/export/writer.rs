//! The files of the whole scenario, a part of its own: only who asks for one loads it.

use crate::export::about::About;
use crate::export::workbook::{Material, workbook};
use crate::export::{document, xlsx};
use crate::i18n::number::Reader;
use crate::model::Results;
use crate::output;
use crate::scenario::Scenario;

/// The bytes of the workbook; `None` when it cannot be written.
pub fn book(
    scenario: &Scenario,
    results: &Results,
    about: &About,
    compared: Option<(&Scenario, &Results)>,
    reader: Reader,
) -> Option<Vec<u8>> {
    output::know(&output::ALL);
    let made = workbook(&Material {
        scenario,
        results,
        about,
        compared,
        reader,
    });
    xlsx::bytes(&made).ok()
}

/// The scenario with its results as JSON.
pub fn whole(
    scenario: &Scenario,
    results: &Results,
    about: &About,
    compared: Option<&Scenario>,
) -> String {
    output::know(&output::ALL);
    document::scenario(scenario, results, about, compared)
}
