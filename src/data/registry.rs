//! The list of data files: what each is, where it comes from and how far it goes.

use crate::text::Text;

/// One data file of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dataset {
    /// Stable name.
    pub id: &'static str,
    /// File in `src/data`.
    pub file: &'static str,
    /// What it holds.
    pub title: Text,
    /// Who published the numbers.
    pub source: Text,
    /// How far the numbers can be relied on.
    pub confidence: Text,
}

macro_rules! datasets {
    ($($id:literal $title_en:literal $title_ja:literal, $source_en:literal $source_ja:literal, $confidence:expr;)*) => {
        /// Every data file, one line each.
        pub const DATASETS: &[Dataset] = &[$(Dataset {
            id: $id,
            file: concat!($id, ".csv"),
            title: Text::new($title_en, $title_ja),
            source: Text::new($source_en, $source_ja),
            confidence: $confidence,
        },)*];
    };
}

const SOURCED: Text = Text::new("sourced", "出典で確認");
const DERIVED: Text = Text::new("derived from the source", "出典から算出");
const BY_ROW: Text = Text::new("marked row by row", "行ごとに表示");
const ASSUMED: Text = Text::new("assumed", "想定");
const INDUSTRIES: Text = Text::new(
    "investment ratios derived, computers and electronics inflated by its deflator; deficits are estimates: United States ±15%, Japan ±20%, India ±25%, Western Europe ±40%",
    "投資比率は出典から算出（電子・情報通信機器はデフレーターの影響で高めに出る）。赤字額は推計であり、誤差は米国±15％、日本±20％、インド±25％、西欧±40％程度",
);
const EMPLOYMENT: Text = Text::new(
    "estimate, except manufacturing pay and the all-industry average",
    "推計（製造業と全産業平均の賃金を除く）",
);
const OCCUPATIONS: Text = Text::new(
    "marked row by row; agriculture and security follow US groups and look high for Japan",
    "行ごとに表示。農林漁業と保安は米国の職業分類に基づくため、日本では高めとみられる",
);
const MIX: Text = Text::new(
    "estimate: a prior of ours fitted to two published margins",
    "推計（独自の初期分布を、公表されている2つの周辺合計に合わせたもの）",
);
const CAPEX: Text = Text::new(
    "estimate, not checked against the filings: ±3% to 2024, ±5% in 2025",
    "推計（開示資料とは未照合。2024年まで±3％、2025年は±5％程度）",
);

