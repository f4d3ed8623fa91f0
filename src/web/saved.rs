//! The scenarios that the browser keeps: save, rename, delete, import.

use leptos::prelude::*;
use web_sys::{Blob, Event, HtmlInputElement, KeyboardEvent};

use crate::i18n::bench as words;
use crate::text::Lang;
use crate::web::el::{El, button, el, say};
use crate::web::files;
use crate::web::scenarios::{Notice, Sheet, section};
use crate::web::shelf::{self, Problem};
use crate::web::wanted::Want;
use crate::whatif::pin;
use crate::whatif::reading::{Defect, Json};
use crate::whatif::saved::{Saved, put};

/// The list with its field for a new name and the way to import a file.
pub fn saved(sheet: Sheet) -> El {
    load(sheet);
    shelf::on_change(move || sheet.saved.set(shelf::load().saved));
    let none = el("p")
        .attr("class", "hint")
        .flag("hidden", move || !sheet.saved.read().is_empty())
        .words(say(words::NONE_SAVED));
    let entries = move || {
        let saved = sheet.saved.get().into_iter();
        saved.map(|saved| entry(sheet, saved)).collect()
    };
    section(words::SAVED, "saved").children([
        none,
        el("ul").attr("class", "scenario-list").part(entries),
        save_line(sheet),
        present(sheet),
        import(sheet),
    ])
}

/// Shows what is kept, and reports what could not be read.
fn load(sheet: Sheet) {
    let found = shelf::load();
    let lang = sheet.store.lang.get_untracked();
    let damage = shelf::told(&found.damage, lang);
    sheet.saved.set(found.saved);
    if let Some(aside) = found.aside {
        sheet.say(format!("{} {aside} ({damage})", words::SET_ASIDE.get(lang)));
    } else if let Some(problem) = found.problem {
        sheet.say(format!("{} {damage}", told(problem).get(lang)));
    }
}

const fn told(problem: Problem) -> crate::text::Text {
    match problem {
        Problem::Forbidden => words::NO_STORAGE,
        Problem::Full => words::STORAGE_FULL,
        Problem::InTheWay => words::NOT_SET_ASIDE,
    }
}

impl Sheet {
    /// Keeps a list of scenarios and says so, or says why it could not be kept.
    pub fn keep(self, saved: Vec<Saved>, notice: Notice) {
        let kept = match shelf::load().problem {
            Some(Problem::InTheWay) => Err(Problem::InTheWay),
            _ => shelf::keep(&saved),
        };
        match kept {
            Ok(()) => {
                self.saved.set(saved);
                self.notice.set(notice);
            }
            Err(problem) => self.say(untrack(|| self.store.say(told(problem))).to_owned()),
        }
    }

    /// Another window may have changed the list since it was shown.
    fn fresh(self) -> Vec<Saved> {
        shelf::load().saved
    }

    fn save(self) {
        let name = pin::tidy(&self.name.get_untracked());
        if name.is_empty() {
            self.say(untrack(|| self.store.say(words::NAME_MISSING)).to_owned());
            return;
        }
        let before = self.fresh();
        let replaced = before.iter().any(|saved| saved.name == name);
        let text = match (self.store.lang.get_untracked(), replaced) {
            (Lang::En, false) => format!("“{name}” saved."),
            (Lang::En, true) => format!("“{name}” saved in place of the one that had this name."),
            (Lang::Ja, false) => format!("「{name}」を保存した。"),
            (Lang::Ja, true) => format!("同じ名前のシナリオを置き換えて「{name}」を保存した。"),
        };
        let scenario = self.store.scenario.get_untracked();
        let notice = Notice {
            text,
            before: replaced.then(|| before.clone()),
            ..Notice::default()
        };
        self.keep(put(before, &name, scenario), notice);
    }

    fn delete(self, name: &str) {
        let before = self.fresh();
        let mut left = before.clone();
        left.retain(|saved| saved.name != name);
        let text = match self.store.lang.get_untracked() {
            Lang::En => format!("“{name}” deleted."),
            Lang::Ja => format!("「{name}」を削除した。"),
        };
        let notice = Notice {
            text,
            before: Some(before),
            ..Notice::default()
        };
        self.keep(left, notice);
    }

    fn rename(self, old: &str, typed: &str) {
        let (name, mut saved) = (pin::tidy(typed), self.fresh());
        if name.is_empty() || name == old {
            return;
        }
        let lang = self.store.lang.get_untracked();
        if saved.iter().any(|other| other.name == name) {
            self.say(match lang {
                Lang::En => format!("There is a scenario “{name}” already."),
                Lang::Ja => format!("「{name}」という名前はすでに使われている。"),
            });
            return;
        }
        for entry in saved.iter_mut().filter(|entry| entry.name == old) {
            entry.name.clone_from(&name);
        }
        let text = match lang {
            Lang::En => format!("“{old}” is now called “{name}”."),
            Lang::Ja => format!("「{old}」の名前を「{name}」に変更した。"),
        };
        self.keep(
            saved,
            Notice {
                text,
                ..Notice::default()
            },
        );
    }

