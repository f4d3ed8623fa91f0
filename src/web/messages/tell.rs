//! What an embed says to its host: its state, every change, its height.

use js_sys::{Array, Object};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;

use super::{HostChannel, TYPES, object, put};
use crate::embed::{self, Shows};
use crate::figure::Figure;
use crate::presets::PRESETS;
use crate::scenario::ParamId;
use crate::version::VERSION;
use crate::web::el::Node;
use crate::web::embed::report;
use crate::web::observe;
use crate::web::store::Store;

impl HostChannel {
    /// Everything a host may want to know before it sets anything.
    pub(super) fn state(self) -> Object {
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
            return values(&self.store.context(|context| (spec.make)(context)));
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
    pub(super) fn tell_changes(self) {
        Effect::new(move |ready: Option<bool>| {
            if self.embed.read().is_none() {
                return false;
            }
            let message = self.present();
            if ready == Some(true) {
                let by = match self.by_host.get_value() {
                    true => "message",
                    false => "reader",
                };
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
    pub(super) fn tell_height(self, node: Node) {
        observe::on_height(node, move |height| {
            self.send(
                "height",
                object([("height", height.into())]),
                &JsValue::UNDEFINED,
            );
        });
    }
}

/// The series of a figure.
fn values(figure: &Figure) -> Array {
    let outputs = Array::new();
    let names: Array = (0..figure.categories.len())
        .map(|index| JsValue::from(figure.categories.name(index)))
        .collect();
    for panel in &figure.panels {
        for (number, series) in panel.series.iter().enumerate() {
            let number_or_null = |value: &Option<f64>| value.map_or(JsValue::NULL, JsValue::from);
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
    outputs
}

fn figure_name(shows: Shows) -> JsValue {
    match shows {
        Shows::Figure(id) => id.into(),
        Shows::Tool(tool) => tool.code().into(),
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
