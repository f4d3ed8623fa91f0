//! Cost and benefits year by year, and whether the one covers the other.

use super::{Benefits, Cost, Deficit, FIRST_YEAR, Flow, Inputs, LAST_YEAR};
use crate::model::shared;
use crate::series::ramp;

/// The years in which the model is built, in equal parts.
const BUILDING: std::ops::RangeInclusive<u16> = 2026..=2031;
/// The years in which it runs, in equal parts.
const RUNNING: std::ops::RangeInclusive<u16> = 2032..=2040;
/// The year in which the servers are replaced.
const REFRESH_YEAR: u16 = 2036;
/// After this year, health, automotive and ASEAN benefits grow to their value of 2040.
const RAMP_START: f64 = 2030.0;

/// Cost and benefits of one year, JPY tn at current prices.
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FlowYear {
    /// Cost.
    pub cost: f64,
    /// Benefits before attribution and count switches.
    #[cfg_attr(not(target_arch = "wasm32"), serde(flatten))]
    pub benefits: Benefits,
    /// Benefits counted, the part due to sovereign AI.
    pub counted_benefit: f64,
    /// Counted benefit less cost.
    pub net: f64,
    /// Sum of `net` since 2026.
    pub cumulative: f64,
    /// What the cost consists of.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip))]
    pub spent: Spending,
    /// Benefits that the switches count, before attribution.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip))]
    pub effect: f64,
    /// The counted benefit by use.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip))]
    pub counted: Benefits,
    /// What a yen of this year is worth in 2026.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip))]
    pub discount: f64,
}

/// The cost of one year, JPY tn.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spending {
    /// Capital and R&D.
    pub building: f64,
    /// Electricity and operators.
    pub operating: f64,
    /// Servers that replace the first ones.
    pub refresh: f64,
}

impl Spending {
    /// The whole cost.
    pub fn total(&self) -> f64 {
        self.building + self.operating + self.refresh
    }
}

/// The yearly flow in a few figures.
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// The benefits of 2040, before attribution and count switches.
    pub full: Benefits,
    /// Net present value in 2026, JPY tn.
    pub npv: f64,
    /// First year after 2026 with a cumulative flow of at least 0; `None` if none to 2040.
    pub payback: Option<u16>,
    /// Cost to 2040, not discounted, JPY tn.
    pub total_cost: f64,
    /// Counted benefit to 2040, not discounted, JPY tn.
    pub total_benefit: f64,
    /// Total benefit over total cost; `None` without cost.
    pub benefit_cost: Option<f64>,
    /// The attribution at which the net present value is 0, percent, also above 100;
    /// `None` without counted benefits.
    pub break_even_attribution: Option<f64>,
    /// Cost to 2040, discounted to 2026, JPY tn.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip))]
    pub present_cost: f64,
    /// Benefits that the switches count, before attribution, discounted to 2026, JPY tn.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip))]
    pub present_effect: f64,
}

pub(super) fn flow(
    shared: &shared::Inputs,
    inputs: &Inputs,
    cost: &Cost,
    full: &Benefits,
    deficit: &Deficit,
) -> Flow {
    let (mut cumulative, mut next_discount) = (0.0, 1.0);
    Flow::from_fn(|year| {
        let spent = spent_in(cost, year);
        let benefits = benefits_in(full, deficit, year);
        let effect = counted(inputs, &benefits, 1.0).total();
        let counted_benefit = inputs.attribution * effect;
        let net = counted_benefit - spent.total();
        cumulative += net;
        let discount = next_discount;
        next_discount /= 1.0 + shared.discount_rate;
        FlowYear {
            cost: spent.total(),
            benefits,
            counted_benefit,
            net,
            cumulative,
            spent,
            effect,
            counted: counted(inputs, &benefits, inputs.attribution),
            discount,
        }
    })
}

/// The benefits of `year` before attribution and count switches.
fn benefits_in(full: &Benefits, deficit: &Deficit, year: u16) -> Benefits {
    let grown = ramp(year, RAMP_START, f64::from(LAST_YEAR));
    Benefits {
        health: full.health * grown,
        digital: deficit[year].avoided(),
        auto: full.auto * grown,
        asean: full.asean * grown,
    }
}

/// The part of the cost that falls into `year`.
fn spent_in(cost: &Cost, year: u16) -> Spending {
    let part = |years: std::ops::RangeInclusive<u16>, sum: f64| {
        if years.contains(&year) {
            sum / years.len() as f64
        } else {
            0.0
        }
    };
    Spending {
        building: part(BUILDING, cost.capital + cost.rd),
        operating: part(RUNNING, cost.run_power + cost.run_labour),
        refresh: part(REFRESH_YEAR..=REFRESH_YEAR, cost.refresh_hardware),
    }
}

