//! The edition of the report: the one place for its version and year.

/// The version of report and models, as `Cargo.toml` has it: in files, citations and frozen embeds.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The year of this version, for citations and the dates within workbooks.
pub const YEAR: u16 = 2026;
