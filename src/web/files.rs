//! Files that the page gives and takes, and the clipboard. Nothing of it leaves the reader's device.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Milliseconds that the browser has to read a file that is downloaded: some read it only after this turn.
const KEPT_MS: u32 = 40_000;

/// Lets the reader save the parts of a text as a file; false where the browser refuses.
pub fn save_text(name: &str, kind: &str, parts: &[String]) -> bool {
    let list: Array = parts.iter().map(|part| JsValue::from_str(part)).collect();
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let file = Blob::new_with_str_sequence_and_options(&list, &options);
    file.is_ok_and(|file| save(name, &file))
}

/// Hands a file to the browser as a download; false where it refuses.
pub fn save(name: &str, file: &Blob) -> bool {
    let Ok(address) = Url::create_object_url_with_blob(file) else {
        return false;
    };
    let anchor = document().create_element("a");
    if let Ok(anchor) = &anchor {
        let anchor: &HtmlAnchorElement = anchor.unchecked_ref();
        anchor.set_href(&address);
        anchor.set_download(name);
        anchor.click();
    }
    let free = move || drop(Url::revoke_object_url(&address));
    Timeout::new(KEPT_MS, free).forget();
    anchor.is_ok()
}

/// A name that every file system takes.
pub fn file_name(name: &str) -> String {
    let plain = name
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' });
    let plain: String = plain.collect();
    format!("industry2040-{}", plain.trim_matches('-'))
}

/// The text of a file.
pub async fn text(file: &Blob) -> Result<String, String> {
    let text = JsFuture::from(file.text())
        .await
        .map_err(|error| said(&error))?;
    Ok(text.as_string().unwrap_or_default())
}

/// What an error of the browser says.
fn said(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into()).ok();
    message
        .and_then(|message| message.as_string())
        .unwrap_or_default()
}

/// Puts a text on the clipboard; false where the browser does not allow it.
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // Pages that did not come over a secure connection have no clipboard.
    let there = Reflect::get(&navigator, &"clipboard".into());
    if !there.is_ok_and(|clipboard| clipboard.is_object()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text))
        .await
        .is_ok()
}
