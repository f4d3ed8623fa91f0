//! The chapters and the sections of the one that is read.

use leptos::prelude::*;

use crate::chapters::ChapterId;
use crate::chapters::prose::{self, Block};
use crate::i18n::ui;
use crate::link;
use crate::view::View;
use crate::web::address;
use crate::web::part::{flag, on, part, say, words};
use crate::web::store::{Store, use_store};

/// The column of chapters and sections.
#[component]
pub fn Nav() -> impl IntoView {
    let chapters = move || {
        ChapterId::ALL
            .map(|chapter| view! { <ChapterItem chapter /> })
            .into_iter()
            .collect::<Vec<_>>()
    };
    view! {
        <nav class="nav" aria-label=say(ui::CHAPTERS)>
            <ul>{part(chapters)}</ul>
        </nav>
    }
}

#[component]
fn ChapterItem(chapter: ChapterId) -> impl IntoView {
    let store = use_store();
    let current = move || store.chapter.get() == chapter;
    let sections = move || {
        let words = prose::parse(chapter.chapter().prose.get(store.lang.get()));
        let headings = words.into_iter().filter_map(|block| match block {
            Block::Heading { id, text } => Some(view! { <SectionItem chapter id text /> }),
            _ => None,
        });
        headings.collect::<Vec<_>>()
    };
    view! {
        <li>
            <a
                href=words(move || target(store, chapter, None))
                aria-current=current_mark(current, "page")
                on:click=on(move |event: leptos::ev::MouseEvent| go(store, &event, chapter, None))
            >
                {say(chapter.chapter().title)}
            </a>
            <ul aria-label=say(ui::SECTIONS) hidden=flag(move || !current())>{part(sections)}</ul>
        </li>
    }
}

#[component]
fn SectionItem(chapter: ChapterId, id: &'static str, text: &'static str) -> impl IntoView {
    let store = use_store();
    let current = move || heading_of(chapter, store.section.get()) == Some(id);
    view! {
        <li>
            <a
                href=words(move || target(store, chapter, Some(id)))
                aria-current=current_mark(current, "location")
                on:click=on(move |event: leptos::ev::MouseEvent| go(store, &event, chapter, Some(id)))
            >
                {text}
            </a>
        </li>
    }
}

/// `aria-current` with its kind where the reader is, `false` elsewhere.
fn current_mark(
    current: impl Fn() -> bool + Send + 'static,
    kind: &'static str,
) -> Box<dyn FnMut() -> String + Send> {
    words(move || if current() { kind } else { "false" })
}

/// The heading under which a section or figure stands.
fn heading_of(chapter: ChapterId, section: Option<&'static str>) -> Option<&'static str> {
    let section = section?;
    let mut heading = None;
    for block in prose::parse(chapter.chapter().prose.en) {
        match block {
            Block::Heading { id, .. } => heading = Some(id),
            Block::Figure(id) if id == section => return heading,
            _ => {}
        }
        if heading == Some(section) {
            return heading;
        }
    }
    None
}

/// The link of a section, with the scenario as it was when the last change was finished.
fn target(store: Store, chapter: ChapterId, section: Option<&'static str>) -> String {
    store.committed.track();
    let view = View {
        chapter,
        section,
        ..store.view()
    };
    link::encode(&store.scenario.read_untracked(), &view)
}

/// A plain click stays on the page; with a modifier the browser opens the link.
fn go(
    store: Store,
    event: &leptos::ev::MouseEvent,
    chapter: ChapterId,
    section: Option<&'static str>,
) {
    if event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0 {
        return;
    }
    event.prevent_default();
    store.chapter.set(chapter);
    store.section.set(section);
    store.commit();
    address::scroll_to(section);
}
