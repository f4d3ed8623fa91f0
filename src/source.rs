//! Where numbers come from: the five documents, public statistics, our own judgement.

use crate::text::Text;

/// One of the five source documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// AI platform strategies, Mizuho Short Industry Focus 265, 2026-03-30.
    Platforms,
    /// Generative AI and its impact on industry, Mizuho, information to 2023-11-30.
    GenerativeAi,
    /// OpenAI and Anthropic funding, an article of 2026-02-14.
    Funding,
    /// Reshoring and autonomy in manufacturing, Mizuho Industry Research 80, 2026-03-31.
    Reshoring,
    /// Sovereign AI, Mizuho Industry Research 80, 2026-03-31.
    SovereignAi,
}

impl Document {
    /// Every document, by number.
    pub const ALL: [Document; 5] = [
        Document::Platforms,
        Document::GenerativeAi,
        Document::Funding,
        Document::Reshoring,
        Document::SovereignAi,
    ];

    /// The three-digit number that the registers of figures use, such as `003`.
    pub const fn number(self) -> &'static str {
        match self {
            Document::Platforms => "000",
            Document::GenerativeAi => "001",
            Document::Funding => "002",
            Document::Reshoring => "003",
            Document::SovereignAi => "004",
        }
    }

    /// The file name by which the registers of figures name it.
    pub const fn file_name(self) -> &'static str {
        match self {
            Document::Platforms => "000_c4d0f3497b5f4072.txt",
            Document::GenerativeAi => "001_0cac9ff201f85371.txt",
            Document::Funding => "002_f086f20d33dd6cd5.txt",
            Document::Reshoring => "003_31df14cd7a2355cf.txt",
            Document::SovereignAi => "004_8fea5b6cef6133fa.txt",
        }
    }

    /// A name short enough to stand beside a number.
    pub const fn brief(self) -> Text {
        match self {
            Document::Platforms => Text::new("Mizuho Focus 265", "みずほFocus 265号"),
            Document::GenerativeAi => Text::new("Mizuho 2023", "みずほ2023年"),
            Document::Funding => Text::new("ALLFORCES", "ALLFORCES"),
            Document::Reshoring | Document::SovereignAi => Text::new("Mizuho IR 80", "みずほ80号"),
        }
    }

    /// A citation short enough for a source line.
    pub const fn short(self) -> Text {
        match self {
            Document::Platforms => Text::new(
                "Mizuho Short Industry Focus 265 (2026)",
                "みずほ Short Industry Focus 265号（2026年）",
            ),
            Document::GenerativeAi => Text::new(
                "Mizuho, Generative AI and industry (2023)",
                "みずほ「生成AIと産業」（2023年）",
            ),
            Document::Funding => Text::new(
                "ALLFORCES article on OpenAI and Anthropic (2026)",
                "ALLFORCES記事「OpenAIとAnthropic」（2026年）",
            ),
            Document::Reshoring => Text::new(
                "Mizuho Industry Research 80, Reshoring and autonomy (2026)",
                "みずほ産業調査80号「リショアリングと自律化」（2026年）",
            ),
            Document::SovereignAi => Text::new(
                "Mizuho Industry Research 80, Sovereign AI (2026)",
                "みずほ産業調査80号「ソブリンAI」（2026年）",
            ),
        }
    }
}

/// Where the default of a parameter comes from; the reader sees it beside every input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Printed in one of the documents.
    Published(Document),
    /// A public statistic or data sheet, named.
    Statistic(Text),
    /// Set so that a result printed in the document is met to its printed precision.
    Calibrated(Document),
    /// Our judgement.
    Assumed,
}

impl Origin {
    /// The word of the data files: `published`, `statistic`, `calibrated` or `assumed`.
    pub const fn code(self) -> &'static str {
        match self {
            Origin::Published(_) => "published",
            Origin::Statistic(_) => "statistic",
            Origin::Calibrated(_) => "calibrated",
            Origin::Assumed => "assumed",
        }
    }

    /// The word that the reader sees.
    pub const fn label(self) -> Text {
        match self {
            Origin::Published(_) => Text::new("published", "公表値"),
            Origin::Statistic(_) => Text::new("statistic", "統計"),
            Origin::Calibrated(_) => Text::new("calibrated", "較正値"),
            Origin::Assumed => Text::new("assumed", "想定"),
        }
    }

    /// A sign that reads without colour: filled circle, square, diamond, ring.
    pub const fn mark(self) -> &'static str {
        match self {
            Origin::Published(_) => "●",
            Origin::Statistic(_) => "■",
            Origin::Calibrated(_) => "◆",
            Origin::Assumed => "○",
        }
    }

    /// The document or source named, where there is one.
    pub const fn source(self) -> Option<Text> {
        match self {
            Origin::Published(document) | Origin::Calibrated(document) => Some(document.short()),
            Origin::Statistic(source) => Some(source),
            Origin::Assumed => None,
        }
    }
}

/// How far a figure of a dataset can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// Read in the named source.
    Sourced,
    /// An order of magnitude; shown to the reader as an estimate.
    Estimate,
    /// Our assumption.
    Assumed,
}

impl Confidence {
    /// The word that the reader sees.
    pub const fn label(self) -> Text {
        match self {
            Confidence::Sourced => Text::new("sourced", "出典で確認"),
            Confidence::Estimate => Text::new("estimate", "推計"),
            Confidence::Assumed => Text::new("assumed", "想定"),
        }
    }
}
