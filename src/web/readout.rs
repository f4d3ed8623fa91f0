//! The values of one category, all series, with the difference from the base case: legend and readout in one.

use leptos::prelude::*;

use crate::explain::Subject;
use crate::figure::{Categories, Figure, Kind, Meaning, Series, Shape};
use crate::i18n::ui;
use crate::output::Cell;
use crate::scenario::Change;
use crate::text::Lang;
use crate::unit::Unit;
use crate::web::el::{El, button, el, say};
use crate::web::parts;
use crate::web::store::{Store, use_store};

/// The category that is read out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Panel among small multiples.
    pub panel: usize,
    /// Category.
    pub index: usize,
}

/// The readout above a plot. Every value explains itself when pressed.
pub fn readout(figure: RwSignal<Figure>, selection: RwSignal<Selection>) -> El {
    let store = use_store();
    let head = move || figure.with(|figure| heading(figure, selection.get(), store.lang.get()));
    let most = figure.with_untracked(|figure| {
        let panels = figure.panels.iter();
        panels.map(|panel| panel.series.len()).max().unwrap_or(0)
    });
    let ghost = move || {
        el("li")
            .attr("class", "ghost-key")
            .flag("hidden", move || !figure.with(Figure::has_base))
            .words(move || store.reference_name())
    };
    let entries = move || {
        // One entry more than now: CAPEX as usual may be added. Two ranges of draws have four ends a line.
        let most = match parts::hooked(store).1 {
            Some(_) => 5 * most,
            None => most,
        };
        let entries = (0..=most).map(|number| entry(store, figure, selection, number));
        entries.chain([ghost()]).collect()
    };
    el("div")
        .attr("class", "readout")
        .child(el("span").attr("class", "when").words(head))
        .child(el("ul").part(entries))
}

/// A value that is read out.
struct Reading<'a> {
    store: Store,
    series: &'a Series,
    /// The lower end of a range of draws.
    floor: Option<&'a Series>,
    unit: Unit,
    index: usize,
}

impl<'a> Reading<'a> {
    /// What a series of a panel has in the selected category; `None` for the columns of a waterfall that have others.
    fn of(
        store: Store,
        figure: &'a Figure,
        Selection { panel, index }: Selection,
        number: usize,
    ) -> Option<Reading<'a>> {
        let panel = figure.panels.get(panel)?;
        let series = panel.series.get(number)?;
        let unit = figure.unit_of(panel, number);
        let is_range = |number: usize| {
            let series = panel.series.get(number);
            series.is_some_and(|series| series.shape == Shape::RangeTo)
        };
        let shown = figure.kind != Kind::Waterfall || series.value(index, false).is_some();
        // A range is one entry, that of its upper end.
        let shown = shown && !is_range(number + 1);
        let floor = is_range(number).then(|| &panel.series[number - 1]);
        shown.then_some(Reading {
            store,
            series,
            floor,
            unit,
            index,
        })
    }

    /// The name of the series; of a range of draws with both its ends: `Sales 5%–95%`.
    fn name(&self) -> String {
        let name = &self.series.name;
        match self.floor {
            Some(floor) => {
                let end = name.rsplit(' ').next().unwrap_or_default();
                format!("{}–{end}", floor.name)
            }
            None => name.clone(),
        }
    }

    fn value(&self) -> String {
        let high = self.write(self.series);
        match self.floor {
            Some(floor) => format!("{} – {high}", self.write(floor)),
            None => high,
        }
    }

    fn write(&self, series: &Series) -> String {
        let value = series.value(self.index, false);
        self.store.reader.get().write_or_none(self.unit, value)
    }

    /// The difference from the base case in words; empty where there is none.
    fn difference(&self) -> String {
        let base = self.series.base.as_ref();
        let base = base.and_then(|base| base.get(self.index).copied().flatten());
        let (Some(base), Some(value)) = (base, self.series.value(self.index, false)) else {
            return String::new();
        };
        let reader = self.store.reader.get();
        if reader.is_negligible(self.unit, value - base) {
            return String::new();
        }
        reader.write_difference(self.unit, value - base)
    }
}

