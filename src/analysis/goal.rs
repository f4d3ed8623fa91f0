//! Goal seek: the value of one input that brings a result to a target.
//!
//! Results that move in steps, such as years, and inputs that count in whole numbers are looked at on the steps of the
//! slider: there a target is reached only where a step gives that very value.

use crate::model;
use crate::output::Cell;
use crate::scenario::{ParamId, Scenario};
use crate::sort::sort_by;
use crate::unit::Unit;

/// Points at which the range of an input is looked at before a bracket is narrowed.
const LOOKS: usize = 40;

/// Halvings of a bracket: beyond the digits of any slider.
const HALVINGS: usize = 60;

/// A value of the input and the result that it gives; `None` where the result does not exist.
pub type Point = (f64, Option<f64>);

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Found {
    /// This value of the input gives the target.
    At {
        /// The value: a step of the slider where results or inputs go in steps, else not rounded to the slider.
        value: f64,
        /// The result there.
        result: f64,
    },
    /// The result steps over the target between these two values, that nearer to the target first.
    Between(Point, Point),
    /// No value within the range gives the target; this one comes closest, and of several the one nearest to the
    /// present value.
    Closest {
        /// The value.
        value: f64,
        /// The result there.
        result: f64,
    },
    /// The result does not exist anywhere in the range.
    Nowhere,
}

/// A search under way.
struct Seek<'a> {
    cell: Cell,
    target: f64,
    param: ParamId,
    scenario: &'a Scenario,
}

/// Looks for the value of `param`, all other inputs as in `scenario`, that gives `cell` the value `target`.
///
/// Of several the one nearest to the present value is taken.
pub fn seek(cell: Cell, target: f64, param: ParamId, scenario: &Scenario) -> Found {
    let seek = Seek {
        cell,
        target,
        param,
        scenario,
    };
    let found = match seek.goes_in_steps() {
        true => seek.over_steps(),
        false => seek.over_range(),
    };
    found.unwrap_or_else(|| seek.closest())
}

/// Where the range is looked at: evenly, or at every whole number where only those count.
pub fn looks(param: ParamId) -> Vec<f64> {
    let row = param.row();
    if row.unit.is_whole() {
        let count = (row.max - row.min) as usize;
        return (0..=count).map(|step| row.min + step as f64).collect();
    }
    let at = |step: usize| row.min + (row.max - row.min) * step as f64 / LOOKS as f64;
    (0..=LOOKS).map(|step| at(step).min(row.max)).collect()
}

