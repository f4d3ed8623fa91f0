//! The reader's clock.

use leptos::wasm_bindgen::JsValue;

/// Milliseconds since the page was opened; 0 where there is no clock.
pub fn now() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |clock| clock.now())
}

/// The day where the reader is, such as `2026-03-31`: Swedes write it so.
pub fn today() -> String {
    let today = js_sys::Date::new_0().to_locale_date_string("sv-SE", &JsValue::UNDEFINED);
    today.into()
}
