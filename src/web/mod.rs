//! The browser: the only code that may name Leptos or web-sys. Components contain no arithmetic.
//!
//! [`store`] holds every signal, [`address`] keeps the link in step, [`echarts`] is the one binding to JavaScript;
//! each component has a file of its own.

mod address;
mod app;
mod canvas;
mod clock;
mod comparison;
mod echarts;
mod el;
mod embed;
mod evidence;
mod explain;
mod export;
mod fetched;
mod figure;
mod files;
mod focus;
mod header;
mod hosting;
mod input;
mod input_parts;
mod limits;
mod listing;
mod listing_rows;
mod live;
mod messages;
mod nav;
mod observe;
mod over;
mod panel;
mod parts;
mod present;
mod print;
mod prose;
mod readout;
mod remembered;
mod replay;
mod results;
mod saved;
mod scenarios;
mod share;
mod sheet;
mod shelf;
mod slices;
mod steps;
mod store;
mod table;
mod tools;
mod wanted;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::model;
use crate::scenario::{ParamId, Scenario};

/// Mounts the report into the page.
pub fn mount() {
    leptos::mount::mount_to_body(app::app);
}

/// Milliseconds for one run of the whole model, averaged over `runs`: the browser tests read it.
#[wasm_bindgen]
pub fn time_model(runs: u32) -> f64 {
    let mut scenario = Scenario::default();
    let Some(share) = ParamId::find("reshoring.share") else {
        return f64::NAN;
    };
    let start = clock::now();
    for run in 0..runs {
        // Another scenario every time, so that no run can be left out.
        let _ = scenario.set(share, f64::from(run % 100));
        std::hint::black_box(model::run(&scenario));
    }
    (clock::now() - start) / f64::from(runs)
}
