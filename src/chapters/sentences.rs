//! Every sentence and every title stays true, and has a number wherever one belongs, wherever the inputs stand.

use super::clause::{Scene, chosen};
use super::prose::{Block, Span, parse};
use super::tests::in_context;
use super::*;
use crate::explain::write_published;
use crate::formula::param_in_prose;
use crate::i18n::number::Currency;
use crate::model;
use crate::presets::PRESETS;
use crate::scenario::Change;

/// The words of a block as a reader sees them, and whether a number is missing in them.
struct Said {
    words: String,
    missing: Vec<String>,
}

impl Said {
    fn say(&mut self, spans: &[Span], context: &Context) {
        let scene = Scene {
            scenario: context.scenario,
            results: context.results,
            reader: &context.reader,
        };
        for span in spans {
            match span {
                Span::Text(words) | Span::Strong(words) | Span::Term(_, words) => {
                    self.words.push_str(words)
                }
                Span::Output(cell) => self.number(*cell, cell.read(context.results), context),
                Span::Base(cell) => self.number(*cell, cell.read(context.base), context),
                Span::WhatIf(change, cell) => {
                    self.number(*cell, told(context.scenario, *change, *cell), context)
                }
                Span::BaseIf(change, cell) => {
                    self.number(*cell, told(&Scenario::default(), *change, *cell), context)
                }
                Span::Param(param) => self.words.push_str(&param_in_prose(
                    *param,
                    context.scenario.get(*param),
                    &context.reader,
                )),
                Span::ParamAt(param, value) => {
                    self.words
                        .push_str(&param_in_prose(*param, *value, &context.reader))
                }
                Span::Published(id) => self.words.push_str(&write_published(id, &context.reader)),
                Span::Chapter(chapter) => self
                    .words
                    .push_str(chapter.title().get(context.reader.lang)),
                Span::Choice(clauses) => {
                    if let Some(number) = chosen(clauses, scene) {
                        self.say(&clauses[number].spans, context);
                    }
                }
                Span::Unknown(name) => panic!("{{{name}}} names nothing"),
            }
        }
    }

    fn number(&mut self, cell: Cell, value: Option<f64>, context: &Context) {
        let written = cell.output().written(value, &context.reader);
        if value.is_none() || written.contains(MISSING) {
            self.missing.push(cell.name(Lang::En));
        }
        self.words.push_str(&written);
    }
}

fn told(from: &Scenario, change: Change, cell: Cell) -> Option<f64> {
    cell.read(&model::run(&from.with(change)?))
}

/// The blocks of a chapter in words.
fn sentences(chapter: ChapterId, context: &Context) -> Vec<Said> {
    let text = chapter.chapter().prose.get(context.reader.lang);
    let spans = parse(text).into_iter().filter_map(|block| match block {
        Block::Thesis(spans) | Block::Paragraph(spans) => Some(spans),
        _ => None,
    });
    let said = spans.map(|spans| {
        let mut said = Said {
            words: String::new(),
            missing: Vec::new(),
        };
        said.say(&spans, context);
        said
    });
    said.collect()
}

fn scenario(settings: &[(&str, f64)]) -> Scenario {
    let mut scenario = Scenario::default();
    for &(id, value) in settings {
        let param = ParamId::find(id).unwrap_or_else(|| panic!("{id} is no input"));
        scenario.set(param, value).unwrap();
    }
    scenario
}

const NO_SHARES: &[(&str, f64)] = &[
    ("capture.domestic_share", 0.0),
    ("capture.overseas_share_2030", 0.0),
    ("capture.overseas_as_usual_share_2040", 0.0),
    ("capture.overseas_new_share_2040", 0.0),
];

const NO_EFFECT: &[(&str, f64)] = &[
    ("sovereign.visit_gap_closed", 0.0),
    ("sovereign.outflow_avoided", 0.0),
];

const LITTLE_EFFECT: &[(&str, f64)] = &[
    ("sovereign.count_health", 0.0),
    ("sovereign.count_digital", 0.0),
    ("sovereign.count_auto", 1.0),
    ("sovereign.auto_output_2040", 0.1),
    ("sovereign.parameters", 20.0),
];

