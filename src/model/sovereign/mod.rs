//! Sovereign AI: what a base model of Japan's own costs to 2040, and what it may bring.
//!
//! Benefits are yearly, costs a sum over fifteen years; only health is public spending, and the ASEAN effect
//! accrues to ASEAN. The avoided outflow counts from 2031, while running cost starts in 2032.

mod benefit;
mod cost;
mod flow;
mod params;

pub use benefit::{Benefits, DeficitYear};
pub use cost::{Cost, Costs, GpuScenario, Operation, PowerPrice};
pub use flow::{FlowYear, Spending, Summary};
pub use params::{Inputs, NOTES, ROWS};

use super::shared;
use crate::series::Series;

/// The first year of the yearly flow, to which it is discounted.
pub const FIRST_YEAR: u16 = 2026;

/// The last year of the yearly flow and of the digital deficit.
pub const LAST_YEAR: u16 = 2040;

/// The first year of the digital deficit.
pub const DEFICIT_FIRST_YEAR: u16 = 2014;

/// The yearly flow, 2026 to 2040.
pub type Flow = Series<FlowYear, FIRST_YEAR, { (LAST_YEAR - FIRST_YEAR + 1) as usize }>;

/// The digital deficit, 2014 to 2040.
pub type Deficit =
    Series<DeficitYear, DEFICIT_FIRST_YEAR, { (LAST_YEAR - DEFICIT_FIRST_YEAR + 1) as usize }>;

/// Cost, yearly flow and digital deficit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Results {
    /// Cost to 2040 with and without GPU progress.
    pub cost: Costs,
    /// The GPU progress that the yearly flow assumes.
    pub scenario: GpuScenario,
    /// Capital and R&D per trillion parameters in that scenario, JPY tn.
    pub development_cost_per_trillion: f64,
    /// Cost and benefits year by year.
    pub flow: Flow,
    /// The flow in a few figures.
    pub summary: Summary,
    /// Three paths of the digital deficit.
    pub deficit: Deficit,
    /// The constant gain of linear GPU progress, per year and relative to 2025.
    pub gpu_progress: f64,
    /// The electricity price of every year.
    pub power_price: PowerPrice,
    /// The part of outpatient visits above the target, a fraction.
    pub visits_saved: f64,
}

/// Runs the model.
pub fn run(shared: &shared::Inputs, inputs: &Inputs) -> Results {
    let cost = Costs {
        frozen: cost::cost(shared, inputs, GpuScenario::Frozen),
        linear: cost::cost(shared, inputs, GpuScenario::Linear),
    };
    let scenario = if inputs.gpu_scenario > 0.0 {
        GpuScenario::Linear
    } else {
        GpuScenario::Frozen
    };
    let chosen = cost.of(scenario);
    let deficit = benefit::deficit(inputs);
    let full = benefit::full(shared, inputs, &deficit);
    let flow = flow::flow(shared, inputs, chosen, &full, &deficit);
    Results {
        cost,
        scenario,
        development_cost_per_trillion: (chosen.capital + chosen.rd) / inputs.parameters,
        flow,
        summary: flow::summary(full, &flow),
        deficit,
        gpu_progress: inputs.gpu_progress,
        power_price: cost::power_price(inputs),
        visits_saved: benefit::visits_saved(inputs),
    }
}
