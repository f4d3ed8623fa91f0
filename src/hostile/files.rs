//! Files with scenarios, and what the browser kept.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::strange::{id, nasty};
use super::{LONGEST_MESSAGE, budget, is_said, within};
use crate::i18n::number;
use crate::scenario::{ParamId, Scenario};
use crate::text::Lang;
use crate::whatif::reading::{Defect, Json, json};
use crate::whatif::saved::{self, Saved};

proptest! {
    #![proptest_config(budget())]

    #[test]
    fn any_file_is_a_scenario_within_its_ranges_or_a_list_of_what_is_wrong(
        text in prop_oneof![
            any::<String>(),
            vec((id(), any::<f64>()), 0..9).prop_map(|pairs| object(pairs.into_iter().map(|(id, number)| (id, serde_json::json!(number))))),
            vec((id(), nasty()), 0..9).prop_map(|pairs| object(pairs.into_iter().map(|(id, text)| (id, serde_json::json!(text))))),
            vec((id(), nasty()), 0..9).prop_map(|pairs| pairs.iter().map(|(id, text)| format!("{{\"{id}\": {text}}}")).collect()),
        ]
    ) {
        match crate::cli::scenario_from_json(&text) {
            Ok(scenario) => {
                prop_assert!(within(&scenario));
                prop_assert_eq!(Json::read(&json(&rounded(&scenario))).unwrap().scenario(), Ok(rounded(&scenario)));
            }
            Err(defects) => {
                prop_assert!(!defects.is_empty() && defects.iter().all(|it| is_said(|lang| it.message(lang))));
            }
        }
        if let Err(reason) = Json::read(&text) {
            prop_assert!(serde_json::from_str::<serde_json::Value>(&text).is_err());
            prop_assert!(Defect::Broken(reason.clone()).message(Lang::En).contains(&reason));
        }
    }

    #[test]
    fn of_the_entries_of_a_file_each_is_taken_or_named(
        entries in vec((select(vec!["macro.fx", "reshoring.share", "reshoring.shar", "x"]), -50..500_i32), 0..9),
    ) {
        let pairs: Vec<_> = entries.iter().map(|(id, value)| format!("\"{id}\": {value}")).collect();
        let (mut expected, mut given, mut wrong) = (Scenario::default(), Vec::new(), 0);
        for &(id, value) in &entries {
            let param = ParamId::find(id).filter(|param| !given.contains(param));
            given.extend(param);
            let taken = param.is_some_and(|param| expected.set(param, f64::from(value)).is_ok());
            wrong += usize::from(!taken);
        }
        match Json::read(&format!("{{{}}}", pairs.join(", "))).unwrap().scenario() {
            Ok(scenario) => prop_assert!(wrong == 0 && scenario == expected),
            Err(defects) => prop_assert_eq!(defects.len(), wrong),
        }
    }

    #[test]
    fn whatever_the_browser_kept_is_read_or_reported(
        version in prop_oneof![Just("1".to_owned()), any::<f64>().prop_map(|it| it.to_string()), nasty()],
        entries in vec((nasty(), id(), nasty()), 0..6),
        raw in any::<String>(),
    ) {
        let entry = |(name, id, value): &(String, String, String)| {
            let value = number::parse(value).map_or_else(|| serde_json::json!(value), |number| serde_json::json!(number));
            serde_json::json!({ "name": name, "changes": { id: value } }).to_string()
        };
        let list: Vec<_> = entries.iter().map(entry).collect();
        for text in [format!("{{\"version\": {version}, \"scenarios\": [{}]}}", list.join(",")), raw] {
            let (kept, damage) = saved::read(Json::read(&text).ok().as_ref());
            prop_assert!(kept.iter().all(|it| within(&it.scenario) && !it.name.is_empty()));
            prop_assert!(damage.iter().all(|it| is_said(|lang| it.message(lang))));
            // What was read is kept as it is.
            let rounded: Vec<_> = kept.iter().map(|it| Saved { name: it.name.clone(), scenario: rounded(&it.scenario) }).collect();
            prop_assert_eq!(saved::read(Json::read(&saved::write(&rounded)).ok().as_ref()), (rounded, vec![]));
        }
    }
}

#[test]
fn a_file_of_endless_names_is_read_at_once_and_told_in_few_words() {
    let start = std::time::Instant::now();
    let many = object((0..20_000).map(|number| (format!("k{number}"), serde_json::json!(1))));
    let long = object([("k".repeat(2_000_000), serde_json::json!(1))].into_iter());
    for text in [many, long] {
        let defects = Json::read(&text).unwrap().scenario().unwrap_err();
        let said: usize = defects.iter().map(|it| it.message(Lang::En).len()).sum();
        assert!(
            (1..=60).contains(&defects.len()) && said < LONGEST_MESSAGE,
            "{} {said}",
            defects.len()
        );
    }
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}

fn object(pairs: impl Iterator<Item = (String, serde_json::Value)>) -> String {
    serde_json::Value::Object(pairs.collect()).to_string()
}

/// As the page keeps values: to the digits of their step.
fn rounded(scenario: &Scenario) -> Scenario {
    let mut rounded = *scenario;
    for param in ParamId::all() {
        rounded
            .set(param, param.row().snap(scenario.get(param)))
            .unwrap();
    }
    rounded
}
