//! How to cite the report, one of its figures, and the reader's scenario: plain text and BibTeX, with a link.

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::register::{list, text};
use super::{FILE, loaded};
use crate::chapters::ChapterId;
use crate::i18n::{date, ui};
use crate::link;
use crate::scenario::Scenario;
use crate::text::{Lang, Text};
use crate::version::{VERSION, YEAR};
use crate::view::View;
use crate::web::clock::today;
use crate::web::el::{El, button, el, say};
use crate::web::fetched::{State, file};
use crate::web::files;
use crate::web::hosting::cited_address;
use crate::web::store::{Store, use_store};

/// What is cited.
#[derive(Clone, Copy)]
struct Work {
    /// Its part of the title; empty for the report itself.
    part: Text,
    /// What the key of its entry says after the name of the report: nothing, or a chapter and a figure.
    key: [&'static str; 2],
}

/// The three forms.
pub fn view() -> El {
    loaded(FILE, "evidence cite", || {
        let store = use_store();
        let places: &'static [Place] = Vec::leak(places());
        let chosen = RwSignal::new(0);
        let report = Work {
            part: Text::EMPTY,
            key: [""; 2],
        };
        let scenario = Work {
            part: Text::new("a scenario", "シナリオ"),
            key: ["scenario", ""],
        };
        let head = |title: Text| el("h3").words(say(title));
        let hint = el("p").attr("class", "hint").words(move || {
            let changed = store.scenario.read().changed().count();
            match store.lang.get() {
                Lang::En => format!(
                    "Inputs that differ from the base case: {changed}. The link holds them."
                ),
                Lang::Ja => format!("基準ケースから変更した前提は{changed}件。リンクに含まれる。"),
            }
        });
        vec![
            head(Text::new("The report", "レポート全体")),
            block(store, report, move || {
                link_to(store, ChapterId::Overview, None, false)
            }),
            head(Text::new("A figure", "図")),
            choice(store, places, chosen),
            figure(store, places, chosen),
            head(Text::new("The present scenario", "現在のシナリオ")),
            hint,
            block(store, scenario, move || {
                link_to(store, ChapterId::Overview, None, true)
            }),
        ]
    })
}

/// A figure and the heading over it.
struct Place {
    chapter: ChapterId,
    id: &'static str,
    heading: Text,
}

fn places() -> Vec<Place> {
    let State::Here(loaded) = file(FILE).state() else {
        return Vec::new();
    };
    let rows = list(&loaded, "figures")
        .into_iter()
        .map(|row| Array::from(&row));
    let mut places: Vec<_> = rows
        .filter_map(|row| {
            Some(Place {
                chapter: ChapterId::from_slug(text(&row, 0))?,
                id: text(&row, 1),
                heading: Text::new(text(&row, 2), text(&row, 3)),
            })
        })
        .collect();
    crate::sort::sort_by(&mut places, |one, other| {
        (one.chapter as usize) < other.chapter as usize
    });
    places
}

fn choice(store: Store, places: &'static [Place], chosen: RwSignal<usize>) -> El {
    let options = places.iter().enumerate().map(|(at, place)| {
        el("option").attr("value", at.to_string()).words(move || {
            let (chapter, heading) = (store.say(place.chapter.title()), store.say(place.heading));
            match store.lang.get() {
                Lang::En => format!("{chapter} – {heading} ({})", place.id),
                Lang::Ja => format!("{chapter}：{heading}（{}）", place.id),
            }
        })
    });
    let choose = move |event: web_sys::Event| {
        chosen.set(event_target_value(&event).parse().unwrap_or(0));
    };
    let select = el("select")
        .attr("id", "cited-figure")
        .on("change", choose)
        .children(options);
    el("p")
        .attr("class", "finder")
        .child(
            el("label")
                .attr("for", "cited-figure")
                .words(say(Text::new("Figure", "図"))),
        )
        .child(select)
}

fn figure(store: Store, places: &'static [Place], chosen: RwSignal<usize>) -> El {
    el("div").part(move || {
        let Some(place) = places.get(chosen.get()) else {
            return Vec::new();
        };
        let part = Text::new(place.heading.en, place.heading.ja);
        let work = Work {
            part,
            key: [place.chapter.slug(), place.id],
        };
        vec![block(store, work, move || {
            link_to(store, place.chapter, Some(place.id), true)
        })]
    })
}

/// The address of a place of the report, with or without the reader's inputs.
fn link_to(
    store: Store,
    chapter: ChapterId,
    section: Option<&'static str>,
    with_inputs: bool,
) -> String {
    let view = View {
        chapter,
        section,
        finding: String::new(),
        ..store.view()
    };
    let scenario = if with_inputs {
        store.scenario.get()
    } else {
        Scenario::default()
    };
    format!("{}{}", cited_address(), link::encode(&scenario, &view))
}

fn plain(store: Store, work: Work, link: &str) -> String {
    let (title, part) = (store.say(ui::TITLE), store.say(work.part));
    let tagline = store.say(ui::TAGLINE);
    let seen = date::written(&today(), store.lang.get()).unwrap_or_default();
    match store.lang.get() {
        Lang::En => {
            let part = if part.is_empty() {
                String::new()
            } else {
                format!(" – {part}")
            };
            format!(
                "{title}: {tagline}{part}. Version {VERSION}, {YEAR}. {link} (accessed {seen})."
            )
        }
        Lang::Ja => {
            let part = if part.is_empty() {
                String::new()
            } else {
                format!("「{part}」")
            };
            format!(
                "『{title}　{tagline}』{part}、バージョン{VERSION}、{YEAR}年。{link}（{seen}閲覧）"
            )
        }
    }
}

fn bibtex(store: Store, work: Work, link: &str) -> String {
    let (title, part) = (store.say(ui::TITLE), store.say(work.part));
    let gap = if part.is_empty() { "" } else { ": " };
    let tagline = store.say(ui::TAGLINE);
    let parts = work.key.iter().filter(|part| !part.is_empty());
    let key: String = parts.map(|part| format!("-{part}")).collect();
    let seen = today();
    // Styles of old know no version, so it stands in the note as well.
    format!(
        "@misc{{industry2040{key},\n  title = {{{title}{gap}{part}}},\n  howpublished = {{{tagline}}},\n  year = {{{YEAR}}},\n  version = {{{VERSION}}},\n  note = {{Version {VERSION}}},\n  url = {{{link}}},\n  urldate = {{{seen}}}\n}}"
    )
}

/// Plain text and BibTeX, each with a button that copies it.
fn block(store: Store, work: Work, link: impl Fn() -> String + Clone + 'static) -> El {
    let form = |name: Text, class: &'static str, write: fn(Store, Work, &str) -> String| {
        let link = link.clone();
        let words = move || write(store, work, &link());
        let copied = RwSignal::new(None::<bool>);
        let copy = {
            let words = words.clone();
            move || {
                let words = words();
                spawn_local(async move {
                    copied.set(Some(files::copy(&words).await));
                });
            }
        };
        let state = move || match copied.get() {
            None => String::new(),
            Some(true) => store.say(Text::new("Copied.", "コピーした。")).to_owned(),
            Some(false) => store
                .say(Text::new(
                    "The browser does not allow copying; select the text.",
                    "ブラウザがコピーを許可していない。文字を選択してコピーする。",
                ))
                .to_owned(),
        };
        let label = move || match store.lang.get() {
            Lang::En => format!("Copy {}", store.say(name)),
            Lang::Ja => format!("{}をコピー", store.say(name)),
        };
        el("div").attr("class", class).children([
            el("pre").attr("tabindex", "0").words(words),
            button("quiet").on_click(copy).words(label),
            el("span")
                .attr("class", "aside")
                .attr("role", "status")
                .words(state),
        ])
    };
    el("div").attr("class", "citation").children([
        form(Text::new("text", "テキスト"), "plain", plain),
        form(Text::new("BibTeX", "BibTeX"), "bibtex", bibtex),
    ])
}
