//! The limits, in chapter order.

use super::{Limit, Measured};
use crate::data::books;
use crate::model::platforms::Lab;
use crate::model::{self, Results};
use crate::region::Region;
use crate::scenario::{ParamId, Scenario};
use crate::text::Text;
use crate::unit::Unit;
use crate::view::HORIZON;

/// Every limit.
pub const LIMITS: &[Limit] = &[
    Limit {
        id: "adoption-over-all",
        inputs: &[
            "autonomy.adoption_2040",
            "autonomy.midpoint_year",
            "autonomy.speed",
        ],
        unit: Unit::Percent,
        measure: adoption,
        says: Text::new(
            "By the last year of the model, 2050, adoption would reach {value} of the missing work. More than {limit} cannot be done; the model cuts the curve there.",
            "モデル最終年の2050年に、導入率は不足労働の{value}に達する計算になる。{limit}を超える導入はあり得ず、モデルは曲線をそこで打ち切っている。",
        ),
    },
    Limit {
        id: "shortage-over-workforce",
        inputs: &[
            "growth.us",
            "growth.we",
            "growth.jp",
            "labour.productivity_growth",
            "labour.reshored_output",
        ],
        unit: Unit::Percent,
        measure: shortage,
        says: Text::new(
            "In 2040 a region other than India would miss {value} of the workers it has. Up to {limit} it lacks fewer than it has; in the documents’ case only India lacks more.",
            "2040年に、インド以外のいずれかの地域で不足労働者が就業可能な労働者の{value}に達する。{limit}以内であれば不足は就業者を下回る。文書のケースでこれを超えるのはインドのみである。",
        ),
    },
    Limit {
        id: "home-share",
        inputs: &["capture.domestic_share"],
        unit: Unit::Percent,
        measure: |scenario, _| {
            Measured::at_most(
                value(scenario, "capture.domestic_share"),
                printed("capture.domestic-share-headline"),
            )
        },
        says: Text::new(
            "A home share of {value} is more than any document prints: the highest is {limit}.",
            "国内シェア{value}は、どの文書の値よりも高い。公表値の最高は{limit}である。",
        ),
    },
    Limit {
        id: "overseas-share",
        inputs: &[
            "capture.overseas_new_share_2040",
            "capture.overseas_as_usual_share_2040",
        ],
        unit: Unit::Percent,
        measure: |_, results| {
            Measured::at_most(
                results.capture[HORIZON].overseas_share.unwrap_or(0.0),
                printed("capture.overseas-share-blended"),
            )
        },
        says: Text::new(
            "Together the two overseas shares come to {value} of the market overseas in 2040. The documents’ revenue rests on just under {limit}.",
            "2つの海外シェアを合わせると、2040年の海外市場全体の{value}になる。文書の売上見通しが前提とするのは{limit}弱である。",
        ),
    },
    Limit {
        id: "overseas-share-falls",
        inputs: &[
            "capture.overseas_share_2030",
            "capture.overseas_as_usual_share_2040",
            "capture.overseas_new_share_2040",
        ],
        unit: Unit::Percent,
        measure: |scenario, _| {
            let usual = value(scenario, "capture.overseas_as_usual_share_2040");
            let new = value(scenario, "capture.overseas_new_share_2040");
            Measured::at_most(
                value(scenario, "capture.overseas_share_2030"),
                usual.min(new),
            )
        },
        says: Text::new(
            "The overseas share starts at {value} in 2030 and falls to {limit} in 2040. In the documents it only rises.",
            "海外シェアが2030年の{value}から2040年の{limit}へ低下する。文書が想定するのは上昇のみである。",
        ),
    },
    Limit {
        id: "base-over-risk",
        inputs: &["sovereign.deficit_base_2040", "sovereign.deficit_risk_2040"],
        unit: Unit::JpyTn,
        measure: |scenario, _| {
            Measured::at_most(
                value(scenario, "sovereign.deficit_base_2040"),
                value(scenario, "sovereign.deficit_risk_2040"),
            )
        },
        says: Text::new(
            "The base path of the digital deficit, {value} in 2040, lies above the risk path, {limit}. There is no risk left to avoid, so the model counts no avoided outflow.",
            "デジタル赤字のベースが2040年に{value}となり、リスクの{limit}を上回る。回避すべきリスクがなくなり、モデルは流出回避の効果を計上しない。",
        ),
    },
    Limit {
        id: "sovereign-payback-never",
        inputs: &[
            "sovereign.attribution",
            "sovereign.visit_gap_closed",
            "sovereign.outflow_avoided",
            "sovereign.count_health",
            "sovereign.count_digital",
            "sovereign.count_auto",
            "sovereign.count_asean",
        ],
        unit: Unit::JpyTn,
        // Net present value, as the break-even attribution has it: an investment may be paid back, undiscounted, and
        // still be a loss.
        measure: |_, results| Measured::at_most(-results.sovereign.summary.npv, 0.0),
        says: Text::new(
            "Discounted over the years to 2040, sovereign AI costs {value} more than it brings. In the documents’ case it brings more than it costs.",
            "2040年までの割引現在価値で、ソブリンAIの費用が効果を{value}上回る。文書のケースでは効果が費用を上回る。",
        ),
    },
    Limit {
        id: "genai-over-ai",
        inputs: &[
            "platforms.genai_market_2032",
            "platforms.genai_market_growth",
            "platforms.ai_market_2025",
            "platforms.ai_market_growth",
        ],
        unit: Unit::Percent,
        measure: |_, results| {
            let years = results.platforms.markets.iter();
            let shares = years.map(|(_, market)| 100.0 * market.genai / market.ai);
            Measured::at_most(shares.fold(0.0, f64::max), 100.0)
        },
        says: Text::new(
            "The generative AI market would come to up to {value} of the AI market. The two are defined differently and are not whole and part; above {limit} they cannot even be compared as such.",
            "生成AI市場がAI市場の最大{value}になる。両者は定義が異なり全体と部分の関係にはないが、{limit}を超えると規模の比較としても成り立たない。",
        ),
    },
    Limit {
        id: "labs-over-industry",
        inputs: &[
            "platforms.lab_growth",
            "platforms.lab_growth_retention",
            "platforms.revenue_growth",
            "platforms.revenue_growth_retention",
            "platforms.revenue_ceiling",
            "platforms.openai_revenue_2026",
            "platforms.anthropic_revenue_2026",
            "platforms.enterprise_revenue_2025",
            "platforms.consumer_revenue_2025",
        ],
        unit: Unit::Percent,
        measure: |_, results| {
            let platforms = &results.platforms;
            let share = |year: u16| {
                let labs = platforms.openai.path[year] + platforms.anthropic.path[year];
                100.0 * labs / platforms.capex[year].revenue
            };
            let most = (2026..=HORIZON).map(share).fold(0.0, f64::max);
            Measured::at_most(most, 100.0)
        },
        says: Text::new(
            "The two laboratories together would earn up to {value} of the AI revenue of the whole industry. At most {limit} of it can be theirs.",
            "2社のAIラボの売上合計が、業界全体のAI売上の最大{value}になる。{limit}を超えることはあり得ない。",
        ),
    },
    Limit {
        id: "platforms-payback-never",
        inputs: &[
            "platforms.revenue_growth",
            "platforms.revenue_growth_retention",
            "platforms.revenue_ceiling",
            "platforms.gross_margin",
            "platforms.capex_growth",
            "platforms.capex_growth_retention",
            "platforms.ai_capex_share",
            "platforms.capex_2026",
        ],
        unit: Unit::UsdBn,
        measure: |_, results| {
            let platforms = &results.platforms;
            Measured {
                value: -platforms.capex[HORIZON].cumulative_gap,
                limit: 0.0,
                leaves: platforms.payback.is_none(),
            }
        },
        says: Text::new(
            "The AI CAPEX is never paid back within the years of the model: at the end of 2040, {value} are still missing. In the base case it is.",
            "AI向け設備投資がモデルの期間内に回収されない。2040年末でなお{value}が未回収である。基準ケースでは回収される。",
        ),
    },
    Limit {
        id: "openai-never",
        inputs: &[
            "platforms.openai_valuation",
            "platforms.openai_revenue_2026",
            "platforms.lab_growth",
            "platforms.lab_growth_retention",
            "platforms.target_multiple",
            "platforms.required_return",
        ],
        unit: Unit::UsdBn,
        measure: |_, results| valuation(&results.platforms.openai),
        says: Text::new(
            "No year to 2040 justifies the valuation of OpenAI: by then investors require {value}, and its revenue is worth {limit}.",
            "OpenAIの評価額を正当化する年が2040年までにない。その時点で投資家が求める{value}に対し、売上から見た価値は{limit}である。",
        ),
    },
    Limit {
        id: "anthropic-never",
        inputs: &[
            "platforms.anthropic_valuation",
            "platforms.anthropic_revenue_2026",
            "platforms.lab_growth",
            "platforms.lab_growth_retention",
            "platforms.target_multiple",
            "platforms.required_return",
        ],
        unit: Unit::UsdBn,
        measure: |_, results| valuation(&results.platforms.anthropic),
        says: Text::new(
            "No year to 2040 justifies the valuation of Anthropic: by then investors require {value}, and its revenue is worth {limit}.",
            "Anthropicの評価額を正当化する年が2040年までにない。その時点で投資家が求める{value}に対し、売上から見た価値は{limit}である。",
        ),
    },
];

