//! Presenting: one figure or section of the chapter at a time, large, over the whole screen.
//!
//! Arrow keys turn, Escape leaves. A figure is made anew for it: its chart is drawn in the size that it has there.

use gloo::events::EventListener;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use crate::chapters::prose::{self, Block};
use crate::i18n::{number, ui};
use crate::scenario::ParamId;
use crate::text::{Lang, Text};
use crate::web::el::{El, Node, button, el, say};
use crate::web::figure::{Setting, figure_in};
use crate::web::over::open_when_there;
use crate::web::prose::{block_view, text_of, words};
use crate::web::store::{Shown, Store};
use crate::web::wanted::Want;

const PRESENTING: Text = Text::new("Presenting", "プレゼンテーション");
const PREVIOUS: Text = Text::new("Previous", "前へ");
const NEXT: Text = Text::new("Next", "次へ");
const LEAVE: Text = Text::new("Leave", "終了");

/// A slide in CSS pixels before it is magnified.
const SLIDE: (f64, f64) = (920.0, 740.0);
/// Beyond this even a hall reads it.
const LARGEST: f64 = 2.6;

/// One thing to show.
#[derive(Clone, Debug, PartialEq)]
enum Slide {
    /// Heading and text: numbers of the blocks.
    Words(Vec<usize>),
    /// A figure, by its id.
    Figure(&'static str),
}

/// The chapter in slides: every figure is one, and all text between two headings or figures.
fn slides((_, chapter): Shown) -> Vec<Slide> {
    let mut slides = Vec::new();
    let mut blocks = Vec::new();
    for (number, block) in prose::parse(text_of(chapter, Lang::En))
        .into_iter()
        .enumerate()
    {
        let starts = matches!(block, Block::Heading { .. } | Block::Figure(_));
        if starts && !blocks.is_empty() {
            slides.push(Slide::Words(std::mem::take(&mut blocks)));
        }
        match block {
            Block::Figure(id) => slides.push(Slide::Figure(id)),
            Block::Table(_) => {}
            _ => blocks.push(number),
        }
    }
    if !blocks.is_empty() {
        slides.push(Slide::Words(blocks));
    }
    slides
}

/// A presentation as it runs.
#[derive(Clone, Copy)]
struct Show {
    store: Store,
    node: Node,
    slides: StoredValue<Vec<Slide>>,
    at: RwSignal<usize>,
}

/// Presents the chapter from a figure on; in an embed of a figure, that alone.
pub fn present(store: Store) -> Vec<El> {
    let (shown, figure) = (
        store.shown.get_untracked(),
        store.over_figure.get_untracked(),
    );
    let (Some(shown), Some(figure)) = (shown, figure) else {
        return Vec::new();
    };
    let slides = match store.is_embed() {
        true => vec![Slide::Figure(figure)],
        false => slides(shown),
    };
    let start = slides
        .iter()
        .position(|slide| *slide == Slide::Figure(figure));
    let show = Show {
        store,
        node: Node::new(),
        slides: StoredValue::new(slides),
        at: RwSignal::new(start.unwrap_or(0)),
    };
    open_when_there(show.node);
    show.fill_screen();
    let stage = el("div").attr("class", "slide").attr("tabindex", "-1");
    let stage = stage.style("zoom", magnified()).part(move || {
        let slide = show
            .slides
            .with_value(|slides| slides.get(show.at.get()).cloned());
        untrack(|| slide.map_or_else(Vec::new, |slide| contents(shown, &slide)))
    });
    let dialog = el("dialog")
        .attr("class", "present")
        .live("aria-label", say(PRESENTING))
        .on("close", move |_: Event| show.close())
        .on("keydown", move |event: KeyboardEvent| show.key(&event))
        .node(show.node)
        .child(stage)
        .child(show.controls(shown));
    vec![dialog]
}

/// How much larger a slide is drawn than a page, following the window.
fn magnified() -> impl Fn() -> String + 'static {
    let read = || {
        let length =
            |it: Result<leptos::wasm_bindgen::JsValue, _>| it.ok().and_then(|it| it.as_f64());
        let width = length(window().inner_width()).unwrap_or(SLIDE.0);
        let height = length(window().inner_height()).unwrap_or(SLIDE.1);
        let fits = (width / SLIDE.0).min(height / SLIDE.1);
        if fits > 1.0 { fits.min(LARGEST) } else { 1.0 }
    };
    let scale = RwSignal::new(read());
    let listener = EventListener::new(&window(), "resize", move |_| scale.set(read()));
    StoredValue::new_local(listener);
    move || number::plain(scale.get(), 2)
}

