//! The sheet of scenarios: presets, what the browser keeps, import and export, and the comparison.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Event;

use crate::choice;
use crate::formula::param_value;
use crate::i18n::bench as words;
use crate::link;
use crate::model;
use crate::output;
use crate::presets::{PRESETS, Preset};
use crate::scenario::Scenario;
use crate::text::{Lang, Text};
use crate::view::View;
use crate::web::comparison::comparison;
use crate::web::el::{El, button, el, say};
use crate::web::files;
use crate::web::hosting::own_address;
use crate::web::remembered::{self, SHORTCUTS_KEY};
use crate::web::saved::saved;
use crate::web::store::{Pinned, Store};
use crate::whatif::reading::json;
use crate::whatif::saved::Saved;
use crate::whatif::{differing, pin};

/// What the sheet says after a deed: a sentence, details, and what would take the deed back.
#[derive(Clone, Default)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// What changed, one line each.
    pub lines: Vec<String>,
    /// The list as it was before a deletion.
    pub before: Option<Vec<Saved>>,
}

/// The sheet and what it shows. A copy is as good as the original.
#[derive(Clone, Copy)]
pub struct Sheet {
    /// The state of the page.
    pub store: Store,
    /// What was said last.
    pub notice: RwSignal<Notice>,
    /// The scenarios that the browser keeps.
    pub saved: RwSignal<Vec<Saved>>,
    /// The name that is being typed.
    pub name: RwSignal<String>,
}

/// Everything about scenarios.
pub fn sheet(store: Store) -> Vec<El> {
    output::know(&output::ALL);
    let sheet = Sheet {
        store,
        notice: RwSignal::new(Notice::default()),
        saved: RwSignal::new(Vec::new()),
        name: RwSignal::new(String::new()),
    };
    let title = el("h2")
        .attr("id", "bench-title")
        .attr("tabindex", "-1")
        .words(say(words::SCENARIOS));
    let presets = PRESETS.iter().map(|preset| sheet.preset(preset));
    vec![
        title,
        sheet.said(),
        section(words::PRESETS, "presets")
            .child(el("ul").attr("class", "scenario-list").children(presets)),
        saved(sheet),
        comparison(store),
        keys(),
    ]
}

/// A part of the sheet under its heading.
pub fn section(title: Text, class: &'static str) -> El {
    el("section")
        .attr("class", class)
        .child(el("h3").words(say(title)))
}

impl Sheet {
    /// What was said last; heard as it appears.
    fn said(self) -> El {
        let notice = self.notice;
        let lines = move || {
            let lines = notice.read().lines.clone();
            lines.into_iter().map(|line| el("li").text(line)).collect()
        };
        let undo = button("quiet")
            .flag("hidden", move || notice.read().before.is_none())
            .words(say(words::UNDO_DELETE))
            .on_click(move || {
                if let Some(before) = notice.get_untracked().before {
                    self.keep(before, Notice::default());
                }
            });
        el("div").attr("class", "notice-line").children([
            el("p")
                .attr("role", "status")
                .words(move || notice.read().text.clone()),
            el("ul").part(lines),
            undo,
        ])
    }

    /// Says a sentence.
    pub fn say(self, text: String) {
        self.notice.set(Notice {
            text,
            ..Notice::default()
        });
    }

    fn preset(self, preset: &'static Preset) -> El {
        let name = move || self.store.say(preset.title).to_owned();
        let scenario = move || preset.scenario();
        el("li")
            .child(el("h4").words(say(preset.title)))
            .child(el("p").words(say(preset.about)))
            .child(self.actions(name, scenario))
    }

    /// What can be done with a scenario of any kind.
    pub fn actions(
        self,
        name: impl Fn() -> String + Clone + 'static,
        scenario: impl Fn() -> Scenario + Clone + 'static,
    ) -> El {
        type Act = fn(Sheet, String, Scenario);
        let acts: [(Text, Act); 4] = [
            (words::APPLY, Sheet::apply),
            (words::PIN, Sheet::pin),
            (words::COPY_LINK, Sheet::copy_link),
            (words::EXPORT, Sheet::export),
        ];
        let one = |(label, act): (Text, Act)| {
            let (called, held, named) = (name.clone(), scenario.clone(), name.clone());
            button("quiet")
                .live("aria-label", move || {
                    let label = self.store.say(label);
                    match self.store.lang.get() {
                        Lang::En => format!("{label}: {}", named()),
                        Lang::Ja => format!("{label}：{}", named()),
                    }
                })
                .words(say(label))
                .on_click(move || act(self, untrack(&called), held()))
        };
        el("div").attr("class", "actions").children(acts.map(one))
    }

