//! The dialog of exports: one figure, several as slides, the whole scenario, the report on paper.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Event;

use crate::i18n::ui;
use crate::text::{Lang, Text};
use crate::web::el::{El, button, el, say};
use crate::web::focus;
use crate::web::over;
use crate::web::store::Store;

mod chosen;
mod exhibit;
mod make;
mod paper;
mod script;
mod words;
pub mod writer;

use exhibit::Exhibit;
use make::Form;

/// Why there is no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// A part or script did not arrive.
    Loading,
    /// The clipboard was refused.
    Clipboard,
    /// Nothing was chosen.
    Nothing,
    /// The file could not be made.
    Making,
    /// The browser did not print.
    Printing,
    /// The dialog was closed in the meantime, and nobody waits any more.
    Closed,
}

/// What has been done.
pub enum Done {
    /// A file of this name was handed over.
    Saved(String),
    /// The picture is on the clipboard.
    Copied,
    /// What was asked for is there to choose from.
    Fetched,
    /// The browser has printed.
    Printed,
}

type ExportTask = Pin<Box<dyn Future<Output = Result<Done, ExportError>>>>;

/// Something the reader can ask for, again after it failed.
type StartExport = Rc<dyn Fn() -> ExportTask>;

/// Milliseconds between two looks at whether something else is over.
const MOMENT: i32 = 100;

/// How far the file is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Idle,
    Working,
    Done,
    Failed(ExportError),
}

/// The dialog and what it shows.
#[derive(Clone)]
struct ExportDialog {
    store: Store,
    state: RwSignal<State>,
    said: RwSignal<String>,
    last: StoredValue<Option<StartExport>, LocalStorage>,
}

/// The dialog for a figure, or for the whole scenario alone.
pub fn dialog(store: Store) -> Vec<El> {
    let shown = store.shown.get_untracked();
    let figure = store.over_figure.get_untracked();
    let (Some(shown), Some(id)) = (shown, figure) else {
        return Vec::new();
    };
    // The scenarios open it without a figure.
    let exhibit = Some(id).filter(|id| !id.is_empty());
    let exhibit = exhibit.and_then(|id| Exhibit::find(shown, id));
    let exports = ExportDialog {
        store,
        state: RwSignal::new(State::Idle),
        said: RwSignal::new(String::new()),
        last: StoredValue::new_local(None),
    };
    // The clipboard wants the picture at once, so what draws it is fetched before it is asked for.
    spawn_local(async {
        let _ = script::PICTURES.load().await;
    });
    let papers = RwSignal::new(Vec::new());
    let dialog = over::dialog(store, "explain share export", "export-title", words::TITLE)
        .children(exhibit.as_ref().map(|exhibit| exports.one(exhibit)))
        .children([
            chosen::section(&exports, shown, exhibit.as_ref()),
            exports.whole(),
            paper::section(&exports, papers),
            exports.told(),
        ]);
    vec![dialog, paper::paper(store, papers)]
}

/// A part of the dialog under its heading.
fn part(title: Text) -> El {
    el("section").child(el("h3").words(say(title)))
}

impl ExportDialog {
    /// A button that asks for something.
    fn button(&self, words: Text, ask: impl Fn() -> ExportTask + 'static) -> El {
        let (exports, ask): (ExportDialog, StartExport) = (self.clone(), Rc::new(ask));
        let state = self.state;
        button("quiet")
            .live("aria-disabled", move || {
                (state.get() == State::Working).to_string()
            })
            .on_click(move || exports.run(ask.clone()))
            .words(say(words))
    }

    /// Does what was asked for, one thing at a time, and says how it went.
    fn run(&self, ask: StartExport) {
        let exports = self.clone();
        if exports.state.get_untracked() == State::Working {
            return;
        }
        exports.last.set_value(Some(ask.clone()));
        exports.state.set(State::Working);
        exports.said.set(exports.word(words::WORKING));
        let task = ask();
        spawn_local(async move {
            let (state, said) = match task.await {
                Ok(done) => (State::Done, exports.done(done)),
                Err(error) => (State::Failed(error), exports.word(message(error))),
            };
            // The dialog may have been closed in the meantime.
            if exports.said.try_set(said).is_none() {
                exports.state.set(state);
            }
        });
    }

