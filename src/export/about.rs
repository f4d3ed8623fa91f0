//! What every export carries: of which scenario it is, what of it was changed, and where it is found again.

use super::words;
use crate::choice;
use crate::data;
use crate::figure::{Figure, Source};
use crate::formula::param_value;
use crate::i18n::number::{self, Currency, Reader};
use crate::i18n::ui;
use crate::scenario::Scenario;
use crate::text::{Lang, Text};
use crate::unit::Unit;
use crate::version::VERSION;

/// The scenario of an export.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// What the scenario is called; empty for none.
    pub scenario: String,
    /// The scenario that the numbers are compared with; empty when it is the base case.
    pub reference: String,
    /// What that scenario assumes, in one line; empty where that is told elsewhere.
    pub reference_changes: String,
    /// The changed inputs, one line each; empty in the base case.
    pub changes: Vec<String>,
    /// The currency that the reader wants all amounts in; that of each source for nobody.
    pub currency: Currency,
    /// Yen for a dollar.
    pub jpy_per_usd: f64,
    /// How a figure that stands in no chapter was made; empty for others.
    pub made: String,
    /// The address that shows the scenario in the report; empty where there is none.
    pub link: String,
    /// The language.
    pub lang: Lang,
}

impl About {
    /// What is to be told of a scenario.
    pub fn of(scenario: &Scenario, name: &str, link: &str, reader: &Reader) -> About {
        let line = |param: crate::scenario::ParamId| {
            let label = reader.text(choice::label(param));
            let now = param_value(param, scenario.get(param), reader);
            let base = param_value(param, param.row().default, reader);
            match reader.lang {
                Lang::En => format!("{label}: {now} (base case {base})"),
                Lang::Ja => format!("{label}：{now}（基準ケース{base}）"),
            }
        };
        About {
            scenario: name.to_owned(),
            reference: String::new(),
            reference_changes: String::new(),
            changes: scenario.changed().map(line).collect(),
            currency: reader.currency,
            jpy_per_usd: reader.jpy_per_usd,
            made: String::new(),
            link: link.to_owned(),
            lang: reader.lang,
        }
    }

    /// What the numbers are compared with.
    pub fn reference(&self) -> &str {
        match self.reference.is_empty() {
            true => words::REFERENCE.get(self.lang),
            false => &self.reference,
        }
    }

    /// The same with what it assumes; empty for the base case.
    fn compared(&self) -> String {
        let (name, changes) = (&self.reference, &self.reference_changes);
        match self.lang {
            _ if changes.is_empty() => name.clone(),
            Lang::En => format!("{name} ({changes})"),
            Lang::Ja => format!("{name}（{changes}）"),
        }
    }

    /// The changed inputs in one line.
    pub fn changed(&self) -> String {
        match self.changes.is_empty() {
            true => words::BASE_CASE.get(self.lang).to_owned(),
            false => self.changes.join(match self.lang {
                Lang::En => "; ",
                Lang::Ja => "、",
            }),
        }
    }

    /// How amounts are converted; empty where they are not.
    fn converted(&self) -> String {
        let rate = number::trimmed(self.jpy_per_usd, 2, Unit::JpyPerUsd);
        match (self.currency, self.lang) {
            (Currency::Native, _) => String::new(),
            (Currency::Usd, Lang::En) => format!("dollars at {rate} yen to the dollar"),
            (Currency::Usd, Lang::Ja) => format!("ドル換算（1ドル＝{rate}円）"),
            (Currency::Jpy, Lang::En) => format!("yen at {rate} yen to the dollar"),
            (Currency::Jpy, Lang::Ja) => format!("円換算（1ドル＝{rate}円）"),
        }
    }

    /// What is to be told: scenario, changed inputs, what they are compared with, link, version.
    pub fn lines(&self) -> Vec<Told> {
        let mut lines = vec![
            Told(Fact::Scenario, self.scenario.clone()),
            Told(Fact::Changed, self.changed()),
            Told(Fact::Compared, self.compared()),
            Told(Fact::Currency, self.converted()),
            Told(Fact::Made, self.made.clone()),
            Told(Fact::Link, self.link.clone()),
            Told(Fact::Version, format!("industry2040 {VERSION}")),
        ];
        lines.retain(|Told(_, value)| !value.is_empty());
        lines
    }
}

/// What is told in a line that every export carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// The sources of a figure.
    Source,
    /// Its note.
    Note,
    /// The name of the scenario.
    Scenario,
    /// The changed inputs.
    Changed,
    /// What the numbers are compared with.
    Compared,
    /// How amounts are converted.
    Currency,
    /// How a figure of a tool was made.
    Made,
    /// The address that shows it in the report.
    Link,
    /// The version of the report.
    Version,
    /// The day on which the file was made.
    Day,
}

impl Fact {
    /// What stands before it.
    pub const fn name(self) -> Text {
        match self {
            Fact::Source => words::SOURCE,
            Fact::Note => words::NOTE,
            Fact::Scenario => words::SCENARIO,
            Fact::Changed => words::CHANGED,
            Fact::Compared => words::COMPARED,
            Fact::Currency => words::CURRENCY,
            Fact::Made => words::MADE_WITH,
            Fact::Link => words::LINK,
            Fact::Version => words::VERSION,
            Fact::Day => words::MADE_ON,
        }
    }
}

/// A line of what every export carries.
#[derive(Clone, Debug, PartialEq)]
pub struct Told(pub Fact, pub String);

impl Told {
    /// The line with its name.
    pub fn line(&self, lang: Lang) -> String {
        let Told(fact, value) = self;
        format!("{}{}{value}", fact.name().get(lang), colon(lang))
    }
}

/// What is to be told beside a figure: its sources and its note, then the scenario.
pub fn told(figure: &Figure, about: &About) -> Vec<Told> {
    let mut told = vec![Told(Fact::Source, sources(&figure.sources, about.lang))];
    if !figure.note.is_empty() {
        told.push(Told(Fact::Note, figure.note.clone()));
    }
    told.extend(about.lines());
    told
}

/// The report with chapters of it.
pub fn report_of(chapters: &[&str], lang: Lang) -> String {
    let chapters = chapters.join(words::COMMA.get(lang));
    format!("{}{}{chapters}", ui::TITLE.get(lang), colon(lang))
}

/// What stands between a name and its value.
pub const fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ": ",
        Lang::Ja => "：",
    }
}

/// The sources of a figure in one line, without a word before them. What the report shows by marks of origin, whose key
/// a file does not have, is said in words.
pub fn sources(sources: &[Source], lang: Lang) -> String {
    let one = |source: &Source| match source {
        Source::Model(document) => {
            format!(
                "{}{}",
                words::MODEL_OF.get(lang),
                document.short().get(lang)
            )
        }
        Source::Printed(document) => {
            format!(
                "{} {}",
                ui::PRINTED_IN.get(lang),
                document.short().get(lang)
            )
        }
        Source::Dataset(id) => data::dataset(id)
            .map(|dataset| {
                let estimates = match dataset.is_sourced() {
                    true => "",
                    false => words::WITH_ESTIMATES.get(lang),
                };
                format!("{}{estimates}", dataset.source.get(lang))
            })
            .unwrap_or_default(),
    };
    let all: Vec<_> = sources.iter().map(one).collect();
    all.join(" / ")
}
