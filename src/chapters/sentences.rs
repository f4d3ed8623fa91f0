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
use crate::view::HORIZON;

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
    "$0 bn",
    "¥0 bn",
    "0億ドル",
    "0億円",
    "0 million",
    "0万人",
    "70%ではなく70%",
    "70% rather than 70%",
    "grow by −",
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

/// Some words that a chapter says, or does not, with some inputs moved.
struct Case {
    moved: &'static [(&'static str, f64)],
    chapter: ChapterId,
    lang: Lang,
    says: &'static [&'static str],
    not: &'static [&'static str],
}

const fn case(
    moved: &'static [(&'static str, f64)],
    chapter: ChapterId,
    lang: Lang,
    says: &'static [&'static str],
    not: &'static [&'static str],
) -> Case {
    Case {
        moved,
        chapter,
        lang,
        says,
        not,
    }
}

const HALF: &[(&str, f64)] = &[("reshoring.share", 50.0)];
const DEAR: &[(&str, f64)] = &[("platforms.capex_2026", 1200.0)];
const LARGE_MODEL: &[(&str, f64)] = &[
    ("sovereign.parameters", 20.0),
    ("sovereign.training_months", 6.0),
];
const MARKETS: &[(&str, f64)] = &[
    ("platforms.ai_market_2025", 500.0),
    ("platforms.genai_market_2032", 300.0),
];

#[rustfmt::skip]
const CASES: &[Case] = &[
    // What a document says is what it prints; what the reader set is told as such.
    case(&[], ChapterId::Share, Lang::En, &["win the shares that the source study assumes, they sell"], &["shares set at present"]),
    case(&[], ChapterId::Share, Lang::Ja, &["原典が置くシェアを日本の資本財企業が獲得できれば、"], &["現在のシェアの前提"]),
    case(&[("capture.domestic_share", 50.0)], ChapterId::Share, Lang::En, &["At the shares set at present, Japanese makers of capital goods sell"], &["source study assumes"]),
    case(&[("capture.domestic_share", 50.0)], ChapterId::Share, Lang::Ja, &["現在のシェアの前提では、日本の資本財企業の2040年の売上高は"], &["原典が置くシェア"]),
    case(NO_SHARES, ChapterId::Share, Lang::En, &["sell nothing in 2040"], &["¥0", "source study assumes", "carry the sum"]),
    case(NO_SHARES, ChapterId::Overview, Lang::En, &["would sell nothing."], &["¥0", "as operating profit"]),
    case(NO_SHARES, ChapterId::Overview, Lang::Ja, &["売上は生じない。"], &["営業利益率は"]),
    case(LARGE_MODEL, ChapterId::Sovereign, Lang::En, &["it prints 5 tn parameters and 3 months; with the present inputs it is that of a model of 20 tn parameters, trained within 6 months"], &["training run: a model of 20"]),
    case(LARGE_MODEL, ChapterId::Sovereign, Lang::Ja, &["（記載は5兆パラメータ、3か月）", "現在の前提では、20兆パラメータのモデルを6か月で学習させる"], &["原典は、20兆"]),
    case(&[("sovereign.visits_japan", 20.0)], ChapterId::Sovereign, Lang::En, &["makes 11.1 visits a year, against 5.7 on the G7 average; with the present inputs it is 20 visits a year"], &["makes 20"]),
    case(&[("sovereign.visits_japan", 20.0)], ChapterId::Sovereign, Lang::Ja, &["日本が年11.1回、G7平均が5.7回であるが、現在の前提では20回／年"], &["日本が20"]),
    case(&[("platforms.enterprise_revenue_2025", 100.0)], ChapterId::Platforms, Lang::En, &["$37 bn, is published; with the present inputs it is $100 bn"], &["$100 bn, is published"]),
    case(&[("platforms.enterprise_revenue_2025", 100.0)], ChapterId::Platforms, Lang::Ja, &["企業向け370億ドルだけであり（現在の前提では1,000億ドル）"], &["企業向け1,000億ドルだけ"]),
    case(DEAR, ChapterId::Platforms, Lang::Ja, &["現在の前提では1.20兆ドルであり", "倍率は4.12倍である。現在の前提の1.20兆ドルで計算すれば8.23倍となる"], &["1.20兆ドルと見込まれ", "支出は公表値でも", "倍率は8.23倍"]),
    case(DEAR, ChapterId::Overview, Lang::Ja, &["現在の前提では1.20兆ドル（原典の予想は6,000億ドル）"], &["1.20兆ドルと見込まれ"]),
    case(DEAR, ChapterId::Overview, Lang::En, &["With the present inputs the largest clouds invest $1.20 tn"], &["expected to invest $1.20"]),
    // Values of the base case are called so, all others move.
    case(&[("platforms.lab_growth", 110.0)], ChapterId::Platforms, Lang::Ja, &["現在の前提では、評価額は"], &["2040年の充足率は順に99.2%", "2030年に初めて見合い"]),
    case(LATE_PAYBACK, ChapterId::Platforms, Lang::En, &["Neither company’s revenue carries it in any year to 2040", "stays at its level of 2026"], &["Growth of 0%"]),
    // What is no part or no number is not told as one.
    case(NO_EFFECT, ChapterId::Overview, Lang::En, &["no effect is counted that could pay it back"], &["would be enough"]),
    case(NO_EFFECT, ChapterId::Overview, Lang::Ja, &["これを賄う効果は計上されない"], &["投資は現在価値で釣り合う"]),
    case(LITTLE_EFFECT, ChapterId::Overview, Lang::En, &["not even all of the effects counted for it would be enough to pay it back"], &["2,505"]),
    case(LITTLE_EFFECT, ChapterId::Overview, Lang::Ja, &["全額がこのモデルによるものであっても、投資は現在価値で釣り合わない"], &["2,505"]),
    // Published values contradict each other whatever the inputs are.
    case(MARKETS, ChapterId::Platforms, Lang::En, &["generative AI to 94.6% of that", "With the present inputs it would be 10.7% in 2032"], &[]),
    case(MARKETS, ChapterId::Platforms, Lang::Ja, &["生成AIはその94.6%に当たる", "現在の前提では、この比率は2032年に10.7%"], &[]),
    case(&[], ChapterId::Platforms, Lang::En, &["generative AI to 94.6% of that"], &["With the present inputs it would be"]),
    // Nothing is imagined that is so already.
    case(&[("labour.productivity_growth", 3.0)], ChapterId::Reshoring, Lang::En, &["set at present to rise by 3% a year; at 1%"], &["were it to rise by 1%"]),
    case(&[("labour.productivity_growth", 3.0)], ChapterId::Work, Lang::Ja, &["現在の前提のもとで日本の工場に人手の不足は生じない"], &["万人の不足"]),
    case(&[("genai.adoption_delay", 10.0)], ChapterId::Work, Lang::Ja, &["現在の前提の10年ではなく4年であれば"], &["4年遅れれば"]),
    case(&[("platforms.ai_capex_share", 100.0)], ChapterId::Platforms, Lang::En, &["all of which is taken here to be for AI"], &["If all CAPEX were for AI"]),
    // No condition denies the input.
    case(NO_MARKET, ChapterId::Reshoring, Lang::En, &["no new market opens by 2040"], &["a new market opens", "$0"]),
    case(NO_MARKET, ChapterId::Overview, Lang::En, &["opens a new market in four regions"], &["$0", "could open"]),
    case(HALF, ChapterId::Reshoring, Lang::En, &["bring home 50% of what they now import", "replaces 50% of it"], &[]),
    case(HALF, ChapterId::Reshoring, Lang::Ja, &["輸入超過分の50%に当たる生産を国内に戻し"], &[]),
    case(&[("reshoring.share", 0.0)], ChapterId::Reshoring, Lang::Ja, &["置き換えは行われない"], &["赤字の0%"]),
    case(&[("sovereign.visit_gap_closed", 0.0)], ChapterId::Sovereign, Lang::Ja, &["現在の前提では見込まれない"], &["に限られる"]),
    case(&[("platforms.capex_growth", -30.0)], ChapterId::Platforms, Lang::En, &["lets CAPEX shrink in the first year"], &["grow by −"]),
];

