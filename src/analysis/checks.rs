//! The models against the documents: one row for every published result that a model gives, and for every printed
//! figure that is an input itself.
//!
//! The rows say which result stands for which figure of the register; residuals are computed from the results.

use crate::data::Published;
use crate::model::Results;
use crate::model::sovereign::GpuScenario;
use crate::output::{Cell, Place, UNDATED};
use crate::scenario::{Group, ParamId, Scenario};
use crate::text::Text;
use crate::unit::Unit;

/// Which of the numbers of a printed figure is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The value.
    Value,
    /// The lower end of a range.
    Low,
    /// The upper end of a range.
    High,
    /// Anything within a range.
    Within,
}

/// What gives the number that is compared with the printed one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Given {
    /// A result: output, place, year.
    Result(&'static str, Place, u16),
    /// An input, which the printed figure sets: id of the parameter, and the factor from the unit of the register.
    Input(&'static str, f64),
}

/// How it comes about that model and document agree, or not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// Inputs were set so that the printed figure is met.
    Calibrated(&'static [&'static str]),
    /// Nothing was set for it.
    Follows,
    /// The printed figure is an input.
    Input,
}

/// One printed figure and what the models say of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Check {
    /// The model.
    pub group: Group,
    /// Id in the register.
    pub published: &'static str,
    /// Which end of a range.
    pub end: End,
    /// What is compared with it.
    pub given: Given,
    /// Why it agrees.
    pub standing: Standing,
    /// What a reader should know of the difference; may be empty.
    pub note: Text,
}

/// A printed figure and the number of the model in the unit of the register.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Residual {
    /// As printed.
    pub printed: f64,
    /// What the model has.
    pub model: f64,
    /// Whether the model gives the printed digits, or keeps within a printed bound.
    pub met: bool,
    /// Whether print has a bound or a range and no single value.
    pub is_bound: bool,
}

impl Residual {
    /// Model less print.
    pub fn difference(&self) -> f64 {
        self.model - self.printed
    }

    /// The difference in percent of the printed figure.
    pub fn percent(&self) -> Option<f64> {
        (self.printed != 0.0).then(|| 100.0 * self.difference() / self.printed)
    }
}

impl Check {
    /// The result that is compared, where there is one.
    pub fn cell(&self) -> Option<Cell> {
        match self.given {
            Given::Result(output, place, year) => Cell::find(output, place, year),
            Given::Input(..) => None,
        }
    }

    /// The input that the printed figure sets.
    pub fn input(&self) -> Option<ParamId> {
        match self.given {
            Given::Input(id, _) => ParamId::find(id),
            Given::Result(..) => None,
        }
    }

    /// The difference from the printed figure in the base case, whose results are given.
    pub fn residual(&self, published: &Published, base: &Results) -> Option<Residual> {
        let model = match self.given {
            Given::Result(..) => {
                let cell = self.cell()?;
                let value = cell.read(base)?;
                match cell.output().unit {
                    Unit::Fraction => 100.0 * value,
                    _ => value,
                }
            }
            Given::Input(id, factor) => Scenario::default().get(ParamId::find(id)?) / factor,
        };
        let printed = match self.end {
            End::Value => published.value?,
            End::Low => published.low?,
            End::High => published.high?,
            End::Within => model.max(published.low?).min(published.high?),
        };
        let half = half_digit(published);
        let bound =
            |end: Option<f64>| self.end == End::Value && end.is_some() && end == published.value;
        let (lower, upper) = (bound(published.low), bound(published.high));
        let met = if lower {
            model >= printed - half
        } else if upper {
            model <= printed + half
        } else {
            (model - printed).abs() <= half
        };
        Some(Residual {
            printed,
            model,
            met,
            is_bound: lower || upper || self.end == End::Within,
        })
    }
}

/// Half of the last digit that is printed: of a range, of its finer end.
fn half_digit(published: &Published) -> f64 {
    let printed = [published.value, published.low, published.high];
    let whole = |scale: f64| {
        let mut printed = printed.into_iter().flatten();
        printed.all(|value| ((value * scale) - (value * scale).round()).abs() < 1e-9)
    };
    let scale = [1.0, 10.0, 100.0, 1000.0]
        .into_iter()
        .find(|scale| whole(*scale));
    0.5 / scale.unwrap_or(1000.0) + 1e-12
}

const NO: Text = Text::EMPTY;
const LINEAR: Place = Place::Gpu(GpuScenario::Linear);
const FROZEN: Place = Place::Gpu(GpuScenario::Frozen);

