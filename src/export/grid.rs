//! Which results a workbook holds: a row for every output at a place, a column for every year.

use std::cell::OnceCell;

use crate::data;
use crate::formula::{self, Piece, Term};
use crate::model::sovereign::GpuScenario;
use crate::model::{self, Results};
use crate::output::{ALL, Cell, GROUPS, Head, Place, UNDATED};
use crate::region::Region;
use crate::scenario::{ParamId, Scenario};

/// The years that results are looked for in.
pub const YEARS: [u16; 2] = [2014, 2050];

/// Each of these years.
pub fn years() -> std::ops::RangeInclusive<u16> {
    YEARS[0]..=YEARS[1]
}

/// An output at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The output.
    pub head: &'static Head,
    /// Where.
    pub place: Place,
}

/// The rows, in the order of the outputs.
pub struct Grid {
    /// The rows.
    pub rows: Vec<Row>,
    /// Scenarios that show which values exist: those that exist in none of them never do.
    probes: Vec<Results>,
    /// First and last year that some row has.
    years: OnceCell<(u16, u16)>,
}

/// Results that are the same everywhere, read at one place.
const EVERYWHERE: [&str; 3] = ["tam.progress", "tam.rest_of_world", "tam.adoption"];

impl Grid {
    /// Every output at the places where it is told, and what their formulas refer to.
    pub fn of(results: &Results) -> Grid {
        let mut grid = Grid {
            rows: Vec::new(),
            probes: probes(results),
            years: OnceCell::new(),
        };
        let places = places();
        for head in &ALL {
            for &place in places.iter().filter(|&&place| told(head, place)) {
                let row = grid.at(head, place);
                if grid.exists(row) && !grid.rows.contains(&row) {
                    grid.rows.push(row);
                }
            }
        }
        grid.close();
        let place_of = |head: &Head| ALL.iter().position(|other| other == head);
        crate::sort::sort_by(&mut grid.rows, |one, other| {
            place_of(one.head) < place_of(other.head)
        });
        grid
    }

    /// The row where an output is read; results that are the same everywhere have one.
    fn at(&self, head: &'static Head, place: Place) -> Row {
        let place = match EVERYWHERE.contains(&head.id) {
            true => Place::All,
            false => place,
        };
        Row { head, place }
    }

    /// The row of a value, counted from 0.
    pub fn row_of(&self, cell: Cell) -> Option<usize> {
        let row = self.at(cell.output(), cell.place);
        self.rows.iter().position(|other| *other == row)
    }

    /// First and last year that some row has.
    pub fn years(&self) -> (u16, u16) {
        *self.years.get_or_init(|| {
            let has = |&year: &u16| self.rows.iter().any(|row| self.has(*row, year));
            let first = years().find(has);
            let last = years().rev().find(has);
            (first.unwrap_or(YEARS[0]), last.unwrap_or(YEARS[1]))
        })
    }

    /// Whether a row has a value in a year, or without one, in some scenario.
    pub fn has(&self, row: Row, year: u16) -> bool {
        let cell = row.cell(year);
        cell.is_some_and(|cell| self.probes.iter().any(|probe| cell.read(probe).is_some()))
    }

    /// Whether a value exists in every scenario looked at.
    pub fn always(&self, cell: Cell) -> bool {
        self.probes.iter().all(|probe| cell.read(probe).is_some())
    }

    fn exists(&self, row: Row) -> bool {
        match row.head.undated {
            true => self.has(row, UNDATED),
            false => years().any(|year| self.has(row, year)),
        }
    }

    /// Adds the rows that formulas refer to until none is missing.
    fn close(&mut self) {
        let mut next = 0;
        while next < self.rows.len() {
            let row = self.rows[next];
            let years: Vec<u16> = match row.head.undated {
                true => vec![UNDATED],
                false => years().filter(|&year| self.has(row, year)).collect(),
            };
            // The formula of a row may differ in its first year.
            for year in years.iter().take(2).chain(years.last()) {
                for cell in row.cell(*year).map(referred).unwrap_or_default() {
                    let row = self.at(cell.output(), cell.place);
                    if !self.rows.contains(&row) && self.exists(row) {
                        self.rows.push(row);
                    }
                }
            }
            next += 1;
        }
    }
}

impl Row {
    /// The value of a year.
    pub fn cell(self, year: u16) -> Option<Cell> {
        Cell::find(self.head.id, self.place, year)
    }
}

/// The outputs that the formula of a value refers to.
fn referred(cell: Cell) -> Vec<Cell> {
    let mut cells = Vec::new();
    for piece in formula::pieces(cell) {
        match piece {
            Piece::Term(Term::Output(other) | Term::Sum(other, _)) => cells.push(other),
            Piece::Term(Term::Mean(mean)) => {
                let parts = formula::occupations(mean).flatten();
                cells.extend(parts.filter_map(|term| match term {
                    Term::Output(other) => Some(other),
                    _ => None,
                }));
            }
            _ => {}
        }
    }
    cells
}

/// Whether the report tells an output at a place; more may be needed by formulas.
fn told(head: &Head, place: Place) -> bool {
    let by_region = head.id.starts_with("tam.");
    match place {
        Place::Region(_) | Place::All => by_region,
        Place::Industry(..) => head.id == "tam.deficit_closed" || head.id == "tam.deficit_today",
        Place::Without(_) => false,
        _ => !by_region,
    }
}

/// Every place there is.
fn places() -> Vec<Place> {
    let mut places = vec![Place::Whole, Place::All];
    places.extend(Region::ALL.map(Place::Region));
    for region in Region::ALL {
        let industries = 0..data::industries().len();
        places.extend(industries.map(|industry| Place::Industry(region, industry)));
    }
    places.extend(GpuScenario::ALL.map(Place::Gpu));
    places.extend((0..GROUPS.len()).map(Place::Group));
    places.extend((0..data::employment().len()).map(Place::Sector));
    places.extend((0..data::occupations().len()).map(Place::Occupation));
    places.extend([0, 1].map(Place::Lab));
    places
}

/// Results of the present scenario, of the base case and of the ends of all ranges.
fn probes(results: &Results) -> Vec<Results> {
    let mut probes = vec![*results, model::run(&Scenario::default())];
    for part in [0.0, 0.37, 1.0] {
        let mut scenario = Scenario::default();
        for param in ParamId::all() {
            let row = param.row();
            // Within the range, so it is always taken.
            let _ = scenario.set(param, row.snap(row.min + part * (row.max - row.min)));
        }
        probes.push(model::run(&scenario));
    }
    probes
}

/// The code of a place, as files have it.
pub fn code(place: Place) -> String {
    match place {
        Place::Region(region) => region.code().to_owned(),
        Place::All => "all".to_owned(),
        Place::Without(region) => format!("not-{}", region.code()),
        Place::Industry(region, industry) => {
            format!("{}-{}", region.code(), data::industries()[industry].id)
        }
        Place::Whole => "whole".to_owned(),
        Place::Gpu(gpu) => gpu.code().to_owned(),
        Place::Sector(index) => format!("sector-{}", data::employment()[index].id),
        Place::Occupation(index) => format!("occ-{}", data::occupations()[index].id),
        Place::Lab(0) => "openai".to_owned(),
        Place::Lab(_) => "anthropic".to_owned(),
        Place::Group(index) => format!("group-{}", GROUPS[index].id),
        Place::Mix(index) => {
            let row = &data::occupation_mix()[index];
            let (industry, occupation) = (
                Place::Sector(row.industry),
                Place::Occupation(row.occupation),
            );
            format!("{}-{}", code(industry), code(occupation))
        }
    }
}
