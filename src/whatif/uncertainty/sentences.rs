//! What a simulation says in words.

use super::{Findings, PERCENTILES};
use crate::chapters::Context;
use crate::i18n::number;
use crate::text::Lang;
use crate::unit::Unit;
use crate::whatif::headlines::Choice;

/// Percentiles in a row, and sentences below them.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Each percentile with its value.
    pub percentiles: Vec<(String, String)>,
    /// What a reader should know of the base case, the printed value and draws without the result.
    pub sentences: Vec<String>,
}

/// The findings of a result in the reader's language.
pub fn told(choice: &Choice, found: &Findings, context: &Context) -> Told {
    let (unit, reader) = (choice.cell.output().unit, &context.reader);
    let value = |percent: u8| {
        let value = found.distribution.quantile(f64::from(percent) / 100.0)?;
        Some((
            ordinal(f64::from(percent), reader.lang),
            reader.write(unit, value),
        ))
    };
    let sentences = [
        base_case(choice, found, context),
        printed(choice, found, context),
        missing(choice, found, context),
    ];
    Told {
        percentiles: PERCENTILES.into_iter().filter_map(value).collect(),
        sentences: sentences.into_iter().flatten().collect(),
    }
}

/// Where the base case lies among the draws.
fn base_case(choice: &Choice, found: &Findings, context: &Context) -> Option<String> {
    let base = choice.cell.read(context.base)?;
    let share = found.distribution.share_below(base);
    // Only what lies beyond every draw is at an end.
    let percent = (share * 100.0).round().max(1.0);
    let at = ordinal(percent.min(99.0), context.reader.lang);
    let value = context.reader.write(choice.cell.output().unit, base);
    let (en, ja) = match share {
        0.0 => (
            "lies below every draw".to_owned(),
            "どの試行よりも小さい".to_owned(),
        ),
        1.0 => (
            "lies above every draw".to_owned(),
            "どの試行よりも大きい".to_owned(),
        ),
        _ => (format!("lies at the {at}"), format!("{at}に当たる")),
    };
    // With inputs of the reader's own the draws are not around the documents' case any more.
    if context.scenario.changed().next().is_some() {
        return Some(context.say(
            || format!("The base case, {value}, {en}: the draws start from the inputs that you have changed."),
            || format!("基準ケースの{value}は{ja}。試行は変更後の前提から始めている。"),
        ));
    }
    Some(context.say(
        || format!("The base case, {value}, {en}: it is the documents’ case, not the middle."),
        || format!("基準ケースの{value}は{ja}。これは文書のケースであって、分布の中央ではない。"),
    ))
}

/// How many draws reach the printed value: years reach it when they come no later.
fn printed(choice: &Choice, found: &Findings, context: &Context) -> Option<String> {
    let printed = choice.printed()?;
    let unit = choice.cell.output().unit;
    let value = context.reader.write(unit, printed);
    let is_year = unit == Unit::Year;
    let share = percent(match is_year {
        true => found.distribution.share_up_to(printed),
        false => found.distribution.share_reaching(printed),
    });
    Some(match is_year {
        true => context.say(
            || format!("{share} of the draws come by the published year, {value}."),
            || format!("公表された{value}までに達する試行は{share}。"),
        ),
        false => context.say(
            || format!("{share} of the draws reach the published value, {value}."),
            || format!("公表値の{value}に達する試行は{share}。"),
        ),
    })
}

/// How many draws lack the result; for years, how many have it by the last.
fn missing(choice: &Choice, found: &Findings, context: &Context) -> Option<String> {
    let without = found.distribution.missing() as f64 / found.distribution.draws().max(1) as f64;
    if choice.cell.output().unit == Unit::Year {
        let there = percent(1.0 - without);
        return Some(context.say(
            || format!("{there} of the draws get there by 2040; percentiles are of these alone."),
            || format!("2040年までに達する試行は{there}。百分位はその中での値である。"),
        ));
    }
    let share = percent(without);
    (without > 0.0).then(|| {
        context.say(
            || format!("In {share} of the draws the result does not exist; they are left out."),
            || format!("{share}の試行では結果が存在せず、除いてある。"),
        )
    })
}

fn percent(share: f64) -> String {
    format!("{}%", number::with_decimals(share * 100.0, 1))
}

/// A percentile by its number: 5th percentile.
pub(super) fn ordinal(percent: f64, lang: Lang) -> String {
    let written = number::plain(percent, 0);
    if lang == Lang::Ja {
        return format!("{written}パーセンタイル");
    }
    let ending = match written.as_str() {
        "11" | "12" | "13" => "th",
        _ if written.ends_with('1') => "st",
        _ if written.ends_with('2') => "nd",
        _ if written.ends_with('3') => "rd",
        _ => "th",
    };
    format!("{written}{ending} percentile")
}
