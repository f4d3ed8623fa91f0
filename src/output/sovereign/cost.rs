//! Compute, capital, research and development, running cost.

use super::{by_gpu, cost, progress, undated, yearly};
use crate::model::sovereign::{GpuScenario, Operation, PowerPrice};
use crate::output::{Output, Place, Together};
use crate::text::Text;
use crate::unit::Unit;

/// Cost, from the total down to the compute.
pub const COST: &[Output] = &[
    by_gpu(yearly(
        "sovereign.total",
        Text::new("Cost 2026–2040", "2026～40年の総費用"),
        Unit::JpyTn,
        Text::new(
            "Capital, R&D and running cost of fifteen years added up, at current prices, not discounted. All of it is taken to be public money.",
            "設備投資、研究開発費、運用費の15年間の合計。時価で、割り引いていない。全額を公費とみなす。",
        ),
        "{sovereign.capital} + {sovereign.rd} + {sovereign.running}",
        |r, place, _| cost(r, place, |cost| cost.total),
    )),
    by_gpu(yearly(
        "sovereign.capital",
        Text::new("Capital cost", "設備投資額"),
        Unit::JpyTn,
        Text::new(
            "Servers, buildings and network of the first cluster. The base case is calibrated to the published range.",
            "最初のクラスターのサーバー、建屋、ネットワーク。基準ケースは公表レンジに合わせて較正した。",
        ),
        "{sovereign.hardware} + {sovereign.data_centre}",
        |r, place, _| cost(r, place, |cost| cost.capital),
    )),
    by_gpu(yearly(
        "sovereign.hardware",
        Text::new("Servers", "サーバー"),
        Unit::JpyTn,
        Text::new(
            "GPUs at the price of one in a server; it moves with the exchange rate.",
            "サーバー込みのGPU単価に基数を掛けた額。為替に左右される。",
        ),
        "{sovereign.gpus} × {sovereign.gpu_price} × {macro.fx} ÷ 10 ^ 9",
        |r, place, _| cost(r, place, |cost| cost.hardware),
    )),
    by_gpu(yearly(
        "sovereign.data_centre",
        Text::new("Data centre and network", "データセンターとネットワーク"),
        Unit::JpyTn,
        Text::new(
            "Construction at Tokyo cost per watt of server load, and the network as a part of server cost.",
            "サーバー電力に東京のワット当たり建設費を掛けた額と、サーバー費に対する一定割合のネットワーク費。",
        ),
        "{sovereign.gpus} × {sovereign.kw_per_gpu} × {sovereign.dc_cost_per_watt} × {macro.fx} ÷ 10 ^ 9 + {sovereign.hardware} × {sovereign.network_ratio}",
        |r, place, _| cost(r, place, |cost| cost.data_centre),
    )),
    by_gpu(yearly(
        "sovereign.rd",
        Text::new("R&D cost", "研究開発費"),
        Unit::JpyTn,
        Text::new(
            "Researchers of six years and the electricity of all training runs.",
            "6年分の研究者人件費と、全学習の電力費。",
        ),
        "{sovereign.rd_power} + {sovereign.rd_labour}",
        |r, place, _| cost(r, place, |cost| cost.rd),
    )),
    by_gpu(yearly(
        "sovereign.rd_power",
        Text::new("R&D electricity", "研究開発の電力費"),
        Unit::JpyTn,
        Text::new(
            "The site at full load for the training window, times all runs relative to the final one, at the price of 2031.",
            "学習期間中に拠点を最大負荷で動かし、最終学習に対する総学習の倍率を掛け、2031年の単価で評価する。",
        ),
        "{sovereign.megawatts} × {sovereign.training_months} × 30 × 24 × {sovereign.experiment_multiple} × {sovereign.electricity_price@2031} ÷ 10 ^ 9",
        |r, place, _| cost(r, place, |cost| cost.rd_power),
    )),
    by_gpu(yearly(
        "sovereign.rd_labour",
        Text::new("Researchers", "研究者人件費"),
        Unit::JpyTn,
        Text::new(
            "Six years of pay. The head count is calibrated to the published R&D cost.",
            "6年分の人件費。人数は公表された研究開発費に合わせて較正した。",
        ),
        "{sovereign.researchers} × {sovereign.researcher_cost} × 6 ÷ 10 ^ 6",
        |r, place, _| cost(r, place, |cost| cost.rd_labour),
    )),
    by_gpu(yearly(
        "sovereign.running",
        Text::new("Running cost", "運用費"),
        Unit::JpyTn,
        Text::new(
            "New servers in 2036, electricity and operators from 2032 to 2040.",
            "2036年のサーバー更新と、2032～40年の電力費、運用人件費。",
        ),
        "{sovereign.refresh_hardware} + {sovereign.run_power} + {sovereign.run_labour}",
        |r, place, _| cost(r, place, |cost| cost.running),
    )),
    by_gpu(yearly(
        "sovereign.refresh_hardware",
        Text::new("Server refresh in 2036", "サーバー更新（2036年）"),
        Unit::JpyTn,
        Text::new(
            "Servers and network bought anew in 2036, at the price of today and the performance of that year.",
            "2036年に買い替えるサーバーとネットワーク。単価は現在、性能は同年のものとする。",
        ),
        "{sovereign.gpus_2036} × {sovereign.gpu_price} × {macro.fx} ÷ 10 ^ 9 × (1 + {sovereign.network_ratio})",
        |r, place, _| cost(r, place, |cost| cost.refresh_hardware),
    )),
    by_gpu(yearly(
        "sovereign.run_power",
        Text::new("Electricity in operation", "運用の電力費"),
        Unit::JpyTn,
        Text::new(
            "Electricity of the nine years of operation.",
            "9年間の運用に要する電力費。",
        ),
        "{sum sovereign.yearly_power@2032..2040}",
        |r, place, _| cost(r, place, |cost| cost.run_power),
    )),
    by_gpu(yearly(
        "sovereign.run_labour",
        Text::new("Operators", "運用人件費"),
        Unit::JpyTn,
        Text::new(
            "Nine years of pay; the document names the item without a rule for it.",
            "9年分の人件費。原典は項目を挙げるが算出方法を示していない。",
        ),
        "{sovereign.operators} × {sovereign.operator_cost} × 9 ÷ 10 ^ 6",
        |r, place, _| cost(r, place, |cost| cost.run_labour),
    )),
    Output {
        together: Together::Chosen,
        ..yearly(
            "sovereign.yearly_power",
            Text::new("Electricity of the year", "年間の電力費"),
            Unit::JpyTn,
            Text::new(
                "The GPUs at work at average utilisation, at the electricity price of the year.",
                "稼働中のGPUが平均稼働率で消費する電力を、その年の単価で評価した額。",
            ),
            "{sovereign.gpus_at_work} × {sovereign.kw_per_gpu} × {sovereign.pue} × 8760 × {sovereign.utilisation} × {sovereign.electricity_price} ÷ 10 ^ 12",
            |r, place, year| {
                let power = r.sovereign.cost.of(progress(r, place)?).yearly_power;
                Operation::years().contains(&year).then(|| power[year])
            },
        )
    },
    Output {
        together: Together::Chosen,
        ..yearly(
            "sovereign.gpus_at_work",
            Text::new("GPUs at work", "稼働中のGPU"),
            Unit::Gpus,
            Text::new(
                "Those bought for training, and from 2036 on those that replace them.",
                "学習用に導入した基数。2036年以降は更新後の基数。",
            ),
            "if({year} < 2036, {sovereign.gpus}, {sovereign.gpus_2036})",
            |r, place, year| {
                let cost = r.sovereign.cost.of(progress(r, place)?);
                let at_work = || cost.gpus_at_work(year);
                Operation::years().contains(&year).then(at_work)
            },
        )
    },
    yearly(
        "sovereign.electricity_price",
        Text::new("Electricity price", "電力価格"),
        Unit::JpyPerKwh,
        Text::new(
            "Today's price growing at a constant rate.",
            "足元の単価が一定率で上昇するとした価格。",
        ),
        "{sovereign.power_price} × (1 + {sovereign.power_inflation}) ^ ({year} − 2025)",
        |r, place, year| {
            progress(r, place)?;
            PowerPrice::years()
                .contains(&year)
                .then(|| r.sovereign.power_price[year])
        },
    ),
    by_gpu(yearly(
        "sovereign.gpus",
        Text::new("GPUs bought for training", "学習用に導入するGPU"),
        Unit::Gpus,
        Text::new(
            "GPUs that finish the final training run within its window; bought in 2031, not rounded.",
            "所定の期間内に最終学習を終えるのに要する基数。2031年に導入し、端数処理はしない。",
        ),
        "{sovereign.gpus_needed} ÷ {sovereign.performance@2031}",
        |r, place, _| cost(r, place, |cost| cost.gpus),
    )),
    by_gpu(yearly(
        "sovereign.gpus_2036",
        Text::new("GPUs that replace them in 2036", "2036年に更新するGPU"),
        Unit::Gpus,
        Text::new(
            "As many as do the same work with the performance of 2036.",
            "2036年の性能で同じ処理能力を得るのに要する基数。",
        ),
        "{sovereign.gpus_needed} ÷ {sovereign.performance@2036}",
        |r, place, _| cost(r, place, |cost| cost.gpus_2036),
    )),
    by_gpu(yearly(
        "sovereign.megawatts",
        Text::new("Power of the site", "拠点の電力"),
        Unit::Megawatt,
        Text::new(
            "What the first cluster draws at full load, cooling included.",
            "最初のクラスターが最大負荷で消費する電力。冷却を含む。",
        ),
        "{sovereign.gpus} × {sovereign.kw_per_gpu} × {sovereign.pue} ÷ 1000",
        |r, place, _| cost(r, place, |cost| cost.megawatts),
    )),
    undated(yearly(
        "sovereign.gpus_needed",
        Text::new(
            "GPUs needed at the performance of 2025",
            "2025年の性能で必要なGPU",
        ),
        Unit::Gpus,
        Text::new(
            "Training compute over what one GPU does within the training window.",
            "学習計算量を、1基が学習期間内に処理できる計算量で割った基数。",
        ),
        "{sovereign.training_flop} × 10 ^ 12 ÷ ({sovereign.gpu_flops} × {sovereign.mfu} × {sovereign.training_months} × 30 × 86400)",
        |r, place, _| {
            progress(r, place)?;
            Some(r.sovereign.cost.frozen.gpus)
        },
    )),
    undated(yearly(
        "sovereign.training_flop",
        Text::new("Training compute", "学習計算量"),
        Unit::Yottaflop,
        Text::new(
            "Six operations per parameter and token, the usual rule of thumb for the final training run.",
            "最終学習に要する計算量。パラメータとトークン1組当たり6回の演算という通例の目安による。",
        ),
        "6 × {sovereign.parameters} × {sovereign.tokens}",
        |r, place, _| cost(r, place, |cost| cost.training_flop / 1e24),
    )),
    Output {
        together: Together::IfLinear("1 + {sovereign.gpu_progress} × ({year} − 2025)"),
        ..yearly(
            "sovereign.performance",
            Text::new("GPU performance (2025 = 1)", "GPU性能（2025年＝1）"),
            Unit::Ratio,
            Text::new(
                "Relative to the GPU that the document prices; a constant gain every year, or none.",
                "原典が価格を置いたGPUに対する性能比。毎年一定幅で向上するか、据え置く。",
            ),
            "1",
            |r, place, year| match place {
                _ if !PowerPrice::years().contains(&year) => None,
                Place::Gpu(GpuScenario::Frozen) => Some(1.0),
                Place::Gpu(GpuScenario::Linear) => {
                    Some(1.0 + r.sovereign.gpu_progress * (f64::from(year) - 2025.0))
                }
                _ => None,
            },
        )
    },
];
