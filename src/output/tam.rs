//! Outputs of the reshoring chapter.

use super::{Output, Place, Together};
use crate::data::{self, Quantity};
use crate::model::Results;
use crate::model::tam::{RegionYear, Results as Tam};
use crate::region::Region;
use crate::text::Text;
use crate::unit::Unit;

/// The outputs, from the conclusion down to its parts.
pub const OUTPUTS: &[Output] = &[
    Output {
        id: "tam.new_market",
        label: Text::new("New market", "新市場"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "Investment that reshoring brings, plus the wage bill of missing work that autonomy takes over; CAPEX as usual is not part of it.",
            "リショアリングで増える設備投資と、自律化が肩代わりする不足労働の賃金相当額の合計。経常的な設備投資は含まない。",
        ),
        together: Together::SameFormula,
        formula: "{tam.reshoring_capex} + {tam.labour_substitution}",
        read: |results, place, year| {
            sum(results, place, year, |r| {
                r.reshoring_capex + r.labour_substitution
            })
        },
    },
    Output {
        id: "tam.reshoring_capex",
        label: Text::new("Reshoring CAPEX", "リショアリング投資"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "Yearly investment of the plants that replace imports, at the CAPEX ratio of their industries.",
            "輸入を置き換える工場の年間設備投資。業種ごとの設備投資比率で算出する。",
        ),
        together: Together::Sum,
        formula: "{tam.reshored_value_added} × {param.capex_ratio} × {data.capex_mix}",
        read: |results, place, year| sum(results, place, year, |r| r.reshoring_capex),
    },
    Output {
        id: "tam.labour_substitution",
        label: Text::new("Labour substitution", "人手不足代替"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "The wage bill of the part of missing work that autonomy replaces. It bounds what users could pay; it is not what vendors will earn.",
            "不足する労働のうち自律化で代替される分の賃金相当額。利用者が支払い得る上限の目安で、供給側の売上ではない。",
        ),
        together: Together::Sum,
        formula: "{tam.shortage} × {data.wage} × (1 + {labour.wage_growth}) ^ ({year} − 2024) × {tam.adoption}",
        read: |results, place, year| sum(results, place, year, |r| r.labour_substitution),
    },
    Output {
        id: "tam.substitution_share",
        label: Text::new("Substitution in the new market", "新市場に占める代替の割合"),
        unit: Unit::Fraction,
        undated: false,
        about: Text::new(
            "How much of the new market is substitution rather than investment in plants.",
            "新市場のうち、工場への投資ではなく人手不足の代替が占める割合。",
        ),
        together: Together::SameFormula,
        formula: "{tam.labour_substitution} ÷ {tam.new_market}",
        read: |results, place, year| {
            let substitution = sum(results, place, year, |r| r.labour_substitution)?;
            let market = sum(results, place, year, |r| {
                r.reshoring_capex + r.labour_substitution
            })?;
            (market > 0.0).then(|| substitution / market)
        },
    },
    Output {
        id: "tam.capex_as_usual",
        label: Text::new("CAPEX as usual", "経常的な設備投資"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "Manufacturing investment that today's trade structure would bring anyway.",
            "現在の貿易構造のままでも見込まれる製造業の設備投資。",
        ),
        together: Together::Sum,
        formula: "{tam.mva} × {param.capex_ratio}",
        read: |results, place, year| sum(results, place, year, |r| r.capex_as_usual),
    },
    Output {
        id: "tam.shortage",
        label: Text::new("Missing workers", "不足する労働者"),
        unit: Unit::MillionPersons,
        undated: false,
        about: Text::new(
            "Workers that output would need at the assumed productivity, less those that the working-age population can supply.",
            "想定した生産性のもとで生産に必要な人数と、生産年齢人口から供給できる人数との差。",
        ),
        together: Together::Sum,
        formula: "max(0, {tam.workers_needed} − {tam.workers_available})",
        read: |results, place, year| sum(results, place, year, |r| r.shortage),
    },
    Output {
        id: "tam.workers_needed",
        label: Text::new("Workers needed", "必要な労働者"),
        unit: Unit::MillionPersons,
        undated: false,
        about: Text::new(
            "Manufacturing workers in proportion to output, less what productivity growth saves.",
            "生産に比例して必要となる製造業労働者。生産性上昇による節約分を差し引く。",
        ),
        together: Together::Sum,
        formula: "{data.workers} × ({tam.growth_index} + {tam.reshored_value_added} ÷ {data.mva} × {labour.reshored_output}) ÷ (1 + {labour.productivity_growth}) ^ ({year} − 2024)",
        read: |results, place, year| sum(results, place, year, |r| r.workers_needed),
    },
    Output {
        id: "tam.workers_available",
        label: Text::new("Workers available", "供給できる労働者"),
        unit: Unit::MillionPersons,
        undated: false,
        about: Text::new(
            "Today's manufacturing workforce, moving with the population aged 15 to 64.",
            "足元の製造業就業者を15～64歳人口の増減に比例させた人数。",
        ),
        together: Together::Sum,
        formula: "{data.workers} × {data.working_age} ÷ {data.working_age@2024}",
        read: |results, place, year| sum(results, place, year, |r| r.workers_available),
    },
    Output {
        id: "tam.adoption",
        label: Text::new("Autonomy adoption", "自律化の導入率"),
        unit: Unit::Fraction,
        undated: false,
        about: Text::new(
            "The part of missing work that autonomous systems replace: an S-curve through the value set for 2040.",
            "不足する労働のうち自律化で代替される割合。2040年の設定値を通るS字曲線。",
        ),
        together: Together::SameFormula,
        formula: "min(1, {autonomy.adoption_2040} × (1 + exp(−{autonomy.speed} × (2040 − {autonomy.midpoint_year}))) ÷ (1 + exp(−{autonomy.speed} × ({year} − {autonomy.midpoint_year}))))",
        read: |results, place, year| any(results, place, year, |r| r.adoption),
    },
    Output {
        id: "tam.reshored_value_added",
        label: Text::new("Reshored value added", "国内回帰する付加価値"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "Value added of the production that comes home.",
            "国内に戻る生産の付加価値。",
        ),
        together: Together::Sum,
        formula: "{data.deficit} × {tam.progress} × {reshoring.value_added_content}",
        read: |results, place, year| sum(results, place, year, |r| r.reshored_value_added),
    },
    Output {
        id: "tam.progress",
        label: Text::new("Share of deficit closed", "輸入赤字の解消率"),
        unit: Unit::Fraction,
        undated: false,
        about: Text::new(
            "The part of today's import deficit closed by the year, on a straight line from 2025 to the target year.",
            "現在の輸入赤字のうち、その年までに解消される割合。2025年から完了年まで直線で進む。",
        ),
        together: Together::SameFormula,
        formula: "min(1, max(0, ({year} − 2025) ÷ ({reshoring.target_year} − 2025))) × {reshoring.share}",
        read: |results, _, year| model_year(year).then(|| results.tam.progress(year)),
    },
    Output {
        id: "tam.deficit_closed",
        label: Text::new("Deficit closed", "解消される輸入赤字"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "Today's import deficit of the industry that production at home replaces by the year.",
            "業種の現在の輸入赤字のうち、その年までに国内生産で置き換わる額。",
        ),
        together: Together::Sum,
        formula: "{data.deficit} × {tam.progress}",
        read: |results, place, year| deficit(results, place, year, |progress| progress),
    },
    Output {
        id: "tam.deficit_today",
        label: Text::new("Import deficit today", "現在の輸入赤字"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "What the industry imports on balance today, an order of magnitude from several trade statistics.",
            "業種の現在の輸入超過額。複数の貿易統計による概数。",
        ),
        together: Together::Sum,
        formula: "{data.deficit}",
        read: |results, place, year| deficit(results, place, year, |_| 1.0),
    },
    Output {
        id: "tam.rest_of_world",
        label: Text::new("Effect on the rest of the world", "その他地域への影響"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "Investment that moves away from other countries. An upper bound: part of the deficits is among the four regions themselves.",
            "他国から移る設備投資。赤字の一部は4地域相互のものなので、減少額の上限を示す。",
        ),
        together: Together::SameFormula,
        formula: "0 − {tam.reshoring_capex/all}",
        read: |results, _, year| {
            sum(results, Place::All, year, |r| r.reshoring_capex).map(|capex| 0.0 - capex)
        },
    },
    Output {
        id: "tam.mva",
        label: Text::new("Manufacturing value added", "製造業付加価値"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "Value added of manufacturing at 2024 prices, growing with real GDP.",
            "2024年価格の製造業付加価値。実質GDPと同じ率で伸びるとする。",
        ),
        together: Together::Sum,
        formula: "{data.mva} × {tam.growth_index}",
        read: |results, place, year| sum(results, place, year, |r| r.mva),
    },
    Output {
        id: "tam.growth_index",
        label: Text::new("Growth index (2024 = 1)", "成長指数（2024年＝1）"),
        unit: Unit::Ratio,
        undated: false,
        about: Text::new(
            "Real GDP relative to 2024: IMF projections to 2030, the growth input after.",
            "2024年を1とする実質GDP。2030年まではIMF見通し、以降は入力した成長率による。",
        ),
        together: Together::SameFormula,
        formula: "{data.growth_to_2030} × (1 + {param.growth}) ^ max(0, {year} − 2030)",
        read: |results, place, year| match place {
            Place::Region(region) if model_year(year) => {
                Some(results.tam.at(region, year).mva / data::region_value(region, Quantity::Mva))
            }
            _ => None,
        },
    },
    Output {
        id: "tam.working_age_share",
        label: Text::new("Working-age share", "生産年齢人口割合"),
        unit: Unit::Fraction,
        undated: false,
        about: Text::new(
            "Population aged 15 to 64 as a part of the total.",
            "総人口に占める15～64歳人口の割合。",
        ),
        together: Together::SameFormula,
        formula: "{data.working_age} ÷ {data.population}",
        read: |_, place, year| {
            let population = data::population(place.region()?, year)?;
            Some(population.working_age / population.total)
        },
    },
];

