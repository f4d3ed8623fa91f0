//! The dialog that puts a figure into another page: what it shows, and the lines to copy.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use crate::analysis::tool::Tool;
use crate::choice;
use crate::embed::{self, Ground, Wish};
use crate::i18n::ui;
use crate::scenario::ParamId;
use crate::text::{Lang, Text};
use crate::web::el::{El, button, el, say};
use crate::web::files;
use crate::web::focus;
use crate::web::hosting::{is_public, public_address};
use crate::web::over;
use crate::web::parts;
use crate::web::store::Store;

const TITLE: Text = Text::new("Embed in another page", "他のページに埋め込む");
const WHAT: Text = Text::new("What is shown", "表示するもの");
const FIGURE: Text = Text::new("this figure", "この図");
const CHAPTER: Text = Text::new("the whole chapter", "章全体");
const STATE: Text = Text::new("Values", "数値");
const LIVE: Text = Text::new(
    "live: the model runs in the page, from the present inputs on",
    "ライブ：現在の前提から始め、ページ内でモデルを動かす",
);
const FROZEN: Text = Text::new(
    "frozen: the values of today stay, with every input and the version of the models in the link",
    "固定：全前提とモデルのバージョンをリンクに含め、現在の数値を保つ",
);
const INPUTS: Text = Text::new("Inputs beside the figure", "図に添える前提");
const SNIPPET: Text = Text::new("HTML for the page", "ページに貼るHTML");
const LINK: Text = Text::new("Link alone", "リンクのみ");
const SCRIPT: Text = Text::new(
    "Once a page: fits the height, passes keys on, sets inputs",
    "ページに一度だけ：高さの調整、キーの受け渡し、前提の設定",
);
const FROM_DISK: Text = Text::new(
    "This copy of the report is opened from disk, where no other page can reach it. Embedding needs a copy on a web server: give its address, and the lines to copy follow.",
    "このレポートはディスク上のファイルとして開かれており、他のページからは参照できない。埋め込みにはウェブサーバー上のコピーが必要で、そのアドレスを入力すると、貼り付けるHTMLとリンクを表示する。",
);
const HOSTED: Text = Text::new("Address of the hosted copy", "公開したレポートのアドレス");
const COPY: Text = Text::new("Copy", "コピー");
const COPIED: Text = Text::new("Copied.", "コピーした。");
const REFUSED: Text = Text::new(
    "The browser refused the clipboard. The text is selected: copy it with Ctrl+C or ⌘C.",
    "ブラウザがクリップボードの使用を拒んだ。選択済みの文字列をCtrl+Cまたは⌘Cでコピーできる。",
);

/// Heights that fit nowhere are taken for this one.
const USUAL_HEIGHT: u32 = 640;
/// Rows of inputs and the link back, in CSS pixels.
const FOOT: u32 = 60;

/// The dialog for a figure.
pub fn dialog(store: Store) -> Vec<El> {
    let Some(figure) = store.over_figure.get_untracked() else {
        return Vec::new();
    };
    let tool_figure = parts::tool_figure().filter(|_| Tool::find(figure).is_some());
    let wish = RwSignal::new(Wish {
        figure: Some(figure),
        tool: tool_figure.map_or_else(String::new, |tool_figure| tool_figure.asks.clone()),
        inputs: Vec::new(),
        frozen: false,
        lang: store.lang.get_untracked(),
        ground: "system",
    });
    let said = RwSignal::new(String::new());
    let hosted = RwSignal::new(public_address().unwrap_or_default());
    let status = el("p")
        .attr("role", "status")
        .attr("class", "share-said")
        .words(move || said.get());
    let dialog = over::dialog(store, "explain share", "share-title", TITLE)
        .children(questions(store, figure, wish))
        .children(from_disk(hosted))
        .children(lines(store, wish, hosted, said))
        .child(status);
    vec![dialog]
}

/// What can be copied: the snippet, the link and the script, for a report at the address in `hosted`.
fn lines(
    store: Store,
    wish: RwSignal<Wish>,
    hosted: RwSignal<String>,
    said: RwSignal<String>,
) -> [El; 3] {
    let is_hosted = move || is_public(&hosted.read());
    let link = move || {
        let fragment = embed::address(&wish.read(), &store.scenario.read(), &store.view());
        format!("{}{fragment}", hosted.read())
    };
    let title = move || {
        let chapter = store.chapter.get().title().get(wish.read().lang);
        format!("industry2040: {chapter}")
    };
    let snippet = move || {
        let figure = wish.read().figure.unwrap_or_default();
        embed::snippet(&link(), &title(), height(figure))
    };
    let script = move || {
        let hosted = hosted.read();
        let folder = hosted.rsplit_once('/').map_or("", |(folder, _)| folder);
        embed::script(&format!("{folder}/"))
    };
    [
        line(store, SNIPPET, "share-html", snippet, said).flag("hidden", move || !is_hosted()),
        line(store, LINK, "share-link", link, said).flag("hidden", move || !is_hosted()),
        // The report as one file has no script beside it.
        line(store, SCRIPT, "share-script", script, said)
            .flag("hidden", || public_address().is_none()),
    ]
}

/// A report opened from disk asks where it is hosted: a page cannot embed what only this machine has.
fn from_disk(hosted: RwSignal<String>) -> Vec<El> {
    if public_address().is_some() {
        return Vec::new();
    }
    let given = move |event: Event| {
        let address = event_target_value(&event);
        let page = address.split(['#', '?']).next().unwrap_or_default();
        hosted.set(page.trim().to_owned());
    };
    let field = el("input")
        .attr("type", "url")
        .attr("id", "share-hosted")
        .attr("placeholder", "https://")
        .on("input", given);
    let label = el("label").attr("for", "share-hosted").words(say(HOSTED));
    let why = el("p").attr("class", "hint").words(say(FROM_DISK));
    vec![
        el("div")
            .attr("class", "share-line")
            .children([why, label, field]),
    ]
}

