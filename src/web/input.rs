//! One input: name, origin, value, slider, steps, reset, guidance.

use leptos::prelude::*;

use crate::explain::Subject;
use crate::formula::param_value;
use crate::i18n::{number, ui};
use crate::link::range_message;
use crate::scenario::ParamId;
use crate::web::input_parts::{Guidance, Slider};
use crate::web::part::{flag, on, say, words};
use crate::web::store::{Store, use_store};

/// The control of a parameter. `place` tells apart several controls of the same parameter on a page.
#[component]
pub fn Input(
    param: ParamId,
    place: &'static str,
    #[prop(optional)] compact: bool,
) -> impl IntoView {
    let store = use_store();
    let row = param.row();
    let id = format!("{place}-{}", row.id.replace('.', "-"));
    let label_id = format!("{id}-label");
    let value = Memo::new(move |_| store.scenario.read().get(param));
    let changed = move || value.get() != row.default;
    let message = RwSignal::new(None::<String>);
    view! {
        <div class="input" class:changed=flag(changed) class:compact=flag(move || compact) data-param=row.id id=id.clone()>
            <div class="input-head">
                <span class="input-name" id=label_id.clone()>{say(row.label)}</span>
                <OriginMark param />
                <ValueField param value message label_id=label_id.clone() />
                <span class="unit">{say(row.unit.label())}</span>
            </div>
            <div class="input-row">
                <StepButton param value up=false />
                <Slider param value label_id />
                <StepButton param value up=true />
                <ResetButton param changed=Signal::derive(changed) />
            </div>
            <p class="message" role="alert" hidden=flag(move || message.read().is_none())>{words(move || message.get().unwrap_or_default())}</p>
            {(!compact).then(|| view! { <Guidance param /> })}
        </div>
    }
}

/// A sign for where the default comes from; pressing it tells more.
#[component]
fn OriginMark(param: ParamId) -> impl IntoView {
    let store = use_store();
    let origin = param.row().origin;
    let label = move || format!("{}: {}", store.say(ui::ORIGIN), store.say(origin.label()));
    view! {
        <button
            type="button"
            class="origin"
            aria-label=words(label)
            title=words(label)
            on:click=on(move |_: leptos::ev::MouseEvent| store.explain(Subject::Param(param)))
        >
            {origin.mark()}
        </button>
    }
}

/// The number as text: taken on Enter or when the field is left, refused with a message that keeps what was typed.
#[component]
fn ValueField(
    param: ParamId,
    value: Memo<f64>,
    message: RwSignal<Option<String>>,
    label_id: String,
) -> impl IntoView {
    let store = use_store();
    let row = param.row();
    let shown = move || number::with_decimals(value.get(), row.decimals());
    let take = move |event: leptos::ev::Event| {
        let typed = event_target_value(&event);
        message.set(take_typed(store, param, &typed));
        if message.read_untracked().is_none() {
            // The text may be the value in another form, which sets nothing and so would not be rewritten.
            let field: web_sys::HtmlInputElement = event_target(&event);
            field.set_value(&number::with_decimals(
                value.get_untracked(),
                row.decimals(),
            ));
        }
    };
    // A value from elsewhere replaces a refused text and its message.
    Effect::new(move |_| {
        value.track();
        message.set(None);
    });
    view! {
        <input
            type="text"
            class="value-field"
            inputmode="decimal"
            autocomplete="off"
            aria-labelledby=label_id
            aria-invalid=words(move || message.read().is_some().to_string())
            prop:value=words(shown)
            on:change=on(take)
        />
    }
}

/// Sets the typed value; the message says why it was not taken, or that it was rounded.
fn take_typed(store: Store, param: ParamId, typed: &str) -> Option<String> {
    let row = param.row();
    let accepted = number::parse(typed).filter(|&value| row.accepts(value));
    let Some(value) = accepted else {
        return Some(range_message(
            param,
            typed.trim(),
            store.lang.get_untracked(),
        ));
    };
    store.set(param, row.snap(value));
    None
}

/// One step down or up.
#[component]
fn StepButton(param: ParamId, value: Memo<f64>, up: bool) -> impl IntoView {
    let store = use_store();
    let row = param.row();
    let (sign, name) = if up {
        ("+", ui::INCREASE)
    } else {
        ("−", ui::DECREASE)
    };
    let label = move || format!("{}: {}", store.say(name), store.say(row.label));
    let at_end = move || {
        if up {
            value.get() >= row.max
        } else {
            value.get() <= row.min
        }
    };
    let step = move |_| {
        let step = if up { row.step } else { -row.step };
        store.set(param, row.snap(value.get_untracked() + step));
    };
    view! {
        <button
            type="button"
            class="step"
            aria-label=words(label)
            aria-disabled=words(move || at_end().to_string())
            on:click=on(step)
        >
            {sign}
        </button>
    }
}

/// Back to the base case; only there when there is something to put back.
#[component]
pub fn ResetButton(param: ParamId, changed: Signal<bool>) -> impl IntoView {
    let store = use_store();
    let label = move || {
        let default = param_value(param, param.row().default, &store.reader.get());
        format!(
            "{}: {} → {default}",
            store.say(ui::RESET),
            store.say(param.row().label)
        )
    };
    view! {
        <button
            type="button"
            class="reset"
            hidden=flag(move || !changed.get())
            aria-label=words(label)
            title=words(label)
            on:click=on(move |_: leptos::ev::MouseEvent| store.reset(param))
        >
            "↺"
        </button>
    }
}
