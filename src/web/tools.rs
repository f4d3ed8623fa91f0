//! The sheet of analysis: one result of any chapter, and what it rests on.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

use crate::analysis::tool::Tool;
use crate::chapters::{ChapterId, Context};
use crate::data::books;
use crate::embed::{Embed, Shows};
use crate::export::names;
use crate::figure::Figure;
use crate::i18n::bench as words;
use crate::i18n::number;
use crate::output;
use crate::scenario::{ParamId, Scenario};
use crate::text::{Lang, Text};
use crate::web::el::{El, button, el, say};
use crate::web::figure::{EMBED, EXPORT};
use crate::web::parts::{ToolFigure, open_tool_figure};
use crate::web::store::Store;
use crate::whatif::headlines::{self, Choice};
use crate::whatif::movers::movers;
use crate::whatif::short_name;

mod drawn;
mod goal;
mod one_by_one;
mod ranges;
mod two_way;
mod uncertainty;

/// How long tools wait for further changes, so that a drag does not run them at every step.
const CALM_MS: u32 = 90;

/// What all tools look at. A copy is as good as the original.
#[derive(Clone, Copy)]
pub struct Analysis {
    store: Store,
    /// Every result that can be chosen.
    all: StoredValue<Rc<Vec<Choice>>, LocalStorage>,
    /// The one that is analysed.
    chosen: RwSignal<usize>,
    /// The scenario, followed a few times a second.
    calm: RwSignal<Scenario>,
    /// The inputs that move the result, found anew for another result and when the result begins or ceases to exist:
    /// it takes hundreds of runs of the models, and which inputs they are hardly changes otherwise.
    movers: Memo<Vec<ParamId>>,
    /// The simulation, kept while other tools are looked at.
    simulation: uncertainty::State,
    /// The inputs that a tool looks at and the target that it seeks: at first what an embed asks for, then what the
    /// reader chose last. An embed made of the tool asks for the same.
    asked: StoredValue<(Vec<ParamId>, Option<f64>)>,
    /// The tag of the figures' messages.
    heading: &'static str,
}

fn chosen_of(all: StoredValue<Rc<Vec<Choice>>, LocalStorage>, number: usize) -> Choice {
    all.with_value(|all| all[number.min(all.len() - 1)])
}

const fn title(tool: Tool) -> Text {
    match tool {
        Tool::Tornado => words::TORNADO,
        Tool::Attribution => words::ATTRIBUTION,
        Tool::TwoWay => words::TWO_WAY,
        Tool::Uncertainty => words::UNCERTAINTY,
        Tool::Goal => words::GOAL,
    }
}

fn contents(tool: Tool, analysis: Analysis) -> Vec<El> {
    match tool {
        Tool::Tornado => one_by_one::tornado(analysis),
        Tool::Attribution => one_by_one::attribution(analysis),
        Tool::TwoWay => two_way::two_way(analysis),
        Tool::Uncertainty => uncertainty::uncertainty(analysis),
        Tool::Goal => goal::goal(analysis),
    }
}

/// Everything about one result.
pub fn sheet(store: Store) -> Vec<El> {
    let first = headlines::first_of(store.chapter.get_untracked());
    let analysis = Analysis::new(store, first, (Vec::new(), None));
    let open = RwSignal::new(Tool::Tornado);
    let head = el("h2")
        .attr("id", "bench-title")
        .attr("tabindex", "-1")
        .words(say(words::ANALYSIS));
    let tool = el("div")
        .attr("role", "tabpanel")
        .attr("id", "tool")
        .live("aria-labelledby", move || {
            format!("tab-{}", open.get().code())
        })
        .part(move || {
            let tool = open.get();
            untrack(|| contents(tool, analysis))
        });
    vec![head, analysis.results(), tabs(open), tool]
}

