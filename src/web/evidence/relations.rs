//! Relations between printed figures: both side by side, what comes out, how it is judged and why.

use leptos::prelude::*;

use super::find::{self, Shown, looked_for};
use super::register::{self, Register, Relation, folded};
use super::rows::printed;
use super::{csv, loaded, small};
use crate::chapters::ChapterId;
use crate::explain::{Subject, write_computed};
use crate::i18n::fold;
use crate::text::{Lang, Text};
use crate::web::el::{El, button, el, say};
use crate::web::nav;
use crate::web::store::{Store, use_store};

/// The relations.
pub fn view() -> El {
    loaded(register::FILE, "evidence relations", || {
        register::register().map_or_else(Vec::new, contents)
    })
}

/// The relations found, then how many each verdict would leave.
fn tallies(store: Store, register: &Register) -> Vec<Vec<usize>> {
    let (query, wanted) = (looked_for(store, "relation"), looked_for(store, "verdict"));
    let relations = register.relations.iter().enumerate();
    if let Some((at, _)) = relations.clone().find(|(_, relation)| relation.id == query) {
        return vec![vec![at], Vec::new()];
    }
    let query = folded(&query);
    let (mut found, mut counts) = (Vec::new(), vec![0; register.verdicts.len()]);
    for (at, relation) in relations {
        if fold::holds(&relation.words, &query) {
            counts[relation.verdict] += 1;
            if wanted.is_empty() || wanted == register.verdicts[relation.verdict].0 {
                found.push(at);
            }
        }
    }
    vec![found, counts]
}

fn contents(register: &'static Register) -> Vec<El> {
    let store = use_store();
    let tallies = Memo::new(move |_| tallies(store, register));
    let found = Memo::new(move |_| tallies.with(|tallies| tallies[0].clone()));
    let shown = Shown::of(found);
    let count =
        move |place: usize| tallies.with(|tallies| tallies[1].get(place).copied().unwrap_or(0));
    let is_id = |query: &str| {
        register
            .relations
            .iter()
            .any(|relation| relation.id == query)
    };
    let words = move || {
        let (found, all) = (found.read().len(), register.relations.len());
        match store.lang.get() {
            Lang::En if found == all => format!("{all} relations"),
            Lang::En => format!("{found} of {all} relations"),
            Lang::Ja if found == all => format!("{all}件"),
            Lang::Ja => format!("{all}件中{found}件"),
        }
    };
    let verdicts = register.verdicts.clone();
    let (verdict, every) = (Text::new("Verdict", "判定"), Text::new("all", "すべて"));
    let controls = el("div")
        .attr("class", "finder")
        .attr("role", "search")
        .live("aria-label", say(Text::new("Relations", "数値の関係")))
        .children(find::field(
            "find-relations",
            "relation",
            Text::new("Search", "検索"),
            is_id,
        ))
        .children([
            find::choice("filter-verdict", "verdict", verdict, every, verdicts, count),
            find::clear(&["relation", "verdict"]),
            el("output")
                .attr("for", "find-relations")
                .attr("id", "found-relations")
                .words(words),
            csv::button(
                Text::new("CSV of these relations", "表示中の関係をCSVで保存"),
                move || csv::save_relations(register, &found.read_untracked()),
            ),
        ]);
    let all = register.relations.len();
    let lists = find::portions(("ul", "list"), all, shown, move |at| {
        entry(store, register, &register.relations[at])
    });
    vec![controls, el("div").children(lists), find::more(shown)]
}

fn entry(store: Store, register: &'static Register, relation: &'static Relation) -> El {
    let (code, verdict) = register.verdicts[relation.verdict];
    let title = el("p").attr("class", "relation-title").children([
        el("span")
            .attr("class", "verdict")
            .attr("data-verdict", code)
            .text(store.say(verdict)),
        el("strong").text(store.say(relation.relation)),
    ]);
    let figures = relation.figures.into_iter().flatten();
    let figures = figures.map(|at| side(store, register, at));
    let computed = (!relation.computed.is_empty()).then(|| {
        let written = write_computed(relation.unit, &relation.computed, &store.reader.get());
        let colon = match store.lang.get() {
            Lang::En => ": ",
            Lang::Ja => "：",
        };
        el("p")
            .attr("class", "computed")
            .text(store.say(Text::new("Computed", "計算結果")))
            .text(colon)
            .child(el("b").text(written))
    });
    el("li")
        .attr("data-relation", relation.id)
        .child(title)
        .child(el("div").attr("class", "sides").children(figures))
        .children(computed)
        .child(el("p").text(store.say(relation.explanation)))
}

/// One of the two figures: what it is, its value, where it stands.
fn side(store: Store, register: &'static Register, at: usize) -> El {
    let published = register.figures[at].published;
    let id = published.id;
    let value = button("number")
        .on_click(move || store.explain(Subject::Published(id)))
        .text(printed(store, published.unit, id));
    let row = nav::link_finding(
        store,
        ChapterId::Evidence,
        Some("register"),
        Some(("q", id)),
    );
    el("div")
        .child(row.text(store.say(published.label)))
        .child(el("b").child(value))
        .child(small(store.say(published.document.short())))
        .child(small(published.section).attr("lang", "ja"))
}
