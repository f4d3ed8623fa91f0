//! Digits: groups of thousands, a true minus, as many decimals as a number needs.

use crate::unit::Unit;

/// The number of a decimal logarithm, such as 3.8 × 10²⁵.
pub(super) fn power_of_ten(logarithm: f64) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let exponent = logarithm.floor();
    let digits = plain(exponent, 0);
    let raised: String = digits
        .bytes()
        .map(|digit| match digit {
            b'0'..=b'9' => DIGITS[usize::from(digit - b'0')],
            _ => '⁻',
        })
        .collect();
    format!(
        "{} × 10{raised}",
        grouped(10f64.powf(logarithm - exponent), 1)
    )
}

/// A parameter value with exactly the digits that its step needs.
pub fn with_decimals(value: f64, decimals: usize) -> String {
    grouped(value, decimals)
}

/// A parameter value without needless zeros: 1 rather than 1.00.
pub fn trimmed(value: f64, decimals: usize, unit: Unit) -> String {
    let needed = (0..decimals)
        .find(|&fewer| digits(value, fewer).0 as f64 == value.abs())
        .unwrap_or(decimals);
    if unit == Unit::Year {
        plain(value, needed)
    } else {
        grouped(value, needed)
    }
}

/// A number with the decimals that it has, up to three: 3.06 and 17.
pub fn as_printed(value: f64) -> String {
    let needed = (0..3).find(|&decimals| {
        let scaled = value * POWERS[decimals];
        (scaled - scaled.round()).abs() < 1e-6
    });
    grouped(value, needed.unwrap_or(3))
}

/// A number with the digits that it has, up to twelve, as [`super::parse`] reads it back.
pub fn in_full(value: f64) -> String {
    let whole = (0..12).find(|&power| value.abs() < POWERS[power]);
    let decimals = 12 - whole.unwrap_or(12);
    let written = plain(value, decimals);
    match decimals {
        0 => written,
        _ => written
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_owned(),
    }
}

/// A number as machines write it: digits, a point, a hyphen; for links, attributes and measures.
///
/// This and [`super::parse`] do without the standard library's conversions, whose tables of powers take up 20 kB of the
/// compressed module; numbers of the report have fewer than 15 digits.
pub fn plain(value: f64, decimals: usize) -> String {
    let (whole, fraction) = digits(value, decimals);
    let sign = if value < 0.0 && (whole > 0 || fraction > 0) {
        "-"
    } else {
        ""
    };
    if decimals == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{fraction:0decimals$}")
    }
}

/// The digits before and behind the point, rounded half away from zero.
fn digits(value: f64, decimals: usize) -> (u64, u64) {
    let unit = POWERS[decimals.min(POWERS.len() - 1)];
    let scaled = (value.abs() * unit).round() as u64;
    (scaled / unit as u64, scaled % unit as u64)
}

/// Powers of ten that a double holds exactly.
pub(super) const POWERS: [f64; 16] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
];

/// Three significant digits, but never fewer than the units digit.
pub(super) fn rounded(value: f64) -> String {
    grouped(value, decimals_for(value))
}

/// The decimals of three significant digits, but never fewer than the units digit.
pub(super) fn decimals_for(value: f64) -> usize {
    match value.abs() {
        0.0 => 0,
        size if size >= 99.95 => 0,
        size if size >= 9.995 => 1,
        _ => 2,
    }
}

/// Thousands in groups of three and a true minus, never a negative zero.
pub(super) fn grouped(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let plain = plain(value, decimals);
    let (sign, plain) = plain
        .strip_prefix('-')
        .map_or(("", plain.as_str()), |rest| ("−", rest));
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let mut written = sign.to_owned();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    if !fraction.is_empty() {
        written.push('.');
        written.push_str(fraction);
    }
    written
}
