//! The text of a chapter with its live numbers and figures.

use std::cell;
use std::sync::Arc;

use leptos::prelude::*;

use crate::chapters::Chapter;
use crate::chapters::ChapterId;
use crate::chapters::clause::{Clause, Scene, chosen};
use crate::chapters::prose::{self, Block, Span};
use crate::explain::{Subject, write_published};
use crate::formula::param_in_prose;
use crate::model;
use crate::output::Cell;
use crate::scenario::{Change, Scenario};
use crate::text::Lang;
use crate::web::el::{El, button, el, follow, inline_button, say};
use crate::web::figure::figure;
use crate::web::readout::cell_value;
use crate::web::results::results;
use crate::web::store::{Shown, Store, use_store};
use crate::web::{nav, parts};

/// Longer numbers, ranges in two currencies, may go on in the next line.
const UNBROKEN: usize = 20;

thread_local! {
    /// The text that stands in the page, in each language, once it has been read.
    static IN_PAGE: cell::Cell<[Option<&'static str>; 2]> = const { cell::Cell::new([None; 2]) };
}

/// The text of a chapter; that of the overview stands in the page (`xtask/web/prose.js`).
pub fn text_of(chapter: &Chapter, lang: Lang) -> &'static str {
    let own = chapter.prose.get(lang);
    if !own.is_empty() {
        return own;
    }
    let mut read = IN_PAGE.get();
    let text = *read[lang as usize].get_or_insert_with(|| {
        let element = document().get_element_by_id(&format!("overview-{}", lang.code()));
        let text = element.and_then(|element| element.text_content());
        text.unwrap_or_default().leak()
    });
    IN_PAGE.set(read);
    text
}

/// A chapter: title, thesis, results, then text and figures in turn.
pub fn chapter((id, chapter): Shown) -> El {
    let structure = prose::parse(text_of(chapter, Lang::En));
    let blocks = structure
        .iter()
        .enumerate()
        .flat_map(|(number, block)| block_view(chapter, block, number));
    el("article")
        .attr("class", "chapter")
        .attr("id", "text")
        .attr("tabindex", "-1")
        .child(el("h1").words(say(id.title())))
        .children(blocks)
}

/// Figures stay when the language changes; words are replaced. Both languages have the same blocks in the same order.
pub fn block_view(chapter: &'static Chapter, block: &Block, number: usize) -> Vec<El> {
    match block {
        Block::Figure(id) => chapter.figure(id).into_iter().map(figure).collect(),
        Block::Heading { id, .. } => vec![words(el("h2").attr("id", *id), chapter, number)],
        Block::Thesis(_) => {
            let thesis = words(el("p").attr("class", "thesis"), chapter, number);
            let results = (!chapter.results.is_empty()).then(|| results(chapter.results));
            [thesis].into_iter().chain(results).collect()
        }
        Block::Paragraph(_) => vec![words(el("p"), chapter, number)],
        Block::Table(id) => {
            let tables = untrack(|| parts::listed(use_store()));
            tables
                .and_then(|tables| (tables.listing)(id))
                .into_iter()
                .collect()
        }
        Block::Tool(id) => parts::tool(id).into_iter().collect(),
    }
}

/// The words of one block in the reader's language.
pub fn words(block: El, chapter: &'static Chapter, number: usize) -> El {
    let store = use_store();
    block.part(
        move || match prose::parse_one(text_of(chapter, store.lang.get()), number) {
            Some(Block::Thesis(spans) | Block::Paragraph(spans)) => {
                spans.iter().map(|span| span_view(store, span)).collect()
            }
            Some(Block::Heading { text, .. }) => vec![el("span").text(text)],
            _ => Vec::new(),
        },
    )
}

fn span_view(store: Store, span: &Span) -> El {
    match *span {
        Span::Text(words) | Span::Unknown(words) => el("span").text(words),
        Span::Strong(words) => el("strong").text(words),
        Span::Output(cell) => cell_value(cell),
        Span::Param(param) => button("number")
            .on_click(move || store.explain(Subject::Param(param)))
            .words(move || param_in_prose(param, store.input(param).get(), &store.reader.get())),
        Span::ParamAt(param, value) => {
            el("span").words(move || param_in_prose(param, value, &store.reader.get()))
        }
        Span::Base(cell) => button("number")
            .on_click(move || store.explain(Subject::Base(cell)))
            .words(move || store.write_base(cell)),
        Span::WhatIf(change, cell) => button("number")
            .on_click(move || store.explain(Subject::WhatIf(change, cell)))
            .words(move || what_if(store, &store.scenario.read(), change, cell)),
        Span::BaseIf(change, cell) => button("number")
            .on_click(move || store.explain(Subject::BaseIf(change, cell)))
            .words(move || what_if(store, &Scenario::default(), change, cell)),
        Span::Term(id, words) => {
            let asked = Some(("term", id));
            nav::link_finding(store, ChapterId::Evidence, Some("glossary"), asked)
                .attr("class", "term")
                .text(words)
        }
        Span::Choice(ref clauses) => clause_view(store, clauses.clone()),
        Span::Chapter(chapter) => nav::link_to(store, chapter, None).words(say(chapter.title())),
        Span::Published(id) => {
            let written = move || write_published(id, &store.reader.get());
            inline_button("number", move || store.explain(Subject::Published(id)))
                .flag("data-long", move || written().chars().count() > UNBROKEN)
                .words(written)
        }
    }
}

/// The clause that the present numbers choose; it is written anew only when they choose another.
fn clause_view(store: Store, clauses: Arc<Vec<Clause>>) -> El {
    // Not a memo, which the signals of the store would remember for as long as the page lives; and a number, for signals
    // of a type of their own would make the module larger.
    let said = RwSignal::new(f64::NAN);
    let known = clauses.clone();
    follow(Box::new(move || {
        let (scenario, results, reader) = (
            store.scenario.read(),
            store.results.read(),
            store.reader.read(),
        );
        let scene = Scene {
            scenario: &scenario,
            results: &results,
            reader: &reader,
        };
        let now = chosen(&known, scene).map_or(-1.0, |number| number as f64);
        if said.get_untracked() != now {
            said.set(now);
        }
    }));
    el("span").part(move || {
        let number = said.get();
        let clause = (number >= 0.0).then(|| &clauses[number as usize]);
        let spans = clause.map_or(&[][..], |clause| &clause.spans);
        spans.iter().map(|span| span_view(store, span)).collect()
    })
}

/// A result if some inputs had other values.
fn what_if(store: Store, from: &Scenario, change: Change, cell: Cell) -> String {
    let scenario = from.with(change);
    let found = scenario.and_then(|scenario| cell.read(&model::run(&scenario)));
    cell.output().written(found, &store.reader.read())
}
