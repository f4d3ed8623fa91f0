//! How a value comes about: its formula with names, with numbers, and what was put in.

use crate::choice::{self, choice};
use crate::data;
use crate::i18n::number::{self, Reader};
use crate::model::Results;
use crate::output::{Cell, Place, UNDATED};
use crate::region::Region;
use crate::scenario::{ParamId, Scenario};
use crate::source::{Confidence, Origin};
use crate::statistic::Statistic;
use crate::text::{Lang, in_brackets};
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
    /// An output added up from the year of the cell to the last one.
    Sum(Cell, u16),
    /// An output of the occupations of the industry where the cell is, weighted by their shares among its workers.
    Mean(Cell),
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
    let template = cell.formula();
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

/// Resolves `id`, `id/place`, `id@year`, `id@-1` for the year before, `id@+5` for five years later, or `sum id@2026..2040`, seen from `cell`;
/// the sum may end in `year`, as in `sum id@2026..year`; `mean id` is the mean over the occupations of an industry.
fn term(name: &str, cell: Cell) -> Option<Term> {
    if let Some(sum) = name.strip_prefix("sum ") {
        let (name, years) = sum.split_once('@')?;
        let (first, last) = years.split_once("..")?;
        let last = if last == "year" {
            cell.year
        } else {
            last.parse().ok()?
        };
        return match term(&format!("{name}@{first}"), cell)? {
            Term::Output(cell) => Some(Term::Sum(cell, last)),
            _ => None,
        };
    }
    if let Some(name) = name.strip_prefix("mean ") {
        let mean = Cell::find(name, cell.place, cell.year)?;
        return Some(Term::Mean(dated(mean)));
    }
    let (name, year) = match name.split_once('@') {
        Some((name, years)) if years.starts_with(['+', '-']) => {
            (name, cell.year.checked_add_signed(years.parse().ok()?)?)
        }
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
        "param.lab_valuation" => lab_param(place, "valuation").map(Term::Param),
        "param.lab_revenue" => lab_param(place, "revenue_2026").map(Term::Param),
        _ => Cell::find(name, place, year)
            .map(|found| Term::Output(dated(found)))
            .or_else(|| Statistic::find(name, place, year).map(Term::Statistic))
            .or_else(|| ParamId::find(name).map(Term::Param)),
    }
}

/// An output at its home where the place asked for is not one of its kind, and undated where it has no years.
fn dated(cell: Cell) -> Cell {
    let output = cell.output();
    let place = match (output.home(), cell.place) {
        (Place::All, Place::Whole) => Place::All,
        (_, place) => place,
    };
    let year = if output.undated { UNDATED } else { cell.year };
    cell.at(place, year)
}

fn capex_ratio(region: Region) -> &'static str {
    if region == Region::Jp {
        "capex.ratio_japan"
    } else {
        "capex.ratio_overseas"
    }
}

/// The parameter of a laboratory.
fn lab_param(place: Place, name: &str) -> Option<ParamId> {
    let lab = match place {
        Place::Lab(0) => "openai",
        Place::Lab(1) => "anthropic",
        _ => return None,
    };
    ParamId::find(&format!("platforms.{lab}_{name}"))
}

impl Term {
    /// What it is called.
    pub fn name(self, reader: &Reader) -> String {
        match self {
            Term::Output(cell) => cell.output().label.get(reader.lang).to_owned(),
            Term::Param(param) => choice::label(param).get(reader.lang).to_owned(),
            Term::Statistic(statistic) => statistic.name(reader.lang),
            Term::Year(_) => reader.text(crate::i18n::ui::YEAR).to_owned(),
            Term::Sum(cell, last) => {
                let label = cell.output().label.get(reader.lang);
                match reader.lang {
                    Lang::En => format!("sum of {label} {}–{last}", cell.year),
                    Lang::Ja => format!("{label}の合計（{}～{last}年）", cell.year),
                }
            }
            Term::Mean(cell) => {
                let label = cell.output().label.get(reader.lang);
                match reader.lang {
                    Lang::En => format!("sum over occupations of share of workers × {label}"),
                    Lang::Ja => format!("職業ごとの構成比 × {label}の合計"),
                }
            }
        }
    }

