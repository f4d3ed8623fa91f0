//! What is wrong with a file of a scenario, in both languages.

use crate::link::range_message;
use crate::scenario::ParamId;
use crate::text::Lang;

/// Something in a file that is not accepted.
#[derive(Clone, Debug, PartialEq)]
pub enum Defect {
    /// The text is not JSON, or not an object; the message gives line and column.
    Broken(String),
    /// The text is JSON, but not an object; as written.
    NotAnObject(String),
    /// A whole scenario without its inputs.
    NoInputs,
    /// A whole scenario that has a key twice.
    Twice(&'static str),
    /// The version of its format, as written, is none that is read: another, or missing.
    Newer(String),
    /// It is a file of the report, but not one of a scenario; its format as written.
    Other(String),
    /// No parameter has this id.
    Unknown {
        /// The id as written.
        id: String,
        /// The ids that look most like it.
        nearest: Vec<&'static str>,
    },
    /// The value is not a number.
    NotANumber {
        /// The parameter.
        param: ParamId,
        /// The value as written.
        value: String,
    },
    /// The number is outside the range.
    OutOfRange {
        /// The parameter.
        param: ParamId,
        /// The value as written.
        value: String,
    },
    /// The parameter is given more than once.
    Duplicate {
        /// The parameter.
        param: ParamId,
        /// The second value, as written.
        value: String,
    },
}

impl Defect {
    /// The message in the page: the value, and what is accepted.
    pub fn message(&self, lang: Lang) -> String {
        let ja = lang == Lang::Ja;
        match self {
            Defect::Broken(message) if ja => {
                let reason = in_japanese(message);
                format!("JSONとして読み取れない（{reason}）。必要なのは前提のIDと数値からなるJSONオブジェクト")
            }
            Defect::NotAnObject(written) if ja => {
                format!("「{written}」はJSONだがオブジェクトではない。必要なのは前提のIDと数値からなるJSONオブジェクト")
            }
            Defect::NotAnObject(written) => format!(
                "“{written}” is JSON, but not an object; accepted is a JSON object of input ids and numbers"
            ),
            Defect::Twice(key) if ja => format!("「{key}」が重複している。1つだけ必要"),
            Defect::Twice(key) => format!("“{key}” is given twice; accepted is one"),
            Defect::NoInputs if ja => {
                "「inputs」がない。この名前で、前提のIDと数値からなるオブジェクトが必要".to_owned()
            }
            Defect::NoInputs => {
                "“inputs” is missing; accepted under this name is an object of input ids and numbers".to_owned()
            }
            Defect::Broken(message) => format!(
                "not readable as JSON ({message}); accepted is a JSON object of input ids and numbers"
            ),
            Defect::Newer(version) if ja => {
                let version = if version.is_empty() {
                    "なし"
                } else {
                    version
                };
                format!("形式のバージョン（{version}）に対応していない。読み取れるのはバージョン1")
            }
            Defect::Newer(version) => {
                let version = if version.is_empty() { "none" } else { version };
                format!(
                    "its format version ({version}) is not one this report reads; accepted is version 1"
                )
            }
            Defect::Other(format) if ja => {
                format!("シナリオのファイルではない（形式は「{format}」）")
            }
            Defect::Other(format) => {
                format!("it holds no scenario: its format is “{format}”")
            }
            Defect::Unknown { id, nearest } => unknown(id, nearest, ja),
            Defect::NotANumber { param, value } | Defect::OutOfRange { param, value } => {
                range_message(*param, value, lang)
            }
            Defect::Duplicate { param, value } if ja => {
                format!(
                    "{}：重複した値「{value}」がある。値は1つだけ",
                    param.row().label.ja
                )
            }
            Defect::Duplicate { param, value } => format!(
                "{}: given again, as “{value}”; accepted is one value",
                param.row().label.en
            ),
        }
    }
}

/// An id as they are written, where none comes near to what was.
const EXAMPLE: &str = "reshoring.share";

/// What is wrong with a JSON text, in the words of its reader and in Japanese.
const REASONS: [(&str, &str); 9] = [
    ("EOF while parsing", "途中で終わっている"),
    ("trailing comma", "最後の要素の後に余分なコンマがある"),
    ("trailing characters", "JSONの後に余分な文字がある"),
    ("key must be a string", "キーが文字列ではない"),
    ("expected `:`", "キーの後にコロンがない"),
    ("expected `,`", "要素の間にコンマがない"),
    ("expected value", "値として読み取れない"),
    ("invalid number", "数値の書き方が正しくない"),
    ("control character", "文字列に制御文字がある"),
];

/// A message about a broken JSON text in Japanese: the place and the reason, which stays as it is where it is not known.
fn in_japanese(message: &str) -> String {
    let known = REASONS.iter().find(|reason| message.contains(reason.0));
    let number = |before: &str| {
        let (_, after) = message.split_once(before)?;
        let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
        (!digits.is_empty()).then_some(digits)
    };
    let reason = known.map_or(message, |reason| reason.1);
    match (known, number("line "), number("column ")) {
        (Some(_), Some(line), Some(column)) => format!("{line}行{column}列：{reason}"),
        _ => reason.to_owned(),
    }
}

fn unknown(id: &str, nearest: &[&str], ja: bool) -> String {
    let near = nearest.join(", ");
    match (ja, nearest.is_empty()) {
        (false, true) => format!(
            "“{id}” is not an input of the model; accepted are ids such as {EXAMPLE}, as every saved scenario has them"
        ),
        (false, false) => format!("“{id}” is not an input of the model; nearest are {near}"),
        (true, true) => format!(
            "「{id}」という入力項目はない。有効なのは{EXAMPLE}のようなID（保存したシナリオのファイルに記載）"
        ),
        (true, false) => format!("「{id}」という入力項目はない。近いものは{near}"),
    }
}
