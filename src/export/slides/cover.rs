//! The first slide of several: what the report is, of which scenario, and where it is found.

use super::link::Links;
use super::{listed, quoted};
use crate::export::about::{self, About};
use crate::export::words;
use crate::i18n::number::Reader;
use crate::i18n::{date, ui};
use crate::text::Lang;

/// What stands before several slides.
pub struct Cover<'a> {
    /// The chapters that they are from.
    pub chapters: Vec<&'a str>,
    /// The addresses of the report.
    pub links: &'a Links,
    /// The day on which the file is made, such as `2026-03-31`.
    pub day: &'a str,
}

/// The report with the chapters that the slides are from.
pub fn title(cover: &Cover, reader: &Reader) -> String {
    let report = reader.text(ui::TITLE);
    match reader.lang {
        Lang::En => format!("{report}: {}", cover.chapters.join(", ")),
        Lang::Ja => format!("{report}：{}", cover.chapters.join("、")),
    }
}

/// The slide as JSON.
pub fn slide(cover: &Cover, about: &About, reader: &Reader) -> String {
    let about = About {
        link: cover.links.whole.clone(),
        ..about.clone()
    };
    let colon = about::colon(reader.lang);
    let is_link = |name: &str| name == reader.text(words::LINK);
    let mut told = about.lines();
    if let Some(day) = date::written(cover.day, reader.lang) {
        told.push((reader.text(words::MADE_ON), day));
    }
    let lines: Vec<_> = told
        .iter()
        .filter(|(name, _)| !is_link(name))
        .map(|(name, value)| super::said::within(&format!("{name}{colon}{value}"), MOST))
        .collect();
    let notes = told
        .iter()
        .map(|(name, value)| format!("{name}{colon}{value}"));
    let (link, followed) = cover.links.followed(reader);
    format!(
        "{{\"title\": {}, \"tagline\": {}, \"chapters\": {}, \"lines\": {}, \"link\": {}, \"linked\": {}, \"notes\": {}}}",
        quoted(reader.text(ui::TITLE)),
        quoted(reader.text(ui::TAGLINE)),
        listed(cover.chapters.iter().map(|it| quoted(it))),
        listed(lines.iter().map(|it| quoted(it))),
        quoted(link),
        quoted(&followed),
        quoted(&notes.collect::<Vec<_>>().join("\n")),
    )
}

/// Lines that the changed inputs may have there.
const MOST: usize = 6;
