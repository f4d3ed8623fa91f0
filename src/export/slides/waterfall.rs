//! The columns of a waterfall as a stack that programs of presentations know: on an invisible base.
//!
//! The sheet of the chart has what each column adds, with its sign. What is drawn, the base and the heights, are
//! formulas on it, so that the chart follows a value that is changed there.

use super::series::{Drawn, GHOST, Look};
use crate::export::{exact, words};
use crate::figure::{Figure, Panel, Shape, Step};
use crate::i18n::number::Reader;
use crate::render::theme::Theme;
use crate::render::units;
use crate::text::Lang;

/// The column of contributions in the sheet, and that of their sum: the first two beside the names.
const CONTRIBUTION: char = 'B';
const SUM: char = 'C';

/// A column with the cells of the sheet between which it reaches.
struct Reach {
    step: Step,
    from: String,
    to: String,
}

/// Contributions and running sums with their formulas, each step on the one before, and where the columns reach.
fn chained(
    panel: &Panel,
    steps: Vec<Option<Step>>,
    reader: &Reader,
) -> (Drawn, Drawn, Vec<Option<Reach>>) {
    let (mut contributions, mut sums) = (helper(reader, Part::Value), helper(reader, Part::Sum));
    let mut reaches: Vec<Option<Reach>> = Vec::new();
    let mut last = None;
    for (index, step) in steps.into_iter().enumerate() {
        let (given, sum) = (cell(CONTRIBUTION, index), cell(SUM, index));
        contributions.values.push(step.map(|step| step.value));
        sums.values.push(step.map(|step| step.to));
        let (mut added, mut summed, mut reach) = (String::new(), String::new(), None);
        if let Some(step) = step {
            let is_total = panel.series[step.series].shape == Shape::Total;
            (added, summed) = match &last {
                // A sum in between, or the result.
                Some((before, to)) if is_total && near(step.value, *to) => {
                    (String::clone(before), given)
                }
                Some((before, _)) if !is_total => (String::new(), format!("{before}+{given}")),
                _ => (String::new(), given),
            };
            let from = last.filter(|_| !is_total);
            let from = from.map_or_else(|| "0".to_owned(), |(before, _)| before);
            let to = sum.clone();
            last = Some((sum, step.to));
            reach = Some(Reach { step, from, to });
        }
        contributions.formulas.push(added);
        sums.formulas.push(summed);
        reaches.push(reach);
    }
    (contributions, sums, reaches)
}

/// Contributions and sums, which only the sheet has, then the base and the heights of the columns.
pub fn columns(
    figure: &Figure,
    panel: &Panel,
    of: &dyn Fn(&str) -> String,
    reader: &Reader,
) -> Vec<Drawn> {
    let factor = units::scale(figure, reader, panel, 0).factor;
    let steps = scaled(figure.steps(panel, false), factor);
    let (contributions, sums, reaches) = chained(panel, steps, reader);
    let mut all = vec![contributions, sums, float(&reaches, reader)];
    for (number, series) in panel.series.iter().enumerate() {
        for part in [Part::Above, Part::Below] {
            let own = |reach: &&Reach| reach.step.series == number;
            let reaches = reaches.iter().map(|it| it.as_ref().filter(own));
            all.push(Drawn {
                look: Look::Plain,
                colour: series.tone.colour(Theme::Light),
                name: part.name(&series.name, reader),
                ..filled(part, reaches, reader)
            });
        }
    }
    if panel.series.iter().any(|series| series.base.is_some()) {
        let base = scaled(figure.steps(panel, true), factor);
        let mut given = helper(reader, Part::Value);
        given.name = of(reader.text(words::CONTRIBUTION));
        given.values = base.iter().map(|step| Some((*step)?.value)).collect();
        all.push(given);
    }
    all.push(labels(figure, panel, reader));
    all
}

/// What each column adds with the digits that the page has, for what is written over it.
fn labels(figure: &Figure, panel: &Panel, reader: &Reader) -> Drawn {
    let mut drawn = helper(reader, Part::Label);
    drawn.look = Look::Label;
    let scale = units::scale(figure, reader, panel, 0);
    for (index, step) in figure.steps(panel, false).into_iter().enumerate() {
        let written = step.map(|step| reader.cell(&scale, step.value));
        let digits = written.as_deref().and_then(|it| it.split_once('.'));
        let digits = digits.map_or(0, |(_, digits)| digits.len());
        let unit = 10_f64.powi(digits as i32);
        let rounded = |step: Step| (step.value * scale.factor * unit).round() / unit;
        drawn.values.push(step.map(rounded));
        let formula = format!("ROUND({},{digits})", cell(CONTRIBUTION, index));
        drawn
            .formulas
            .push(step.map_or_else(String::new, |_| formula));
    }
    drawn
}

