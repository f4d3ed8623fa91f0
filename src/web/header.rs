//! The head of the page: name, language, currency, colours.

use leptos::prelude::*;

use crate::i18n::number::{self, Currency};
use crate::i18n::ui;
use crate::render::theme::Theme;
use crate::text::{Lang, Text};
use crate::web::el::{El, button, el, say};
use crate::web::remembered;
use crate::web::store::{ThemeChoice, use_store};

/// Name and switches.
pub fn header() -> El {
    let store = use_store();
    let brand = el("p")
        .attr("class", "brand")
        .child(el("strong").words(say(ui::TITLE)))
        .child(el("span").words(say(ui::TAGLINE)));
    let open_panel = button("quiet open-panel")
        .attr("aria-controls", "assumptions")
        .live("aria-expanded", move || store.panel_open.get().to_string())
        .on_click(move || store.panel_open.update(|open| *open = !*open))
        .words(say(ui::ASSUMPTIONS));
    let switches = el("div").attr("class", "switches").children([
        languages(),
        currencies(),
        themes(),
        open_panel,
    ]);
    el("header")
        .attr("class", "header")
        .child(brand)
        .child(switches)
}

fn switch(label: Text, options: impl IntoIterator<Item = El>) -> El {
    el("div")
        .attr("class", "switch")
        .attr("role", "group")
        .live("aria-label", say(label))
        .children(options)
}

fn languages() -> El {
    let store = use_store();
    let option = |lang: Lang| {
        let name = match lang {
            Lang::En => "English",
            Lang::Ja => "日本語",
        };
        let choose = move || {
            store.lang.set(lang);
            remembered::keep_lang(lang);
            store.commit();
        };
        button("")
            .attr("lang", lang.code())
            .live("aria-pressed", move || {
                (store.lang.get() == lang).to_string()
            })
            .on_click(choose)
            .text(name)
    };
    switch(ui::LANGUAGE, Lang::ALL.map(option))
}

fn currencies() -> El {
    let store = use_store();
    let option = |currency: Currency| {
        let choose = move || {
            store.currency.set(currency);
            store.commit();
        };
        button("")
            .live("aria-pressed", move || {
                (store.currency.get() == currency).to_string()
            })
            .on_click(choose)
            .words(say(currency.label()))
    };
    let rate = move || {
        let rate = number::plain(store.reader.get().jpy_per_usd, 0);
        match store.lang.get() {
            Lang::En => format!("at {rate} yen to the dollar"),
            Lang::Ja => format!("1ドル＝{rate}円"),
        }
    };
    let rate = el("span")
        .attr("class", "rate")
        .flag("hidden", move || store.currency.get() == Currency::Native)
        .words(rate);
    switch(ui::CURRENCY, Currency::ALL.map(option)).child(rate)
}

fn themes() -> El {
    let store = use_store();
    let choices = [
        (ThemeChoice::System, ui::THEME_SYSTEM),
        (ThemeChoice::Fixed(Theme::Light), ui::THEME_LIGHT),
        (ThemeChoice::Fixed(Theme::Dark), ui::THEME_DARK),
    ];
    let options = choices.map(|(choice, name)| {
        el("option")
            .attr("value", remembered::theme_code(choice))
            .flag("selected", move || store.theme_choice.get() == choice)
            .words(say(name))
    });
    let choose = move |event: web_sys::Event| {
        let choice = remembered::theme_from_code(&event_target_value(&event));
        store.theme_choice.set(choice);
        remembered::keep_theme(choice);
    };
    el("label")
        .attr("class", "theme")
        .child(el("span").words(say(ui::THEME)))
        .child(el("select").on("change", choose).children(options))
}
