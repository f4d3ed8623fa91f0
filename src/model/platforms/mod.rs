//! AI platforms and investment: markets, the CAPEX of the largest clouds, what would pay it back.
//!
//! Payback is of cash, industry revenue against the CAPEX of the largest clouds; replacement goes on.
//! The published markets contradict each other when extended, which the chapter says beside them.

mod params;

pub use params::{Inputs, NOTES, ROWS};

use crate::series::Series;

/// The first year of investment, revenue and valuations.
pub const FIRST_YEAR: u16 = 2026;

/// The last year of investment, revenue and valuations.
pub const LAST_YEAR: u16 = 2040;

const YEARS: usize = (LAST_YEAR - FIRST_YEAR + 1) as usize;

/// The first year of the markets.
pub const MARKETS_FIRST_YEAR: u16 = 2022;

/// The last year of the markets.
pub const MARKETS_LAST_YEAR: u16 = 2032;

const MARKET_YEARS: usize = (MARKETS_LAST_YEAR - MARKETS_FIRST_YEAR + 1) as usize;

/// The year in which the size of the AI market is given.
const AI_MARKET_YEAR: u16 = 2025;

/// Hardware in the generative AI market, in the first and the last year.
const HARDWARE_SHARE: (f64, f64) = (0.9, 0.5);

/// The AI markets of one year, USD bn.
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarketYear {
    /// The AI market; published to 2030.
    pub ai: f64,
    /// The generative AI market.
    pub genai: f64,
    /// Its hardware.
    pub genai_hardware: f64,
    /// Its software and services.
    pub genai_software: f64,
}

/// Investment and revenue of one year, USD bn.
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CapexYear {
    /// CAPEX of the largest clouds.
    pub capex: f64,
    /// Its part for AI.
    pub ai_capex: f64,
    /// AI revenue, enterprises and consumers.
    pub revenue: f64,
    /// Gross profit before depreciation.
    pub gross_profit: f64,
    /// AI CAPEX of earlier years that is being written off.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip))]
    pub assets_in_use: f64,
    /// Depreciation of AI CAPEX since 2026.
    pub depreciation: f64,
    /// Gross profit less AI CAPEX, summed since 2026.
    pub cumulative_gap: f64,
}

/// What moves investment and revenue in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drivers {
    /// Growth of CAPEX over the year before, a fraction; 0 in 2026.
    pub capex_growth: f64,
    /// Growth of AI revenue over the year before were there no ceiling, a fraction.
    pub revenue_growth: f64,
    /// The part of that growth which the ceiling leaves, a fraction.
    pub revenue_room: f64,
    /// Growth of the revenue of a lab over the year before, a fraction; 0 in 2026.
    pub lab_growth: f64,
}

/// One value for each year from 2026 to 2040.
type Yearly<T = f64> = Series<T, FIRST_YEAR, YEARS>;

/// A lab: its revenue and what would justify its valuation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lab {
    /// Valuation over the revenue of 2026.
    pub multiple_2026: f64,
    /// First year whose revenue carries the valuation with the required return; `None` if none to 2040.
    pub justified_year: Option<u16>,
    /// Revenue, USD bn.
    pub path: Yearly,
    /// What it would be worth at the sales multiple reached in the end, USD bn.
    pub worth: Yearly,
    /// Today's valuation with the required return on it, USD bn.
    pub required: Yearly,
}

/// Markets, investment and labs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Results {
    /// The AI markets, 2022 to 2032.
    pub markets: Series<MarketYear, MARKETS_FIRST_YEAR, MARKET_YEARS>,
    /// Investment and revenue, 2026 to 2040.
    pub capex: Yearly<CapexYear>,
    /// What moves them.
    pub drivers: Yearly<Drivers>,
    /// AI revenue in 2025, from which its path starts, USD bn.
    pub revenue_2025: f64,
    /// First year whose cumulative gap is not negative; `None` if none to 2040.
    pub payback: Option<u16>,
    /// OpenAI.
    pub openai: Lab,
    /// Anthropic.
    pub anthropic: Lab,
}

