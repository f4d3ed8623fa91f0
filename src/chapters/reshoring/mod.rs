//! Reshoring and autonomous manufacturing: the market that opens, and what it rests on.

use crate::chapters::{Chapter, FigureSpec, Headline, InputGroup};
use crate::data::books;
use crate::output::{self, Place};

mod labour;
mod market;
mod trade;

/// The published size of the market in 2040.
const PUBLISHED_MARKET: &str = "reshoring.tam-2040-reshoring-plus-labour";

/// The year of the headline results.
const HORIZON: u16 = 2040;

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    book: &books::RESHORING,
    outputs: &output::ALL,
    results: &[
        headline("tam.new_market", Some(PUBLISHED_MARKET)),
        headline("tam.reshoring_capex", None),
        headline("tam.labour_substitution", None),
        headline("tam.shortage", None),
        headline("tam.capex_as_usual", None),
    ],
    figures: &[
        FigureSpec {
            id: "market",
            inputs: &[
                "reshoring.share",
                "autonomy.adoption_2040",
                "labour.productivity_growth",
            ],
            offers_capex_as_usual: true,
            offers_year: false,
            make: market::by_component,
        },
        FigureSpec {
            id: "regions",
            inputs: &["reshoring.share", "reshoring.target_year"],
            offers_capex_as_usual: true,
            offers_year: false,
            make: market::by_region,
        },
        FigureSpec {
            id: "workers",
            inputs: &["labour.productivity_growth", "labour.reshored_output"],
            offers_capex_as_usual: false,
            offers_year: false,
            make: labour::workers,
        },
        FigureSpec {
            id: "working-age",
            inputs: &[],
            offers_capex_as_usual: false,
            offers_year: false,
            make: labour::working_age,
        },
        FigureSpec {
            id: "employment",
            inputs: &[],
            offers_capex_as_usual: false,
            offers_year: false,
            make: labour::employment,
        },
        FigureSpec {
            id: "deficits",
            inputs: &["reshoring.share", "reshoring.target_year"],
            offers_capex_as_usual: false,
            offers_year: false,
            make: trade::deficits,
        },
        FigureSpec {
            id: "adoption",
            inputs: &[
                "autonomy.adoption_2040",
                "autonomy.midpoint_year",
                "autonomy.speed",
            ],
            offers_capex_as_usual: false,
            offers_year: false,
            make: trade::adoption,
        },
        FigureSpec {
            id: "elsewhere",
            inputs: &["reshoring.share", "reshoring.value_added_content"],
            offers_capex_as_usual: false,
            offers_year: false,
            make: trade::elsewhere,
        },
    ],
    inputs: &[
        InputGroup::new("Reshoring", "リショアリング", "reshoring."),
        InputGroup::new("Autonomy", "自律化", "autonomy."),
        InputGroup::new("Labour", "労働", "labour."),
        InputGroup::new("Investment ratios", "設備投資比率", "capex."),
        InputGroup::new("Growth", "成長率", "growth."),
    ],
    prose: prose!("reshoring"),
};

const fn headline(output: &'static str, published: Option<&'static str>) -> Headline {
    Headline {
        output,
        place: Place::All,
        year: HORIZON,
        published,
    }
}