/// One tool for one result, as an embed asks for it.
pub fn alone(store: Store, embed: &Embed) -> Vec<El> {
    let Shows::Tool(tool) = embed.shows else {
        return Vec::new();
    };
    let asked = embed.result.as_deref().and_then(headlines::position);
    let chosen = asked.unwrap_or_else(|| headlines::first_of(store.chapter.get_untracked()));
    let analysis = Analysis::new(store, chosen, (embed.inputs.clone(), embed.target));
    let head = el("h1").words(move || {
        let result = analysis.make(|choice, context| short_name(choice.cell, context));
        let name = store.say(title(tool));
        match store.lang.get() {
            Lang::En => format!("{name}: {result}"),
            Lang::Ja => format!("{name}：{result}"),
        }
    });
    let parts = contents(tool, analysis);
    std::iter::once(head).chain(parts).collect()
}

/// The names of the tools; arrow keys go from one to the next.
fn tabs(open: RwSignal<Tool>) -> El {
    const LAST: usize = Tool::ALL.len() - 1;
    let walk = move |event: KeyboardEvent| {
        let open_now = |tool: &Tool| *tool == open.get_untracked();
        let now = Tool::ALL.iter().position(open_now).unwrap_or(0);
        let next = match event.key().as_str() {
            "ArrowRight" => (now + 1) % (LAST + 1),
            "ArrowLeft" => (now + LAST) % (LAST + 1),
            "Home" => 0,
            "End" => LAST,
            _ => return,
        };
        event.prevent_default();
        let next = Tool::ALL[next];
        open.set(next);
        let tab = document().get_element_by_id(&format!("tab-{}", next.code()));
        if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
            let _ = tab.focus();
        }
    };
    let tab = |tool: Tool| {
        button("tab")
            .attr("role", "tab")
            .attr("id", format!("tab-{}", tool.code()))
            .attr("aria-controls", "tool")
            .live("aria-selected", move || (open.get() == tool).to_string())
            .live("tabindex", move || {
                if open.get() == tool { "0" } else { "-1" }.to_owned()
            })
            .on_click(move || open.set(tool))
            .words(say(title(tool)))
    };
    el("div")
        .attr("class", "tabs")
        .attr("role", "tablist")
        .live("aria-label", say(words::ANALYSIS))
        .on("keydown", walk)
        .children(Tool::ALL.map(tab))
}

impl Analysis {
    fn new(store: Store, chosen: usize, asked: (Vec<ParamId>, Option<f64>)) -> Analysis {
        output::know(&output::ALL);
        headlines::books().into_iter().for_each(books::open);
        let all = StoredValue::new_local(Rc::new(headlines::all()));
        let chosen = RwSignal::new(chosen);
        let calm = RwSignal::new(store.scenario.get_untracked());
        let cell = move || chosen_of(all, chosen.get()).cell;
        let exists = Memo::new(move |_| {
            let cell = cell();
            calm.track();
            store
                .results
                .with_untracked(|results| cell.read(results).is_some())
        });
        let movers = Memo::new(move |_| {
            exists.track();
            movers(cell(), &calm.get_untracked())
        });
        let analysis = Analysis {
            store,
            all,
            chosen,
            calm,
            movers,
            simulation: uncertainty::State::new(),
            asked: StoredValue::new(asked),
            heading: if store.is_embed() { "h2" } else { "h3" },
        };
        analysis.follow();
        analysis
    }

    /// What an embed of a tool asks for, as it is now.
    fn asks(self) -> String {
        let result = untrack(|| headlines::key(self.choice().cell));
        let mut asks = format!("&result={result}");
        self.asked.with_value(|(inputs, target)| {
            let ids: Vec<_> = inputs.iter().map(|param| param.row().id).collect();
            if !ids.is_empty() {
                asks.extend(["&inputs=", &ids.join(",")]);
            }
            if let Some(target) = target {
                asks.extend(["&target=", &number::in_full(*target)]);
            }
        });
        asks
    }

