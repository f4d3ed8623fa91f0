//! The parameters of AI platforms and investment: markets, investment, revenue, labs.

use crate::params;
use crate::source::{Document, Origin};
use crate::table::Row;
use crate::text::Text;
use crate::unit::Unit;

params! {
    /// The parameters of AI platforms and investment.
    pub struct Inputs;

    ai_market_2025 => Row {
        id: "platforms.ai_market_2025", aliases: &[],
        label: Text::new("AI market in 2025", "AI市場規模（2025年）"),
        unit: Unit::UsdBn, origin: Origin::Published(Document::Funding),
        default: 244.0, min: 100.0, max: 500.0, step: 1.0, low: 200.0, high: 300.0,
        note: Text::EMPTY,
    };
    ai_market_growth => Row {
        id: "platforms.ai_market_growth", aliases: &[],
        label: Text::new("AI market growth", "AI市場成長率"),
        unit: Unit::PercentAYear, origin: Origin::Published(Document::Funding),
        default: 28.0, min: 0.0, max: 45.0, step: 0.5, low: 18.0, high: 34.0,
        note: Text::new("Published to 2030.", "公表されているのは2030年までである。"),
    };
    genai_market_2032 => Row {
        id: "platforms.genai_market_2032", aliases: &[],
        label: Text::new("Generative AI market in 2032", "生成AI市場規模（2032年）"),
        unit: Unit::UsdBn, origin: Origin::Published(Document::GenerativeAi),
        default: 1300.0, min: 300.0, max: 2500.0, step: 10.0, low: 800.0, high: 1500.0,
        note: Text::EMPTY,
    };
    genai_market_growth => Row {
        id: "platforms.genai_market_growth", aliases: &[],
        label: Text::new("Generative AI market growth to 2032", "生成AI市場成長率（～2032年）"),
        unit: Unit::PercentAYear, origin: Origin::Published(Document::GenerativeAi),
        default: 42.0, min: 0.0, max: 60.0, step: 0.5, low: 30.0, high: 48.0,
        note: Text::new(
            "Average to 2032; the path to it is ours.",
            "2032年までの平均であり、途中の経路は本試算の置き方による。",
        ),
    };
    capex_2026 => Row {
        id: "platforms.capex_2026", aliases: &[],
        label: Text::new("Hyperscaler CAPEX in 2026", "ハイパースケーラーCAPEX（2026年）"),
        unit: Unit::UsdBn, origin: Origin::Published(Document::Platforms),
        default: 600.0, min: 200.0, max: 1200.0, step: 5.0, low: 550.0, high: 690.0,
        note: Text::new(
            "600 in one document; another (002) prints 690 and calls all of it AI investment: with 690 set the AI part to 100.",
            "600とする文書のほか、690として全額をAI投資とみる文書（ALLFORCES記事）もある。690とする場合はAI向けの割合を100％にする。",
        ),
    };
    capex_growth => Row {
        id: "platforms.capex_growth", aliases: &[],
        label: Text::new("CAPEX growth in 2027", "CAPEX成長率（2027年）"),
        unit: Unit::Percent, origin: Origin::Assumed,
        default: 15.0, min: -30.0, max: 60.0, step: 1.0, low: -5.0, high: 30.0,
        note: Text::EMPTY,
    };
    ai_capex_share => Row {
        id: "platforms.ai_capex_share", aliases: &[],
        label: Text::new("Part of CAPEX for AI", "CAPEXのうちAI向け"),
        unit: Unit::Percent, origin: Origin::Assumed,
        default: 70.0, min: 40.0, max: 100.0, step: 1.0, low: 55.0, high: 80.0,
        note: Text::EMPTY,
    };
    asset_life => Row {
        id: "platforms.asset_life", aliases: &[],
        label: Text::new("Useful life of AI assets", "AI資産の耐用年数"),
        unit: Unit::Years, origin: Origin::Assumed,
        default: 5.0, min: 2.0, max: 10.0, step: 1.0, low: 4.0, high: 6.0,
        note: Text::EMPTY,
    };
    enterprise_revenue_2025 => Row {
        id: "platforms.enterprise_revenue_2025", aliases: &[],
        label: Text::new("Enterprise LLM revenue in 2025", "企業向けLLM売上（2025年）"),
        unit: Unit::UsdBn, origin: Origin::Published(Document::Platforms),
        default: 37.0, min: 10.0, max: 100.0, step: 1.0, low: 30.0, high: 45.0,
        note: Text::EMPTY,
    };
    consumer_revenue_2025 => Row {
        id: "platforms.consumer_revenue_2025", aliases: &[],
        label: Text::new("Consumer AI revenue in 2025", "消費者向けAI売上（2025年）"),
        unit: Unit::UsdBn, origin: Origin::Assumed,
        default: 12.0, min: 0.0, max: 100.0, step: 1.0, low: 8.0, high: 20.0,
        note: Text::new(
            "3 percent of users pay (000).",
            "有料利用者は全体の3％である（みずほ Short Industry Focus 265号）。",
        ),
    };
    revenue_growth => Row {
        id: "platforms.revenue_growth", aliases: &[],
        label: Text::new("AI revenue growth in 2026", "AI売上成長率（2026年）"),
        unit: Unit::Percent, origin: Origin::Assumed,
        default: 110.0, min: 0.0, max: 150.0, step: 5.0, low: 70.0, high: 140.0,
        note: Text::EMPTY,
    };
    capex_growth_retention => Row {
        id: "platforms.capex_growth_retention", aliases: &[],
        label: Text::new("CAPEX growth kept from year to year", "CAPEX成長率の年次維持率"),
        unit: Unit::Ratio, origin: Origin::Assumed,
        default: 0.8, min: 0.5, max: 0.9, step: 0.01, low: 0.7, high: 0.86,
        note: Text::EMPTY,
    };
    revenue_growth_retention => Row {
        id: "platforms.revenue_growth_retention", aliases: &[],
        label: Text::new("AI revenue growth kept from year to year", "AI売上成長率の年次維持率"),
        unit: Unit::Ratio, origin: Origin::Assumed,
        default: 0.8, min: 0.5, max: 0.9, step: 0.01, low: 0.7, high: 0.84,
        note: Text::EMPTY,
    };
    revenue_ceiling => Row {
        id: "platforms.revenue_ceiling", aliases: &[],
        label: Text::new("AI revenue ceiling", "AI売上の上限"),
        unit: Unit::UsdBn, origin: Origin::Assumed,
        default: 6000.0, min: 1000.0, max: 20000.0, step: 100.0, low: 3000.0, high: 9000.0,
        note: Text::new(
            "Growth slows as revenue nears it; 6,000 is about a twentieth of world GDP.",
            "上限に近づくほど伸びは鈍る。6兆ドルは世界のGDPのおよそ20分の1に当たる。",
        ),
    };
    gross_margin => Row {
        id: "platforms.gross_margin", aliases: &[],
        label: Text::new("Gross margin before depreciation", "粗利率（償却前）"),
        unit: Unit::Percent, origin: Origin::Assumed,
        default: 60.0, min: 10.0, max: 90.0, step: 1.0, low: 45.0, high: 70.0,
        note: Text::EMPTY,
    };
    openai_valuation => Row {
        id: "platforms.openai_valuation", aliases: &[],
        label: Text::new("OpenAI valuation", "OpenAI評価額"),
        unit: Unit::UsdBn, origin: Origin::Published(Document::Funding),
        default: 830.0, min: 100.0, max: 2000.0, step: 10.0, low: 700.0, high: 830.0,
        note: Text::new("In talks, not closed.", "交渉段階の金額であり、成立してはいない。"),
    };
    openai_revenue_2026 => Row {
        id: "platforms.openai_revenue_2026", aliases: &[],
        label: Text::new("OpenAI revenue in 2026", "OpenAI売上（2026年）"),
        unit: Unit::UsdBn, origin: Origin::Published(Document::Funding),
        default: 23.0, min: 10.0, max: 40.0, step: 0.5, low: 20.0, high: 26.0,
        note: Text::new("20 to 26.", "200億～260億ドルとされる。"),
    };
    anthropic_valuation => Row {
        id: "platforms.anthropic_valuation", aliases: &[],
        label: Text::new("Anthropic valuation", "Anthropic評価額"),
        unit: Unit::UsdBn, origin: Origin::Published(Document::Platforms),
        default: 380.0, min: 100.0, max: 1000.0, step: 5.0, low: 350.0, high: 380.0,
        note: Text::new(
            "350 in November 2025 (002), 380 in March 2026 (000).",
            "2025年11月時点で3,500億ドル（ALLFORCES記事）、2026年3月時点で3,800億ドル（みずほ Short Industry Focus 265号）である。",
        ),
    };
    anthropic_revenue_2026 => Row {
        id: "platforms.anthropic_revenue_2026", aliases: &[],
        label: Text::new("Anthropic revenue in 2026", "Anthropic売上（2026年）"),
        unit: Unit::UsdBn, origin: Origin::Published(Document::Funding),
        default: 26.0, min: 5.0, max: 60.0, step: 0.5, low: 15.0, high: 30.0,
        note: Text::new(
            "Whether revenue or run rate is not said.",
            "通期の売上高か年換算のランレートかは示されていない。",
        ),
    };
    lab_growth => Row {
        id: "platforms.lab_growth", aliases: &[],
        label: Text::new("Lab revenue growth in 2027", "AIラボ売上成長率（2027年）"),
        unit: Unit::Percent, origin: Origin::Assumed,
        default: 70.0, min: 0.0, max: 200.0, step: 5.0, low: 40.0, high: 110.0,
        note: Text::EMPTY,
    };
    lab_growth_retention => Row {
        id: "platforms.lab_growth_retention", aliases: &[],
        label: Text::new("Lab revenue growth kept from year to year", "AIラボ成長率の年次維持率"),
        unit: Unit::Ratio, origin: Origin::Assumed,
        default: 0.8, min: 0.5, max: 0.9, step: 0.01, low: 0.7, high: 0.86,
        note: Text::EMPTY,
    };
    target_multiple => Row {
        id: "platforms.target_multiple", aliases: &[],
        label: Text::new("Sales multiple reached in the end", "到達時の売上倍率"),
        unit: Unit::Times, origin: Origin::Assumed,
        default: 8.0, min: 2.0, max: 30.0, step: 0.5, low: 4.0, high: 12.0,
        note: Text::new(
            "Large listed software companies trade at about 6 to 12 times sales.",
            "大手上場ソフトウェア企業の株価売上高倍率は6～12倍程度である。",
        ),
    };
    required_return => Row {
        id: "platforms.required_return", aliases: &[],
        label: Text::new("Return investors require", "投資家の要求収益率"),
        unit: Unit::PercentAYear, origin: Origin::Assumed,
        default: 10.0, min: 0.0, max: 25.0, step: 0.5, low: 8.0, high: 15.0,
        note: Text::EMPTY,
    };
}
