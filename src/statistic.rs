//! Statistics that formulas refer to, each with its dataset and how far it can be relied on.

mod kinds;

use self::kinds::{KINDS, Kind, When};
use crate::data::{self, Dataset, Quantity};
use crate::output::Place;
use crate::source::Confidence;
use crate::text::{Lang, Text};
use crate::unit::Unit;

/// A statistic at a place and, where it has years, in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Statistic {
    kind: usize,
    place: Place,
    year: u16,
    value: f64,
}

impl Statistic {
    /// The statistic of a name such as `data.wage`; `None` where it is not kept.
    pub fn find(name: &str, place: Place, year: u16) -> Option<Statistic> {
        let kind = KINDS.iter().position(|kind| kind.name == name)?;
        (KINDS[kind].value)(place, year).map(|value| Statistic {
            kind,
            place,
            year,
            value,
        })
    }

    fn kind(self) -> &'static Kind {
        &KINDS[self.kind]
    }

    /// Whether it is the same number as another: of the same kind, place and value, and of the same year where its
    /// name has one.
    pub fn is_same(self, other: Statistic) -> bool {
        let same = self.kind == other.kind && self.place == other.place;
        same && self.value == other.value && (self.year == other.year || !self.is_dated())
    }

    /// Whether its name has a year that it was asked for.
    pub fn is_dated(self) -> bool {
        matches!(self.kind().when, When::Year { .. })
    }

    /// The year in its name.
    fn year(self) -> Option<u16> {
        match self.kind().when {
            When::Label | When::Until { .. } => None,
            When::Year { .. } => Some(self.year),
            When::Row => {
                let (_, year) = self.row()?.unit.rsplit_once(", ")?;
                year.parse().ok()
            }
        }
    }

    /// Its row of `regions.csv`.
    fn row(self) -> Option<&'static data::RegionRow> {
        let quantity = match self.kind().name {
            "data.mva" => Quantity::Mva,
            "data.workers" => Quantity::Workers,
            "data.wage" => Quantity::Wage,
            _ => return None,
        };
        data::region_row(self.place.region()?, quantity)
    }

    /// Where it is read.
    pub fn place(self) -> Place {
        self.place
    }

    /// The number.
    pub fn value(self) -> f64 {
        self.value
    }

    /// Its unit.
    pub fn unit(self) -> Unit {
        self.kind().unit
    }

    /// The dataset it stands in.
    pub fn dataset(self) -> Option<&'static Dataset> {
        data::dataset(self.kind().dataset)
    }

    /// What the reader sees.
    pub fn name(self, lang: Lang) -> String {
        let label = self.kind().label.get(lang);
        let place = || self.place.label(lang);
        match (self.year(), self.kind().dataset, lang) {
            (Some(year), _, Lang::En) => format!("{label} in {year}"),
            (Some(year), _, Lang::Ja) => format!("{label}（{year}年）"),
            (None, "occupation_mix", Lang::En) => format!("{label}: {}", place()),
            (None, "occupation_mix", Lang::Ja) => format!("{label}：{}", place()),
            _ => label.to_owned(),
        }
    }

    /// Who published the number: of its row where the dataset says so, else of the whole dataset.
    pub fn source(self) -> Text {
        match (self.row(), self.dataset()) {
            (Some(row), _) => Text::new(row.source, row.source_ja),
            (None, Some(dataset)) => dataset.source,
            (None, None) => Text::EMPTY,
        }
    }

    /// What the reader sees, with the place.
    pub fn title(self, lang: Lang) -> String {
        let (name, place) = (self.name(lang), self.place.label(lang));
        match lang {
            _ if place.is_empty() || name.ends_with(&place) => name,
            Lang::En => format!("{name}, {place}"),
            Lang::Ja => format!("{name}（{place}）"),
        }
    }

    /// Whether the publisher projected the number rather than counted it.
    pub fn is_projection(self) -> bool {
        match self.kind().when {
            When::Year { projected_from } | When::Until { projected_from } => {
                self.year >= projected_from
            }
            When::Label | When::Row => false,
        }
    }

    /// How far the number can be relied on.
    pub fn confidence(self) -> Confidence {
        (self.kind().confidence)(self.place, self.year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::Region;

    fn find(name: &str, region: Region, year: u16) -> Statistic {
        Statistic::find(name, Place::Region(region), year).unwrap()
    }

    #[test]
    fn value_added_is_of_the_year_of_its_row() {
        let mva = |region| find("data.mva", region, 2040).name(Lang::En);
        assert_eq!(mva(Region::Us), "Manufacturing value added in 2024");
        assert_eq!(mva(Region::Jp), "Manufacturing value added in 2023");
    }

    #[test]
    fn what_the_publisher_projected_is_no_count() {
        let is_projection = |name, year| find(name, Region::Us, year).is_projection();
        assert!(!is_projection("data.population", 2023));
        assert!(is_projection("data.population", 2024));
        assert!(is_projection("data.growth_to_2030", 2030));
        assert!(!is_projection("data.growth_to_2030", 2024));
        assert!(!is_projection("data.mva", 2040));
    }

    #[test]
    fn the_confidence_of_a_region_is_that_of_its_row() {
        for region in Region::ALL {
            for (name, quantity) in [
                ("data.mva", Quantity::Mva),
                ("data.workers", Quantity::Workers),
                ("data.wage", Quantity::Wage),
            ] {
                let row = data::region_row(region, quantity).unwrap();
                assert_eq!(find(name, region, 2040).confidence(), row.confidence);
            }
        }
    }
}
