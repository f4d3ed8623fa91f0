//! How a value comes about: its formula with names, with numbers, and what was put in.

use crate::i18n::number::{self, Reader};
use crate::model::Results;
use crate::output::{Cell, Place};
use crate::region::Region;
use crate::scenario::{ParamId, Scenario};
use crate::source::{Confidence, Origin};
use crate::statistic::Statistic;
use crate::text::Lang;
use crate::unit::Unit;

/// What a reference in a formula stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Term {
    /// Another output.
    Output(Cell),
    /// A parameter.
    Param(ParamId),
    /// A statistic.
    Statistic(Statistic),
    /// The year itself.
    Year(u16),
}

/// A formula taken apart: text between references.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Operators, brackets, constants.
    Text(String),
    /// A reference.
    Term(Term),
}

/// The formula of a value, taken apart; a reference that names nothing stays as text.
pub fn pieces(cell: Cell) -> Vec<Piece> {
    let template = cell.output().formula_at(cell.place);
    let mut pieces = Vec::new();
    let mut rest = template.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        push_text(&mut pieces, before);
        match term(name, cell) {
            Some(term) => pieces.push(Piece::Term(term)),
            None => push_text(&mut pieces, &format!("{{{name}}}")),
        }
        rest = behind;
    }
    push_text(&mut pieces, rest);
    pieces
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Text(text.to_owned()));
    }
}

/// Resolves `id`, `id/place` or `id@year` seen from `cell`.
fn term(name: &str, cell: Cell) -> Option<Term> {
    let (name, year) = match name.split_once('@') {
        Some((name, year)) => (name, year.parse().ok()?),
        None => (name, cell.year),
    };
    let (name, place) = match name.split_once('/') {
        Some((name, place)) => (name, Place::from_code(place)?),
        None => (name, cell.place),
    };
    match name {
        "year" => Some(Term::Year(year)),
        "param.growth" => {
            ParamId::find(&format!("growth.{}", place.region()?.code())).map(Term::Param)
        }
        "param.capex_ratio" => ParamId::find(capex_ratio(place.region()?)).map(Term::Param),
        _ => Cell::find(name, place, year)
            .map(Term::Output)
            .or_else(|| Statistic::find(name, place, year).map(Term::Statistic))
            .or_else(|| ParamId::find(name).map(Term::Param)),
    }
}

fn capex_ratio(region: Region) -> &'static str {
    if region == Region::Jp {
        "capex.ratio_japan"
    } else {
        "capex.ratio_overseas"
    }
}

impl Term {
    /// What it is called.
    pub fn name(self, reader: &Reader) -> String {
        match self {
            Term::Output(cell) => cell.output().label.get(reader.lang).to_owned(),
            Term::Param(param) => param.row().label.get(reader.lang).to_owned(),
            Term::Statistic(statistic) => statistic.name(reader.lang),
            Term::Year(_) => reader.text(crate::i18n::ui::YEAR).to_owned(),
        }
    }

    /// What it is called in the formula of `cell`: the same output elsewhere is called by its place.
    pub fn name_seen_from(self, cell: Cell, reader: &Reader) -> String {
        match self {
            Term::Output(other) if other.output().id == cell.output().id => {
                other.place.label(reader.lang)
            }
            Term::Output(other) if other.place != cell.place => {
                let (name, place) = (self.name(reader), other.place.label(reader.lang));
                match reader.lang {
                    Lang::En => format!("{name} ({place})"),
                    Lang::Ja => format!("{name}（{place}）"),
                }
            }
            _ => self.name(reader),
        }
    }

    /// Its value with the unit.
    pub fn written(self, scenario: &Scenario, results: &Results, reader: &Reader) -> String {
        match self {
            Term::Output(cell) => cell.read(results).map_or_else(
                || "–".to_owned(),
                |value| reader.write(cell.output().unit, value),
            ),
            Term::Param(param) => param_value(param, scenario.get(param), reader),
            Term::Statistic(statistic) => reader.write(statistic.unit(), statistic.value()),
            Term::Year(year) => year.to_string(),
        }
    }

