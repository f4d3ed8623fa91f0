//! All state of the page, and the only ways to change it.

mod change;
mod written;

use std::sync::Arc;

use gloo::render::AnimationFrame;
use leptos::prelude::*;

use crate::chapters::{Chapter, ChapterId};
use crate::explain::Subject;
use crate::history::UndoHistory;
use crate::i18n::number::{Currency, Reader};
use crate::link::Issue;
use crate::model::{self, Results};
use crate::render::theme::Theme;
use crate::scenario::{ParamId, Scenario};
use crate::text::{Lang, Text};
use crate::view::{HORIZON, View, exchange_rate};
use crate::web::el::{El, el};
use crate::web::parts::{self, Explanations};
use crate::web::wanted::Want;

/// A scenario that the present one is compared with instead of the base case.
pub struct Pinned {
    /// What the reader calls it.
    pub name: String,
    /// Its inputs.
    pub scenario: Scenario,
    /// Its results.
    pub results: Results,
}

/// The colours that the reader asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeChoice {
    /// As the device says.
    #[default]
    System,
    /// Always this one.
    Fixed(Theme),
}

/// One thing that the reader did.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Commit {
    /// Tells it from the one before.
    pub number: u32,
    /// The input that was moved; `None` for anything else.
    pub param: Option<ParamId>,
    /// Milliseconds since the page was opened.
    pub at: f64,
}

/// What makes the contents of a place that a part fills, such as the sheet over the text.
pub type Sheet = fn(Store) -> Vec<El>;