fn model_year(year: u16) -> bool {
    (crate::model::tam::FIRST_YEAR..=crate::model::tam::LAST_YEAR).contains(&year)
}

fn at(tam: &Tam, place: Place, year: u16) -> Option<&RegionYear> {
    match place {
        Place::Region(region) if model_year(year) => Some(tam.at(region, year)),
        _ => None,
    }
}

/// A quantity that adds up over the regions.
fn sum(
    results: &Results,
    place: Place,
    year: u16,
    quantity: fn(&RegionYear) -> f64,
) -> Option<f64> {
    let whole =
        matches!(place, Place::Region(_) | Place::All | Place::Without(_)) && model_year(year);
    whole.then(|| {
        place
            .regions()
            .map(|region| quantity(results.tam.at(region, year)))
            .sum()
    })
}

/// A quantity that is the same in every region.
fn any(
    results: &Results,
    place: Place,
    year: u16,
    quantity: fn(&RegionYear) -> f64,
) -> Option<f64> {
    let region = place.region().unwrap_or(Region::Us);
    at(&results.tam, Place::Region(region), year).map(quantity)
}

/// Today's deficit at a place times a part that depends on the progress of the year.
fn deficit(results: &Results, place: Place, year: u16, part: fn(f64) -> f64) -> Option<f64> {
    let today = match place {
        Place::Industry(region, industry) => data::industries().get(industry)?.deficit(region),
        Place::Region(_) | Place::All | Place::Without(_) => {
            place.regions().map(data::total_deficit).sum()
        }
        _ => return None,
    };
    model_year(year).then(|| today * part(results.tam.progress(year)))
}
