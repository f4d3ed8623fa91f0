//! The parameters of Japan's share and profit: shares of the markets, cost ratios, capacity, AI models.

use crate::params;
use crate::source::{Document, Origin};
use crate::table::Row;
use crate::text::Text;
use crate::unit::Unit;

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
