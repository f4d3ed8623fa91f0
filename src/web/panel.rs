//! The panel of assumptions: what was changed, then every input of the chapter.

use leptos::html::Aside;
use leptos::prelude::*;

use crate::chapters::ChapterId;
use crate::formula::param_value;
use crate::i18n::ui;
use crate::scenario::{Group, ParamId};
use crate::source::{Document, Origin};
use crate::text::Text;
use crate::web::input::{Input, ResetButton};
use crate::web::store::use_store;

/// Always in view on wide screens, a sheet that opens on narrow ones.
#[component]
pub fn Panel(chapter: ChapterId) -> impl IntoView {
    let store = use_store();
    let node = NodeRef::<Aside>::new();
    Effect::new(move |_| {
        if store.panel_open.get()
            && let Some(panel) = node.get()
        {
            let _ = panel.focus();
        }
    });
    let close_on_escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && store.panel_open.get_untracked() {
            store.panel_open.set(false);
        }
    };
    view! {
        <aside
            class="panel"
            class:open=move || store.panel_open.get()
            node_ref=node
            id="assumptions"
            tabindex="-1"
            aria-label=move || store.say(ui::ASSUMPTIONS)
            on:keydown=close_on_escape
        >
            <div class="panel-head">
                <h2>{move || store.say(ui::ASSUMPTIONS)}</h2>
                <button type="button" class="close" on:click=move |_| store.panel_open.set(false)>
                    {move || store.say(ui::CLOSE)}
                </button>
            </div>
            <Changed />
            <OriginKey />
            <Inputs title=ui::CHAPTER_INPUTS groups=chapter.chapter().inputs />
            <Inputs title=ui::SHARED_INPUTS groups=&[Group::Shared] />
        </aside>
    }
}

/// What differs from the base case: old and new value, reset one or all.
#[component]
fn Changed() -> impl IntoView {
    let store = use_store();
    let changed = Memo::new(move |_| store.scenario.read().changed().collect::<Vec<_>>());
    view! {
        <section class="changes" aria-labelledby="changes-title">
            <h3 id="changes-title">{move || store.say(ui::CHANGED)}</h3>
            <p class="hint" hidden=move || !changed.read().is_empty()>{move || store.say(ui::NOTHING_CHANGED)}</p>
            <ul>
                <For each=move || changed.get() key=|param| *param let:param>
                    <Change param />
                </For>
            </ul>
            <button
                type="button"
                class="quiet"
                hidden=move || changed.read().is_empty()
                on:click=move |_| store.reset_all()
            >
                {move || store.say(ui::RESET_ALL)}
            </button>
        </section>
    }
}

#[component]
fn Change(param: ParamId) -> impl IntoView {
    let store = use_store();
    let old = move || param_value(param, param.row().default, &store.reader.get());
    let new = move || param_value(param, store.scenario.read().get(param), &store.reader.get());
    view! {
        <li>
            <span>{move || store.say(param.row().label)}</span>
            <span class="old-new"><del>{old}</del>" → "<ins>{new}</ins></span>
            <ResetButton param changed=Signal::stored(true) />
        </li>
    }
}

/// What the marks of origin mean.
#[component]
fn OriginKey() -> impl IntoView {
    let store = use_store();
    let origins = [
        Origin::Published(Document::Reshoring),
        Origin::Statistic(Text::EMPTY),
        Origin::Calibrated(Document::Reshoring),
        Origin::Assumed,
    ];
    let entries: Vec<_> = origins
        .into_iter()
        .map(|origin| view! { <li>{origin.mark()}" "{move || store.say(origin.label())}</li> })
        .collect();
    view! { <ul class="origin-key" aria-label=move || store.say(ui::INTRO_ORIGINS)>{entries}</ul> }
}

#[component]
fn Inputs(title: Text, groups: &'static [Group]) -> impl IntoView {
    let store = use_store();
    let inputs: Vec<_> = groups
        .iter()
        .flat_map(|group| group.params())
        .map(|param| view! { <Input param place="panel" /> })
        .collect();
    view! {
        <section class="inputs">
            <h3>{move || store.say(title)}</h3>
            {inputs}
        </section>
    }
}
