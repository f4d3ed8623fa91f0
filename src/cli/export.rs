//! Results, inputs, sources and figures of a scenario as files in a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::manifest;
use crate::chapters::{ChapterId, Context, Reference};
use crate::export::about::{About, Told};
use crate::export::sheet::Workbook;
use crate::export::workbook::{Material, workbook};
use crate::export::{csv, document, tables, words, xlsx};
use crate::i18n::number::{Currency, Reader};
use crate::i18n::ui;
use crate::link;
use crate::model;
use crate::scenario::Scenario;
use crate::source::Document;
use crate::text::{Lang, Text};
use crate::view::{HORIZON, View, exchange_rate};

/// The figures printed in the documents, and the relations between them.
const REGISTER: &str = include_str!("../data/published.csv");
const RELATIONS: &str = include_str!("../data/conflicts.csv");

/// A file of the folder.
pub struct File {
    /// Its name, with that of the folder within.
    pub name: String,
    /// Code of its language; empty for what belongs to none.
    pub lang: &'static str,
    /// What it holds.
    pub title: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

impl File {
    /// A file that belongs to no language, with what it holds in both.
    pub fn of_both(name: &str, holds: Text, text: String) -> File {
        File {
            name: name.to_owned(),
            lang: "",
            title: Lang::ALL.map(|lang| holds.get(lang)).join(" / "),
            bytes: text.into_bytes(),
        }
    }
}

/// A file that could not be written.
pub struct NotWritten {
    /// The file or folder.
    pub path: PathBuf,
    /// What the system says.
    pub error: io::Error,
}

/// What is exported.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    /// The inputs.
    pub scenario: &'a Scenario,
    /// What they are called; empty for nothing.
    pub name: &'a str,
    /// Where the report is found; empty where nobody knows.
    pub address: &'a str,
}

/// Writes all files; returns their names.
///
/// # Errors
///
/// [`NotWritten`] for the first file that could not be written.
pub fn write(folder: &Path, wanted: Wanted) -> Result<Vec<String>, NotWritten> {
    let mut files = tables(wanted);
    for lang in Lang::ALL {
        files.extend(figures(wanted, lang));
    }
    for lang in Lang::ALL {
        let file = format!("workbook-{}.xlsx", lang.code());
        let bytes = xlsx::bytes(&wanted.book(lang)).map_err(|error| NotWritten {
            path: folder.join(&file),
            error: io::Error::other(error),
        })?;
        files.push(File {
            name: file,
            lang: lang.code(),
            title: words::BOOK_TITLE.get(lang).to_owned(),
            bytes,
        });
    }
    manifest::add(
        &mut files,
        &Lang::ALL.map(|lang| wanted.about(lang, None)),
        !wanted.address.is_empty(),
    );
    for file in &files {
        put(&folder.join(&file.name), &file.bytes)?;
    }
    Ok(files.into_iter().map(|file| file.name).collect())
}

/// What belongs to no language: CSV for programs, and the scenario.
fn tables(wanted: Wanted) -> Vec<File> {
    let scenario = wanted.scenario;
    let results = model::run(scenario);
    let base = model::run(&Scenario::default());
    let abouts = [Lang::En, Lang::Ja].map(|lang| wanted.about(lang, None));
    let texts = [
        (
            "results.csv",
            Text::new(
                "every result by place and year, beside that of the base case",
                "全結果（地域・年別）と基準ケースの値",
            ),
            tables::results(&results, &base),
        ),
        (
            "inputs.csv",
            Text::new("the inputs of the scenario", "このシナリオの前提"),
            tables::inputs(scenario),
        ),
        (
            "parameters.csv",
            Text::new(
                "every input with range, plausible range and origin",
                "全前提の範囲、妥当な範囲、出所",
            ),
            super::table(),
        ),
        (
            "register.csv",
            Text::new("figures printed in the documents", "文書に記載された数値"),
            REGISTER.to_owned(),
        ),
        (
            "contradictions.csv",
            Text::new(
                "relations between printed figures, with what the report makes of them",
                "記載された数値の間の関係と、本レポートでの扱い",
            ),
            RELATIONS.to_owned(),
        ),
        (
            "about.csv",
            Text::new(
                "of which scenario the files are",
                "どのシナリオのファイルか",
            ),
            self::told(&abouts),
        ),
        (
            "scenario.json",
            Text::new(
                "inputs, results and sources; read by the report and by `evaluate`",
                "前提・結果・出所。レポートと `evaluate` で読み込める",
            ),
            document::scenario(scenario, &results, &abouts[0], None),
        ),
    ];
    texts
        .map(|(name, holds, text)| File::of_both(name, holds, text))
        .into()
}

