//! The ways in which inputs change: dragged, set, put back, or taken over whole.

use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::reactive::effect::batch;

use super::{Commit, Store};
use crate::scenario::{ParamId, Scenario};
use crate::web::clock::now;
use crate::web::parts;
use crate::web::wanted::Want;

/// Changes within this time are one for what follows at leisure.
const LEISURE_MS: u32 = 150;

impl Store {
    /// Turns `settled` over a moment after every change.
    pub fn follow_at_leisure(self) {
        let waiting = StoredValue::new_local(None::<Timeout>);
        Effect::new(move |_| {
            self.context(|_| ());
            let turn = move || self.settled.update(|turn| *turn = !*turn);
            waiting.set_value(Some(Timeout::new(LEISURE_MS, turn)));
        });
    }

    /// Takes a value while the reader drags: the first of a frame at once, of the others only the last.
    pub fn drag(self, param: ParamId, value: f64) {
        self.pending.set_value(Some((param, value)));
        if self.frame.with_value(Option::is_none) {
            self.apply_pending();
        }
    }

    fn apply_pending(self) {
        let Some((param, value)) = self.pending.get_value() else {
            self.frame.set_value(None);
            return;
        };
        self.pending.set_value(None);
        self.apply(param, value);
        self.frame
            .set_value(Some(request_animation_frame(move |_| self.apply_pending())));
    }

    /// Ends a drag: what was done becomes one entry of the history.
    pub fn commit_input(self, param: ParamId) {
        if let Some((param, value)) = self.pending.get_value() {
            self.pending.set_value(None);
            self.apply(param, value);
        }
        self.record(Some(param));
    }

    /// Records anything else that the reader did.
    pub fn commit(self) {
        self.record(None);
    }

    fn record(self, param: Option<ParamId>) {
        self.committed.update(|last| {
            *last = Commit {
                number: last.number + 1,
                param,
                at: now(),
            }
        });
    }

    /// Sets an input in one go.
    pub fn set(self, param: ParamId, value: f64) {
        self.apply(param, value);
        self.record(Some(param));
    }

    /// Inputs are snapped to the slider grid before they come here, so a refusal means there is nothing to change.
    fn apply(self, param: ParamId, value: f64) {
        let mut scenario = self.scenario.get_untracked();
        if scenario.set(param, value).is_ok() {
            self.put(scenario);
        }
    }

    /// Takes over a whole scenario, in a batch, so that everything that follows sees the change whole.
    ///
    /// A page has some forty controls with half a dozen parts each; they listen to a signal of their own input, so
    /// that a move wakes what it concerns.
    pub fn put(self, scenario: Scenario) {
        let before = self.scenario.get_untracked();
        if scenario == before {
            return;
        }
        batch(|| {
            for param in ParamId::all().filter(|&param| scenario.get(param) != before.get(param)) {
                self.input(param).set(scenario.get(param));
            }
            self.scenario.set(scenario);
        });
        // What tells where inputs leave what the documents support comes with the first change.
        if untrack(|| parts::hooked(self)).0.is_none() {
            self.want(Want::Scenarios(|store, tools| {
                parts::hook_limits(store, tools.limits)
            }));
        }
    }

    /// Puts one input back to the base case.
    pub fn reset(self, param: ParamId) {
        self.set(param, param.row().default);
    }

    /// Puts every input back to the base case.
    pub fn reset_all(self) {
        self.put(Scenario::default());
        self.commit();
    }
}
