//! The overview: the conclusions in a minute, what drives them across chapters, and the way into each chapter.

use crate::chapters::{Chapter, FigureSpec, Headline, InputGroup};
use crate::data::books;
use crate::output::{self, Head, Place, UNDATED};
use crate::text::Text;

mod drivers;

/// The outputs that prose and figure name: the page opens here, so the others stay away until they are asked for.
static OUTPUTS: [Head; 20] = output::some([
    "tam.new_market",
    "tam.reshoring_capex",
    "tam.labour_substitution",
    "tam.substitution_share",
    "capture.sales",
    "capture.domestic",
    "capture.overseas",
    "capture.operating_profit",
    "capture.margin",
    "capture.ai_rnd",
    "sovereign.total",
    "sovereign.total_cost",
    "sovereign.total_benefit",
    "sovereign.break_even_attribution",
    "genai.fte",
    "tam.shortage",
    "platforms.payback",
    "platforms.capex",
    "platforms.revenue",
    "platforms.cumulative_gap",
]);

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    book: &books::OVERVIEW,
    outputs: &OUTPUTS,
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
        undated("sovereign.total_cost", Some("sovereign.investment-total")),
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
        InputGroup::new(
            "Reshoring and autonomy",
            "リショアリングと自律化",
            "reshoring.share autonomy.adoption_2040 labour.productivity_growth",
        ),
        InputGroup::new(
            "Japan’s share and profit",
            "日本のシェアと利益",
            "capture.domestic_share capture.overseas_new_share_2040 pnl.solution_opex",
        ),
        InputGroup::new(
            "Sovereign AI",
            "ソブリンAI",
            "sovereign.parameters sovereign.gpu_scenario sovereign.visit_gap_closed sovereign.attribution",
        ),
    ],
    prose: PROSE,
};

/// The chapter that opens first has its text in the page itself, where it takes no part of the module.
#[cfg(target_arch = "wasm32")]
const PROSE: Text = Text::EMPTY;
#[cfg(not(target_arch = "wasm32"))]
const PROSE: Text = prose!("overview");

const fn undated(output: &'static str, published: Option<&'static str>) -> Headline {
    Headline {
        output,
        place: Place::Whole,
        year: UNDATED,
        published,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapters::clause;
    use crate::chapters::prose::{self, Block, Span};

    #[test]
    fn its_outputs_are_those_that_prose_figure_and_head_name() {
        let mut named: Vec<&str> = drivers::RESULTS.iter().map(|result| result.0).collect();
        named.extend(CHAPTER.results.iter().map(|headline| headline.output));
        for block in prose::parse(CHAPTER.prose.en) {
            let (Block::Thesis(spans) | Block::Paragraph(spans)) = block else {
                continue;
            };
            let looked_at = clause::looked_at(&spans).into_iter();
            named.extend(looked_at.map(|cell| cell.output().id));
            named.extend(
                clause::flat(spans)
                    .into_iter()
                    .filter_map(|span| match span {
                        Span::Output(cell) | Span::Base(cell) => Some(cell.output().id),
                        _ => None,
                    }),
            );
        }
        named.sort_unstable();
        named.dedup();
        let mut listed = OUTPUTS.map(|head| head.id);
        listed.sort_unstable();
        assert_eq!(named, listed);
    }
}
