//! Turns the tables of `src/data` into static rows.
//!
//! Done here rather than in the browser, so that a bad cell fails the build and the WebAssembly module
//! carries neither a parser nor the tables that nothing refers to.

use std::collections::HashMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "build/books.rs"]
mod books;
#[path = "build/cells.rs"]
mod cells;
#[path = "build/glossary.rs"]
mod glossary;
#[path = "build/listings.rs"]
mod listings;
#[path = "build/period.rs"]
mod period;
#[path = "build/tables.rs"]
mod tables;

use self::cells::write_table;
use self::tables::TABLES;

type Record = HashMap<String, String>;
type Failure = Box<dyn Error>;

fn main() -> Result<(), Failure> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/data");
    println!("cargo::rerun-if-changed=src/chapters");
    println!("cargo::rerun-if-changed=src/tables");
    let mut code = String::new();
    for table in TABLES {
        write_table(&mut code, table, &read(table.file)?)?;
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    fs::write(out.join("tables.rs"), code)?;
    fs::write(out.join("sections.rs"), sections()?)?;
    fs::write(out.join("books.rs"), books::code()?)?;
    glossary::link_terms(&out)?;
    Ok(())
}

/// The link names of the sections, figures and tables of every chapter, by folder: links are read before the
/// chapter they point into is loaded.
fn sections() -> Result<String, Failure> {
    let mut code = String::from("static SECTIONS: &[(&str, &[&str])] = &[\n");
    for chapter in listings::chapters()? {
        let text = fs::read_to_string(format!("src/chapters/{chapter}/en.md"))?;
        let ids: Vec<_> = text.lines().filter_map(section).collect();
        writeln!(code, "    ({chapter:?}, &{ids:?}),")?;
    }
    code.push_str("];\n");
    Ok(code)
}

/// The link name of a line such as `## Heading {#name}`, `{figure name}` or `{table name}`.
fn section(line: &str) -> Option<&str> {
    let placed = ["{figure ", "{table "];
    let name = match line.strip_prefix("## ") {
        Some(heading) => heading.split_once(" {#")?.1,
        None => placed.iter().find_map(|kind| line.strip_prefix(kind))?,
    };
    name.trim_end().strip_suffix('}')
}

/// The rows of a file by column name.
fn read(file: &str) -> Result<Vec<Record>, Failure> {
    let path = Path::new("src/data").join(file);
    let mut reader = csv::Reader::from_path(&path).map_err(|error| format!("{file}: {error}"))?;
    let rows = reader.deserialize().collect::<Result<Vec<Record>, _>>();
    rows.map_err(|error| format!("{file}: {error}").into())
}
