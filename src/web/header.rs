//! The head of the page: name, language, currency, colours.

use leptos::prelude::*;

use crate::i18n::number::{self, Currency};
use crate::i18n::ui;
use crate::render::theme::Theme;
use crate::text::Lang;
use crate::web::address;
use crate::web::part::{flag, on, say, words};
use crate::web::store::{ThemeChoice, use_store};

/// Name and switches.
#[component]
pub fn Header() -> impl IntoView {
    let store = use_store();
    view! {
        <header class="header">
            <p class="brand">
                <strong>{say(ui::TITLE)}</strong>
                <span>{say(ui::TAGLINE)}</span>
            </p>
            <div class="switches">
                <Languages />
                <Currencies />
                <Themes />
                <button
                    type="button"
                    class="quiet open-panel"
                    aria-expanded=words(move || store.panel_open.get().to_string())
                    aria-controls="assumptions"
                    on:click=on(move |_: leptos::ev::MouseEvent| store.panel_open.update(|open| *open = !*open))
                >
                    {say(ui::ASSUMPTIONS)}
                </button>
            </div>
        </header>
    }
}

#[component]
fn Languages() -> impl IntoView {
    let store = use_store();
    let button = |lang: Lang| {
        let name = match lang {
            Lang::En => "English",
            Lang::Ja => "日本語",
        };
        view! {
            <button
                type="button"
                lang=lang.code()
                aria-pressed=words(move || (store.lang.get() == lang).to_string())
                on:click=on(move |_: leptos::ev::MouseEvent| {
                    store.lang.set(lang);
                    address::remember_lang(lang);
                    store.commit();
                })
            >
                {name}
            </button>
        }
    };
    view! {
        <div class="switch" role="group" aria-label=say(ui::LANGUAGE)>
            {Lang::ALL.map(button).into_iter().collect::<Vec<_>>()}
        </div>
    }
}

#[component]
fn Currencies() -> impl IntoView {
    let store = use_store();
    let button = |currency: Currency| {
        view! {
            <button
                type="button"
                aria-pressed=words(move || (store.currency.get() == currency).to_string())
                on:click=on(move |_: leptos::ev::MouseEvent| {
                    store.currency.set(currency);
                    store.commit();
                })
            >
                {say(currency.label())}
            </button>
        }
    };
    let rate = move || {
        let rate = number::plain(store.reader.get().jpy_per_usd, 0);
        match store.lang.get() {
            Lang::En => format!("at {rate} yen to the dollar"),
            Lang::Ja => format!("1ドル＝{rate}円"),
        }
    };
    view! {
        <div class="switch" role="group" aria-label=say(ui::CURRENCY)>
            {Currency::ALL.map(button).into_iter().collect::<Vec<_>>()}
            <span class="rate" hidden=flag(move || store.currency.get() == Currency::Usd)>{words(rate)}</span>
        </div>
    }
}

#[component]
fn Themes() -> impl IntoView {
    let store = use_store();
    let choices = [
        (ThemeChoice::System, ui::THEME_SYSTEM),
        (ThemeChoice::Fixed(Theme::Light), ui::THEME_LIGHT),
        (ThemeChoice::Fixed(Theme::Dark), ui::THEME_DARK),
    ];
    let options: Vec<_> = choices
        .into_iter()
        .map(|(choice, name)| {
            view! {
                <option value=address::theme_code(choice) selected=move || store.theme_choice.get() == choice>
                    {say(name)}
                </option>
            }
        })
        .collect();
    let choose = move |event: leptos::ev::Event| {
        let choice = address::theme_from_code(&event_target_value(&event));
        store.theme_choice.set(choice);
        address::remember_theme(choice);
    };
    view! {
        <label class="theme">
            <span>{say(ui::THEME)}</span>
            <select on:change=on(choose)>{options}</select>
        </label>
    }
}
