//! What an embed and the page around it tell each other, version 1; `public/embed.md` is the documentation.
//!
//! Every message is an object with `industry2040: 1` and a `type`. What cannot be understood is answered by an
//! `error`; what does not claim to be such a message is left alone, for pages send each other many things.

mod hear;
mod keys;
mod tell;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::{Array, JSON, Object, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};

use crate::embed::{self, Embed, Refusal};
use crate::scenario::Scenario;
use crate::web::el::Node;
use crate::web::store::Store;

const PROTOCOL: f64 = 1.0;
const MARK: &str = "industry2040";
/// The types that an embed takes.
const TYPES: [&str; 6] = ["set", "preset", "lang", "theme", "view", "getState"];

/// An embed that talks to its host.
#[derive(Clone, Copy)]
struct HostChannel {
    store: Store,
    embed: Memo<Option<Embed>>,
    /// Whether what changes now was asked for by the host.
    by_host: StoredValue<bool>,
    /// What messages asked for since the last frame: the scenario that they began with, and what they made of it.
    wanted: StoredValue<Option<(Scenario, Scenario)>>,
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
    let channel = HostChannel {
        store,
        embed,
        by_host: StoredValue::new(false),
        wanted: StoredValue::new(None),
    };
    EventListener::new(&window(), "message", move |event| channel.hear(event)).forget();
    let prevent = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", prevent, move |event| {
        channel.pass_key(event.unchecked_ref());
    })
    .forget();
    channel.tell_height(node);
    channel.tell_changes();
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
    if let Some(number) = value.as_f64().filter(|number| !number.is_finite()) {
        return embed::spelled(number);
    }
    if value.is_bigint() {
        // As it is written in a script.
        let digits = value.unchecked_ref::<Object>().to_string();
        return String::from(digits) + "n";
    }
    // What JSON cannot hold, such as an object within itself, is quoted by its kind.
    let kind = || {
        let kind = match () {
            () if Array::is_array(value) => "[…]",
            () if value.is_object() => "{…}",
            () => "undefined",
        };
        kind.to_owned()
    };
    value
        .as_string()
        .or_else(|| JSON::stringify(value).ok()?.as_string())
        .unwrap_or_else(kind)
}

/// Whether a value is an object of names and values, neither a list nor a map, buffer or other thing with a content of
/// its own.
fn is_plain(value: &JsValue) -> bool {
    value.is_object() && {
        let origin = JsValue::from(Object::get_prototype_of(value));
        origin.is_null() || origin == JsValue::from(Object::get_prototype_of(&Object::new()))
    }
}

/// How an error quotes something that is not plain.
fn kind_of(value: &JsValue) -> String {
    if !value.is_object() || Array::is_array(value) {
        return written(value);
    }
    let name = get(&get(value, "constructor"), "name").as_string();
    name.unwrap_or_else(|| written(value))
}

impl HostChannel {
    /// What changes from here on, until the page has settled, was asked for by the host: moves of the reader that it
    /// follows must not come back to it as moves of their own. What changes is told before any timer runs.
    fn follow_host(self) {
        self.by_host.set_value(true);
        Timeout::new(0, move || self.by_host.set_value(false)).forget();
    }

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
        if refusal.more > 0 {
            put(&message, "more", &(refusal.more as f64).into());
        }
        self.send("error", message, id);
    }
}
