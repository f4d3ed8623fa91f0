//! Goal seek told: which value of an input brings a result to a target, or how close it gets.

use crate::analysis::goal::{Found, Point, seek};
use crate::chapters::Context;
use crate::formula::{param_range, param_value};
use crate::i18n::number;
use crate::model;
use crate::output::Cell;
use crate::scenario::ParamId;
use crate::unit::Unit;
use crate::whatif::quoted_input;

/// What was found, in words, and what can be applied.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The sentences.
    pub words: String,
    /// The value of the input on its slider, where applying it changes something.
    pub apply: Option<f64>,
}

/// Whether a result can have a value at all: a year is a whole number.
pub fn is_possible(cell: Cell, target: f64) -> bool {
    cell.output().unit != Unit::Year || target.fract() == 0.0
}

/// Looks for the value of `param` that gives `cell` the value `target`, all other inputs as they are.
pub fn told(cell: Cell, target: f64, param: ParamId, context: &Context) -> Told {
    let asked = Asked {
        cell,
        param,
        wanted: cell.output().written(Some(target), &context.reader),
        context,
    };
    if !is_possible(cell, target) {
        return asked.no_year(target);
    }
    match seek(cell, target, param, context.scenario) {
        Found::At { value, .. } => asked.at(value),
        Found::Between(near, far) => asked.between(near, far),
        Found::Closest { value, result } => asked.closest(value, result),
        Found::Nowhere => asked.nowhere(),
    }
}

/// What was asked for, while the answer is written.
struct Asked<'a> {
    cell: Cell,
    param: ParamId,
    /// The target in words.
    wanted: String,
    context: &'a Context<'a>,
}

