//! What the report tells when a number is pressed: how it comes about, what it rests on, where it stands.

use crate::analysis::influence;
use crate::chapters::{Context, MISSING};
use crate::data;
use crate::formula::{self, Term, param_range, param_value};
use crate::i18n::number::{Currency, Reader};
use crate::i18n::ui;
use crate::model;
use crate::output::Cell;
use crate::region::Region;
use crate::scenario::{ParamId, Scenario};
use crate::source::{Confidence, Origin};
use crate::statistic::Statistic;
use crate::text::{Lang, Text};
use crate::unit::Unit;

/// What an explanation is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    /// A result.
    Cell(Cell),
    /// A result of the base case.
    Base(Cell),
    /// A result if one input had another value and all others stayed as they are.
    WhatIf(ParamId, f64, Cell),
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
        Subject::WhatIf(param, value, cell) => what_if(param, value, cell, context),
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

fn what_if(param: ParamId, value: f64, cell: Cell, context: &Context) -> Explanation {
    let mut scenario = *context.scenario;
    if scenario.set(param, value).is_err() {
        return about_param(param, context);
    }
    let name = named(
        context.reader.text(param.row().label),
        &param_value(param, value, &context.reader),
        context.reader.lang,
    );
    in_scenario(&scenario, cell, context, &name)
}

fn about_cell(cell: Cell, context: &Context) -> Explanation {
    let reader = &context.reader;
    // Formulas stay in the currency of the model, so that they are equations; the conversion stands below them.
    let model = Reader {
        currency: Currency::Usd,
        ..*reader
    };
    let written = |reader: &Reader| {
        let value = cell.read(context.results);
        value.map_or_else(
            || MISSING.to_owned(),
            |value| reader.write(cell.output().unit, value),
        )
    };
    let numbers = formula::line(cell, |term| {
        term.written(context.scenario, context.results, &model)
    });
    let mut formulas = vec![
        (
            reader.text(ui::IN_WORDS).to_owned(),
            formula::line(cell, |term| term.name_seen_from(cell, reader)),
        ),
        (
            reader.text(ui::IN_NUMBERS).to_owned(),
            format!("{numbers} = {}", written(&model)),
        ),
    ];
    if reader.currency == Currency::Jpy && cell.output().unit == Unit::UsdBn {
        let rate = reader.write(Unit::JpyPerUsd, reader.jpy_per_usd);
        let conversion = format!("{} × {rate} = {}", written(&model), written(reader));
        formulas.push((reader.text(ui::CONVERSION).to_owned(), conversion));
    }
    let put_in = formula::terms(cell)
        .into_iter()
        .map(|term| put_in(term, context, &model))
        .collect();
    Explanation {
        title: cell.name(reader.lang),
        value: written(reader),
        change: change(cell, context).unwrap_or_default(),
        about: reader.text(cell.output().about).to_owned(),
        formulas,
        lists: vec![
            list(reader.text(ui::PUT_IN), "", put_in),
            rests_on(cell, context),
        ],
        ..Explanation::default()
    }
}

fn list(title: &str, hint: &str, items: Vec<Item>) -> List {
    List {
        title: title.to_owned(),
        hint: hint.to_owned(),
        items,
    }
}

