//! Value axes with round ends and few ticks.

/// A value axis in drawn units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ValueAxis {
    /// Lower end.
    pub min: f64,
    /// Upper end.
    pub max: f64,
    /// Distance between ticks.
    pub step: f64,
}

impl ValueAxis {
    /// The axis for values from `low` to `high`, with about `ticks` steps; zero is always on it.
    pub fn around(low: f64, high: f64, ticks: usize) -> ValueAxis {
        ValueAxis::between(low.min(0.0), high.max(0.0), ticks)
    }

    /// The same without zero, unless it lies between `low` and `high`.
    pub fn between(low: f64, high: f64, ticks: usize) -> ValueAxis {
        let step = round_step(span(low, high) / ticks.max(1) as f64);
        ValueAxis::in_steps(low, high, step)
    }

    /// An axis of logarithms: only whole powers of ten have a tick, and room is better used by more of them.
    pub fn powers(low: f64, high: f64, ticks: usize) -> ValueAxis {
        let least = span(low, high) / (ticks + 2) as f64;
        let whole = [1.0, 2.0, 5.0].into_iter();
        let step = whole.clone().find(|&step| least <= step + 1e-9);
        ValueAxis::in_steps(low, high, step.unwrap_or_else(|| round_step(least)))
    }

    fn in_steps(low: f64, high: f64, step: f64) -> ValueAxis {
        let min = (low / step + 1e-9).floor() * step;
        let max = ((high / step - 1e-9).ceil() * step).max(min + step);
        ValueAxis {
            min: min + 0.0,
            max,
            step,
        }
    }

    /// How far up the axis a value lies: 0 at the lower end, 1 at the upper.
    pub fn share(&self, value: f64) -> f64 {
        (value - self.min) / (self.max - self.min)
    }
}

fn span(low: f64, high: f64) -> f64 {
    if high - low > 0.0 { high - low } else { 1.0 }
}

/// The next of 1, 2, 2.5, 3, 4, 5 × 10^n that is not smaller.
fn round_step(least: f64) -> f64 {
    let power = 10f64.powf(least.log10().floor());
    let digits = least / power;
    let round = [1.0, 2.0, 2.5, 3.0, 4.0, 5.0]
        .into_iter()
        .find(|&round| digits <= round + 1e-9)
        .unwrap_or(10.0);
    round * power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_round_and_hold_the_values() {
        assert_eq!(
            ValueAxis::around(0.0, 359.8, 4),
            ValueAxis {
                min: 0.0,
                max: 400.0,
                step: 100.0
            }
        );
        assert_eq!(
            ValueAxis::around(-44.6, 0.0, 4),
            ValueAxis {
                min: -60.0,
                max: 0.0,
                step: 20.0
            }
        );
        assert_eq!(ValueAxis::around(0.0, 400.0, 4).max, 400.0);
    }

    /// 542 things do not need an axis that reaches to 1,000.
    #[test]
    fn few_ticks_do_not_leave_half_the_axis_empty() {
        let axis = ValueAxis::around(0.0, 542.0, 2);
        assert_eq!((axis.min, axis.max, axis.step), (0.0, 600.0, 300.0));
    }

    #[test]
    fn logarithms_have_ticks_at_whole_powers_of_ten() {
        for (low, high) in [(17.2, 26.7), (20.0, 22.3), (25.1, 25.1), (3.0, 27.0)] {
            for ticks in 2..=4 {
                let axis = ValueAxis::powers(low, high, ticks);
                assert!(axis.min <= low && axis.max >= high);
                assert_eq!(
                    (axis.min.fract(), axis.step.fract()),
                    (0.0, 0.0),
                    "{axis:?}"
                );
                assert!((axis.max - axis.min) / axis.step <= 8.0, "{axis:?}");
            }
        }
    }

    #[test]
    fn nothing_to_show_still_gives_an_axis() {
        let axis = ValueAxis::around(0.0, 0.0, 4);
        assert!(axis.max > axis.min && axis.step > 0.0);
    }

    #[test]
    fn zero_may_lie_off_the_axis() {
        let axis = ValueAxis::between(52.0, 88.0, 4);
        assert_eq!((axis.min, axis.max, axis.step), (50.0, 90.0, 10.0));
    }

    #[test]
    fn zero_is_always_on_the_axis() {
        assert_eq!(ValueAxis::around(50.0, 90.0, 4).min, 0.0);
    }
}
