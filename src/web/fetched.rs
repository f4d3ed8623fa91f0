//! Files that the page fetches on demand, each once; `xtask/web/fetched.js` lists their names in index.html.

use std::cell::RefCell;

use js_sys::{JSON, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// How far a file has come.
#[derive(Clone)]
pub enum State {
    /// Nobody has asked for it.
    Idle,
    /// On its way.
    Loading,
    /// Not to be had; what was wrong.
    Failed(Failure),
    /// There, as the value that its JSON says.
    Here(JsValue),
}

/// Why a file did not come.
#[derive(Clone, Copy)]
pub enum Failure {
    /// The server could not be reached.
    Unreachable,
    /// It answered with this status.
    Refused(u16),
    /// What it sent is no JSON.
    Unreadable,
}

/// A file of the page, wherever it is used.
#[derive(Clone)]
pub struct File {
    name: &'static str,
    state: ArcRwSignal<State>,
}

thread_local! {
    /// They outlive the chapters that ask for them: coming back to a chapter loads nothing again.
    static FILES: RefCell<Vec<File>> = const { RefCell::new(Vec::new()) };
}

/// The file of this name.
pub fn file(name: &'static str) -> File {
    FILES.with_borrow_mut(|files| {
        if let Some(file) = files.iter().find(|file| file.name == name) {
            return file.clone();
        }
        let state = ArcRwSignal::new(State::Idle);
        files.push(File { name, state });
        files[files.len() - 1].clone()
    })
}

impl File {
    /// How far it has come.
    pub fn state(&self) -> State {
        self.state.get()
    }

    /// Fetches it, unless it is there or on its way.
    pub fn load(&self) {
        let needed = matches!(self.state.get_untracked(), State::Idle | State::Failed(_));
        if needed {
            self.state.set(State::Loading);
            let (name, state) = (self.name, self.state.clone());
            spawn_local(async move {
                state.set(match fetch(name).await {
                    Ok(value) => State::Here(value),
                    Err(failure) => State::Failed(failure),
                });
            });
        }
    }
}

async fn fetch(name: &str) -> Result<JsValue, Failure> {
    let asked = window().fetch_with_str(&address(name));
    let response = JsFuture::from(asked).await;
    let response: Response = response.map_err(|_| Failure::Unreachable)?.unchecked_into();
    if !response.ok() {
        return Err(Failure::Refused(response.status()));
    }
    let json = response.json().map_err(|_| Failure::Unreadable)?;
    JsFuture::from(json).await.map_err(|_| Failure::Unreadable)
}

/// The name under which the build has put a file; its plain name where the build says nothing.
fn address(name: &str) -> String {
    let list = document()
        .get_element_by_id("fetched")
        .and_then(|list| list.text_content())
        .and_then(|list| JSON::parse(&list).ok());
    let hashed = list.and_then(|list| Reflect::get(&list, &name.into()).ok());
    hashed
        .and_then(|hashed| hashed.as_string())
        .unwrap_or_else(|| name.to_owned())
}
