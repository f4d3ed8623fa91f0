//! Goal seek told: which value of an input brings a result to a target, or how close it gets.

use crate::analysis::goal::{Found, seek};
use crate::chapters::Context;
use crate::choice;
use crate::formula::{param_range, param_value};
use crate::model;
use crate::output::Cell;
use crate::scenario::ParamId;

/// What was found, in words, and what can be applied.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The sentences.
    pub words: String,
    /// The value of the input on its slider, where applying it makes sense.
    pub apply: Option<f64>,
}

/// Looks for the value of `param` that gives `cell` the value `target`, all other inputs as they are.
pub fn told(cell: Cell, target: f64, param: ParamId, context: &Context) -> Told {
    let reader = &context.reader;
    let written = |value: Option<f64>| cell.output().written(value, reader);
    let (name, wanted) = (reader.text(choice::label(param)), written(Some(target)));
    let at = |value| param_value(param, value, reader);
    match seek(cell, target, param, context.scenario) {
        Found::At { value, .. } => {
            let on_slider = param.row().snap(value);
            let now = at(context.scenario.get(param));
            let there = match result(cell, param, on_slider, context) {
                None => context.say(
                    || "there is no result".to_owned(),
                    || "結果は存在しない".to_owned(),
                ),
                there => context.say(
                    || format!("the result is {}", written(there)),
                    || format!("{}となる", written(there)),
                ),
            };
            let words = context.say(
                || format!("{wanted} is reached where {name} is about {} (now {now}). At the nearest step of the slider {there}.", at(on_slider)),
                || format!("{name}の現在の値は{now}で、およそ{}のときに{wanted}に達する。スライダー上で最も近い目盛では{there}。", at(on_slider)),
            );
            Told {
                words,
                apply: Some(on_slider),
            }
        }
        Found::Closest { value, result } => {
            let (row, closest) = (param.row(), written(Some(result)));
            let range = param_range(param, row.min, row.max, reader);
            let words = context.say(
                || format!("{wanted} cannot be reached with {name} alone. From {range}, it comes closest at {}: {closest}.", at(value)),
                || format!("{name}だけでは{wanted}に届かない。{range}の範囲で最も近いのは{}のときの{closest}。", at(value)),
            );
            Told {
                words,
                apply: Some(row.snap(value)),
            }
        }
        Found::Nowhere => Told {
            words: context.say(
                || format!("The result does not exist for any value of {name}."),
                || format!("{name}をどう動かしても、この結果は存在しない。"),
            ),
            apply: None,
        },
    }
}

fn result(cell: Cell, param: ParamId, value: f64, context: &Context) -> Option<f64> {
    let mut other = *context.scenario;
    other.set(param, value).ok()?;
    cell.read(&model::run(&other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapters::tests::in_context;
    use crate::i18n::number::Currency;
    use crate::output::{Place, UNDATED};
    use crate::scenario::Scenario;
    use crate::text::Lang;

    fn asked(output: &str, place: Place, year: u16, target: f64, param: &str, lang: Lang) -> Told {
        let cell = Cell::find(output, place, year).unwrap();
        in_context(
            &Scenario::default(),
            (lang, Currency::Native, false),
            |context| told(cell, target, ParamId::find(param).unwrap(), context),
        )
    }

    #[test]
    fn the_overseas_share_that_gives_44_trillion_is_found() {
        let told = asked(
            "capture.sales",
            Place::Whole,
            2040,
            44.0,
            "capture.overseas_new_share_2040",
            Lang::En,
        );
        assert!(
            told.words.starts_with("¥44.0 tn is reached where"),
            "{}",
            told.words
        );
        assert!(told.apply.is_some());
    }

    #[test]
    fn break_even_and_360_are_found_in_both_languages() {
        for lang in Lang::ALL {
            let even = asked(
                "sovereign.npv",
                Place::Whole,
                UNDATED,
                0.0,
                "sovereign.attribution",
                lang,
            );
            assert!(
                even.apply.is_some_and(|value| value < 100.0),
                "{}",
                even.words
            );
            let market = asked(
                "tam.new_market",
                Place::All,
                2040,
                360.0,
                "autonomy.adoption_2040",
                lang,
            );
            assert_eq!(market.apply, Some(26.9));
        }
    }

    #[test]
    fn what_cannot_be_reached_says_so_and_how_close_it_gets() {
        let told = asked(
            "tam.new_market",
            Place::All,
            2040,
            5000.0,
            "autonomy.adoption_2040",
            Lang::En,
        );
        assert!(
            told.words
                .starts_with("$5.00 tn cannot be reached with Autonomy adoption in 2040 alone."),
            "{}",
            told.words
        );
        assert_eq!(told.apply, Some(100.0));
    }
}
