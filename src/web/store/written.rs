//! Results in the reader's words, and what they are compared with.

use std::sync::LazyLock;

use leptos::prelude::*;
use leptos::wasm_bindgen::UnwrapThrowExt;

use super::Store;
use crate::chapters::{Context, Reference};
use crate::i18n::ui;
use crate::model::{self, Results};
use crate::output::Cell;
use crate::scenario::Scenario;
use crate::text::Lang;

/// The results of the base case, computed once.
static BASE: LazyLock<(Scenario, Results)> = LazyLock::new(|| {
    let scenario = Scenario::default();
    (scenario, model::run(&scenario))
});

impl Store {
    /// Makes something from the present results, and again whenever they change.
    pub fn context<T>(self, make: impl FnOnce(&Context) -> T) -> T {
        let (mut make, mut made) = (Some(make), None);
        self.in_context(&mut |context| made = make.take().map(|make| make(context)));
        made.expect_throw("what is to be made is called once")
    }

    /// One function for all that is made: it would be many otherwise.
    fn in_context(self, see: &mut dyn FnMut(&Context)) {
        let (base, pinned) = (&*BASE, self.pinned.read());
        let (scenario, results) = match &*pinned {
            Some(pinned) => (&pinned.scenario, &pinned.results),
            None => (&base.0, &base.1),
        };
        see(&Context {
            scenario: &self.scenario.read(),
            results: &self.results.read(),
            base: &base.1,
            reference: Reference {
                name: &self.reference_name(),
                scenario,
                results,
            },
            reader: self.reader.get(),
            capex_as_usual: self.capex_as_usual.get(),
            year: self.shown_year(),
        });
    }

    /// A result of the base case written with its unit.
    pub fn write_base(self, cell: Cell) -> String {
        self.write_value(cell, cell.read(&BASE.1))
    }

    /// A result written with its unit; a dash where it does not exist.
    pub fn write(self, cell: Cell) -> String {
        self.write_value(cell, self.results.with(|results| cell.read(results)))
    }

    fn write_value(self, cell: Cell, value: Option<f64>) -> String {
        cell.output().written(value, &self.reader.read())
    }

    /// What the present results are compared with.
    pub fn reference_name(self) -> String {
        match &*self.pinned.read() {
            Some(pinned) => pinned.name.clone(),
            None => self.say(ui::BASE_CASE).to_owned(),
        }
    }

    /// The words for a result that does not differ from it.
    pub fn same_as_reference(self) -> String {
        match &*self.pinned.read() {
            Some(pinned) => match self.lang.get() {
                Lang::En => format!("as in {}", pinned.name),
                Lang::Ja => format!("{}と同じ", pinned.name),
            },
            None => self.say(ui::SAME_AS_BASE).to_owned(),
        }
    }
}
