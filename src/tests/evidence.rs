//! The health of the register: every printed figure is whole, and every relation between figures is recomputed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use toml::{Table, Value};

use crate::arithmetic::evaluate;

type Row = BTreeMap<String, String>;
type Register = BTreeMap<String, Row>;

fn path(name: &str) -> String {
    format!("{}/src/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn rows(file: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(path(&format!("data/{file}"))).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

fn register() -> Register {
    let rows = rows("published.csv").into_iter();
    rows.map(|row| (row["id"].clone(), row)).collect()
}

fn words() -> Table {
    let text = fs::read_to_string(path("data/words.toml")).unwrap();
    text.parse().unwrap()
}

fn japanese(text: &str) -> bool {
    text.chars().any(|c| ('\u{3040}'..='\u{9fff}').contains(&c))
}

/// Figures that belong to no time: properties of a product, results of a pilot, counts of a definition.
const TIMELESS: &[&str] = &["platforms.tpu-", "cases.", "genai.bar-exam-"];
const TIMELESS_ALONE: [&str; 8] = [
    "platforms.eci-benchmarks-min",
    "genai.gpt3-training-power",
    "genai.gpt3-params-power-note",
    "genai.accuracy-guarantee",
    "genai.india-languages",
    "genai.india-dialects",
    "reshoring.eastern-europe-excluded",
    "sovereign.core-elements",
];

#[test]
fn every_figure_has_labels_unit_period_document_and_section() {
    let rows = rows("published.csv");
    assert_eq!(rows.len(), register().len(), "an id stands twice");
    for row in &rows {
        let id = &row["id"];
        assert!(
            !row["label_en"].is_empty() && !japanese(&row["label_en"]),
            "{id}"
        );
        assert!(!row["label_ja"].is_empty(), "{id}");
        for column in ["unit", "section", "geography", "kind", "theme"] {
            assert!(!row[column].is_empty(), "{id}: {column}");
        }
        let known = industry2040::source::Document::ALL.map(|document| document.file_name());
        assert!(known.contains(&row["seed"].as_str()), "{id}");
        let some = ["value", "low", "high"]
            .iter()
            .any(|column| !row[*column].is_empty());
        assert!(some, "{id}: no value");
        let timeless = TIMELESS.iter().any(|begun| id.starts_with(begun))
            || TIMELESS_ALONE.contains(&id.as_str())
            || id == "sovereign.cloud-structural-factors";
        assert!(!row["period"].is_empty() || timeless, "{id}: no period");
    }
}

#[test]
fn every_code_of_the_register_has_words_in_both_languages() {
    let words = words();
    let mut used: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for row in rows("published.csv") {
        for column in ["theme", "kind"] {
            used.entry(column).or_default().insert(row[column].clone());
        }
        let places = row["geography"].split("; ").map(str::to_owned);
        used.entry("geography").or_default().extend(places);
        if !by_rule(&row["period"]) {
            used.entry("period")
                .or_default()
                .insert(row["period"].clone());
        }
    }
    let verdicts = rows("conflicts.csv")
        .into_iter()
        .map(|row| row["verdict"].clone());
    used.entry("verdict").or_default().extend(verdicts);
    for (kind, used) in used {
        let known = words[kind].as_table().unwrap();
        let listed: BTreeSet<_> = known.keys().cloned().collect();
        assert_eq!(listed, used, "{kind}");
        for (code, pair) in known {
            let pair: Vec<_> = pair
                .as_array()
                .unwrap()
                .iter()
                .filter_map(Value::as_str)
                .collect();
            assert!(
                pair.len() == 2 && !japanese(pair[0]) && !pair[1].is_empty(),
                "{code}"
            );
        }
    }
}

#[test]
fn every_remark_of_the_register_has_japanese_words() {
    let words = words();
    let known: BTreeSet<_> = words["note"].as_table().unwrap().keys().cloned().collect();
    let notes = rows("published.csv").into_iter();
    let notes: BTreeSet<_> = notes.map(|row| row["note"].trim().to_owned()).collect();
    let used = notes.into_iter().filter(|note| !note.is_empty()).collect();
    assert_eq!(known, used);
}

/// `2040`, `FY2026`, `2025-12`, `2025-12-05` and `2026-2031` are written by rule.
fn by_rule(period: &str) -> bool {
    let parts: Vec<_> = period
        .strip_prefix("FY")
        .unwrap_or(period)
        .split('-')
        .collect();
    let lengths: Vec<_> = parts.iter().map(|part| part.len()).collect();
    parts
        .iter()
        .all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
        && matches!(lengths[..], [4] | [4, 2] | [4, 2, 2] | [4, 4])
        && (lengths.get(1) != Some(&2) || parts[1] <= "12")
}

/// Relations that rest on one figure of the register and a list or chart that is none.
const ONE_FIGURE: [&str; 3] = ["dc-share-metric", "typology-count", "certified-count"];

#[test]
fn every_relation_has_its_figures_both_languages_and_a_verdict() {
    let (register, mut seen) = (register(), BTreeSet::new());
    for row in rows("conflicts.csv") {
        let id = &row["id"];
        assert!(seen.insert(id.clone()), "{id} stands twice");
        for figure in ["figure_a", "figure_b"] {
            let named = register.contains_key(&row[figure]);
            let alone = row[figure].is_empty() && ONE_FIGURE.contains(&id.as_str());
            assert!(named || alone, "{id}: {figure} {}", row[figure]);
        }
        for column in ["relation", "explanation"] {
            let (en, ja) = (&row[&format!("{column}_en")], &row[&format!("{column}_ja")]);
            assert!(!en.is_empty() && !japanese(en), "{id}: {en}");
            assert!(!ja.is_empty(), "{id}: no Japanese {column}");
        }
    }
    assert_eq!(seen.len(), 114);
}

/// Relations in words, where there is nothing to compute, and what is asserted of each.
#[test]
fn relations_without_a_number_hold_as_they_are_stated() {
    let register = register();
    let unit = |id: &str| register[id]["unit"].clone();
    let year = |id: &str| register[id]["value"].parse::<u16>().unwrap();
    let rows_of = |table: &str| {
        let text = fs::read_to_string(path(&format!("tables/{table}.toml"))).unwrap();
        text.parse::<Table>().unwrap()["row"]
            .as_array()
            .unwrap()
            .clone()
    };
    let mut checked = BTreeSet::new();
    let mut holds = |id: &'static str, condition: bool| {
        assert!(condition, "{id}");
        checked.insert(id);
    };
    let items = rows_of("cost_items");
    let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    let running = items
        .iter()
        .filter(|row| text(row, "phase_en").contains("2040"));
    holds("running-items", running.count() == 3);
    // One chapter counts data centres, the other measures their capacity in one quarter: no values, so no sum.
    let quarter = &register["sovereign.dc-share-quarter"];
    holds(
        "dc-share-metric",
        quarter["period"] == "2022 Q2" && quarter["unit"] == "year",
    );
    holds(
        "mistral-currency",
        unit("funding.mistral-round") == "EUR_bn" && unit("funding.mistral-valuation") == "USD_bn",
    );
    holds(
        "midjourney-price",
        year("genai.midjourney-release") == year("genai.stable-diffusion-release"),
    );
    holds(
        "task-class-drivers",
        year("labour.task-classes") == 4 && year("labour.professional-subgroups") == 3,
    );
    let firms = |id: &str| id.starts_with("genai.newly-funded-ai-firms-");
    let number = |row: &Row| row["value"].parse::<f64>().unwrap();
    let japan = number(&register["genai.newly-funded-ai-firms-japan"]);
    let above = register
        .values()
        .filter(|row| firms(&row["id"]) && number(row) > japan);
    holds(
        "research-rank-10",
        above.count() + 1 == usize::from(year("genai.ai-research-rank-japan")),
    );
    let (base, risk) = (
        &register["sovereign.digital-deficit-2035-meti"],
        &register["sovereign.digital-deficit-2040-risk"],
    );
    holds(
        "risk-scenario-start",
        base["actor"] == "METI" && risk["actor"] == "Mizuho Bank",
    );
    let wordless: BTreeSet<String> = rows("conflicts.csv")
        .into_iter()
        .filter(|row| row["formula"].is_empty())
        .map(|row| {
            assert!(
                row["computed"].is_empty() && row["unit"].is_empty(),
                "{}",
                row["id"]
            );
            row["id"].clone()
        })
        .collect();
    assert_eq!(wordless, checked.into_iter().map(str::to_owned).collect());
    // What two relations count stands in tables of the documents.
    assert_eq!(rows_of("gpu_cloud_certified").len(), 3);
    assert_eq!(rows_of("industries").len(), 19);
}

#[test]
fn the_arithmetic_of_every_relation_gives_its_printed_digits() {
    let register = register();
    for row in rows("conflicts.csv")
        .into_iter()
        .filter(|row| !row["formula"].is_empty())
    {
        let id = &row["id"];
        let formulas: Vec<_> = row["formula"].split(" to ").collect();
        let printed: Vec<_> = row["computed"].split(" to ").collect();
        assert_eq!(formulas.len(), printed.len(), "{id}");
        for (formula, printed) in formulas.into_iter().zip(printed) {
            let pair = [row["figure_a"].as_str(), row["figure_b"].as_str()];
            let value = evaluate(formula, &|text| named(&register, pair, text));
            let expected: f64 = printed.parse().unwrap();
            let decimals = printed
                .split_once('.')
                .map_or(0, |(_, behind)| behind.len());
            let half = 0.5 * 10f64.powi(-(decimals as i32)) + 1e-9;
            // Large numbers are printed to four significant digits.
            let half = if expected >= 1e6 {
                half.max(expected * 5e-5)
            } else {
                half
            };
            assert!(
                (value - expected).abs() <= half,
                "{id}: {value} instead of {printed}"
            );
        }
    }
}

/// A name at the head of a formula: `a`, `b` or another figure in braces, with `.low`, `.high`, or `.first` and `.last`
/// year.
fn named<'a>(register: &Register, pair: [&str; 2], text: &'a str) -> Option<(f64, &'a str)> {
    if let Some((name, rest)) = text.strip_prefix('{').and_then(|text| text.split_once('}')) {
        let (id, part) = PARTS
            .into_iter()
            .find_map(|part| Some((name.strip_suffix(part)?.strip_suffix('.')?, part)))
            .unwrap_or((name, ""));
        return Some((figure(register, id, part), rest));
    }
    let (id, rest) = ["a", "b"]
        .into_iter()
        .zip(pair)
        .find_map(|(sign, id)| Some((id, text.strip_prefix(sign)?)))?;
    let (part, rest) = PARTS
        .into_iter()
        .find_map(|part| Some((part, rest.strip_prefix('.')?.strip_prefix(part)?)))
        .unwrap_or(("", rest));
    Some((figure(register, id, part), rest))
}

const PARTS: [&str; 4] = ["low", "high", "first", "last"];

fn figure(register: &Register, id: &str, part: &str) -> f64 {
    let row = register.get(id).unwrap_or_else(|| panic!("no figure {id}"));
    let years: Vec<&str> = row["period"]
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| part.len() == 4)
        .collect();
    let text = match part {
        "first" => years.first().copied().unwrap_or_default(),
        "last" => years.last().copied().unwrap_or_default(),
        "" => &row["value"],
        end => &row[end],
    };
    text.parse()
        .unwrap_or_else(|_| panic!("{id} has no {part}"))
}
