//! Files that the page fetches on demand, each once; `xtask/web/fetched.js` lists their names in index.html.

use std::cell::RefCell;
use std::rc::Rc;

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
    state: Rc<RefCell<State>>,
    /// Flips with every change of the state: signals of a type of their own would make the module larger.
    changed: ArcRwSignal<bool>,
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
        let file = File {
            name,
            state: Rc::new(RefCell::new(State::Idle)),
            changed: ArcRwSignal::new(false),
        };
        files.push(file.clone());
        file
    })
}

impl File {
    /// How far it has come.
    pub fn state(&self) -> State {
        self.changed.track();
        self.state.borrow().clone()
    }

    fn set(&self, state: State) {
        self.state.replace(state);
        self.changed.update(|changed| *changed = !*changed);
    }

    /// Fetches it, unless it is there or on its way.
    pub fn load(&self) {
        if matches!(*self.state.borrow(), State::Loading | State::Here(_)) {
            return;
        }
        self.set(State::Loading);
        let file = self.clone();
        spawn_local(async move {
            let fetched = fetch(file.name).await;
            file.set(fetched.map_or_else(State::Failed, State::Here));
        });
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
pub fn address(name: &str) -> String {
    let list = document()
        .get_element_by_id("fetched")
        .and_then(|list| list.text_content())
        .and_then(|list| JSON::parse(&list).ok());
    let hashed = list.and_then(|list| Reflect::get(&list, &name.into()).ok());
    hashed
        .and_then(|hashed| hashed.as_string())
        .unwrap_or_else(|| name.to_owned())
}
