//! What the explanation says of a result, an input, a printed figure, a dataset.

use leptos::prelude::*;

use crate::analysis::influence::{self, Influence};
use crate::data;
use crate::formula::{self, Term, param_value};
use crate::i18n::ui;
use crate::output::Cell;
use crate::scenario::ParamId;
use crate::source::Confidence;
use crate::text::Text;
use crate::unit::Unit;
use crate::web::address;
use crate::web::input_parts::{guidance_line, origin_line};
use crate::web::results::{change, document_name, written};
use crate::web::store::{Store, Subject, use_store};

/// A result: value, formula with names and with numbers, what went in, what it rests on.
#[component]
pub fn AboutCell(cell: Cell) -> impl IntoView {
    let store = use_store();
    let name = move || cell.name(store.lang.get());
    let value = move || written_cell(store, cell);
    let in_words = move || formula::line(cell, |term| term.name(&store.reader.get()));
    let in_numbers = move || {
        let (scenario, results, reader) = (
            store.scenario.read(),
            store.results.read(),
            store.reader.get(),
        );
        let numbers = formula::line(cell, |term| term.written(&scenario, &results, &reader));
        format!("{numbers} = {}", written_cell(store, cell))
    };
    let terms: Vec<_> = formula::terms(cell)
        .into_iter()
        .map(|term| view! { <PutIn term /> })
        .collect();
    view! {
        <h2>{name}</h2>
        <p class="big">{value}" "<span class="change">{move || change(store, cell)}</span></p>
        <p>{move || store.say(cell.output().about)}</p>
        <h3>{move || store.say(ui::IN_WORDS)}</h3>
        <p class="formula">{in_words}</p>
        <h3>{move || store.say(ui::IN_NUMBERS)}</h3>
        <p class="formula" data-formula="numbers">{in_numbers}</p>
        <h3>{move || store.say(ui::PUT_IN)}</h3>
        <ul class="terms">{terms}</ul>
        <RestsOn cell />
    }
}

fn written_cell(store: Store, cell: Cell) -> String {
    let value = store.results.with(|results| cell.read(results));
    value.map_or_else(
        || "–".to_owned(),
        |value| store.reader.get().write(cell.output().unit, value),
    )
}

/// One number of the formula, with its origin; outputs and inputs open in turn.
#[component]
fn PutIn(term: Term) -> impl IntoView {
    let store = use_store();
    let name = move || {
        let name = match term {
            Term::Output(cell) => cell.name(store.lang.get()),
            other => other.name(&store.reader.get()),
        };
        format!("{} {name}", term.mark().unwrap_or("→"))
    };
    let value = move || {
        let (scenario, results) = (store.scenario.read(), store.results.read());
        term.written(&scenario, &results, &store.reader.get())
    };
    let source = move || match term {
        Term::Param(param) => origin_line(store, param),
        Term::Statistic(statistic) => {
            let dataset = statistic
                .dataset()
                .map(|dataset| store.say(dataset.source))
                .unwrap_or_default();
            format!(
                "{}: {dataset}",
                store.say(confidence_name(statistic.confidence()))
            )
        }
        Term::Output(_) | Term::Year(_) => String::new(),
    };
    let subject = match term {
        Term::Output(cell) => Some(Subject::Cell(cell)),
        Term::Param(param) => Some(Subject::Param(param)),
        Term::Statistic(statistic) => statistic
            .dataset()
            .map(|dataset| Subject::Dataset(dataset.id)),
        Term::Year(_) => None,
    };
    let open = move |_| {
        if let Some(subject) = subject {
            store.explain(subject);
        }
    };
    view! {
        <li>
            <button type="button" class="link" on:click=open>{name}</button>
            <b>{value}</b>
            <span class="source">{source}</span>
        </li>
    }
}

const fn confidence_name(confidence: Confidence) -> Text {
    match confidence {
        Confidence::Sourced => ui::STATISTIC,
        Confidence::Estimate => ui::ESTIMATE,
        Confidence::Assumed => crate::source::Origin::Assumed.label(),
    }
}

/// The inputs that move a result, found by moving each of them.
#[component]
fn RestsOn(cell: Cell) -> impl IntoView {
    let store = use_store();
    let found = Memo::new(move |_| influence::rests_on(cell, &store.scenario.read()));
    let rows = move || {
        let found = found.get();
        let none = found
            .is_empty()
            .then(|| view! { <p>{store.say(ui::RESTS_ON_NONE)}</p> });
        let rows: Vec<_> = found
            .into_iter()
            .map(|influence| view! { <InfluenceRow cell influence /> })
            .collect();
        view! { {none} <ul class="terms" data-rests-on="">{rows}</ul> }
    };
    view! {
        <h3>{move || store.say(ui::RESTS_ON)}</h3>
        <p class="hint">{move || store.say(ui::RESTS_ON_NOTE)}</p>
        {rows}
    }
}

