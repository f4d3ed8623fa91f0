//! What the page knows of the tables that the prose places, before it loads one: name, title, size, documents.

use std::error::Error;
use std::fs;

/// One row for each `{table id}` of the English prose of a chapter; both languages place the same, says a test.
pub fn rows(chapter: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let prose = fs::read_to_string(format!("src/chapters/{chapter}/en.md"))?;
    let placed = prose.lines().map(str::trim);
    placed
        .filter_map(|line| line.strip_prefix("{table ")?.strip_suffix('}'))
        .map(|id| row(chapter, id).map_err(|error| format!("table {id}: {error}").into()))
        .collect()
}

/// The folders that hold prose, by name.
pub fn chapters() -> Result<Vec<String>, Box<dyn Error>> {
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
        super::cells::document(number)
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
