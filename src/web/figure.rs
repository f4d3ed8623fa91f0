//! A figure: message, measure, inputs, plot or table, sources.

use leptos::html;
use leptos::prelude::*;

use crate::chapters::FigureSpec;
use crate::explain::Subject;
use crate::figure::{Figure, Source};
use crate::i18n::ui;
use crate::scenario::ParamId;
use crate::text::Lang;
use crate::web::canvas::Canvas;
use crate::web::input::Input;
use crate::web::observe;
use crate::web::part::{flag, on, part, say, words};
use crate::web::readout::{Readout, Selection};
use crate::web::store::use_store;
use crate::web::table::FigureTable;

/// A figure of a chapter. Out of view it keeps still; it catches up when it comes into view.
#[component]
pub fn FigureView(spec: &'static FigureSpec) -> impl IntoView {
    let store = use_store();
    let node = NodeRef::<html::Figure>::new();
    let visible = RwSignal::new(false);
    let figure = RwSignal::new(untrack(|| store.context(|context| (spec.make)(context))));
    let selection = RwSignal::new(first_selection(&figure.read_untracked()));
    let as_table = RwSignal::new(false);
    observe::on_view(node, move |seen, ratio| {
        visible.set(seen);
        if ratio >= 0.5 {
            store.figure_in_view.set(Some(spec.id));
        }
    });
    Effect::new(move |_| {
        if visible.get() {
            let now = store.context(|context| (spec.make)(context));
            if figure.with_untracked(|figure| *figure != now) {
                figure.set(now);
            }
        }
    });
    let title = Memo::new(move |_| figure.with(|figure| figure.title.clone()));
    view! {
        <figure class="figure" id=spec.id node_ref=node data-figure=spec.id>
            <figcaption>
                <h3>{words(move || title.get())}</h3>
                <p class="subtitle"><Subtitle figure /></p>
            </figcaption>
            <KeyInputs spec />
            <Readout figure selection />
            <div hidden=flag(move || as_table.get())>
                <Canvas figure visible selection label=alternative(figure) />
            </div>
            <Show when=move || as_table.get()>
                <FigureTable figure />
            </Show>
            <p class="note">{words(move || figure.with(|figure| figure.note.clone()))}</p>
            <div class="figure-foot">
                <p class="source"><SourceLine figure /></p>
                <FigureMenu spec as_table />
            </div>
        </figure>
    }
}

/// Reading starts at the last category: the horizon.
fn first_selection(figure: &Figure) -> Selection {
    let index = match figure.kind {
        crate::figure::Kind::NestedBars => 0,
        _ => figure.categories.len().saturating_sub(1),
    };
    Selection { panel: 0, index }
}

/// What a screen reader says of the plot: message, measure, and that a table stands behind it.
fn alternative(figure: RwSignal<Figure>) -> Signal<String> {
    let store = use_store();
    Signal::derive(move || {
        let hint = store.say(ui::READOUT_HINT);
        figure.with(|figure| match store.lang.get() {
            Lang::En => format!("{}. {}. {hint}", figure.title, figure.subtitle),
            Lang::Ja => format!("{}。{}。{hint}", figure.title, figure.subtitle),
        })
    })
}

#[component]
fn Subtitle(figure: RwSignal<Figure>) -> impl IntoView {
    let store = use_store();
    let sentence = Memo::new(move |_| {
        figure.with(|figure| {
            let unit = store.reader.get().scale(figure.unit, figure.largest()).unit;
            match store.lang.get() {
                Lang::En => format!("{}, {unit}", figure.subtitle),
                Lang::Ja => format!("{}、{unit}", figure.subtitle),
            }
        })
    });
    view! { {words(move || sentence.get())} }
}

/// The inputs that matter to this figure, at the figure.
#[component]
fn KeyInputs(spec: &'static FigureSpec) -> impl IntoView {
    let inputs: Vec<_> = spec
        .inputs
        .iter()
        .filter_map(|id| ParamId::find(id))
        .collect();
    (!inputs.is_empty()).then(|| {
        let rows: Vec<_> = inputs
            .into_iter()
            .map(|param| view! { <Input param place=spec.id compact=true /> })
            .collect();
        view! { <div class="key-inputs" role="group" aria-label=say(ui::KEY_INPUTS)>{rows}</div> }
    })
}

#[component]
fn FigureMenu(spec: &'static FigureSpec, as_table: RwSignal<bool>) -> impl IntoView {
    let store = use_store();
    let usual = spec.offers_capex_as_usual.then(|| {
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || store.capex_as_usual.get()
                    on:change=on(move |event: leptos::ev::Event| {
                        store.capex_as_usual.set(event_target_checked(&event));
                        store.commit();
                    })
                />
                {say(ui::SHOW_AS_USUAL)}
            </label>
        }
    });
    view! {
        <div class="figure-menu">
            {usual}
            <button
                type="button"
                class="quiet"
                aria-pressed=words(move || as_table.get().to_string())
                on:click=on(move |_: leptos::ev::MouseEvent| as_table.update(|on| *on = !*on))
            >
                {words(move || store.say(if as_table.get() { ui::CHART } else { ui::TABLE }))}
            </button>
        </div>
    }
}

/// The sources of a figure; each opens what is known about it.
#[component]
fn SourceLine(figure: RwSignal<Figure>) -> impl IntoView {
    let store = use_store();
    let sources = Memo::new(move |_| figure.with(|figure| figure.sources.clone()));
    let entry = move |source: &Source| match *source {
        Source::Model(document) => {
            let model = store.say(ui::MODEL_OF);
            let short = document.short().get(store.lang.get());
            let words = match store.lang.get() {
                Lang::En => format!("{model} {short}"),
                Lang::Ja => format!("{model}：{short}"),
            };
            view! { <span>{words}</span> }.into_any()
        }
        Source::Dataset(id) => {
            let name = crate::data::dataset(id)
                .map(|dataset| store.say(dataset.source))
                .unwrap_or_default();
            view! {
                <button type="button" class="link" on:click=on(move |_: leptos::ev::MouseEvent| store.explain(Subject::Dataset(id)))>{name}</button>
            }
            .into_any()
        }
    };
    part(move || {
        let separator = if store.lang.get() == Lang::Ja {
            "、"
        } else {
            "; "
        };
        let entries: Vec<_> = sources.with(|sources| {
            let parts = sources.iter().enumerate();
            parts
                .map(|(index, source)| (if index > 0 { separator } else { "" }, entry(source)))
                .collect()
        });
        let colon = if store.lang.get() == Lang::Ja {
            "："
        } else {
            ": "
        };
        view! { {store.say(ui::SOURCES)} {colon} {entries} }
    })
}
