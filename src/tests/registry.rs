//! The parameter rows against the table they must agree with, and against themselves.

use std::collections::{BTreeMap, BTreeSet};

use industry2040::scenario::{Group, ParamId, Scenario};
use industry2040::source::Origin;

fn reference() -> Vec<BTreeMap<String, String>> {
    read(
        std::fs::File::open(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/src/tests/data/parameters.csv"
        ))
        .unwrap(),
    )
}

fn read(text: impl std::io::Read) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_reader(text)
        .deserialize()
        .map(Result::unwrap)
        .collect()
}

#[test]
fn the_rows_agree_with_the_parameter_table_in_every_column() {
    let reference = reference();
    let table = read(industry2040::cli::table().as_bytes());
    assert_eq!(table.len(), reference.len());
    for (row, expected) in table.iter().zip(&reference) {
        for (column, expected) in expected {
            let same = row[column] == *expected
                || matches!((row[column].parse::<f64>(), expected.parse::<f64>()), (Ok(a), Ok(b)) if a == b);
            assert!(
                same,
                "{} {column}: {} instead of {expected}",
                row["id"], row[column]
            );
        }
    }
}

#[test]
fn ids_and_former_ids_are_unique_and_found() {
    let mut seen = BTreeSet::new();
    for param in ParamId::all() {
        let row = param.row();
        for id in [row.id].iter().chain(row.aliases) {
            assert!(seen.insert(*id), "{id} is used twice");
            assert_eq!(ParamId::find(id), Some(param));
        }
    }
    assert_eq!(ParamId::find("no.such"), None);
}

#[test]
fn every_text_is_there_in_both_languages() {
    for param in ParamId::all() {
        let (row, note) = (param.row(), param.note());
        assert!(
            !row.label.en.is_empty() && !row.label.ja.is_empty(),
            "{}",
            row.id
        );
        assert_eq!(note.en.is_empty(), note.ja.is_empty(), "{}", row.id);
        assert_ne!(row.label.en, row.label.ja, "{}", row.id);
        assert!(note.ja.is_empty() || note.ja.ends_with('。'), "{}", row.id);
        if let Origin::Statistic(source) = row.origin {
            assert!(!source.en.is_empty() && !source.ja.is_empty(), "{}", row.id);
        }
    }
}

#[test]
fn default_and_plausible_range_lie_within_the_range_and_on_the_slider() {
    for param in ParamId::all() {
        let row = param.row();
        assert!(row.min < row.max && row.step > 0.0, "{}", row.id);
        assert!(row.min <= row.low && row.low <= row.default, "{}", row.id);
        assert!(row.default <= row.high && row.high <= row.max, "{}", row.id);
        assert_eq!(
            row.snap(row.default),
            row.default,
            "{} is off the slider grid",
            row.id
        );
        assert_eq!(row.snap(row.max), row.max, "{}", row.id);
    }
}

#[test]
fn values_that_are_rounded_move_in_whole_steps() {
    let rounded = ParamId::all()
        .map(ParamId::row)
        .filter(|row| row.unit.is_whole());
    for row in rounded {
        assert!(
            row.step.fract() == 0.0 && row.default.fract() == 0.0,
            "{}",
            row.id
        );
    }
}

#[test]
fn the_groups_hold_every_parameter_once_in_order() {
    let by_group: Vec<_> = Group::ALL.into_iter().flat_map(Group::params).collect();
    assert_eq!(by_group, ParamId::all().collect::<Vec<_>>());
    assert!(
        Group::ALL
            .into_iter()
            .all(|group| group.params().all(|param| param.group() == group))
    );
}

#[test]
fn a_value_outside_the_range_is_refused_and_changes_nothing() {
    let fx = ParamId::find("macro.fx").unwrap();
    let mut scenario = Scenario::default();
    for value in [79.999, 220.001, f64::NAN, f64::INFINITY] {
        assert!(scenario.set(fx, value).is_err());
    }
    assert_eq!(scenario, Scenario::default());
    scenario.set(fx, 110.0).unwrap();
    assert_eq!(scenario.changed().collect::<Vec<_>>(), [fx]);
    scenario.set(fx, fx.row().default).unwrap();
    assert_eq!(scenario, Scenario::default());
}
