//! The sheets of what the results rest on: datasets, printed figures, the statistics that formulas refer to.

use super::numbers::shown;
use super::{Material, head, long, text};
use crate::data::{DATASETS, Published};
use crate::export::sheet::{Cell, Content, Look, Sheet};
use crate::export::words;
use crate::sort::sort_by;
use crate::statistic::Statistic;
use crate::whatif::headlines;

/// The printed figures that the report cites, each once, by name.
fn cited() -> Vec<&'static Published> {
    let mut cited: Vec<_> = headlines::books()
        .into_iter()
        .flat_map(|book| book.cited)
        .collect();
    sort_by(&mut cited, |one, other| one.id < other.id);
    cited.dedup_by_key(|published| published.id);
    cited
}

impl Material<'_> {
    pub(super) fn sources_sheet(&self) -> Sheet {
        use words::*;
        let lang = self.reader.lang;
        let mut rows = vec![vec![Cell::text(self.say(STATISTICS), Look::Title)]];
        let mut titles = head(lang, &[TITLE, SOURCE, CONFIDENCE]);
        titles.push(Cell::text("ID", Look::Head));
        rows.push(titles);
        for dataset in DATASETS {
            let words = [dataset.title, dataset.source, dataset.confidence];
            let mut row: Vec<Cell> = words.map(|words| long(self.say(words))).into();
            row.push(text(dataset.id));
            rows.push(row);
        }
        rows.push(vec![]);
        rows.push(vec![Cell::text(self.say(REGISTER), Look::Title)]);
        let names = [TITLE, DOCUMENT, SECTION];
        let mut titles = head(lang, &names);
        titles.push(Cell::text("ID", Look::Head));
        titles.extend(head(
            lang,
            &[VALUE, PRINTED_LOW, PRINTED_HIGH, UNIT, PERIOD],
        ));
        rows.push(titles);
        rows.extend(
            cited()
                .into_iter()
                .map(|published| self.cited_row(published)),
        );
        Sheet {
            name: self.say(SOURCES_SHEET),
            rows,
            widths: vec![60, 56, 44, 36, 12, 12, 12, 16, 14],
            pages: 2,
            ..Sheet::default()
        }
    }

    fn cited_row(&self, published: &Published) -> Vec<Cell> {
        let numbers = [published.value, published.low, published.high];
        let mut row = vec![
            long(self.say(published.label)),
            long(self.say(published.document.short())),
            long(published.section),
            text(published.id),
        ];
        row.extend(numbers.map(|value| Cell::number(value, Look::Plain)));
        row.extend([published.unit, published.period].map(text));
        row
    }

    pub(super) fn data_sheet(&self, statistics: &[Statistic]) -> Sheet {
        use words::*;
        let names = [STATISTIC, PLACE, VALUE, UNIT, SOURCE, CONFIDENCE];
        let mut rows = vec![head(self.reader.lang, &names)];
        rows.extend(
            statistics
                .iter()
                .map(|statistic| self.statistic(*statistic)),
        );
        Sheet {
            name: self.say(DATA_SHEET),
            rows,
            widths: vec![52, 36, 14, 20, 60, 16],
            frozen: (1, 1),
            filtered: true,
            ..Sheet::default()
        }
    }

    fn statistic(&self, statistic: Statistic) -> Vec<Cell> {
        let lang = self.reader.lang;
        let (unit, value) = (statistic.unit(), statistic.value());
        vec![
            long(statistic.name(lang)),
            long(statistic.place().label(lang)),
            Cell {
                content: Content::Number(value),
                look: Look::Value(shown(unit, std::iter::once(value))),
            },
            long(self.unit(unit)),
            long(self.say(statistic.source())),
            text(self.say(statistic.confidence().label())),
        ]
    }
}