/// Runs the model.
pub fn run(inputs: &Inputs) -> Results {
    let revenue_2025 = inputs.enterprise_revenue_2025 + inputs.consumer_revenue_2025;
    let drivers = drivers(inputs, revenue_2025);
    let capex = investment(inputs, &drivers, revenue_2025);
    let lab = |valuation, revenue_2026| lab(inputs, &drivers, valuation, revenue_2026);
    Results {
        markets: markets(inputs),
        payback: capex
            .iter()
            .find(|(_, year)| year.cumulative_gap >= 0.0)
            .map(|(year, _)| year),
        openai: lab(inputs.openai_valuation, inputs.openai_revenue_2026),
        anthropic: lab(inputs.anthropic_valuation, inputs.anthropic_revenue_2026),
        capex,
        drivers,
        revenue_2025,
    }
}

fn markets(inputs: &Inputs) -> Series<MarketYear, MARKETS_FIRST_YEAR, MARKET_YEARS> {
    let compound = |value: f64, growth: f64, from: u16, year: u16| {
        value * (1.0 + growth).powi(i32::from(year) - i32::from(from))
    };
    Series::from_fn(|year| {
        let genai = compound(
            inputs.genai_market_2032,
            inputs.genai_market_growth,
            MARKETS_LAST_YEAR,
            year,
        );
        let gone = f64::from(year - MARKETS_FIRST_YEAR) / (MARKET_YEARS - 1) as f64;
        let hardware_share = HARDWARE_SHARE.0 + (HARDWARE_SHARE.1 - HARDWARE_SHARE.0) * gone;
        MarketYear {
            ai: compound(
                inputs.ai_market_2025,
                inputs.ai_market_growth,
                AI_MARKET_YEAR,
                year,
            ),
            genai,
            genai_hardware: genai * hardware_share,
            genai_software: genai * (1.0 - hardware_share),
        }
    })
}

/// Growth loses strength every year; that of revenue once more as revenue nears its ceiling.
fn drivers(inputs: &Inputs, mut revenue: f64) -> Yearly<Drivers> {
    let second = FIRST_YEAR + 1;
    let capex = retained(inputs.capex_growth, inputs.capex_growth_retention, second);
    let labs = retained(inputs.lab_growth, inputs.lab_growth_retention, second);
    let revenues = retained(
        inputs.revenue_growth,
        inputs.revenue_growth_retention,
        FIRST_YEAR,
    );
    Series::from_fn(|year| {
        let drivers = Drivers {
            capex_growth: capex[year],
            revenue_growth: revenues[year],
            revenue_room: (1.0 - revenue / inputs.revenue_ceiling).max(0.0),
            lab_growth: labs[year],
        };
        revenue *= 1.0 + drivers.revenue_growth * drivers.revenue_room;
        drivers
    })
}

fn investment(inputs: &Inputs, drivers: &Yearly<Drivers>, mut revenue: f64) -> Yearly<CapexYear> {
    let mut capex = inputs.capex_2026;
    let mut bought = [0.0; YEARS];
    let mut cumulative_gap = 0.0;
    Series::from_fn(|year| {
        let now = usize::from(year - FIRST_YEAR);
        capex *= 1.0 + drivers[year].capex_growth;
        bought[now] = capex * inputs.ai_capex_share;
        revenue *= 1.0 + drivers[year].revenue_growth * drivers[year].revenue_room;
        let gross_profit = revenue * inputs.gross_margin;
        cumulative_gap += gross_profit - bought[now];
        let oldest = now.saturating_sub(inputs.asset_life as usize);
        let assets_in_use: f64 = bought[oldest..now].iter().sum();
        CapexYear {
            capex,
            ai_capex: bought[now],
            revenue,
            gross_profit,
            assets_in_use,
            depreciation: assets_in_use / inputs.asset_life,
            cumulative_gap,
        }
    })
}

/// Growth that is `growth` in the year `from`, nothing before, and keeps the part `retention` from year to year.
fn retained(mut growth: f64, retention: f64, from: u16) -> Yearly {
    Series::from_fn(|year| {
        if year < from {
            return 0.0;
        }
        let now = growth;
        growth *= retention;
        now
    })
}

