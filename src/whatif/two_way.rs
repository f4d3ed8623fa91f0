//! Two-way table: one result over two inputs, with the present point among the others.

use crate::chapters::{Context, MISSING, build};
use crate::choice;
use crate::figure::{Categories, Figure, Kind, Meaning, Series, Shape, Tone};
use crate::formula::{param_typed, param_value};
use crate::i18n::bench as words;
use crate::model;
use crate::output::Cell;
use crate::scenario::{ParamId, Scenario};
use crate::sort::sort_by;
use crate::unit::Unit;
use crate::whatif::{input_name, quoted, quoted_name, sources};

/// Values of each input.
pub const SIDE: usize = 9;

/// A result over two inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Values of the input across, ascending.
    pub across: Vec<f64>,
    /// Values of the input down, ascending.
    pub down: Vec<f64>,
    /// The results, row by row; `None` where there is none.
    pub values: Vec<Option<f64>>,
    /// Column and row of the present scenario.
    pub present: (usize, usize),
}

impl Grid {
    /// How far a value lies between the smallest and the largest, 0 to 1.
    pub fn share(&self, value: f64) -> f64 {
        let values = self.values.iter().flatten();
        let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |ends, &value| {
            (ends.0.min(value), ends.1.max(value))
        });
        if high > low {
            (value - low) / (high - low)
        } else {
            0.0
        }
    }
}

/// The inputs across and down: those asked for as far as they move the result, else those that move it most; never the
/// same twice.
pub fn pair(asked: &[ParamId], movers: &[ParamId]) -> (Option<ParamId>, Option<ParamId>) {
    let nth = |number: usize| asked.get(number).filter(|param| movers.contains(param));
    let other = |taken: Option<ParamId>| {
        let mut free = movers.iter().filter(move |param| Some(**param) != taken);
        free.next().copied()
    };
    let down = nth(1).copied();
    let across = nth(0).copied().or_else(|| other(down));
    let down = down.filter(|_| down != across).or_else(|| other(across));
    (across, down)
}

/// The values of an input that a table has: evenly over its plausible range, or over the accepted one where it is not
/// varied, widened to the present value, which is always among them.
pub fn values(param: ParamId, scenario: &Scenario) -> Vec<f64> {
    let (row, now) = (param.row(), scenario.get(param));
    let (low, high) = match row.low < row.high {
        true => (row.low.min(now), row.high.max(now)),
        false => (row.min, row.max),
    };
    let last = (SIDE - 1) as f64;
    let at = |step: usize| row.snap(low + (high - low) * step as f64 / last);
    let mut values: Vec<f64> = (0..SIDE).map(at).collect();
    let apart = |value: f64| (value - now).abs();
    let nearest =
        (0..SIDE).min_by(|&one, &other| apart(values[one]).total_cmp(&apart(values[other])));
    if let Some(nearest) = nearest {
        values[nearest] = now;
    }
    sort_by(&mut values, |one, other| one < other);
    values.dedup();
    values
}

/// Runs the model at every point of the table.
pub fn grid(cell: Cell, scenario: &Scenario, across: ParamId, down: ParamId) -> Grid {
    let (columns, rows) = (values(across, scenario), values(down, scenario));
    let mut found = Vec::with_capacity(columns.len() * rows.len());
    for &row in &rows {
        for &column in &columns {
            let mut other = *scenario;
            let set = other.set(across, column).and(other.set(down, row));
            found.push(set.ok().and_then(|()| cell.read(&model::run(&other))));
        }
    }
    let place = |values: &[f64], param| {
        let now = scenario.get(param);
        values.iter().position(|&value| value == now).unwrap_or(0)
    };
    Grid {
        present: (place(&columns, across), place(&rows, down)),
        across: columns,
        down: rows,
        values: found,
    }
}

/// The table as a figure: a series for every row. It is shown as a table, coloured by size.
pub fn figure(
    cell: Cell,
    grid: &Grid,
    (across, down): (ParamId, ParamId),
    context: &Context,
) -> Figure {
    let reader = &context.reader;
    let named = |param, value| match choice::choice(param) {
        Some(_) => param_value(param, value, reader),
        None => param_typed(param, value, reader.lang),
    };
    let count = grid.across.len();
    let row = |(number, &value): (usize, &f64)| Series {
        name: named(down, value),
        tone: Tone::Nth((number % 4) as u8),
        shape: Shape::Plain,
        values: grid.values[number * count..(number + 1) * count].to_vec(),
        base: None,
        meaning: Meaning::Cells(Vec::new()),
    };
    let name = quoted_name(cell, context);
    let input = |param| quoted(&input_name(param, reader), reader.lang);
    let (down_label, across_label) = (input(down), input(across));
    Figure {
        title: title(cell, grid, context),
        subtitle: context.say(
            || format!("{name}: {down_label} down, {across_label} across"),
            || format!("{name}、縦は{down_label}、横は{across_label}"),
        ),
        categories: Categories::Names(
            grid.across
                .iter()
                .map(|&value| named(across, value))
                .collect(),
        ),
        panels: vec![build::panel(
            String::new(),
            grid.down.iter().enumerate().map(row).collect(),
        )],
        kind: Kind::Heat {
            across,
            down,
            present: grid.present,
        },
        unit: cell.output().unit,
        sources: sources(cell),
        note: note(cell, grid, context),
    }
}

