//! What comes from outside – links, files, storage, host messages, typed text – drawn at random.
//!
//! Nothing of it may panic, leave a value out of its range, or go by without a message. Each property draws 256 cases;
//! `cargo xtask test --all` sets `PROPTEST_CASES` to many more.

mod files;
mod hosts;
mod links;
mod strange;
mod typed;

use proptest::prelude::ProptestConfig;

use crate::link;
use crate::scenario::{ParamId, Scenario};
use crate::text::Lang;

/// Longest message for one value: what was said, what is accepted, and no more.
const LONGEST_MESSAGE: usize = 20_000;

/// As many cases as the environment says; a failing one is printed and kept nowhere.
fn budget() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn within(scenario: &Scenario) -> bool {
    ParamId::all().all(|param| param.row().accepts(scenario.get(param)))
}

/// Said in both languages, in few enough words, the Japanese ones in Japanese, and without what would break a line.
fn is_said(message: impl Fn(Lang) -> String) -> bool {
    let (en, ja) = (message(Lang::En), message(Lang::Ja));
    let is_line = |said: &String| {
        !said.is_empty() && said.len() < LONGEST_MESSAGE && said.chars().all(link::is_plain)
    };
    let is_japanese = |c: char| ('\u{3041}'..='\u{30ff}').contains(&c);
    is_line(&en) && is_line(&ja) && en != ja && ja.chars().any(is_japanese)
}
