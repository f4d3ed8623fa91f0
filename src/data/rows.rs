//! The row types of the tables and the statics that the build script fills from the CSV files.

use crate::region::Region;
use crate::source::{Confidence, Document};
use crate::text::Text;

/// What `regions.csv` gives of a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Manufacturing value added, USD bn.
    Mva,
    /// Workers in manufacturing, millions.
    Workers,
    /// Cost of a worker, USD thousand a year.
    Wage,
}

/// Whom a population figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeGroup {
    /// Everyone.
    Total,
    /// Aged 15 to 64.
    WorkingAge,
}

/// One quantity of one region in the base year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RegionRow {
    /// The region.
    pub region: Region,
    /// What is counted.
    pub quantity: Quantity,
    /// The value, in the unit that `unit` names.
    pub value: f64,
    /// Unit and year, in English.
    pub unit: &'static str,
    /// Source, in English.
    pub source: &'static str,
    /// Source, in Japanese.
    pub source_ja: &'static str,
    /// How far it can be relied on.
    pub confidence: Confidence,
}

/// The population of one region, year and age group; from 2024 on projected (medium variant).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PopulationRow {
    /// The region.
    pub region: Region,
    /// 2000 to 2050.
    pub year: u16,
    /// Whom it counts.
    pub age_group: AgeGroup,
    /// Hundred persons.
    pub hundred_persons: u32,
}

/// Real growth of gross domestic product in one region and year; from 2025 on projected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GrowthRow {
    /// The region.
    pub region: Region,
    /// 2015 to 2030.
    pub year: u16,
    /// Percent a year.
    pub percent: f64,
}

/// A manufacturing industry: how much it invests, and what each region imports on balance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IndustryRow {
    /// Short name, such as `chemicals`.
    pub id: &'static str,
    /// The name that the reader sees.
    pub label: Text,
    /// New capital spending over value added, a fraction (United States, 2012 to 2016).
    pub capex_to_value_added: f64,
    /// Import deficit of the United States, USD bn; `None` in the total. The four are estimates.
    pub deficit_us: Option<f64>,
    /// Import deficit of Western Europe, USD bn.
    pub deficit_we: Option<f64>,
    /// Import deficit of India, USD bn.
    pub deficit_in: Option<f64>,
    /// Import deficit of Japan, USD bn.
    pub deficit_jp: Option<f64>,
}

impl IndustryRow {
    /// The import deficit of a region, USD bn, an estimate; 0 in surplus industries.
    pub fn deficit(&self, region: Region) -> f64 {
        let deficit = match region {
            Region::Us => self.deficit_us,
            Region::We => self.deficit_we,
            Region::In => self.deficit_in,
            Region::Jp => self.deficit_jp,
        };
        deficit.unwrap_or(0.0)
    }
}

/// Employment and pay of an industry in Japan; estimates but for manufacturing pay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EmploymentRow {
    /// Short name, such as `manufacturing`.
    pub id: &'static str,
    /// The name that the reader sees.
    pub label: Text,
    /// Employed persons in 2020, ten thousands.
    pub employed_10k: f64,
    /// Monthly pay in 2022, yen.
    pub monthly_pay_jpy: f64,
    /// Position of its type in [`TYPOLOGY`].
    pub typology: usize,
}

/// A type of industry by what it runs on, and when it takes up generative AI.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TypologyRow {
    /// Letter of the type, such as `B`.
    pub id: &'static str,
    /// The name that the reader sees.
    pub label: Text,
    /// Year in which adoption reaches half of its ceiling; assumed.
    pub midpoint_year: u16,
}

/// How much of an occupation's work generative AI can do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OccupationRow {
    /// Short name, such as `clerical`.
    pub id: &'static str,
    /// The name that the reader sees.
    pub label: Text,
    /// Percent of working time at difficulty level 4.
    pub exposure_percent: f64,
    /// Routine or not, cognitive or manual, in English.
    pub task_class: &'static str,
    /// How far it can be relied on.
    pub confidence: Confidence,
}

/// The share of one occupation in one industry; all of them estimates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OccupationMixRow {
    /// Position of the industry in [`EMPLOYMENT`].
    pub industry: usize,
    /// Position of the occupation in [`OCCUPATIONS`].
    pub occupation: usize,
    /// Percent of the industry's workers.
    pub share_percent: f64,
}

/// Japan's digital deficit in one year; positive is a deficit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DigitalDeficitRow {
    /// 2014 to 2025.
    pub year: u16,
    /// Trillion yen.
    pub jpy_tn: f64,
    /// How far it can be relied on.
    pub confidence: Confidence,
}

/// Persons employed in manufacturing; the definitions differ between countries.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ManufacturingEmploymentRow {
    /// `de`, `jp` or `us`: countries, not regions of the model.
    pub place: &'static str,
    /// 1970 to 2024, with gaps.
    pub year: u16,
    /// Thousand persons.
    pub thousand_persons: f64,
    /// How far it can be relied on.
    pub confidence: Confidence,
}

/// The published path of the generative AI market.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GenaiMarketRow {
    /// 2022 to 2032.
    pub year: u16,
    /// USD bn.
    pub usd_bn: f64,
    /// How far it can be relied on.
    pub confidence: Confidence,
}

/// One number of the AI Index Report 2025.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AiIndexRow {
    /// Country or part of the world, in English.
    pub place: &'static str,
    /// Year or span, such as `2024`.
    pub period: &'static str,
    /// What is counted, in English.
    pub series: &'static str,
    /// USD bn for investment, else a number.
    pub value: f64,
    /// How far it can be relied on.
    pub confidence: Confidence,
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// The calendar year.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
}

/// What one of the largest cloud companies invested in a year; all of them estimates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CompanyCapexRow {
    /// `alphabet`, `amazon`, `meta` or `microsoft`.
    pub company: &'static str,
    /// 2015 to 2025.
    pub year: u16,
    /// USD bn.
    pub usd_bn: f64,
}

/// A notable AI model and the compute spent on training it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NotableModelRow {
    /// Its name.
    pub model: &'static str,
    /// When it was published.
    pub released: Option<Month>,
    /// Floating-point operations of training, an estimate of the source.
    pub training_flop: f64,
}

/// An AI model and its score in the Epoch Capabilities Index.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CapabilityRow {
    /// Its name.
    pub model: &'static str,
    /// When it was published; missing for one model.
    pub released: Option<Month>,
    /// The score, on a scale without a natural zero.
    pub eci: f64,
}

/// The exchange rate of one year; from 2025 on an assumption of the source.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExchangeRateRow {
    /// 2010 to 2030.
    pub year: u16,
    /// Yen per US dollar.
    pub jpy_per_usd: f64,
}

/// A figure printed in one of the documents.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Published {
    /// Stable name, such as `capture.total-revenue-2040`.
    pub id: &'static str,
    /// The document that prints it.
    pub document: Document,
    /// The heading it stands under, in Japanese.
    pub section: &'static str,
    /// What it is.
    pub label: Text,
    /// The value, in `unit`.
    pub value: Option<f64>,
    /// Lower end, where a range is printed.
    pub low: Option<f64>,
    /// Upper end, where a range is printed.
    pub high: Option<f64>,
    /// Unit as in the register, such as `JPY_tn`.
    pub unit: &'static str,
    /// Year or span as in the register, such as `2026-2040`.
    pub period: &'static str,
    /// The same in words.
    pub when: Text,
}

include!(concat!(env!("OUT_DIR"), "/tables.rs"));