    /// Fetches chapters beside whatever else is going on, and tells only when they do not come.
    fn fetch(&self, ask: StartExport) {
        let exports = self.clone();
        spawn_local(async move {
            let Err(error) = ask().await else { return };
            // What is going on tells its own end first.
            while exports.state.try_get_untracked() == Some(State::Working) {
                script::wait(MOMENT).await;
            }
            if exports.said.try_set(exports.word(message(error))).is_none() {
                exports.last.set_value(Some(ask));
                exports.state.set(State::Failed(error));
            }
        });
    }

    fn word(&self, words: Text) -> String {
        words.get(self.store.lang.get_untracked()).to_owned()
    }

    fn done(&self, done: Done) -> String {
        match (done, self.store.lang.get_untracked()) {
            (Done::Saved(name), Lang::En) => format!("Saved as {name}."),
            (Done::Saved(name), Lang::Ja) => format!("{name}を保存した。"),
            (Done::Copied, _) => self.word(words::COPIED),
            (Done::Fetched | Done::Printed, _) => String::new(),
        }
    }

    /// What is going on, and another try after a failure.
    fn told(&self) -> El {
        let (state, said, exports) = (self.state, self.said, self.clone());
        let again = button("quiet")
            .flag("hidden", move || {
                let state = state.get();
                !matches!(
                    state,
                    State::Failed(
                        ExportError::Loading | ExportError::Making | ExportError::Printing
                    )
                )
            })
            .on_click(move || {
                if let Some(ask) = exports.last.get_value() {
                    // The button goes while it is tried again.
                    focus::first(".export-said .share-said");
                    exports.run(ask);
                }
            })
            .words(say(ui::TRY_AGAIN));
        let progress = el("progress")
            .live("aria-label", say(words::WORKING))
            .flag("hidden", move || state.get() != State::Working);
        el("div").attr("class", "share-row export-said").children([
            el("p")
                .attr("role", "status")
                .attr("tabindex", "-1")
                .attr("class", "share-said")
                .words(move || said.get()),
            progress,
            again,
        ])
    }

    /// The figure from which the dialog was opened.
    fn one(&self, exhibit: &Exhibit) -> El {
        const FORMS: [(Text, Form); 5] = [
            (words::PNG, Form::Png),
            (words::COPY, Form::Clipboard),
            (words::SVG, Form::Svg),
            (words::CSV, Form::Csv),
            (words::JSON, Form::Json),
        ];
        let store = self.store;
        let shown = exhibit.clone();
        let title = move || shown.figure(store).title;
        let forms = FORMS.map(|(words, form)| {
            let exhibit = exhibit.clone();
            self.button(words, move || {
                Box::pin(make::figure(store, exhibit.clone(), form))
            })
        });
        let exhibit = exhibit.clone();
        let slide = self.button(words::SLIDE, move || {
            let exhibit = exhibit.clone();
            Box::pin(async move { make::deck(store, &[exhibit]).await })
        });
        part(words::THIS)
            .child(el("p").attr("class", "hint").words(title))
            .child(
                el("div")
                    .attr("class", "actions")
                    .children(forms)
                    .child(slide),
            )
    }

    /// Everything of the present scenario.
    fn whole(&self) -> El {
        let store = self.store;
        let kinds = [(words::WORKBOOK, true), (words::SCENARIO, false)];
        let buttons = kinds.map(|(words, as_workbook)| {
            self.button(words, move || Box::pin(make::whole(store, as_workbook)))
        });
        part(words::WHOLE)
            .child(el("p").attr("class", "hint").words(say(words::WHOLE_NOTE)))
            .child(el("div").attr("class", "actions").children(buttons))
    }
}

/// A tick in a list of choices.
fn tick(chosen: RwSignal<Vec<bool>>, index: usize, words: impl Fn() -> String + 'static) -> El {
    let toggle = move |event: Event| {
        let on = event_target_checked(&event);
        chosen.update(|chosen| chosen[index] = on);
    };
    let tick = el("input")
        .attr("type", "checkbox")
        .checked(move || chosen.read()[index])
        .on("change", toggle);
    el("label").attr("class", "check").child(tick).words(words)
}

const fn message(error: ExportError) -> Text {
    match error {
        ExportError::Loading => words::NOT_LOADED,
        ExportError::Clipboard => words::REFUSED,
        ExportError::Nothing => words::NOTHING_CHOSEN,
        ExportError::Printing => words::NOT_PRINTED,
        ExportError::Making | ExportError::Closed => words::FAILED,
    }
}
