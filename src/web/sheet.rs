//! The bar at the foot of narrow screens: the two most important inputs of the figure in view, and all of them.

use leptos::prelude::*;

use crate::i18n::ui;
use crate::scenario::ParamId;
use crate::web::el::{El, button, el, say};
use crate::web::input::input;
use crate::web::store::use_store;

/// How many inputs have room in the bar.
const SHOWN: usize = 2;

/// The bar; CSS shows it on narrow screens only.
pub fn bar() -> El {
    let store = use_store();
    let inputs = Memo::new(move |_| {
        let Some((_, chapter)) = store.shown.get() else {
            return Vec::new();
        };
        let movable = |id| {
            chapter
                .figure(id)
                .filter(|figure| !figure.inputs.is_empty())
        };
        let figure = store
            .figure_in_view
            .get()
            .and_then(movable)
            .or(chapter.figures.first());
        let ids = figure.map(|figure| figure.inputs).unwrap_or_default();
        ids.iter()
            .take(SHOWN)
            .filter_map(|id| ParamId::find(id))
            .collect::<Vec<_>>()
    });
    let rows = move || {
        inputs
            .get()
            .into_iter()
            .map(|param| input(param, "bar", true))
            .collect()
    };
    let all = button("quiet")
        .attr("aria-controls", "assumptions")
        .live("aria-expanded", move || store.panel_open.get().to_string())
        .on_click(move || store.panel_open.set(true))
        .words(say(ui::ALL_INPUTS));
    el("div")
        .attr("class", "bar")
        .attr("role", "region")
        .live("aria-label", say(ui::KEY_INPUTS))
        .child(el("div").attr("class", "bar-inputs").part(rows))
        .child(all)
}
