//! Searching and filtering: fields and choices that write into what is looked for, which the link holds.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::reactive::effect::batch;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::register::Code;
use crate::link;
use crate::text::{Lang, Text};
use crate::web::address;
use crate::web::el::{El, button, el, say};
use crate::web::store::{Store, use_store};

/// How long typing must rest before the link follows.
const SETTLE_MS: u32 = 400;

/// How many entries are shown at first.
const FIRST: usize = 40;

/// How many more the reader gets at a time.
const MORE: usize = 80;

/// How many are made in a frame: so few that typing never waits for them.
const PORTION: usize = 10;

/// Which of the entries found are in the page.
#[derive(Clone, Copy)]
pub struct Shown {
    found: RwSignal<Vec<usize>>,
    /// How many of them are there.
    count: RwSignal<usize>,
    /// How many there will be; a portion comes with every frame.
    goal: RwSignal<usize>,
    grows: RwSignal<bool>,
}

impl Shown {
    /// The first of what is found, and again from the top when others are found.
    pub fn of(found: Memo<Vec<usize>>) -> Shown {
        let shown = Shown {
            found: RwSignal::new(Vec::new()),
            count: RwSignal::new(0),
            goal: RwSignal::new(0),
            grows: RwSignal::new(false),
        };
        let start = move || {
            // Together, or all portions of before would be made of what is found now.
            batch(|| {
                shown.count.set(PORTION);
                shown.found.set(found.get());
            });
            shown.grow_to(FIRST);
        };
        StoredValue::new_local(RenderEffect::new(move |_: Option<()>| start()));
        shown
    }

    fn grow_to(self, goal: usize) {
        self.goal.set(goal);
        if !self.grows.get_untracked() {
            self.grows.set(true);
            self.grow();
        }
    }

    fn grow(self) {
        request_animation_frame(move || {
            // The reader may have left the chapter since.
            let found = self.found.try_with_untracked(Vec::len);
            let (goal, count) = (
                self.goal.try_get_untracked(),
                self.count.try_get_untracked(),
            );
            let (Some(found), Some(goal), Some(count)) = (found, goal, count) else {
                return;
            };
            if count < goal.min(found) {
                self.count.set(count + PORTION);
                self.grow();
            } else {
                self.grows.set(false);
            }
        });
    }
}

/// One part of what is looked for.
pub fn looked_for(store: Store, key: &str) -> String {
    link::looked_for(&store.finding.read(), key)
}

/// Changes one part of what is looked for; the link follows.
fn look_for(store: Store, key: &str, value: &str) {
    let finding = link::found(&store.finding.read_untracked(), key, value);
    if finding != *store.finding.read_untracked() {
        store.finding.set(finding);
    }
}

/// A field for words to look for. A name that stands for one entry is not shown as words.
pub fn field(
    id: &'static str,
    key: &'static str,
    label: Text,
    is_name: impl Fn(&str) -> bool + 'static,
) -> [El; 2] {
    let store = use_store();
    let waiting = StoredValue::new_local(None::<Timeout>);
    let typed = move |event: Event| {
        let words = event_target::<HtmlInputElement>(&event).value();
        look_for(store, key, &words);
        let settled = Timeout::new(SETTLE_MS, move || address::restate(store));
        waiting.set_value(Some(settled));
    };
    let written = move || {
        let words = looked_for(store, key);
        match is_name(&words) {
            true => String::new(),
            false => words,
        }
    };
    let field = el("input")
        .attr("type", "search")
        .attr("id", id)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .on("input", typed)
        .value(written);
    [el("label").attr("for", id).words(say(label)), field]
}

/// A choice among codes, each with the number of entries that it would leave.
pub fn choice(
    id: &'static str,
    key: &'static str,
    label: Text,
    all: Text,
    codes: Vec<Code>,
    count: impl Fn(usize) -> usize + Clone + 'static,
) -> El {
    let store = use_store();
    let chosen = move |event: Event| {
        look_for(store, key, &event_target_value(&event));
        store.commit();
    };
    let options = codes
        .into_iter()
        .enumerate()
        .map(|(position, (code, words))| {
            let count = count.clone();
            el("option").attr("value", code).words(move || {
                let (words, count) = (store.say(words), count(position));
                match store.lang.get() {
                    Lang::En => format!("{words} ({count})"),
                    Lang::Ja => format!("{words}（{count}）"),
                }
            })
        });
    let select = el("select")
        .attr("id", id)
        .on("change", chosen)
        .child(el("option").attr("value", "").words(say(all)))
        .children(options)
        .value(move || looked_for(store, key));
    el("span")
        .attr("class", "choice")
        .child(el("label").attr("for", id).words(say(label)))
        .child(select)
}

