//! The sheet of analysis: one result of any chapter, and what it rests on.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

use crate::chapters::{ChapterId, Context};
use crate::data::books;
use crate::i18n::bench as words;
use crate::output;
use crate::scenario::Scenario;
use crate::text::Text;
use crate::web::el::{El, button, el, say};
use crate::web::store::Store;
use crate::whatif::headlines::{self, Choice};
use crate::whatif::short_name;

mod drawn;
mod goal;
mod one_by_one;
mod ranges;
mod two_way;
mod uncertainty;

/// How long tools wait for further changes, so that a drag does not run them at every step.
const CALM_MS: u32 = 90;

/// What all tools look at. A copy is as good as the original.
#[derive(Clone, Copy)]
pub struct Bench {
    store: Store,
    /// Every result that can be chosen.
    all: StoredValue<Rc<Vec<Choice>>, LocalStorage>,
    /// The one that is analysed.
    chosen: RwSignal<usize>,
    /// The scenario, followed a few times a second.
    calm: RwSignal<Scenario>,
    /// The simulation, kept while other tools are looked at.
    simulation: uncertainty::State,
}

type Tool = (&'static str, Text, fn(Bench) -> Vec<El>);

const TOOLS: [Tool; 5] = [
    ("tornado", words::TORNADO, one_by_one::tornado),
    ("attribution", words::ATTRIBUTION, one_by_one::attribution),
    ("two-way", words::TWO_WAY, two_way::two_way),
    ("uncertainty", words::UNCERTAINTY, uncertainty::uncertainty),
    ("goal", words::GOAL, goal::goal),
];

/// Everything about one result.
pub fn sheet(store: Store) -> Vec<El> {
    output::know(&output::ALL);
    headlines::books().into_iter().for_each(books::open);
    let bench = Bench {
        store,
        all: StoredValue::new_local(Rc::new(headlines::all())),
        chosen: RwSignal::new(headlines::first_of(store.chapter.get_untracked())),
        calm: RwSignal::new(store.scenario.get_untracked()),
        simulation: uncertainty::State::new(),
    };
    bench.follow();
    let open = RwSignal::new(0_usize);
    let title = el("h2")
        .attr("id", "bench-title")
        .attr("tabindex", "-1")
        .words(say(words::ANALYSIS));
    let tool = el("div")
        .attr("role", "tabpanel")
        .attr("id", "tool")
        .live("aria-labelledby", move || {
            format!("tab-{}", TOOLS[open.get()].0)
        })
        .part(move || {
            let make = TOOLS[open.get()].2;
            untrack(|| make(bench))
        });
    vec![title, bench.results(), tabs(open), tool]
}

/// The names of the tools; arrow keys go from one to the next.
fn tabs(open: RwSignal<usize>) -> El {
    let last = TOOLS.len() - 1;
    let walk = move |event: KeyboardEvent| {
        let now = open.get_untracked();
        let next = match event.key().as_str() {
            "ArrowRight" => (now + 1) % (last + 1),
            "ArrowLeft" => (now + last) % (last + 1),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        open.set(next);
        let tab = document().get_element_by_id(&format!("tab-{}", TOOLS[next].0));
        if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
            let _ = tab.focus();
        }
    };
    let tab = |(index, (id, name, _)): (usize, &'static Tool)| {
        button("tab")
            .attr("role", "tab")
            .attr("id", format!("tab-{id}"))
            .attr("aria-controls", "tool")
            .live("aria-selected", move || (open.get() == index).to_string())
            .live("tabindex", move || {
                if open.get() == index { "0" } else { "-1" }.to_owned()
            })
            .on_click(move || open.set(index))
            .words(say(*name))
    };
    const LIST: &[Tool] = &TOOLS;
    el("div")
        .attr("class", "tabs")
        .attr("role", "tablist")
        .live("aria-label", say(words::ANALYSIS))
        .on("keydown", walk)
        .children(LIST.iter().enumerate().map(tab))
}

impl Bench {
    /// The result that is analysed.
    fn choice(self) -> Choice {
        let chosen = self.chosen.get();
        self.all.with_value(|all| all[chosen.min(all.len() - 1)])
    }

    /// Takes over the scenario a moment after it changed, and again after each further change.
    fn follow(self) {
        let waiting = StoredValue::new_local(None::<Timeout>);
        Effect::new(move |_| {
            let changed = *self.store.scenario.read() != self.calm.get_untracked();
            if changed && waiting.with_value(Option::is_none) {
                let take = move || {
                    waiting.try_set_value(None);
                    if let Some(now) = self.store.scenario.try_get_untracked()
                        && self
                            .calm
                            .try_get_untracked()
                            .is_some_and(|calm| calm != now)
                    {
                        self.calm.set(now);
                    }
                };
                waiting.set_value(Some(Timeout::new(CALM_MS, take)));
            }
        });
    }

    /// Something from the present numbers, made anew when scenario, result, language, currency or comparison change,
    /// but not at every step of a drag.
    fn make<T>(self, make: impl FnOnce(&Choice, &Context) -> T) -> T {
        self.calm.track();
        self.store.reader.track();
        self.store.pinned.track();
        let choice = self.choice();
        untrack(|| self.store.context(|context| make(&choice, context)))
    }

    /// The choice of a result, by chapter.
    fn results(self) -> El {
        let options = move || {
            let all = self.all.get_value();
            let names: Vec<_> = self.store.context(|context| {
                let names = all.iter().map(|choice| short_name(choice.cell, context));
                names.collect()
            });
            let of = |chapter: ChapterId| {
                let own = all.iter().enumerate();
                let own = own.filter(move |(_, choice)| choice.chapter == chapter);
                own.map(|(index, _)| index).collect::<Vec<_>>()
            };
            let groups = ChapterId::ALL
                .into_iter()
                .map(|chapter| (chapter, of(chapter)));
            let groups = groups.filter(|(_, own)| !own.is_empty());
            groups
                .map(|(chapter, own)| {
                    let option = |index: usize| {
                        el("option")
                            .attr("value", index.to_string())
                            .flag("selected", move || self.chosen.get() == index)
                            .text(&names[index])
                    };
                    el("optgroup")
                        .attr("label", self.store.say(chapter.title()))
                        .children(own.into_iter().map(option))
                })
                .collect()
        };
        let choose = move |event: Event| {
            if let Ok(index) = event_target_value(&event).parse() {
                self.chosen.set(index);
            }
        };
        let choice = el("select")
            .attr("id", "analysed")
            .on("change", choose)
            .part(options);
        el("div").attr("class", "field-line").children([
            el("label")
                .attr("for", "analysed")
                .words(say(words::OF_RESULT)),
            choice,
        ])
    }
}
