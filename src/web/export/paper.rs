//! The report on paper: chosen chapters, printed by the browser or kept as PDF.

use leptos::prelude::*;

use super::{Desk, Done, Trouble, exhibit, part, script, tick, words};
use crate::chapters::ChapterId;
use crate::data::books;
use crate::export::about::colon;
use crate::i18n::ui;
use crate::output;
use crate::web::el::{El, el, say};
use crate::web::store::{Shown, Store};
use crate::web::{parts, prose};

/// Milliseconds that the words of freshly drawn figures take to come.
const SETTLED: i32 = 300;

/// Milliseconds after which the print is over, should the browser never say so.
const LONGEST: i32 = 120_000;

/// The chapters that are about to be printed, beside the one on the page.
pub type Papers = RwSignal<Vec<Shown>>;

/// The choice of chapters.
pub fn section(desk: &Desk, papers: Papers) -> El {
    let store = desk.store;
    let open = store.chapter.get_untracked();
    let first = ChapterId::ALL.map(|chapter| chapter == open);
    let chosen = RwSignal::new(first.to_vec());
    let ticks = ChapterId::ALL
        .iter()
        .enumerate()
        .map(|(index, chapter)| tick(chosen, index, move || store.say(chapter.title()).to_owned()));
    let print = desk.button(words::PRINT, move || {
        let chosen = chosen.get_untracked();
        let wanted = ChapterId::ALL.into_iter().zip(chosen);
        let wanted: Vec<_> = wanted.filter(|(_, on)| *on).map(|(id, _)| id).collect();
        Box::pin(print(store, papers, wanted))
    });
    part(words::REPORT).children([
        el("p").attr("class", "hint").words(say(words::REPORT_NOTE)),
        el("div")
            .attr("class", "export-list")
            .attr("role", "group")
            .live("aria-label", say(words::REPORT))
            .children(ticks),
        el("div").attr("class", "actions").child(print),
    ])
}

/// Puts the chapters onto paper one after another; the page shows one only.
async fn print(store: Store, papers: Papers, wanted: Vec<ChapterId>) -> Result<Done, Trouble> {
    if wanted.is_empty() {
        return Err(Trouble::Nothing);
    }
    if untrack(|| parts::listed(store)).is_none() {
        let lister = parts::lister().await.map_err(|_| Trouble::Loading)?;
        parts::hook_lister(store, lister);
    }
    let mut chapters = Vec::new();
    for id in wanted {
        let chapter = parts::chapter(id).await.map_err(|_| Trouble::Loading)?;
        books::open(chapter.book);
        output::know(chapter.outputs);
        chapters.push((id, chapter));
    }
    papers.set(chapters);
    store.printing.set(true);
    script::wait(SETTLED).await;
    let printed = script::print(LONGEST).await;
    store.printing.set(false);
    papers.set(Vec::new());
    printed.map(|()| Done::Printed)
}

/// What is printed: of which scenario it is, then the chapters. On the screen nothing of it shows.
pub fn paper(store: Store, papers: Papers) -> El {
    let head = move || {
        let about = exhibit::about(store);
        let colon = colon(about.lang);
        let line = |(name, value): (&str, String)| el("p").text(format!("{name}{colon}{value}"));
        about.lines().into_iter().map(line).collect()
    };
    let contents = move || {
        let chapters = papers.get();
        if chapters.is_empty() {
            return Vec::new();
        }
        let title = el("p").attr("class", "paper-title").words(say(ui::TITLE));
        let head = el("div").attr("class", "paper-head").part(head);
        let chapters = chapters.into_iter().map(|shown| {
            let chapter = untrack(|| prose::chapter(shown));
            el("div").attr("class", "paper-chapter").child(chapter)
        });
        [title, head].into_iter().chain(chapters).collect()
    };
    el("div")
        .attr("class", "paper")
        .flag("hidden", move || papers.read().is_empty())
        .part(contents)
}
