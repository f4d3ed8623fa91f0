//! Generative AI and work: how much working time it could free in Japan, by industry.
//!
//! Freed time is neither job loss nor output: its value is the wage cost of the time.
//! Employment and pay stay at today's level.

use std::sync::LazyLock;

use crate::data::{self, EMPLOYMENT, OCCUPATIONS};
use crate::params;
use crate::series::Series;
use crate::source::{Document, Origin};
use crate::table::Row;
use crate::text::Text;
use crate::unit::Unit;

/// The first year of the results.
pub const FIRST_YEAR: u16 = 2023;

/// The last year of the results.
pub const LAST_YEAR: u16 = 2040;

const YEARS: usize = (LAST_YEAR - FIRST_YEAR + 1) as usize;

/// How many industries there are; their order is that of [`data::employment`].
pub const INDUSTRIES: usize = EMPLOYMENT.len();

/// Exposure at O*NET levels 1 to 7, relative to level 4.
const DIFFICULTY: [f64; 7] = [0.2, 0.4, 0.7, 1.0, 1.25, 1.45, 1.6];

params! {
    /// The parameters of generative AI and work.
    pub struct Inputs;

    difficulty_level => Row {
        id: "genai.difficulty_level", aliases: &[],
        label: Text::new("Task difficulty AI can do (O*NET level)", "AIが担えるタスク難易度（O*NETレベル）"),
        unit: Unit::Level, origin: Origin::Published(Document::GenerativeAi),
        default: 4.0, min: 1.0, max: 7.0, step: 0.1, low: 3.0, high: 5.0,
        note: Text::new(
            "Exposure is scaled 0.2 0.4 0.7 1.0 1.25 1.45 1.6 at levels 1 to 7, between levels linearly; the scaling is assumed.",
            "影響度にはレベル1～7で0.2、0.4、0.7、1.0、1.25、1.45、1.6の係数を乗じ、中間は線形に補う。係数は想定である。",
        ),
    };
    adoption_ceiling => Row {
        id: "genai.adoption_ceiling", aliases: &[],
        label: Text::new("Adoption ceiling", "導入率の上限"),
        unit: Unit::Percent, origin: Origin::Assumed,
        default: 80.0, min: 0.0, max: 100.0, step: 1.0, low: 50.0, high: 95.0,
        note: Text::EMPTY,
    };
    adoption_speed => Row {
        id: "genai.adoption_speed", aliases: &[],
        label: Text::new("Adoption speed", "導入の速さ"),
        unit: Unit::PerYear, origin: Origin::Assumed,
        default: 0.45, min: 0.1, max: 1.5, step: 0.05, low: 0.3, high: 0.7,
        note: Text::EMPTY,
    };
    adoption_delay => Row {
        id: "genai.adoption_delay", aliases: &[],
        label: Text::new("Delay of every industry", "導入の遅れ（全産業）"),
        unit: Unit::Years, origin: Origin::Assumed,
        default: 0.0, min: -3.0, max: 10.0, step: 1.0, low: -1.0, high: 4.0,
        note: Text::EMPTY,
    };
    time_saved => Row {
        id: "genai.time_saved", aliases: &[],
        label: Text::new("Exposed time really saved", "対象時間のうち実際に削減される割合"),
        unit: Unit::Percent, origin: Origin::Assumed,
        default: 50.0, min: 0.0, max: 100.0, step: 1.0, low: 25.0, high: 75.0,
        note: Text::EMPTY,
    };
}

/// One industry in one year.
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Freed {
    /// Adoption, a fraction.
    pub adoption: f64,
    /// Working time freed, million full-time equivalents.
    pub fte: f64,
    /// Wage cost of the time freed, JPY tn a year.
    pub value: f64,
}

/// Exposure and freed time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Results {
    /// Exposure at the chosen difficulty level, relative to level 4.
    pub difficulty_factor: f64,
    /// Exposure of each occupation, percent, in the order of [`data::occupations`].
    pub occupations: [f64; OCCUPATIONS.len()],
    /// Exposure of each industry, percent, in the order of [`data::employment`].
    pub industries: [f64; INDUSTRIES],
    /// Freed time of each industry, in the same order, 2023 to 2040.
    pub years: Series<[Freed; INDUSTRIES], FIRST_YEAR, YEARS>,
}

impl Results {
    /// Working time freed in all industries, million full-time equivalents.
    pub fn fte(&self, year: u16) -> f64 {
        self.years[year].iter().map(|freed| freed.fte).sum()
    }

    /// Wage cost of the time freed in all industries, JPY tn a year.
    pub fn value(&self, year: u16) -> f64 {
        self.years[year].iter().map(|freed| freed.value).sum()
    }
}

