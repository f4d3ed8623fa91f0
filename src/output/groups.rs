//! Groups of Japan's industries, and what belongs to what.

use super::Place;
use crate::data;
use crate::text::Text;

/// Industries of Japan that run on the same things.
pub struct Group {
    /// The name used in formulas.
    pub id: &'static str,
    /// What the reader sees, with the letters of the types.
    pub label: Text,
}

/// The groups of industries, by the types of [`data::typology`].
pub const GROUPS: [Group; 4] = [
    Group {
        id: "knowledge",
        label: Text::new("Knowledge (A, B)", "知識集約（A・B）"),
    },
    Group {
        id: "labour",
        label: Text::new("Labour (C)", "労働集約（C）"),
    },
    Group {
        id: "capital",
        label: Text::new("Capital (D, E)", "資本集約（D・E）"),
    },
    Group {
        id: "unclassified",
        label: Text::new("Not classified", "分類対象外"),
    },
];

/// The group of an industry, which follows from its type.
fn group_of(industry: usize) -> usize {
    let row = data::employment().get(industry);
    match row.map(|row| data::typology()[row.typology].id) {
        Some("A" | "B") => 0,
        Some("C") => 1,
        Some("D" | "E1" | "E2") => 2,
        _ => 3,
    }
}

impl Place {
    /// True where something is told of Japan's industries: one, a group, or all of them.
    pub fn is_japanese(self) -> bool {
        matches!(self, Place::Sector(_) | Place::Group(_) | Place::Whole)
    }

    /// True for an industry of Japan that belongs to it.
    pub fn has_industry(self, industry: usize) -> bool {
        match self {
            Place::Sector(only) => industry == only,
            Place::Group(group) => group_of(industry) == group,
            Place::Whole => true,
            _ => false,
        }
    }

    /// The codes of the places that add up to it: industries to a group, groups to the whole.
    pub(super) fn parts(self) -> Vec<String> {
        let industries = data::employment().iter().enumerate();
        match self {
            Place::Whole => GROUPS.map(|group| format!("group-{}", group.id)).to_vec(),
            _ => industries
                .filter(|(industry, _)| self.has_industry(*industry))
                .map(|(_, row)| format!("sector-{}", row.id))
                .collect(),
        }
    }
}
