//! The values of one category, all series, with the difference from the base case: legend and readout in one.

use leptos::prelude::*;

use crate::explain::Subject;
use crate::figure::{Categories, Figure, Meaning, Series};
use crate::i18n::ui;
use crate::output::Cell;
use crate::text::Lang;
use crate::web::part::{flag, on, part, say, words};
use crate::web::store::{Store, use_store};

/// The category that is read out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Panel among small multiples.
    pub panel: usize,
    /// Category.
    pub index: usize,
}

/// One series in the readout.
#[derive(Clone, PartialEq)]
struct Entry {
    name: String,
    colour: &'static str,
    value: String,
    difference: String,
    subject: Option<Subject>,
}

/// The readout above a plot. Every value explains itself when pressed.
#[component]
pub fn Readout(figure: RwSignal<Figure>, selection: RwSignal<Selection>) -> impl IntoView {
    let store = use_store();
    let head = Memo::new(move |_| {
        figure.with(|figure| heading(figure, selection.get(), store.lang.get()))
    });
    let count = Memo::new(move |_| {
        figure.with(|figure| figure.panels.iter().map(|panel| panel.series.len()).max())
    });
    let entries = move || {
        (0..count.get().unwrap_or(0))
            .map(|number| {
                let entry = Memo::new(move |_| {
                    figure.with(|figure| entry(store, figure, selection.get(), number))
                });
                view! { <ReadoutEntry entry /> }
            })
            .collect::<Vec<_>>()
    };
    view! {
        <div class="readout">
            <span class="when">{words(move || head.get())}</span>
            <ul>{part(entries)}</ul>
        </div>
    }
}

#[component]
fn ReadoutEntry(entry: Memo<Option<Entry>>) -> impl IntoView {
    let store = use_store();
    let field = move |field: fn(&Entry) -> String| {
        entry.with(|entry| entry.as_ref().map(field).unwrap_or_default())
    };
    let colour =
        move || entry.with(|entry| entry.as_ref().map_or("transparent", |entry| entry.colour));
    let explain = move |_| {
        if let Some(subject) = entry.with(|entry| entry.as_ref().and_then(|entry| entry.subject)) {
            store.explain(subject);
        }
    };
    view! {
        <li hidden=flag(move || entry.with(Option::is_none))>
            <button type="button" class="value" on:click=on(explain)>
                <span class="swatch" style:background-color=words(colour) aria-hidden="true"></span>
                <span class="name">{words(move || field(|entry| entry.name.clone()))}</span>
                <b>{words(move || field(|entry| entry.value.clone()))}</b>
                <span class="difference">{words(move || field(|entry| entry.difference.clone()))}</span>
            </button>
        </li>
    }
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

fn entry(store: Store, figure: &Figure, selection: Selection, number: usize) -> Option<Entry> {
    let series = figure.panels.get(selection.panel)?.series.get(number)?;
    let reader = store.reader.get();
    let value = series.values.get(selection.index).copied().flatten();
    Some(Entry {
        name: series.name.clone(),
        colour: series.tone.colour(store.theme()),
        value: value.map_or_else(|| "–".to_owned(), |value| reader.write(figure.unit, value)),
        difference: difference(store, figure, series, selection.index),
        subject: subject(&figure.categories, series, selection.index),
    })
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
    match series.meaning {
        Meaning::Dataset(id) => Some(Subject::Dataset(id)),
        _ => series.cell(categories, index).map(Subject::Cell),
    }
}

/// A result as a button: its value with unit, which explains itself when pressed.
#[component]
pub fn CellValue(cell: Cell) -> impl IntoView {
    let store = use_store();
    let written = move || {
        store.results.with(|results| match cell.read(results) {
            Some(value) => store.reader.get().write(cell.output().unit, value),
            None => "–".to_owned(),
        })
    };
    view! {
        <button type="button" class="number" title=say(ui::EXPLANATION) on:click=on(move |_: leptos::ev::MouseEvent| store.explain(Subject::Cell(cell)))>
            {words(written)}
        </button>
    }
}
