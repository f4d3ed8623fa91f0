//! The first slide of several: what the report is, of which scenario, and where it is found.

use super::link::Links;
use super::{listed, quoted};
use crate::export::about::{About, Fact, Told};
use crate::export::exact;
use crate::i18n::number::Reader;
use crate::i18n::{date, ui};

/// What stands before several slides.
pub struct Cover<'a> {
    /// The chapters that they are from.
    pub chapters: Vec<&'a str>,
    /// The addresses of the report.
    pub links: &'a Links,
    /// The day on which the file is made, such as `2026-03-31`.
    pub day: &'a str,
}

/// The slide as JSON.
pub fn slide(cover: &Cover, about: &About, reader: &Reader) -> String {
    let about = About {
        link: cover.links.whole.clone(),
        ..about.clone()
    };
    let mut told = about.lines();
    let day = date::written(cover.day, reader.lang);
    told.extend(day.map(|day| Told(Fact::Day, day)));
    let lines: Vec<_> = told
        .iter()
        .filter(|told| told.0 != Fact::Link)
        .map(|told| super::said::within(&told.line(reader.lang), MOST))
        .collect();
    let notes = told.iter().map(|told| told.line(reader.lang));
    let (link, followed) = cover.links.followed(reader);
    format!(
        "{{\"title\": {}, \"tagline\": {}, \"chapters\": {}, \"lines\": {}, \"size\": {}, \"link\": {}, \"linked\": {}, \"notes\": {}}}",
        quoted(reader.text(ui::TITLE)),
        quoted(reader.text(ui::TAGLINE)),
        listed(cover.chapters.iter().map(|it| quoted(it))),
        listed(lines.iter().map(|it| quoted(it))),
        exact(super::said::SIZE),
        quoted(link),
        quoted(&followed),
        quoted(&notes.collect::<Vec<_>>().join("\n")),
    )
}

/// Lines that the changed inputs may have there.
const MOST: usize = 6;
