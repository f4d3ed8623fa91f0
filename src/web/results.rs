//! The line of results at the head of a chapter.

use leptos::prelude::*;

use crate::chapters::Headline;
use crate::data;
use crate::i18n::ui;
use crate::output::Cell;
use crate::source::Document;
use crate::text::Lang;
use crate::unit::Unit;
use crate::web::readout::CellValue;
use crate::web::store::{Store, Subject, use_store};

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
    let change = Memo::new(move |_| change(store, cell));
    view! {
        <div class="result" data-output=cell.output().id>
            <dt>{name}</dt>
            <dd>
                <CellValue cell />
                <span class="change" class:none=move || change.read().is_none()>
                    {move || change.get().unwrap_or_else(|| store.say(ui::SAME_AS_BASE).to_owned())}
                </span>
                {published.map(|id| view! { <PublishedValue id /> })}
            </dd>
        </div>
    }
}

/// The difference from the base case in words; `None` when there is none to speak of.
pub fn change(store: Store, cell: Cell) -> Option<String> {
    let (reader, unit) = (store.reader.get(), cell.output().unit);
    let now = store.results.with(|results| cell.read(results))?;
    let difference = now - cell.read(store.base())?;
    if reader.is_negligible(unit, difference) {
        return None;
    }
    let written = reader.write_difference(unit, difference);
    Some(match reader.lang {
        Lang::En => format!("{written} on {}", store.say(ui::BASE_CASE)),
        Lang::Ja => format!("{}比 {written}", store.say(ui::BASE_CASE)),
    })
}

/// A printed figure as a button that tells where it stands.
#[component]
pub fn PublishedValue(id: &'static str) -> impl IntoView {
    let store = use_store();
    let words = move || {
        let published = data::published(id);
        let number = published.document.number();
        let value = written(store, id);
        match store.lang.get() {
            Lang::En => format!("◆ {} {value} ({number})", store.say(ui::PUBLISHED)),
            Lang::Ja => format!("◆ {} {value}（{number}）", store.say(ui::PUBLISHED)),
        }
    };
    view! {
        <button type="button" class="link published" on:click=move |_| store.explain(Subject::Published(id))>
            {words}
        </button>
    }
}

/// A printed figure in the reader's language and currency.
pub fn written(store: Store, id: &str) -> String {
    let published = data::published(id);
    let value = published
        .value
        .or(published.low)
        .or(published.high)
        .unwrap_or(f64::NAN);
    let unit = match published.unit {
        "USD_bn" => Unit::UsdBn,
        "JPY_tn" => Unit::JpyTn,
        "percent" => Unit::Percent,
        _ => Unit::Ratio,
    };
    store.reader.get().write(unit, value)
}

/// The number and short title of a document.
pub fn document_name(store: Store, document: Document) -> String {
    format!("{} {}", document.number(), store.say(document.short()))
}
