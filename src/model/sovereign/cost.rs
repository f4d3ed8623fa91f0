//! What training and running the model costs, by GPU progress.

use super::Inputs;
use crate::model::shared;
use crate::series::Series;

/// The year whose performance the prices and the GPU of the inputs refer to.
const PRICE_YEAR: i32 = 2025;
/// The year in which the GPUs are bought.
const PURCHASE_YEAR: i32 = 2031;
/// The year in which they are replaced.
const REFRESH_YEAR: i32 = 2036;
/// The first year of operation; it lasts to 2040.
const OPERATION_START: i32 = 2032;
/// Years that researchers are paid for, 2026 to 2031.
const RESEARCH_YEARS: f64 = 6.0;
/// Years that operators are paid for, 2032 to 2040.
const OPERATION_YEARS: f64 = 9.0;

const DAYS_PER_MONTH: f64 = 30.0;
const HOURS_PER_YEAR: f64 = 8760.0;
const YEN_PER_TRILLION: f64 = 1e12;

/// A value of every year of operation, 2032 to 2040.
pub type Operation = Series<f64, 2032, 9>;

/// The electricity price of every year, yen per kilowatt-hour, 2025 to 2040.
pub type PowerPrice = Series<f64, 2025, 16>;

/// Whether GPUs get better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GpuScenario {
    /// The performance of 2025 for good.
    Frozen,
    /// A constant gain every year.
    Linear,
}

impl GpuScenario {
    /// Both scenarios.
    pub const ALL: [GpuScenario; 2] = [GpuScenario::Frozen, GpuScenario::Linear];

    /// The name in files: `frozen` or `linear`.
    pub const fn code(self) -> &'static str {
        match self {
            GpuScenario::Frozen => "frozen",
            GpuScenario::Linear => "linear",
        }
    }

    /// Performance in `year` relative to 2025.
    fn performance(self, inputs: &Inputs, year: i32) -> f64 {
        match self {
            GpuScenario::Frozen => 1.0,
            GpuScenario::Linear => 1.0 + inputs.gpu_progress * f64::from(year - PRICE_YEAR),
        }
    }
}

/// Cost in both scenarios.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Costs {
    /// Without GPU progress.
    pub frozen: Cost,
    /// With linear GPU progress.
    pub linear: Cost,
}

impl Costs {
    /// Cost in one scenario.
    pub fn of(&self, scenario: GpuScenario) -> &Cost {
        match scenario {
            GpuScenario::Frozen => &self.frozen,
            GpuScenario::Linear => &self.linear,
        }
    }
}

/// Cost to 2040; JPY tn where nothing else is said.
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cost {
    /// Floating-point operations of the final training run.
    pub training_flop: f64,
    /// GPUs bought for training, not rounded.
    pub gpus: f64,
    /// GPUs that replace them in 2036, not rounded.
    pub gpus_2036: f64,
    /// Power drawn by the site, megawatts.
    pub megawatts: f64,
    /// Servers.
    pub hardware: f64,
    /// Buildings and network.
    pub data_centre: f64,
    /// Servers, buildings and network.
    pub capital: f64,
    /// Electricity of all training runs.
    pub rd_power: f64,
    /// Researchers.
    pub rd_labour: f64,
    /// Electricity and researchers.
    pub rd: f64,
    /// Servers and network bought in 2036.
    pub refresh_hardware: f64,
    /// Electricity in operation, 2032 to 2040.
    pub run_power: f64,
    /// Operators, 2032 to 2040.
    pub run_labour: f64,
    /// Refresh, electricity and operators.
    pub running: f64,
    /// Capital, R&D and running cost.
    pub total: f64,
    /// Electricity of each year of operation.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip))]
    pub yearly_power: Operation,
}

impl Cost {
    /// GPUs at work in a year of operation: those bought for training, then those that replace them.
    pub fn gpus_at_work(&self, year: u16) -> f64 {
        at_work(year, self.gpus, self.gpus_2036)
    }
}

fn at_work(year: u16, gpus: f64, gpus_2036: f64) -> f64 {
    if i32::from(year) < REFRESH_YEAR {
        gpus
    } else {
        gpus_2036
    }
}

