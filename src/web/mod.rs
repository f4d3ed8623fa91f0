//! The browser: the only code that may name Leptos or web-sys.

use leptos::prelude::*;

/// Mounts the report into the page.
pub fn mount() {
    leptos::mount::mount_to_body(App);
}

#[component]
fn App() -> impl IntoView {
    view! { <main><h1>"industry2040"</h1></main> }
}
