//! What a value is about: a region, an industry, an occupation, a laboratory, or the one there is.

use super::GROUPS;
use crate::data;
use crate::model::sovereign::GpuScenario;
use crate::region::Region;
use crate::text::{Lang, Text};

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
    /// The one value there is: results that have no place.
    Whole,
    /// Cost under one assumption about GPU progress.
    Gpu(GpuScenario),
    /// One of Japan's industries, by its position in [`data::employment`].
    Sector(usize),
    /// One occupation, by its position in [`data::occupations`].
    Occupation(usize),
    /// One AI laboratory, by its position in `model::platforms`.
    Lab(usize),
    /// A group of Japan's industries, by its position in [`GROUPS`].
    Group(usize),
    /// One occupation within one of Japan's industries, by its position in [`data::occupation_mix`].
    Mix(usize),
}

impl Place {
    /// The code used in formulas and prose: `us`, `we`, `in`, `jp`, `all`, or `not-in` for all without India;
    /// `frozen` and `linear` for GPU progress; `openai` and `anthropic`; `sector-…`, `occ-…` with the id of an industry
    /// or occupation, `group-…` with that of a group of industries; `whole` for the one value there is.
    pub fn from_code(code: &str) -> Option<Place> {
        if let Some(id) = code.strip_prefix("sector-") {
            let found = data::employment().iter().position(|row| row.id == id);
            return found.map(Place::Sector);
        }
        if let Some(id) = code.strip_prefix("occ-") {
            let found = data::occupations().iter().position(|row| row.id == id);
            return found.map(Place::Occupation);
        }
        if let Some(id) = code.strip_prefix("group-") {
            let found = GROUPS.iter().position(|group| group.id == id);
            return found.map(Place::Group);
        }
        match code {
            "all" => Some(Place::All),
            "whole" => Some(Place::Whole),
            "frozen" => Some(Place::Gpu(GpuScenario::Frozen)),
            "linear" => Some(Place::Gpu(GpuScenario::Linear)),
            "openai" => Some(Place::Lab(0)),
            "anthropic" => Some(Place::Lab(1)),
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
            _ => None,
        }
    }

    /// The regions that add up to it; empty for an industry.
    pub fn regions(self) -> impl Iterator<Item = Region> {
        Region::ALL.into_iter().filter(move |&region| match self {
            Place::Region(only) => region == only,
            Place::All => true,
            Place::Without(left_out) => region != left_out,
            _ => false,
        })
    }

    /// The name that the reader sees; empty for [`Place::Whole`].
    pub fn label(self, lang: Lang) -> String {
        match self {
            Place::Whole => String::new(),
            Place::Gpu(GpuScenario::Frozen) => {
                Text::new("GPU performance frozen", "GPU性能据え置き")
                    .get(lang)
                    .to_owned()
            }
            Place::Gpu(GpuScenario::Linear) => Text::new("linear GPU progress", "GPU性能線形進化")
                .get(lang)
                .to_owned(),
            Place::Sector(index) => data::employment()[index].label.get(lang).to_owned(),
            Place::Occupation(index) => data::occupations()[index].label.get(lang).to_owned(),
            Place::Lab(index) => LABS[index].get(lang).to_owned(),
            Place::Group(index) => GROUPS[index].label.get(lang).to_owned(),
            Place::Mix(index) => {
                let row = &data::occupation_mix()[index];
                let (industry, occupation) = (
                    Place::Sector(row.industry).label(lang),
                    Place::Occupation(row.occupation).label(lang),
                );
                match lang {
                    Lang::En => format!("{occupation}, {industry}"),
                    Lang::Ja => format!("{industry}・{occupation}"),
                }
            }
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

/// The laboratories, in the order of `model::platforms`.
const LABS: [Text; 2] = [
    Text::new("OpenAI", "OpenAI"),
    Text::new("Anthropic", "Anthropic"),
];
