//! The kinds of statistics: label, unit, dataset, the time they are of, and how far each number can be relied on.

use crate::data::{self, EmploymentRow, OccupationRow, Quantity};
use crate::output::{Place, employed};
use crate::region::Region;
use crate::source::Confidence;
use crate::text::Text;
use crate::unit::Unit;

/// One kind of statistic.
pub struct Kind {
    pub name: &'static str,
    pub label: Text,
    pub unit: Unit,
    pub dataset: &'static str,
    pub when: When,
    pub value: fn(Place, u16) -> Option<f64>,
    /// How far the number of a place and year can be relied on.
    pub confidence: fn(Place, u16) -> Confidence,
}

/// The time that a statistic is of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// That of its label, or none.
    Label,
    /// The year that its row of `regions.csv` names.
    Row,
    /// Any year of its dataset; from this one on the publisher projected it.
    Year { projected_from: u16 },
    /// What has come about until a year; from this one on the publisher projected it.
    Until { projected_from: u16 },
}

/// Where nothing is projected.
const NEVER: u16 = u16::MAX;

const SOURCED: fn(Place, u16) -> Confidence = |_, _| Confidence::Sourced;
const ESTIMATE: fn(Place, u16) -> Confidence = |_, _| Confidence::Estimate;

/// All of them.
pub const KINDS: &[Kind] = &[
    Kind {
        name: "data.mva",
        label: Text::new("Manufacturing value added", "製造業付加価値"),
        unit: Unit::UsdBn,
        dataset: "regions",
        when: When::Row,
        value: |place, _| Some(data::region_value(place.region()?, Quantity::Mva)),
        confidence: |place, _| of_region(place, Quantity::Mva),
    },
    Kind {
        name: "data.workers",
        label: Text::new("Manufacturing workers today", "製造業就業者（足元）"),
        unit: Unit::MillionPersons,
        dataset: "regions",
        when: When::Label,
        value: |place, _| Some(data::region_value(place.region()?, Quantity::Workers)),
        confidence: |place, _| of_region(place, Quantity::Workers),
    },
    Kind {
        name: "data.wage",
        label: Text::new("Manufacturing wage", "製造業の賃金"),
        unit: Unit::UsdThousandAYear,
        dataset: "regions",
        when: When::Label,
        value: |place, _| Some(data::region_value(place.region()?, Quantity::Wage)),
        confidence: |place, _| of_region(place, Quantity::Wage),
    },
    Kind {
        name: "data.growth_to_2030",
        label: Text::new(
            "Growth to 2030 at the latest (2024 = 1)",
            "2030年までの成長（2024年＝1）",
        ),
        unit: Unit::Ratio,
        dataset: "gdp_growth",
        when: When::Until {
            projected_from: data::GROWTH_PROJECTED_FROM,
        },
        value: |place, year| {
            let region = place.region()?;
            (2025..=year.min(2030))
                .map(|y| data::growth(region, y).map(|growth| 1.0 + growth))
                .product()
        },
        confidence: SOURCED,
    },
    Kind {
        name: "data.deficit",
        label: Text::new("Import deficit today", "現在の輸入赤字"),
        unit: Unit::UsdBn,
        dataset: "industries",
        when: When::Label,
        value: |place, _| match place {
            Place::Region(region) => Some(data::total_deficit(region)),
            Place::Industry(region, industry) => {
                Some(data::industries().get(industry)?.deficit(region))
            }
            _ => None,
        },
        confidence: ESTIMATE,
    },
    Kind {
        name: "data.capex_mix",
        label: Text::new(
            "CAPEX intensity of the reshored industries (all manufacturing = 1)",
            "対象業種の設備投資強度（製造業計＝1）",
        ),
        unit: Unit::Ratio,
        dataset: "industries",
        when: When::Label,
        value: |place, _| capex_mix(place.region()?),
        confidence: ESTIMATE,
    },
    Kind {
        name: "data.working_age",
        label: Text::new("Population aged 15 to 64", "15～64歳人口"),
        unit: Unit::MillionPersons,
        dataset: "population",
        when: When::Year {
            projected_from: data::POPULATION_PROJECTED_FROM,
        },
        value: |place, year| Some(data::population(place.region()?, year)?.working_age / 1000.0),
        confidence: SOURCED,
    },
    Kind {
        name: "data.population",
        label: Text::new("Population", "総人口"),
        unit: Unit::MillionPersons,
        dataset: "population",
        when: When::Year {
            projected_from: data::POPULATION_PROJECTED_FROM,
        },
        value: |place, year| Some(data::population(place.region()?, year)?.total / 1000.0),
        confidence: SOURCED,
    },
    Kind {
        name: "data.digital_deficit",
        label: Text::new("Digital deficit", "デジタル赤字"),
        unit: Unit::JpyTn,
        dataset: "digital_deficit",
        when: When::Year {
            projected_from: NEVER,
        },
        value: |_, year| Some(digital_deficit(year)?.jpy_tn),
        confidence: |_, year| {
            digital_deficit(year).map_or(Confidence::Estimate, |row| row.confidence)
        },
    },
    Kind {
        name: "data.employed",
        label: Text::new("Employed persons (2020)", "就業者数（2020年）"),
        unit: Unit::MillionPersons,
        dataset: "employment",
        when: When::Label,
        value: |place, _| employed(place),
        confidence: ESTIMATE,
    },
    Kind {
        name: "data.pay",
        label: Text::new(
            "Pay a year (twelve times the monthly pay of 2022)",
            "年間給与（2022年の月間給与の12倍）",
        ),
        unit: Unit::JpyMillionAYear,
        dataset: "employment",
        when: When::Label,
        value: |place, _| Some(industry(place)?.monthly_pay_jpy * 12.0 / 1e6),
        confidence: |place, _| match industry(place) {
            Some(row) if row.id != "manufacturing" => Confidence::Estimate,
            _ => Confidence::Sourced,
        },
    },
    Kind {
        name: "data.midpoint",
        label: Text::new("Year half way to the ceiling", "導入が上限の半分に達する年"),
        unit: Unit::Year,
        dataset: "typology",
        when: When::Label,
        value: |place, _| {
            let row = data::typology().get(industry(place)?.typology)?;
            Some(f64::from(row.midpoint_year))
        },
        confidence: |_, _| Confidence::Assumed,
    },
    Kind {
        name: "data.exposure",
        label: Text::new("Exposure at difficulty level 4", "難易度レベル4での影響度"),
        unit: Unit::Fraction,
        dataset: "occupations",
        when: When::Label,
        value: |place, _| Some(occupation(place)?.exposure_percent / 100.0),
        confidence: |place, _| occupation(place).map_or(Confidence::Estimate, |row| row.confidence),
    },
    Kind {
        name: "data.occupation_share",
        label: Text::new(
            "Share of the industry's workers",
            "産業の就業者に占める割合",
        ),
        unit: Unit::Fraction,
        dataset: "occupation_mix",
        when: When::Label,
        value: |place, _| match place {
            Place::Mix(index) => occupation_share(index),
            _ => None,
        },
        confidence: ESTIMATE,
    },
    Kind {
        name: "data.genai_market",
        label: Text::new(
            "Generative AI market, published series",
            "生成AI市場（公表系列）",
        ),
        unit: Unit::UsdBn,
        dataset: "genai_market",
        when: When::Year {
            projected_from: NEVER,
        },
        value: |_, year| Some(genai_market(year)?.usd_bn),
        confidence: |_, year| genai_market(year).map_or(Confidence::Estimate, |row| row.confidence),
    },
    Kind {
        name: "data.hyperscaler_capex",
        label: Text::new(
            "CAPEX of the four largest clouds",
            "大手クラウド4社の設備投資",
        ),
        unit: Unit::UsdBn,
        dataset: "hyperscaler_capex",
        when: When::Year {
            projected_from: NEVER,
        },
        value: |_, year| data::hyperscaler_total(year),
        confidence: ESTIMATE,
    },
];

