//! Goal seek: a target, the input to move, what was found, and applying it.

use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use super::Analysis;
use super::drawn::drawn;
use super::one_by_one::standing;
use super::two_way::param_choice;
use crate::analysis::tool::Tool;
use crate::chapters::Context;
use crate::i18n::bench as words;
use crate::i18n::number::{self, Scale};
use crate::scenario::ParamId;
use crate::text::Lang;
use crate::web::el::{El, button, el, say};
use crate::whatif::headlines::Choice;
use crate::whatif::{
    self,
    goal::{Told, told},
};

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
struct GoalSeek {
    analysis: Analysis,
    /// The target as it was typed.
    typed: RwSignal<String>,
    /// The input to move.
    param: RwSignal<Option<ParamId>>,
    /// The target, in the unit of the result, and the input that were looked for last.
    sought: RwSignal<Option<(f64, ParamId)>>,
    found: RwSignal<Option<Told>, LocalStorage>,
}

impl GoalSeek {
    fn new(analysis: Analysis) -> GoalSeek {
        GoalSeek {
            analysis,
            typed: RwSignal::new(String::new()),
            param: RwSignal::new(None),
            sought: RwSignal::new(None),
            found: RwSignal::new_local(None),
        }
    }

    fn scale(self) -> Scale {
        let usual = |choice: &Choice, context: &Context| usual(choice, context).1;
        self.analysis.make(usual)
    }

    fn forget(self) {
        self.found.set(None);
        self.sought.set(None);
    }

    /// Begins anew for another result, language or currency: with what a link asks for, or else the usual.
    fn begin(self, is_first: bool) {
        let analysis = self.analysis;
        if !is_first {
            // The target was one of the result before.
            analysis.asked.update_value(|asked| asked.1 = None);
        }
        let (inputs, target) = analysis.asked.get_value();
        self.choose(inputs.first().copied());
        self.forget();
        self.typed.set(analysis.make(|choice, context| {
            let (wanted, scale) = usual(choice, context);
            number::as_printed(target.unwrap_or(wanted) * scale.factor)
        }));
    }

    /// Takes the input asked for where it moves the result, else that which moves it most.
    fn choose(self, asked: Option<ParamId>) {
        let movers = self.analysis.movers.get();
        let asked = asked.filter(|param| movers.contains(param));
        self.param.set(asked.or(movers.first().copied()));
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
        self.found.set(Some(untrack(|| self.analysis.make(tell))));
        let curve = |choice: &Choice, _: &Context| {
            target.filter(|&target| whatif::goal::is_possible(choice.cell, target))
        };
        let target = untrack(|| self.analysis.make(curve));
        self.sought.set(target.map(|target| (target, param)));
        self.analysis.asked.set_value((vec![param], target));
    }

    /// The value of the input that reaches the target; `None` where there is none, or it is there already.
    fn answer(self) -> Option<f64> {
        self.found.read().as_ref().and_then(|told| told.apply)
    }

    fn apply(self) {
        if let (Some(param), Some(value)) = (self.param.get_untracked(), untrack(|| self.answer()))
        {
            self.analysis.store.set(param, value);
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
pub fn goal(analysis: Analysis) -> Vec<El> {
    let goal_seek = GoalSeek::new(analysis);
    Effect::new(move |before: Option<()>| {
        analysis.chosen.track();
        analysis.store.lang.track();
        analysis.store.currency.track();
        untrack(|| goal_seek.begin(before.is_none()));
    });
    // Inputs that bring a result back are others than those that move it once it is there.
    Effect::new(move |before: Option<()>| {
        analysis.movers.track();
        if before.is_some() {
            untrack(|| goal_seek.choose(goal_seek.param.get()));
        }
    });
    // An embed that names a target shows what is found for it.
    Effect::new(move |_| {
        if untrack(|| analysis.store.is_embed())
            && analysis.asked.with_value(|asked| asked.1.is_some())
        {
            request_animation_frame(move || goal_seek.seek());
        }
    });
    let input = param_choice(
        analysis,
        ("goal-input", 1),
        words::MOVED_INPUT,
        move || goal_seek.param.get(),
        move |param| {
            goal_seek.param.set(Some(param));
            goal_seek.forget();
        },
    );
    let find = button("quiet")
        .words(say(words::FIND))
        .on_click(move || goal_seek.seek());
    let told = move || {
        let told = goal_seek.found.get();
        told.map_or_else(String::new, |told| told.words)
    };
    let apply = button("quiet")
        .flag("hidden", move || goal_seek.answer().is_none())
        .words(say(words::APPLY))
        .on_click(move || goal_seek.apply());
    let curve = drawn(
        analysis,
        (Tool::Goal, "figure-goal"),
        move || goal_seek.sought.track(),
        move |choice, context| {
            let (target, param) = goal_seek.sought.get_untracked()?;
            whatif::curve::figure(choice.cell, target, param, context)
        },
    );
    let still = move || analysis.movers.read().is_empty();
    vec![
        standing(analysis),
        target(goal_seek).flag("hidden", still),
        input,
        el("div")
            .attr("class", "field-line")
            .flag("hidden", still)
            .child(find),
        el("p")
            .attr("class", "told")
            .attr("role", "status")
            .words(told),
        apply,
        curve,
    ]
}

/// The field of the target, with its unit.
fn target(goal_seek: GoalSeek) -> El {
    let field = el("input")
        .attr("type", "text")
        .attr("id", "goal-target")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("class", "value-field")
        .value(move || goal_seek.typed.get())
        .on("input", move |event: Event| {
            goal_seek.typed.set(event_target_value(&event))
        })
        .on("keydown", move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                goal_seek.seek();
            }
        });
    el("div").attr("class", "field-line").children([
        el("label")
            .attr("for", "goal-target")
            .words(say(words::TARGET)),
        field,
        el("span")
            .attr("class", "unit")
            .words(move || goal_seek.scale().unit.to_owned()),
    ])
}
