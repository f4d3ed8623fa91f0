//! Figures that can be taken away, and the addresses that show them.

use std::rc::Rc;

use leptos::prelude::*;

use crate::analysis::tool::Tool;
use crate::chapters::{ChapterId, FigureSpec};
use crate::embed::{self, Wish};
use crate::export::about::About;
use crate::export::names;
use crate::export::slides::Links;
use crate::figure::Figure;
use crate::i18n::bench;
use crate::i18n::number::Reader;
use crate::link;
use crate::scenario::Scenario;
use crate::view::View;
use crate::web::figure::made;
use crate::web::hosting::cited_address;
use crate::web::parts::{self, ToolFigure};
use crate::web::shelf;
use crate::web::store::{Shown as Opened, Store};
use crate::whatif::saved::name_of;

/// A figure that can be taken away.
#[derive(Clone)]
pub enum Exhibit {
    /// One of a chapter, made from the present numbers.
    OfChapter(ChapterId, &'static FigureSpec),
    /// One of a tool, as it was when the dialog was opened.
    OfTool(&'static str, Rc<ToolFigure>),
}

impl Exhibit {
    /// The figure with this name: of the chapter, or that of a tool for which the dialog was opened.
    pub fn find((open, chapter): Opened, id: &'static str) -> Option<Exhibit> {
        let of_chapter = chapter
            .figure(id)
            .map(|spec| Exhibit::OfChapter(open, spec));
        of_chapter
            .or_else(|| parts::tool_figure().map(|tool_figure| Exhibit::OfTool(id, tool_figure)))
    }

    /// Its name, in file names too.
    pub fn id(&self) -> &'static str {
        match self {
            Exhibit::OfChapter(_, spec) => spec.id,
            Exhibit::OfTool(id, _) => id,
        }
    }

    /// Where it belongs and its name, in file names.
    fn named(&self) -> [&'static str; 2] {
        match self {
            Exhibit::OfChapter(chapter, spec) => [chapter.slug(), spec.id],
            Exhibit::OfTool(_, tool_figure) => [names::ANALYSIS, tool_figure.name],
        }
    }

    /// How it was made, where it stands in no chapter.
    fn made(&self) -> String {
        match self {
            Exhibit::OfChapter(..) => String::new(),
            Exhibit::OfTool(_, tool_figure) => tool_figure.made.clone(),
        }
    }

    /// The figure.
    pub fn figure(&self, store: Store) -> Figure {
        match self {
            Exhibit::OfChapter(_, spec) => made(store, spec),
            Exhibit::OfTool(_, tool_figure) => tool_figure.figure.clone(),
        }
    }

    /// The chapter it is from; a tool stands in none.
    pub fn chapter(&self, store: Store) -> &'static str {
        store.say(match self {
            Exhibit::OfChapter(chapter, _) => chapter.title(),
            Exhibit::OfTool(..) => bench::ANALYSIS,
        })
    }

    /// The address that shows it with a scenario: in its chapter, or alone as the tool makes it.
    fn link(&self, scenario: &Scenario, view: &View) -> String {
        match self {
            Exhibit::OfChapter(chapter, spec) => link(
                scenario,
                View {
                    chapter: *chapter,
                    section: Some(spec.id),
                    ..view.clone()
                },
            ),
            Exhibit::OfTool(id, tool_figure) if Tool::find(id).is_some() => {
                let wish = Wish {
                    figure: Some(id),
                    tool: tool_figure.asks.clone(),
                    inputs: Vec::new(),
                    frozen: false,
                    lang: view.lang,
                    ground: "system",
                };
                format!(
                    "{}{}",
                    cited_address(),
                    embed::address(&wish, scenario, view)
                )
            }
            Exhibit::OfTool(..) => link(scenario, view.clone()),
        }
    }
}

/// Addresses of the present scenario, made by what makes one of a scenario and a view.
pub fn links(store: Store, link: impl Fn(&Scenario, &View) -> String) -> Links {
    let (scenario, view) = (store.scenario.get(), store.view());
    let unpinned = View {
        pin: None,
        ..view.clone()
    };
    Links {
        whole: link(&scenario, &view),
        unpinned: link(&scenario, &unpinned),
        base: link(&Scenario::default(), &unpinned),
    }
}

/// A figure as it is now, and the address that shows it.
pub struct Taken {
    /// Where it belongs and its name, in file names.
    pub named: [&'static str; 2],
    /// How it was made, where it stands in no chapter.
    pub made: String,
    /// The figure.
    pub figure: Figure,
    /// The addresses.
    pub links: Links,
}

/// The figures that the reader chose.
pub struct Shown {
    /// In the order of the dialog.
    pub figures: Vec<Taken>,
    /// Whose numbers they have.
    pub scenario: Scenario,
    /// The same in words.
    pub about: About,
    /// For whom they are.
    pub reader: Reader,
}

impl Shown {
    /// Figures with the present numbers.
    pub fn of(store: Store, exhibits: &[Exhibit]) -> Shown {
        let take = |exhibit: &Exhibit| Taken {
            named: exhibit.named(),
            made: exhibit.made(),
            figure: exhibit.figure(store),
            links: links(store, |scenario, view| exhibit.link(scenario, view)),
        };
        untrack(|| Shown {
            figures: exhibits.iter().map(take).collect(),
            scenario: store.scenario.get(),
            about: about(store),
            reader: store.reader.get(),
        })
    }
}

/// The address that shows a scenario.
fn link(scenario: &Scenario, view: View) -> String {
    format!("{}{}", cited_address(), link::encode(scenario, &view))
}

/// The address that shows the present scenario, at the head of the chapter.
pub fn head(scenario: &Scenario, view: &View) -> String {
    let view = View {
        section: None,
        ..view.clone()
    };
    link(scenario, view)
}

/// Of which scenario the files are, with the address that shows it in the chapter.
pub fn about(store: Store) -> About {
    let pinned = store.pinned.read();
    let reference = pinned
        .as_ref()
        .map_or_else(String::new, |it| it.name.clone());
    let scenario = store.scenario.read();
    let reader = store.reader.get();
    let reference_changes = pinned
        .as_ref()
        .map(|it| About::of(&it.scenario, "", "", &reader).changed());
    About {
        reference,
        reference_changes: reference_changes.unwrap_or_default(),
        ..About::of(
            &scenario,
            &name_of(&scenario, &shelf::kept(), store.lang.get()),
            &head(&scenario, &store.view()),
            &reader,
        )
    }
}
