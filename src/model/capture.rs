//! Japan's share and profit: what its makers sell of the market at home and overseas, and what is left.
//!
//! Hardware follows investment, solutions follow the substitution of labour.
//! The cost of AI models comes from the sovereign AI results, so that chapter feeds this one.

use super::shared::{self, FX_HOME};
use super::{sovereign, tam};
use crate::params;
use crate::region::Region;
use crate::series::{Series, ramp};
use crate::source::{Document, Origin};
use crate::table::Row;
use crate::text::Text;
use crate::unit::Unit;

/// The first year of the results.
pub const FIRST_YEAR: u16 = 2025;

/// The last year of the results.
pub const LAST_YEAR: u16 = 2040;

const YEARS: usize = (LAST_YEAR - FIRST_YEAR + 1) as usize;

/// From this year on, the shares overseas move to those of 2040.
const RAMP_START: f64 = 2030.0;

/// The years of capacity investment, each for the five years that follow.
const CAPACITY_YEARS: [u16; 2] = [2030, 2035];

params! {
    /// The parameters of Japan's share and profit.
    pub struct Inputs;

    domestic_share => Row {
        id: "capture.domestic_share", aliases: &[],
        label: Text::new("Japanese makers' share of the home market", "国内市場における日本企業シェア"),
        unit: Unit::Percent, origin: Origin::Published(Document::Reshoring),
        default: 90.0, min: 0.0, max: 100.0, step: 1.0, low: 85.0, high: 95.0,
        note: Text::new(
            "The estimate uses 90; the summary page of the same document prints 95.",
            "試算には90％が使われているが、同じ文書の要約ページには95％とある。",
        ),
    };
    overseas_share_2030 => Row {
        id: "capture.overseas_share_2030", aliases: &[],
        label: Text::new("Japanese makers' share overseas in 2030", "海外市場における日本企業シェア（2030年）"),
        unit: Unit::Percent, origin: Origin::Published(Document::Reshoring),
        default: 10.0, min: 0.0, max: 60.0, step: 1.0, low: 7.0, high: 13.0,
        note: Text::EMPTY,
    };
    overseas_as_usual_share_2040 => Row {
        id: "capture.overseas_as_usual_share_2040", aliases: &[],
        label: Text::new("Japanese makers' share of overseas CAPEX as usual in 2040", "日本企業シェア（海外の経常的設備投資、2040年）"),
        unit: Unit::Percent, origin: Origin::Published(Document::Reshoring),
        default: 25.0, min: 0.0, max: 60.0, step: 1.0, low: 15.0, high: 28.0,
        note: Text::EMPTY,
    };
    overseas_new_share_2040 => Row {
        id: "capture.overseas_new_share_2040", aliases: &[],
        label: Text::new("Japanese makers' share of overseas reshoring and substitution in 2040", "日本企業シェア（海外のリショアリング・人手不足代替、2040年）"),
        unit: Unit::Percent, origin: Origin::Published(Document::Reshoring),
        default: 30.0, min: 0.0, max: 60.0, step: 1.0, low: 18.0, high: 34.0,
        note: Text::EMPTY,
    };
    hardware_cogs => Row {
        id: "pnl.hardware_cogs", aliases: &[],
        label: Text::new("Cost of goods, hardware", "原価率（ハードウェア）"),
        unit: Unit::PercentOfSales, origin: Origin::Assumed,
        default: 66.0, min: 30.0, max: 80.0, step: 0.5, low: 62.0, high: 70.0,
        note: Text::new(
            "Range of listed Japanese capital-goods makers.",
            "国内上場の資本財メーカーにみられる水準。",
        ),
    };
    hardware_sga => Row {
        id: "pnl.hardware_sga", aliases: &[],
        label: Text::new("SG&A, hardware", "販管費率（ハードウェア）"),
        unit: Unit::PercentOfSales, origin: Origin::Assumed,
        default: 20.0, min: 5.0, max: 40.0, step: 0.5, low: 17.0, high: 23.0,
        note: Text::EMPTY,
    };
    solution_cogs => Row {
        id: "pnl.solution_cogs", aliases: &[],
        label: Text::new("Cost of goods, solutions", "原価率（ソリューション）"),
        unit: Unit::PercentOfSales, origin: Origin::Assumed,
        default: 30.0, min: 5.0, max: 60.0, step: 0.5, low: 22.0, high: 38.0,
        note: Text::new(
            "Range of Western manufacturing-software companies.",
            "欧米の製造業向けソフトウェア企業にみられる水準。",
        ),
    };
    solution_opex => Row {
        id: "pnl.solution_opex", aliases: &[],
        label: Text::new("SG&A and R&D, solutions", "販管費・研究開発費率（ソリューション）"),
        unit: Unit::PercentOfSales, origin: Origin::Calibrated(Document::Reshoring),
        default: 40.5, min: 5.0, max: 60.0, step: 0.1, low: 34.0, high: 48.0,
        note: Text::new(
            "Set so that the operating margin in 2040 is 17 percent.",
            "2040年の営業利益率が17％となるように設定した。",
        ),
    };
    capacity_intensity => Row {
        id: "pnl.capacity_intensity", aliases: &[],
        label: Text::new("Capacity investment per unit of added hardware sales", "増産投資原単位"),
        unit: Unit::JpyPerJpy, origin: Origin::Assumed,
        default: 0.6, min: 0.0, max: 2.0, step: 0.05, low: 0.4, high: 0.9,
        note: Text::new(
            "Invested in 2030 and 2035 for the five years that follow, replaced at the end of its life.",
            "2030年と2035年に、それぞれ以後5年分の増産に備えて投資し、耐用年数を迎えれば更新する。",
        ),
    };
    depreciation_life => Row {
        id: "pnl.depreciation_life", aliases: &[],
        label: Text::new("Depreciation life", "償却年数"),
        unit: Unit::Years, origin: Origin::Assumed,
        default: 10.0, min: 5.0, max: 20.0, step: 1.0, low: 8.0, high: 12.0,
        note: Text::EMPTY,
    };
    generation_parameters => Row {
        id: "pnl.generation_parameters", aliases: &[],
        label: Text::new("AI model parameters per generation", "AIモデル開発規模（1世代当たり）"),
        unit: Unit::TrillionParameters, origin: Origin::Published(Document::Reshoring),
        default: 5.0, min: 0.0, max: 20.0, step: 0.5, low: 3.0, high: 8.0,
        note: Text::new(
            "25 trillion in five generations to 2040.",
            "2040年までの5世代で計25兆パラメータに相当する。",
        ),
    };
    model_cost_divisor => Row {
        id: "pnl.model_cost_divisor", aliases: &[],
        label: Text::new("Tuning costs one part in", "チューニング費用（スクラッチ開発費のn分の1）"),
        unit: Unit::Parts, origin: Origin::Published(Document::Reshoring),
        default: 6.0, min: 1.0, max: 30.0, step: 0.5, low: 4.0, high: 10.0,
        note: Text::new("One sixth of training from scratch.", "ゼロから学習する場合の6分の1。"),
    };
    model_interval => Row {
        id: "pnl.model_interval", aliases: &[],
        label: Text::new("Years between model generations", "モデル開発間隔"),
        unit: Unit::Years, origin: Origin::Published(Document::Reshoring),
        default: 3.0, min: 1.0, max: 5.0, step: 1.0, low: 2.0, high: 4.0,
        note: Text::EMPTY,
    };
}

