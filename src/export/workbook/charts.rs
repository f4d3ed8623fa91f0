//! The sheet of charts: results of every chapter over the years, which follow the inputs, beside the base case and the
//! scenario compared with.

use super::Material;
use super::comparison::{HEADS, PRESENT};
use super::results::{Table, row_look};
use crate::chapters::ChapterId;
use crate::export::formulas::BEFORE;
use crate::export::grid::Grid;
use crate::export::sheet::{Cell, Chart, Line, Look, Sheet};
use crate::export::words;
use crate::output;
use crate::text::{Lang, Text};
use crate::view::HORIZON;

/// What is drawn: four results of a chapter, a page of two rows. All of them have a value whatever the inputs, since
/// spreadsheets draw the others, such as a margin without sales, as zero.
const CHARTS: [(ChapterId, [&str; 4]); 5] = [
    (
        ChapterId::Reshoring,
        [
            "tam.new_market",
            "tam.reshoring_capex",
            "tam.labour_substitution",
            "tam.shortage",
        ],
    ),
    (
        ChapterId::Share,
        [
            "capture.sales",
            "capture.domestic",
            "capture.overseas",
            "capture.operating_profit",
        ],
    ),
    (
        ChapterId::Sovereign,
        [
            "sovereign.cost",
            "sovereign.counted_benefit",
            "sovereign.avoided",
            "sovereign.cumulative",
        ],
    ),
    (
        ChapterId::Work,
        [
            "genai.fte",
            "genai.time_share",
            "genai.value",
            "genai.working_age_fall",
        ],
    ),
    (
        ChapterId::Platforms,
        [
            "platforms.capex",
            "platforms.revenue",
            "platforms.cumulative_gap",
            "platforms.genai_market",
        ],
    ),
];

/// Rows from the top of a chart to that of the next one below.
const STEP: u32 = 16;

/// Columns from the left of a chart to that of the one beside it.
const BESIDE: u16 = 9;

/// A line of every chart: the sheet with its values, and the column of the sheet of comparison that names it.
struct Kind {
    sheet: Text,
    name_at: usize,
    colour: u32,
    is_dashed: bool,
}

const NOW: Kind = Kind {
    sheet: words::RESULTS_SHEET,
    name_at: PRESENT,
    colour: 0x12_43_6D,
    is_dashed: false,
};

const BASE: Kind = Kind {
    sheet: words::BASE_SHEET,
    name_at: PRESENT + 1,
    colour: 0x82_84_87,
    is_dashed: true,
};

const PINNED: Kind = Kind {
    sheet: words::PINNED_SHEET,
    name_at: PRESENT + 4,
    colour: 0xB4_53_2A,
    is_dashed: true,
};

impl Material<'_> {
    pub(super) fn charts_sheet(&self, table: &Table, grid: &Grid) -> Sheet {
        let mut sheet = Sheet {
            name: self.say(words::CHARTS_SHEET),
            rows: vec![
                vec![Cell::text(self.say(words::CHARTS_TITLE), Look::Title)],
                vec![Cell::text(self.say(words::CHARTS_FOLLOW), Look::Plain)],
                vec![],
            ],
            ..Sheet::default()
        };
        for (chapter, outputs) in CHARTS {
            if !sheet.charts.is_empty() {
                sheet.breaks.push(sheet.rows.len() as u32);
            }
            let title = Cell::text(self.say(chapter.title()), Look::Title);
            sheet.rows.extend([vec![title], vec![]]);
            for pair in outputs.chunks(2) {
                let top = sheet.rows.len() as u32;
                for (output, left) in pair.iter().zip([0, BESIDE]) {
                    let chart = self.chart(output, (top, left), table, grid);
                    sheet.charts.extend(chart);
                }
                sheet.rows.resize((top + STEP) as usize, Vec::new());
            }
        }
        sheet
    }

    fn chart(&self, id: &str, at: (u32, u16), table: &Table, grid: &Grid) -> Option<Chart> {
        let index = grid.row_of(output::Cell::home(id, HORIZON)?)?;
        let (row, cells) = (table.rows[index], &table.cells[index]);
        let shown = cells.partition_point(|cell| cell.year <= HORIZON);
        let drawn = &cells[..shown];
        let column = |cell: &output::Cell| (BEFORE + 1) as u16 + (cell.year - table.years.0);
        let columns = (column(drawn.first()?), column(drawn.last()?));
        let pinned = self.compared.map(|_| PINNED);
        let line = |kind: Kind| Line {
            named: (
                self.say(words::COMPARISON_SHEET),
                HEADS as u32 - 1,
                kind.name_at as u16,
            ),
            sheet: self.say(kind.sheet),
            row: index as u32 + 1,
            columns,
            colour: kind.colour,
            is_dashed: kind.is_dashed,
        };
        let unit = self.unit(row.head.unit);
        let (label, place) = (self.say(row.head.label), row.place.label(self.reader.lang));
        let title = match self.reader.lang {
            Lang::En if place.is_empty() => format!("{label} ({unit})"),
            Lang::En => format!("{label}, {place} ({unit})"),
            Lang::Ja if place.is_empty() => format!("{label}（{unit}）"),
            Lang::Ja => format!("{label}、{place}（{unit}）"),
        };
        Some(Chart {
            at,
            title,
            shown: row_look(row, drawn, self.results).coarser(),
            lines: [BASE]
                .into_iter()
                .chain(pinned)
                .chain([NOW])
                .map(line)
                .collect(),
        })
    }
}
