//! Outputs: every result that the reader can see, as one row with its unit and its formula.
//!
//! The formula is a template. `{tam.shortage}` is the same output at the same place and year,
//! `{tam.shortage/us}` at another place, `{tam.adoption@2040}` in another year, `{capture.hardware@+5}` five years later; `{reshoring.share}` is a parameter,
//! `{data.wage}` a statistic, `{year}` the year; `{mean genai.exposure_occ}` is the mean over the occupations of the
//! industry. It is shown once with names and once with numbers,
//! and a test evaluates it and compares the value with the model's.

use crate::chapters::MISSING;
use std::cell::RefCell;
use std::fmt;

use crate::data;
use crate::i18n::number::Reader;
use crate::i18n::ui;
use crate::model::Results;
use crate::model::sovereign::GpuScenario;
use crate::region::Region;
use crate::text::{Lang, Text};
use crate::unit::Unit;

mod capture;
mod genai;
mod groups;
mod platforms;
mod sovereign;
mod tam;

pub use genai::employed;
pub use groups::{GROUPS, Group};

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

/// How an output for several regions follows from the single ones, or its formula from the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Together {
    /// The regions add up.
    Sum,
    /// Industries add up to groups, groups to the whole.
    SumOfIndustries,
    /// The formula holds for the regions together as it does for one; also for results without a place.
    SameFormula,
    /// This formula holds for linear GPU progress, the one of the row for GPUs as today.
    IfLinear(&'static str),
    /// One value for each GPU progress; without a place, that of the one chosen for the yearly flow.
    Chosen,
    /// This formula holds in the first year, the one of the row in the years after.
    FirstYear(u16, &'static str),
    /// No formula gives it: the rule in words. The template only lists what the rule looks at.
    InWords(Text),
}

/// One result of the models, as it is declared. Rows are constants only: what every figure needs of them becomes a
/// [`Head`], what only an explanation needs a [`Story`], so that the browser can load the second when it is asked for.
#[derive(Clone, Copy)]
pub struct Output {
    /// Stable name, such as `tam.shortage`; its first part is the model it comes from.
    pub id: &'static str,
    /// What the reader sees.
    pub label: Text,
    /// Unit of the value.
    pub unit: Unit,
    /// Whether it belongs to no year.
    pub undated: bool,
    /// What it is and how far it can be trusted, in a sentence.
    pub about: Text,
    /// How several regions are put together.
    pub together: Together,
    /// The formula for one region, as a template.
    pub formula: &'static str,
    /// The value; `None` where the output does not exist at that place or in that year.
    pub read: fn(&Results, Place, u16) -> Option<f64>,
}

/// What every figure needs of an output; see the fields of [`Output`].
#[derive(Clone, Copy)]
pub struct Head {
    /// Stable name.
    pub id: &'static str,
    /// What the reader sees.
    pub label: Text,
    /// Unit of the value.
    pub unit: Unit,
    /// Whether it belongs to no year.
    pub undated: bool,
    /// The value.
    pub read: fn(&Results, Place, u16) -> Option<f64>,
}

impl PartialEq for Head {
    /// An output may stand in several lists.
    fn eq(&self, other: &Head) -> bool {
        self.id == other.id
    }
}

impl Eq for Head {}

impl fmt::Debug for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

/// What is told of an output when the reader asks; see the fields of [`Output`].
#[derive(Clone, Copy)]
pub struct Story {
    /// Stable name of the output.
    pub id: &'static str,
    /// What it is and how far it can be trusted.
    pub about: Text,
    /// How several regions are put together.
    pub together: Together,
    /// The formula.
    pub formula: &'static str,
}

impl Head {
    /// Where it is read when no place is named: the four regions together, or the one value there is.
    pub fn home(&self) -> Place {
        if self.id.starts_with("tam.") {
            Place::All
        } else {
            Place::Whole
        }
    }

    /// A value written with its unit; in words or as a dash where there is none.
    pub fn written(&self, value: Option<f64>, reader: &Reader) -> String {
        match value {
            Some(value) => reader.write(self.unit, value),
            None if self.unit == Unit::Year => reader.text(ui::NOT_BY_2040).to_owned(),
            None => MISSING.to_owned(),
        }
    }
}

impl Cell {
    /// What is told of the output.
    pub fn story(self) -> &'static Story {
        let found = STORIES.iter().find(|story| story.id == self.head.id);
        found.unwrap_or(&STORIES[0])
    }

    /// The formula, as a template.
    pub fn formula(self) -> String {
        let (story, place) = (self.story(), self.place);
        if let (Place::Gpu(GpuScenario::Linear), Together::IfLinear(formula)) =
            (place, story.together)
        {
            return formula.to_owned();
        }
        if let Together::FirstYear(first, formula) = story.together
            && self.year == first
        {
            return formula.to_owned();
        }
        if matches!(place, Place::All | Place::Without(_)) && story.together == Together::Sum {
            let terms: Vec<_> = place
                .regions()
                .map(|r| format!("{{{}/{}}}", self.output().id, r.code()))
                .collect();
            terms.join(" + ")
        } else if matches!(place, Place::Group(_) | Place::Whole)
            && story.together == Together::SumOfIndustries
        {
            let id = self.output().id;
            let parts = place.parts();
            let terms: Vec<_> = parts
                .iter()
                .map(|part| format!("{{{id}/{part}}}"))
                .collect();
            terms.join(" + ")
        } else if place == Place::Whole && story.together == Together::Chosen {
            let id = self.output().id;
            format!("if({{sovereign.gpu_scenario}} = 0, {{{id}/frozen}}, {{{id}/linear}})")
        } else {
            story.formula.to_owned()
        }
    }

    /// The rule in words, where there is no formula.
    pub fn rule(self) -> Option<Text> {
        match self.story().together {
            Together::InWords(rule) => Some(rule),
            _ => None,
        }
    }
}

