//! The models against the documents: printed, modelled, the difference, and why they agree.

use leptos::prelude::*;

use super::register::{self, Register};
use super::rows::printed;
use super::{loaded, row, small, table};
use crate::analysis::checks::{CHECKS, Check, End, Residual, Standing};
use crate::chapters::{ChapterId, MISSING};
use crate::choice;
use crate::data::books;
use crate::explain::Subject;
use crate::formula::param_value;
use crate::i18n::number;
use crate::scenario::{Group, ParamId};
use crate::text::{Lang, Text};
use crate::unit::Unit;
use crate::web::el::{El, button, el, say};
use crate::web::nav;
use crate::web::store::{Store, use_store};

const COLUMNS: &[Text] = &[
    Text::new("Printed figure", "公表値の項目"),
    Text::new("As printed", "記載値"),
    Text::new("Base case", "基準ケース"),
    Text::new("Difference", "差"),
    Text::new("Printed digits", "表示桁との照合"),
    Text::new("How it comes about", "値の由来"),
];

/// The table.
pub fn view() -> El {
    loaded(register::FILE, "evidence listing", || {
        register::register().map_or_else(Vec::new, contents)
    })
}

fn contents(register: &'static Register) -> Vec<El> {
    let caption = say(Text::new(
        "Models against documents",
        "モデルと公表値の照合",
    ));
    let bodies = Group::ALL.map(|group| {
        let store = use_store();
        el("tbody").attr("role", "rowgroup").part(move || {
            let checks = CHECKS.iter().filter(|check| check.group == group);
            let rows = checks.filter_map(|check| check_row(store, register, check));
            std::iter::once(head(store, group)).chain(rows).collect()
        })
    });
    vec![table(caption, COLUMNS).children(bodies)]
}

/// The chapter whose model it is.
fn head(store: Store, group: Group) -> El {
    let chapter = ChapterId::of(group).map(ChapterId::title);
    let title = chapter.unwrap_or(Text::new("All chapters", "全章共通"));
    let name = el("th")
        .attr("scope", "rowgroup")
        .attr("role", "rowheader")
        .attr("colspan", "6")
        .attr("aria-colspan", "6")
        .text(store.say(title));
    el("tr")
        .attr("role", "row")
        .attr("class", "group")
        .child(name)
}

fn check_row(store: Store, register: &'static Register, check: &'static Check) -> Option<El> {
    let mut figures = register.figures.iter();
    let published = figures
        .find(|figure| figure.published.id == check.published)?
        .published;
    let residual = residual(store, check)?;
    let id = published.id;
    let name = nav::link_finding(
        store,
        ChapterId::Evidence,
        Some("register"),
        Some(("q", id)),
    );
    let end = match check.end {
        End::Low => Text::new("lower end", "下限"),
        End::High => Text::new("upper end", "上限"),
        End::Value | End::Within => Text::EMPTY,
    };
    let name = el("span")
        .child(name.text(store.say(published.label)))
        .children((!end.is_empty()).then(|| small(store.say(end))));
    let value = button("number")
        .on_click(move || store.explain(Subject::Published(id)))
        .text(printed(store, published.unit, id));
    let met = el("span").text(store.say(match (residual.met, residual.is_bound) {
        (true, true) => Text::new("within the printed bounds", "記載の範囲内"),
        (true, false) => Text::new("met", "一致"),
        (false, _) => Text::new("not met", "不一致"),
    }));
    let note = (!check.note.is_empty()).then(|| small(store.say(check.note)));
    let why = standing(store, check).children(note);
    let difference = el("span").text(difference(store, check, &residual));
    let cells = [
        name,
        el("span").child(value),
        model_said(store, check),
        difference,
        met,
        why,
    ];
    Some(row(COLUMNS, cells).attr("data-check", id))
}

/// How far a model is from a printed figure in the base case.
pub fn residual(store: Store, check: &Check) -> Option<Residual> {
    let published = books::find_published(check.published)?;
    store.context(|context| check.residual(published, context.base))
}

