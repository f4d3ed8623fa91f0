//! The parts of the module that arrive when they are needed: one for each chapter, one for the explanations.
//!
//! A function marked `wasm_split` is a split point: `xtask/web/split.js` moves what only it reaches, code and data,
//! into a file of its own, and calling it loads that file. So nothing else in `web` may name the constants below.
#![allow(
    unsafe_code,
    reason = "the split points are calls between modules, declared by the macro"
)]

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::chapters::{self, Chapter, ChapterId, Context};
use crate::embed::Embed;
use crate::export::about::About;
use crate::figure::Figure;
use crate::i18n::number::Reader;
use crate::model::Results;
use crate::output::{self, Head};
use crate::scenario::{ParamId, Scenario};
use crate::text::Text;
use crate::web::el::El;
use crate::web::store::{Sheet, Store};
use crate::web::wanted::Want;
use crate::web::{
    embed, evidence, explain, export, limits, listing, present, replay, scenarios, share, table,
    tools,
};

/// A part, or why it did not arrive.
pub type Part<T> = Result<&'static T, SplitLoaderError>;

/// What the explanations consist of.
pub struct Explanations {
    /// Every output: a formula may refer to any.
    pub outputs: &'static [Head],
    /// The explanation that is open.
    pub tell: fn(Store) -> Vec<El>,
    /// What a reader should know before moving an input.
    pub note: fn(ParamId) -> Text,
}

/// The explanations.
#[wasm_split(explain, fallible)]
pub fn explanations() -> Part<Explanations> {
    const EXPLANATIONS: &Explanations = &Explanations {
        outputs: &output::ALL,
        tell: explain::tell,
        note: ParamId::note,
    };
    Ok(EXPLANATIONS)
}

/// Tables.
pub struct Tables {
    /// Shows a table of the documents by its name.
    pub listing: fn(&str) -> Option<El>,
    /// Shows the values behind a figure.
    pub values: fn(RwSignal<Figure>) -> El,
}

/// The tables.
#[wasm_split(listing, fallible)]
pub fn tables() -> Part<Tables> {
    const TABLES: &Tables = &Tables {
        listing: listing::listing,
        values: table::table,
    };
    Ok(TABLES)
}

/// The embed: the page without its surroundings, and its messages.
#[wasm_split(embed, fallible)]
pub fn embedder() -> Result<Sheet, SplitLoaderError> {
    Ok(embed::embed)
}

/// What can be done with a figure besides reading it.
pub struct Overlays {
    /// The dialog that embeds it.
    pub embed: Sheet,
    /// Presenting, from it on.
    pub present: Sheet,
    /// The dialog of exports.
    pub export: Sheet,
}

/// Taking figures elsewhere.
#[wasm_split(over, fallible)]
pub fn overlays() -> Part<Overlays> {
    const OVERLAYS: &Overlays = &Overlays {
        embed: share::dialog,
        present: present::present,
        export: export::dialog,
    };
    Ok(OVERLAYS)
}

/// What writes the files of the whole scenario.
pub struct Writer {
    /// The bytes of the workbook; `None` when it cannot be written.
    pub workbook: WriteBook,
    /// The scenario with its results as JSON.
    pub document: fn(&Scenario, &Results, &About, Option<&Scenario>) -> String,
}

/// Writes the workbook of a scenario, also beside the one that it is compared with.
pub type WriteBook =
    fn(&Scenario, &Results, &About, Option<(&Scenario, &Results)>, Reader) -> Option<Vec<u8>>;

/// The files of the whole scenario.
#[wasm_split(writer, fallible)]
pub fn writer() -> Part<Writer> {
    const WRITER: &Writer = &Writer {
        workbook: export::writer::book,
        document: export::writer::whole,
    };
    Ok(WRITER)
}

/// Scenarios: what the head of the panel needs of them.
pub struct ScenarioTools {
    /// The sheet that lists, saves and compares them.
    pub sheet: Sheet,
    /// Plays the last change again, slowly.
    pub replay: fn(Store),
    /// Reads the scenario compared with from the link.
    pub read_pin: fn(Store),
    /// The warnings where inputs leave what the documents support.
    pub limits: Limits,
}

/// Scenarios.
#[wasm_split(bench, fallible)]
pub fn scenario_tools() -> Part<ScenarioTools> {
    const SCENARIO_TOOLS: &ScenarioTools = &ScenarioTools {
        sheet: scenarios::sheet,
        replay: replay::replay,
        read_pin: scenarios::read_pin,
        limits: limits::show,
    };
    Ok(SCENARIO_TOOLS)
}

/// The range of draws in the figures of chapters.
pub struct Ranges {
    /// Puts it into a figure.
    pub put: fn(&mut Figure, &Context),
    /// What stands below every figure.
    pub menu: Sheet,
}

/// The analysis of results.
pub struct Tools {
    /// The sheet of all tools.
    pub sheet: Sheet,
    /// One tool as an embed asks for it.
    pub alone: fn(Store, &Embed) -> Vec<El>,
}

