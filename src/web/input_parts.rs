//! Parts of an input: the slider with its marks, and the line on what is reasonable.

use leptos::prelude::*;

use crate::formula::param_value;
use crate::i18n::ui;
use crate::scenario::ParamId;
use crate::table::Row;
use crate::text::Lang;
use crate::web::store::{Store, use_store};

/// The slider, with a tick at the base case and a thicker track over the plausible range.
#[component]
pub fn Slider(param: ParamId, value: Memo<f64>, label_id: String) -> impl IntoView {
    let store = use_store();
    let row = param.row();
    let spoken = move || param_value(param, value.get(), &store.reader.get());
    let take = move |event: leptos::ev::Event| {
        if let Ok(value) = event_target_value(&event).parse::<f64>() {
            store.drag(param, row.snap(value));
        }
    };
    let varied = row.low < row.high;
    view! {
        <div class="slider" style=("--low", share(row, row.low)) style=("--high", share(row, row.high))>
            <div class="track" aria-hidden="true"></div>
            <div class="plausible" aria-hidden="true" hidden=!varied></div>
            <div class="default" aria-hidden="true" style=("--at", share(row, row.default))></div>
            <input
                type="range"
                min=row.min.to_string()
                max=row.max.to_string()
                step=row.step.to_string()
                aria-labelledby=label_id
                aria-valuetext=spoken
                prop:value=move || value.get().to_string()
                on:input=take
                on:change=move |_| store.commit()
            />
        </div>
    }
}

/// Where a value lies on the slider, 0 to 1.
fn share(row: &Row, value: f64) -> String {
    format!("{:.4}", (value - row.min) / (row.max - row.min))
}

/// What is a reasonable value, and where the default comes from.
#[component]
pub fn Guidance(param: ParamId) -> impl IntoView {
    let store = use_store();
    view! {
        <details class="guidance">
            <summary>{move || guidance_line(store, param)}</summary>
            <p>{move || store.say(param.row().note)}</p>
            <p>{move || origin_line(store, param)}</p>
        </details>
    }
}

/// The plausible range in a line.
pub fn guidance_line(store: Store, param: ParamId) -> String {
    let (row, reader) = (param.row(), store.reader.get());
    if row.low == row.high {
        return format!(
            "{} {}",
            store.say(ui::DEFAULT_IS),
            param_value(param, row.default, &reader)
        );
    }
    let (low, high) = (
        param_value(param, row.low, &reader),
        param_value(param, row.high, &reader),
    );
    let plausible = store.say(ui::PLAUSIBLE);
    match reader.lang {
        Lang::En => format!("{plausible}: {low} to {high}"),
        Lang::Ja => format!("{plausible}：{low}～{high}"),
    }
}

/// Kind of origin, and the document or source named.
pub fn origin_line(store: Store, param: ParamId) -> String {
    let origin = param.row().origin;
    let lang = store.lang.get();
    let (mark, kind) = (origin.mark(), origin.label().get(lang));
    match (origin.source(), lang) {
        (None, _) => format!("{mark} {kind}"),
        (Some(source), Lang::En) => format!("{mark} {kind}: {}", source.en),
        (Some(source), Lang::Ja) => format!("{mark} {kind}：{}", source.ja),
    }
}
