//! The effects of 2040 by use: what the document prints, what the model gives, what of it counts.

use super::{HORIZON, drawn, result, written};
use crate::chapters::{Context, build};
use crate::data;
use crate::figure::{Categories, Figure, Kind, Mark, Meaning, Series, Tone};
use crate::output::{Cell, Place, UNDATED};
use crate::text::Text;
use crate::unit::Unit;

/// A use: its full effect, what of it counts, its name with whom it reaches, and what the document prints.
struct Use {
    full: &'static str,
    counted: &'static str,
    name: Text,
    published: &'static str,
}

const USES: [Use; 4] = [
    Use {
        full: "sovereign.full_health",
        counted: "sovereign.counted_health",
        name: Text::new("Health care: public spending", "医療：公的支出"),
        published: "sovereign.healthcare-benefit",
    },
    Use {
        full: "sovereign.full_digital",
        counted: "sovereign.counted_digital",
        name: Text::new("Digital outflow: national wealth", "デジタル流出：国富"),
        published: "sovereign.digital-outflow-benefit",
    },
    Use {
        full: "sovereign.full_auto",
        counted: "sovereign.counted_auto",
        name: Text::new("Automotive: output at home", "自動車：国内生産"),
        published: "sovereign.automotive-benefit",
    },
    Use {
        full: "sovereign.full_asean",
        counted: "sovereign.counted_asean",
        name: Text::new("ASEAN: output abroad", "ASEAN：域内の付加価値"),
        published: "sovereign.asean-benefit",
    },
];

/// Bars of the full effect, over them what counts, with the printed values.
pub fn by_use(context: &Context) -> Figure {
    let names = USES
        .iter()
        .map(|it| context.reader.text(it.name).to_owned());
    let categories = Categories::Names(names.collect());
    let full = Series {
        base: None,
        ..series(context, &categories, Tone::Remaining, |it| {
            (it.full, UNDATED)
        })
    };
    let counted = series(context, &categories, Tone::Benefit, |it| {
        (it.counted, HORIZON)
    });
    let mut panel = build::panel(String::new(), vec![full, counted]);
    panel.marks = USES
        .iter()
        .enumerate()
        .filter_map(|(index, it)| mark(context, index, it))
        .collect();
    Figure {
        title: title(context),
        subtitle: context.say(
            || format!("Effects of the one year {HORIZON}; diamonds: printed in the document"),
            || format!("{HORIZON}年単年の効果。菱形は文書に記載の値"),
        ),
        note: context.say(
            || "In the base case health, automotive and ASEAN are calibrated to the printed effects; counted is what its switch allows, times the attribution.".to_owned(),
            || "基準ケースの医療、自動車、ASEANは記載された効果に合わせた較正値。算入分は、算入する効果に帰属割合を掛けた額。".to_owned(),
        ),
        ..drawn(Kind::NestedBars, categories, vec![panel])
    }
}

fn series(
    context: &Context,
    categories: &Categories,
    tone: Tone,
    output: fn(&Use) -> (&'static str, u16),
) -> Series {
    let cell = |it: &Use| {
        let (output, year) = output(it);
        Cell::find(output, Place::Whole, year)
    };
    let name = match tone {
        Tone::Benefit => Text::new("counted", "算入分"),
        _ => Text::new("full effect", "効果の全額"),
    };
    build::series(
        context,
        categories,
        Meaning::Cells(USES.iter().map(cell).collect()),
        tone,
        context.reader.text(name).to_owned(),
    )
}

fn mark(context: &Context, index: usize, it: &Use) -> Option<Mark> {
    let value = data::published(it.published).value?;
    Some(Mark {
        index,
        value,
        computed: None,
        height: value,
        label: context.reader.native(Unit::JpyTn).write(Unit::JpyTn, value),
    })
}

fn title(context: &Context) -> String {
    let all = written(context, "sovereign.full");
    if result(context, "sovereign.full_health") <= 0.0 {
        return context.say(
            || format!("None of {all} in {HORIZON} is public spending"),
            || format!("{HORIZON}年の効果{all}に公的支出の抑制はない"),
        );
    }
    context.say(
        || format!("Of {all} in {HORIZON}, only health is public spending"),
        || format!("{HORIZON}年の効果{all}のうち公的支出は医療のみ"),
    )
}
