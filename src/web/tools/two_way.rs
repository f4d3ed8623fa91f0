//! A table of one result over two inputs, coloured by size.

use leptos::prelude::*;
use web_sys::Event;

use super::Analysis;
use crate::analysis::tool::Tool;
use crate::chapters::{Context, MISSING};
use crate::choice;
use crate::figure::Figure;
use crate::i18n::bench as words;
use crate::i18n::number;
use crate::scenario::ParamId;
use crate::text::Text;
use crate::web::el::{El, el, say};
use crate::web::figure::{caption, foot};
use crate::web::tools::drawn::nothing;
use crate::whatif;
use crate::whatif::headlines::Choice;
use crate::whatif::movers;
use crate::whatif::two_way::{self, Grid, grid};

/// The inputs across and down, until a result has two.
type Pair = RwSignal<(Option<ParamId>, Option<ParamId>)>;

/// The choice of two inputs, and the table.
pub fn two_way(analysis: Analysis) -> Vec<El> {
    let pair = Pair::new((None, None));
    Effect::new(move |_| {
        let movers = analysis.movers.read();
        let asked = analysis.asked.with_value(|asked| asked.0.clone());
        pair.set(two_way::pair(&asked, &movers));
    });
    Effect::new(move |_| {
        let chosen = pair.get();
        analysis
            .asked
            .update_value(|asked| asked.0 = chosen.0.into_iter().chain(chosen.1).collect());
    });
    let across = param_choice(
        analysis,
        ("input-across", 2),
        words::ACROSS,
        move || pair.get().0,
        // The same input twice would be no table: the two change places.
        move |param| {
            pair.update(|pair| {
                if pair.1 == Some(param) {
                    pair.1 = pair.0;
                }
                pair.0 = Some(param);
            })
        },
    );
    let down = param_choice(
        analysis,
        ("input-down", 2),
        words::DOWN,
        move || pair.get().1,
        move |param| {
            pair.update(|pair| {
                if pair.0 == Some(param) {
                    pair.0 = pair.1;
                }
                pair.1 = Some(param);
            })
        },
    );
    let few = move || {
        let movers = analysis.movers.get();
        let few = |choice: &Choice, context: &Context| {
            movers::too_few_for_a_table(choice.cell, &movers, context)
        };
        analysis.make(few).unwrap_or_default()
    };
    let few = el("p")
        .attr("class", "hint")
        .attr("role", "status")
        .flag("hidden", move || analysis.movers.read().len() > 1)
        .words(few);
    vec![few, across, down, framed(analysis, pair)]
}

/// The table as a figure, with its message and what is taken along.
fn framed(analysis: Analysis, pair: Pair) -> El {
    let figure = RwSignal::new(nothing());
    let rows = move || match pair.get() {
        (Some(across), Some(down)) => {
            let (made, rows) = analysis.make(|choice, context| {
                let grid = grid(choice.cell, context.scenario, across, down);
                let made = whatif::two_way::figure(choice.cell, &grid, (across, down), context);
                let rows = table(&made, &grid, (across, down), context);
                (made, rows)
            });
            figure.set(made);
            vec![rows]
        }
        _ => {
            figure.set(nothing());
            Vec::new()
        }
    };
    let name = move || figure.with(|figure| format!("{}. {}", figure.title, figure.subtitle));
    let heat = el("div")
        .attr("class", "table-scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .live("aria-label", name)
        .part(rows);
    let menu = el("div")
        .attr("class", "figure-menu")
        .children(analysis.taken(Tool::TwoWay, "figure-two-way", figure));
    el("figure")
        .attr("class", "figure")
        .attr("id", "figure-two-way")
        .flag("hidden", move || figure.read().categories.is_empty())
        .child(caption(analysis.heading, figure))
        .child(heat)
        .children(foot(figure, menu))
}

/// A choice among the inputs that move the result; hidden where there are fewer than it needs.
pub fn param_choice(
    analysis: Analysis,
    (id, needed): (&'static str, usize),
    label: Text,
    now: impl Fn() -> Option<ParamId> + Copy + 'static,
    choose: impl Fn(ParamId) + 'static,
) -> El {
    let options = move || {
        let option = |param: ParamId| {
            el("option")
                .attr("value", param.row().id)
                .flag("selected", move || now() == Some(param))
                .words(say(choice::label(param)))
        };
        analysis.movers.get().into_iter().map(option).collect()
    };
    let take = move |event: Event| {
        if let Some(param) = ParamId::find(&event_target_value(&event)) {
            choose(param);
        }
    };
    let line = el("div").attr("class", "field-line");
    let line = line.flag("hidden", move || analysis.movers.read().len() < needed);
    line.children([
        el("label").attr("for", id).words(say(label)),
        el("select").attr("id", id).on("change", take).part(options),
    ])
}

fn table(
    figure: &Figure,
    grid: &Grid,
    (across, down): (ParamId, ParamId),
    context: &Context,
) -> El {
    let reader = &context.reader;
    let scale = reader.scale(figure.unit, figure.largest(figure.unit));
    let label = |param: ParamId| reader.text(choice::label(param));
    let corner = format!("{} ↓ / {} →", label(down), label(across));
    let panel = &figure.panels[0];
    let columns = (0..figure.categories.len()).map(|index| {
        el("th")
            .attr("scope", "col")
            .text(figure.categories.name(index))
    });
    let head = el("tr")
        .child(el("th").attr("scope", "col").text(corner))
        .children(columns);
    let written = |value: Option<f64>| {
        value.map_or_else(|| MISSING.to_owned(), |value| reader.cell(&scale, value))
    };
    let rows = panel.series.iter().enumerate().map(|(row, series)| {
        let cells = series.values.iter().enumerate().map(|(column, &value)| {
            cell(
                grid,
                (column, row),
                value,
                written(value),
                reader.text(words::PRESENT),
            )
        });
        el("tr")
            .child(el("th").attr("scope", "row").text(&series.name))
            .children(cells)
    });
    el("table")
        .attr("class", "heat")
        .child(el("thead").child(head))
        .child(el("tbody").children(rows))
}

fn cell(
    grid: &Grid,
    place: (usize, usize),
    value: Option<f64>,
    written: String,
    present: &'static str,
) -> El {
    let share = value.map_or(0.0, |value| grid.share(value));
    let cell = el("td")
        .style("--heat", move || number::plain(share, 3))
        .text(written);
    if place != grid.present {
        return cell;
    }
    let mark = format!(" ({present})");
    cell.attr("data-present", "")
        .child(el("span").attr("class", "visually-hidden").text(mark))
}
