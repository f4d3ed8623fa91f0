//! Generative AI and work: whose working time it could free, and what surrounds that question.

use crate::chapters::{Chapter, Context, FigureSpec, Headline, InputGroup, build};
use crate::data;
use crate::data::books;
use crate::figure::{Categories, Figure, Kind, Meaning, Series, Shape, Source, Tone};
use crate::output::{self, Cell, Place};
use crate::sort::sort_by;
use crate::source::Document;
use crate::text::Text;
use crate::unit::Unit;
use crate::view::HORIZON;

mod exposure;
mod time;
mod world;

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    book: &books::WORK,
    outputs: &output::ALL,
    results: &[
        headline("genai.fte"),
        headline("genai.time_share"),
        headline("genai.value"),
        headline("genai.working_age_fall"),
    ],
    figures: &[
        FigureSpec::new(
            "freed-time",
            &[
                "genai.time_saved",
                "genai.adoption_ceiling",
                "genai.adoption_delay",
            ],
            time::freed,
        ),
        FigureSpec::new(
            "workforce",
            &["genai.time_saved", "genai.difficulty_level"],
            time::workforce,
        ),
        FigureSpec::new(
            "exposed-work",
            &["genai.difficulty_level"],
            exposure::occupations,
        ),
        FigureSpec::new(
            "exposed-industries",
            &["genai.difficulty_level"],
            exposure::industries,
        ),
        FigureSpec::new("pay-exposure", &["genai.difficulty_level"], exposure::pay),
        FigureSpec::new(
            "adoption-types",
            &[
                "genai.adoption_speed",
                "genai.adoption_delay",
                "genai.adoption_ceiling",
            ],
            time::adoption,
        ),
        FigureSpec::new(
            "value-industries",
            &["genai.time_saved", "genai.adoption_delay"],
            time::value,
        ),
        FigureSpec::new("ai-investment", &[], world::investment),
        FigureSpec::new("funded-companies", &[], world::funded),
        FigureSpec::new("models-by-country", &[], world::models),
    ],
    inputs: &[InputGroup {
        title: Text::new("Generative AI", "生成AI"),
        prefix: "genai.",
    }],
    prose: prose!("work"),
};

const fn headline(output: &'static str) -> Headline {
    Headline::whole(output, HORIZON, None)
}

/// Every industry of Japan.
fn sectors() -> Vec<Place> {
    (0..data::employment().len()).map(Place::Sector).collect()
}

/// Places from the largest value of the base case to the smallest, so that rows stay where they are while inputs move.
fn ranked(context: &Context, output: &str, mut places: Vec<Place>, year: u16) -> Vec<Place> {
    let value = |place: &Place| {
        let cell = Cell::find(output, *place, year);
        cell.and_then(|cell| cell.read(context.base)).unwrap_or(0.0)
    };
    sort_by(&mut places, |one, other| value(one) > value(other));
    places
}

/// The place where an output is largest at present.
fn largest(context: &Context, output: &str, places: &[Place], year: u16) -> Place {
    let value = |place: &Place| context.value(output, *place, year);
    let best = places.iter().copied();
    best.max_by(|one, other| value(one).total_cmp(&value(other)))
        .unwrap_or(Place::Whole)
}

fn names(context: &Context, places: &[Place]) -> Categories {
    let names = places.iter().map(|place| place.label(context.reader.lang));
    Categories::Names(names.collect())
}

/// An output at several places, one for each category.
fn at_places(
    context: &Context,
    output: &str,
    places: &[Place],
    year: u16,
    (name, tone): (String, Tone),
) -> Series {
    let cells = places.iter().map(|&place| Cell::find(output, place, year));
    let meaning = Meaning::Cells(cells.collect());
    build::series(context, &names(context, places), meaning, tone, name)
}

/// Numbers that are no results, one for each category.
fn statistics(name: String, tone: Tone, values: Vec<Option<f64>>, meaning: Meaning) -> Series {
    Series {
        name,
        tone,
        shape: Shape::Plain,
        values,
        base: None,
        meaning,
    }
}

/// A figure of bars without words.
fn bars(categories: Categories, series: Vec<Series>, unit: Unit) -> Figure {
    Figure {
        title: String::new(),
        subtitle: String::new(),
        categories,
        panels: vec![build::panel(String::new(), series)],
        kind: Kind::NestedBars,
        unit,
        sources: Vec::new(),
        note: String::new(),
    }
}

/// What freed time rests on.
fn sources() -> Vec<Source> {
    vec![
        Source::Model(Document::GenerativeAi),
        Source::Dataset("occupations"),
        Source::Dataset("occupation_mix"),
        Source::Dataset("employment"),
        Source::Dataset("typology"),
    ]
}
