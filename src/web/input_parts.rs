//! Parts of an input: the slider with its marks, and the line on what is reasonable.

use leptos::prelude::*;

use crate::explain::{guidance_line, origin_line};
use crate::formula::param_value;
use crate::i18n::number;
use crate::scenario::ParamId;
use crate::table::Row;
use crate::web::part::{on, say, words};
use crate::web::store::use_store;

/// The slider, with a tick at the base case and a thicker track over the plausible range.
#[component]
pub fn Slider(param: ParamId, value: Memo<f64>, label_id: String) -> impl IntoView {
    let store = use_store();
    let row = param.row();
    let spoken = move || param_value(param, value.get(), &store.reader.get());
    let take = move |event: leptos::ev::Event| {
        if let Some(value) = number::parse(&event_target_value(&event)) {
            store.drag(param, row.snap(value));
        }
    };
    let (varied, decimals) = (row.low < row.high, row.decimals());
    view! {
        <div class="slider" style=("--low", share(row, row.low)) style=("--high", share(row, row.high))>
            <div class="track" aria-hidden="true"></div>
            <div class="plausible" aria-hidden="true" hidden=!varied></div>
            <div class="default" aria-hidden="true" style=("--at", share(row, row.default))></div>
            <input
                type="range"
                min=number::plain(row.min, decimals)
                max=number::plain(row.max, decimals)
                step=number::plain(row.step, decimals)
                aria-labelledby=label_id
                aria-valuetext=words(spoken)
                prop:value=words(move || number::plain(value.get(), decimals))
                on:input=on(take)
                on:change=on(move |_: leptos::ev::Event| store.commit())
            />
        </div>
    }
}

/// Where a value lies on the slider, 0 to 1.
fn share(row: &Row, value: f64) -> String {
    number::plain((value - row.min) / (row.max - row.min), 4)
}

/// What is a reasonable value, and where the default comes from.
#[component]
pub fn Guidance(param: ParamId) -> impl IntoView {
    let store = use_store();
    view! {
        <details class="guidance">
            <summary>{words(move || store.context(|context| guidance_line(param, context)))}</summary>
            <p>{say(param.row().note)}</p>
            <p>{words(move || origin_line(param, store.lang.get()))}</p>
        </details>
    }
}
