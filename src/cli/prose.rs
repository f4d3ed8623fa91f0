//! The text of the overview as the page carries it, which needs it before anything else.

use serde_json::{Value, json};

use crate::chapters::overview;
use crate::text::Lang;

/// The text in each language with its placeholders, as JSON.
pub fn prose() -> String {
    let texts = Lang::ALL.map(|lang| {
        let text = overview::CHAPTER.prose.get(lang);
        (lang.code().to_owned(), json!(text))
    });
    format!("{:#}\n", Value::Object(texts.into_iter().collect()))
}
