//! Uncertainty: draws in slices with progress and cancel, then histogram, fan, percentiles and ranking.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use super::Analysis;
use super::drawn::drawn;
use super::one_by_one::standing;
use super::ranges;
use crate::analysis::tool::Tool;
use crate::analysis::uncertainty::{MOST_DRAWS, USUAL_DRAWS};
use crate::chapters::Context;
use crate::export::about::About;
use crate::export::{csv, names};
use crate::figure::Figure;
use crate::i18n::bench as words;
use crate::i18n::number;
use crate::link;
use crate::scenario::Scenario;
use crate::text::Lang;
use crate::view::View;
use crate::web::el::{El, button, el, say};
use crate::web::files;
use crate::web::hosting::cited_address;
use crate::web::parts;
use crate::web::slices::in_slices;
use crate::whatif::headlines::Choice;
use crate::whatif::movers;
use crate::whatif::short_name;
use crate::whatif::uncertainty::{self as told, Findings, Run, USUAL_SEED};

/// The numbers of draws that are offered.
const OFFERED: [usize; 4] = [500, USUAL_DRAWS, 5_000, MOST_DRAWS];

/// The words and three figures.
const SHOWN: usize = 4;

/// Draws that are written into the file in one piece of work.
const LINES: usize = 20;

/// The largest seed: above it not every whole number is one of the browser's.
const MOST_SEED: f64 = 9_007_199_254_740_991.0;

/// A finished simulation and what it was made from.
struct Finished {
    run: Run,
    chosen: usize,
    scenario: Scenario,
}

/// How far a simulation has come. A copy is as good as the original.
#[derive(Clone, Copy)]
pub struct State {
    draws: RwSignal<usize>,
    seed: RwSignal<String>,
    /// Draws made of those wanted, while it runs.
    progress: RwSignal<Option<(usize, usize)>>,
    /// The finished simulation, for the words and each figure: they take it over in frames of their own.
    finished: [RwSignal<Option<Rc<Finished>>, LocalStorage>; SHOWN],
    message: RwSignal<String>,
    /// Counts the simulations: a new one ends the one before.
    turn: StoredValue<u32>,
}

impl State {
    /// Nothing drawn yet.
    pub fn new() -> State {
        State {
            draws: RwSignal::new(USUAL_DRAWS),
            seed: RwSignal::new(number::plain(USUAL_SEED as f64, 0)),
            progress: RwSignal::new(None),
            finished: std::array::from_fn(|_| RwSignal::new_local(None)),
            message: RwSignal::new(String::new()),
            turn: StoredValue::new(0),
        }
    }

    /// Shows what a simulation found: words first, then one figure a frame, so that no frame is long.
    fn show(self, finished: Rc<Finished>) {
        let mut next = 0;
        let mut rest = move || {
            let is_there = self.finished[next]
                .try_set(Some(finished.clone()))
                .is_none();
            next += 1;
            is_there && next < SHOWN
        };
        if rest() {
            one_a_frame(Box::new(rest));
        }
    }

    /// Draws and seed of the finished simulation.
    pub fn drawn(self) -> Option<(usize, u64)> {
        let finished = self.finished[0].get_untracked()?;
        let findings = finished.run.findings()?;
        Some((finished.run.progress().1, findings.seed))
    }

    /// The seed as typed; where it is none, the message says so.
    fn checked_seed(self, lang: Lang) -> Option<u64> {
        let typed = self.seed.get_untracked();
        let seed = read_seed(&typed);
        let most = number::with_decimals(MOST_SEED, 0);
        let shown = link::quoted(&typed);
        self.message.set(match (seed, lang) {
            (Some(_), _) => String::new(),
            (None, Lang::En) => {
                format!("Seed: “{shown}” is not accepted; enter a whole number from 0 to {most}.")
            }
            (None, Lang::Ja) => {
                format!("乱数の種：「{shown}」は受け付けられない。0～{most}の整数を入力する。")
            }
        });
        seed
    }

    fn stop(self) {
        self.turn.update_value(|turn| *turn += 1);
        self.progress.set(None);
    }
}

/// A whole number from 0 to [`MOST_SEED`].
fn read_seed(typed: &str) -> Option<u64> {
    let seed = number::parse(typed)?;
    let is_seed = (0.0..=MOST_SEED).contains(&seed) && seed.fract() == 0.0;
    is_seed.then_some(seed as u64)
}

