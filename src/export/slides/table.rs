//! A result over two inputs as a native table.

use super::{listed, quoted};
use crate::export::exact;
use crate::export::heat::{Heat, mixed};
use crate::figure::Tone;
use crate::render::theme::Theme;

/// The colour of the largest value, and that of a slide.
const ACCENT: Tone = Tone::Reshoring;
const PAPER: &str = "#FFFFFF";

/// The table as JSON.
pub fn written(heat: &Heat) -> String {
    let accent = ACCENT.colour(Theme::Light);
    let rows = heat.rows.iter().map(|(name, cells)| {
        let cells = cells.iter().map(|shade| {
            let colour = mixed(PAPER, accent, shade.share);
            format!(
                "{{\"text\": {}, \"fill\": {}}}",
                quoted(&shade.text),
                quoted(&colour)
            )
        });
        format!(
            "{{\"name\": {}, \"cells\": {}}}",
            quoted(name),
            listed(cells)
        )
    });
    let (column, row) = heat.present;
    format!(
        "{{\"corner\": {}, \"columns\": {}, \"rows\": {}, \"present\": {}}}",
        quoted(&heat.corner()),
        listed(heat.columns.iter().map(|name| quoted(name))),
        listed(rows),
        listed([column, row].map(|at| exact(at as f64)).into_iter()),
    )
}
