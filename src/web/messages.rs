//! What an embed and the page around it tell each other, version 1; `public/embed.md` is the documentation.
//!
//! Every message is an object with `industry2040: 1` and a `type`. What cannot be understood is answered by an
//! `error`; what does not claim to be such a message is left alone, for pages send each other many things.

mod hear;
mod keys;
mod tell;

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, JSON, Object, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};

use crate::embed::{Embed, Refusal};
use crate::web::el::Node;
use crate::web::store::Store;

const PROTOCOL: f64 = 1.0;
const MARK: &str = "industry2040";
/// The types that an embed takes.
const TYPES: [&str; 6] = ["set", "preset", "lang", "theme", "view", "getState"];

/// An embed that talks to its host.
#[derive(Clone, Copy)]
struct Talk {
    store: Store,
    embed: Memo<Option<Embed>>,
    /// When the host last changed something.
    told: StoredValue<f64>,
}

/// Starts to listen and to tell, where there is a page around.
pub fn start(store: Store, embed: Memo<Option<Embed>>, node: Node) {
    if window()
        .parent()
        .ok()
        .flatten()
        .is_none_or(|parent| parent == window())
    {
        return;
    }
    let talk = Talk {
        store,
        embed,
        told: StoredValue::new(f64::NEG_INFINITY),
    };
    EventListener::new(&window(), "message", move |event| talk.hear(event)).forget();
    let prevent = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", prevent, move |event| {
        talk.pass_key(event.unchecked_ref());
    })
    .forget();
    talk.tell_height(node);
    talk.tell_changes();
}

/// An object of these properties.
fn object<const N: usize>(pairs: [(&str, JsValue); N]) -> Object {
    let object = Object::new();
    for (key, value) in pairs {
        put(&object, key, &value);
    }
    object
}

fn put(object: &Object, key: &str, value: &JsValue) {
    let _ = Reflect::set(object, &key.into(), value);
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or_default()
}

/// A value as an error quotes it.
fn written(value: &JsValue) -> String {
    value
        .as_string()
        .or_else(|| JSON::stringify(value).ok()?.as_string())
        .unwrap_or_else(|| "undefined".to_owned())
}

impl Talk {
    /// Sends a message; an answer carries the `id` of what it answers.
    fn send(self, kind: &str, message: Object, id: &JsValue) {
        put(&message, MARK, &PROTOCOL.into());
        put(&message, "type", &kind.into());
        if !id.is_undefined() {
            put(&message, "id", id);
        }
        if let Ok(Some(parent)) = window().parent() {
            // To whoever embeds: nothing in it is secret.
            let _ = parent.post_message(&message, "*");
        }
    }

    fn refuse(self, id: &JsValue, refusal: &Refusal) {
        let accepted: Array = refusal.accepted.iter().map(JsValue::from).collect();
        let lang = self.store.lang.get_untracked();
        let message = object([
            ("about", refusal.about.as_str().into()),
            ("value", refusal.value.as_str().into()),
            ("accepted", accepted.into()),
            ("message", refusal.message(lang).into()),
        ]);
        self.send("error", message, id);
    }
}
