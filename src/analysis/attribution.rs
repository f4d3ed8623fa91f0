//! Attribution: which changed input moved a result by how much, from the base case to the present scenario.
//!
//! The Shapley value: the effect of an input averaged over every order in which the changes could have been made. It
//! adds up exactly and treats inputs alike; where inputs act together it splits their joint effect evenly, which is a
//! convention and not a finding. With many changes, orders are drawn instead of all being tried.

use fastrand::Rng;

use crate::model;
use crate::output::Cell;
use crate::scenario::{ParamId, Scenario};
use crate::sort::sort_by;

/// Up to so many changes all subsets are run: two to the power of it runs.
const EXACT_UP_TO: usize = 10;

/// Orders drawn beyond that; each is tried forwards and backwards.
const ORDERS: usize = 40;

/// The parts that each changed input has in the move of a result.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// The result in the base case.
    pub base: f64,
    /// The result now.
    pub now: f64,
    /// The inputs and their parts, the largest first; they add up to the difference.
    pub parts: Vec<(ParamId, f64)>,
    /// Whether every order was counted, or some were drawn.
    pub exact: bool,
}

/// Splits the difference of `cell` between the base case and `scenario`; `None` where it does not exist in both, or on
/// the way between them.
pub fn attribute(cell: Cell, scenario: &Scenario) -> Option<Attribution> {
    let mut work = Work::new(cell, scenario);
    while !work.advance() {}
    work.done()
}

/// An attribution under way: it advances one run of the model at a time, so that a page can draw in between.
#[derive(Clone, Debug)]
pub struct Work {
    cell: Cell,
    scenario: Scenario,
    changed: Vec<ParamId>,
    way: Way,
    /// Whether the result was missing in some run.
    missing: bool,
}

/// How the orders are covered.
#[derive(Clone, Debug)]
enum Way {
    /// The result of every subset of the changes, as far as it has been run.
    Subsets(Vec<f64>),
    /// Some orders.
    Orders {
        rng: Rng,
        order: Vec<usize>,
        /// Orders that have been walked to their end, forwards and backwards.
        walked: usize,
        made: Box<Scenario>,
        /// How many changes of the present order have been made, and the result with them.
        at: usize,
        before: f64,
        shares: Vec<f64>,
    },
}

impl Work {
    /// Prepares to split the difference of `cell` between the base case and `scenario`.
    pub fn new(cell: Cell, scenario: &Scenario) -> Work {
        let changed: Vec<_> = scenario.changed().collect();
        let count = changed.len();
        let way = match count <= EXACT_UP_TO {
            true => Way::Subsets(Vec::with_capacity(1 << count)),
            false => Way::Orders {
                rng: Rng::with_seed(1),
                order: (0..count).collect(),
                walked: 0,
                made: Box::default(),
                at: 0,
                before: f64::NAN,
                shares: vec![0.0; count],
            },
        };
        Work {
            cell,
            scenario: *scenario,
            changed,
            way,
            missing: false,
        }
    }

    /// One further run of the model; true when all are made.
    pub fn advance(&mut self) -> bool {
        let is_done = self.is_done();
        if !is_done && self.run().is_none() {
            self.missing = true;
        }
        is_done || self.is_done()
    }

    fn is_done(&self) -> bool {
        self.missing
            || match &self.way {
                Way::Subsets(values) => values.len() == 1 << self.changed.len(),
                Way::Orders { walked, .. } => *walked == 2 * ORDERS,
            }
    }

    fn run(&mut self) -> Option<()> {
        let Work {
            cell,
            scenario,
            changed,
            way,
            ..
        } = self;
        let count = changed.len();
        match way {
            Way::Subsets(values) => {
                let subset = values.len();
                let made = with(scenario, changed, |index| subset >> index & 1 == 1);
                values.push(cell.read(&model::run(&made))?);
            }
            Way::Orders {
                rng,
                order,
                walked,
                made,
                at,
                before,
                shares,
            } => {
                if *at == 0 {
                    match *walked % 2 {
                        0 => rng.shuffle(order),
                        _ => order.reverse(),
                    }
                    **made = Scenario::default();
                    *before = cell.read(&model::run(made))?;
                }
                let index = order[*at];
                let _ = made.set(changed[index], scenario.get(changed[index]));
                let after = cell.read(&model::run(made))?;
                shares[index] += (after - *before) / (2 * ORDERS) as f64;
                (*before, *at) = (after, *at + 1);
                if *at == count {
                    (*at, *walked) = (0, *walked + 1);
                }
            }
        }
        Some(())
    }

