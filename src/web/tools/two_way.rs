//! A table of one result over two inputs, coloured by size.

use leptos::prelude::*;
use web_sys::Event;

use super::Bench;
use crate::chapters::{Context, MISSING};
use crate::choice;
use crate::formula::{param_typed, param_value, typed_unit};
use crate::i18n::bench as words;
use crate::i18n::number;
use crate::scenario::ParamId;
use crate::text::Text;
use crate::web::el::{El, el, say};
use crate::web::tools::goal::movers;
use crate::whatif::headlines::Choice;
use crate::whatif::short_name;
use crate::whatif::two_way::{Grid, grid};

/// The choice of two inputs, and the table.
pub fn two_way(bench: Bench) -> Vec<El> {
    let pair = RwSignal::new((None::<ParamId>, None::<ParamId>));
    Effect::new(move |_| {
        let choice = bench.choice();
        let movers = movers(choice.cell, &bench.calm.get_untracked());
        pair.set((movers.first().copied(), movers.get(1).copied()));
    });
    let across = param_choice(
        bench,
        "input-across",
        words::ACROSS,
        move || pair.get().0,
        move |it| {
            pair.update(|pair| pair.0 = Some(it));
        },
    );
    let down = param_choice(
        bench,
        "input-down",
        words::DOWN,
        move || pair.get().1,
        move |it| {
            pair.update(|pair| pair.1 = Some(it));
        },
    );
    let note = el("p")
        .attr("class", "note")
        .words(say(words::TWO_WAY_NOTE));
    let rows = move || match pair.get() {
        (Some(across), Some(down)) => {
            vec![bench.make(|choice, context| table(choice, context, across, down))]
        }
        _ => Vec::new(),
    };
    let heat = el("div")
        .attr("class", "table-scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .live("aria-label", say(words::TWO_WAY))
        .part(rows);
    vec![across, down, heat, note]
}

/// A choice among the inputs that move the result.
pub fn param_choice(
    bench: Bench,
    id: &'static str,
    label: Text,
    now: impl Fn() -> Option<ParamId> + Copy + 'static,
    choose: impl Fn(ParamId) + 'static,
) -> El {
    let options = move || {
        let choice = bench.choice();
        let movers = movers(choice.cell, &bench.calm.get_untracked());
        let option = |param: ParamId| {
            el("option")
                .attr("value", param.row().id)
                .flag("selected", move || now() == Some(param))
                .words(say(choice::label(param)))
        };
        movers.into_iter().map(option).collect()
    };
    let take = move |event: Event| {
        if let Some(param) = ParamId::find(&event_target_value(&event)) {
            choose(param);
        }
    };
    el("div").attr("class", "field-line").children([
        el("label").attr("for", id).words(say(label)),
        el("select").attr("id", id).on("change", take).part(options),
    ])
}

fn table(choice: &Choice, context: &Context, across: ParamId, down: ParamId) -> El {
    let grid = grid(choice.cell, context.scenario, across, down);
    let reader = &context.reader;
    let values = grid.values.iter().flatten();
    let largest = values.fold(0.0_f64, |most, value| most.max(value.abs()));
    let scale = reader.scale(choice.cell.output().unit, largest);
    let name = short_name(choice.cell, context);
    let caption = match scale.unit {
        "" => name,
        unit => format!("{name} ({unit})"),
    };
    let label = |param: ParamId| {
        let unit = typed_unit(param, reader.lang).1;
        let name = reader.text(choice::label(param));
        match unit {
            "" => name.to_owned(),
            _ => format!("{name} ({unit})"),
        }
    };
    let corner = format!("{} ↓ / {} →", label(down), label(across));
    // A switch has words.
    let named = |param, value| match choice::choice(param) {
        Some(_) => param_value(param, value, reader),
        None => param_typed(param, value, reader.lang),
    };
    let columns = grid
        .across
        .iter()
        .map(|&value| el("th").attr("scope", "col").text(named(across, value)));
    let head = el("tr")
        .child(el("th").attr("scope", "col").text(corner))
        .children(columns);
    let written = |value: Option<f64>| {
        value.map_or_else(|| MISSING.to_owned(), |value| reader.cell(&scale, value))
    };
    let count = grid.across.len();
    let rows = grid.down.iter().enumerate().map(|(row, &value)| {
        let cells = grid.values[row * count..(row + 1) * count]
            .iter()
            .enumerate();
        let cells = cells.map(|(column, &value)| {
            cell(
                &grid,
                (column, row),
                value,
                written(value),
                reader.text(words::PRESENT),
            )
        });
        el("tr")
            .child(el("th").attr("scope", "row").text(named(down, value)))
            .children(cells)
    });
    el("table")
        .attr("class", "heat")
        .child(el("caption").text(caption))
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