impl Asked<'_> {
    fn name(&self) -> String {
        quoted_input(self.param, &self.context.reader)
    }

    fn value(&self, value: f64) -> String {
        param_value(self.param, value, &self.context.reader)
    }

    fn written(&self, result: Option<f64>) -> String {
        self.cell.output().written(result, &self.context.reader)
    }

    fn now(&self) -> f64 {
        self.context.scenario.get(self.param)
    }

    fn told(&self, words: String, value: Option<f64>) -> Told {
        let apply = value.filter(|&value| value != self.now());
        Told { words, apply }
    }

    fn no_year(&self, target: f64) -> Told {
        let typed = number::in_full(target);
        let words = self.context.say(
            || format!("“{typed}” is not a year; enter a whole number."),
            || format!("「{typed}」は年ではない。整数で入力する。"),
        );
        self.told(words, None)
    }

    fn at(&self, value: f64) -> Told {
        let (name, wanted) = (self.name(), &self.wanted);
        let on_slider = self.param.row().snap(value);
        let (at, now) = (self.value(on_slider), self.value(self.now()));
        if on_slider != value {
            let there = match result(self.cell, self.param, on_slider, self.context) {
                None => self.context.say(
                    || "there is no result".to_owned(),
                    || "結果は存在しない".to_owned(),
                ),
                there => self.context.say(
                    || format!("the result is {}", self.written(there)),
                    || format!("{}となる", self.written(there)),
                ),
            };
            let words = self.context.say(
                || format!("{wanted} is reached where {name} is about {at} (now {now}). At the nearest step of the slider {there}."),
                || format!("{name}がおよそ{at}（現在{now}）のとき{wanted}に達する。スライダー上で最も近い目盛では{there}。"),
            );
            return self.told(words, Some(on_slider));
        }
        let words = match value == self.now() {
            true => self.context.say(
                || format!("{wanted} is what the present {at} for {name} already gives."),
                || format!("{name}が現在の{at}のままで{wanted}となる。"),
            ),
            false => self.context.say(
                || format!("{wanted} is reached where {name} is {at} (now {now})."),
                || format!("{name}が{at}（現在{now}）のとき{wanted}となる。"),
            ),
        };
        self.told(words, Some(value))
    }

    fn between(&self, near: Point, far: Point) -> Told {
        let (name, wanted) = (self.name(), &self.wanted);
        let (one, other) = (self.written(near.1), self.written(far.1));
        let on_slider = self.param.row().snap(near.0);
        let (here, there) = (self.value(near.0), self.value(far.0));
        let words = self.context.say(
            || format!("No step of {name} gives {wanted}: it is {one} at {here} and {other} at {there}."),
            || format!("{name}のどの目盛でも{wanted}にはならない。{here}で{one}、{there}で{other}となる。"),
        );
        let told = self.told(words, Some(on_slider));
        match told.apply {
            Some(_) => Told {
                words: self.context.say(
                    || format!("{} The nearer can be applied: {here}.", told.words),
                    || format!("{}近い方の{here}を適用できる。", told.words),
                ),
                ..told
            },
            None => told,
        }
    }

    fn closest(&self, value: f64, result: f64) -> Told {
        let (name, wanted, row) = (self.name(), &self.wanted, self.param.row());
        let (at, closest) = (self.value(value), self.written(Some(result)));
        let range = param_range(self.param, row.min, row.max, &self.context.reader);
        let words = match value == self.now() {
            true => self.context.say(
                || format!("{wanted} cannot be reached with {name} alone. From {range}, nothing comes closer than the present {at}: {closest}."),
                || format!("{name}だけでは{wanted}に届かない。{range}の範囲で、現在の{at}のときの{closest}より近い値はない。"),
            ),
            false => self.context.say(
                || format!("{wanted} cannot be reached with {name} alone. From {range}, it comes closest at {at}: {closest}."),
                || format!("{name}だけでは{wanted}に届かない。{range}の範囲で最も近いのは{at}のときの{closest}。"),
            ),
        };
        self.told(words, Some(row.snap(value)))
    }

    fn nowhere(&self) -> Told {
        let name = self.name();
        let words = self.context.say(
            || format!("The result does not exist for any value of {name}."),
            || format!("{name}をどう動かしても、この結果は存在しない。"),
        );
        self.told(words, None)
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
        // The nearest step is where the input stands.
        assert!(told.words.contains("about 30% (now 30%)"), "{}", told.words);
        assert_eq!(told.apply, None);
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
            // The base case stands there already.
            assert_eq!(market.apply, None, "{}", market.words);
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
                .starts_with("$5.00 tn cannot be reached with “Autonomy adoption in 2040” alone."),
            "{}",
            told.words
        );
        assert_eq!(told.apply, Some(100.0));
    }

    fn year(target: f64, param: &str, lang: Lang) -> Told {
        asked(
            "sovereign.payback",
            Place::Whole,
            UNDATED,
            target,
            param,
            lang,
        )
    }

    #[test]
    fn a_year_that_is_stepped_over_comes_with_those_beside_it() {
        let there = |value: f64| {
            let mut scenario = Scenario::default();
            let share = ParamId::find("sovereign.attribution").unwrap();
            scenario.set(share, value).unwrap();
            let cell = Cell::find("sovereign.payback", Place::Whole, UNDATED).unwrap();
            cell.read(&model::run(&scenario))
        };
        let mut stepped_over = 0;
        for target in 2026..=2040 {
            let target = f64::from(target);
            let told = year(target, "sovereign.attribution", Lang::En);
            if told.words.contains("is reached where") {
                assert_eq!(told.apply.and_then(there), Some(target), "{}", told.words);
            }
            if told.words.starts_with("No step of “") {
                stepped_over += 1;
                let applied = told.apply.and_then(there);
                assert_ne!(applied, Some(target), "{}", told.words);
            }
        }
        assert!(stepped_over > 0);
    }

    #[test]
    fn half_a_year_is_none() {
        let en = year(2035.5, "sovereign.attribution", Lang::En);
        assert_eq!(en.words, "“2035.5” is not a year; enter a whole number.");
        let ja = year(2035.5, "sovereign.attribution", Lang::Ja);
        assert_eq!(ja.words, "「2035.5」は年ではない。整数で入力する。");
        assert_eq!((en.apply, ja.apply), (None, None));
    }

    #[test]
    fn nothing_is_offered_that_changes_nothing() {
        let already = asked(
            "sovereign.payback",
            Place::Whole,
            UNDATED,
            1990.0,
            "sovereign.attribution",
            Lang::En,
        );
        assert!(
            already
                .words
                .contains("nothing comes closer than the present 100%"),
            "{}",
            already.words
        );
        assert_eq!(already.apply, None);
        let cell = Cell::find("sovereign.payback", Place::Whole, UNDATED).unwrap();
        let now = cell.read(&model::run(&Scenario::default())).unwrap();
        let there = asked(
            "sovereign.payback",
            Place::Whole,
            UNDATED,
            now,
            "sovereign.attribution",
            Lang::En,
        );
        assert!(there.words.contains("already gives"), "{}", there.words);
        assert_eq!(there.apply, None);
    }
}