const NO_MARKET: &[(&str, f64)] = &[("reshoring.share", 0.0), ("autonomy.adoption_2040", 0.0)];

const LATE_PAYBACK: &[(&str, f64)] = &[
    ("platforms.lab_growth", 0.0),
    ("platforms.openai_valuation", 2000.0),
    ("platforms.anthropic_valuation", 1000.0),
    ("platforms.required_return", 25.0),
];

/// Each input alone at the ends of its range, the presets, and inputs that together leave nothing; with what is moved.
fn scenarios() -> Vec<(String, Scenario)> {
    let mut all = vec![("base".to_owned(), Scenario::default())];
    for param in ParamId::all() {
        let row = param.row();
        for value in [row.min, row.max] {
            all.push((format!("{}={value}", row.id), scenario(&[(row.id, value)])));
        }
    }
    let presets = PRESETS.iter();
    all.extend(presets.map(|preset| (preset.id.to_owned(), preset.scenario())));
    for settings in [
        NO_SHARES,
        NO_EFFECT,
        LITTLE_EFFECT,
        NO_MARKET,
        LATE_PAYBACK,
        &[("reshoring.share", 50.0)],
        &[("genai.adoption_ceiling", 0.0), ("genai.time_saved", 0.0)],
        &[("labour.productivity_growth", 1.0)],
        &[("platforms.revenue_growth", 70.0)],
        &[("genai.adoption_delay", 4.0)],
    ] {
        all.push((format!("{settings:?}"), scenario(settings)));
    }
    all
}

/// What no sentence may say, for it is false wherever the inputs stand or no sentence at all.
const NEVER: &[&str] = &[
    "NaN",
    " inf ",
    "∞",
    "  ",
    "。。",
    "、、",
    "、。",
    " .",
    " ,",
    "..",
    "of which $0.00",
    "70%ではなく70%",
    "70% rather than 70%",
    "0万人の不足",
    "0 million missing",
    "0万人が不足",
    "grow by −",
    "0億円に限られる",
    "Growth of 0%",
    "）（",
];

/// Whether a text says a phrase; one that begins with a number is not found within a longer number.
fn says(text: &str, phrase: &str) -> bool {
    let number = phrase.starts_with(|c: char| c.is_ascii_digit());
    let longer = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let mut found = text.match_indices(phrase);
    found.any(|(at, _)| !(number && text[..at].ends_with(longer)))
}

/// Whether a dash stands where a number belongs, and not between the ends of a range.
fn lone_dash(text: &str) -> bool {
    let end = |c: char| c.is_ascii_alphanumeric() || "%$¥€−".contains(c);
    let mut found = text.match_indices(MISSING);
    found.any(|(at, dash)| !text[..at].ends_with(end) || !text[at + dash.len()..].starts_with(end))
}

#[test]
fn every_sentence_and_title_has_its_numbers_wherever_the_inputs_stand() {
    let mut wrong = Vec::new();
    for (name, scenario) in scenarios() {
        for lang in Lang::ALL {
            in_context(&scenario, (lang, Currency::Native, false), |context| {
                for chapter in ChapterId::ALL {
                    for said in sentences(chapter, context) {
                        let found = NEVER.iter().filter(|phrase| says(&said.words, phrase));
                        let found: Vec<_> = found.collect();
                        if !said.missing.is_empty() || !found.is_empty() {
                            let missing = &said.missing;
                            wrong.push(format!(
                                "{name} {chapter:?}: {missing:?} {found:?} {}",
                                said.words
                            ));
                        }
                    }
                    for spec in chapter.chapter().figures {
                        let figure = (spec.make)(context);
                        for words in [figure.title, figure.subtitle, figure.note] {
                            let said = NEVER.iter().any(|phrase| says(&words, phrase));
                            if said || lone_dash(&words) {
                                wrong.push(format!("{name} {}: {words}", spec.id));
                            }
                        }
                    }
                }
            });
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}
