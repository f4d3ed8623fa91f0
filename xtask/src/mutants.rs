//! Mutation testing: the models are changed one operator at a time, and a test must fail each time.
//!
//! `.cargo/mutants.toml` says what is changed and which tests look; `src/tests/survivors.toml` names what may survive.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::thread::available_parallelism;

use crate::command::command;
use crate::tools::MUTANTS;
use crate::{Outcome, Stop, step};

/// At least so many of a hundred changes must be noticed.
const WANTED: usize = 95;

/// Where cargo-mutants writes, below the workspace.
const OUTPUT: &str = "target/mutants";

/// What became of every change that builds, by its name; `true` was noticed.
type Found = BTreeMap<String, bool>;

/// Tries every change, then holds what was not noticed against the list; nothing while the sources stay the same.
pub fn mutants(root: &Path, sources: u64) -> Outcome {
    MUTANTS.install(root)?;
    step::when_changed(root, "mutants", sources, "", || {
        run(root)?;
        let read = |path: &str| {
            fs::read_to_string(root.join(path))
                .map_err(|error| Stop::Failed(format!("mutants: cannot read {path}: {error}")))
        };
        let list = |name: &str| read(&format!("{OUTPUT}/mutants.out/{name}.txt"));
        let noticed = list("caught")? + &list("timeout")?;
        let found = found(&noticed, &list("missed")?);
        judge(&found, &listed(&read("src/tests/survivors.toml")?))
    })
}

fn run(root: &Path) -> Outcome {
    let jobs = available_parallelism().map_or(1, |cores| cores.get().min(4));
    let jobs = jobs.to_string();
    let arguments = ["mutants", "--output", OUTPUT, "--jobs", &jobs];
    let mut mutants = command(root, "cargo-mutants", &arguments);
    // Each job builds a copy of its own, of which only little changes.
    mutants
        .env_remove("CARGO_TARGET_DIR")
        .env("CARGO_INCREMENTAL", "1");
    let status = mutants
        .status()
        .map_err(|error| Stop::Failed(format!("mutants: cannot start: {error}")))?;
    // 2: some were not noticed, 3: some ran into the time limit; both are judged below.
    match status.code() {
        Some(0 | 2 | 3) => Ok(()),
        _ => Err(Stop::Failed(format!("mutants failed ({status})"))),
    }
}

/// Puts the lists of cargo-mutants together under names that stay when lines are added above.
///
/// Changes of one file that read alike are numbered in their order.
fn found(noticed: &str, missed: &str) -> Found {
    let noticed = noticed.lines().map(|line| (line, true));
    let all = noticed.chain(missed.lines().map(|line| (line, false)));
    let mut all: Vec<_> = all
        .filter_map(|(line, it)| Some((place(line)?, it)))
        .collect();
    all.sort_unstable();
    let mut found = Found::new();
    for ((file, _, change), noticed) in all {
        let name = format!("{file}: {change}");
        let numbered = (2..).map(|number| format!("{name} ({number})"));
        let free = std::iter::once(name.clone())
            .chain(numbered)
            .find(|name| !found.contains_key(name));
        found.insert(free.unwrap_or(name), noticed);
    }
    found
}

/// File, line and column, and change of a line such as `src/series.rs:20:5: replace + with - in ramp`.
fn place(line: &str) -> Option<(&str, (u32, u32), &str)> {
    let (place, change) = line.split_once(": ")?;
    let mut parts = place.splitn(3, ':');
    let (file, row, column) = (parts.next()?, parts.next()?, parts.next()?);
    Some((file, (row.parse().ok()?, column.parse().ok()?), change))
}

/// The names of the list; each line is `"name" = "reason"`.
fn listed(list: &str) -> BTreeSet<String> {
    let names = list
        .lines()
        .filter_map(|line| line.strip_prefix('"')?.split_once("\" = \""));
    names.map(|(name, _)| name.to_owned()).collect()
}

/// Prints the rate; an error unless it is high enough and the list names the survivors and nothing else.
fn judge(found: &Found, listed: &BTreeSet<String>) -> Outcome {
    let survivors: BTreeSet<String> = found
        .iter()
        .filter(|(_, noticed)| !**noticed)
        .map(|(name, _)| name.clone())
        .collect();
    let (all, noticed) = (found.len(), found.len() - survivors.len());
    println!(
        "{noticed} of {all} changes to the models are noticed ({:.1} %)",
        100.0 * noticed as f64 / all.max(1) as f64
    );
    for name in survivors.difference(listed) {
        eprintln!("survives, and src/tests/survivors.toml gives no reason: {name}");
    }
    for name in listed.difference(&survivors) {
        eprintln!("stands in src/tests/survivors.toml, but is noticed or gone: {name}");
    }
    let failed = |why: &str| Err(Stop::Failed(format!("mutants: {why}")));
    if all == 0 || noticed * 100 < all * WANTED {
        failed(&format!("fewer than {WANTED} of 100 changes are noticed"))
    } else if survivors != *listed {
        failed("the list of survivors is not true")
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MISSED: &str =
        "src/a.rs:12:7: replace - with + in f\nsrc/a.rs:9:30: replace - with + in f\n";

    #[test]
    fn changes_that_read_alike_are_numbered_in_their_order() {
        let found = found("src/a.rs:9:4: replace - with + in f\n", MISSED);
        let expected = [
            ("src/a.rs: replace - with + in f", true),
            ("src/a.rs: replace - with + in f (2)", false),
            ("src/a.rs: replace - with + in f (3)", false),
        ];
        assert_eq!(
            found,
            expected
                .map(|(name, noticed)| (name.to_owned(), noticed))
                .into()
        );
    }

    #[test]
    fn the_list_holds_the_survivors_and_nothing_else() {
        let name = |number: usize| format!("src/a.rs: replace + with - in f{number}");
        let of_hundred = |survivors: usize| -> Found {
            (0..100)
                .map(|number| (name(number), number >= survivors))
                .collect()
        };
        let list = |length: usize| {
            listed(
                &(0..length)
                    .map(|it| format!("\"{}\" = \"why\"\n", name(it)))
                    .collect::<String>(),
            )
        };
        assert!(judge(&of_hundred(5), &list(5)).is_ok());
        assert!(judge(&of_hundred(5), &list(4)).is_err());
        assert!(judge(&of_hundred(4), &list(5)).is_err());
        assert!(judge(&of_hundred(6), &list(6)).is_err());
        assert!(judge(&Found::new(), &list(0)).is_err());
    }

    #[test]
    fn every_survivor_of_the_list_is_read_and_has_a_reason() {
        let list = include_str!("../../src/tests/survivors.toml");
        let rows = list
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        assert_eq!(rows.clone().count(), listed(list).len());
        assert!(
            rows.clone()
                .all(|row| row.len() > row.find("\" = \"").unwrap_or(row.len()) + 20)
        );
    }
}
