//! Parts of an input: the slider with its marks, the sides of a switch, and the line on what is reasonable.

use leptos::prelude::*;
use web_sys::Event;

use crate::choice::Choice;
use crate::explain::{guidance_line, origin_line};
use crate::formula::param_value;
use crate::i18n::number;
use crate::scenario::ParamId;
use crate::table::Row;
use crate::text::Text;
use crate::web::el::{El, button, el, say};
use crate::web::store::use_store;
use crate::web::wanted::Want;

/// The two sides of a switch as buttons, the present one pressed.
pub fn sides(param: ParamId, choice: Choice, value: RwSignal<f64>, label: &str) -> El {
    let store = use_store();
    let side = |(side, words): (f64, Text)| {
        button("")
            .live("aria-pressed", move || {
                (choice.side(value.get()) == words).to_string()
            })
            .on_click(move || store.set(param, side))
            .words(say(words))
    };
    let [off, on] = choice.sides;
    el("div")
        .attr("class", "switch")
        .attr("role", "group")
        .attr("aria-labelledby", label)
        .children([(0.0, off), (1.0, on)].map(side))
}

/// The slider, with a tick at the base case and a thicker track over the plausible range.
pub fn slider(param: ParamId, value: RwSignal<f64>, label: &str) -> El {
    let store = use_store();
    let row = param.row();
    let decimals = row.decimals();
    let take = move |event: Event| {
        if let Some(value) = number::parse(&event_target_value(&event)) {
            store.drag(param, row.snap(value));
        }
    };
    let range = el("input")
        .attr("type", "range")
        .attr("min", number::plain(row.min, decimals))
        .attr("max", number::plain(row.max, decimals))
        .attr("step", number::plain(row.step, decimals))
        .attr("aria-labelledby", label)
        .live("aria-valuetext", move || {
            param_value(param, value.get(), &store.reader.get())
        })
        .value(move || number::plain(value.get(), decimals))
        .on("input", take)
        .on("change", move |_: Event| store.commit_input(param));
    let varied = row.low < row.high;
    el("div").attr("class", "slider").children([
        mark("track"),
        mark("plausible")
            .style("--low", move || share(row, row.low))
            .style("--high", move || share(row, row.high))
            .flag("hidden", move || !varied),
        mark("default").style("--at", move || share(row, row.default)),
        range,
    ])
}

fn mark(class: &'static str) -> El {
    el("div").attr("class", class).attr("aria-hidden", "true")
}

/// Where a value lies on the slider, 0 to 1.
fn share(row: &Row, value: f64) -> String {
    number::plain((value - row.min) / (row.max - row.min), 4)
}

/// What is a reasonable value, and where the default comes from.
pub fn guidance(param: ParamId) -> El {
    let store = use_store();
    let line = move || guidance_line(param, &store.reader.get());
    let note = move || match store.explanations.get() {
        Some(explanations) => store.say((explanations.note)(param)).to_owned(),
        None => String::new(),
    };
    el("details")
        .attr("class", "guidance")
        .child(el("summary").words(line))
        .on("toggle", move |_: Event| store.want(Want::Explanations))
        .child(el("p").words(note))
        .child(el("p").words(move || origin_line(param, store.lang.get())))
}
