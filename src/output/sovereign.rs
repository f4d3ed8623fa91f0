//! Outputs of the sovereign AI model that other chapters rest on. To be replaced by those of its own chapter.

use super::{Output, Place, Together};
use crate::model::Results;
use crate::model::sovereign::Cost;
use crate::text::Text;
use crate::unit::Unit;

/// The outputs.
pub const OUTPUTS: &[Output] = &[
    Output {
        id: "sovereign.capital",
        label: Text::new("Capital cost", "設備費"),
        unit: Unit::JpyTn,
        undated: true,
        about: Text::new(
            "Servers, buildings and network of the site on which the base model is trained.",
            "ベースモデルを学習する拠点のサーバー、建物、ネットワーク。",
        ),
        together: Together::SameFormula,
        formula: "{sovereign.gpus} × ({sovereign.gpu_price} × (1 + {sovereign.network_ratio}) + {sovereign.kw_per_gpu} × {sovereign.dc_cost_per_watt}) × {macro.fx} ÷ 1000000000",
        read: |results, place, _| cost(results, place, |cost| cost.capital),
    },
    Output {
        id: "sovereign.rd",
        label: Text::new("R&D cost", "研究開発費"),
        unit: Unit::JpyTn,
        undated: true,
        about: Text::new(
            "Electricity of all training runs, and researchers.",
            "学習の電力費と研究者の人件費。",
        ),
        together: Together::SameFormula,
        formula: "{sovereign.gpus} × {sovereign.kw_per_gpu} × {sovereign.pue} × {sovereign.training_months} × 720 × {sovereign.experiment_multiple} × {sovereign.power_price} × (1 + {sovereign.power_inflation}) ^ 6 ÷ 1000000000000 + {sovereign.researchers} × {sovereign.researcher_cost} × 6 ÷ 1000000",
        read: |results, place, _| cost(results, place, |cost| cost.rd),
    },
    Output {
        id: "sovereign.gpus",
        label: Text::new("GPUs", "GPU数"),
        unit: Unit::Ratio,
        undated: true,
        about: Text::new(
            "GPUs that train the base model within the time allowed.",
            "所定の期間でベースモデルを学習するのに要するGPU。",
        ),
        together: Together::IfLinear(
            "{sovereign.gpus/frozen} ÷ (1 + {sovereign.gpu_progress} × 6)",
        ),
        formula: "6 × {sovereign.parameters} × {sovereign.tokens} × 1000000000000 ÷ ({sovereign.gpu_flops} × {sovereign.mfu} × {sovereign.training_months} × 2592000)",
        read: |results, place, _| cost(results, place, |cost| cost.gpus),
    },
];

fn cost(results: &Results, place: Place, quantity: fn(&Cost) -> f64) -> Option<f64> {
    match place {
        Place::Gpu(scenario) => Some(quantity(results.sovereign.cost.of(scenario))),
        _ => None,
    }
}
