//! What the browser tells about an element: whether it is in view, how wide it is.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::js_sys::Array;
use web_sys::{
    IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ResizeObserver,
    ResizeObserverEntry,
};

use crate::web::el::Node;

/// How far outside the window a figure already counts as in view, so that it is ready when scrolled to.
const MARGIN: &str = "120px 0px";

/// Tells whether the element is in view, and how many pixels of its height, whenever that changes by a quarter.
pub fn on_view(node: Node, seen: impl Fn(bool, f64) + Clone + 'static) {
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        let seen = seen.clone();
        let callback = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            if let Some(entry) = entries
                .iter()
                .last()
                .and_then(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok())
            {
                seen(entry.is_intersecting(), entry.intersection_rect().height());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        options.set_threshold(&Array::of4(
            &0.into(),
            &0.25.into(),
            &0.5.into(),
            &0.75.into(),
        ));
        let observer =
            IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options);
        let Ok(observer) = observer else { return };
        observer.observe(&element);
        keep(callback, move || observer.disconnect());
    });
}

/// The width of the element in CSS pixels; 0 until it is known.
pub fn width_of(node: Node) -> ReadSignal<f64> {
    let (width, set_width) = signal(0.0);
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        set_width.set(element.get_bounding_client_rect().width());
        let callback = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            if let Some(entry) = entries
                .iter()
                .last()
                .and_then(|entry| entry.dyn_into::<ResizeObserverEntry>().ok())
            {
                let new = entry.content_rect().width();
                if (new - width.get_untracked()).abs() >= 1.0 {
                    set_width.set(new);
                }
            }
        });
        let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) else {
            return;
        };
        observer.observe(&element);
        keep(callback, move || observer.disconnect());
    });
    width
}

/// Keeps a callback alive until the element leaves, then stops its observer.
fn keep<T: ?Sized + 'static>(callback: Closure<T>, stop: impl Fn() + 'static) {
    let kept = StoredValue::new_local(Some((callback, stop)));
    on_cleanup(move || {
        if let Some((_, stop)) = kept.try_update_value(Option::take).flatten() {
            stop();
        }
    });
}

/// Tells the height of the element in whole CSS pixels, whenever it changes.
pub fn on_height(node: Node, tell: impl Fn(f64) + Clone + 'static) {
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        let (tell, watched) = (tell.clone(), element.clone());
        let last = std::cell::Cell::new(0.0);
        let callback = Closure::<dyn FnMut(Array)>::new(move |_: Array| {
            let height = watched.get_bounding_client_rect().height().ceil();
            if last.replace(height) != height {
                tell(height);
            }
        });
        let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) else {
            return;
        };
        observer.observe(&element);
        keep(callback, move || observer.disconnect());
    });
}
