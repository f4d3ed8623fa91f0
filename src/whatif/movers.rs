//! The inputs that move a result, and what is said where there are too few of them for a tool.

use crate::analysis::influence;
use crate::chapters::Context;
use crate::formula;
use crate::i18n::{bench as words, ui};
use crate::model;
use crate::output::Cell;
use crate::scenario::{ParamId, Scenario};
use crate::text::Text;
use crate::unit::Unit;
use crate::whatif::{quoted_input, tornado};

/// The inputs that move a result: those with the widest range first, then those that are not varied.
///
/// A result that does not exist now is moved by what brings it into existence: within the plausible range of an input,
/// or where none does, anywhere in its accepted range.
pub fn movers(cell: Cell, scenario: &Scenario) -> Vec<ParamId> {
    let now = cell.read(&model::run(scenario));
    let bars = tornado::bars(cell, scenario, now);
    let mut movers: Vec<_> = bars.iter().map(|bar| bar.param).collect();
    for influence in influence::rests_on(cell, scenario) {
        if !movers.contains(&influence.param) {
            movers.push(influence.param);
        }
    }
    if now.is_none() && movers.is_empty() {
        movers.extend(ParamId::all().filter(|&param| wakes(cell, scenario, param)));
    }
    movers
}

/// Whether a result exists with an input at an end of its accepted range.
fn wakes(cell: Cell, scenario: &Scenario, param: ParamId) -> bool {
    let row = param.row();
    [row.min, row.max].into_iter().any(|end| {
        let mut other = *scenario;
        other.set(param, end).is_ok() && cell.read(&model::run(&other)).is_some()
    })
}

/// Whether no input can move a result, alone or with others.
pub fn is_statistic(cell: Cell, movers: &[ParamId]) -> bool {
    movers.is_empty() && formula::params_behind(cell).is_empty()
}

/// What is said above the bars of a result that no input moves, or that does not exist now; `None` for all others.
pub fn standing(cell: Cell, movers: &[ParamId], context: &Context) -> Option<Text> {
    let is_year = cell.output().unit == Unit::Year;
    match (cell.read(context.results), movers.is_empty(), is_year) {
        (Some(_), true, _) if is_statistic(cell, movers) => Some(ui::RESTS_ON_NONE),
        (Some(_), true, _) => Some(words::STILL),
        (Some(_), false, _) => None,
        (None, false, true) => Some(words::NOT_REACHED),
        (None, true, true) => Some(words::NEVER_REACHED),
        (None, false, false) => Some(words::ABSENT),
        (None, true, false) => Some(words::ABSENT_THROUGHOUT),
    }
}

/// Why there is no table over two inputs; `None` where there is one.
pub fn too_few_for_a_table(cell: Cell, movers: &[ParamId], context: &Context) -> Option<String> {
    match movers {
        [] => standing(cell, movers, context).map(|said| context.reader.text(said).to_owned()),
        [only] => {
            let name = quoted_input(*only, &context.reader);
            Some(context.say(
                || format!("Only {name} moves this result; a table needs two inputs."),
                || format!("この結果を動かす前提は{name}のみで、2前提の表は作れない。"),
            ))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapters::tests::in_context;
    use crate::i18n::number::Currency;
    use crate::output::{Place, UNDATED};
    use crate::text::Lang;
    use crate::whatif::headlines;

    fn headline(output: &str) -> Cell {
        let all = headlines::all();
        let found = all.iter().find(|it| it.cell.output().id == output);
        found.unwrap().cell
    }

    fn set(settings: &[(&str, f64)]) -> Scenario {
        let mut scenario = Scenario::default();
        for &(id, value) in settings {
            scenario.set(ParamId::find(id).unwrap(), value).unwrap();
        }
        scenario
    }

    #[test]
    fn a_year_that_is_not_reached_is_moved_by_what_brings_it_back() {
        let scenario = set(&[("platforms.capex_2026", 1200.0)]);
        let payback = headline("platforms.payback");
        assert_eq!(payback.read(&model::run(&scenario)), None);
        let movers = movers(payback, &scenario);
        assert!(movers.len() > 1, "{movers:?}");
        in_context(&scenario, (Lang::En, Currency::Native, false), |context| {
            let said = standing(payback, &movers, context);
            assert_eq!(said, Some(words::NOT_REACHED));
            assert_eq!(too_few_for_a_table(payback, &movers, context), None);
            assert_eq!(standing(payback, &[], context), Some(words::NEVER_REACHED));
        });
    }

    #[test]
    fn what_does_not_move_alone_is_told_from_what_never_moves() {
        let scenario = Scenario::default();
        in_context(&scenario, (Lang::En, Currency::Native, false), |context| {
            let (market, people) = (
                headline("tam.new_market"),
                headline("genai.working_age_fall"),
            );
            assert_eq!(standing(market, &[], context), Some(words::STILL));
            assert_eq!(standing(people, &[], context), Some(ui::RESTS_ON_NONE));
            assert!(is_statistic(people, &movers(people, &scenario)));
            assert!(!is_statistic(market, &[]));
        });
    }

    #[test]
    fn what_only_the_accepted_range_brings_back_is_found() {
        let scenario = set(&[("sovereign.attribution", 0.0)]);
        let payback = Cell::find("sovereign.payback", Place::Whole, UNDATED).unwrap();
        let movers = movers(payback, &scenario);
        assert!(movers.contains(&ParamId::find("sovereign.attribution").unwrap()));
    }

    #[test]
    fn a_table_over_fewer_than_two_inputs_is_told_to_be_none() {
        for (output, few) in [("platforms.capex", 1), ("genai.working_age_fall", 0)] {
            let all = headlines::all();
            let Some(choice) = all.iter().find(|it| it.cell.output().id == output) else {
                panic!("{output} is at the head of no chapter")
            };
            for lang in Lang::ALL {
                let scenario = Scenario::default();
                in_context(&scenario, (lang, Currency::Native, false), |context| {
                    let movers = movers(choice.cell, &scenario);
                    assert_eq!(movers.len(), few, "{output} {movers:?}");
                    assert!(too_few_for_a_table(choice.cell, &movers, context).is_some());
                });
            }
        }
    }
}
