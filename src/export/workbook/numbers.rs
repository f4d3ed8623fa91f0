//! To how many digits numbers are shown: as many as it takes to tell those of a row apart, and none as zero that is not.

use crate::export::sheet::Shown;
use crate::unit::Unit;

/// Most digits after the point.
const MOST: u8 = 6;

/// How the values of a row are shown.
pub fn shown(unit: Unit, values: impl Iterator<Item = f64>) -> Shown {
    let largest = values.map(f64::abs).fold(0.0, f64::max);
    match unit {
        Unit::Year => Shown::Year,
        Unit::Fraction => Shown::Percent(digits(largest * 100.0).max(2) - 1),
        Unit::Gpus | Unit::People | Unit::Companies | Unit::Models if largest >= 100.0 => {
            Shown::Digits(0)
        }
        _ => Shown::Digits(digits(largest)),
    }
}

/// The same for one value of the row, which may be too small for the others' digits.
pub fn of_one(row: Shown, value: Option<f64>) -> Shown {
    let Some(value) = value.filter(|value| *value != 0.0) else {
        return row;
    };
    let (shown, value) = match row {
        Shown::Digits(digits) => (digits, value.abs()),
        Shown::Percent(digits) => (digits, value.abs() * 100.0),
        _ => return row,
    };
    if rounds_to_something(value, shown) {
        return row;
    }
    let enough = (shown..=MOST).find(|digits| rounds_to_something(value, *digits));
    match (row, enough) {
        (_, None) => Shown::Powers,
        (Shown::Percent(_), Some(digits)) => Shown::Percent((digits + 1).min(MOST)),
        (_, Some(digits)) => Shown::Digits((digits + 1).min(MOST)),
    }
}

/// As many digits as an input and what stands beside it have.
pub fn needed(values: &[f64]) -> u8 {
    let exact = |digits: u8| {
        let power = 10_f64.powi(i32::from(digits));
        let is_whole = |value: &f64| (value * power - (value * power).round()).abs() < 1e-6;
        values.iter().all(is_whole)
    };
    (0..MOST).find(|digits| exact(*digits)).unwrap_or(MOST)
}

/// Three figures or so.
fn digits(largest: f64) -> u8 {
    const LEAST: [f64; 6] = [1000.0, 100.0, 1.0, 0.1, 0.01, 0.001];
    if largest == 0.0 {
        return 1;
    }
    let at = LEAST.iter().position(|least| largest >= *least);
    at.map_or(MOST, |at| at as u8)
}

fn rounds_to_something(value: f64, digits: u8) -> bool {
    value * 10_f64.powi(i32::from(digits)) >= 0.5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_the_digits_of_their_largest_value_and_small_ones_more() {
        let shown = |unit, values: &[f64]| shown(unit, values.iter().copied());
        assert_eq!(shown(Unit::Gpus, &[128_320.23, 2.0]), Shown::Digits(0));
        assert_eq!(shown(Unit::UsdBn, &[360.123]), Shown::Digits(1));
        assert_eq!(
            shown(Unit::MillionPersons, &[0.0123, 0.0]),
            Shown::Digits(4)
        );
        assert_eq!(shown(Unit::Fraction, &[0.27]), Shown::Percent(1));
        assert_eq!(shown(Unit::Year, &[2034.0]), Shown::Year);
        let row = Shown::Digits(2);
        assert_eq!(of_one(row, Some(0.01)), row);
        assert_eq!(of_one(row, Some(0.0012)), Shown::Digits(4));
        assert_eq!(of_one(row, Some(1e-9)), Shown::Powers);
        assert_eq!(of_one(Shown::Percent(1), Some(0.0001)), Shown::Percent(3));
        assert_eq!(needed(&[0.5, 0.125, 3.0]), 3);
    }
}
