//! Reshoring and autonomous manufacturing: what factories at home would have to buy.
//!
//! Production replaces import deficits step by step until the target year, which takes investment;
//! where growth at today's productivity needs more workers than there are, machines do part of the missing work.
//! CAPEX as usual is reported beside the two, not added to them.
//! Deficits close everywhere at once while surplus industries stay, so the four regions overlap.

mod params;

pub use params::{Inputs, NOTES, ROWS};

use std::sync::LazyLock;

use crate::data::{self, Quantity};
use crate::region::{ByRegion, Region};
use crate::series::{Series, ramp};

/// The first year of the results: the base year of value added, workers and wages.
pub const FIRST_YEAR: u16 = 2024;

/// The last year of the results.
pub const LAST_YEAR: u16 = 2050;

const YEARS: usize = (LAST_YEAR - FIRST_YEAR + 1) as usize;

/// The year for which adoption is given.
const ADOPTION_YEAR: f64 = 2040.0;

/// The year from which deficits start to close.
const RESHORING_START: f64 = 2025.0;

/// One region in one year; money at 2024 prices.
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RegionYear {
    /// Manufacturing value added without reshoring, USD bn.
    pub mva: f64,
    /// Investment that follows from value added, USD bn.
    pub capex_as_usual: f64,
    /// Value added brought home, all industries, USD bn.
    pub reshored_value_added: f64,
    /// Investment that follows from value added brought home, USD bn.
    pub reshoring_capex: f64,
    /// Workers that output needs, millions.
    pub workers_needed: f64,
    /// Workers that there are, falling or growing with people of working age, millions.
    pub workers_available: f64,
    /// Workers needed beyond those available, millions; never negative.
    pub shortage: f64,
    /// Part of the missing work that autonomous machines do, a fraction; the same in every region.
    pub adoption: f64,
    /// Wage bill of the missing work that machines do, USD bn.
    pub labour_substitution: f64,
}

/// The results by year and region.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Results {
    regions: Series<ByRegion<RegionYear>, FIRST_YEAR, YEARS>,
    progress: Series<f64, FIRST_YEAR, YEARS>,
}

impl Results {
    /// One region in one year; a year outside 2024 to 2050 reads the nearest inside.
    pub fn at(&self, region: Region, year: u16) -> &RegionYear {
        &self.regions[year][region]
    }

    /// The share of today's deficits closed by `year`, 0 to 1.
    pub fn progress(&self, year: u16) -> f64 {
        self.progress[year]
    }

    /// The sum of a quantity over regions.
    pub fn sum(&self, regions: &[Region], year: u16, quantity: impl Fn(&RegionYear) -> f64) -> f64 {
        regions
            .iter()
            .map(|&region| quantity(self.at(region, year)))
            .sum()
    }
}

/// Runs the model.
pub fn run(inputs: &Inputs) -> Results {
    let mut path = Path::start(inputs);
    let regions = Series::from_fn(|year| {
        if year > FIRST_YEAR {
            path.step(year);
        }
        path.regions(year)
    });
    Results {
        regions,
        progress: Series::from_fn(|year| progress(inputs, year)),
    }
}

fn progress(inputs: &Inputs, year: u16) -> f64 {
    ramp(year, RESHORING_START, inputs.target_year) * inputs.reshoring_share
}

/// What accumulates from year to year.
struct Path<'a> {
    inputs: &'a Inputs,
    /// Value added relative to the base year.
    growth: ByRegion<f64>,
    /// Output per worker relative to the base year.
    productivity: f64,
    /// Real wage relative to the base year.
    wage: f64,
    /// The logistic path in the year for which adoption is given.
    logistic_2040: f64,
}

impl<'a> Path<'a> {
    fn start(inputs: &'a Inputs) -> Self {
        Path {
            inputs,
            growth: ByRegion([1.0; 4]),
            productivity: 1.0,
            wage: 1.0,
            logistic_2040: logistic(inputs, ADOPTION_YEAR),
        }
    }

