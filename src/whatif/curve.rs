//! The curve behind a goal: a result over the whole range of one input, with the target, the present and what was found.

use crate::analysis::goal::{Found, Point, looks, seek};
use crate::chapters::{Context, build};
use crate::choice;
use crate::figure::{Categories, Figure, Kind, Mark, Meaning, Series, Shape, Tone};
use crate::formula::{param_typed, param_value};
use crate::i18n::bench as words;
use crate::model;
use crate::output::Cell;
use crate::scenario::{ParamId, Scenario};
use crate::sort::sort_by;
use crate::unit::Unit;
use crate::whatif::goal::is_possible;
use crate::whatif::{input_name, quoted, quoted_name, short_name, sources};

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

/// What the curve marks, and what its title says of it.
enum Answer {
    /// This value gives the target.
    Reached(f64),
    /// The target is stepped over between these two.
    Between(Point, Point),
    /// This value comes closest.
    Closest(f64),
}

impl Answer {
    /// `None` where the result exists nowhere.
    fn of(cell: Cell, target: f64, param: ParamId, context: &Context) -> Option<Answer> {
        let found = is_possible(cell, target).then(|| seek(cell, target, param, context.scenario));
        match found? {
            Found::At { value, .. } => Some(Answer::Reached(param.row().snap(value))),
            Found::Between(near, far) => Some(Answer::Between(near, far)),
            Found::Closest { value, .. } => Some(Answer::Closest(value)),
            Found::Nowhere => None,
        }
    }

    /// The values of the input that are marked, each with its words.
    fn marked(&self, context: &Context) -> Vec<(f64, String)> {
        let closest = || context.say(|| "closest".to_owned(), || "最接近".to_owned());
        match *self {
            Answer::Reached(value) => {
                let found = context.say(|| "found".to_owned(), || "解".to_owned());
                vec![(value, found)]
            }
            Answer::Closest(value) => vec![(value, closest())],
            Answer::Between(near, far) => {
                let beyond = context.say(|| "beyond".to_owned(), || "反対側".to_owned());
                vec![(far.0, beyond), (near.0, closest())]
            }
        }
    }
}

/// The curve; `None` where the result exists nowhere on it.
pub fn figure(cell: Cell, target: f64, param: ParamId, context: &Context) -> Option<Figure> {
    let (scenario, reader) = (context.scenario, &context.reader);
    let answer = Answer::of(cell, target, param, context)?;
    let mut marked = answer.marked(context);
    let now = scenario.get(param);
    let mut kept = vec![now];
    kept.extend(marked.iter().map(|(at, _)| *at));
    let points = points(param, &kept);
    if marked.iter().all(|(at, _)| *at != now) {
        marked.insert(0, (now, reader.text(words::NOW).to_owned()));
    }
    let values: Vec<_> = points
        .iter()
        .map(|&value| result(cell, scenario, param, value))
        .collect();
    let mut panel = build::panel(
        String::new(),
        vec![
            wanted(target, points.len(), context),
            Series {
                name: short_name(cell, context),
                tone: Tone::Reshoring,
                shape: Shape::Plain,
                meaning: Meaning::WhatIf(points.iter().map(|&at| (param, at, cell)).collect()),
                values,
                base: None,
            },
        ],
    );
    panel.marks = marked
        .into_iter()
        .filter_map(|marked| mark(&points, &panel.series[1], param, marked, context))
        .collect();
    let named = |&value: &f64| match choice::choice(param) {
        Some(_) => param_value(param, value, reader),
        None => param_typed(param, value, reader.lang),
    };
    let (name, input) = (
        quoted_name(cell, context),
        quoted(&input_name(param, reader), reader.lang),
    );
    Some(Figure {
        title: title((cell, target), param, &answer, context),
        subtitle: context.say(
            || format!("{name} over {input}"),
            || format!("{input}に対する{name}"),
        ),
        categories: Categories::Names(points.iter().map(named).collect()),
        panels: vec![panel],
        kind: Kind::Lines { shared_scale: true },
        unit: cell.output().unit,
        sources: sources(cell),
        note: note(cell, context),
    })
}

fn note(cell: Cell, context: &Context) -> String {
    match cell.output().unit == Unit::Year {
        true => context.say(
            || "The model runs at points of the accepted range, all other inputs as they stand now; around the target at every step of the slider that matters. Years come in whole numbers, so a target may be stepped over. Where there is no line the result is not reached by 2040.".to_owned(),
            || "前提の入力可能な範囲でモデルを計算し、他の前提は現在の値のままとした。目標値の前後はスライダーの目盛まで絞り込んでいる。結果は整数の年のため、目標年を飛び越えることがある。線のない箇所は2040年まで該当なし。".to_owned(),
        ),
        false => context.say(
            || "The model runs at every point of the accepted range, all other inputs as they stand now; between two points around the target the interval is halved until it is exact.".to_owned(),
            || "前提の入力可能な範囲でモデルを計算し、他の前提は現在の値のままとした。目標値を挟む2点の間は、二分法で求めている。".to_owned(),
        ),
    }
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
    param: ParamId,
    answer: &Answer,
    context: &Context,
) -> String {
    let reader = &context.reader;
    let wanted = cell.output().written(Some(target), reader);
    let at = |value: f64| param_value(param, value, reader);
    let there = |point: &Point| cell.output().written(point.1, reader);
    match answer {
        Answer::Reached(best) => context.say(
            || format!("{wanted} is reached at {}", at(*best)),
            || format!("{wanted}に達するのは{}", at(*best)),
        ),
        Answer::Between(near, far) => context.say(
            || {
                let (near_value, far_value) = (at(near.0), at(far.0));
                format!(
                    "{wanted} is stepped over: {} at {near_value}, {} at {far_value}",
                    there(near),
                    there(far)
                )
            },
            || {
                let (near_value, far_value) = (at(near.0), at(far.0));
                format!(
                    "{wanted}にはならず、{near_value}で{}、{far_value}で{}",
                    there(near),
                    there(far)
                )
            },
        ),
        Answer::Closest(best) => context.say(
            || format!("{wanted} is out of reach, closest at {}", at(*best)),
            || format!("{wanted}には届かず、最接近は{}", at(*best)),
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

    #[test]
    fn the_curve_of_a_year_says_what_the_sentence_says() {
        let scenario = Scenario::default();
        in_context(&scenario, (Lang::En, Currency::Native, false), |context| {
            let payback = headlines::all()
                .into_iter()
                .find(|it| it.cell.output().id == "sovereign.payback");
            let cell = payback.unwrap().cell;
            let share = ParamId::find("sovereign.attribution").unwrap();
            assert_eq!(figure(cell, 2035.5, share, context), None);
            for target in 2026..=2041 {
                let target = f64::from(target);
                let said = crate::whatif::goal::told(cell, target, share, context).words;
                let title = figure(cell, target, share, context).unwrap().title;
                let reached = said.contains("is reached where") || said.contains("already gives");
                assert_eq!(title.contains("is reached at"), reached, "{said} {title}");
                let stepped_over = said.starts_with("No step of");
                assert_eq!(
                    title.contains("is stepped over"),
                    stepped_over,
                    "{said} {title}"
                );
            }
        });
    }
}
