//! Pictures say what the figures say, in texts and attributes.

use super::*;
use crate::chapters::ChapterId;
use crate::chapters::tests::in_context;
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
    assert_eq!(shortened(link.clone()), link);
    let short = shortened(link.repeat(9));
    assert!(short.chars().count() == LINK + 1 && short.ends_with('…'));
}

#[test]
fn every_figure_is_a_picture_of_texts_and_attributes() {
    for lang in Lang::ALL {
        in_context(
            &Scenario::default(),
            (lang, Currency::Native, false),
            |context| {
                for spec in ChapterId::ALL
                    .iter()
                    .flat_map(|chapter| chapter.chapter().figures)
                {
                    let figure = (spec.make)(context);
                    let drawing =
                        Drawing::of(&figure, &context.reader, WIDTH - 2.0 * MARGIN, Theme::Dark);
                    let mut words = fixed_words(&figure, &drawing, "projection");
                    words.extend(direct_labels(&figure, &drawing));
                    let about =
                        About::of(context.scenario, "", "https://x/?a=1&b=2", &context.reader);
                    let picture = picture(&Material {
                        figure: &figure,
                        drawing: &drawing,
                        measure: &figure.subtitle,
                        words: &words,
                        shapes: "",
                        reference: "base",
                        about: &about,
                        reader: &context.reader,
                    });
                    assert!(picture.height > drawing.layout.height + 60.0);
                    assert!(picture.svg.contains(&escaped(&figure.title)));
                    assert!(picture.svg.contains("b=2") && !picture.svg.contains("style="));
                    assert!(!picture.svg.contains("NaN"), "{}", spec.id);
                }
            },
        );
    }
}