/// One number of a formula with its origin.
fn put_in(term: Term, context: &Context, model: &Reader) -> Item {
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
        Term::Year(_) => (term.name(reader), String::new(), None),
    };
    Item {
        name: format!("{} {name}", term.mark().unwrap_or("→")),
        value: term.written(context.scenario, context.results, model),
        remark,
        subject,
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
            reader.text(param.row().label)
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

fn about_param(param: ParamId, context: &Context) -> Explanation {
    let (row, reader) = (param.row(), &context.reader);
    let written = |value: f64| param_value(param, value, reader);
    let plausible = if row.low < row.high {
        param_range(param, row.low, row.high, reader)
    } else {
        reader.text(ui::NOT_VARIED).to_owned()
    };
    Explanation {
        title: reader.text(row.label).to_owned(),
        value: written(context.scenario.get(param)),
        about: reader.text(row.note).to_owned(),
        facts: vec![
            (reader.text(ui::DEFAULT_IS).to_owned(), written(row.default)),
            (reader.text(ui::PLAUSIBLE).to_owned(), plausible),
            (
                reader.text(ui::RANGE).to_owned(),
                param_range(param, row.min, row.max, reader),
            ),
            (
                reader.text(ui::ORIGIN).to_owned(),
                origin_line(param, reader.lang),
            ),
        ],
        input: Some(param),
        ..Explanation::default()
    }
}

fn about_published(id: &'static str, context: &Context) -> Explanation {
    let (published, reader) = (data::published(id), &context.reader);
    let document = format!(
        "{} {}",
        published.document.number(),
        reader.text(published.document.short())
    );
    Explanation {
        title: reader.text(published.label).to_owned(),
        value: write_published(id, reader),
        facts: vec![
            (reader.text(ui::PRINTED_IN).to_owned(), document),
            (
                reader.text(ui::SECTION).to_owned(),
                published.section.to_owned(),
            ),
            (
                reader.text(ui::PERIOD).to_owned(),
                published.period.to_owned(),
            ),
        ],
        ..Explanation::default()
    }
}

fn about_dataset(id: &str, context: &Context) -> Explanation {
    let Some(dataset) = data::dataset(id) else {
        return Explanation::default();
    };
    let reader = &context.reader;
    Explanation {
        title: reader.text(dataset.title).to_owned(),
        facts: vec![
            (
                reader.text(ui::SOURCES).to_owned(),
                reader.text(dataset.source).to_owned(),
            ),
            (
                reader.text(ui::RELIABILITY).to_owned(),
                reader.text(dataset.confidence).to_owned(),
            ),
        ],
        ..Explanation::default()
    }
}

/// One number of a dataset: where it stands, who published it, how far it can be relied on.
fn about_statistic(statistic: Statistic, context: &Context) -> Explanation {
    let reader = &context.reader;
    let model = Reader {
        currency: Currency::Usd,
        ..*reader
    };
    let mut facts = vec![
        (
            reader.text(ui::KIND).to_owned(),
            reader.text(kind_name(statistic)).to_owned(),
        ),
        (
            reader.text(ui::SOURCES).to_owned(),
            reader.text(statistic.source()).to_owned(),
        ),
    ];
    let dataset = statistic.dataset();
    facts.extend(dataset.map(|dataset| {
        (
            reader.text(ui::RELIABILITY).to_owned(),
            reader.text(dataset.confidence).to_owned(),
        )
    }));
    Explanation {
        title: statistic.title(reader.lang),
        value: model.write(statistic.unit(), statistic.value()),
        about: dataset
            .map(|dataset| reader.text(dataset.title).to_owned())
            .unwrap_or_default(),
        facts,
        ..Explanation::default()
    }
}

/// Persons employed in manufacturing in one country and year: a statistic, with how far it can be relied on.
fn about_employment(country: &str, year: u16, context: &Context) -> Explanation {
    let reader = &context.reader;
    let mut rows = data::manufacturing_employment().iter();
    let Some(row) = rows.find(|row| row.place == country && row.year == year) else {
        return about_dataset("manufacturing_employment", context);
    };
    let about = about_dataset("manufacturing_employment", context);
    let name = Region::from_code(country).map_or(GERMANY, Region::label);
    let mut facts = about.facts;
    facts.insert(
        0,
        (
            reader.text(ui::KIND).to_owned(),
            reader.text(row.confidence.label()).to_owned(),
        ),
    );
    Explanation {
        title: named(
            reader.text(name),
            &reader.write(Unit::Year, f64::from(year)),
            reader.lang,
        ),
        value: reader.write(Unit::MillionPersons, row.thousand_persons / 1000.0),
        about: about.title,
        facts,
        ..Explanation::default()
    }
}

/// The one country of the report that is not a region of the model.
pub const GERMANY: Text = Text::new("Germany", "ドイツ");

/// A printed figure as it is printed, and converted where the reader has chosen the other currency.
pub fn write_published(id: &str, reader: &Reader) -> String {
    let published = data::published(id);
    let value = published
        .value
        .or(published.low)
        .or(published.high)
        .unwrap_or(f64::NAN);
    let (unit, currency) = match published.unit {
        "USD_bn" => (Unit::UsdBn, Currency::Usd),
        "JPY_tn" => (Unit::JpyTn, Currency::Jpy),
        "percent" => return reader.write(Unit::Percent, value),
        _ => return reader.write(Unit::Ratio, value),
    };
    let printed = Reader {
        currency,
        ..*reader
    }
    .write(unit, value);
    match (currency == reader.currency, reader.lang) {
        (true, _) => printed,
        (false, Lang::En) => format!("{printed} ({})", reader.write(unit, value)),
        (false, Lang::Ja) => format!("{printed}（{}）", reader.write(unit, value)),
    }
}

/// The difference from the base case in words; `None` when there is none to speak of.
pub fn change(cell: Cell, context: &Context) -> Option<String> {
    let (reader, unit) = (&context.reader, cell.output().unit);
    let difference = cell.read(context.results)? - cell.read(context.base)?;
    if reader.is_negligible(unit, difference) {
        return None;
    }
    let written = reader.write_difference(unit, difference);
    let base = reader.text(ui::BASE_CASE);
    Some(match reader.lang {
        Lang::En => format!("{written} vs {base}"),
        Lang::Ja => format!("{base}比 {written}"),
    })
}

/// The plausible range of an input in a line, or its base case where it is not varied.
pub fn guidance_line(param: ParamId, reader: &Reader) -> String {
    let row = param.row();
    let written = |value: f64| param_value(param, value, reader);
    if row.low == row.high {
        return named(
            reader.text(ui::DEFAULT_IS),
            &written(row.default),
            reader.lang,
        );
    }
    named(
        reader.text(ui::PLAUSIBLE),
        &param_range(param, row.low, row.high, reader),
        reader.lang,
    )
}

/// Kind of origin, and the document or source named.
pub fn origin_line(param: ParamId, lang: Lang) -> String {
    let origin = param.row().origin;
    let kind = format!("{} {}", origin.mark(), origin.label().get(lang));
    match origin.source() {
        None => kind,
        Some(source) => named(&kind, source.get(lang), lang),
    }
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
