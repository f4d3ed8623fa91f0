//! Japan's share and profit: what its makers sell of the market at home and overseas, and what is left.
//!
//! Hardware follows investment, solutions follow the substitution of labour.
//! The cost of AI models comes from the sovereign AI results, so that chapter feeds this one.

mod params;
mod sales;

pub use params::{Inputs, NOTES, ROWS};
pub use sales::Sales;

use super::{shared, sovereign, tam};
use crate::series::Series;

/// The first year of the results.
pub const FIRST_YEAR: u16 = 2025;

/// The last year of the results.
pub const LAST_YEAR: u16 = 2040;

const YEARS: usize = (LAST_YEAR - FIRST_YEAR + 1) as usize;

/// The years of capacity investment, each for the five years that follow.
const CAPACITY_YEARS: [u16; 2] = [2030, 2035];

/// Sales and profit of Japanese capital-goods makers in one year, JPY tn at 2024 prices.
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Year {
    /// Sales of machines: CAPEX as usual and reshoring CAPEX.
    pub hardware: f64,
    /// Sales of what replaces labour.
    pub solutions: f64,
    /// Sales in Japan.
    pub domestic: f64,
    /// Sales overseas.
    pub overseas: f64,
    /// All sales.
    pub sales: f64,
    /// Share of the overseas market, percent; `None` without a market.
    pub overseas_share: Option<f64>,
    /// Cost of goods sold.
    pub cogs: f64,
    /// Selling, general and administrative cost, and the R&D of solutions.
    pub sga: f64,
    /// Depreciation of added capacity.
    pub depreciation: f64,
    /// Cost of AI models.
    pub ai_rnd: f64,
    /// Sales less all costs.
    pub operating_profit: f64,
    /// Operating profit over sales, percent; `None` without sales.
    pub margin: Option<f64>,
    /// Where the sales come from.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip))]
    pub sold: Sales,
    /// Investment in capacity for the five years that follow; `None` in years without.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip))]
    pub capacity_investment: Option<f64>,
    /// Capacity investment of earlier years, which is being written off.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip))]
    pub capacity: f64,
    /// Cost of goods of machines alone.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip))]
    pub hardware_cogs: f64,
    /// Cost of one generation of AI models.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip))]
    pub generation_cost: f64,
}

/// The results by year.
pub type Results = Series<Year, FIRST_YEAR, YEARS>;

/// Runs the model over the results of the two that feed it.
pub fn run(
    shared: &shared::Inputs,
    inputs: &Inputs,
    tam: &tam::Results,
    sovereign: &sovereign::Results,
) -> Results {
    let sales: Series<Sales, FIRST_YEAR, YEARS> =
        Series::from_fn(|year| Sales::of(shared, inputs, tam, year));
    let capacity = CAPACITY_YEARS.map(|year| {
        let added = sales[year + 5].hardware() - sales[year].hardware();
        inputs.capacity_intensity * added.max(0.0)
    });
    let generation_cost = sovereign.development_cost_per_trillion * inputs.generation_parameters
        / inputs.model_cost_divisor;
    Series::from_fn(|year| {
        let investments = || CAPACITY_YEARS.iter().zip(capacity);
        let earlier = investments().filter(|&(&built, _)| built < year);
        let ai_rnd = if year > FIRST_YEAR {
            generation_cost / inputs.model_interval
        } else {
            0.0
        };
        let found = Year {
            generation_cost,
            capacity: earlier.map(|(_, investment)| investment).sum(),
            capacity_investment: investments()
                .find(|&(&built, _)| built == year)
                .map(|(_, investment)| investment),
            ..sold(inputs, sales[year])
        };
        found.with_depreciation_and_models(found.capacity / inputs.depreciation_life, ai_rnd)
    })
}

/// A year of sales with the costs that follow them, before capacity and AI models.
fn sold(inputs: &Inputs, sold: Sales) -> Year {
    let (hardware, solutions) = (sold.hardware(), sold.solutions());
    Year {
        hardware,
        solutions,
        domestic: sold.hardware_home + sold.solutions_home,
        overseas: sold.hardware_overseas + sold.solutions_overseas,
        sales: hardware + solutions,
        overseas_share: sold.overseas_share,
        hardware_cogs: hardware * inputs.hardware_cogs,
        cogs: hardware * inputs.hardware_cogs + solutions * inputs.solution_cogs,
        sga: hardware * inputs.hardware_sga + solutions * inputs.solution_opex,
        depreciation: 0.0,
        ai_rnd: 0.0,
        operating_profit: 0.0,
        margin: None,
        sold,
        capacity_investment: None,
        capacity: 0.0,
        generation_cost: 0.0,
    }
}

