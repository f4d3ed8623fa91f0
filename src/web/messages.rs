//! What an embed and the page around it tell each other, version 1; `public/embed.md` is the documentation.
//!
//! Every message is an object with `industry2040: 1` and a `type`. What cannot be understood is answered by an
//! `error`; what does not claim to be such a message is left alone, for pages send each other many things.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, JSON, Object, Reflect};
use leptos::prelude::*;
use leptos::reactive::effect::batch;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, KeyboardEvent};

use crate::embed::{self, Embed, Given, Refusal, Shows, VERSION, take};
use crate::i18n::number::Currency;
use crate::presets::{PRESETS, Preset};
use crate::scenario::{ParamId, Scenario};
use crate::text::Lang;
use crate::view::{FIRST_YEAR, HORIZON};
use crate::web::el::Node;
use crate::web::embed::report;
use crate::web::observe;
use crate::web::store::{Store, now};

const PROTOCOL: f64 = 1.0;
const MARK: &str = "industry2040";
/// The types that an embed takes.
const TYPES: [&str; 6] = ["set", "preset", "lang", "theme", "view", "getState"];
/// The settings of a `view`.
const VIEWS: [&str; 4] = ["figure", "year", "usual", "currency"];
/// Messages by which a host follows moves of the reader must not come back as moves of their own.
const ECHO_MS: f64 = 50.0;

/// An embed that talks to its host.
#[derive(Clone, Copy)]
struct Talk {
    store: Store,
    embed: Memo<Option<Embed>>,
    /// When the host last changed something.
    told: StoredValue<f64>,
}

/// Starts to listen and to tell, where there is a page around.
pub fn start(store: Store, embed: Memo<Option<Embed>>, node: Node) {
    if window()
        .parent()
        .ok()
        .flatten()
        .is_none_or(|parent| parent == window())
    {
        return;
    }
    let talk = Talk {
        store,
        embed,
        told: StoredValue::new(f64::NEG_INFINITY),
    };
    EventListener::new(&window(), "message", move |event| talk.hear(event)).forget();
    let prevent = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", prevent, move |event| {
        talk.pass_key(event.unchecked_ref());
    })
    .forget();
    talk.tell_height(node);
    talk.tell_changes();
}

/// An object of these properties.
fn object<const N: usize>(pairs: [(&str, JsValue); N]) -> Object {
    let object = Object::new();
    for (key, value) in pairs {
        put(&object, key, &value);
    }
    object
}

fn put(object: &Object, key: &str, value: &JsValue) {
    let _ = Reflect::set(object, &key.into(), value);
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or_default()
}

/// A value as an error quotes it.
fn written(value: &JsValue) -> String {
    value
        .as_string()
        .or_else(|| JSON::stringify(value).ok()?.as_string())
        .unwrap_or_else(|| "undefined".to_owned())
}

impl Talk {
    /// Sends a message; an answer carries the `id` of what it answers.
    fn send(self, kind: &str, message: Object, id: &JsValue) {
        put(&message, MARK, &PROTOCOL.into());
        put(&message, "type", &kind.into());
        if !id.is_undefined() {
            put(&message, "id", id);
        }
        if let Ok(Some(parent)) = window().parent() {
            // To whoever embeds: nothing in it is secret.
            let _ = parent.post_message(&message, "*");
        }
    }

    fn refuse(self, id: &JsValue, refusal: &Refusal) {
        let accepted: Array = refusal.accepted.iter().map(JsValue::from).collect();
        let lang = self.store.lang.get_untracked();
        let message = object([
            ("about", refusal.about.as_str().into()),
            ("value", refusal.value.as_str().into()),
            ("accepted", accepted.into()),
            ("message", refusal.message(lang).into()),
        ]);
        self.send("error", message, id);
    }

