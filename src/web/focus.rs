//! Where the keys go on from: the focus follows what the reader opened, closed or went to.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::scenario::ParamId;

/// Puts the focus on the slider of an input in the panel, or on the chosen side of a switch; false where the panel
/// does not hold it.
pub fn input(param: ParamId) -> bool {
    let selector = format!(
        "#assumptions [data-param='{}'] :is(input[type=range], [aria-pressed=true])",
        param.row().id
    );
    let found = document().query_selector(&selector).ok().flatten();
    let slider = found.and_then(|found| found.dyn_into::<HtmlElement>().ok());
    if let Some(slider) = &slider {
        let _ = slider.focus();
        slider.scroll_into_view();
    }
    slider.is_some()
}

/// Puts the focus where something begins: on its heading, or on itself. The keys go on from there.
pub fn start(id: &str) {
    let selector = format!(":is(#{id} h1, h2#{id}, #{id} h3)");
    let Ok(Some(start)) = document().query_selector(&selector) else {
        return;
    };
    let _ = start.set_attribute("tabindex", "-1");
    let _ = start.unchecked_ref::<HtmlElement>().focus();
}

/// Puts the focus on the first element of a selector that is shown.
pub fn first(selector: &str) {
    let Ok(found) = document().query_selector_all(selector) else {
        return;
    };
    let elements =
        (0..found.length()).filter_map(|index| found.get(index)?.dyn_into::<HtmlElement>().ok());
    if let Some(element) = elements
        .into_iter()
        .find(|element| element.offset_parent().is_some())
    {
        let _ = element.focus();
    }
}
