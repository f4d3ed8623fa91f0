//! Values by year.

use std::ops::Index;

/// One value for each of the `LEN` years from `FIRST` on.
///
/// A year outside the span reads the nearest year inside, so looking up cannot fail.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Series<T, const FIRST: u16, const LEN: usize>([T; LEN]);

impl<T, const FIRST: u16, const LEN: usize> Series<T, FIRST, LEN> {
    /// The first year.
    pub const FIRST: u16 = FIRST;

    /// The last year.
    pub const LAST: u16 = FIRST + LEN as u16 - 1;

    /// Computes the value of each year, in order.
    pub fn from_fn(mut value: impl FnMut(u16) -> T) -> Self {
        Series(std::array::from_fn(|index| value(FIRST + index as u16)))
    }

    /// The value of `year`, or of the nearest year in the span.
    pub fn at(&self, year: u16) -> &T {
        &self.0[(year.clamp(FIRST, Self::LAST) - FIRST) as usize]
    }

    /// The years, in order.
    pub fn years() -> std::ops::RangeInclusive<u16> {
        FIRST..=Self::LAST
    }

    /// Each year with its value, in order.
    pub fn iter(&self) -> impl Iterator<Item = (u16, &T)> {
        Self::years().zip(&self.0)
    }
}

impl<T: Default, const FIRST: u16, const LEN: usize> Default for Series<T, FIRST, LEN> {
    fn default() -> Self {
        Series::from_fn(|_| T::default())
    }
}

impl<T, const FIRST: u16, const LEN: usize> Index<u16> for Series<T, FIRST, LEN> {
    type Output = T;

    fn index(&self, year: u16) -> &T {
        self.at(year)
    }
}

/// How far `year` has come on the way from `from` to `to`: 0 before, 1 after, linear between.
pub fn ramp(year: u16, from: f64, to: f64) -> f64 {
    ((f64::from(year) - from) / (to - from)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_outside_the_span_reads_the_nearest_inside() {
        let series: Series<u16, 2026, 3> = Series::from_fn(|year| year);
        assert_eq!(
            (series[2000], series[2027], series[2099]),
            (2026, 2027, 2028)
        );
    }

    #[test]
    fn a_ramp_is_linear_between_its_ends() {
        assert_eq!(ramp(2030, 2030.0, 2040.0), 0.0);
        assert_eq!(ramp(2033, 2030.0, 2040.0), 0.3);
        assert_eq!(ramp(2050, 2030.0, 2040.0), 1.0);
    }
}