/// A dash in the table of a year is no gap in the model.
fn note(cell: Cell, grid: &Grid, context: &Context) -> String {
    let note = context.reader.text(words::TWO_WAY_NOTE);
    let absent = grid.values.iter().any(Option::is_none);
    match absent && cell.output().unit == Unit::Year {
        true => context.say(
            || format!("{note} {MISSING}: not by 2040."),
            || format!("{note}「{MISSING}」は2040年まで該当なし。"),
        ),
        false => note.to_owned(),
    }
}

fn title(cell: Cell, grid: &Grid, context: &Context) -> String {
    let found = || grid.values.iter().flatten().copied();
    let (low, high) = (
        found().fold(f64::INFINITY, f64::min),
        found().fold(f64::NEG_INFINITY, f64::max),
    );
    if low > high {
        return context.say(
            || "The result exists nowhere in the table".to_owned(),
            || "表のどこにも該当する結果はない".to_owned(),
        );
    }
    let unit = cell.output().unit;
    let never = unit == Unit::Year && grid.values.iter().any(Option::is_none);
    let high = match never {
        true => context.say(
            || "later than 2040".to_owned(),
            || "2040年より後".to_owned(),
        ),
        false => context.reader.write(unit, high),
    };
    let low = context.reader.write(unit, low);
    context.say(
        || format!("The two inputs span {low} to {high}"),
        || format!("2つの前提で{low}～{high}の幅"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapters::tests::in_context;
    use crate::i18n::number::Currency;
    use crate::output::{Place, UNDATED};
    use crate::text::Lang;

    #[test]
    fn the_present_point_is_in_the_table_wherever_the_inputs_stand() {
        let cell = Cell::find("tam.new_market", Place::All, 2040).unwrap();
        let share = ParamId::find("reshoring.share").unwrap();
        let adoption = ParamId::find("autonomy.adoption_2040").unwrap();
        for (one, other) in [(100.0, 26.9), (3.0, 99.9), (61.0, 14.2)] {
            let mut scenario = Scenario::default();
            scenario.set(share, one).unwrap();
            scenario.set(adoption, other).unwrap();
            let grid = grid(cell, &scenario, share, adoption);
            let (column, row) = grid.present;
            assert_eq!((grid.across[column], grid.down[row]), (one, other));
            let now = cell.read(&model::run(&scenario));
            assert_eq!(grid.values[row * grid.across.len() + column], now);
            assert_eq!(grid.values.len(), SIDE * SIDE);
            let shares = grid.values.iter().flatten().map(|&value| grid.share(value));
            assert!(shares.clone().all(|share| (0.0..=1.0).contains(&share)));
        }
    }

    #[test]
    fn years_in_the_table_have_no_separators_and_a_dash_is_explained() {
        let scenario = Scenario::default();
        in_context(&scenario, (Lang::En, Currency::Native, false), |context| {
            let cell = Cell::find("platforms.payback", Place::Whole, UNDATED).unwrap();
            let [across, down] = ["platforms.capex_2026", "platforms.capex_growth"]
                .map(|id| ParamId::find(id).unwrap());
            let grid = grid(cell, &scenario, across, down);
            let figure = figure(cell, &grid, (across, down), context);
            let scale = context
                .reader
                .scale(figure.unit, figure.largest(figure.unit));
            for value in grid.values.iter().flatten() {
                assert_eq!(context.reader.cell(&scale, *value), value.to_string());
            }
            assert!(figure.note.ends_with("–: not by 2040."), "{}", figure.note);
            assert!(
                figure.title.ends_with(" to later than 2040"),
                "{}",
                figure.title
            );
            assert!(figure.subtitle.starts_with('“'), "{}", figure.subtitle);
        });
    }

    #[test]
    fn a_pair_is_of_two_inputs() {
        let all: Vec<_> = ParamId::all().take(4).collect();
        let (movers, [a, b, c, stranger]) = (&all[..3], [all[0], all[1], all[2], all[3]]);
        for (asked, expected) in [
            (vec![], (Some(a), Some(b))),
            (vec![b], (Some(b), Some(a))),
            (vec![stranger, a], (Some(b), Some(a))),
            (vec![c, c], (Some(c), Some(a))),
            (vec![c, b], (Some(c), Some(b))),
        ] {
            assert_eq!(pair(&asked, movers), expected, "{asked:?}");
        }
        assert_eq!(pair(&[a], &[a]), (Some(a), None));
        assert_eq!(pair(&[a], &[]), (None, None));
    }

    #[test]
    fn every_input_has_values_it_accepts() {
        for param in ParamId::all() {
            let values = values(param, &Scenario::default());
            assert!(values.windows(2).all(|pair| pair[0] < pair[1]));
            assert!(values.iter().all(|&value| param.row().accepts(value)));
        }
    }
}
