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
use crate::web::part::{flag, on, part, say, words};
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
            class:open=flag(move || store.panel_open.get())
            node_ref=node
            id="assumptions"
            tabindex="-1"
            aria-label=say(ui::ASSUMPTIONS)
            on:keydown=on(close_on_escape)
        >
            <div class="panel-head">
                <h2>{say(ui::ASSUMPTIONS)}</h2>
                <button type="button" class="close" on:click=on(move |_: leptos::ev::MouseEvent| store.panel_open.set(false))>
                    {say(ui::CLOSE)}
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
    let changes = move || {
        changed
            .get()
            .into_iter()
            .map(|param| view! { <Change param /> })
            .collect::<Vec<_>>()
    };
    view! {
        <section class="changes" aria-labelledby="changes-title">
            <h3 id="changes-title">{say(ui::CHANGED)}</h3>
            <p class="hint" hidden=flag(move || !changed.read().is_empty())>{say(ui::NOTHING_CHANGED)}</p>
            <ul>
                {part(changes)}
            </ul>
            <button
                type="button"
                class="quiet"
                hidden=flag(move || changed.read().is_empty())
                on:click=on(move |_: leptos::ev::MouseEvent| store.reset_all())
            >
                {say(ui::RESET_ALL)}
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
            <span>{say(param.row().label)}</span>
            <span class="old-new"><del>{words(old)}</del>" → "<ins>{words(new)}</ins></span>
            <ResetButton param changed=Signal::stored(true) />
        </li>
    }
}

/// What the marks of origin mean.
#[component]
fn OriginKey() -> impl IntoView {
    let origins = [
        Origin::Published(Document::Reshoring),
        Origin::Statistic(Text::EMPTY),
        Origin::Calibrated(Document::Reshoring),
        Origin::Assumed,
    ];
    let entries: Vec<_> = origins
        .into_iter()
        .map(|origin| view! { <li>{origin.mark()}" "{say(origin.label())}</li> })
        .collect();
    view! { <ul class="origin-key" aria-label=say(ui::INTRO_ORIGINS)>{entries}</ul> }
}

#[component]
fn Inputs(title: Text, groups: &'static [Group]) -> impl IntoView {
    let inputs: Vec<_> = groups
        .iter()
        .flat_map(|group| group.params())
        .map(|param| view! { <Input param place="panel" /> })
        .collect();
    view! {
        <section class="inputs">
            <h3>{say(title)}</h3>
            {inputs}
        </section>
    }
}
