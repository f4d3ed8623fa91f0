//! The register of printed figures: search, filters, rows, and what is shown as a file.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::find::{self, Shown, looked_for};
use super::register::{self, Figure, Register, folded};
use super::residuals::{model_said, standing_words};
use super::{csv, loaded, row, small, table};
use crate::analysis::checks;
use crate::chapters::{ChapterId, MISSING};
use crate::data::{self, books};
use crate::explain::{Subject, as_bound, write_published};
use crate::i18n::fold;
use crate::source::Document;
use crate::text::{Lang, Text};
use crate::web::el::{El, button, el, say};
use crate::web::focus;
use crate::web::nav;
use crate::web::store::{Store, use_store};

const COLUMNS: &[Text] = &[
    Text::new("Figure", "項目"),
    Text::new("As printed", "記載値"),
    Text::new("Where it stands", "記載箇所"),
    Text::new("Model", "モデルの値"),
    Text::new("Used in", "用いた箇所"),
];

/// The keys of the three filters, in the order of the tallies.
const FILTERS: [&str; 3] = ["doc", "theme", "kind"];

/// The register.
pub fn view() -> El {
    loaded(register::FILE, "evidence listing", || {
        register::register().map_or_else(Vec::new, contents)
    })
}

/// The rows found, then how many each document, theme and kind would leave under the other filters.
fn tallies(store: Store, register: &Register) -> Vec<Vec<usize>> {
    let query = looked_for(store, "q");
    let figures = register.figures.iter().enumerate();
    if let Some((at, _)) = figures
        .clone()
        .find(|(_, figure)| figure.published.id == query)
    {
        return vec![vec![at], Vec::new(), Vec::new(), Vec::new()];
    }
    let (query, wanted) = (folded(&query), FILTERS.map(|key| looked_for(store, key)));
    let mut tallies = vec![
        Vec::new(),
        vec![0; Document::ALL.len()],
        vec![0; register.themes.len()],
        vec![0; register.kinds.len()],
    ];
    for (at, figure) in figures {
        if !fold::holds(&figure.words, &query) {
            continue;
        }
        let codes = [
            figure.published.document.number(),
            figure.theme,
            figure.kind,
        ];
        let fits = [0, 1, 2].map(|n| wanted[n].is_empty() || wanted[n] == codes[n]);
        if fits.iter().all(|fits| *fits) {
            tallies[0].push(at);
        }
        for filter in 0..3 {
            if (0..3).all(|other| other == filter || fits[other]) {
                let place = position(register, filter, codes[filter]);
                if let Some(count) = place.and_then(|place| tallies[filter + 1].get_mut(place)) {
                    *count += 1;
                }
            }
        }
    }
    tallies
}

fn position(register: &Register, filter: usize, code: &str) -> Option<usize> {
    let codes = match filter {
        0 => {
            return Document::ALL
                .iter()
                .position(|document| document.number() == code);
        }
        1 => &register.themes,
        _ => &register.kinds,
    };
    codes.iter().position(|(other, _)| *other == code)
}

fn contents(register: &'static Register) -> Vec<El> {
    let store = use_store();
    let tallies = Memo::new(move |_| tallies(store, register));
    let found = Memo::new(move |_| tallies.with(|tallies| tallies[0].clone()));
    let shown = Shown::of(found);
    let all = register.figures.len();
    let bodies = find::portions(("tbody", "rowgroup"), all, shown, move |at| {
        figure_row(store, register, &register.figures[at])
    });
    let caption = say(Text::new("Printed figures", "記載数値の一覧"));
    let keys = |event: KeyboardEvent| find::steps(&event, ".register tbody tr");
    let rows = table(caption, COLUMNS).children(bodies);
    vec![
        controls(register, tallies, found),
        el("div")
            .attr("class", "register")
            .on("keydown", keys)
            .child(rows),
        find::more(shown),
    ]
}

/// Search, filters, how many rows they leave, and what can be done with these.
fn controls(
    register: &'static Register,
    tallies: Memo<Vec<Vec<usize>>>,
    found: Memo<Vec<usize>>,
) -> El {
    let store = use_store();
    let is_id = |query: &str| {
        let mut ids = register.figures.iter().map(|figure| figure.published.id);
        ids.any(|id| id == query)
    };
    let shown = move || {
        let (found, all) = (found.read().len(), register.figures.len());
        match store.lang.get() {
            Lang::En if found == all => format!("{all} figures"),
            Lang::En => format!("{found} of {all} figures"),
            Lang::Ja if found == all => format!("{all}件"),
            Lang::Ja => format!("{all}件中{found}件"),
        }
    };
    let save = csv::button(
        Text::new("CSV of these rows", "表示中の数値をCSVで保存"),
        move || csv::save(store, register, &found.read_untracked()),
    );
    let skip = button("quiet skip-list")
        .words(say(Text::new("Skip the list", "一覧を飛ばす")))
        .on_click(|| focus::first("#contradictions ~ .evidence input"));
    el("div")
        .attr("class", "finder")
        .attr("role", "search")
        .live(
            "aria-label",
            say(Text::new("Printed figures", "記載数値の一覧")),
        )
        .children(find::field(
            "find-figures",
            "q",
            Text::new("Search", "検索"),
            is_id,
        ))
        .children(filters(register, tallies))
        .children([
            find::clear(&["q", "doc", "theme", "kind"]),
            el("output")
                .attr("for", "find-figures")
                .attr("id", "found-figures")
                .words(shown),
            save,
            skip,
        ])
}

