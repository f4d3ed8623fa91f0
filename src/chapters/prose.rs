//! The text of a chapter: a small part of Markdown with placeholders for numbers.
//!
//! `> thesis`, `## Heading {#section}`, paragraphs of one line each, `**strong**`, a figure on a line of its own
//! as `{figure market}` or a table as `{table us_security_moves}`. Numbers: `{tam.new_market/all@2040}` an output, `{reshoring.share}` a parameter,
//! `{published reshoring.tam-2040-reshoring-plus-labour}` a printed figure, `{at labour.productivity_growth=1}`
//! an imagined value and `{if labour.productivity_growth=1 tam.new_market@2040}` the result it would have, with
//! commas between several imagined values,
//! `{base tam.shortage/in@2040}` a result of the base case, `{base if sovereign.gpu_scenario=1 sovereign.npv}` one of
//! the base case with some inputs set otherwise. `{chapter reshoring}` is the way into a chapter. `{tool register}` on
//! a line of its own is something that the chapter brings along. Clauses that the numbers choose stand between `{when …}`
//! and `{end}`, see [`crate::chapters::clause`]. The build adds `{term gpu|GPUs}`, a link into the
//! glossary, at the first occurrence of a term (`build/glossary.rs`).

use std::sync::Arc;

use crate::chapters::ChapterId;
use crate::chapters::clause::{Clause, Condition};
use crate::i18n::number;
use crate::output::{Cell, Place, UNDATED};
use crate::scenario::{Change, ParamId};