/// Sales and profit of Japanese capital-goods makers in one year, JPY tn at 2024 prices.
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Year {
    /// Sales of machines: CAPEX as usual and reshoring CAPEX.
    pub hardware: f64,
    /// Sales of what replaces labour.
    pub solutions: f64,
    /// Sales in Japan.
    pub domestic: f64,
    /// Sales overseas.
    pub overseas: f64,
    /// All sales.
    pub sales: f64,
    /// Share of the overseas market, percent; `None` without a market.
    pub overseas_share: Option<f64>,
    /// Cost of goods sold.
    pub cogs: f64,
    /// Selling, general and administrative cost, and the R&D of solutions.
    pub sga: f64,
    /// Depreciation of added capacity.
    pub depreciation: f64,
    /// Cost of AI models.
    pub ai_rnd: f64,
    /// Sales less all costs.
    pub operating_profit: f64,
    /// Operating profit over sales, percent; `None` without sales.
    pub margin: Option<f64>,
    /// Where the sales come from.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip))]
    pub sold: Sales,
    /// Investment in capacity for the five years that follow; `None` in years without.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip))]
    pub capacity_investment: Option<f64>,
    /// Capacity investment of earlier years, which is being written off.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip))]
    pub capacity: f64,
    /// Cost of goods of machines alone.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip))]
    pub hardware_cogs: f64,
    /// Cost of one generation of AI models.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip))]
    pub generation_cost: f64,
}

