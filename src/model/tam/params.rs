//! The parameters of reshoring and autonomous manufacturing.

use crate::params;
use crate::source::{Document, Origin};
use crate::table::Row;
use crate::text::Text;
use crate::unit::Unit;

params! {
    /// The parameters of the reshoring model.
    pub struct Inputs;

    growth_us => Row {
        id: "growth.us", aliases: &[],
        label: Text::new("Growth after 2030, United States", "2031年以降の成長率（米国）"),
        unit: Unit::PercentAYear, origin: Origin::Assumed,
        default: 1.7, min: -1.0, max: 6.0, step: 0.1, low: 1.2, high: 2.2,
        note: Text::new(
            "2025-2030 follows the IMF World Economic Outlook of October 2025.",
            "2025～30年はIMF世界経済見通し（2025年10月）による。",
        ),
    };
    growth_we => Row {
        id: "growth.we", aliases: &[],
        label: Text::new("Growth after 2030, Western Europe", "2031年以降の成長率（西欧）"),
        unit: Unit::PercentAYear, origin: Origin::Assumed,
        default: 1.0, min: -1.0, max: 6.0, step: 0.1, low: 0.6, high: 1.5,
        note: Text::EMPTY,
    };
    growth_in => Row {
        id: "growth.in", aliases: &[],
        label: Text::new("Growth after 2030, India", "2031年以降の成長率（インド）"),
        unit: Unit::PercentAYear, origin: Origin::Assumed,
        default: 5.0, min: -1.0, max: 9.0, step: 0.1, low: 4.0, high: 6.0,
        note: Text::EMPTY,
    };
    growth_jp => Row {
        id: "growth.jp", aliases: &[],
        label: Text::new("Growth after 2030, Japan", "2031年以降の成長率（日本）"),
        unit: Unit::PercentAYear, origin: Origin::Assumed,
        default: 0.6, min: -1.0, max: 4.0, step: 0.1, low: 0.2, high: 1.0,
        note: Text::EMPTY,
    };
    reshoring_share => Row {
        id: "reshoring.share", aliases: &[],
        label: Text::new("Reshoring share", "リショアリング比率"),
        unit: Unit::Percent, origin: Origin::Published(Document::Reshoring),
        default: 100.0, min: 0.0, max: 100.0, step: 1.0, low: 50.0, high: 100.0,
        note: Text::new(
            "Part of today's manufacturing import deficit that production at home replaces by the target year.",
            "現在の製造業の輸入超過額のうち、完了年までに自国生産へ切り替わる割合。",
        ),
    };
    target_year => Row {
        id: "reshoring.target_year", aliases: &[],
        label: Text::new("Reshoring target year", "リショアリング完了年"),
        unit: Unit::Year, origin: Origin::Published(Document::Reshoring),
        default: 2050.0, min: 2035.0, max: 2060.0, step: 1.0, low: 2045.0, high: 2060.0,
        note: Text::EMPTY,
    };
    value_added_content => Row {
        id: "reshoring.value_added_content", aliases: &[],
        label: Text::new("Value added per unit of deficit closed", "赤字解消1単位当たり付加価値"),
        unit: Unit::Percent, origin: Origin::Assumed,
        default: 100.0, min: 30.0, max: 100.0, step: 1.0, low: 42.0, high: 100.0,
        note: Text::new(
            "100 replaces the deficit one for one; 42 is value added in US shipments (NBER-CES).",
            "100は赤字額がそのまま付加価値になるとの置き方、42は米国の出荷額に占める付加価値の割合（NBER-CES）である。",
        ),
    };
    capex_ratio_overseas => Row {
        id: "capex.ratio_overseas", aliases: &[],
        label: Text::new("CAPEX ratio to value added, overseas regions", "設備投資比率（対付加価値、海外3地域）"),
        unit: Unit::PercentOfValueAdded, origin: Origin::Calibrated(Document::Reshoring),
        default: 5.21, min: 1.0, max: 12.0, step: 0.01, low: 4.5, high: 6.7,
        note: Text::new(
            "Set so that overseas sales in 2040 are 31.4 trillion yen. The document derives the ratio from CAPEX to sales of major firms and applies it to value added; US census data give 6.65.",
            "2040年の海外売上高が31.4兆円となるように設定した。原典は大手企業の対売上高比率を付加価値に乗じており、米国センサスでは6.65％となる。",
        ),
    };
    capex_ratio_japan => Row {
        id: "capex.ratio_japan", aliases: &[],
        label: Text::new("CAPEX ratio to value added, Japan", "設備投資比率（対付加価値、日本）"),
        unit: Unit::PercentOfValueAdded, origin: Origin::Calibrated(Document::Reshoring),
        default: 6.35, min: 1.0, max: 12.0, step: 0.01, low: 5.5, high: 8.0,
        note: Text::new(
            "Set so that domestic sales in 2040 are 12.5 trillion yen.",
            "2040年の国内売上高が12.5兆円となるように設定した。",
        ),
    };
    productivity_growth => Row {
        id: "labour.productivity_growth", aliases: &[],
        label: Text::new("Labour productivity growth", "労働生産性上昇率"),
        unit: Unit::PercentAYear, origin: Origin::Published(Document::Reshoring),
        default: 0.0, min: 0.0, max: 3.0, step: 0.05, low: 0.0, high: 2.0,
        note: Text::new(
            "The document holds human productivity at today's level while output grows; this drives most of the shortage.",
            "原典は生産が伸びても1人当たり生産性を現状のまま据え置いており、人手不足の大半はこの前提から生じる。",
        ),
    };
    reshored_output => Row {
        id: "labour.reshored_output", aliases: &[],
        label: Text::new("Reshored output that needs workers at today's productivity", "リショアリング分の要員算入比率"),
        unit: Unit::Percent, origin: Origin::Published(Document::Reshoring),
        default: 0.0, min: 0.0, max: 100.0, step: 5.0, low: 0.0, high: 50.0,
        note: Text::new(
            "The document counts no workers for reshored output.",
            "原典はリショアリングに伴う増産分の要員を見込んでいない。",
        ),
    };
    wage_growth => Row {
        id: "labour.wage_growth", aliases: &[],
        label: Text::new("Real wage growth", "実質賃金上昇率"),
        unit: Unit::PercentAYear, origin: Origin::Assumed,
        default: 0.0, min: 0.0, max: 4.0, step: 0.05, low: 0.0, high: 1.5,
        note: Text::EMPTY,
    };
    adoption_2040 => Row {
        id: "autonomy.adoption_2040", aliases: &[],
        label: Text::new("Autonomy adoption in 2040", "自律化ソリューション導入率（2040年）"),
        unit: Unit::PercentOfMissingWork, origin: Origin::Calibrated(Document::Reshoring),
        default: 26.9, min: 0.0, max: 100.0, step: 0.1, low: 15.0, high: 45.0,
        note: Text::new(
            "Set so that reshoring CAPEX and labour substitution together are 360 billion dollars in 2040. All missing work replaced would be about three times as much.",
            "2040年のリショアリング投資と労働代替の合計が3,600億ドルとなるように設定した。不足分をすべて代替すれば約3倍になる。",
        ),
    };
    adoption_midpoint => Row {
        id: "autonomy.midpoint_year", aliases: &[],
        label: Text::new("Autonomy adoption midpoint", "自律化導入の中間年"),
        unit: Unit::Year, origin: Origin::Assumed,
        default: 2034.0, min: 2028.0, max: 2038.0, step: 1.0, low: 2031.0, high: 2038.0,
        note: Text::new(
            "Moves the path, not the value in 2040.",
            "途中の経路だけを動かし、2040年の値は変えない。",
        ),
    };
    adoption_speed => Row {
        id: "autonomy.speed", aliases: &[],
        label: Text::new("Autonomy adoption speed", "自律化導入の速さ"),
        unit: Unit::PerYear, origin: Origin::Assumed,
        default: 0.35, min: 0.1, max: 1.0, step: 0.05, low: 0.2, high: 0.5,
        note: Text::new(
            "Moves the path, not the value in 2040.",
            "途中の経路だけを動かし、2040年の値は変えない。",
        ),
    };
}
