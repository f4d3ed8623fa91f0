//! One input at a time: tornado, and the parts of the change that has been made.

use leptos::prelude::*;

use super::Analysis;
use super::drawn::drawn;
use crate::analysis::attribution::{Attribution, Work};
use crate::analysis::tool::Tool;
use crate::i18n::bench as words;
use crate::web::el::{El, el, say};
use crate::web::slices::in_slices;
use crate::whatif::{self, movers};

/// What each input does to the result, from the low to the high end of its plausible range.
pub fn tornado(analysis: Analysis) -> Vec<El> {
    let figure = drawn(
        analysis,
        (Tool::Tornado, "figure-tornado"),
        || {},
        |choice, context| Some(whatif::tornado::figure(choice.cell, context)),
    );
    let press = el("p")
        .attr("class", "hint")
        .flag("hidden", move || analysis.movers.read().is_empty())
        .words(say(words::PRESS_BAR));
    vec![standing(analysis), press, figure]
}

/// What is said of a result that no input moves, or that does not exist now.
pub fn standing(analysis: Analysis) -> El {
    let said = move || {
        let movers = analysis.movers.get();
        analysis.make(|choice, context| {
            let said = movers::standing(choice.cell, &movers, context);
            said.map_or("", |said| context.reader.text(said))
        })
    };
    el("p")
        .attr("class", "hint")
        .attr("role", "status")
        .flag("hidden", move || said().is_empty())
        .words(move || said().to_owned())
}

/// Which changed input moved the result by how much.
pub fn attribution(analysis: Analysis) -> Vec<El> {
    let found = RwSignal::new_local(None::<Attribution>);
    let working = RwSignal::new(false);
    let turn = StoredValue::new(0_u32);
    on_cleanup(move || turn.update_value(|turn| *turn += 1));
    Effect::new(move |_| {
        let scenario = analysis.calm.get();
        let mut work = Work::new(analysis.choice().cell, &scenario);
        turn.update_value(|turn| *turn += 1);
        let own = turn.get_value();
        working.set(true);
        in_slices(move || {
            if turn.try_get_value() != Some(own) {
                return false;
            }
            let done = work.advance();
            if done {
                found.set(work.done());
                working.set(false);
            }
            !done
        });
    });
    let line = move || {
        let changed = analysis.calm.read().changed().next().is_some();
        analysis
            .store
            .say(match (working.get(), changed, found.read().is_some()) {
                (true, ..) => words::WORKING,
                (_, false, _) => words::NO_CHANGES,
                (_, _, false) => words::NOT_IN_BOTH,
                _ => crate::text::Text::EMPTY,
            })
    };
    let line = el("p")
        .attr("class", "hint")
        .attr("role", "status")
        .words(move || line().to_owned());
    let wake = move || {
        found.track();
    };
    let figure = drawn(
        analysis,
        (Tool::Attribution, "figure-attribution"),
        wake,
        move |choice, context| {
            let found = found.get_untracked();
            let found = found.filter(|found| !found.parts.is_empty())?;
            Some(whatif::attribution::figure(choice.cell, &found, context))
        },
    );
    vec![line, figure]
}
