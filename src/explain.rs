//! What the report tells when a number is pressed: how it comes about, what it rests on, where it stands.

use crate::analysis::{checks, influence};
use crate::chapters::Context;
use crate::choice;
use crate::data::books;
use crate::formula::{self, Term, param_value};
use crate::i18n::ui;
use crate::model;
use crate::output::Cell;
use crate::scenario::{Change, ParamId, Scenario};
use crate::source::{Confidence, Origin};
use crate::statistic::Statistic;
use crate::text::{Lang, Text};
use crate::unit::Unit;

mod known;

pub use known::{GERMANY, as_bound, guidance_line, origin_line, write_computed, write_published};
use known::{about_dataset, about_employment, about_param, about_published, about_statistic};

/// What an explanation is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    /// A result.
    Cell(Cell),
    /// A result of the base case.
    Base(Cell),
    /// A result of the base case with some inputs set otherwise.
    BaseIf(Change, Cell),
    /// A result if some inputs had other values and all others stayed as they are.
    WhatIf(Change, Cell),
    /// An input.
    Param(ParamId),
    /// A number of a dataset that a formula refers to.
    Statistic(Statistic),
    /// Persons employed in manufacturing, by country code and year.
    Employment(&'static str, u16),
    /// A printed figure, by its id in the register.
    Published(&'static str),
    /// A dataset, by id.
    Dataset(&'static str),
}

/// An explanation in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explanation {
    /// What is explained.
    pub title: String,
    /// Its value; empty for a dataset.
    pub value: String,
    /// The difference from the base case; empty where there is none.
    pub change: String,
    /// What it is.
    pub about: String,
    /// Formulas, each under its heading.
    pub formulas: Vec<(String, String)>,
    /// Facts, each with its name.
    pub facts: Vec<(String, String)>,
    /// Lists of numbers that can be pressed in turn.
    pub lists: Vec<List>,
    /// The input that the reader can go to.
    pub input: Option<ParamId>,
}

/// Numbers under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// What they have in common.
    pub title: String,
    /// How they were found; may be empty.
    pub hint: String,
    /// The numbers.
    pub items: Vec<Item>,
}

/// One number of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it is, after the sign of its origin.
    pub name: String,
    /// The number.
    pub value: String,
    /// Where it comes from, or what it does.
    pub remark: String,
    /// What explains it in turn.
    pub subject: Option<Subject>,
}

/// Explains `subject` in the present scenario.
pub fn explain(subject: Subject, context: &Context) -> Explanation {
    match subject {
        Subject::Cell(cell) => about_cell(cell, context),
        Subject::Base(cell) => in_scenario(
            &Scenario::default(),
            cell,
            context,
            ui::BASE_CASE.get(context.reader.lang),
        ),
        Subject::WhatIf(change, cell) => what_if(context.scenario, change, cell, context),
        Subject::BaseIf(change, cell) => {
            let told = what_if(&Scenario::default(), change, cell, context);
            let base = context.reader.text(ui::BASE_CASE);
            Explanation {
                title: named(base, &told.title, context.reader.lang),
                ..told
            }
        }
        Subject::Statistic(statistic) => about_statistic(statistic, context),
        Subject::Employment(country, year) => about_employment(country, year, context),
        Subject::Param(param) => about_param(param, context),
        Subject::Published(id) => about_published(id, context),
        Subject::Dataset(id) => about_dataset(id, context),
    }
}

/// A result in another scenario than the present one, whose name goes with the title.
fn in_scenario(scenario: &Scenario, cell: Cell, context: &Context, name: &str) -> Explanation {
    let results = model::run(scenario);
    let told = about_cell(
        cell,
        &Context {
            scenario,
            results: &results,
            ..*context
        },
    );
    Explanation {
        title: format!("{} – {name}", told.title),
        ..told
    }
}

