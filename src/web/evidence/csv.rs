//! What the register and the relations show, as files that spreadsheets open.

use js_sys::Number;
use leptos::prelude::*;

use super::register::{Figure, Register, Relation};
use super::residuals::{residual, standing_name};
use crate::analysis::checks;
use crate::data::books;
use crate::export::csv::{MARK, line};
use crate::i18n::bench as words;
use crate::text::Text;
use crate::web::el::{self, El, el, say};
use crate::web::files;
use crate::web::store::{Store, use_store};

const KIND: &str = "text/csv;charset=utf-8";

const FIGURES: &[&str] = &[
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
    "model / モデルの値",
    "difference / 差",
    "standing_en / 値の由来（英語）",
    "standing_ja / 値の由来（日本語）",
    "relations / 関係",
];

const RELATIONS: &[&str] = &[
    "id",
    "verdict_en / 判定（英語）",
    "verdict_ja / 判定（日本語）",
    "relation_en / 関係（英語）",
    "relation_ja / 関係（日本語）",
    "figure_a / 項目A",
    "label_a_en / 項目A（英語）",
    "label_a_ja / 項目A（日本語）",
    "figure_b / 項目B",
    "label_b_en / 項目B（英語）",
    "label_b_ja / 項目B（日本語）",
    "computed_low / 計算結果（下限）",
    "computed_high / 計算結果（上限）",
    "unit / 単位",
    "explanation_en / 説明（英語）",
    "explanation_ja / 説明（日本語）",
];

/// A button that hands out a file, and what is said where the browser refuses; `save` tells whether it took the file.
pub fn button(label: Text, save: impl Fn() -> bool + Clone + 'static) -> El {
    let (store, refused) = (use_store(), RwSignal::new(false));
    let said = move || match refused.get() {
        true => store.say(words::NOT_SAVED).to_owned(),
        false => String::new(),
    };
    let status = el("span").attr("role", "status").words(said);
    el("span").children([
        el::button("quiet")
            .words(say(label))
            .on_click(move || refused.set(!save())),
        status,
    ])
}

/// Hands the figures to the browser as a download; false where it refuses.
pub fn save(store: Store, register: &Register, rows: &[usize]) -> bool {
    let mut text = String::from(MARK);
    line(&mut text, FIGURES);
    for at in rows {
        write_figure(&mut text, store, register, &register.figures[*at]);
    }
    files::save_text("industry2040-register.csv", KIND, &[text])
}

/// Hands the relations to the browser as a download; false where it refuses.
pub fn save_relations(register: &Register, rows: &[usize]) -> bool {
    let mut text = String::from(MARK);
    line(&mut text, RELATIONS);
    for at in rows {
        write_relation(&mut text, register, &register.relations[*at]);
    }
    files::save_text("industry2040-relations.csv", KIND, &[text])
}

/// A number as spreadsheets read it, to twelve digits: sums are not to show how a machine counts.
fn number(value: Option<f64>) -> String {
    let digits = value.and_then(|value| Number::from(value).to_precision(12).ok());
    let shortest = digits.and_then(|digits| {
        let number = Number::parse_float(&String::from(digits));
        Number::from(number).to_string_with_radix(10).ok()
    });
    shortest.map_or_else(String::new, String::from)
}

/// What the models say of a figure, in the unit of the register: values, differences, how they come about.
fn modelled(store: Store, id: &str) -> [String; 4] {
    let mut columns = [const { Vec::new() }; 4];
    for check in checks::of_published(id) {
        if let Some(residual) = residual(store, check) {
            let numbers = [residual.model, residual.difference()]
                .map(Some)
                .map(number);
            let Text { en, ja } = standing_name(check);
            let words = [en, ja].map(str::to_owned);
            for (column, cell) in columns.iter_mut().zip(numbers.into_iter().chain(words)) {
                column.push(cell);
            }
        }
    }
    columns.map(|column: Vec<String>| column.join("; "))
}

fn write_figure(text: &mut String, store: Store, register: &Register, figure: &Figure) {
    let published = figure.published;
    let [value, low, high] = [published.value, published.low, published.high].map(number);
    let document = published.document.short();
    let chapters = books::cited_by(published.id).join(" ");
    let [model, difference, standing, standing_ja] = modelled(store, published.id);
    let relations = register.relations_of(published.id);
    let relations: Vec<_> = relations.map(|relation| relation.id).collect();
    let cells: [&str; FIGURES.len()] = [
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
        published.when.en,
        published.when.ja,
        figure.geography.en,
        figure.actor,
        figure.note.en,
        figure.note.ja,
        &chapters,
        &model,
        &difference,
        &standing,
        &standing_ja,
        &relations.join(" "),
    ];
    line(text, &cells);
}

fn write_relation(text: &mut String, register: &Register, relation: &Relation) {
    let verdict = register.verdicts[relation.verdict].1;
    let [(a, label_a), (b, label_b)] = relation.figures.map(|at| {
        at.map_or(("", Text::EMPTY), |at| {
            let published = register.figures[at].published;
            (published.id, published.label)
        })
    });
    let computed = &relation.computed;
    let [low, high] = [computed.first(), computed.last()].map(|end| number(end.copied()));
    let cells: [&str; RELATIONS.len()] = [
        relation.id,
        verdict.en,
        verdict.ja,
        relation.relation.en,
        relation.relation.ja,
        a,
        label_a.en,
        label_a.ja,
        b,
        label_b.en,
        label_b.ja,
        &low,
        &high,
        relation.unit,
        relation.explanation.en,
        relation.explanation.ja,
    ];
    line(text, &cells);
}
