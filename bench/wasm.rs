//! The work of `work.rs` as a WebAssembly module, which `compute.html` times. Empty for all other targets.

#[cfg(target_arch = "wasm32")]
mod work;

/// Does a piece of work, numbered as in the list, so many times, and returns a result of it.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn work(number: usize, times: u32) -> f64 {
    // In a page, chapters bring their outputs along.
    industry2040::output::know(&industry2040::output::ALL);
    work::WORK[number].1(times)
}
