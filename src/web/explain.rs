//! The dialog that tells how a number comes about.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::explain::{Explanation, Item, List, Subject, explain};
use crate::i18n::ui;
use crate::scenario::ParamId;
use crate::web::address;
use crate::web::part::{flag, on, part, say};
use crate::web::store::{Store, use_store};

/// Opens with the first subject, goes deeper with each further one, and back again.
#[component]
pub fn ExplainDialog() -> impl IntoView {
    let store = use_store();
    let node = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        match store.explaining.read().is_empty() {
            true => dialog.close(),
            false if dialog.open() => dialog.set_scroll_top(0),
            false => {
                let _ = dialog.show_modal();
            }
        }
    });
    let told = move || {
        let subject = store.explaining.read().last().copied();
        subject.map(|subject| told(store, store.context(|context| explain(subject, context))))
    };
    let close = move || {
        if !store.explaining.read_untracked().is_empty() {
            store.explaining.set(Vec::new());
        }
    };
    let back = move |_| {
        store.explaining.update(|trail| {
            trail.pop();
        });
    };
    view! {
        <dialog
            class="explain"
            node_ref=node
            aria-label=say(ui::EXPLANATION)
            on:close=on(move |_: leptos::ev::Event| close())
        >
            <div class="explain-head">
                <button
                    type="button"
                    class="quiet"
                    hidden=flag(move || store.explaining.read().len() < 2)
                    on:click=on(back)
                >
                    {say(ui::BACK)}
                </button>
                <p class="kicker">{say(ui::EXPLANATION)}</p>
                <button type="button" class="quiet" on:click=on(move |_: leptos::ev::MouseEvent| close())>
                    {say(ui::CLOSE)}
                </button>
            </div>
            {part(told)}
        </dialog>
    }
}

fn told(store: Store, told: Explanation) -> impl IntoView {
    let Explanation {
        title,
        value,
        change,
        about,
        formulas,
        facts,
        lists,
        input,
    } = told;
    let formulas: Vec<_> = formulas
        .into_iter()
        .map(|(name, formula)| view! { <h3>{name}</h3> <p class="formula">{formula}</p> })
        .collect();
    let facts: Vec<_> = facts
        .into_iter()
        .map(|(name, fact)| view! { <dt>{name}</dt> <dd>{fact}</dd> })
        .collect();
    let lists: Vec<_> = lists
        .into_iter()
        .map(|list| list_view(store, list))
        .collect();
    let input = input.map(|param| {
        view! {
            <button
                type="button"
                class="quiet"
                on:click=on(move |_: leptos::ev::MouseEvent| go_to_input(store, param))
            >
                {say(ui::GO_TO_INPUT)}
            </button>
        }
    });
    view! {
        <h2>{title}</h2>
        <p class="big">{value}" "<span class="change">{change}</span></p>
        <p>{about}</p>
        {formulas}
        <dl class="facts">{facts}</dl>
        {lists}
        {input}
    }
}

fn list_view(store: Store, list: List) -> impl IntoView {
    let items: Vec<_> = list
        .items
        .into_iter()
        .map(|item| item_view(store, item))
        .collect();
    view! {
        <h3>{list.title}</h3>
        <p class="hint">{list.hint}</p>
        <ul class="terms">{items}</ul>
    }
}

fn item_view(store: Store, item: Item) -> impl IntoView {
    let Item {
        name,
        value,
        remark,
        subject,
    } = item;
    let open = move |_: leptos::ev::MouseEvent| {
        if let Some(subject) = subject {
            store.explain(subject);
        }
    };
    view! {
        <li>
            <button type="button" class="link" on:click=on(open)>{name}</button>
            <b>{value}</b>
            <span class="source">{remark}</span>
        </li>
    }
}

/// Closes the dialog and puts the reader at the control in the panel.
fn go_to_input(store: Store, param: ParamId) {
    store.explaining.set(Vec::<Subject>::new());
    store.panel_open.set(true);
    request_animation_frame(move || address::focus_input(param));
}
