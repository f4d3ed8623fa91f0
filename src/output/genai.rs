//! Outputs of the chapter on generative AI and work.

use super::{Output, Place, Together};
use crate::data;
use crate::model::Results;
use crate::model::genai::{self, FIRST_YEAR, Freed, LAST_YEAR};
use crate::region::Region;
use crate::text::Text;
use crate::unit::Unit;

/// The outputs, from the conclusion down to its parts.
pub const OUTPUTS: &[Output] = &[
    Output {
        id: "genai.value",
        label: Text::new("Wage cost of the freed time", "空く時間の賃金相当額"),
        unit: Unit::JpyTn,
        undated: false,
        about: Text::new(
            "What the freed time costs in wages today. It is neither a saving that has been made nor a gain in GDP: that depends on what the time is used for.",
            "空く時間にいま支払われている賃金に相当する額。実現した節約額でもGDPの増加額でもなく、それは時間の使い道次第である。",
        ),
        together: Together::SumOfIndustries,
        formula: "{genai.fte} × {data.pay}",
        read: |results, place, year| sum(results, place, year, |freed| freed.value),
    },
    Output {
        id: "genai.fte",
        label: Text::new("Working time freed", "空く労働時間"),
        unit: Unit::MillionPersons,
        undated: false,
        about: Text::new(
            "Working time that generative AI could take over, counted in full-time workers. Freed time is not job loss; employment stays at today's level by assumption.",
            "生成AIに委ねられる労働時間をフルタイムの人数に換算したもの。失われる雇用ではない。就業者数は現在の水準で一定とする。",
        ),
        together: Together::SumOfIndustries,
        formula: "{data.employed} × {genai.exposure} × {genai.adoption} × {genai.time_saved}",
        read: |results, place, year| sum(results, place, year, |freed| freed.fte),
    },
    Output {
        id: "genai.time_share",
        label: Text::new("Share of working time freed", "空く時間の割合"),
        unit: Unit::Fraction,
        undated: false,
        about: Text::new(
            "The freed time as a share of the working time of everyone employed.",
            "空く時間が就業者全体の労働時間に占める割合。",
        ),
        together: Together::SameFormula,
        formula: "{genai.fte} ÷ {data.employed}",
        read: |results, place, year| {
            Some(sum(results, place, year, |freed| freed.fte)? / employed(place)?)
        },
    },
    Output {
        id: "genai.adoption",
        label: Text::new("Adoption of generative AI", "生成AIの導入率"),
        unit: Unit::Fraction,
        undated: false,
        about: Text::new(
            "How much of the exposed work is done with generative AI: a logistic curve whose midpoint depends on the type of industry. Midpoints and speed are assumed.",
            "対象となる作業のうち生成AIを用いて行われる割合。産業類型ごとの中間年を通るロジスティック曲線で、中間年と速さは想定である。",
        ),
        together: Together::SameFormula,
        formula: "{genai.adoption_ceiling} ÷ (1 + exp(−{genai.adoption_speed} × ({year} − {data.midpoint} − {genai.adoption_delay})))",
        read: |results, place, year| match place {
            Place::Sector(industry) if model_year(year) => {
                Some(results.genai.years[year].get(industry)?.adoption)
            }
            _ => None,
        },
    },
    Output {
        id: "genai.exposure",
        label: Text::new("Exposure of the industry", "産業の影響度"),
        unit: Unit::Fraction,
        undated: true,
        about: Text::new(
            "The share of working time that AI could take over, as the mean of the industry's occupations. The occupation mix is an estimate: a prior of ours fitted to two published totals.",
            "AIが担い得る労働時間の割合を、産業内の職業構成で平均したもの。職業構成は推計であり、独自の初期分布を公表されている2つの合計に合わせている。",
        ),
        together: Together::SameFormula,
        formula: "{mean genai.exposure_occ}",
        read: |results, place, _| match place {
            Place::Sector(industry) => Some(results.genai.industries.get(industry)? / 100.0),
            _ => None,
        },
    },
    Output {
        id: "genai.exposure_occ",
        label: Text::new("Exposure of the occupation", "職業の影響度"),
        unit: Unit::Fraction,
        undated: true,
        about: Text::new(
            "The share of working time that AI could take over. Made for United States occupations; agriculture and security look high for Japan.",
            "AIが担い得る労働時間の割合。米国の職業を対象とした推計であり、農林漁業と保安は日本では高めとみられる。",
        ),
        together: Together::SameFormula,
        formula: "{data.exposure} × {genai.difficulty_factor/whole}",
        read: |results, place, _| match place {
            Place::Occupation(occupation) => {
                Some(results.genai.occupations.get(occupation)? / 100.0)
            }
            _ => None,
        },
    },
    Output {
        id: "genai.difficulty_factor",
        label: Text::new("Factor for task difficulty", "難易度の係数"),
        unit: Unit::Ratio,
        undated: true,
        about: Text::new(
            "Exposure relative to that at level 4 of the O*NET scale. Linear between whole levels; the slope falls where tasks get hard. Assumed.",
            "O*NETの難易度レベル4を1とした影響度の倍率。整数レベルの間は線形で、難しい作業ほど伸びが小さい。想定である。",
        ),
        together: Together::SameFormula,
        formula: "0.2 × {genai.difficulty_level} + 0.1 × max(0, {genai.difficulty_level} − 2) − 0.05 × (max(0, {genai.difficulty_level} − 4) + max(0, {genai.difficulty_level} − 5) + max(0, {genai.difficulty_level} − 6))",
        read: |results, place, _| {
            (place == Place::Whole).then_some(results.genai.difficulty_factor)
        },
    },
    Output {
        id: "genai.working_age_fall",
        label: Text::new(
            "Fall of the working-age population since 2024",
            "生産年齢人口の減少（2024年比）",
        ),
        unit: Unit::MillionPersons,
        undated: false,
        about: Text::new(
            "People aged 15 to 64 in Japan in 2024, less those of the year: a projection of the United Nations, not a result of the model.",
            "日本の15～64歳人口の2024年からの減少数。国際連合の推計であり、モデルの計算結果ではない。",
        ),
        together: Together::SameFormula,
        formula: "{data.working_age/jp@2024} − {data.working_age/jp}",
        read: |_, place, year| {
            let people = |year| Some(data::population(Region::Jp, year)?.working_age / 1000.0);
            let shown = place == Place::Whole && (2024..=LAST_YEAR).contains(&year);
            Some(people(shown.then_some(2024)?)? - people(year)?)
        },
    },
];

fn model_year(year: u16) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&year)
}

/// A quantity added up over the industries of a place; `None` where there are none.
fn sum(results: &Results, place: Place, year: u16, part: fn(&Freed) -> f64) -> Option<f64> {
    let freed = &results.genai.years[year];
    let industries = (0..genai::INDUSTRIES).filter(|&industry| place.has_industry(industry));
    let shown = model_year(year) && place.is_japanese();
    shown.then(|| industries.map(|industry| part(&freed[industry])).sum())
}

/// Everyone employed in the industries of a place today, million persons.
pub fn employed(place: Place) -> Option<f64> {
    let rows = data::employment().iter().enumerate();
    let people = rows
        .filter(|(industry, _)| place.has_industry(*industry))
        .map(|(_, row)| row.employed_10k / 100.0);
    place.is_japanese().then(|| people.sum())
}