const fn result(
    group: Group,
    published: &'static str,
    end: End,
    cell: (&'static str, Place, u16),
    standing: Standing,
    note: Text,
) -> Check {
    Check {
        group,
        published,
        end,
        given: Given::Result(cell.0, cell.1, cell.2),
        standing,
        note,
    }
}

const fn input(
    group: Group,
    published: &'static str,
    param: &'static str,
    factor: f64,
    note: Text,
) -> Check {
    Check {
        group,
        published,
        end: End::Value,
        given: Given::Input(param, factor),
        standing: Standing::Input,
        note,
    }
}

use End::{High, Low, Value};
use Group::{Capture, Genai, Platforms, Shared, Sovereign, Tam};
use Standing::{Calibrated, Follows};

/// Every printed figure that the models give or take, by chapter.
#[rustfmt::skip]
pub const CHECKS: &[Check] = &[
    result(Tam, "reshoring.tam-2040-reshoring-plus-labour", Value, ("tam.new_market", Place::All, 2040), Calibrated(&["autonomy.adoption_2040"]), NO),
    result(Capture, "capture.domestic-revenue-2040", Value, ("capture.domestic", Place::Whole, 2040), Calibrated(&["capex.ratio_japan"]), NO),
    result(Capture, "capture.overseas-revenue-2040", Value, ("capture.overseas", Place::Whole, 2040), Calibrated(&["capex.ratio_overseas"]), NO),
    result(Capture, "capture.total-revenue-2040", Value, ("capture.sales", Place::Whole, 2040), Follows, Text::new("The sum of the two above, printed as about 44.", "上の2つの和。原典は「44兆円規模」とする。")),
    result(Capture, "capture.operating-margin-2040", Value, ("capture.margin", Place::Whole, 2040), Calibrated(&["pnl.solution_opex"]), NO),
    result(Capture, "capture.overseas-share-blended", Value, ("capture.overseas_share", Place::Whole, 2040), Follows, Text::new("Printed as just under 30 percent: an upper bound.", "原典の表現は「30％弱」であり、上限とみる。")),
    input(Capture, "capture.domestic-share-assumption", "capture.domestic_share", 1.0, NO),
    input(Capture, "capture.overseas-share-2030", "capture.overseas_share_2030", 1.0, NO),
    input(Capture, "capture.overseas-share-asusual-2040", "capture.overseas_as_usual_share_2040", 1.0, NO),
    input(Capture, "capture.overseas-share-new-2040", "capture.overseas_new_share_2040", 1.0, NO),
    input(Capture, "capture.model-dev-interval", "pnl.model_interval", 1.0, NO),
    input(Capture, "capture.model-params-cumulative", "pnl.generation_parameters", 0.0002, Text::new("25 trillion in five rounds: 5 trillion a round.", "25兆パラメータを5回に分け、1回5兆とした。")),
    result(Sovereign, "sovereign.capex-cost", Low, ("sovereign.capital", LINEAR, UNDATED), Calibrated(&["sovereign.gpu_progress"]), NO),
    result(Sovereign, "sovereign.capex-cost", High, ("sovereign.capital", FROZEN, UNDATED), Calibrated(&["sovereign.tokens"]), NO),
    result(Sovereign, "sovereign.rnd-cost", Value, ("sovereign.rd", LINEAR, UNDATED), Follows, NO),
    result(Sovereign, "sovereign.rnd-cost", Value, ("sovereign.rd", FROZEN, UNDATED), Calibrated(&["sovereign.researchers"]), NO),
    result(Sovereign, "sovereign.running-cost", Low, ("sovereign.running", LINEAR, UNDATED), Follows, NO),
    result(Sovereign, "sovereign.running-cost", High, ("sovereign.running", FROZEN, UNDATED), Calibrated(&["sovereign.utilisation"]), NO),
    result(Sovereign, "sovereign.investment-total", Low, ("sovereign.total", LINEAR, UNDATED), Follows, NO),
    result(Sovereign, "sovereign.investment-total", High, ("sovereign.total", FROZEN, UNDATED), Follows, Text::new("The printed parts add to 4.9 as well; the document prints 4.8.", "原典の内訳を足しても4.9となるが、合計の表示は4.8である。")),
    result(Sovereign, "sovereign.healthcare-benefit", Value, ("sovereign.full_health", Place::Whole, UNDATED), Calibrated(&["sovereign.outpatient_cost_2040"]), NO),
    result(Sovereign, "sovereign.digital-outflow-benefit", Value, ("sovereign.full_digital", Place::Whole, UNDATED), Calibrated(&["sovereign.deficit_base_2040"]), Text::new("The base deficit of 2040 is the printed risk less this figure, so that the difference gives it back.", "2040年のベース赤字は、公表されたリスク値からこの値を差し引いて置いたため、差をとればこの値に戻る。")),
    result(Sovereign, "sovereign.automotive-benefit", Value, ("sovereign.full_auto", Place::Whole, UNDATED), Calibrated(&["sovereign.auto_output_2040"]), NO),
    result(Sovereign, "sovereign.asean-benefit", Value, ("sovereign.full_asean", Place::Whole, UNDATED), Calibrated(&["sovereign.asean_uplift"]), NO),
    result(Sovereign, "sovereign.digital-deficit-2025", Value, ("sovereign.deficit_base", Place::Whole, 2025), Standing::Input, Text::new("A value of the dataset.", "データセットの値である。")),
    input(Sovereign, "sovereign.digital-deficit-2035-meti", "sovereign.deficit_base_2035", 1.0, NO),
    input(Sovereign, "sovereign.digital-deficit-2040-risk", "sovereign.deficit_risk_2040", 1.0, NO),
    input(Sovereign, "sovereign.base-model-params", "sovereign.parameters", 0.001, NO),
    input(Sovereign, "sovereign.training-window", "sovereign.training_months", 1.0, NO),
    input(Sovereign, "sovereign.outpatient-visits-japan", "sovereign.visits_japan", 1.0, NO),
    input(Sovereign, "sovereign.outpatient-visits-g7", "sovereign.visits_target", 1.0, NO),
    input(Genai, "labour.onet-automatable-level", "genai.difficulty_level", 1.0, Text::new("The fourth chapter has no printed result: the bars of its charts are lost, so its results are checked against no document.", "第4章に対応する公表結果はない。図の数値が失われており、結果を文書と照合できない。")),
    input(Platforms, "funding.ai-market-2025", "platforms.ai_market_2025", 1.0, NO),
    input(Platforms, "funding.ai-market-cagr", "platforms.ai_market_growth", 1.0, NO),
    result(Platforms, "funding.ai-market-2030", Value, ("platforms.ai_market", Place::Whole, 2030), Follows, Text::new("The model grows by the printed 28 percent; the two printed sizes imply 27.7.", "モデルは公表の年率28％を用いる。公表された2時点の規模からは27.7％となる。")),
    input(Platforms, "genai.market-2032", "platforms.genai_market_2032", 1.0, NO),
    input(Platforms, "genai.market-cagr", "platforms.genai_market_growth", 1.0, NO),
    result(Platforms, "genai.hardware-share-2022", Value, ("platforms.hardware_share", Place::Whole, 2022), Standing::Input, Text::new("Fixed in the model.", "モデルに固定した値である。")),
    result(Platforms, "genai.hardware-share-2032", Value, ("platforms.hardware_share", Place::Whole, 2032), Standing::Input, Text::new("Fixed in the model.", "モデルに固定した値である。")),
    result(Platforms, "funding.genai-market", Value, ("platforms.genai_market", Place::Whole, 2025), Follows, Text::new("Another source with another scope; the model follows the forecast that ends at 1,300.", "別の出所であり範囲も異なる。モデルは2032年に1.3兆ドルとなる予測に沿う。")),
    input(Platforms, "platforms.hyperscaler-capex-fy2026", "platforms.capex_2026", 1.0, Text::new("Another document prints 690.", "別の文書は6,900億ドルとする。")),
    result(Platforms, "platforms.hyperscaler-capex-multiple", Value, ("platforms.capex_multiple", Place::Whole, UNDATED), Follows, Text::new("Against the four largest companies in 2022; the base of the printed multiple is not printed.", "2022年の大手4社に対する倍率。公表された倍率の基準額は示されていない。")),
    input(Platforms, "platforms.enterprise-llm-market-fy2025", "platforms.enterprise_revenue_2025", 1.0, NO),
    input(Platforms, "funding.openai-valuation-2026-02", "platforms.openai_valuation", 1.0, NO),
    Check { group: Platforms, published: "funding.openai-revenue-2026", end: End::Within, given: Given::Input("platforms.openai_revenue_2026", 1.0), standing: Standing::Input, note: Text::new("The middle of the printed range, 20 to 26.", "公表された範囲（200億～260億ドル）の中央値を用いる。") },
    input(Platforms, "platforms.anthropic-valuation-2026-03", "platforms.anthropic_valuation", 1.0, NO),
    input(Platforms, "funding.anthropic-revenue-2026", "platforms.anthropic_revenue_2026", 1.0, NO),
    input(Shared, "genai.market-fx", "macro.fx", 1.0, NO),
];

/// The rows of a printed figure.
pub fn of_published(id: &str) -> impl Iterator<Item = &'static Check> {
    CHECKS.iter().filter(move |check| check.published == id)
}

/// The rows of a result.
pub fn of_cell(cell: Cell) -> impl Iterator<Item = &'static Check> {
    CHECKS.iter().filter(move |check| {
        matches!(check.given, Given::Result(id, place, year)
            if id == cell.output().id && place == cell.place && year == cell.year)
    })
}
