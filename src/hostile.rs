//! What comes from outside – links, files, storage, host messages, typed text – drawn at random.
//!
//! Nothing of it may panic, leave a value out of its range, or go by without a message. Each property draws 256 cases;
//! `cargo xtask test --all` sets `PROPTEST_CASES` to many more.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::chapters::{Chapter, ChapterId, evidence, overview, reshoring, share, work};
use crate::embed::{self, Given};
use crate::formula::param_typed;
use crate::i18n::number;
use crate::link::{self, not_accepted};
use crate::scenario::{ParamId, Scenario};
use crate::text::Lang;
use crate::view::{FINDING, View};
use crate::whatif::pin;
use crate::whatif::reading::{Defect, Json, json};
use crate::whatif::saved::{self, Saved};

/// Longest message for one value: what was said, what is accepted, and no more.
const LONGEST_MESSAGE: usize = 20_000;

/// What people and programs put where a number or a name belongs.
const NASTY: &[&str] = &[
    "",
    " ",
    "0",
    "-0",
    "1e308",
    "1e999",
    "-1e999",
    "NaN",
    "Infinity",
    "-Infinity",
    "undefined",
    "null",
    "true",
    "0x10",
    "１００",
    "−5",
    "1,000",
    "1.000,5",
    "..",
    "-",
    "+",
    "%",
    "%zz",
    "%00",
    "%ff%fe",
    "99999999999999999999",
    "0.1e-400",
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "javascript:alert(1)",
    "\"'`&lt;",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "\u{1f4a3}",
    "长",
    "*",
    "*macro.fx*1",
    "&a=b",
    "#",
    "?",
    "\n",
    "__proto__",
    "constructor",
    "toString",
    "../../..",
    "${x}",
    "{{x}}",
];

fn nasty() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => select(NASTY).prop_map(str::to_owned),
        2 => any::<String>(),
        2 => any::<f64>().prop_map(|number| number.to_string()),
        1 => (any::<char>(), 1_usize..4000).prop_map(|(c, times)| String::from(c).repeat(times)),
    ]
}

fn id() -> impl Strategy<Value = String> {
    let known: Vec<_> = ParamId::all().map(|param| param.row().id).collect();
    prop_oneof![4 => select(known).prop_map(str::to_owned), 1 => nasty()]
}

fn key() -> impl Strategy<Value = String> {
    let settings = [
        &[
            "lang", "currency", "usual", "year", "pin", "embed", "inputs", "ground", "model",
        ][..],
        &FINDING,
    ];
    prop_oneof![3 => id(), 2 => select(settings.concat()).prop_map(str::to_owned)]
}

fn value() -> impl Strategy<Value = String> {
    let settings = vec![
        "ja", "en", "jpy", "usd", "1", "2030", "market", "chapter", "dark", "004", "50", "1.5",
    ];
    prop_oneof![2 => select(settings).prop_map(str::to_owned), 3 => nasty()]
}

/// A fragment that looks like a link of the report, escaped or not.
fn fragment() -> impl Strategy<Value = String> {
    let slugs: Vec<_> = ChapterId::ALL.map(ChapterId::slug).to_vec();
    let chapter = prop_oneof![4 => select(slugs).prop_map(str::to_owned), 1 => nasty()];
    let pairs = vec((key(), value(), any::<bool>()), 0..12);
    (
        chapter,
        prop_oneof![
            select(vec!["", "market", "labour"]).prop_map(str::to_owned),
            nasty()
        ],
        pairs,
    )
        .prop_map(|(chapter, section, pairs)| {
            let written = pairs.into_iter().map(|(key, value, escape)| match escape {
                true => format!(
                    "{key}={}",
                    form_urlencoded::byte_serialize(value.as_bytes()).collect::<String>()
                ),
                false => format!("{key}={value}"),
            });
            format!(
                "#/{chapter}/{section}?{}",
                written.collect::<Vec<_>>().join("&")
            )
        })
}

fn within(scenario: &Scenario) -> bool {
    ParamId::all().all(|param| param.row().accepts(scenario.get(param)))
}

