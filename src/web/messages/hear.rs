//! What a host says to an embed, and the answers to what cannot be understood.

use gloo::timers::callback::Timeout;
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use leptos::reactive::effect::batch;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

use super::{HostChannel, MARK, PROTOCOL, TYPES, get, is_plain, kind_of, written};
use crate::embed::{self, Given, Refusal, Refusals, take};
use crate::i18n::number::Currency;
use crate::link::accepted_years;
use crate::presets::{PRESETS, Preset};
use crate::scenario::Scenario;
use crate::text::Lang;
use crate::view::{FIRST_YEAR, HORIZON};

/// Messages within this time are taken together: nobody sees more than a frame. A timer, for browsers stop the frames
/// of an embed out of sight.
const TOGETHER_MS: u32 = 16;

/// The settings of a `view`.
const VIEWS: [&str; 4] = ["figure", "year", "usual", "currency"];

impl HostChannel {
    /// Takes a message of the page around; every refusal is an answer of its own.
    pub(super) fn hear(self, event: &Event) {
        let (data, source) = (get(event, "data"), get(event, "source"));
        let parent = window().parent().ok().flatten().map(JsValue::from);
        if parent != Some(source) || !data.is_object() {
            return;
        }
        let (mark, kind, id) = (get(&data, MARK), get(&data, "type"), get(&data, "id"));
        if mark.is_undefined() && kind.as_string().is_none() {
            return;
        }
        if mark.as_f64() != Some(PROTOCOL) {
            return self.refuse(&id, &Refusal::new(MARK, &written(&mark), ["1"]));
        }
        self.follow_host();
        let kind = kind.as_string().unwrap_or_else(|| written(&kind));
        if !matches!(kind.as_str(), "set" | "preset") {
            // Whatever else is said comes after what was set.
            self.take_wanted();
        }
        let refusals = match kind.as_str() {
            "set" => self.set(&data),
            "preset" => self.preset(&data),
            "lang" => self.lang(&data),
            "theme" => self.theme(&data),
            "view" => self.view(&data),
            "getState" => {
                self.send("state", self.state(), &id);
                Vec::new()
            }
            _ => vec![Refusal::new("type", &kind, TYPES)],
        };
        for refusal in &refusals {
            self.refuse(&id, refusal);
        }
    }

    /// A frozen embed keeps its values.
    fn refusal_if_frozen(self, kind: &str) -> Option<Refusal> {
        let frozen = self
            .embed
            .with_untracked(|embed| embed.as_ref().is_some_and(|embed| embed.frozen.is_some()));
        frozen.then(|| Refusal::new("type", kind, TYPES.into_iter().skip(2)))
    }

    /// Sets inputs; with `whole` all others go back to the base case.
    fn set(self, data: &JsValue) -> Vec<Refusal> {
        if let Some(refusal) = self.refusal_if_frozen("set") {
            return vec![refusal];
        }
        let inputs = get(data, "inputs");
        if !is_plain(&inputs) {
            let shape = "an object of inputs and numbers";
            return vec![Refusal::new("inputs", &kind_of(&inputs), [shape])];
        }
        let entries: Vec<_> = Object::entries(inputs.unchecked_ref())
            .iter()
            .map(|entry| {
                let (key, value) = (Reflect::get_u32(&entry, 0), Reflect::get_u32(&entry, 1));
                let value = value.unwrap_or_default();
                let given = value
                    .as_f64()
                    .map_or_else(|| Given::Other(written(&value)), Given::Number);
                (written(&key.unwrap_or_default()), given)
            })
            .collect();
        let from = match get(data, "whole").is_truthy() {
            true => Scenario::default(),
            false => self.wanted_now().1,
        };
        let (scenario, refusals) = take(&from, &entries);
        self.want(scenario);
        refusals
    }

    /// What messages began with and what they have asked for so far.
    fn wanted_now(self) -> (Scenario, Scenario) {
        self.wanted.get_value().unwrap_or_else(|| {
            let present = self.store.scenario.get_untracked();
            (present, present)
        })
    }