    /// What was found, once all runs are made.
    pub fn done(&self) -> Option<Attribution> {
        if self.missing || !self.is_done() {
            return None;
        }
        let (shares, exact) = match &self.way {
            Way::Subsets(values) => (from_subsets(values, self.changed.len()), true),
            Way::Orders { shares, .. } => (shares.clone(), false),
        };
        let mut parts: Vec<_> = self.changed.iter().copied().zip(shares).collect();
        sort_by(&mut parts, |one, other| one.1.abs() > other.1.abs());
        Some(Attribution {
            base: self.cell.read(&model::run(&Scenario::default()))?,
            now: self.cell.read(&model::run(&self.scenario))?,
            parts,
            exact,
        })
    }
}

/// The base case with the changes of `members` made.
fn with(scenario: &Scenario, changed: &[ParamId], members: impl Fn(usize) -> bool) -> Scenario {
    let mut made = Scenario::default();
    for (index, &param) in changed.iter().enumerate() {
        if members(index) {
            // Values that stand in a scenario are accepted by another.
            let _ = made.set(param, scenario.get(param));
        }
    }
    made
}

fn from_subsets(values: &[f64], count: usize) -> Vec<f64> {
    // Of all orders, the part in which exactly `before` given inputs come first: before! (count − 1 − before)! / count!
    let weight = |before: usize| {
        let orders: f64 = (1..=before)
            .map(|i| i as f64 / (count - i) as f64)
            .product();
        orders / count as f64
    };
    let share = |index: usize| {
        (0..values.len())
            .filter(|subset| subset >> index & 1 == 0)
            .map(|subset| {
                weight(subset.count_ones() as usize)
                    * (values[subset | 1 << index] - values[subset])
            })
            .sum()
    };
    (0..count).map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::Place;

    fn market() -> Cell {
        Cell::find("tam.new_market", Place::All, 2040).unwrap()
    }

    fn scenario(changes: &[(&str, f64)]) -> Scenario {
        let mut scenario = Scenario::default();
        for (id, value) in changes {
            scenario.set(ParamId::find(id).unwrap(), *value).unwrap();
        }
        scenario
    }

    fn adds_up(attribution: &Attribution) {
        let sum: f64 = attribution.parts.iter().map(|part| part.1).sum();
        let difference = attribution.now - attribution.base;
        assert!(
            (sum - difference).abs() < 1e-9 * attribution.base.abs(),
            "{sum} {difference}"
        );
    }

    #[test]
    fn one_change_is_the_whole_difference() {
        let found = attribute(market(), &scenario(&[("labour.productivity_growth", 1.0)])).unwrap();
        assert_eq!(found.parts.len(), 1);
        assert!(found.exact);
        adds_up(&found);
    }

    #[test]
    fn two_changes_split_their_joint_effect_evenly() {
        let (a, b) = (
            ("autonomy.adoption_2040", 20.0),
            ("labour.productivity_growth", 0.5),
        );
        let read =
            |changes: &[(&str, f64)]| market().read(&model::run(&scenario(changes))).unwrap();
        let (none, only_a, only_b, both) = (read(&[]), read(&[a]), read(&[b]), read(&[a, b]));
        let found = attribute(market(), &scenario(&[a, b])).unwrap();
        adds_up(&found);
        let part = |id: &str| {
            found
                .parts
                .iter()
                .find(|part| part.0.row().id == id)
                .unwrap()
                .1
        };
        let expected = ((only_a - none) + (both - only_b)) / 2.0;
        assert!((part(a.0) - expected).abs() < 1e-9);
    }

    #[test]
    fn many_changes_still_add_up() {
        let mut changed = Scenario::default();
        for param in ParamId::all().take(16) {
            let row = param.row();
            changed
                .set(
                    param,
                    if row.low < row.default {
                        row.low
                    } else {
                        row.high
                    },
                )
                .unwrap();
        }
        let found = attribute(market(), &changed).unwrap();
        assert!(!found.exact && found.parts.len() > EXACT_UP_TO);
        adds_up(&found);
    }

    #[test]
    fn without_changes_there_is_nothing_to_split() {
        let found = attribute(market(), &Scenario::default()).unwrap();
        assert_eq!((found.parts.len(), found.now), (0, found.base));
    }
}