    /// What it is called in the formula of `cell`: the same output elsewhere is called by its place, an output of
    /// another year by its name and year.
    pub fn name_seen_from(self, cell: Cell, reader: &Reader) -> String {
        match self {
            Term::Output(other) if other.place == cell.place && other.year != cell.year => {
                other.at(Place::Whole, other.year).name(reader.lang)
            }
            Term::Output(other) if other.output().id == cell.output().id => {
                other.place.label(reader.lang)
            }
            Term::Output(other) if other.place != cell.place => {
                let (name, place) = (self.name(reader), other.place.label(reader.lang));
                match reader.lang {
                    _ if place.is_empty() => name,
                    Lang::En => format!("{name} ({place})"),
                    Lang::Ja => in_brackets(&name, &place),
                }
            }
            _ => self.name(reader),
        }
    }

    /// Its value with the unit, amounts in the currency they are computed in and switches as 0 or 1, so that a
    /// formula made of them is an equation.
    pub fn written(self, scenario: &Scenario, results: &Results, reader: &Reader) -> String {
        match self {
            Term::Output(cell) => {
                let output = cell.output();
                output.written(cell.read(results), &reader.native(output.unit))
            }
            Term::Param(param) if param.row().unit == Unit::Switch => {
                param_number(param, scenario.get(param))
            }
            Term::Param(param) => param_value(param, scenario.get(param), reader),
            Term::Statistic(statistic) => {
                let unit = statistic.unit();
                reader.native(unit).write(unit, statistic.value())
            }
            Term::Year(year) => year.to_string(),
            Term::Sum(cell, last) => {
                let unit = cell.output().unit;
                reader.native(unit).write(unit, sum(cell, last, results))
            }
            Term::Mean(cell) => {
                let written = |term: Term| term.written(scenario, results, reader);
                let products = occupations(cell).map(|pair| pair.map(written).join(" × "));
                products.collect::<Vec<_>>().join(" + ")
            }
        }
    }

    /// A sign for where the number comes from; none for outputs and years.
    pub fn mark(self) -> Option<&'static str> {
        match self {
            Term::Param(param) => Some(param.row().origin.mark()),
            Term::Statistic(statistic) => Some(confidence_mark(statistic.confidence())),
            Term::Output(_) | Term::Year(_) | Term::Sum(..) | Term::Mean(_) => None,
        }
    }
}

/// An output added up over the years from that of `first` to `last`; years without a value add nothing.
pub fn sum(first: Cell, last: u16, results: &Results) -> f64 {
    (first.year..=last)
        .filter_map(|year| first.at(first.place, year).read(results))
        .sum()
}

/// The occupations of the industry where `mean` is: the share of each, and its value of the output.
pub fn occupations(mean: Cell) -> impl Iterator<Item = [Term; 2]> {
    let rows = data::occupation_mix().iter().enumerate();
    let rows = rows.filter(move |(_, row)| mean.place.has_industry(row.industry));
    rows.filter_map(move |(index, row)| {
        let share = Statistic::find("data.occupation_share", Place::Mix(index), mean.year)?;
        let value = mean.at(Place::Occupation(row.occupation), mean.year);
        Some([Term::Statistic(share), Term::Output(value)])
    })
}

/// The sign of a statistic: a square when sourced, a ring with a tilde for an estimate.
pub const fn confidence_mark(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Sourced => Origin::Statistic(crate::text::Text::EMPTY).mark(),
        Confidence::Estimate => "○~",
        Confidence::Assumed => Origin::Assumed.mark(),
    }
}

