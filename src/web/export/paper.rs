//! The report on paper: chosen chapters, printed by the browser or kept as PDF.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{Done, ExportDialog, ExportError, exhibit, part, script, tick, words};
use crate::chapters::{ChapterId, FigureSpec, SHARED};
use crate::data::books;
use crate::export::about::{Told, report_of};
use crate::i18n::ui;
use crate::output;
use crate::scenario::ParamId;
use crate::web::el::{El, el, say};
use crate::web::store::{Shown, Store};
use crate::web::{panel, parts, prose};

/// Milliseconds that the words of freshly drawn figures take to come.
const SETTLED: i32 = 300;

/// Milliseconds after which the print is over, should the browser never say so.
const LONGEST: i32 = 120_000;

/// How often the paper is looked at for tables that have not come: 15 seconds.
const PATIENCE: usize = 150;

/// The chapters that are about to be printed, beside the one on the page.
pub type Papers = RwSignal<Vec<Shown>>;

/// The choice of chapters.
pub fn section(exports: &ExportDialog, papers: Papers) -> El {
    let store = exports.store;
    let open = store.chapter.get_untracked();
    let first = ChapterId::ALL.map(|chapter| chapter == open);
    let chosen = RwSignal::new(first.to_vec());
    let ticks = ChapterId::ALL
        .iter()
        .enumerate()
        .map(|(index, chapter)| tick(chosen, index, move || store.say(chapter.title()).to_owned()));
    let tables = RwSignal::new(vec![false]);
    let with_tables = tick(tables, 0, move || store.say(words::WITH_TABLES).to_owned());
    let print = exports.button(words::PRINT, move || {
        let chosen = chosen.get_untracked();
        let with_tables = tables.get_untracked()[0];
        let wanted = ChapterId::ALL.into_iter().zip(chosen);
        let wanted: Vec<_> = wanted.filter(|(_, on)| *on).map(|(id, _)| id).collect();
        Box::pin(print(store, papers, wanted, with_tables))
    });
    part(words::REPORT).children([
        el("p").attr("class", "hint").words(say(words::REPORT_NOTE)),
        el("div")
            .attr("class", "export-list")
            .attr("role", "group")
            .live("aria-label", say(words::REPORT))
            .children(ticks),
        with_tables,
        el("div").attr("class", "actions").child(print),
    ])
}

/// Puts the chapters onto paper one after another; the page shows one only.
async fn print(
    store: Store,
    papers: Papers,
    wanted: Vec<ChapterId>,
    with_tables: bool,
) -> Result<Done, ExportError> {
    if wanted.is_empty() {
        return Err(ExportError::Nothing);
    }
    if untrack(|| parts::listed(store)).is_none() {
        let tables = parts::tables().await.map_err(|_| ExportError::Loading)?;
        parts::hook_tables(store, tables);
    }
    let mut chapters = Vec::new();
    for id in wanted {
        let chapter = parts::chapter(id).await.map_err(|_| ExportError::Loading)?;
        books::open(chapter.book);
        output::know(chapter.outputs);
        chapters.push((id, chapter));
    }
    let title = title(store, &chapters);
    papers.set(chapters);
    store.printing.set(true);
    script::wait(SETTLED).await;
    let is_complete = !with_tables || opened().await;
    // With the dialog the paper is gone as well, and what would be printed is the page.
    let printed = match (papers.is_disposed(), is_complete) {
        (true, _) => Err(ExportError::Closed),
        (false, true) => under(&title).await,
        (false, false) => Err(ExportError::Loading),
    };
    store.printing.set(false);
    papers.set(Vec::new());
    printed.map(|()| Done::Printed)
}

/// What the print is called, also as a file: the report, and its chapters unless these are all.
fn title(store: Store, chapters: &[Shown]) -> String {
    let lang = store.lang.get_untracked();
    if chapters.len() == ChapterId::ALL.len() {
        return ui::TITLE.get(lang).to_owned();
    }
    let names: Vec<_> = chapters
        .iter()
        .map(|(id, _)| id.title().get(lang))
        .collect();
    report_of(&names, lang)
}

/// Prints under a title of its own.
async fn under(title: &str) -> Result<(), ExportError> {
    let own = document().title();
    document().set_title(title);
    let printed = script::print(LONGEST).await;
    document().set_title(&own);
    printed
}