/// The results by year.
pub type Results = Series<Year, FIRST_YEAR, YEARS>;

/// Runs the model over the results of the two that feed it.
pub fn run(
    shared: &shared::Inputs,
    inputs: &Inputs,
    tam: &tam::Results,
    sovereign: &sovereign::Results,
) -> Results {
    let sales: Series<Sales, FIRST_YEAR, YEARS> =
        Series::from_fn(|year| Sales::of(shared, inputs, tam, year));
    let capacity = CAPACITY_YEARS.map(|year| {
        let added = sales[year + 5].hardware() - sales[year].hardware();
        inputs.capacity_intensity * added.max(0.0)
    });
    let generation_cost = sovereign.development_cost_per_trillion * inputs.generation_parameters
        / inputs.model_cost_divisor;
    Series::from_fn(|year| {
        let investments = || CAPACITY_YEARS.iter().zip(capacity);
        let earlier = investments().filter(|&(&built, _)| built < year);
        let ai_rnd = if year > FIRST_YEAR {
            generation_cost / inputs.model_interval
        } else {
            0.0
        };
        let found = Year {
            generation_cost,
            capacity: earlier.map(|(_, investment)| investment).sum(),
            capacity_investment: investments()
                .find(|&(&built, _)| built == year)
                .map(|(_, investment)| investment),
            ..sold(inputs, sales[year])
        };
        found.less(found.capacity / inputs.depreciation_life, ai_rnd)
    })
}

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
    overseas_share: Option<f64>,
}

