//! Parameters as rows: one row declares everything that is known about an input.
//!
//! The scenario field, slider, link key, list of changes, provenance line and registry test all follow from it.

use crate::source::Origin;
use crate::text::Text;
use crate::unit::Unit;

/// Everything known about one parameter.
///
/// `default` lies on the slider grid `min + n × step`; `low..high` is the plausible range,
/// and `low == high` means that the parameter is not varied in sensitivity runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// Stable name, such as `reshoring.share`; never reused once released.
    pub id: &'static str,
    /// Earlier names, still accepted in links and files.
    pub aliases: &'static [&'static str],
    /// What the reader sees.
    pub label: Text,
    /// Unit of every number in the row.
    pub unit: Unit,
    /// The base case.
    pub default: f64,
    /// Smallest value accepted.
    pub min: f64,
    /// Largest value accepted.
    pub max: f64,
    /// Slider step.
    pub step: f64,
    /// Lower end of the plausible range.
    pub low: f64,
    /// Upper end of the plausible range.
    pub high: f64,
    /// Where the default comes from.
    pub origin: Origin,
}

impl Row {
    /// Digits after the decimal point that the step needs.
    pub fn decimals(&self) -> usize {
        (0..6)
            .find(|&digits| {
                let scaled = self.step * 10f64.powi(digits as i32);
                (scaled - scaled.round()).abs() < 1e-9
            })
            .unwrap_or(6)
    }

    /// The nearest value on the slider grid, within the range.
    pub fn snap(&self, value: f64) -> f64 {
        let steps = ((value - self.min) / self.step).round();
        let shift = 10f64.powi(self.decimals() as i32);
        let snapped = ((self.min + steps * self.step) * shift).round() / shift;
        // `clamp` would bring the formatting of floating-point numbers into the module, for the message of its panic.
        snapped.max(self.min).min(self.max)
    }

    /// True when `value` is a number that the parameter accepts.
    pub fn accepts(&self, value: f64) -> bool {
        (self.min..=self.max).contains(&value)
    }
}

/// Declares the parameters of a model: a struct of values as the equations take them, and the rows behind it.
///
/// The field order is the row order, so a row cannot be read into another row's field.
#[macro_export]
macro_rules! params {
    ($(#[$doc:meta])* pub struct $name:ident; $($field:ident => Row {
        id: $id:expr, aliases: $aliases:expr,
        label: $label:expr,
        unit: $unit:expr, origin: $origin:expr,
        default: $default:expr, min: $min:expr, max: $max:expr, step: $step:expr, low: $low:expr, high: $high:expr,
        note: $note:expr $(,)?
    };)*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name {
            $(#[doc = concat!("As used by the equations; see the row of `", stringify!($field), "`.")] pub $field: f64,)*
        }

        /// The parameters of this model, in the order of the panel.
        pub const ROWS: &[$crate::table::Row] = &[$(Row {
            id: $id,
            aliases: $aliases,
            label: $label,
            unit: $unit,
            default: $default,
            min: $min,
            max: $max,
            step: $step,
            low: $low,
            high: $high,
            origin: $origin,
        },)*];

        /// What a reader should know before moving each; may be empty. A list of its own, for the browser loads it
        /// with the explanations.
        pub const NOTES: &[$crate::text::Text] = &[$($note,)*];

        impl $name {
            /// Reads one value per row; percentages become fractions and whole-number units are rounded.
            pub fn read(values: &[f64]) -> Self {
                let mut used = ROWS.iter().zip(values).map(|(row, &value)| row.unit.as_used(value));
                Self { $($field: used.next().unwrap_or(f64::NAN),)* }
            }
        }

        impl Default for $name {
            /// The base case.
            fn default() -> Self {
                let mut defaults = ROWS.iter().map(|row| row.unit.as_used(row.default));
                Self { $($field: defaults.next().unwrap_or(f64::NAN),)* }
            }
        }
    };
}
