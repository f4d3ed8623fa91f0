//! The link, and the browser's history.

use std::cell::Cell;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::reactive::effect::batch;
use leptos::wasm_bindgen::JsValue;
use web_sys::{ScrollBehavior, ScrollIntoViewOptions};

use crate::history::UndoHistory;
use crate::link::{self, Link};
use crate::web::focus;
use crate::web::store::{Commit, Store};
use crate::web::wanted::Want;

/// Steps of one input that follow each other within this time are one change.
const ONE_CHANGE_MS: f64 = 1000.0;

/// More entries of the history than anybody makes.
const MOST_ENTRIES: usize = 1 << 20;

/// How long the reader must stay in a section before the link follows.
const SETTLE_MS: u32 = 250;

thread_local! {
    /// Whether the reader has asked for a section, so that the focus goes where the page goes.
    static ARRIVING: Cell<bool> = const { Cell::new(false) };
}

/// Reads the link, then keeps store and link in step for as long as the page lives.
pub fn keep_in_step(store: Store) {
    let link = link::decode(&fragment());
    let scenario = link.scenario;
    read(store, link);
    let entry = entry().unwrap_or(0);
    store
        .undo_history
        .set_value(UndoHistory::new(entry, scenario));
    number(entry);
    Effect::new(move |_| {
        store.chapter.track();
        open_chapter(store);
    });
    Effect::new(move |_| match store.pin.get() {
        Some(_) => store.want(Want::Scenarios(|store, tools| (tools.read_pin)(store))),
        None => store.pinned.set(None),
    });
    write_on_commit(store);
    read_on_navigation(store);
    if !store.is_embed() {
        follow_scrolling(store);
    }
}

/// The number of the present entry of the history, which a typed link does not have.
fn entry() -> Option<usize> {
    let state = window().history().and_then(|history| history.state());
    // Another page that once stood at this address may have left any number.
    let number = state.ok()?.as_f64()? as usize;
    (number < MOST_ENTRIES).then_some(number)
}

/// Gives the present entry its number.
fn number(entry: usize) {
    let _ = window()
        .history()
        .and_then(|history| history.replace_state(&JsValue::from_f64(entry as f64), ""));
}

/// Goes back, or forward, to the nearest entry with another scenario.
pub fn step(store: Store, back: bool) {
    let steps = store.undo_history.with_value(|undo_history| match back {
        true => undo_history.undo().map(|steps| -(steps as i32)),
        false => undo_history.redo().map(|steps| steps as i32),
    });
    let Some(steps) = steps else { return };
    if store.is_embed() {
        // Its entries are its own: those of the browser are its host's.
        let there = store
            .undo_history
            .try_update_value(|undo_history| undo_history.go(steps));
        store.put(there.unwrap_or_default());
        store.stepped.update(|turn| *turn = !*turn);
    } else if let Ok(history) = window().history() {
        let _ = history.go_with_delta(steps);
    }
}

fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Takes over what a link says; what it leaves out stays as it is, but for the scenario, which it states whole.
fn read(store: Store, link: Link) {
    let Link {
        scenario,
        lang,
        currency,
        chapter,
        section,
        capex_as_usual,
        year,
        embed,
        pin,
        finding,
        issues,
    } = link;
    batch(|| {
        if let Some(lang) = lang {
            store.lang.set(lang);
        }
        store.currency.set(currency.unwrap_or_default());
        store.chapter.set(chapter);
        store.section.set(section);
        store.capex_as_usual.set(capex_as_usual);
        store.year.set(year);
        if store.pin.get_untracked() != pin {
            store.pin.set(pin);
        }
        store.finding.set(finding);
        store.put(scenario);
        store.embed.set(embed);
        store.issues.set(issues);
    });
}

/// Every finished change becomes an entry of the history; steps of one input in quick succession are one change.
fn write_on_commit(store: Store) {
    Effect::new(move |last: Option<Commit>| {
        let commit = store.committed.get();
        let link = untrack(|| link::encode(&store.scenario.read(), &store.view()));
        let Some(last) = last else { return commit };
        if link == fragment() {
            return commit;
        }
        store.issues.set(Vec::new());
        let goes_on = commit.param.is_some()
            && commit.param == last.param
            && commit.at - last.at < ONE_CHANGE_MS;
        let scenario = store.scenario.get_untracked();
        let entry = store.undo_history.try_update_value(|undo_history| {
            if goes_on {
                undo_history.replace(scenario);
            } else {
                undo_history.push(scenario);
            }
            undo_history.at()
        });
        // An embed leaves the address to its host, whose history it would fill.
        if let (Ok(history), Some(entry), false) = (window().history(), entry, store.is_embed()) {
            let entry = JsValue::from_f64(entry as f64);
            let _ = if goes_on {
                history.replace_state_with_url(&entry, "", Some(&link))
            } else {
                history.push_state_with_url(&entry, "", Some(&link))
            };
        }
        store.stepped.update(|turn| *turn = !*turn);
        commit
    });
}