fn digital_deficit(year: u16) -> Option<&'static data::DigitalDeficitRow> {
    data::digital_deficit().iter().find(|row| row.year == year)
}

fn industry(place: Place) -> Option<&'static EmploymentRow> {
    match place {
        Place::Sector(index) => data::employment().get(index),
        _ => None,
    }
}

fn occupation(place: Place) -> Option<&'static OccupationRow> {
    match place {
        Place::Occupation(index) => data::occupations().get(index),
        _ => None,
    }
}

/// The share of a row of the occupation mix; the printed shares of an industry add up to a hundred but for rounding.
fn occupation_share(index: usize) -> Option<f64> {
    let row = data::occupation_mix().get(index)?;
    let industry = data::occupation_mix()
        .iter()
        .filter(|other| other.industry == row.industry);
    let all: f64 = industry.map(|other| other.share_percent).sum();
    Some(row.share_percent / all)
}

fn genai_market(year: u16) -> Option<&'static data::GenaiMarketRow> {
    data::genai_market().iter().find(|row| row.year == year)
}

fn of_region(place: Place, quantity: Quantity) -> Confidence {
    let row = place
        .region()
        .and_then(|region| data::region_row(region, quantity));
    row.map_or(Confidence::Estimate, |row| row.confidence)
}

/// CAPEX to value added of the industries in deficit, weighted by deficit, relative to all manufacturing.
fn capex_mix(region: Region) -> Option<f64> {
    let weighted: f64 = data::industries()
        .iter()
        .map(|industry| industry.deficit(region) * industry.capex_to_value_added)
        .sum();
    let total = data::total_deficit(region) * data::manufacturing_total().capex_to_value_added;
    (total > 0.0).then(|| weighted / total)
}
