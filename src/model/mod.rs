//! The five projection models and the order in which they feed each other.
//!
//! Every model is a pure function of its parameters and of the results of the models before it:
//! it never sees another model's parameters. Nothing is rounded inside, and nothing can fail.

pub mod capture;
pub mod genai;
pub mod platforms;
pub mod shared;
pub mod sovereign;
pub mod tam;

use crate::scenario::{Group, Scenario};

/// The results of all models for one scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Results {
    /// Reshoring and autonomous manufacturing.
    pub tam: tam::Results,
    /// Sovereign AI.
    pub sovereign: sovereign::Results,
    /// Japan's share and profit; rests on both above.
    pub capture: capture::Results,
    /// Generative AI and work.
    pub genai: genai::Results,
    /// AI platforms and investment.
    pub platforms: platforms::Results,
}

/// Runs all models.
pub fn run(scenario: &Scenario) -> Results {
    let shared = shared::Inputs::read(scenario.values(Group::Shared));
    let tam = tam::run(&tam::Inputs::read(scenario.values(Group::Tam)));
    let sovereign = sovereign::run(
        &shared,
        &sovereign::Inputs::read(scenario.values(Group::Sovereign)),
    );
    let capture_inputs = capture::Inputs::read(scenario.values(Group::Capture));
    Results {
        capture: capture::run(&shared, &capture_inputs, &tam, &sovereign),
        tam,
        sovereign,
        genai: genai::run(&genai::Inputs::read(scenario.values(Group::Genai))),
        platforms: platforms::run(&platforms::Inputs::read(scenario.values(Group::Platforms))),
    }
}

/// Asserts that a hand-worked value is met within rounding.
#[cfg(test)]
#[track_caller]
fn near(value: f64, expected: f64) {
    assert!(
        (value - expected).abs() <= 1e-9 * expected.abs(),
        "{value} instead of {expected}"
    );
}
