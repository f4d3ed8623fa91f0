//! Elements of the page.
//!
//! An [`El`] is an element of the document; what of it follows signals is a Leptos effect that lives as long as the
//! part of the page around it. Leptos' `view!` gives every element, attribute and closure a type of its own and
//! compiles its machinery once for each. Of the 170 kB that the compressed module may have, this page took 212 kB
//! with `view!` and boxed closures, 169 kB with Leptos' untyped elements, and takes 155 kB this way.

use gloo::events::EventListener;
use leptos::prelude::*;
use leptos::reactive::graph::{AnySubscriber, Subscriber, ToAnySubscriber};
use leptos::wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, Text as TextNode};

use crate::text::Text;
use crate::web::store::use_store;

/// An element of the page under construction.
pub struct El(Element);

/// A reference to an element, empty until [`El::node`] fills it.
#[derive(Clone, Copy)]
pub struct Node(RwSignal<Option<HtmlElement>, LocalStorage>);

impl Node {
    /// A reference to nothing yet.
    pub fn new() -> Node {
        Node(RwSignal::new_local(None))
    }

    /// The element, once it is there and until the part of the page around it is gone.
    pub fn get(self) -> Option<HtmlElement> {
        self.0.try_get().flatten()
    }
}

/// An element of this tag.
pub fn el(tag: &'static str) -> El {
    El(document()
        .create_element(tag)
        .expect_throw("every tag of the page is a valid name"))
}

/// An element of mathematics.
pub fn math(tag: &'static str) -> El {
    const MATHML: &str = "http://www.w3.org/1998/Math/MathML";
    El(document()
        .create_element_ns(Some(MATHML), tag)
        .expect_throw("every tag of the page is a valid name"))
}

/// A button, which never submits anything.
pub fn button(class: &'static str) -> El {
    el("button").attr("type", "button").attr("class", class)
}

/// A button within running text: it wraps as words do, which a real button does not.
pub fn inline_button(class: &'static str, act: impl Fn() + Clone + 'static) -> El {
    let press = act.clone();
    let on_key = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            press();
        }
    };
    el("span")
        .attr("class", class)
        .attr("role", "button")
        .attr("tabindex", "0")
        .on("keydown", on_key)
        .on_click(act)
}

/// Words in the reader's language, following the switch.
pub fn say(text: Text) -> impl Fn() -> String + 'static {
    let store = use_store();
    move || store.say(text).to_owned()
}

/// Does something now and again whenever a signal it reads changes, until the part of the page around it is renewed.
pub fn follow(act: Box<dyn Fn()>) {
    let effect = RenderEffect::new(move |_: Option<()>| act());
    unlist(effect.to_any_subscriber());
    StoredValue::new_local(effect);
}

/// Puts words somewhere, now and again whenever they change.
fn follow_words(words: Box<dyn Fn() -> String>, put: Box<dyn Fn(&str)>) {
    let effect = RenderEffect::new(move |last: Option<String>| {
        let now = words();
        if last.as_ref() != Some(&now) {
            put(&now);
        }
        now
    });
    unlist(effect.to_any_subscriber());
    StoredValue::new_local(effect);
}

/// Takes an effect off the lists of the signals that it reads when the part of the page around it is renewed. Leptos
/// only ends it, so signals that live as long as the page would remember every effect there ever was.
pub fn unlist(listed: AnySubscriber) {
    on_cleanup(move || listed.clear_sources(&listed));
}

impl El {
    /// A fixed attribute.
    pub fn attr(self, name: &str, value: impl AsRef<str>) -> El {
        let _ = self.0.set_attribute(name, value.as_ref());
        self
    }

    /// An attribute that follows what it is made from.
    pub fn live(self, name: &'static str, value: impl Fn() -> String + 'static) -> El {
        let element = self.0.clone();
        let put = move |value: &str| {
            let _ = element.set_attribute(name, value);
        };
        follow_words(Box::new(value), Box::new(put));
        self
    }

    /// An attribute that is there while a condition holds: `hidden`, or a `data-` name that styles refer to.
    pub fn flag(self, name: &'static str, condition: impl Fn() -> bool + 'static) -> El {
        let element = self.0.clone();
        follow(Box::new(move || {
            let _ = element.toggle_attribute_with_force(name, condition());
        }));
        self
    }

    /// A style property; set by script, since the content security policy forbids style attributes.
    pub fn style(self, name: &'static str, value: impl Fn() -> String + 'static) -> El {
        let style = self.0.unchecked_ref::<HtmlElement>().style();
        let put = move |value: &str| {
            let _ = style.set_property(name, value);
        };
        follow_words(Box::new(value), Box::new(put));
        self
    }

    /// The text of a field or the position of a slider.
    pub fn value(self, value: impl Fn() -> String + 'static) -> El {
        let field = self.0.clone().unchecked_into::<HtmlInputElement>();
        follow_words(
            Box::new(value),
            Box::new(move |value| field.set_value(value)),
        );
        self
    }

    /// Whether a box is ticked.
    pub fn checked(self, value: impl Fn() -> bool + 'static) -> El {
        let tick = self.0.clone().unchecked_into::<HtmlInputElement>();
        follow(Box::new(move || tick.set_checked(value())));
        self
    }

    /// What happens on an event.
    pub fn on<E: JsCast + Clone>(self, name: &'static str, act: impl Fn(E) + 'static) -> El {
        self.listen(
            name,
            Box::new(move |event| act(event.clone().unchecked_into())),
        )
    }

    fn listen(self, name: &'static str, act: Box<dyn FnMut(&Event)>) -> El {
        let options = gloo::events::EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&self.0, name, options, act);
        StoredValue::new_local(listener);
        self
    }

    /// What happens on a click or its keyboard equivalent.
    pub fn on_click(self, act: impl Fn() + 'static) -> El {
        self.listen("click", Box::new(move |_| act()))
    }

    /// Fills `node` with the element.
    pub fn node(self, node: Node) -> El {
        node.0.set(self.0.clone().dyn_into().ok());
        self
    }

    /// Fixed words.
    pub fn text(self, words: impl AsRef<str>) -> El {
        let _ = self.0.append_with_str_1(words.as_ref());
        self
    }

    /// Words that follow what they are made from.
    pub fn words(self, words: impl Fn() -> String + 'static) -> El {
        let node: TextNode = document().create_text_node("");
        let _ = self.0.append_child(&node);
        follow_words(Box::new(words), Box::new(move |words| node.set_data(words)));
        self
    }

    /// A child.
    pub fn child(self, child: El) -> El {
        let _ = self.0.append_child(&child.0);
        self
    }

    /// Children in a row.
    pub fn children(self, children: impl IntoIterator<Item = El>) -> El {
        children.into_iter().fold(self, El::child)
    }

    /// Makes all children anew when what they are made from changes; what followed in the old ones ends.
    pub fn part(self, make: impl Fn() -> Vec<El> + 'static) -> El {
        self.renew(Box::new(make))
    }

    /// One function for all parts: it would be many otherwise.
    fn renew(self, make: Box<dyn Fn() -> Vec<El>>) -> El {
        let element = self.0.clone();
        follow(Box::new(move || {
            element.set_text_content(None);
            for El(child) in make() {
                let _ = element.append_child(&child);
            }
        }));
        self
    }

    /// Puts the element at the end of the page.
    pub fn mount(self) {
        if let Some(body) = document().body() {
            let _ = body.append_child(&self.0);
        }
    }
}
