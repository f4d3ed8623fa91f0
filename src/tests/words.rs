//! The list of tests that the chapter on evidence shows: what it names exists, and the models' tests are all explained.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

/// Tests that hold the models to their equations and to the documents: all are explained in Japanese.
const MODELS: [&str; 6] = [
    "src/model/",
    "src/formula/",
    "src/tests/published.rs",
    "src/tests/cases.rs",
    "src/tests/corners.rs",
    "src/tests/identities.rs",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn words() -> Table {
    let text = fs::read_to_string(root().join("src/tests/words.toml")).unwrap();
    text.parse().unwrap()
}

/// The names of the tests of a file.
fn tests_of(path: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(path).unwrap_or_else(|_| panic!("no file {}", path.display()));
    let after = text.split("#[test]").skip(1);
    let names = after.filter_map(|after| after.split_once("fn ")?.1.split_once('('));
    names.map(|(name, _)| name.to_owned()).collect()
}

/// Every Rust file below a path.
fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let inside = fs::read_dir(path)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let files = inside.flat_map(|path| files(&path));
    files
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .collect()
}

#[test]
fn every_test_that_is_explained_exists_and_is_explained_in_japanese() {
    for (file, explained) in words() {
        let tests = tests_of(&root().join(&file));
        for (name, words) in explained.as_table().unwrap() {
            assert!(tests.contains(name), "{file}: no test {name}");
            let words = words.as_str().unwrap_or_default();
            let japanese = words
                .chars()
                .any(|c| ('\u{3040}'..='\u{9fff}').contains(&c));
            assert!(japanese, "{file}: {name}");
        }
    }
}

#[test]
fn every_test_of_the_models_is_explained() {
    let words = words();
    let mut checked = 0;
    for path in MODELS.iter().flat_map(|path| files(&root().join(path))) {
        let file = path
            .strip_prefix(root())
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        let explained = words.get(&file).and_then(Value::as_table);
        for name in tests_of(&path) {
            assert!(
                explained.is_some_and(|it| it.contains_key(&name)),
                "{file}: {name}"
            );
            checked += 1;
        }
    }
    assert!(checked > 60, "{checked}");
}