/// One block of text.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The thesis at the head of the chapter.
    Thesis(Vec<Span>),
    /// A heading and the name of its section in links.
    Heading {
        /// Name in links.
        id: &'static str,
        /// Words.
        text: &'static str,
    },
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// The place of a figure.
    Figure(&'static str),
    /// The place of a table.
    Table(&'static str),
    /// The place of something that the chapter brings along, such as the register of figures.
    Tool(&'static str),
}

/// A run of text or a number.
#[derive(Clone, Debug, PartialEq)]
pub enum Span {
    /// Words.
    Text(&'static str),
    /// Words with weight.
    Strong(&'static str),
    /// A result of the model.
    Output(Cell),
    /// A result of the base case, whatever the reader has changed.
    Base(Cell),
    /// A result of the base case with some inputs set otherwise.
    BaseIf(Change, Cell),
    /// An input.
    Param(ParamId),
    /// A value that an input is imagined to have.
    ParamAt(ParamId, f64),
    /// A result if some inputs had other values and all others stayed as they are.
    WhatIf(Change, Cell),
    /// A figure printed in a document, by its id in the register.
    Published(&'static str),
    /// The way into a chapter.
    Chapter(ChapterId),
    /// One of several clauses, chosen by the numbers.
    Choice(Arc<Vec<Clause>>),
    /// A term of the glossary, by its name in links, and the words that stand for it; the build puts them in.
    Term(&'static str, &'static str),
    /// A placeholder that names nothing; a test finds it.
    Unknown(&'static str),
}

/// Takes a text apart. Never fails: what is not understood is a paragraph or [`Span::Unknown`].
pub fn parse(text: &'static str) -> Vec<Block> {
    lines(text).map(block).collect()
}

/// One block of a text, by its number; the others are not looked at, for a chapter has hundreds.
pub fn parse_one(text: &'static str, number: usize) -> Option<Block> {
    lines(text).nth(number).map(block)
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

fn block(line: &'static str) -> Block {
    if let Some(thesis) = line.strip_prefix("> ") {
        return Block::Thesis(spans(thesis));
    }
    if let Some((text, id)) = line
        .strip_prefix("## ")
        .and_then(|heading| heading.split_once('{'))
    {
        return Block::Heading {
            id: id.trim_start_matches('#').trim_end_matches('}'),
            text: text.trim_end(),
        };
    }
    let placed = |kind| line.strip_prefix(kind)?.strip_suffix('}');
    if let Some(id) = placed("{figure ") {
        return Block::Figure(id);
    }
    if let Some(id) = placed("{tool ") {
        return Block::Tool(id);
    }
    match placed("{table ") {
        Some(id) => Block::Table(id),
        None => Block::Paragraph(spans(line)),
    }
}

fn spans(text: &'static str) -> Vec<Span> {
    let mut reading = Reading {
        rest: text,
        strong: false,
    };
    let (mut spans, mut mark) = reading.run(false);
    // What closes a clause that none has opened is an error in the text, which a test finds.
    while let Some(name) = mark {
        spans.push(Span::Unknown(name));
        let (more, next) = reading.run(false);
        spans.extend(more);
        mark = next;
    }
    spans
}

/// A text on its way into spans.
struct Reading {
    rest: &'static str,
    /// Whether the words are strong, which goes on across numbers.
    strong: bool,
}

impl Reading {
    /// The spans up to the end of the text, or within a clause up to the mark that ends it.
    fn run(&mut self, within: bool) -> (Vec<Span>, Option<&'static str>) {
        let mut spans = Vec::new();
        while let Some((before, after)) = self.rest.split_once('{') {
            self.push_words(&mut spans, before);
            let (name, behind) = after.split_once('}').unwrap_or((after, ""));
            self.rest = behind;
            match name.strip_prefix("when ") {
                Some(condition) => spans.push(self.choice(condition)),
                None if is_mark(name) => return (spans, Some(name)),
                None => spans.push(number(name)),
            }
        }
        self.push_words(&mut spans, self.rest);
        self.rest = "";
        (spans, within.then_some("not ended"))
    }

    /// The clauses from behind `{when …}` to `{end}`.
    fn choice(&mut self, condition: &'static str) -> Span {
        let mut clauses = Vec::new();
        let mut unread = None;
        let mut next = Some(condition);
        loop {
            let condition = next.map(|text| {
                let read = Condition::read(text);
                unread = unread.or(read.is_none().then_some(text));
                read
            });
            let (spans, mark) = self.run(true);
            clauses.push(Clause {
                condition: condition.flatten(),
                spans,
            });
            match mark {
                Some("otherwise") => next = None,
                Some("end") => break,
                Some(mark) => match mark.strip_prefix("or when ") {
                    Some(text) => next = Some(text),
                    None => return Span::Unknown(mark),
                },
                None => break,
            }
        }
        unread.map_or_else(|| Span::Choice(Arc::new(clauses)), Span::Unknown)
    }

    /// Splits off `**strong**` words; a single star stands nowhere, and looking for two would be code of its own.
    fn push_words(&mut self, spans: &mut Vec<Span>, words: &'static str) {
        for (index, part) in words.split('*').step_by(2).enumerate() {
            self.strong ^= index > 0;
            if !part.is_empty() {
                spans.push(if self.strong {
                    Span::Strong(part)
                } else {
                    Span::Text(part)
                });
            }
        }
    }
}

/// Whether a placeholder ends a clause.
fn is_mark(name: &str) -> bool {
    matches!(name, "otherwise" | "end") || name.starts_with("or when ")
}

fn number(name: &'static str) -> Span {
    if let Some(id) = name.strip_prefix("published ") {
        return Span::Published(id);
    }
    if let Some((id, words)) = name
        .strip_prefix("term ")
        .and_then(|term| term.split_once('|'))
    {
        return Span::Term(id, words);
    }
    if let Some((param, value)) = name.strip_prefix("at ").and_then(setting) {
        return Span::ParamAt(param, value);
    }
    if let Some(chapter) = name.strip_prefix("chapter ").and_then(ChapterId::from_slug) {
        return Span::Chapter(chapter);
    }
    if let Some((change, cell)) = name.strip_prefix("if ").and_then(what_if) {
        return Span::WhatIf(change, cell);
    }
    if let Some((change, cell)) = name.strip_prefix("base if ").and_then(what_if) {
        return Span::BaseIf(change, cell);
    }
    if let Some(cell) = name.strip_prefix("base ").and_then(output) {
        return Span::Base(cell);
    }
    output(name)
        .map(Span::Output)
        .or_else(|| ParamId::find(name).map(Span::Param))
        .unwrap_or(Span::Unknown(name))
}

/// Reads `param=value`.
fn setting(text: &str) -> Option<(ParamId, f64)> {
    let (id, value) = text.split_once('=')?;
    Some((ParamId::find(id)?, number::parse(value)?))
}

fn what_if(text: &str) -> Option<(Change, Cell)> {
    let (conditions, result) = text.split_once(' ')?;
    let settings: Option<Vec<_>> = conditions.split(',').map(setting).collect();
    Some((Change::of(settings?)?, output(result)?))
}

/// Reads `output@year` at its home, `output/place@year`, or `output` for results that belong to no year.
pub(super) fn output(name: &str) -> Option<Cell> {
    let (name, year) = match name.split_once('@') {
        Some((name, year)) => (name, year.parse().ok()?),
        None => (name, UNDATED),
    };
    let (name, code) = match name.split_once('/') {
        Some((name, code)) => (name, Some(code)),
        None => (name, None),
    };
    match code {
        Some(code) => Cell::find(name, Place::from_code(code)?, year),
        None => Cell::home(name, year),
    }
}

#[cfg(test)]
mod tests;
