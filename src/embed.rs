//! Embeds: a figure or a chapter within a page of someone else, by link, and what such a page may ask of it.
//!
//! `#/reshoring?embed=market&inputs=reshoring.share&ground=dark` shows one figure with one input. A frozen embed also
//! carries `model=<version>` and every parameter, so that later base cases do not move it.
//! `#/share?embed=two-way&result=capture.margin@2040&inputs=macro.fx,reshoring.share` shows an analysis.

use std::fmt::Write;

use crate::chapters::{Chapter, ChapterId};
use crate::formula::param_number;
use crate::i18n::number;
use crate::link::{self, quoted};
use crate::render::theme::Theme;
use crate::scenario::{ParamId, Scenario};
use crate::text::{Lang, Text};
use crate::view::View;
use crate::whatif::headlines;

/// The version of the models, which a frozen embed carries.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The word of `embed=` for the whole chapter.
const WHOLE: &str = "chapter";

/// The tools that analyse a result, by their names in `embed=`.
pub const TOOLS: [&str; 5] = ["tornado", "attribution", "two-way", "uncertainty", "goal"];

/// What an embed shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// The whole chapter.
    Chapter,
    /// One figure.
    Figure(&'static str),
    /// One of the [`TOOLS`] that analyse a result.
    Tool(&'static str),
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

/// Something that was not taken: what it was about, what was said, what would be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The key of the link or message, such as `theme` or an input.
    pub about: String,
    /// What it said.
    pub value: String,
    /// What it may say.
    pub accepted: Vec<String>,
}

impl Refusal {
    /// A value that is none of a few.
    pub fn new(
        about: &str,
        value: &str,
        accepted: impl IntoIterator<Item = &'static str>,
    ) -> Refusal {
        Refusal {
            about: about.to_owned(),
            value: quoted(value),
            accepted: accepted.into_iter().map(str::to_owned).collect(),
        }
    }

    /// The sentence: what was said, and what is accepted.
    pub fn message(&self, lang: Lang) -> String {
        let Refusal {
            about,
            value,
            accepted,
        } = self;
        let accepted = accepted.join(", ");
        match lang {
            Lang::En => format!("{about}: “{value}” is not accepted; accepted: {accepted}"),
            Lang::Ja => format!("{about}：「{value}」は無効。有効な値は {accepted}"),
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

/// Reads what a link asks for of a chapter. Never fails: what cannot be read is in [`Embed::refusals`].
pub fn read(chapter: &Chapter, asks: &str) -> Embed {
    let mut embed = Embed {
        shows: Shows::Nothing,
        inputs: Vec::new(),
        result: None,
        target: None,
        ground: Ground::Device,
        frozen: None,
        refusals: Vec::new(),
    };
    for (key, value) in self::asks(asks) {
        match key {
            "embed" => match find(chapter, value) {
                Some(shows) => embed.shows = shows,
                None => embed
                    .refusals
                    .push(Refusal::new(key, value, shown(chapter))),
            },
            "inputs" => read_inputs(chapter, value, &mut embed),
            "result" => match headlines::position(value) {
                Some(_) => embed.result = Some(value.to_owned()),
                None => embed.refusals.push(Refusal {
                    about: key.to_owned(),
                    value: quoted(value),
                    accepted: results(),
                }),
            },
            "target" => match number::parse(value) {
                Some(target) => embed.target = Some(target),
                None => embed.refusals.push(Refusal::new(key, value, ["0.17"])),
            },
            "ground" => match Ground::find(value) {
                Some(ground) => embed.ground = ground,
                None => embed.refusals.push(Refusal::new(key, value, grounds())),
            },
            _ => embed.frozen = Some(quoted(value)),
        }
    }
    // The inputs of a tool are what it shows, not what moves it.
    if embed.frozen.is_some() && !matches!(embed.shows, Shows::Tool(_)) {
        embed.inputs.clear();
    }
    embed
}

/// What a chapter can show under this name.
pub fn find(chapter: &Chapter, name: &str) -> Option<Shows> {
    match chapter.figure(name) {
        Some(spec) => Some(Shows::Figure(spec.id)),
        None if name == WHOLE => Some(Shows::Chapter),
        None => TOOLS
            .into_iter()
            .find(|tool| *tool == name)
            .map(Shows::Tool),
    }
}

/// Every name that `embed=` may have.
pub fn shown(chapter: &Chapter) -> impl Iterator<Item = &'static str> {
    let figures = chapter.figures.iter().map(|figure| figure.id);
    std::iter::once(WHOLE).chain(figures).chain(TOOLS)
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

fn read_inputs(chapter: &Chapter, value: &str, embed: &mut Embed) {
    for id in value.split(',').filter(|id| !id.is_empty()) {
        match ParamId::find(id) {
            Some(param) if embed.inputs.contains(&param) => {}
            Some(param) => embed.inputs.push(param),
            None => {
                // Those at figures, for the whole list would fill the embed.
                let mut near: Vec<_> = Vec::new();
                for id in chapter.figures.iter().flat_map(|figure| figure.inputs) {
                    if !near.contains(id) {
                        near.push(id);
                    }
                }
                embed.refusals.push(Refusal::new("inputs", id, near));
            }
        }
    }
}

/// What the reader of a frozen embed must know; `None` while the models are those it was made with.
pub fn version_notice(frozen: Option<&str>, lang: Lang) -> Option<String> {
    let made = frozen.filter(|made| *made != VERSION)?;
    Some(match lang {
        Lang::En => format!(
            "This figure was fixed with version {made} of the models and is drawn with version {VERSION}; numbers may differ."
        ),
        Lang::Ja => format!(
            "この図はモデルのバージョン{made}で固定され、バージョン{VERSION}で描かれている。数値が異なる場合がある。"
        ),
    })
}

/// What the dialog asks of an embed.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// The figure or tool; `None` for the whole chapter.
    pub figure: Option<&'static str>,
    /// What a tool shows: the rest of its link, beginning with `&`.
    pub tool: String,
    /// The inputs beside it.
    pub inputs: Vec<ParamId>,
    /// Whether the values of today stay.
    pub frozen: bool,
    /// Language.
    pub lang: Lang,
    /// Code of the ground.
    pub ground: &'static str,
}

/// The fragment of an embed.
pub fn address(wish: &Wish, scenario: &Scenario, view: &View) -> String {
    let view = View {
        lang: wish.lang,
        section: None,
        ..view.clone()
    };
    let live = match wish.frozen {
        true => &Scenario::default(),
        false => scenario,
    };
    let mut link = link::encode(live, &view);
    if wish.frozen {
        for param in ParamId::all() {
            let row = param.row();
            let value = number::plain(scenario.get(param), row.decimals());
            let _ = write!(link, "&{}={value}", row.id);
        }
        let _ = write!(link, "&model={VERSION}");
    }
    let _ = write!(link, "&embed={}", wish.figure.unwrap_or(WHOLE));
    if wish.figure.is_some() {
        link.push_str(&wish.tool);
    }
    if !wish.inputs.is_empty() && !wish.frozen {
        let ids: Vec<_> = wish.inputs.iter().map(|param| param.row().id).collect();
        let _ = write!(link, "&inputs={}", ids.join(","));
    }
    if Ground::find(wish.ground).is_some_and(|ground| ground != Ground::Device) {
        let _ = write!(link, "&ground={}", wish.ground);
    }
    link
}

/// The element that puts an embed into a page.
pub fn snippet(address: &str, title: &str, height: u32) -> String {
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{height}\" style=\"border: 0; color-scheme: light\" allow=\"fullscreen\"></iframe>",
        escaped(address),
        escaped(title)
    )
}

/// The line that fits the height of every embed of a page, once a page.
pub fn script(folder: &str) -> String {
    format!(
        "<script src=\"{}embed.js\" defer></script>",
        escaped(folder)
    )
}

/// Text as an attribute holds it.
fn escaped(text: &str) -> String {
    let mut written = String::new();
    for c in text.chars() {
        match c {
            '&' => written.push_str("&amp;"),
            '"' => written.push_str("&quot;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            c => written.push(c),
        }
    }
    written
}

/// The link of the report that shows what an embed shows.
pub fn report_link(chapter: ChapterId, shows: Shows, scenario: &Scenario, view: &View) -> String {
    let section = match shows {
        Shows::Figure(id) => Some(id),
        _ => None,
    };
    let view = View {
        chapter,
        section,
        ..view.clone()
    };
    link::encode(scenario, &view)
}

/// A value that a message gives for an input.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// A number.
    Number(f64),
    /// Anything else, as it is quoted.
    Other(String),
}

/// The scenario with the inputs of a message, and what of them was not taken; the rest applies.
pub fn take(from: &Scenario, inputs: &[(String, Given)]) -> (Scenario, Vec<Refusal>) {
    let mut scenario = *from;
    let mut refusals = Vec::new();
    for (id, given) in inputs {
        let Some(param) = ParamId::find(id) else {
            let ids = ParamId::all().map(|param| param.row().id);
            refusals.push(Refusal::new("inputs", id, ids));
            continue;
        };
        let row = param.row();
        let refused = match given {
            Given::Number(value) if row.accepts(*value) => scenario
                .set(param, row.snap(*value))
                .is_err()
                .then(String::new),
            Given::Number(value) if value.is_finite() => Some(number::as_printed(*value)),
            Given::Number(_) => Some("NaN".to_owned()),
            Given::Other(text) => Some(quoted(text)),
        };
        if let Some(value) = refused {
            let (min, max) = (param_number(param, row.min), param_number(param, row.max));
            refusals.push(Refusal {
                about: row.id.to_owned(),
                value,
                accepted: vec![format!("{min}–{max} {}", row.unit.code())],
            });
        }
    }
    (scenario, refusals)
}

#[cfg(test)]
mod tests;
