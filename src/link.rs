//! The link: scenario and view as a URL fragment, and back.
//!
//! `#/reshoring/workers?lang=ja&currency=jpy&reshoring.share=80` holds only what differs from the base case,
//! rounded to the step of each parameter. A bad part is reported and left out; the rest applies.

mod issue;

use std::fmt::Write;

pub use self::issue::{ISSUES, Issue, accepted_range, accepted_years, not_accepted, range_message};

use self::issue::codes;
use crate::chapters::ChapterId;
use crate::embed;
use crate::i18n::number::{self, Currency};
use crate::scenario::{ParamId, Scenario};
use crate::text::Lang;
use crate::view::{FINDING, FIRST_YEAR, HORIZON, View};

/// Longest quotation from a bad link in a message.
const QUOTED: usize = 40;

/// Most parts of a link that are read: more than there are inputs and settings.
const MOST_PARTS: usize = 400;

/// Most complaints about a link; nobody reads on.
const MOST_ISSUES: usize = 20;

/// Most characters of words to look for.
const LONGEST: usize = 80;

/// What a link says; what it leaves out is `None` or the base case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// The scenario, complete.
    pub scenario: Scenario,
    /// Language, when the link names one.
    pub lang: Option<Lang>,
    /// Currency, when the link names one.
    pub currency: Option<Currency>,
    /// Chapter.
    pub chapter: ChapterId,
    /// Section or figure within the chapter.
    pub section: Option<&'static str>,
    /// Whether the market figures include CAPEX as usual.
    pub capex_as_usual: bool,
    /// Year of figures that show one; `None` is the last.
    pub year: Option<u16>,
    /// What asks for an embed, a line a key, for [`crate::embed`] to read; empty for the report itself.
    pub embed: String,
    /// The scenario compared with, not yet read.
    pub pin: Option<String>,
    /// What is looked for in the chapter on evidence; see [`View::finding`].
    pub finding: String,
    /// What could not be read, in the order of the link.
    pub issues: Vec<Issue>,
}

/// Writes a link; the base case at the head of the first chapter is just `#/overview?lang=en`.
pub fn encode(scenario: &Scenario, view: &View) -> String {
    let mut link = format!("#/{}", view.chapter.slug());
    if let Some(section) = view.section {
        let _ = write!(link, "/{section}");
    }
    let _ = write!(link, "?lang={}", view.lang.code());
    if view.currency != Currency::default() {
        let _ = write!(link, "&currency={}", view.currency.code());
    }
    if view.capex_as_usual {
        link.push_str("&usual=1");
    }
    if let Some(year) = view.year {
        let _ = write!(link, "&year={year}");
    }
    if let Some(pin) = &view.pin {
        link.push_str("&pin=");
        link.extend(form_urlencoded::byte_serialize(pin.as_bytes()));
    }
    if view.chapter == ChapterId::Evidence && !view.finding.is_empty() {
        let _ = write!(link, "&{}", view.finding);
    }
    let changes = encode_changes(scenario);
    if !changes.is_empty() {
        let _ = write!(link, "&{changes}");
    }
    link
}

/// The part of a link that holds the scenario: empty for the base case.
pub fn encode_changes(scenario: &Scenario) -> String {
    let mut changes = String::new();
    for param in scenario.changed() {
        let row = param.row();
        let separator = if changes.is_empty() { "" } else { "&" };
        let value = number::plain(scenario.get(param), row.decimals());
        let _ = write!(changes, "{separator}{}={value}", row.id);
    }
    changes
}

/// Reads a fragment, with or without its `#`. Never fails: what cannot be read is in [`Link::issues`].
pub fn decode(fragment: &str) -> Link {
    let mut link = Link::default();
    let fragment = fragment.trim_start_matches('#');
    let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
    read_path(path, &mut link);
    let mut seen = Vec::new();
    for (key, value) in form_urlencoded::parse(query.as_bytes()) {
        if seen.len() == MOST_PARTS || link.issues.len() >= MOST_ISSUES {
            link.issues.push(Issue::Key("…".to_owned()));
            break;
        }
        if seen.contains(&key) {
            link.issues.push(Issue::Repeated(quoted(&key)));
        }
        read_pair(&key, &value, &mut link);
        seen.push(key);
    }
    if embed::asked(&link.embed, "embed").is_none() {
        let strange = embed::asks(&link.embed).map(|(key, _)| Issue::Key(key.to_owned()));
        link.issues.extend(strange);
        link.embed.clear();
    }
    link
}

