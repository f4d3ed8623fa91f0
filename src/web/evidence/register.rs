//! The register of printed figures and the relations between them, as `xtask/web/evidence.js` writes them.
//!
//! They are read once and kept for as long as the page lives, so that what refers to them needs no owner.

use std::cell::Cell;

use js_sys::{Array, JsString, Reflect};
use leptos::wasm_bindgen::{JsCast, JsValue};

use crate::data::books::{self, Book};
use crate::data::{Listing, Published};
use crate::i18n::fold;
use crate::source::Document;
use crate::text::Text;
use crate::web::fetched::{State, file};

/// The file.
pub const FILE: &str = "register.json";

/// A printed figure with all that the register says of it.
pub struct Figure {
    /// What chapters know of it as well.
    pub published: &'static Published,
    /// Its theme, by code.
    pub theme: &'static str,
    /// The place it is about.
    pub geography: Text,
    /// Whom it is about; may be empty.
    pub actor: &'static str,
    /// What it is stated as, by code.
    pub kind: &'static str,
    /// A remark; may be empty.
    pub note: Text,
    /// All its words, folded.
    pub words: String,
}

/// A relation between two printed figures.
pub struct Relation {
    /// Its name in links.
    pub id: &'static str,
    /// The figures, by their places in the register; one may be missing.
    pub figures: [Option<usize>; 2],
    /// What is compared.
    pub relation: Text,
    /// What comes out: nothing, a number, or both ends of a range.
    pub computed: Vec<f64>,
    /// The unit of what comes out, as in the register.
    pub unit: &'static str,
    /// How it is judged, by its place in [`Register::verdicts`].
    pub verdict: usize,
    /// Why.
    pub explanation: Text,
    /// All its words, folded.
    pub words: String,
}

/// A code and what it means.
pub type Code = (&'static str, Text);

/// Everything.
pub struct Register {
    /// Printed figures, in the order of the documents.
    pub figures: Vec<Figure>,
    /// Relations, worst first.
    pub relations: Vec<Relation>,
    /// Themes.
    pub themes: Vec<Code>,
    /// Kinds of statement.
    pub kinds: Vec<Code>,
    /// Verdicts, worst first.
    pub verdicts: Vec<Code>,
}

thread_local! {
    static REGISTER: Cell<Option<&'static Register>> = const { Cell::new(None) };
}

/// The register, once its file has come; follows the file.
pub fn register() -> Option<&'static Register> {
    let State::Here(loaded) = file(FILE).state() else {
        return None;
    };
    let read = REGISTER.get().unwrap_or_else(|| {
        let register: &'static Register = Box::leak(Box::new(read(&loaded)));
        REGISTER.set(Some(register));
        register
    });
    Some(read)
}

/// Text as it is compared: of one width, in small letters, in katakana.
pub fn folded(text: &str) -> String {
    let text = JsString::from(text).normalize("NFKC").to_lower_case();
    fold::kana(&String::from(text))
}

/// A part of an object by name.
pub fn list(value: &JsValue, name: &str) -> Array {
    let list = Reflect::get(value, &name.into()).unwrap_or_default();
    list.dyn_into().unwrap_or_default()
}

/// A text of a row that stays for as long as the page lives.
pub fn text(row: &Array, at: u32) -> &'static str {
    keep(&row.get(at))
}

fn keep(value: &JsValue) -> &'static str {
    let text = value.as_string().unwrap_or_default();
    match text.is_empty() {
        true => "",
        false => Box::leak(text.into_boxed_str()),
    }
}

/// Two texts of a row, or one that holds in both languages.
fn pair(row: &Array, at: u32) -> Text {
    let value = row.get(at);
    match value.dyn_ref::<Array>() {
        Some(pair) => Text::new(text(pair, 0), text(pair, 1)),
        None => {
            let both = keep(&value);
            Text::new(both, both)
        }
    }
}

fn codes(file: &JsValue, name: &str) -> Vec<Code> {
    let rows = list(file, name).into_iter().map(|row| Array::from(&row));
    rows.map(|row| (text(&row, 0), Text::new(text(&row, 1), text(&row, 2))))
        .collect()
}

fn meaning(codes: &[Code], code: &str) -> Text {
    let found = codes.iter().find(|(other, _)| *other == code);
    found.map_or(Text::EMPTY, |(_, words)| *words)
}

