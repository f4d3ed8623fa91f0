//! Parts of the module that something waits for: what loads them, and what is done once they are there.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::chapters::Chapter;
use crate::data::books;
use crate::output;
use crate::web::parts::{self, Overlays, Part, ScenarioTools};
use crate::web::store::{Sheet, Store};

/// What a part is wanted for.
#[derive(Clone, Copy)]
pub enum Want {
    /// Something with the scenarios and what compares them.
    Scenarios(fn(Store, &'static ScenarioTools)),
    /// Opening the analysis of results.
    Tools,
    /// Opening something over the page for a figure.
    Over(fn(&Overlays) -> Sheet, &'static str),
    /// Showing tables.
    Tables,
    /// What stands in place of the page in an embed.
    Embedder,
    /// Explanations.
    Explanations,
}

impl Store {
    /// Loads a part, and does with it what it is wanted for. All in one place: each place that waits for something adds
    /// to the first load.
    pub fn want(self, want: Want) {
        let is_there = match want {
            Want::Explanations => self.explanations.get_untracked().is_some(),
            Want::Tables => untrack(|| parts::listed(self)).is_some(),
            _ => false,
        };
        if is_there {
            return;
        }
        spawn_local(async move {
            let part = match want {
                Want::Scenarios(act) => parts::scenario_tools().await.map(|tools| act(self, tools)),
                Want::Tools => {
                    let tools = parts::tools().await;
                    tools.map(|tools| self.sheet.set(Some(tools.sheet)))
                }
                Want::Over(pick, figure) => parts::overlays().await.map(|overlays| {
                    self.over_figure.set(Some(figure));
                    self.over.set(Some(pick(overlays)));
                }),
                Want::Tables => parts::tables().await.map(|it| parts::hook_tables(self, it)),
                Want::Embedder => {
                    let embedder = parts::embedder().await;
                    embedder.map(|embedder| self.embedder.set(Some(embedder)))
                }
                Want::Explanations => parts::explanations().await.map(|explanations| {
                    output::know(explanations.outputs);
                    // Before they are shown: the message must not be taken away from under the focus.
                    self.explanations_missing.set(false);
                    self.explanations.set(Some(explanations));
                }),
            };
            let missing = match want {
                Want::Explanations => self.explanations_missing,
                Want::Embedder => self.missing,
                _ => self.part_missing,
            };
            // An embed's chapter, which has the same place for its message, may be missing as well.
            let is_other = matches!(want, Want::Embedder) && part.is_ok();
            if !is_other && missing.get_untracked() != part.is_err() {
                missing.set(part.is_err());
            }
        });
    }

    /// The chapter together with what shows its tables, where it places any.
    async fn with_tables(self, part: Part<Chapter>) -> Part<Chapter> {
        let chapter = part?;
        if !chapter.book.listings.is_empty() && untrack(|| parts::listed(self)).is_none() {
            parts::hook_tables(self, parts::tables().await?);
        }
        Ok(chapter)
    }

    /// Loads the chapter asked for and shows it, unless the reader has gone on by then.
    pub fn open_chapter(self, arrived: impl FnOnce() + 'static) {
        let id = self.chapter.get_untracked();
        if self
            .shown
            .get_untracked()
            .is_some_and(|shown| shown.0 == id)
        {
            return;
        }
        spawn_local(async move {
            let part = self.with_tables(parts::chapter(id).await).await;
            if self.chapter.get_untracked() != id {
                return;
            }
            // What an embed stands in may be missing all the same.
            if part.is_err() || !self.is_embed() {
                self.missing.set(part.is_err());
            }
            if let Ok(chapter) = part {
                books::open(chapter.book);
                output::know(chapter.outputs);
                // Asked for twice, it is put into the page once.
                if self.shown.get_untracked().is_none_or(|shown| shown.0 != id) {
                    self.shown.set(Some((id, chapter)));
                }
                arrived();
            }
        });
    }
}