fn value(scenario: &Scenario, id: &str) -> f64 {
    ParamId::find(id).map_or(f64::NAN, |param| scenario.get(param))
}

/// A figure that the chapter on Japan's share cites.
fn printed(id: &str) -> f64 {
    let found = books::SHARE.cited.iter().find(|cited| cited.id == id);
    found.and_then(|cited| cited.value).unwrap_or(f64::INFINITY)
}

/// Adoption at the end of the curve if it were not cut: the shape of the curve does not depend on its height.
fn adoption(scenario: &Scenario, results: &Results) -> Measured {
    const LAST: u16 = model::tam::LAST_YEAR;
    let within = |results: &Results| 100.0 * results.tam.at(Region::Jp, LAST).adoption;
    let now = within(results);
    let reached = ParamId::find("autonomy.adoption_2040").filter(|_| now >= 100.0 - 1e-9);
    let uncut = reached.and_then(|param| {
        let (height, low) = (scenario.get(param), param.row().step);
        let mut other = *scenario;
        other.set(param, low).ok()?;
        Some(within(&model::run(&other)) * height / low)
    });
    Measured::at_most(uncut.unwrap_or(now), 100.0)
}

/// The worst of the regions that have more workers than they miss in the base case.
fn shortage(_: &Scenario, results: &Results) -> Measured {
    let regions = Region::ALL
        .into_iter()
        .filter(|&region| region != Region::In);
    let shares = regions.map(|region| {
        let year = results.tam.at(region, HORIZON);
        100.0 * year.shortage / year.workers_available
    });
    Measured::at_most(shares.fold(0.0, f64::max), 100.0)
}

fn valuation(lab: &Lab) -> Measured {
    Measured {
        value: lab.required[HORIZON],
        limit: lab.worth[HORIZON],
        leaves: lab.justified_year.is_none(),
    }
}
