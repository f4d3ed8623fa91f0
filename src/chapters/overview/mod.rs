//! The overview: the conclusions in a minute, what drives them across chapters, and the way into each chapter.

use crate::chapters::{Chapter, FigureSpec, Headline, InputGroup};
use crate::output::{Place, UNDATED};
use crate::text::Text;

mod drivers;

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    results: &[
        Headline {
            output: "tam.new_market",
            place: Place::All,
            year: 2040,
            published: Some("reshoring.tam-2040-reshoring-plus-labour"),
        },
        Headline {
            output: "capture.sales",
            place: Place::Whole,
            year: 2040,
            published: Some("capture.total-revenue-2040"),
        },
        Headline {
            output: "capture.margin",
            place: Place::Whole,
            year: 2040,
            published: Some("capture.operating-margin-2040"),
        },
        undated("sovereign.total_cost", None),
        undated("sovereign.break_even_attribution", None),
    ],
    figures: &[FigureSpec {
        id: "drivers",
        inputs: &[
            "macro.fx",
            "sovereign.parameters",
            "labour.productivity_growth",
        ],
        offers_capex_as_usual: false,
        offers_year: false,
        make: drivers::across_chapters,
    }],
    inputs: &[
        group(
            "Reshoring and autonomy",
            "リショアリングと自律化",
            "reshoring.share autonomy.adoption_2040 labour.productivity_growth",
        ),
        group(
            "Japan’s share and profit",
            "日本のシェアと利益",
            "capture.domestic_share capture.overseas_new_share_2040 pnl.solution_opex",
        ),
        group(
            "Sovereign AI",
            "ソブリンAI",
            "sovereign.parameters sovereign.gpu_scenario sovereign.visit_gap_closed sovereign.attribution",
        ),
    ],
    prose: Text::new(include_str!("en.md"), include_str!("ja.md")),
};

const fn group(en: &'static str, ja: &'static str, prefix: &'static str) -> InputGroup {
    InputGroup {
        title: Text::new(en, ja),
        prefix,
    }
}

const fn undated(output: &'static str, published: Option<&'static str>) -> Headline {
    Headline {
        output,
        place: Place::Whole,
        year: UNDATED,
        published,
    }
}
