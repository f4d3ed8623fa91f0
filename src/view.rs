//! What the reader looks at, apart from the scenario: language, currency, chapter, section.

use crate::chapters::ChapterId;
use crate::i18n::number::{Currency, Reader};
use crate::model::shared;
use crate::scenario::{Group, Scenario};
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
}

impl View {
    /// How numbers are written for this reader in this scenario.
    pub fn reader(&self, scenario: &Scenario) -> Reader {
        Reader {
            lang: self.lang,
            currency: self.currency,
            jpy_per_usd: shared::Inputs::read(scenario.values(Group::Shared)).fx,
        }
    }
}
