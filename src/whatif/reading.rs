//! Scenarios as JSON objects of parameter ids and numbers: what is accepted, and what is said of the rest.
//!
//! The command line and the page read the same files by the same rules.

mod value;

pub use self::value::{Json, What};

use crate::i18n::number;
use crate::link::{is_plain, range_message};
use crate::scenario::{ParamId, Scenario};
use crate::sort::sort_by;
use crate::text::Lang;

/// What the `format` of a whole scenario says.
pub const FORMAT: &str = "industry2040/scenario";

/// The version of the format that is written, and the one that is read.
pub const VERSION: f64 = 1.0;

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

impl Json {
    /// The scenario that an object of ids and numbers describes, or a whole scenario that has one as its `inputs`.
    ///
    /// # Errors
    ///
    /// Every [`Defect`], in the order of the text.
    pub fn scenario(&self) -> Result<Scenario, Vec<Defect>> {
        let inputs = match self.get("format") {
            Some(format) => self.whole(format)?,
            None => self,
        };
        let What::Object(entries) = &inputs.what else {
            return Err(vec![Defect::NotAnObject(shortened(&inputs.written))]);
        };
        let mut reading = Reading::default();
        for (id, value) in entries {
            let number = match value.what {
                What::Number(number) => Some(number),
                _ => None,
            };
            reading.take(id, &value.written, number);
        }
        reading.done()
    }

    /// The inputs of a whole scenario, if it is one that this version knows.
    fn whole(&self, format: &Json) -> Result<&Json, Vec<Defect>> {
        if !matches!(&format.what, What::Text(name) if name == FORMAT) {
            let name = format.written.trim_matches('"');
            return Err(vec![Defect::Other(shortened(name))]);
        }
        for key in ["format", "version", "inputs"] {
            if self.times(key) > 1 {
                return Err(vec![Defect::Twice(key)]);
            }
        }
        let version = self.get("version");
        if !version.is_some_and(|version| is_known(&version.what)) {
            let written = version.map_or("", |version| &version.written);
            return Err(vec![Defect::Newer(shortened(written))]);
        }
        let inputs = self.get("inputs");
        inputs.ok_or_else(|| vec![Defect::NoInputs])
    }
}

fn is_known(version: &What) -> bool {
    matches!(version, What::Number(number) if *number == VERSION)
}

/// Most defects that are told; nobody reads on.
const MOST_DEFECTS: usize = 50;

/// A scenario that is being read, entry by entry.
#[derive(Default)]
struct Reading {
    scenario: Scenario,
    given: Vec<ParamId>,
    defects: Vec<Defect>,
}

impl Reading {
    /// The next entry: its id, its value as written, and as a number where it is one.
    fn take(&mut self, id: &str, written: &str, number: Option<f64>) {
        if self.defects.len() >= MOST_DEFECTS {
            return;
        }
        if let Err(defect) = self.set(id, written, number) {
            self.defects.push(defect);
        }
    }

    fn set(&mut self, id: &str, written: &str, number: Option<f64>) -> Result<(), Defect> {
        let param = ParamId::find(id).ok_or_else(|| Defect::Unknown {
            id: shortened(id),
            nearest: nearest(id),
        })?;
        let value = shortened(written);
        if self.given.contains(&param) {
            return Err(Defect::Duplicate { param, value });
        }
        self.given.push(param);
        match number {
            None => Err(Defect::NotANumber { param, value }),
            Some(number) => self
                .scenario
                .set(param, number)
                .map_err(|_| Defect::OutOfRange { param, value }),
        }
    }

    /// The scenario, or everything that was not accepted.
    ///
    /// # Errors
    ///
    /// Every [`Defect`], in the order of the text.
    fn done(self) -> Result<Scenario, Vec<Defect>> {
        match self.defects.is_empty() {
            true => Ok(self.scenario),
            false => Err(self.defects),
        }
    }
}

/// A scenario as a JSON object, one input a line.
pub fn json(scenario: &Scenario) -> String {
    let entry = |param: ParamId| {
        let row = param.row();
        let value = number::plain(scenario.get(param), row.decimals());
        format!("\n  \"{}\": {value}", row.id)
    };
    let entries: Vec<_> = scenario.changed().map(entry).collect();
    match entries.is_empty() {
        true => "{}\n".to_owned(),
        false => format!("{{{}\n}}\n", entries.join(",")),
    }
}

/// True for JSON numbers as they are written.
fn is_number(written: &str) -> bool {
    written.starts_with(|first: char| first == '-' || first.is_ascii_digit())
}

/// Characters of a value that are repeated in a message.
const ENOUGH: usize = 60;

/// Characters of the longest number that somebody may have meant.
const LONGEST_NUMBER: usize = 400;

/// A value as written, without what would break a line, cut where nobody would read on; numbers are kept whole.
fn shortened(value: &str) -> String {
    let mut plain = value.chars().filter(|c| is_plain(*c));
    if is_number(value) && value.len() < LONGEST_NUMBER {
        return plain.collect();
    }
    let mut short: String = plain.by_ref().take(ENOUGH).collect();
    if plain.next().is_some() {
        short.push('…');
    }
    short
}

/// Up to three ids that a typing error may have meant.
fn nearest(id: &str) -> Vec<&'static str> {
    if id.len() > ENOUGH {
        return Vec::new();
    }
    let name = |id: &str| id.rsplit('.').next().map(str::to_owned);
    let mut candidates: Vec<_> = ParamId::all()
        .map(|param| param.row().id)
        .map(|known| {
            let apart = match name(known) == name(id) {
                true => 1,
                false => distance(id, known),
            };
            (apart, known)
        })
        .filter(|&(distance, known)| distance <= known.len() / 3)
        .collect();
    sort_by(&mut candidates, |one, other| one < other);
    let ids = candidates.into_iter().map(|(_, known)| known);
    ids.take(3).collect()
}

