//! The table behind a figure: every value, and the base case where it differs.

use leptos::prelude::*;

use crate::figure::{Figure, Panel, Series};
use crate::i18n::ui;
use crate::web::part::{on, part};
use crate::web::readout::subject;
use crate::web::store::{Store, use_store};

/// All values of a figure.
#[component]
pub fn FigureTable(figure: RwSignal<Figure>) -> impl IntoView {
    let store = use_store();
    part(move || {
        let figure = figure.read();
        let scale = store.reader.get().scale(figure.unit, figure.largest());
        let head: Vec<_> = figure
            .panels
            .first()
            .into_iter()
            .flat_map(|panel| &panel.series)
            .map(|series| {
                let base = figure
                    .has_base()
                    .then(|| view! { <th scope="col">{store.say(ui::BASE_CASE)}</th> });
                view! { <th scope="col">{series.name.clone()}</th> {base} }
            })
            .collect();
        let bodies: Vec<_> = figure
            .panels
            .iter()
            .map(|panel| body(store, &figure, panel))
            .collect();
        view! {
            <div class="table-scroll" tabindex="0" role="region" aria-label=figure.title.clone()>
                <table>
                    <caption>{figure.subtitle.clone()}" "<span class="unit">{scale.unit}</span></caption>
                    <thead><tr><td></td>{head}</tr></thead>
                    {bodies}
                </table>
            </div>
        }
    })
}

fn body(store: Store, figure: &Figure, panel: &Panel) -> impl IntoView + use<> {
    let columns = panel.series.len() * if figure.has_base() { 2 } else { 1 } + 1;
    let name = (!panel.name.is_empty()).then(|| {
        view! { <tr><th scope="rowgroup" colspan=columns.to_string()>{panel.name.clone()}</th></tr> }
    });
    let rows: Vec<_> = (0..figure.categories.len())
        .filter_map(|index| row(store, figure, panel, index))
        .collect();
    view! { <tbody>{name}{rows}</tbody> }
}

/// One category; nothing where no series has a value.
fn row(
    store: Store,
    figure: &Figure,
    panel: &Panel,
    index: usize,
) -> Option<impl IntoView + use<>> {
    if panel
        .series
        .iter()
        .all(|series| series.values.get(index).copied().flatten().is_none())
    {
        return None;
    }
    let cells: Vec<_> = panel
        .series
        .iter()
        .map(|series| cell(store, figure, series, index))
        .collect();
    Some(view! { <tr><th scope="row">{figure.categories.name(index)}</th>{cells}</tr> })
}

fn cell(store: Store, figure: &Figure, series: &Series, index: usize) -> impl IntoView + use<> {
    let reader = store.reader.get();
    let scale = reader.scale(figure.unit, figure.largest());
    let written = |values: &Vec<Option<f64>>| {
        values
            .get(index)
            .copied()
            .flatten()
            .map_or_else(|| "–".to_owned(), |value| reader.cell(&scale, value))
    };
    let base = figure.has_base().then(|| {
        let base = written(series.base.as_ref().unwrap_or(&series.values));
        view! { <td class="base">{base}</td> }
    });
    let subject = subject(&figure.categories, series, index);
    let explain = move |_| {
        if let Some(subject) = subject {
            store.explain(subject);
        }
    };
    view! {
        <td><button type="button" class="number" on:click=on(explain)>{written(&series.values)}</button></td>
        {base}
    }
}
