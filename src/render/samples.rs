//! Figures of every form, for tests.

use crate::figure::{Categories, Figure, Kind, Mark, Meaning, Panel, Range, Series, Shape, Tone};
use crate::i18n::number::{Currency, Reader};
use crate::text::Lang;
use crate::unit::Unit;

/// Widths at which figures are looked at, from that of a phone to that of a wide page.
pub const WIDTHS: [f64; 6] = [280.0, 350.0, 480.0, 620.0, 760.0, 1100.0];

pub const READER: Reader = Reader {
    lang: Lang::En,
    currency: Currency::Usd,
    jpy_per_usd: 150.0,
};

pub fn series(tone: Tone, shape: Shape, values: &[Option<f64>]) -> Series {
    Series {
        name: format!("{tone:?}"),
        tone,
        shape,
        values: values.to_vec(),
        base: None,
        meaning: Meaning::Employment("us"),
    }
}

pub fn panel(series: Vec<Series>) -> Panel {
    Panel {
        name: String::new(),
        series,
        marks: Vec::new(),
        ranges: Vec::new(),
        projected_from: None,
        unit: None,
    }
}

pub fn figure(kind: Kind, categories: Categories, panels: Vec<Panel>) -> Figure {
    Figure {
        title: String::new(),
        subtitle: String::new(),
        categories,
        panels,
        kind,
        unit: Unit::UsdBn,
        sources: Vec::new(),
        note: String::new(),
    }
}

pub fn names(names: &[&str]) -> Categories {
    Categories::Names(names.iter().map(|name| (*name).to_owned()).collect())
}

pub fn mark(index: usize, height: f64, label: &str) -> Mark {
    Mark {
        index,
        value: height,
        computed: None,
        height,
        label: label.to_owned(),
    }
}

pub fn range(index: usize, low: f64, high: f64, label: &str) -> Range {
    Range {
        low: mark(index, low, label),
        high,
    }
}

/// From sales to a result: the sum falls below zero and rises above it again.
pub fn waterfall(parts: &[(&str, f64)]) -> Figure {
    let last = parts.len() - 1;
    let of = |wanted: fn(usize, usize, f64) -> bool| {
        let value = |(index, &(_, value)): (usize, &(&str, f64))| {
            wanted(index, last, value).then_some(value)
        };
        parts.iter().enumerate().map(value).collect::<Vec<_>>()
    };
    let total = |index, last, _| index == 0 || index == last;
    let cost = |index, last, value| index > 0 && index < last && value < 0.0;
    let benefit = |index, last, value| index > 0 && index < last && value >= 0.0;
    let all = vec![
        series(Tone::Result, Shape::Total, &of(total)),
        series(Tone::Cost, Shape::Plain, &of(cost)),
        series(Tone::Benefit, Shape::Plain, &of(benefit)),
    ];
    let names: Vec<&str> = parts.iter().map(|(name, _)| *name).collect();
    figure(Kind::Waterfall, self::names(&names), vec![panel(all)])
}

pub const PROFIT: [(&str, f64); 7] = [
    ("Sales", 100.0),
    ("Cost of goods", -70.0),
    ("SG&A and R&D", -45.0),
    ("AIモデル開発費", -15.0),
    ("Sold models", 55.0),
    ("減価償却費", -5.0),
    ("Profit", 20.0),
];

/// The same values as its base case, all larger by a factor.
pub fn with_base(mut figure: Figure, factor: f64) -> Figure {
    for series in figure.panels.iter_mut().flat_map(|panel| &mut panel.series) {
        let larger = |value: &Option<f64>| value.map(|value| value * factor);
        series.base = Some(series.values.iter().map(larger).collect());
    }
    figure
}

pub fn bubbles(things: &[(&str, f64, f64, f64)]) -> Figure {
    let of = |name: &str, value: fn(&(&str, f64, f64, f64)) -> f64| {
        let values: Vec<_> = things.iter().map(|thing| Some(value(thing))).collect();
        Series {
            name: name.to_owned(),
            ..series(Tone::Reshoring, Shape::Plain, &values)
        }
    };
    let all = vec![
        of("share of tasks", |thing| thing.1),
        of("pay", |thing| thing.2),
        of("workers", |thing| thing.3),
    ];
    let names: Vec<&str> = things.iter().map(|(name, ..)| *name).collect();
    let kind = Kind::Bubbles {
        x: Unit::Fraction,
        y: Unit::UsdThousandAYear,
        size: Unit::MillionPersons,
    };
    figure(kind, self::names(&names), vec![panel(all)])
}

pub const WORK: [(&str, f64, f64, f64); 6] = [
    ("Construction", 0.06, 61.0, 8.0),
    ("Retail", 0.20, 38.0, 15.5),
    ("Finance", 0.46, 112.0, 6.7),
    ("Health care", 0.22, 64.0, 17.0),
    ("Software", 0.44, 128.0, 4.1),
    ("金融・保険", 0.43, 104.0, 1.6),
];
