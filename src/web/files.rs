//! Files that the page gives and takes, and the clipboard. Nothing of it leaves the reader's device.

use js_sys::{Array, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Lets the reader save a text as a file.
pub fn save(name: &str, kind: &str, parts: &[String]) {
    let list: Array = parts.iter().map(|part| JsValue::from_str(part)).collect();
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&list, &options) else {
        return;
    };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else {
        return;
    };
    if let Ok(anchor) = document().create_element("a") {
        let anchor: HtmlAnchorElement = anchor.unchecked_into();
        anchor.set_href(&address);
        anchor.set_download(name);
        anchor.click();
    }
    let _ = Url::revoke_object_url(&address);
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
