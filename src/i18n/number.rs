//! Numbers as each language writes them: $360 bn and 3,600億ドル, ¥54.0 tn and 54.0兆円, with a true minus.

mod typed;

pub use self::typed::{parse, parse_in};

use crate::text::{Lang, Text};
use crate::unit::Unit;

/// The currency in which dollar amounts are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Currency {
    /// The currency in which each document, and so each model, has an amount.
    #[default]
    Native,
    /// US dollars.
    Usd,
    /// Yen at the exchange rate of the scenario.
    Jpy,
}

impl Currency {
    /// All, in the order of the switch.
    pub const ALL: [Currency; 3] = [Currency::Native, Currency::Usd, Currency::Jpy];

    /// The code used in links: `native`, `usd` or `jpy`.
    pub const fn code(self) -> &'static str {
        match self {
            Currency::Native => "native",
            Currency::Usd => "usd",
            Currency::Jpy => "jpy",
        }
    }

    /// The currency of a code.
    pub fn from_code(code: &str) -> Option<Currency> {
        Currency::ALL
            .into_iter()
            .find(|currency| currency.code() == code)
    }

    /// The sign and name on the switch.
    pub const fn label(self) -> Text {
        match self {
            Currency::Native => Text::new("as in source", "原典どおり"),
            Currency::Usd => Text::new("$", "米ドル"),
            Currency::Jpy => Text::new("¥", "円"),
        }
    }
}

/// For whom numbers are written: language, currency and the exchange rate between dollars and yen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reader {
    /// Language of words and number units.
    pub lang: Lang,
    /// Currency of amounts of money.
    pub currency: Currency,
    /// Yen per dollar.
    pub jpy_per_usd: f64,
}

/// A factor and a unit name, such as 10 and 億ドル, in which a series of values is drawn or tabulated.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// What a value in its own unit is multiplied by.
    pub factor: f64,
    /// The unit of the product, as the reader sees it.
    pub unit: &'static str,
}

impl Scale {
    /// True where the values are decimal logarithms.
    pub fn is_logarithm(&self) -> bool {
        self.unit == Unit::PowersOfTenFlop.label().en
    }
}