/// A parameter value to the digits of its step, without the unit. Years have no thousands separator.
pub fn param_number(param: ParamId, value: f64) -> String {
    let row = param.row();
    if row.unit == Unit::Year {
        number::plain(value, row.decimals())
    } else {
        number::with_decimals(value, row.decimals())
    }
}

/// The factor and the unit in which readers type and read a value: dollars are counted in 億 in Japanese.
pub fn typed_unit(param: ParamId, lang: Lang) -> (f64, &'static str) {
    match (param.row().unit, lang) {
        (Unit::UsdBn, Lang::Ja) => (10.0, "億ドル"),
        (unit, _) => (1.0, unit.label().get(lang)),
    }
}

/// A parameter value as it stands in its field.
pub fn param_typed(param: ParamId, value: f64, lang: Lang) -> String {
    param_number(param, value * typed_unit(param, lang).0)
}

/// A parameter value with its unit, to the digits of its step; a switch in words.
pub fn param_value(param: ParamId, value: f64, reader: &Reader) -> String {
    if let Some(choice) = choice(param) {
        return reader.text(choice.side(value)).to_owned();
    }
    let unit = param.row().unit;
    if matches!(unit, Unit::UsdBn | Unit::JpyTn) {
        return reader.native(unit).write_printed(unit, value);
    }
    format!(
        "{}{}",
        param_number(param, value),
        spaced(unit.label().get(reader.lang), reader.lang)
    )
}

/// A parameter value in a sentence, which says itself what a percentage is of.
pub fn param_in_prose(param: ParamId, value: f64, reader: &Reader) -> String {
    let unit = param.row().unit;
    if unit == Unit::Level {
        let number = number::trimmed(value, param.row().decimals(), unit);
        return match reader.lang {
            Lang::En => format!("level {number}"),
            Lang::Ja => format!("レベル{number}"),
        };
    }
    if unit == Unit::Switch {
        return param_value(param, value, reader);
    }
    if matches!(unit, Unit::UsdBn | Unit::JpyTn) {
        return reader.write(unit, value);
    }
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

/// A range of parameter values, with the unit once; both sides of a switch.
pub fn param_range(param: ParamId, low: f64, high: f64, reader: &Reader) -> String {
    let unit = param.row().unit;
    let high = param_value(param, high, reader);
    let low = match unit {
        // These are no number with a unit behind it.
        Unit::Switch | Unit::UsdBn | Unit::JpyTn => param_value(param, low, reader),
        _ => param_number(param, low),
    };
    match (reader.lang, unit) {
        (Lang::En, Unit::Switch) => format!("{low} or {high}"),
        (Lang::Ja, Unit::Switch) => format!("{low}、{high}"),
        (Lang::En, _) => format!("{low} to {high}"),
        (Lang::Ja, _) => format!("{low}～{high}"),
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

/// What the formula refers to, each once, in the order of the formula; of a mean, its parts.
pub fn terms(cell: Cell) -> Vec<Term> {
    let mut terms = Vec::new();
    for piece in pieces(cell) {
        match piece {
            Piece::Term(Term::Mean(mean)) => terms.extend(occupations(mean).flatten()),
            Piece::Term(term) if !matches!(term, Term::Year(_)) && !terms.contains(&term) => {
                terms.push(term);
            }
            _ => {}
        }
    }
    terms
}

/// Every parameter that stands in a formula, however many formulas down.
pub fn params_behind(cell: Cell) -> Vec<ParamId> {
    let (mut found, mut open, mut seen) = (Vec::new(), vec![cell], Vec::new());
    while let Some(cell) = open.pop() {
        if seen.contains(&cell) {
            continue;
        }
        seen.push(cell);
        for term in terms(cell) {
            match term {
                Term::Output(other) | Term::Sum(other, _) | Term::Mean(other) => open.push(other),
                Term::Param(param) if !found.contains(&param) => found.push(param),
                _ => {}
            }
        }
    }
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests;
