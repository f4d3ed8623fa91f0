//! Words over plots: within the figure, and none on another.

use super::*;
use crate::figure::{Categories, Tone};
use crate::render::samples::{
    PROFIT, READER, WIDTHS, WORK, bubbles, figure, mark, names, panel, range, series, waterfall,
    with_base,
};
use crate::render::theme::Theme;

/// The box that a word takes at most.
fn taken(word: &Word) -> Rect {
    let width = word.width.unwrap_or_else(|| text_width(&word.text, 12.5));
    let lines = word.width.map_or(1.0, |width| {
        (text_width(&word.text, 12.5) * 1.1 / width).ceil()
    });
    let left = match word.anchor {
        Anchor::Start => word.left,
        Anchor::Middle => word.left - width / 2.0,
        Anchor::End => word.left - width,
    };
    let up = if word.kind == WordKind::Mark {
        9.0
    } else {
        0.0
    };
    Rect {
        left,
        top: word.top - up,
        right: left + width,
        bottom: word.top - up + 17.0 * lines,
    }
}

/// Checks that words are apart and within the figure; returns those of a kind.
fn apart(figure: &Figure, width: f64, kind: WordKind) -> Vec<(Word, Rect)> {
    let drawing = Drawing::of(figure, &READER, width, Theme::Light);
    let words = fixed_words(figure, &drawing, "projection").into_iter();
    let words = words.chain(direct_labels(figure, &drawing));
    let words = words.filter(|word| {
        matches!(
            word.kind,
            WordKind::Mark | WordKind::Amount | WordKind::Name | WordKind::Axis
        )
    });
    let words: Vec<_> = words.map(|word| (word.clone(), taken(&word))).collect();
    let whole = Rect {
        left: 0.0,
        top: 0.0,
        right: drawing.layout.width,
        bottom: drawing.layout.height,
    };
    for (number, (word, rect)) in words.iter().enumerate() {
        assert!(rect.within(&whole), "{width}: {word:?} leaves the figure");
        for (other, taken) in &words[..number] {
            assert!(!rect.meets(taken), "{width}: {word:?} lies on {other:?}");
        }
    }
    words
        .into_iter()
        .filter(|(word, _)| word.kind == kind)
        .collect()
}

