//! The page: header, navigation, chapter, panel, and what may open over them.

use gloo::events::EventListener;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, MediaQueryList};

use crate::i18n::ui;
use crate::link;
use crate::render::theme::Theme;
use crate::text::{Lang, Text};
use crate::web::el::{El, button, el, follow, say};
use crate::web::store::{Sheet, Store, use_store};
use crate::web::wanted::Want;
use crate::web::{
    address, explain, focus, header, live, nav, panel, print, prose, remembered, sheet, steps,
};

/// The whole page.
pub fn app() {
    let store = Store::new(remembered::first_lang(), remembered::first_theme());
    follow_media("(prefers-color-scheme: dark)", store.device_is_dark);
    follow_media("(min-width: 75em)", store.is_wide);
    follow_media("(min-width: 60em)", store.has_nav_column);
    print::follow(store);
    provide_context(store);
    address::keep_in_step(store);
    store.follow_at_leisure();
    steps::listen(store);
    dress_document(store);
    // Under the panel, or under the sheet of scenarios or analysis.
    let covered = move || store.covers() || store.sheet.get().is_some();
    let page = move || {
        el("div")
            .attr("class", "page")
            .child(nav::nav().flag("inert", covered))
            .child(el("main").flag("inert", covered).child(missing()).child(
                el("div").part(move || store.shown.get().map(prose::chapter).into_iter().collect()),
            ))
            .child(
                el("div")
                    .attr("class", "side")
                    .part(move || store.shown.get().map(panel::panel).into_iter().collect()),
            )
    };
    // An embed has neither the surroundings of the text nor what opens from them.
    let is_page = !store.is_embed();
    let mut parts = Vec::new();
    if is_page {
        parts.push(skip(ui::SKIP, "#text").flag("inert", covered));
        parts.push(skip(ui::SKIP_TO_INPUTS, "#assumptions").flag("inert", move || store.covers()));
        parts.push(header::header().flag("inert", covered));
    }
    parts.push(link_issues());
    if is_page {
        parts.push(page());
        parts.push(sheet::bar().flag("inert", covered));
        parts.push(steps::sheet());
    } else {
        store.want(Want::Embedder);
        parts.push(missing());
        parts.push(filled(store, store.embedder));
    }
    parts.push(filled(store, store.over));
    parts.push(part_missing());
    parts.push(explain::dialog());
    parts.push(live::live());
    parts.into_iter().for_each(El::mount);
}

/// The place of something that arrives from a part.
fn filled(store: Store, thing: RwSignal<Option<Sheet>>) -> El {
    el("div").part(move || {
        let make = thing.get();
        make.map_or_else(Vec::new, |make| untrack(|| make(store)))
    })
}

/// Said over the page when a part that the reader asked for did not arrive.
fn part_missing() -> El {
    let store = use_store();
    el("div")
        .attr("class", "part-missing")
        .attr("role", "alert")
        .flag("hidden", move || !store.part_missing.get())
        .child(el("p").words(say(ui::PART_MISSING)))
        .child(
            button("quiet")
                .words(say(ui::DISMISS))
                .on_click(move || store.part_missing.set(false)),
        )
}

/// Keeps a signal in step with a media query.
fn follow_media(query: &str, holds: RwSignal<bool>) {
    let Some(query) = window().match_media(query).ok().flatten() else {
        return;
    };
    holds.set(query.matches());
    let listener = EventListener::new(&query, "change", move |event| {
        if let Some(query) = event
            .target()
            .and_then(|target| target.dyn_into::<MediaQueryList>().ok())
        {
            holds.set(query.matches());
        }
    });
    listener.forget();
}

/// Language, title and colours of the document follow the store.
fn dress_document(store: Store) {
    follow(Box::new(move || {
        let chapter = store.say(store.chapter.get().title());
        document().set_title(&format!("{chapter} – {}", store.say(ui::TITLE)));
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", store.lang.get().code());
            let theme = match store.theme() {
                Theme::Light => "light",
                Theme::Dark => "dark",
            };
            let _ = root.set_attribute("data-theme", theme);
        }
    }));
}

/// A link over much that repeats itself. The address is that of the scenario, so skipping moves the focus without
/// touching it; assumptions that are not in view open.
fn skip(words: Text, place: &'static str) -> El {
    let store = use_store();
    let go = move |event: Event| {
        event.prevent_default();
        if words == ui::SKIP || store.is_wide.get_untracked() {
            focus::first(place);
        } else {
            store.panel_open.set(true);
        }
    };
    el("a")
        .attr("class", "skip")
        .attr("href", place)
        .words(say(words))
        .on("click", go)
}

/// What the reader is told when a chapter does not arrive.
fn missing() -> El {
    let store = use_store();
    el("div")
        .attr("class", "missing")
        .attr("role", "alert")
        .flag("hidden", move || !store.missing.get())
        .child(el("p").words(say(ui::PART_MISSING)))
        .child(
            button("quiet")
                .words(say(ui::TRY_AGAIN))
                .on_click(move || address::try_again(store)),
        )
}

/// What could not be read in the link, in a line.
fn link_issues() -> El {
    let store = use_store();
    let line = move || {
        let lang = store.lang.get();
        let messages: Vec<_> = store
            .issues
            .read()
            .iter()
            .map(|issue| issue.message(lang))
            .collect();
        match lang {
            Lang::En => format!("{}: {}", store.say(link::ISSUES), messages.join(" · ")),
            Lang::Ja => format!("{}。{}", store.say(link::ISSUES), messages.join("／")),
        }
    };
    el("div")
        .attr("class", "issues")
        .attr("role", "alert")
        .flag("hidden", move || store.issues.read().is_empty())
        .child(el("p").words(line))
        .child(
            button("quiet")
                .words(say(ui::DISMISS))
                .on_click(move || store.issues.set(Vec::new())),
        )
}
