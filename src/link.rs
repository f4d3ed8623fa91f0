//! The link: scenario and view as a URL fragment, and back.
//!
//! `#/reshoring/workers?lang=ja&currency=jpy&reshoring.share=80` holds only what differs from the base case,
//! rounded to the step of each parameter. A bad part is reported and left out; the rest applies.

use std::fmt::Write;

use crate::chapters::ChapterId;
use crate::embed;
use crate::formula::param_number;
use crate::i18n::number::{self, Currency};
use crate::scenario::{ParamId, Scenario};
use crate::text::{Lang, Text};
use crate::view::{FINDING, FIRST_YEAR, HORIZON, View};

/// Longest quotation from a bad link in a message.
const QUOTED: usize = 40;

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

/// One part of a link that could not be read.
#[derive(Clone, Debug, PartialEq)]
pub enum Issue {
    /// The path names no chapter.
    Chapter(String),
    /// The path names no section of the chapter.
    Section(String),
    /// A key that is neither a parameter nor a setting.
    Key(String),
    /// A value that is no number.
    NotANumber(ParamId, String),
    /// A number outside the range of its parameter.
    OutOfRange(ParamId, String),
    /// A setting with a value that it does not have.
    Setting(&'static str, String),
    /// A key that appears twice; the last one applies.
    Repeated(String),
}

impl Issue {
    /// The message: the value, and what is accepted.
    pub fn message(&self, lang: Lang) -> String {
        let (en, ja) = match self {
            Issue::Chapter(name) => (
                format!("no chapter “{name}”; chapters are {}", chapter_names()),
                format!("章「{name}」はない。章は{}", chapter_names()),
            ),
            Issue::Section(name) => (
                format!("no section “{name}” in this chapter; shown from its start"),
                format!("この章に節「{name}」はないため、冒頭から表示"),
            ),
            Issue::Key(key) => (
                format!("“{key}” is not an input of the model; it was left out"),
                format!("「{key}」という入力項目はないため無視"),
            ),
            Issue::NotANumber(param, value) | Issue::OutOfRange(param, value) => {
                return range_message(*param, value, lang);
            }
            Issue::Setting(key, value) => (
                format!("{key}={value} is unknown; accepted: {}", accepted(key)),
                format!("{key}={value} は無効。有効な値は {}", accepted(key)),
            ),
            Issue::Repeated(key) => (
                format!("“{key}” appears more than once; the last one that can be read applies"),
                format!("「{key}」が重複しているため、読み取れた最後の値を適用"),
            ),
        };
        match lang {
            Lang::En => en,
            Lang::Ja => ja,
        }
    }
}

/// The message for a value that a parameter does not accept: name, value, range.
pub fn range_message(param: ParamId, value: &str, lang: Lang) -> String {
    not_accepted(
        param,
        value,
        (1.0, param.row().unit.label().get(lang)),
        lang,
    )
}

/// The same for a value in another unit, given with what makes it one of the model's.
pub fn not_accepted(
    param: ParamId,
    value: &str,
    (factor, unit): (f64, &str),
    lang: Lang,
) -> String {
    let row = param.row();
    let (min, max) = (
        param_number(param, row.min * factor),
        param_number(param, row.max * factor),
    );
    let label = row.label.get(lang);
    let gap = if unit.starts_with('%') { "" } else { " " };
    match lang {
        Lang::En => format!(
            "{label}: “{value}” is not accepted; enter a number from {min} to {max}{gap}{unit}"
        )
        .trim_end()
        .to_owned(),
        Lang::Ja => {
            format!("{label}：「{value}」は受け付けられない。{min}～{max}{unit}の数値を入力")
        }
    }
}

fn chapter_names() -> String {
    ChapterId::ALL.map(ChapterId::slug).join(", ")
}

fn accepted(key: &str) -> &'static str {
    match key {
        "lang" => "ja, en",
        "currency" => "native, usd, jpy",
        "year" => "2025–2040",
        "pin" => "name*input*value*input*value…",
        "doc" => "000, 001, 002, 003, 004",
        "theme" => {
            "reshoring, capture, cases, sovereign-ai, genai, labour, platforms, funding, policy"
        }
        "kind" => "actual, estimate, assumption, forecast, plan, target",
        "verdict" => "conflict, definition-differs, rounding, consistent",
        "q" | "relation" | "term" => "",
        _ => "0, 1",
    }
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
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let Some(slug) = parts.next() else { return };
    let Some(chapter) = ChapterId::from_slug(slug) else {
        link.issues.push(Issue::Chapter(quoted(slug)));
        return;
    };
    link.chapter = chapter;
    let Some(name) = parts.next() else { return };
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
    let choices = accepted(key);
    let known = choices.is_empty() || choices.split(", ").any(|choice| choice == value);
    let named = FINDING.into_iter().find(|name| *name == key);
    match named {
        Some(key) if known => link.finding = found(&link.finding, key, value),
        Some(key) => link.issues.push(Issue::Setting(key, quoted(value))),
        None => {}
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
    let mut short: String = text
        .chars()
        .filter(|c| !c.is_control())
        .take(QUOTED)
        .collect();
    if text.chars().count() > QUOTED {
        short.push('…');
    }
    short
}

/// The heading of the line in which bad parts of a link are reported.
pub const ISSUES: Text = Text::new(
    "Part of this link could not be read",
    "リンクの一部を読み取れなかった",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_case_adds_nothing_to_the_link() {
        assert_eq!(encode_changes(&Scenario::default()), "");
        assert_eq!(
            encode(&Scenario::default(), &View::default()),
            "#/overview?lang=en"
        );
    }

    #[test]
    fn every_parameter_survives_the_round_trip_at_both_ends_of_its_range() {
        for param in ParamId::all() {
            for end in [param.row().min, param.row().max] {
                let mut scenario = Scenario::default();
                scenario.set(param, param.row().snap(end)).unwrap();
                let link = decode(&encode(&scenario, &View::default()));
                assert_eq!(link.scenario, scenario, "{} at {end}", param.row().id);
                assert_eq!(link.issues, []);
            }
        }
    }

    #[test]
    fn the_view_survives_the_round_trip() {
        let view = View {
            lang: Lang::Ja,
            currency: Currency::Jpy,
            chapter: ChapterId::Reshoring,
            section: Some("workers"),
            capex_as_usual: true,
            year: Some(2035),
            pin: Some("Strong yen*macro.fx*110".to_owned()),
            finding: String::new(),
        };
        let link = decode(&encode(&Scenario::default(), &view));
        assert_eq!(
            (link.lang, link.currency),
            (Some(Lang::Ja), Some(Currency::Jpy))
        );
        assert_eq!(
            (link.section, link.capex_as_usual, link.year, link.issues),
            (Some("workers"), true, Some(2035), vec![])
        );
        assert_eq!(link.pin, view.pin);
        assert!(encode(&Scenario::default(), &view).ends_with("&pin=Strong+yen*macro.fx*110"));
    }

    #[test]
    fn what_is_looked_for_survives_the_round_trip_in_its_own_chapter_only() {
        let finding = found(&found("", "q", "半導体 & GPU=1"), "doc", "004");
        let view = View {
            chapter: ChapterId::Evidence,
            finding,
            ..View::default()
        };
        let link = decode(&encode(&Scenario::default(), &view));
        assert_eq!((&link.finding, &link.issues), (&view.finding, &vec![]));
        assert_eq!(looked_for(&link.finding, "q"), "半導体 & GPU=1");
        assert_eq!(found(&link.finding, "q", ""), "doc=004");
        let elsewhere = View {
            chapter: ChapterId::Share,
            ..view
        };
        assert_eq!(encode(&Scenario::default(), &elsewhere), "#/share?lang=en");
        let bad = decode("#/evidence?doc=005&verdict=wrong&kind=plan");
        assert_eq!(bad.finding, "kind=plan");
        assert_eq!(
            bad.issues[0].message(Lang::En),
            "doc=005 is unknown; accepted: 000, 001, 002, 003, 004"
        );
        assert_eq!(bad.issues.len(), 2);
        assert_eq!(decode("#/share?q=a").issues, [Issue::Key("q".into())]);
    }

    #[test]
    fn bad_parts_are_reported_with_what_is_accepted_and_the_rest_applies() {
        let good = "&labour.productivity_growth=1";
        let unknown = format!("no chapter “nowhere”; chapters are {}", chapter_names());
        for (fragment, expected) in [
            ("#/nowhere?reshoring.share=80", unknown.as_str()),
            (
                "#/reshoring/nowhere?",
                "no section “nowhere” in this chapter; shown from its start",
            ),
            (
                "#/reshoring?share=80",
                "“share” is not an input of the model; it was left out",
            ),
            (
                "#/reshoring?reshoring.share=lots",
                "Reshoring share: “lots” is not accepted; enter a number from 0 to 100%",
            ),
            (
                "#/reshoring?reshoring.share=101",
                "Reshoring share: “101” is not accepted; enter a number from 0 to 100%",
            ),
            (
                "#/reshoring?reshoring.share=",
                "Reshoring share: “” is not accepted; enter a number from 0 to 100%",
            ),
            (
                "#/reshoring?lang=fr",
                "lang=fr is unknown; accepted: ja, en",
            ),
            (
                "#/reshoring?currency=eur",
                "currency=eur is unknown; accepted: native, usd, jpy",
            ),
            (
                "#/reshoring?usual=yes",
                "usual=yes is unknown; accepted: 0, 1",
            ),
            (
                "#/share?year=2041",
                "year=2041 is unknown; accepted: 2025–2040",
            ),
            (
                "#/reshoring?a.b=%FF%00%E3",
                "“a.b” is not an input of the model; it was left out",
            ),
        ] {
            let link = decode(&format!("{fragment}{good}"));
            let messages: Vec<_> = link
                .issues
                .iter()
                .map(|issue| issue.message(Lang::En))
                .collect();
            assert_eq!(messages, [expected], "{fragment}");
            assert!(encode_changes(&link.scenario).contains("labour.productivity_growth=1.00"));
        }
    }

    #[test]
    fn what_asks_for_an_embed_is_put_aside_and_means_nothing_without_it() {
        let link = decode("#/reshoring?embed=market&inputs=reshoring.share&ground=dark");
        let expected = "embed=market\ninputs=reshoring.share\nground=dark\n";
        assert_eq!((link.embed.as_str(), link.issues), (expected, vec![]));
        let link = decode("#/reshoring?ground=dark");
        assert_eq!(link.issues, [Issue::Key("ground".into())]);
        assert!(link.embed.is_empty());
    }

    #[test]
    fn a_repeated_key_is_reported_and_the_last_value_applies() {
        let link = decode("#/reshoring?reshoring.share=80&reshoring.share=60");
        assert_eq!(link.issues, [Issue::Repeated("reshoring.share".into())]);
        assert_eq!(encode_changes(&link.scenario), "reshoring.share=60");
    }

    #[test]
    fn every_message_exists_in_japanese() {
        let link = decode("#/x?y=1&reshoring.share=z&lang=q");
        for issue in &link.issues {
            assert!(!issue.message(Lang::Ja).is_ascii(), "{issue:?}");
        }
        assert_eq!(link.issues.len(), 4);
    }
}
