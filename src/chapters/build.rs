//! Building blocks of figures that every chapter uses.

use std::ops::RangeInclusive;

use crate::chapters::Context;
use crate::figure::{Categories, Meaning, Panel, Series, Shape, Tone};
use crate::output::{Cell, Place};
use crate::scenario::ParamId;

/// A run of years along the category axis.
pub fn years(range: RangeInclusive<u16>) -> Categories {
    Categories::Years(range.collect())
}

/// A panel without marks.
pub fn panel(name: String, series: Vec<Series>) -> Panel {
    Panel {
        name,
        series,
        marks: Vec::new(),
        ranges: Vec::new(),
        projected_from: None,
        unit: None,
    }
}

/// An output over the years of `categories`, with the base case where it differs.
pub fn by_year(
    context: &Context,
    categories: &Categories,
    output: &'static str,
    place: Place,
    tone: Tone,
) -> Series {
    series(
        context,
        categories,
        Meaning::ByYear { output, place },
        tone,
        output_name(context, output, place),
    )
}

/// Values that an output would have if one input had another value, with those of the base case.
pub fn told(
    name: String,
    tone: Tone,
    values: Vec<Option<f64>>,
    base: Option<Vec<Option<f64>>>,
    cells: Vec<(ParamId, f64, Cell)>,
) -> Series {
    Series {
        name,
        tone,
        shape: Shape::Plain,
        base: base.filter(|base| *base != values),
        values,
        meaning: Meaning::WhatIf(cells),
    }
}

fn output_name(context: &Context, output: &str, place: Place) -> String {
    Cell::find(output, place, 0)
        .map(|cell| cell.output().label.get(context.reader.lang).to_owned())
        .unwrap_or_default()
}

/// An output as `meaning` says over the categories, with the base case where it differs.
pub fn series(
    context: &Context,
    categories: &Categories,
    meaning: Meaning,
    tone: Tone,
    name: String,
) -> Series {
    let empty = Vec::new();
    let mut series = Series {
        name,
        tone,
        shape: Shape::Plain,
        values: empty,
        base: None,
        meaning,
    };
    let cells = series.cells(categories);
    let read = |results| {
        cells
            .iter()
            .map(|cell| cell.and_then(|cell| cell.read(results)))
            .collect()
    };
    series.values = read(context.results);
    if context.differs() {
        let base: Vec<Option<f64>> = read(context.reference.results);
        series.base = (base != series.values).then_some(base);
    }
    series
}
