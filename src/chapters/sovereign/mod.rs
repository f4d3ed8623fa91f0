//! Sovereign AI: what a base model of Japan's own costs, what it may bring, and who would do what.

use crate::chapters::{Chapter, Context, FigureSpec, Headline, InputGroup};
use crate::data::books;
use crate::figure::{Categories, Figure, Kind, Panel, Source};
use crate::output::{self, Place, UNDATED};
use crate::source::Document;
use crate::unit::Unit;

mod benefits;
mod cost;
mod deficit;
mod payback;

/// The last year of cost, benefits and digital deficit.
const HORIZON: u16 = 2040;

/// The first year of cost.
const START: u16 = 2026;

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    book: &books::SOVEREIGN,
    outputs: &output::ALL,
    results: &[
        headline("sovereign.total_cost", Some("sovereign.investment-total")),
        headline("sovereign.full", None),
        headline("sovereign.npv", None),
        headline("sovereign.payback", None),
        headline("sovereign.break_even_attribution", None),
    ],
    figures: &[
        FigureSpec::new(
            "deficit",
            &["sovereign.deficit_risk_2040", "sovereign.outflow_avoided"],
            deficit::paths,
        ),
        FigureSpec::new(
            "cost",
            &["sovereign.tokens", "sovereign.gpu_price", "macro.fx"],
            cost::build_up,
        ),
        FigureSpec::new(
            "cost-published",
            &["sovereign.utilisation", "sovereign.researchers"],
            cost::against_published,
        ),
        FigureSpec::new(
            "gpus",
            &["sovereign.gpu_progress", "sovereign.parameters"],
            cost::gpus,
        ),
        FigureSpec::new(
            "megawatts",
            &["sovereign.kw_per_gpu", "sovereign.pue"],
            cost::megawatts,
        ),
        FigureSpec::new(
            "benefits",
            &[
                "sovereign.attribution",
                "sovereign.count_health",
                "sovereign.count_digital",
                "sovereign.count_auto",
                "sovereign.count_asean",
                "sovereign.visit_gap_closed",
            ],
            benefits::by_use,
        ),
        FigureSpec::new(
            "flow",
            &["sovereign.gpu_scenario", "sovereign.attribution"],
            payback::yearly,
        ),
        FigureSpec::new(
            "cumulative",
            &["sovereign.gpu_scenario", "sovereign.attribution"],
            payback::cumulative,
        ),
        FigureSpec::new(
            "break-even",
            &[
                "sovereign.visit_gap_closed",
                "sovereign.outflow_avoided",
                "macro.discount_rate",
            ],
            payback::by_attribution,
        ),
    ],
    inputs: &[
        InputGroup::new(
            "What counts",
            "算入範囲",
            "sovereign.attribution sovereign.count_",
        ),
        InputGroup::new(
            "Model and GPUs",
            "モデルとGPU",
            "sovereign.gpu_ sovereign.parameters sovereign.tokens sovereign.training_ sovereign.mfu",
        ),
        InputGroup::new(
            "Site and electricity",
            "拠点と電力",
            "sovereign.kw_ sovereign.pue sovereign.dc_ sovereign.network_ sovereign.experiment_ sovereign.power_ sovereign.utilisation",
        ),
        InputGroup::new("People", "人材", "sovereign.researcher sovereign.operator"),
        InputGroup::new(
            "Health care",
            "医療",
            "sovereign.outpatient_ sovereign.visit",
        ),
        InputGroup::new(
            "Digital deficit",
            "デジタル赤字",
            "sovereign.deficit_ sovereign.outflow_",
        ),
        InputGroup::new("Automotive", "自動車", "sovereign.auto_"),
        InputGroup::new("ASEAN", "ASEAN", "sovereign.asean_"),
    ],
    prose: prose!("sovereign"),
};

const fn headline(output: &'static str, published: Option<&'static str>) -> Headline {
    Headline::whole(output, UNDATED, published)
}

/// What the figures of this chapter have in common: yen, the model, the history of the digital deficit.
fn drawn(kind: Kind, categories: Categories, panels: Vec<Panel>) -> Figure {
    Figure {
        title: String::new(),
        subtitle: String::new(),
        categories,
        panels,
        kind,
        unit: Unit::JpyTn,
        sources: vec![
            Source::Model(Document::SovereignAi),
            Source::Dataset("digital_deficit"),
        ],
        note: String::new(),
    }
}

/// The same for figures of cost, which rest on no dataset.
fn drawn_cost(kind: Kind, categories: Categories, panels: Vec<Panel>) -> Figure {
    Figure {
        sources: vec![Source::Model(Document::SovereignAi)],
        ..drawn(kind, categories, panels)
    }
}

/// A result of the present scenario that has neither place nor year; 0 where it does not exist.
fn result(context: &Context, output: &str) -> f64 {
    context.value(output, Place::Whole, UNDATED)
}

/// The same, written.
fn written(context: &Context, output: &str) -> String {
    context.written(output, Place::Whole, UNDATED)
}

#[cfg(test)]
mod tests;
