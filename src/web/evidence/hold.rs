//! Keeps the section that a link asked for at the top of the window while what stands above it arrives.
//!
//! The register comes in a file of its own and in portions, so a section far down is pushed out of the window after the
//! page has gone there. Whatever the reader does with wheel, finger, key or pointer ends it.

use std::cell::Cell;

use gloo::events::EventListener;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

use super::{FILE, register};
use crate::chapters::ChapterId;
use crate::web::address;
use crate::web::fetched::{State, file};
use crate::web::store::Store;

/// How long the page may still grow after everything is there: portions of rows, heights that were estimates.
const SETTLE_MS: f64 = 1500.0;

const LETS_GO: [&str; 4] = ["wheel", "touchmove", "keydown", "pointerdown"];

thread_local! {
    static WATCHED: Cell<bool> = const { Cell::new(false) };
    static HELD: Cell<Option<&'static str>> = const { Cell::new(None) };
    static ENDS: Cell<Option<f64>> = const { Cell::new(None) };
}

/// From now on sections that links ask for are kept in place; the first is the one that opened the chapter.
pub fn begin(store: Store) {
    if WATCHED.replace(true) {
        return;
    }
    hold(store);
    for name in LETS_GO {
        EventListener::new(&window(), name, |_| HELD.set(None)).forget();
    }
    EventListener::new(&window(), "popstate", move |_| hold(store)).forget();
    EventListener::new(&window(), "click", move |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href^='#']").ok().flatten());
        if link.is_some() {
            hold(store);
        }
    })
    .forget();
    let resized = Closure::<dyn FnMut()>::new(move || keep(store));
    if let (Ok(observer), Some(body)) = (
        ResizeObserver::new(resized.as_ref().unchecked_ref()),
        document().body(),
    ) {
        observer.observe(&body);
    }
    resized.forget();
}

fn hold(store: Store) {
    HELD.set(store.section.get_untracked());
    ENDS.set(is_whole().then(end));
}

/// Goes to the section again after the page has changed its height.
fn keep(store: Store) {
    if store.chapter.get_untracked() != ChapterId::Evidence || HELD.get().is_none() {
        return;
    }
    match ENDS.get() {
        Some(ends) if js_sys::Date::now() > ends => HELD.set(None),
        None if is_whole() => ENDS.set(Some(end())),
        _ => {}
    }
    if let Some(section) = HELD.get() {
        address::scroll_to(store, Some(section));
    }
}

fn end() -> f64 {
    js_sys::Date::now() + SETTLE_MS
}

/// Whether both files of the chapter have come.
fn is_whole() -> bool {
    let is_here = |name| matches!(file(name).state(), State::Here(_));
    untrack(|| is_here(FILE) && is_here(register::FILE))
}
