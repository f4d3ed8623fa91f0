//! The plot of a figure: ECharts draws the shapes, HTML on top of them the words.

use leptos::prelude::*;
use web_sys::{HtmlElement, KeyboardEvent, PointerEvent};

use crate::figure::{Figure, Kind};
use crate::i18n::number::{self, Reader};
use crate::i18n::ui;
use crate::render::chart::{Drawing, Frame};
use crate::render::labels::{Anchor, Word, WordKind, direct_labels, fixed_words};
use crate::render::theme::Theme;
use crate::web::echarts::Chart;
use crate::web::el::{El, Node, el, say};
use crate::web::readout::{Selection, sentence};
use crate::web::store::{Store, use_store};

/// A figure as it stands on the page. A copy is as good as the original.
#[derive(Clone, Copy)]
pub struct Stage {
    /// What is shown.
    pub figure: RwSignal<Figure>,
    /// How it is drawn.
    pub drawing: RwSignal<Drawing>,
    /// The category that is read out.
    pub selection: RwSignal<Selection>,
    host: Node,
    drawn: StoredValue<Option<(Chart, Frame)>, LocalStorage>,
    /// Whether the words have gone on without the chart.
    chart_is_behind: RwSignal<bool>,
}

impl Stage {
    /// A stage on which nothing is drawn yet.
    pub fn new(figure: Figure, reader: &Reader, selection: Selection) -> Stage {
        let drawing = Drawing::of(&figure, reader, 0.0, Theme::default());
        let stage = Stage {
            figure: RwSignal::new(figure),
            drawing: RwSignal::new(drawing),
            selection: RwSignal::new(selection),
            host: Node::new(),
            drawn: StoredValue::new_local(None),
            chart_is_behind: RwSignal::new(false),
        };
        on_cleanup(move || {
            stage.drawn.try_update_value(Option::take);
        });
        stage
    }

    /// Draws a figure, then lets the words around it follow.
    ///
    /// The whole chart is drawn when its make-up changes, else only the data that moved.
    pub fn show(self, figure: Figure, reader: &Reader, width: f64, theme: Theme) {
        let drawing = Drawing::of(&figure, reader, width, theme);
        if width > 0.0
            && let Some(element) = self.host.get()
        {
            self.draw(&element, &figure, &drawing);
            self.chart_is_behind.set(false);
        }
        self.say(figure, drawing);
    }

    /// Lets the words follow without the chart, which nobody sees: headings are read, searched and listed all the same.
    pub fn tell(self, figure: Figure, reader: &Reader, theme: Theme) {
        let width = self.drawing.with_untracked(|drawing| drawing.layout.width);
        let drawing = Drawing::of(&figure, reader, width, theme);
        self.chart_is_behind.set(true);
        self.say(figure, drawing);
    }

    fn say(self, figure: Figure, drawing: Drawing) {
        if self.drawing.with_untracked(|old| *old != drawing) {
            self.drawing.set(drawing);
        }
        if self.figure.with_untracked(|old| *old != figure) {
            self.figure.set(figure);
        }
    }

    /// Takes the room that the figure will need at this width, so that nothing jumps when it is drawn.
    pub fn lay_out(self, reader: &Reader, width: f64) {
        if width > 0.0
            && self
                .drawing
                .with_untracked(|drawing| drawing.layout.width != width)
        {
            let theme = self.drawing.with_untracked(|drawing| drawing.theme);
            let drawing = self
                .figure
                .with_untracked(|figure| Drawing::of(figure, reader, width, theme));
            self.drawing.set(drawing);
        }
    }

    fn draw(self, host: &HtmlElement, figure: &Figure, drawing: &Drawing) {
        let (width, height) = (drawing.layout.width, drawing.layout.height);
        let frame = drawing.frame(figure);
        let is_behind = self.chart_is_behind.get_untracked();
        self.drawn.update_value(|drawn| match drawn {
            Some((chart, last)) if *last == frame && !is_behind => {
                let (before, drawn) = (self.figure.read_untracked(), self.drawing.read_untracked());
                if let Some(options) = drawing.update(figure, &before, &drawn) {
                    chart.update(&options);
                }
            }
            Some((chart, last)) => {
                chart.draw(&drawing.chart(figure), width, height);
                *last = frame;
            }
            None => {
                let mut chart = Chart::new(host, width, height);
                chart.draw(&drawing.chart(figure), width, height);
                *drawn = Some((chart, frame));
            }
        });
    }
}

