//! The present scenario beside what it is compared with, in tables.

use leptos::prelude::*;

use crate::i18n::bench as words;
use crate::text::Text;
use crate::web::el::{El, el, say};
use crate::web::scenarios::section;
use crate::web::store::Store;
use crate::whatif::compare::{self, Line};

/// Inputs that differ and the results of all chapters, side by side.
pub fn comparison(store: Store) -> El {
    let inputs = move || match store.context(compare::inputs) {
        lines if lines.is_empty() => vec![
            el("p")
                .attr("class", "hint")
                .text(store.say(words::SAME_INPUTS)),
        ],
        lines => vec![table(store, words::INPUT, lines)],
    };
    let results = move || vec![table(store, words::RESULT, store.context(compare::results))];
    let message = move || store.context(|context| compare::message(store.chapter.get(), context));
    let caption = el("figcaption").children([
        el("h4").words(message),
        el("p")
            .attr("class", "subtitle")
            .words(say(words::COMPARISON_ABOUT)),
    ]);
    let source = el("div").attr("class", "figure-foot");
    let source = source.child(
        el("p")
            .attr("class", "source")
            .words(say(words::COMPARISON_SOURCE)),
    );
    let figure = el("figure")
        .attr("class", "figure")
        .attr("id", "figure-comparison")
        .child(caption)
        .child(el("div").part(inputs))
        .child(el("div").part(results))
        .child(source);
    section(words::COMPARISON, "comparison").child(figure)
}

fn table(store: Store, first: Text, lines: Vec<Line>) -> El {
    let column = |name: String| el("th").attr("scope", "col").text(name);
    let head = [
        store.say(first).to_owned(),
        store.reference_name(),
        store.say(words::NOW).to_owned(),
        store.say(words::DIFFERENCE).to_owned(),
    ];
    let row = |line: Line| {
        let values = [line.reference, line.now, line.difference];
        el("tr")
            .child(el("th").attr("scope", "row").text(line.name))
            .children(values.map(|value| el("td").text(value)))
    };
    let name = store.say(first);
    let table = el("table")
        .child(el("caption").attr("class", "visually-hidden").text(name))
        .child(el("thead").child(el("tr").children(head.map(column))))
        .child(el("tbody").children(lines.into_iter().map(row)));
    el("div")
        .attr("class", "table-scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .live("aria-label", say(first))
        .child(table)
}
