//! What the model costs by GPU progress, against what the document prints, and the compute behind it.

use super::{HORIZON, START, drawn_cost};
use crate::chapters::{Context, build};
use crate::data;
use crate::figure::{Categories, Figure, Kind, Mark, Meaning, Panel, Series, Shape, Tone};
use crate::model::sovereign::GpuScenario;
use crate::output::{Cell, Place, UNDATED};
use crate::text::Text;
use crate::unit::Unit;

/// Parts of the cost in the order in which they add up, with names short enough for a column.
const PARTS: [(&str, Text); 7] = [
    ("sovereign.hardware", Text::new("Servers", "サーバー")),
    ("sovereign.data_centre", Text::new("Site", "拠点")),
    ("sovereign.rd_power", Text::new("R&D power", "学習電力")),
    ("sovereign.rd_labour", Text::new("R&D staff", "研究者")),
    ("sovereign.refresh_hardware", Text::new("Refresh", "更新")),
    ("sovereign.run_power", Text::new("Power", "電力")),
    ("sovereign.run_labour", Text::new("Staff", "人員")),
];

const TOTAL: Text = Text::new("Total", "合計");

/// Groups of cost that the document prints, with the id of the printed figure.
const GROUPS: [(&str, Text, &str); 4] = [
    (
        "sovereign.capital",
        Text::new("Capital, 2026–31", "設備投資（2026～31年）"),
        "sovereign.capex-cost",
    ),
    (
        "sovereign.rd",
        Text::new("R&D, 2026–31", "研究開発（2026～31年）"),
        "sovereign.rnd-cost",
    ),
    (
        "sovereign.running",
        Text::new("Running, to 2040", "運用（2040年まで）"),
        "sovereign.running-cost",
    ),
    (
        "sovereign.total",
        Text::new("Total", "合計"),
        "sovereign.investment-total",
    ),
];

/// Parts may differ by half of the last digit printed, the total by what the rounding of its parts adds up to.
const ROUNDING: [f64; 4] = [0.05, 0.05, 0.05, 0.15];

/// How the parts add up to the total, for frozen and linear GPU progress.
pub fn build_up(context: &Context) -> Figure {
    let names = PARTS.iter().map(|(_, name)| *name).chain([TOTAL]);
    let categories = Categories::Names(
        names
            .map(|name| context.reader.text(name).to_owned())
            .collect(),
    );
    let panels = GpuScenario::ALL
        .map(|scenario| build_up_panel(context, &categories, scenario))
        .to_vec();
    Figure {
        title: build_up_title(context),
        subtitle: context.say(
            || format!("Cost by item and GPU progress, {START}–{HORIZON}, not discounted"),
            || format!("GPU性能の想定別・項目別の費用、{START}～{HORIZON}年累計、割引前"),
        ),
        note: context.say(
            || "The split is the model’s; the document prints groups only. In the base case the token count is calibrated to the published capital cost.".to_owned(),
            || "内訳は本モデルによる。原典は区分ごとの金額のみを示す。基準ケースのトークン数は公表された設備投資額に合わせた較正値。".to_owned(),
        ),
        ..drawn_cost(Kind::Waterfall, categories, panels)
    }
}

fn build_up_panel(context: &Context, categories: &Categories, scenario: GpuScenario) -> Panel {
    let place = Place::Gpu(scenario);
    let cell = |output: &str| Cell::find(output, place, UNDATED);
    let parts = PARTS.iter().map(|(output, _)| cell(output)).chain([None]);
    let total = std::iter::repeat_n(None, PARTS.len()).chain([cell("sovereign.total")]);
    let series = |cells, tone, name: Text| {
        let name = context.reader.text(name).to_owned();
        build::series(context, categories, Meaning::Cells(cells), tone, name)
    };
    let parts = series(parts.collect(), Tone::Cost, Text::new("Part", "内訳"));
    let total = Series {
        shape: Shape::Total,
        ..series(total.collect(), Tone::Result, TOTAL)
    };
    build::panel(place.label(context.reader.lang), vec![parts, total])
}

fn build_up_title(context: &Context) -> String {
    let total = |scenario| context.written("sovereign.total", Place::Gpu(scenario), UNDATED);
    let (low, high) = (total(GpuScenario::Linear), total(GpuScenario::Frozen));
    let years = HORIZON - START + 1;
    if low == high {
        return context.say(
            || format!("{years} years cost {high} either way"),
            || format!("{years}年間の費用はいずれも{high}"),
        );
    }
    context.say(
        || format!("{years} years cost {low} to {high}"),
        || format!("{years}年間の費用は{low}～{high}"),
    )
}

/// The model's groups against the printed range: frozen is its high end, linear its low one.
pub fn against_published(context: &Context) -> Figure {
    let names = GROUPS.map(|(_, name, _)| context.reader.text(name).to_owned());
    let categories = Categories::Names(names.to_vec());
    let panels = GpuScenario::ALL
        .map(|scenario| group_panel(context, &categories, scenario))
        .to_vec();
    Figure {
        title: group_title(context),
        subtitle: context.say(
            || {
                "Cost by group and GPU progress, not discounted; diamonds: printed in the document"
                    .to_owned()
            },
            || "GPU性能の想定別・区分別の費用、割引前。菱形は文書に記載の値".to_owned(),
        ),
        note: group_note(context),
        ..drawn_cost(Kind::NestedBars, categories, panels)
    }
}

