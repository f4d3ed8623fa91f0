//! Replay: the last change once more, slowly, so that an audience can follow.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use crate::history::UndoHistory;
use crate::scenario::Scenario;
use crate::web::clock::now;
use crate::web::store::Store;
use crate::whatif::differing;

/// How long a change takes.
const LENGTH_MS: f64 = 2000.0;

/// How long the state before is shown where nothing may move.
const STILL_MS: u32 = 700;

/// Goes back to what was before the last change and forth again, without touching the history.
pub fn replay(store: Store) {
    let Some(before) = store.undo_history.with_value(UndoHistory::before) else {
        return;
    };
    let after = store.undo_history.with_value(UndoHistory::present);
    store.put(before);
    if is_still() {
        let forth = move || {
            if store.scenario.get_untracked() == before {
                store.put(after);
            }
        };
        Timeout::new(STILL_MS, forth).forget();
        return;
    }
    let play = Play {
        before,
        after,
        start: now(),
    };
    request_animation_frame(move || play.frame(store, before));
}

/// Whether the device asks for as little motion as possible.
fn is_still() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)");
    query.ok().flatten().is_some_and(|query| query.matches())
}

#[derive(Clone, Copy)]
struct Play {
    before: Scenario,
    after: Scenario,
    start: f64,
}

impl Play {
    /// The next state, unless the reader has done something since `last` was shown.
    fn frame(self, store: Store, last: Scenario) {
        if store.scenario.get_untracked() != last {
            return;
        }
        let at = (now() - self.start) / LENGTH_MS;
        if at >= 1.0 {
            store.put(self.after);
            return;
        }
        let shown = self.at(eased(at));
        store.put(shown);
        request_animation_frame(move || self.frame(store, shown));
    }

    /// The scenario a part of the way, on the grids of the sliders.
    fn at(&self, part: f64) -> Scenario {
        let mut scenario = self.after;
        for param in differing(&self.before, &self.after) {
            let (from, to) = (self.before.get(param), self.after.get(param));
            let value = param.row().snap(from + (to - from) * part);
            // The range of a slider holds everything between two of its values.
            let _ = scenario.set(param, value);
        }
        scenario
    }
}

/// Slow at both ends.
fn eased(at: f64) -> f64 {
    match at < 0.5 {
        true => 2.0 * at * at,
        false => 1.0 - 2.0 * (1.0 - at) * (1.0 - at),
    }
}
