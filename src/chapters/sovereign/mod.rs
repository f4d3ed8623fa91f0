//! Sovereign AI: what a base model of Japan's own costs, what it may bring, and who would do what.

use crate::chapters::{Chapter, Context, FigureSpec, Headline, InputGroup};
use crate::data::books;
use crate::figure::{Categories, Figure, Kind, Panel, Source};
use crate::output::{self, Place, UNDATED};
use crate::source::Document;
use crate::text::Text;
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
        figure(
            "deficit",
            &["sovereign.deficit_risk_2040", "sovereign.outflow_avoided"],
            deficit::paths,
        ),
        figure(
            "cost",
            &["sovereign.tokens", "sovereign.gpu_price", "macro.fx"],
            cost::build_up,
        ),
        figure(
            "cost-published",
            &["sovereign.utilisation", "sovereign.researchers"],
            cost::against_published,
        ),
        figure(
            "gpus",
            &["sovereign.gpu_progress", "sovereign.parameters"],
            cost::gpus,
        ),
        figure(
            "megawatts",
            &["sovereign.kw_per_gpu", "sovereign.pue"],
            cost::megawatts,
        ),
        figure(
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
        figure(
            "flow",
            &["sovereign.gpu_scenario", "sovereign.attribution"],
            payback::yearly,
        ),
        figure(
            "cumulative",
            &["sovereign.gpu_scenario", "sovereign.attribution"],
            payback::cumulative,
        ),
        figure(
            "attribution",
            &[
                "sovereign.visit_gap_closed",
                "sovereign.outflow_avoided",
                "macro.discount_rate",
            ],
            payback::by_attribution,
        ),
    ],
    inputs: &[
        group(
            "What counts",
            "算入範囲",
            "sovereign.attribution sovereign.count_",
        ),
        group(
            "Model and GPUs",
            "モデルとGPU",
            "sovereign.gpu_ sovereign.parameters sovereign.tokens sovereign.training_ sovereign.mfu",
        ),
        group(
            "Site and electricity",
            "拠点と電力",
            "sovereign.kw_ sovereign.pue sovereign.dc_ sovereign.network_ sovereign.experiment_ sovereign.power_ sovereign.utilisation",
        ),
        group("People", "人材", "sovereign.researcher sovereign.operator"),
        group(
            "Health care",
            "医療",
            "sovereign.outpatient_ sovereign.visit",
        ),
        group(
            "Digital deficit",
            "デジタル赤字",
            "sovereign.deficit_ sovereign.outflow_",
        ),
        group("Automotive", "自動車", "sovereign.auto_"),
        group("ASEAN", "ASEAN", "sovereign.asean_"),
    ],
    prose: prose!("sovereign"),
};

const fn figure(
    id: &'static str,
    inputs: &'static [&'static str],
    make: fn(&Context) -> Figure,
) -> FigureSpec {
    FigureSpec {
        id,
        inputs,
        offers_capex_as_usual: false,
        offers_year: false,
        make,
    }
}

const fn group(en: &'static str, ja: &'static str, prefix: &'static str) -> InputGroup {
    InputGroup {
        title: Text::new(en, ja),
        prefix,
    }
}

const fn headline(output: &'static str, published: Option<&'static str>) -> Headline {
    Headline {
        output,
        place: Place::Whole,
        year: UNDATED,
        published,
    }
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
