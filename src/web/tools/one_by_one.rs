//! One input at a time: tornado, and the parts of the change that has been made.

use leptos::prelude::*;

use super::Analysis;
use super::drawn::drawn;
use crate::analysis::attribution::{Attribution, Work};
use crate::analysis::influence;
use crate::analysis::tool::Tool;
use crate::i18n::bench as words;
use crate::i18n::ui;
use crate::web::el::{El, el, say};
use crate::web::slices::in_slices;
use crate::whatif;

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
        .flag("hidden", move || !moves(analysis))
        .words(say(words::PRESS_BAR));
    vec![stillness(analysis), press, figure]
}

/// Whether some input moves the result.
fn moves(analysis: Analysis) -> bool {
    analysis.make(|choice, context| !influence::rests_on(choice.cell, context.scenario).is_empty())
}

/// What is said of a result that no input moves.
pub fn stillness(analysis: Analysis) -> El {
    el("p")
        .attr("class", "hint")
        .flag("hidden", move || moves(analysis))
        .words(say(ui::RESTS_ON_NONE))
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
