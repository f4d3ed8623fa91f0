//! Scenarios that the browser keeps under names: their format, and what is said of one that cannot be read.
//!
//! `{"version": 1, "scenarios": [{"name": "…", "changes": {"macro.fx": 110}}]}`, where `changes` is what the command
//! line reads. What cannot be read is set aside by the page as it stands, so that nothing is ever lost.

use crate::presets::PRESETS;
use crate::scenario::Scenario;
use crate::text::Lang;
use crate::whatif::pin;
use crate::whatif::reading::{Defect, Json, What, json};

/// The format that is written, and the newest that is read.
pub const VERSION: f64 = 1.0;

/// A scenario under a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// What the reader calls it.
    pub name: String,
    /// Its inputs.
    pub scenario: Scenario,
}

/// Something that could not be read.
#[derive(Clone, Debug, PartialEq)]
pub enum Damage {
    /// All of it: no JSON, or not the format.
    Whole,
    /// It was written by a newer version of the report.
    Newer(String),
    /// An entry, by name or number, with what is wrong in it.
    Entry(String, Vec<Defect>),
}

impl Damage {
    /// The message.
    pub fn message(&self, lang: Lang) -> String {
        match (self, lang) {
            (Damage::Whole, Lang::En) => {
                "what the browser kept is not a list of scenarios".to_owned()
            }
            (Damage::Whole, Lang::Ja) => "保存データがシナリオの一覧になっていない".to_owned(),
            (Damage::Newer(version), Lang::En) => {
                format!("it was written by a newer version of this report (format {version})")
            }
            (Damage::Newer(version), Lang::Ja) => {
                format!("より新しい版（形式{version}）で保存されている")
            }
            (Damage::Entry(name, defects), _) => {
                let said: Vec<_> = defects.iter().map(|it| it.message(lang)).collect();
                match lang {
                    Lang::En => format!("“{name}”: {}", said.join("; ")),
                    Lang::Ja => format!("「{name}」：{}", said.join("、")),
                }
            }
        }
    }
}

/// The scenarios, and what could not be read; `None` is a text that is no JSON.
pub fn read(kept: Option<&Json>) -> (Vec<Saved>, Vec<Damage>) {
    let version = kept.and_then(|kept| kept.get("version"));
    let number = match version.map(|version| &version.what) {
        Some(What::Number(number)) => *number,
        _ => return (Vec::new(), vec![Damage::Whole]),
    };
    if number > VERSION {
        let written = version.map(|version| version.written.clone());
        return (Vec::new(), vec![Damage::Newer(written.unwrap_or_default())]);
    }
    let Some(What::List(entries)) = kept
        .and_then(|kept| kept.get("scenarios"))
        .map(|it| &it.what)
    else {
        return (Vec::new(), vec![Damage::Whole]);
    };
    let (mut saved, mut damage) = (Vec::new(), Vec::new());
    for (index, entry) in entries.iter().enumerate() {
        match read_entry(entry, index) {
            Ok(entry) => saved.push(entry),
            Err(broken) => damage.push(broken),
        }
    }
    (saved, damage)
}

fn read_entry(entry: &Json, index: usize) -> Result<Saved, Damage> {
    let name = match entry.get("name").map(|name| &name.what) {
        Some(What::Text(name)) => pin::tidy(name),
        _ => String::new(),
    };
    let called = match name.is_empty() {
        true => format!("#{}", index + 1),
        false => name.clone(),
    };
    let broken = || vec![Defect::Broken(String::from("…"))];
    let changes = entry.get("changes").filter(|_| !name.is_empty());
    let read = changes.ok_or_else(broken).and_then(Json::scenario);
    let scenario = read.map_err(|defects| Damage::Entry(called, defects))?;
    Ok(Saved { name, scenario })
}

/// The text that the browser keeps.
pub fn write(saved: &[Saved]) -> String {
    let entries = saved.iter().map(|saved| {
        let changes = json(&saved.scenario);
        format!(
            "{{\"name\": {}, \"changes\": {}}}",
            quoted(&saved.name),
            changes.trim_end()
        )
    });
    let entries: Vec<_> = entries.collect();
    format!(
        "{{\"version\": 1, \"scenarios\": [{}]}}",
        entries.join(",\n")
    )
}