    /// The buttons that take a figure of a tool elsewhere.
    fn taken(self, tool: Tool, id: &'static str, figure: RwSignal<Figure>) -> Vec<El> {
        let tools: &[_] = if self.store.is_embed() {
            &[]
        } else {
            &[EXPORT, EMBED]
        };
        let button = |&(words, pick): &crate::web::figure::Tool| {
            let open = move || {
                let tool_figure = ToolFigure {
                    figure: figure.get_untracked(),
                    asks: self.asks(),
                    name: names::of_tool(id),
                    made: self.made(tool),
                };
                open_tool_figure(self.store, pick, tool.code(), tool_figure);
            };
            button("quiet").words(say(words)).on_click(open)
        };
        tools.iter().map(button).collect()
    }

    /// How a figure was made: with which tool, and from which draws.
    fn made(self, tool: Tool) -> String {
        let say = |words: Text| untrack(|| self.store.say(words));
        let made = format!("{} › {}", say(words::ANALYSIS), say(title(tool)));
        match self
            .simulation
            .drawn()
            .filter(|_| tool == Tool::Uncertainty)
        {
            None => made,
            Some((draws, seed)) => {
                let draws = number::with_decimals(draws as f64, 0);
                let seed = number::plain(seed as f64, 0);
                match self.store.lang.get_untracked() {
                    Lang::En => format!("{made}, {draws} draws, seed {seed}"),
                    Lang::Ja => format!("{made}（試行{draws}回、乱数の種{seed}）"),
                }
            }
        }
    }

    /// The result that is analysed.
    fn choice(self) -> Choice {
        chosen_of(self.all, self.chosen.get())
    }

    /// Takes over the scenario a moment after it changed, and again after each further change.
    fn follow(self) {
        let waiting = StoredValue::new_local(None::<Timeout>);
        Effect::new(move |_| {
            let changed = *self.store.scenario.read() != self.calm.get_untracked();
            if changed && waiting.with_value(Option::is_none) {
                let take = move || {
                    waiting.try_set_value(None);
                    if let Some(now) = self.store.scenario.try_get_untracked()
                        && self
                            .calm
                            .try_get_untracked()
                            .is_some_and(|calm| calm != now)
                    {
                        self.calm.set(now);
                    }
                };
                waiting.set_value(Some(Timeout::new(CALM_MS, take)));
            }
        });
    }

    /// Something from the present numbers, made anew when scenario, result, language, currency or comparison change,
    /// but not at every step of a drag.
    fn make<T>(self, make: impl FnOnce(&Choice, &Context) -> T) -> T {
        self.calm.track();
        self.store.reader.track();
        self.store.pinned.track();
        let choice = self.choice();
        untrack(|| self.store.context(|context| make(&choice, context)))
    }

    /// The choice of a result, by chapter.
    fn results(self) -> El {
        let options = move || {
            let all = self.all.get_value();
            let names: Vec<_> = self.store.context(|context| {
                let names = all.iter().map(|choice| short_name(choice.cell, context));
                names.collect()
            });
            let of = |chapter: ChapterId| {
                let own = all.iter().enumerate();
                let own = own.filter(move |(_, choice)| choice.chapter == chapter);
                own.map(|(index, _)| index).collect::<Vec<_>>()
            };
            let groups = ChapterId::ALL
                .into_iter()
                .map(|chapter| (chapter, of(chapter)));
            let groups = groups.filter(|(_, own)| !own.is_empty());
            groups
                .map(|(chapter, own)| {
                    let option = |index: usize| {
                        el("option")
                            .attr("value", index.to_string())
                            .flag("selected", move || self.chosen.get() == index)
                            .text(&names[index])
                    };
                    el("optgroup")
                        .attr("label", self.store.say(chapter.title()))
                        .children(own.into_iter().map(option))
                })
                .collect()
        };
        let choose = move |event: Event| {
            if let Ok(index) = event_target_value(&event).parse() {
                self.chosen.set(index);
            }
        };
        let choice = el("select")
            .attr("id", "analysed")
            .on("change", choose)
            .part(options);
        el("div").attr("class", "field-line").children([
            el("label")
                .attr("for", "analysed")
                .words(say(words::OF_RESULT)),
            choice,
        ])
    }
}
