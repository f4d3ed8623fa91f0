//! The range of draws in the figures of the chapter that is read: made anew when chapter or inputs change, until it is
//! switched off. It outlives the sheet of analysis, from which it is switched on.

use std::cell::RefCell;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use crate::chapters::{ChapterId, Context};
use crate::figure::Figure;
use crate::i18n::bench as words;
use crate::scenario::Scenario;
use crate::web::el::{El, button, el, say};
use crate::web::parts::{self, Ranges};
use crate::web::slices::in_slices;
use crate::web::store::Store;
use crate::whatif::bands::Bands;

/// Quiet time after the last change before draws are made again.
const PAUSE_MS: u32 = 500;

/// What figures know of the ranges.
const RANGES: &Ranges = &Ranges { put, menu };

/// The ranges of a chapter, once they are found.
type Found = Option<Arc<(ChapterId, Bands)>>;

thread_local! {
    static FOUND: ArcRwSignal<Found> = ArcRwSignal::new(None);
    /// What follows chapter and inputs, while the ranges are shown.
    static FOLLOWING: RefCell<Option<Owner>> = const { RefCell::new(None) };
}

fn found() -> ArcRwSignal<Found> {
    FOUND.with(Clone::clone)
}

/// Shows the ranges in the figures of chapters.
pub fn show(store: Store, draws: usize, seed: u64) {
    hide(store);
    let owner = Owner::new();
    owner.with(|| follow(store, draws, seed));
    FOLLOWING.set(Some(owner));
    parts::hook_ranges(store, Some(RANGES));
}

/// Whether they are.
fn is_shown() -> bool {
    FOLLOWING.with_borrow(Option::is_some)
}

/// Takes them away.
pub fn hide(store: Store) {
    if let Some(owner) = FOLLOWING.take() {
        owner.cleanup();
    }
    found().set(None);
    parts::hook_ranges(store, None);
}

/// Draws for the chapter shown and the present inputs, a moment after either changed.
fn follow(store: Store, draws: usize, seed: u64) {
    let waiting = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |_| {
        let (scenario, shown) = (store.scenario.get(), store.shown.get());
        let current = found().with_untracked(|found| fits(found, store, &scenario));
        if current || shown.is_none() {
            return;
        }
        let pause = if found().with_untracked(Option::is_some) {
            PAUSE_MS
        } else {
            0
        };
        let draw = move || draw(store, (draws, seed), scenario);
        waiting.set_value(Some(Timeout::new(pause, draw)));
    });
}

fn fits(found: &Found, store: Store, scenario: &Scenario) -> bool {
    let shown = store.shown.get_untracked();
    found.as_ref().is_some_and(|found| {
        shown.is_some_and(|shown| shown.0 == found.0) && found.1.fits(scenario)
    })
}

/// Draws in slices; given up when the reader has gone on or hidden the ranges by then.
fn draw(store: Store, (draws, seed): (usize, u64), scenario: Scenario) {
    let Some((id, chapter)) = store.shown.get_untracked() else {
        return;
    };
    let mut bands = Some(untrack(|| {
        store.context(|context| Bands::new(chapter, context, draws, seed))
    }));
    in_slices(move || {
        let wanted = store.scenario.get_untracked() == scenario
            && store
                .shown
                .get_untracked()
                .is_some_and(|shown| shown.0 == id)
            && is_shown();
        let Some(running) = bands.as_mut().filter(|_| wanted) else {
            return false;
        };
        let done = running.advance();
        if done {
            let bands = bands.take().map(|bands| Arc::new((id, bands.finish())));
            found().set(bands);
        }
        !done
    });
}

/// Puts the ranges into a figure of the chapter, if they are those of the present inputs.
fn put(figure: &mut Figure, context: &Context) {
    if let Some(found) = found().get() {
        found.1.put(figure, context);
    }
}

/// Below every figure: hiding the ranges, and that they are on their way.
fn menu(store: Store) -> Vec<El> {
    let waits = move || {
        let scenario = store.scenario.get();
        found().with(|found| !fits(found, store, &scenario))
    };
    let waiting = el("span")
        .attr("class", "hint")
        .flag("hidden", move || !waits())
        .words(say(words::RANGES_WAIT));
    let hide = button("quiet")
        .words(say(words::HIDE_RANGES))
        .on_click(move || hide(store));
    vec![waiting, hide]
}
