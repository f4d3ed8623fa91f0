//! Attribution as a waterfall: from the base case to now, input by input.

use crate::analysis::attribution::Attribution;
use crate::chapters::{Context, build};
use crate::choice;
use crate::figure::{Categories, Figure, Kind, Meaning, Series, Shape, Tone};
use crate::i18n::ui;
use crate::output::Cell;
use crate::scenario::ParamId;
use crate::unit::Unit;
use crate::whatif::{difference_unit, quoted_name, short_name, sources};

/// So many inputs have columns of their own; what the others do is added up.
const SHOWN: usize = 12;

/// A column: its name, its height, the input.
type Column = (String, f64, Option<ParamId>);

/// The parts that each changed input has in the move of a result.
pub fn figure(cell: Cell, found: &Attribution, context: &Context) -> Figure {
    // Years do not stand on zero: only the differences do.
    let is_year = cell.output().unit == Unit::Year;
    let (unit, factor) = match is_year {
        true => difference_unit(Unit::Year),
        false => (cell.output().unit, 1.0),
    };
    let columns = columns(found, context);
    let mut names: Vec<String> = columns.iter().map(|column| column.0.clone()).collect();
    let now = context.say(|| "now".to_owned(), || "現在".to_owned());
    let total = if is_year {
        found.now - found.base
    } else {
        names.insert(0, context.reader.text(ui::BASE_CASE).to_owned());
        found.now
    };
    names.push(now);
    let (count, start) = (names.len(), usize::from(!is_year));
    let mut totals = vec![None; count];
    totals[count - 1] = Some(total * factor);
    if !is_year {
        totals[0] = Some(found.base * factor);
    }
    let parts = |wanted: fn(f64) -> bool| {
        let mut values = vec![None; count];
        for (index, column) in columns.iter().enumerate() {
            values[start + index] = Some(column.1 * factor).filter(|&value| wanted(value));
        }
        values
    };
    let series = |name: String, tone, shape, values| Series {
        name,
        tone,
        shape,
        values,
        base: None,
        meaning: Meaning::Cells(vec![Some(cell); count]),
    };
    let (name, quoted) = (short_name(cell, context), quoted_name(cell, context));
    Figure {
        title: title(found, context),
        subtitle: context.say(
            || format!("{quoted}, from the base case to the present scenario"),
            || format!("{quoted}、基準ケースから現在のシナリオまで"),
        ),
        categories: Categories::Names(names),
        panels: vec![build::panel(
            String::new(),
            vec![
                series(name, Tone::Result, Shape::Total, totals),
                series(
                    context.say(|| "raises it".to_owned(), || "押し上げ".to_owned()),
                    Tone::Benefit,
                    Shape::Plain,
                    parts(|value| value >= 0.0),
                ),
                series(
                    context.say(|| "lowers it".to_owned(), || "押し下げ".to_owned()),
                    Tone::Cost,
                    Shape::Plain,
                    parts(|value| value < 0.0),
                ),
            ],
        )],
        kind: Kind::Waterfall,
        unit,
        sources: sources(cell),
        note: note(found, context),
    }
}

fn columns(found: &Attribution, context: &Context) -> Vec<Column> {
    let one = |&(param, part): &(ParamId, f64)| {
        let name = context.reader.text(choice::label(param)).to_owned();
        (name, part, Some(param))
    };
    // What moves nothing has no column.
    let parts: Vec<_> = found.parts.iter().filter(|part| part.1 != 0.0).collect();
    let shown = if parts.len() > SHOWN {
        SHOWN - 1
    } else {
        SHOWN
    };
    let mut columns: Vec<Column> = parts.iter().take(shown).map(|part| one(part)).collect();
    if parts.len() > shown {
        let others = parts.len() - shown;
        let name = context.say(
            || format!("{others} other inputs"),
            || format!("その他{others}項目"),
        );
        let sum = parts[shown..].iter().map(|part| part.1).sum();
        columns.push((name, sum, None));
    }
    columns
}

fn title(found: &Attribution, context: &Context) -> String {
    let largest = found.parts.first().filter(|part| part.1 != 0.0);
    let Some((param, _)) = largest else {
        return context.say(
            || "No change moves this result".to_owned(),
            || "この結果を動かした変更はない".to_owned(),
        );
    };
    let name = context.reader.text(choice::label(*param));
    context.say(
        || format!("Changed most by: {name}"),
        || format!("最も動かしたのは{name}"),
    )
}

fn note(found: &Attribution, context: &Context) -> String {
    let method = context.say(
        || "Shapley value: the effect of each change averaged over the orders in which the changes could be made, so the columns add up exactly. What changes do together is split evenly between them, which is a convention and not a finding.".to_owned(),
        || "シャープレイ値による。変更を加えるあらゆる順序について各変更の影響を平均するため、合計は必ず一致する。変更どうしの相乗効果は等分しており、これは約束事であって因果の発見ではない。".to_owned(),
    );
    if found.exact {
        return method;
    }
    let drawn = context.say(
        || " With so many changes, orders are drawn at random instead of all being tried; the sum stays exact.".to_owned(),
        || "変更が多いため、すべての順序ではなく無作為に選んだ順序で平均した。合計はこの場合も一致する。".to_owned(),
    );
    format!("{method}{drawn}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::attribute;
    use crate::chapters::tests::in_context;
    use crate::i18n::number::Currency;
    use crate::presets::PRESETS;
    use crate::text::Lang;
    use crate::whatif::headlines;

    #[test]
    fn the_columns_lead_from_the_base_case_to_the_present_result() {
        for preset in PRESETS {
            in_context(
                &preset.scenario(),
                (Lang::En, Currency::Native, false),
                |context| {
                    for choice in headlines::all() {
                        let Some(found) = attribute(choice.cell, context.scenario) else {
                            continue;
                        };
                        let figure = figure(choice.cell, &found, context);
                        let steps = figure.steps(&figure.panels[0], false);
                        let last = steps.len() - 1;
                        let reached = match last {
                            0 => 0.0,
                            _ => steps[last - 1].unwrap().to,
                        };
                        let total = steps[last].unwrap().to;
                        let size = found.base.abs().max(found.now.abs()).max(1e-9);
                        let name = choice.cell.output().id;
                        assert!(
                            (reached - total).abs() <= 1e-9 * size,
                            "{} {name}",
                            preset.id
                        );
                    }
                },
            );
        }
    }

    #[test]
    fn many_changes_are_added_up_after_the_largest() {
        let bold = crate::presets::Preset::find("cautious").unwrap().scenario();
        in_context(&bold, (Lang::Ja, Currency::Native, false), |context| {
            let cell = headlines::all()[0].cell;
            let found = attribute(cell, context.scenario).unwrap();
            assert!(!found.exact && found.parts.len() > SHOWN);
            let moving = found.parts.iter().filter(|part| part.1 != 0.0).count();
            assert_eq!(columns(&found, context).len(), moving.min(SHOWN));
        });
    }
}
