//! Presets: named differences from the base case.

use crate::scenario::{ParamId, Scenario};
use crate::text::Text;

/// A named difference from the base case.
pub struct Preset {
    /// Name in links and messages.
    pub id: &'static str,
    /// What the reader sees.
    pub title: Text,
    /// What it assumes, in a sentence.
    pub about: Text,
    /// The inputs it sets, by id; all others are those of the base case.
    pub changes: &'static [(&'static str, f64)],
}

impl Preset {
    /// The preset of this id.
    pub fn find(id: &str) -> Option<&'static Preset> {
        PRESETS.iter().find(|preset| preset.id == id)
    }

    /// The base case with its changes.
    pub fn scenario(&self) -> Scenario {
        let mut scenario = Scenario::default();
        for &(id, value) in self.changes {
            if let Some(param) = ParamId::find(id) {
                // A test holds every value within its range.
                let _ = scenario.set(param, value);
            }
        }
        scenario
    }
}

/// Every preset: the documents' case, one assumption each, then two whole views.
pub const PRESETS: &[Preset] = &[
    Preset {
        id: "published",
        title: Text::new("As published", "公表どおり"),
        about: Text::new(
            "The base case: every input as the documents have it, or set so that their results are met.",
            "基準ケース。前提はすべて文書に従うか、公表結果に合うよう定めた値。",
        ),
        changes: &[],
    },
    Preset {
        id: "home-95",
        title: Text::new("95 percent at home", "国内シェア95％"),
        about: Text::new(
            "Japanese makers hold the home share that the summary page names instead of the one the estimate uses.",
            "国内シェアに、試算の値ではなく要約ページの値を用いる。",
        ),
        changes: &[("capture.domestic_share", 95.0)],
    },
    Preset {
        id: "no-reshoring",
        title: Text::new("No reshoring", "国内回帰なし"),
        about: Text::new(
            "No import deficit is closed; the shortage of workers that remains comes from growth and population alone.",
            "輸入赤字は解消されない。残る人手不足は成長と人口だけによる。",
        ),
        changes: &[("reshoring.share", 0.0)],
    },
    Preset {
        id: "half-adoption",
        title: Text::new("Half the adoption", "導入率半減"),
        about: Text::new(
            "Autonomous systems take over half as much of the missing work by 2040.",
            "2040年に自律化が代替する不足労働の割合を半分とする。",
        ),
        changes: &[("autonomy.adoption_2040", 13.5)],
    },
    Preset {
        id: "strong-yen",
        title: Text::new("Strong yen", "円高"),
        about: Text::new(
            "The dollar buys fewer yen: overseas sales shrink, and so does the bill for imported chips.",
            "ドルが下落する。海外売上の円換算額が減り、輸入GPUの費用も下がる。",
        ),
        changes: &[("macro.fx", 110.0)],
    },
    Preset {
        id: "linear-gpus",
        title: Text::new("Linear GPU progress", "GPU性能の線形進化"),
        about: Text::new(
            "Chips keep improving, so that fewer of them do the same training.",
            "GPUの性能が向上し続け、同じ学習に要する台数が減る。",
        ),
        changes: &[("sovereign.gpu_scenario", 1.0)],
    },
    Preset {
        id: "health-half",
        title: Text::new("Health only, half attributed", "医療のみ・帰属半分"),
        about: Text::new(
            "Only the effect that spares public money is counted, and half of it is due to sovereign AI.",
            "財政負担を減らす医療の効果だけを数え、その半分をソブリンAIに帰属させる。",
        ),
        changes: &[
            ("sovereign.attribution", 50.0),
            ("sovereign.count_digital", 0.0),
        ],
    },
    Preset {
        id: "sovereign-cautious",
        title: Text::new(
            "Sovereign AI at 30, 30 and 20 percent",
            "ソブリンAI：30・30・20％",
        ),
        about: Text::new(
            "Less than a third of the gap in visits closes and of the outflow is avoided, and a fifth of both is attributed to sovereign AI.",
            "受診頻度差の解消と海外流出の回避は3割、ソブリンAIへの帰属は2割にとどまる。",
        ),
        changes: &[
            ("sovereign.visit_gap_closed", 30.0),
            ("sovereign.outflow_avoided", 30.0),
            ("sovereign.attribution", 20.0),
        ],
    },
    Preset {
        id: "productivity",
        title: Text::new("Productivity growth of 1 percent", "生産性が年1％上昇"),
        about: Text::new(
            "Output per worker grows every year, so that fewer workers are missing.",
            "一人当たり生産が毎年伸び、不足する労働者が減る。",
        ),
        changes: &[("labour.productivity_growth", 1.0)],
    },
    Preset {
        id: "capex-690",
        title: Text::new("CAPEX of 690, all of it AI", "設備投資6,900億ドル・全額AI"),
        about: Text::new(
            "The clouds invest what the funding article prints, and all of it counts as AI.",
            "クラウド各社の投資額に記事の値を用い、その全額をAI向けとする。",
        ),
        changes: &[
            ("platforms.capex_2026", 690.0),
            ("platforms.ai_capex_share", 100.0),
        ],
    },
    Preset {
        id: "cautious",
        title: Text::new("A cautious case", "慎重ケース"),
        about: Text::new(
            "The assumptions that matter most stand at the unfavourable end of their plausible ranges.",
            "影響の大きい前提を、妥当な範囲の控えめな端に置く。",
        ),
        changes: &[
            ("reshoring.share", 50.0),
            ("labour.productivity_growth", 2.0),
            ("autonomy.adoption_2040", 15.0),
            ("capture.domestic_share", 85.0),
            ("capture.overseas_as_usual_share_2040", 15.0),
            ("capture.overseas_new_share_2040", 18.0),
            ("pnl.solution_opex", 48.0),
            ("sovereign.visit_gap_closed", 30.0),
            ("sovereign.outflow_avoided", 30.0),
            ("sovereign.attribution", 20.0),
            ("genai.adoption_ceiling", 50.0),
            ("genai.time_saved", 25.0),
            ("platforms.revenue_growth", 70.0),
            ("platforms.gross_margin", 45.0),
        ],
    },
    Preset {
        id: "bold",
        title: Text::new("A bold case", "強気ケース"),
        about: Text::new(
            "The same assumptions stand at the favourable end of their plausible ranges.",
            "同じ前提を、妥当な範囲の強気の端に置く。",
        ),
        changes: &[
            ("labour.wage_growth", 1.5),
            ("autonomy.adoption_2040", 45.0),
            ("capture.domestic_share", 95.0),
            ("capture.overseas_as_usual_share_2040", 28.0),
            ("capture.overseas_new_share_2040", 34.0),
            ("pnl.solution_opex", 34.0),
            ("sovereign.gpu_scenario", 1.0),
            ("genai.adoption_ceiling", 95.0),
            ("genai.time_saved", 75.0),
            ("platforms.revenue_growth", 140.0),
            ("platforms.gross_margin", 70.0),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_change_names_an_input_and_lies_on_its_slider() {
        for preset in PRESETS {
            for (id, value) in preset.changes {
                let row = ParamId::find(id)
                    .unwrap_or_else(|| panic!("{}: {id}", preset.id))
                    .row();
                assert!(row.accepts(*value), "{}: {id}", preset.id);
                assert_eq!(row.snap(*value), *value, "{}: {id}", preset.id);
                assert_ne!(row.default, *value, "{}: {id}", preset.id);
            }
            assert_eq!(preset.scenario().changed().count(), preset.changes.len());
        }
    }

    #[test]
    fn every_preset_has_a_name_of_its_own_in_both_languages() {
        for (index, preset) in PRESETS.iter().enumerate() {
            assert!(PRESETS[..index].iter().all(|other| other.id != preset.id));
            assert!(!preset.title.ja.is_ascii() && preset.title.en.is_ascii());
            assert!(preset.about.ja.ends_with('。') && preset.about.en.ends_with('.'));
            assert_eq!(Preset::find(preset.id).unwrap().id, preset.id);
        }
    }
}