/// The benefits that the switches count, times the part that is due to sovereign AI.
fn counted(inputs: &Inputs, benefits: &Benefits, due: f64) -> Benefits {
    Benefits {
        health: benefits.health * inputs.count_health * due,
        digital: benefits.digital * inputs.count_digital * due,
        auto: benefits.auto * inputs.count_auto * due,
        asean: benefits.asean * inputs.count_asean * due,
    }
}

pub(super) fn summary(full: Benefits, flow: &Flow) -> Summary {
    let (mut cost, mut benefit, mut npv) = (0.0, 0.0, 0.0);
    let (mut present_cost, mut present_effect) = (0.0, 0.0);
    for (_, year) in flow.iter() {
        cost += year.cost;
        benefit += year.counted_benefit;
        npv += year.net * year.discount;
        present_cost += year.cost * year.discount;
        present_effect += year.effect * year.discount;
    }
    let paid_back = |&(year, flow): &(u16, &FlowYear)| year > FIRST_YEAR && flow.cumulative >= 0.0;
    Summary {
        full,
        npv,
        payback: flow.iter().find(paid_back).map(|(year, _)| year),
        total_cost: cost,
        total_benefit: benefit,
        benefit_cost: (cost > 0.0).then(|| benefit / cost),
        break_even_attribution: (present_effect > 0.0)
            .then(|| present_cost / present_effect * 100.0),
        present_cost,
        present_effect,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::near;
    use crate::model::sovereign::{Results, run};

    fn run_with(change: impl FnOnce(&mut shared::Inputs, &mut Inputs)) -> Results {
        let (mut shared, mut inputs) = (shared::Inputs::default(), Inputs::default());
        change(&mut shared, &mut inputs);
        run(&shared, &inputs)
    }

    #[test]
    fn cost_falls_into_the_years_of_building_running_and_refresh() {
        let results = run_with(|_, _| ());
        let cost = results.cost.frozen;
        near(results.flow[2026].cost, (cost.capital + cost.rd) / 6.0);
        near(
            results.flow[2032].cost,
            (cost.run_power + cost.run_labour) / 9.0,
        );
        near(
            results.flow[2036].cost,
            (cost.run_power + cost.run_labour) / 9.0 + cost.refresh_hardware,
        );
        near(results.summary.total_cost, cost.total);
    }

    #[test]
    fn half_of_the_health_benefit_has_come_by_2035() {
        let results = run_with(|_, inputs| {
            inputs.attribution = 0.4;
            inputs.count_digital = 0.0;
            inputs.count_auto = 1.0;
        });
        let full = results.summary.full;
        assert_eq!(results.flow[2030].benefits.health, 0.0);
        near(results.flow[2035].benefits.health, full.health * 0.5);
        near(
            results.flow[2035].counted_benefit,
            0.4 * 0.5 * (full.health + full.auto),
        );
    }

    #[test]
    fn the_counted_benefit_is_the_sum_of_its_uses() {
        let results = run_with(|_, inputs| {
            inputs.attribution = 0.5;
            inputs.count_health = 1.0;
            inputs.count_digital = 1.0;
            inputs.count_auto = 1.0;
            inputs.count_asean = 1.0;
        });
        let year = results.flow[2036];
        assert!(year.benefits.asean > 0.0);
        near(year.counted.total(), year.benefits.total() * 0.5);
        near(year.counted_benefit, year.benefits.total() * 0.5);
    }

    #[test]
    fn only_years_after_2026_are_discounted() {
        let results = run_with(|shared, inputs| {
            shared.discount_rate = 0.25;
            inputs.attribution = 0.0;
        });
        let present = |year: u16| -results.flow[year].cost / 1.25f64.powi(i32::from(year) - 2026);
        near(results.summary.npv, (2026..=2040).map(present).sum());
        assert_eq!(
            (results.summary.payback, results.summary.benefit_cost),
            (None, Some(0.0))
        );
    }

    #[test]
    fn without_discounting_the_break_even_is_cost_over_benefit() {
        let results = run_with(|shared, _| shared.discount_rate = 0.0);
        let summary = results.summary;
        near(summary.npv, summary.total_benefit - summary.total_cost);
        near(
            summary.break_even_attribution.unwrap(),
            summary.total_cost / summary.total_benefit * 100.0,
        );
    }

    #[test]
    fn what_costs_nothing_is_paid_back_in_the_year_after_the_first() {
        let results = run_with(|_, inputs| {
            inputs.parameters = 0.0;
            inputs.researchers = 0.0;
            inputs.operators = 0.0;
            inputs.attribution = 0.0;
        });
        assert_eq!(results.summary.total_cost, 0.0);
        assert_eq!(
            (results.summary.payback, results.summary.benefit_cost),
            (Some(2027), None)
        );
    }

    #[test]
    fn nothing_counted_never_breaks_even() {
        let results = run_with(|_, inputs| {
            inputs.count_health = 0.0;
            inputs.count_digital = 0.0;
        });
        assert_eq!(results.summary.break_even_attribution, None);
        assert_eq!(results.summary.total_benefit, 0.0);
    }
}