/// The height of the figure on the page, with room for the link back.
fn height(figure: &str) -> u32 {
    let found = document().get_element_by_id(figure);
    let height = found.map_or(0.0, |found| found.get_bounding_client_rect().height());
    match height > 0.0 {
        true => height as u32 + FOOT,
        false => USUAL_HEIGHT,
    }
}

fn questions(store: Store, figure: &'static str, wish: RwSignal<Wish>) -> Vec<El> {
    let whole = move || wish.read().figure.is_none();
    let frozen = move || wish.read().frozen;
    let is_tool = Tool::find(figure).is_some();
    let what = [(FIGURE, Some(figure)), (CHAPTER, None)].map(|(words, shown)| {
        radio(
            "share-what",
            words,
            move || whole() == shown.is_none(),
            move || {
                wish.update(|wish| wish.figure = shown);
            },
        )
    });
    let state = [(LIVE, false), (FROZEN, true)].map(|(words, held)| {
        radio(
            "share-state",
            words,
            move || frozen() == held,
            move || {
                wish.update(|wish| wish.frozen = held);
            },
        )
    });
    vec![
        group(WHAT).children(what),
        group(STATE).children(state),
        group(INPUTS)
            .flag("hidden", move || frozen() || is_tool)
            .children(
                offered(store, figure)
                    .into_iter()
                    .map(|param| chosen(param, wish)),
            ),
        el("div")
            .attr("class", "share-row")
            .children([languages(wish), grounds(wish)]),
    ]
}

/// The inputs at the figure on the page.
fn offered(store: Store, figure: &str) -> Vec<ParamId> {
    let shown = store.shown.get_untracked();
    let spec = shown.and_then(|(_, chapter)| chapter.figure(figure));
    let ids = spec.map_or(&[][..], |spec| spec.inputs);
    ids.iter().filter_map(|id| ParamId::find(id)).collect()
}

fn group(words: Text) -> El {
    el("fieldset").child(el("legend").words(say(words)))
}

fn radio(
    name: &'static str,
    words: Text,
    on: impl Fn() -> bool + Send + 'static,
    choose: impl Fn() + 'static,
) -> El {
    let button = el("input").attr("type", "radio").attr("name", name);
    let button = button.checked(on).on("change", move |_: Event| choose());
    el("label")
        .attr("class", "check")
        .child(button)
        .words(say(words))
}

fn chosen(param: ParamId, wish: RwSignal<Wish>) -> El {
    let toggle = move |event: Event| {
        let on = event_target_checked(&event);
        wish.update(|wish| {
            wish.inputs.retain(|other| *other != param);
            if on {
                wish.inputs.push(param);
            }
        });
    };
    let tick = el("input").attr("type", "checkbox").on("change", toggle);
    el("label")
        .attr("class", "check")
        .child(tick)
        .words(say(choice::label(param)))
}

fn languages(wish: RwSignal<Wish>) -> El {
    let options = Lang::ALL.map(|lang| {
        let name = match lang {
            Lang::En => "English",
            Lang::Ja => "日本語",
        };
        el("option")
            .attr("value", lang.code())
            .attr("lang", lang.code())
            .flag("selected", move || wish.read().lang == lang)
            .text(name)
    });
    let choose = move |event: Event| {
        if let Some(lang) = Lang::from_code(&event_target_value(&event)) {
            wish.update(|wish| wish.lang = lang);
        }
    };
    let select = el("select").children(options).on("change", choose);
    el("label")
        .attr("class", "check")
        .words(say(ui::LANGUAGE))
        .child(select)
}

fn grounds(wish: RwSignal<Wish>) -> El {
    let options =
        Ground::ALL.map(|(code, _, name)| el("option").attr("value", code).words(say(name)));
    let choose = move |event: Event| {
        let code = event_target_value(&event);
        if let Some(code) = embed::grounds().find(|known| *known == code) {
            wish.update(|wish| wish.ground = code);
        }
    };
    let select = el("select").children(options).on("change", choose);
    el("label")
        .attr("class", "check")
        .words(say(ui::THEME))
        .child(select)
}

/// A line to copy: a field, since what the clipboard refuses can be copied from there.
fn line(
    store: Store,
    words: Text,
    id: &'static str,
    text: impl Fn() -> String + Copy + 'static,
    said: RwSignal<String>,
) -> El {
    let field = el("input")
        .attr("type", "text")
        .attr("id", id)
        .attr("readonly", "")
        .value(text);
    let label = el("label").attr("for", id).words(say(words));
    let copy = button("quiet")
        .live("aria-label", move || {
            format!("{}: {}", store.say(COPY), store.say(words))
        })
        .on_click(move || copy(store, untrack(text), id, said))
        .words(say(COPY));
    el("div")
        .attr("class", "share-line")
        .children([label, field, copy])
}

/// Puts text on the clipboard; where the browser refuses, selects its field instead.
fn copy(store: Store, text: String, field: &'static str, said: RwSignal<String>) {
    said.set(String::new());
    spawn_local(async move {
        let done = files::copy(&text).await;
        if !done {
            focus::first(&format!("#{field}"));
            let found = document().get_element_by_id(field);
            if let Some(field) = found.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
                field.select();
            }
        }
        let words = if done { COPIED } else { REFUSED };
        said.set(untrack(|| store.say(words)).to_owned());
    });
}
