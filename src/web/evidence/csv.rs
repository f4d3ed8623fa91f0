//! What the register shows, as a file that spreadsheets open.

use js_sys::{Array, Number};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

use super::register::{Figure, Register};
use crate::data::books;

const NAME: &str = "industry2040-register.csv";

const HEAD: [&str; 19] = [
    "id",
    "document / 文書",
    "document_ja / 文書（日本語）",
    "section / 節",
    "theme / テーマ",
    "kind / 種別",
    "label_en / 項目（英語）",
    "label_ja / 項目（日本語）",
    "value / 値",
    "low / 下限",
    "high / 上限",
    "unit / 単位",
    "period_en / 時期（英語）",
    "period_ja / 時期（日本語）",
    "geography / 地域",
    "actor / 主体",
    "note_en / 注記（英語）",
    "note_ja / 注記（日本語）",
    "cited_in / 引用した章",
];

/// Hands the rows to the browser as a download.
pub fn save(register: &Register, rows: &[usize]) {
    // Without the mark, spreadsheets take the file for one in the code page of the machine.
    let mut text = String::from("\u{feff}");
    line(&mut text, HEAD);
    for at in rows {
        write(&mut text, &register.figures[*at]);
    }
    let options = BlobPropertyBag::new();
    options.set_type("text/csv;charset=utf-8");
    let parts = Array::of1(&JsValue::from_str(&text));
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else {
        return;
    };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else {
        return;
    };
    if let Ok(link) = document().create_element("a") {
        let _ = link.set_attribute("href", &address);
        let _ = link.set_attribute("download", NAME);
        link.unchecked_into::<HtmlElement>().click();
    }
    let _ = Url::revoke_object_url(&address);
}

fn write(text: &mut String, figure: &Figure) {
    let published = figure.published;
    let number = |value: Option<f64>| {
        value
            .and_then(|value| Number::from(value).to_string_with_radix(10).ok())
            .map_or_else(String::new, String::from)
    };
    let [value, low, high] = [published.value, published.low, published.high].map(number);
    let document = published.document.short();
    let chapters = books::cited_by(published.id).join(" ");
    line(
        text,
        [
            published.id,
            document.en,
            document.ja,
            published.section,
            figure.theme,
            figure.kind,
            published.label.en,
            published.label.ja,
            &value,
            &low,
            &high,
            published.unit,
            figure.period.en,
            figure.period.ja,
            figure.geography.en,
            figure.actor,
            figure.note.en,
            figure.note.ja,
            &chapters,
        ],
    );
}

fn line<const N: usize>(text: &mut String, cells: [&str; N]) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        if cell.contains(['"', ',', '\n']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push_str("\r\n");
}