impl Reader {
    /// Picks the words of this reader.
    pub fn text(&self, text: Text) -> &'static str {
        text.get(self.lang)
    }

    /// A value with its unit, to three significant digits where it is a measurement.
    pub fn write(&self, unit: Unit, value: f64) -> String {
        match unit {
            Unit::Year => self.year(value),
            Unit::Fraction | Unit::Percent => format!("{}%", grouped(self.percent(unit, value), 1)),
            Unit::UsdBn | Unit::JpyTn => self.money(unit, value),
            Unit::Companies | Unit::Models => {
                self.with_unit(&grouped(value, 0), unit.label().get(self.lang))
            }
            Unit::PowersOfTenFlop => format!("{} FLOP", power_of_ten(value)),
            Unit::MillionPersons if self.lang == Lang::Ja && value.abs() >= 99.95 => {
                format!("{}億人", rounded(value / 100.0))
            }
            _ => {
                let scale = self.scale(unit, value.abs());
                let number = rounded(value * scale.factor);
                self.with_unit(&number, scale.unit)
            }
        }
    }

    /// A value with its unit and every digit that a document prints; money in another currency than the document's as
    /// [`Reader::write`] has it.
    pub fn write_printed(&self, unit: Unit, value: f64) -> String {
        match unit {
            Unit::UsdBn | Unit::JpyTn if self.currency_of(unit) == self.native(unit).currency => {
                self.printed_money(unit, value)
            }
            Unit::UsdBn | Unit::JpyTn | Unit::Year => self.write(unit, value),
            _ => self.with_unit(&as_printed(value), self.text(unit.label())),
        }
    }

    /// A value for a headline: shares as whole percentages, everything else as [`Reader::write`] has it.
    pub fn write_round(&self, unit: Unit, value: f64) -> String {
        match unit {
            Unit::Fraction | Unit::Percent => format!("{}%", grouped(self.percent(unit, value), 0)),
            _ => self.write(unit, value),
        }
    }

    /// A number of things, large ones in millions and thousand millions, or 万 and 億.
    pub fn count(&self, value: f64) -> String {
        let (factor, unit) = match self.lang {
            Lang::En if value >= 1e9 => (1e9, " bn"),
            Lang::En if value >= 1e6 => (1e6, " million"),
            Lang::Ja if value >= 1e8 => (1e8, "億"),
            Lang::Ja if value >= 1e4 => (1e4, "万"),
            _ => (1.0, ""),
        };
        format!("{}{unit}", as_printed(value / factor))
    }

    /// Billions of euros.
    pub fn euros(&self, billions: f64) -> String {
        match self.lang {
            Lang::En => format!("€{} bn", as_printed(billions)),
            Lang::Ja => format!("{}億ユーロ", as_printed(billions * 10.0)),
        }
    }

    /// A difference with its sign and unit: `+$12 bn`, `−3.4 pt`; a year difference in years.
    pub fn write_difference(&self, unit: Unit, difference: f64) -> String {
        let sign = if difference < 0.0 { "−" } else { "+" };
        let size = difference.abs();
        let words = match unit {
            Unit::Fraction | Unit::Percent => {
                let points = grouped(self.percent(unit, size), 1);
                match self.lang {
                    Lang::En => format!("{points} pt"),
                    Lang::Ja => format!("{points}ポイント"),
                }
            }
            Unit::Year => match self.lang {
                Lang::En => format!("{} years", as_printed(size)),
                Lang::Ja => format!("{}年", as_printed(size)),
            },
            _ => self.write(unit, size),
        };
        format!("{sign}{words}")
    }

    /// True when a difference would be written as zero.
    pub fn is_negligible(&self, unit: Unit, difference: f64) -> bool {
        !self
            .write_difference(unit, difference)
            .chars()
            .any(|digit| ('1'..='9').contains(&digit))
    }

    /// The scale for values up to `largest`, for an axis or a table column.
    pub fn scale(&self, unit: Unit, largest: f64) -> Scale {
        let (factor, unit) = match (unit, self.lang) {
            (Unit::UsdBn | Unit::JpyTn, _) => return self.money_scale(unit, largest),
            (Unit::MillionPersons, Lang::Ja) => (100.0, "万人"),
            (Unit::Gpus, Lang::En) => (1e-3, "thousand GPUs"),
            (Unit::Gpus, Lang::Ja) => (1e-4, "万基"),
            (Unit::Fraction, _) => (100.0, "%"),
            (unit, lang) => (1.0, unit.label().get(lang)),
        };
        Scale { factor, unit }
    }

    /// A value in the unit of `scale`, without the unit: for table cells and axis ticks.
    pub fn cell(&self, scale: &Scale, value: f64) -> String {
        if scale.is_logarithm() {
            return power_of_ten(value);
        }
        let scaled = value * scale.factor;
        let decimals = match scale.unit {
            "%" => 1,
            "companies" | "社" | "models" | "件" => 0,
            _ => decimals_for(scaled),
        };
        grouped(scaled, decimals)
    }

    /// The currency in which this reader sees an amount of a unit.
    pub fn currency_of(&self, unit: Unit) -> Currency {
        match self.currency {
            Currency::Native => self.native(unit).currency,
            chosen => chosen,
        }
    }

    /// The same reader, with amounts in the currency in which the model has them.
    pub fn native(self, unit: Unit) -> Reader {
        let currency = match unit {
            Unit::JpyTn => Currency::Jpy,
            _ => Currency::Usd,
        };
        Reader { currency, ..self }
    }

    fn percent(&self, unit: Unit, value: f64) -> f64 {
        if unit == Unit::Fraction {
            value * 100.0
        } else {
            value
        }
    }

    fn year(&self, value: f64) -> String {
        match self.lang {
            Lang::En => plain(value, 0),
            Lang::Ja => format!("{}年", plain(value, 0)),
        }
    }

    fn with_unit(&self, number: &str, unit: &str) -> String {
        match self.lang {
            Lang::En if !unit.is_empty() && unit != "%" => format!("{number} {unit}"),
            _ => format!("{number}{unit}"),
        }
    }

    fn printed_money(&self, unit: Unit, value: f64) -> String {
        let scale = self.money_scale(unit, value.abs());
        let number = as_printed((value * scale.factor).abs());
        self.with_currency(value, &number, &scale)
    }

    fn money(&self, unit: Unit, value: f64) -> String {
        let scale = self.money_scale(unit, value.abs());
        let number = rounded((value * scale.factor).abs());
        self.with_currency(value, &number, &scale)
    }

    fn with_currency(&self, value: f64, number: &str, scale: &Scale) -> String {
        let sign = if value < 0.0 && number.chars().any(|c| ('1'..='9').contains(&c)) {
            "−"
        } else {
            ""
        };
        match self.lang {
            Lang::En => {
                let (symbol, size) = scale.unit.split_at(scale.unit.find(' ').unwrap_or(0));
                format!("{sign}{symbol}{number}{size}")
            }
            Lang::Ja => format!("{sign}{number}{}", scale.unit),
        }
    }

    fn money_scale(&self, unit: Unit, largest: f64) -> Scale {
        let usd_bn = if unit == Unit::UsdBn {
            1.0
        } else {
            1000.0 / self.jpy_per_usd
        };
        let jpy_tn = if unit == Unit::JpyTn {
            1.0
        } else {
            self.jpy_per_usd / 1000.0
        };
        let (factor, unit) = match (self.currency_of(unit), self.lang) {
            (Currency::Usd, Lang::En) if largest * usd_bn >= 999.5 => (usd_bn / 1000.0, "$ tn"),
            (Currency::Usd, Lang::En) => (usd_bn, "$ bn"),
            (Currency::Usd, Lang::Ja) if largest * usd_bn >= 999.5 => (usd_bn / 1000.0, "兆ドル"),
            (Currency::Usd, Lang::Ja) => (usd_bn * 10.0, "億ドル"),
            (Currency::Jpy, Lang::En) if largest * jpy_tn >= 0.9995 => (jpy_tn, "¥ tn"),
            (_, Lang::En) => (jpy_tn * 1000.0, "¥ bn"),
            (Currency::Jpy, Lang::Ja) if largest * jpy_tn >= 0.9995 => (jpy_tn, "兆円"),
            (_, Lang::Ja) => (jpy_tn * 10_000.0, "億円"),
        };
        Scale { factor, unit }
    }
}

/// The number of a decimal logarithm, such as 3.8 × 10²⁵.
fn power_of_ten(logarithm: f64) -> String {
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

/// A number as machines write it: digits, a point, a hyphen; for links, attributes and measures.
///
/// This and [`parse`] do without the standard library's conversions, whose tables of powers take up 20 kB of the
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
const POWERS: [f64; 16] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
];

/// Three significant digits, but never fewer than the units digit.
fn rounded(value: f64) -> String {
    grouped(value, decimals_for(value))
}

fn decimals_for(value: f64) -> usize {
    match value.abs() {
        0.0 => 0,
        size if size >= 99.95 => 0,
        size if size >= 9.995 => 1,
        _ => 2,
    }
}

/// Thousands in groups of three and a true minus, never a negative zero.
fn grouped(value: f64, decimals: usize) -> String {
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

#[cfg(test)]
mod tests;
