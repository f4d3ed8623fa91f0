//! The glossary: every term with its meaning, to be searched, or one of them that a chapter links to.

use js_sys::Array;
use leptos::prelude::*;

use super::find::{self, looked_for};
use super::register::{folded, list, text};
use super::{FILE, loaded, small};
use crate::i18n::fold;
use crate::source::Document;
use crate::text::{Lang, Text};
use crate::web::el::{El, el, say};
use crate::web::fetched::{State, file};
use crate::web::store::{Store, use_store};

/// A term.
struct Term {
    id: &'static str,
    name: Text,
    meaning: Text,
    documents: Vec<Document>,
    defined: bool,
    words: String,
}

/// The glossary.
pub fn view() -> El {
    loaded(FILE, "evidence glossary", contents)
}

fn terms() -> Vec<Term> {
    let State::Here(loaded) = file(FILE).state() else {
        return Vec::new();
    };
    let rows = list(&loaded, "terms")
        .into_iter()
        .map(|row| Array::from(&row));
    rows.map(|row| {
        let name = Text::new(text(&row, 1), text(&row, 2));
        let meaning = Text::new(text(&row, 3), text(&row, 4));
        let used = Array::from(&row.get(5));
        let is_used = |document: &Document| {
            used.iter()
                .any(|number| number.as_string().as_deref() == Some(document.number()))
        };
        Term {
            id: text(&row, 0),
            name,
            meaning,
            documents: Document::ALL.into_iter().filter(is_used).collect(),
            defined: row.get(6).as_bool().unwrap_or_default(),
            words: folded(&[name.en, name.ja, meaning.en, meaning.ja].join("\n")),
        }
    })
    .collect()
}

/// The terms in the order of the Japanese language; the file has them in that of English.
fn japanese_order() -> Vec<usize> {
    let State::Here(loaded) = file(FILE).state() else {
        return Vec::new();
    };
    let order = list(&loaded, "japanese").into_iter();
    order
        .filter_map(|at| at.as_f64())
        .map(|at| at as usize)
        .collect()
}

fn contents() -> Vec<El> {
    let store = use_store();
    let japanese = japanese_order();
    let terms: &'static [Term] = Vec::leak(terms());
    let is_id = |query: &str| terms.iter().any(|term| term.id == query);
    let found = Memo::new(move |_| {
        let query = looked_for(store, "term");
        if let Some(at) = terms.iter().position(|term| term.id == query) {
            return vec![at];
        }
        let query = folded(&query);
        let holds = |at: &usize| fold::holds(&terms[*at].words, &query);
        (0..terms.len()).filter(holds).collect()
    });
    let words = move || {
        let (found, all) = (found.read().len(), terms.len());
        match store.lang.get() {
            Lang::En if found == all => format!("{all} terms"),
            Lang::En => format!("{found} of {all} terms"),
            Lang::Ja if found == all => format!("{all}語"),
            Lang::Ja => format!("{all}語中{found}語"),
        }
    };
    let controls = el("div")
        .attr("class", "finder")
        .attr("role", "search")
        .live("aria-label", say(Text::new("Glossary", "用語集")))
        .children(find::field(
            "find-terms",
            "term",
            Text::new("Search", "検索"),
            is_id,
        ))
        .child(find::clear(&["term"]))
        .child(
            el("output")
                .attr("for", "find-terms")
                .attr("id", "found-terms")
                .words(words),
        );
    let list = el("dl").part(move || {
        let found = found.read();
        let order = match store.lang.get() {
            Lang::En => &*found,
            Lang::Ja => &japanese,
        };
        let shown = order.iter().filter(|at| found.contains(at));
        shown.flat_map(|at| entry(store, &terms[*at])).collect()
    });
    vec![controls, list]
}

fn entry(store: Store, term: &Term) -> [El; 2] {
    let other = match store.lang.get() {
        Lang::En => el("span").attr("lang", "ja").text(term.name.ja),
        Lang::Ja => el("span").attr("lang", "en").text(term.name.en),
    };
    let same = term.name.en == term.name.ja;
    let name = el("dt")
        .attr("data-term", term.id)
        .text(store.say(term.name))
        .text(" ")
        .children((!same).then(|| other.attr("class", "aside")));
    let mut used: Vec<_> = term
        .documents
        .iter()
        .map(|document| store.say(document.brief()))
        .collect();
    // Two of the documents are chapters of one volume.
    used.dedup();
    let undefined =
        (!term.defined).then(|| store.say(Text::new("not defined there", "文書内に定義なし")));
    let used: Vec<_> = used.into_iter().chain(undefined).collect();
    let meaning = el("dd")
        .text(store.say(term.meaning))
        .child(small(used.join(" · ")));
    [name, meaning]
}
