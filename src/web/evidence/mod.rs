//! What the chapter on evidence brings along: register, relations, residuals, data files, method, glossary, citations.
//!
//! All of it is a part of its own, and what it shows comes from two files that are fetched when the chapter is opened.

mod cite;
mod csv;
mod datasets;
mod equations;
mod find;
mod glossary;
mod hold;
mod mathml;
mod method;
pub mod register;
mod relations;
mod residuals;
mod rows;

use crate::text::Text;
use crate::web::el::{El, Node, el, say};
use crate::web::fetched::{self, File, State};
use crate::web::listing::waiting;
use crate::web::store::use_store;

/// Glossary, data files, tests and places of figures.
pub const FILE: &str = "evidence.json";

/// What stands at a place of the prose.
pub fn tool(id: &str) -> Option<El> {
    hold::begin(use_store());
    match id {
        "register" => Some(rows::view()),
        "relations" => Some(relations::view()),
        "residuals" => Some(residuals::view()),
        "datasets" => Some(datasets::view()),
        "equations" => Some(equations::view()),
        "parameters" => Some(method::parameters()),
        "tests" => Some(method::tests()),
        "glossary" => Some(glossary::view()),
        "cite" => Some(cite::view()),
        _ => None,
    }
}

/// Loads a file and shows what is made of it; until then, how far it has come.
fn loaded(name: &'static str, class: &'static str, make: fn() -> Vec<El>) -> El {
    let (file, line) = (fetched::file(name), Node::new());
    file.load();
    let shown = file.clone();
    el("div")
        .attr("class", class)
        .attr("tabindex", "-1")
        .node(line)
        .children(waiting(&file, line))
        .child(el("div").part(move || match is_here(&shown) {
            true => make(),
            false => Vec::new(),
        }))
}

fn is_here(file: &File) -> bool {
    matches!(file.state(), State::Here(_))
}

/// A table with the names of its columns. The roles are those of the elements: on narrow screens the rows are laid
/// out as cards, which in some browsers would take their meaning away.
fn table(caption: impl Fn() -> String + 'static, columns: &'static [Text]) -> El {
    let heads = columns.iter().map(|column| {
        el("th")
            .attr("scope", "col")
            .attr("role", "columnheader")
            .words(say(*column))
    });
    let head = el("tr").attr("role", "row").children(heads);
    el("table")
        .attr("role", "table")
        .child(el("caption").words(caption))
        .child(el("thead").attr("role", "rowgroup").child(head))
}

/// A row: the first cell names it, every other stands under the name of its column.
fn row(columns: &'static [Text], cells: impl IntoIterator<Item = El>) -> El {
    let store = use_store();
    let cells = cells.into_iter().zip(columns).enumerate();
    let cells = cells.map(|(position, (content, name))| {
        let cell = match position {
            0 => el("th").attr("scope", "row").attr("role", "rowheader"),
            _ => el("td").attr("role", "cell"),
        };
        cell.attr("data-label", store.say(*name)).child(content)
    });
    el("tr").attr("role", "row").children(cells)
}

/// Muted words on a line of their own.
fn small(words: impl AsRef<str>) -> El {
    el("span").attr("class", "aside").text(words)
}