fn read(file: &JsValue) -> Register {
    let [themes, kinds, verdicts] = ["themes", "kinds", "verdicts"].map(|name| codes(file, name));
    let rows = list(file, "rows").into_iter().map(|row| Array::from(&row));
    // A figure without its document would have no source to show.
    let read = rows.filter_map(|row| printed(&row).map(|published| (row, published)));
    let (rows, published): (Vec<_>, Vec<_>) = read.unzip();
    let published: &'static [Published] = Vec::leak(published);
    let figures: Vec<_> = rows
        .iter()
        .zip(published)
        .map(|(row, published)| figure(row, published, &themes, &kinds))
        .collect();
    let mut relations = Vec::new();
    for verdict in 0..verdicts.len() {
        let rows = list(file, "relations")
            .into_iter()
            .map(|row| Array::from(&row));
        let judged =
            rows.filter(|row| row.get(7).as_string().as_deref() == Some(verdicts[verdict].0));
        relations.extend(judged.map(|row| relation(&row, verdict, published, &verdicts)));
    }
    // From now on every figure can be explained, cited by a chapter or not.
    books::open(Box::leak(Box::new(Book {
        cited: published,
        listings: &[] as &[Listing],
    })));
    Register {
        figures,
        relations,
        themes,
        kinds,
        verdicts,
    }
}

fn printed(row: &Array) -> Option<Published> {
    let number = row.get(1).as_string()?;
    let mut documents = Document::ALL.into_iter();
    let document = documents.find(|document| document.number() == number)?;
    Some(Published {
        id: text(row, 0),
        document,
        section: text(row, 2),
        label: Text::new(text(row, 4), text(row, 5)),
        value: row.get(6).as_f64(),
        low: row.get(7).as_f64(),
        high: row.get(8).as_f64(),
        unit: text(row, 9),
        period: text(row, 10),
        when: pair(row, 11),
    })
}

fn figure(row: &Array, published: &'static Published, themes: &[Code], kinds: &[Code]) -> Figure {
    let (theme, kind) = (text(row, 3), text(row, 14));
    let (period, geography) = (published.when, pair(row, 12));
    let (actor, note) = (text(row, 13), pair(row, 15));
    let (theme_words, kind_words) = (meaning(themes, theme), meaning(kinds, kind));
    let document = published.document.short();
    let words = [
        published.id,
        published.label.en,
        published.label.ja,
        published.section,
        published.period,
        document.en,
        document.ja,
        theme_words.en,
        theme_words.ja,
        kind_words.en,
        kind_words.ja,
        period.en,
        period.ja,
        geography.en,
        geography.ja,
        actor,
        note.en,
        note.ja,
    ];
    Figure {
        published,
        theme,
        geography,
        actor,
        kind,
        note,
        words: folded(&words.join("\n")),
    }
}

fn relation(
    row: &Array,
    verdict: usize,
    published: &'static [Published],
    verdicts: &[Code],
) -> Relation {
    let figures = [1, 2].map(|at| {
        let id = text(row, at);
        published.iter().position(|figure| figure.id == id)
    });
    let relation = Text::new(text(row, 3), text(row, 4));
    let explanation = Text::new(text(row, 8), text(row, 9));
    let words = verdicts[verdict].1;
    let mut all = vec![
        text(row, 0),
        relation.en,
        relation.ja,
        explanation.en,
        explanation.ja,
        words.en,
        words.ja,
    ];
    for figure in figures.into_iter().flatten() {
        let figure = &published[figure];
        all.extend([figure.id, figure.label.en, figure.label.ja]);
    }
    let computed = Array::from(&row.get(5));
    Relation {
        id: text(row, 0),
        figures,
        relation,
        computed: computed.iter().filter_map(|value| value.as_f64()).collect(),
        unit: text(row, 6),
        verdict,
        explanation,
        words: folded(&all.join("\n")),
    }
}

impl Register {
    /// The relations that a figure is part of.
    pub fn relations_of(&self, id: &str) -> impl Iterator<Item = &Relation> {
        let is = move |at: &usize| self.figures[*at].published.id == id;
        let of = move |relation: &&Relation| relation.figures.iter().flatten().any(is);
        self.relations.iter().filter(of)
    }
}
