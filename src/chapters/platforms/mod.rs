//! AI platforms and investment: what is spent, what would pay it back, what the valuations assume.

use crate::chapters::{Chapter, Context, FigureSpec, Headline, InputGroup};
use crate::data;
use crate::data::books;
use crate::explain::write_published;
use crate::figure::{Categories, Mark, Meaning, Series, Shape, Tone};
use crate::output::{self, Place, UNDATED};

mod capex;
mod chips;
mod frontier;
mod labs;
mod markets;
mod payback;

/// The published CAPEX of 2026.
const PUBLISHED_CAPEX: &str = "platforms.hyperscaler-capex-fy2026";

/// The published generative AI market of 2032.
const PUBLISHED_GENAI: &str = "genai.market-2032";

/// The last year of investment and revenue.
const HORIZON: u16 = 2040;

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    book: &books::PLATFORMS,
    outputs: &output::ALL,
    results: &[
        headline("platforms.capex", 2026, Some(PUBLISHED_CAPEX)),
        headline("platforms.cumulative_gap", 2030, None),
        headline("platforms.payback", UNDATED, None),
        headline("platforms.genai_market", 2032, Some(PUBLISHED_GENAI)),
        Headline {
            place: Place::Lab(0),
            ..headline("platforms.lab_justified", UNDATED, None)
        },
    ],
    figures: &[
        FigureSpec::new("compute", &[], frontier::compute),
        FigureSpec::new("capability", &[], frontier::capability),
        FigureSpec::new("capex-by-company", &[], capex::by_company),
        FigureSpec::new(
            "capex-path",
            &[
                "platforms.capex_2026",
                "platforms.capex_growth",
                "platforms.ai_capex_share",
            ],
            capex::path,
        ),
        FigureSpec::new(
            "payback",
            &[
                "platforms.revenue_growth",
                "platforms.capex_growth",
                "platforms.gross_margin",
            ],
            payback::cumulative,
        ),
        FigureSpec::new(
            "replacement",
            &[
                "platforms.asset_life",
                "platforms.revenue_growth_retention",
                "platforms.revenue_ceiling",
            ],
            payback::by_year,
        ),
        FigureSpec::new(
            "markets",
            &["platforms.ai_market_growth", "platforms.genai_market_2032"],
            markets::two_markets,
        ),
        FigureSpec::new(
            "genai-parts",
            &[
                "platforms.genai_market_2032",
                "platforms.genai_market_growth",
            ],
            markets::parts,
        ),
        FigureSpec::new(
            "valuations",
            &[
                "platforms.lab_growth",
                "platforms.target_multiple",
                "platforms.required_return",
            ],
            labs::valuations,
        ),
        FigureSpec::new(
            "lab-revenue",
            &["platforms.lab_growth", "platforms.lab_growth_retention"],
            labs::revenue,
        ),
        FigureSpec::new("tpu", &[], chips::tpu),
    ],
    inputs: &[
        InputGroup::new(
            "Markets",
            "市場規模",
            "platforms.ai_market platforms.genai_market",
        ),
        InputGroup::new(
            "Investment",
            "設備投資",
            "platforms.capex platforms.ai_capex platforms.asset",
        ),
        InputGroup::new(
            "Revenue",
            "売上",
            "platforms.enterprise platforms.consumer platforms.revenue platforms.gross",
        ),
        InputGroup::new(
            "Laboratories",
            "AIラボ",
            "platforms.openai platforms.anthropic platforms.lab platforms.target platforms.required",
        ),
    ],
    prose: prose!("platforms"),
};

const fn headline(output: &'static str, year: u16, published: Option<&'static str>) -> Headline {
    Headline::whole(output, year, published)
}

/// Numbers of a dataset as a series.
fn of_dataset(name: String, tone: Tone, dataset: &'static str, values: Vec<Option<f64>>) -> Series {
    Series {
        name,
        tone,
        shape: Shape::Plain,
        values,
        base: None,
        meaning: Meaning::Dataset(dataset),
    }
}

/// A printed value at its year, with the document that prints it; none outside the years shown.
fn printed(
    context: &Context,
    id: &'static str,
    categories: &Categories,
    year: u16,
) -> Option<Mark> {
    let Categories::Years(years) = categories else {
        return None;
    };
    let published = data::published(id);
    let value = published.value?;
    let written = write_published(id, &context.reader);
    let document = context.reader.text(published.document.brief());
    Some(Mark {
        index: years.iter().position(|&shown| shown == year)?,
        value,
        computed: None,
        height: value,
        label: context.say(
            || format!("published {written} ({document})"),
            || format!("公表値 {written}（{document}）"),
        ),
    })
}
