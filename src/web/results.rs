//! The line of results at the head of a chapter.

use leptos::prelude::*;

use crate::chapters::Headline;
use crate::data;
use crate::explain::{Subject, change, write_published};
use crate::i18n::ui;
use crate::output::{Cell, Place};
use crate::text::Lang;
use crate::web::el::{El, button, el};
use crate::web::readout::cell_value;
use crate::web::store::use_store;

/// Three to five results: name, value, change against the base case, published value.
pub fn results(headlines: &'static [Headline]) -> El {
    let cells = headlines
        .iter()
        .filter_map(|headline| Some((headline.cell()?, headline.published)));
    el("dl")
        .attr("class", "results")
        .children(cells.map(|(cell, published)| result(cell, published)))
}

fn result(cell: Cell, published: Option<&'static str>) -> El {
    let store = use_store();
    // The place is named only where it is not the usual one.
    let named = match cell.place == cell.output().home() {
        true => cell.at(Place::Whole, cell.year),
        false => cell,
    };
    let name = move || named.name(store.lang.get());
    let change = Memo::new(move |_| store.context(|context| change(cell, context)));
    let difference = el("span")
        .attr("class", "change")
        .flag("data-none", move || change.read().is_none())
        .words(move || change.get().unwrap_or_else(|| store.same_as_reference()));
    let value = el("dd")
        .child(cell_value(cell))
        .child(difference)
        .children(published.map(published_value));
    el("div")
        .attr("class", "result")
        .attr("data-output", cell.output().id)
        .child(el("dt").words(name))
        .child(value)
}

/// A printed figure as a button that tells where it stands.
fn published_value(id: &'static str) -> El {
    let store = use_store();
    let sentence = move || {
        let document = store.say(data::published(id).document.brief());
        let value = write_published(id, &store.reader.get());
        match store.lang.get() {
            Lang::En => format!("◆ {} {value} ({document})", store.say(ui::PUBLISHED)),
            Lang::Ja => format!("◆ {} {value}（{document}）", store.say(ui::PUBLISHED)),
        }
    };
    button("link published")
        .on_click(move || store.explain(Subject::Published(id)))
        .words(sentence)
}