/// A chapter and what it consists of.
pub type Shown = (ChapterId, &'static Chapter);

/// Every signal of the page. A copy is as good as the original.
#[derive(Clone, Copy)]
pub struct Store {
    /// The scenario. Change it through the methods of this type: they keep every input's own signal in step.
    pub scenario: RwSignal<Scenario>,
    /// Its results.
    pub results: Memo<Results>,
    /// Language of everything that is read.
    pub lang: RwSignal<Lang>,
    /// Currency of the market figures.
    pub currency: RwSignal<Currency>,
    /// Chapter shown.
    pub chapter: RwSignal<ChapterId>,
    /// The chapter that has arrived and is shown: a moment behind `chapter`.
    pub shown: RwSignal<Option<Shown>>,
    /// Whether the chapter asked for could not be loaded.
    pub missing: RwSignal<bool>,
    /// The explanations, once they have been asked for.
    pub explanations: RwSignal<Option<&'static Explanations>>,
    /// Whether they could not be loaded.
    pub explanations_missing: RwSignal<bool>,
    /// Section at the top of the window.
    pub section: RwSignal<Option<&'static str>>,
    /// Whether CAPEX as usual is shown.
    pub capex_as_usual: RwSignal<bool>,
    /// Year of figures that show one; `None` is the last.
    pub year: RwSignal<Option<u16>>,
    /// What is looked for in the chapter on evidence.
    pub finding: RwSignal<String>,
    /// For whom numbers are written.
    pub reader: Memo<Reader>,
    /// Colours asked for.
    pub theme_choice: RwSignal<ThemeChoice>,
    /// Whether the device asks for dark colours.
    pub device_is_dark: RwSignal<bool>,
    /// What could not be read in the link.
    pub issues: RwSignal<Vec<Issue>>,
    /// What is being explained; the last one is shown.
    pub explaining: RwSignal<Vec<Subject>>,
    /// Whether the panel of assumptions is open where it is not always in view.
    pub panel_open: RwSignal<bool>,
    /// Whether the window has room for the panel beside the text.
    pub is_wide: RwSignal<bool>,
    /// Whether the window has room for the navigation beside the text.
    pub has_nav_column: RwSignal<bool>,
    /// What a screen reader is to hear next.
    pub spoken: RwSignal<String>,
    /// The figure that fills most of the window.
    pub figure_in_view: RwSignal<Option<&'static str>>,
    /// What the reader did last; each becomes an entry of the browser's history.
    pub committed: RwSignal<Commit>,
    /// What asks for an embed, as in [`crate::link::Link`]; empty in the report itself.
    pub embed: RwSignal<String>,
    /// What lies over the whole page.
    pub over: RwSignal<Option<Sheet>>,
    /// The figure that it is for.
    pub over_figure: RwSignal<Option<&'static str>>,
    /// What stands in place of the page in an embed, once it has arrived.
    pub embedder: RwSignal<Option<Sheet>>,
    /// Whether the page is being printed.
    pub printing: RwSignal<bool>,
    /// The scenarios at the entries of that history.
    pub undo_history: StoredValue<UndoHistory>,
    /// Turns over whenever that history changes.
    pub stepped: RwSignal<bool>,
    /// The scenario compared with, as the link has it.
    pub pin: RwSignal<Option<String>>,
    /// The same, once it has been read; `None` is the base case.
    pub pinned: RwSignal<Option<Arc<Pinned>>>,
    /// What the sheet over the text shows; `None` while it is closed.
    pub sheet: RwSignal<Option<Sheet>>,
    /// Whether a part that the reader asked for could not be loaded.
    pub part_missing: RwSignal<bool>,
    /// Turns over whenever a part hooks something into the page.
    pub hooked: RwSignal<bool>,
    /// Turns over a moment after the last change of anything that figures show.
    pub settled: RwSignal<bool>,
    inputs: StoredValue<Vec<RwSignal<f64>>>,
    seen: StoredValue<Vec<(&'static str, f64)>>,
    pending: StoredValue<Option<(ParamId, f64)>>,
    frame: StoredValue<Option<AnimationFrame>, LocalStorage>,
}

/// The store of the page.
pub fn use_store() -> Store {
    expect_context()
}

impl Store {
    /// The base case, in the language and colours of this reader.
    pub fn new(lang: Lang, theme_choice: ThemeChoice) -> Store {
        let scenario = RwSignal::new(Scenario::default());
        let (lang, currency) = (RwSignal::new(lang), RwSignal::new(Currency::default()));
        let start = Scenario::default();
        let inputs: Vec<_> = ParamId::all()
            .map(|param| RwSignal::new(start.get(param)))
            .collect();
        let rate = exchange_rate().map(|param| inputs[param.index()]);
        let reader = Memo::new(move |_| Reader {
            lang: lang.get(),
            currency: currency.get(),
            jpy_per_usd: rate.map_or(f64::NAN, |rate| rate.get()),
        });
        Store {
            scenario,
            results: Memo::new(move |_| model::run(&scenario.read())),
            lang,
            currency,
            chapter: RwSignal::new(ChapterId::default()),
            shown: RwSignal::new(None),
            missing: RwSignal::new(false),
            explanations: RwSignal::new(None),
            explanations_missing: RwSignal::new(false),
            section: RwSignal::new(None),
            capex_as_usual: RwSignal::new(false),
            year: RwSignal::new(None),
            finding: RwSignal::new(String::new()),
            reader,
            theme_choice: RwSignal::new(theme_choice),
            device_is_dark: RwSignal::new(false),
            issues: RwSignal::new(Vec::new()),
            explaining: RwSignal::new(Vec::new()),
            panel_open: RwSignal::new(false),
            is_wide: RwSignal::new(true),
            has_nav_column: RwSignal::new(true),
            spoken: RwSignal::new(String::new()),
            figure_in_view: RwSignal::new(None),
            committed: RwSignal::new(Commit::default()),
            embed: RwSignal::new(String::new()),
            over: RwSignal::new(None),
            over_figure: RwSignal::new(None),
            embedder: RwSignal::new(None),
            printing: RwSignal::new(false),
            undo_history: StoredValue::new(UndoHistory::new(0, start)),
            stepped: RwSignal::new(false),
            pin: RwSignal::new(None),
            pinned: RwSignal::new(None),
            sheet: RwSignal::new(None),
            part_missing: RwSignal::new(false),
            hooked: RwSignal::new(false),
            settled: RwSignal::new(false),
            inputs: StoredValue::new(inputs),
            seen: StoredValue::new(Vec::new()),
            pending: StoredValue::new(None),
            frame: StoredValue::new_local(None),
        }
    }

    /// One input alone: what depends on it is left in peace when others move.
    pub fn input(self, param: ParamId) -> RwSignal<f64> {
        self.inputs.with_value(|inputs| inputs[param.index()])
    }

    /// The warnings at an input, or at the head of the panel.
    pub fn warnings(self, place: Option<ParamId>) -> El {
        el("div").part(move || {
            let show = parts::hooked(self).0;
            show.map_or_else(Vec::new, |show| show(self, place))
        })
    }

    /// Takes note of how much of a figure is in the window; the one with most of it is the figure in view.
    pub fn see_figure(self, id: &'static str, height: f64) {
        self.seen.update_value(|seen| {
            seen.retain(|(other, _)| *other != id);
            seen.push((id, height));
        });
        let most = self.seen.with_value(|seen| {
            let tallest = seen.iter().filter(|(_, height)| *height > 0.0);
            tallest
                .max_by(|one, other| one.1.total_cmp(&other.1))
                .map(|(id, _)| *id)
        });
        if self.figure_in_view.get_untracked() != most {
            self.figure_in_view.set(most);
        }
    }

    /// The words in the reader's language.
    pub fn say(self, text: Text) -> &'static str {
        text.get(self.lang.get())
    }

    /// The colours in force.
    pub fn theme(self) -> Theme {
        if self.printing.get() {
            return Theme::Light;
        }
        match self.theme_choice.get() {
            ThemeChoice::Fixed(theme) => theme,
            ThemeChoice::System if self.device_is_dark.get() => Theme::Dark,
            ThemeChoice::System => Theme::Light,
        }
    }

    /// True while the panel lies over the text, which then takes no input.
    pub fn covers(self) -> bool {
        self.panel_open.get() && !self.is_wide.get()
    }

    /// True where the page is an embed within another.
    pub fn is_embed(self) -> bool {
        !self.embed.read_untracked().is_empty()
    }

    /// What the link says besides the scenario.
    pub fn view(self) -> View {
        View {
            lang: self.lang.get(),
            currency: self.currency.get(),
            chapter: self.chapter.get(),
            section: self.section.get(),
            capex_as_usual: self.capex_as_usual.get(),
            year: self.year.get(),
            pin: self.pin.get(),
            finding: self.finding.get(),
        }
    }

    /// The year of figures that show one.
    pub fn shown_year(self) -> u16 {
        self.year.get().unwrap_or(HORIZON)
    }

    /// Opens an explanation, on top of the one that is open.
    pub fn explain(self, subject: Subject) {
        self.explaining.update(|trail| trail.push(subject));
        self.want(Want::Explanations);
    }
}
