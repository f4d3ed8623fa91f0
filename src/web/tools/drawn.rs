//! A figure that is computed here: drawn, read out and tabulated like those of the chapters.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::Analysis;
use crate::analysis::tool::Tool;
use crate::chapters::Context;
use crate::explain::Subject;
use crate::figure::{Categories, Figure, Kind};
use crate::unit::Unit;
use crate::web::canvas::{Stage, canvas};
use crate::web::el::{El, Node, el};
use crate::web::explain::go_to_input;
use crate::web::figure::{alternative, caption, first_selection, foot, rows, table_switch};
use crate::web::observe;
use crate::web::parts;
use crate::web::readout::{Selection, readout, subject};
use crate::web::store::{Store, use_store};
use crate::whatif::headlines::Choice;

/// The figure that `make` gives, now and whenever the numbers or what `wake` tracks change; nothing while it gives none.
pub fn drawn(
    analysis: Analysis,
    (tool, id): (Tool, &'static str),
    wake: impl Fn() + 'static,
    make: impl Fn(&Choice, &Context) -> Option<Figure> + 'static,
) -> El {
    let store = use_store();
    let (node, outer) = (Node::new(), Node::new());
    let first = untrack(|| analysis.make(&make)).unwrap_or_else(nothing);
    let there = RwSignal::new(!first.panels.is_empty());
    let selection = start(&first);
    let stage = Stage::new(first, &store.reader.get_untracked(), selection);
    let (figure, as_table) = (stage.figure, RwSignal::new(false));
    let width = observe::width_of(outer);
    Effect::new(move |_| {
        wake();
        let (width, theme) = (width.get(), store.theme());
        let made = analysis
            .make(&make)
            .filter(|figure| !figure.categories.is_empty());
        there.set(made.is_some());
        if let Some(made) = made {
            let last = made.categories.len() - 1;
            let was_empty = figure.with_untracked(|figure| figure.panels.is_empty());
            if was_empty || stage.selection.get_untracked().index > last {
                stage.selection.set(start(&made));
            }
            stage.show(made, &store.reader.get_untracked(), width, theme);
        }
    });
    let plot = el("div")
        .attr("class", "pressable")
        .flag("hidden", move || {
            as_table.get() && parts::listed(store).is_some()
        })
        .on("click", move |event: Event| press(store, stage, &event))
        .on("keydown", move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                press(store, stage, &event);
            }
        })
        .child(canvas(stage, outer, move || alternative(store, figure)));
    let rows = rows(store, figure, as_table);
    let series = Memo::new(move |_| {
        figure.with(|figure| figure.panels.first().map_or(0, |panel| panel.series.len()))
    });
    let menu = el("div")
        .attr("class", "figure-menu")
        .child(table_switch(store, as_table))
        .children(analysis.taken(tool, id, figure));
    el("figure")
        .attr("class", "figure")
        .attr("id", id)
        .flag("hidden", move || !there.get())
        .node(node)
        .child(caption(analysis.heading, figure))
        .child(el("div").part(move || {
            // The readout has an entry for every series, which are none before the first figure is there.
            let is_there = series.get() > 0;
            let made = is_there.then(|| readout(figure, stage.selection));
            made.into_iter().collect()
        }))
        .children([plot, rows])
        .children(foot(figure, menu))
}

/// Reading starts at what is marked; of bars at the first, which is the longest.
fn start(figure: &Figure) -> Selection {
    if figure.kind == Kind::NestedBars {
        return first_selection(figure);
    }
    let marks = figure.panels.first().map(|panel| &panel.marks);
    match marks.and_then(|marks| marks.last()) {
        Some(mark) => Selection {
            panel: 0,
            index: mark.index,
        },
        None => first_selection(figure),
    }
}

/// What is drawn before there is anything to draw.
pub fn nothing() -> Figure {
    Figure {
        title: String::new(),
        subtitle: String::new(),
        categories: Categories::Names(Vec::new()),
        panels: Vec::new(),
        kind: Kind::NestedBars,
        unit: Unit::Ratio,
        sources: Vec::new(),
        note: String::new(),
    }
}

/// A bar that stands for an input leads to it.
fn press(store: Store, stage: Stage, event: &Event) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let on_canvas = target.and_then(|target| target.closest(".canvas").ok().flatten());
    if on_canvas.is_none() {
        return;
    }
    let selection = stage.selection.get_untracked();
    let found = stage.figure.with_untracked(|figure| {
        let panel = figure.panels.get(selection.panel)?;
        subject(&figure.categories, panel.series.first()?, selection.index)
    });
    if let Some(Subject::Param(param)) = found {
        if !store.is_wide.get_untracked() {
            store.sheet.set(None);
        }
        go_to_input(store, param);
    }
}