fn read_path(path: &str, link: &mut Link) {
    let path = path.trim_matches('/');
    if path.is_empty() {
        return;
    }
    let (slug, name) = path.split_once('/').unwrap_or((path, ""));
    let Some(chapter) = ChapterId::from_slug(slug) else {
        link.issues.push(Issue::Chapter(quoted(slug)));
        return;
    };
    link.chapter = chapter;
    let name = name.trim_start_matches('/');
    if name.is_empty() {
        return;
    }
    link.section = chapter
        .sections()
        .iter()
        .copied()
        .find(|section| *section == name);
    if link.section.is_none() {
        link.issues.push(Issue::Section(quoted(name)));
    }
}

fn read_pair(key: &str, value: &str, link: &mut Link) {
    match key {
        "lang" => match Lang::from_code(value) {
            Some(lang) => link.lang = Some(lang),
            None => link.issues.push(Issue::Setting("lang", quoted(value))),
        },
        "currency" => match Currency::from_code(value) {
            Some(currency) => link.currency = Some(currency),
            None => link.issues.push(Issue::Setting("currency", quoted(value))),
        },
        "usual" => match value {
            "0" | "1" => link.capex_as_usual = value == "1",
            _ => link.issues.push(Issue::Setting("usual", quoted(value))),
        },
        // Read when the part that compares has arrived.
        "pin" => link.pin = Some(value.to_owned()),
        "year" => match value.parse() {
            Ok(year) if (FIRST_YEAR..=HORIZON).contains(&year) => {
                link.year = (year < HORIZON).then_some(year);
            }
            _ => link.issues.push(Issue::Setting("year", quoted(value))),
        },
        "embed" | "inputs" | "ground" | "model" | "result" | "target" => {
            link.embed = embed::asking(&link.embed, key, value);
        }
        _ if link.chapter == ChapterId::Evidence && FINDING.contains(&key) => {
            read_finding(key, value, link);
        }
        _ => match ParamId::find(key) {
            Some(param) => read_param(param, value, link),
            None => link.issues.push(Issue::Key(quoted(key))),
        },
    }
}

/// Words to look for are taken as they are, choices only where they are one of those there are.
fn read_finding(key: &str, value: &str, link: &mut Link) {
    let codes = codes(key);
    let known = codes.is_empty() || codes.contains(&value);
    let named = FINDING.into_iter().find(|name| *name == key);
    match named {
        Some(key) if known => {
            link.finding = found(&link.finding, key, value);
            cut(value, LONGEST, link);
        }
        Some(key) => link.issues.push(Issue::Setting(key, quoted(value))),
        None => {}
    }
}

/// Says when a text of a link is longer than what is kept of it.
pub(crate) fn cut(text: &str, most: usize, link: &mut Link) {
    if text.chars().count() > most {
        link.issues.push(Issue::Long(quoted(text), most as u16));
    }
}

/// What is looked for, with one part of it changed; an empty value takes it out.
pub fn found(finding: &str, key: &str, value: &str) -> String {
    let mut parts = String::new();
    for name in FINDING {
        let value = match name == key {
            true => value.to_owned(),
            false => looked_for(finding, name),
        };
        let value: String = value.chars().take(LONGEST).collect();
        if !value.is_empty() {
            let gap = if parts.is_empty() { "" } else { "&" };
            let _ = write!(parts, "{gap}{name}=");
            parts.extend(form_urlencoded::byte_serialize(value.as_bytes()));
        }
    }
    parts
}

/// One part of what is looked for; empty where there is none.
pub fn looked_for(finding: &str, key: &str) -> String {
    let mut parts = form_urlencoded::parse(finding.as_bytes());
    let found = parts.find(|(name, _)| name == key);
    found.map_or_else(String::new, |(_, value)| value.into_owned())
}

pub(crate) fn read_param(param: ParamId, value: &str, link: &mut Link) {
    let Some(number) = number::parse(value) else {
        link.issues.push(Issue::NotANumber(param, quoted(value)));
        return;
    };
    if !param.row().accepts(number) || link.scenario.set(param, param.row().snap(number)).is_err() {
        link.issues.push(Issue::OutOfRange(param, quoted(value)));
    }
}

/// At most [`QUOTED`] characters of what a link said.
pub(crate) fn quoted(text: &str) -> String {
    let mut short: String = text.chars().filter(|c| is_plain(*c)).take(QUOTED).collect();
    if text.chars().count() > QUOTED {
        short.push('…');
    }
    short
}

/// Neither a control character nor one that turns the direction of the words around it.
pub(crate) fn is_plain(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests;
