//! The table behind a figure: every value, and the base case where it differs.

use leptos::prelude::*;

use crate::chapters::MISSING;
use crate::figure::{Figure, Panel, Series};
use crate::i18n::number::{Reader, Scale};
use crate::i18n::ui;
use crate::web::el::{El, button, el};
use crate::web::readout::subject;
use crate::web::store::{Store, use_store};

/// What every cell of a table is written with.
struct Writer<'a> {
    store: Store,
    figure: &'a Figure,
    reader: Reader,
    scale: Scale,
    base: bool,
}

/// All values of a figure.
pub fn table(figure: RwSignal<Figure>) -> El {
    let store = use_store();
    el("div")
        .attr("class", "table-scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .live("aria-label", move || {
            figure.with(|figure| figure.title.clone())
        })
        .part(move || {
            let figure = figure.read();
            let reader = store.reader.get();
            let scale = reader.scale(figure.unit, figure.largest());
            let writer = Writer {
                store,
                figure: &figure,
                reader,
                scale,
                base: figure.has_base(),
            };
            vec![writer.table()]
        })
}

impl Writer<'_> {
    fn table(&self) -> El {
        let caption = format!("{} ({})", self.figure.subtitle, self.scale.unit);
        el("table")
            .child(el("caption").text(caption))
            .child(el("thead").child(self.head()))
            .children(self.figure.panels.iter().map(|panel| self.body(panel)))
    }

    fn head(&self) -> El {
        let series = self
            .figure
            .panels
            .first()
            .into_iter()
            .flat_map(|panel| &panel.series);
        let names = series.flat_map(|series| {
            let base = self
                .base
                .then(|| format!("{} ({})", series.name, self.reader.text(ui::BASE_CASE)));
            std::iter::once(series.name.clone()).chain(base)
        });
        let names = names.map(|name| el("th").attr("scope", "col").text(name));
        el("tr").child(el("td")).children(names)
    }

    fn body(&self, panel: &Panel) -> El {
        let columns = panel.series.len() * if self.base { 2 } else { 1 } + 1;
        let name = (!panel.name.is_empty()).then(|| {
            let name = el("th")
                .attr("scope", "rowgroup")
                .attr("colspan", columns.to_string());
            el("tr").child(name.text(panel.name.as_str()))
        });
        let rows = (0..self.figure.categories.len()).filter_map(|index| self.row(panel, index));
        el("tbody").children(name).children(rows)
    }

    /// One category; nothing where no series has a value.
    fn row(&self, panel: &Panel, index: usize) -> Option<El> {
        if panel
            .series
            .iter()
            .all(|series| series.values.get(index).copied().flatten().is_none())
        {
            return None;
        }
        let name = el("th")
            .attr("scope", "row")
            .text(self.figure.categories.name(index));
        let cells = panel
            .series
            .iter()
            .flat_map(|series| self.cells(series, index));
        Some(el("tr").child(name).children(cells))
    }

    /// The value as a button that explains it, and the base case.
    fn cells(&self, series: &Series, index: usize) -> Vec<El> {
        let store = self.store;
        let subject = subject(&self.figure.categories, series, index);
        let explain = move || {
            if let Some(subject) = subject {
                store.explain(subject);
            }
        };
        let value = button("number")
            .on_click(explain)
            .text(self.write(&series.values, index));
        let mut cells = vec![el("td").child(value)];
        if self.base {
            let base = self.write(series.base.as_ref().unwrap_or(&series.values), index);
            cells.push(el("td").attr("class", "base").text(base));
        }
        cells
    }

    fn write(&self, values: &[Option<f64>], index: usize) -> String {
        let value = values.get(index).copied().flatten();
        value.map_or_else(
            || MISSING.to_owned(),
            |value| self.reader.cell(&self.scale, value),
        )
    }
}