    /// Takes a scenario over and tells what that changes.
    pub fn apply(self, name: String, scenario: Scenario) {
        let before = self.store.scenario.get_untracked();
        let reader = self.store.reader.get_untracked();
        let line = |param| {
            let (old, new) = (before.get(param), scenario.get(param));
            format!(
                "{} {} → {}",
                reader.text(choice::label(param)),
                param_value(param, old, &reader),
                param_value(param, new, &reader)
            )
        };
        let lines: Vec<_> = differing(&before, &scenario)
            .into_iter()
            .map(line)
            .collect();
        let text = match (reader.lang, lines.is_empty()) {
            (Lang::En, false) => format!("“{name}” applied. It changes:"),
            (Lang::En, true) => {
                format!("“{name}” changes nothing: the inputs stand like this already.")
            }
            (Lang::Ja, false) => format!("「{name}」を適用した。変わった前提："),
            (Lang::Ja, true) => format!("「{name}」は現在の前提と同じである。"),
        };
        self.store.put(scenario);
        self.store.commit();
        self.notice.set(Notice {
            text,
            lines,
            before: None,
        });
    }

    /// Compares the present scenario with another from now on.
    pub fn pin(self, name: String, scenario: Scenario) {
        self.store.pin.set(Some(pin::encode(&name, &scenario)));
        self.store.commit();
        self.say(match self.store.lang.get_untracked() {
            Lang::En => format!("Figures and results are now compared with “{name}”."),
            Lang::Ja => format!("図と結果の比較対象を「{name}」にした。"),
        });
    }

    fn copy_link(self, _: String, scenario: Scenario) {
        let view = untrack(|| View {
            pin: None,
            ..self.store.view()
        });
        let link = format!("{}{}", own_address(), link::encode(&scenario, &view));
        leptos::task::spawn_local(async move {
            let text = match files::copy(&link).await {
                true => untrack(|| self.store.say(words::COPIED)).to_owned(),
                false => format!("{} {link}", untrack(|| self.store.say(words::NOT_COPIED))),
            };
            self.say(text);
        });
    }

    /// Saves a scenario as a file that the command line reads too.
    pub fn export(self, name: String, scenario: Scenario) {
        let file = format!("{}.json", files::file_name(&name));
        if !files::save_text(&file, "application/json", &[json(&scenario)]) {
            self.say(untrack(|| self.store.say(words::NOT_SAVED)).to_owned());
        }
    }
}

/// The keys for undo and redo can be switched off.
fn keys() -> El {
    let choose = |event: Event| {
        let state = if event_target_checked(&event) {
            "on"
        } else {
            "off"
        };
        remembered::keep(SHORTCUTS_KEY, state);
    };
    let tick = el("input")
        .attr("type", "checkbox")
        .checked(remembered::has_shortcuts)
        .on("change", choose);
    let label = el("label").attr("class", "check").child(tick);
    section(words::SETTINGS, "keys").child(label.words(say(words::SHORTCUTS)))
}

/// Reads the scenario compared with from the link; what cannot be read is reported with the rest of the link.
pub fn read_pin(store: Store) {
    let Some(pin) = store.pin.get_untracked() else {
        store.pinned.set(None);
        return;
    };
    let (name, scenario, issues) = pin::decode(&pin);
    if !issues.is_empty() {
        store.issues.update(|all| all.extend(issues));
    }
    if pin.is_empty() {
        // A link that names nothing compares with nothing.
        store.pin.set(None);
        return;
    }
    store.pinned.set(Some(Arc::new(Pinned {
        name,
        scenario,
        results: model::run(&scenario),
    })));
}