/// Back, forward and typed links.
fn read_on_navigation(store: Store) {
    let listener = EventListener::new(&window(), "popstate", move |_| {
        store.explaining.set(Vec::new());
        let link = link::decode(&fragment());
        if link.embed.is_empty() == store.is_embed() {
            // From the report to an embed of it or back: another page.
            let _ = window().location().reload();
            return;
        }
        let moved = link.section != store.section.get_untracked();
        // Within a chapter the focus stays: on the button for undo, say.
        ARRIVING.set(link.chapter != store.chapter.get_untracked());
        arrived_at(store, &link);
        read(store, link);
        store.stepped.update(|turn| *turn = !*turn);
        if moved {
            go_to_section(store);
        }
    });
    listener.forget();
}

/// Takes note of the entry that the browser went to; a typed link is a new one.
fn arrived_at(store: Store, link: &Link) {
    let known = entry();
    store.undo_history.update_value(|undo_history| match known {
        Some(entry) => undo_history.arrive(entry, link.scenario),
        None => {
            undo_history.push(link.scenario);
            number(undo_history.at());
        }
    });
}

/// The section in the link follows the reader without adding to the history.
fn follow_scrolling(store: Store) {
    let waiting = StoredValue::new_local(None::<Timeout>);
    let listener = EventListener::new(&window(), "scroll", move |_| {
        waiting.set_value(Some(Timeout::new(SETTLE_MS, move || {
            let section = section_at_top(store);
            // A chapter on its way has no sections yet, and the one asked for must not be forgotten.
            if is_shown(store) && section != store.section.get_untracked() {
                store.section.set(section);
                restate(store);
            }
        })));
    });
    listener.forget();
}

/// Brings the link up to date without adding to the history.
pub fn restate(store: Store) {
    let scenario = store.undo_history.with_value(UndoHistory::present);
    let link = untrack(|| link::encode(&scenario, &store.view()));
    let history = window().history();
    let _ = history.and_then(|it| it.replace_state_with_url(&it.state()?, "", Some(&link)));
}

/// The last section whose start has passed the upper third of the window.
fn section_at_top(store: Store) -> Option<&'static str> {
    let line = window()
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64())
        .unwrap_or(600.0)
        / 3.0;
    let above = |id: &&str| {
        document()
            .get_element_by_id(id)
            .is_some_and(|section| section.get_bounding_client_rect().top() < line)
    };
    store
        .chapter
        .get_untracked()
        .sections()
        .iter()
        .copied()
        .take_while(above)
        .last()
}

/// Loads the chapter asked for; its section is there once it has been put into the page.
pub fn open_chapter(store: Store) {
    store.open_chapter(move || {
        request_animation_frame(move || scroll_to(store, store.section.get_untracked()));
    });
}

/// After a part did not arrive: asks for the chapter again, in an embed for everything.
pub fn try_again(store: Store) {
    if store.is_embed() {
        let _ = window().location().reload();
    } else {
        open_chapter(store);
    }
}

/// Takes the reader, and the focus, to the chapter or section that a link leads to.
pub fn arrive(store: Store) {
    ARRIVING.set(true);
    go_to_section(store);
}

/// Goes to the section asked for, when its chapter is shown; else that follows when the chapter arrives.
fn go_to_section(store: Store) {
    if is_shown(store) {
        scroll_to(store, store.section.get_untracked());
    }
}

/// Whether the chapter asked for is in the page.
fn is_shown(store: Store) -> bool {
    let shown = store.shown.get_untracked();
    shown.is_some_and(|shown| shown.0 == store.chapter.get_untracked())
}

/// Brings a section to the top of the window; `None` is the head of the chapter. An embed would move its host as well.
pub fn scroll_to(store: Store, section: Option<&'static str>) {
    if store.is_embed() {
        return;
    }
    let arriving = ARRIVING.take();
    let Some(id) = section else {
        if arriving {
            focus::start("text");
        }
        if fragment().len() > 1 {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
        return;
    };
    if arriving {
        focus::start(id);
    }
    if let Some(element) = document().get_element_by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_behavior(ScrollBehavior::Instant);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
