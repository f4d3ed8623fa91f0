//! Outputs: every result that the reader can see, as one row with its unit and its formula.
//!
//! The formula is a template. `{tam.shortage}` is the same output at the same place and year,
//! `{tam.shortage/us}` at another place, `{tam.adoption@2040}` in another year; `{reshoring.share}` is a parameter,
//! `{data.wage}` a statistic, `{year}` the year. It is shown once with names and once with numbers,
//! and a test evaluates it and compares the value with the model's.

use crate::data;
use crate::model::Results;
use crate::region::Region;
use crate::text::{Lang, Text};
use crate::unit::Unit;

mod tam;

/// What a value is about, besides its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// One region.
    Region(Region),
    /// The four regions together.
    All,
    /// The four regions but one.
    Without(Region),
    /// One industry of a region, by its position in [`data::industries`].
    Industry(Region, usize),
}

impl Place {
    /// The code used in formulas and prose: `us`, `we`, `in`, `jp`, `all`, or `not-in` for all without India.
    pub fn from_code(code: &str) -> Option<Place> {
        match code {
            "all" => Some(Place::All),
            _ => match code.strip_prefix("not-") {
                Some(code) => Region::from_code(code).map(Place::Without),
                None => Region::from_code(code).map(Place::Region),
            },
        }
    }

    /// The region, where there is one.
    pub fn region(self) -> Option<Region> {
        match self {
            Place::Region(region) | Place::Industry(region, _) => Some(region),
            Place::All | Place::Without(_) => None,
        }
    }

    /// The regions that add up to it; empty for an industry.
    pub fn regions(self) -> impl Iterator<Item = Region> {
        Region::ALL.into_iter().filter(move |&region| match self {
            Place::Region(only) => region == only,
            Place::All => true,
            Place::Without(left_out) => region != left_out,
            Place::Industry(..) => false,
        })
    }

    /// The name that the reader sees.
    pub fn label(self, lang: Lang) -> String {
        match self {
            Place::Region(region) => region.label().get(lang).to_owned(),
            Place::All => Text::new("four regions", "4地域計").get(lang).to_owned(),
            Place::Without(region) => {
                let name = region.label().get(lang);
                match lang {
                    Lang::En => format!("without {name}"),
                    Lang::Ja => format!("{name}を除く3地域"),
                }
            }
            Place::Industry(region, industry) => {
                let name = data::industries()[industry].label.get(lang);
                match lang {
                    Lang::En => format!("{name}, {}", region.label().en),
                    Lang::Ja => format!("{}・{name}", region.label().ja),
                }
            }
        }
    }
}

/// How an output for several regions follows from the single ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Together {
    /// The regions add up.
    Sum,
    /// The formula holds for the regions together as it does for one.
    SameFormula,
}

/// One result of the models.
pub struct Output {
    /// Stable name, such as `tam.shortage`.
    pub id: &'static str,
    /// What the reader sees.
    pub label: Text,
    /// Unit of the value.
    pub unit: Unit,
    /// What it is and how far it can be trusted, in a sentence.
    pub about: Text,
    /// How several regions are put together.
    pub together: Together,
    /// The formula for one region, as a template.
    pub formula: &'static str,
    /// The value; `None` where the output does not exist at that place or in that year.
    pub read: fn(&Results, Place, u16) -> Option<f64>,
}

impl Output {
    /// The formula at a place.
    pub fn formula_at(&self, place: Place) -> String {
        if matches!(place, Place::All | Place::Without(_)) && self.together == Together::Sum {
            let terms: Vec<_> = place
                .regions()
                .map(|r| format!("{{{}/{}}}", self.id, r.code()))
                .collect();
            terms.join(" + ")
        } else {
            self.formula.to_owned()
        }
    }
}

/// Every output, in the order of the chapters.
pub const OUTPUTS: &[Output] = tam::OUTPUTS;

/// One value: an output at a place in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    index: usize,
    /// Where.
    pub place: Place,
    /// When.
    pub year: u16,
}

impl Cell {
    /// The value named by an output id, a place and a year; `None` when there is no such output.
    pub fn find(id: &str, place: Place, year: u16) -> Option<Cell> {
        OUTPUTS
            .iter()
            .position(|output| output.id == id)
            .map(|index| Cell { index, place, year })
    }

    /// The row of the output.
    pub fn output(self) -> &'static Output {
        &OUTPUTS[self.index]
    }

    /// The same output elsewhere.
    pub fn at(self, place: Place, year: u16) -> Cell {
        Cell {
            place,
            year,
            ..self
        }
    }

    /// The value in `results`.
    pub fn read(self, results: &Results) -> Option<f64> {
        (self.output().read)(results, self.place, self.year).filter(|value| value.is_finite())
    }

    /// The full name: output, place, year.
    pub fn name(self, lang: Lang) -> String {
        let (label, place) = (self.output().label.get(lang), self.place.label(lang));
        match lang {
            Lang::En => format!("{label}, {place}, {}", self.year),
            Lang::Ja => format!("{label}（{place}、{}年）", self.year),
        }
    }
}
