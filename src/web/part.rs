//! Reactive parts of a view, of one type each.
//!
//! Every closure in a view is a type of its own, and Leptos compiles its whole machinery once for each type.
//! Boxed, all reactive words share one type, all flags another: the module is a third smaller for it.

use leptos::prelude::*;

use crate::text::Text;
use crate::web::store::use_store;

/// Words that follow what they are made from, as text or as the value of an attribute.
pub fn words<T: Into<String>>(
    make: impl Fn() -> T + Send + 'static,
) -> Box<dyn FnMut() -> String + Send> {
    Box::new(move || make().into())
}

/// A condition that follows what it is made from: for `hidden` and classes.
pub fn flag(make: impl Fn() -> bool + Send + 'static) -> Box<dyn FnMut() -> bool + Send> {
    Box::new(make)
}

/// A part of the page that is made anew when what it is made from changes.
pub fn part<V: IntoAny>(
    make: impl Fn() -> V + Send + 'static,
) -> Box<dyn FnMut() -> AnyView + Send> {
    Box::new(move || make().into_any())
}

/// What happens on an event.
pub fn on<E: 'static>(act: impl Fn(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(act)
}

/// Words in the reader's language.
pub fn say(text: Text) -> Box<dyn FnMut() -> String + Send> {
    let store = use_store();
    words(move || store.say(text))
}