impl Wanted<'_> {
    /// Of which scenario a file is, with the link that shows it, at a figure or at the beginning of the report; where
    /// nobody knows where the report is, the end of the link.
    fn about(self, lang: Lang, place: Option<(ChapterId, &'static str)>) -> About {
        let view = View {
            lang,
            chapter: place.map_or_else(ChapterId::default, |(chapter, _)| chapter),
            section: place.map(|(_, figure)| figure),
            ..View::default()
        };
        let page = self.address.split('#').next().unwrap_or_default();
        let link = format!("{page}{}", link::encode(self.scenario, &view));
        About::of(
            self.scenario,
            self.name,
            &link,
            &reader(self.scenario, lang),
        )
    }

    /// The workbook.
    fn book(self, lang: Lang) -> Workbook {
        workbook(&Material {
            scenario: self.scenario,
            results: &model::run(self.scenario),
            about: &self.about(lang, None),
            compared: None,
            reader: reader(self.scenario, lang),
        })
    }
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

/// Of which scenario the files are, in each language.
fn told(abouts: &[About]) -> String {
    let mut text = String::new();
    csv::line(&mut text, &["language", "name", "value"]);
    for about in abouts {
        let say = |words: Text| words.get(about.lang);
        let mut line = |name: &str, value: &str| {
            csv::line(&mut text, &[about.lang.code(), name, value]);
        };
        line(say(words::TITLE), say(ui::TITLE));
        for Told(fact, value) in about.lines() {
            line(say(fact.name()), &value);
        }
        for document in Document::ALL {
            line(say(words::SOURCE), say(document.short()));
        }
        line(say(words::VALUES), say(words::IN_UNITS));
    }
    text
}

/// The table of every figure, as the report gives it.
fn figures(wanted: Wanted, lang: Lang) -> Vec<File> {
    let scenario = wanted.scenario;
    let default = Scenario::default();
    let (results, base) = (model::run(scenario), model::run(&default));
    let reader = reader(scenario, lang);
    let context = Context {
        scenario,
        results: &results,
        base: &base,
        reference: Reference {
            name: reader.text(ui::BASE_CASE),
            scenario: &default,
            results: &base,
        },
        reader,
        capex_as_usual: false,
        year: HORIZON,
    };
    let mut made = Vec::new();
    for chapter in ChapterId::ALL {
        for spec in chapter.chapter().figures {
            let figure = (spec.make)(&context);
            let about = wanted.about(lang, Some((chapter, spec.id)));
            let table = tables::figure_file(&figure, &about, &reader);
            made.push(File {
                name: format!("figures-{}/{}-{}.csv", lang.code(), chapter.slug(), spec.id),
                lang: lang.code(),
                title: figure.title,
                bytes: (csv::MARK.to_owned() + &table).into_bytes(),
            });
        }
    }
    made
}

/// The workbook of a scenario that has a name; of the base case and others, none.
pub fn book(scenario: &Scenario, name: &str, lang: Lang) -> Workbook {
    let wanted = Wanted {
        scenario,
        name,
        address: "",
    };
    wanted.book(lang)
}
