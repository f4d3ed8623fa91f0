//! Dialogs over the page.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement};

use crate::i18n::ui;
use crate::text::Text;
use crate::web::el::{El, Node, button, el, say};
use crate::web::store::Store;

/// A dialog under its title, with the button that closes it; it opens as soon as it is in the page.
pub fn dialog(store: Store, classes: &'static str, title_id: &'static str, title: Text) -> El {
    let node = Node::new();
    open_when_there(node);
    let close = move || store.over.set(None);
    let head = el("div").attr("class", "explain-head").children([
        el("h2")
            .attr("id", title_id)
            .attr("tabindex", "-1")
            .words(say(title)),
        button("quiet").on_click(close).words(say(ui::CLOSE)),
    ]);
    el("dialog")
        .attr("class", classes)
        .attr("aria-labelledby", title_id)
        .on("close", move |_: Event| close())
        .node(node)
        .child(head)
}

/// Opens a dialog once it is in the page.
pub fn open_when_there(node: Node) {
    request_animation_frame(move || {
        let dialog = untrack(|| node.get()).and_then(|it| it.dyn_into::<HtmlDialogElement>().ok());
        if let Some(dialog) = dialog {
            let _ = dialog.show_modal();
        }
    });
}
