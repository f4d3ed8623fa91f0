//! How long one run of the whole model takes.

use divan::{Bencher, black_box};
use industry2040::analysis::goal::seek;
use industry2040::analysis::uncertainty::USUAL_DRAWS;
use industry2040::model;
use industry2040::output::{Cell, Place};
use industry2040::scenario::{ParamId, Scenario};
use industry2040::whatif::limits;
use industry2040::whatif::tornado::bars;
use industry2040::whatif::uncertainty::{Run, USUAL_SEED};

fn main() {
    divan::main();
}

/// What every move of a slider costs before anything is drawn.
#[divan::bench]
fn one_run(bencher: Bencher) {
    let scenario = Scenario::default();
    bencher.bench(|| model::run(black_box(&scenario)));
}

/// One draw of an uncertainty run: a value for every parameter, then the model.
#[divan::bench]
fn one_draw(bencher: Bencher) {
    bencher.bench(|| {
        let mut scenario = Scenario::default();
        for param in ParamId::all() {
            let row = param.row();
            scenario
                .set(param, black_box((row.low + row.high) / 2.0))
                .ok();
        }
        model::run(&scenario)
    });
}

/// The result that the tools are measured with: the market that chapter 1 opens with.
fn market() -> Cell {
    Cell::find("tam.new_market", Place::All, 2040).unwrap_or_else(|| unreachable!())
}

/// Every varied input from the low to the high end of its range.
#[divan::bench]
fn tornado(bencher: Bencher) {
    let scenario = Scenario::default();
    let now = market().read(&model::run(&scenario));
    bencher.bench(|| bars(market(), black_box(&scenario), now));
}

/// 2,000 draws of one result, with its percentiles in every year and all rank correlations.
#[divan::bench(sample_count = 10)]
fn usual_draws(bencher: Bencher) {
    bencher.bench(|| {
        let mut run = Run::new(
            market(),
            black_box(&Scenario::default()),
            USUAL_DRAWS,
            USUAL_SEED,
        );
        while !run.advance() {}
        run
    });
}

/// The adoption that gives 300 billion dollars.
#[divan::bench]
fn goal_seek(bencher: Bencher) {
    let adoption = ParamId::find("autonomy.adoption_2040").unwrap_or_else(|| unreachable!());
    let scenario = Scenario::default();
    bencher.bench(|| seek(market(), 300.0, adoption, black_box(&scenario)));
}

/// What the warnings cost after a change that leaves a limit: all limits, and what mends each.
#[divan::bench]
fn limits_and_mends(bencher: Bencher) {
    let mut scenario = Scenario::default();
    if let Some(growth) = ParamId::find("platforms.lab_growth") {
        scenario.set(growth, 200.0).ok();
    }
    bencher.bench(|| {
        let mut left = limits::left(black_box(&scenario), &model::run(&scenario));
        for breach in &mut left {
            breach.find_mends(&scenario);
        }
        left
    });
}
