//! The tables of the documents: whole in both languages, tied to the register of figures, placed once by the prose.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use toml::{Table, Value};

use industry2040::data::books;

const LANGUAGES: [&str; 2] = ["en", "ja"];

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("src")
        .join(name)
}

/// Every table with its id.
fn tables() -> Vec<(String, Table)> {
    let files = fs::read_dir(folder("tables")).unwrap();
    let mut tables: Vec<_> = files
        .map(|file| {
            let path = file.unwrap().path();
            let id = path.file_stem().unwrap().to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).unwrap();
            let table = text.parse().unwrap_or_else(|error| panic!("{id}: {error}"));
            (id, table)
        })
        .collect();
    tables.sort_by(|a, b| a.0.cmp(&b.0));
    tables
}

fn list<'a>(table: &'a Table, key: &str) -> Vec<&'a Table> {
    let rows = table.get(key).and_then(Value::as_array);
    rows.into_iter()
        .flatten()
        .filter_map(Value::as_table)
        .collect()
}

fn text<'a>(table: &'a Table, key: &str) -> Option<&'a str> {
    table.get(key).and_then(Value::as_str)
}

/// The texts of a value that may be one or several.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::Array(values) => values.iter().filter_map(Value::as_str).collect(),
        value => value.as_str().into_iter().collect(),
    }
}

/// Panics unless there is something to read in both languages; `wanted` says whether there must be.
#[track_caller]
fn in_both(of: &Table, key: &str, wanted: bool, place: &str) {
    let [en, ja] = LANGUAGES.map(|lang| {
        let value = of.get(&format!("{key}{lang}"));
        value.map(texts).unwrap_or_default().concat()
    });
    assert_eq!(
        en.is_empty(),
        ja.is_empty(),
        "{place}: {key} in one language"
    );
    assert!(!wanted || !en.is_empty(), "{place}: no {key}");
    let japanese = |text: &str| text.chars().any(|c| ('\u{3040}'..='\u{9fff}').contains(&c));
    assert!(!japanese(&en), "{place}: {en}");
}

#[test]
fn every_table_has_a_title_documents_a_section_and_named_columns() {
    let tables = tables();
    assert!(tables.len() > 100, "{}", tables.len());
    for (id, table) in &tables {
        in_both(table, "title_", true, id);
        in_both(table, "note_", false, id);
        assert!(text(table, "source_page").is_some(), "{id}");
        let seeds = texts(&table["seeds"]);
        assert!(
            !seeds.is_empty() && seeds.iter().all(|seed| seed.len() == 3),
            "{id}"
        );
        let columns = list(table, "column");
        assert!(
            !columns.is_empty() && !list(table, "row").is_empty(),
            "{id}"
        );
        let keys: BTreeSet<_> = columns.iter().map(|column| text(column, "key")).collect();
        assert_eq!(keys.len(), columns.len(), "{id}: columns with the same key");
        for column in columns {
            in_both(column, "", true, id);
            in_both(column, "empty_", false, id);
            let kind = text(column, "kind").unwrap_or("text");
            assert!(
                ["text", "number", "date", "tag"].contains(&kind),
                "{id}: {kind}"
            );
        }
    }
}

#[test]
fn every_cell_is_there_in_both_languages_unless_the_column_says_what_an_empty_one_means() {
    for (id, table) in tables() {
        let codes: BTreeSet<_> = list(&table, "word")
            .into_iter()
            .map(|word| {
                in_both(word, "", true, &id);
                text(word, "code").unwrap()
            })
            .collect();
        for (number, row) in list(&table, "row").into_iter().enumerate() {
            for column in list(&table, "column") {
                let key = text(column, "key").unwrap();
                let place = format!("{id}, row {}, {key}", number + 1);
                let Some(bare) = row.get(key) else {
                    in_both(
                        row,
                        &format!("{key}_"),
                        text(column, "empty_en").is_none(),
                        &place,
                    );
                    continue;
                };
                let pair = row.contains_key(&format!("{key}_en"));
                assert!(!pair, "{place}: twice");
                match text(column, "kind") {
                    Some("number") => assert!(bare.is_integer() || bare.is_float(), "{place}"),
                    Some("tag") => {
                        let used = texts(bare);
                        assert!(!used.is_empty(), "{place}");
                        for code in used {
                            assert!(codes.contains(code), "{place}: {code} is not declared");
                        }
                    }
                    Some("date") => assert!(is_date(bare), "{place}: {bare:?}"),
                    // The same in both languages: names and numbers in Latin letters.
                    _ => assert!(texts(bare).iter().all(|text| text.is_ascii()), "{place}"),
                }
            }
        }
    }
}

/// `2025-12-05`, `2025-12` or `2025`.
fn is_date(value: &Value) -> bool {
    let text = value
        .as_integer()
        .map_or_else(|| texts(value).concat(), |year| year.to_string());
    let parts: Vec<_> = text.split('-').map(str::len).collect();
    let digits = text.chars().all(|c| c.is_ascii_digit() || c == '-');
    digits && [&[4][..], &[4, 2], &[4, 2, 2]].contains(&parts.as_slice())
}

#[test]
fn every_word_that_is_declared_is_used() {
    for (id, table) in tables() {
        let rows = list(&table, "row");
        let used: BTreeSet<_> = rows
            .iter()
            .flat_map(|row| row.values())
            .flat_map(texts)
            .collect();
        for word in list(&table, "word") {
            let code = text(word, "code").unwrap();
            assert!(used.contains(code), "{id}: {code}");
        }
    }
}

#[test]
fn every_figure_named_in_a_row_is_in_the_register() {
    let mut register = csv::Reader::from_path(folder("data").join("published.csv")).unwrap();
    let ids: BTreeSet<_> = register
        .records()
        .map(|row| row.unwrap()[0].to_owned())
        .collect();
    let mut checked = 0;
    for (id, table) in tables() {
        for row in list(&table, "row") {
            for figure in row.get("figure_ids").map(texts).unwrap_or_default() {
                assert!(ids.contains(figure), "{id}: {figure}");
                checked += 1;
            }
        }
    }
    assert!(checked > 30, "{checked}");
}

#[test]
fn the_prose_places_tables_that_exist_and_none_twice() {
    let known: BTreeSet<_> = tables().into_iter().map(|(id, _)| id).collect();
    let mut placed = BTreeSet::new();
    // The chapter on evidence shows again what belongs to its matter.
    let others = books::ALL
        .iter()
        .filter(|book| !std::ptr::eq(**book, &raw const books::EVIDENCE));
    for listing in others.flat_map(|book| book.listings) {
        assert!(known.contains(listing.id), "{}", listing.id);
        assert!(placed.insert(listing.id), "{} is placed twice", listing.id);
        assert!(
            listing.rows > 0 && !listing.documents.is_empty(),
            "{}",
            listing.id
        );
    }
    assert!(placed.contains("autonomy_cases"));
}
