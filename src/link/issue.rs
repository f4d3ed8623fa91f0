//! What could not be read of a link, and what would have been.

use crate::chapters::ChapterId;
use crate::formula::param_number;
use crate::scenario::ParamId;
use crate::text::{Lang, Text};
use crate::view::{FIRST_YEAR, HORIZON};

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
    /// A text that is longer than so many characters; its beginning applies.
    Long(String, u16),
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
            Issue::Long(text, most) => (
                format!("“{text}” was cut; accepted are up to {most} characters"),
                format!("「{text}」は長すぎるため末尾を省略。有効なのは{most}文字まで"),
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
pub fn not_accepted(param: ParamId, value: &str, unit: (f64, &str), lang: Lang) -> String {
    let label = param.row().label.get(lang);
    let range = accepted_range(param, unit, lang);
    match lang {
        Lang::En => format!("{label}: “{value}” is not accepted; enter a number {range}"),
        Lang::Ja => format!("{label}：「{value}」は受け付けられない。{range}の数値を入力"),
    }
}

/// The range that a parameter accepts, with its unit: `from 0 to 100%`.
pub fn accepted_range(param: ParamId, (factor, unit): (f64, &str), lang: Lang) -> String {
    let row = param.row();
    let (min, max) = (
        param_number(param, row.min * factor),
        param_number(param, row.max * factor),
    );
    let gap = if unit.is_empty() || unit.starts_with('%') {
        ""
    } else {
        " "
    };
    match lang {
        Lang::En => format!("from {min} to {max}{gap}{unit}"),
        Lang::Ja => format!("{min}～{max}{unit}"),
    }
}

pub(super) fn chapter_names() -> String {
    listed(&ChapterId::ALL.map(ChapterId::slug))
}

/// The codes that a setting takes; empty for those that take any words, or values by a rule of their own.
pub(super) fn codes(key: &str) -> &'static [&'static str] {
    match key {
        "lang" => &["ja", "en"],
        "currency" => &["native", "usd", "jpy"],
        "usual" => &["0", "1"],
        "doc" => &["000", "001", "002", "003", "004"],
        "theme" => &[
            "reshoring",
            "capture",
            "cases",
            "sovereign-ai",
            "genai",
            "labour",
            "platforms",
            "funding",
            "policy",
        ],
        "kind" => &[
            "actual",
            "estimate",
            "assumption",
            "forecast",
            "plan",
            "target",
        ],
        "verdict" => &["conflict", "definition-differs", "rounding", "consistent"],
        _ => &[],
    }
}

/// The years of figures that show one, as a message has them.
pub fn accepted_years() -> String {
    format!("{FIRST_YEAR}–{HORIZON}")
}

fn accepted(key: &str) -> String {
    match key {
        "year" => accepted_years(),
        "pin" => "name*input*value*input*value…".to_owned(),
        _ => listed(codes(key)),
    }
}

/// With commas between; the standard library's way of it would be compiled for this alone.
fn listed(codes: &[&str]) -> String {
    let mut list = String::new();
    for code in codes {
        if !list.is_empty() {
            list.push_str(", ");
        }
        list.push_str(code);
    }
    list
}

/// The heading of the line in which bad parts of a link are reported.
pub const ISSUES: Text = Text::new(
    "Part of this link could not be read",
    "リンクの一部を読み取れなかった",
);
