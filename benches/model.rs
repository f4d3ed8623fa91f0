//! How long one run of the whole model takes.

use divan::{Bencher, black_box};
use industry2040::model;
use industry2040::scenario::{ParamId, Scenario};

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