/// Every output, by model, in the order of the chapters.
const MODELS: &[&[Output]] = &[
    tam::OUTPUTS,
    capture::OUTPUTS,
    sovereign::COST,
    sovereign::DEFICIT,
    sovereign::BENEFIT,
    sovereign::FLOW,
    genai::OUTPUTS,
    platforms::INVESTMENT,
    platforms::MARKETS,
    platforms::LABS,
];

const COUNT: usize = {
    let (mut count, mut model) = (0, 0);
    while model < MODELS.len() {
        count += MODELS[model].len();
        model += 1;
    }
    count
};

/// The rows of all models in one list.
#[allow(
    clippy::large_const_arrays,
    reason = "only the two lists made from it are to be kept in the module"
)]
const ROWS: [Output; COUNT] = {
    let mut rows = [MODELS[0][0]; COUNT];
    let (mut next, mut model) = (0, 0);
    while model < MODELS.len() {
        let mut row = 0;
        while row < MODELS[model].len() {
            rows[next] = MODELS[model][row];
            (next, row) = (next + 1, row + 1);
        }
        model += 1;
    }
    rows
};

/// Every output. The chapters and the explanations hold it; the module that starts the report does not.
pub static ALL: [Head; COUNT] = {
    let first = &ROWS[0];
    let mut heads = [head(first); COUNT];
    let mut row = 0;
    while row < COUNT {
        heads[row] = head(&ROWS[row]);
        row += 1;
    }
    heads
};

static STORIES: [Story; COUNT] = {
    let mut stories = [story(&ROWS[0]); COUNT];
    let mut row = 0;
    while row < COUNT {
        stories[row] = story(&ROWS[row]);
        row += 1;
    }
    stories
};

const fn head(row: &Output) -> Head {
    Head {
        id: row.id,
        label: row.label,
        unit: row.unit,
        undated: row.undated,
        read: row.read,
    }
}

const fn story(row: &Output) -> Story {
    Story {
        id: row.id,
        about: row.about,
        together: row.together,
        formula: row.formula,
    }
}

/// Some outputs by name, for a chapter that needs only these; a name that there is not does not compile.
pub const fn some<const N: usize>(ids: [&str; N]) -> [Head; N] {
    let mut heads = [head(&ROWS[0]); N];
    let mut next = 0;
    while next < N {
        let mut row = 0;
        while !same(ROWS[row].id, ids[next]) {
            row += 1;
        }
        heads[next] = head(&ROWS[row]);
        next += 1;
    }
    heads
}

const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

thread_local! {
    static KNOWN: RefCell<Vec<&'static [Head]>> = const { RefCell::new(Vec::new()) };
}

/// Lets the outputs of a part that has arrived be found.
pub fn know(heads: &'static [Head]) {
    KNOWN.with_borrow_mut(|known| {
        if !known.iter().any(|other| std::ptr::eq(*other, heads)) {
            known.push(heads);
        }
    });
}

/// An output of the parts that have arrived, natively of all.
fn known(id: &str) -> Option<&'static Head> {
    #[cfg(not(target_arch = "wasm32"))]
    know(&ALL);
    KNOWN.with_borrow(|known| {
        let mut lists = known.iter();
        lists.find_map(|heads| heads.iter().find(|head| head.id == id))
    })
}

/// One value: an output at a place in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    head: &'static Head,
    /// Where.
    pub place: Place,
    /// When; [`UNDATED`] for results that belong to no year.
    pub year: u16,
}

/// The year of results that belong to no year, such as a net present value.
pub const UNDATED: u16 = 0;

impl Cell {
    /// The value named by an output id, a place and a year; `None` when there is no such output.
    pub fn find(id: &str, place: Place, year: u16) -> Option<Cell> {
        known(id).map(|head| Cell { head, place, year })
    }

    /// The value named by an output id and a year, at the place where that output is read when none is named.
    pub fn home(id: &str, year: u16) -> Option<Cell> {
        let cell = Cell::find(id, Place::Whole, year)?;
        Some(cell.at(cell.output().home(), year))
    }

    /// The row of the output.
    pub fn output(self) -> &'static Head {
        self.head
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
        let mut about = vec![self.place.label(lang)];
        if self.year != UNDATED {
            about.push(match lang {
                Lang::En => self.year.to_string(),
                Lang::Ja => format!("{}年", self.year),
            });
        }
        about.retain(|part| !part.is_empty());
        let label = self.output().label.get(lang);
        match lang {
            _ if about.is_empty() => label.to_owned(),
            Lang::En => format!("{label}, {}", about.join(", ")),
            Lang::Ja => format!("{label}（{}）", about.join("、")),
        }
    }
}