/// Takes out some parts of what is looked for.
pub fn clear(keys: &'static [&'static str]) -> El {
    let store = use_store();
    let nothing = move || keys.iter().all(|key| looked_for(store, key).is_empty());
    let clear = move || {
        for key in keys {
            look_for(store, key, "");
        }
        store.commit();
    };
    button("quiet")
        .flag("hidden", nothing)
        .on_click(clear)
        .words(say(Text::new("Clear", "条件を解除")))
}

/// Entries in portions, each made anew when others are found.
pub fn portions(
    (tag, role): (&'static str, &'static str),
    all: usize,
    shown: Shown,
    make: impl Fn(usize) -> El + Clone + 'static,
) -> impl Iterator<Item = El> {
    (0..all.div_ceil(PORTION)).map(move |number| {
        let open =
            Memo::new(move |_| number * PORTION < shown.count.get().min(shown.found.read().len()));
        let make = make.clone();
        el(tag)
            .attr("role", role)
            .flag("hidden", move || !open.get())
            .part(move || {
                // In this order: an effect that asks first for what follows from `found` would take a change of `found`
                // for seen and not run again.
                let found = shown.found.read();
                let left = if open.get() { PORTION } else { 0 };
                let entries = found.iter().skip(number * PORTION).take(left);
                entries.map(|entry| make(*entry)).collect()
            })
    })
}

/// What shows more entries, or all of them.
pub fn more(shown: Shown) -> El {
    let store = use_store();
    let left = move || shown.found.read().len().saturating_sub(shown.goal.get());
    let some = button("quiet")
        .on_click(move || shown.grow_to(shown.goal.get_untracked() + MORE))
        .words(move || {
            let next = left().min(MORE);
            match store.lang.get() {
                Lang::En => format!("Show {next} more"),
                Lang::Ja => format!("さらに{next}件を表示"),
            }
        });
    let all = button("quiet")
        .on_click(move || shown.grow_to(shown.found.read_untracked().len()))
        .words(move || {
            let all = shown.found.read().len();
            match store.lang.get() {
                Lang::En => format!("Show all {all}"),
                Lang::Ja => format!("{all}件すべてを表示"),
            }
        });
    // On paper there is nothing to press.
    let on_paper = el("span").words(move || {
        let (there, all) = (shown.goal.get(), shown.found.read().len());
        match store.lang.get() {
            Lang::En => format!(
                "The first {there} of {all}. Printed with all tables, the rest is there too."
            ),
            Lang::Ja => format!("{all}件のうち最初の{there}件。表も含めて印刷すると全件を収める。"),
        }
    });
    el("p")
        .attr("class", "more")
        .attr("tabindex", "-1")
        .flag("hidden", move || left() == 0)
        .child(some)
        .child(all)
        .child(on_paper)
}

/// Arrow keys, Home, End and the page keys move between the first controls of entries.
pub fn steps(event: &KeyboardEvent, entry: &str) {
    let Some(target) = event.target() else { return };
    let at = target
        .unchecked_into::<Element>()
        .closest(entry)
        .ok()
        .flatten();
    let Some(at) = at else { return };
    let list = document().query_selector_all(entry).ok();
    let Some(list) = list else { return };
    let is_here = |index: &u32| {
        list.get(*index)
            .is_some_and(|other| at.is_same_node(Some(&other)))
    };
    let Some(here) = (0..list.length()).find(is_here) else {
        return;
    };
    let last = list.length().saturating_sub(1);
    let next = match event.key().as_str() {
        "ArrowDown" => here + 1,
        "ArrowUp" => here.saturating_sub(1),
        "PageDown" => here + 10,
        "PageUp" => here.saturating_sub(10),
        "Home" => 0,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    let entry = list.get(next.min(last));
    let control = entry.and_then(|entry| {
        let entry = entry.unchecked_into::<Element>();
        entry.query_selector("button, a").ok().flatten()
    });
    if let Some(control) = control {
        let _ = control.unchecked_into::<HtmlElement>().focus();
    }
}
