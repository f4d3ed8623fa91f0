//! A table of the documents: a line until the reader opens it, then loaded with the others of its chapter.

use leptos::prelude::*;
use web_sys::{Element, Event, HtmlInputElement};

use crate::data::{self, Listing};
use crate::i18n::ui;
use crate::text::Lang;
use crate::web::el::{El, Node, button, el, say};
use crate::web::fetched::{Failure, File, State, file};
use crate::web::listing_rows::Rows;
use crate::web::store::{Store, use_store};

/// A table with more rows than this has a field to find some of them.
const SHORT: u16 = 8;

/// The table of an id.
pub fn listing(id: &str) -> Option<El> {
    let listing = data::listing(id)?;
    let (store, file) = (use_store(), file(listing.file));
    let (line, open) = (Node::new(), RwSignal::new(false));
    let toggled = {
        let file = file.clone();
        move |event: Event| {
            let is_open = event_target::<Element>(&event).has_attribute("open");
            open.set(is_open);
            if is_open {
                file.load();
            }
        }
    };
    let summary = el("summary")
        .node(line)
        .child(
            el("span")
                .attr("class", "listing-title")
                .words(say(listing.title)),
        )
        .child(
            el("span")
                .attr("class", "listing-about")
                .words(move || about(store, listing)),
        );
    let details = el("details")
        .attr("class", "listing")
        .attr("id", listing.id)
        .on("toggle", toggled)
        .child(summary)
        .children(waiting(&file, line))
        .child(el("div").part(move || match file.state() {
            State::Here(loaded) if open.get() => rows_view(Rows::of(&loaded, listing)),
            _ => Vec::new(),
        }));
    Some(details)
}

/// How many rows there are and whose they are.
fn about(store: Store, listing: &Listing) -> String {
    let documents = match listing.documents {
        [one] => store.say(one.short()).to_owned(),
        many => match store.lang.get() {
            Lang::En => format!("{} documents", many.len()),
            Lang::Ja => format!("{}文書", many.len()),
        },
    };
    format!("{} · {documents}", count(store, usize::from(listing.rows)))
}

fn count(store: Store, rows: usize) -> String {
    match (store.lang.get(), rows) {
        (Lang::En, 1) => "1 row".to_owned(),
        (Lang::En, _) => format!("{rows} rows"),
        (Lang::Ja, _) => format!("{rows}件"),
    }
}

/// What stands in place of a table that has not come, and a way to ask again.
pub fn waiting(file: &File, line: Node) -> [El; 2] {
    let store = use_store();
    let (shown, asked, failed) = (file.clone(), file.clone(), file.clone());
    let message = el("p")
        .attr("class", "listing-state")
        .attr("aria-live", "polite")
        .words(move || match shown.state() {
            State::Loading => store.say(ui::LOADING).to_owned(),
            State::Failed(failure) => failure_line(store, failure),
            State::Idle | State::Here(_) => String::new(),
        });
    // The button goes when it is pressed, so the line takes the focus.
    let again = move || {
        asked.load();
        if let Some(line) = line.get() {
            let _ = line.focus();
        }
    };
    let retry = button("quiet")
        .flag("hidden", move || {
            !matches!(failed.state(), State::Failed(_))
        })
        .on_click(again)
        .words(say(ui::TRY_AGAIN));
    [message, retry]
}

fn failure_line(store: Store, failure: Failure) -> String {
    let reason = match (failure, store.lang.get()) {
        (Failure::Unreachable, _) => store.say(ui::UNREACHABLE).to_owned(),
        (Failure::Unreadable, _) => store.say(ui::UNREADABLE).to_owned(),
        (Failure::Refused(status), Lang::En) => format!("the server answered {status}"),
        (Failure::Refused(status), Lang::Ja) => format!("サーバーの応答は{status}"),
    };
    match store.lang.get() {
        Lang::En => format!("{}: {reason}.", store.say(ui::TABLE_MISSING)),
        Lang::Ja => format!("{}（{reason}）。", store.say(ui::TABLE_MISSING)),
    }
}

/// The table, what finds rows in it, and where it comes from.
fn rows_view(rows: Rows) -> Vec<El> {
    let store = use_store();
    let query = RwSignal::new(String::new());
    let mut parts = Vec::new();
    if rows.listing.rows > SHORT {
        parts.push(finder(query, rows.clone()));
    }
    let (table, origin) = (rows.clone(), rows);
    parts.push(
        el("table")
            .attr("role", "table")
            .part(move || table.view(store, query)),
    );
    parts.push(el("div").part(move || origin.origin(store)));
    parts
}

/// A field that leaves the rows which hold its words, and how many these are.
fn finder(query: RwSignal<String>, rows: Rows) -> El {
    let store = use_store();
    let id = format!("find-{}", rows.listing.id);
    let typed = move |event: Event| query.set(event_target::<HtmlInputElement>(&event).value());
    let field = el("input")
        .attr("type", "search")
        .attr("id", &id)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .on("input", typed);
    let shown = move || {
        let all = usize::from(rows.listing.rows);
        let found = rows.matching(store.lang.get(), &query.read()).len();
        match store.lang.get() {
            _ if found == all => count(store, all),
            Lang::En => format!("{found} of {all} rows"),
            Lang::Ja => format!("{all}件中{found}件"),
        }
    };
    el("div").attr("class", "finder").children([
        el("label").attr("for", &id).words(say(ui::FIND_ROWS)),
        field,
        el("output").attr("for", &id).words(shown),
    ])
}