/// A text as JSON writes it; names hold no control characters.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    quoted.push('"');
    quoted
}

/// The list with a scenario under a name, in place of one that had it, else at its end.
pub fn put(mut saved: Vec<Saved>, name: &str, scenario: Scenario) -> Vec<Saved> {
    let name = pin::tidy(name);
    match saved.iter_mut().find(|other| other.name == name) {
        Some(other) => other.scenario = scenario,
        None => saved.push(Saved { name, scenario }),
    }
    saved
}

/// What a scenario is called: as the reader keeps it, else as the preset that it is; the base case needs no name.
pub fn name_of(scenario: &Scenario, saved: &[Saved], lang: Lang) -> String {
    if scenario.changed().next().is_none() {
        return String::new();
    }
    if let Some(saved) = saved.iter().find(|saved| saved.scenario == *scenario) {
        return saved.name.clone();
    }
    let mut presets = PRESETS.iter();
    let preset = presets.find(|preset| preset.scenario() == *scenario);
    preset.map_or_else(String::new, |preset| preset.title.get(lang).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets::{PRESETS, Preset};
    use crate::scenario::ParamId;

    fn shelf() -> Vec<Saved> {
        let saved = PRESETS.iter().map(|preset| Saved {
            name: format!("{} \"quoted\\\"", preset.title.ja),
            scenario: preset.scenario(),
        });
        saved.collect()
    }

    #[test]
    fn what_is_written_is_read_back() {
        let text = write(&shelf());
        assert_eq!(read(Json::read(&text).ok().as_ref()), (shelf(), vec![]));
        assert_eq!(
            read(Json::read(&write(&[])).ok().as_ref()),
            (vec![], vec![])
        );
    }

    #[test]
    fn damage_is_reported_and_the_rest_is_kept() {
        for text in [
            "{",
            "null",
            "[]",
            "{}",
            r#"{"version": "1"}"#,
            r#"{"version": 1}"#,
        ] {
            assert_eq!(
                read(Json::read(text).ok().as_ref()),
                (vec![], vec![Damage::Whole]),
                "{text}"
            );
        }
        let newer = read(
            Json::read(r#"{"version": 2, "scenarios": []}"#)
                .ok()
                .as_ref(),
        );
        assert_eq!(newer.1, [Damage::Newer("2".into())]);
        let text = r#"{"version": 1, "scenarios": [
            {"name": "good", "changes": {"macro.fx": 110}},
            {"name": "bad", "changes": {"macro.fx": 1, "zz": 2}}, {"changes": {}}, 7]}"#;
        let (saved, damage) = read(Json::read(text).ok().as_ref());
        assert_eq!(
            saved[0].scenario,
            Preset::find("strong-yen").unwrap().scenario()
        );
        let said: Vec<_> = damage.iter().map(|it| it.message(Lang::En)).collect();
        assert_eq!((saved.len(), said.len()), (1, 3));
        assert!(
            said[0].starts_with("“bad”: Exchange rate: “1” is not accepted"),
            "{said:?}"
        );
        assert!(said[1].starts_with("“#3”") && said[2].starts_with("“#4”"));
    }

    #[test]
    fn a_name_is_given_once() {
        let yen = Preset::find("strong-yen").unwrap().scenario();
        let saved = put(put(Vec::new(), " a ", Scenario::default()), "a", yen);
        assert_eq!(
            saved,
            [Saved {
                name: "a".into(),
                scenario: yen
            }]
        );
    }

    #[test]
    fn a_scenario_is_called_as_it_is_kept_else_as_its_preset() {
        let scenario = Preset::find("half-adoption").unwrap().scenario();
        let name = |scenario, saved: &[Saved]| name_of(scenario, saved, Lang::En);
        assert_eq!(name(&scenario, &[]), "Half the adoption");
        let mut other = scenario;
        other
            .set(ParamId::find("macro.fx").unwrap(), 151.0)
            .unwrap();
        assert_eq!(name(&other, &[]), "");
        let saved = put(Vec::new(), "Mine", scenario);
        assert_eq!(name(&scenario, &saved), "Mine");
        assert_eq!(name(&other, &saved), "");
        let base = put(saved, "Base", Scenario::default());
        assert_eq!(name(&Scenario::default(), &base), "");
    }
}
