//! What more than one model needs: the exchange rate, the discount rate, the conversions.

use crate::params;
use crate::source::{Document, Origin};
use crate::table::Row;
use crate::text::Text;
use crate::unit::Unit;

params! {
    /// The parameters that all models share.
    pub struct Inputs;

    fx => Row {
        id: "macro.fx", aliases: &[],
        label: Text::new("Exchange rate", "為替レート"),
        unit: Unit::JpyPerUsd, origin: Origin::Published(Document::GenerativeAi),
        default: 150.0, min: 80.0, max: 220.0, step: 1.0, low: 130.0, high: 165.0,
        note: Text::new(
            "The only rate the five documents print. Japanese inputs are in yen at this rate, so domestic sales do not move with it.",
            "5文書に記載がある為替レートはこの水準のみである。日本関連の入力はこのレートによる円建てとし、国内売上高は為替に左右されない。",
        ),
    };
    discount_rate => Row {
        id: "macro.discount_rate", aliases: &[],
        label: Text::new("Discount rate", "割引率"),
        unit: Unit::Percent, origin: Origin::Assumed,
        default: 4.0, min: 0.0, max: 10.0, step: 0.1, low: 2.0, high: 5.0,
        note: Text::new(
            "Nominal, since the benefits are in current prices. Common practice for public projects in Japan is 4 percent.",
            "便益を時価で測るため名目値とする。国内の公共事業評価では4％が慣行である。",
        ),
    };
}

/// Trillion yen for a billion dollars where an input was stated in yen, at 150 yen per dollar.
///
/// Japanese inputs do not move with the exchange rate of the scenario.
pub const FX_HOME: f64 = 0.150;

impl Inputs {
    /// Trillion yen for a billion dollars at the exchange rate of the scenario.
    pub fn jpy_tn_per_usd_bn(&self) -> f64 {
        self.fx / 1000.0
    }
}
