//! Scripts that are loaded on demand, and what they offer: pictures of charts, and slides.
//!
//! They are called by name rather than bound: every binding would be part of what all readers load.

use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Element};

use super::ExportError;
use crate::web::fetched;

/// A script: the name of its file, and of what it leaves behind.
pub struct Script {
    file: &'static str,
    global: &'static str,
}

/// Pictures.
pub const PICTURES: Script = Script {
    file: "pictures.js",
    global: "industry2040Pictures",
};

/// Slides.
pub const SLIDES: Script = Script {
    file: "slides.js",
    global: "industry2040Slides",
};

impl Script {
    /// The element that loads it. Its id is the name of the file: what the script leaves would be found in its place if
    /// they shared a name, since elements are globals too.
    fn element(&self) -> Option<Element> {
        document().get_element_by_id(self.file)
    }

    /// What it offers, where it has been loaded.
    pub fn there(&self) -> Option<JsValue> {
        let found = Reflect::get(&js_sys::global(), &self.global.into()).ok()?;
        (!found.is_undefined()).then_some(found)
    }

    /// What it offers; loads it first unless it is there.
    ///
    /// # Errors
    ///
    /// [`ExportError::Loading`] when it does not arrive; it can be asked for again.
    pub async fn load(&self) -> Result<JsValue, ExportError> {
        if let Some(there) = self.there() {
            return Ok(there);
        }
        let mut place = |arrived: Function, failed: Function| {
            if self.ask(&arrived, &failed).is_none() {
                let _ = failed.call0(&JsValue::UNDEFINED);
            }
        };
        let _ = JsFuture::from(Promise::new(&mut place)).await;
        let there = self.there();
        if there.is_none() {
            // Another try begins anew, also where something else than the script arrived.
            if let Some(script) = self.element() {
                script.remove();
            }
        }
        there.ok_or(ExportError::Loading)
    }

    /// Puts the script into the page, unless it is on its way; `None` where the page cannot.
    fn ask(&self, arrived: &Function, failed: &Function) -> Option<()> {
        let pending = self.element();
        let script = pending.clone().or_else(|| {
            // Trusted Types let nothing be a script whose address the page has not made so.
            let trusted = Reflect::get(&js_sys::global(), &"industry2040Trusted".into()).ok()?;
            let address = [JsValue::from(fetched::address(self.file))];
            let address = apply(&trusted, &JsValue::UNDEFINED, &address).ok()?;
            let script = document().create_element("script").ok()?;
            script.set_id(self.file);
            Reflect::set(&script, &"src".into(), &address).ok()?;
            Some(script)
        })?;
        let listen = |event, act| script.add_event_listener_with_callback(event, act).ok();
        listen("load", arrived)?;
        listen("error", failed)?;
        if pending.is_none() {
            document().head()?.append_child(&script).ok()?;
        }
        Some(())
    }
}

/// Calls a function of an object.
pub fn call(object: &JsValue, name: &str, given: &[JsValue]) -> Result<JsValue, ExportError> {
    let function = Reflect::get(object, &name.into()).map_err(|_| ExportError::Making)?;
    apply(&function, object, given)
}

/// Calls a function.
pub fn apply(
    function: &JsValue,
    this: &JsValue,
    given: &[JsValue],
) -> Result<JsValue, ExportError> {
    let function: &Function = function.dyn_ref().ok_or(ExportError::Making)?;
    let given: Array = given.iter().collect();
    function
        .apply(this, &given)
        .map_err(|_| ExportError::Making)
}

/// What a promise comes to.
pub async fn come(promise: JsValue) -> Result<JsValue, ExportError> {
    let promise: Promise = promise.dyn_into().map_err(|_| ExportError::Making)?;
    JsFuture::from(promise)
        .await
        .map_err(|_| ExportError::Making)
}

/// The file that a promise comes to.
pub async fn blob(promise: JsValue) -> Result<Blob, ExportError> {
    come(promise)
        .await?
        .dyn_into()
        .map_err(|_| ExportError::Making)
}

/// Lets milliseconds pass.
pub async fn wait(milliseconds: i32) {
    let mut start = |resolve: Function, _: Function| later(&resolve, milliseconds);
    let _ = JsFuture::from(Promise::new(&mut start)).await;
}

fn later(resolve: &Function, milliseconds: i32) {
    let window = window();
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(resolve, milliseconds);
}

/// Prints, and waits until that is over: some browsers go on while their dialog is open. Not longer than milliseconds.
///
/// # Errors
///
/// [`ExportError::Printing`] where the browser does not print.
pub async fn print(milliseconds: i32) -> Result<(), ExportError> {
    let mut start = |resolve: Function, reject: Function| {
        let _ = window().add_event_listener_with_callback("afterprint", &resolve);
        if window().print().is_err() {
            let _ = reject.call0(&JsValue::UNDEFINED);
        }
        later(&resolve, milliseconds);
    };
    let over = JsFuture::from(Promise::new(&mut start)).await;
    over.map(drop).map_err(|_| ExportError::Printing)
}
