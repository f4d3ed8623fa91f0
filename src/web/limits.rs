//! Warnings where the inputs leave what the documents support: at the inputs that were moved, with what would mend it.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::choice;
use crate::i18n::bench as words;
use crate::scenario::{ParamId, Scenario};
use crate::web::el::{El, button, el, say};
use crate::web::explain::go_to_input;
use crate::web::slices::in_slices;
use crate::web::store::Store;
use crate::whatif::limits::{self, Breach, Search};

/// Quiet time after the last change: longer than that of the live region, which tells of the change first.
const PAUSE_MS: u32 = 600;

thread_local! {
    /// What the present scenario leaves; it outlives the panel, which every chapter makes anew.
    static FOUND: ArcRwSignal<Vec<Breach>> = ArcRwSignal::new(Vec::new());
}

fn found() -> ArcRwSignal<Vec<Breach>> {
    FOUND.with(Clone::clone)
}

/// What stands at an input, or at the head of the panel.
pub fn show(store: Store, place: Option<ParamId>) -> Vec<El> {
    match place {
        Some(param) => at_input(store, param),
        None => head(store),
    }
}

/// The warnings of an input, each with a button that mends it as one step.
fn at_input(store: Store, param: ParamId) -> Vec<El> {
    let concerned = |limit: &limits::Limit| limit.params().any(|other| other == param);
    if !limits::LIMITS.iter().any(concerned) {
        return Vec::new();
    }
    let scenario = store.scenario.get_untracked();
    let own: Vec<_> = found().with(|found| {
        let is_told = |breach: &&Breach| breach.places(&scenario).contains(&param);
        found.iter().filter(is_told).cloned().collect()
    });
    own.into_iter()
        .map(|breach| warning(store, &breach, param))
        .collect()
}

fn warning(store: Store, breach: &Breach, param: ParamId) -> El {
    let line = el("p").text("⚠ ").text(breach.words(&store.reader.get()));
    let mend = breach.mend_at(param).map(|mend| {
        let press = move || {
            stay_at_input();
            // A step of its own, however soon it follows the one that it mends.
            let mut mended = store.scenario.get_untracked();
            if mended.set(mend.0, mend.1).is_ok() {
                store.put(mended);
                store.commit();
            }
        };
        let name = store.context(|context| limits::mend_words(mend, context));
        button("quiet").text(name).on_click(press)
    });
    el("div")
        .attr("class", "limit")
        .attr("data-limit", breach.limit.id)
        .child(line)
        .children(mend)
}

/// The button goes away with what it mends; the keyboard stays at the input.
fn stay_at_input() {
    let input = document()
        .active_element()
        .and_then(|button| button.closest("[data-param]").ok().flatten());
    let field = input.and_then(|input: Element| {
        let field = input.query_selector("input[type=range], [aria-pressed=true]");
        field.ok().flatten()
    });
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        let _ = field.focus();
    }
}

/// At the head of the panel: the way to the inputs with warnings.
fn head(store: Store) -> Vec<El> {
    untrack(|| follow(store));
    let line = el("p")
        .attr("class", "limits-head")
        .flag("hidden", || found().with(Vec::is_empty))
        .words(say(words::BEYOND))
        .child(el("span").part(move || {
            let mut links = Vec::new();
            for param in first_places(store) {
                links.push(
                    button("link")
                        .words(say(choice::label(param)))
                        .on_click(move || go_to_input(store, param)),
                );
            }
            links
        }));
    vec![line]
}

/// Of every limit that is left the first input at which it is told.
fn first_places(store: Store) -> Vec<ParamId> {
    let scenario = store.scenario.get_untracked();
    let mut params = Vec::new();
    found().with(|found| {
        for breach in found {
            let first = breach.places(&scenario).into_iter().next();
            params.extend(first.filter(|param| !params.contains(param)));
        }
    });
    params
}

/// Looks again a moment after the scenario changed.
fn follow(store: Store) {
    let waiting = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |_| {
        let scenario = store.scenario.get();
        waiting.set_value(Some(Timeout::new(PAUSE_MS, move || look(store, scenario))));
    });
}

/// Finds what is left and what mends it, in slices; given up when the scenario has changed by then.
fn look(store: Store, scenario: Scenario) {
    let mut search = store
        .results
        .with_untracked(|results| Search::new(&scenario, results));
    in_slices(move || {
        if store.scenario.try_get_untracked() != Some(scenario) {
            return false;
        }
        let goes_on = search.step();
        if !goes_on {
            tell(store, search.take());
        }
        goes_on
    });
}

/// Shows what was found, and says what is new.
fn tell(store: Store, left: Vec<Breach>) {
    let found = found();
    let reader = store.reader.get_untracked();
    let mut said = String::new();
    found.with_untracked(|before| {
        for breach in &left {
            if before.iter().all(|other| other.limit.id != breach.limit.id) {
                said.push_str(&breach.words(&reader));
            }
        }
    });
    if !said.is_empty() {
        store.spoken.set(said);
    }
    let same = found.with_untracked(|before| *before == left);
    if !same {
        found.set(left);
    }
}
