//! The bar at the foot of narrow screens: the two most important inputs of the figure in view, and all of them.

use leptos::prelude::*;

use crate::i18n::ui;
use crate::scenario::ParamId;
use crate::web::input::Input;
use crate::web::part::{on, part, say, words};
use crate::web::store::use_store;

/// How many inputs have room in the bar.
const SHOWN: usize = 2;

/// The bar; CSS shows it on narrow screens only.
#[component]
pub fn BottomBar() -> impl IntoView {
    let store = use_store();
    let inputs = Memo::new(move |_| {
        let chapter = store.chapter.get().chapter();
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
            .map(|param| view! { <Input param place="bar" compact=true /> })
            .collect::<Vec<_>>()
    };
    view! {
        <div class="bar" role="region" aria-label=say(ui::KEY_INPUTS)>
            <div class="bar-inputs">{part(rows)}</div>
            <button
                type="button"
                class="quiet"
                aria-expanded=words(move || store.panel_open.get().to_string())
                aria-controls="assumptions"
                on:click=on(move |_: leptos::ev::MouseEvent| store.panel_open.set(true))
            >
                {say(ui::ALL_INPUTS)}
            </button>
        </div>
    }
}