    fn step(&mut self, year: u16) {
        for region in Region::ALL {
            let projected = FACTS[region].growth.get((year - FIRST_YEAR - 1) as usize);
            self.growth[region] *= 1.0 + projected.copied().unwrap_or(self.later_growth(region));
        }
        self.productivity *= 1.0 + self.inputs.productivity_growth;
        self.wage *= 1.0 + self.inputs.wage_growth;
    }

    fn regions(&self, year: u16) -> ByRegion<RegionYear> {
        let progress = progress(self.inputs, year);
        let adoption = self.adoption(year);
        ByRegion::from_fn(|region| self.region(region, year, progress, adoption))
    }

    fn region(&self, region: Region, year: u16, progress: f64, adoption: f64) -> RegionYear {
        let facts = &FACTS[region];
        let growth = self.growth[region];
        let ratio = self.capex_ratio(region);
        let closed = progress * self.inputs.value_added_content;
        let mva = facts.mva * growth;
        let reshored_value_added = facts.deficit * closed;
        let output = growth + reshored_value_added / facts.mva * self.inputs.reshored_output;
        let workers_needed = facts.workers * output / self.productivity;
        let workers_available = facts.workers * facts.working_age[year];
        let shortage = (workers_needed - workers_available).max(0.0);
        RegionYear {
            mva,
            capex_as_usual: mva * ratio,
            reshored_value_added,
            reshoring_capex: facts.weighted_deficit * closed * ratio,
            workers_needed,
            workers_available,
            shortage,
            adoption,
            labour_substitution: shortage * facts.wage * self.wage * adoption,
        }
    }

    /// The part of the missing work that machines do: a logistic path through the adoption given for 2040.
    fn adoption(&self, year: u16) -> f64 {
        let path = logistic(self.inputs, f64::from(year));
        (self.inputs.adoption_2040 * path / self.logistic_2040).min(1.0)
    }

    fn later_growth(&self, region: Region) -> f64 {
        match region {
            Region::Us => self.inputs.growth_us,
            Region::We => self.inputs.growth_we,
            Region::In => self.inputs.growth_in,
            Region::Jp => self.inputs.growth_jp,
        }
    }

    fn capex_ratio(&self, region: Region) -> f64 {
        if region == Region::Jp {
            self.inputs.capex_ratio_japan
        } else {
            self.inputs.capex_ratio_overseas
        }
    }
}

fn logistic(inputs: &Inputs, year: f64) -> f64 {
    1.0 / (1.0 + (-inputs.adoption_speed * (year - inputs.adoption_midpoint)).exp())
}

/// What the statistics say of a region, whatever the scenario.
struct Facts {
    /// Value added in the base year, USD bn.
    mva: f64,
    /// Workers in the base year, millions.
    workers: f64,
    /// Cost of a worker in the base year, USD thousand.
    wage: f64,
    /// Import deficits of all industries, USD bn.
    deficit: f64,
    /// The same, each weighted by how much its industry invests relative to manufacturing as a whole.
    weighted_deficit: f64,
    /// Growth from the year after the base year on, as far as it is projected.
    growth: Vec<f64>,
    /// People of working age relative to the base year.
    working_age: Series<f64, FIRST_YEAR, YEARS>,
}

static FACTS: LazyLock<ByRegion<Facts>> = LazyLock::new(|| ByRegion::from_fn(Facts::of));

