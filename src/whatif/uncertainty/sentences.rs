//! What a simulation says in words.

use super::{Findings, PERCENTILES};
use crate::chapters::Context;
use crate::i18n::{bench as words, number};
use crate::text::{Lang, Text};
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
    if let Some(only) = found.distribution.constant() {
        let only = reader.write(unit, only);
        let said = context.say(
            || format!("Every draw gives {only}: nothing that is drawn moves this result."),
            || format!("どの試行でも{only}となる。抽出した前提はこの結果を動かさない。"),
        );
        return Told {
            percentiles: Vec::new(),
            sentences: vec![said],
        };
    }
    let value = |percent: u8| {
        let value = found.distribution.quantile(f64::from(percent) / 100.0);
        let written = match (value, unit) {
            (None, Unit::Year) => reader.text(words::LATER).to_owned(),
            (value, _) => reader.write(unit, value?),
        };
        Some((ordinal(f64::from(percent), reader.lang), written))
    };
    let base = match unit {
        Unit::Year => base_year(choice, found, context),
        _ => base_case(choice, found, context),
    };
    let sentences = [
        base,
        printed(choice, found, context),
        missing(choice, found, context),
    ];
    Told {
        percentiles: PERCENTILES.into_iter().filter_map(value).collect(),
        sentences: sentences.into_iter().flatten().collect(),
    }
}

/// Shares of the draws within which a value is too near to the median to be told apart from it.
const MIDDLE: std::ops::RangeInclusive<f64> = 0.45..=0.55;

/// What the base case is: with inputs of the reader's own, not what the draws are around; else the documents' case,
/// which is only said not to be the middle where it lies away from it.
fn standing(is_middle: bool, context: &Context) -> Text {
    match (context.scenario.changed().next(), is_middle) {
        (Some(_), _) => words::DRAWS_START,
        (None, true) => words::DOCUMENTS_CASE,
        (None, false) => words::NOT_THE_MIDDLE,
    }
}

/// Whether a value is written as the median is, or lies beside it.
fn is_middle(
    choice: &Choice,
    found: &Findings,
    (value, share): (f64, f64),
    context: &Context,
) -> bool {
    let unit = choice.cell.output().unit;
    let written = |value| context.reader.write(unit, value);
    let median = found.distribution.quantile(0.5);
    MIDDLE.contains(&share) || median.map(written) == Some(written(value))
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
    let is_middle = is_middle(choice, found, (base, share), context);
    let standing = context.reader.text(standing(is_middle, context));
    Some(context.say(
        || format!("The base case, {value}, {en}: {standing}"),
        || format!("基準ケースの{value}は{ja}。{standing}"),
    ))
}

/// How many draws have come by the year of the base case.
fn base_year(choice: &Choice, found: &Findings, context: &Context) -> Option<String> {
    let base = choice.cell.read(context.base)?;
    let share = found.distribution.share_up_to(base);
    let is_middle = is_middle(choice, found, (base, share), context);
    let standing = context.reader.text(standing(is_middle, context));
    let (value, share) = (context.reader.write(Unit::Year, base), percent(share));
    Some(context.say(
        || {
            format!(
                "By the year of the base case, {value}, {share} of the draws get there: {standing}"
            )
        },
        || format!("基準ケースの{value}までに達する試行は{share}。{standing}"),
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
        return Some(by_the_last_year(without, context));
    }
    let share = percent(without);
    (without > 0.0).then(|| {
        context.say(
            || format!("In {share} of the draws the result does not exist; they are left out."),
            || format!("{share}の試行では結果が存在せず、除いてある。"),
        )
    })
}

/// How many draws get there at all.
fn by_the_last_year(without: f64, context: &Context) -> String {
    let there = percent(1.0 - without);
    match without > 0.0 {
        true => context.say(
            || format!("{there} of the draws get there by 2040; the others count as later than every year."),
            || format!("2040年までに達する試行は{there}。残りはどの年よりも遅いものとして数えた。"),
        ),
        false => context.say(
            || format!("{there} of the draws get there by 2040."),
            || format!("2040年までに達する試行は{there}。"),
        ),
    }
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
