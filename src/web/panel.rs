//! The panel of assumptions: what was changed, then every input of the chapter.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::chapters::{InputGroup, SHARED};
use crate::choice;
use crate::formula::{confidence_mark, param_value};
use crate::i18n::ui;
use crate::scenario::ParamId;
use crate::source::{Confidence, Document, Origin};
use crate::text::Text;
use crate::web::el::{El, Node, button, el, say};
use crate::web::focus;
use crate::web::input::{input, reset_button};
use crate::web::steps::steps;
use crate::web::store::{Shown, Store, use_store};

/// Always in view on wide screens, a sheet that opens on narrow ones.
pub fn panel((_, chapter): Shown) -> El {
    let store = use_store();
    let node = Node::new();
    Effect::new(move |was_open: Option<bool>| {
        let open = store.covers();
        match (was_open.unwrap_or(false), open, node.get()) {
            (false, true, Some(panel)) => {
                let _ = panel.focus();
            }
            (true, false, _) => focus::first("[aria-controls='assumptions']"),
            _ => {}
        }
        open
    });
    let close_on_escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            // Beside the panel that is always in view the sheet over the text may be open.
            match store.panel_open.get_untracked() {
                true => store.panel_open.set(false),
                false => store.sheet.set(None),
            }
        }
    };
    let close = button("close")
        .words(say(ui::CLOSE))
        .on_click(move || store.panel_open.set(false));
    let head = el("div")
        .attr("class", "panel-head")
        .child(el("h2").words(say(ui::ASSUMPTIONS)))
        .child(close);
    el("div")
        .attr("class", "panel")
        .attr("id", "assumptions")
        .attr("tabindex", "-1")
        .flag("data-open", move || store.panel_open.get())
        .live("role", move || {
            if store.covers() {
                "dialog"
            } else {
                "complementary"
            }
            .to_owned()
        })
        .live("aria-label", say(ui::ASSUMPTIONS))
        .on("keydown", close_on_escape)
        .node(node)
        .child(head)
        .child(steps())
        .child(changes())
        .child(store.warnings(None))
        .child(origin_key())
        .children(chapter.inputs.iter().chain([&SHARED]).map(inputs))
        .children(borrowed(chapter.borrowed()))
}

/// The heading of the changes, where the focus goes when one of them is gone.
const CHANGES_TITLE: &str = "#changes-title";

/// What differs from the base case: old and new value, reset one or all.
fn changes() -> El {
    let store = use_store();
    let changed = Memo::new(move |_| store.scenario.read().changed().collect::<Vec<_>>());
    let none = move || changed.read().is_empty();
    let rows = move || {
        changed
            .get()
            .into_iter()
            .map(|param| change(store, param))
            .collect()
    };
    let reset_all = button("quiet")
        .flag("hidden", none)
        .on_click(move || {
            focus::first(CHANGES_TITLE);
            store.reset_all();
        })
        .words(say(ui::RESET_ALL));
    let hint = el("p")
        .attr("class", "hint")
        .flag("hidden", move || !none())
        .words(say(ui::NOTHING_CHANGED));
    let list = el("ul")
        .attr("tabindex", "0")
        .attr("aria-labelledby", "changes-title");
    el("section")
        .attr("class", "changes")
        .attr("aria-labelledby", "changes-title")
        .children([
            el("h3")
                .attr("id", "changes-title")
                .attr("tabindex", "-1")
                .words(say(ui::CHANGED)),
            reset_all,
            hint,
            list.flag("hidden", none).part(rows),
        ])
}

fn change(store: Store, param: ParamId) -> El {
    let old = move || param_value(param, param.row().default, &store.reader.get());
    let new = move || param_value(param, store.input(param).get(), &store.reader.get());
    let values = el("span")
        .attr("class", "old-new")
        .child(el("del").words(old))
        .text(" → ")
        .child(el("ins").words(new));
    el("li")
        .child(el("span").words(say(choice::label(param))))
        .child(values)
        .child(reset_button(param, || true, CHANGES_TITLE.to_owned()))
}

/// What the marks of origin mean.
pub fn origin_key() -> El {
    let origins = [
        Origin::Published(Document::Reshoring),
        Origin::Statistic(Text::EMPTY),
        Origin::Calibrated(Document::Reshoring),
        Origin::Assumed,
    ];
    let entry = |origin: Origin| {
        el("li")
            .text(origin.mark())
            .text(" ")
            .words(say(origin.label()))
    };
    el("ul")
        .attr("class", "origin-key")
        .live("aria-label", say(ui::INTRO_ORIGINS))
        .children(origins.map(entry))
        .child(
            el("li")
                .text(confidence_mark(Confidence::Estimate))
                .text(" ")
                .words(say(ui::ESTIMATE)),
        )
}

/// Inputs of other chapters that stand beside figures of this one.
pub fn borrowed(params: Vec<ParamId>) -> Option<El> {
    let title = el("h3").words(say(ui::OTHER_CHAPTERS));
    let group = el("section").attr("class", "inputs").child(title);
    (!params.is_empty())
        .then(|| group.children(params.into_iter().map(|param| input(param, "panel", false))))
}

/// The inputs of a group.
pub fn inputs(group: &'static InputGroup) -> El {
    el("section")
        .attr("class", "inputs")
        .child(el("h3").words(say(group.title)))
        .children(group.params().map(|param| input(param, "panel", false)))
}
