//! Embeds: a figure or a chapter within a page of someone else, by link, and what such a page may ask of it.
//!
//! `#/reshoring?embed=market&inputs=reshoring.share&ground=dark` shows one figure with one input. A frozen embed also
//! carries `model=<version>` and every parameter, so that later base cases do not move it.
//! `#/share?embed=two-way&result=capture.margin@2040&inputs=macro.fx,reshoring.share` shows an analysis.

mod read;
mod refusals;
mod take;
mod write;

pub use self::read::{read, version_notice};
pub use self::refusals::{MOST_REFUSALS, Refusal, Refusals};
pub use self::take::{Given, moved, spelled, take};
pub use self::write::{Wish, address, report_link, script, snippet};

use crate::analysis::tool::Tool;
use crate::chapters::Chapter;
use crate::render::theme::Theme;
use crate::scenario::ParamId;
use crate::text::Text;
use crate::whatif::headlines;

/// The word of `embed=` for the whole chapter.
const WHOLE: &str = "chapter";

/// What an embed shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// The whole chapter.
    Chapter,
    /// One figure.
    Figure(&'static str),
    /// A tool that analyses a result.
    Tool(Tool),
    /// Nothing: the link names no figure of the chapter.
    Nothing,
}

/// What an embed stands on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// The paper that the device asks for.
    #[default]
    Device,
    /// Paper of this theme.
    Paper(Theme),
    /// The page around it; the theme is that of the ink.
    Clear(Theme),
}

impl Ground {
    /// Every ground with its code in links and its name.
    pub const ALL: [(&'static str, Ground, Text); 5] = [
        (
            "system",
            Ground::Device,
            Text::new("as the device", "端末に合わせる"),
        ),
        (
            "light",
            Ground::Paper(Theme::Light),
            Text::new("light", "ライト"),
        ),
        (
            "dark",
            Ground::Paper(Theme::Dark),
            Text::new("dark", "ダーク"),
        ),
        (
            "transparent",
            Ground::Clear(Theme::Light),
            Text::new("transparent, dark ink", "背景なし（黒文字）"),
        ),
        (
            "transparent-dark",
            Ground::Clear(Theme::Dark),
            Text::new("transparent, light ink", "背景なし（白文字）"),
        ),
    ];

    /// The ground of a code.
    pub fn find(code: &str) -> Option<Ground> {
        let found = Ground::ALL.iter().find(|ground| ground.0 == code);
        found.map(|ground| ground.1)
    }

    /// Its theme; `None` follows the device.
    pub fn theme(self) -> Option<Theme> {
        match self {
            Ground::Device => None,
            Ground::Paper(theme) | Ground::Clear(theme) => Some(theme),
        }
    }
}

/// An embed as its link asks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Embed {
    /// What it shows.
    pub shows: Shows,
    /// The inputs beside it.
    pub inputs: Vec<ParamId>,
    /// The result that a tool analyses, as the link names it; `None` is the first of the chapter.
    pub result: Option<String>,
    /// The target of a goal seek, in the unit of the result.
    pub target: Option<f64>,
    /// What it stands on.
    pub ground: Ground,
    /// The version of the models that it was frozen with; `None` when it is live.
    pub frozen: Option<String>,
    /// What could not be read.
    pub refusals: Vec<Refusal>,
}

/// What is asked for with one key added or changed: a line for each key.
pub fn asking(asks: &str, key: &str, value: &str) -> String {
    let mut lines = String::new();
    for (other, kept) in self::asks(asks).filter(|ask| ask.0 != key) {
        lines.extend([other, "=", kept, "\n"]);
    }
    lines.extend([key, "="]);
    lines.extend(value.chars().filter(|c| !c.is_control()));
    lines.push('\n');
    lines
}

/// Keys and values of what is asked for.
pub fn asks(asks: &str) -> impl Iterator<Item = (&str, &str)> {
    asks.split('\n').filter_map(|line| line.split_once('='))
}

/// What is asked for with this key.
pub fn asked<'a>(asks: &'a str, key: &str) -> Option<&'a str> {
    self::asks(asks).find(|ask| ask.0 == key).map(|ask| ask.1)
}

/// What a chapter can show under this name.
pub fn find(chapter: &Chapter, name: &str) -> Option<Shows> {
    match chapter.figure(name) {
        Some(spec) => Some(Shows::Figure(spec.id)),
        None if name == WHOLE => Some(Shows::Chapter),
        None => Tool::find(name).map(Shows::Tool),
    }
}

/// Every name that `embed=` may have.
pub fn shown(chapter: &Chapter) -> impl Iterator<Item = &'static str> {
    let figures = chapter.figures.iter().map(|figure| figure.id);
    let tools = Tool::ALL.map(Tool::code);
    std::iter::once(WHOLE).chain(figures).chain(tools)
}

/// Every name that `result=` may have.
pub fn results() -> Vec<String> {
    let all = headlines::all();
    all.iter()
        .map(|choice| headlines::key(choice.cell))
        .collect()
}

/// Every code that `ground=` may have.
pub fn grounds() -> impl Iterator<Item = &'static str> {
    Ground::ALL.into_iter().map(|ground| ground.0)
}

#[cfg(test)]
mod tests;