/// The analysis of results.
#[wasm_split(tools, fallible)]
pub fn tools() -> Part<Tools> {
    const TOOLS: &Tools = &Tools {
        sheet: tools::sheet,
        alone: tools::alone,
    };
    Ok(TOOLS)
}

/// A figure of a tool as it is now, for what takes figures elsewhere, and the rest of the link that shows it.
pub struct ToolFigure {
    /// The figure.
    pub figure: Figure,
    /// Asks of an embed, beginning with `&`.
    pub asks: String,
    /// Its name in file names; a tool may have several figures.
    pub name: &'static str,
    /// How it was made, in words.
    pub made: String,
}

thread_local! {
    static TOOL_FIGURE: RefCell<Option<Rc<ToolFigure>>> = const { RefCell::new(None) };
}

/// Opens something for a figure of a tool.
pub fn open_tool_figure(
    store: Store,
    pick: fn(&Overlays) -> Sheet,
    name: &'static str,
    tool_figure: ToolFigure,
) {
    TOOL_FIGURE.replace(Some(Rc::new(tool_figure)));
    store.want(Want::Over(pick, name));
}

/// The figure of a tool that something was opened for last.
pub fn tool_figure() -> Option<Rc<ToolFigure>> {
    TOOL_FIGURE.with_borrow(Clone::clone)
}

/// What shows the warnings at an input, or at the head of the panel.
pub type Limits = fn(Store, Option<ParamId>) -> Vec<El>;

thread_local! {
    static LIMITS: Cell<Option<Limits>> = const { Cell::new(None) };
    static RANGES: Cell<Option<&'static Ranges>> = const { Cell::new(None) };
    static TABLES: Cell<Option<&'static Tables>> = const { Cell::new(None) };
}

/// What a part that has arrived hooks into the page. A signal of its own for each would cost the first load kilobytes:
/// [`Store::hooked`] turns over when one of them changes.
pub fn hooked(store: Store) -> (Option<Limits>, Option<&'static Ranges>) {
    store.hooked.track();
    (LIMITS.get(), RANGES.get())
}

/// What shows tables, once it has arrived.
pub fn listed(store: Store) -> Option<&'static Tables> {
    store.hooked.track();
    TABLES.get()
}

/// Hooks in what shows tables.
pub fn hook_tables(store: Store, tables: &'static Tables) {
    TABLES.set(Some(tables));
    store.hooked.update(|turn| *turn = !*turn);
}

/// Hooks in the warnings, once.
pub fn hook_limits(store: Store, limits: Limits) {
    if LIMITS.replace(Some(limits)).is_none() {
        store.hooked.update(|turn| *turn = !*turn);
    }
}

/// Hooks in the range of draws, or takes it away.
pub fn hook_ranges(store: Store, ranges: Option<&'static Ranges>) {
    RANGES.set(ranges);
    store.hooked.update(|turn| *turn = !*turn);
}

/// The contents of a chapter.
pub async fn chapter(id: ChapterId) -> Part<Chapter> {
    match id {
        ChapterId::Overview => overview().await,
        ChapterId::Reshoring => reshoring().await,
        ChapterId::Share => share().await,
        ChapterId::Sovereign => sovereign().await,
        ChapterId::Work => work().await,
        ChapterId::Platforms => platforms().await,
        ChapterId::Evidence => evidence_chapter().await,
    }
}

/// What shows something that a chapter brings along, by its name.
pub type Tool = fn(&str) -> Option<El>;

thread_local! {
    static TOOL: Cell<Option<Tool>> = const { Cell::new(None) };
}

/// What the chapter that has arrived brought along under a name.
pub fn tool(id: &str) -> Option<El> {
    TOOL.get().and_then(|tool| tool(id))
}

#[wasm_split(evidence, fallible)]
fn evidence_chapter() -> Part<Chapter> {
    TOOL.set(Some(evidence::tool));
    Ok(&chapters::evidence::CHAPTER)
}

#[wasm_split(overview, fallible)]
fn overview() -> Part<Chapter> {
    Ok(&chapters::overview::CHAPTER)
}

#[wasm_split(reshoring, fallible)]
fn reshoring() -> Part<Chapter> {
    Ok(&chapters::reshoring::CHAPTER)
}

#[wasm_split(share, fallible)]
fn share() -> Part<Chapter> {
    Ok(&chapters::share::CHAPTER)
}

#[wasm_split(sovereign, fallible)]
fn sovereign() -> Part<Chapter> {
    Ok(&chapters::sovereign::CHAPTER)
}

#[wasm_split(work, fallible)]
fn work() -> Part<Chapter> {
    Ok(&chapters::work::CHAPTER)
}

#[wasm_split(platforms, fallible)]
fn platforms() -> Part<Chapter> {
    Ok(&chapters::platforms::CHAPTER)
}
