//! What each chapter cites, found in its prose and code.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::cells::write_table;
use super::tables::{CITED, Table};
use super::{Failure, Record, listings, read};

/// By folder: `pub static SHARE: Book`, with the figures of the register that its prose and
/// code name and the tables that its prose places. A name that ends in a hyphen stands for every figure it begins.
pub fn code() -> Result<String, Failure> {
    let register = read(CITED.file)?;
    let mut code = String::new();
    let (mut names, mut citations) = (Vec::new(), Vec::new());
    for chapter in listings::chapters()? {
        let text = chapter_text(&Path::new("src/chapters").join(&chapter))?;
        let mut cited: Vec<_> = register
            .iter()
            .filter(|row| names_figure(&text, &row["id"]))
            .cloned()
            .collect();
        cited.sort_by_key(|row| text.find(&row["id"]));
        citations.push((chapter.clone(), ids(&cited)));
        let name = chapter.to_uppercase();
        let figures = format!("{name}_CITED");
        write_table(
            &mut code,
            &Table {
                name: &figures,
                ..CITED
            },
            &cited,
        )?;
        let listings = listings::rows(&chapter)?;
        writeln!(code, "/// What the chapter `{chapter}` cites.")?;
        writeln!(
            code,
            "pub static {name}: Book = Book {{ cited: &{figures}, listings: &[{}] }};",
            listings.join(", ")
        )?;
        names.push(format!("&{name}"));
    }
    code.push_str(&cited_by(&register, &citations));
    writeln!(code, "/// What every chapter cites.")?;
    writeln!(code, "#[cfg(not(target_arch = \"wasm32\"))]")?;
    writeln!(code, "pub static ALL: &[&Book] = &[{}];", names.join(", "))?;
    Ok(code)
}

fn ids(rows: &[Record]) -> Vec<String> {
    rows.iter().map(|row| row["id"].clone()).collect()
}

/// The chapters that cite a figure, by folder: `static CITED_BY`.
fn cited_by(register: &[Record], citations: &[(String, Vec<String>)]) -> String {
    let rows = register.iter().filter_map(|row| {
        let id = &row["id"];
        let citing = citations.iter().filter(|(_, cited)| cited.contains(id));
        let chapters: Vec<_> = citing.map(|(chapter, _)| chapter).collect();
        (!chapters.is_empty()).then(|| format!("    ({id:?}, &{chapters:?}),\n"))
    });
    let rows: String = rows.collect();
    format!("static CITED_BY: &[(&str, &[&str])] = &[\n{rows}];\n")
}

/// Everything that stands in the files of a chapter.
fn chapter_text(folder: &Path) -> Result<String, Failure> {
    let mut files: Vec<_> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.sort();
    let texts = files
        .iter()
        .filter(|file| file.is_file())
        .map(fs::read_to_string);
    Ok(texts.collect::<Result<Vec<_>, _>>()?.join("\n"))
}

/// Whether a text names a figure: in its prose, as a string, or by its beginning.
fn names_figure(text: &str, id: &str) -> bool {
    let begun = id
        .match_indices('-')
        .map(|(at, _)| format!("\"{}\"", &id[..=at]));
    text.contains(&format!("{{published {id}}}"))
        || text.contains(&format!("\"{id}\""))
        || begun.into_iter().any(|begun| text.contains(&begun))
}
