//! A figure: message, measure, inputs, plot or table, sources.

use leptos::prelude::*;
use leptos::reactive::effect::ImmediateEffect;
use leptos::reactive::graph::ToAnySubscriber;

use crate::chapters::FigureSpec;
use crate::data;
use crate::explain::Subject;
use crate::figure::{Figure, Kind, Source};
use crate::i18n::number::Scale;
use crate::i18n::ui;
use crate::render::units;
use crate::scenario::ParamId;
use crate::text::{Lang, Text};
use crate::view::{FIRST_YEAR, HORIZON};
use crate::web::canvas::{Stage, canvas};
use crate::web::el::{El, Node, button, el, inline_button, say, unlist};
use crate::web::input::input;
use crate::web::observe;
use crate::web::parts::{self, Overlays};
use crate::web::print::PAPER;
use crate::web::readout::{Selection, readout};
use crate::web::store::{Sheet, Store, use_store};
use crate::web::wanted::Want;

/// Where a figure stands, and what stands beside it.
pub struct Setting {
    /// Its id on the page, and the first part of those of its inputs.
    pub place: &'static str,
    /// The tag of its message.
    pub heading: &'static str,
    /// The inputs at the figure.
    pub inputs: Vec<ParamId>,
    /// Whether it can be taken elsewhere: embedded, presented.
    pub tools: &'static [Tool],
}

/// What can be done with a figure besides reading it: the button's words, and what it opens.
pub type Tool = (Text, fn(&Overlays) -> Sheet);

/// Embedding it.
pub const EMBED: Tool = (ui::EMBED, |overlays| overlays.embed);
/// Taking it away as a file.
pub const EXPORT: Tool = (ui::EXPORT, |overlays| overlays.export);
/// Presenting it.
pub const PRESENT: Tool = (ui::PRESENT, |overlays| overlays.present);

impl Setting {
    /// Within a chapter.
    fn in_chapter(spec: &FigureSpec) -> Setting {
        Setting {
            place: spec.id,
            heading: "h3",
            inputs: spec
                .inputs
                .iter()
                .filter_map(|id| ParamId::find(id))
                .collect(),
            tools: &[EXPORT, EMBED, PRESENT],
        }
    }
}

/// A figure of a chapter.
pub fn figure(spec: &'static FigureSpec) -> El {
    figure_in(spec, Setting::in_chapter(spec))
}

/// A figure. Out of view its words follow once the changes have settled, its chart when it comes into view.
pub fn figure_in(spec: &'static FigureSpec, setting: Setting) -> El {
    let store = use_store();
    let (node, outer) = (Node::new(), Node::new());
    let first = untrack(|| store.context(|context| (spec.make)(context)));
    let selection = first_selection(&first);
    let stage = Stage::new(first, &store.reader.get_untracked(), selection);
    let figure = stage.figure;
    let as_table = RwSignal::new(false);
    keep_in_step(spec, stage, node, outer);
    let menu = menu(spec, as_table)
        .children(tools(spec, setting.tools))
        .child(el("span").part(move || {
            let ranges = parts::hooked(store).1;
            ranges.map_or_else(Vec::new, |ranges| (ranges.menu)(store))
        }));
    let plot = el("div")
        .flag("hidden", move || {
            as_table.get() && parts::listed(store).is_some()
        })
        .child(canvas(stage, outer, move || alternative(store, figure)));
    let rows = rows(store, figure, as_table);
    el("figure")
        .attr("class", "figure")
        .attr("id", setting.place)
        .node(node)
        .child(caption(setting.heading, figure))
        .children(key_inputs(&setting.inputs, setting.place))
        .children([readout(figure, stage.selection), plot, rows])
        .children(foot(figure, menu))
}

/// Message and measure.
pub fn caption(heading: &'static str, figure: RwSignal<Figure>) -> El {
    let store = use_store();
    el("figcaption").children([
        el(heading).words(move || figure.with(|figure| figure.title.clone())),
        el("p")
            .attr("class", "subtitle")
            .words(move || subtitle(store, figure)),
    ])
}

