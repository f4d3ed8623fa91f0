//! Numbers as people type them.

use super::digits::POWERS;

/// Reads a number as people type it: `50`, `50%`, `５０`, `1,200`, `$600`, `−3`; `None` for anything else.
///
/// Commas stand between thousands only, and nothing but a percent sign may follow: whoever writes `5,5` or `12万` means
/// another number than its digits say.
pub fn parse(text: &str) -> Option<f64> {
    let narrow: String = text.trim().chars().map(narrow).collect();
    let number = narrow.trim_start_matches(['$', '¥', '+', ' ']);
    let number = number.strip_suffix('%').unwrap_or(number).trim_end();
    let (negative, number) = number
        .strip_prefix('-')
        .map_or((false, number), |rest| (true, rest));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let whole = without_separators(whole)?;
    let digits = whole.len() + fraction.len();
    if digits == 0 || digits >= POWERS.len() {
        return None;
    }
    let mut mantissa = 0_u64;
    for digit in whole.bytes().chain(fraction.bytes()) {
        mantissa = mantissa * 10 + u64::from(digit.is_ascii_digit().then(|| digit - b'0')?);
    }
    // Both are exact below 10^15, so the quotient is the nearest double, as the standard library would give.
    let value = mantissa as f64 / POWERS[fraction.len()];
    Some(if negative { -value } else { value })
}

/// The same where the unit of the field may follow, so that what the report prints can be pasted back: `600 USD bn` and
/// `$600 bn` in a field of `USD bn`.
pub fn parse_in(text: &str, unit: &str) -> Option<f64> {
    let text = text.trim();
    let scale = unit.strip_prefix("USD ").or(unit.strip_prefix("JPY "));
    let scale = scale.unwrap_or(unit).trim_start_matches(['$', '¥', ' ']);
    let number = text.strip_suffix(unit).or(text.strip_suffix(scale));
    parse(number.unwrap_or(text))
}

/// A whole number without its separators; `None` where they do not stand between thousands.
fn without_separators(whole: &str) -> Option<String> {
    let mut digits = String::new();
    // How many digits stand behind the last separator.
    let mut group: Option<usize> = None;
    for c in whole.chars() {
        if c == ',' {
            let whole_group = group.map_or((1..=3).contains(&digits.len()), |length| length == 3);
            group = Some(0).filter(|_| whole_group);
            group?;
        } else {
            digits.push(c);
            group = group.map(|length| length + 1);
        }
    }
    Some(digits).filter(|_| group.is_none_or(|length| length == 3))
}

/// Full-width characters become ASCII, the true minus a hyphen, every space the plain one.
fn narrow(c: char) -> char {
    match c {
        '−' | '－' | '–' | 'ー' => '-',
        '．' | '。' => '.',
        '　' | '\u{a0}' | '\u{202f}' => ' ',
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        other => other,
    }
}
