//! The page: header, navigation, chapter, panel, and what may open over them.

use gloo::events::EventListener;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

use crate::i18n::ui;
use crate::link;
use crate::render::theme::Theme;
use crate::web::address;
use crate::web::explain::ExplainDialog;
use crate::web::header::Header;
use crate::web::live::Live;
use crate::web::nav::Nav;
use crate::web::panel::Panel;
use crate::web::part::{flag, on, part, say, words};
use crate::web::prose::ChapterView;
use crate::web::sheet::BottomBar;
use crate::web::store::{Store, use_store};

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let dark = window()
        .match_media("(prefers-color-scheme: dark)")
        .ok()
        .flatten();
    let device_is_dark = dark.as_ref().is_some_and(|query| query.matches());
    let store = Store::new(
        address::first_lang(),
        address::first_theme(),
        device_is_dark,
    );
    if let Some(query) = dark {
        let listener = EventListener::new(&query, "change", move |event| {
            if let Some(query) = event
                .target()
                .and_then(|it| it.dyn_into::<web_sys::MediaQueryList>().ok())
            {
                store.device_is_dark.set(query.matches());
            }
        });
        listener.forget();
    }
    provide_context(store);
    address::keep_in_step(store);
    dress_document(store);
    view! {
        <a class="skip" href="#text" on:click=on(skip)>{say(ui::SKIP)}</a>
        <Header />
        <LinkIssues />
        <div class="page">
            <Nav />
            <main>{part(move || view! { <ChapterView id=store.chapter.get() /> })}</main>
            {part(move || view! { <Panel chapter=store.chapter.get() /> })}
        </div>
        <BottomBar />
        <ExplainDialog />
        <Live />
    }
}

/// Language, title and colours of the document follow the store.
fn dress_document(store: Store) {
    Effect::new(move |_| {
        let title = format!(
            "{} – {}",
            store.say(store.chapter.get().chapter().title),
            store.say(ui::TITLE)
        );
        document().set_title(&title);
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", store.lang.get().code());
            let theme = match store.theme() {
                Theme::Light => "light",
                Theme::Dark => "dark",
            };
            let _ = root.set_attribute("data-theme", theme);
        }
    });
}

/// The address is the link of the scenario, so skipping moves the focus without touching it.
fn skip(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    if let Some(text) = document()
        .get_element_by_id("text")
        .and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok())
    {
        let _ = text.focus();
    }
}

/// What could not be read in the link, in a line.
#[component]
fn LinkIssues() -> impl IntoView {
    let store = use_store();
    let line = move || {
        let lang = store.lang.get();
        let messages: Vec<_> = store
            .issues
            .read()
            .iter()
            .map(|issue| issue.message(lang))
            .collect();
        format!("{}: {}", store.say(link::ISSUES), messages.join(" · "))
    };
    view! {
        <div class="issues" role="alert" hidden=flag(move || store.issues.read().is_empty())>
            <p>{words(line)}</p>
            <button type="button" class="quiet" on:click=on(move |_: leptos::ev::MouseEvent| store.issues.set(Vec::new()))>
                {say(ui::DISMISS)}
            </button>
        </div>
    }
}
