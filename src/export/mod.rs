//! What the reader takes away: figures and results as files that other programs open.
//!
//! Everything here is plain data made from a scenario, the same natively and in the browser: [`about`] is what every
//! export carries, [`document`] the scenario as one JSON, [`tables`] results and figures as CSV, [`heat`] what a table
//! over two inputs is in every form, [`workbook`] a description of a spreadsheet whose results are formulas, [`xlsx`]
//! its file. `cli` writes the files natively, the part `web::export` hands them to the reader.

pub mod about;
pub mod csv;
pub mod document;
pub mod formulas;
pub mod grid;
pub mod heat;
pub mod names;
pub mod picture;
pub mod sheet;
pub mod slides;
pub mod tables;
pub mod units;
pub mod workbook;
pub mod xlsx;

pub(crate) mod words;

/// A number with every digit it needs to be read back as the same number.
pub fn exact(value: f64) -> String {
    // Nothing is never less than nothing.
    let value = value + 0.0;
    #[cfg(target_arch = "wasm32")]
    {
        let written = js_sys::Number::from(value).to_string_with_radix(10);
        written.map(String::from).unwrap_or_default()
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        value.to_string()
    }
}

#[cfg(test)]
mod tests;