/// What stands below a plot: what a reader must know, sources, and what can be done with the figure.
pub fn foot(figure: RwSignal<Figure>, menu: El) -> [El; 2] {
    let note = el("p")
        .attr("class", "note")
        .words(move || figure.with(|figure| figure.note.clone()));
    let foot = el("div").attr("class", "figure-foot");
    [note, foot.child(source_line(figure)).child(menu)]
}

/// The values behind a figure, once what shows them has arrived.
pub fn rows(store: Store, figure: RwSignal<Figure>, as_table: RwSignal<bool>) -> El {
    el("div").part(move || {
        let tables = parts::listed(store).filter(|_| as_table.get());
        tables
            .map(|tables| (tables.values)(figure))
            .into_iter()
            .collect()
    })
}

/// Follows the results while the figure is in view; out of view it takes the room that it will need, and its words
/// follow a moment later.
fn keep_in_step(spec: &'static FigureSpec, stage: Stage, node: Node, outer: Node) {
    let store = use_store();
    let visible = RwSignal::new(false);
    let width = observe::width_of(outer);
    observe::on_view(node, move |seen, height| {
        store.see_figure(spec.id, height);
        visible.set(seen);
    });
    // At once rather than at the end of the turn: while the reader drags, the shapes come first, the words follow.
    let effect = ImmediateEffect::new(move || {
        let printing = store.printing.get();
        let width = if printing { PAPER } else { width.get() };
        if visible.get() || printing {
            let now = made(store, spec);
            stage.show(now, &store.reader.get(), width, store.theme());
        } else {
            stage.lay_out(&store.reader.get_untracked(), width);
        }
    });
    unlist(effect.to_any_subscriber());
    on_cleanup(move || drop(effect));
    Effect::new(move |_| {
        store.settled.track();
        untrack(|| {
            if !visible.get() && !store.printing.get() {
                stage.tell(made(store, spec), &store.reader.get(), store.theme());
            }
        });
    });
}

/// The figure from the present numbers, with the range of draws where that is shown.
pub fn made(store: Store, spec: &FigureSpec) -> Figure {
    let ranges = parts::hooked(store).1;
    store.context(|context| {
        let mut now = (spec.make)(context);
        if let Some(ranges) = ranges {
            (ranges.put)(&mut now, context);
        }
        now
    })
}

/// Reading starts at the last year that every series has, mostly the horizon; at the first name; at the result.
pub fn first_selection(figure: &Figure) -> Selection {
    let there = |index: usize| {
        let series = figure.panels.iter().flat_map(|panel| &panel.series);
        let values = series.filter(|series| series.values.get(index).is_some_and(Option::is_some));
        values.count()
    };
    let last = || {
        (0..figure.categories.len())
            .max_by_key(|&index| there(index))
            .unwrap_or(0)
    };
    Selection {
        panel: 0,
        index: match figure.kind {
            Kind::NestedBars | Kind::Bubbles { .. } => 0,
            Kind::Waterfall => figure.categories.len().saturating_sub(1),
            _ => last(),
        },
    }
}

/// What a screen reader says of the plot: message, measure, and how to walk through it.
pub fn alternative(store: Store, figure: RwSignal<Figure>) -> String {
    let hint = store.say(ui::READOUT_HINT);
    figure.with(|figure| {
        let panels = match figure.panels.len() {
            0 | 1 => "",
            _ => store.say(ui::PANELS_HINT),
        };
        match store.lang.get() {
            Lang::En => format!("{}. {}. {hint} {panels}", figure.title, figure.subtitle),
            Lang::Ja => format!("{}。{}。{hint}{panels}", figure.title, figure.subtitle),
        }
    })
}

pub fn subtitle(store: Store, figure: RwSignal<Figure>) -> String {
    figure.with(|figure| {
        let common = units::common(figure, &store.reader.get());
        let Some(Scale { unit, .. }) = common.filter(|scale| !scale.unit.is_empty()) else {
            return figure.subtitle.clone();
        };
        match store.lang.get() {
            Lang::En => format!("{}, {unit}", figure.subtitle),
            Lang::Ja => format!("{}、{unit}", figure.subtitle),
        }
    })
}

