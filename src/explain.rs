//! What the report tells when a number is pressed: how it comes about, what it rests on, where it stands.

use crate::analysis::influence;
use crate::chapters::Context;
use crate::data;
use crate::formula::{self, Term, param_range, param_value};
use crate::i18n::number::Reader;
use crate::i18n::ui;
use crate::output::Cell;
use crate::scenario::ParamId;
use crate::source::{Confidence, Origin};
use crate::text::{Lang, Text};
use crate::unit::Unit;

/// What an explanation is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    /// A result.
    Cell(Cell),
    /// An input.
    Param(ParamId),
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
        Subject::Param(param) => about_param(param, context),
        Subject::Published(id) => about_published(id, context),
        Subject::Dataset(id) => about_dataset(id, context),
    }
}

fn about_cell(cell: Cell, context: &Context) -> Explanation {
    let reader = &context.reader;
    let value = context.write(cell);
    let numbers = formula::line(cell, |term| {
        term.written(context.scenario, context.results, reader)
    });
    let put_in = formula::terms(cell)
        .into_iter()
        .map(|term| put_in(term, context))
        .collect();
    Explanation {
        title: cell.name(reader.lang),
        change: change(cell, context).unwrap_or_default(),
        about: reader.text(cell.output().about).to_owned(),
        formulas: vec![
            (
                reader.text(ui::IN_WORDS).to_owned(),
                formula::line(cell, |term| term.name_seen_from(cell, reader)),
            ),
            (
                reader.text(ui::IN_NUMBERS).to_owned(),
                format!("{numbers} = {value}"),
            ),
        ],
        lists: vec![
            list(reader.text(ui::PUT_IN), "", put_in),
            rests_on(cell, context),
        ],
        value,
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
            let dataset = statistic.dataset();
            let source = dataset
                .map(|dataset| reader.text(dataset.source))
                .unwrap_or_default();
            let kind = reader.text(confidence_name(statistic.confidence()));
            let subject = dataset.map(|dataset| Subject::Dataset(dataset.id));
            (term.name(reader), named(kind, source, reader.lang), subject)
        }
        Term::Year(_) => (term.name(reader), String::new(), None),
    };
    Item {
        name: format!("{} {name}", term.mark().unwrap_or("→")),
        value: term.written(context.scenario, context.results, reader),
        remark,
        subject,
    }
}

const fn confidence_name(confidence: Confidence) -> Text {
    match confidence {
        Confidence::Sourced => ui::STATISTIC,
        Confidence::Estimate => ui::ESTIMATE,
        Confidence::Assumed => Origin::Assumed.label(),
    }
}

/// The inputs that move a result, found by moving each of them.
fn rests_on(cell: Cell, context: &Context) -> List {
    let reader = &context.reader;
    let found = influence::rests_on(cell, context.scenario);
    let hint = if found.is_empty() {
        ui::RESTS_ON_NONE
    } else {
        ui::RESTS_ON_NOTE
    };
    let items = found
        .into_iter()
        .map(|found| Item {
            name: format!(
                "{} {}",
                found.param.row().origin.mark(),
                reader.text(found.param.row().label)
            ),
            value: param_value(found.param, context.scenario.get(found.param), reader),
            remark: named(
                reader.text(ui::ONE_STEP),
                &reader.write_difference(cell.output().unit, found.effect),
                reader.lang,
            ),
            subject: Some(Subject::Param(found.param)),
        })
        .collect();
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

/// A printed figure in the reader's language and currency.
pub fn write_published(id: &str, reader: &Reader) -> String {
    let published = data::published(id);
    let value = published
        .value
        .or(published.low)
        .or(published.high)
        .unwrap_or(f64::NAN);
    let unit = match published.unit {
        "USD_bn" => Unit::UsdBn,
        "JPY_tn" => Unit::JpyTn,
        "percent" => Unit::Percent,
        _ => Unit::Ratio,
    };
    reader.write(unit, value)
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
mod tests {
    use super::*;
    use crate::i18n::number::Currency;
    use crate::model;
    use crate::output::Place;
    use crate::region::Region;
    use crate::scenario::Scenario;

    fn explained(lang: Lang, subject: Subject, share: f64) -> Explanation {
        let mut scenario = Scenario::default();
        scenario
            .set(ParamId::find("reshoring.share").unwrap(), share)
            .unwrap();
        let (results, base) = (model::run(&scenario), model::run(&Scenario::default()));
        let reader = Reader {
            lang,
            currency: Currency::Usd,
            jpy_per_usd: 150.0,
        };
        let context = Context {
            scenario: &scenario,
            results: &results,
            base: &base,
            reader,
            capex_as_usual: false,
        };
        explain(subject, &context)
    }

    fn capex(region: Region) -> Subject {
        Subject::Cell(Cell::find("tam.reshoring_capex", Place::Region(region), 2040).unwrap())
    }

    #[test]
    fn a_result_tells_its_formula_what_went_in_and_what_it_rests_on() {
        let told = explained(Lang::En, capex(Region::Jp), 50.0);
        assert_eq!(told.title, "Reshoring CAPEX, Japan, 2040");
        assert_eq!(told.formulas[0].1.matches('×').count(), 2);
        assert!(
            told.formulas[1].1.contains("6.35%"),
            "{}",
            told.formulas[1].1
        );
        assert!(told.change.starts_with('−'), "{}", told.change);
        assert_eq!(told.lists[0].items.len(), 3);
        let names: Vec<_> = told.lists[1]
            .items
            .iter()
            .map(|item| item.name.as_str())
            .collect();
        assert!(names.contains(&"● Reshoring share"), "{names:?}");
    }

    #[test]
    fn every_number_of_a_formula_can_be_explained_in_turn() {
        for list in explained(Lang::Ja, capex(Region::In), 100.0).lists {
            assert!(
                list.items.iter().all(|item| item.subject.is_some()),
                "{}",
                list.title
            );
        }
    }

    #[test]
    fn nothing_is_said_of_a_change_that_is_none() {
        assert_eq!(explained(Lang::En, capex(Region::Us), 100.0).change, "");
    }

    #[test]
    fn an_input_tells_base_case_ranges_and_origin() {
        let told = explained(
            Lang::En,
            Subject::Param(ParamId::find("reshoring.share").unwrap()),
            80.0,
        );
        assert_eq!(told.value, "80%");
        let facts: Vec<_> = told.facts.iter().map(|(_, fact)| fact.as_str()).collect();
        assert_eq!(facts[..3], ["100%", "50 to 100%", "0 to 100%"]);
        assert!(facts[3].contains("published"));
    }

    #[test]
    fn a_printed_figure_tells_where_it_stands() {
        let id = "reshoring.tam-2040-reshoring-plus-labour";
        let told = explained(Lang::En, Subject::Published(id), 100.0);
        assert_eq!(told.value, "$360 bn");
        assert!(told.facts[0].1.starts_with("003"));
    }
}