pub(super) fn cost(shared: &shared::Inputs, inputs: &Inputs, scenario: GpuScenario) -> Cost {
    let training_flop = 6.0 * inputs.parameters * 1e12 * inputs.tokens * 1e12;
    let needed = training_flop / flop_per_gpu(inputs);
    let gpus = needed / scenario.performance(inputs, PURCHASE_YEAR);
    let gpus_2036 = needed / scenario.performance(inputs, REFRESH_YEAR);
    let price = jpy_tn(inputs.gpu_price * 1e3 * shared.fx);
    let building = jpy_tn(inputs.kw_per_gpu * 1e3 * inputs.dc_cost_per_watt * shared.fx);
    summed(Cost {
        training_flop,
        gpus,
        gpus_2036,
        megawatts: gpus * inputs.kw_per_gpu * inputs.pue / 1e3,
        hardware: gpus * price,
        data_centre: gpus * (building + price * inputs.network_ratio),
        rd_power: gpus * training_power(inputs),
        rd_labour: labour(inputs.researchers, inputs.researcher_cost, RESEARCH_YEARS),
        refresh_hardware: gpus_2036 * price * (1.0 + inputs.network_ratio),
        yearly_power: running_power(inputs, gpus, gpus_2036),
        run_labour: labour(inputs.operators, inputs.operator_cost, OPERATION_YEARS),
        ..Cost::default()
    })
}

/// The cost with its sums.
fn summed(mut cost: Cost) -> Cost {
    cost.run_power = cost.yearly_power.iter().map(|(_, power)| power).sum();
    cost.capital = cost.hardware + cost.data_centre;
    cost.rd = cost.rd_power + cost.rd_labour;
    cost.running = cost.refresh_hardware + cost.run_power + cost.run_labour;
    cost.total = cost.capital + cost.rd + cost.running;
    cost
}

fn jpy_tn(yen: f64) -> f64 {
    yen / YEN_PER_TRILLION
}

/// People at so many million yen a year each, JPY tn.
fn labour(people: f64, jpy_million_a_year: f64, years: f64) -> f64 {
    jpy_tn(people * jpy_million_a_year * 1e6 * years)
}

/// Operations that one GPU of 2025 does within the training window.
fn flop_per_gpu(inputs: &Inputs) -> f64 {
    inputs.gpu_flops * 1e12 * inputs.mfu * inputs.training_months * DAYS_PER_MONTH * 86_400.0
}

/// The electricity price of every year.
pub(super) fn power_price(inputs: &Inputs) -> PowerPrice {
    PowerPrice::from_fn(|year| price_in(inputs, i32::from(year)))
}

fn price_in(inputs: &Inputs, year: i32) -> f64 {
    inputs.power_price * (1.0 + inputs.power_inflation).powi(year - PRICE_YEAR)
}

/// Electricity of all training runs per GPU, JPY tn.
fn training_power(inputs: &Inputs) -> f64 {
    let hours = inputs.training_months * DAYS_PER_MONTH * 24.0;
    let price = price_in(inputs, PURCHASE_YEAR);
    inputs.kw_per_gpu * inputs.pue * hours * inputs.experiment_multiple * price / YEN_PER_TRILLION
}

