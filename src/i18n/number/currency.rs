//! Amounts of money: in the currency of the document, in dollars or in yen, in units of a readable size.

use super::digits::{as_printed, rounded};
use super::{Reader, Scale};
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

impl Reader {
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

    pub(super) fn printed_money(&self, unit: Unit, value: f64) -> String {
        let scale = self.money_scale(unit, value.abs());
        let number = as_printed((value * scale.factor).abs());
        self.with_currency(value, &number, &scale)
    }

    pub(super) fn money(&self, unit: Unit, value: f64) -> String {
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
                let (symbol, size) = scale.unit.split_once(' ').unwrap_or(("", scale.unit));
                format!("{sign}{symbol}{number} {size}")
            }
            Lang::Ja => format!("{sign}{number}{}", scale.unit),
        }
    }

    pub(super) fn money_scale(&self, unit: Unit, largest: f64) -> Scale {
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
        let (factor, name) = match (self.currency_of(unit), self.lang) {
            (Currency::Usd, Lang::En) if largest * usd_bn >= 999.5 => (usd_bn / 1000.0, "$ tn"),
            (Currency::Usd, Lang::En) => (usd_bn, "$ bn"),
            (Currency::Usd, Lang::Ja) if largest * usd_bn >= 999.5 => (usd_bn / 1000.0, "兆ドル"),
            (Currency::Usd, Lang::Ja) => (usd_bn * 10.0, "億ドル"),
            (Currency::Jpy, Lang::En) if largest * jpy_tn >= 0.9995 => (jpy_tn, "¥ tn"),
            (_, Lang::En) => (jpy_tn * 1000.0, "¥ bn"),
            (Currency::Jpy, Lang::Ja) if largest * jpy_tn >= 0.9995 => (jpy_tn, "兆円"),
            (_, Lang::Ja) => (jpy_tn * 10_000.0, "億円"),
        };
        Scale {
            factor,
            unit: name,
            of: unit,
        }
    }
}