/// How many characters must be put in, left out or replaced to get from one word to the other.
fn distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.chars().count()).collect();
    for (index, left) in from.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (column, right) in to.chars().enumerate() {
            let replaced = diagonal + usize::from(left != right);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[row.len() - 1]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(text: &str) -> Vec<String> {
        let defects = Json::read(text).unwrap().scenario().unwrap_err();
        defects.iter().map(|it| it.message(Lang::En)).collect()
    }

    #[test]
    fn messages_name_the_value_and_what_is_accepted() {
        for (text, message) in [
            (
                r#"{"macro.fx": "150"}"#,
                "Exchange rate: “\"150\"” is not accepted; enter a number from 80 to 220 JPY per USD",
            ),
            (
                r#"{"macro.fx": 79}"#,
                "Exchange rate: “79” is not accepted; enter a number from 80 to 220 JPY per USD",
            ),
            (
                r#"{"macro.fy": 79}"#,
                "“macro.fy” is not an input of the model; nearest are macro.fx",
            ),
            (
                "[1]",
                "“[1]” is JSON, but not an object; accepted is a JSON object of input ids and numbers",
            ),
            (
                r#"{"zzzzzzzz": 1}"#,
                "“zzzzzzzz” is not an input of the model; accepted are ids such as reshoring.share, as every saved scenario has them",
            ),
            (
                r#"{"format": "industry2040/scenario", "version": 1}"#,
                "“inputs” is missing; accepted under this name is an object of input ids and numbers",
            ),
        ] {
            assert_eq!(messages(text), [message]);
        }
        assert_eq!(messages(r#"{"a": 1, "macro.fx": null}"#).len(), 2);
    }

    #[test]
    fn a_broken_text_is_told_with_reason_and_place_in_both_languages() {
        for (text, reason) in [
            (r#"{"macro.fx": 1"#, "1行14列：途中で終わっている"),
            (
                "{\n\"macro.fx\": 1,}",
                "2行15列：最後の要素の後に余分なコンマがある",
            ),
            (r#"{macro.fx: 1}"#, "1行2列：キーが文字列ではない"),
            (r#"{"macro.fx" 1}"#, "1行13列：キーの後にコロンがない"),
        ] {
            let error = serde_json::from_str::<serde_json::Value>(text).unwrap_err();
            let defect = Defect::Broken(error.to_string());
            assert!(defect.message(Lang::En).contains(&error.to_string()));
            let said = defect.message(Lang::Ja);
            assert!(said.contains(&format!("（{reason}）")), "{said}");
        }
        assert!(
            Defect::Broken("odd".into())
                .message(Lang::Ja)
                .contains("（odd）")
        );
    }

    #[test]
    fn a_whole_scenario_is_read_by_the_page_and_by_the_command_line() {
        let inputs = r#""inputs": {"macro.fx": 110}, "results": {"x": [1]}"#;
        let text = |format: &str, version: &str| {
            format!(r#"{{"format": "{format}", "version": {version}, {inputs}}}"#)
        };
        let whole = text(FORMAT, "1");
        let read = Json::read(&whole).unwrap().scenario().unwrap();
        assert_eq!(read.changed().count(), 1);
        assert_eq!(crate::cli::scenario_from_json(&whole), Ok(read));
        for (text, defect) in [
            (text(FORMAT, "2"), Defect::Newer("2".into())),
            (text(FORMAT, "null"), Defect::Newer("null".into())),
            (text(FORMAT, "-3"), Defect::Newer("-3".into())),
            (
                text("industry2040/figure", "1"),
                Defect::Other("industry2040/figure".into()),
            ),
        ] {
            assert_eq!(
                Json::read(&text).unwrap().scenario(),
                Err(vec![defect.clone()])
            );
            assert_eq!(crate::cli::scenario_from_json(&text), Err(vec![defect]));
        }
    }

    #[test]
    fn what_is_given_twice_is_refused_and_a_number_too_large_is_named() {
        for (text, message) in [
            (
                r#"{"macro.fx": 100, "macro.fx": 120}"#,
                "Exchange rate: given again, as “120”; accepted is one value",
            ),
            (
                r#"{"macro.fx": 100, "macro\u002efx": 120}"#,
                "Exchange rate: given again, as “120”; accepted is one value",
            ),
            (
                r#"{"macro.fx": 1e400}"#,
                "Exchange rate: “1e400” is not accepted; enter a number from 80 to 220 JPY per USD",
            ),
        ] {
            assert_eq!(messages(text), [message]);
        }
        let twice = format!(
            r#"{{"format": "{FORMAT}", "version": 1, "inputs": {{}}, "inputs": {{"macro.fx": 1}}}}"#
        );
        assert_eq!(
            messages(&twice),
            ["“inputs” is given twice; accepted is one"]
        );
    }

    #[test]
    fn what_is_written_is_read_back_by_the_page_and_by_the_command_line() {
        for preset in crate::presets::PRESETS {
            let text = json(&preset.scenario());
            assert_eq!(Json::read(&text).unwrap().scenario(), Ok(preset.scenario()));
            assert_eq!(crate::cli::scenario_from_json(&text), Ok(preset.scenario()));
        }
    }
}
