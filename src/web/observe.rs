//! What the browser tells about an element: whether it is in view, how wide it is.

use leptos::html::{Div, ElementType};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::js_sys::Array;
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    ResizeObserver, ResizeObserverEntry,
};

/// How far outside the window a figure already counts as in view, so that it is ready when scrolled to.
const MARGIN: &str = "120px 0px";

/// Calls `seen` with the part of the element that is in the window, 0 to 1, whenever it enters, half fills or leaves.
pub fn on_view<E>(node: NodeRef<E>, seen: impl Fn(bool, f64) + Clone + 'static)
where
    E: ElementType,
    E::Output: JsCast + AsRef<Element> + Clone + 'static,
{
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        let seen = seen.clone();
        let callback = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            if let Some(entry) = entries
                .iter()
                .last()
                .and_then(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok())
            {
                seen(entry.is_intersecting(), entry.intersection_ratio());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        options.set_threshold(&Array::of3(&0.into(), &0.5.into(), &0.9.into()));
        let observer =
            IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options);
        let Ok(observer) = observer else { return };
        observer.observe(element.as_ref());
        keep(callback, move || observer.disconnect());
    });
}

/// The width of the element in CSS pixels; 0 until it is known.
pub fn width_of(node: NodeRef<Div>) -> ReadSignal<f64> {
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
