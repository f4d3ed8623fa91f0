//! The plot of a figure: ECharts draws the shapes, HTML on top of them the words.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;

use crate::figure::{Figure, Kind};
use crate::i18n::{number, ui};
use crate::render::chart::{Drawing, Frame};
use crate::render::labels::labels;
use crate::web::echarts::Chart;
use crate::web::observe;
use crate::web::part::{flag, on, part, words};
use crate::web::readout::Selection;
use crate::web::store::use_store;

/// What is on the canvas, and what it consists of besides its data.
type Drawn = Rc<RefCell<Option<(Chart, Frame)>>>;

/// The plot with its labels; it follows `figure` while `visible`.
#[component]
pub fn Canvas(
    figure: RwSignal<Figure>,
    visible: RwSignal<bool>,
    selection: RwSignal<Selection>,
    #[prop(into)] label: Signal<String>,
) -> impl IntoView {
    let store = use_store();
    let (outer, host) = (NodeRef::<Div>::new(), NodeRef::<Div>::new());
    let width = observe::width_of(outer);
    let drawing = Memo::new(move |_| {
        figure.with(|figure| Drawing::of(figure, &store.reader.get(), width.get(), store.theme()))
    });
    draw_on(host, figure, drawing, visible, width);
    let height = move || px(drawing.with(|drawing| drawing.layout.height));
    view! {
        <div
            class="canvas"
            node_ref=outer
            style:height=words(height)
            tabindex="0"
            role="group"
            aria-label=words(move || label.get())
            on:keydown=on(move |event: leptos::ev::KeyboardEvent| walk(&event, figure, selection))
            on:pointermove=on(move |event: leptos::ev::PointerEvent| point(&event, figure, drawing, selection))
            on:pointerdown=on(move |event: leptos::ev::PointerEvent| point(&event, figure, drawing, selection))
        >
            <div class="plot" node_ref=host aria-hidden="true"></div>
            <div class="overlay" aria-hidden="true">
                <Hairline figure drawing selection />
                <PanelNames figure drawing />
                <DirectLabels figure drawing />
                <Marks figure drawing />
            </div>
        </div>
    }
}

/// Draws the whole chart when its make-up changes, else only its data; not at all out of view.
fn draw_on(
    host: NodeRef<Div>,
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
fn walk(event: &ev::KeyboardEvent, figure: RwSignal<Figure>, selection: RwSignal<Selection>) {
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
    event: &ev::PointerEvent,
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
#[component]
fn Hairline(
    figure: RwSignal<Figure>,
    drawing: Memo<Drawing>,
    selection: RwSignal<Selection>,
) -> impl IntoView {
    let place = move || {
        let Selection { panel, index } = selection.get();
        figure.with(|figure| drawing.with(|drawing| drawing.category_box(figure, panel, index)))
    };
    view! {
        <div
            class="hairline"
            class:row=flag(move || figure.with(|figure| figure.kind == Kind::NestedBars))
            style:left=words(move || px(place().left))
            style:top=words(move || px(place().top))
            style:width=words(move || px(place().width))
            style:height=words(move || px(place().height))
        ></div>
    }
}

/// The names of small multiples, and the unit at the head of each value axis.
#[component]
fn PanelNames(figure: RwSignal<Figure>, drawing: Memo<Drawing>) -> impl IntoView {
    part(move || {
        let figure = figure.read();
        let drawing = drawing.read();
        let bars = figure.kind == Kind::NestedBars;
        let labels: Vec<_> = figure
            .panels
            .iter()
            .zip(&drawing.layout.plots)
            .map(|(panel, plot)| {
                let left = if bars { plot.left } else { plot.left - 40.0 };
                let projected = panel.projected_from.map(|index| {
                    let x = plot.left + plot.width * index as f64 / (figure.categories.len() - 1).max(1) as f64;
                    let words = use_store().say(ui::PROJECTION);
                    view! {
                        <div class="projection" style:left=px(x) style:top=px(plot.top) style:height=px(plot.height)>
                            {words}
                        </div>
                    }
                });
                let top = if panel.name.is_empty() { plot.top - 24.0 } else { plot.top - 44.0 };
                view! {
                    <div class="panel-name" style:left=px(left) style:top=px(top)>
                        <strong>{panel.name.clone()}</strong>
                        <span class="unit">{drawing.scale.unit}</span>
                    </div>
                    {projected}
                }
            })
            .collect();
        labels
    })
}

#[component]
fn DirectLabels(figure: RwSignal<Figure>, drawing: Memo<Drawing>) -> impl IntoView {
    part(move || {
        let figure = figure.read();
        let drawing = drawing.read();
        labels(&figure, &drawing)
            .into_iter()
            .map(|label| {
                let colour = label.tone.colour(drawing.theme);
                view! {
                    <div class="direct" style:left=px(label.left) style:top=px(label.middle)>
                        <span class="tick" style:background-color=colour></span>
                        {label.text}
                    </div>
                }
            })
            .collect::<Vec<_>>()
    })
}

/// The words beside published values.
#[component]
fn Marks(figure: RwSignal<Figure>, drawing: Memo<Drawing>) -> impl IntoView {
    part(move || {
        let figure = figure.read();
        let drawing = drawing.read();
        drawing
            .mark_labels(&figure)
            .into_iter()
            .map(|label| {
                view! {
                    <div class="mark" style:right=px(drawing.layout.width - label.left) style:top=px(label.middle)>
                        {label.text}
                    </div>
                }
            })
            .collect::<Vec<_>>()
    })
}

fn px(length: f64) -> String {
    format!("{}px", number::plain(length, 1))
}
