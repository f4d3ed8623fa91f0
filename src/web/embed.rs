//! An embed: one figure or a whole chapter without the page around it, with a link back.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::chapters::Chapter;
use crate::embed::{self, Embed, Ground, Shows, version_notice};
use crate::i18n::ui;
use crate::render::theme::Theme;
use crate::scenario::ParamId;
use crate::text::{Lang, Text};
use crate::web::el::{El, Node, el, say};
use crate::web::figure::{PRESENT, Setting, figure_in, key_inputs};
use crate::web::parts::{self, Tools};
use crate::web::store::{Shown, Store, ThemeChoice};
use crate::web::{messages, prose};

const OPEN: Text = Text::new(
    "industry2040 – open in the report",
    "industry2040 – レポートで開く",
);
const STRANGE: Text = Text::new(
    "Part of this embed could not be read",
    "埋め込みの一部を読み取れなかった",
);

/// What stands in place of the page.
pub fn embed(store: Store) -> Vec<El> {
    let asked = Memo::new(move |_| {
        let (_, chapter) = store.shown.get()?;
        Some(store.embed.with(|asks| embed::read(chapter, asks)))
    });
    // Another ground repaints what is there, all else makes it anew.
    let content = Memo::new(move |_| {
        let embed = asked.get()?;
        Some(Embed {
            ground: Ground::Device,
            ..embed
        })
    });
    stand_on(store, asked);
    let node = Node::new();
    messages::start(store, content, node);
    let frozen = move || content.with(|embed| embed.as_ref().is_some_and(|it| it.frozen.is_some()));
    let main = el("main")
        .attr("class", "embed")
        .flag("data-frozen", frozen)
        .node(node)
        .part(move || {
            let (shown, embed) = (store.shown.get(), content.get());
            match (shown, embed) {
                (Some(shown), Some(embed)) => untrack(|| contents(store, shown, embed)),
                _ => Vec::new(),
            }
        });
    vec![main]
}

/// Colours as the link or the host asks; without paper the host's page shows through.
fn stand_on(store: Store, asked: Memo<Option<Embed>>) {
    Effect::new(move |_| {
        let Some(embed) = asked.get() else { return };
        store.theme_choice.set(match embed.ground.theme() {
            Some(theme) => ThemeChoice::Fixed(theme),
            None => ThemeChoice::System,
        });
        if let Some(root) = document().document_element() {
            let clear = match embed.ground {
                Ground::Clear(Theme::Dark) => "dark",
                Ground::Clear(Theme::Light) => "light",
                _ => "",
            };
            let _ = root.set_attribute("data-clear", clear);
        }
    });
}

fn contents(store: Store, shown: Shown, embed: Embed) -> Vec<El> {
    let asked = embed.clone();
    let Embed {
        shows,
        inputs,
        frozen,
        refusals,
        ..
    } = embed;
    let mut parts = Vec::new();
    let line = |class, words: Box<dyn Fn() -> String>| {
        el("p")
            .attr("class", class)
            .attr("role", "status")
            .words(words)
    };
    if !refusals.is_empty() {
        parts.push(line(
            "issues",
            Box::new(move || {
                let lang = store.lang.get();
                let messages: Vec<_> = refusals.iter().map(|it| it.message(lang)).collect();
                let mark = if lang == Lang::En { ": " } else { "。" };
                format!("{}{mark}{}", store.say(STRANGE), messages.join(" · "))
            }),
        ));
    }
    if version_notice(frozen.as_deref(), Lang::En).is_some() {
        parts.push(line(
            "frozen",
            Box::new(move || {
                version_notice(frozen.as_deref(), store.lang.get()).unwrap_or_default()
            }),
        ));
    }
    parts.extend(match shows {
        Shows::Figure(id) => figure(shown.1, id, inputs),
        Shows::Chapter => {
            let group = key_inputs(&inputs, "embed");
            group.into_iter().chain([prose::chapter(shown)]).collect()
        }
        Shows::Tool(_) => vec![tool(store, asked)],
        Shows::Nothing => vec![el("h1").words(say(ui::TITLE))],
    });
    let back = el("a")
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .live("href", move || report(store, shows))
        .words(say(OPEN));
    parts.push(el("p").attr("class", "embed-foot").child(back));
    parts
}

/// A tool of analysis, once it has arrived.
fn tool(store: Store, asked: Embed) -> El {
    let arrived = RwSignal::new(None::<&'static Tools>);
    spawn_local(async move {
        let part = parts::tools().await;
        store.missing.set(part.is_err());
        arrived.set(part.ok());
    });
    el("div").attr("class", "tool").part(move || {
        let tools = arrived.get();
        tools.map_or_else(Vec::new, |tools| untrack(|| (tools.alone)(store, &asked)))
    })
}

fn figure(chapter: &'static Chapter, id: &'static str, inputs: Vec<ParamId>) -> Vec<El> {
    let spec = chapter.figure(id);
    let setting = |place| Setting {
        place,
        heading: "h1",
        inputs,
        tools: &[PRESENT],
    };
    spec.map(|spec| figure_in(spec, setting(spec.id)))
        .into_iter()
        .collect()
}

/// The link of the report that shows the same.
pub fn report(store: Store, shows: Shows) -> String {
    let view = store.view();
    embed::report_link(view.chapter, shows, &store.scenario.read(), &view)
}