    /// Asks for a scenario: the first wish of a frame waits for others, for each that is taken moves every figure.
    fn want(self, scenario: Scenario) {
        let is_first = self.wanted.with_value(Option::is_none);
        let (from, _) = self.wanted_now();
        self.wanted.set_value(Some((from, scenario)));
        if is_first {
            Timeout::new(TOGETHER_MS, move || self.take_wanted()).forget();
        }
    }

    /// Takes what was asked for, if it is not taken yet.
    fn take_wanted(self) {
        if let Some((from, wanted)) = self.wanted.get_value() {
            self.wanted.set_value(None);
            self.follow_host();
            let present = self.store.scenario.get_untracked();
            self.store.put(embed::moved(&present, &from, &wanted));
        }
    }

    fn preset(self, data: &JsValue) -> Vec<Refusal> {
        if let Some(refusal) = self.refusal_if_frozen("preset") {
            return vec![refusal];
        }
        let name = written(&get(data, "preset"));
        match Preset::find(&name) {
            Some(preset) => {
                self.want(preset.scenario());
                Vec::new()
            }
            None => vec![Refusal::new(
                "preset",
                &name,
                PRESETS.iter().map(|it| it.id),
            )],
        }
    }

    fn lang(self, data: &JsValue) -> Vec<Refusal> {
        let code = written(&get(data, "lang"));
        match Lang::from_code(&code) {
            Some(lang) => {
                self.store.lang.set(lang);
                Vec::new()
            }
            None => vec![Refusal::new("lang", &code, Lang::ALL.map(Lang::code))],
        }
    }

    fn theme(self, data: &JsValue) -> Vec<Refusal> {
        let code = written(&get(data, "theme"));
        if embed::Ground::find(&code).is_none() {
            return vec![Refusal::new("theme", &code, embed::grounds())];
        }
        self.ask("ground", code);
        Vec::new()
    }

    /// Changes what the link asked for.
    fn ask(self, key: &str, value: String) {
        self.store
            .embed
            .update(|asks| *asks = embed::asking(asks, key, &value));
    }

    fn view(self, data: &JsValue) -> Vec<Refusal> {
        let mut refusals = Refusals::default();
        let keys = Object::keys(data.unchecked_ref::<Object>());
        batch(|| {
            for key in keys.iter().filter_map(|key| key.as_string()) {
                if ![MARK, "type", "id"].contains(&key.as_str())
                    && let Some(refusal) = self.view_setting(&key, &get(data, &key))
                {
                    refusals.add(&|| refusal.clone());
                }
            }
        });
        refusals.done()
    }

    fn view_setting(self, key: &str, value: &JsValue) -> Option<Refusal> {
        let (store, quoted) = (self.store, written(value));
        match key {
            "figure" => {
                let (_, chapter) = store.shown.get_untracked()?;
                if embed::find(chapter, &quoted).is_none() {
                    return Some(Refusal::new(key, &quoted, embed::shown(chapter)));
                }
                self.ask("embed", quoted);
            }
            "year" => {
                match (FIRST_YEAR..=HORIZON).find(|&year| value.as_f64() == Some(f64::from(year))) {
                    Some(year) => store.year.set(Some(year).filter(|&year| year < HORIZON)),
                    None => {
                        let accepted = vec![accepted_years()];
                        return Some(Refusal {
                            accepted,
                            ..Refusal::new(key, &quoted, [])
                        });
                    }
                }
            }
            "usual" => match value.as_bool() {
                Some(shown) => store.capex_as_usual.set(shown),
                None => return Some(Refusal::new(key, &quoted, ["true", "false"])),
            },
            "currency" => match Currency::from_code(&quoted) {
                Some(currency) => store.currency.set(currency),
                None => {
                    return Some(Refusal::new(
                        key,
                        &quoted,
                        Currency::ALL.map(Currency::code),
                    ));
                }
            },
            _ => return Some(Refusal::new("view", key, VIEWS)),
        }
        None
    }
}
