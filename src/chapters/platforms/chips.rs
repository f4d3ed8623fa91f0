//! Google's chips by generation.

use super::of_dataset;
use crate::chapters::{Context, build};
use crate::data;
use crate::figure::{Categories, Figure, Kind, Source, Tone};
use crate::text::Text;
use crate::unit::Unit;

/// The specifications of Google's chips: name, and the end of the ids in the register.
const SPECS: [(Text, &str); 5] = [
    (
        Text::new("Peak compute per chip", "チップ当たり演算性能"),
        "flops",
    ),
    (Text::new("Memory bandwidth", "メモリー帯域幅"), "hbm-bw"),
    (Text::new("Memory", "メモリー容量"), "hbm"),
    (Text::new("Links between chips", "チップ間帯域幅"), "ici"),
    (Text::new("Chips in a pod", "Pod当たりチップ数"), "pod"),
];

/// How the ids of the newest generation begin.
const IRONWOOD: &str = "platforms.tpu-ironwood-";

/// How the ids of the generation begin that the others are measured by.
const TPU_V4: &str = "platforms.tpu-v4-";

const CHIPS: [(&str, &str, Tone); 3] = [
    ("Ironwood", IRONWOOD, Tone::Stage(0)),
    ("TPU v5p", "platforms.tpu-v5p-", Tone::Stage(1)),
    ("TPU v4", TPU_V4, Tone::Stage(2)),
];

/// Three generations of Google's chips in multiples of the first.
pub fn tpu(context: &Context) -> Figure {
    let names = SPECS.map(|(name, _)| context.reader.text(name).to_owned());
    let series = CHIPS.map(|(name, chip, tone)| {
        of_dataset(
            name.to_owned(),
            tone,
            "published",
            multiples(chip).collect(),
        )
    });
    let (least, most) = multiples(IRONWOOD)
        .flatten()
        .fold((f64::MAX, 0.0_f64), |(least, most), multiple| {
            (least.min(multiple), most.max(multiple))
        });
    let written = |multiple| context.reader.write(Unit::Times, multiple);
    let (least, most) = (written(least), written(most));
    Figure {
        title: context.say(
            || format!("Ironwood offers {least} to {most} TPU v4"),
            || format!("Ironwoodの性能はTPU v4の{least}～{most}"),
        ),
        subtitle: context.say(
            || "Specifications of Google’s chips by generation, TPU v4 = 1".to_owned(),
            || "Googleの自社チップの世代別仕様、TPU v4＝1".to_owned(),
        ),
        categories: Categories::Names(names.to_vec()),
        panels: vec![build::panel(String::new(), series.to_vec())],
        kind: Kind::NestedBars,
        unit: Unit::Times,
        sources: vec![Source::Dataset("published")],
        note: context.say(
            || "Theoretical peaks; the numeric precision is not stated, so generations may not be like for like.".to_owned(),
            || "演算性能は理論上の最大値。演算精度の条件が示されておらず、世代間で条件が異なる可能性がある。".to_owned(),
        ),
    }
}

/// The specifications of a chip in multiples of the first generation.
fn multiples(chip: &'static str) -> impl Iterator<Item = Option<f64>> {
    SPECS
        .iter()
        .map(move |(_, spec)| Some(printed_spec(chip, spec)? / printed_spec(TPU_V4, spec)?))
}

fn printed_spec(chip: &str, spec: &str) -> Option<f64> {
    data::published(&format!("{chip}{spec}")).value
}
