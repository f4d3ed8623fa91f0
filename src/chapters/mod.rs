//! The chapters: which figures, which results, which inputs, and the prose between them.
//!
//! A chapter is a folder with a `mod.rs`, an `en.md` and a `ja.md`. Prose holds placeholders, never numbers.

use crate::data::books::Book;
use crate::figure::Figure;
use crate::i18n::number::Reader;
use crate::model::Results;
use crate::output::{Cell, Head, Place};
use crate::scenario::{Group, ParamId, Scenario};
use crate::sort::sort_by;
use crate::text::{Lang, Text};

pub mod build;
pub mod clause;
pub mod prose;

include!(concat!(env!("OUT_DIR"), "/sections.rs"));

/// The prose of a chapter folder in both languages, with the terms of the glossary linked by the build.
macro_rules! prose {
    ($chapter:literal) => {
        $crate::text::Text::new(
            include_str!(concat!(env!("OUT_DIR"), "/prose/", $chapter, ".en.md")),
            include_str!(concat!(env!("OUT_DIR"), "/prose/", $chapter, ".ja.md")),
        )
    };
}

pub mod evidence;
pub mod overview;
pub mod platforms;
pub mod reshoring;
pub mod share;
pub mod sovereign;
pub mod work;

/// What stands where there is no number.
pub const MISSING: &str = "–";

/// A chapter of the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChapterId {
    /// The conclusions in a minute, and the way into every chapter.
    #[default]
    Overview,
    /// Reshoring and autonomous manufacturing.
    Reshoring,
    /// Japan's share and profit.
    Share,
    /// A base model of Japan's own: cost, benefits, who does what.
    Sovereign,
    /// Generative AI and work.
    Work,
    /// AI platforms and investment.
    Platforms,
    /// Where every number comes from.
    Evidence,
}

impl ChapterId {
    /// Every chapter, in reading order.
    pub const ALL: [ChapterId; 7] = [
        ChapterId::Overview,
        ChapterId::Reshoring,
        ChapterId::Share,
        ChapterId::Sovereign,
        ChapterId::Work,
        ChapterId::Platforms,
        ChapterId::Evidence,
    ];

    /// What the chapter consists of. In the browser each chapter is a part of its own, loaded when it is opened.
    #[cfg(not(target_arch = "wasm32"))]
    pub const fn chapter(self) -> &'static Chapter {
        match self {
            ChapterId::Overview => &overview::CHAPTER,
            ChapterId::Reshoring => &reshoring::CHAPTER,
            ChapterId::Share => &share::CHAPTER,
            ChapterId::Sovereign => &sovereign::CHAPTER,
            ChapterId::Work => &work::CHAPTER,
            ChapterId::Platforms => &platforms::CHAPTER,
            ChapterId::Evidence => &evidence::CHAPTER,
        }
    }

    /// The name in links, and of the folder.
    pub const fn slug(self) -> &'static str {
        match self {
            ChapterId::Overview => "overview",
            ChapterId::Reshoring => "reshoring",
            ChapterId::Share => "share",
            ChapterId::Sovereign => "sovereign",
            ChapterId::Work => "work",
            ChapterId::Platforms => "platforms",
            ChapterId::Evidence => "evidence",
        }
    }

    /// The chapter whose panel holds the inputs of a model; those that all models share stand in every panel.
    pub const fn of(group: Group) -> Option<ChapterId> {
        match group {
            Group::Tam => Some(ChapterId::Reshoring),
            Group::Capture => Some(ChapterId::Share),
            Group::Sovereign => Some(ChapterId::Sovereign),
            Group::Genai => Some(ChapterId::Work),
            Group::Platforms => Some(ChapterId::Platforms),
            Group::Shared => None,
        }
    }

    /// The name in the navigation.
    pub const fn title(self) -> Text {
        match self {
            ChapterId::Overview => Text::new("Overview", "概要"),
            ChapterId::Reshoring => Text::new("Reshoring and autonomy", "リショアリングと自律化"),
            ChapterId::Share => Text::new("Japan’s share and profit", "日本企業のシェアと利益"),
            ChapterId::Sovereign => Text::new("Sovereign AI", "ソブリンAI"),
            ChapterId::Work => Text::new("Generative AI and work", "生成AIと仕事"),
            ChapterId::Platforms => {
                Text::new("AI platforms and investment", "AIプラットフォームと投資")
            }
            ChapterId::Evidence => Text::new("Evidence", "根拠資料"),
        }
    }

    /// The chapter of a link name.
    pub fn from_slug(slug: &str) -> Option<ChapterId> {
        ChapterId::ALL
            .into_iter()
            .find(|chapter| chapter.slug() == slug)
    }

    /// The link names of its sections, figures and tables, from the top.
    pub fn sections(self) -> &'static [&'static str] {
        let mut chapters = SECTIONS.iter();
        let found = chapters.find(|(folder, _)| *folder == self.slug());
        found.map_or(&[], |(_, sections)| sections)
    }
}

/// What a chapter consists of.
pub struct Chapter {
    /// What it cites.
    pub book: &'static Book,
    /// The outputs that it refers to.
    pub outputs: &'static [Head],
    /// The results at its head.
    pub results: &'static [Headline],
    /// The figures that its prose places.
    pub figures: &'static [FigureSpec],
    /// The parameters it rests on, in the order of the panel.
    pub inputs: &'static [InputGroup],
    /// The text.
    pub prose: Text,
}