fn what_if(from: &Scenario, change: Change, cell: Cell, context: &Context) -> Explanation {
    let Some(scenario) = from.with(change) else {
        return about_cell(cell, context);
    };
    let reader = &context.reader;
    let settings = change.settings().map(|(param, value)| {
        let value = param_value(param, value, reader);
        named(reader.text(choice::label(param)), &value, reader.lang)
    });
    let settings: Vec<_> = settings.collect();
    let gap = match reader.lang {
        Lang::En => ", ",
        Lang::Ja => "、",
    };
    in_scenario(&scenario, cell, context, &settings.join(gap))
}

fn about_cell(cell: Cell, context: &Context) -> Explanation {
    let reader = &context.reader;
    let put_in = formula::terms(cell)
        .into_iter()
        .map(|term| put_in(term, context))
        .collect();
    Explanation {
        title: cell.name(reader.lang),
        value: context.write(cell),
        change: change(cell, context).unwrap_or_default(),
        about: reader.text(cell.details().about).to_owned(),
        formulas: formulas(cell, context),
        lists: [
            list(reader.text(ui::PUT_IN), "", put_in),
            rests_on(cell, context),
        ]
        .into_iter()
        .chain(printed(cell, context))
        .collect(),
        ..Explanation::default()
    }
}

/// The formula with names and with numbers, or the rule in words.
///
/// Formulas stay in the currency of the model, so that they are equations; the conversion stands below them.
fn formulas(cell: Cell, context: &Context) -> Vec<(String, String)> {
    let (reader, output) = (&context.reader, cell.output());
    if let Some(rule) = cell.rule() {
        let (name, rule) = (reader.text(ui::RULE), reader.text(rule));
        return vec![(name.to_owned(), rule.to_owned())];
    }
    let native = reader.native(output.unit);
    let result = output.written(cell.read(context.results), &native);
    let numbers = formula::line(cell, |term| {
        term.written(context.scenario, context.results, reader)
    });
    let mut formulas = vec![
        (
            reader.text(ui::IN_WORDS).to_owned(),
            formula::line(cell, |term| term.name_seen_from(cell, reader)),
        ),
        (
            reader.text(ui::IN_NUMBERS).to_owned(),
            format!("{numbers} = {result}"),
        ),
    ];
    let sign = match output.unit {
        Unit::UsdBn => "×",
        Unit::JpyTn => "÷",
        _ => return formulas,
    };
    if reader.currency_of(output.unit) != native.currency {
        let rate = reader.write(Unit::JpyPerUsd, reader.jpy_per_usd);
        let conversion = format!("{result} {sign} {rate} = {}", context.write(cell));
        formulas.push((reader.text(ui::CONVERSION).to_owned(), conversion));
    }
    formulas
}

/// The printed figures that a result stands for; none where no document prints one.
fn printed(cell: Cell, context: &Context) -> Option<List> {
    let reader = &context.reader;
    let items = checks::of_cell(cell).filter_map(|check| {
        let published = books::find_published(check.published)?;
        Some(Item {
            name: reader.text(published.label).to_owned(),
            value: write_published(published.id, reader),
            remark: reader.text(published.document.short()).to_owned(),
            subject: Some(Subject::Published(published.id)),
        })
    });
    let items: Vec<_> = items.collect();
    let title = reader.text(ui::PRINTED_FIGURE);
    (!items.is_empty()).then(|| list(title, "", items))
}

fn list(title: &str, hint: &str, items: Vec<Item>) -> List {
    List {
        title: title.to_owned(),
        hint: hint.to_owned(),
        items,
    }
}

