//! The figures of a simulation: histogram, fan, ranking of inputs.

use super::{Findings, PERCENTILES};
use crate::chapters::{Context, build};
use crate::choice;
use crate::figure::{Categories, Figure, Kind, Mark, Meaning, Series, Shape, Tone};
use crate::i18n::number;
use crate::output::Cell;
use crate::scenario::ParamId;
use crate::text::Lang;
use crate::unit::Unit;
use crate::whatif::headlines::Choice;
use crate::whatif::{AFTER, difference_unit, quoted_name, sources};

/// Columns of a histogram.
const BINS: usize = 24;

/// So many inputs are ranked.
const RANKED: usize = 15;

/// A column: its ends and the share of all draws in it.
type Bin = (f64, f64, f64);

/// How often the result fell where, with the base case and the printed value marked; `None` where it does not vary.
pub fn histogram(choice: &Choice, found: &Findings, context: &Context) -> Option<Figure> {
    if found.distribution.constant().is_some() {
        return None;
    }
    let (cell, bins) = (choice.cell, bins(choice.cell, found));
    let names = names(cell, &bins, context);
    let name = quoted_name(cell, context);
    let shares: Vec<_> = bins.iter().map(|bin| Some(bin.2)).collect();
    let series = Series {
        name: context.say(
            || "share of draws".to_owned(),
            || "試行に占める割合".to_owned(),
        ),
        tone: Tone::Reshoring,
        shape: Shape::Plain,
        meaning: Meaning::Cells(vec![Some(cell); bins.len()]),
        values: shares,
        base: None,
    };
    let unit = context
        .reader
        .scale(cell.output().unit, largest(&bins))
        .unit;
    let mut panel = build::panel(String::new(), vec![series]);
    panel.marks = marks(choice, &bins, context);
    Some(Figure {
        title: title(choice.cell, found, context),
        subtitle: context.say(
            || match unit {
                "" => format!("{name}: share of draws"),
                _ => format!("{name} ({unit}): share of draws"),
            },
            || match unit {
                "" => format!("{name}、試行に占める割合"),
                _ => format!("{name}（{unit}）、試行に占める割合"),
            },
        ),
        categories: Categories::Names(names),
        panels: vec![panel],
        kind: Kind::StackedColumns,
        unit: Unit::Fraction,
        sources: sources(cell),
        note: method(found, context),
    })
}

/// How the draws were made, so that they can be made again.
fn method(found: &Findings, context: &Context) -> String {
    let draws = number::with_decimals(found.distribution.draws() as f64, 0);
    let seed = number::plain(found.seed as f64, 0);
    let inputs = number::plain(found.correlations.len() as f64, 0);
    context.say(
        || format!("{draws} draws of {inputs} inputs, seed {seed}: independently, from triangles over low end, base case and high end of their plausible ranges. What you have changed is not drawn: it stays as you set it."),
        || format!("{inputs}の前提を{draws}回抽出（乱数の種{seed}）。妥当な範囲の下限・基準値・上限による三角分布から独立に抽出した。変更した前提は抽出せず、設定した値のままとする。"),
    )
}

/// How far apart nine tenths of the draws lie in the last year.
fn widest(cell: Cell, found: &Findings, context: &Context) -> String {
    let last = found.years.last();
    let ends = last.and_then(|(year, at)| Some((*year, at[4]? - at[0]?)));
    let Some((year, width)) = ends else {
        return title(cell, found, context);
    };
    let (unit, factor) = difference_unit(cell.output().unit);
    let width = context.reader.write(unit, width * factor);
    context.say(
        || format!("Nine draws in ten span {width} by {year}"),
        || format!("試行の9割の幅は{year}年に{width}"),
    )
}

fn title(cell: Cell, found: &Findings, context: &Context) -> String {
    let unit = cell.output().unit;
    let at = |share| found.distribution.quantile(share);
    if unit == Unit::Year && at(0.95).is_none() {
        return never(found, context);
    }
    let (Some(low), Some(high)) = (at(0.05), at(0.95)) else {
        return context.say(
            || "The result exists in no draw".to_owned(),
            || "どの試行でも該当する結果はない".to_owned(),
        );
    };
    let (low, high) = (
        context.reader.write(unit, low),
        context.reader.write(unit, high),
    );
    context.say(
        || format!("Nine draws in ten: {low} to {high}"),
        || format!("試行の9割は{low}～{high}"),
    )
}