/// Opens the tables and equations on the paper and waits until they are there; false when some do not come.
async fn opened() -> bool {
    for _ in 0..PATIENCE {
        let mut missing = false;
        let Ok(found) = document().query_selector_all(".paper details.listing") else {
            return true;
        };
        missing |= grows();
        let mut next = 0;
        while let Some(node) = found.item(next) {
            next += 1;
            let Ok(details) = node.dyn_into::<Element>() else {
                continue;
            };
            let _ = details.set_attribute("open", "");
            let contents = details.last_element_child();
            missing |= contents.is_none_or(|contents| contents.child_element_count() == 0);
        }
        if !missing {
            return true;
        }
        script::wait(SETTLED / 3).await;
    }
    false
}

/// Lets lists that show their beginning show all; whether some still grow.
fn grows() -> bool {
    let mut grows = false;
    let lists = document().query_selector_all(".paper .more:not([hidden]) button:nth-of-type(2)");
    let Ok(lists) = lists else { return false };
    let mut next = 0;
    while let Some(node) = lists.item(next) {
        next += 1;
        grows = true;
        if let Ok(button) = node.dyn_into::<HtmlElement>() {
            button.click();
        }
    }
    grows
}

/// The inputs of the chapters, and what the marks beside them mean, as the page prints them.
fn assumptions(chapters: &[Shown]) -> El {
    let mut params: Vec<ParamId> = Vec::new();
    let mut sections = Vec::new();
    for (_, chapter) in chapters {
        for group in chapter.inputs {
            params.extend(group.params());
            sections.push(panel::inputs(group));
        }
    }
    params.extend(SHARED.params());
    sections.push(panel::inputs(&SHARED));
    let mut borrowed = Vec::new();
    for param in chapters.iter().flat_map(|(_, chapter)| chapter.borrowed()) {
        if !params.contains(&param) {
            params.push(param);
            borrowed.push(param);
        }
    }
    el("div")
        .attr("class", "panel")
        .child(el("h2").words(say(ui::ASSUMPTIONS)))
        .child(panel::origin_key())
        .children(sections)
        .children(panel::borrowed(borrowed))
}

/// Where a chapter begins on the paper.
fn place(chapter: ChapterId) -> String {
    format!("paper-{}", chapter.slug())
}

/// The chapters with their figures, as links within the PDF.
fn list(store: Store, chapters: &[Shown]) -> El {
    let figure = |spec: &FigureSpec| {
        let title = untrack(|| store.context(|context| (spec.make)(context).title));
        el("li").text(title)
    };
    let chapter = |(id, chapter): &Shown| {
        let name = el("a")
            .attr("href", format!("#{}", place(*id)))
            .words(say(id.title()));
        let figures = el("ol").children(chapter.figures.iter().map(figure));
        el("li").child(name).child(figures)
    };
    el("div")
        .attr("class", "paper-list")
        .child(el("h2").words(say(words::CONTENTS)))
        .child(el("ol").children(chapters.iter().map(chapter)))
}

/// What is printed: of which scenario it is, what it contains, then the chapters. On the screen nothing of it shows.
pub fn paper(store: Store, papers: Papers) -> El {
    let head = move || {
        let about = exhibit::about(store);
        let line = |told: Told| el("p").text(told.line(about.lang));
        about.lines().into_iter().map(line).collect()
    };
    let contents = move || {
        let chapters = papers.get();
        if chapters.is_empty() {
            return Vec::new();
        }
        let title = el("p").attr("class", "paper-title").words(say(ui::TITLE));
        let head = el("div").attr("class", "paper-head").part(head);
        let assumptions = untrack(|| assumptions(&chapters));
        let list = (chapters.len() > 1).then(|| list(store, &chapters));
        let chapters = chapters.into_iter().map(|shown| {
            let place = place(shown.0);
            let chapter = untrack(|| prose::chapter(shown));
            el("div")
                .attr("class", "paper-chapter")
                .attr("id", place)
                .child(chapter)
        });
        let parts = [title, head].into_iter().chain(list).chain(chapters);
        parts.chain([assumptions]).collect()
    };
    el("div")
        .attr("class", "paper")
        .flag("hidden", move || papers.read().is_empty())
        .part(contents)
}
