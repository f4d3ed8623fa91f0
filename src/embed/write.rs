//! What a page of someone else needs to show an embed.

use std::fmt::Write;

use super::{Ground, Shows, WHOLE};
use crate::chapters::ChapterId;
use crate::i18n::number;
use crate::link;
use crate::scenario::{ParamId, Scenario};
use crate::text::Lang;
use crate::version::VERSION;
use crate::view::View;

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
