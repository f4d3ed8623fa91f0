//! What stands under the charts, and how much room it leaves them.

use super::said::{SIZE, cut, lines};
use crate::export::about::{self, About, Fact};
use crate::figure::Figure;
use crate::i18n::number::Reader;

/// Where charts begin and the foot ends, in inches from the top of the slide; the link stands between it and the edge.
pub const TOP: f64 = 1.7;
pub const END: f64 = 7.08;

/// More lines than these are written smaller.
const MANY: usize = 5;

/// Distance of lines in parts of their size.
const LEADING: f64 = 1.22;

/// What stands under the charts.
#[derive(Clone, Debug, PartialEq)]
pub struct Foot {
    /// A line for each name and value; long ones break where the slide ends.
    pub text: String,
    /// Size of the letters in points.
    pub size: f64,
    /// Where it begins, in inches from the top of the slide.
    pub top: f64,
}

impl Foot {
    /// Sources, note and scenario; the link stands below, the version in the notes.
    pub fn of(figure: &Figure, about: &About, reader: &Reader) -> Foot {
        let told = about::told(figure, about).into_iter();
        let kept = told.filter(|told| !matches!(told.0, Fact::Link | Fact::Version));
        let paragraphs: Vec<_> = kept.map(|told| cut(&told.line(reader.lang))).collect();
        let count: usize = paragraphs.iter().map(|it| lines(it)).sum();
        let size = if count > MANY { SIZE - 1.0 } else { SIZE };
        // A line more than are needed, for fonts differ.
        let height = (count as f64 + 1.0) * size * LEADING / 72.0;
        Foot {
            text: paragraphs.join("\n"),
            size,
            top: END - height,
        }
    }

    /// The height that charts have, in inches.
    pub fn room(&self) -> f64 {
        self.top - TOP - 0.05
    }
}

#[cfg(test)]
mod tests {
    use super::super::said::WIDTH;
    use super::*;
    use crate::chapters::ChapterId;
    use crate::chapters::tests::in_context;
    use crate::i18n::number::Currency;
    use crate::render::layout::text_width;
    use crate::scenario::{ParamId, Scenario};
    use crate::text::Lang;

    /// A scenario in which every input has moved.
    fn moved() -> Scenario {
        let mut scenario = Scenario::default();
        for param in ParamId::all() {
            let row = param.row();
            let value = row.snap(row.min + 0.61 * (row.max - row.min));
            scenario.set(param, value).unwrap();
        }
        scenario
    }

    #[test]
    fn the_foot_ends_on_the_slide_however_much_was_changed() {
        for lang in Lang::ALL {
            in_context(&moved(), (lang, Currency::Native, false), |context| {
                let specs = ChapterId::ALL.iter();
                for spec in specs.flat_map(|chapter| chapter.chapter().figures) {
                    let figure = (spec.make)(context);
                    let about = About {
                        reference: "A cautious case with quite a long name".repeat(3),
                        ..About::of(context.scenario, "名前", "https://x/", &context.reader)
                    };
                    let foot = Foot::of(&figure, &about, &context.reader);
                    let needed: usize = foot
                        .text
                        .lines()
                        .map(|line| (text_width(line, foot.size) / WIDTH).ceil() as usize)
                        .sum();
                    let end = foot.top + needed as f64 * foot.size * LEADING / 72.0;
                    assert!(end <= END, "{} {lang:?}: {end}", spec.id);
                    assert!(foot.room() > 3.5, "{} {lang:?} {}", spec.id, foot.room());
                    assert!(foot.text.lines().count() >= 4);
                    let short = foot.text.lines().filter(|line| line.ends_with('…'));
                    let full = |line: &str| text_width(line, SIZE) > 1.7 * WIDTH;
                    assert!(short.into_iter().all(full), "the width is used");
                }
            });
        }
    }
}