/// The simulation of the chosen result.
pub fn uncertainty(analysis: Analysis) -> Vec<El> {
    let state = analysis.simulation;
    on_cleanup(move || {
        // The sheet may be gone with its signals.
        state.turn.try_update_value(|turn| *turn += 1);
        state.progress.try_set(None);
    });
    Effect::new(move |_| {
        let chosen = analysis.chosen.get();
        let fits = state.finished[0]
            .with_untracked(|finished| finished.as_ref().is_some_and(|it| it.chosen == chosen));
        if !fits {
            untrack(|| draw(analysis));
        }
    });
    let still = move || is_still(analysis);
    vec![
        el("div")
            .flag("hidden", move || !still())
            .child(standing(analysis)),
        el("p")
            .attr("class", "hint")
            .flag("hidden", still)
            .words(say(words::UNCERTAINTY_HINT)),
        fields(analysis).flag("hidden", still),
        progress(state),
        in_chapters(analysis),
        findings(analysis),
        figure(analysis, ("figure-histogram", 1), told::histogram),
        figure(analysis, ("figure-fan", 2), |choice, found, context| {
            told::fan(choice.cell, found, context)
        }),
        figure(analysis, ("figure-ranking", 3), |choice, found, context| {
            Some(told::ranking(choice.cell, found, context))
        }),
    ]
}

/// The switch that shows the range in the figures of the chapters.
fn in_chapters(analysis: Analysis) -> El {
    let (state, store) = (analysis.simulation, analysis.store);
    let toggle = move |event: Event| {
        if !event_target_checked(&event) {
            return ranges::hide(store);
        }
        match state.checked_seed(store.lang.get_untracked()) {
            Some(seed) => ranges::show(store, state.draws.get_untracked(), seed),
            // Nothing is shown, so nothing is ticked.
            None => {
                if let Some(tick) = event.target() {
                    tick.unchecked_into::<HtmlInputElement>().set_checked(false);
                }
            }
        }
    };
    let tick = el("input")
        .attr("type", "checkbox")
        .checked(move || parts::hooked(store).1.is_some())
        .on("change", toggle);
    let label = el("label").attr("class", "check").child(tick);
    let place = el("div").attr("class", "in-chapters");
    // A tool alone in another page has no chapters around it.
    let place = place.flag("hidden", move || store.is_embed());
    place.children([
        label.words(say(words::SHOW_RANGES)),
        el("p").attr("class", "hint").words(say(words::RANGES_HINT)),
    ])
}

/// Whether there is nothing to draw.
fn is_still(analysis: Analysis) -> bool {
    movers::is_statistic(analysis.choice().cell, &analysis.movers.read())
}

/// Starts a simulation; the one that runs, if any, ends.
fn draw(analysis: Analysis) {
    let state = analysis.simulation;
    if untrack(|| is_still(analysis)) {
        return state.stop();
    }
    let Some(seed) = state.checked_seed(analysis.store.lang.get_untracked()) else {
        return;
    };
    let (chosen, scenario) = (
        analysis.chosen.get_untracked(),
        analysis.store.scenario.get_untracked(),
    );
    let cell = untrack(|| analysis.choice()).cell;
    let mut run = Some(Run::new(cell, &scenario, state.draws.get_untracked(), seed));
    state.stop();
    let own = state.turn.get_value();
    let mut pieces = 0_u32;
    in_slices(move || {
        if state.turn.try_get_value() != Some(own) {
            return false;
        }
        let Some(running) = &mut run else {
            return false;
        };
        let done = running.advance();
        pieces += 1;
        if done {
            state.progress.set(None);
            if let Some(run) = run.take() {
                state.show(Rc::new(Finished {
                    run,
                    chosen,
                    scenario,
                }));
            }
        } else if pieces % 16 == 1 {
            state.progress.set(Some(running.progress()));
        }
        !done
    });
}

/// How many draws, from which seed, and the button that starts and stops.
fn fields(analysis: Analysis) -> El {
    let state = analysis.simulation;
    let option = |draws: usize| {
        el("option")
            .attr("value", draws.to_string())
            .flag("selected", move || state.draws.get() == draws)
            .text(number::with_decimals(draws as f64, 0))
    };
    let choose = move |event: Event| {
        if let Ok(draws) = event_target_value(&event).parse() {
            state.draws.set(draws);
        }
    };
    let seed = el("input")
        .attr("type", "text")
        .attr("id", "draw-seed")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("class", "value-field")
        .attr("aria-describedby", "draw-told")
        .live("aria-invalid", move || {
            let refused =
                !state.message.read().is_empty() && state.seed.with(|it| read_seed(it).is_none());
            if refused { "true" } else { "false" }.to_owned()
        })
        .value(move || state.seed.get())
        .on("input", move |event: Event| {
            state.seed.set(event_target_value(&event))
        });
    let running = move || state.progress.read().is_some();
    let start = button("quiet")
        .flag("hidden", running)
        .words(say(words::DRAW))
        .on_click(move || draw(analysis));
    let cancel = button("quiet")
        .flag("hidden", move || !running())
        .words(say(words::CANCEL))
        .on_click(move || {
            state.stop();
            state
                .message
                .set(untrack(|| analysis.store.say(words::CANCELLED)).to_owned());
        });
    el("div").attr("class", "field-line").children([
        el("label")
            .attr("for", "draw-count")
            .words(say(words::DRAWS)),
        el("select")
            .attr("id", "draw-count")
            .on("change", choose)
            .children(OFFERED.map(option)),
        el("label").attr("for", "draw-seed").words(say(words::SEED)),
        seed,
        start,
        cancel,
    ])
}