    fn hear(self, event: &Event) {
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
        self.told.set_value(now());
        let refusals = match kind.as_string().as_deref() {
            Some("set") => self.set(&data),
            Some("preset") => self.preset(&data),
            Some("lang") => self.lang(&data),
            Some("theme") => self.theme(&data),
            Some("view") => self.view(&data),
            Some("getState") => {
                self.send("state", self.state(), &id);
                Vec::new()
            }
            _ => vec![Refusal::new("type", &written(&kind), TYPES)],
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
        if !inputs.is_object() || Array::is_array(&inputs) {
            let shape = "an object of inputs and numbers";
            return vec![Refusal::new("inputs", &written(&inputs), [shape])];
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
            false => self.store.scenario.get_untracked(),
        };
        let (scenario, refusals) = take(&from, &entries);
        self.store.put(scenario);
        refusals
    }

    fn preset(self, data: &JsValue) -> Vec<Refusal> {
        if let Some(refusal) = self.refusal_if_frozen("preset") {
            return vec![refusal];
        }
        let name = written(&get(data, "preset"));
        match Preset::find(&name) {
            Some(preset) => {
                self.store.put(preset.scenario());
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
        let mut refusals = Vec::new();
        let keys = Object::keys(data.unchecked_ref::<Object>());
        batch(|| {
            for key in keys.iter().filter_map(|key| key.as_string()) {
                if ![MARK, "type", "id"].contains(&key.as_str()) {
                    refusals.extend(self.view_setting(&key, &get(data, &key)));
                }
            }
        });
        refusals
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
                    None => return Some(Refusal::new(key, &quoted, ["2025–2040"])),
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

    /// Everything a host may want to know before it sets anything.
    fn state(self) -> Object {
        let message = untrack(|| self.present());
        let parameters: Array = ParamId::all()
            .map(|param| {
                let row = param.row();
                let value = self
                    .store
                    .scenario
                    .with_untracked(|scenario| scenario.get(param));
                object([
                    ("id", row.id.into()),
                    (
                        "label",
                        self.store
                            .lang
                            .with_untracked(|lang| row.label.get(*lang))
                            .into(),
                    ),
                    ("unit", row.unit.code().into()),
                    ("min", row.min.into()),
                    ("max", row.max.into()),
                    ("step", row.step.into()),
                    ("base", row.default.into()),
                    ("value", value.into()),
                ])
            })
            .collect();
        put(&message, "parameters", &parameters);
        let presets: Array = PRESETS
            .iter()
            .map(|preset| JsValue::from(preset.id))
            .collect();
        put(&message, "presets", &presets);
        let theme = self
            .store
            .embed
            .with_untracked(|asks| JsValue::from(embed::asked(asks, "ground").unwrap_or("system")));
        put(&message, "theme", &theme);
        message
    }

    /// What `change` and `state` have in common; follows every signal that it reads.
    fn present(self) -> Object {
        let store = self.store;
        let inputs = Object::new();
        store.scenario.with(|scenario| {
            for param in scenario.changed() {
                put(&inputs, param.row().id, &scenario.get(param).into());
            }
        });
        let shows = self
            .embed
            .with(|embed| embed.as_ref().map_or(Shows::Nothing, |embed| embed.shows));
        let frozen = self
            .embed
            .with(|embed| embed.as_ref().is_some_and(|it| it.frozen.is_some()));
        object([
            ("inputs", inputs.into()),
            ("outputs", self.outputs(shows).into()),
            ("link", report_address(store, shows).into()),
            ("chapter", store.chapter.get().slug().into()),
            ("figure", figure_name(shows)),
            ("lang", store.lang.get().code().into()),
            ("year", f64::from(store.shown_year()).into()),
            ("usual", store.capex_as_usual.get().into()),
            ("currency", store.currency.get().code().into()),
            ("frozen", frozen.into()),
            ("version", VERSION.into()),
        ])
    }

    /// The numbers shown: the series of the figure, or the results at the head of the chapter.
    fn outputs(self, shows: Shows) -> Array {
        let outputs = Array::new();
        let Some((_, chapter)) = self.store.shown.get() else {
            return outputs;
        };
        if let Shows::Figure(id) = shows
            && let Some(spec) = chapter.figure(id)
        {
            let figure = self.store.context(|context| (spec.make)(context));
            let names: Array = (0..figure.categories.len())
                .map(|index| JsValue::from(figure.categories.name(index)))
                .collect();
            for panel in &figure.panels {
                for (number, series) in panel.series.iter().enumerate() {
                    let number_or_null =
                        |value: &Option<f64>| value.map_or(JsValue::NULL, JsValue::from);
                    let values: Array = series.values.iter().map(number_or_null).collect();
                    outputs.push(&object([
                        ("panel", panel.name.as_str().into()),
                        ("name", series.name.as_str().into()),
                        ("unit", figure.unit_of(panel, number).code().into()),
                        ("categories", names.clone().into()),
                        ("values", values.into()),
                    ]));
                }
            }
            return outputs;
        }
        for cell in chapter
            .results
            .iter()
            .filter_map(|headline| headline.cell())
        {
            let value = self.store.results.with(|results| cell.read(results));
            outputs.push(&object([
                ("id", cell.output().id.into()),
                ("name", cell.name(self.store.lang.get()).into()),
                ("unit", cell.output().unit.code().into()),
                ("year", f64::from(cell.year).into()),
                ("value", value.map_or(JsValue::NULL, JsValue::from)),
            ]));
        }
        outputs
    }

    /// `ready` once the embed stands, then `change` with every move.
    fn tell_changes(self) {
        Effect::new(move |ready: Option<bool>| {
            if self.embed.read().is_none() {
                return false;
            }
            let message = self.present();
            if ready == Some(true) {
                let by_host = now() - self.told.get_value() < ECHO_MS;
                let by = if by_host { "message" } else { "reader" };
                put(&message, "by", &by.into());
                self.send("change", message, &JsValue::UNDEFINED);
            } else {
                let accepts: Array = TYPES.into_iter().map(JsValue::from).collect();
                put(&message, "accepts", &accepts);
                self.send("ready", message, &JsValue::UNDEFINED);
            }
            true
        });
    }

    /// The height that the embed needs, whenever it changes.
    fn tell_height(self, node: Node) {
        observe::on_height(node, move |height| {
            self.send(
                "height",
                object([("height", height.into())]),
                &JsValue::UNDEFINED,
            );
        });
    }

    /// Keys that nothing in the embed uses go to the host.
    fn pass_key(self, event: &KeyboardEvent) {
        let key = event.key();
        let held = event.ctrl_key() || event.meta_key() || event.alt_key();
        if event.default_prevented() || held || is_used(event, &key) {
            return;
        }
        // The host turns the page; the embed must not scroll as well.
        event.prevent_default();
        let message = object([
            ("key", key.into()),
            ("code", event.code().into()),
            ("keyCode", event.key_code().into()),
            ("shiftKey", event.shift_key().into()),
        ]);
        self.send("key", message, &JsValue::UNDEFINED);
    }
}

/// Whether the focused element, an open dialog or scrolling uses a key.
fn is_used(event: &KeyboardEvent, key: &str) -> bool {
    if matches!(key, "Tab" | "Shift") {
        return true;
    }
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let within = |selector: &str| {
        let found = target
            .as_ref()
            .and_then(|target| target.closest(selector).ok().flatten());
        found.is_some()
    };
    let turns = matches!(key, "PageUp" | "PageDown");
    if within("dialog")
        || within("select, textarea, input[type=text]")
        || (within("input[type=range]") && !turns)
    {
        return true;
    }
    if matches!(key, "Enter" | " ") {
        return within("button, a, input, summary, [role=button]");
    }
    if within(".table-scroll, .listing") && key.starts_with("Arrow") {
        return true;
    }
    let scrolls = document()
        .document_element()
        .is_some_and(|root| root.scroll_height() > root.client_height() + 1);
    scrolls && matches!(key, "ArrowUp" | "ArrowDown" | "Home" | "End")
}

fn figure_name(shows: Shows) -> JsValue {
    match shows {
        Shows::Figure(id) | Shows::Tool(id) => id.into(),
        Shows::Chapter => "chapter".into(),
        Shows::Nothing => JsValue::NULL,
    }
}

/// The address of the report that shows the same.
fn report_address(store: Store, shows: Shows) -> String {
    let here = window().location().href().unwrap_or_default();
    let folder = here.split('#').next().unwrap_or_default();
    format!("{folder}{}", report(store, shows))
}
