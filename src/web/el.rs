//! Elements of the page, put together from parts of one type each.
//!
//! Leptos' `view!` gives every element, attribute and closure a type of its own and compiles its machinery once for
//! each: 60 kB compressed for this page, twice the rest of the interface. An [`El`] has one type whatever its tag,
//! attributes and children are; it is still a Leptos element, rendered and cleaned up by Leptos.

use leptos::ev;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::element::{Custom, custom};
use leptos::tachys::html::event;
use leptos::tachys::html::node_ref::node_ref;
use leptos::tachys::html::property;
use leptos::tachys::html::style;
use leptos::wasm_bindgen::JsCast;

use crate::text::Text;
use crate::web::store::use_store;

/// A reference to an element, filled once it is in the page.
pub type Node = NodeRef<Custom<&'static str>>;

type Live<T> = Box<dyn FnMut() -> T + Send>;

/// An element under construction.
pub struct El {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element of this tag.
pub fn el(tag: &'static str) -> El {
    El {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

/// A button, which never submits anything.
pub fn button(class: &'static str) -> El {
    el("button").attr("type", "button").attr("class", class)
}

/// A button within running text: it wraps as words do, which a real button does not.
pub fn inline_button(class: &'static str, act: impl Fn() + Clone + 'static) -> El {
    let press = act.clone();
    let on_key = move |event: web_sys::KeyboardEvent| {
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
pub fn say(text: Text) -> impl Fn() -> String + Send + 'static {
    let store = use_store();
    move || store.say(text).to_owned()
}

impl El {
    /// A fixed attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> El {
        self.attributes
            .push(custom_attribute(name, value.into()).into_any_attr());
        self
    }

    /// An attribute that follows what it is made from.
    pub fn live(self, name: &'static str, value: impl Fn() -> String + Send + 'static) -> El {
        self.optional(name, Box::new(move || Some(value())))
    }

    /// An attribute that is there while a condition holds: `hidden`, or a `data-` name that styles refer to.
    pub fn flag(self, name: &'static str, condition: impl Fn() -> bool + Send + 'static) -> El {
        self.optional(name, Box::new(move || condition().then(String::new)))
    }

    fn optional(mut self, name: &'static str, value: Live<Option<String>>) -> El {
        self.attributes
            .push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// A style property; set by script, since the content security policy forbids style attributes.
    pub fn style(mut self, name: &'static str, value: impl Fn() -> String + Send + 'static) -> El {
        let value: Live<String> = Box::new(value);
        self.attributes
            .push(style::style((name, value)).into_any_attr());
        self
    }

    /// The text of a field or the position of a slider.
    pub fn value(mut self, value: impl Fn() -> String + Send + 'static) -> El {
        let value: Live<String> = Box::new(value);
        self.attributes
            .push(property::prop("value", value).into_any_attr());
        self
    }

    /// Whether a box is ticked.
    pub fn checked(mut self, value: impl Fn() -> bool + Send + 'static) -> El {
        let value: Live<bool> = Box::new(value);
        self.attributes
            .push(property::prop("checked", value).into_any_attr());
        self
    }

    /// What happens on an event.
    pub fn on<E: JsCast>(mut self, name: &'static str, mut act: impl FnMut(E) + 'static) -> El {
        let act: Box<dyn FnMut(web_sys::Event)> =
            Box::new(move |event| act(event.unchecked_into()));
        self.attributes
            .push(event::on(ev::Custom::new(name), act).into_any_attr());
        self
    }

    /// What happens on a click or its keyboard equivalent.
    pub fn on_click(self, mut act: impl FnMut() + 'static) -> El {
        self.on("click", move |_: web_sys::Event| act())
    }

    /// Fills `node` once the element is in the page.
    pub fn node(mut self, node: Node) -> El {
        self.attributes.push(node_ref(node).into_any_attr());
        self
    }

    /// Fixed words.
    pub fn text(mut self, words: impl Into<String>) -> El {
        self.children.push(words.into().into_any());
        self
    }

    /// Words that follow what they are made from.
    pub fn words(mut self, words: impl Fn() -> String + Send + 'static) -> El {
        let words: Live<String> = Box::new(words);
        self.children.push(words.into_any());
        self
    }

    /// A child.
    pub fn child(mut self, child: El) -> El {
        self.children.push(child.view());
        self
    }

    /// Children in a row.
    pub fn children(self, children: impl IntoIterator<Item = El>) -> El {
        children.into_iter().fold(self, El::child)
    }

    /// Children that are made anew when what they are made from changes.
    pub fn part(mut self, make: impl Fn() -> Vec<El> + Send + 'static) -> El {
        let make: Live<Vec<AnyView>> = Box::new(move || make().into_iter().map(El::view).collect());
        self.children.push(make.into_any());
        self
    }

    /// The element as a view of Leptos.
    pub fn view(self) -> AnyView {
        custom(self.tag)
            .add_any_attr(self.attributes)
            .child(self.children)
            .into_any()
    }
}
