//! Fingerprints of files, by which a step knows whether its result is current.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

/// What no step before the browser tests depends on: everything else in the workspace counts as a source.
const LEFT_OUT: &[&str] = &[
    ".ci",
    ".git",
    "bench",
    "dist",
    "dist-single",
    "docs",
    "e2e",
    "examples",
    "node_modules",
    "playwright-report",
    "target",
    "test-results",
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
];

/// Names and contents of all sources, and of what the compiler is told from outside.
pub fn sources(root: &Path, compiler: &str) -> u64 {
    let flags = ["RUSTFLAGS", "RUSTDOCFLAGS", "CARGO_ENCODED_RUSTFLAGS"].map(std::env::var_os);
    let top = entries(root)
        .into_iter()
        .filter(|path| !LEFT_OUT.iter().any(|name| path.ends_with(name)));
    // The benchmarks write their results beside their sources, which only cargo builds.
    let timed = entries(&root.join("bench"))
        .into_iter()
        .filter(|path| path.extension().is_some_and(|end| end == "rs"));
    let mut hasher = DefaultHasher::new();
    (compiler, flags).hash(&mut hasher);
    top.chain(timed).for_each(|path| add(&path, &mut hasher));
    hasher.finish()
}

/// Names and contents of one file, or of all files below a folder; a missing one counts too.
pub fn of(path: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    add(path, &mut hasher);
    hasher.finish()
}

fn add(path: &Path, hasher: &mut DefaultHasher) {
    path.hash(hasher);
    if path.is_dir() {
        entries(path).iter().for_each(|entry| add(entry, hasher));
    } else {
        fs::read(path).ok().hash(hasher);
    }
}

/// The entries of a folder in the order of their names.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    entries.sort();
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_added_or_renamed_file_changes_the_fingerprint() {
        let folder = std::env::temp_dir().join(format!("xtask-fingerprint-{}", std::process::id()));
        let write = |name: &str, text: &str| fs::write(folder.join(name), text).expect("writable");
        fs::create_dir_all(&folder).expect("writable");
        write("a", "1");
        let first = of(&folder);
        assert_eq!(of(&folder), first);
        write("a", "2");
        let changed = of(&folder);
        write("b", "");
        let added = of(&folder);
        fs::rename(folder.join("b"), folder.join("c")).expect("writable");
        let renamed = of(&folder);
        fs::remove_dir_all(&folder).expect("writable");
        let mut all = vec![first, changed, added, renamed];
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 4);
    }
}
