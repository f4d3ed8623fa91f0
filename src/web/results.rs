//! The line of results at the head of a chapter.

use leptos::prelude::*;

use crate::chapters::Headline;
use crate::data;
use crate::explain::{Subject, change, write_published};
use crate::i18n::ui;
use crate::output::Cell;
use crate::text::Lang;
use crate::web::part::{flag, on, words};
use crate::web::readout::CellValue;
use crate::web::store::use_store;

/// Three to five results: name, value, change against the base case, published value.
#[component]
pub fn Results(headlines: &'static [Headline]) -> impl IntoView {
    let items: Vec<_> = headlines
        .iter()
        .filter_map(|headline| Some((headline.cell()?, headline.published)))
        .map(|(cell, published)| view! { <Result cell published /> })
        .collect();
    view! { <dl class="results">{items}</dl> }
}

#[component]
fn Result(cell: Cell, published: Option<&'static str>) -> impl IntoView {
    let store = use_store();
    let name = move || {
        let label = cell.output().label.get(store.lang.get());
        match store.lang.get() {
            Lang::En => format!("{label}, {}", cell.year),
            Lang::Ja => format!("{label}（{}年）", cell.year),
        }
    };
    let change = Memo::new(move |_| store.context(|context| change(cell, context)));
    view! {
        <div class="result" data-output=cell.output().id>
            <dt>{words(name)}</dt>
            <dd>
                <CellValue cell />
                <span class="change" class:none=flag(move || change.read().is_none())>
                    {words(move || change.get().unwrap_or_else(|| store.say(ui::SAME_AS_BASE).to_owned()))}
                </span>
                {published.map(|id| view! { <PublishedValue id /> })}
            </dd>
        </div>
    }
}

/// A printed figure as a button that tells where it stands.
#[component]
pub fn PublishedValue(id: &'static str) -> impl IntoView {
    let store = use_store();
    let sentence = move || {
        let published = data::published(id);
        let number = published.document.number();
        let value = store.context(|context| write_published(id, context));
        match store.lang.get() {
            Lang::En => format!("◆ {} {value} ({number})", store.say(ui::PUBLISHED)),
            Lang::Ja => format!("◆ {} {value}（{number}）", store.say(ui::PUBLISHED)),
        }
    };
    view! {
        <button type="button" class="link published" on:click=on(move |_: leptos::ev::MouseEvent| store.explain(Subject::Published(id)))>{words(sentence)}</button>
    }
}
