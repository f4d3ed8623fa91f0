//! The choice of figures for slides: those of the open chapter, and of others, which arrive when their list is opened.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDetailsElement};

use super::exhibit::Exhibit;
use super::make;
use super::{Done, ExportDialog, ExportError, ExportTask, part, tick, words};
use crate::chapters::{Chapter, ChapterId};
use crate::data::books;
use crate::output;
use crate::web::el::{El, button, el, say};
use crate::web::parts;
use crate::web::store::{Shown, Store};

/// The figures of a chapter, once they are there, and which of them are chosen.
#[derive(Clone, Copy)]
struct ChapterFigures {
    id: ChapterId,
    chapter: RwSignal<Option<Shown>>,
    chosen: RwSignal<Vec<bool>>,
}

impl ChapterFigures {
    fn new(id: ChapterId) -> ChapterFigures {
        ChapterFigures {
            id,
            chapter: RwSignal::new(None),
            chosen: RwSignal::new(Vec::new()),
        }
    }

    /// Puts the figures of a chapter there.
    fn fill(self, chapter: &'static Chapter, is_chosen: impl Fn(&str) -> bool) {
        let chosen = chapter.figures.iter().map(|spec| is_chosen(spec.id));
        self.chosen.set(chosen.collect());
        self.chapter.set(Some((self.id, chapter)));
    }

    /// Fetches the chapter unless it is there. The dialog may be closed while one is on its way.
    async fn come(self) -> Result<(), ExportError> {
        let there = self
            .chapter
            .try_get_untracked()
            .ok_or(ExportError::Closed)?;
        if there.is_none() {
            let chapter = parts::chapter(self.id)
                .await
                .map_err(|_| ExportError::Loading)?;
            books::open(chapter.book);
            output::know(chapter.outputs);
            self.fill(chapter, |_| false);
        }
        Ok(())
    }

    fn choose(self, on: bool) {
        self.chosen.update(|chosen| chosen.fill(on));
    }

    /// The chosen figures.
    fn taken(self) -> Vec<Exhibit> {
        let Some((id, chapter)) = self.chapter.get_untracked() else {
            return Vec::new();
        };
        let figures = chapter.figures.iter().zip(self.chosen.get_untracked());
        let chosen = figures.filter(|(_, on)| *on);
        chosen
            .map(|(spec, _)| Exhibit::OfChapter(id, spec))
            .collect()
    }

    fn ticks(self, store: Store) -> Vec<El> {
        let Some((id, chapter)) = self.chapter.get() else {
            return Vec::new();
        };
        let one = |(index, spec): (usize, &'static crate::chapters::FigureSpec)| {
            let figure = Exhibit::OfChapter(id, spec);
            tick(self.chosen, index, move || figure.figure(store).title)
        };
        let ticks = chapter.figures.iter().enumerate().map(one);
        let all = |words, on: bool| {
            button("quiet")
                .words(say(words))
                .on_click(move || self.choose(on))
        };
        let actions = el("div")
            .attr("class", "actions")
            .children([all(words::ALL, true), all(words::NONE, false)]);
        ticks.chain([actions]).collect()
    }

    /// The list of a chapter under its name.
    fn list(self, exports: &ExportDialog, is_open: bool) -> El {
        let (exports, store) = (exports.clone(), exports.store);
        let opened = move |event: Event| {
            let list = event.target().and_then(|it| it.dyn_into().ok());
            let is_open = list.is_some_and(|list: HtmlDetailsElement| list.open());
            if is_open && self.chapter.get_untracked().is_none() {
                exports.fetch(Rc::new(move || fetched(vec![self])));
            }
        };
        let name = move || {
            let chosen = self.chosen.read().iter().filter(|on| **on).count();
            let title = store.say(self.id.title());
            match chosen {
                0 => title.to_owned(),
                chosen => format!("{title} ({chosen})"),
            }
        };
        let label = move || store.say(self.id.title()).to_owned();
        el("details")
            .attr("class", "export-chapter")
            .flag("open", move || is_open)
            .on("toggle", opened)
            .child(el("summary").words(name))
            .child(
                el("div")
                    .attr("class", "export-list")
                    .attr("role", "group")
                    .live("aria-label", label)
                    .part(move || self.ticks(store)),
            )
    }
}

/// Fetches chapters one after another.
fn fetched(groups: Vec<ChapterFigures>) -> ExportTask {
    Box::pin(async move {
        for group in groups {
            group.come().await?;
        }
        Ok(Done::Fetched)
    })
}

/// The choice of figures of all chapters; that for which the dialog was opened is chosen.
pub fn section(exports: &ExportDialog, (open, chapter): Shown, exhibit: Option<&Exhibit>) -> El {
    let store = exports.store;
    // The one chapter without figures has nothing to choose.
    let with_figures = |id: &ChapterId| *id != ChapterId::Evidence;
    let chapters = ChapterId::ALL.into_iter().filter(with_figures);
    let groups: Rc<[ChapterFigures]> = chapters.map(ChapterFigures::new).collect();
    let first = exhibit.map_or("", |exhibit| exhibit.id());
    for group in groups.iter().filter(|group| group.id == open) {
        group.fill(chapter, |id| id == first);
    }
    let tool = exhibit.filter(|it| matches!(it, Exhibit::OfTool(..)));
    let with_tool = RwSignal::new(vec![tool.is_some()]);
    // The figure of a tool stands before those of chapters.
    let own = tool.cloned().map(|figure| {
        let title = move || figure.figure(store).title;
        el("div")
            .attr("class", "export-list")
            .child(tick(with_tool, 0, title))
    });
    let lists: Vec<El> = groups
        .iter()
        .map(|group| group.list(exports, group.id == open))
        .collect();
    let tool = tool.cloned();
    let of_chapters = groups.clone();
    let chosen = move || -> Vec<Exhibit> {
        let tool = tool.clone().filter(|_| with_tool.get_untracked()[0]);
        let figures = of_chapters.iter().flat_map(|group| group.taken());
        tool.into_iter().chain(figures).collect()
    };
    let note = el("p")
        .attr("class", "hint")
        .words(say(words::SEVERAL_NOTE));
    let actions = el("div")
        .attr("class", "actions")
        .children([slides(exports, chosen), every(exports, groups)]);
    part(words::SEVERAL)
        .child(note)
        .children(own)
        .children(lists)
        .child(actions)
}

/// Makes slides of what is chosen.
fn slides(exports: &ExportDialog, chosen: impl Fn() -> Vec<Exhibit> + 'static) -> El {
    let store = exports.store;
    exports.button(words::SLIDES, move || {
        let chosen = chosen();
        Box::pin(async move {
            match chosen.is_empty() {
                true => Err(ExportError::Nothing),
                false => make::deck(store, &chosen).await,
            }
        })
    })
}

/// Chooses every figure of every chapter.
fn every(exports: &ExportDialog, groups: Rc<[ChapterFigures]>) -> El {
    exports.button(words::EVERY, move || {
        let groups = groups.clone();
        Box::pin(async move {
            fetched(groups.to_vec()).await?;
            groups.iter().for_each(|group| group.choose(true));
            Ok(Done::Fetched)
        })
    })
}
