//! Japan's share and profit: what its makers sell of the market, what is left, and what that takes.

use crate::chapters::{Chapter, Context, FigureSpec, Headline, InputGroup};
use crate::data;
use crate::data::books;
use crate::figure::{Categories, Mark, Source};
use crate::output::{self};
use crate::source::Document;
use crate::unit::Unit;
use crate::view::HORIZON;

mod levers;
mod profit;
mod sales;
mod shares;

/// The published sales in 2040: at home, overseas, together.
const PUBLISHED_HOME: &str = "capture.domestic-revenue-2040";
const PUBLISHED_OVERSEAS: &str = "capture.overseas-revenue-2040";
const PUBLISHED_SALES: &str = "capture.total-revenue-2040";

/// The published operating margin in 2040.
const PUBLISHED_MARGIN: &str = "capture.operating-margin-2040";

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    book: &books::SHARE,
    outputs: &output::ALL,
    results: &[
        headline("capture.sales", Some(PUBLISHED_SALES)),
        headline("capture.domestic", Some(PUBLISHED_HOME)),
        headline("capture.overseas", Some(PUBLISHED_OVERSEAS)),
        headline("capture.margin", Some(PUBLISHED_MARGIN)),
        headline("capture.overseas_share", None),
    ],
    figures: &[
        FigureSpec::new(
            "sales",
            &[
                "capture.overseas_new_share_2040",
                "capture.overseas_as_usual_share_2040",
                "macro.fx",
            ],
            sales::by_market,
        ),
        FigureSpec::new(
            "sold",
            &[
                "capture.overseas_new_share_2040",
                "autonomy.adoption_2040",
                "labour.productivity_growth",
            ],
            sales::by_kind,
        ),
        FigureSpec::new("home-share", &["capture.domestic_share"], shares::at_home),
        FigureSpec::new(
            "overseas-share",
            &[
                "capture.overseas_share_2030",
                "capture.overseas_as_usual_share_2040",
                "capture.overseas_new_share_2040",
            ],
            shares::overseas,
        ),
        FigureSpec {
            offers_year: true,
            ..FigureSpec::new(
                "profit",
                &[
                    "pnl.hardware_cogs",
                    "pnl.solution_opex",
                    "pnl.capacity_intensity",
                ],
                profit::statement,
            )
        },
        FigureSpec::new(
            "margin",
            &["pnl.solution_opex", "pnl.capacity_intensity"],
            profit::margin,
        ),
        FigureSpec::new(
            "levers",
            &[
                "pnl.solution_cogs",
                "pnl.hardware_cogs",
                "pnl.solution_opex",
            ],
            levers::margin,
        ),
    ],
    inputs: &[
        InputGroup::new("Market shares", "市場シェア", "capture."),
        InputGroup::new("Costs and investment", "費用と投資", "pnl."),
    ],
    prose: prose!("share"),
};

const fn headline(output: &'static str, published: Option<&'static str>) -> Headline {
    Headline::whole(output, HORIZON, published)
}

/// What sales rest on; costs add the document on sovereign AI.
fn sources(with_costs: bool) -> Vec<Source> {
    let mut sources = vec![Source::Model(Document::Reshoring)];
    if with_costs {
        sources.push(Source::Model(Document::SovereignAi));
    }
    sources.extend(["regions", "population", "gdp_growth", "industries"].map(Source::Dataset));
    sources
}

/// A published value of 2040 above `below`, with what it is called.
fn mark(
    context: &Context,
    categories: &Categories,
    id: &'static str,
    below: f64,
    label: String,
) -> Option<Mark> {
    let published = data::published(id);
    let unit = match published.unit {
        "percent" => 0.01,
        _ => 1.0,
    };
    let value = published.value.or(published.high)? * unit;
    let word = context.say(|| "published: ".to_owned(), || "公表値 ".to_owned());
    Some(Mark {
        index: categories.len().checked_sub(1)?,
        value,
        computed: None,
        height: below + value,
        label: word + &label,
    })
}

/// A printed amount as printed, whatever currency the reader has chosen.
fn as_printed(context: &Context, id: &'static str) -> String {
    let value = data::published(id).value.unwrap_or(f64::NAN);
    let reader = context.reader.native(Unit::JpyTn);
    reader.write_printed(Unit::JpyTn, value)
}

#[cfg(test)]
mod tests;