/// One number of a formula with its origin.
fn put_in(term: Term, context: &Context) -> Item {
    let reader = &context.reader;
    let (name, remark, subject) = match term {
        Term::Output(cell) => (
            cell.name(reader.lang),
            String::new(),
            Some(Subject::Cell(cell)),
        ),
        Term::Param(param) => (
            term.name(reader),
            origin_line(param, reader.lang),
            Some(Subject::Param(param)),
        ),
        Term::Statistic(statistic) => {
            let (kind, source) = (
                reader.text(kind_name(statistic)),
                reader.text(statistic.source()),
            );
            (
                term.name(reader),
                named(kind, source, reader.lang),
                Some(Subject::Statistic(statistic)),
            )
        }
        Term::Sum(cell, _) | Term::Mean(cell) => {
            (term.name(reader), String::new(), Some(Subject::Cell(cell)))
        }
        Term::Year(_) => (term.name(reader), String::new(), None),
    };
    Item {
        name: format!("{} {name}", term.mark().unwrap_or("→")),
        value: value_in_list(term, context),
        remark,
        subject,
    }
}

/// A switch tells here what its 0 or 1 means.
fn value_in_list(term: Term, context: &Context) -> String {
    let number = term.written(context.scenario, context.results, &context.reader);
    match term {
        Term::Param(param) if param.row().unit == Unit::Switch => {
            let words = param_value(param, context.scenario.get(param), &context.reader);
            named(&number, &words, context.reader.lang)
        }
        _ => number,
    }
}

fn kind_name(statistic: Statistic) -> Text {
    match statistic.confidence() {
        Confidence::Sourced if statistic.is_projection() => ui::PROJECTION,
        Confidence::Sourced => ui::STATISTIC,
        Confidence::Estimate => ui::ESTIMATE,
        Confidence::Assumed => Origin::Assumed.label(),
    }
}

/// The inputs that move a result, found by moving each of them; where none does, those of its formula.
fn rests_on(cell: Cell, context: &Context) -> List {
    let reader = &context.reader;
    let moved = influence::rests_on(cell, context.scenario);
    let still = formula::params_behind(cell);
    let hint = match (moved.is_empty(), still.is_empty()) {
        (false, _) => ui::RESTS_ON_NOTE,
        (true, false) => ui::RESTS_ON_STILL,
        (true, true) => ui::RESTS_ON_NONE,
    };
    let item = |param: ParamId, remark: String| Item {
        name: format!(
            "{} {}",
            param.row().origin.mark(),
            reader.text(choice::label(param))
        ),
        value: param_value(param, context.scenario.get(param), reader),
        remark,
        subject: Some(Subject::Param(param)),
    };
    let effect = |effect: f64| reader.write_difference(cell.output().unit, effect);
    let items = if moved.is_empty() {
        still
            .into_iter()
            .map(|param| item(param, String::new()))
            .collect()
    } else {
        let step = reader.text(ui::ONE_STEP);
        moved
            .into_iter()
            .map(|it| item(it.param, named(step, &effect(it.effect), reader.lang)))
            .collect()
    };
    list(reader.text(ui::RESTS_ON), reader.text(hint), items)
}

/// The difference from the base case in words; `None` when there is none to speak of.
pub fn change(cell: Cell, context: &Context) -> Option<String> {
    let (reader, unit) = (&context.reader, cell.output().unit);
    let name = context.reference.name;
    let (now, base) = (
        cell.read(context.results),
        cell.read(context.reference.results),
    );
    let (Some(value), Some(before)) = (now, base) else {
        // One of the two may not exist, such as a year of payback.
        let written = cell.output().written(base, reader);
        return (now != base).then(|| named(name, &written, reader.lang));
    };
    let difference = value - before;
    if reader.is_negligible(unit, difference) {
        return None;
    }
    let written = reader.write_difference(unit, difference);
    let base = name;
    Some(match reader.lang {
        Lang::En => format!("{written} vs {base}"),
        Lang::Ja => format!("{base}比 {written}"),
    })
}

/// `name: value`, with the colon of the language.
fn named(name: &str, value: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{name}: {value}"),
        Lang::Ja => format!("{name}：{value}"),
    }
}

#[cfg(test)]
mod tests;
