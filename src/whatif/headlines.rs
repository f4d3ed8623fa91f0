//! The results at the heads of all chapters: what can be compared and analysed.

use crate::chapters::{self, Chapter, ChapterId, Headline};
use crate::data::Published;
use crate::data::books::Book;
use crate::export::grid::code;
use crate::output::{Cell, UNDATED};

type Head = (ChapterId, &'static [Headline], &'static Book);

/// The results of every chapter with what it cites, without the rest of the chapters.
const CHAPTERS: [Head; 6] = [
    head(ChapterId::Reshoring, &chapters::reshoring::CHAPTER),
    head(ChapterId::Share, &chapters::share::CHAPTER),
    head(ChapterId::Sovereign, &chapters::sovereign::CHAPTER),
    head(ChapterId::Work, &chapters::work::CHAPTER),
    head(ChapterId::Platforms, &chapters::platforms::CHAPTER),
    head(ChapterId::Overview, &chapters::overview::CHAPTER),
];

// At compile time, so that the module keeps nothing else of a chapter.
const fn head(id: ChapterId, chapter: &Chapter) -> Head {
    (id, chapter.results, chapter.book)
}

/// A result that the reader can choose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// The chapter at whose head it stands.
    pub chapter: ChapterId,
    /// The result.
    pub cell: Cell,
    /// What a document prints for it.
    pub published: Option<&'static Published>,
}

impl Choice {
    /// The printed value in the unit of the result; `None` for ranges and where nothing is printed.
    pub fn printed(&self) -> Option<f64> {
        let published = self.published?;
        let value = published.value?;
        Some(match published.unit {
            "USD_mn" | "JPY_bn" => value / 1000.0,
            "percent" if self.cell.output().unit == crate::unit::Unit::Fraction => value / 100.0,
            _ => value,
        })
    }
}

/// The name of a result in links, such as `capture.margin@2040` or `sovereign.total/frozen`: as the prose has it.
pub fn key(cell: Cell) -> String {
    let id = cell.output().id;
    let place = match Cell::home(id, cell.year) == Some(cell) {
        true => String::new(),
        false => format!("/{}", code(cell.place)),
    };
    match cell.year {
        UNDATED => format!("{id}{place}"),
        year => format!("{id}{place}@{year}"),
    }
}

/// The number among all of the result with this name in links.
pub fn position(key: &str) -> Option<usize> {
    all()
        .iter()
        .position(|choice| self::key(choice.cell) == key)
}

/// What the chapters cite, so that it can be told.
pub fn books() -> [&'static Book; 6] {
    CHAPTERS.map(|(_, _, book)| book)
}

/// Every result once, under its own chapter; those of the overview that no other chapter has come last.
pub fn all() -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for (chapter, headlines, book) in CHAPTERS {
        for headline in headlines {
            let Some(cell) = headline.cell() else {
                continue;
            };
            if choices.iter().any(|other| other.cell == cell) {
                continue;
            }
            let id = headline.published;
            let cited = || book.cited.iter().find(|cited| Some(cited.id) == id);
            choices.push(Choice {
                chapter,
                cell,
                published: id.and_then(|_| cited()),
            });
        }
    }
    choices
}

/// The number of the first result of a chapter among all.
pub fn first_of(chapter: ChapterId) -> usize {
    let own = CHAPTERS.iter().find(|(other, ..)| *other == chapter);
    let cell = own.and_then(|(_, headlines, _)| headlines.first()?.cell());
    let position = all().iter().position(|choice| Some(choice.cell) == cell);
    position.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model;
    use crate::scenario::Scenario;

    #[test]
    fn every_result_has_a_name_of_its_own_in_links() {
        for (index, choice) in all().iter().enumerate() {
            let key = key(choice.cell);
            assert_eq!(position(&key), Some(index), "{key}");
        }
        assert_eq!(position("tam.new_market@1999"), None);
    }

    #[test]
    fn every_chapter_has_results_and_each_stands_once() {
        let all = all();
        // The chapter on evidence has no results of its own.
        let with_results = |chapter: &ChapterId| !chapter.chapter().results.is_empty();
        for chapter in ChapterId::ALL.into_iter().filter(with_results) {
            let first = &all[first_of(chapter)];
            let wanted = chapter.chapter().results[0].cell();
            assert_eq!(Some(first.cell), wanted, "{chapter:?}");
        }
        for (index, choice) in all.iter().enumerate() {
            assert!(all[..index].iter().all(|other| other.cell != choice.cell));
        }
    }

    #[test]
    fn printed_values_are_in_the_unit_of_the_result() {
        let base = model::run(&Scenario::default());
        for choice in all() {
            if let (Some(printed), Some(value)) = (choice.printed(), choice.cell.read(&base)) {
                let apart = (printed - value).abs() / printed.abs();
                assert!(apart < 0.7, "{:?}: {printed} {value}", choice.cell);
            }
        }
    }
}