    /// A sign for where the number comes from; none for outputs and years.
    pub fn mark(self) -> Option<&'static str> {
        match self {
            Term::Param(param) => Some(param.row().origin.mark()),
            Term::Statistic(statistic) => Some(confidence_mark(statistic.confidence())),
            Term::Output(_) | Term::Year(_) => None,
        }
    }
}

/// The sign of a statistic: a square when sourced, a ring with a tilde for an estimate.
pub const fn confidence_mark(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Sourced => Origin::Statistic(crate::text::Text::EMPTY).mark(),
        Confidence::Estimate => "○~",
        Confidence::Assumed => Origin::Assumed.mark(),
    }
}

/// A parameter value to the digits of its step, without the unit: for fields. Years have no thousands separator.
pub fn param_number(param: ParamId, value: f64) -> String {
    let row = param.row();
    if row.unit == Unit::Year {
        number::plain(value, row.decimals())
    } else {
        number::with_decimals(value, row.decimals())
    }
}

/// A parameter value with its unit, to the digits of its step.
pub fn param_value(param: ParamId, value: f64, reader: &Reader) -> String {
    let unit = param.row().unit.label().get(reader.lang);
    format!(
        "{}{}",
        param_number(param, value),
        spaced(unit, reader.lang)
    )
}

/// A parameter value in a sentence, which says itself what a percentage is of.
pub fn param_in_prose(param: ParamId, value: f64, reader: &Reader) -> String {
    let unit = param.row().unit;
    let short = if unit.is_percentage() {
        "%"
    } else {
        unit.label().get(reader.lang)
    };
    format!(
        "{}{}",
        number::trimmed(value, param.row().decimals(), unit),
        spaced(short, reader.lang)
    )
}

/// A range of parameter values, with the unit once.
pub fn param_range(param: ParamId, low: f64, high: f64, reader: &Reader) -> String {
    let (low, high) = (param_number(param, low), param_value(param, high, reader));
    match reader.lang {
        Lang::En => format!("{low} to {high}"),
        Lang::Ja => format!("{low}～{high}"),
    }
}

fn spaced(unit: &str, lang: Lang) -> String {
    if unit.is_empty() || unit.starts_with('%') || lang == Lang::Ja {
        unit.to_owned()
    } else {
        format!(" {unit}")
    }
}

/// The formula as one line, with names or with numbers.
pub fn line(cell: Cell, mut word: impl FnMut(Term) -> String) -> String {
    pieces(cell)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(text) => text,
            Piece::Term(term) => word(term),
        })
        .collect()
}

