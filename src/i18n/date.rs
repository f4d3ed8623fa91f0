//! Dates as each language writes them: 5 December 2025 and 2025年12月5日.

use super::months::MONTHS;
use crate::text::Lang;

/// Writes `2025-12-05` or `2025-12`; `None` for anything else.
pub fn written(text: &str, lang: Lang) -> Option<String> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-').unwrap_or((rest, ""));
    let digits = [year, month, day].into_iter().flat_map(str::bytes);
    if year.len() != 4 || !digits.into_iter().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let [month, day] = [month, day].map(|part| part.trim_start_matches('0'));
    let name = MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
    Some(match (lang, day) {
        (Lang::En, "") => format!("{name} {year}"),
        (Lang::En, _) => format!("{day} {name} {year}"),
        (Lang::Ja, "") => format!("{year}年{month}月"),
        (Lang::Ja, _) => format!("{year}年{month}月{day}日"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_days_are_written_and_other_periods_are_left() {
        let written = |text| Lang::ALL.map(|lang| written(text, lang).unwrap_or_default());
        assert_eq!(written("2025-12-05"), ["2025年12月5日", "5 December 2025"]);
        assert_eq!(written("2026-07"), ["2026年7月", "July 2026"]);
        for other in [
            "2040",
            "FY2026",
            "2025-08 onwards",
            "2026-2031",
            "early 2020s",
            "2025-13",
        ] {
            assert_eq!(written(other), ["", ""], "{other}");
        }
    }
}