impl Sales {
    fn of(shared: &shared::Inputs, inputs: &Inputs, tam: &tam::Results, year: u16) -> Self {
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

    fn hardware(&self) -> f64 {
        self.hardware_home + self.hardware_overseas
    }

    fn solutions(&self) -> f64 {
        self.solutions_home + self.solutions_overseas
    }
}

/// A year of sales with the costs that follow them, before capacity and AI models.
fn sold(inputs: &Inputs, sold: Sales) -> Year {
    let (hardware, solutions) = (sold.hardware(), sold.solutions());
    Year {
        hardware,
        solutions,
        domestic: sold.hardware_home + sold.solutions_home,
        overseas: sold.hardware_overseas + sold.solutions_overseas,
        sales: hardware + solutions,
        overseas_share: sold.overseas_share,
        hardware_cogs: hardware * inputs.hardware_cogs,
        cogs: hardware * inputs.hardware_cogs + solutions * inputs.solution_cogs,
        sga: hardware * inputs.hardware_sga + solutions * inputs.solution_opex,
        depreciation: 0.0,
        ai_rnd: 0.0,
        operating_profit: 0.0,
        margin: None,
        sold,
        capacity_investment: None,
        capacity: 0.0,
        generation_cost: 0.0,
    }
}

impl Year {
    /// The year with depreciation, AI models and what is left.
    fn less(self, depreciation: f64, ai_rnd: f64) -> Year {
        let operating_profit = self.sales - self.cogs - self.sga - depreciation - ai_rnd;
        Year {
            depreciation,
            ai_rnd,
            operating_profit,
            margin: percent(operating_profit, self.sales),
            ..self
        }
    }
}

/// `part` in percent of `whole`; `None` of nothing.
fn percent(part: f64, whole: f64) -> Option<f64> {
    (whole != 0.0).then(|| part / whole * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::near;

    fn run_with(change: impl FnOnce(&mut Inputs)) -> (tam::Results, sovereign::Results, Results) {
        let mut inputs = Inputs::default();
        change(&mut inputs);
        let shared = shared::Inputs::default();
        let tam = tam::run(&tam::Inputs::default());
        let sovereign = sovereign::run(&shared, &sovereign::Inputs::default());
        let results = run(&shared, &inputs, &tam, &sovereign);
        (tam, sovereign, results)
    }

    #[test]
    fn home_sales_are_the_share_of_the_market_at_150_yen() {
        let (tam, _, results) = run_with(|inputs| inputs.domestic_share = 0.5);
        let home = tam.at(Region::Jp, 2040);
        let market = home.capex_as_usual + home.reshoring_capex + home.labour_substitution;
        near(results[2040].domestic, market * 0.5 * 0.150);
    }

    #[test]
    fn the_shares_overseas_are_half_way_in_2035() {
        let (tam, _, results) = run_with(|inputs| {
            inputs.overseas_share_2030 = 0.10;
            inputs.overseas_as_usual_share_2040 = 0.20;
            inputs.overseas_new_share_2040 = 0.40;
        });
        let overseas =
            |quantity: fn(&tam::RegionYear) -> f64| tam.sum(&Region::OVERSEAS, 2035, quantity);
        let usual = overseas(|region| region.capex_as_usual) * 0.15;
        let new = overseas(|region| region.reshoring_capex + region.labour_substitution) * 0.25;
        near(results[2035].overseas, (usual + new) * 0.150);
    }

    #[test]
    fn without_solutions_the_margin_is_what_the_ratios_leave() {
        let (_, _, results) = run_with(|inputs| {
            inputs.hardware_cogs = 0.60;
            inputs.solution_cogs = 0.60;
            inputs.hardware_sga = 0.25;
            inputs.solution_opex = 0.25;
        });
        near(results[2025].margin.unwrap(), 15.0);
        near(results[2040].hardware_cogs, results[2040].hardware * 0.60);
    }

    #[test]
    fn capacity_is_written_off_from_the_year_after_it_is_built() {
        let (_, _, results) = run_with(|inputs| {
            inputs.capacity_intensity = 0.5;
            inputs.depreciation_life = 10.0;
        });
        let built = |year: u16| 0.5 * (results[year + 5].hardware - results[year].hardware);
        assert_eq!(results[2030].depreciation, 0.0);
        assert_eq!(results[2031].capacity_investment, None);
        near(results[2035].capacity_investment.unwrap(), built(2035));
        near(results[2035].depreciation, built(2030) / 10.0);
        near(
            results[2036].depreciation,
            (built(2030) + built(2035)) / 10.0,
        );
    }

    #[test]
    fn a_model_generation_costs_a_part_of_training_from_scratch() {
        let (_, sovereign, results) = run_with(|inputs| {
            inputs.generation_parameters = 6.0;
            inputs.model_cost_divisor = 4.0;
            inputs.model_interval = 2.0;
        });
        let cost = &sovereign.cost.frozen;
        assert_eq!(results[2025].ai_rnd, 0.0);
        let generation = (cost.capital + cost.rd) / 5.0 * 6.0 / 4.0;
        near(results[2025].generation_cost, generation);
        near(results[2026].ai_rnd, generation / 2.0);
    }

    #[test]
    fn nothing_sold_leaves_no_margin() {
        let (_, _, results) = run_with(|inputs| {
            inputs.domestic_share = 0.0;
            inputs.overseas_share_2030 = 0.0;
        });
        assert_eq!((results[2030].sales, results[2030].margin), (0.0, None));
    }
}
