//! One input: name, origin, value, slider, steps, reset, guidance.

use leptos::prelude::*;
use web_sys::{Event, HtmlInputElement};

use crate::choice;
use crate::explain::Subject;
use crate::formula::{param_typed, param_value, typed_unit};
use crate::i18n::{number, ui};
use crate::link::{accepted_range, not_accepted, quoted};
use crate::scenario::ParamId;
use crate::text::Lang;
use crate::web::el::{El, button, el, follow, say};
use crate::web::focus;
use crate::web::input_parts::{guidance, sides, slider};
use crate::web::store::{Store, use_store};

/// What is said of a typed text; signals of a type of their own would make the module larger.
#[derive(Clone, Copy)]
struct Message {
    words: RwSignal<Option<String>>,
    /// The value that was taken in place of the one typed; no number where the text was refused.
    taken: RwSignal<f64>,
}

impl Message {
    fn is_refusal(self) -> bool {
        self.words.read().is_some() && self.taken.get().is_nan()
    }
}

/// The control of a parameter. `place` tells apart several controls of the same parameter on a page.
pub fn input(param: ParamId, place: &'static str, compact: bool) -> El {
    let store = use_store();
    let row = param.row();
    let id = format!("{place}-{}", row.id.replace('.', "-"));
    let label = format!("{id}-label");
    let value = store.input(param);
    let changed = move || value.get() != row.default;
    let message = Message {
        words: RwSignal::new(None),
        taken: RwSignal::new(f64::NAN),
    };
    let name = el("span")
        .attr("class", "input-name")
        .attr("id", label.as_str())
        .words(say(choice::label(param)));
    let head = el("div")
        .attr("class", "input-head")
        .children([name, origin_mark(param)]);
    let (head, controls) = match choice::choice(param) {
        Some(choice) => (head, vec![sides(param, choice, value, &label)]),
        None => {
            let unit = el("span")
                .attr("class", "unit")
                .words(move || unit_label(store, param, compact));
            let controls = vec![
                step_button(param, value, false),
                slider(param, value, &label),
                step_button(param, value, true),
            ];
            let field = value_field(param, value, message, &label)
                .attr("aria-describedby", format!("{id}-range {id}-error"));
            // Heard of the field: what it accepts, in which unit.
            let range = el("span")
                .attr("id", format!("{id}-range"))
                .attr("hidden", "")
                .words(move || {
                    let lang = store.lang.get();
                    accepted_range(param, typed_unit(param, lang), lang)
                });
            (head.children([field, unit, range]), controls)
        }
    };
    let controls = el("div")
        .attr("class", "input-row")
        .children(controls)
        .child(reset_button(param, changed, format!("#{id} {CONTROL}")));
    let warning = el("p")
        .attr("class", "message")
        .attr("id", format!("{id}-error"))
        .attr("role", "alert")
        .flag("hidden", move || message.words.read().is_none())
        .words(move || message.words.get().unwrap_or_default());
    el("div")
        .attr("class", if compact { "input compact" } else { "input" })
        .attr("id", id)
        .attr("data-param", row.id)
        .flag("data-changed", changed)
        .children([head, controls, warning])
        .child(store.warnings(Some(param)))
        .children((!compact).then(|| guidance(param)))
}

/// Bytes of a unit that leave too little room for the name; the line of guidance has it in full.
const LONG_UNIT: usize = 10;

/// The unit behind the field; where room is short, percentages are just that.
fn unit_label(store: Store, param: ParamId, compact: bool) -> String {
    let unit = param.row().unit;
    let full = typed_unit(param, store.lang.get()).1;
    if unit.is_percentage() && (compact || full.len() > LONG_UNIT) {
        "%".to_owned()
    } else {
        full.to_owned()
    }
}