#[test]
fn clauses_follow_the_inputs() {
    for case in CASES {
        let reader = (case.lang, Currency::Native, false);
        in_context(&scenario(case.moved), reader, |context| {
            let said = sentences(case.chapter, context).into_iter();
            let text: String = said.map(|said| said.words + "\n").collect();
            for words in case.says {
                assert!(text.contains(words), "{:?}: {words} in\n{text}", case.moved);
            }
            for words in case.not {
                assert!(!says(&text, words), "{:?}: {words} in\n{text}", case.moved);
            }
        });
    }
}

/// The contradiction is one of published values: the title has them first wherever the inputs stand.
#[test]
fn the_title_of_the_markets_argues_with_published_values() {
    let title = |settings: &[(&str, f64)]| {
        in_context(
            &scenario(settings),
            (Lang::En, Currency::Native, false),
            |context| {
                let spec = ChapterId::Platforms.chapter().figure("markets").unwrap();
                (spec.make)(context).title
            },
        )
    };
    let published = title(&[]);
    assert_eq!(
        published,
        "Published generative AI first exceeds all AI in 2028"
    );
    assert_eq!(title(&[("platforms.genai_market_2032", 300.0)]), published);
    assert_eq!(
        title(&[("platforms.ai_market_growth", 0.0)]),
        "Published generative AI exceeds published all AI in 2028, all AI at present inputs in 2026"
    );
    assert_eq!(
        title(&[("platforms.ai_market_2025", 500.0)]),
        "Published generative AI exceeds published all AI in 2028, not all AI at present inputs"
    );
}

/// The chapter and the register compare the markets on the same basis.
#[test]
fn the_markets_have_one_ratio_wherever_they_are_compared() {
    let mut lines = include_str!("../data/conflicts.csv").lines();
    let relation = lines.find(|line| line.starts_with("genai-vs-ai-2032,"));
    let share = Cell::home("platforms.genai_share", 2032).unwrap();
    let share = share.read(&model::run(&Scenario::default())).unwrap();
    let written = format!("{:.1}%", share * 100.0);
    let told = relation.map_or(0, |line| line.matches(&written).count());
    assert_eq!(told, Lang::ALL.len(), "{written}");
}

/// Brackets neither follow each other nor stand within each other in the names of results.
#[test]
fn the_name_of_a_result_has_one_pair_of_brackets() {
    for head in crate::output::ALL.iter() {
        let cell = Cell::home(head.id, HORIZON).unwrap();
        let name = cell.name(Lang::Ja);
        assert!(!name.contains("）（"), "{name}");
    }
}

/// The prose names the printed size of the model as a value of the input, which is the one in the register.
#[test]
fn the_size_of_the_model_is_the_printed_one() {
    let mut lines = include_str!("../data/published.csv").lines();
    let printed = lines.find(|line| line.starts_with("sovereign.base-model-params,"));
    assert!(printed.is_some_and(|line| line.contains(",5000,,,params_bn,")));
    let chapter = ChapterId::Sovereign.chapter();
    assert!(
        Lang::ALL
            .map(|lang| chapter.prose.get(lang))
            .iter()
            .all(|text| text.contains("{at sovereign.parameters=5}"))
    );
}
