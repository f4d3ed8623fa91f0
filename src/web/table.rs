//! The table behind a figure: every value, and the base case where it differs.

use std::ops::Range;

use leptos::prelude::*;

use crate::figure::{Figure, Kind, Panel, Series};
use crate::i18n::number::{Reader, Scale};
use crate::render::units;
use crate::web::el::{El, button, el};
use crate::web::readout::subject;
use crate::web::store::{Store, use_store};

/// What every cell of a table is written with.
struct Writer<'a> {
    store: Store,
    figure: &'a Figure,
    reader: Reader,
    base: bool,
    reference: String,
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
            let writer = Writer {
                store,
                figure: &figure,
                reader,
                base: figure.has_base(),
                reference: store.reference_name(),
            };
            vec![writer.table()]
        })
}

impl Writer<'_> {
    fn table(&self) -> El {
        let common = units::common(self.figure, &self.reader);
        let caption = common.map_or_else(
            || self.figure.subtitle.clone(),
            |scale| format!("{} ({})", self.figure.subtitle, scale.unit),
        );
        let first = self.figure.panels.first();
        let head = el("tr").child(el("td"));
        el("table")
            .child(el("caption").text(caption))
            .children(first.map(|panel| el("thead").child(head.children(self.names(panel)))))
            .children(self.figure.panels.iter().map(|panel| self.body(panel)))
    }

    /// The names of the columns: those of the series, with their units where these differ, or the one unit of the
    /// columns of a waterfall.
    fn names(&self, panel: &Panel) -> Vec<El> {
        let mut names = Vec::new();
        for number in self.columns(panel) {
            let unit = units::scale(self.figure, &self.reader, panel, number).unit;
            let name = &panel.series[number].name;
            let name = match self.figure.kind {
                Kind::Waterfall => unit.to_owned(),
                Kind::Bubbles { .. } if !unit.is_empty() => format!("{name} ({unit})"),
                _ => name.clone(),
            };
            let base = self.base.then(|| format!("{name} ({})", self.reference));
            for name in std::iter::once(name).chain(base) {
                names.push(el("th").attr("scope", "col").text(name));
            }
        }
        names
    }

    /// The series that have columns of their own: all, or one for all of a waterfall.
    fn columns(&self, panel: &Panel) -> Range<usize> {
        match self.figure.kind {
            Kind::Waterfall => 0..panel.series.len().min(1),
            _ => 0..panel.series.len(),
        }
    }

    fn body(&self, panel: &Panel) -> El {
        let scale = |number| units::scale(self.figure, &self.reader, panel, number);
        let scales: Vec<Scale> = (0..panel.series.len()).map(scale).collect();
        let rows =
            (0..self.figure.categories.len()).filter_map(|index| self.row(panel, &scales, index));
        el("tbody").children(self.group(panel)).children(rows)
    }

    /// The name of a panel over its rows, with its unit and the names of its columns where they are its own.
    fn group(&self, panel: &Panel) -> Option<El> {
        if panel.name.is_empty() {
            return None;
        }
        let name = el("th").attr("scope", "rowgroup");
        let first = self.figure.panels.first()?;
        let names = first.series.iter().map(|series| &series.name);
        let own = panel.series.iter().map(|series| &series.name).ne(names);
        let unit = panel
            .unit
            .map(|_| units::scale(self.figure, &self.reader, panel, 0).unit)
            .filter(|unit| !unit.is_empty());
        let text = unit.map_or_else(
            || panel.name.clone(),
            |unit| format!("{} ({unit})", panel.name),
        );
        let columns = self.columns(panel).len() * if self.base { 2 } else { 1 } + 1;
        let row = el("tr");
        Some(match own {
            true => row.child(name.text(text)).children(self.names(panel)),
            false => row.child(name.attr("colspan", columns.to_string()).text(text)),
        })
    }

    /// One category; nothing where no series has a value.
    fn row(&self, panel: &Panel, scales: &[Scale], index: usize) -> Option<El> {
        let has = |series: &Series| series.value(index, false).is_some();
        if !panel.series.iter().any(has) {
            return None;
        }
        let name = el("th")
            .attr("scope", "row")
            .text(self.figure.categories.name(index));
        let cells = panel
            .series
            .iter()
            .zip(scales)
            .filter(|(series, _)| self.figure.kind != Kind::Waterfall || has(series))
            .flat_map(|(series, scale)| self.cells(series, scale, index));
        Some(el("tr").child(name).children(cells))
    }

    /// The value as a button that explains it, and the base case.
    fn cells(&self, series: &Series, scale: &Scale, index: usize) -> Vec<El> {
        let store = self.store;
        let subject = subject(&self.figure.categories, series, index);
        let explain = move || {
            if let Some(subject) = subject {
                store.explain(subject);
            }
        };
        let value = button("number")
            .on_click(explain)
            .text(self.write(series, scale, index, false));
        let mut cells = vec![el("td").child(value)];
        if self.base {
            let base = self.write(series, scale, index, true);
            cells.push(el("td").attr("class", "base").text(base));
        }
        cells
    }

    fn write(&self, series: &Series, scale: &Scale, index: usize, base: bool) -> String {
        let value = series.value(index, base);
        value.map_or_else(
            || self.reader.none(scale.of).to_owned(),
            |value| self.reader.cell(scale, value),
        )
    }
}
