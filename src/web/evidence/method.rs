//! The parameters of the models, and the tests that hold them to their equations and to the documents.

use js_sys::Array;
use leptos::prelude::*;

use super::equations::opening;
use super::register::{list, text};
use super::{FILE, loaded, row, small, table};
use crate::chapters::ChapterId;
use crate::choice;
use crate::explain::{Subject, origin_line};
use crate::formula::{param_range, param_value};
use crate::i18n::ui;
use crate::scenario::{Group, ParamId};
use crate::text::{Lang, Text};
use crate::web::el::{El, button, el};
use crate::web::fetched::{State, file};
use crate::web::store::{Store, use_store};

const COLUMNS: &[Text] = &[
    Text::new("Input", "前提"),
    Text::new("Base case", "基準値"),
    Text::new("Plausible", "妥当な範囲"),
    Text::new("Accepted", "入力できる範囲"),
    Text::new("Origin", "出所区分"),
];

fn title(group: Group) -> Text {
    let chapter = ChapterId::of(group).map(ChapterId::title);
    chapter.unwrap_or(Text::new("All chapters", "全章共通"))
}

/// Every input by model, closed until the reader opens one.
pub fn parameters() -> El {
    el("div")
        .attr("class", "evidence")
        .children(Group::ALL.map(|group| {
            let store = use_store();
            let count = group.rows().len();
            let name = move || match store.lang.get() {
                Lang::En => format!("Inputs: {} ({count})", store.say(title(group))),
                Lang::Ja => format!("前提条件：{}（{count}件）", store.say(title(group))),
            };
            opening(name, move || vec![inputs(store, group)])
        }))
}

fn inputs(store: Store, group: Group) -> El {
    let caption = move || store.say(title(group)).to_owned();
    let body = el("tbody").attr("role", "rowgroup").part(move || {
        let params = group.params();
        params.map(|param| input(store, param)).collect()
    });
    table(caption, COLUMNS).child(body)
}

fn input(store: Store, param: ParamId) -> El {
    let (row_of, reader) = (param.row(), store.reader.get());
    let explain = move || store.explain(Subject::Param(param));
    let note = store.say(param.note());
    let name = el("span")
        .child(
            button("link")
                .on_click(explain)
                .text(store.say(choice::label(param))),
        )
        .children((!note.is_empty()).then(|| small(note)));
    let plausible = match row_of.low < row_of.high {
        true => param_range(param, row_of.low, row_of.high, &reader),
        false => store.say(ui::NOT_VARIED).to_owned(),
    };
    let words = [
        param_value(param, row_of.default, &reader),
        plausible,
        param_range(param, row_of.min, row_of.max, &reader),
        origin_line(param, reader.lang),
    ];
    let words = words.map(|words| el("span").text(words));
    row(COLUMNS, std::iter::once(name).chain(words)).attr("data-input", row_of.id)
}

/// Which files of tests belong to a model; what is left holds for all.
const FOLDERS: [(Group, &str); 5] = [
    (Group::Tam, "src/model/tam/"),
    (Group::Capture, "src/model/capture"),
    (Group::Sovereign, "src/model/sovereign/"),
    (Group::Genai, "src/model/genai"),
    (Group::Platforms, "src/model/platforms/"),
];

/// The tests by model, then those of all models together.
pub fn tests() -> El {
    loaded(FILE, "evidence", || {
        let groups = FOLDERS.iter().map(|(group, _)| Some(*group)).chain([None]);
        groups.map(tested).collect()
    })
}

fn tested(group: Option<Group>) -> El {
    let store = use_store();
    let files = tests_of(group);
    let count: u32 = files.iter().map(|(_, names)| names.length()).sum();
    let title = group.map_or(
        Text::new(
            "All models, formulas and printed results",
            "モデル全体、算式、公表値との照合",
        ),
        title,
    );
    let name = move || match store.lang.get() {
        Lang::En => format!("Tests: {} ({count})", store.say(title)),
        Lang::Ja => format!("テスト：{}（{count}件）", store.say(title)),
    };
    opening(name, move || files.iter().flat_map(listed).collect())
}

/// The tests of a file: what each proves, in Japanese with the name under it by which it is found.
fn listed((name, tests): &(&'static str, Array)) -> Vec<El> {
    let japanese = use_store().lang.get() == Lang::Ja;
    let items = tests.iter().map(|test| {
        let pair = Array::from(&test);
        let part = |at| pair.get(at).as_string().unwrap_or_default();
        let (name, words) = (part(0).replace('_', " "), part(1));
        match japanese && !words.is_empty() {
            true => el("li").text(words).child(small(name).attr("lang", "en")),
            false => el("li").attr("lang", "en").text(name),
        }
    });
    vec![
        el("p").attr("class", "source").child(el("code").text(name)),
        el("ul").attr("class", "tests").children(items),
    ]
}

fn tests_of(group: Option<Group>) -> Vec<(&'static str, Array)> {
    let State::Here(loaded) = file(FILE).state() else {
        return Vec::new();
    };
    let files = list(&loaded, "tests")
        .into_iter()
        .map(|file| Array::from(&file));
    let files = files.map(|file| (text(&file, 0), Array::from(&file.get(1))));
    let of = |name: &str| {
        FOLDERS
            .iter()
            .find(|(_, folder)| name.starts_with(folder))
            .map(|(group, _)| *group)
    };
    files.filter(|(name, _)| of(name) == group).collect()
}
