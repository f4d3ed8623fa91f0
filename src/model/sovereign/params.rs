//! The parameters of sovereign AI: cost of the model, benefits, what is counted.

use crate::params;
use crate::source::{Document, Origin};
use crate::table::Row;
use crate::text::Text;
use crate::unit::Unit;

params! {
    /// The parameters of sovereign AI.
    pub struct Inputs;

    gpu_scenario => Row {
        id: "sovereign.gpu_scenario", aliases: &[],
        label: Text::new("GPU progress in the yearly flow (0 frozen, 1 linear)", "年次収支のGPUシナリオ（0=据え置き、1=線形進化）"),
        unit: Unit::Switch, origin: Origin::Published(Document::SovereignAi),
        default: 0.0, min: 0.0, max: 1.0, step: 1.0, low: 0.0, high: 1.0,
        note: Text::new("The document computes both.", "原典は両方のシナリオを試算している。"),
    };
    parameters => Row {
        id: "sovereign.parameters", aliases: &[],
        label: Text::new("Base model size", "ベースモデル規模"),
        unit: Unit::TrillionParameters, origin: Origin::Published(Document::SovereignAi),
        default: 5.0, min: 0.5, max: 20.0, step: 0.5, low: 4.0, high: 7.0,
        note: Text::EMPTY,
    };
    tokens => Row {
        id: "sovereign.tokens", aliases: &[],
        label: Text::new("Training tokens", "学習トークン数"),
        unit: Unit::TrillionTokens, origin: Origin::Calibrated(Document::SovereignAi),
        default: 25.0, min: 1.0, max: 150.0, step: 0.5, low: 18.0, high: 35.0,
        note: Text::new(
            "Set so that capital cost with frozen GPU performance is 1.9 trillion yen. Five tokens per parameter is little for a dense model; read it as a sparse one.",
            "据え置きシナリオの設備費が1.9兆円となるように設定した。1パラメータ当たり5トークンは密なモデルとしては少なく、疎なモデルと解すべきである。",
        ),
    };
    training_months => Row {
        id: "sovereign.training_months", aliases: &[],
        label: Text::new("Training window", "学習期間"),
        unit: Unit::Months, origin: Origin::Published(Document::SovereignAi),
        default: 3.0, min: 1.0, max: 24.0, step: 1.0, low: 3.0, high: 6.0,
        note: Text::new("30-day months.", "1か月を30日とする。"),
    };
    gpu_flops => Row {
        id: "sovereign.gpu_flops", aliases: &[],
        label: Text::new("GPU peak performance, H100", "GPUピーク性能（H100）"),
        unit: Unit::TeraflopPerSecond, origin: Origin::Statistic(Text::new("NVIDIA H100 SXM (2022), BF16 dense", "NVIDIA H100 SXM（2022年）、BF16密行列演算")),
        default: 989.0, min: 300.0, max: 10000.0, step: 1.0, low: 989.0, high: 989.0,
        note: Text::new(
            "The document prices this GPU; newer ones change price and power as well.",
            "原典が価格を置いたGPUである。新しい世代では価格と消費電力も変わる。",
        ),
    };
    mfu => Row {
        id: "sovereign.mfu", aliases: &[],
        label: Text::new("Model FLOP utilisation", "実効演算効率（MFU）"),
        unit: Unit::Percent, origin: Origin::Assumed,
        default: 40.0, min: 10.0, max: 70.0, step: 1.0, low: 32.0, high: 45.0,
        note: Text::new(
            "38 to 43 reported for Llama 3 405B.",
            "Llama 3 405Bでは38～43％と報告されている。",
        ),
    };
    gpu_progress => Row {
        id: "sovereign.gpu_progress", aliases: &[],
        label: Text::new("GPU progress in the linear scenario", "GPU性能向上（線形進化シナリオ）"),
        unit: Unit::PercentOf2025, origin: Origin::Calibrated(Document::SovereignAi),
        default: 15.0, min: 0.0, max: 60.0, step: 0.5, low: 8.0, high: 30.0,
        note: Text::new(
            "Set so that capital cost in the linear scenario is 1.0 trillion yen.",
            "線形進化シナリオの設備費が1.0兆円となるように設定した。",
        ),
    };
    gpu_price => Row {
        id: "sovereign.gpu_price", aliases: &[],
        label: Text::new("GPU price", "GPU価格"),
        unit: Unit::UsdThousand, origin: Origin::Statistic(Text::new("NVIDIA H100 SXM, 25 to 30 thousand dollars in 2026", "NVIDIA H100 SXM、2026年時点で2.5万～3万ドル")),
        default: 30.0, min: 5.0, max: 80.0, step: 0.5, low: 25.0, high: 35.0,
        note: Text::EMPTY,
    };
    kw_per_gpu => Row {
        id: "sovereign.kw_per_gpu", aliases: &[],
        label: Text::new("Server power per GPU", "GPU当たりサーバー電力"),
        unit: Unit::Kilowatt, origin: Origin::Statistic(Text::new("NVIDIA DGX H100, 10.2 kW for eight GPUs", "NVIDIA DGX H100、GPU8基で10.2kW")),
        default: 1.275, min: 0.3, max: 3.0, step: 0.005, low: 1.1, high: 1.4,
        note: Text::EMPTY,
    };
    pue => Row {
        id: "sovereign.pue", aliases: &[],
        label: Text::new("Power usage effectiveness", "PUE"),
        unit: Unit::Ratio, origin: Origin::Assumed,
        default: 1.3, min: 1.0, max: 2.0, step: 0.01, low: 1.15, high: 1.4,
        note: Text::EMPTY,
    };
    dc_cost_per_watt => Row {
        id: "sovereign.dc_cost_per_watt", aliases: &[],
        label: Text::new("Data-centre construction cost, Tokyo", "データセンター建設費（東京）"),
        unit: Unit::UsdPerWatt, origin: Origin::Statistic(Text::new("Turner & Townsend Data Centre Construction Cost Index 2025", "Turner & Townsend データセンター建設費指数（2025年）")),
        default: 15.15, min: 5.0, max: 30.0, step: 0.05, low: 13.0, high: 17.0,
        note: Text::EMPTY,
    };
    network_ratio => Row {
        id: "sovereign.network_ratio", aliases: &[],
        label: Text::new("Network cost relative to hardware", "ネットワーク費（対ハードウェア比）"),
        unit: Unit::Percent, origin: Origin::Assumed,
        default: 10.0, min: 0.0, max: 40.0, step: 1.0, low: 8.0, high: 15.0,
        note: Text::EMPTY,
    };
    experiment_multiple => Row {
        id: "sovereign.experiment_multiple", aliases: &[],
        label: Text::new("Training energy, all runs, relative to the final run", "総学習電力（最終学習比）"),
        unit: Unit::Times, origin: Origin::Assumed,
        default: 4.0, min: 1.0, max: 20.0, step: 0.5, low: 2.0, high: 8.0,
        note: Text::new(
            "Final run, trial runs and the specialised models.",
            "最終学習のほか、試行学習と特化型モデルの学習を含む。",
        ),
    };
    power_price => Row {
        id: "sovereign.power_price", aliases: &[],
        label: Text::new("Electricity price in 2025", "電力価格（2025年）"),
        unit: Unit::JpyPerKwh, origin: Origin::Assumed,
        default: 23.0, min: 5.0, max: 60.0, step: 0.5, low: 18.0, high: 28.0,
        note: Text::new(
            "Industrial price of about 23 to 24 yen.",
            "産業用電力の単価は23～24円程度である。",
        ),
    };
    power_inflation => Row {
        id: "sovereign.power_inflation", aliases: &[],
        label: Text::new("Electricity price growth", "電力価格上昇率"),
        unit: Unit::PercentAYear, origin: Origin::Assumed,
        default: 2.0, min: 0.0, max: 8.0, step: 0.1, low: 1.0, high: 3.0,
        note: Text::EMPTY,
    };
    researchers => Row {
        id: "sovereign.researchers", aliases: &[],
        label: Text::new("Top researchers, 2026-2031", "トップ人材数（2026～31年）"),
        unit: Unit::People, origin: Origin::Calibrated(Document::SovereignAi),
        default: 1010.0, min: 0.0, max: 10000.0, step: 10.0, low: 700.0, high: 1300.0,
        note: Text::new(
            "Set so that R&D cost is 1.0 trillion yen (frozen scenario).",
            "据え置きシナリオの研究開発費が1.0兆円となるように設定した。",
        ),
    };
    researcher_cost => Row {
        id: "sovereign.researcher_cost", aliases: &[],
        label: Text::new("Cost per researcher", "人件費単価"),
        unit: Unit::JpyMillionAYear, origin: Origin::Assumed,
        default: 150.0, min: 10.0, max: 500.0, step: 5.0, low: 100.0, high: 225.0,
        note: Text::new("About one million dollars.", "おおむね100万ドルに当たる。"),
    };
    operators => Row {
        id: "sovereign.operators", aliases: &[],
        label: Text::new("Operating staff, 2032-2040", "運用人員（2032～40年）"),
        unit: Unit::People, origin: Origin::Assumed,
        default: 200.0, min: 0.0, max: 5000.0, step: 10.0, low: 100.0, high: 500.0,
        note: Text::EMPTY,
    };
    operator_cost => Row {
        id: "sovereign.operator_cost", aliases: &[],
        label: Text::new("Cost per operator", "運用人員の人件費単価"),
        unit: Unit::JpyMillionAYear, origin: Origin::Assumed,
        default: 20.0, min: 5.0, max: 100.0, step: 1.0, low: 15.0, high: 30.0,
        note: Text::EMPTY,
    };
    utilisation => Row {
        id: "sovereign.utilisation", aliases: &[],
        label: Text::new("Average utilisation in operation", "平均稼働率"),
        unit: Unit::Percent, origin: Origin::Calibrated(Document::SovereignAi),
        default: 84.5, min: 5.0, max: 100.0, step: 0.5, low: 40.0, high: 90.0,
        note: Text::new(
            "Set so that running cost with frozen GPU performance is 2.0 trillion yen; a residual rather than an estimate.",
            "据え置きシナリオの運用費が2.0兆円となるように設定した。推計値というより、差額を埋める残差である。",
        ),
    };
    outpatient_cost_2040 => Row {
        id: "sovereign.outpatient_cost_2040", aliases: &[],
        label: Text::new("Outpatient cost in 2040", "外来医療費（2040年）"),
        unit: Unit::JpyTn, origin: Origin::Calibrated(Document::SovereignAi),
        default: 26.7, min: 5.0, max: 60.0, step: 0.1, low: 22.0, high: 30.0,
        note: Text::new(
            "Set so that closing the visit gap saves 13 trillion yen.",
            "受診頻度の差を解消した場合の抑制額が13兆円となるように設定した。",
        ),
    };
    visits_japan => Row {
        id: "sovereign.visits_japan", aliases: &[],
        label: Text::new("Outpatient visits per person, Japan", "外来受診頻度（日本）"),
        unit: Unit::VisitsAYear, origin: Origin::Published(Document::SovereignAi),
        default: 11.1, min: 8.0, max: 20.0, step: 0.1, low: 11.1, high: 11.1,
        note: Text::EMPTY,
    };
    visits_target => Row {
        id: "sovereign.visits_target", aliases: &[],
        label: Text::new("Outpatient visits per person, G7 average", "外来受診頻度（G7平均）"),
        unit: Unit::VisitsAYear, origin: Origin::Published(Document::SovereignAi),
        default: 5.7, min: 2.0, max: 8.0, step: 0.1, low: 5.7, high: 5.7,
        note: Text::EMPTY,
    };
    visit_gap_closed => Row {
        id: "sovereign.visit_gap_closed", aliases: &[],
        label: Text::new("Visit gap closed by 2040", "受診頻度差の解消度"),
        unit: Unit::Percent, origin: Origin::Assumed,
        default: 100.0, min: 0.0, max: 100.0, step: 1.0, low: 30.0, high: 100.0,
        note: Text::new(
            "The document takes the whole gap, and cost in proportion to visits.",
            "原典は差がすべて解消し、費用も受診頻度に比例して減るとみている。",
        ),
    };
    deficit_base_2035 => Row {
        id: "sovereign.deficit_base_2035", aliases: &[],
        label: Text::new("Digital deficit 2035, base", "デジタル赤字（2035年、ベース）"),
        unit: Unit::JpyTn, origin: Origin::Published(Document::SovereignAi),
        default: 18.0, min: 5.0, max: 60.0, step: 0.1, low: 15.0, high: 21.0,
        note: Text::EMPTY,
    };
    deficit_base_2040 => Row {
        id: "sovereign.deficit_base_2040", aliases: &[],
        label: Text::new("Digital deficit 2040, base", "デジタル赤字（2040年、ベース）"),
        unit: Unit::JpyTn, origin: Origin::Published(Document::SovereignAi),
        default: 29.1, min: 5.0, max: 60.0, step: 0.1, low: 24.0, high: 32.0,
        note: Text::new("36 less the avoided 6.9.", "36兆円から回避分の6.9兆円を差し引いた値。"),
    };
    deficit_risk_2040 => Row {
        id: "sovereign.deficit_risk_2040", aliases: &[],
        label: Text::new("Digital deficit 2040, risk", "デジタル赤字（2040年、リスク）"),
        unit: Unit::JpyTn, origin: Origin::Published(Document::SovereignAi),
        default: 36.0, min: 5.0, max: 90.0, step: 0.1, low: 32.0, high: 40.0,
        note: Text::EMPTY,
    };
    outflow_avoided => Row {
        id: "sovereign.outflow_avoided", aliases: &[],
        label: Text::new("Digital outflow avoided by sovereign AI", "ソブリンAIによるデジタル流出の回避率"),
        unit: Unit::Percent, origin: Origin::Assumed,
        default: 100.0, min: 0.0, max: 100.0, step: 1.0, low: 30.0, high: 100.0,
        note: Text::new(
            "The document takes the whole difference, at no cost of domestic supply beyond the investment.",
            "原典は差額の全額を回避でき、国内供給には当該投資以外の費用が要らないとみている。",
        ),
    };
    auto_output_2040 => Row {
        id: "sovereign.auto_output_2040", aliases: &[],
        label: Text::new("Japanese automated-vehicle output at stake in 2040", "逸失リスクのある自動運転車の国内生産額（2040年）"),
        unit: Unit::JpyTn, origin: Origin::Calibrated(Document::SovereignAi),
        default: 1.8, min: 0.0, max: 20.0, step: 0.05, low: 1.0, high: 3.0,
        note: Text::new(
            "Set so that the effect is 2.7 trillion yen.",
            "効果額が2.7兆円となるように設定した。",
        ),
    };
    auto_retained => Row {
        id: "sovereign.auto_retained", aliases: &[],
        label: Text::new("Output retained by catching up", "キャッチアップによる維持率"),
        unit: Unit::Percent, origin: Origin::Assumed,
        default: 60.0, min: 0.0, max: 100.0, step: 1.0, low: 30.0, high: 80.0,
        note: Text::EMPTY,
    };
    auto_multiplier => Row {
        id: "sovereign.auto_multiplier", aliases: &[],
        label: Text::new("Ripple multiplier", "経済波及倍率"),
        unit: Unit::Times, origin: Origin::Assumed,
        default: 2.5, min: 1.0, max: 4.0, step: 0.05, low: 2.0, high: 3.0,
        note: Text::EMPTY,
    };
    asean_gdp_2040 => Row {
        id: "sovereign.asean_gdp_2040", aliases: &[],
        label: Text::new("ASEAN-5 GDP in 2040", "ASEAN5のGDP（2040年）"),
        unit: Unit::UsdBn, origin: Origin::Assumed,
        default: 6200.0, min: 1000.0, max: 15000.0, step: 50.0, low: 5200.0, high: 7200.0,
        note: Text::EMPTY,
    };
    asean_industry_share => Row {
        id: "sovereign.asean_industry_share", aliases: &[],
        label: Text::new("Share of manufacturing, trade and agriculture in GDP", "主要3産業（製造、卸小売、農林漁業）のGDP構成比"),
        unit: Unit::Percent, origin: Origin::Assumed,
        default: 50.0, min: 10.0, max: 90.0, step: 1.0, low: 45.0, high: 55.0,
        note: Text::EMPTY,
    };
    asean_adoption => Row {
        id: "sovereign.asean_adoption", aliases: &[],
        label: Text::new("AI adoption in ASEAN-5 in 2040", "ASEAN5のAI導入率（2040年）"),
        unit: Unit::Percent, origin: Origin::Assumed,
        default: 35.0, min: 0.0, max: 100.0, step: 1.0, low: 20.0, high: 50.0,
        note: Text::EMPTY,
    };
    asean_uplift => Row {
        id: "sovereign.asean_uplift", aliases: &[],
        label: Text::new("Productivity gain where adopted", "導入先の生産性向上率"),
        unit: Unit::Percent, origin: Origin::Calibrated(Document::SovereignAi),
        default: 5.0, min: 0.0, max: 30.0, step: 0.1, low: 3.0, high: 8.0,
        note: Text::new(
            "Set so that the effect is 8.1 trillion yen.",
            "効果額が8.1兆円となるように設定した。",
        ),
    };
    count_health => Row {
        id: "sovereign.count_health", aliases: &[],
        label: Text::new("Count health-care savings", "医療費抑制を算入"),
        unit: Unit::Switch, origin: Origin::Published(Document::SovereignAi),
        default: 1.0, min: 0.0, max: 1.0, step: 1.0, low: 1.0, high: 1.0,
        note: Text::new("Direct effect on public spending.", "公的支出に直接効く。"),
    };
    count_digital => Row {
        id: "sovereign.count_digital", aliases: &[],
        label: Text::new("Count avoided digital outflow", "デジタル流出回避を算入"),
        unit: Unit::Switch, origin: Origin::Published(Document::SovereignAi),
        default: 1.0, min: 0.0, max: 1.0, step: 1.0, low: 1.0, high: 1.0,
        note: Text::new(
            "National wealth, not public spending.",
            "国富への効果であり、公的支出の削減ではない。",
        ),
    };
    count_auto => Row {
        id: "sovereign.count_auto", aliases: &[],
        label: Text::new("Count automotive effect", "自動車を算入"),
        unit: Unit::Switch, origin: Origin::Published(Document::SovereignAi),
        default: 0.0, min: 0.0, max: 1.0, step: 1.0, low: 0.0, high: 0.0,
        note: Text::new("Indirect.", "間接的な効果である。"),
    };
    count_asean => Row {
        id: "sovereign.count_asean", aliases: &[],
        label: Text::new("Count ASEAN effect", "ASEANを算入"),
        unit: Unit::Switch, origin: Origin::Published(Document::SovereignAi),
        default: 0.0, min: 0.0, max: 1.0, step: 1.0, low: 0.0, high: 0.0,
        note: Text::new(
            "Accrues to ASEAN; the document calls it a wider market, not income.",
            "ASEANに帰属する効果であり、原典も所得ではなく市場の拡大と位置付けている。",
        ),
    };
    attribution => Row {
        id: "sovereign.attribution", aliases: &[],
        label: Text::new("Part of the effect due to sovereign AI", "ソブリンAIへの帰属割合"),
        unit: Unit::Percent, origin: Origin::Assumed,
        default: 100.0, min: 0.0, max: 100.0, step: 1.0, low: 20.0, high: 100.0,
        note: Text::new(
            "The document attributes all of it.",
            "原典は効果の全額をソブリンAIによるものとしている。",
        ),
    };
}
