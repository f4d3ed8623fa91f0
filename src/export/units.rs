//! Units in words: files hold numbers as the models have them, so the word must say what a number means.

use crate::text::Text;
use crate::unit::Unit;

/// The name of a unit for a column of bare numbers; [`Unit::code`] is the one for programs.
pub const fn name(unit: Unit) -> Text {
    let label = unit.label();
    match unit {
        Unit::Fraction => Text::new("fraction, 1 = 100%", "割合、1＝100％"),
        Unit::Switch => Text::new("0 or 1", "0または1"),
        Unit::Ratio => Text::new("ratio", "比"),
        Unit::PowersOfTenFlop => Text::new("log10 FLOP", "FLOPの常用対数"),
        unit => Text::new(unit.code(), label.ja),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn every_unit_has_a_name_in_both_languages() {
        for unit in Unit::ALL {
            assert!(
                Lang::ALL
                    .iter()
                    .all(|lang| !name(*unit).get(*lang).is_empty())
            );
        }
        assert_eq!(name(Unit::UsdBn).ja, "十億ドル");
        assert_eq!(name(Unit::JpyMillionAYear).ja, "百万円／年");
    }
}
