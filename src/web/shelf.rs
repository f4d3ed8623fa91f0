//! The scenarios that the browser keeps for the reader.

use leptos::prelude::*;

use crate::text::Lang;
use crate::web::remembered::storage;
use crate::whatif::reading::Json;
use crate::whatif::saved::{self, Damage, Saved};

/// Where they are kept; what cannot be read is set aside under this name with a number behind it.
const KEY: &str = "industry2040.scenarios";

/// Why nothing is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The browser forbids it.
    Forbidden,
    /// There is no room.
    Full,
    /// What is there cannot be read, nor set aside: writing would lose it.
    InTheWay,
}

/// What was found.
pub struct Found {
    /// The scenarios that can be read.
    pub saved: Vec<Saved>,
    /// What could not be read.
    pub damage: Vec<Damage>,
    /// The name under which it was set aside.
    pub aside: Option<String>,
    /// Why nothing can be kept.
    pub problem: Option<Problem>,
}

/// What is kept and can be read; nothing is set aside.
pub fn kept() -> Vec<Saved> {
    let text = storage().and_then(|storage| storage.get_item(KEY).ok()?);
    let json = text.and_then(|text| Json::read(&text).ok());
    match json {
        Some(json) => saved::read(Some(&json)).0,
        None => Vec::new(),
    }
}

/// Reads what is kept; what is damaged is set aside first, whole.
pub fn load() -> Found {
    let mut found = Found {
        saved: Vec::new(),
        damage: Vec::new(),
        aside: None,
        problem: None,
    };
    let Some(storage) = storage() else {
        found.problem = Some(Problem::Forbidden);
        return found;
    };
    let Ok(Some(text)) = storage.get_item(KEY) else {
        return found;
    };
    (found.saved, found.damage) = saved::read(Json::read(&text).ok().as_ref());
    if found.damage.is_empty() {
        return found;
    }
    let mut names = (1..=99).map(|number| format!("{KEY}.aside-{number}"));
    let free = names.find(|name| matches!(storage.get_item(name), Ok(None)));
    found.aside = free.filter(|name| storage.set_item(name, &text).is_ok());
    match found.aside {
        Some(_) => {
            let _ = storage.set_item(KEY, &saved::write(&found.saved));
        }
        None => found.problem = Some(Problem::InTheWay),
    }
    found
}

/// Keeps the scenarios.
///
/// # Errors
///
/// Why nothing was kept.
pub fn keep(saved: &[Saved]) -> Result<(), Problem> {
    let storage = storage().ok_or(Problem::Forbidden)?;
    let written = storage.set_item(KEY, &saved::write(saved));
    written.map_err(|_| Problem::Full)
}

/// What is said of damage: each part of it.
pub fn told(damage: &[Damage], lang: Lang) -> String {
    let said: Vec<_> = damage.iter().map(|damage| damage.message(lang)).collect();
    said.join(match lang {
        Lang::En => "; ",
        Lang::Ja => "／",
    })
}

/// Calls when another window of the browser changes what is kept.
pub fn on_change(act: impl Fn() + 'static) {
    let listener = gloo::events::EventListener::new(&window(), "storage", move |_| act());
    StoredValue::new_local(listener);
}
