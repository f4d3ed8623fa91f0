//! What the reader looks at, apart from the scenario: language, currency, chapter, section.

use crate::chapters::ChapterId;
use crate::i18n::number::Currency;
use crate::scenario::ParamId;
use crate::text::Lang;

/// The state of the page besides the scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// Language of everything that is read.
    pub lang: Lang,
    /// Currency of the market figures.
    pub currency: Currency,
    /// Chapter shown.
    pub chapter: ChapterId,
    /// Section or figure at the top of the window; `None` at the head of the chapter.
    pub section: Option<&'static str>,
    /// Whether the market figures include CAPEX as usual.
    pub capex_as_usual: bool,
    /// Year of figures that show one; `None` is [`HORIZON`].
    pub year: Option<u16>,
    /// The scenario compared with instead of the base case, as [`crate::whatif::pin`] writes it; read by the part that compares.
    pub pin: Option<String>,
    /// What is looked for in the chapter on evidence, as in a link: `q=GPU&doc=004`; may be empty.
    pub finding: String,
}

/// The keys of [`View::finding`], in the order of links.
pub const FINDING: [&str; 7] = ["q", "doc", "theme", "kind", "relation", "verdict", "term"];

/// The first year that figures show.
pub const FIRST_YEAR: u16 = 2025;

/// The last year that figures show, and the one they show when the reader has chosen none.
pub const HORIZON: u16 = 2040;

/// The exchange rate between dollars and yen, the one input that decides how numbers are written.
pub fn exchange_rate() -> Option<ParamId> {
    ParamId::find("macro.fx")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_an_exchange_rate() {
        assert!(exchange_rate().is_some());
    }
}