/// Runs the model.
pub fn run(inputs: &Inputs) -> Results {
    let factor = difficulty_factor(inputs.difficulty_level);
    let industries = EXPOSURE.map(|exposure| exposure * factor);
    let mut adoption = TYPES.map(|midpoint| Adoption::start(inputs, midpoint));
    let years = Series::from_fn(|_| {
        let by_type = adoption.each_mut().map(Adoption::next);
        std::array::from_fn(|index| {
            let industry = &EMPLOYMENT[index];
            let adoption = by_type[industry.typology];
            let people = industry.employed_10k / 100.0;
            let fte = people * (industries[index] / 100.0) * adoption * inputs.time_saved;
            Freed {
                adoption,
                fte,
                value: fte * industry.monthly_pay_jpy * 12.0 / 1e6,
            }
        })
    });
    let occupations = std::array::from_fn(|index| OCCUPATIONS[index].exposure_percent * factor);
    Results {
        difficulty_factor: factor,
        occupations,
        industries,
        years,
    }
}

/// The logistic adoption of one type of industry, year after year.
///
/// A year further multiplies the exponential by a constant, which spares computing it anew.
struct Adoption {
    ceiling: f64,
    exponential: f64,
    decay: f64,
}

impl Adoption {
    fn start(inputs: &Inputs, midpoint: f64) -> Self {
        let lag = midpoint + inputs.adoption_delay - f64::from(FIRST_YEAR);
        Adoption {
            ceiling: inputs.adoption_ceiling,
            exponential: (inputs.adoption_speed * lag).exp(),
            decay: (-inputs.adoption_speed).exp(),
        }
    }

    fn next(&mut self) -> f64 {
        let adoption = self.ceiling / (1.0 + self.exponential);
        self.exponential *= self.decay;
        adoption
    }
}

/// The factor at a difficulty level, linear between whole levels.
fn difficulty_factor(level: f64) -> f64 {
    let below = (level.floor() as usize).clamp(1, DIFFICULTY.len() - 1);
    let (low, high) = (DIFFICULTY[below - 1], DIFFICULTY[below]);
    low + (high - low) * (level - below as f64)
}

/// The midpoint year of each type of industry.
static TYPES: LazyLock<[f64; data::TYPOLOGY.len()]> = LazyLock::new(|| {
    data::TYPOLOGY
        .each_ref()
        .map(|row| f64::from(row.midpoint_year))
});

/// Exposure of each industry at difficulty level 4, percent: the mean over its occupations.
static EXPOSURE: LazyLock<[f64; INDUSTRIES]> = LazyLock::new(|| std::array::from_fn(exposure));

fn exposure(industry: usize) -> f64 {
    let (mut exposed, mut shares) = (0.0, 0.0);
    for row in data::occupation_mix()
        .iter()
        .filter(|row| row.industry == industry)
    {
        exposed += row.share_percent * OCCUPATIONS[row.occupation].exposure_percent;
        shares += row.share_percent;
    }
    exposed / shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::near;

    fn position(id: &str) -> usize {
        EMPLOYMENT.iter().position(|row| row.id == id).unwrap()
    }

    #[test]
    fn the_difficulty_factor_is_linear_between_levels() {
        near(difficulty_factor(1.0), 0.2);
        near(difficulty_factor(3.5), (0.7 + 1.0) / 2.0);
        near(difficulty_factor(4.0), 1.0);
        near(difficulty_factor(7.0), 1.6);
    }

    #[test]
    fn an_industry_is_as_exposed_as_its_occupations() {
        let results = run(&Inputs {
            difficulty_level: 5.0,
            ..Inputs::default()
        });
        // Agriculture: managers 0.02, clerical 0.11, agriculture 99.8, carrying 0.07 percent.
        let exposed = 0.02 * 32.0 + 0.11 * 46.0 + 99.8 * 28.0 + 0.07 * 4.0;
        near(
            results.industries[position("agriculture")],
            exposed / 100.0 * 1.25,
        );
        near(results.occupations[2], 46.0 * 1.25);
    }

    #[test]
    fn half_of_the_ceiling_is_adopted_in_the_delayed_midpoint_year() {
        let results = run(&Inputs {
            adoption_ceiling: 0.9,
            adoption_delay: 3.0,
            ..Inputs::default()
        });
        // Manufacturing is of type B, whose midpoint is 2029.
        near(
            results.years[2032][position("manufacturing")].adoption,
            0.45,
        );
    }

    #[test]
    fn freed_time_is_worth_its_wage() {
        let inputs = Inputs {
            adoption_ceiling: 0.8,
            adoption_delay: 0.0,
            time_saved: 0.25,
            ..Inputs::default()
        };
        let results = run(&inputs);
        let freed = results.years[2029][position("manufacturing")];
        let exposure = results.industries[position("manufacturing")] / 100.0;
        near(freed.fte, 10.46 * exposure * 0.4 * 0.25);
        near(freed.value, freed.fte * 391_169.0 * 12.0 / 1e6);
        let (mut fte, mut value) = (0.0, 0.0);
        for industry in results.years[2029] {
            fte += industry.fte;
            value += industry.value;
        }
        near(results.fte(2029), fte);
        near(results.value(2029), value);
    }
}