fn contents(shown: Shown, slide: &Slide) -> Vec<El> {
    let (id, chapter) = shown;
    match slide {
        Slide::Figure(name) => {
            let make = |spec: &'static crate::chapters::FigureSpec| {
                let setting = Setting {
                    place: "presented",
                    heading: "h2",
                    inputs: spec
                        .inputs
                        .iter()
                        .filter_map(|id| ParamId::find(id))
                        .collect(),
                    tools: &[],
                };
                figure_in(spec, setting)
            };
            chapter.figure(name).map(make).into_iter().collect()
        }
        Slide::Words(numbers) => {
            let blocks = prose::parse(text_of(chapter, Lang::En));
            let head = numbers
                .contains(&0)
                .then(|| el("h1").words(say(id.title())));
            let parts = numbers
                .iter()
                .filter_map(|&number| Some((number, blocks.get(number)?)));
            let views = parts.flat_map(|(number, block)| match block {
                // Without its id, which the page below has.
                Block::Heading { .. } => vec![words(el("h2"), chapter, number)],
                _ => block_view(chapter, block, number),
            });
            head.into_iter().chain(views).collect()
        }
    }
}

impl Show {
    fn last(self) -> usize {
        self.slides.with_value(Vec::len).saturating_sub(1)
    }

    fn go(self, to: usize) {
        self.at.set(to.min(self.last()));
        if let Some(dialog) = untrack(|| self.node.get())
            && let Ok(Some(stage)) = dialog.query_selector(".slide")
        {
            stage.set_scroll_top(0);
            let _ = stage.unchecked_into::<HtmlElement>().focus();
        }
    }

    fn step(self, forward: bool) {
        let at = self.at.get_untracked();
        self.go(if forward {
            at + 1
        } else {
            at.saturating_sub(1)
        });
    }

    /// Keys that no input and no chart uses turn the slides.
    fn key(self, event: &KeyboardEvent) {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let field = target.and_then(|target| target.closest("input, select").ok().flatten());
        let key = event.key();
        let turns = matches!(key.as_str(), "PageDown" | "PageUp");
        if event.default_prevented() || (field.is_some() && !turns) {
            return;
        }
        match key.as_str() {
            "ArrowRight" | "PageDown" => self.step(true),
            "ArrowLeft" | "PageUp" => self.step(false),
            "Home" => self.go(0),
            "End" => self.go(self.last()),
            _ => return,
        }
        event.prevent_default();
    }

    /// Fills the screen, where the browser lets it; leaving full screen leaves the presentation.
    fn fill_screen(self) {
        if let Some(root) = document().document_element() {
            let _ = root.request_fullscreen();
        }
        let left = EventListener::new(&document(), "fullscreenchange", move |_| {
            if document().fullscreen_element().is_none() {
                self.store.over.set(None);
            }
        });
        StoredValue::new_local(left);
        on_cleanup(move || {
            if document().fullscreen_element().is_some() {
                document().exit_fullscreen();
            }
        });
    }

    fn close(self) {
        self.store.over.set(None);
    }

    fn controls(self, (id, _): Shown) -> El {
        let Show { store, at, .. } = self;
        let count = self.last() + 1;
        let turn = |words, forward, end: usize| {
            button("quiet")
                .live("aria-disabled", move || (at.get() == end).to_string())
                .on_click(move || self.step(forward))
                .words(say(words))
        };
        let place = el("span")
            .words(move || format!("{} · {}/{count}", store.say(id.title()), at.get() + 1));
        let replay = button("quiet")
            .flag("hidden", move || {
                store.stepped.track();
                store
                    .undo_history
                    .with_value(|undo_history| undo_history.undo().is_none())
            })
            .on_click(move || store.want(Want::Scenarios(|store, tools| (tools.replay)(store))))
            .words(say(ui::REPLAY));
        el("div").attr("class", "present-foot").children([
            place,
            replay,
            turn(PREVIOUS, false, 0),
            turn(NEXT, true, self.last()),
            button("quiet")
                .on_click(move || self.close())
                .words(say(LEAVE)),
        ])
    }
}
