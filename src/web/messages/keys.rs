//! Keys that belong to the page around: they turn its slides.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, KeyboardEvent};

use super::{HostChannel, object};

impl HostChannel {
    /// Keys that nothing in the embed uses go to the host.
    pub(super) fn pass_key(self, event: &KeyboardEvent) {
        let key = event.key();
        let held = event.ctrl_key() || event.meta_key() || event.alt_key();
        if event.default_prevented() || held || is_used(event, &key) {
            return;
        }
        // The host turns the page; the embed must not scroll as well.
        event.prevent_default();
        let message = object([
            ("key", key.into()),
            ("code", event.code().into()),
            ("keyCode", event.key_code().into()),
            ("shiftKey", event.shift_key().into()),
        ]);
        self.send("key", message, &JsValue::UNDEFINED);
    }
}

/// Whether the focused element, an open dialog or scrolling uses a key.
fn is_used(event: &KeyboardEvent, key: &str) -> bool {
    if matches!(key, "Tab" | "Shift") {
        return true;
    }
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let within = |selector: &str| {
        let found = target
            .as_ref()
            .and_then(|target| target.closest(selector).ok().flatten());
        found.is_some()
    };
    let turns = matches!(key, "PageUp" | "PageDown");
    if within("dialog")
        || within("select, textarea, input[type=text]")
        || (within("input[type=range]") && !turns)
    {
        return true;
    }
    if matches!(key, "Enter" | " ") {
        return within("button, a, input, summary, [role=button]");
    }
    if within(".table-scroll, .listing") && key.starts_with("Arrow") {
        return true;
    }
    let scrolls = document()
        .document_element()
        .is_some_and(|root| root.scroll_height() > root.client_height() + 1);
    scrolls && matches!(key, "ArrowUp" | "ArrowDown" | "Home" | "End")
}
