//! The dialog that tells how a number comes about.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement};

use crate::chapters::ChapterId;
use crate::explain::{Explanation, Item, List, Subject, explain};
use crate::i18n::ui;
use crate::scenario::ParamId;
use crate::text::Text;
use crate::web::el::{El, Node, button, el, say};
use crate::web::evidence::register;
use crate::web::fetched::file;
use crate::web::focus;
use crate::web::nav::link_finding;
use crate::web::store::{Store, use_store};
use crate::web::wanted::Want;

/// Opens with the first subject, goes deeper with each further one, and back again.
pub fn dialog() -> El {
    let store = use_store();
    let node = Node::new();
    Effect::new(move |_| {
        let Some(dialog) = node
            .get()
            .and_then(|node| node.dyn_into::<HtmlDialogElement>().ok())
        else {
            return;
        };
        store.explanations.track();
        match store.explaining.read().is_empty() {
            true => dialog.close(),
            false if dialog.open() => {
                dialog.set_scroll_top(0);
                focus::first("#explain-title");
            }
            false => {
                let _ = dialog.show_modal();
                focus::first("#explain-title");
            }
        }
    });
    let content = move || match store.explanations.get() {
        Some(explanations) => (explanations.tell)(store),
        None if store.explanations_missing.get() => missing(store),
        None => Vec::new(),
    };
    let back = move || {
        store.explaining.update(|trail| {
            trail.pop();
        });
    };
    let back = button("quiet")
        .flag("hidden", move || store.explaining.read().len() < 2)
        .on_click(back)
        .words(say(ui::BACK));
    let head = el("div").attr("class", "explain-head").children([
        back,
        el("p").attr("class", "kicker").words(say(ui::EXPLANATION)),
        button("quiet")
            .on_click(move || close(store))
            .words(say(ui::CLOSE)),
    ]);
    el("dialog")
        .attr("class", "explain")
        .attr("aria-labelledby", "explain-title")
        .on("close", move |_: Event| close(store))
        .node(node)
        .child(head)
        .child(el("div").part(content))
}

fn close(store: Store) {
    if !store.explaining.read_untracked().is_empty() {
        store.explaining.set(Vec::new());
    }
}

/// What the reader is told when the explanations do not arrive.
fn missing(store: Store) -> Vec<El> {
    let retry = button("quiet")
        .words(say(ui::TRY_AGAIN))
        .on_click(move || store.want(Want::Explanations));
    vec![
        el("p").attr("role", "alert").words(say(ui::PART_MISSING)),
        retry,
    ]
}

/// The explanation that is open, in words.
pub fn tell(store: Store) -> Vec<El> {
    let subject = store.explaining.read().last().copied();
    subject.map_or_else(Vec::new, |subject| {
        let mut parts = told(store, store.context(|context| explain(subject, context)));
        if let Subject::Published(id) = subject {
            parts.extend(in_register(store, id));
        }
        parts
    })
}

/// The way to the row of a printed figure, and the relations that it is part of, once the register has come.
fn in_register(store: Store, id: &'static str) -> [El; 2] {
    file(register::FILE).load();
    let related = move || {
        let Some(register) = register::register() else {
            return Vec::new();
        };
        let relations = register.relations_of(id).map(|relation| {
            let asked = Some(("relation", relation.id));
            let verdict = register.verdicts[relation.verdict].1;
            let link = link_finding(store, ChapterId::Evidence, Some("contradictions"), asked);
            let verdict = el("span").attr("class", "source").text(store.say(verdict));
            el("li")
                .child(link.text(store.say(relation.relation)))
                .child(verdict)
        });
        let relations: Vec<_> = relations.collect();
        if relations.is_empty() {
            return Vec::new();
        }
        vec![
            el("h3").words(say(Text::new(
                "Relations to other figures",
                "他の数値との関係",
            ))),
            el("ul").attr("class", "terms").children(relations),
        ]
    };
    let row = link_finding(
        store,
        ChapterId::Evidence,
        Some("register"),
        Some(("q", id)),
    );
    [
        el("div").part(related),
        el("p").child(row.words(say(Text::new("In the register", "一覧で見る")))),
    ]
}

fn told(store: Store, told: Explanation) -> Vec<El> {
    let Explanation {
        title,
        value,
        change,
        about,
        formulas,
        facts,
        lists,
        input,
    } = told;
    let big = el("p").attr("class", "big").text(value).text(" ");
    let mut parts = vec![
        el("h2")
            .attr("id", "explain-title")
            .attr("tabindex", "-1")
            .text(title),
        big.child(el("span").attr("class", "change").text(change)),
        el("p").text(about),
    ];
    for (name, formula) in formulas {
        parts.push(el("h3").text(name));
        parts.push(el("p").attr("class", "formula").text(formula));
    }
    if !facts.is_empty() {
        let facts = facts
            .into_iter()
            .flat_map(|(name, fact)| [el("dt").text(name), el("dd").text(fact)]);
        parts.push(el("dl").attr("class", "facts").children(facts));
    }
    for List { title, hint, items } in lists {
        parts.push(el("h3").text(title));
        parts.push(el("p").attr("class", "hint").text(hint));
        let items = items.into_iter().map(|item| item_view(store, item));
        parts.push(el("ul").attr("class", "terms").children(items));
    }
    parts.extend(input.filter(|_| !store.is_embed()).map(|param| {
        button("quiet")
            .on_click(move || go_to_input(store, param))
            .words(say(ui::GO_TO_INPUT))
    }));
    parts
}

fn item_view(store: Store, item: Item) -> El {
    let Item {
        name,
        value,
        remark,
        subject,
    } = item;
    let open = move || {
        if let Some(subject) = subject {
            store.explain(subject);
        }
    };
    el("li").children([
        button("link").on_click(open).text(name),
        el("b").text(value),
        el("span").attr("class", "source").text(remark),
    ])
}

/// Closes the dialog and puts the reader at the control in the panel.
pub fn go_to_input(store: Store, param: ParamId) {
    close(store);
    store.over.set(None);
    store.panel_open.set(!store.is_wide.get_untracked());
    request_animation_frame(move || {
        if focus::input(param) {
            return;
        }
        // The panel of another chapter holds it.
        if let Some(chapter) = ChapterId::of(param.group()) {
            store.section.set(None);
            store.chapter.set(chapter);
            store.commit();
            store.open_chapter(move || {
                request_animation_frame(move || {
                    focus::input(param);
                });
            });
        }
    });
}