/// What the formula refers to, each once, in the order of the formula.
pub fn terms(cell: Cell) -> Vec<Term> {
    let mut terms = Vec::new();
    for piece in pieces(cell) {
        if let Piece::Term(term) = piece
            && !matches!(term, Term::Year(_))
            && !terms.contains(&term)
        {
            terms.push(term);
        }
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model;
    use crate::output::OUTPUTS;
    use crate::scenario::Group;

    /// A scenario in which no factor is 0 or 1, so that a forgotten one shows.
    fn moved() -> Scenario {
        let mut scenario = Scenario::default();
        for param in Group::Tam.params() {
            let row = param.row();
            scenario
                .set(param, row.snap(row.min + 0.37 * (row.max - row.min)))
                .unwrap();
        }
        scenario
    }

    #[test]
    fn every_formula_gives_the_value_of_the_model() {
        for scenario in [Scenario::default(), moved()] {
            let results = model::run(&scenario);
            let mut checked = 0;
            for output in OUTPUTS {
                for place in places() {
                    for year in [2024, 2027, 2030, 2036, 2040, 2050] {
                        let cell = Cell::find(output.id, place, year).unwrap();
                        let Some(value) = cell.read(&results) else {
                            continue;
                        };
                        let formula = line(cell, |term| plain(term, &scenario, &results));
                        let computed = evaluate(&formula);
                        let near = (computed - value).abs() <= 1e-9 * value.abs().max(1e-9);
                        assert!(
                            near,
                            "{} at {place:?} in {year}: {formula} = {computed}, not {value}",
                            output.id
                        );
                        checked += 1;
                    }
                }
            }
            assert!(checked > 300, "{checked}");
        }
    }

    #[test]
    fn every_reference_of_every_formula_is_resolved() {
        for output in OUTPUTS {
            for place in places() {
                let cell = Cell::find(output.id, place, 2040).unwrap();
                if cell.read(&model::run(&Scenario::default())).is_some() {
                    assert!(
                        !line(cell, |_| String::new()).contains('{'),
                        "{} at {place:?}",
                        output.id
                    );
                }
            }
        }
    }

    fn places() -> Vec<Place> {
        let mut places = vec![
            Place::All,
            Place::Industry(Region::Us, 4),
            Place::Industry(Region::Jp, 0),
        ];
        places.extend(Region::ALL.map(Place::Region));
        places
    }

    /// The term as a number in brackets.
    fn plain(term: Term, scenario: &Scenario, results: &Results) -> String {
        let value = match term {
            Term::Output(cell) => cell.read(results).unwrap(),
            Term::Param(param) => param.row().unit.as_used(scenario.get(param)),
            Term::Statistic(statistic) => statistic.value(),
            Term::Year(year) => f64::from(year),
        };
        format!("({value:e})")
    }

    /// Computes what the reader sees: + − × ÷ ^, brackets, min, max, exp.
    fn evaluate(formula: &str) -> f64 {
        let mut parser = Parser { rest: formula };
        let value = parser.sum();
        assert_eq!(parser.rest.trim(), "", "left over in {formula}");
        value
    }

    struct Parser<'a> {
        rest: &'a str,
    }

    impl Parser<'_> {
        fn take(&mut self, sign: &str) -> bool {
            self.rest = self.rest.trim_start();
            let rest = self.rest.strip_prefix(sign);
            self.rest = rest.unwrap_or(self.rest);
            rest.is_some()
        }

        fn sum(&mut self) -> f64 {
            let mut value = self.product();
            loop {
                if self.take("+") {
                    value += self.product();
                } else if self.take("−") {
                    value -= self.product();
                } else {
                    return value;
                }
            }
        }

        fn product(&mut self) -> f64 {
            let mut value = self.power();
            loop {
                if self.take("×") {
                    value *= self.power();
                } else if self.take("÷") {
                    value /= self.power();
                } else {
                    return value;
                }
            }
        }

        fn power(&mut self) -> f64 {
            let base = self.single();
            if self.take("^") {
                base.powf(self.single())
            } else {
                base
            }
        }

        fn single(&mut self) -> f64 {
            if self.take("−") {
                return -self.single();
            }
            if self.take("min(") {
                return self.pair(f64::min);
            }
            if self.take("max(") {
                return self.pair(f64::max);
            }
            if self.take("exp(") {
                return self.closing().exp();
            }
            if self.take("(") {
                return self.closing();
            }
            let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | 'e' | '-');
            let end = self.rest.find(|c| !digits(c)).unwrap_or(self.rest.len());
            let (number, rest) = self.rest.split_at(end);
            self.rest = rest;
            number
                .parse()
                .unwrap_or_else(|_| panic!("no number before “{rest}”"))
        }

        fn closing(&mut self) -> f64 {
            let value = self.sum();
            assert!(self.take(")"), "bracket not closed before “{}”", self.rest);
            value
        }

        fn pair(&mut self, choose: fn(f64, f64) -> f64) -> f64 {
            let first = self.sum();
            assert!(self.take(","));
            let second = self.closing();
            choose(first, second)
        }
    }
}
