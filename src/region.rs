//! The four regions in which production may come home.

use std::ops::{Index, IndexMut};

use crate::text::Text;

/// A region of the reshoring model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// United States.
    Us,
    /// Europe without Eastern Europe; value added and workers cover 18 countries.
    We,
    /// India.
    In,
    /// Japan.
    Jp,
}

impl Region {
    /// The regions, in the order of every table and figure.
    pub const ALL: [Region; 4] = [Region::Us, Region::We, Region::In, Region::Jp];

    /// The regions outside Japan.
    pub const OVERSEAS: [Region; 3] = [Region::Us, Region::We, Region::In];

    /// The region of a code of the data files.
    pub fn from_code(code: &str) -> Option<Region> {
        Region::ALL.into_iter().find(|region| region.code() == code)
    }

    /// The code of the data files: `us`, `we`, `in` or `jp`.
    pub const fn code(self) -> &'static str {
        match self {
            Region::Us => "us",
            Region::We => "we",
            Region::In => "in",
            Region::Jp => "jp",
        }
    }

    /// The name that the reader sees.
    pub const fn label(self) -> Text {
        match self {
            Region::Us => Text::new("United States", "米国"),
            Region::We => Text::new("Western Europe", "西欧"),
            Region::In => Text::new("India", "インド"),
            Region::Jp => Text::new("Japan", "日本"),
        }
    }
}

/// One value for each region.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ByRegion<T>(pub [T; 4]);

impl<T> ByRegion<T> {
    /// Computes the value of each region.
    pub fn from_fn(mut value: impl FnMut(Region) -> T) -> Self {
        ByRegion(Region::ALL.map(&mut value))
    }
}

impl<T> Index<Region> for ByRegion<T> {
    type Output = T;

    fn index(&self, region: Region) -> &T {
        &self.0[region as usize]
    }
}

impl<T> IndexMut<Region> for ByRegion<T> {
    fn index_mut(&mut self, region: Region) -> &mut T {
        &mut self.0[region as usize]
    }
}
