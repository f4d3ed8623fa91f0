//! Statistics that formulas refer to, each with its dataset and how far it can be relied on.

use crate::data::{self, Dataset, EmploymentRow, OccupationRow, Quantity};
use crate::output::{Place, employed};
use crate::region::Region;
use crate::source::Confidence;
use crate::text::{Lang, Text};
use crate::unit::Unit;

/// One kind of statistic.
struct Kind {
    name: &'static str,
    label: Text,
    unit: Unit,
    dataset: &'static str,
    when: When,
    value: fn(Place, u16) -> Option<f64>,
    /// How far the number of a place and year can be relied on.
    confidence: fn(Place, u16) -> Confidence,
}

/// The time that a statistic is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
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

const KINDS: &[Kind] = &[
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

/// A statistic at a place and, where it has years, in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Statistic {
    kind: usize,
    place: Place,
    year: u16,
    value: f64,
}

impl Statistic {
    /// The statistic of a name such as `data.wage`; `None` where it is not kept.
    pub fn find(name: &str, place: Place, year: u16) -> Option<Statistic> {
        let kind = KINDS.iter().position(|kind| kind.name == name)?;
        (KINDS[kind].value)(place, year).map(|value| Statistic {
            kind,
            place,
            year,
            value,
        })
    }

    fn kind(self) -> &'static Kind {
        &KINDS[self.kind]
    }

    /// Whether it is the same number as another: of the same kind, place and value, and of the same year where its
    /// name has one.
    pub fn is_same(self, other: Statistic) -> bool {
        let same = self.kind == other.kind && self.place == other.place;
        same && self.value == other.value && (self.year == other.year || !self.is_dated())
    }

    /// Whether its name has a year that it was asked for.
    pub fn is_dated(self) -> bool {
        matches!(self.kind().when, When::Year { .. })
    }

    /// The year in its name.
    fn year(self) -> Option<u16> {
        match self.kind().when {
            When::Label | When::Until { .. } => None,
            When::Year { .. } => Some(self.year),
            When::Row => {
                let (_, year) = self.row()?.unit.rsplit_once(", ")?;
                year.parse().ok()
            }
        }
    }

    /// Its row of `regions.csv`.
    fn row(self) -> Option<&'static data::RegionRow> {
        let quantity = match self.kind().name {
            "data.mva" => Quantity::Mva,
            "data.workers" => Quantity::Workers,
            "data.wage" => Quantity::Wage,
            _ => return None,
        };
        data::region_row(self.place.region()?, quantity)
    }

    /// Where it is read.
    pub fn place(self) -> Place {
        self.place
    }

    /// The number.
    pub fn value(self) -> f64 {
        self.value
    }

    /// Its unit.
    pub fn unit(self) -> Unit {
        self.kind().unit
    }

    /// The dataset it stands in.
    pub fn dataset(self) -> Option<&'static Dataset> {
        data::dataset(self.kind().dataset)
    }

    /// What the reader sees.
    pub fn name(self, lang: Lang) -> String {
        let label = self.kind().label.get(lang);
        let place = || self.place.label(lang);
        match (self.year(), self.kind().dataset, lang) {
            (Some(year), _, Lang::En) => format!("{label} in {year}"),
            (Some(year), _, Lang::Ja) => format!("{label}（{year}年）"),
            (None, "occupation_mix", Lang::En) => format!("{label}: {}", place()),
            (None, "occupation_mix", Lang::Ja) => format!("{label}：{}", place()),
            _ => label.to_owned(),
        }
    }

    /// Who published the number: of its row where the dataset says so, else of the whole dataset.
    pub fn source(self) -> Text {
        match (self.row(), self.dataset()) {
            (Some(row), _) => Text::new(row.source, row.source_ja),
            (None, Some(dataset)) => dataset.source,
            (None, None) => Text::EMPTY,
        }
    }

    /// What the reader sees, with the place.
    pub fn title(self, lang: Lang) -> String {
        let (name, place) = (self.name(lang), self.place.label(lang));
        match lang {
            _ if place.is_empty() || name.ends_with(&place) => name,
            Lang::En => format!("{name}, {place}"),
            Lang::Ja => format!("{name}（{place}）"),
        }
    }

    /// Whether the publisher projected the number rather than counted it.
    pub fn is_projection(self) -> bool {
        match self.kind().when {
            When::Year { projected_from } | When::Until { projected_from } => {
                self.year >= projected_from
            }
            When::Label | When::Row => false,
        }
    }

    /// How far the number can be relied on.
    pub fn confidence(self) -> Confidence {
        (self.kind().confidence)(self.place, self.year)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn find(name: &str, region: Region, year: u16) -> Statistic {
        Statistic::find(name, Place::Region(region), year).unwrap()
    }

    #[test]
    fn value_added_is_of_the_year_of_its_row() {
        let mva = |region| find("data.mva", region, 2040).name(Lang::En);
        assert_eq!(mva(Region::Us), "Manufacturing value added in 2024");
        assert_eq!(mva(Region::Jp), "Manufacturing value added in 2023");
    }

    #[test]
    fn what_the_publisher_projected_is_no_count() {
        let is_projection = |name, year| find(name, Region::Us, year).is_projection();
        assert!(!is_projection("data.population", 2023));
        assert!(is_projection("data.population", 2024));
        assert!(is_projection("data.growth_to_2030", 2030));
        assert!(!is_projection("data.growth_to_2030", 2024));
        assert!(!is_projection("data.mva", 2040));
    }

    #[test]
    fn the_confidence_of_a_region_is_that_of_its_row() {
        for region in Region::ALL {
            for (name, quantity) in [
                ("data.mva", Quantity::Mva),
                ("data.workers", Quantity::Workers),
                ("data.wage", Quantity::Wage),
            ] {
                let row = data::region_row(region, quantity).unwrap();
                assert_eq!(find(name, region, 2040).confidence(), row.confidence);
            }
        }
    }
}
