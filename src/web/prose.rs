//! The text of a chapter with its live numbers and figures.

use leptos::prelude::*;

use crate::chapters::prose::{self, Block, Span};
use crate::chapters::{Chapter, ChapterId, MISSING};
use crate::explain::{Subject, write_published};
use crate::formula::param_value;
use crate::model;
use crate::output::Cell;
use crate::scenario::ParamId;
use crate::web::figure::FigureView;
use crate::web::part::{on, part, say, words};
use crate::web::readout::CellValue;
use crate::web::results::Results;
use crate::web::store::use_store;

/// A chapter: title, thesis, results, then text and figures in turn.
#[component]
pub fn ChapterView(id: ChapterId) -> impl IntoView {
    let chapter = id.chapter();
    let structure = prose::parse(chapter.prose.en);
    let blocks: Vec<_> = (0..structure.len())
        .map(|number| block_view(chapter, &structure, number))
        .collect();
    view! {
        <article class="chapter" id="text" tabindex="-1">
            <h1>{say(chapter.title)}</h1>
            {blocks}
        </article>
    }
}

/// Figures stay when the language changes; words are replaced. Both languages have the same blocks in the same order.
fn block_view(chapter: &'static Chapter, structure: &[Block], number: usize) -> AnyView {
    match &structure[number] {
        Block::Figure(id) => chapter
            .figure(id)
            .map(|spec| view! { <FigureView spec /> })
            .into_any(),
        Block::Heading { id, .. } => view! { <h2 id=*id><Words chapter number /></h2> }.into_any(),
        Block::Thesis(_) => view! {
            <p class="thesis"><Words chapter number /></p>
            <Results headlines=chapter.results />
        }
        .into_any(),
        Block::Paragraph(_) => view! { <p><Words chapter number /></p> }.into_any(),
    }
}

/// The words of one block in the reader's language.
#[component]
fn Words(chapter: &'static Chapter, number: usize) -> impl IntoView {
    let store = use_store();
    part(move || {
        let blocks = prose::parse(chapter.prose.get(store.lang.get()));
        match blocks.into_iter().nth(number) {
            Some(Block::Thesis(spans) | Block::Paragraph(spans)) => spans
                .into_iter()
                .map(span_view)
                .collect::<Vec<_>>()
                .into_any(),
            Some(Block::Heading { text, .. }) => text.into_any(),
            _ => ().into_any(),
        }
    })
}

fn span_view(span: Span) -> AnyView {
    let store = use_store();
    match span {
        Span::Text(words) => words.into_any(),
        Span::Strong(words) => view! { <strong>{words}</strong> }.into_any(),
        Span::Output(cell) => view! { <CellValue cell /> }.into_any(),
        Span::Param(param) => {
            let value = move || param_value(param, store.scenario.read().get(param), &store.reader.get());
            view! {
                <button type="button" class="number" on:click=on(move |_: leptos::ev::MouseEvent| store.explain(Subject::Param(param)))>{words(value)}</button>
            }
            .into_any()
        }
        Span::ParamAt(param, value) => {
            view! { <span class="imagined">{words(move || param_value(param, value, &store.reader.get()))}</span> }.into_any()
        }
        Span::WhatIf(param, value, cell) => view! { <WhatIf param value cell /> }.into_any(),
        Span::Published(id) => view! {
            <button type="button" class="number" on:click=on(move |_: leptos::ev::MouseEvent| store.explain(Subject::Published(id)))>
                {words(move || store.context(|context| write_published(id, context)))}
            </button>
        }
        .into_any(),
        Span::Unknown(name) => name.into_any(),
    }
}

/// A result if one input had another value.
#[component]
fn WhatIf(param: ParamId, value: f64, cell: Cell) -> impl IntoView {
    let store = use_store();
    let result = move || {
        let mut scenario = store.scenario.get();
        let taken = scenario.set(param, value).is_ok();
        let found = taken.then(|| cell.read(&model::run(&scenario))).flatten();
        found.map_or_else(
            || MISSING.to_owned(),
            |found| store.reader.get().write(cell.output().unit, found),
        )
    };
    view! { <span class="imagined">{words(result)}</span> }
}
