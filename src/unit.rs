//! Units: how a value is written, and how the equations take it.
//!
//! Quantities are plain `f64`; the unit stands in the parameter row, the dataset column or the output row,
//! so none of the three can be declared without one.

use crate::text::Text;

macro_rules! units {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $en:literal, $ja:literal;)*) => {
        /// The unit of a parameter, a dataset column or an output.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Unit { $($(#[$doc])* $name,)* }

        impl Unit {
            /// Every unit.
            pub const ALL: &[Unit] = &[$(Unit::$name,)*];

            /// The name used in data files, such as `% a year`.
            pub const fn code(self) -> &'static str {
                match self { $(Unit::$name => $code,)* }
            }

            /// What stands behind a number, such as `USD bn` or `兆円`; empty for bare ratios.
            pub const fn label(self) -> Text {
                match self { $(Unit::$name => Text::new($en, $ja),)* }
            }
        }
    };
}

units! {
    /// Billions of US dollars; written out for Japanese readers in 億ドル, ten times the number.
    UsdBn = "USD bn", "USD bn", "十億ドル";
    /// Trillions of yen.
    JpyTn = "JPY trillion", "JPY tn", "兆円";
    /// Yen per US dollar.
    JpyPerUsd = "JPY per USD", "JPY per USD", "円／ドル";
    /// Thousands of US dollars.
    UsdThousand = "USD thousand", "USD thousand", "千ドル";
    /// Thousands of US dollars a year.
    UsdThousandAYear = "USD thousand a year", "USD thousand a year", "千ドル／年";
    /// US dollars per watt.
    UsdPerWatt = "USD/W", "USD/W", "ドル／W";
    /// Yen per kilowatt-hour.
    JpyPerKwh = "JPY/kWh", "JPY/kWh", "円／kWh";
    /// Millions of yen a year.
    JpyMillionAYear = "JPY million a year", "JPY million a year", "百万円／年";
    /// Yen of investment per yen of added yearly sales.
    JpyPerJpy = "JPY per JPY of added yearly sales", "per yen of sales", "円／増収1円";
    /// A percentage without a narrower meaning.
    Percent = "%", "%", "%";
    /// Percent a year.
    PercentAYear = "% a year", "% a year", "%／年";
    /// Percent of value added.
    PercentOfValueAdded = "% of value added", "% of value added", "%（対付加価値）";
    /// Percent of sales.
    PercentOfSales = "% of sales", "% of sales", "%（対売上高）";
    /// Percent of missing work.
    PercentOfMissingWork = "% of missing work", "% of missing work", "%（対不足労働）";
    /// Percent of the performance of 2025, a year.
    PercentOf2025 = "% of 2025 performance a year", "% of 2025 performance a year", "%／年（対2025年性能）";
    /// A fraction between 0 and 1, written as a percentage.
    Fraction = "fraction", "%", "%";
    /// Percentage points.
    Points = "percentage points", "pt", "ポイント";
    /// Millions of persons.
    MillionPersons = "million persons", "million", "百万人";
    /// Persons.
    People = "people", "people", "人";
    /// Companies.
    Companies = "companies", "companies", "社";
    /// AI models.
    Models = "models", "models", "件";
    /// A calendar year.
    Year = "year", "", "年";
    /// A number of years.
    Years = "years", "years", "年";
    /// A number of seconds.
    Seconds = "seconds", "seconds", "秒";
    /// A number of months.
    Months = "months", "months", "か月";
    /// On (1) or off (0).
    Switch = "switch", "", "";
    /// A bare ratio.
    Ratio = "ratio", "", "";
    /// A multiple.
    Times = "times", "times", "倍";
    /// A rate per year, as in the speed of a logistic curve.
    PerYear = "per year", "per year", "／年";
    /// Trillions of model parameters.
    TrillionParameters = "trillion parameters", "tn parameters", "兆パラメータ";
    /// Trillions of training tokens.
    TrillionTokens = "trillion tokens", "tn tokens", "兆トークン";
    /// The n of "one part in n".
    Parts = "parts", "parts", "分の1";
    /// 10^12 floating-point operations per second.
    TeraflopPerSecond = "TFLOP/s", "TFLOP/s", "TFLOP/s";
    /// 10^24 floating-point operations.
    Yottaflop = "10^24 FLOP", "× 10²⁴ FLOP", "×10²⁴ FLOP";
    /// Graphics processors.
    Gpus = "GPUs", "GPUs", "基";
    /// Floating-point operations as powers of ten: 25 stands for 10^25.
    PowersOfTenFlop = "log10 FLOP", "FLOP", "FLOP";
    /// Points of an index whose zero means nothing.
    IndexPoints = "index points", "points", "ポイント";
    /// Kilowatts.
    Kilowatt = "kW", "kW", "kW";
    /// Megawatts.
    Megawatt = "MW", "MW", "MW";
    /// Visits to a doctor a year.
    VisitsAYear = "visits a year", "visits a year", "回／年";
    /// A level of the O*NET difficulty scale, 1 to 7.
    Level = "level", "level", "レベル";
}

impl Unit {
    /// The value as the equations take it: percentages become fractions, whole-number units are rounded half up.
    pub fn as_used(self, value: f64) -> f64 {
        if self.is_percentage() {
            value / 100.0
        } else if self.is_whole() {
            (value + 0.5).floor()
        } else {
            value
        }
    }

    /// True for the units that the equations divide by 100.
    pub const fn is_percentage(self) -> bool {
        matches!(
            self,
            Unit::Percent
                | Unit::PercentAYear
                | Unit::PercentOfValueAdded
                | Unit::PercentOfSales
                | Unit::PercentOfMissingWork
                | Unit::PercentOf2025
        )
    }

    /// True for the units that have a natural zero, from which axes then start.
    pub const fn has_zero(self) -> bool {
        !matches!(self, Unit::PowersOfTenFlop | Unit::IndexPoints)
    }

    /// True for the units whose values are rounded to the nearest whole number before use.
    pub const fn is_whole(self) -> bool {
        matches!(self, Unit::Year | Unit::Years | Unit::Months | Unit::Switch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_divided_and_years_rounded_half_up() {
        assert_eq!(Unit::PercentAYear.as_used(5.0), 0.05);
        assert_eq!(Unit::Year.as_used(2034.5), 2035.0);
        assert_eq!(Unit::Years.as_used(-2.5), -2.0);
        assert_eq!(Unit::Kilowatt.as_used(1.275), 1.275);
    }

    #[test]
    fn unit_codes_are_unique() {
        for (index, unit) in Unit::ALL.iter().enumerate() {
            assert!(
                Unit::ALL[..index]
                    .iter()
                    .all(|other| other.code() != unit.code()),
                "{unit:?}"
            );
        }
    }
}
