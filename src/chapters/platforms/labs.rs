//! The laboratories: revenue, and what it would have to carry.

use super::HORIZON;
use crate::chapters::{Context, build};
use crate::figure::{Figure, Kind, Series, Source, Tone};
use crate::output::{Cell, Place, UNDATED};
use crate::source::Document;
use crate::unit::Unit;

const LABS: [(Place, Tone); 2] = [
    (Place::Lab(0), Tone::OpenAi),
    (Place::Lab(1), Tone::Anthropic),
];

/// Revenue at the mature multiple against the valuation with its return, for each lab.
pub fn valuations(context: &Context) -> Figure {
    let categories = build::years(2026..=HORIZON);
    let panels = LABS.map(|(lab, tone)| {
        let series = |output, tone| build::by_year(context, &categories, output, lab, tone);
        build::panel(
            lab.label(context.reader.lang),
            vec![
                series("platforms.lab_required", Tone::Result),
                series("platforms.lab_worth", tone),
            ],
        )
    });
    Figure {
        title: valuation_title(context),
        subtitle: context.say(
            || "Revenue at the mature multiple, and the valuation with the required return, 2026–2040; one scale".to_owned(),
            || "成熟時倍率で評価した価値と、要求収益率を加えた評価額、2026～2040年、目盛は共通".to_owned(),
        ),
        categories,
        panels: panels.to_vec(),
        kind: Kind::Lines { shared_scale: true },
        unit: Unit::UsdBn,
        sources: vec![
            Source::Model(Document::Funding),
            Source::Model(Document::Platforms),
        ],
        note: context.say(
            || "Valuations are of talks or as reported. Multiple, return and growth are assumed, growth alike for both.".to_owned(),
            || "評価額は交渉中または報道による。倍率、収益率、伸び率は想定で、伸び率は2社共通とした。".to_owned(),
        ),
    }
}

/// Says when the valuation that takes longest is first carried, and whether it still is in the last year.
fn valuation_title(context: &Context) -> String {
    let years = LABS.map(|(lab, _)| {
        let cell = Cell::find("platforms.lab_justified", lab, UNDATED);
        cell.and_then(|cell| cell.read(context.results))
    });
    let name = |lab: usize| LABS[lab].0.label(context.reader.lang);
    let later = usize::from(match (years[0], years[1]) {
        (None, None) => {
            return context.say(
                || format!("Revenue carries neither valuation by {HORIZON}"),
                || format!("{HORIZON}年まで売上は両社の評価額に届かない"),
            );
        }
        (None, _) => false,
        (_, None) => true,
        (Some(openai), Some(anthropic)) => anthropic > openai,
    });
    let lab = name(later);
    let Some(year) = years[later] else {
        return context.say(
            || format!("Revenue does not carry {lab}’s valuation by {HORIZON}"),
            || format!("{HORIZON}年まで売上は{lab}の評価額に届かない"),
        );
    };
    let year = context.reader.write(Unit::Year, year);
    let lost = |lab: usize| context.value("platforms.lab_cover", LABS[lab].0, HORIZON) < 1.0;
    match years[0] == years[1] {
        true if lost(0) || lost(1) => context.say(
            || format!("Revenue carries both valuations in {year}, not in {HORIZON}"),
            || format!("{year}に両社とも評価額に届くが{HORIZON}年は揃わず"),
        ),
        true => context.say(
            || format!("Revenue first carries both valuations in {year}"),
            || format!("売上が両社の評価額に初めて見合うのは{year}"),
        ),
        // Required value goes on growing, and may outgrow revenue again.
        false if lost(later) => context.say(
            || format!("Revenue carries {lab}’s valuation in {year}, not in {HORIZON}"),
            || format!("{lab}売上は{year}に評価額に届くが{HORIZON}年は不足"),
        ),
        false => context.say(
            || format!("Revenue first carries {lab}’s valuation in {year}"),
            || format!("売上が{lab}の評価額に初めて見合うのは{year}"),
        ),
    }
}

/// Revenue of the labs beside that of the industry.
pub fn revenue(context: &Context) -> Figure {
    let categories = build::years(2026..=HORIZON);
    let by_year = |output, place, tone| build::by_year(context, &categories, output, place, tone);
    let mut series = LABS
        .map(|(lab, tone)| Series {
            name: lab.label(context.reader.lang),
            ..by_year("platforms.lab_revenue", lab, tone)
        })
        .to_vec();
    series.push(Series {
        name: context.say(
            || "AI revenue, industry".to_owned(),
            || "AI売上（業界全体）".to_owned(),
        ),
        ..by_year("platforms.revenue", Place::Whole, Tone::Result)
    });
    Figure {
        title: revenue_title(context),
        subtitle: context.say(
            || "Yearly revenue of the two labs and of the industry, 2026–2040".to_owned(),
            || "AIラボ2社と業界全体の年間売上、2026～2040年".to_owned(),
        ),
        categories,
        panels: vec![build::panel(String::new(), series)],
        kind: Kind::Lines { shared_scale: true },
        unit: Unit::UsdBn,
        sources: vec![
            Source::Model(Document::Funding),
            Source::Model(Document::Platforms),
        ],
        note: context.say(
            || "The paths are set apart from each other; their ratio is a test of the inputs.".to_owned(),
            || "両者の経路は互いに独立に置いたもので、その比は前提の整合性を確かめるための目安である。".to_owned(),
        ),
    }
}

fn revenue_title(context: &Context) -> String {
    if context.value("platforms.lab_share", Place::Whole, 2030) > 1.0 {
        return context.say(
            || "The two labs’ paths exceed industry revenue in 2030".to_owned(),
            || "2030年、2社の売上経路は業界全体を上回る".to_owned(),
        );
    }
    let share = context.rounded("platforms.lab_share", Place::Whole, 2030);
    context.say(
        || format!("The two labs make {share} of industry revenue in 2030"),
        || format!("2社の売上は2030年に業界全体の{share}"),
    )
}