    /// Applies the scenario of a file, or says what in it is not accepted.
    fn read(self, file: &str, text: &str) {
        let lang = self.store.lang.get_untracked();
        let read = Json::read(text).map_err(|error| vec![Defect::Broken(error)]);
        match read.and_then(|json| json.scenario()) {
            Ok(scenario) => {
                let name = file.trim_end_matches(".json");
                self.name.set(name.to_owned());
                self.apply(name.to_owned(), scenario);
            }
            Err(defects) => self.notice.set(Notice {
                text: format!("{}: {file}", words::NOT_READ.get(lang)),
                lines: defects.iter().map(|defect| defect.message(lang)).collect(),
                before: None,
            }),
        }
    }
}

fn entry(sheet: Sheet, saved: Saved) -> El {
    let Saved { name, scenario } = saved;
    let (called, deleted) = (name.clone(), name.clone());
    let renaming = RwSignal::new(false);
    let field = {
        let (old, shown) = (name.clone(), name.clone());
        let label = words::NEW_NAME;
        let take = move |event: Event| {
            renaming.set(false);
            sheet.rename(&old, &event_target_value(&event));
        };
        el("input")
            .attr("type", "text")
            .attr("maxlength", "60")
            .live("aria-label", say(label))
            .flag("hidden", move || !renaming.get())
            .value(move || shown.clone())
            .on("change", take)
    };
    let labelled = |label| {
        let name = name.clone();
        button("quiet")
            .live("aria-label", move || {
                format!("{}: {name}", sheet.store.say(label))
            })
            .words(say(label))
    };
    let rename = labelled(words::RENAME).on_click(move || renaming.update(|on| *on = !*on));
    let delete = labelled(words::DELETE).on_click(move || sheet.delete(&deleted));
    let line = pin::summary(&scenario, sheet.store.lang.get());
    el("li").children([
        el("h4").text(&name),
        field,
        el("p").text(line),
        sheet
            .actions(move || called.clone(), move || scenario)
            .children([rename, delete]),
    ])
}

/// The field for a name, and the button that saves under it.
fn save_line(sheet: Sheet) -> El {
    let field = el("input")
        .attr("type", "text")
        .attr("id", "scenario-name")
        .attr("maxlength", "60")
        .attr("autocomplete", "off")
        .value(move || sheet.name.get())
        .on("input", move |event: Event| {
            sheet.name.set(event_target_value(&event))
        })
        .on("keydown", move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                sheet.save();
            }
        });
    let save = button("quiet")
        .words(say(words::SAVE))
        .on_click(move || sheet.save());
    el("div").attr("class", "field-line").children([
        el("label")
            .attr("for", "scenario-name")
            .words(say(words::SAVE_AS)),
        field,
        save,
    ])
}

/// What can be done with the present scenario without naming it.
fn present(sheet: Sheet) -> El {
    let name = move || {
        let typed = pin::tidy(&sheet.name.get_untracked());
        match typed.is_empty() {
            true => untrack(|| sheet.store.say(words::PRESENT)).to_owned(),
            false => typed,
        }
    };
    let present = move || sheet.store.scenario.get_untracked();
    el("div").attr("class", "actions").children([
        button("quiet")
            .words(say(words::PIN_PRESENT))
            .on_click(move || sheet.pin(name(), present())),
        button("quiet")
            .words(say(words::EXPORT_PRESENT))
            .on_click(move || sheet.export(name(), present())),
        button("quiet")
            .words(say(words::TAKE_AWAY))
            .on_click(move || sheet.store.want(Want::Over(|overlays| overlays.export, ""))),
    ])
}

/// A file that the report or the command line has written.
fn import(sheet: Sheet) -> El {
    let take = move |event: Event| {
        let field: HtmlInputElement = event_target(&event);
        let Some(file) = field.files().and_then(|files| files.get(0)) else {
            return;
        };
        let name = file.name();
        leptos::task::spawn_local(async move {
            let blob: &Blob = &file;
            match files::text(blob).await {
                Ok(text) => untrack(|| sheet.read(&name, &text)),
                Err(error) => sheet.say(error),
            }
            // The same file can be chosen again.
            field.set_value("");
        });
    };
    let field = el("input")
        .attr("type", "file")
        .attr("id", "scenario-file")
        .attr("accept", ".json,application/json")
        .on("change", take);
    el("div").attr("class", "field-line").children([
        el("label")
            .attr("for", "scenario-file")
            .words(say(words::IMPORT)),
        field,
    ])
}
