//! The statistics that models and figures use, as static rows.
//!
//! The CSV files beside this module are the source: they open in a spreadsheet and show in a diff.
//! `build.rs` turns them into statics, so nothing is parsed, and nothing can fail, in the browser.

pub mod books;
mod listing;
mod registry;
mod rows;

pub use books::{listing, published};
pub use listing::Listing;
pub use registry::{DATASETS, Dataset, dataset};
pub use rows::*;

use crate::region::Region;

/// The people of one region in one year, in thousands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Population {
    /// Everyone.
    pub total: f64,
    /// Aged 15 to 64.
    pub working_age: f64,
}

/// The first year that the United Nations project rather than count.
pub const POPULATION_PROJECTED_FROM: u16 = 2024;

/// The first year of growth that the IMF projects (World Economic Outlook of October 2025).
pub const GROWTH_PROJECTED_FROM: u16 = 2025;

/// The population of a region, 2000 to 2050; `None` outside these years.
pub fn population(region: Region, year: u16) -> Option<Population> {
    let of = |age_group| {
        POPULATION
            .iter()
            .find(|row| row.year == year && row.region == region && row.age_group == age_group)
            .map(|row| f64::from(row.hundred_persons) / 10.0)
    };
    Some(Population {
        total: of(AgeGroup::Total)?,
        working_age: of(AgeGroup::WorkingAge)?,
    })
}

/// Real growth of a region as a fraction a year, 2015 to 2030; `None` outside these years.
pub fn growth(region: Region, year: u16) -> Option<f64> {
    let row = GROWTH
        .iter()
        .find(|row| row.year == year && row.region == region)?;
    Some(row.percent / 100.0)
}

/// A quantity of a region in the base year, in the unit of [`Quantity`].
pub fn region_value(region: Region, quantity: Quantity) -> f64 {
    region_row(region, quantity).map_or(f64::NAN, |row| row.value)
}

/// A quantity of a region with its year, source and confidence.
pub fn region_row(region: Region, quantity: Quantity) -> Option<&'static RegionRow> {
    REGIONS
        .iter()
        .find(|row| row.region == region && row.quantity == quantity)
}

/// The twelve manufacturing industries, without the total.
pub fn industries() -> &'static [IndustryRow] {
    &INDUSTRIES[1..]
}

/// What a region imports on balance over all industries in deficit, USD bn, an estimate.
pub fn total_deficit(region: Region) -> f64 {
    industries()
        .iter()
        .map(|industry| industry.deficit(region))
        .sum()
}

/// Manufacturing as a whole: its investment ratio; it carries no deficits.
pub fn manufacturing_total() -> &'static IndustryRow {
    &INDUSTRIES[0]
}

/// Employed persons and pay of Japan's industries; the order of the industries in `model::genai`.
pub fn employment() -> &'static [EmploymentRow] {
    &EMPLOYMENT
}

/// The occupations and their exposure; the order of the occupations in `model::genai`.
pub fn occupations() -> &'static [OccupationRow] {
    &OCCUPATIONS
}

/// The occupations within each industry.
pub fn occupation_mix() -> &'static [OccupationMixRow] {
    &OCCUPATION_MIX
}

/// The types of industry.
pub fn typology() -> &'static [TypologyRow] {
    &TYPOLOGY
}

/// Japan's digital deficit, 2014 to 2025.
pub fn digital_deficit() -> &'static [DigitalDeficitRow] {
    &DIGITAL_DEFICIT
}

/// Persons employed in manufacturing in Germany, Japan and the United States.
pub fn manufacturing_employment() -> &'static [ManufacturingEmploymentRow] {
    &MANUFACTURING_EMPLOYMENT
}

/// The published path of the generative AI market, 2022 to 2032.
pub fn genai_market() -> &'static [GenaiMarketRow] {
    &GENAI_MARKET
}

/// AI models and private investment by country.
pub fn ai_index() -> &'static [AiIndexRow] {
    &AI_INDEX
}

