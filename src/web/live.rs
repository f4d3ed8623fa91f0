//! What a screen reader hears after a change: the input, its value, and what that did to the first result.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use crate::choice;
use crate::explain::change;
use crate::formula::param_value;
use crate::scenario::{ParamId, Scenario};
use crate::text::Lang;
use crate::web::el::{El, el};
use crate::web::store::{Store, use_store};

/// Quiet time after the last change, so that a drag is one sentence.
const PAUSE_MS: u32 = 450;

/// The live region.
pub fn live() -> El {
    let store = use_store();
    let sentence = store.spoken;
    let waiting = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |before: Option<Scenario>| {
        let now = store.scenario.get();
        let before = before.unwrap_or(now);
        if let Some(param) = ParamId::all().find(|&param| before.get(param) != now.get(param)) {
            waiting.set_value(Some(Timeout::new(PAUSE_MS, move || {
                sentence.set(untrack(|| announcement(store, param)));
            })));
        }
        now
    });
    el("p")
        .attr("class", "visually-hidden")
        .attr("role", "status")
        .words(move || sentence.get())
}

fn announcement(store: Store, param: ParamId) -> String {
    store.context(|context| {
        let reader = &context.reader;
        let value = param_value(param, context.scenario.get(param), reader);
        let input = format!("{} {value}", reader.text(choice::label(param)));
        let headline = store
            .shown
            .get()
            .and_then(|(_, chapter)| chapter.results.first());
        let Some(cell) = headline.and_then(|headline| headline.cell()) else {
            return input;
        };
        let (name, result) = (cell.name(reader.lang), context.write(cell));
        let change = change(cell, context).unwrap_or_else(|| store.same_as_reference());
        match reader.lang {
            Lang::En => format!("{input}. {name}: {result}, {change}."),
            Lang::Ja => format!("{input}。{name}は{result}、{change}。"),
        }
    })
}
