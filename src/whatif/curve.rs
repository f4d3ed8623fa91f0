//! The curve behind a goal: a result over the whole range of one input, with the target, the present and what was found.

use crate::analysis::goal::{Found, looks, seek};
use crate::chapters::{Context, build};
use crate::choice;
use crate::figure::{Categories, Figure, Kind, Mark, Meaning, Series, Shape, Tone};
use crate::formula::{param_typed, param_value};
use crate::i18n::bench as words;
use crate::model;
use crate::output::Cell;
use crate::scenario::{ParamId, Scenario};
use crate::sort::sort_by;
use crate::whatif::{input_name, short_name, sources};

/// The values of the input at which the curve is known: evenly, with the given ones in place of the nearest.
fn points(param: ParamId, given: &[f64]) -> Vec<f64> {
    let mut points = looks(param);
    for &value in given {
        let apart = |point: f64| (point - value).abs();
        let free = (0..points.len()).filter(|&index| !given.contains(&points[index]));
        let nearest =
            free.min_by(|&one, &other| apart(points[one]).total_cmp(&apart(points[other])));
        if !points.contains(&value)
            && let Some(nearest) = nearest
        {
            points[nearest] = value;
        }
    }
    sort_by(&mut points, |one, other| one < other);
    points
}

fn result(cell: Cell, scenario: &Scenario, param: ParamId, value: f64) -> Option<f64> {
    let mut other = *scenario;
    other.set(param, value).ok()?;
    cell.read(&model::run(&other))
}

/// The curve; `None` where the result exists nowhere on it.
pub fn figure(cell: Cell, target: f64, param: ParamId, context: &Context) -> Option<Figure> {
    let (scenario, reader) = (context.scenario, &context.reader);
    let (best, reached) = match seek(cell, target, param, scenario) {
        Found::At { value, .. } => (param.row().snap(value), true),
        Found::Closest { value, .. } => (value, false),
        Found::Nowhere => return None,
    };
    let now = scenario.get(param);
    let points = points(param, &[now, best]);
    let values: Vec<_> = points
        .iter()
        .map(|&value| result(cell, scenario, param, value))
        .collect();
    let name = short_name(cell, context);
    let mut panel = build::panel(
        String::new(),
        vec![
            wanted(target, points.len(), context),
            Series {
                name: name.clone(),
                tone: Tone::Reshoring,
                shape: Shape::Plain,
                meaning: Meaning::WhatIf(points.iter().map(|&at| (param, at, cell)).collect()),
                values,
                base: None,
            },
        ],
    );
    let found = match reached {
        true => context.say(|| "found".to_owned(), || "解".to_owned()),
        false => context.say(|| "closest".to_owned(), || "最接近".to_owned()),
    };
    let present = (now != best).then(|| (now, reader.text(words::NOW).to_owned()));
    let marked = present.into_iter().chain([(best, found)]);
    panel.marks = marked
        .filter_map(|(at, words)| mark(&points, &panel.series[1], param, (at, words), context))
        .collect();
    let named = |&value: &f64| match choice::choice(param) {
        Some(_) => param_value(param, value, reader),
        None => param_typed(param, value, reader.lang),
    };
    let input = input_name(param, reader);
    Some(Figure {
        title: title((cell, target), (param, best), reached, context),
        subtitle: context.say(
            || format!("{name} over {input}"),
            || format!("{input}に対する{name}"),
        ),
        categories: Categories::Names(points.iter().map(named).collect()),
        panels: vec![panel],
        kind: Kind::Lines { shared_scale: true },
        unit: cell.output().unit,
        sources: sources(cell),
        note: context.say(
            || "The model runs at every point of the accepted range, all other inputs as they stand now; between two points around the target the interval is halved until it is exact.".to_owned(),
            || "前提の入力可能な範囲でモデルを計算し、他の前提は現在の値のままとした。目標値を挟む2点の間は、二分法で求めている。".to_owned(),
        ),
    })
}

/// The target, at every point.
fn wanted(target: f64, points: usize, context: &Context) -> Series {
    Series {
        name: context.say(|| "target".to_owned(), || "目標値".to_owned()),
        tone: Tone::Cost,
        shape: Shape::Plain,
        values: vec![Some(target); points],
        base: None,
        meaning: Meaning::Cells(Vec::new()),
    }
}

/// A point of the curve with its words and the value of the input; `None` where the result does not exist.
fn mark(
    points: &[f64],
    curve: &Series,
    param: ParamId,
    (at, words): (f64, String),
    context: &Context,
) -> Option<Mark> {
    let index = points.iter().position(|&point| point == at)?;
    Some(Mark {
        index,
        value: at,
        computed: Some(param.row().unit),
        height: curve.values[index]?,
        label: format!("{words} {}", param_value(param, at, &context.reader)),
    })
}

fn title(
    (cell, target): (Cell, f64),
    (param, best): (ParamId, f64),
    reached: bool,
    context: &Context,
) -> String {
    let reader = &context.reader;
    let (wanted, at) = (
        cell.output().written(Some(target), reader),
        param_value(param, best, reader),
    );
    match reached {
        true => context.say(
            || format!("{wanted} is reached at {at}"),
            || format!("{wanted}に達するのは{at}"),
        ),
        false => context.say(
            || format!("{wanted} is out of reach, closest at {at}"),
            || format!("{wanted}には届かず、最接近は{at}"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapters::tests::in_context;
    use crate::i18n::number::Currency;
    use crate::text::Lang;
    use crate::whatif::headlines;

    #[test]
    fn the_curve_holds_the_present_and_what_was_found() {
        let scenario = Scenario::default();
        in_context(&scenario, (Lang::En, Currency::Native, false), |context| {
            let share = ParamId::find("capture.overseas_new_share_2040").unwrap();
            let sales = headlines::all()
                .into_iter()
                .find(|it| it.cell.output().id == "capture.sales");
            let cell = sales.unwrap().cell;
            let figure = figure(cell, 44.0, share, context).unwrap();
            assert!(
                figure.title.starts_with("¥44.0 tn is reached at "),
                "{}",
                figure.title
            );
            let panel = &figure.panels[0];
            for mark in &panel.marks {
                assert_eq!(panel.series[1].values[mark.index], Some(mark.height));
            }
            assert!(!figure.sources.is_empty());
        });
    }

    #[test]
    fn every_result_has_a_curve_in_both_languages() {
        for lang in Lang::ALL {
            in_context(
                &Scenario::default(),
                (lang, Currency::Native, false),
                |context| {
                    let adoption = ParamId::find("autonomy.adoption_2040").unwrap();
                    for choice in headlines::all() {
                        let found = figure(choice.cell, 1e9, adoption, context);
                        let exists = choice.cell.read(context.results).is_some();
                        assert!(found.is_some() || !exists, "{:?}", choice.cell);
                    }
                },
            );
        }
    }
}
