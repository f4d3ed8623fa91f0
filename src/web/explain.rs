//! The dialog that tells how a number comes about.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::i18n::ui;
use crate::web::explain_parts::{AboutCell, AboutDataset, AboutParam, AboutPublished};
use crate::web::store::{Subject, use_store};

/// Opens with the first subject, goes deeper with each further one, and back again.
#[component]
pub fn ExplainDialog() -> impl IntoView {
    let store = use_store();
    let node = NodeRef::<Dialog>::new();
    let subject = Memo::new(move |_| store.explaining.read().last().copied());
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        match subject.get() {
            Some(_) if !dialog.open() => {
                let _ = dialog.show_modal();
            }
            Some(_) => dialog.set_scroll_top(0),
            None => dialog.close(),
        }
    });
    let close = move || store.explaining.set(Vec::new());
    let back = move |_| {
        store.explaining.update(|trail| {
            trail.pop();
        });
    };
    view! {
        <dialog
            class="explain"
            node_ref=node
            aria-label=move || store.say(ui::EXPLANATION)
            on:close=move |_| close()
        >
            <div class="explain-head">
                <button type="button" class="quiet" hidden=move || store.explaining.read().len() < 2 on:click=back>
                    "← " {move || store.say(ui::BACK)}
                </button>
                <p class="kicker">{move || store.say(ui::EXPLANATION)}</p>
                <button type="button" class="quiet" on:click=move |_| close()>{move || store.say(ui::CLOSE)}</button>
            </div>
            {move || subject.get().map(about)}
        </dialog>
    }
}

fn about(subject: Subject) -> AnyView {
    match subject {
        Subject::Cell(cell) => view! { <AboutCell cell /> }.into_any(),
        Subject::Param(param) => view! { <AboutParam param /> }.into_any(),
        Subject::Published(id) => view! { <AboutPublished id /> }.into_any(),
        Subject::Dataset(id) => view! { <AboutDataset id /> }.into_any(),
    }
}
