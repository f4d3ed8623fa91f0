//! Outputs: every result that the reader can see, as one row with its unit and its formula.
//!
//! The formula is a template. `{tam.shortage}` is the same output at the same place and year,
//! `{tam.shortage/us}` at another place, `{tam.adoption@2040}` in another year, `{capture.hardware@+5}` five years
//! later; `{reshoring.share}` is a parameter, `{data.wage}` a statistic, `{year}` the year;
//! `{mean genai.exposure_occ}` is the mean over the occupations of the industry. It is shown once with names and once
//! with numbers, and a test evaluates it and compares the value with the model's.

use std::cell::RefCell;
use std::fmt;

use crate::i18n::number::Reader;
use crate::model::Results;
use crate::text::Text;
use crate::unit::Unit;

mod capture;
mod cell;
mod genai;
mod groups;
mod place;
mod platforms;
mod sovereign;
mod tam;

pub use cell::{Cell, UNDATED};
pub use genai::employed;
pub use groups::{GROUPS, Group};
pub use place::Place;

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
/// [`Head`], what only an explanation needs the [`OutputDetails`], so that the browser can load the second when it is asked for.
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
pub struct OutputDetails {
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
        reader.write_or_none(self.unit, value)
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

static DETAILS: [OutputDetails; COUNT] = {
    let mut stories = [details(&ROWS[0]); COUNT];
    let mut row = 0;
    while row < COUNT {
        stories[row] = details(&ROWS[row]);
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

const fn details(row: &Output) -> OutputDetails {
    OutputDetails {
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
