//! Reshoring and autonomous manufacturing: what factories at home would have to buy.
//!
//! Production replaces import deficits step by step until the target year, which takes investment;
//! where growth at today's productivity needs more workers than there are, machines do part of the missing work.
//! CAPEX as usual is reported beside the two, not added to them.
//! Deficits close everywhere at once while surplus industries stay, so the four regions overlap.

use std::sync::LazyLock;

use crate::data::{self, Quantity};
use crate::params;
use crate::region::{ByRegion, Region};
use crate::series::{Series, ramp};
use crate::source::{Document, Origin};
use crate::table::Row;
use crate::text::Text;
use crate::unit::Unit;

/// The first year of the results: the base year of value added, workers and wages.
pub const FIRST_YEAR: u16 = 2024;

/// The last year of the results.
pub const LAST_YEAR: u16 = 2050;

const YEARS: usize = (LAST_YEAR - FIRST_YEAR + 1) as usize;

/// The year for which adoption is given.
const ADOPTION_YEAR: f64 = 2040.0;

/// The year from which deficits start to close.
const RESHORING_START: f64 = 2025.0;

params! {
    /// The parameters of the reshoring model.
    pub struct Inputs;

    growth_us => Row {
        id: "growth.us", aliases: &[],
        label: Text::new("Growth after 2030, United States", "2031年以降の成長率（米国）"),
        unit: Unit::PercentAYear, origin: Origin::Assumed,
        default: 1.7, min: -1.0, max: 6.0, step: 0.1, low: 1.2, high: 2.2,
        note: Text::new(
            "2025-2030 follows the IMF World Economic Outlook of October 2025.",
            "2025～30年はIMF世界経済見通し（2025年10月）による。",
        ),
    };
    growth_we => Row {
        id: "growth.we", aliases: &[],
        label: Text::new("Growth after 2030, Western Europe", "2031年以降の成長率（西欧）"),
        unit: Unit::PercentAYear, origin: Origin::Assumed,
        default: 1.0, min: -1.0, max: 6.0, step: 0.1, low: 0.6, high: 1.5,
        note: Text::EMPTY,
    };
    growth_in => Row {
        id: "growth.in", aliases: &[],
        label: Text::new("Growth after 2030, India", "2031年以降の成長率（インド）"),
        unit: Unit::PercentAYear, origin: Origin::Assumed,
        default: 5.0, min: -1.0, max: 9.0, step: 0.1, low: 4.0, high: 6.0,
        note: Text::EMPTY,
    };
    growth_jp => Row {
        id: "growth.jp", aliases: &[],
        label: Text::new("Growth after 2030, Japan", "2031年以降の成長率（日本）"),
        unit: Unit::PercentAYear, origin: Origin::Assumed,
        default: 0.6, min: -1.0, max: 4.0, step: 0.1, low: 0.2, high: 1.0,
        note: Text::EMPTY,
    };
    reshoring_share => Row {
        id: "reshoring.share", aliases: &[],
        label: Text::new("Reshoring share", "リショアリング比率"),
        unit: Unit::Percent, origin: Origin::Published(Document::Reshoring),
        default: 100.0, min: 0.0, max: 100.0, step: 1.0, low: 50.0, high: 100.0,
        note: Text::new(
            "Part of today's manufacturing import deficit that production at home replaces by the target year.",
            "現在の製造業の輸入超過額のうち、完了年までに自国生産へ切り替わる割合。",
        ),
    };
    target_year => Row {
        id: "reshoring.target_year", aliases: &[],
        label: Text::new("Reshoring target year", "リショアリング完了年"),
        unit: Unit::Year, origin: Origin::Published(Document::Reshoring),
        default: 2050.0, min: 2035.0, max: 2060.0, step: 1.0, low: 2045.0, high: 2060.0,
        note: Text::EMPTY,
    };
    value_added_content => Row {
        id: "reshoring.value_added_content", aliases: &[],
        label: Text::new("Value added per unit of deficit closed", "赤字解消1単位当たり付加価値"),
        unit: Unit::Percent, origin: Origin::Assumed,
        default: 100.0, min: 30.0, max: 100.0, step: 1.0, low: 42.0, high: 100.0,
        note: Text::new(
            "100 replaces the deficit one for one; 42 is value added in US shipments (NBER-CES).",
            "100は赤字額がそのまま付加価値になるとの置き方、42は米国の出荷額に占める付加価値の割合（NBER-CES）である。",
        ),
    };
    capex_ratio_overseas => Row {
        id: "capex.ratio_overseas", aliases: &[],
        label: Text::new("CAPEX ratio to value added, overseas regions", "設備投資比率（対付加価値、海外3地域）"),
        unit: Unit::PercentOfValueAdded, origin: Origin::Calibrated(Document::Reshoring),
        default: 5.21, min: 1.0, max: 12.0, step: 0.01, low: 4.5, high: 6.7,
        note: Text::new(
            "Set so that overseas sales in 2040 are 31.4 trillion yen. The document derives the ratio from CAPEX to sales of major firms and applies it to value added; US census data give 6.65.",
            "2040年の海外売上高が31.4兆円となるように設定した。原典は大手企業の対売上高比率を付加価値に乗じており、米国センサスでは6.65％となる。",
        ),
    };
    capex_ratio_japan => Row {
        id: "capex.ratio_japan", aliases: &[],
        label: Text::new("CAPEX ratio to value added, Japan", "設備投資比率（対付加価値、日本）"),
        unit: Unit::PercentOfValueAdded, origin: Origin::Calibrated(Document::Reshoring),
        default: 6.35, min: 1.0, max: 12.0, step: 0.01, low: 5.5, high: 8.0,
        note: Text::new(
            "Set so that domestic sales in 2040 are 12.5 trillion yen.",
            "2040年の国内売上高が12.5兆円となるように設定した。",
        ),
    };
    productivity_growth => Row {
        id: "labour.productivity_growth", aliases: &[],
        label: Text::new("Labour productivity growth", "労働生産性上昇率"),
        unit: Unit::PercentAYear, origin: Origin::Published(Document::Reshoring),
        default: 0.0, min: 0.0, max: 3.0, step: 0.05, low: 0.0, high: 2.0,
        note: Text::new(
            "The document holds human productivity at today's level while output grows; this drives most of the shortage.",
            "原典は生産が伸びても1人当たり生産性を現状のまま据え置いており、人手不足の大半はこの前提から生じる。",
        ),
    };
    reshored_output => Row {
        id: "labour.reshored_output", aliases: &[],
        label: Text::new("Reshored output that needs workers at today's productivity", "リショアリング分の要員算入比率"),
        unit: Unit::Percent, origin: Origin::Published(Document::Reshoring),
        default: 0.0, min: 0.0, max: 100.0, step: 5.0, low: 0.0, high: 50.0,
        note: Text::new(
            "The document counts no workers for reshored output.",
            "原典はリショアリングに伴う増産分の要員を見込んでいない。",
        ),
    };
    wage_growth => Row {
        id: "labour.wage_growth", aliases: &[],
        label: Text::new("Real wage growth", "実質賃金上昇率"),
        unit: Unit::PercentAYear, origin: Origin::Assumed,
        default: 0.0, min: 0.0, max: 4.0, step: 0.05, low: 0.0, high: 1.5,
        note: Text::EMPTY,
    };
    adoption_2040 => Row {
        id: "autonomy.adoption_2040", aliases: &[],
        label: Text::new("Autonomy adoption in 2040", "自律化ソリューション導入率（2040年）"),
        unit: Unit::PercentOfMissingWork, origin: Origin::Calibrated(Document::Reshoring),
        default: 26.9, min: 0.0, max: 100.0, step: 0.1, low: 15.0, high: 45.0,
        note: Text::new(
            "Set so that reshoring CAPEX and labour substitution together are 360 billion dollars in 2040. All missing work replaced would be about three times as much.",
            "2040年のリショアリング投資と労働代替の合計が3,600億ドルとなるように設定した。不足分をすべて代替すれば約3倍になる。",
        ),
    };
    adoption_midpoint => Row {
        id: "autonomy.midpoint_year", aliases: &[],
        label: Text::new("Autonomy adoption midpoint", "自律化導入の中間年"),
        unit: Unit::Year, origin: Origin::Assumed,
        default: 2034.0, min: 2028.0, max: 2038.0, step: 1.0, low: 2031.0, high: 2038.0,
        note: Text::new(
            "Moves the path, not the value in 2040.",
            "途中の経路だけを動かし、2040年の値は変えない。",
        ),
    };
    adoption_speed => Row {
        id: "autonomy.speed", aliases: &[],
        label: Text::new("Autonomy adoption speed", "自律化導入の速さ"),
        unit: Unit::PerYear, origin: Origin::Assumed,
        default: 0.35, min: 0.1, max: 1.0, step: 0.05, low: 0.2, high: 0.5,
        note: Text::new(
            "Moves the path, not the value in 2040.",
            "途中の経路だけを動かし、2040年の値は変えない。",
        ),
    };
}

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
}

impl<'a> Path<'a> {
    fn start(inputs: &'a Inputs) -> Self {
        Path {
            inputs,
            growth: ByRegion([1.0; 4]),
            productivity: 1.0,
            wage: 1.0,
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
        let adoption = adoption(self.inputs, year);
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

/// The part of the missing work that machines do: a logistic path through the adoption given for 2040.
fn adoption(inputs: &Inputs, year: u16) -> f64 {
    let logistic = |year: f64| {
        1.0 / (1.0 + (-inputs.adoption_speed * (year - inputs.adoption_midpoint)).exp())
    };
    (inputs.adoption_2040 * logistic(f64::from(year)) / logistic(ADOPTION_YEAR)).min(1.0)
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