impl Facts {
    fn of(region: Region) -> Self {
        let people =
            |year| data::population(region, year).map_or(f64::NAN, |people| people.working_age);
        let total = data::manufacturing_total().capex_to_value_added;
        let deficits = data::industries()
            .iter()
            .map(|row| (row.deficit(region), row.capex_to_value_added / total));
        Facts {
            mva: data::region_value(region, Quantity::Mva),
            workers: data::region_value(region, Quantity::Workers),
            wage: data::region_value(region, Quantity::Wage),
            deficit: deficits.clone().map(|(deficit, _)| deficit).sum(),
            weighted_deficit: deficits.map(|(deficit, weight)| deficit * weight).sum(),
            growth: (FIRST_YEAR + 1..=LAST_YEAR)
                .map_while(|year| data::growth(region, year))
                .collect(),
            working_age: Series::from_fn(|year| people(year) / people(FIRST_YEAR)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::near;

    #[test]
    fn the_base_year_is_the_statistics() {
        let us = *run(&Inputs::default()).at(Region::Us, 2024);
        near(us.mva, 2910.0);
        near(us.capex_as_usual, 2910.0 * 0.0521);
        near(us.workers_needed, 12.8);
        near(us.workers_available, 12.8);
        assert_eq!(
            (us.shortage, us.reshoring_capex, us.labour_substitution),
            (0.0, 0.0, 0.0)
        );
    }

    #[test]
    fn value_added_grows_by_the_projection_and_then_by_the_parameter() {
        let projected = 1.02017 * 1.02102 * 1.02055 * 1.02093 * 1.01881 * 1.01753;
        let results = run(&Inputs {
            growth_us: 0.03,
            ..Inputs::default()
        });
        near(
            results.at(Region::Us, 2032).mva,
            2910.0 * projected * 1.03 * 1.03,
        );
    }

    #[test]
    fn half_the_deficits_are_closed_half_way_to_the_target_year() {
        let inputs = Inputs {
            target_year: 2045.0,
            reshoring_share: 0.8,
            value_added_content: 0.5,
            ..Inputs::default()
        };
        let results = run(&inputs);
        near(results.progress(2035), 0.5 * 0.8);
        // India: the six deficits of 17, 8, 13, 13, 18, 60.4, 20, 5 and 6 add to 160.4.
        near(
            results.at(Region::In, 2035).reshored_value_added,
            160.4 * 0.5 * 0.8 * 0.5,
        );
    }

    #[test]
    fn reshoring_investment_follows_the_industry() {
        let inputs = Inputs {
            target_year: 2035.0,
            capex_ratio_overseas: 0.10,
            ..Inputs::default()
        };
        // Indian deficits times investment ratios of their industries.
        let weighted = 17.0 * 0.06
            + 8.0 * 0.083
            + 13.0 * 0.0728
            + 13.0 * 0.085
            + 18.0 * 0.065
            + 60.4 * 0.0952
            + 20.0 * 0.0556
            + 5.0 * 0.0802
            + 6.0 * 0.04;
        near(
            run(&inputs).at(Region::In, 2040).reshoring_capex,
            weighted * 0.10 / 0.0665,
        );
    }

    #[test]
    fn adoption_meets_its_2040_value_and_never_passes_one() {
        let inputs = Inputs {
            adoption_2040: 0.9,
            adoption_midpoint: 2040.0,
            adoption_speed: 0.5,
            ..Inputs::default()
        };
        let adoption = |year| run(&inputs).at(Region::Us, year).adoption;
        near(adoption(2040), 0.9);
        near(adoption(2036), 0.9 * 2.0 / (1.0 + 2f64.exp()));
        assert_eq!(adoption(2050), 1.0);
    }

    #[test]
    fn a_shortage_costs_what_the_missing_workers_would_earn() {
        let japan = *run(&Inputs {
            wage_growth: 0.01,
            ..Inputs::default()
        })
        .at(Region::Jp, 2026);
        let growth = 1.01076 * 1.00633;
        let of_age = |year| data::population(Region::Jp, year).unwrap().working_age;
        let missing = 10.46 * (growth - of_age(2026) / of_age(2024));
        near(japan.shortage, missing);
        near(
            japan.labour_substitution,
            missing * 33.0 * 1.01 * 1.01 * japan.adoption,
        );
    }

    #[test]
    fn years_outside_the_results_read_the_nearest_inside() {
        let results = run(&Inputs::default());
        assert_eq!(
            results.at(Region::Jp, 1900),
            results.at(Region::Jp, FIRST_YEAR)
        );
        assert_eq!(results.progress(u16::MAX), results.progress(LAST_YEAR));
    }
}
