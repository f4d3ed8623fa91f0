//! Outputs of the chapter on Japan's share and profit.

use super::{Output, Place, Together};
use crate::model::Results;
use crate::model::capture::{FIRST_YEAR, LAST_YEAR, Year};
use crate::model::tam::RegionYear;
use crate::region::Region;
use crate::text::Text;
use crate::unit::Unit;

/// The outputs, from the conclusion down to its parts.
pub const OUTPUTS: &[Output] = &[
    Output {
        id: "capture.sales",
        label: Text::new("Sales of Japanese makers", "日本企業の売上高"),
        about: Text::new(
            "What Japanese makers of capital goods sell at home and in the three overseas regions, at 2024 prices.",
            "日本の資本財企業が国内と海外3地域で得る売上高。2024年価格。",
        ),
        formula: "{capture.domestic} + {capture.overseas}",
        read: |results, place, year| at(results, place, year, |y| Some(y.sales)),
        ..BLANK
    },
    Output {
        id: "capture.domestic",
        label: Text::new("Sales at home", "国内売上高"),
        about: Text::new(
            "Sales in Japan: a constant share of investment and substitution there. Stated in yen, so the exchange rate does not move it.",
            "国内の設備投資と人手不足代替に一定のシェアを乗じた額。円建てのため為替レートには左右されない。",
        ),
        formula: "{capture.hardware_home} + {capture.solutions_home}",
        read: |results, place, year| at(results, place, year, |y| Some(y.domestic)),
        ..BLANK
    },
    Output {
        id: "capture.overseas",
        label: Text::new("Sales overseas", "海外売上高"),
        about: Text::new(
            "Sales in the United States, Western Europe and India, at the shares assumed for each segment.",
            "米国、西欧、インドでの売上高。市場区分ごとのシェア想定による。",
        ),
        formula: "{capture.hardware_overseas} + {capture.solutions_overseas}",
        read: |results, place, year| at(results, place, year, |y| Some(y.overseas)),
        ..BLANK
    },
    Output {
        id: "capture.hardware",
        label: Text::new("Hardware sales", "ハードウェア売上高"),
        about: Text::new(
            "Machines sold against CAPEX as usual and reshoring CAPEX.",
            "経常的な設備投資とリショアリング投資に対する資本財の売上高。",
        ),
        formula: "{capture.hardware_home} + {capture.hardware_overseas}",
        read: |results, place, year| at(results, place, year, |y| Some(y.hardware)),
        ..BLANK
    },
    Output {
        id: "capture.solutions",
        label: Text::new("Solution sales", "ソリューション売上高"),
        about: Text::new(
            "What is sold to replace missing labour. It takes the replaced wage bill for a market, which is a ceiling of what users would pay.",
            "不足労働を代替する製品・サービスの売上高。置き換わる賃金相当額を市場とみなすため、上限に近い見方である。",
        ),
        formula: "{capture.solutions_home} + {capture.solutions_overseas}",
        read: |results, place, year| at(results, place, year, |y| Some(y.solutions)),
        ..BLANK
    },
    Output {
        id: "capture.solution_share",
        label: Text::new("Solutions in sales", "売上高に占めるソリューションの割合"),
        unit: Unit::Fraction,
        about: Text::new(
            "How much of sales is solutions rather than machines.",
            "売上高のうち、機械ではなくソリューションが占める割合。",
        ),
        formula: "{capture.solutions} ÷ {capture.sales}",
        read: |results, place, year| at(results, place, year, |y| part(y.solutions, y.sales)),
        ..BLANK
    },
    Output {
        id: "capture.hardware_home",
        label: Text::new("Hardware sales at home", "ハードウェア売上高（国内）"),
        about: Text::new(
            "The share of investment in Japan, at 150 yen per dollar whatever the exchange rate.",
            "国内設備投資のうち獲得する額。為替レートの設定によらず1ドル150円で換算する。",
        ),
        formula: "{capture.domestic_share} × ({tam.capex_as_usual/jp} + {tam.reshoring_capex/jp}) × 150 ÷ 1000",
        read: |results, place, year| at(results, place, year, |y| Some(y.sold.hardware_home)),
        ..BLANK
    },
    Output {
        id: "capture.hardware_overseas",
        label: Text::new("Hardware sales overseas", "ハードウェア売上高（海外）"),
        about: Text::new(
            "The share of investment in the three overseas regions, at the exchange rate.",
            "海外3地域の設備投資のうち獲得する額。設定した為替レートで換算する。",
        ),
        formula: "({capture.share_as_usual} × {tam.capex_as_usual/not-jp} + {capture.share_new} × {tam.reshoring_capex/not-jp}) × {macro.fx} ÷ 1000",
        read: |results, place, year| at(results, place, year, |y| Some(y.sold.hardware_overseas)),
        ..BLANK
    },
    Output {
        id: "capture.solutions_home",
        label: Text::new("Solution sales at home", "ソリューション売上高（国内）"),
        about: Text::new(
            "The share of labour substitution in Japan, at 150 yen per dollar whatever the exchange rate.",
            "国内の人手不足代替のうち獲得する額。為替レートの設定によらず1ドル150円で換算する。",
        ),
        formula: "{capture.domestic_share} × {tam.labour_substitution/jp} × 150 ÷ 1000",
        read: |results, place, year| at(results, place, year, |y| Some(y.sold.solutions_home)),
        ..BLANK
    },
    Output {
        id: "capture.solutions_overseas",
        label: Text::new("Solution sales overseas", "ソリューション売上高（海外）"),
        about: Text::new(
            "The share of labour substitution in the three overseas regions, at the exchange rate.",
            "海外3地域の人手不足代替のうち獲得する額。設定した為替レートで換算する。",
        ),
        formula: "{capture.share_new} × {tam.labour_substitution/not-jp} × {macro.fx} ÷ 1000",
        read: |results, place, year| at(results, place, year, |y| Some(y.sold.solutions_overseas)),
        ..BLANK
    },
    Output {
        id: "capture.home_market",
        label: Text::new("Market at home", "国内市場"),
        about: Text::new(
            "Investment and labour substitution in Japan, at 150 yen per dollar whatever the exchange rate.",
            "国内の設備投資と人手不足代替の合計。為替レートの設定によらず1ドル150円で換算する。",
        ),
        formula: "({tam.capex_as_usual/jp} + {tam.new_market/jp}) × 150 ÷ 1000",
        read: |results, place, year| {
            at(results, place, year, |_| {
                Some(market(results, &[Region::Jp], year) * crate::model::shared::FX_HOME)
            })
        },
        ..BLANK
    },
    Output {
        id: "capture.overseas_market",
        label: Text::new("Market overseas", "海外市場"),
        unit: Unit::UsdBn,
        about: Text::new(
            "Investment and labour substitution in the United States, Western Europe and India.",
            "米国、西欧、インドの設備投資と人手不足代替の合計。",
        ),
        formula: "{tam.capex_as_usual/not-jp} + {tam.new_market/not-jp}",
        read: |results, place, year| {
            at(results, place, year, |_| {
                Some(market(results, &Region::OVERSEAS, year))
            })
        },
        ..BLANK
    },
    Output {
        id: "capture.overseas_share",
        label: Text::new("Overseas share", "海外シェア"),
        unit: Unit::Fraction,
        about: Text::new(
            "Sales overseas relative to the overseas market, all segments together. It is not set; it follows from the segments.",
            "海外市場全体に占める日本企業のシェア。入力ではなく、市場区分ごとのシェアから決まる。",
        ),
        formula: "{capture.overseas} ÷ ({capture.overseas_market} × {macro.fx} ÷ 1000)",
        read: |results, place, year| {
            at(results, place, year, |y| {
                y.overseas_share.map(|percent| percent / 100.0)
            })
        },
        ..BLANK
    },
    Output {
        id: "capture.share_as_usual",
        label: Text::new("Share of CAPEX as usual", "シェア（経常的な設備投資）"),
        unit: Unit::Fraction,
        about: Text::new(
            "Japanese makers' share of overseas CAPEX as usual: flat to 2030, then on a straight line to 2040.",
            "海外の経常的な設備投資における日本企業のシェア。2030年まで一定、以後2040年まで直線で変化する。",
        ),
        formula: "{capture.overseas_share_2030} + ({capture.overseas_as_usual_share_2040} − {capture.overseas_share_2030}) × min(1, max(0, ({year} − 2030) ÷ 10))",
        read: |results, place, year| at(results, place, year, |y| Some(y.sold.share_as_usual)),
        ..BLANK
    },
    Output {
        id: "capture.share_new",
        label: Text::new("Share of the new market", "シェア（新市場）"),
        unit: Unit::Fraction,
        about: Text::new(
            "Japanese makers' share of overseas reshoring CAPEX and substitution: flat to 2030, then on a straight line to 2040.",
            "海外のリショアリング投資と人手不足代替における日本企業のシェア。2030年まで一定、以後2040年まで直線で変化する。",
        ),
        formula: "{capture.overseas_share_2030} + ({capture.overseas_new_share_2040} − {capture.overseas_share_2030}) × min(1, max(0, ({year} − 2030) ÷ 10))",
        read: |results, place, year| at(results, place, year, |y| Some(y.sold.share_new)),
        ..BLANK
    },
    Output {
        id: "capture.margin",
        label: Text::new("Operating margin", "営業利益率"),
        unit: Unit::Fraction,
        about: Text::new(
            "Operating profit over sales. In the base case one cost ratio is calibrated so that 2040 meets the published margin.",
            "売上高に対する営業利益の割合。基準ケースでは、2040年が公表値に一致するよう費用比率の1つを較正した。",
        ),
        formula: "{capture.operating_profit} ÷ {capture.sales}",
        read: |results, place, year| {
            at(results, place, year, |y| {
                y.margin.map(|percent| percent / 100.0)
            })
        },
        ..BLANK
    },
    Output {
        id: "capture.operating_profit",
        label: Text::new("Operating profit", "営業利益"),
        about: Text::new(
            "Sales less all costs.",
            "売上高からすべての費用を差し引いた額。",
        ),
        formula: "{capture.sales} − {capture.cogs} − {capture.sga} − {capture.depreciation} − {capture.ai_rnd}",
        read: |results, place, year| at(results, place, year, |y| Some(y.operating_profit)),
        ..BLANK
    },
    Output {
        id: "capture.cogs",
        label: Text::new("Cost of goods sold", "売上原価"),
        about: Text::new(
            "Cost of goods of machines and of solutions.",
            "ハードウェアとソリューションの売上原価。",
        ),
        formula: "{capture.hardware_cogs} + {capture.solution_cogs}",
        read: |results, place, year| at(results, place, year, |y| Some(y.cogs)),
        ..BLANK
    },
    Output {
        id: "capture.hardware_cogs",
        label: Text::new("Cost of goods, machines", "売上原価（ハードウェア）"),
        about: Text::new(
            "Hardware sales times their cost ratio.",
            "ハードウェア売上高に原価率を乗じた額。",
        ),
        formula: "{capture.hardware} × {pnl.hardware_cogs}",
        read: |results, place, year| at(results, place, year, |y| Some(y.hardware_cogs)),
        ..BLANK
    },
    Output {
        id: "capture.solution_cogs",
        label: Text::new("Cost of goods, solutions", "売上原価（ソリューション）"),
        about: Text::new(
            "Solution sales times their cost ratio.",
            "ソリューション売上高に原価率を乗じた額。",
        ),
        formula: "{capture.solutions} × {pnl.solution_cogs}",
        read: |results, place, year| at(results, place, year, |y| Some(y.cogs - y.hardware_cogs)),
        ..BLANK
    },
    Output {
        id: "capture.sga",
        label: Text::new("SG&A and R&D", "販管費・研究開発費"),
        about: Text::new(
            "Selling and administration of both, and the running R&D of solutions.",
            "販売費と一般管理費。ソリューションは経常的な研究開発費を含む。",
        ),
        formula: "{capture.hardware} × {pnl.hardware_sga} + {capture.solutions} × {pnl.solution_opex}",
        read: |results, place, year| at(results, place, year, |y| Some(y.sga)),
        ..BLANK
    },
    Output {
        id: "capture.depreciation",
        label: Text::new("Depreciation of added capacity", "増産設備の減価償却費"),
        about: Text::new(
            "Straight-line depreciation from the year after the investment, without end, since worn-out capacity is replaced.",
            "投資の翌年からの定額償却。更新投資を見込むため償却は続く。",
        ),
        formula: "{capture.capacity} ÷ {pnl.depreciation_life}",
        read: |results, place, year| at(results, place, year, |y| Some(y.depreciation)),
        ..BLANK
    },
    Output {
        id: "capture.capacity",
        label: Text::new("Added capacity in use", "稼働中の増産設備"),
        about: Text::new(
            "Capacity investment made before the year.",
            "前年までに行った増産投資の累計。",
        ),
        formula: "min(1, max(0, {year} − 2030)) × {capture.capacity_investment@2030} + min(1, max(0, {year} − 2035)) × {capture.capacity_investment@2035}",
        read: |results, place, year| at(results, place, year, |y| Some(y.capacity)),
        ..BLANK
    },
    Output {
        id: "capture.capacity_investment",
        label: Text::new("Capacity investment", "増産投資"),
        about: Text::new(
            "Investment in 2030 and 2035 for the growth of hardware sales in the five years that follow.",
            "2030年と2035年に、以後5年間のハードウェア増収に備えて行う投資。",
        ),
        formula: "{pnl.capacity_intensity} × max(0, {capture.hardware@+5} − {capture.hardware})",
        read: |results, place, year| at(results, place, year, |y| y.capacity_investment),
        ..BLANK
    },
    Output {
        id: "capture.ai_rnd",
        label: Text::new("AI models", "AIモデル開発費"),
        about: Text::new(
            "One model generation spread evenly over the years between two; none in 2025.",
            "1世代の開発費を開発間隔の年数で均した額。2025年は計上しない。",
        ),
        formula: "min(1, {year} − 2025) × {capture.generation_cost} ÷ {pnl.model_interval}",
        read: |results, place, year| at(results, place, year, |y| Some(y.ai_rnd)),
        ..BLANK
    },
    Output {
        id: "capture.generation_cost",
        label: Text::new("Cost of one model generation", "AIモデル1世代の開発費"),
        undated: true,
        about: Text::new(
            "Tuning models of this size, as a part of what training them from scratch would cost.",
            "所定の規模のモデルを調整する費用。ゼロから学習する場合の費用に対する割合で見積もる。",
        ),
        formula: "{capture.model_cost_per_trillion} × {pnl.generation_parameters} ÷ {pnl.model_cost_divisor}",
        read: |results, place, _| {
            (place == Place::Whole).then_some(results.capture[LAST_YEAR].generation_cost)
        },
        ..BLANK
    },
    Output {
        id: "capture.model_cost_per_trillion",
        label: Text::new(
            "Training from scratch, per trillion parameters",
            "1兆パラメータ当たりの学習費用",
        ),
        undated: true,
        about: Text::new(
            "Capital and R&D of Japan's own base model over its size, taken from the chapter on sovereign AI.",
            "ソブリンAIの章から引いた、国産ベースモデルの設備費と研究開発費を規模で割った額。",
        ),
        formula: "({sovereign.capital} + {sovereign.rd}) ÷ {sovereign.parameters}",
        read: |results, place, _| {
            (place == Place::Whole).then_some(results.sovereign.development_cost_per_trillion)
        },
        ..BLANK
    },
];

/// What most rows have in common.
const BLANK: Output = Output {
    id: "",
    label: Text::EMPTY,
    unit: Unit::JpyTn,
    undated: false,
    about: Text::EMPTY,
    together: Together::SameFormula,
    formula: "",
    read: |_, _, _| None,
};

/// A quantity of a year of the model.
fn at(
    results: &Results,
    place: Place,
    year: u16,
    quantity: impl Fn(&Year) -> Option<f64>,
) -> Option<f64> {
    let exists = place == Place::Whole && (FIRST_YEAR..=LAST_YEAR).contains(&year);
    exists.then(|| quantity(&results.capture[year])).flatten()
}

/// `part` of `whole`; `None` of nothing.
fn part(part: f64, whole: f64) -> Option<f64> {
    (whole != 0.0).then(|| part / whole)
}

/// All segments of the market in some regions, USD bn.
fn market(results: &Results, regions: &[Region], year: u16) -> f64 {
    let all = |region: &RegionYear| {
        region.capex_as_usual + region.reshoring_capex + region.labour_substitution
    };
    results.tam.sum(regions, year, all)
}
