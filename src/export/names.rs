//! The names of files: what is in them, in which language, and whether it is the base case.

use super::about::About;
use crate::i18n::number::Currency;

/// Where figures of the tools of analysis come from, as those of chapters do from the chapter.
pub const ANALYSIS: &str = "analysis";

/// The name of a file about something of the scenario, such as `["share", "sales"]`:
/// `industry2040-share-sales-en.csv`, or `-en-moved`, `-en-compared` where inputs or the reference are others.
pub fn file(parts: &[&str], about: &About, extension: &str) -> String {
    let mut name = "industry2040".to_owned();
    let lang = [about.lang.code()];
    for part in parts.iter().chain(&lang) {
        name.extend(["-", part]);
    }
    name.push_str(match about.currency {
        Currency::Native => "",
        Currency::Usd => "-usd",
        Currency::Jpy => "-jpy",
    });
    if !about.changes.is_empty() {
        name.push_str("-moved");
    }
    if !about.reference.is_empty() {
        name.push_str("-compared");
    }
    name.extend([".", extension]);
    name
}

/// The name of a figure of a tool in file names: that of its element without what all have in common.
pub fn of_tool(element: &str) -> &str {
    element.strip_prefix("figure-").unwrap_or(element)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::number::Reader;
    use crate::presets::PRESETS;
    use crate::scenario::Scenario;
    use crate::text::Lang;

    #[test]
    fn files_of_different_things_scenarios_and_languages_have_different_names() {
        let about = |scenario: &Scenario, lang, reference: &str| About {
            reference: reference.to_owned(),
            ..About::of(
                scenario,
                "",
                "",
                &Reader {
                    lang,
                    currency: Currency::Native,
                    jpy_per_usd: 150.0,
                },
            )
        };
        let base = about(&Scenario::default(), Lang::En, "");
        let moved = about(&PRESETS[1].scenario(), Lang::Ja, "");
        let pinned = about(&PRESETS[1].scenario(), Lang::Ja, "Other");
        let names = [
            file(&["sovereign", "break-even"], &base, "csv"),
            file(&[ANALYSIS, of_tool("figure-attribution")], &base, "csv"),
            file(&[ANALYSIS, of_tool("figure-histogram")], &moved, "csv"),
            file(&[ANALYSIS, of_tool("figure-fan")], &pinned, "svg"),
        ];
        assert_eq!(
            names,
            [
                "industry2040-sovereign-break-even-en.csv",
                "industry2040-analysis-attribution-en.csv",
                "industry2040-analysis-histogram-ja-moved.csv",
                "industry2040-analysis-fan-ja-moved-compared.svg",
            ]
        );
    }
}