/// The series of a number in the selected panel; hidden where there is none.
fn entry(
    store: Store,
    figure: RwSignal<Figure>,
    selection: RwSignal<Selection>,
    number: usize,
) -> El {
    let with = move |write: fn(Reading) -> String| {
        let selection = selection.get();
        figure.with(|figure| Reading::of(store, figure, selection, number).map(write))
    };
    let words = move |write| with(write).unwrap_or_default();
    let explain = move || {
        let selection = selection.get_untracked();
        let subject = figure.with_untracked(|figure| {
            let reading = Reading::of(store, figure, selection, number)?;
            subject(&figure.categories, reading.series, selection.index)
        });
        if let Some(subject) = subject {
            store.explain(subject);
        }
    };
    let colour =
        move || words(|reading| reading.series.tone.colour(reading.store.theme()).to_owned());
    let swatch = el("span")
        .attr("class", "swatch")
        .attr("aria-hidden", "true");
    let value = button("value").on_click(explain).children([
        swatch.style("background-color", colour),
        el("span").words(move || words(|reading| reading.name())),
        el("b").words(move || words(|reading| reading.value())),
        el("span")
            .attr("class", "difference")
            .words(move || words(|reading| reading.difference())),
    ]);
    let is_range = move || {
        let range = |reading: Reading| reading.floor.map_or("", |_| "range").to_owned();
        !words(range).is_empty()
    };
    el("li")
        .flag("hidden", move || with(|_| String::new()).is_none())
        .flag("data-range", is_range)
        .child(value)
}

fn heading(figure: &Figure, selection: Selection, lang: Lang) -> String {
    let category = figure.categories.name(selection.index);
    let category = match (&figure.categories, lang) {
        (Categories::Years(_), Lang::Ja) => format!("{category}年"),
        _ => category,
    };
    match figure
        .panels
        .get(selection.panel)
        .map(|panel| panel.name.as_str())
    {
        Some("") | None => category,
        Some(panel) if lang == Lang::Ja => format!("{panel}・{category}"),
        Some(panel) => format!("{panel}, {category}"),
    }
}

/// The readout in a sentence: what a screen reader hears when arrow keys walk a figure.
pub fn sentence(store: Store, figure: RwSignal<Figure>, selection: Selection) -> String {
    figure.with(|figure| {
        let most = figure
            .panels
            .get(selection.panel)
            .map_or(0, |panel| panel.series.len());
        let values = (0..most)
            .filter_map(|number| Reading::of(store, figure, selection, number))
            .map(|reading| format!("{} {}", reading.name(), reading.value()));
        let heading = heading(figure, selection, store.lang.get());
        std::iter::once(heading)
            .chain(values)
            .collect::<Vec<_>>()
            .join(", ")
    })
}

/// What a value of a series is, for its explanation.
pub fn subject(categories: &Categories, series: &Series, index: usize) -> Option<Subject> {
    match (&series.meaning, categories) {
        (Meaning::Employment(country), Categories::Years(years)) => {
            Some(Subject::Employment(country, *years.get(index)?))
        }
        (Meaning::WhatIf(cells), _) => {
            let (param, value, cell) = *cells.get(index)?;
            Some(Subject::WhatIf(Change::one(param, value), cell))
        }
        (Meaning::Params(params), _) => params.get(index).copied().map(Subject::Param),
        (Meaning::Statistics(found), _) => found.get(index)?.map(Subject::Statistic),
        (Meaning::Published(ids), _) => ids.get(index)?.map(Subject::Published),
        (Meaning::Dataset(id), _) => Some(Subject::Dataset(id)),
        _ => series.cell(categories, index).map(Subject::Cell),
    }
}

/// A result as a button: its value with unit, which explains itself when pressed.
pub fn cell_value(cell: Cell) -> El {
    let store = use_store();
    button("number")
        .live("title", say(ui::EXPLANATION))
        .on_click(move || store.explain(Subject::Cell(cell)))
        .words(move || store.write(cell))
}
