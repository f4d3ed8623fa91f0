//! The head of the panel: undo, redo, replay, and the ways to scenarios and analysis.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use crate::history::UndoHistory;
use crate::i18n::ui;
use crate::text::Text;
use crate::web::el::{El, button, el, say};
use crate::web::store::{Store, use_store};
use crate::web::wanted::Want;
use crate::web::{address, focus, remembered};

/// Where the keys are typed text; a tick or a slider takes none.
const TEXT_FIELDS: &str =
    "input:not([type=range],[type=checkbox],[type=radio]),textarea,[contenteditable]";

/// A button: its name, what it does, and what must be there for it to do anything.
type Tool = (Text, fn(Store), fn(&UndoHistory) -> bool);

const TOOLS: [Tool; 5] = [
    (ui::UNDO, |store| address::step(store, true), can_undo),
    (
        ui::REDO,
        |store| address::step(store, false),
        |undo_history| undo_history.redo().is_some(),
    ),
    (ui::REPLAY, replay, can_undo),
    (ui::SCENARIOS, open_scenarios, |_| true),
    (ui::ANALYSIS, |store| store.want(Want::Tools), |_| true),
];

fn can_undo(undo_history: &UndoHistory) -> bool {
    undo_history.undo().is_some()
}

fn replay(store: Store) {
    store.want(Want::Scenarios(|store, tools| (tools.replay)(store)));
}

fn open_scenarios(store: Store) {
    store.want(Want::Scenarios(|store, tools| {
        store.sheet.set(Some(tools.sheet));
    }));
}

/// The buttons, what is compared with, and what is said when a part does not arrive.
pub fn steps() -> El {
    let store = use_store();
    let tool = |(name, act, ready): Tool| {
        let is_ready = move || {
            store.stepped.track();
            store.undo_history.with_value(ready)
        };
        let button = button("quiet").words(say(name));
        button
            .live("aria-disabled", move || (!is_ready()).to_string())
            .on_click(move || {
                if untrack(is_ready) {
                    act(store);
                }
            })
    };
    let compared = el("p")
        .attr("class", "compared")
        .flag("hidden", move || store.pin.read().is_none())
        .words(move || {
            format!(
                "{}: {} ",
                store.say(ui::COMPARED_WITH),
                store.reference_name()
            )
        })
        .child(
            button("link")
                .words(say(ui::STOP_COMPARING))
                .on_click(move || {
                    store.pin.set(None);
                    store.commit();
                }),
        );
    el("div")
        .attr("class", "steps")
        .children(TOOLS.map(tool))
        .child(compared)
}

/// Ctrl or Cmd with Z undoes, with Shift and Z or with Y it redoes, outside text fields.
pub fn listen(store: Store) {
    let act = move |event: &web_sys::Event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        let back = match (event.key().as_str(), event.shift_key()) {
            ("z", false) => true,
            ("Z" | "z", true) | ("y", false) => false,
            _ => return,
        };
        let held = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let typing = target.is_some_and(|it| it.closest(TEXT_FIELDS).ok().flatten().is_some());
        if held && !typing && remembered::has_shortcuts() {
            event.prevent_default();
            address::step(store, back);
        }
    };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "keydown", options, act).forget();
}

/// The sheet over the text in which scenarios and analysis open.
pub fn sheet() -> El {
    let store = use_store();
    let close = button("quiet")
        .words(say(ui::CLOSE))
        .on_click(move || store.sheet.set(None));
    let node = crate::web::el::Node::new();
    let opener = StoredValue::new_local(None::<Element>);
    Effect::new(move |was_open: Option<bool>| {
        let open = store.sheet.get().is_some();
        let element = node
            .get()
            .and_then(|node| node.dyn_into::<web_sys::HtmlDialogElement>().ok());
        let Some(dialog) = element else { return open };
        dialog.set_scroll_top(0);
        // Where the focus is: what opened the sheet, or something within it.
        let at = document().active_element();
        // Nowhere, when what had it within the sheet is gone.
        let within = at
            .as_ref()
            .is_none_or(|at| at.tag_name() == "BODY" || dialog.contains(Some(at.as_ref())));
        if open && !within {
            opener.set_value(at);
        }
        if open != was_open.unwrap_or(false) {
            match (open, store.is_wide.get_untracked()) {
                (false, _) => dialog.close(),
                // The panel stays in use beside it.
                (true, true) => dialog.show(),
                (true, false) => {
                    let _ = dialog.show_modal();
                }
            }
        }
        match open {
            // What it shows is made after this.
            true => {
                request_animation_frame(|| focus::first("#bench-title"));
            }
            // The browser knows only what opened it first, which another may have followed.
            false if within => {
                if let Some(opener) = opener.get_value() {
                    let _ = opener.unchecked_ref::<web_sys::HtmlElement>().focus();
                }
            }
            false => {}
        }
        open
    });
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            store.sheet.set(None);
        }
    };
    el("dialog")
        .attr("class", "bench")
        .attr("aria-labelledby", "bench-title")
        .on("keydown", on_key)
        .on("close", move |_: web_sys::Event| store.sheet.set(None))
        .node(node)
        .child(close)
        .child(el("div").part(move || {
            let make = store.sheet.get();
            make.map_or_else(Vec::new, |make| untrack(|| make(store)))
        }))
}