/// Said in both languages, in few enough words, the Japanese ones in Japanese, and without what would break a line.
fn is_said(message: impl Fn(Lang) -> String) -> bool {
    let (en, ja) = (message(Lang::En), message(Lang::Ja));
    let is_line = |said: &String| {
        !said.is_empty() && said.len() < LONGEST_MESSAGE && said.chars().all(link::is_plain)
    };
    let is_japanese = |c: char| ('\u{3041}'..='\u{30ff}').contains(&c);
    is_line(&en) && is_line(&ja) && en != ja && ja.chars().any(is_japanese)
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

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

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
    fn any_wish_for_an_embed_is_met_or_refused_with_what_is_accepted(
        pairs in vec((select(vec!["embed", "inputs", "ground", "model"]), value()), 0..8)
    ) {
        const CHAPTERS: [&Chapter; 5] = [&overview::CHAPTER, &reshoring::CHAPTER, &share::CHAPTER, &work::CHAPTER, &evidence::CHAPTER];
        let asks = pairs.iter().fold(String::new(), |asks, (key, value)| embed::asking(&asks, key, value));
        // No value makes a line of its own.
        prop_assert!(embed::asks(&asks).count() <= 4);
        for chapter in CHAPTERS {
            let embed = embed::read(chapter, &asks);
            prop_assert!(embed.refusals.len() <= embed::MOST_REFUSALS + 1);
            prop_assert!(embed.refusals.iter().all(|it| is_said(|lang| it.message(lang))));
            prop_assert!(embed.refusals.first().is_none_or(|it| !it.accepted.is_empty()));
            // What is shown was asked for, or its absence is told.
            let asked = embed::asked(&asks, "embed").map(|name| chapter.figure(name).is_some() || name == "chapter" || embed::TOOLS.contains(&name));
            prop_assert_eq!(embed.shows != embed::Shows::Nothing, asked == Some(true));
            prop_assert_eq!(embed.refusals.iter().filter(|it| it.about == "embed").count(), usize::from(asked == Some(false)));
            prop_assert!(embed.frozen.is_none() || embed.inputs.is_empty());
        }
    }

    #[test]
    fn any_inputs_of_a_host_leave_the_scenario_within_its_ranges(
        inputs in vec((id(), prop_oneof![any::<f64>().prop_map(Given::Number), nasty().prop_map(Given::Other)]), 0..12)
    ) {
        let (scenario, refusals) = embed::take(&Scenario::default(), &inputs);
        prop_assert!(within(&scenario));
        let fits = |(id, given): &&(String, Given)| match (ParamId::find(id), given) {
            (Some(param), Given::Number(value)) => param.row().accepts(*value),
            _ => false,
        };
        prop_assert_eq!(refusals.len(), inputs.iter().filter(|it| !fits(it)).count());
        for refusal in &refusals {
            prop_assert!(is_said(|lang| refusal.message(lang)));
            prop_assert!(refusal.message(Lang::En).contains(&refusal.value));
        }
        let wrong: Vec<_> = inputs.iter().filter(|it| !fits(it)).collect();
        for (refusal, (id, given)) in refusals.iter().zip(wrong) {
            let quoted = match (ParamId::find(id), given) {
                (None, _) => link::quoted(id),
                (_, Given::Other(text)) => link::quoted(text),
                (_, Given::Number(number)) => embed::spelled(*number),
            };
            prop_assert_eq!(&refusal.value, &quoted);
            let first = refusals.iter().find(|it| it.about == refusal.about);
            prop_assert!(first.is_some_and(|it| !it.accepted.is_empty()));
        }
    }

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

    #[test]
    fn any_typed_text_is_a_number_or_none(text in nasty()) {
        if let Some(number) = number::parse(&text) {
            // Read again by somebody else: without what may stand around it, and the separators of what is printed so.
            let plain: String = text.trim().chars().map(|c| char::from_u32((c as u32).wrapping_sub(0xFEE0)).filter(char::is_ascii).unwrap_or(c)).collect();
            let digits: String = plain.replace(['−', '–', 'ー'], "-").replace('。', ".").replace(['$', '¥', '+', '%', ' ', ','], "");
            prop_assert_eq!(Ok(number), digits.trim().parse::<f64>(), "{}", text);
            let groups = digits_of(&plain).split(',').skip(1).map(str::len);
            prop_assert!(groups.into_iter().all(|length| length == 3), "{}", text);
        }
        for param in [ParamId::all().next().unwrap(), ParamId::find("reshoring.share").unwrap()] {
            for lang in Lang::ALL {
                prop_assert!(not_accepted(param, &text, (1.0, "%"), lang).len() < LONGEST_MESSAGE);
            }
        }
    }

    #[test]
    fn every_value_reads_back_as_its_field_shows_it(index in any::<proptest::sample::Index>(), share in 0.0..=1.0) {
        let param = ParamId::all().nth(index.index(ParamId::all().count())).unwrap();
        let row = param.row();
        let value = row.snap(row.min + (row.max - row.min) * share);
        let shown = param_typed(param, value, Lang::En);
        prop_assert_eq!(number::parse(&shown).map(|read| row.snap(read)), Some(value), "{}", shown);
        prop_assert!(row.accepts(row.snap(value)));
    }

    #[test]
    fn words_to_look_for_come_back_as_they_were(texts in vec((select(FINDING.to_vec()), nasty()), 0..9)) {
        let finding = texts.iter().fold(String::new(), |finding, (key, text)| link::found(&finding, key, text));
        for name in FINDING {
            let last = texts.iter().rev().find(|(key, _)| *key == name).map_or("", |(_, text)| text.as_str());
            prop_assert!(last.starts_with(&link::looked_for(&finding, name)));
        }
    }

    #[test]
    fn no_text_from_outside_ends_the_attribute_that_holds_it(address in nasty(), title in nasty()) {
        for (html, quotes) in [(embed::snippet(&address, &title, 400), 12), (embed::script(&address), 2)] {
            let body = html.trim_start_matches('<').trim_end_matches('>');
            prop_assert_eq!(html.matches('"').count(), quotes, "{}", html);
            prop_assert_eq!(body.matches('<').count(), 1, "{}", html);
        }
    }
}

/// From the first digit to the last.
fn digits_of(text: &str) -> &str {
    let digit = |c: char| c.is_ascii_digit();
    match (text.find(digit), text.rfind(digit)) {
        (Some(first), Some(last)) => text[first..=last].split('.').next().unwrap_or_default(),
        _ => "",
    }
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
