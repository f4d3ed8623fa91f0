//! One value of the results: where it is, what it is called, how it is computed.

use super::{DETAILS, Head, OutputDetails, Place, Together, known};
use crate::model::Results;
use crate::model::sovereign::GpuScenario;
use crate::text::{Lang, Text, in_brackets};

/// One value: an output at a place in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    head: &'static Head,
    /// Where.
    pub place: Place,
    /// When; [`UNDATED`] for results that belong to no year.
    pub year: u16,
}

/// The year of results that belong to no year, such as a net present value.
pub const UNDATED: u16 = 0;

impl Cell {
    /// The value named by an output id, a place and a year; `None` when there is no such output.
    pub fn find(id: &str, place: Place, year: u16) -> Option<Cell> {
        known(id).map(|head| Cell { head, place, year })
    }

    /// The value named by an output id and a year, at the place where that output is read when none is named.
    pub fn home(id: &str, year: u16) -> Option<Cell> {
        let cell = Cell::find(id, Place::Whole, year)?;
        Some(cell.at(cell.output().home(), year))
    }

    /// The row of the output.
    pub fn output(self) -> &'static Head {
        self.head
    }

    /// The same output elsewhere.
    pub fn at(self, place: Place, year: u16) -> Cell {
        Cell {
            place,
            year,
            ..self
        }
    }

    /// The value in `results`.
    pub fn read(self, results: &Results) -> Option<f64> {
        (self.output().read)(results, self.place, self.year).filter(|value| value.is_finite())
    }

    /// The full name: output, place, year.
    pub fn name(self, lang: Lang) -> String {
        let mut about = vec![self.place.label(lang)];
        if self.year != UNDATED {
            about.push(match lang {
                Lang::En => self.year.to_string(),
                Lang::Ja => format!("{}年", self.year),
            });
        }
        about.retain(|part| !part.is_empty());
        let label = self.output().label.get(lang);
        match lang {
            _ if about.is_empty() => label.to_owned(),
            Lang::En => format!("{label}, {}", about.join(", ")),
            Lang::Ja => in_brackets(label, &about.join("、")),
        }
    }
}

impl Cell {
    /// What is told of the output.
    pub fn details(self) -> &'static OutputDetails {
        let found = DETAILS.iter().find(|details| details.id == self.head.id);
        found.unwrap_or(&DETAILS[0])
    }

    /// The formula, as a template.
    pub fn formula(self) -> String {
        let (details, place) = (self.details(), self.place);
        if let (Place::Gpu(GpuScenario::Linear), Together::IfLinear(formula)) =
            (place, details.together)
        {
            return formula.to_owned();
        }
        if let Together::FirstYear(first, formula) = details.together
            && self.year == first
        {
            return formula.to_owned();
        }
        if matches!(place, Place::All | Place::Without(_)) && details.together == Together::Sum {
            let terms: Vec<_> = place
                .regions()
                .map(|r| format!("{{{}/{}}}", self.output().id, r.code()))
                .collect();
            terms.join(" + ")
        } else if matches!(place, Place::Group(_) | Place::Whole)
            && details.together == Together::SumOfIndustries
        {
            let id = self.output().id;
            let parts = place.parts();
            let terms: Vec<_> = parts
                .iter()
                .map(|part| format!("{{{id}/{part}}}"))
                .collect();
            terms.join(" + ")
        } else if place == Place::Whole && details.together == Together::Chosen {
            let id = self.output().id;
            format!("if({{sovereign.gpu_scenario}} = 0, {{{id}/frozen}}, {{{id}/linear}})")
        } else {
            details.formula.to_owned()
        }
    }

    /// The rule in words, where there is no formula.
    pub fn rule(self) -> Option<Text> {
        match self.details().together {
            Together::InWords(rule) => Some(rule),
            _ => None,
        }
    }
}