/// What the four largest cloud companies invested, 2015 to 2025, an estimate.
pub fn hyperscaler_capex() -> &'static [CompanyCapexRow] {
    &HYPERSCALER_CAPEX
}

/// What the four invested together in a year, USD bn; `None` outside the years of the table.
pub fn hyperscaler_total(year: u16) -> Option<f64> {
    let total = HYPERSCALER_CAPEX
        .iter()
        .filter(|row| row.year == year)
        .map(|row| row.usd_bn)
        .sum();
    (total > 0.0).then_some(total)
}

/// Notable AI models with their training compute.
pub fn notable_models() -> &'static [NotableModelRow] {
    &NOTABLE_MODELS
}

/// AI models with their score in the capability index.
pub fn capability() -> &'static [CapabilityRow] {
    &ECI_SCORES
}

/// The exchange rate, 2010 to 2030.
pub fn exchange_rates() -> &'static [ExchangeRateRow] {
    &USD_JPY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_has_every_quantity_and_every_year() {
        for region in Region::ALL {
            for quantity in [Quantity::Mva, Quantity::Workers, Quantity::Wage] {
                assert!(
                    region_value(region, quantity) > 0.0,
                    "{region:?} {quantity:?}"
                );
            }
            for year in 2000..=2050 {
                let people = population(region, year).unwrap();
                assert!(0.0 < people.working_age && people.working_age < people.total);
            }
            assert!((2015..=2030).all(|year| growth(region, year).is_some()));
        }
        assert_eq!(population(Region::Jp, 1999), None);
        assert_eq!(growth(Region::Jp, 2031), None);
    }

    #[test]
    fn the_total_comes_first_among_the_industries() {
        assert_eq!(manufacturing_total().id, "total");
        assert_eq!(industries().len(), 12);
        assert_eq!(industries()[0].deficit(Region::Us), 54.0);
        assert!(
            industries()
                .iter()
                .all(|row| row.deficit_us.is_some() && row.deficit_jp.is_some())
        );
    }

    #[test]
    fn yearly_tables_have_no_gaps() {
        let deficit: Vec<_> = digital_deficit().iter().map(|row| row.year).collect();
        assert_eq!(deficit, (2014..=2025).collect::<Vec<_>>());
        let market: Vec<_> = genai_market().iter().map(|row| row.year).collect();
        assert_eq!(market, (2022..=2032).collect::<Vec<_>>());
        let rates: Vec<_> = exchange_rates().iter().map(|row| row.year).collect();
        assert_eq!(rates, (2010..=2030).collect::<Vec<_>>());
    }

    #[test]
    fn every_company_has_every_year() {
        for company in ["alphabet", "amazon", "meta", "microsoft"] {
            let rows = hyperscaler_capex().iter();
            let years: Vec<_> = rows
                .filter(|row| row.company == company)
                .map(|row| row.year)
                .collect();
            assert_eq!(years, (2015..=2025).collect::<Vec<_>>());
        }
        assert_eq!(hyperscaler_total(2014), None);
        assert!((hyperscaler_total(2022).unwrap() - 145.8).abs() < 1e-9);
    }

    #[test]
    fn models_have_dates_but_for_one() {
        assert!(notable_models().iter().all(|row| row.released.is_some()));
        let undated: Vec<_> = capability()
            .iter()
            .filter(|row| row.released.is_none())
            .collect();
        assert_eq!(undated.len(), 1, "{undated:?}");
        let first = notable_models()[0].released;
        assert_eq!(
            first,
            Some(Month {
                year: 2012,
                month: 9
            })
        );
    }

    #[test]
    fn every_industry_has_an_occupation_and_shares_of_about_a_hundred() {
        for (position, row) in employment().iter().enumerate() {
            let mix = occupation_mix()
                .iter()
                .filter(|mix| mix.industry == position);
            let sum: f64 = mix.map(|mix| mix.share_percent).sum();
            assert!((sum - 100.0).abs() < 0.1, "{}: {sum}", row.id);
        }
    }
}