fn lab(inputs: &Inputs, drivers: &Yearly<Drivers>, valuation: f64, revenue_2026: f64) -> Lab {
    let (mut revenue, mut needed) = (revenue_2026, valuation);
    let path = Series::from_fn(|year| {
        revenue *= 1.0 + drivers[year].lab_growth;
        revenue
    });
    let required = Series::from_fn(|year| {
        if year > FIRST_YEAR {
            needed *= 1.0 + inputs.required_return;
        }
        needed
    });
    let worth = Series::from_fn(|year| path[year] * inputs.target_multiple);
    let justified = Yearly::<f64>::years().find(|&year| worth[year] >= required[year]);
    Lab {
        multiple_2026: valuation / revenue_2026,
        justified_year: justified,
        path,
        worth,
        required,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::near;

    #[test]
    fn markets_compound_from_the_year_they_are_given_for() {
        let inputs = Inputs {
            ai_market_2025: 200.0,
            ai_market_growth: 0.25,
            genai_market_2032: 1024.0,
            genai_market_growth: 1.0,
            ..Inputs::default()
        };
        let markets = run(&inputs).markets;
        near(markets[2027].ai, 200.0 * 1.25 * 1.25);
        near(markets[2024].ai, 200.0 / 1.25);
        near(markets[2022].genai, 1.0);
        near(markets[2027].genai_hardware, 32.0 * 0.7);
        near(markets[2032].genai_software, 1024.0 * 0.5);
    }

    #[test]
    fn growth_of_investment_loses_strength() {
        let inputs = Inputs {
            capex_2026: 100.0,
            capex_growth: 0.5,
            capex_growth_retention: 0.5,
            ai_capex_share: 0.6,
            asset_life: 2.0,
            ..Inputs::default()
        };
        let capex = run(&inputs).capex;
        near(capex[2028].capex, 100.0 * 1.5 * 1.25);
        near(capex[2028].ai_capex, 60.0 * 1.5 * 1.25);
        assert_eq!(capex[2026].depreciation, 0.0);
        near(capex[2027].depreciation, 60.0 / 2.0);
        near(
            capex[2029].depreciation,
            (60.0 * 1.5 + 60.0 * 1.5 * 1.25) / 2.0,
        );
    }

    #[test]
    fn revenue_slows_as_it_nears_its_ceiling() {
        let inputs = Inputs {
            enterprise_revenue_2025: 30.0,
            consumer_revenue_2025: 20.0,
            revenue_growth: 1.0,
            revenue_growth_retention: 0.5,
            revenue_ceiling: 100.0,
            ..Inputs::default()
        };
        let capex = run(&inputs).capex;
        near(
            capex[2026].revenue,
            50.0 * (1.0 + 1.0 * (1.0 - 50.0 / 100.0)),
        );
        near(
            capex[2027].revenue,
            75.0 * (1.0 + 0.5 * (1.0 - 75.0 / 100.0)),
        );
    }

    #[test]
    fn the_gap_adds_up_and_payback_is_where_it_closes() {
        let inputs = Inputs {
            capex_2026: 600.0,
            ai_capex_share: 0.5,
            gross_margin: 0.4,
            ..Inputs::default()
        };
        let results = run(&inputs);
        let year = |year: u16| results.capex[year].revenue * 0.4 - results.capex[year].capex * 0.5;
        near(
            results.capex[2028].cumulative_gap,
            year(2026) + year(2027) + year(2028),
        );
        let payback = results.payback.unwrap();
        assert!(
            results.capex[payback].cumulative_gap >= 0.0
                && results.capex[payback - 1].cumulative_gap < 0.0
        );
    }

    #[test]
    fn where_nothing_is_bought_nothing_is_left_to_pay_back() {
        let results = run(&Inputs {
            capex_2026: 0.0,
            gross_margin: 0.0,
            ..Inputs::default()
        });
        assert_eq!(results.payback, Some(2026));
    }

    #[test]
    fn a_valuation_is_justified_when_revenue_carries_it_with_the_return() {
        let inputs = Inputs {
            openai_valuation: 400.0,
            openai_revenue_2026: 20.0,
            lab_growth: 1.0,
            lab_growth_retention: 0.5,
            target_multiple: 10.0,
            required_return: 0.25,
            ..Inputs::default()
        };
        // Ten times 20, 40, 60, 75 against 400, 500, 625, 781: short every year, and growth is fading.
        let openai = run(&inputs).openai;
        near(openai.multiple_2026, 20.0);
        near(openai.path[2029], 20.0 * 2.0 * 1.5 * 1.25);
        assert_eq!(openai.justified_year, None);
        let patient = run(&Inputs {
            required_return: 0.2,
            ..inputs
        })
        .openai;
        // 600 against 400 × 1.2 × 1.2 = 576.
        assert_eq!(patient.justified_year, Some(2028));
        let content = run(&Inputs {
            required_return: 0.0,
            ..inputs
        })
        .openai;
        // 400 against 400: just carried.
        assert_eq!(content.justified_year, Some(2027));
    }
}