impl Seek<'_> {
    fn goes_in_steps(&self) -> bool {
        self.cell.output().unit == Unit::Year || self.param.row().unit.is_whole()
    }

    fn present(&self) -> f64 {
        self.scenario.get(self.param)
    }

    fn away(&self, value: f64) -> f64 {
        (value - self.present()).abs()
    }

    fn read(&self, value: f64) -> Option<f64> {
        let mut other = *self.scenario;
        other.set(self.param, value).ok()?;
        self.cell.read(&model::run(&other))
    }

    /// A result to be compared with the target: a year that is not reached lies after all others, anything else that
    /// does not exist lies nowhere.
    fn height(&self, result: Option<f64>) -> Option<f64> {
        match self.cell.output().unit {
            Unit::Year => Some(result.unwrap_or(f64::INFINITY)),
            _ => result,
        }
    }

    /// The values of the slider that are looked at first, with their results: evenly over the range, and the present.
    fn seen(&self) -> Vec<Point> {
        let row = self.param.row();
        let on_slider = |value: f64| match self.goes_in_steps() {
            true => row.snap(value),
            false => value,
        };
        let mut values: Vec<f64> = looks(self.param).into_iter().map(on_slider).collect();
        values.push(self.present());
        sort_by(&mut values, |one, other| one < other);
        values.dedup();
        let point = |value| (value, self.read(value));
        values.into_iter().map(point).collect()
    }

    /// Neighbours that have the target between them, or one of which gives it; those nearest to the present first, and
    /// of each the nearer first.
    fn brackets(&self) -> Vec<(Point, Point)> {
        let seen = self.seen();
        let there: Vec<&Point> = seen
            .iter()
            .filter(|point| self.height(point.1).is_some())
            .collect();
        let mut brackets: Vec<(Point, Point)> = Vec::new();
        for pair in there.windows(2) {
            let (one, other) = (*pair[0], *pair[1]);
            let (near, far) = match self.away(one.0) <= self.away(other.0) {
                true => (one, other),
                false => (other, one),
            };
            if self.passes(near.1, far.1) {
                brackets.push((near, far));
            }
        }
        sort_by(&mut brackets, |one, other| {
            self.away(one.0.0) < self.away(other.0.0)
        });
        brackets
    }

    /// Whether the target is given by one of two results, or lies between them.
    fn passes(&self, near: Option<f64>, far: Option<f64>) -> bool {
        let (Some(near), Some(far)) = (self.height(near), self.height(far)) else {
            return false;
        };
        near.min(far) <= self.target && self.target <= near.max(far)
    }

    fn is_target(&self, point: Point) -> bool {
        point.1 == Some(self.target)
    }

    /// The step that gives the target, or else two neighbouring ones between which it is passed over.
    fn over_steps(&self) -> Option<Found> {
        let mut passed_over = None;
        for (near, far) in self.brackets() {
            match self.first_step(near, far, |point| self.passes(near.1, point.1)) {
                (out, _) if self.is_target(out) => return Some(at(out)),
                (_, back) if self.is_target(back) => return Some(at(back)),
                ends => passed_over = passed_over.or(Some(self.between(ends))),
            }
        }
        passed_over
    }

    /// The neighbouring steps, from `out` towards `back`, between which something begins to hold.
    fn first_step(&self, out: Point, back: Point, holds: impl Fn(Point) -> bool) -> (Point, Point) {
        let (row, mut out, mut back) = (self.param.row(), out, back);
        while (back.0 - out.0).abs() > 1.5 * row.step {
            let middle = row.snap((out.0 + back.0) / 2.0);
            if middle == out.0 || middle == back.0 {
                break;
            }
            let middle = (middle, self.read(middle));
            match holds(middle) {
                true => back = middle,
                false => out = middle,
            }
        }
        (out, back)
    }

    /// Halves the bracket until it is as narrow as numbers get; what then still lies apart is a step of the result.
    fn over_range(&self) -> Option<Found> {
        let (near, far) = self.brackets().into_iter().next()?;
        let (mut out, mut back) = (near, far);
        for _ in 0..HALVINGS {
            let middle = (out.0 + back.0) / 2.0;
            let Some(result) = self.read(middle) else {
                break;
            };
            let middle = (middle, Some(result));
            match self.passes(out.1, middle.1) {
                true => back = middle,
                false => out = middle,
            }
        }
        let Found::Between(best, other) = self.between((out, back)) else {
            return None;
        };
        let fine = 1e-6 * apart(near.1, far.1).max(self.target.abs()).max(1e-9);
        match apart(best.1, Some(self.target)) <= fine {
            true => Some(at(best)),
            false => Some(Found::Between(best, other)),
        }
    }

    /// Two values around the target, that nearer to it first; where both are as near, that nearer to the present.
    fn between(&self, (out, back): (Point, Point)) -> Found {
        let miss = |point: Point| apart(point.1, Some(self.target));
        match miss(back) < miss(out) {
            true => Found::Between(back, out),
            false => Found::Between(out, back),
        }
    }

    /// What comes closest where nothing gives the target.
    fn closest(&self) -> Found {
        let seen = self.seen();
        let there = seen.iter().filter(|point| point.1.is_some());
        let miss = |point: &Point| (apart(point.1, Some(self.target)), self.away(point.0));
        let closest = there.min_by(|one, other| {
            let (one, other) = (miss(one), miss(other));
            one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1))
        });
        let Some(&closest) = closest else {
            return Found::Nowhere;
        };
        let present = (self.present(), self.read(self.present()));
        // Of the steps that give the same, those behind the first one are further away than need be.
        let first = match self.goes_in_steps() && present.1 != closest.1 {
            true => {
                self.first_step(present, closest, |point| point.1 == closest.1)
                    .1
            }
            false => closest,
        };
        Found::Closest {
            value: first.0,
            result: first.1.unwrap_or(f64::NAN),
        }
    }
}

fn at((value, result): Point) -> Found {
    Found::At {
        value,
        result: result.unwrap_or(f64::NAN),
    }
}

/// How far apart two results are; infinitely where one does not exist.
fn apart(one: Option<f64>, other: Option<f64>) -> f64 {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs(),
        _ => f64::INFINITY,
    }
}

#[cfg(test)]
mod tests;