/// A sign for where the default comes from; pressing it tells more.
fn origin_mark(param: ParamId) -> El {
    let store = use_store();
    let origin = param.row().origin;
    let label = move || {
        let name = store.say(choice::label(param));
        format!(
            "{name}: {} {}",
            store.say(ui::ORIGIN),
            store.say(origin.label())
        )
    };
    button("origin")
        .live("aria-label", label)
        .live("title", label)
        .on_click(move || store.explain(Subject::Param(param)))
        .text(origin.mark())
}

/// The number as text: taken on Enter or when the field is left, refused with a message that keeps what was typed.
fn value_field(param: ParamId, value: RwSignal<f64>, message: Message, label: &str) -> El {
    let store = use_store();
    let shown = move |value: f64| param_typed(param, value, store.lang.get());
    let take = move |event: Event| {
        let field: HtmlInputElement = event_target(&event);
        take_typed(store, param, &field.value(), message);
        if !untrack(|| message.is_refusal()) {
            // The text may be the present value in another form, which sets nothing and so would not be rewritten.
            field.set_value(&shown(value.get_untracked()));
        }
    };
    // A value from elsewhere replaces what was typed and its message.
    follow(Box::new(move || {
        let now = value.get();
        if message.words.read_untracked().is_some() && message.taken.get_untracked() != now {
            message.words.set(None);
        }
    }));
    el("input")
        .attr("type", "text")
        .attr("class", "value-field")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("aria-labelledby", label)
        .live("aria-invalid", move || message.is_refusal().to_string())
        .value(move || shown(value.get()))
        .on("change", take)
}

/// Sets the typed value, and says why it was not taken or what was taken instead.
fn take_typed(store: Store, param: ParamId, typed: &str, message: Message) {
    let (row, lang) = (param.row(), store.lang.get_untracked());
    let unit = typed_unit(param, lang);
    let value = number::parse_in(typed, unit.1).map(|value| value / unit.0);
    let Some(value) = value.filter(|&value| row.accepts(value)) else {
        let words = not_accepted(param, &quoted(typed.trim()), unit, lang);
        message.taken.set(f64::NAN);
        message.words.set(Some(words));
        return;
    };
    let taken = row.snap(value);
    store.set(param, taken);
    let is_rounded = (taken - value).abs() > row.step * 1e-6;
    message.taken.set(taken);
    let words = is_rounded.then(|| rounded(&param_typed(param, taken, lang), lang));
    message.words.set(words);
}

fn rounded(taken: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Rounded to {taken}, the nearest value that this input takes."),
        Lang::Ja => format!("この前提が取り得る最も近い値{taken}に丸めた。"),
    }
}

/// One step down or up.
fn step_button(param: ParamId, value: RwSignal<f64>, up: bool) -> El {
    let store = use_store();
    let row = param.row();
    let (sign, name) = if up {
        ("+", ui::INCREASE)
    } else {
        ("−", ui::DECREASE)
    };
    let at_end = move || {
        if up {
            value.get() >= row.max
        } else {
            value.get() <= row.min
        }
    };
    let step = move || {
        let step = if up { row.step } else { -row.step };
        store.set(param, row.snap(value.get_untracked() + step));
    };
    button("step")
        .live("aria-label", move || {
            format!("{}: {}", store.say(name), store.say(row.label))
        })
        .live("aria-disabled", move || at_end().to_string())
        .on_click(step)
        .text(sign)
}

/// The slider of an input, or the chosen side of its switch.
const CONTROL: &str = ":is(input[type=range], [aria-pressed=true])";

/// Back to the base case; only there when there is something to put back. It goes with that, so the focus goes on to
/// what the selector `next` finds.
pub fn reset_button(
    param: ParamId,
    changed: impl Fn() -> bool + Send + 'static,
    next: String,
) -> El {
    let store = use_store();
    let label = move || {
        let default = param_value(param, param.row().default, &store.reader.get());
        format!(
            "{}: {} → {default}",
            store.say(ui::RESET),
            store.say(choice::label(param))
        )
    };
    button("reset")
        .flag("hidden", move || !changed())
        .live("aria-label", label)
        .live("title", label)
        .on_click(move || {
            focus::first(&next);
            store.reset(param);
        })
        .text("↺")
}
