//! The data files: what each holds, who published it, how far it can be relied on, and the file itself.

use leptos::prelude::*;

use super::register::{list, text};
use super::{FILE, loaded, row, small, table};
use crate::data::{DATASETS, Dataset};
use crate::i18n::number;
use crate::text::{Lang, Text};
use crate::web::el::{El, el, say};
use crate::web::fetched::{State, file};
use crate::web::store::{Store, use_store};
use js_sys::Array;

const COLUMNS: &[Text] = &[
    Text::new("Data", "データ"),
    Text::new("Source", "出典"),
    Text::new("Reliability", "信頼度"),
    Text::new("File", "ファイル"),
];

/// The table.
pub fn view() -> El {
    loaded(FILE, "evidence listing", || {
        let store = use_store();
        let caption = say(Text::new("Input statistics", "入力統計"));
        let body = el("tbody").attr("role", "rowgroup").part(move || {
            DATASETS
                .iter()
                .map(|dataset| dataset_row(store, dataset))
                .collect()
        });
        vec![table(caption, COLUMNS).child(body)]
    })
}

fn dataset_row(store: Store, dataset: &'static Dataset) -> El {
    let span = |words: Text| el("span").text(store.say(words));
    let title = format!("{} {}", dataset.mark(), store.say(dataset.title));
    let cells = [
        el("span").text(title),
        span(dataset.source),
        span(dataset.confidence),
        download(store, dataset),
    ];
    row(COLUMNS, cells).attr("data-dataset", dataset.id)
}

/// A link to the file as the report uses it, with rows and size.
fn download(store: Store, dataset: &'static Dataset) -> El {
    let State::Here(loaded) = file(FILE).state() else {
        return el("span");
    };
    let rows = list(&loaded, "datasets")
        .into_iter()
        .map(|row| Array::from(&row));
    let found = rows
        .into_iter()
        .find(|row| row.get(0).as_string().as_deref() == Some(dataset.id));
    let Some(found) = found else {
        return el("span");
    };
    let number = |at: u32, scale: f64| {
        number::as_printed((found.get(at).as_f64().unwrap_or(0.0) / scale).ceil())
    };
    let (rows, size) = (number(2, 1.0), number(3, 1000.0));
    let size = match store.lang.get() {
        Lang::En => format!("{rows} rows, {size} kB"),
        Lang::Ja => format!("{rows}行、{size}kB"),
    };
    let link = el("a")
        .attr("href", text(&found, 1))
        .attr("download", dataset.file)
        .text("CSV");
    el("span").child(link).child(small(size))
}
