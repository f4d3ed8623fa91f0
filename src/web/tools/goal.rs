//! Goal seek: a target, the input to move, what was found, and applying it.

use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use super::Bench;
use super::drawn::drawn;
use super::two_way::param_choice;
use crate::analysis::influence;
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

/// What is found for a target as it was typed.
fn sought(choice: &Choice, context: &Context, text: &str, param: ParamId) -> Told {
    let (_, scale) = usual(choice, context);
    if let Some(target) = number::parse_in(text, scale.unit) {
        return told(choice.cell, target / scale.factor, param, context);
    }
    let words = match (context.reader.lang, scale.unit) {
        (Lang::En, "") => format!("“{text}” is not a number."),
        (Lang::En, unit) => format!("“{text}” is not a number; enter the target in {unit}."),
        (Lang::Ja, "") => format!("「{text}」は数値ではない。"),
        (Lang::Ja, unit) => format!("「{text}」は数値ではない。目標値を{unit}で入力する。"),
    };
    Told { words, apply: None }
}

/// Target and input, and what was found.
pub fn goal(bench: Bench) -> Vec<El> {
    let typed = RwSignal::new(String::new());
    let sought_for = RwSignal::new(None::<(f64, ParamId)>);
    let param = RwSignal::new(None::<ParamId>);
    let found = RwSignal::new_local(None::<Told>);
    Effect::new(move |again: Option<()>| {
        bench.chosen.track();
        bench.store.lang.track();
        bench.store.currency.track();
        untrack(|| {
            let choice = bench.choice();
            let movers = movers(choice.cell, &bench.store.scenario.read());
            if again.is_some() {
                // The target was one of the result before.
                bench.asked.update_value(|asked| asked.1 = None);
            }
            let (inputs, target) = bench.asked.get_value();
            let asked = inputs.first().filter(|param| movers.contains(param));
            param.set(asked.or(movers.first()).copied());
            found.set(None);
            sought_for.set(None);
            typed.set(bench.make(|choice, context| {
                let (wanted, scale) = usual(choice, context);
                number::as_printed(target.unwrap_or(wanted) * scale.factor)
            }));
        });
    });
    let unit = move || bench.make(|choice, context| usual(choice, context).1.unit.to_owned());
    let seek = move || {
        if let Some(param) = param.get_untracked() {
            let text = typed.get_untracked();
            let seek = |choice: &Choice, context: &Context| sought(choice, context, &text, param);
            found.set(Some(untrack(|| bench.make(seek))));
            let scale = untrack(|| bench.make(|choice, context| usual(choice, context).1));
            let target = number::parse_in(&text, scale.unit);
            let target = target.map(|target| target / scale.factor);
            sought_for.set(target.map(|target| (target, param)));
            bench.asked.set_value((vec![param], target));
        }
    };
    // An embed that names a target shows what is found for it.
    Effect::new(move |_| {
        if untrack(|| bench.store.is_embed()) && bench.asked.with_value(|asked| asked.1.is_some()) {
            request_animation_frame(seek);
        }
    });
    let field = el("input")
        .attr("type", "text")
        .attr("id", "goal-target")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("class", "value-field")
        .value(move || typed.get())
        .on("input", move |event: Event| {
            typed.set(event_target_value(&event))
        })
        .on("keydown", move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                seek();
            }
        });
    let target = el("div").attr("class", "field-line").children([
        el("label")
            .attr("for", "goal-target")
            .words(say(words::TARGET)),
        field,
        el("span").attr("class", "unit").words(unit),
    ]);
    let input = param_choice(
        bench,
        "goal-input",
        words::MOVED_INPUT,
        move || param.get(),
        move |it| {
            param.set(Some(it));
            found.set(None);
            sought_for.set(None);
        },
    );
    let apply = move || {
        if let (Some(param), Some(value)) = (
            param.get_untracked(),
            found.get_untracked().and_then(|told| told.apply),
        ) {
            bench.store.set(param, value);
        }
    };
    let can_apply = move || {
        found
            .read()
            .as_ref()
            .is_some_and(|told| told.apply.is_some())
    };
    let curve = drawn(
        bench,
        "figure-goal",
        move || sought_for.track(),
        move |choice, context| {
            let (target, param) = sought_for.get_untracked()?;
            whatif::curve::figure(choice.cell, target, param, context)
        },
    );
    vec![
        target,
        input,
        el("div")
            .attr("class", "field-line")
            .child(button("quiet").words(say(words::FIND)).on_click(seek)),
        el("p")
            .attr("class", "told")
            .attr("role", "status")
            .words(move || found.get().map_or_else(String::new, |told| told.words)),
        button("quiet")
            .flag("hidden", move || !can_apply())
            .words(say(words::APPLY))
            .on_click(apply),
        curve,
    ]
}
