//! Goal seek: a target, the input to move, what was found, and applying it.

use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use super::Bench;
use super::drawn::drawn;
use super::two_way::param_choice;
use crate::analysis::influence;
use crate::analysis::tool::Tool;
use crate::chapters::Context;
use crate::i18n::bench as words;
use crate::i18n::number::{self, Scale};
use crate::output::Cell;
use crate::scenario::{ParamId, Scenario};
use crate::text::Lang;
use crate::web::el::{El, button, el, say};
use crate::whatif::headlines::Choice;
use crate::whatif::tornado;
use crate::whatif::{
    self,
    goal::{Told, told},
};

/// The inputs that move a result, those with the widest range first, then those that are not varied.
pub fn movers(cell: Cell, scenario: &Scenario) -> Vec<ParamId> {
    let now = cell.read(&crate::model::run(scenario));
    let bars = tornado::bars(cell, scenario, now);
    let mut movers: Vec<_> = bars.iter().map(|bar| bar.param).collect();
    for influence in influence::rests_on(cell, scenario) {
        if !movers.contains(&influence.param) {
            movers.push(influence.param);
        }
    }
    movers
}

/// The target that stands there at first, what a document prints or else the base case, and the scale in which it and
/// all others are typed.
fn usual(choice: &Choice, context: &Context) -> (f64, Scale) {
    let base = || choice.cell.read(context.base);
    let wanted = choice.printed().or_else(base).unwrap_or(0.0);
    let unit = choice.cell.output().unit;
    (wanted, context.reader.scale(unit, wanted.abs()))
}

/// What is asked for and what was found; a copy is as good as the original.
#[derive(Clone, Copy)]
struct Quest {
    bench: Bench,
    /// The target as it was typed.
    typed: RwSignal<String>,
    /// The input to move.
    param: RwSignal<Option<ParamId>>,
    /// The target, in the unit of the result, and the input that were looked for last.
    sought: RwSignal<Option<(f64, ParamId)>>,
    found: RwSignal<Option<Told>, LocalStorage>,
}

impl Quest {
    fn new(bench: Bench) -> Quest {
        Quest {
            bench,
            typed: RwSignal::new(String::new()),
            param: RwSignal::new(None),
            sought: RwSignal::new(None),
            found: RwSignal::new_local(None),
        }
    }

    fn scale(self) -> Scale {
        let usual = |choice: &Choice, context: &Context| usual(choice, context).1;
        self.bench.make(usual)
    }

    fn forget(self) {
        self.found.set(None);
        self.sought.set(None);
    }

    /// Begins anew for another result, language or currency: with what a link asks for, or else the usual.
    fn begin(self, is_first: bool) {
        let bench = self.bench;
        let choice = bench.choice();
        let movers = movers(choice.cell, &bench.store.scenario.read());
        if !is_first {
            // The target was one of the result before.
            bench.asked.update_value(|asked| asked.1 = None);
        }
        let (inputs, target) = bench.asked.get_value();
        let asked = inputs.first().filter(|param| movers.contains(param));
        self.param.set(asked.or(movers.first()).copied());
        self.forget();
        self.typed.set(bench.make(|choice, context| {
            let (wanted, scale) = usual(choice, context);
            number::as_printed(target.unwrap_or(wanted) * scale.factor)
        }));
    }

    /// Looks for the target as it was typed.
    fn seek(self) {
        // A frame after it was asked for, the tool may have been closed.
        let Some(Some(param)) = self.param.try_get_untracked() else {
            return;
        };
        let (text, scale) = (self.typed.get_untracked(), untrack(|| self.scale()));
        let target = number::parse_in(&text, scale.unit).map(|target| target / scale.factor);
        let tell = |choice: &Choice, context: &Context| match target {
            Some(target) => told(choice.cell, target, param, context),
            None => Told {
                words: no_number(&text, scale.unit, context.reader.lang),
                apply: None,
            },
        };
        self.found.set(Some(untrack(|| self.bench.make(tell))));
        self.sought.set(target.map(|target| (target, param)));
        self.bench.asked.set_value((vec![param], target));
    }

    /// The value of the input that reaches the target; `None` where there is none, or it is there already.
    fn answer(self) -> Option<f64> {
        self.found.read().as_ref().and_then(|told| told.apply)
    }

    fn apply(self) {
        if let (Some(param), Some(value)) = (self.param.get_untracked(), untrack(|| self.answer()))
        {
            self.bench.store.set(param, value);
        }
    }
}

fn no_number(text: &str, unit: &str, lang: Lang) -> String {
    match (lang, unit) {
        (Lang::En, "") => format!("“{text}” is not a number."),
        (Lang::En, unit) => format!("“{text}” is not a number; enter the target in {unit}."),
        (Lang::Ja, "") => format!("「{text}」は数値ではない。"),
        (Lang::Ja, unit) => format!("「{text}」は数値ではない。目標値を{unit}で入力する。"),
    }
}

/// Target and input, and what was found.
pub fn goal(bench: Bench) -> Vec<El> {
    let quest = Quest::new(bench);
    Effect::new(move |before: Option<()>| {
        bench.chosen.track();
        bench.store.lang.track();
        bench.store.currency.track();
        untrack(|| quest.begin(before.is_none()));
    });
    // An embed that names a target shows what is found for it.
    Effect::new(move |_| {
        if untrack(|| bench.store.is_embed()) && bench.asked.with_value(|asked| asked.1.is_some()) {
            request_animation_frame(move || quest.seek());
        }
    });
    let input = param_choice(
        bench,
        "goal-input",
        words::MOVED_INPUT,
        move || quest.param.get(),
        move |param| {
            quest.param.set(Some(param));
            quest.forget();
        },
    );
    let find = button("quiet")
        .words(say(words::FIND))
        .on_click(move || quest.seek());
    let told = move || {
        let told = quest.found.get();
        told.map_or_else(String::new, |told| told.words)
    };
    let apply = button("quiet")
        .flag("hidden", move || quest.answer().is_none())
        .words(say(words::APPLY))
        .on_click(move || quest.apply());
    let curve = drawn(
        bench,
        (Tool::Goal, "figure-goal"),
        move || quest.sought.track(),
        move |choice, context| {
            let (target, param) = quest.sought.get_untracked()?;
            whatif::curve::figure(choice.cell, target, param, context)
        },
    );
    vec![
        target(quest),
        input,
        el("div").attr("class", "field-line").child(find),
        el("p")
            .attr("class", "told")
            .attr("role", "status")
            .words(told),
        apply,
        curve,
    ]
}

/// The field of the target, with its unit.
fn target(quest: Quest) -> El {
    let field = el("input")
        .attr("type", "text")
        .attr("id", "goal-target")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("class", "value-field")
        .value(move || quest.typed.get())
        .on("input", move |event: Event| {
            quest.typed.set(event_target_value(&event))
        })
        .on("keydown", move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                quest.seek();
            }
        });
    el("div").attr("class", "field-line").children([
        el("label")
            .attr("for", "goal-target")
            .words(say(words::TARGET)),
        field,
        el("span")
            .attr("class", "unit")
            .words(move || quest.scale().unit.to_owned()),
    ])
}
