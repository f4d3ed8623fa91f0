//! The plot of a figure: ECharts draws the shapes, HTML on top of them the words.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use web_sys::{KeyboardEvent, PointerEvent};

use crate::figure::{Figure, Kind};
use crate::i18n::{number, ui};
use crate::render::chart::{Drawing, Frame};
use crate::render::labels::{Label, labels};
use crate::render::layout::text_width;
use crate::web::echarts::Chart;
use crate::web::el::{El, Node, el};
use crate::web::observe;
use crate::web::readout::Selection;
use crate::web::store::use_store;

/// What is on the canvas, and what it consists of besides its data.
type Drawn = Rc<RefCell<Option<(Chart, Frame)>>>;

/// The plot with its labels; it follows `figure` while `visible`.
pub fn canvas(
    figure: RwSignal<Figure>,
    visible: RwSignal<bool>,
    selection: RwSignal<Selection>,
    alternative: impl Fn() -> String + Send + 'static,
) -> El {
    let store = use_store();
    let (outer, host) = (Node::new(), Node::new());
    let width = observe::width_of(outer);
    let drawing = Memo::new(move |_| {
        figure.with(|figure| Drawing::of(figure, &store.reader.get(), width.get(), store.theme()))
    });
    draw_on(host, figure, drawing, visible, width);
    let overlay =
        el("div")
            .attr("class", "overlay")
            .attr("aria-hidden", "true")
            .child(hairline(figure, drawing, selection))
            .child(el("div").attr("class", "words").part(move || {
                words_over(&figure.read(), &drawing.read(), store.say(ui::PROJECTION))
            }));
    el("div")
        .attr("class", "canvas")
        .attr("tabindex", "0")
        .attr("role", "group")
        .live("aria-label", alternative)
        .style("height", move || {
            px(drawing.with(|drawing| drawing.layout.height))
        })
        .on("keydown", move |event: KeyboardEvent| {
            walk(&event, figure, selection)
        })
        .on("pointermove", move |event: PointerEvent| {
            point(&event, figure, drawing, selection)
        })
        .on("pointerdown", move |event: PointerEvent| {
            point(&event, figure, drawing, selection)
        })
        .node(outer)
        .child(
            el("div")
                .attr("class", "plot")
                .attr("aria-hidden", "true")
                .node(host),
        )
        .child(overlay)
}

/// Draws the whole chart when its make-up changes, else only its data; not at all out of view.
fn draw_on(
    host: Node,
    figure: RwSignal<Figure>,
    drawing: Memo<Drawing>,
    visible: RwSignal<bool>,
    width: ReadSignal<f64>,
) {
    let drawn: Drawn = Rc::default();
    let kept = StoredValue::new_local(drawn.clone());
    on_cleanup(move || {
        kept.with_value(|drawn| drawn.borrow_mut().take());
    });
    Effect::new(move |_| {
        let Some(element) = host.get() else { return };
        if !visible.get() || width.get() <= 0.0 {
            return;
        }
        let (figure, drawing) = (figure.read(), drawing.read());
        let (width, height) = (drawing.layout.width, drawing.layout.height);
        let frame = drawing.frame(&figure);
        let mut drawn = drawn.borrow_mut();
        match drawn.as_mut() {
            Some((chart, last)) if *last == frame => chart.update(&drawing.update(&figure)),
            Some((chart, last)) => {
                chart.draw(&drawing.chart(&figure), width, height);
                *last = frame;
            }
            None => {
                let mut chart = Chart::new(&element, width, height);
                chart.draw(&drawing.chart(&figure), width, height);
                *drawn = Some((chart, frame));
            }
        }
    });
}

/// Arrow keys walk along the categories, Page keys between the panels.
fn walk(event: &KeyboardEvent, figure: RwSignal<Figure>, selection: RwSignal<Selection>) {
    let (panels, last) = figure.with(|figure| {
        (
            figure.panels.len(),
            figure.categories.len().saturating_sub(1),
        )
    });
    let now = selection.get_untracked();
    let next = match event.key().as_str() {
        "ArrowLeft" | "ArrowUp" => Selection {
            index: now.index.saturating_sub(1),
            ..now
        },
        "ArrowRight" | "ArrowDown" => Selection {
            index: (now.index + 1).min(last),
            ..now
        },
        "Home" => Selection { index: 0, ..now },
        "End" => Selection { index: last, ..now },
        "PageUp" if panels > 1 => Selection {
            panel: now.panel.saturating_sub(1),
            ..now
        },
        "PageDown" if panels > 1 => Selection {
            panel: (now.panel + 1).min(panels - 1),
            ..now
        },
        _ => return,
    };
    event.prevent_default();
    selection.set(next);
}

