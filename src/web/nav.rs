//! The chapters and the sections of the one that is read.

use leptos::prelude::*;
use web_sys::MouseEvent;

use crate::chapters::prose::{self, Block};
use crate::chapters::{Chapter, ChapterId};
use crate::i18n::ui;
use crate::link;
use crate::text::Lang;
use crate::view::View;
use crate::web::address;
use crate::web::el::{El, el, say};
use crate::web::prose::text_of;
use crate::web::store::{Store, use_store};

/// The column of chapters and sections.
pub fn nav() -> El {
    let store = use_store();
    let chapters = el("ul").children(ChapterId::ALL.map(chapter_item));
    // Open beside the text on wide screens, a line to open on narrow ones.
    let contents = el("details")
        .flag("open", move || store.has_nav_column.get())
        .child(el("summary").words(say(ui::CHAPTERS)))
        .child(chapters);
    el("nav")
        .attr("class", "nav")
        .live("aria-label", say(ui::CHAPTERS))
        .child(contents)
}

fn chapter_item(chapter: ChapterId) -> El {
    let store = use_store();
    let current = move || store.chapter.get() == chapter;
    let sections = move || {
        let shown = store.shown.get().filter(|shown| shown.0 == chapter);
        let words = shown.map(|(_, contents)| prose::parse(text_of(contents, store.lang.get())));
        let headings = words.into_iter().flatten().filter_map(|block| match block {
            Block::Heading { id, text } => Some(section_item(store, chapter, id, text)),
            _ => None,
        });
        headings.collect()
    };
    let sections = el("ul")
        .live("aria-label", say(ui::SECTIONS))
        .flag("hidden", move || !current())
        .part(sections);
    let link = link_to(store, chapter, None).live("aria-current", mark(current, "page"));
    el("li")
        .child(link.words(say(chapter.title())))
        .child(sections)
}

fn section_item(store: Store, chapter: ChapterId, id: &'static str, text: &'static str) -> El {
    let current = move || {
        let shown = store.shown.get();
        shown.and_then(|(_, contents)| heading_of(contents, store.section.get())) == Some(id)
    };
    let link = link_to(store, chapter, Some(id)).live("aria-current", mark(current, "location"));
    el("li").child(link.text(text))
}

/// `aria-current` with its kind where the reader is, `false` elsewhere.
fn mark(
    current: impl Fn() -> bool + Send + 'static,
    kind: &'static str,
) -> impl Fn() -> String + Send {
    move || if current() { kind } else { "false" }.to_owned()
}

/// The way into a chapter or section. A plain click stays on the page; with a modifier the browser opens the link.
pub fn link_to(store: Store, chapter: ChapterId, section: Option<&'static str>) -> El {
    link_finding(store, chapter, section, None)
}

/// The way into the chapter on evidence, or another, with something to look for there.
pub fn link_finding(
    store: Store,
    chapter: ChapterId,
    section: Option<&'static str>,
    finding: Option<(&'static str, &'static str)>,
) -> El {
    let go = move |event: MouseEvent| {
        if store.is_embed() {
            return;
        }
        if event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0 {
            return;
        }
        event.prevent_default();
        store.chapter.set(chapter);
        store.section.set(section);
        if let Some((key, value)) = finding {
            store.finding.set(wanted(store, key, value));
        }
        store.explaining.set(Vec::new());
        store.commit();
        match finding {
            // What is looked for changes what stands above.
            Some(_) => {
                request_animation_frame(move || address::arrive(store));
            }
            None => address::arrive(store),
        }
    };
    let link = el("a")
        .live("href", move || target(store, chapter, section, finding))
        .on("click", go);
    match store.is_embed() {
        true => link.attr("target", "_blank").attr("rel", "noopener"),
        false => link,
    }
}

/// What is looked for after a link: a row of the register alone, everything else beside what was looked for.
fn wanted(store: Store, key: &str, value: &str) -> String {
    let now = store.finding.get_untracked();
    let now = if key == "q" { "" } else { &now };
    link::found(now, key, value)
}

/// The link of a section, with the scenario as it was when the last change was finished.
fn target(
    store: Store,
    chapter: ChapterId,
    section: Option<&'static str>,
    finding: Option<(&'static str, &'static str)>,
) -> String {
    store.committed.track();
    let mut view = View {
        chapter,
        section,
        ..untrack(|| store.view())
    };
    if let Some((key, value)) = finding {
        view.finding = wanted(store, key, value);
    }
    link::encode(&store.scenario.read_untracked(), &view)
}

/// The heading under which a section or figure stands.
fn heading_of(chapter: &Chapter, section: Option<&'static str>) -> Option<&'static str> {
    let section = section?;
    let mut heading = None;
    for block in prose::parse(text_of(chapter, Lang::En)) {
        match block {
            Block::Heading { id, .. } => heading = Some(id),
            Block::Figure(id) | Block::Table(id) if id == section => return heading,
            _ => {}
        }
        if heading == Some(section) {
            return heading;
        }
    }
    None
}