/// How many draws never get there: the end of nine draws in ten lies among them.
fn never(found: &Findings, context: &Context) -> String {
    let distribution = &found.distribution;
    if distribution.missing() == distribution.draws() {
        return context.say(
            || "No draw gets there by 2040".to_owned(),
            || "2040年までに達する試行はない".to_owned(),
        );
    }
    let share = 1.0 - distribution.share_up_to(AFTER);
    let share = context.reader.write_round(Unit::Fraction, share);
    context.say(
        || format!("{share} of the draws do not get there by 2040"),
        || format!("試行の{share}は2040年までに達しない"),
    )
}

/// The draws in columns; years have one each, and one more for what is not reached by the last.
fn bins(cell: Cell, found: &Findings) -> Vec<Bin> {
    let distribution = &found.distribution;
    let draws = distribution.population().max(1) as f64;
    let is_year = cell.output().unit == Unit::Year;
    let never = distribution.missing() as f64 / draws;
    let never = (is_year && never > 0.0).then_some((AFTER, AFTER, never));
    let Some((low, high)) = distribution.ends() else {
        return never.into_iter().collect();
    };
    if is_year {
        let years = (high - low).round() as usize;
        let one = |step: usize| {
            let year = low + step as f64;
            let share = distribution.share_up_to(year) - distribution.share_up_to(year - 0.5);
            (year, year, share)
        };
        return (0..=years).map(one).chain(never).collect();
    }
    let bins = distribution.histogram(BINS).into_iter();
    bins.map(|(from, to, count)| (from, to, count as f64 / draws))
        .collect()
}

fn largest(bins: &[Bin]) -> f64 {
    bins.iter()
        .map(|bin| bin.0.abs().max(bin.1.abs()))
        .fold(0.0, f64::max)
}

fn names(cell: Cell, bins: &[Bin], context: &Context) -> Vec<String> {
    let (reader, unit) = (&context.reader, cell.output().unit);
    let scale = reader.scale(unit, largest(bins));
    let name = |&(from, to, _): &Bin| match unit {
        Unit::Year => reader.write_or_none(unit, Some(from).filter(|&year| year < AFTER)),
        _ => {
            let (from, to) = (reader.cell(&scale, from), reader.cell(&scale, to));
            match reader.lang {
                Lang::En => format!("{from}–{to}"),
                Lang::Ja => format!("{from}～{to}"),
            }
        }
    };
    bins.iter().map(name).collect()
}

/// The base case and the printed value at their columns; one label where both fall into the same.
fn marks(choice: &Choice, bins: &[Bin], context: &Context) -> Vec<Mark> {
    let (reader, unit) = (&context.reader, choice.cell.output().unit);
    let base = choice.cell.read(context.base).map(|value| {
        let label = reader.text(crate::i18n::ui::BASE_CASE);
        (
            value,
            format!("{label} {}", reader.write(unit, value)),
            Some(unit),
        )
    });
    let printed = choice.printed().map(|value| {
        let label = reader.text(crate::i18n::ui::PUBLISHED);
        (
            value,
            format!("{label} {}", reader.write(unit, value)),
            Some(unit),
        )
    });
    let mut marks: Vec<Mark> = Vec::new();
    for (value, label, computed) in printed.into_iter().chain(base) {
        let within = |bin: &Bin| (bin.0..=bin.1).contains(&value);
        let Some(index) = bins.iter().position(within) else {
            continue;
        };
        match marks.iter_mut().find(|mark| mark.index == index) {
            Some(mark) => {
                let gap = if reader.lang == Lang::En { ", " } else { "、" };
                mark.label = format!("{}{gap}{label}", mark.label);
            }
            None => marks.push(Mark {
                index,
                value,
                computed,
                height: bins[index].2,
                label,
            }),
        }
    }
    marks
}

