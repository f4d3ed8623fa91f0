//! The values of one category, all series, with the difference from the base case: legend and readout in one.

use leptos::prelude::*;

use crate::chapters::MISSING;
use crate::explain::Subject;
use crate::figure::{Categories, Figure, Meaning, Series};
use crate::i18n::ui;
use crate::output::Cell;
use crate::scenario::Change;
use crate::text::Lang;
use crate::web::el::{El, button, el, say};
use crate::web::store::{Store, use_store};

/// The category that is read out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Panel among small multiples.
    pub panel: usize,
    /// Category.
    pub index: usize,
}

/// The readout above a plot. Every value explains itself when pressed.
pub fn readout(figure: RwSignal<Figure>, selection: RwSignal<Selection>) -> El {
    let store = use_store();
    let head = move || figure.with(|figure| heading(figure, selection.get(), store.lang.get()));
    let most = figure.with_untracked(|figure| {
        figure
            .panels
            .iter()
            .map(|panel| panel.series.len())
            .max()
            .unwrap_or(0)
    });
    // One entry more than now: CAPEX as usual may be added.
    let entries = (0..=most).map(|number| entry(store, figure, selection, number));
    let ghost = el("li")
        .attr("class", "ghost-key")
        .flag("hidden", move || !figure.with(Figure::has_base))
        .words(say(ui::BASE_CASE));
    el("div")
        .attr("class", "readout")
        .child(el("span").attr("class", "when").words(head))
        .child(el("ul").children(entries).child(ghost))
}

/// The series of a number in the selected panel; hidden where there is none.
fn entry(
    store: Store,
    figure: RwSignal<Figure>,
    selection: RwSignal<Selection>,
    number: usize,
) -> El {
    let with = move |write: fn(Store, &Figure, &Series, usize) -> String| {
        let Selection { panel, index } = selection.get();
        figure.with(|figure| {
            let series = figure
                .panels
                .get(panel)
                .and_then(|panel| panel.series.get(number));
            series.map(|series| write(store, figure, series, index))
        })
    };
    let words = move |write| with(write).unwrap_or_default();
    let explain = move || {
        let Selection { panel, index } = selection.get_untracked();
        let subject = figure.with_untracked(|figure| {
            let series = figure.panels.get(panel)?.series.get(number)?;
            subject(&figure.categories, series, index)
        });
        if let Some(subject) = subject {
            store.explain(subject);
        }
    };
    let colour = move || words(|store, _, series, _| series.tone.colour(store.theme()).to_owned());
    let swatch = el("span")
        .attr("class", "swatch")
        .attr("aria-hidden", "true");
    let value = button("value").on_click(explain).children([
        swatch.style("background-color", colour),
        el("span").words(move || words(|_, _, series, _| series.name.clone())),
        el("b").words(move || words(value)),
        el("span")
            .attr("class", "difference")
            .words(move || words(difference)),
    ]);
    el("li")
        .flag("hidden", move || with(|_, _, _, _| String::new()).is_none())
        .child(value)
}

fn heading(figure: &Figure, selection: Selection, lang: Lang) -> String {
    let category = figure.categories.name(selection.index);
    let category = match (&figure.categories, lang) {
        (Categories::Years(_), Lang::Ja) => format!("{category}年"),
        _ => category,
    };
    match figure
        .panels
        .get(selection.panel)
        .map(|panel| panel.name.as_str())
    {
        Some("") | None => category,
        Some(panel) if lang == Lang::Ja => format!("{panel}・{category}"),
        Some(panel) => format!("{panel}, {category}"),
    }
}

/// The readout in a sentence: what a screen reader hears when arrow keys walk a figure.
pub fn sentence(store: Store, figure: RwSignal<Figure>, selection: Selection) -> String {
    figure.with(|figure| {
        let series = figure
            .panels
            .get(selection.panel)
            .into_iter()
            .flat_map(|panel| &panel.series);
        let values = series.map(|series| {
            format!(
                "{} {}",
                series.name,
                value(store, figure, series, selection.index)
            )
        });
        let heading = heading(figure, selection, store.lang.get());
        std::iter::once(heading)
            .chain(values)
            .collect::<Vec<_>>()
            .join(", ")
    })
}

fn value(store: Store, figure: &Figure, series: &Series, index: usize) -> String {
    let value = series.values.get(index).copied().flatten();
    value.map_or_else(
        || MISSING.to_owned(),
        |value| store.reader.get().write(figure.unit, value),
    )
}

/// The difference from the base case in words; empty where there is none.
fn difference(store: Store, figure: &Figure, series: &Series, index: usize) -> String {
    let base = series
        .base
        .as_ref()
        .and_then(|base| base.get(index).copied().flatten());
    let value = series.values.get(index).copied().flatten();
    let (Some(base), Some(value)) = (base, value) else {
        return String::new();
    };
    let reader = store.reader.get();
    if reader.is_negligible(figure.unit, value - base) {
        return String::new();
    }
    reader.write_difference(figure.unit, value - base)
}

/// What a value of a series is, for its explanation.
pub fn subject(categories: &Categories, series: &Series, index: usize) -> Option<Subject> {
    match (&series.meaning, categories) {
        (Meaning::Employment(country), Categories::Years(years)) => {
            Some(Subject::Employment(country, *years.get(index)?))
        }
        (Meaning::WhatIf(cells), _) => {
            let (param, value, cell) = *cells.get(index)?;
            Some(Subject::WhatIf(Change::one(param, value), cell))
        }
        (Meaning::Params(params), _) => params.get(index).copied().map(Subject::Param),
        (Meaning::Statistics(found), _) => found.get(index)?.map(Subject::Statistic),
        (Meaning::Published(ids), _) => ids.get(index)?.map(Subject::Published),
        _ => series.cell(categories, index).map(Subject::Cell),
    }
}

/// A result as a button: its value with unit, which explains itself when pressed.
pub fn cell_value(cell: Cell) -> El {
    let store = use_store();
    button("number")
        .live("title", say(ui::EXPLANATION))
        .on_click(move || store.explain(Subject::Cell(cell)))
        .words(move || store.write(cell))
}
