//! What sovereign AI may bring: the effects of 2040 and the paths of the digital deficit.

use super::{DEFICIT_FIRST_YEAR, Deficit, Inputs, LAST_YEAR};
use crate::data;
use crate::model::shared;

/// The last year of the published history.
const HISTORY_END: u16 = 2025;
/// The year in which the growth rate of the base path changes.
const TURN: u16 = 2035;
/// From the year after, sovereign AI avoids part of the outflow.
const AVOIDED_AFTER: u16 = 2030;

/// Yearly benefits before attribution and count switches, JPY tn at current prices.
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Benefits {
    /// Outpatient cost saved by closing the gap of visits.
    pub health: f64,
    /// Digital outflow avoided.
    pub digital: f64,
    /// Automotive output retained, with its ripples.
    pub auto: f64,
    /// Output gained in ASEAN-5.
    pub asean: f64,
}

impl Benefits {
    /// All four.
    pub fn total(&self) -> f64 {
        self.health + self.digital + self.auto + self.asean
    }
}

/// The digital deficit of one year, JPY tn, positive for a deficit; to 2025 all three are the history.
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DeficitYear {
    /// The base path.
    pub base: f64,
    /// The path when dependence deepens.
    pub risk: f64,
    /// The risk path less the outflow that sovereign AI avoids.
    pub with_sovereign: f64,
}

impl DeficitYear {
    /// Outflow that sovereign AI avoids, JPY tn.
    pub fn avoided(&self) -> f64 {
        self.risk - self.with_sovereign
    }
}

/// The paths of the digital deficit.
pub(super) fn deficit(inputs: &Inputs) -> Deficit {
    let last = data::digital_deficit()
        .last()
        .map_or(f64::NAN, |row| row.jpy_tn);
    let to_turn = (inputs.deficit_base_2035 / last).powf(1.0 / f64::from(TURN - HISTORY_END));
    let to_end = (inputs.deficit_base_2040 / inputs.deficit_base_2035)
        .powf(1.0 / f64::from(LAST_YEAR - TURN));
    let excess = (inputs.deficit_risk_2040 / inputs.deficit_base_2040).max(1.0);
    let excess_step = excess.powf(1.0 / f64::from(LAST_YEAR - HISTORY_END));
    let (mut base, mut factor) = (last, 1.0);
    Deficit::from_fn(|year| {
        if year <= HISTORY_END {
            return history(year);
        }
        base *= if year <= TURN { to_turn } else { to_end };
        factor *= excess_step;
        let risk = base * factor;
        let avoided = if year > AVOIDED_AFTER {
            (risk - base) * inputs.outflow_avoided
        } else {
            0.0
        };
        DeficitYear {
            base,
            risk,
            with_sovereign: risk - avoided,
        }
    })
}

fn history(year: u16) -> DeficitYear {
    let row = data::digital_deficit().get((year - DEFICIT_FIRST_YEAR) as usize);
    let value = row.map_or(f64::NAN, |row| row.jpy_tn);
    DeficitYear {
        base: value,
        risk: value,
        with_sovereign: value,
    }
}

/// The part of outpatient visits that falls away at the target frequency.
pub(super) fn visits_saved(inputs: &Inputs) -> f64 {
    (1.0 - inputs.visits_target / inputs.visits_japan).max(0.0)
}

/// The benefits of 2040.
pub(super) fn full(shared: &shared::Inputs, inputs: &Inputs, deficit: &Deficit) -> Benefits {
    Benefits {
        health: inputs.outpatient_cost_2040 * visits_saved(inputs) * inputs.visit_gap_closed,
        digital: deficit[LAST_YEAR].avoided(),
        auto: inputs.auto_output_2040 * inputs.auto_retained * inputs.auto_multiplier,
        asean: inputs.asean_gdp_2040
            * shared.jpy_tn_per_usd_bn()
            * inputs.asean_industry_share
            * inputs.asean_adoption
            * inputs.asean_uplift,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::near;

    fn doubling() -> Inputs {
        Inputs {
            deficit_base_2035: 6.7 * 1024.0,
            deficit_base_2040: 6.7 * 1024.0 * 243.0,
            deficit_risk_2040: 6.7 * 1024.0 * 243.0 * 8.0,
            outflow_avoided: 0.25,
            ..Inputs::default()
        }
    }

    #[test]
    fn the_history_is_the_history() {
        let year = deficit(&Inputs::default())[2023];
        assert_eq!(
            year,
            DeficitYear {
                base: 5.54,
                risk: 5.54,
                with_sovereign: 5.54
            }
        );
    }

    #[test]
    fn the_base_grows_at_one_rate_to_2035_and_at_another_after() {
        let deficit = deficit(&doubling());
        near(deficit[2028].base, 6.7 * 2.0 * 2.0 * 2.0);
        near(deficit[2037].base, 6.7 * 1024.0 * 3.0 * 3.0);
    }

    #[test]
    fn sovereign_ai_avoids_part_of_the_difference_from_2031_on() {
        let deficit = deficit(&doubling());
        // The risk path doubles against the base every five years.
        near(deficit[2030].risk, 6.7 * 32.0 * 2.0);
        assert_eq!(deficit[2030].with_sovereign, deficit[2030].risk);
        near(deficit[2035].avoided(), 6.7 * 1024.0 * (4.0 - 1.0) * 0.25);
    }

    #[test]
    fn a_risk_below_the_base_is_no_risk() {
        let deficit = deficit(&Inputs {
            deficit_risk_2040: 5.0,
            ..Inputs::default()
        });
        assert_eq!(deficit[2040].risk, deficit[2040].base);
        assert_eq!(deficit[2040].avoided(), 0.0);
    }

    #[test]
    fn the_effects_of_2040_are_products_of_their_inputs() {
        let inputs = Inputs {
            outpatient_cost_2040: 20.0,
            visits_japan: 10.0,
            visits_target: 6.0,
            visit_gap_closed: 0.5,
            auto_output_2040: 2.0,
            auto_retained: 0.5,
            auto_multiplier: 3.0,
            asean_gdp_2040: 5000.0,
            asean_industry_share: 0.5,
            asean_adoption: 0.4,
            asean_uplift: 0.1,
            ..Inputs::default()
        };
        let shared = shared::Inputs {
            fx: 100.0,
            ..Default::default()
        };
        let full = full(&shared, &inputs, &deficit(&inputs));
        near(full.health, 20.0 * 0.4 * 0.5);
        near(full.auto, 2.0 * 0.5 * 3.0);
        near(full.asean, 500.0 * 0.5 * 0.4 * 0.1);
        near(full.digital, 36.0 - 29.1);
    }
}
