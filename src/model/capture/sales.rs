//! What Japanese makers sell: their shares of the markets at home and overseas.

use super::{Inputs, LAST_YEAR, percent};
use crate::model::shared::{self, FX_HOME};
use crate::model::tam;
use crate::region::Region;
use crate::series::ramp;

/// From this year on, the shares overseas move to those of 2040.
const RAMP_START: f64 = 2030.0;

/// Sales in one year, JPY tn, and the shares behind them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sales {
    /// Machines in Japan.
    pub hardware_home: f64,
    /// Machines overseas.
    pub hardware_overseas: f64,
    /// What replaces labour, in Japan.
    pub solutions_home: f64,
    /// What replaces labour, overseas.
    pub solutions_overseas: f64,
    /// Share of CAPEX as usual overseas, a fraction.
    pub share_as_usual: f64,
    /// Share of reshoring CAPEX and substitution overseas, a fraction.
    pub share_new: f64,
    /// Share of the overseas market, percent; `None` without a market.
    pub(super) overseas_share: Option<f64>,
}

impl Sales {
    /// What is sold of the markets of a year.
    pub(super) fn of(
        shared: &shared::Inputs,
        inputs: &Inputs,
        tam: &tam::Results,
        year: u16,
    ) -> Self {
        let ramp = ramp(year, RAMP_START, f64::from(LAST_YEAR));
        let share_to = |share_2040: f64| {
            inputs.overseas_share_2030 + (share_2040 - inputs.overseas_share_2030) * ramp
        };
        let share_as_usual = share_to(inputs.overseas_as_usual_share_2040);
        let share_new = share_to(inputs.overseas_new_share_2040);
        let overseas =
            |quantity: fn(&tam::RegionYear) -> f64| tam.sum(&Region::OVERSEAS, year, quantity);
        let as_usual = overseas(|region| region.capex_as_usual);
        let reshoring = overseas(|region| region.reshoring_capex);
        let substitution = overseas(|region| region.labour_substitution);
        let hardware_usd = share_as_usual * as_usual + share_new * reshoring;
        let solutions_usd = share_new * substitution;
        let market_usd = as_usual + reshoring + substitution;
        let home = tam.at(Region::Jp, year);
        let home_share = inputs.domestic_share * FX_HOME;
        Sales {
            hardware_home: home_share * (home.capex_as_usual + home.reshoring_capex),
            hardware_overseas: hardware_usd * shared.jpy_tn_per_usd_bn(),
            solutions_home: home_share * home.labour_substitution,
            solutions_overseas: solutions_usd * shared.jpy_tn_per_usd_bn(),
            share_as_usual,
            share_new,
            overseas_share: percent(hardware_usd + solutions_usd, market_usd),
        }
    }

    /// Machines in Japan and overseas.
    pub(super) fn hardware(&self) -> f64 {
        self.hardware_home + self.hardware_overseas
    }

    /// What replaces labour, in Japan and overseas.
    pub(super) fn solutions(&self) -> f64 {
        self.solutions_home + self.solutions_overseas
    }
}