/// The inputs at the figure.
pub fn key_inputs(inputs: &[ParamId], place: &'static str) -> Option<El> {
    let group = el("div").attr("class", "key-inputs").attr("role", "group");
    let group = group.live("aria-label", say(ui::KEY_INPUTS));
    (!inputs.is_empty()).then(|| group.children(inputs.iter().map(|&id| input(id, place, true))))
}

/// Buttons that take the figure elsewhere; presenting needs a browser that can fill the screen.
fn tools(spec: &'static FigureSpec, tools: &'static [Tool]) -> impl Iterator<Item = El> {
    let store = use_store();
    let fills = document().fullscreen_enabled();
    let offered = tools
        .iter()
        .filter(move |tool| fills || tool.0 != ui::PRESENT);
    offered.map(move |&(words, pick)| {
        button("quiet")
            .on_click(move || store.want(Want::Over(pick, spec.id)))
            .words(say(words))
    })
}

fn menu(spec: &'static FigureSpec, as_table: RwSignal<bool>) -> El {
    let store = use_store();
    let usual = spec.offers_capex_as_usual.then(|| {
        let toggle = move |event: web_sys::Event| {
            store.capex_as_usual.set(event_target_checked(&event));
            store.commit();
        };
        let tick = el("input")
            .attr("type", "checkbox")
            .checked(move || store.capex_as_usual.get());
        el("label")
            .attr("class", "check")
            .child(tick.on("change", toggle))
            .words(say(ui::SHOW_AS_USUAL))
    });
    el("div")
        .attr("class", "figure-menu")
        .children(usual)
        .children(spec.offers_year.then(|| year_choice(store)))
        .child(table_switch(store, as_table))
}

/// The figure as a table, and back.
pub fn table_switch(store: Store, as_table: RwSignal<bool>) -> El {
    button("quiet")
        .live("aria-pressed", move || as_table.get().to_string())
        .on_click(move || {
            as_table.update(|on| *on = !*on);
            store.want(Want::Tables);
        })
        .words(say(ui::TABLE))
}

/// The years of a figure that shows one at a time.
fn year_choice(store: Store) -> El {
    let choose = move |event: web_sys::Event| {
        let year = event_target_value(&event).parse().ok();
        store.year.set(year.filter(|&year| year < HORIZON));
        store.commit();
    };
    let years = (FIRST_YEAR..=HORIZON).map(|year| el("option").text(year.to_string()));
    let choice = el("select")
        .children(years)
        .value(move || store.shown_year().to_string())
        .on("change", choose);
    el("label")
        .attr("class", "check")
        .words(say(ui::SHOWN_YEAR))
        .child(choice)
}

/// The sources of a figure with their marks of origin; each dataset opens what is known about it.
pub fn source_line(figure: RwSignal<Figure>) -> El {
    let store = use_store();
    let sources = Memo::new(move |_| figure.with(|figure| figure.sources.clone()));
    el("p").attr("class", "source").part(move || {
        let colon = match store.lang.get() {
            Lang::En => ": ",
            Lang::Ja => "：",
        };
        let mut parts = vec![el("span").text(store.say(ui::SOURCES)).text(colon)];
        for (index, source) in sources.get().into_iter().enumerate() {
            parts.push(el("span").text(if index > 0 { " / " } else { "" }));
            parts.push(source_view(store, source));
        }
        parts
    })
}

fn source_view(store: Store, source: Source) -> El {
    match source {
        Source::Model(document) => el("span")
            .text(store.say(ui::MODEL_OF))
            .text(store.say(document.short())),
        Source::Printed(document) => el("span")
            .text(store.say(ui::PRINTED_IN))
            .text(" ")
            .text(store.say(document.short())),
        Source::Dataset(id) => {
            let (mark, name) = data::dataset(id)
                .map(|dataset| (dataset.mark(), store.say(dataset.source)))
                .unwrap_or_default();
            inline_button("link", move || store.explain(Subject::Dataset(id)))
                .text(mark)
                .text(" ")
                .text(name)
        }
    }
}
