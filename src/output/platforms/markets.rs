//! The AI markets, as published and extended.

use super::{Output, Text, Together, Unit, market};
use crate::data;

/// The markets, then what tests them.
pub const MARKETS: &[Output] = &[
    Output {
        id: "platforms.ai_market",
        label: Text::new("AI market", "AI市場"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "Size of the whole AI market at the growth of one article, which prints no source and stops at 2030; other years are an extension.",
            "AI市場全体の規模。出所を示さない記事の成長率によるもので、2031年以降と2024年以前は延長して求めた。",
        ),
        together: Together::SameFormula,
        formula: "{platforms.ai_market_2025} × (1 + {platforms.ai_market_growth}) ^ ({year} − 2025)",
        read: |results, place, year| market(results, place, year, |market| market.ai),
    },
    Output {
        id: "platforms.genai_market",
        label: Text::new("Generative AI market", "生成AI市場"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "The published size in 2032, traced back at the published average growth. The published path between is another one.",
            "公表された2032年の規模を、公表された平均成長率でさかのぼった値。途中の年の公表値はこれと異なる。",
        ),
        together: Together::SameFormula,
        formula: "{platforms.genai_market_2032} ÷ (1 + {platforms.genai_market_growth}) ^ (2032 − {year})",
        read: |results, place, year| market(results, place, year, |market| market.genai),
    },
    Output {
        id: "platforms.genai_hardware",
        label: Text::new("Generative AI hardware", "生成AIのハードウェア"),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "Devices, servers, storage and rented infrastructure within the generative AI market.",
            "生成AI市場のうち、デバイス、サーバー、ストレージ、IaaSの分。",
        ),
        together: Together::SameFormula,
        formula: "{platforms.genai_market} × {platforms.hardware_share}",
        read: |results, place, year| market(results, place, year, |market| market.genai_hardware),
    },
    Output {
        id: "platforms.genai_software",
        label: Text::new(
            "Generative AI software and services",
            "生成AIのソフト・サービス",
        ),
        unit: Unit::UsdBn,
        undated: false,
        about: Text::new(
            "What is left of the generative AI market after hardware: software, services, games, advertising.",
            "生成AI市場からハードウェアを除いた分。ソフト、各種サービス、ゲーム、広告からなる。",
        ),
        together: Together::SameFormula,
        formula: "{platforms.genai_market} − {platforms.genai_hardware}",
        read: |results, place, year| market(results, place, year, |market| market.genai_software),
    },
    Output {
        id: "platforms.hardware_share",
        label: Text::new("Hardware in generative AI", "生成AI市場のハードウェア比率"),
        unit: Unit::Fraction,
        undated: false,
        about: Text::new(
            "Published for the two ends, 90 percent or more in 2022 and about half in 2032; a straight line between is assumed.",
            "公表は両端のみで、2022年が9割以上、2032年が約5割。途中は直線で結ぶと想定した。",
        ),
        together: Together::SameFormula,
        formula: "0.9 − (0.9 − 0.5) × ({year} − 2022) ÷ 10",
        read: |results, place, year| {
            market(results, place, year, |market| {
                market.genai_hardware / market.genai
            })
        },
    },
    Output {
        id: "platforms.genai_share",
        label: Text::new("Generative AI over the AI market", "生成AI市場の対AI市場比"),
        unit: Unit::Fraction,
        undated: false,
        about: Text::new(
            "One published market over another. The two sources define their markets differently, so this is a test of them, not a share.",
            "公表された二つの市場規模の比。定義が異なるため、構成比ではなく整合性の確認に用いる。",
        ),
        together: Together::SameFormula,
        formula: "{platforms.genai_market} ÷ {platforms.ai_market}",
        read: |results, place, year| {
            market(results, place, year, |market| market.genai / market.ai)
        },
    },
    Output {
        id: "platforms.published_genai_share",
        label: Text::new(
            "Published generative AI series over the AI market",
            "生成AI市場（公表系列）の対AI市場比",
        ),
        unit: Unit::Fraction,
        undated: false,
        about: Text::new(
            "The same test with the path that was published for generative AI. Above 100 percent it cannot be a part of the AI market.",
            "生成AI市場の公表系列を用いた同じ確認。100％を超えれば、AI市場の内数ではあり得ない。",
        ),
        together: Together::SameFormula,
        formula: "{data.genai_market} ÷ {platforms.ai_market}",
        read: |results, place, year| {
            let published = data::genai_market().iter().find(|row| row.year == year)?;
            Some(published.usd_bn / market(results, place, year, |market| market.ai)?)
        },
    },
];