/// Electricity of each year of operation, JPY tn.
fn running_power(inputs: &Inputs, gpus: f64, gpus_2036: f64) -> Operation {
    let hours = HOURS_PER_YEAR * inputs.utilisation;
    let mut price = price_in(inputs, OPERATION_START);
    Operation::from_fn(|year| {
        let gpus = at_work(year, gpus, gpus_2036);
        let yen = gpus * inputs.kw_per_gpu * inputs.pue * hours * price;
        price *= 1.0 + inputs.power_inflation;
        jpy_tn(yen)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::near;

    /// A thousand GPUs: 6 × 1 tn parameters × 10 tn tokens over what a thousand do in a month of 30 days.
    fn thousand_gpus() -> Inputs {
        Inputs {
            parameters: 1.0,
            tokens: 10.0,
            training_months: 1.0,
            mfu: 0.5,
            gpu_flops: 6.0 * 1e25 / (1000.0 * 1e12 * 0.5 * 30.0 * 86_400.0),
            ..Inputs::default()
        }
    }

    #[test]
    fn gpus_follow_from_the_training_compute() {
        let cost = cost(
            &shared::Inputs::default(),
            &thousand_gpus(),
            GpuScenario::Frozen,
        );
        near(cost.training_flop, 6.0 * 1e12 * 10e12);
        near(cost.gpus, 1000.0);
        near(cost.gpus_2036, 1000.0);
        near(cost.megawatts, 1000.0 * 1.275 * 1.3 / 1000.0);
    }

    #[test]
    fn linear_progress_needs_fewer_gpus_and_fewer_still_at_the_refresh() {
        let inputs = Inputs {
            gpu_progress: 0.5,
            ..thousand_gpus()
        };
        let cost = cost(&shared::Inputs::default(), &inputs, GpuScenario::Linear);
        near(cost.gpus, 1000.0 / (1.0 + 0.5 * 6.0));
        near(cost.gpus_2036, 1000.0 / (1.0 + 0.5 * 11.0));
        assert_eq!(cost.gpus_at_work(2035), cost.gpus);
        assert_eq!(cost.gpus_at_work(2036), cost.gpus_2036);
    }

    #[test]
    fn capital_is_servers_buildings_and_network() {
        let shared = shared::Inputs {
            fx: 100.0,
            ..Default::default()
        };
        let inputs = Inputs {
            gpu_price: 30.0,
            dc_cost_per_watt: 10.0,
            kw_per_gpu: 2.0,
            network_ratio: 0.2,
            ..thousand_gpus()
        };
        let cost = cost(&shared, &inputs, GpuScenario::Frozen);
        // USD 30 thousand each at 100 yen: 3 billion yen; 2 kW at USD 10 per watt: 2 billion yen.
        near(cost.hardware, 3e9 / 1e12);
        near(cost.data_centre, (2e9 + 3e9 * 0.2) / 1e12);
        near(cost.capital, (3e9 + 2e9 + 3e9 * 0.2) / 1e12);
        near(cost.refresh_hardware, 3e9 * 1.2 / 1e12);
    }

    #[test]
    fn electricity_is_paid_for_at_the_price_of_the_year() {
        let inputs = Inputs {
            kw_per_gpu: 1.0,
            pue: 1.5,
            experiment_multiple: 4.0,
            power_price: 20.0,
            power_inflation: 0.0,
            utilisation: 0.5,
            ..thousand_gpus()
        };
        let flat = cost(&shared::Inputs::default(), &inputs, GpuScenario::Frozen);
        near(
            flat.rd_power,
            1000.0 * 1.5 * 30.0 * 24.0 * 4.0 * 20.0 / 1e12,
        );
        near(
            flat.run_power,
            9.0 * 1000.0 * 1.5 * 8760.0 * 0.5 * 20.0 / 1e12,
        );
        let doubling = Inputs {
            power_inflation: 1.0,
            ..inputs
        };
        near(power_price(&doubling)[2027], 80.0);
        let rising = cost(&shared::Inputs::default(), &doubling, GpuScenario::Frozen);
        near(rising.rd_power / flat.rd_power, 64.0);
        // 2^7 + ... + 2^15 over nine.
        near(rising.run_power / flat.run_power, (65_536.0 - 128.0) / 9.0);
    }

    #[test]
    fn people_are_paid_for_six_and_nine_years() {
        let inputs = Inputs {
            researchers: 1000.0,
            researcher_cost: 100.0,
            operators: 200.0,
            operator_cost: 20.0,
            ..Inputs::default()
        };
        let cost = cost(&shared::Inputs::default(), &inputs, GpuScenario::Frozen);
        near(cost.rd_labour, 1000.0 * 100e6 * 6.0 / 1e12);
        near(cost.run_labour, 200.0 * 20e6 * 9.0 / 1e12);
        near(
            cost.total,
            cost.capital + cost.rd_power + cost.rd_labour + cost.running,
        );
    }
}
