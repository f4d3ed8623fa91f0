//! The rows of a loaded table: read out of the file as they are shown, in the reader's language.
//!
//! A cell of the file is a text, a pair of texts in English and Japanese, or nothing (`xtask/web/tables.js`).

use js_sys::{Array, JsString, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};

use crate::chapters::MISSING;
use crate::data::Listing;
use crate::i18n::ui;
use crate::text::Lang;
use crate::web::el::{El, el};
use crate::web::store::Store;

/// A loaded table.
#[derive(Clone)]
pub struct Rows {
    /// What was known of it before.
    pub listing: &'static Listing,
    table: JsValue,
}

/// A column in the reader's language.
struct Column {
    name: String,
    kind: String,
    empty: Option<String>,
}

fn field(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap_or_default()
}

fn list(value: &JsValue, name: &str) -> Array {
    field(value, name).dyn_into().unwrap_or_default()
}

/// The words of a cell; `None` where there are none.
fn words(cell: &JsValue, lang: Lang) -> Option<String> {
    let position = match lang {
        Lang::En => 0,
        Lang::Ja => 1,
    };
    cell.as_string()
        .or_else(|| cell.dyn_ref::<Array>()?.get(position).as_string())
}

/// Text as it is compared: in small letters, of one width.
fn folded(text: &str) -> String {
    let text = JsString::from(text).normalize("NFKC").to_lower_case();
    text.into()
}

impl Rows {
    /// A table out of the file of its chapter.
    pub fn of(file: &JsValue, listing: &'static Listing) -> Rows {
        Rows {
            listing,
            table: field(file, listing.id),
        }
    }

    /// The positions of the rows that hold the words in some cell.
    pub fn matching(&self, lang: Lang, query: &str) -> Vec<u32> {
        let (rows, query) = (list(&self.table, "rows"), folded(query.trim()));
        let holds = |position: &u32| {
            let cells = rows.get(*position).unchecked_into::<Array>();
            let mut cells = cells.iter().filter_map(|cell| words(&cell, lang));
            query.is_empty() || cells.any(|cell| folded(&cell).contains(&query))
        };
        (0..rows.length()).filter(holds).collect()
    }

    /// What a `table` element holds. The roles are those of the elements: on narrow screens they are laid out as
    /// cards, which in some browsers would take their meaning away.
    pub fn view(&self, store: Store, query: RwSignal<String>) -> Vec<El> {
        let lang = store.lang.get();
        let columns = self.columns(lang);
        let heads = columns.iter().map(|column| {
            el("th")
                .attr("scope", "col")
                .attr("role", "columnheader")
                .attr("data-kind", &column.kind)
                .text(&column.name)
        });
        let head = el("tr").attr("role", "row").children(heads);
        let this = self.clone();
        vec![
            el("caption").text(self.listing.title.get(lang)),
            el("thead").attr("role", "rowgroup").child(head),
            el("tbody").attr("role", "rowgroup").part(move || {
                let rows = list(&this.table, "rows");
                let found = this.matching(lang, &query.read());
                let found = found.into_iter();
                found
                    .map(|position| this.row(&columns, rows.get(position), lang))
                    .collect()
            }),
        ]
    }

    fn columns(&self, lang: Lang) -> Vec<Column> {
        let column = |column: JsValue| Column {
            name: words(&field(&column, "name"), lang).unwrap_or_default(),
            kind: field(&column, "kind").as_string().unwrap_or_default(),
            empty: words(&field(&column, "empty"), lang),
        };
        list(&self.table, "columns").iter().map(column).collect()
    }

    fn row(&self, columns: &[Column], row: JsValue, lang: Lang) -> El {
        let head = field(&self.table, "head").as_f64().unwrap_or_default() as usize;
        let cells = row.unchecked_into::<Array>();
        let cells = columns.iter().zip(cells.iter()).enumerate();
        let cells = cells.map(|(position, (column, cell))| {
            let text = words(&cell, lang);
            let element = if position == head {
                el("th").attr("scope", "row").attr("role", "rowheader")
            } else {
                el("td").attr("role", "cell")
            };
            let element = element
                .attr("data-label", &column.name)
                .attr("data-kind", &column.kind);
            match (text, &column.empty) {
                (Some(text), _) => element.text(text),
                (None, Some(empty)) => element.child(el("i").text(empty)),
                (None, None) => element.child(el("i").text(MISSING)),
            }
        });
        el("tr").attr("role", "row").children(cells)
    }

    /// The note and where the table comes from.
    pub fn origin(&self, store: Store) -> Vec<El> {
        let lang = store.lang.get();
        let note = words(&field(&self.table, "note"), lang);
        let note = note.map(|note| el("p").attr("class", "note").text(note));
        let documents = self.listing.documents.iter();
        let documents: Vec<_> = documents
            .map(|document| store.say(document.short()))
            .collect();
        let (colon, between) = match lang {
            Lang::En => (": ", ". "),
            Lang::Ja => ("：", "　"),
        };
        let page = field(&self.table, "page").as_string().unwrap_or_default();
        let source = el("p")
            .attr("class", "source")
            .text(store.say(ui::SOURCES))
            .text(colon)
            .text(documents.join(" / "))
            .text(between)
            .text(store.say(ui::SECTION))
            .text(colon)
            .child(el("span").attr("lang", "ja").text(page));
        note.into_iter().chain([source]).collect()
    }
}