/// The plot with its words; `outer` is the box whose width the plot fills.
pub fn canvas(stage: Stage, outer: Node, alternative: impl Fn() -> String + Send + 'static) -> El {
    let store = use_store();
    let Stage {
        figure,
        drawing,
        selection,
        host,
        ..
    } = stage;
    let fixed =
        Memo::new(move |_| fixed_words(&figure.read(), &drawing.read(), store.say(ui::PROJECTION)));
    let moving = Memo::new(move |_| direct_labels(&figure.read(), &drawing.read()));
    let overlay = el("div")
        .attr("class", "overlay")
        .attr("aria-hidden", "true")
        .children([hairline(stage), words_over(fixed), words_over(moving)]);
    el("div")
        .attr("class", "canvas")
        .attr("tabindex", "0")
        // Within an application screen readers hand arrow keys on to the page; within a group they keep them.
        .attr("role", "application")
        .live("aria-roledescription", say(ui::CHART))
        .live("aria-label", alternative)
        .style("height", move || {
            px(drawing.with(|drawing| drawing.layout.height))
        })
        .on("keydown", move |event: KeyboardEvent| {
            walk(store, &event, figure, selection)
        })
        .on("pointermove", move |event: PointerEvent| {
            point(&event, stage)
        })
        .on("pointerdown", move |event: PointerEvent| {
            point(&event, stage)
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

/// Arrow keys walk along the categories, Page keys between the panels.
fn walk(
    store: Store,
    event: &KeyboardEvent,
    figure: RwSignal<Figure>,
    selection: RwSignal<Selection>,
) {
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
    store.spoken.set(untrack(|| sentence(store, figure, next)));
}

/// The pointer selects the category it is over.
fn point(event: &PointerEvent, stage: Stage) {
    let Stage {
        figure,
        drawing,
        selection,
        ..
    } = stage;
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
fn hairline(stage: Stage) -> El {
    let Stage {
        figure,
        drawing,
        selection,
        ..
    } = stage;
    let place = move || {
        let Selection { panel, index } = selection.get();
        let drawing = drawing.read();
        let place = figure.with(|figure| drawing.category_box(figure, panel, index));
        let (right, bottom) = (
            drawing.layout.width - place.left - place.width,
            drawing.layout.height - place.top - place.height,
        );
        [place.top, right, bottom, place.left].map(px).join(" ")
    };
    el("div")
        .attr("class", "hairline")
        .flag("data-line", move || {
            figure.with(|figure| matches!(figure.kind, Kind::Lines { .. }))
        })
        .flag("data-round", move || {
            figure.with(|figure| matches!(figure.kind, Kind::Bubbles { .. }))
        })
        .style("inset", place)
}

/// Words over the plot, put anew only when they differ.
fn words_over(words: Memo<Vec<Word>>) -> El {
    el("div")
        .attr("class", "words")
        .part(move || words.get().into_iter().map(word).collect())
}

fn word(word: Word) -> El {
    let Word {
        kind,
        text,
        unit,
        colour,
        left,
        anchor,
        top,
        height,
        width,
    } = word;
    let class = match kind {
        WordKind::Panel => "panel-name",
        WordKind::Projection => "projection",
        WordKind::Direct => "direct",
        WordKind::Mark => "mark",
        WordKind::Amount => "amount",
        WordKind::Name => "amount name",
        WordKind::Axis => "amount axis",
    };
    let anchor = match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let mut place = el("div").attr("class", class).attr("data-anchor", anchor);
    let lengths = [
        // The style places the word, and keeps what the reader spaces wider within the plot.
        ("--x", Some(left)),
        ("top", Some(top)),
        ("height", height),
        ("width", width),
    ];
    if width.is_some() {
        place = place.attr("data-broken", "");
    }
    for (name, length) in lengths {
        if let Some(length) = length {
            place = place.style(name, move || px(length));
        }
    }
    place
        .children(colour.map(|colour| {
            el("span")
                .attr("class", "tick")
                .style("background-color", move || colour.to_owned())
        }))
        .child(el("strong").text(text))
        .children(unit.map(|unit| el("span").attr("class", "unit").text(unit)))
}

fn px(length: f64) -> String {
    format!("{}px", number::plain(length, 1))
}
