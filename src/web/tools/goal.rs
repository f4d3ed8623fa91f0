//! Goal seek: a target, the input to move, what was found, and applying it.

use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use super::two_way::param_choice;
use super::{Bench, printed};
use crate::analysis::influence;
use crate::i18n::bench as words;
use crate::i18n::number;
use crate::output::Cell;
use crate::scenario::{ParamId, Scenario};
use crate::text::Lang;
use crate::web::el::{El, button, el, say};
use crate::whatif::goal::{Told, told};
use crate::whatif::tornado;

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

/// Target and input, and what was found.
pub fn goal(bench: Bench) -> Vec<El> {
    let typed = RwSignal::new(String::new());
    let param = RwSignal::new(None::<ParamId>);
    let found = RwSignal::new_local(None::<Told>);
    Effect::new(move |_| {
        let choice = bench.choice();
        param.set(
            movers(choice.cell, &bench.calm.get_untracked())
                .first()
                .copied(),
        );
        found.set(None);
        typed.set(bench.make(|choice, context| {
            let present = choice.cell.read(context.results);
            let wanted = printed(choice).map(|(_, value)| value).or(present);
            let scale = context
                .reader
                .scale(choice.cell.output().unit, wanted.unwrap_or(0.0).abs());
            number::as_printed(wanted.unwrap_or(0.0) * scale.factor)
        }));
    });
    let unit = move || {
        bench.make(|choice, context| {
            let wanted = printed(choice)
                .map(|(_, value)| value)
                .or(choice.cell.read(context.results));
            context
                .reader
                .scale(choice.cell.output().unit, wanted.unwrap_or(0.0).abs())
                .unit
                .to_owned()
        })
    };
    let seek = move || {
        let Some(param) = param.get_untracked() else {
            return;
        };
        let told = untrack(|| {
            bench.make(|choice, context| {
                let wanted = printed(choice)
                    .map(|(_, value)| value)
                    .or(choice.cell.read(context.results));
                let scale = context
                    .reader
                    .scale(choice.cell.output().unit, wanted.unwrap_or(0.0).abs());
                let text = typed.get_untracked();
                match number::parse(&text) {
                    Some(target) => told(choice.cell, target / scale.factor, param, context),
                    None => Told {
                        words: match context.reader.lang {
                            Lang::En => format!(
                                "“{text}” is not a number; enter the target in {}.",
                                scale.unit
                            ),
                            Lang::Ja => format!(
                                "「{text}」は数値ではない。目標値を{}で入力する。",
                                scale.unit
                            ),
                        },
                        apply: None,
                    },
                }
            })
        });
        found.set(Some(told));
    };
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
    ]
}
