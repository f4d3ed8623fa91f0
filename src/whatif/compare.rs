//! Two scenarios side by side: the inputs in which they differ, and the results of all chapters.

use crate::chapters::{ChapterId, Context, MISSING};
use crate::choice;
use crate::formula::param_value;
use crate::i18n::number;
use crate::output::Cell;
use crate::scenario::ParamId;
use crate::whatif::{differing, headlines, short_name};

/// One line: its name, the value in the scenario compared with, the present one, the difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is.
    pub name: String,
    /// In the scenario compared with.
    pub reference: String,
    /// In the present scenario.
    pub now: String,
    /// The difference; a dash where there is none to speak of.
    pub difference: String,
}

/// The inputs in which the present scenario differs from what it is compared with.
pub fn inputs(context: &Context) -> Vec<Line> {
    let one = |param: ParamId| {
        let (before, now) = (
            context.reference.scenario.get(param),
            context.scenario.get(param),
        );
        let (reader, row) = (&context.reader, param.row());
        let sign = if now > before { "+" } else { "" };
        let is_choice = choice::choice(param).is_some();
        Line {
            name: reader.text(choice::label(param)).to_owned(),
            reference: param_value(param, before, reader),
            now: param_value(param, now, reader),
            difference: match is_choice {
                true => MISSING.to_owned(),
                false => format!(
                    "{sign}{}",
                    number::with_decimals(now - before, row.decimals())
                ),
            },
        }
    };
    let params = differing(context.reference.scenario, context.scenario);
    params.into_iter().map(one).collect()
}

/// The results at the heads of all chapters.
pub fn results(context: &Context) -> Vec<Line> {
    let one = |cell: Cell| {
        let (output, reader) = (cell.output(), &context.reader);
        let (before, now) = (
            cell.read(context.reference.results),
            cell.read(context.results),
        );
        let difference = now.zip(before).map(|(now, before)| now - before);
        let difference = difference.filter(|&it| !reader.is_negligible(output.unit, it));
        Line {
            name: short_name(cell, context),
            reference: output.written(before, reader),
            now: output.written(now, reader),
            difference: difference.map_or_else(
                || MISSING.to_owned(),
                |difference| reader.write_difference(output.unit, difference),
            ),
        }
    };
    let all = headlines::all().into_iter();
    all.map(|choice| one(choice.cell)).collect()
}

/// What the comparison comes to: how many inputs differ, and what they do to the first result of the chapter.
pub fn message(chapter: ChapterId, context: &Context) -> String {
    let count = differing(context.reference.scenario, context.scenario).len();
    let name = context.reference.name;
    if count == 0 {
        return context.say(
            || format!("Nothing differs from {name}"),
            || format!("{name}と同じ"),
        );
    }
    let all = headlines::all();
    let moved =
        |cell: Cell| Some(cell.read(context.results)? - cell.read(context.reference.results)?);
    let first = all[headlines::first_of(chapter)].cell;
    let tells = |cell: &Cell| {
        let unit = cell.output().unit;
        moved(*cell).is_some_and(|it| !context.reader.is_negligible(unit, it))
    };
    let mut cells = [first]
        .into_iter()
        .chain(all.iter().map(|choice| choice.cell));
    let told = cells.find(tells);
    let Some((cell, difference)) = told.and_then(|cell| Some((cell, moved(cell)?))) else {
        return context.say(
            || "No headline result differs".to_owned(),
            || "主要な結果に差はない".to_owned(),
        );
    };
    let result = short_name(cell, context);
    let difference = context
        .reader
        .write_difference(cell.output().unit, difference);
    context.say(
        || format!("{result}: {difference} against {name}"),
        || format!("{result}は{name}比で{difference}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapters::Reference;
    use crate::chapters::tests::in_context;
    use crate::i18n::number::Currency;
    use crate::model;
    use crate::presets::Preset;
    use crate::scenario::Scenario;
    use crate::text::Lang;

    #[test]
    fn inputs_and_results_stand_side_by_side_with_their_differences() {
        let yen = Preset::find("strong-yen").unwrap().scenario();
        in_context(
            &Scenario::default(),
            (Lang::En, Currency::Native, false),
            |context| {
                let results = model::run(&yen);
                let reference = Reference {
                    name: "Strong yen",
                    scenario: &yen,
                    results: &results,
                };
                let context = Context {
                    reference,
                    ..*context
                };
                assert_eq!(
                    inputs(&context),
                    [Line {
                        name: "Exchange rate".into(),
                        reference: "110 JPY per USD".into(),
                        now: "150 JPY per USD".into(),
                        difference: "+40".into(),
                    }]
                );
                let lines = super::results(&context);
                let sales = lines
                    .iter()
                    .find(|line| line.name.starts_with("Sales"))
                    .unwrap();
                assert!(sales.difference.starts_with("+¥"), "{sales:?}");
                let market = lines
                    .iter()
                    .find(|line| line.name.starts_with("New market"))
                    .unwrap();
                assert_eq!(market.difference, MISSING);
            },
        );
    }
}
