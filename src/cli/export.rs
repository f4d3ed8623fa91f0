//! Results, inputs, sources and figures of a scenario as files in a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::chapters::{ChapterId, Context, Reference};
use crate::export::about::About;
use crate::export::workbook::{Material, workbook};
use crate::export::{csv, document, tables, xlsx};
use crate::i18n::number::{Currency, Reader};
use crate::model::{self, Results};
use crate::scenario::Scenario;
use crate::text::Lang;
use crate::view::{HORIZON, exchange_rate};

/// The figures printed in the documents, and the relations between them.
const REGISTER: &str = include_str!("../data/published.csv");
const RELATIONS: &str = include_str!("../data/conflicts.csv");

/// A file that could not be written.
pub struct NotWritten {
    /// The file or folder.
    pub path: PathBuf,
    /// What the system says.
    pub error: io::Error,
}

/// Writes all files; returns their names.
///
/// # Errors
///
/// [`NotWritten`] for the first file that could not be written.
pub fn write(folder: &Path, scenario: &Scenario, name: &str) -> Result<Vec<String>, NotWritten> {
    let results = model::run(scenario);
    let base = model::run(&Scenario::default());
    let about = |lang| About::of(scenario, name, "", &reader(scenario, lang));
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut add = |name: &str, text: String| files.push((name.to_owned(), text.into_bytes()));
    add("results.csv", tables::results(&results, &base));
    add("inputs.csv", tables::inputs(scenario));
    add("parameters.csv", super::table());
    add("register.csv", REGISTER.to_owned());
    add("contradictions.csv", RELATIONS.to_owned());
    add("about.csv", told(&about(Lang::En)));
    let whole = document::scenario(scenario, &results, &about(Lang::En));
    add("scenario.json", whole);
    for lang in Lang::ALL {
        for (name, text) in figures(scenario, &results, &base, lang) {
            add(&format!("figures-{}/{name}.csv", lang.code()), text);
        }
    }
    for lang in Lang::ALL {
        let name = format!("workbook-{}.xlsx", lang.code());
        let bytes = book(scenario, &results, &about(lang), lang);
        let bytes = bytes.map_err(|error| NotWritten {
            path: folder.join(&name),
            error,
        })?;
        files.push((name, bytes));
    }
    for (name, bytes) in &files {
        put(&folder.join(name), bytes)?;
    }
    Ok(files.into_iter().map(|(name, _)| name).collect())
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), NotWritten> {
    let failed = |error| NotWritten {
        path: path.to_owned(),
        error,
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(path, bytes).map_err(failed)
}

/// Numbers as the documents have them.
fn reader(scenario: &Scenario, lang: Lang) -> Reader {
    Reader {
        lang,
        currency: Currency::Native,
        jpy_per_usd: exchange_rate().map_or(f64::NAN, |rate| scenario.get(rate)),
    }
}

/// Of which scenario the files are.
fn told(about: &About) -> String {
    let mut text = String::new();
    csv::line(&mut text, &["name", "value"]);
    for (name, value) in about.lines() {
        csv::line(&mut text, &[name, &value]);
    }
    text
}

/// Name and table of every figure.
fn figures(
    scenario: &Scenario,
    results: &Results,
    base: &Results,
    lang: Lang,
) -> Vec<(String, String)> {
    let default = Scenario::default();
    let reader = reader(scenario, lang);
    let context = Context {
        scenario,
        results,
        base,
        reference: Reference {
            name: "base",
            scenario: &default,
            results: base,
        },
        reader,
        capex_as_usual: false,
        year: HORIZON,
    };
    let mut made = Vec::new();
    for chapter in ChapterId::ALL {
        for spec in chapter.chapter().figures {
            let table = tables::figure(&(spec.make)(&context), &reader);
            made.push((format!("{}-{}", chapter.slug(), spec.id), table));
        }
    }
    made
}

fn book(scenario: &Scenario, results: &Results, about: &About, lang: Lang) -> io::Result<Vec<u8>> {
    let made = workbook(&Material {
        scenario,
        results,
        about,
        reader: reader(scenario, lang),
    });
    xlsx::bytes(&made).map_err(io::Error::other)
}
