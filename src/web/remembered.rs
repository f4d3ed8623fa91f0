//! What the browser remembers of this reader: language, colours, and whether keys undo.

use leptos::prelude::window;
use web_sys::Storage;

use crate::render::theme::Theme;
use crate::text::Lang;
use crate::web::store::ThemeChoice;

const LANG_KEY: &str = "industry2040.lang";
const THEME_KEY: &str = "industry2040.theme";

/// `off` where the reader has switched off the keys for undo and redo.
pub const SHORTCUTS_KEY: &str = "industry2040.shortcuts";

/// Whether the keys for undo and redo are on, which the reader may switch off.
pub fn has_shortcuts() -> bool {
    let remembered = storage().and_then(|storage| storage.get_item(SHORTCUTS_KEY).ok().flatten());
    remembered.as_deref() != Some("off")
}

/// The language of this reader: remembered, else the browser's, else English.
pub fn first_lang() -> Lang {
    let remembered = storage().and_then(|storage| storage.get_item(LANG_KEY).ok().flatten());
    remembered
        .as_deref()
        .and_then(Lang::from_code)
        .or_else(|| {
            let languages = window().navigator().languages();
            languages
                .iter()
                .filter_map(|code| code.as_string())
                .find_map(|code| Lang::from_code(&code))
        })
        .unwrap_or_default()
}

/// Remembers the language, where the browser allows it.
pub fn keep_lang(lang: Lang) {
    keep(LANG_KEY, lang.code());
}

/// The colours that this reader chose.
pub fn first_theme() -> ThemeChoice {
    let remembered = storage().and_then(|storage| storage.get_item(THEME_KEY).ok().flatten());
    theme_from_code(remembered.as_deref().unwrap_or_default())
}

/// Remembers the colours, where the browser allows it.
pub fn keep_theme(choice: ThemeChoice) {
    keep(THEME_KEY, theme_code(choice));
}

/// The code of a choice of colours.
pub fn theme_code(choice: ThemeChoice) -> &'static str {
    match choice {
        ThemeChoice::System => "system",
        ThemeChoice::Fixed(Theme::Light) => "light",
        ThemeChoice::Fixed(Theme::Dark) => "dark",
    }
}

/// The choice of a code; anything unknown follows the device.
pub fn theme_from_code(code: &str) -> ThemeChoice {
    match code {
        "light" => ThemeChoice::Fixed(Theme::Light),
        "dark" => ThemeChoice::Fixed(Theme::Dark),
        _ => ThemeChoice::System,
    }
}

/// A page in a sandbox has no storage; then nothing is remembered.
pub fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// Remembers a setting, where the browser allows it.
pub fn keep(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}