/// The result over the years: the middle half and nine tenths of the draws as bands; `None` for results of no year.
pub fn fan(cell: Cell, found: &Findings, context: &Context) -> Option<Figure> {
    if found.years.is_empty() {
        return None;
    }
    let years: Vec<u16> = found.years.iter().map(|year| year.0).collect();
    let at = |percentile: usize| found.years.iter().map(|year| year.1[percentile]).collect();
    let cells: Vec<_> = years
        .iter()
        .map(|&year| Some(cell.at(cell.place, year)))
        .collect();
    let series = |name: String, tone, shape, values| Series {
        name,
        tone,
        shape,
        values,
        base: None,
        meaning: Meaning::Cells(cells.clone()),
    };
    let percentile = |index: usize| {
        let percent = PERCENTILES[index];
        series_name(percent, context.reader.lang)
    };
    let now = context.say(
        || "present scenario".to_owned(),
        || "現在のシナリオ".to_owned(),
    );
    let present: Vec<_> = cells
        .iter()
        .map(|cell| cell.and_then(|cell| cell.read(context.results)))
        .collect();
    let name = cell.at(cell.place, UNDATED_NAME).name(context.reader.lang);
    Some(Figure {
        title: widest(cell, found, context),
        subtitle: context.say(
            || format!("{name}: middle half and nine tenths of the draws"),
            || format!("{name}、試行の中央5割と9割の幅"),
        ),
        categories: Categories::Years(years),
        panels: vec![build::panel(
            String::new(),
            vec![
                series(percentile(0), Tone::Reshoring, Shape::Floor, at(0)),
                series(percentile(4), Tone::Reshoring, Shape::BandTo, at(4)),
                series(percentile(1), Tone::Reshoring, Shape::Floor, at(1)),
                series(percentile(3), Tone::Reshoring, Shape::BandTo, at(3)),
                series(percentile(2), Tone::Reshoring, Shape::Plain, at(2)),
                series(now, Tone::Cost, Shape::Plain, present),
            ],
        )],
        kind: Kind::Lines { shared_scale: true },
        unit: cell.output().unit,
        sources: sources(cell),
        note: method(found, context),
    })
}

/// A cell of no year leaves the year out of its name.
const UNDATED_NAME: u16 = crate::output::UNDATED;

fn series_name(percent: u8, lang: Lang) -> String {
    match (lang, percent) {
        (Lang::En, 50) => "median".to_owned(),
        (Lang::Ja, 50) => "中央値".to_owned(),
        (Lang::En, _) => super::sentences::ordinal(f64::from(percent), Lang::En),
        (Lang::Ja, _) => format!("{percent}パーセンタイル"),
    }
}

/// The inputs whose draws go most with the result.
pub fn ranking(cell: Cell, found: &Findings, context: &Context) -> Figure {
    // Four standard errors of a correlation that is none: among a hundred inputs two or three are seen by chance.
    let chance = 4.0 / (found.distribution.draws().max(1) as f64).sqrt();
    let tells = |(_, found): &&(ParamId, f64)| found.abs() >= chance;
    let telling = found.correlations.iter().filter(tells);
    let shown: Vec<_> = telling.take(RANKED).collect();
    let lang = context.reader.lang;
    let names = shown
        .iter()
        .map(|(param, _)| choice::label(*param).get(lang).to_owned());
    let series = Series {
        name: context.say(|| "rank correlation".to_owned(), || "順位相関".to_owned()),
        tone: Tone::Reshoring,
        shape: Shape::Plain,
        values: shown.iter().map(|(_, value)| Some(*value)).collect(),
        base: None,
        meaning: Meaning::Params(shown.iter().map(|(param, _)| *param).collect()),
    };
    let name = quoted_name(cell, context);
    let first = shown
        .first()
        .map(|(param, _)| choice::label(*param).get(lang));
    let first = first.unwrap_or_default();
    Figure {
        title: context.say(
            || format!("Goes most with: {first}"),
            || format!("最も連動するのは{first}"),
        ),
        subtitle: context.say(
            || format!("Rank correlation of each drawn input with {name}"),
            || format!("抽出した各前提と{name}の順位相関"),
        ),
        categories: Categories::Names(names.collect()),
        panels: vec![build::panel(String::new(), vec![series])],
        kind: Kind::NestedBars,
        unit: Unit::Ratio,
        sources: sources(cell),
        note: context.say(
            || format!("Spearman’s correlation: 1 or −1 where the order of the draws is that of the input. What chance alone could give is left out. {}", method(found, context)),
            || format!("スピアマンの順位相関。試行の順位が前提の順位と一致すれば1または−1となる。偶然でも生じうる小さな値は除いた。{}", method(found, context)),
        ),
    }
}
