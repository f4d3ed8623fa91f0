//! Numbers as each language writes them: $360 bn and 3,600億ドル, ¥54.0 tn and 54.0兆円, with a true minus.

mod currency;
mod digits;
mod typed;

pub use self::currency::Currency;
pub use self::digits::{as_printed, in_full, plain, trimmed, with_decimals};
pub use self::typed::{parse, parse_in};

use self::digits::{decimals_for, grouped, power_of_ten, rounded};

use crate::chapters::MISSING;
use crate::i18n::ui;
use crate::text::{Lang, Text};
use crate::unit::Unit;

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
    /// The unit of the values.
    pub of: Unit,
}

impl Scale {
    /// True where the values are decimal logarithms.
    pub fn is_logarithm(&self) -> bool {
        self.of == Unit::PowersOfTenFlop
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
            Unit::Years => self.years(value),
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
            Unit::Year => self.years(size),
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
        let (factor, name) = match (unit, self.lang) {
            (Unit::UsdBn | Unit::JpyTn, _) => return self.money_scale(unit, largest),
            (Unit::MillionPersons, Lang::Ja) => (100.0, "万人"),
            (Unit::Gpus, Lang::En) => (1e-3, "thousand GPUs"),
            (Unit::Gpus, Lang::Ja) => (1e-4, "万基"),
            (Unit::Fraction, _) => (100.0, "%"),
            (unit, lang) => (1.0, unit.label().get(lang)),
        };
        Scale {
            factor,
            unit: name,
            of: unit,
        }
    }

    /// A value in the unit of `scale`, without the unit: for table cells and axis ticks.
    pub fn cell(&self, scale: &Scale, value: f64) -> String {
        if scale.is_logarithm() {
            return power_of_ten(value);
        }
        let scaled = value * scale.factor;
        let decimals = match scale.of {
            Unit::Year => return plain(scaled, 0),
            Unit::Years => years_decimals(scaled),
            Unit::Fraction | Unit::Percent => 1,
            Unit::Companies | Unit::Models => 0,
            _ => decimals_for(scaled),
        };
        grouped(scaled, decimals)
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

    /// A number of years; a part of a year only where there is one, such as half of a joint effect.
    fn years(&self, value: f64) -> String {
        let number = grouped(value, years_decimals(value));
        match self.lang {
            Lang::En if number.trim_start_matches('−') == "1" => format!("{number} year"),
            Lang::En => format!("{number} years"),
            Lang::Ja => format!("{number}年"),
        }
    }

    /// What stands where a result has no value: a year may be reached after the models end, anything else is not there.
    pub fn none(&self, unit: Unit) -> &'static str {
        match unit {
            Unit::Year | Unit::Years => self.text(ui::NOT_BY_2040),
            _ => MISSING,
        }
    }

    /// A value with its unit, or what stands where there is none.
    pub fn write_or_none(&self, unit: Unit, value: Option<f64>) -> String {
        value.map_or_else(
            || self.none(unit).to_owned(),
            |value| self.write(unit, value),
        )
    }

    fn with_unit(&self, number: &str, unit: &str) -> String {
        match self.lang {
            Lang::En if !unit.is_empty() && unit != "%" => format!("{number} {unit}"),
            _ => format!("{number}{unit}"),
        }
    }
}

/// None for whole years, else one.
fn years_decimals(value: f64) -> usize {
    usize::from((value - value.round()).abs() >= 0.05)
}

#[cfg(test)]
mod tests;