#[component]
fn InfluenceRow(cell: Cell, influence: Influence) -> impl IntoView {
    let store = use_store();
    let Influence { param, effect } = influence;
    let name = move || {
        format!(
            "{} {}",
            param.row().origin.mark(),
            store.say(param.row().label)
        )
    };
    let value = move || param_value(param, store.scenario.read().get(param), &store.reader.get());
    let effect = move || {
        let written = store
            .reader
            .get()
            .write_difference(cell.output().unit, effect);
        format!("{}: {written}", store.say(ui::ONE_STEP))
    };
    view! {
        <li>
            <button type="button" class="link" on:click=move |_| store.explain(Subject::Param(param))>{name}</button>
            <b>{value}</b>
            <span class="source">{effect}</span>
        </li>
    }
}

/// An input: value, base case, range, origin, note, and the way to its control.
#[component]
pub fn AboutParam(param: ParamId) -> impl IntoView {
    let store = use_store();
    let row = param.row();
    let value = move || param_value(param, store.scenario.read().get(param), &store.reader.get());
    let written = move |value: f64| param_value(param, value, &store.reader.get());
    view! {
        <h2>{move || store.say(row.label)}</h2>
        <p class="big">{value}</p>
        <p>{move || store.say(row.note)}</p>
        <dl class="facts">
            <dt>{move || store.say(ui::DEFAULT_IS)}</dt><dd>{move || written(row.default)}</dd>
            <dt>{move || store.say(ui::PLAUSIBLE)}</dt>
            <dd>{move || if row.low < row.high { guidance_line(store, param) } else { store.say(ui::NOT_VARIED).to_owned() }}</dd>
            <dt>{move || store.say(ui::RANGE)}</dt>
            <dd>{move || format!("{} – {}", written(row.min), written(row.max))}</dd>
            <dt>{move || store.say(ui::ORIGIN)}</dt><dd>{move || origin_line(store, param)}</dd>
        </dl>
        <button type="button" class="quiet" on:click=move |_| go_to_input(store, param)>
            {move || store.say(ui::GO_TO_INPUT)}
        </button>
    }
}

/// Closes the dialog and puts the reader at the control in the panel.
fn go_to_input(store: Store, param: ParamId) {
    store.explaining.set(Vec::new());
    store.panel_open.set(true);
    request_animation_frame(move || address::focus_input(param));
}

/// A printed figure: where it stands and how it is printed.
#[component]
pub fn AboutPublished(id: &'static str) -> impl IntoView {
    let store = use_store();
    let published = data::published(id);
    view! {
        <h2>{move || store.say(published.label)}</h2>
        <p class="big">{move || written(store, id)}</p>
        <dl class="facts">
            <dt>{move || store.say(ui::PRINTED_IN)}</dt><dd>{move || document_name(store, published.document)}</dd>
            <dt>{move || store.say(ui::SECTION)}</dt><dd lang="ja">{published.section}</dd>
            <dt>{move || store.say(ui::PRINTED)}</dt><dd>{move || as_printed(store, id)}</dd>
            <dt>{move || store.say(ui::PERIOD)}</dt><dd>{published.period}</dd>
        </dl>
    }
}

/// The value in the unit of the register, whatever currency the reader has chosen.
fn as_printed(store: Store, id: &str) -> String {
    let published = data::published(id);
    let unit = match published.unit {
        "USD_bn" => Unit::UsdBn.label(),
        "JPY_tn" => Unit::JpyTn.label(),
        _ => Unit::Percent.label(),
    };
    let number = published
        .value
        .map_or_else(|| "–".to_owned(), |value| value.to_string());
    format!("{number} {}", store.say(unit))
}

/// A dataset: what it holds, who published it, how far it can be relied on.
#[component]
pub fn AboutDataset(id: &'static str) -> impl IntoView {
    let store = use_store();
    data::dataset(id).map(|dataset| {
        view! {
            <h2>{move || store.say(dataset.title)}</h2>
            <dl class="facts">
                <dt>{move || store.say(ui::SOURCES)}</dt><dd>{move || store.say(dataset.source)}</dd>
                <dt>{move || store.say(ui::RELIABILITY)}</dt><dd>{move || store.say(dataset.confidence)}</dd>
            </dl>
        }
    })
}