datasets! {
    "regions" "Manufacturing value added, workers and labour cost" "製造業の付加価値額、就業者数、労働コスト", "World Bank; BEA; BLS; SDG 9.2.2 and IMF; RBI KLEMS; Statistics Bureau and Ministry of Health, Labour and Welfare of Japan" "世界銀行、米商務省経済分析局、米労働統計局、SDG指標9.2.2とIMF、インド準備銀行KLEMS、総務省統計局、厚生労働省", BY_ROW;
    "population" "Population and people of working age, 2000 to 2050" "総人口と生産年齢人口（2000～2050年）", "United Nations, World Population Prospects 2024, medium variant" "国際連合「世界人口推計2024年版」中位推計", SOURCED;
    "gdp_growth" "Real GDP growth, 2015 to 2030" "実質GDP成長率（2015～2030年）", "IMF, World Economic Outlook, October 2025" "IMF「世界経済見通し」2025年10月", SOURCED;
    "usd_jpy" "Yen per dollar, 2010 to 2030" "円ドルレート（2010～2030年）", "IMF, World Economic Outlook, October 2025" "IMF「世界経済見通し」2025年10月", DERIVED;
    "industries" "Import deficits and investment ratios of manufacturing industries" "製造業の業種別輸入超過額と設備投資比率", "NBER-CES; US Census and USITC; Ministry of Finance of Japan; DGCIS; Eurostat, ONS, BFS" "NBER-CES、米センサス局と米国際貿易委員会、財務省貿易統計、インド商業情報統計局、欧州連合統計局、英国家統計局、スイス連邦統計局", INDUSTRIES;
    "manufacturing_employment" "Persons employed in manufacturing: Germany, Japan, United States" "製造業就業者数（ドイツ、日本、米国）", "Destatis; Statistics Bureau of Japan, Labour Force Survey; BLS" "ドイツ連邦統計局、総務省「労働力調査」、米労働統計局", BY_ROW;
    "digital_deficit" "Japan’s digital deficit, 2014 to 2025" "日本のデジタル赤字（2014～2025年）", "Ministry of Finance and Bank of Japan, balance of payments; 2025: Mizuho Industry Research 80" "財務省・日本銀行「国際収支統計」、2025年はみずほ産業調査80号", BY_ROW;
    "employment" "Employed persons and pay by industry, Japan" "日本の産業別就業者数と賃金", "Labour Force Survey and census 2020; Monthly Labour Survey 2022" "総務省「労働力調査」「国勢調査」（2020年）、厚生労働省「毎月勤労統計調査」（2022年）", EMPLOYMENT;
    "occupations" "Exposure of occupations to generative AI" "職業別の生成AI影響度", "Goldman Sachs, The Potentially Large Effects of Artificial Intelligence on Economic Growth, 26 March 2023" "ゴールドマン・サックス「人工知能が経済成長に及ぼし得る大きな影響」（2023年3月26日）", OCCUPATIONS;
    "occupation_mix" "Occupations within each industry, Japan, 2020" "産業別の職業構成（日本、2020年）", "Fitted to the employment of industries and to census shares of occupations" "産業別就業者数と国勢調査の職業構成比に合わせた推定", MIX;
    "typology" "Types of industry and the year each is half way to adoption" "産業類型と導入の中間年", "Types: Mizuho, Generative AI and industry (2023); years: this report" "類型はみずほ「生成AIと産業」（2023年）、中間年は本レポート", ASSUMED;
    "genai_market" "Generative AI market, 2022 to 2032" "生成AI市場規模（2022～2032年）", "Bloomberg Intelligence" "ブルームバーグ・インテリジェンス", BY_ROW;
    "hyperscaler_capex" "CAPEX of the largest cloud companies" "大手クラウド事業者の設備投資額", "Company filings, purchases of property and equipment" "各社開示資料（有形固定資産の取得）", CAPEX;
    "eci_scores" "Epoch Capabilities Index of AI models" "AIモデルのECI（総合能力指標）", "Epoch AI, Epoch Capabilities Index, CC BY" "Epoch AI「Epoch Capabilities Index」（CC BY）", SOURCED;
    "notable_models" "Training compute of notable AI models" "主要AIモデルの学習計算量", "Epoch AI, Notable AI Models, edition of about May 2025, CC BY" "Epoch AI「Notable AI Models」（2025年5月頃の版、CC BY）", SOURCED;
    "ai_index_2025" "AI models and private investment by country" "国別のAIモデル数と民間投資額", "Stanford AI Index Report 2025" "スタンフォード大学「AI Index Report 2025」", BY_ROW;
    "published" "Figures printed in the five documents" "5文書に記載された数値", "The five documents" "5文書", SOURCED;
    "conflicts" "Relations between printed figures: conflicts, differing definitions, rounding" "記載数値どうしの関係（矛盾、定義の違い、端数処理）", "The five documents; arithmetic and verdicts by this report" "5文書（計算と判定は本レポート）", DERIVED;
}

impl Dataset {
    /// The sign of its origin: a square when every number was read in the named source, else a ring with a tilde.
    pub fn mark(&self) -> &'static str {
        if self.is_sourced() { "■" } else { "○~" }
    }

    /// Whether every number was read in the named source.
    pub fn is_sourced(&self) -> bool {
        self.confidence == SOURCED
    }
}

/// The data file of this id.
pub fn dataset(id: &str) -> Option<&'static Dataset> {
    DATASETS.iter().find(|dataset| dataset.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_data_file_is_listed_once_in_both_languages() {
        let mut files: Vec<_> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/data"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(".csv"))
            .collect();
        files.sort();
        let mut listed: Vec<_> = DATASETS.iter().map(|dataset| dataset.file).collect();
        listed.sort();
        assert_eq!(files, listed);
        for dataset in DATASETS {
            for text in [dataset.title, dataset.source, dataset.confidence] {
                assert!(!text.en.is_empty() && !text.ja.is_empty(), "{}", dataset.id);
            }
        }
    }
}
