//! Figures that can be taken away, and the addresses that show them.

use std::rc::Rc;

use leptos::prelude::*;

use crate::chapters::{Chapter, FigureSpec};
use crate::embed::{self, TOOLS, Wish};
use crate::export::about::About;
use crate::export::names;
use crate::figure::Figure;
use crate::i18n::number::Reader;
use crate::link;
use crate::scenario::Scenario;
use crate::view::View;
use crate::web::parts::{self, Loose};
use crate::web::shelf;
use crate::web::store::Store;
use crate::whatif::saved::name_of;

/// A figure that can be taken away.
#[derive(Clone)]
pub enum Exhibit {
    /// One of a chapter, made from the present numbers.
    Of(&'static FigureSpec),
    /// One of a tool, as it was when the dialog was opened.
    Loose(&'static str, Rc<Loose>),
}

impl Exhibit {
    /// The figure with this name: of the chapter, or that of a tool for which the dialog was opened.
    pub fn find(chapter: &Chapter, id: &'static str) -> Option<Exhibit> {
        let of_chapter = chapter.figure(id).map(Exhibit::Of);
        of_chapter.or_else(|| parts::loose().map(|loose| Exhibit::Loose(id, loose)))
    }

    /// Its name, in file names too.
    pub fn id(&self) -> &'static str {
        match self {
            Exhibit::Of(spec) => spec.id,
            Exhibit::Loose(id, _) => id,
        }
    }

    /// Where it belongs and its name, in file names.
    fn named(&self, store: Store) -> [&'static str; 2] {
        match self {
            Exhibit::Of(spec) => [store.chapter.get_untracked().slug(), spec.id],
            Exhibit::Loose(_, loose) => [names::ANALYSIS, loose.name],
        }
    }

    /// How it was made, where it stands in no chapter.
    fn made(&self) -> String {
        match self {
            Exhibit::Of(_) => String::new(),
            Exhibit::Loose(_, loose) => loose.made.clone(),
        }
    }

    /// The figure.
    pub fn figure(&self, store: Store) -> Figure {
        match self {
            Exhibit::Of(spec) => store.context(|context| {
                let mut figure = (spec.make)(context);
                if let Some(ranges) = parts::hooked(store).1 {
                    (ranges.put)(&mut figure, context);
                }
                figure
            }),
            Exhibit::Loose(_, loose) => loose.figure.clone(),
        }
    }

    /// The address that shows it: in its chapter, or alone as the tool makes it.
    fn link(&self, store: Store) -> String {
        match self {
            Exhibit::Of(spec) => link(store, Some(spec.id)),
            Exhibit::Loose(id, loose) if TOOLS.contains(id) => {
                let wish = Wish {
                    figure: Some(id),
                    tool: loose.asks.clone(),
                    inputs: Vec::new(),
                    frozen: false,
                    lang: store.lang.get(),
                    ground: "system",
                };
                let fragment = embed::address(&wish, &store.scenario.read(), &store.view());
                format!("{}{fragment}", page())
            }
            Exhibit::Loose(..) => link(store, None),
        }
    }
}

/// A figure as it is now, and the address that shows it.
pub struct Taken {
    /// Its name.
    pub id: &'static str,
    /// Where it belongs and its name, in file names.
    pub named: [&'static str; 2],
    /// How it was made, where it stands in no chapter.
    pub made: String,
    /// The figure.
    pub figure: Figure,
    /// The address.
    pub link: String,
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
            id: exhibit.id(),
            named: exhibit.named(store),
            made: exhibit.made(),
            figure: exhibit.figure(store),
            link: exhibit.link(store),
        };
        untrack(|| Shown {
            figures: exhibits.iter().map(take).collect(),
            scenario: store.scenario.get(),
            about: about(store),
            reader: store.reader.get(),
        })
    }
}

/// The address of the report; of a copy on the reader's machine its name, for the way there is nobody else's.
fn page() -> String {
    let place = window().location().href().unwrap_or_default();
    let page = place.split('#').next().unwrap_or_default();
    match page.strip_prefix("file:") {
        Some(path) => path.rsplit('/').next().unwrap_or_default().to_owned(),
        None => page.to_owned(),
    }
}

/// The address that shows the present scenario, at a figure of the chapter.
fn link(store: Store, section: Option<&'static str>) -> String {
    let view = View {
        section,
        ..store.view()
    };
    format!("{}{}", page(), link::encode(&store.scenario.read(), &view))
}

/// Of which scenario the files are, with the address that shows it in the chapter.
pub fn about(store: Store) -> About {
    let pinned = store.pinned.read();
    let reference = pinned
        .as_ref()
        .map_or_else(String::new, |it| it.name.clone());
    let scenario = store.scenario.read();
    About {
        reference,
        ..About::of(
            &scenario,
            &name_of(&scenario, &shelf::kept(), store.lang.get()),
            &link(store, None),
            &store.reader.get(),
        )
    }
}
