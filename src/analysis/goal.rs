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
mod tests {
    use super::*;
    use crate::output::{Place, UNDATED};

    fn found(output: &str, place: Place, year: u16, target: f64, param: &str) -> Found {
        let cell = Cell::find(output, place, year).unwrap();
        seek(
            cell,
            target,
            ParamId::find(param).unwrap(),
            &Scenario::default(),
        )
    }

    #[test]
    fn the_adoption_that_gives_360_is_the_calibrated_one() {
        let Found::At { value, result } = found(
            "tam.new_market",
            Place::All,
            2040,
            360.0,
            "autonomy.adoption_2040",
        ) else {
            panic!("reachable")
        };
        assert!(
            (value - 26.9).abs() < 0.1 && (result - 360.0).abs() < 1e-6,
            "{value} {result}"
        );
    }

    #[test]
    fn the_overseas_share_for_44_trillion_is_found() {
        let Found::At { value, result } = found(
            "capture.sales",
            Place::Whole,
            2040,
            44.0,
            "capture.overseas_new_share_2040",
        ) else {
            panic!("reachable")
        };
        assert!((result - 44.0).abs() < 1e-9, "{result}");
        // The base case has 43.88 at 30 percent; one point of the share is worth the new market overseas.
        let market = |results: &model::Results| {
            let overseas = &crate::region::Region::OVERSEAS;
            results.tam.sum(overseas, 2040, |region| {
                region.reshoring_capex + region.labour_substitution
            })
        };
        let base = model::run(&Scenario::default());
        let expected = 30.0 + (44.0 - base.capture[2040].sales) / (market(&base) * 0.150) * 100.0;
        assert!((value - expected).abs() < 1e-6, "{value} {expected}");
    }

    #[test]
    fn a_result_that_exists_nowhere_is_said_to() {
        let cell = Cell::find("sovereign.payback", Place::Whole, UNDATED).unwrap();
        let mut scenario = Scenario::default();
        let attribution = ParamId::find("sovereign.attribution").unwrap();
        scenario.set(attribution, 0.0).unwrap();
        let fx = ParamId::find("macro.fx").unwrap();
        assert_eq!(seek(cell, 2035.0, fx, &scenario), Found::Nowhere);
    }

    #[test]
    fn sovereign_ai_breaks_even_at_its_break_even_attribution() {
        let Found::At { value, .. } = found(
            "sovereign.npv",
            Place::Whole,
            UNDATED,
            0.0,
            "sovereign.attribution",
        ) else {
            panic!("reachable")
        };
        let expected = model::run(&Scenario::default())
            .sovereign
            .summary
            .break_even_attribution;
        assert!((value - expected.unwrap()).abs() < 1e-6, "{value}");
    }

    #[test]
    fn what_cannot_be_reached_comes_with_how_close_it_gets() {
        let Found::Closest { value, result } = found(
            "tam.new_market",
            Place::All,
            2040,
            5000.0,
            "autonomy.adoption_2040",
        ) else {
            panic!("out of reach")
        };
        assert_eq!(value, 100.0);
        assert!((1100.0..1200.0).contains(&result), "{result}");
    }

    #[test]
    fn an_input_that_counts_in_whole_numbers_stays_whole() {
        let Found::Between(near, far) = found(
            "tam.reshoring_capex",
            Place::All,
            2040,
            60.0,
            "reshoring.target_year",
        ) else {
            panic!("no whole year gives exactly that")
        };
        assert_eq!((near.0.fract(), (near.0 - far.0).abs()), (0.0, 1.0));
        let (near, far) = (near.1.unwrap(), far.1.unwrap());
        assert!((near - 60.0).abs() <= (far - 60.0).abs());
        assert!((near - 60.0) * (far - 60.0) < 0.0, "{near} {far}");
    }

    fn year(target: f64, param: &str) -> (Found, Option<f64>) {
        let found = found("sovereign.payback", Place::Whole, UNDATED, target, param);
        let cell = Cell::find("sovereign.payback", Place::Whole, UNDATED).unwrap();
        let value = match found {
            Found::At { value, .. } | Found::Closest { value, .. } => value,
            Found::Between((value, _), _) => value,
            Found::Nowhere => return (found, None),
        };
        let mut scenario = Scenario::default();
        let param = ParamId::find(param).unwrap();
        assert_eq!(param.row().snap(value), value, "{value} is no step");
        scenario.set(param, value).unwrap();
        (found, cell.read(&model::run(&scenario)))
    }

    #[test]
    fn a_year_is_reached_only_where_a_step_gives_that_very_year() {
        let mut kinds = [0, 0];
        for target in 2033..=2040 {
            let target = f64::from(target);
            match year(target, "sovereign.attribution") {
                (Found::At { .. }, there) => {
                    kinds[0] += 1;
                    assert_eq!(there, Some(target));
                }
                (Found::Between(near, far), _) => {
                    kinds[1] += 1;
                    assert!((near.0 - far.0).abs() < 1.5, "{near:?} {far:?}");
                    let height = |year: Option<f64>| year.unwrap_or(f64::INFINITY);
                    let (one, other) = (height(near.1), height(far.1));
                    assert!(one.min(other) < target && target < one.max(other));
                }
                other => panic!("{target}: {other:?}"),
            }
        }
        assert!(kinds[0] > 0 && kinds[1] > 0, "{kinds:?}");
    }

    #[test]
    fn where_nothing_comes_closer_the_present_is_the_closest() {
        let cell = Cell::find("sovereign.payback", Place::Whole, UNDATED).unwrap();
        let now = cell.read(&model::run(&Scenario::default()));
        let attribution = ParamId::find("sovereign.attribution").unwrap();
        let (found, there) = year(1990.0, "sovereign.attribution");
        let value = attribution.row().default;
        assert_eq!(
            (found, there),
            (
                Found::Closest {
                    value,
                    result: now.unwrap()
                },
                now
            )
        );
    }

    #[test]
    fn of_the_steps_that_come_closest_the_first_is_taken() {
        let cell = Cell::find("sovereign.payback", Place::Whole, UNDATED).unwrap();
        let attribution = ParamId::find("sovereign.attribution").unwrap();
        let mut scenario = Scenario::default();
        scenario.set(attribution, 20.0).unwrap();
        let Found::Closest { value, result } = seek(cell, 1990.0, attribution, &scenario) else {
            panic!("out of reach")
        };
        scenario.set(attribution, value - 1.0).unwrap();
        let before = cell.read(&model::run(&scenario)).unwrap();
        assert!(before > result, "{value}: {before} {result}");
    }
}
