//! In which unit the values of a series are drawn and tabulated.

use crate::figure::{Figure, Kind, Panel};
use crate::i18n::number::{Reader, Scale};

/// The scale of a series, by its number in the panel: the same wherever the figure has the same unit.
pub fn scale(figure: &Figure, reader: &Reader, panel: &Panel, number: usize) -> Scale {
    let unit = figure.unit_of(panel, number);
    reader.scale(unit, figure.largest(unit))
}

/// The scale of all values; `None` where they have several units, which then stand at each.
pub fn common(figure: &Figure, reader: &Reader) -> Option<Scale> {
    let one = !matches!(figure.kind, Kind::Bubbles { .. })
        && figure
            .panels
            .iter()
            .all(|panel| panel.unit.is_none_or(|unit| unit == figure.unit));
    one.then(|| reader.scale(figure.unit, figure.largest(figure.unit)))
}