fn progress(state: State) -> El {
    let bar = el("progress")
        .attr("max", "1")
        .live("aria-label", say(words::WORKING))
        .flag("hidden", move || state.progress.read().is_none())
        .live("value", move || {
            let (done, wanted) = state.progress.get().unwrap_or((0, 1));
            number::plain(done as f64 / wanted.max(1) as f64, 3)
        });
    let message = el("p")
        .attr("role", "status")
        .attr("id", "draw-told")
        .attr("class", "told")
        .words(move || state.message.get());
    el("div").children([bar, message])
}

/// The finished simulation, when it is of the result that is shown.
fn finished(analysis: Analysis, place: usize) -> Option<Rc<Finished>> {
    let chosen = analysis.chosen.get();
    let finished = analysis.simulation.finished[place].get();
    finished.filter(|finished| finished.chosen == chosen)
}

/// Percentiles, sentences and the file.
fn findings(analysis: Analysis) -> El {
    let parts = move || {
        let Some(finished) = finished(analysis, 0) else {
            return Vec::new();
        };
        let Some(found) = finished.run.findings() else {
            return Vec::new();
        };
        let said = analysis.make(|choice, context| told::told(choice, found, context));
        let mut list = Vec::new();
        for (name, value) in said.percentiles {
            list.extend([el("dt").text(name), el("dd").text(value)]);
        }
        let mut parts = vec![el("dl").attr("class", "facts").children(list)];
        parts.extend(said.sentences.into_iter().map(|said| el("p").text(said)));
        if *analysis.calm.read() != finished.scenario {
            parts.push(
                el("p")
                    .attr("class", "message")
                    .text(analysis.store.say(words::STALE)),
            );
        }
        parts
    };
    let download = button("quiet")
        .flag("hidden", move || finished(analysis, 0).is_none())
        .words(say(words::DOWNLOAD))
        .on_click(move || {
            if let Some(finished) = untrack(|| finished(analysis, 0)) {
                save(analysis, finished);
            }
        });
    el("div")
        .attr("class", "findings")
        .children([el("div").attr("aria-live", "polite").part(parts), download])
}

/// Writes all draws into a file, some every frame.
fn save(analysis: Analysis, finished: Rc<Finished>) {
    let about = untrack(|| about(analysis, &finished));
    let name = names::file(&[names::ANALYSIS, "draws"], &about, "csv");
    let title = analysis.make(|choice, context| short_name(choice.cell, context));
    let remarks = finished.run.csv_remarks(&title, &about);
    let mut parts = vec![csv::MARK.to_owned() + &remarks + &finished.run.csv_head()];
    let mut next = 0;
    in_slices(move || {
        let (done, _) = finished.run.progress();
        if next < done {
            parts.push(finished.run.csv_lines(next, next + LINES));
            next += LINES;
            return true;
        }
        if !files::save_text(&name, "text/csv;charset=utf-8", &parts) {
            let refused = untrack(|| analysis.store.say(words::NOT_SAVED)).to_owned();
            analysis.simulation.message.set(refused);
        }
        false
    });
}

/// Of which scenario and which draws the file is: those that were drawn, wherever the inputs stand by now.
fn about(analysis: Analysis, finished: &Finished) -> About {
    let store = analysis.store;
    let scenario = &finished.scenario;
    let link = link::encode(
        scenario,
        &View {
            pin: None,
            ..store.view()
        },
    );
    About {
        made: analysis.made(Tool::Uncertainty),
        ..About::of(
            scenario,
            "",
            &format!("{}{link}", cited_address()),
            &store.reader.get(),
        )
    }
}

/// A figure of the findings; nothing until they are there.
fn figure(
    analysis: Analysis,
    (id, place): (&'static str, usize),
    make: fn(&Choice, &Findings, &Context) -> Option<Figure>,
) -> El {
    let wake = move || analysis.simulation.finished[place].track();
    drawn(
        analysis,
        (Tool::Uncertainty, id),
        wake,
        move |choice, context| {
            let finished = finished(analysis, place)?;
            make(choice, finished.run.findings()?, context)
        },
    )
}

/// Does something once a frame for as long as it wants to go on.
fn one_a_frame(mut act: Box<dyn FnMut() -> bool>) {
    request_animation_frame(move || {
        if act() {
            one_a_frame(act);
        }
    });
}
