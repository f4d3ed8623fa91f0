//! What the page knows of the tables that the prose places, before it loads one: name, title, size, documents.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// Writes `listings.rs`: one row for each `{table id}` of the English prose; both languages place the same, says a test.
pub fn write() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build/listings.rs");
    println!("cargo::rerun-if-changed=src/chapters");
    println!("cargo::rerun-if-changed=src/tables");
    let mut rows = Vec::new();
    for chapter in chapters()? {
        let prose = fs::read_to_string(format!("src/chapters/{chapter}/en.md"))?;
        let placed = prose.lines().map(str::trim);
        for id in placed.filter_map(|line| line.strip_prefix("{table ")?.strip_suffix('}')) {
            rows.push(row(&chapter, id).map_err(|error| format!("table {id}: {error}"))?);
        }
    }
    let mut code = "/// The tables that the prose places, in its order.\n".to_owned();
    let count = rows.len();
    writeln!(code, "pub static LISTINGS: [Listing; {count}] = [")?;
    rows.iter()
        .try_for_each(|row| writeln!(code, "    {row},"))?;
    writeln!(code, "];")?;
    let out = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    fs::write(Path::new(&out).join("listings.rs"), code)?;
    Ok(())
}

/// The folders that hold prose, by name.
fn chapters() -> Result<Vec<String>, Box<dyn Error>> {
    let mut names = Vec::new();
    for entry in fs::read_dir("src/chapters")? {
        let entry = entry?;
        if entry.path().join("en.md").is_file() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

fn row(chapter: &str, id: &str) -> Result<String, Box<dyn Error>> {
    let table: toml::Table = fs::read_to_string(format!("src/tables/{id}.toml"))?.parse()?;
    let text = |key: &str| {
        table
            .get(key)
            .and_then(toml::Value::as_str)
            .ok_or("no title")
    };
    let list = |key: &str| {
        table
            .get(key)
            .and_then(toml::Value::as_array)
            .ok_or_else(|| format!("no {key}"))
    };
    let documents = list("seeds")?.iter().map(|seed| {
        let number = seed.as_str().ok_or("seeds are strings")?;
        super::document(number)
    });
    let documents = documents.collect::<Result<Vec<_>, _>>()?.join(", ");
    Ok(format!(
        "Listing {{ id: {id:?}, file: \"tables-{chapter}.json\", title: Text::new({:?}, {:?}), rows: {}, \
         documents: &[{documents}] }}",
        text("title_en")?,
        text("title_ja")?,
        list("row")?.len()
    ))
}