#[test]
fn every_column_of_a_waterfall_carries_its_value() {
    let deep = PROFIT.map(|(name, value)| (name, -value));
    let large = PROFIT.map(|(name, value)| (name, value * 73.21));
    for parts in [PROFIT, deep, large] {
        for figure in [
            waterfall(&parts),
            with_base(waterfall(&parts), 1.06),
            with_base(waterfall(&parts), 0.9),
            with_base(waterfall(&parts), -0.4),
        ] {
            for width in WIDTHS {
                let amounts = apart(&figure, width, WordKind::Amount);
                assert_eq!(amounts.len(), parts.len());
                let drawing = Drawing::of(&figure, &READER, width, Theme::Light);
                let plot = drawing.layout.plots[0];
                for (word, rect) in &amounts {
                    // Within the plot, so that neither names nor ticks are touched.
                    assert!(
                        rect.left >= plot.left && rect.right <= plot.left + plot.width + 1.0,
                        "{width}: {word:?} {plot:?}"
                    );
                    assert!(
                        rect.top >= plot.top && rect.bottom <= plot.top + plot.height + 1.0,
                        "{width}: {word:?} {plot:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn values_stand_beyond_their_columns_and_no_outline_crosses_them() {
    for factor in [1.02, 1.05, 1.1, 0.97, 0.9, 2.0] {
        let figure = with_base(waterfall(&PROFIT), factor);
        for width in WIDTHS {
            let drawing = Drawing::of(&figure, &READER, width, Theme::Light);
            let panel = &figure.panels[0];
            let steps = figure
                .steps(panel, false)
                .into_iter()
                .zip(figure.steps(panel, true));
            let amounts = direct_labels(&figure, &drawing);
            for ((step, base), rect) in steps.zip(amounts.iter().map(taken)) {
                let (low, high) = match drawing.layout.sideways {
                    true => (rect.left, rect.right),
                    false => (rect.top, rect.bottom),
                };
                let (step, base) = (step.unwrap(), base.unwrap());
                for edge in [step.low(), step.high(), base.low(), base.high()] {
                    let at = drawing.position(0, edge);
                    assert!(
                        at <= low + 0.5 || at >= high - 0.5,
                        "{width} {factor}: {step:?} {base:?}"
                    );
                }
            }
        }
    }
}

/// Several documents about the same and about neighbouring years.
fn printed(kind: Kind, categories: Categories) -> Figure {
    let last = categories.len() - 1;
    let values: Vec<_> = (0..=last).map(|index| Some(1.0 + index as f64)).collect();
    let mut panel = panel(vec![series(Tone::Hardware, Shape::Plain, &values)]);
    panel.marks = vec![
        mark(last, 4.0, "published 4.0 (Sovereign AI)"),
        mark(last, 4.1, "published 4.1 (Platforms)"),
        mark(0, 1.0, "published 1.0 (Platforms)"),
        mark(last / 2, 2.0, "公表値 2.0（プラットフォーム）"),
    ];
    panel.ranges = vec![range(last, 2.8, 4.8, "published 2.8–4.8 (Reshoring)")];
    figure(kind, categories, vec![panel])
}

#[test]
fn labels_of_published_values_are_apart_and_within_the_figure() {
    for kind in [
        Kind::Lines { shared_scale: true },
        Kind::StackedColumns,
        Kind::NestedBars,
    ] {
        let categories = match kind {
            Kind::NestedBars => names(&[
                "Robots",
                "Semiconductors",
                "Medical devices",
                "Ships",
                "Batteries",
            ]),
            _ => Categories::Years((2025..=2040).collect()),
        };
        let figure = printed(kind, categories);
        for width in WIDTHS {
            let labels = apart(&figure, width, WordKind::Mark);
            assert_eq!(labels.len(), 5, "{kind:?}");
            let drawing = Drawing::of(&figure, &READER, width, Theme::Light);
            let plot = drawing.layout.plots[0];
            for (word, rect) in labels {
                assert!(
                    rect.top >= plot.top - 9.0 && rect.bottom <= plot.top + plot.height,
                    "{kind:?} {width}: {word:?}"
                );
            }
        }
    }
}

#[test]
fn labels_of_published_values_leave_the_values_of_columns_free() {
    let mut figure = waterfall(&PROFIT);
    figure.panels[0].marks = vec![
        mark(0, 98.0, "published 98 (Share)"),
        mark(6, 24.0, "published 24 (Share)"),
    ];
    figure.panels[0].ranges = vec![range(6, 16.0, 30.0, "published 16–30 (Platforms)")];
    for width in WIDTHS {
        assert_eq!(apart(&figure, width, WordKind::Mark).len(), 3);
        let drawing = Drawing::of(&figure, &READER, width, Theme::Light);
        for (index, value) in [(0, 98.0), (6, 16.0), (6, 24.0), (6, 30.0)] {
            let (mut x, mut y) = drawing.category_box(&figure, 0, index).centre();
            match drawing.layout.sideways {
                true => x = drawing.position(0, value),
                false => y = drawing.position(0, value),
            }
            let diamond = Rect::around((x, y), 13.0, 13.0);
            for (word, rect) in apart(&figure, width, WordKind::Amount) {
                assert!(!rect.meets(&diamond), "{width}: {word:?} under a diamond");
            }
        }
    }
}

#[test]
fn a_label_too_long_for_the_plot_is_broken_into_lines() {
    let mut figure = printed(Kind::StackedColumns, Categories::Years(vec![2030, 2040]));
    let long = "published 360 by two documents that say the same in other words";
    figure.panels[0].marks = vec![mark(1, 1.0, long)];
    figure.panels[0].ranges.clear();
    let broken = apart(&figure, 280.0, WordKind::Mark);
    assert!(broken[0].0.width.is_some());
    let whole = apart(&figure, 760.0, WordKind::Mark);
    assert_eq!(whole[0].0.width, None);
}

#[test]
fn names_of_bubbles_touch_nothing_and_the_largest_has_one() {
    let figure = bubbles(&WORK);
    for width in WIDTHS {
        let names = apart(&figure, width, WordKind::Name);
        assert!(names.len() >= 3, "{width}: {}", names.len());
        assert_eq!(names[0].0.text, "Health care");
        let titles = apart(&figure, width, WordKind::Axis);
        let titles: Vec<_> = titles.iter().map(|(word, _)| word.text.as_str()).collect();
        assert_eq!(titles, ["share of tasks (%)", "◯ workers (million)"]);
    }
    let drawing = Drawing::of(&figure, &READER, 800.0, Theme::Light);
    let head = &fixed_words(&figure, &drawing, "")[0];
    assert_eq!(head.unit.as_deref(), Some("pay (USD thousand a year)"));
}
