//! What replaces the page or lies over all of it: places that parts fill once they have arrived.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::ui;
use crate::web::el::{El, button, el, say};
use crate::web::parts::{self, Embedder, Overlay};
use crate::web::store::{Store, use_store};
use crate::web::{app, explain, live};

/// Something that lies over the page until it is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The dialog that embeds a figure.
    Embed(&'static str),
    /// Presenting, from a figure on.
    Present(&'static str),
}

/// Opens something over the page.
pub fn open(store: Store, over: Over) {
    store.over.set(Some(over));
}

/// The place over the page. Its part is loaded with the first thing that is opened.
pub fn over() -> El {
    let store = use_store();
    let overlay = RwSignal::new(None::<Overlay>);
    let missing = RwSignal::new(false);
    let load = move || {
        missing.set(false);
        spawn_local(async move {
            let part = parts::overlay().await;
            missing.set(part.is_err());
            overlay.set(part.ok());
        });
    };
    Effect::new(move |_| {
        if store.over.get().is_some() && overlay.get_untracked().is_none() {
            load();
        }
    });
    let things = move || match (store.over.get(), overlay.get()) {
        (Some(over), Some(make)) => vec![untrack(|| make(store, over))],
        (Some(_), None) if missing.get() => vec![
            el("p").attr("role", "alert").words(say(ui::PART_MISSING)),
            button("quiet").words(say(ui::TRY_AGAIN)).on_click(load),
            button("quiet")
                .words(say(ui::CLOSE))
                .on_click(move || store.over.set(None)),
        ],
        _ => Vec::new(),
    };
    el("div")
        .attr("class", "over")
        .flag("data-missing", move || missing.get())
        .part(things)
}

/// The page of an embed.
pub fn embed() -> El {
    let store = use_store();
    let embedder = RwSignal::new(None::<Embedder>);
    spawn_local(async move {
        let part = parts::embedder().await;
        store.missing.set(part.is_err());
        embedder.set(part.ok());
    });
    let frame = move || {
        let make = embedder.get();
        make.map(|make| untrack(|| make(store)))
            .into_iter()
            .collect()
    };
    el("div").children([
        app::missing(),
        app::link_issues(),
        el("div").part(frame),
        over(),
        explain::dialog(),
        live::live(),
    ])
}
