//! Printing: every figure is drawn, in view or not, in light colours and in the width of the paper.

use gloo::events::EventListener;
use leptos::prelude::*;

use crate::web::store::Store;

/// Width of the text on A4 in CSS pixels: 210 mm less the margins of `style/print.css`.
pub const PAPER: f64 = 680.0;

/// Tells the page when it is printed.
pub fn follow(store: Store) {
    for (event, printing) in [("beforeprint", true), ("afterprint", false)] {
        EventListener::new(&window(), event, move |_| store.printing.set(printing)).forget();
    }
}
