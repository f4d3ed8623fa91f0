//! Links, whole and part by part, with what is pinned and looked for in them.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::strange::{fragment, id, nasty};
use super::{budget, is_said, within};
use crate::i18n::number;
use crate::link;
use crate::scenario::{ParamId, Scenario};
use crate::text::Lang;
use crate::view::{FINDING, View};
use crate::whatif::pin;

proptest! {
    #![proptest_config(budget())]

    #[test]
    fn any_link_gives_a_scenario_within_its_ranges_and_says_what_it_left_out(
        fragment in prop_oneof![3 => fragment(), 1 => any::<String>()]
    ) {
        let link = link::decode(&fragment);
        prop_assert!(within(&link.scenario));
        prop_assert!(link.issues.iter().all(|issue| is_said(|lang| issue.message(lang))));
        // What was understood is written as a link that says the same, without anything left to complain about.
        let again = link::decode(&link::encode(&link.scenario, &view(&link)));
        prop_assert_eq!(&again.issues, &[]);
        prop_assert_eq!(again.scenario, link.scenario);
        prop_assert_eq!((again.pin, again.finding, again.year), (link.pin, link.finding, link.year));
    }

    #[test]
    fn every_part_of_a_link_that_is_not_taken_is_named(
        key in prop_oneof![id(), select(vec!["lang", "currency", "usual", "year"]).prop_map(str::to_owned)],
        value in prop_oneof![nasty(), (0.0..250.0).prop_map(|it: f64| number::plain(it, 2))],
    ) {
        let escaped: String = form_urlencoded::byte_serialize(value.as_bytes()).collect();
        let name: String = form_urlencoded::byte_serialize(key.as_bytes()).collect();
        let known = is_taken(&key, &value);
        let settings = ["lang", "currency", "usual", "year", "pin", "embed", "inputs", "ground", "model", "result", "target"];
        prop_assume!(settings[..4].contains(&key.as_str()) || !settings.contains(&key.as_str()));
        let link = link::decode(&format!("#/reshoring?{name}={escaped}"));
        let said: Vec<_> = link.issues.iter().map(|issue| issue.message(Lang::En)).collect();
        if known {
            prop_assert_eq!(said, Vec::<String>::new());
        } else if number::parse(&value).is_none() || ParamId::find(&key).is_none() {
            // A part that is neither a plain name nor a number leaves everything as it was, and is named.
            prop_assert_eq!(link.scenario, Scenario::default());
            let named = if ParamId::find(&key).is_some() || settings.contains(&key.as_str()) { &value } else { &key };
            prop_assert_eq!(said.len(), 1, "{:?}", said);
            prop_assert!(said[0].contains(&link::quoted(named)), "{:?}", said);
        } else if let (Ok(number), true) = (value.parse::<f64>(), value.len() <= 12) {
            // A number as programs write it, and outside of the range, for it is not known.
            let outside = ParamId::find(&key).is_some_and(|param| !param.row().accepts(number));
            prop_assert_eq!(said.len(), usize::from(outside), "{:?}", said);
        }
    }

    #[test]
    fn any_pinned_scenario_is_within_its_ranges(pin in vec(prop_oneof![id(), nasty()], 0..9)) {
        let (name, scenario, issues) = pin::decode(&pin.join("*"));
        prop_assert!(within(&scenario) && name.chars().count() <= pin::LONGEST_NAME);
        prop_assert!(issues.iter().all(|issue| is_said(|lang| issue.message(lang))));
        // A part that is neither an input nor its value is named.
        let inputs = pin.join("*").split('*').skip(1).map(str::to_owned).collect::<Vec<_>>();
        let strange = inputs.chunks(2).take(20).any(|it| it.len() < 2 || ParamId::find(&it[0]).is_none() || number::parse(&it[1]).is_none());
        prop_assert!(!strange || !issues.is_empty());
        let (kept, same, none) = pin::decode(&pin::encode(&name, &scenario));
        // Nothing at all is no scenario to compare with.
        let nothing = usize::from(name.is_empty() && scenario == Scenario::default());
        prop_assert_eq!((kept, same, none.len()), (name, scenario, nothing));
    }

    #[test]
    fn words_to_look_for_come_back_as_they_were(texts in vec((select(FINDING.to_vec()), nasty()), 0..9)) {
        let finding = texts.iter().fold(String::new(), |finding, (key, text)| link::found(&finding, key, text));
        for name in FINDING {
            let last = texts.iter().rev().find(|(key, _)| *key == name).map_or("", |(_, text)| text.as_str());
            prop_assert!(last.starts_with(&link::looked_for(&finding, name)));
        }
    }
}

#[test]
fn a_link_of_endless_parts_is_read_at_once_and_told_in_few_words() {
    let start = std::time::Instant::now();
    let endless: String = (0..300_000).map(|number| format!("&k{number}=1")).collect();
    let link = link::decode(&format!("#/reshoring?reshoring.share=50{endless}"));
    assert_eq!(link::encode_changes(&link.scenario), "reshoring.share=50");
    assert!(
        (1..=40).contains(&link.issues.len()),
        "{}",
        link.issues.len()
    );
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}

/// Whether a part of a link is one that every version takes, by rules of its own: names and numbers as plain as they
/// are written by the report.
fn is_taken(key: &str, value: &str) -> bool {
    match key {
        "lang" => matches!(value, "en" | "ja"),
        "currency" => matches!(value, "native" | "usd" | "jpy"),
        "usual" => matches!(value, "0" | "1"),
        "year" => (2025..=2040).any(|year| value == year.to_string()),
        _ => ParamId::all()
            .find(|param| param.row().id == key)
            .is_some_and(|param| {
                let is_short = value.len() <= 12 && !value.is_empty();
                let is_digits = value
                    .chars()
                    .all(|c| c.is_ascii_digit() || matches!(c, '-' | '.'));
                let number = value.parse::<f64>();
                is_short
                    && is_digits
                    && number
                        .is_ok_and(|number| (param.row().min..=param.row().max).contains(&number))
            }),
    }
}

fn view(link: &link::Link) -> View {
    View {
        lang: link.lang.unwrap_or_default(),
        currency: link.currency.unwrap_or_default(),
        chapter: link.chapter,
        section: link.section,
        capex_as_usual: link.capex_as_usual,
        year: link.year,
        pin: link.pin.clone(),
        finding: link.finding.clone(),
    }
}
