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
    value: fn(Place, u16) -> Option<f64>,
}

const KINDS: &[Kind] = &[
    Kind {
        name: "data.mva",
        label: Text::new(
            "Manufacturing value added in 2024",
            "製造業付加価値（2024年）",
        ),
        unit: Unit::UsdBn,
        dataset: "regions",
        value: |place, _| Some(data::region_value(place.region()?, Quantity::Mva)),
    },
    Kind {
        name: "data.workers",
        label: Text::new("Manufacturing workers today", "製造業就業者（足元）"),
        unit: Unit::MillionPersons,
        dataset: "regions",
        value: |place, _| Some(data::region_value(place.region()?, Quantity::Workers)),
    },
    Kind {
        name: "data.wage",
        label: Text::new("Manufacturing wage", "製造業の賃金"),
        unit: Unit::UsdThousandAYear,
        dataset: "regions",
        value: |place, _| Some(data::region_value(place.region()?, Quantity::Wage)),
    },
    Kind {
        name: "data.growth_to_2030",
        label: Text::new(
            "Growth to 2030 at the latest (2024 = 1)",
            "2030年までの成長（2024年＝1）",
        ),
        unit: Unit::Ratio,
        dataset: "gdp_growth",
        value: |place, year| {
            let region = place.region()?;
            (2025..=year.min(2030))
                .map(|y| data::growth(region, y).map(|growth| 1.0 + growth))
                .product()
        },
    },
    Kind {
        name: "data.deficit",
        label: Text::new("Import deficit today", "現在の輸入赤字"),
        unit: Unit::UsdBn,
        dataset: "industries",
        value: |place, _| match place {
            Place::Region(region) => Some(data::total_deficit(region)),
            Place::Industry(region, industry) => {
                Some(data::industries().get(industry)?.deficit(region))
            }
            _ => None,
        },
    },
    Kind {
        name: "data.capex_mix",
        label: Text::new(
            "CAPEX intensity of the reshored industries (all manufacturing = 1)",
            "対象業種の設備投資強度（製造業計＝1）",
        ),
        unit: Unit::Ratio,
        dataset: "industries",
        value: |place, _| capex_mix(place.region()?),
    },
    Kind {
        name: "data.working_age",
        label: Text::new("Population aged 15 to 64", "15～64歳人口"),
        unit: Unit::MillionPersons,
        dataset: "population",
        value: |place, year| Some(data::population(place.region()?, year)?.working_age / 1000.0),
    },
    Kind {
        name: "data.population",
        label: Text::new("Population", "総人口"),
        unit: Unit::MillionPersons,
        dataset: "population",
        value: |place, year| Some(data::population(place.region()?, year)?.total / 1000.0),
    },
    Kind {
        name: "data.digital_deficit",
        label: Text::new("Digital deficit", "デジタル赤字"),
        unit: Unit::JpyTn,
        dataset: "digital_deficit",
        value: |_, year| Some(digital_deficit(year)?.jpy_tn),
    },
    Kind {
        name: "data.employed",
        label: Text::new("Employed persons (2020)", "就業者数（2020年）"),
        unit: Unit::MillionPersons,
        dataset: "employment",
        value: |place, _| employed(place),
    },
    Kind {
        name: "data.pay",
        label: Text::new(
            "Pay a year (twelve times the monthly pay of 2022)",
            "年間給与（2022年の月間給与の12倍）",
        ),
        unit: Unit::JpyMillionAYear,
        dataset: "employment",
        value: |place, _| Some(industry(place)?.monthly_pay_jpy * 12.0 / 1e6),
    },
    Kind {
        name: "data.midpoint",
        label: Text::new("Year half way to the ceiling", "導入が上限の半分に達する年"),
        unit: Unit::Year,
        dataset: "typology",
        value: |place, _| {
            let row = data::typology().get(industry(place)?.typology)?;
            Some(f64::from(row.midpoint_year))
        },
    },
    Kind {
        name: "data.exposure",
        label: Text::new("Exposure at difficulty level 4", "難易度レベル4での影響度"),
        unit: Unit::Fraction,
        dataset: "occupations",
        value: |place, _| Some(occupation(place)?.exposure_percent / 100.0),
    },
    Kind {
        name: "data.occupation_share",
        label: Text::new(
            "Share of the industry's workers",
            "産業の就業者に占める割合",
        ),
        unit: Unit::Fraction,
        dataset: "occupation_mix",
        value: |place, _| match place {
            Place::Mix(index) => occupation_share(index),
            _ => None,
        },
    },
    Kind {
        name: "data.genai_market",
        label: Text::new(
            "Generative AI market, published series",
            "生成AI市場（公表系列）",
        ),
        unit: Unit::UsdBn,
        dataset: "genai_market",
        value: |_, year| Some(genai_market(year)?.usd_bn),
    },
    Kind {
        name: "data.hyperscaler_capex",
        label: Text::new(
            "CAPEX of the four largest clouds",
            "大手クラウド4社の設備投資",
        ),
        unit: Unit::UsdBn,
        dataset: "hyperscaler_capex",
        value: |_, year| data::hyperscaler_total(year),
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

    /// Whether its name has a year.
    pub fn is_dated(self) -> bool {
        let dated = [
            "population",
            "digital_deficit",
            "genai_market",
            "hyperscaler_capex",
        ];
        dated.contains(&self.kind().dataset)
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
        match (self.kind().dataset, lang) {
            ("population" | "digital_deficit" | "genai_market" | "hyperscaler_capex", Lang::En) => {
                format!("{label} in {}", self.year)
            }
            ("population" | "digital_deficit" | "genai_market" | "hyperscaler_capex", Lang::Ja) => {
                format!("{label}（{}年）", self.year)
            }
            ("occupation_mix", Lang::En) => format!("{label}: {}", self.place.label(lang)),
            ("occupation_mix", Lang::Ja) => format!("{label}：{}", self.place.label(lang)),
            _ => label.to_owned(),
        }
    }

    /// Who published the number: of its row where the dataset says so, else of the whole dataset.
    pub fn source(self) -> Text {
        let quantity = match self.kind().name {
            "data.mva" => Some(Quantity::Mva),
            "data.workers" => Some(Quantity::Workers),
            "data.wage" => Some(Quantity::Wage),
            _ => None,
        };
        let row = quantity
            .zip(self.place.region())
            .and_then(|(quantity, region)| data::region_row(region, quantity));
        match (row, self.dataset()) {
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
        self.kind().dataset == "population" && self.year >= data::POPULATION_PROJECTED_FROM
    }

    /// How far the number can be relied on.
    pub fn confidence(self) -> Confidence {
        match (self.kind().name, self.place.region()) {
            ("data.wage", Some(region)) => region_confidence(region, Quantity::Wage),
            ("data.workers", Some(region)) => region_confidence(region, Quantity::Workers),
            (
                "data.deficit"
                | "data.capex_mix"
                | "data.employed"
                | "data.occupation_share"
                | "data.hyperscaler_capex",
                _,
            ) => Confidence::Estimate,
            ("data.pay", _)
                if industry(self.place).is_some_and(|row| row.id != "manufacturing") =>
            {
                Confidence::Estimate
            }
            ("data.midpoint", _) => Confidence::Assumed,
            ("data.exposure", _) => {
                occupation(self.place).map_or(Confidence::Estimate, |row| row.confidence)
            }
            ("data.genai_market", _) => {
                genai_market(self.year).map_or(Confidence::Estimate, |row| row.confidence)
            }
            ("data.digital_deficit", _) => {
                digital_deficit(self.year).map_or(Confidence::Estimate, |row| row.confidence)
            }
            _ => Confidence::Sourced,
        }
    }
}

fn region_confidence(region: Region, quantity: Quantity) -> Confidence {
    data::region_row(region, quantity).map_or(Confidence::Estimate, |row| row.confidence)
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