/// What the model has: a result of the base case or an input, either as a button that explains it.
pub fn model_said(store: Store, check: &'static Check) -> El {
    let element = el("span");
    if let Some(cell) = check.cell() {
        let explain = move || store.explain(Subject::Base(cell));
        return element.child(
            button("number")
                .on_click(explain)
                .text(store.write_base(cell)),
        );
    }
    let Some(param) = check.input() else {
        return element.text(MISSING);
    };
    let value = param_value(param, param.row().default, &store.reader.get());
    let explain = move || store.explain(Subject::Param(param));
    element.child(button("number").on_click(explain).text(value))
}

/// The difference in the unit of the result and in percent; nothing where print and model are the same.
fn difference(store: Store, check: &Check, residual: &Residual) -> String {
    let reader = store.reader.get();
    let difference = residual.difference();
    if difference.abs() < 1e-9 {
        return "0".to_owned();
    }
    let unit = check
        .cell()
        .map_or(Unit::Percent, |cell| cell.output().unit);
    // Shares are compared in percent.
    let unit = if unit == Unit::Fraction {
        Unit::Percent
    } else {
        unit
    };
    let written = match unit {
        Unit::UsdBn | Unit::JpyTn => small_money(store, unit, difference),
        Unit::Percent => small_points(store, difference),
        unit => reader.write_difference(unit, difference),
    };
    match (residual.percent(), store.lang.get()) {
        (None, _) => written,
        (Some(percent), Lang::En) => format!("{written} ({})", signed_percent(percent)),
        (Some(percent), Lang::Ja) => format!("{written}（{}）", signed_percent(percent)),
    }
}

/// A small difference of money to two decimals of the unit of the model; the usual way of writing money has fewer.
fn small_money(store: Store, unit: Unit, difference: f64) -> String {
    let sign = if difference < 0.0 { "−" } else { "+" };
    let (factor, words) = match (unit, store.lang.get()) {
        (Unit::UsdBn, Lang::En) => (1.0, (" $", " bn")),
        (Unit::UsdBn, Lang::Ja) => (10.0, ("", "億ドル")),
        (_, Lang::En) => (1.0, (" ¥", " tn")),
        (_, Lang::Ja) => (1.0, ("", "兆円")),
    };
    let number = number::with_decimals(difference.abs() * factor, 2);
    format!("{sign}{}{number}{}", words.0.trim(), words.1)
}

fn small_points(store: Store, difference: f64) -> String {
    let sign = if difference < 0.0 { "−" } else { "+" };
    let unit = store.say(Text::new(" pt", "ポイント"));
    format!("{sign}{}{unit}", number::with_decimals(difference.abs(), 2))
}

fn signed_percent(percent: f64) -> String {
    let sign = if percent < 0.0 { "−" } else { "+" };
    format!("{sign}{}%", number::with_decimals(percent.abs(), 2))
}

/// Why model and document agree, with the inputs that were set for it.
fn standing(store: Store, check: &Check) -> El {
    let element = el("span");
    let inputs = match check.standing {
        Standing::Calibrated(inputs) => inputs,
        Standing::Follows => {
            return element.text(store.say(Text::new(
                "follows, nothing was set for it",
                "他の前提から導出（合わせていない）",
            )));
        }
        Standing::Input => {
            return element.text(store.say(Text::new("is an input itself", "前提そのもの")));
        }
    };
    let on = match store.lang.get() {
        Lang::En => "calibrated on ",
        Lang::Ja => "較正に用いた前提：",
    };
    let inputs = inputs.iter().filter_map(|id| ParamId::find(id));
    let inputs = inputs.map(|param| {
        button("link")
            .on_click(move || store.explain(Subject::Param(param)))
            .text(store.say(choice::label(param)))
    });
    element.text(on).children(inputs)
}

/// Why model and document agree, in a word.
pub fn standing_name(check: &Check) -> Text {
    match check.standing {
        Standing::Calibrated(_) => Text::new("calibrated", "較正"),
        Standing::Follows => Text::new("follows", "導出"),
        Standing::Input => Text::new("input", "前提"),
    }
}

/// The same in a few words, for the register.
pub fn standing_words(store: Store, check: &'static Check) -> String {
    let Some(residual) = residual(store, check) else {
        return String::new();
    };
    let words = standing_name(check);
    match check.standing {
        Standing::Input => store.say(words).to_owned(),
        _ => format!(
            "{} · {}",
            store.say(words),
            difference(store, check, &residual)
        ),
    }
}
