//! What is known of things that are not computed: inputs, printed figures, datasets and their numbers.

use super::{Explanation, kind_name, named};
use crate::chapters::Context;
use crate::choice;
use crate::data::{self, Published};
use crate::formula::{param_range, param_value};
use crate::i18n::date;
use crate::i18n::number::{self, Currency, Reader};
use crate::i18n::ui;
use crate::region::Region;
use crate::scenario::ParamId;
use crate::source::Document;
use crate::statistic::Statistic;
use crate::text::{Lang, Text};
use crate::unit::Unit;

pub(super) fn about_param(param: ParamId, context: &Context) -> Explanation {
    let (row, reader) = (param.row(), &context.reader);
    let written = |value: f64| param_value(param, value, reader);
    let plausible = if row.low < row.high {
        param_range(param, row.low, row.high, reader)
    } else {
        reader.text(ui::NOT_VARIED).to_owned()
    };
    Explanation {
        title: reader.text(choice::label(param)).to_owned(),
        value: written(context.scenario.get(param)),
        about: reader.text(param.note()).to_owned(),
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

pub(super) fn about_published(id: &'static str, context: &Context) -> Explanation {
    let (published, reader) = (data::published(id), &context.reader);
    let document = format!(
        "{} {}",
        published.document.number(),
        reader.text(published.document.short())
    );
    Explanation {
        title: reader.text(published.label).to_owned(),
        value: as_bound(published, write_published(id, reader), reader.lang),
        facts: vec![
            (reader.text(ui::PRINTED_IN).to_owned(), document),
            (
                reader.text(ui::SECTION).to_owned(),
                published.section.to_owned(),
            ),
            (
                reader.text(ui::PERIOD).to_owned(),
                reader.text(published.when).to_owned(),
            ),
        ],
        ..Explanation::default()
    }
}

/// One number of a dataset: where it stands, who published it, how far it can be relied on.
pub(super) fn about_statistic(statistic: Statistic, context: &Context) -> Explanation {
    let reader = &context.reader;
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
        value: reader
            .native(statistic.unit())
            .write(statistic.unit(), statistic.value()),
        about: dataset
            .map(|dataset| reader.text(dataset.title).to_owned())
            .unwrap_or_default(),
        facts,
        ..Explanation::default()
    }
}

/// Persons employed in manufacturing in one country and year: a statistic, with how far it can be relied on.
pub(super) fn about_employment(country: &str, year: u16, context: &Context) -> Explanation {
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

pub(super) fn about_dataset(id: &str, context: &Context) -> Explanation {
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

/// The one country of the report that is not a region of the model.
pub const GERMANY: Text = Text::new("Germany", "ドイツ");

/// A printed figure as it is printed, and converted where the reader has chosen the other currency.
pub fn write_published(id: &str, reader: &Reader) -> String {
    let published = data::published(id);
    if published.unit == "year"
        && let Some(date) = date::written(published.period, reader.lang)
    {
        return date;
    }
    let currency = match published.unit {
        _ if reader.currency == Currency::Native => return write_range(published, reader),
        "USD_bn" | "USD_mn" => Currency::Usd,
        "JPY_tn" | "JPY_bn" => Currency::Jpy,
        _ => return write_range(published, reader),
    };
    let in_print = Reader {
        currency,
        ..*reader
    };
    let printed = write_range(published, &in_print);
    if currency == reader.currency {
        return printed;
    }
    let converted = write_range(published, reader);
    match reader.lang {
        Lang::En => format!("{printed} ({converted})"),
        Lang::Ja => format!("{printed}（{converted}）"),
    }
}

/// A printed value as a bound, where the document prints it as one: 10 or more, up to 36, by 2040.
pub fn as_bound(published: &Published, written: String, lang: Lang) -> String {
    let is_year = published.unit == "year";
    let is_end = |end: Option<f64>| end.is_some() && published.value == end;
    let (before, behind) = match (is_end(published.low), is_end(published.high), lang) {
        (true, false, Lang::En) if is_year => ("from ", ""),
        (true, false, Lang::En) => ("", " or more"),
        (true, false, Lang::Ja) if is_year => ("", "以降"),
        (true, false, Lang::Ja) => ("", "以上"),
        (false, true, Lang::En) if is_year => ("by ", ""),
        (false, true, Lang::En) => ("up to ", ""),
        (false, true, Lang::Ja) if is_year => ("", "まで"),
        (false, true, Lang::Ja) => ("", "以下"),
        _ => return written,
    };
    format!("{before}{written}{behind}")
}

/// What a relation between printed figures comes to, in a unit of the register.
pub fn write_computed(unit: &'static str, computed: &[f64], reader: &Reader) -> String {
    let (low, high) = (computed.first().copied(), computed.last().copied());
    let single = if computed.len() == 1 { low } else { None };
    let figure = Published {
        id: "",
        document: Document::Platforms,
        section: "",
        label: Text::EMPTY,
        value: single,
        low,
        high,
        unit,
        period: "",
        when: Text::EMPTY,
    };
    write_range(&figure, reader)
}

/// One value, or a range as `10 to 15%`: the unit stands once, behind the upper end.
fn write_range(published: &Published, reader: &Reader) -> String {
    let written = |value| write_amount(published.unit, value, reader);
    let single = published.value.or(match (published.low, published.high) {
        (Some(_), Some(_)) => None,
        (low, high) => Some(low.or(high).unwrap_or(f64::NAN)),
    });
    let ends = (published.low.map(written), published.high.map(written));
    match (single, ends) {
        (None, (Some(low), Some(high))) => {
            let digits = high.trim_end_matches(|end: char| !end.is_ascii_digit());
            let unit = high.get(digits.len()..).unwrap_or_default();
            let low = low.strip_suffix(unit).unwrap_or(&low);
            match reader.lang {
                Lang::En => format!("{low} to {high}"),
                Lang::Ja => format!("{low}～{high}"),
            }
        }
        (single, _) => written(single.unwrap_or(f64::NAN)),
    }
}

/// A value in a unit of the register.
fn write_amount(unit: &str, value: f64, reader: &Reader) -> String {
    let (unit, value) = match unit {
        "USD_bn" => (Unit::UsdBn, value),
        "USD_mn" => (Unit::UsdBn, value / 1000.0),
        "JPY_tn" => (Unit::JpyTn, value),
        "JPY_bn" => (Unit::JpyTn, value / 1000.0),
        "percent" => (Unit::Percent, value),
        "year" => (Unit::Year, value),
        "years" => (Unit::Years, value),
        "months" => (Unit::Months, value),
        "count" => return reader.count(value),
        "EUR_bn" => return reader.euros(value),
        "times" => (Unit::Times, value),
        "points" => (Unit::Points, value),
        "seconds" => (Unit::Seconds, value),
        _ => return write_count(unit, value, reader.lang),
    };
    reader.write_printed(unit, value)
}

/// A printed number that is not money: without needless zeros, and with its unit where the words around it lack one.
fn write_count(unit: &str, value: f64, lang: Lang) -> String {
    let ja = lang == Lang::Ja;
    let (factor, unit) = match unit {
        "params_bn" if ja && value < 0.1 => (1e5, "万"),
        "params_bn" if ja => (10.0, "億"),
        "params_bn" if value < 1.0 => (1e3, " million"),
        "params_bn" => (1.0, " bn"),
        "people" if ja && value >= 1e8 => (1e-8, "億人"),
        "people" if ja && value >= 1e4 => (1e-4, "万人"),
        "people" if ja => (1.0, "人"),
        "people" if value >= 1e6 => (1e-6, " million"),
        "MWh" => (1.0, " MWh"),
        "days" => (1.0, Text::new(" days", "日").get(lang)),
        _ => (1.0, ""),
    };
    format!("{}{unit}", number::as_printed(value * factor))
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
