//! The work that is timed, natively and in WebAssembly alike.

use std::hint::black_box;

use industry2040::analysis::goal::seek;
use industry2040::analysis::uncertainty::{Distribution, USUAL_DRAWS};
use industry2040::model::{self, tam};
use industry2040::output::{Cell, Place};
use industry2040::region::Region;
use industry2040::scenario::{ParamId, Scenario};
use industry2040::whatif::limits::Search;
use industry2040::whatif::tornado::bars;
use industry2040::whatif::uncertainty::{Run, USUAL_SEED};

/// Does something so many times and returns a result of it.
pub type Work = fn(u32) -> f64;

/// Names and pieces of work; the other languages do the first two.
pub const WORK: [(&str, Work); 7] = [
    ("chapter run", chapter_run),
    ("chapter draws", chapter_draws),
    ("whole run", whole_run),
    ("whole draws", whole_draws),
    ("tornado", tornado),
    ("goal seek", goal_seek),
    ("limits", limits_and_mends),
];

/// The new market of the four regions in 2040.
fn market(results: &tam::Results) -> f64 {
    results.sum(&Region::ALL, 2040, |it| {
        it.reshoring_capex + it.labour_substitution
    })
}

/// The model of chapter 1 alone: every quantity of four regions, 2024 to 2050.
fn chapter_run(times: u32) -> f64 {
    let values = tam::ROWS.iter().map(|row| row.default).collect::<Vec<_>>();
    let mut last = f64::NAN;
    for _ in 0..times {
        last = market(&tam::run(&tam::Inputs::read(black_box(&values))));
    }
    last
}

/// 2,000 draws of it: every varied input from its triangular distribution, then the percentiles of the market in 2040.
fn chapter_draws(times: u32) -> f64 {
    let mut rng = fastrand::Rng::with_seed(USUAL_SEED);
    let mut median = f64::NAN;
    for _ in 0..times {
        let draw = |_| market(&tam::run(&tam::Inputs::read(&drawn(&mut rng))));
        let results = Distribution::of(&(0..USUAL_DRAWS).map(draw).collect::<Vec<_>>());
        let found = [0.05, 0.25, 0.5, 0.75, 0.95].map(|share| results.quantile(share));
        median = black_box(found)[2].unwrap_or(f64::NAN);
    }
    median
}

fn drawn(rng: &mut fastrand::Rng) -> [f64; tam::ROWS.len()] {
    std::array::from_fn(|index| {
        let row = &tam::ROWS[index];
        let (span, at) = (row.high - row.low, rng.f64());
        if span == 0.0 {
            row.default
        } else if at < (row.default - row.low) / span {
            row.low + (at * span * (row.default - row.low)).sqrt()
        } else {
            row.high - ((1.0 - at) * span * (row.high - row.default)).sqrt()
        }
    })
}

/// All five models: what every move of a slider costs before anything is drawn.
fn whole_run(times: u32) -> f64 {
    let scenario = Scenario::default();
    let mut last = f64::NAN;
    for _ in 0..times {
        last = market(&model::run(black_box(&scenario)).tam);
    }
    last
}

/// The result that the tools are timed with: the market that chapter 1 opens with.
fn cell() -> Cell {
    Cell::find("tam.new_market", Place::All, 2040).unwrap_or_else(|| unreachable!())
}

/// 2,000 draws of all varied inputs of the five models, percentiles of the market in every year, all rank correlations.
fn whole_draws(times: u32) -> f64 {
    let mut median = f64::NAN;
    for _ in 0..times {
        let scenario = Scenario::default();
        let mut run = Run::new(cell(), black_box(&scenario), USUAL_DRAWS, USUAL_SEED);
        while !run.advance() {}
        let found = run.findings().map(|found| &found.distribution);
        median = found
            .and_then(|found| found.quantile(0.5))
            .unwrap_or(f64::NAN);
    }
    median
}

/// Every varied input from the low to the high end of its range.
fn tornado(times: u32) -> f64 {
    let scenario = Scenario::default();
    let now = cell().read(&model::run(&scenario));
    let all = (0..times).map(|_| bars(cell(), black_box(&scenario), now).len());
    all.sum::<usize>() as f64
}

/// The adoption that gives 300 billion dollars.
fn goal_seek(times: u32) -> f64 {
    let scenario = Scenario::default();
    let Some(adoption) = ParamId::find("autonomy.adoption_2040") else {
        return f64::NAN;
    };
    for _ in 0..times {
        black_box(seek(cell(), 300.0, adoption, black_box(&scenario)));
    }
    f64::from(times)
}

/// The warnings after a change that leaves a limit: all limits, and what mends each.
fn limits_and_mends(times: u32) -> f64 {
    let mut scenario = Scenario::default();
    if let Some(growth) = ParamId::find("platforms.lab_growth") {
        scenario.set(growth, 200.0).ok();
    }
    let mut found = 0;
    for _ in 0..times {
        let mut search = Search::new(black_box(&scenario), &model::run(&scenario));
        while search.step() {}
        found += search.take().len();
    }
    found as f64
}