impl Chapter {
    /// The inputs beside its figures that are declared by other chapters.
    pub fn borrowed(&self) -> Vec<ParamId> {
        let own: Vec<_> = self
            .inputs
            .iter()
            .chain([&SHARED])
            .flat_map(InputGroup::params)
            .collect();
        let mut borrowed: Vec<_> = self
            .figures
            .iter()
            .flat_map(|figure| figure.inputs)
            .filter_map(|id| ParamId::find(id))
            .filter(|param| !own.contains(param))
            .collect();
        sort_by(&mut borrowed, |one, other| one < other);
        borrowed.dedup();
        borrowed
    }

    /// The figure of a link name.
    pub fn figure(&self, id: &str) -> Option<&'static FigureSpec> {
        self.figures.iter().find(|figure| figure.id == id)
    }
}

/// Inputs that belong together in the panel.
pub struct InputGroup {
    /// What they are about.
    pub title: Text,
    /// The first parts of their ids, such as `reshoring.`, or whole ids; several are separated by spaces.
    pub prefix: &'static str,
}

impl InputGroup {
    /// Inputs under a title.
    pub const fn new(en: &'static str, ja: &'static str, prefix: &'static str) -> InputGroup {
        InputGroup {
            title: Text::new(en, ja),
            prefix,
        }
    }

    /// The parameters of the group, in the order of the prefixes and of their rows.
    pub fn params(&self) -> impl Iterator<Item = ParamId> {
        let of = |prefix| ParamId::all().filter(move |param| param.row().id.starts_with(prefix));
        self.prefix.split(' ').flat_map(of)
    }
}

/// What every chapter rests on.
pub const SHARED: InputGroup = InputGroup {
    title: Text::new("For every chapter", "全章共通"),
    prefix: "macro.fx",
};

/// A result at the head of a chapter.
pub struct Headline {
    /// Id of the output.
    pub output: &'static str,
    /// Where.
    pub place: Place,
    /// When.
    pub year: u16,
    /// The figure of the register that a document prints for it.
    pub published: Option<&'static str>,
}

impl Headline {
    /// A result without a place.
    pub const fn whole(
        output: &'static str,
        year: u16,
        published: Option<&'static str>,
    ) -> Headline {
        Headline {
            output,
            place: Place::Whole,
            year,
            published,
        }
    }

    /// The value it names.
    pub fn cell(&self) -> Option<Cell> {
        Cell::find(self.output, self.place, self.year)
    }
}

/// A figure of a chapter.
pub struct FigureSpec {
    /// Name in links.
    pub id: &'static str,
    /// The inputs that stand beside it, most important first.
    pub inputs: &'static [&'static str],
    /// Whether the reader may add CAPEX as usual to it.
    pub offers_capex_as_usual: bool,
    /// Whether it shows one year, which the reader may choose.
    pub offers_year: bool,
    /// Makes it from the present numbers.
    pub make: fn(&Context) -> Figure,
}

impl FigureSpec {
    /// A figure over all years that it has, without an offer.
    pub const fn new(
        id: &'static str,
        inputs: &'static [&'static str],
        make: fn(&Context) -> Figure,
    ) -> FigureSpec {
        FigureSpec {
            id,
            inputs,
            offers_capex_as_usual: false,
            offers_year: false,
            make,
        }
    }
}

/// What a figure is made from.
pub struct Context<'a> {
    /// The present scenario.
    pub scenario: &'a Scenario,
    /// Its results.
    pub results: &'a Results,
    /// The results of the base case.
    pub base: &'a Results,
    /// What the present results are compared with.
    pub reference: Reference<'a>,
    /// For whom numbers are written.
    pub reader: Reader,
    /// Whether CAPEX as usual is shown.
    pub capex_as_usual: bool,
    /// The year of figures that show one.
    pub year: u16,
}

/// What the present results are compared with: the base case, or a scenario that the reader has pinned.
#[derive(Clone, Copy)]
pub struct Reference<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Its inputs.
    pub scenario: &'a Scenario,
    /// Its results.
    pub results: &'a Results,
}

impl Context<'_> {
    /// True when some input differs from what it is compared with.
    pub fn differs(&self) -> bool {
        self.scenario != self.reference.scenario
    }

    /// True when an input is not where the base case has it: it is the reader's then, and no document's.
    pub fn moved(&self, id: &str) -> bool {
        ParamId::find(id).is_some_and(|param| self.scenario.get(param) != param.row().default)
    }

    /// The words in the reader's language.
    pub fn say(&self, en: impl FnOnce() -> String, ja: impl FnOnce() -> String) -> String {
        match self.reader.lang {
            Lang::En => en(),
            Lang::Ja => ja(),
        }
    }

    /// An output in the present scenario; 0 where the models give none, such as a pay-back year that is never reached.
    pub fn value(&self, output: &str, place: Place, year: u16) -> f64 {
        let cell = Cell::find(output, place, year);
        debug_assert!(cell.is_some(), "{output}, {place:?}, {year} is no output");
        cell.and_then(|cell| cell.read(self.results)).unwrap_or(0.0)
    }

    /// An output in the present scenario, written with its unit.
    pub fn written(&self, output: &str, place: Place, year: u16) -> String {
        Cell::find(output, place, year).map_or_else(|| MISSING.to_owned(), |cell| self.write(cell))
    }

    /// An output as a headline has it: shares as whole percentages.
    pub fn rounded(&self, output: &str, place: Place, year: u16) -> String {
        let cell = Cell::find(output, place, year);
        let value = cell.and_then(|cell| Some((cell, cell.read(self.results)?)));
        value.map_or_else(
            || MISSING.to_owned(),
            |(cell, value)| self.reader.write_round(cell.output().unit, value),
        )
    }

    /// A result written with its unit; a dash where it does not exist.
    pub fn write(&self, cell: Cell) -> String {
        cell.output().written(cell.read(self.results), &self.reader)
    }
}

#[cfg(test)]
mod sentences;
#[cfg(test)]
pub(crate) mod tests;