/// The pointer selects the category it is over.
fn point(
    event: &PointerEvent,
    figure: RwSignal<Figure>,
    drawing: Memo<Drawing>,
    selection: RwSignal<Selection>,
) {
    let found = figure.with_untracked(|figure| {
        drawing.with_untracked(|drawing| {
            drawing.category_at(
                figure,
                f64::from(event.offset_x()),
                f64::from(event.offset_y()),
            )
        })
    });
    if let Some((panel, index)) = found
        && (Selection { panel, index }) != selection.get_untracked()
    {
        selection.set(Selection { panel, index });
    }
}

/// The line or bar that shows which category is read out.
fn hairline(
    figure: RwSignal<Figure>,
    drawing: Memo<Drawing>,
    selection: RwSignal<Selection>,
) -> El {
    let place = move || {
        let Selection { panel, index } = selection.get();
        figure.with(|figure| drawing.with(|drawing| drawing.category_box(figure, panel, index)))
    };
    el("div")
        .attr("class", "hairline")
        .flag("data-line", move || {
            figure.with(|figure| matches!(figure.kind, Kind::Lines { .. }))
        })
        .style("left", move || px(place().left))
        .style("top", move || px(place().top))
        .style("width", move || px(place().width))
        .style("height", move || px(place().height))
}

/// Names of small multiples, units, direct labels, published values.
fn words_over(figure: &Figure, drawing: &Drawing, projection: &str) -> Vec<El> {
    let mut words = panel_names(figure, drawing);
    words.extend(projections(figure, drawing, projection));
    words.extend(
        labels(figure, drawing)
            .into_iter()
            .map(|label| direct_label(label, drawing)),
    );
    words.extend(drawing.mark_labels(figure).into_iter().map(|label| {
        let right = drawing.layout.width - label.left;
        let place = el("div")
            .attr("class", "mark")
            .style("right", move || px(right));
        place
            .style("top", move || px(label.middle))
            .text(label.text)
    }));
    words
}

/// The name of each panel, and the unit at the head of its value axis.
fn panel_names(figure: &Figure, drawing: &Drawing) -> Vec<El> {
    let panels = figure.panels.iter().zip(&drawing.layout.plots);
    let shift = if figure.kind == Kind::NestedBars {
        0.0
    } else {
        40.0
    };
    let name = |(panel, plot): (&crate::figure::Panel, &crate::render::layout::Plot)| {
        let height = if panel.name.is_empty() { 24.0 } else { 44.0 };
        let left = (plot.left - shift).min(drawing.layout.width - text_width(&panel.name, 17.0));
        at("panel-name", left, plot.top - height)
            .child(el("strong").text(panel.name.as_str()))
            .child(el("span").attr("class", "unit").text(drawing.scale.unit))
    };
    panels.map(name).collect()
}

/// Where the publisher's projection begins.
fn projections(figure: &Figure, drawing: &Drawing, words: &str) -> Vec<El> {
    let panels = figure.panels.iter().zip(&drawing.layout.plots).enumerate();
    let begins =
        panels.filter_map(|(number, (panel, plot))| Some((number, panel.projected_from?, *plot)));
    begins
        .map(|(number, index, plot)| {
            let left = drawing.category_box(figure, number, index).left;
            at("projection", left, plot.top)
                .style("height", move || px(plot.height))
                .text(words)
        })
        .collect()
}

fn direct_label(label: Label, drawing: &Drawing) -> El {
    let colour = label.tone.colour(drawing.theme);
    let tick = el("span")
        .attr("class", "tick")
        .style("background-color", move || colour.to_owned());
    at("direct", label.left, label.middle)
        .child(tick)
        .text(label.text)
}

/// A box at a place of the figure.
fn at(class: &'static str, left: f64, top: f64) -> El {
    el("div")
        .attr("class", class)
        .style("left", move || px(left))
        .style("top", move || px(top))
}

fn px(length: f64) -> String {
    format!("{}px", number::plain(length, 1))
}
