//! What AI CAPEX costs and what AI earns, added up and by year.

use super::HORIZON;
use crate::chapters::{Context, build};
use crate::figure::{Figure, Kind, Source, Tone};
use crate::output::{Place, UNDATED};
use crate::source::Document;
use crate::unit::Unit;

const FIRST_YEAR: u16 = 2026;

/// AI CAPEX and gross profit since 2026, added up.
pub fn cumulative(context: &Context) -> Figure {
    Figure {
        title: payback_title(context),
        subtitle: context.say(
            || "AI CAPEX and gross profit on AI, added up since 2026, to 2040".to_owned(),
            || "2026年以降のAI向け設備投資とAI粗利益の累計、2040年まで".to_owned(),
        ),
        note: context.say(
            || "Payback of cash, not accounting profit: revenue of the whole industry against the largest clouds’ CAPEX.".to_owned(),
            || "会計上の利益ではなく現金の回収。業界全体の売上を大手クラウドの設備投資と突き合わせている。".to_owned(),
        ),
        ..lines(
            context,
            &[
                ("platforms.cumulative_gross_profit", Tone::Nth(0)),
                ("platforms.cumulative_ai_capex", Tone::Cost),
            ],
        )
    }
}

/// AI CAPEX, gross profit and depreciation of each year.
pub fn by_year(context: &Context) -> Figure {
    Figure {
        title: yearly_title(context),
        subtitle: context.say(
            || "AI CAPEX, gross profit on AI and depreciation by year, 2026–2040".to_owned(),
            || "年間のAI向け設備投資、AI粗利益、減価償却費、2026～2040年".to_owned(),
        ),
        note: context.say(
            || "Replacement goes on: AI CAPEX does not end when the first years are paid back. Assets bought before 2026 are left out.".to_owned(),
            || "初期の投資を回収した後も更新投資は続く。2025年以前に取得した資産の償却は含まない。".to_owned(),
        ),
        ..lines(
            context,
            &[
                ("platforms.gross_profit", Tone::Nth(0)),
                ("platforms.depreciation", Tone::Available),
                ("platforms.ai_capex", Tone::Cost),
            ],
        )
    }
}

fn lines(context: &Context, outputs: &[(&'static str, Tone)]) -> Figure {
    let categories = build::years(FIRST_YEAR..=HORIZON);
    let series = outputs
        .iter()
        .map(|&(output, tone)| build::by_year(context, &categories, output, Place::Whole, tone));
    let panel = build::panel(String::new(), series.collect());
    Figure {
        title: String::new(),
        subtitle: String::new(),
        categories,
        panels: vec![panel],
        kind: Kind::Lines { shared_scale: true },
        unit: Unit::UsdBn,
        sources: vec![Source::Model(Document::Platforms)],
        note: String::new(),
    }
}

fn payback_title(context: &Context) -> String {
    if context.value("platforms.payback", Place::Whole, UNDATED) == 0.0 {
        return context.say(
            || format!("AI CAPEX is not paid back by {HORIZON}"),
            || format!("AI投資は{HORIZON}年までに回収されない"),
        );
    }
    let year = context.written("platforms.payback", Place::Whole, UNDATED);
    context.say(
        || format!("AI CAPEX since {FIRST_YEAR} is paid back in {year}"),
        || format!("{FIRST_YEAR}年以降のAI投資の回収は{year}"),
    )
}

fn yearly_title(context: &Context) -> String {
    let value = |output, year| context.value(output, Place::Whole, year);
    let covered =
        |year: &u16| value("platforms.gross_profit", *year) >= value("platforms.ai_capex", *year);
    match (FIRST_YEAR..=HORIZON).find(covered) {
        Some(year) => context.say(
            || format!("Gross profit first covers the year’s AI CAPEX in {year}"),
            || format!("粗利益が当年のAI投資を初めて賄うのは{year}年"),
        ),
        None => context.say(
            || format!("Gross profit stays below AI CAPEX to {HORIZON}"),
            || format!("粗利益は{HORIZON}年までAI投資を下回る"),
        ),
    }
}