/// A choice for each filter, with how many rows each of its codes would leave.
fn filters(register: &'static Register, tallies: Memo<Vec<Vec<usize>>>) -> [El; 3] {
    const ALL: Text = Text::new("all", "すべて");
    let documents = Document::ALL.map(|document| (document.number(), document.short()));
    let filters = [
        (
            0,
            "filter-doc",
            Text::new("Document", "文書"),
            documents.to_vec(),
        ),
        (
            1,
            "filter-theme",
            Text::new("Theme", "テーマ"),
            register.themes.clone(),
        ),
        (
            2,
            "filter-kind",
            Text::new("Kind", "種別"),
            register.kinds.clone(),
        ),
    ];
    filters.map(|(filter, id, label, codes)| {
        // The first tally is that of the rows found.
        let count = move |place: usize| {
            tallies.with(|tallies| tallies[filter + 1].get(place).copied().unwrap_or(0))
        };
        find::choice(id, FILTERS[filter], label, ALL, codes, count)
    })
}

/// The words of a code.
fn meaning(store: Store, codes: &[register::Code], code: &str) -> &'static str {
    let found = codes.iter().find(|(other, _)| *other == code);
    found.map_or("", |(_, words)| store.say(*words))
}

fn figure_row(store: Store, register: &'static Register, figure: &'static Figure) -> El {
    let (published, lang) = (figure.published, store.lang.get());
    let id = published.id;
    let about = [
        meaning(store, &register.themes, figure.theme),
        meaning(store, &register.kinds, figure.kind),
        store.say(figure.geography),
        figure.actor,
    ];
    let about: Vec<_> = about.into_iter().filter(|part| !part.is_empty()).collect();
    let name = el("span")
        .text(published.label.get(lang))
        .child(small(about.join(" · ")))
        .children((!figure.note.is_empty()).then(|| small(store.say(figure.note))));
    let value = button("number")
        .on_click(move || store.explain(Subject::Published(id)))
        .text(printed(store, published.unit, id));
    let place = el("span")
        .text(store.say(published.document.short()))
        .child(small(published.section).attr("lang", "ja"))
        .child(small(store.say(published.when)));
    row(
        COLUMNS,
        [
            name,
            value,
            place,
            model(store, id),
            used_in(store, register, id),
        ],
    )
    .attr("data-figure", id)
}

/// A printed value with the unit that its words leave out.
pub fn printed(store: Store, unit: &str, id: &str) -> String {
    let written = write_published(id, &store.reader.get());
    let lang = store.lang.get();
    let behind = match (unit, lang) {
        ("TFLOPs", _) => " TFLOPs",
        ("GB", _) => " GB",
        ("GB_per_s", _) => " GB/s",
        ("minutes", Lang::En) => " minutes",
        ("minutes", Lang::Ja) => "分",
        ("visits_per_person", Lang::En) => " visits per person",
        ("visits_per_person", Lang::Ja) => "件（1人当たり）",
        ("JPY_per_USD", Lang::En) => " JPY per USD",
        ("JPY_per_USD", Lang::Ja) => "円／ドル",
        ("JPY_thousand", Lang::En) => " thousand yen",
        ("JPY_thousand", Lang::Ja) => "千円",
        ("rank", Lang::Ja) => "位",
        ("rank", Lang::En) => return format!("no. {written}"),
        _ => "",
    };
    as_bound(data::published(id), written + behind, lang)
}

/// Whether a model gives a figure, and how closely.
fn model(store: Store, id: &'static str) -> El {
    let lines = checks::of_published(id).map(|check| {
        el("span")
            .attr("class", "line")
            .child(model_said(store, check))
            .child(small(standing_words(store, check)))
    });
    let lines: Vec<_> = lines.collect();
    match lines.is_empty() {
        true => el("i").text(MISSING),
        false => el("span").children(lines),
    }
}

const RELATION: Text = Text::new("Relation: ", "関係：");

/// Several links of a cell may show the same verdict: what they are called tells them apart.
fn relation_name(store: Store, verdict: Text, relation: Text) -> String {
    let [verdict, relation] = [verdict, relation].map(|words| store.say(words));
    match store.lang.get() {
        Lang::En => format!("{}{verdict} – {relation}", RELATION.en),
        Lang::Ja => format!("{}{verdict}（{relation}）", RELATION.ja),
    }
}

/// The relations that a figure is part of, and the chapters that cite it.
fn used_in(store: Store, register: &'static Register, id: &'static str) -> El {
    let relations = register.relations_of(id).map(|relation| {
        let asked = Some(("relation", relation.id));
        let verdict = register.verdicts[relation.verdict].1;
        nav::link_finding(store, ChapterId::Evidence, Some("contradictions"), asked)
            .attr("class", "line")
            .attr("title", store.say(relation.relation))
            .attr(
                "aria-label",
                relation_name(store, verdict, relation.relation),
            )
            .text(store.say(RELATION))
            .text(store.say(verdict))
    });
    let chapters = books::cited_by(id)
        .iter()
        .filter_map(|slug| ChapterId::from_slug(slug));
    let chapters = chapters.map(|chapter| {
        nav::link_to(store, chapter, None)
            .attr("class", "line")
            .text(store.say(chapter.title()))
    });
    let all: Vec<_> = relations.chain(chapters).collect();
    match all.is_empty() {
        true => el("i").text(MISSING),
        false => el("span").children(all),
    }
}