impl Year {
    /// The year with depreciation, AI models and what is left.
    fn with_depreciation_and_models(self, depreciation: f64, ai_rnd: f64) -> Year {
        let operating_profit = self.sales - self.cogs - self.sga - depreciation - ai_rnd;
        Year {
            depreciation,
            ai_rnd,
            operating_profit,
            margin: percent(operating_profit, self.sales),
            ..self
        }
    }
}

/// `part` in percent of `whole`; `None` of nothing.
fn percent(part: f64, whole: f64) -> Option<f64> {
    (whole != 0.0).then(|| part / whole * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::near;
    use crate::region::Region;

    fn run_with(change: impl FnOnce(&mut Inputs)) -> (tam::Results, sovereign::Results, Results) {
        let mut inputs = Inputs::default();
        change(&mut inputs);
        let shared = shared::Inputs::default();
        let tam = tam::run(&tam::Inputs::default());
        let sovereign = sovereign::run(&shared, &sovereign::Inputs::default());
        let results = run(&shared, &inputs, &tam, &sovereign);
        (tam, sovereign, results)
    }

    #[test]
    fn home_sales_are_the_share_of_the_market_at_150_yen() {
        let (tam, _, results) = run_with(|inputs| inputs.domestic_share = 0.5);
        let home = tam.at(Region::Jp, 2040);
        let market = home.capex_as_usual + home.reshoring_capex + home.labour_substitution;
        near(results[2040].domestic, market * 0.5 * 0.150);
    }

    #[test]
    fn the_shares_overseas_are_half_way_in_2035() {
        let (tam, _, results) = run_with(|inputs| {
            inputs.overseas_share_2030 = 0.10;
            inputs.overseas_as_usual_share_2040 = 0.20;
            inputs.overseas_new_share_2040 = 0.40;
        });
        let overseas =
            |quantity: fn(&tam::RegionYear) -> f64| tam.sum(&Region::OVERSEAS, 2035, quantity);
        let usual = overseas(|region| region.capex_as_usual) * 0.15;
        let new = overseas(|region| region.reshoring_capex + region.labour_substitution) * 0.25;
        near(results[2035].overseas, (usual + new) * 0.150);
    }

    #[test]
    fn without_solutions_the_margin_is_what_the_ratios_leave() {
        let (_, _, results) = run_with(|inputs| {
            inputs.hardware_cogs = 0.60;
            inputs.solution_cogs = 0.60;
            inputs.hardware_sga = 0.25;
            inputs.solution_opex = 0.25;
        });
        near(results[2025].margin.unwrap(), 15.0);
        near(results[2040].hardware_cogs, results[2040].hardware * 0.60);
    }

    #[test]
    fn capacity_is_written_off_from_the_year_after_it_is_built() {
        let (_, _, results) = run_with(|inputs| {
            inputs.capacity_intensity = 0.5;
            inputs.depreciation_life = 10.0;
        });
        let built = |year: u16| 0.5 * (results[year + 5].hardware - results[year].hardware);
        assert_eq!(results[2030].depreciation, 0.0);
        assert_eq!(results[2031].capacity_investment, None);
        near(results[2035].capacity_investment.unwrap(), built(2035));
        near(results[2035].depreciation, built(2030) / 10.0);
        near(
            results[2036].depreciation,
            (built(2030) + built(2035)) / 10.0,
        );
    }

    #[test]
    fn a_model_generation_costs_a_part_of_training_from_scratch() {
        let (_, sovereign, results) = run_with(|inputs| {
            inputs.generation_parameters = 6.0;
            inputs.model_cost_divisor = 4.0;
            inputs.model_interval = 2.0;
        });
        let cost = &sovereign.cost.frozen;
        assert_eq!(results[2025].ai_rnd, 0.0);
        let generation = (cost.capital + cost.rd) / 5.0 * 6.0 / 4.0;
        near(results[2025].generation_cost, generation);
        near(results[2026].ai_rnd, generation / 2.0);
    }

    #[test]
    fn nothing_sold_leaves_no_margin() {
        let (_, _, results) = run_with(|inputs| {
            inputs.domestic_share = 0.0;
            inputs.overseas_share_2030 = 0.0;
        });
        assert_eq!((results[2030].sales, results[2030].margin), (0.0, None));
    }
}
