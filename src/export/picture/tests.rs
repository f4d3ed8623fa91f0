//! Pictures say what the figures say, in texts and attributes.

use super::*;
use crate::chapters::tests::in_context;
use crate::chapters::{ChapterId, Context, FigureSpec};
use crate::figure::Kind;
use crate::i18n::number::Currency;
use crate::render::labels::{direct_labels, fixed_words};
use crate::render::layout::text_width;
use crate::render::theme::Theme;
use crate::scenario::Scenario;

#[test]
fn a_long_link_is_broken_and_a_very_long_one_shortened() {
    let link = format!("https://x/#/share?pinned={}", "a%20".repeat(60));
    let lines = broken(&link, 12.0, 400.0);
    assert!(lines.len() > 2 && lines.concat() == link);
    assert!(lines.iter().all(|line| text_width(line, 12.0) <= 400.0));
    assert_eq!(shortened(link.clone(), "(cut)"), link);
    let short = shortened(link.repeat(9), "(cut)");
    assert!(short.chars().count() == LINK + 6 && short.ends_with("…(cut)"));
}

fn drawing_of(figure: &Figure, context: &Context) -> Drawing {
    Drawing::of(figure, &context.reader, WIDTH - 2.0 * MARGIN, Theme::Dark)
}

fn picture_of(figure: &Figure, context: &Context) -> Picture {
    let drawing = drawing_of(figure, context);
    let mut words = fixed_words(figure, &drawing, "projection");
    words.extend(direct_labels(figure, &drawing));
    picture(&Material {
        figure,
        drawing: &drawing,
        measure: &figure.subtitle,
        words: &words,
        shapes: "",
        reference: "base",
        about: &About::of(context.scenario, "", "https://x/?a=1&b=2", &context.reader),
        reader: &context.reader,
    })
}

#[test]
fn every_figure_is_a_picture_of_texts_and_attributes() {
    every_figure(|id, figure, context| {
        let picture = picture_of(figure, context);
        let drawing = drawing_of(figure, context);
        assert!(picture.height > drawing.layout.height + 60.0);
        assert!(picture.svg.contains(&escaped(&figure.title)));
        assert!(picture.svg.contains("b=2") && !picture.svg.contains("style="));
        assert!(!picture.svg.contains("NaN"), "{id}");
        // The key of the marks of origin stands in the report only.
        assert!(!picture.svg.contains(['■', '○']), "{id}");
    });
}

#[test]
fn no_name_stands_twice_in_a_legend_nor_repeats_that_of_a_panel() {
    every_figure(|id, figure, context| {
        let names = legend_of(figure, context);
        let twice = |name: &String| names.iter().filter(|it| *it == name).count() > 1;
        assert!(!names.iter().any(twice), "{id}: {names:?}");
    });
    in_context(
        &Scenario::default(),
        (Lang::En, Currency::Native, false),
        |context| {
            let legend = |id| {
                let spec = every_spec().find(|spec| spec.id == id).unwrap();
                legend_of(&(spec.make)(context), context)
            };
            assert_eq!(legend("adoption-types"), ["Type A"]);
            assert_eq!(legend("gpus"), [""; 0]);
            assert_eq!(
                legend("valuations")[1],
                "OpenAI: Worth at the mature multiple"
            );
        },
    );
}

#[test]
fn every_bubble_is_named_in_the_plot_or_under_it() {
    every_figure(|id, figure, context| {
        if !matches!(figure.kind, Kind::Bubbles { .. }) {
            return;
        }
        // Lines are broken anywhere.
        let svg = picture_of(figure, context).svg;
        let texts = svg
            .split("</text>")
            .filter_map(|text| text.split('>').next_back());
        let said: String = texts.collect::<String>().split_whitespace().collect();
        for index in 0..figure.categories.len() {
            let name: String = figure.categories.name(index).split_whitespace().collect();
            assert!(said.contains(&escaped(&name)), "{id}: {name}");
        }
    });
}

/// Every figure of the base case in both languages.
fn every_figure(mut check: impl FnMut(&str, &Figure, &Context)) {
    for lang in Lang::ALL {
        let reader = (lang, Currency::Native, false);
        in_context(&Scenario::default(), reader, |context| {
            for spec in every_spec() {
                check(spec.id, &(spec.make)(context), context);
            }
        });
    }
}

fn every_spec() -> impl Iterator<Item = &'static FigureSpec> {
    let chapters = ChapterId::ALL.into_iter();
    chapters.flat_map(|chapter| chapter.chapter().figures)
}

/// The names in the legend of a figure's picture.
fn legend_of(figure: &Figure, context: &Context) -> Vec<String> {
    let svg = picture_of(figure, context).svg;
    let drawn = svg.split("<g transform").next().unwrap();
    let signs = drawn.split("height=\"11\" fill=").skip(1);
    let name = |part: &str| {
        let text = part.split("<text").nth(1)?;
        Some(text.split(['>', '<']).nth(1)?.to_owned())
    };
    signs.filter_map(name).collect()
}
