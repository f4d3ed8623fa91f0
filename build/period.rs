//! The period of a printed figure in both languages: `2026-2040` is 2026 to 2040 and 2026～2040年.

use std::error::Error;
use std::fs;
use std::str::FromStr;

#[path = "../src/i18n/months.rs"]
mod months;

use self::months::MONTHS;

/// As `src/data/words.toml` has it, else by rule; `xtask/web/evidence.js` does the same.
pub fn words(period: &str) -> Result<[String; 2], Box<dyn Error>> {
    let table: toml::Table = fs::read_to_string("src/data/words.toml")?.parse()?;
    let known = table["period"].get(period).and_then(toml::Value::as_array);
    if let Some(known) = known {
        let word = |at: usize| known.get(at).and_then(toml::Value::as_str);
        let words = [0, 1].map(|at| word(at).unwrap_or_default().to_owned());
        return Ok(words);
    }
    by_rule(period).ok_or_else(|| format!("src/data/words.toml: no words for `{period}`").into())
}

fn by_rule(period: &str) -> Option<[String; 2]> {
    if let Some(year) = period.strip_prefix("FY") {
        return Some([period.to_owned(), format!("{}年度", number::<u16>(year)?)]);
    }
    let mut parts = period.split('-');
    let year: u16 = number(parts.next()?)?;
    match (parts.next(), parts.next()) {
        (None, _) => Some([year.to_string(), format!("{year}年")]),
        (Some(last), None) if last.len() == 4 => Some([
            format!("{year} to {last}"),
            format!("{year}～{}年", number::<u16>(last)?),
        ]),
        (Some(month), day) => {
            let month: usize = number(month)?;
            let name = MONTHS.get(month.checked_sub(1)?)?;
            match day.map(number::<u8>) {
                None => Some([format!("{name} {year}"), format!("{year}年{month}月")]),
                Some(day) => {
                    let day = day?;
                    Some([
                        format!("{day} {name} {year}"),
                        format!("{year}年{month}月{day}日"),
                    ])
                }
            }
        }
    }
}

fn number<N: FromStr>(text: &str) -> Option<N> {
    text.parse().ok()
}
