//! The equations of the models, one for every result, by model.

use leptos::prelude::*;
use web_sys::{Element, Event};

use super::mathml::equation;
use crate::chapters::ChapterId;
use crate::model::sovereign::GpuScenario;
use crate::output::{self, Cell, Head, Place, Together, UNDATED};
use crate::region::Region;
use crate::scenario::Group;
use crate::text::{Lang, Text};
use crate::web::el::{El, el, say};
use crate::web::store::{Store, use_store};

/// Places where a result may stand; the formula is that of the first where it does.
const PLACES: [Place; 8] = [
    Place::Region(Region::Us),
    Place::Industry(Region::Us, 0),
    Place::Gpu(GpuScenario::Frozen),
    Place::Sector(0),
    Place::Occupation(0),
    Place::Lab(0),
    Place::Whole,
    Place::All,
];

const YEARS: [u16; 4] = [2040, 2035, 2030, 2026];

/// The equations of every model, closed until the reader opens one.
pub fn view() -> El {
    let models = Group::ALL
        .into_iter()
        .filter_map(|group| Some((group, ChapterId::of(group)?)));
    let hint = Text::new(
        "Where a formula holds for several places and years, it is shown for the first of them in 2040.",
        "複数の地域や年に共通する数式は、最初の地域の2040年の形で示す。",
    );
    el("div")
        .attr("class", "evidence equations")
        .child(el("p").attr("class", "hint").words(say(hint)))
        .children(models.map(|(group, chapter)| model(group, chapter.title())))
}

/// A line that opens and makes what is under it when it does.
pub fn opening(
    title: impl Fn() -> String + 'static,
    contents: impl Fn() -> Vec<El> + 'static,
) -> El {
    let open = RwSignal::new(false);
    let toggled =
        move |event: Event| open.set(event_target::<Element>(&event).has_attribute("open"));
    let summary = el("summary").child(el("span").attr("class", "listing-title").words(title));
    el("details")
        .attr("class", "listing")
        .on("toggle", toggled)
        .child(summary)
        .child(el("div").part(move || if open.get() { contents() } else { Vec::new() }))
}

fn model(group: Group, title: Text) -> El {
    let store = use_store();
    let heads = || output::ALL.iter();
    let count = heads().filter(|head| of(head, group)).count();
    let name = move || match store.lang.get() {
        Lang::En => format!("Equations: {} ({count})", store.say(title)),
        Lang::Ja => format!("数式：{}（{count}本）", store.say(title)),
    };
    let contents = move || {
        let heads = heads().filter(|head| of(head, group));
        let entries = heads
            .flat_map(|head| entry(store, head))
            .collect::<Vec<_>>();
        let region = el("div")
            .attr("class", "equation-list")
            .attr("role", "region")
            .attr("tabindex", "0")
            .live("aria-label", move || store.say(title).to_owned());
        vec![region.children(entries)]
    };
    opening(name, contents)
}

fn of(head: &Head, group: Group) -> bool {
    head.id.split('.').next() == Some(group.code())
}

/// A place and year where a result exists in the base case.
fn somewhere(store: Store, head: &Head) -> Option<Cell> {
    let years: &[u16] = if head.undated { &[UNDATED] } else { &YEARS };
    let mut cells = PLACES
        .into_iter()
        .flat_map(|place| years.iter().map(move |year| (place, *year)))
        .filter_map(|(place, year)| Cell::find(head.id, place, year));
    store.context(|context| cells.find(|cell| cell.read(context.base).is_some()))
}

/// The equation of a result, or its rule in words, and a second one where chips improve.
fn entry(store: Store, head: &Head) -> Vec<El> {
    let Some(cell) = somewhere(store, head).or_else(|| Cell::home(head.id, UNDATED)) else {
        return Vec::new();
    };
    let reader = store.reader.get();
    if let Some(rule) = cell.rule() {
        let name = el("b").text(cell.output().label.get(reader.lang));
        let gap = match reader.lang {
            Lang::En => ": ",
            Lang::Ja => "：",
        };
        let rule = el("p")
            .attr("class", "equation")
            .child(name)
            .text(gap)
            .text(store.say(rule));
        return vec![rule];
    }
    let mut lines = vec![equation(cell, &reader)];
    if matches!(cell.details().together, Together::IfLinear(_)) {
        let linear = cell.at(Place::Gpu(GpuScenario::Linear), cell.year);
        let words = el("span")
            .attr("class", "aside")
            .text(linear.place.label(reader.lang));
        lines.push(equation(linear, &reader).child(words));
    }
    lines
}