fn group_panel(context: &Context, categories: &Categories, scenario: GpuScenario) -> Panel {
    let place = Place::Gpu(scenario);
    let cells = GROUPS.map(|(output, _, _)| Cell::find(output, place, UNDATED));
    let series = build::series(
        context,
        categories,
        Meaning::Cells(cells.to_vec()),
        Tone::Cost,
        context.say(|| "model".to_owned(), || "本モデル".to_owned()),
    );
    let mut panel = build::panel(place.label(context.reader.lang), vec![series]);
    panel.marks = (0..GROUPS.len())
        .filter_map(|index| {
            let value = printed(index, scenario)?;
            Some(Mark {
                index,
                value,
                computed: None,
                height: value,
                label: context.reader.native(Unit::JpyTn).write(Unit::JpyTn, value),
            })
        })
        .collect();
    panel
}

/// What the document prints for a group: the low end for linear progress, the high one for none.
fn printed(group: usize, scenario: GpuScenario) -> Option<f64> {
    let published = data::published(GROUPS[group].2);
    let end = match scenario {
        GpuScenario::Frozen => published.high,
        GpuScenario::Linear => published.low,
    };
    end.or(published.value)
}

fn group_title(context: &Context) -> String {
    let met = |group: usize, scenario: GpuScenario| {
        let value = context.value(GROUPS[group].0, Place::Gpu(scenario), UNDATED);
        printed(group, scenario).is_some_and(|printed| (value - printed).abs() <= ROUNDING[group])
    };
    let all_met = (0..GROUPS.len()).all(|group| {
        GpuScenario::ALL
            .into_iter()
            .all(|scenario| met(group, scenario))
    });
    if all_met {
        context.say(
            || "Linear progress meets the low end, frozen the high".to_owned(),
            || "公表レンジの下限は線形進化、上限は据え置き".to_owned(),
        )
    } else {
        context.say(
            || "Present inputs leave the published range".to_owned(),
            || "現在の前提では公表レンジと一致しない".to_owned(),
        )
    }
}

/// The printed parts of the high end do not add up to the printed total; by how much follows from the register.
fn group_note(context: &Context) -> String {
    let high = |group| printed(group, GpuScenario::Frozen).unwrap_or(f64::NAN);
    let yen = |value| context.reader.native(Unit::JpyTn).write(Unit::JpyTn, value);
    let (parts, total) = (yen(high(0) + high(1) + high(2)), yen(high(3)));
    context.say(
        || format!("The printed parts of the high end add to {parts}, the printed total is {total}: rounding."),
        || format!("上限側の記載値を足すと{parts}となり、合計の記載は{total}である。端数処理による差とみられる。"),
    )
}

/// GPUs bought for training, and those that replace them.
pub fn gpus(context: &Context) -> Figure {
    let bought = context.say(|| "bought for 2031".to_owned(), || "2031年導入".to_owned());
    let refresh = context.say(|| "refresh in 2036".to_owned(), || "2036年更新".to_owned());
    let panels = vec![
        progress_panel(context, "sovereign.gpus", bought),
        progress_panel(context, "sovereign.gpus_2036", refresh),
    ];
    let gpus = |scenario| context.written("sovereign.gpus", Place::Gpu(scenario), UNDATED);
    let (frozen, linear) = (gpus(GpuScenario::Frozen), gpus(GpuScenario::Linear));
    Figure {
        title: context.say(
            || format!("Frozen takes {frozen}, linear {linear}"),
            || format!("据え置きなら{frozen}、線形進化なら{linear}"),
        ),
        subtitle: context.say(
            || "GPUs that finish the final training run in its window, by GPU progress".to_owned(),
            || "最終学習を期間内に終えるのに要するGPU、性能の想定別".to_owned(),
        ),
        unit: Unit::Gpus,
        note: context.say(
            || {
                "A cluster of today’s chip type; newer ones change price and power as well."
                    .to_owned()
            },
            || "現行品種によるクラスターの規模。新しい世代では価格と消費電力も変わる。".to_owned(),
        ),
        ..drawn_cost(Kind::NestedBars, progress_names(context), panels)
    }
}

/// The power of the site.
pub fn megawatts(context: &Context) -> Figure {
    let power = |scenario| context.written("sovereign.megawatts", Place::Gpu(scenario), UNDATED);
    let (frozen, linear) = (power(GpuScenario::Frozen), power(GpuScenario::Linear));
    Figure {
        title: context.say(
            || format!("The site draws {frozen} frozen, {linear} linear"),
            || format!("拠点の電力は据え置き{frozen}、線形進化{linear}"),
        ),
        subtitle: context.say(
            || {
                "Power of the first cluster at full load, cooling included, by GPU progress"
                    .to_owned()
            },
            || "最初のクラスターの最大電力（冷却を含む）、GPU性能の想定別".to_owned(),
        ),
        unit: Unit::Megawatt,
        ..drawn_cost(
            Kind::NestedBars,
            progress_names(context),
            vec![progress_panel(
                context,
                "sovereign.megawatts",
                String::new(),
            )],
        )
    }
}

fn progress_names(context: &Context) -> Categories {
    let name = |scenario| Place::Gpu(scenario).label(context.reader.lang);
    Categories::Names(GpuScenario::ALL.map(name).to_vec())
}

/// One output for frozen and linear GPU progress.
fn progress_panel(context: &Context, output: &str, name: String) -> Panel {
    let cells = GpuScenario::ALL.map(|scenario| Cell::find(output, Place::Gpu(scenario), UNDATED));
    let label = cells[0].map(|cell| context.reader.text(cell.output().label).to_owned());
    let series = build::series(
        context,
        &progress_names(context),
        Meaning::Cells(cells.to_vec()),
        Tone::Hardware,
        label.unwrap_or_default(),
    );
    build::panel(name, vec![series])
}