/// What stands over the columns: what each adds, and where those end that they are compared with.
pub fn over(
    figure: &Figure,
    panel: &Panel,
    of: &dyn Fn(&str) -> String,
    reader: &Reader,
) -> Vec<Drawn> {
    let mut all = vec![told(figure, panel, reader)];
    all.extend(levels(figure, panel, of, reader));
    all
}

/// The upper ends of the columns, with what each adds as the page writes it.
fn told(figure: &Figure, panel: &Panel, reader: &Reader) -> Drawn {
    let scale = units::scale(figure, reader, panel, 0);
    let steps = figure.steps(panel, false);
    let label =
        |step: &Option<Step>| step.map_or_else(String::new, |step| reader.cell(&scale, step.value));
    let labels = steps.iter().map(label).collect();
    let (_, _, reaches) = chained(panel, scaled(steps, scale.factor), reader);
    Drawn {
        look: Look::Told,
        labels,
        ..filled(Part::Top, reaches.iter().map(Option::as_ref), reader)
    }
}

fn levels(
    figure: &Figure,
    panel: &Panel,
    of: &dyn Fn(&str) -> String,
    reader: &Reader,
) -> Vec<Drawn> {
    if panel.series.iter().all(|series| series.base.is_none()) {
        return Vec::new();
    }
    let factor = units::scale(figure, reader, panel, 0).factor;
    let ends = scaled(figure.steps(panel, true), factor);
    let values = ends.into_iter().map(|step| Some(step?.to)).collect();
    let name = of(reader.text(words::SUM));
    vec![Drawn {
        look: Look::Level,
        ..Drawn::plain(name, GHOST, values)
    }]
}

/// What a series of the sheet holds of each column.
#[derive(Clone, Copy)]
enum Part {
    Value,
    Sum,
    Float,
    Above,
    Below,
    Top,
    Label,
}

impl Part {
    fn name(self, series: &str, reader: &Reader) -> String {
        let text = match self {
            Part::Value => words::CONTRIBUTION_EDITED,
            Part::Sum => words::SUM,
            Part::Float => words::FLOAT,
            Part::Above => words::ABOVE,
            Part::Below => words::BELOW,
            Part::Top => words::TOP,
            Part::Label => words::LABEL,
        };
        let text = reader.text(text);
        match (self, reader.lang) {
            (Part::Above | Part::Below, Lang::En) => format!("{series} {text}"),
            (Part::Above | Part::Below, Lang::Ja) => format!("{series}{text}"),
            _ => text.to_owned(),
        }
    }

    /// Of a column between two ends.
    fn value(self, step: Step) -> f64 {
        let (low, high) = (step.low(), step.high());
        match self {
            Part::Value | Part::Label => step.value,
            Part::Sum => step.to,
            Part::Float => low.max(0.0) + high.min(0.0),
            Part::Above => high.max(0.0) - low.max(0.0),
            Part::Below => low.min(0.0) - high.min(0.0),
            Part::Top => high,
        }
    }

    /// The same between two cells.
    fn formula(self, from: &str, to: &str) -> String {
        let (low, high) = (format!("MIN({from},{to})"), format!("MAX({from},{to})"));
        match self {
            Part::Value | Part::Sum | Part::Label => String::new(),
            Part::Float => format!("MAX(0,{low})+MIN(0,{high})"),
            Part::Above => format!("MAX(0,{high})-MAX(0,{low})"),
            Part::Below => format!("MIN(0,{low})-MIN(0,{high})"),
            Part::Top => high,
        }
    }
}

fn helper(reader: &Reader, part: Part) -> Drawn {
    Drawn {
        look: Look::Sheet,
        in_legend: false,
        ..Drawn::plain(part.name("", reader), GHOST, Vec::new())
    }
}

fn float(reaches: &[Option<Reach>], reader: &Reader) -> Drawn {
    Drawn {
        look: Look::Float,
        ..filled(Part::Float, reaches.iter().map(Option::as_ref), reader)
    }
}

fn filled<'a>(
    part: Part,
    reaches: impl Iterator<Item = Option<&'a Reach>>,
    reader: &Reader,
) -> Drawn {
    let mut drawn = helper(reader, part);
    for reach in reaches {
        drawn.values.push(reach.map(|reach| part.value(reach.step)));
        let formula = reach.map(|reach| part.formula(&reach.from, &reach.to));
        drawn.formulas.push(formula.unwrap_or_default());
    }
    drawn
}

fn scaled(steps: Vec<Option<Step>>, factor: f64) -> Vec<Option<Step>> {
    let scale = |step: Step| Step {
        series: step.series,
        value: step.value * factor,
        from: step.from * factor,
        to: step.to * factor,
    };
    steps.into_iter().map(|step| step.map(scale)).collect()
}

/// Equal but for rounding.
fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs())
}

/// The cell of a category: below the heading.
fn cell(column: char, index: usize) -> String {
    format!("{column}{}", exact(index as f64 + 2.0))
}
