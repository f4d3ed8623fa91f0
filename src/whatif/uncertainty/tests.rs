use super::*;
use crate::analysis::uncertainty::USUAL_DRAWS;
use crate::chapters::tests::in_context;
use crate::i18n::number::{Currency, Reader};
use crate::text::Lang;
use crate::whatif::headlines::{self, Choice};

fn finished(cell: Cell, draws: usize, seed: u64) -> Run {
    let mut run = Run::new(cell, &Scenario::default(), draws, seed);
    while !run.advance() {}
    run
}

fn choice(output: &str) -> Choice {
    let all = headlines::all();
    let found = all.iter().find(|choice| choice.cell.output().id == output);
    *found.unwrap()
}

#[test]
fn the_same_seed_finds_the_same_whatever_the_pieces() {
    let cell = choice("tam.new_market").cell;
    let (one, other) = (finished(cell, 101, 7), finished(cell, 101, 7));
    assert_eq!(one.findings(), other.findings());
    assert_ne!(one.findings(), finished(cell, 101, 8).findings());
    assert_eq!(one.progress(), (101, 101));
}

#[test]
fn findings_come_only_when_all_is_done() {
    let mut run = Run::new(choice("tam.new_market").cell, &Scenario::default(), 10, 1);
    assert_eq!(run.findings(), None);
    run.advance();
    assert_eq!((run.progress(), run.findings()), ((4, 10), None));
}

#[test]
fn percentiles_ascend_and_the_fan_ends_in_the_distribution() {
    let run = finished(choice("tam.new_market").cell, 400, 1);
    let found = run.findings().unwrap();
    for (year, at) in &found.years {
        assert!(at.windows(2).all(|pair| pair[0] <= pair[1]), "{year}");
    }
    let (year, last) = found.years.last().unwrap();
    assert_eq!((*year, last[2]), (2040, found.distribution.quantile(0.5)));
    let strongest = found.correlations[0].1.abs();
    assert!(
        found
            .correlations
            .iter()
            .all(|(_, value)| value.abs() <= strongest)
    );
}

fn continue_with_others(cell: Cell, found: &Findings, context: &crate::chapters::Context) {
    ranking(cell, found, context);
    fan(cell, found, context);
}

#[test]
fn every_result_is_told_in_both_languages() {
    for choice in headlines::all() {
        let run = finished(choice.cell, 60, 1);
        let found = run.findings().unwrap();
        for lang in Lang::ALL {
            in_context(
                &Scenario::default(),
                (lang, Currency::Native, false),
                |context| {
                    let told = told(&choice, found, context);
                    let histogram = histogram(&choice, found, context);
                    let Some(histogram) = histogram else {
                        assert!(found.distribution.constant().is_some());
                        assert_eq!((told.percentiles.len(), told.sentences.len()), (0, 1));
                        continue_with_others(choice.cell, found, context);
                        return;
                    };
                    let shares = histogram.panels[0].series[0].values.iter().flatten();
                    let all = shares.sum::<f64>();
                    assert!((all - 1.0).abs() < 1e-9, "{:?} {all}", choice.cell);
                    let count = histogram.categories.len();
                    assert!(
                        histogram.panels[0]
                            .marks
                            .iter()
                            .all(|mark| mark.index < count)
                    );
                    assert!(!told.percentiles.is_empty() && !told.sentences.is_empty());
                    continue_with_others(choice.cell, found, context);
                },
            );
        }
    }
}

#[test]
fn the_base_case_is_said_to_be_the_documents_case() {
    let market = choice("tam.new_market");
    let run = finished(market.cell, USUAL_DRAWS, USUAL_SEED);
    in_context(
        &Scenario::default(),
        (Lang::En, Currency::Native, false),
        |context| {
            let told = told(&market, run.findings().unwrap(), context);
            assert!(told.sentences[0].starts_with("The base case, $360 bn, lies at the "));
            assert!(
                told.sentences[0]
                    .ends_with("percentile: it is the documents’ case, not the middle.")
            );
            assert!(
                told.sentences[1].ends_with("of the draws reach the published value, $360 bn.")
            );
        },
    );
}

#[test]
fn payback_says_how_many_draws_pay_back() {
    let all = headlines::all();
    let year = all
        .iter()
        .find(|it| it.cell.output().unit == crate::unit::Unit::Year);
    let payback = year.unwrap();
    let run = finished(payback.cell, 200, 1);
    in_context(
        &Scenario::default(),
        (Lang::En, Currency::Native, false),
        |context| {
            let told = told(payback, run.findings().unwrap(), context);
            let said = told.sentences.join(" ");
            assert!(said.contains("of the draws get there by 2040"), "{said}");
        },
    );
}

/// Percentiles, sentences, title and columns are of the same draws.
#[test]
fn a_year_is_told_of_all_draws() {
    let payback = choice("platforms.payback");
    let run = finished(payback.cell, USUAL_DRAWS, USUAL_SEED);
    let found = run.findings().unwrap();
    let missing = found.distribution.missing() as f64 / USUAL_DRAWS as f64;
    assert!(missing > 0.5, "{missing}");
    for (lang, later, never) in [
        (
            Lang::En,
            "later than 2040",
            "of the draws do not get there by 2040",
        ),
        (Lang::Ja, "2040年まで該当なし", "は2040年までに達しない"),
    ] {
        in_context(
            &Scenario::default(),
            (lang, Currency::Native, false),
            |context| {
                let told = told(&payback, found, context);
                let values: Vec<_> = told.percentiles.iter().map(|it| it.1.as_str()).collect();
                assert_eq!(values.len(), PERCENTILES.len());
                assert_eq!(
                    values[2..],
                    [later; 3],
                    "more than half of the draws lack the year"
                );
                let base = payback.cell.read(context.base).unwrap();
                let share = found.distribution.share_up_to(base);
                let by_then = format!("{}%", number::with_decimals(100.0 * share, 1));
                assert!(
                    told.sentences[0].contains(&by_then),
                    "{}",
                    told.sentences[0]
                );
                let histogram = histogram(&payback, found, context).unwrap();
                assert!(histogram.title.contains(never), "{}", histogram.title);
                let last = histogram.categories.len() - 1;
                let columns = &histogram.panels[0].series[0].values;
                assert!((columns[last].unwrap() - missing).abs() < 1e-9);
            },
        );
    }
}

#[test]
fn what_lies_at_the_median_is_not_said_to_be_away_from_it() {
    let market = choice("tam.new_market");
    let mut found = finished(market.cell, 20, 1).findings().unwrap().clone();
    in_context(
        &Scenario::default(),
        (Lang::En, Currency::Native, false),
        |context| {
            let base = market.cell.read(context.base).unwrap();
            for (draws, is_said) in [
                ([base - 9.0, base + 9.0, base + 20.0], true),
                ([base - 9.0, base, base + 9.0], false),
                ([base - 0.01, base - 0.01, base - 0.01], false),
            ] {
                let mut draws = draws.to_vec();
                draws.push(draws[0] - 50.0);
                draws.push(draws[2] + 50.0);
                found.distribution = Distribution::of(&draws);
                let said = told(&market, &found, context).sentences.remove(0);
                assert!(said.contains("the documents’ case"), "{said}");
                assert_eq!(said.contains("not the middle"), is_said, "{said}");
            }
        },
    );
}

#[test]
fn what_does_not_vary_is_said_and_not_drawn() {
    let statistic = choice("genai.working_age_fall");
    let run = finished(statistic.cell, 40, 1);
    for (lang, words) in [(Lang::En, "Every draw gives "), (Lang::Ja, "どの試行でも")] {
        in_context(
            &Scenario::default(),
            (lang, Currency::Native, false),
            |context| {
                let found = run.findings().unwrap();
                let told = told(&statistic, found, context);
                assert_eq!(told.percentiles, []);
                assert!(told.sentences[0].starts_with(words), "{:?}", told.sentences);
                assert_eq!(histogram(&statistic, found, context), None);
            },
        );
    }
}

#[test]
fn draws_are_written_as_csv() {
    let run = finished(choice("tam.new_market").cell, 5, 1);
    let (head, lines) = (run.csv_head(), run.csv_lines(0, 100));
    let columns = head.matches(',').count();
    assert!(head.starts_with("draw,") && head.trim_end().ends_with(",tam.new_market"));
    assert_eq!(lines.lines().count(), 5);
    assert!(
        lines
            .lines()
            .all(|line| line.matches(',').count() == columns)
    );
    assert_eq!(run.csv_lines(0, 2) + &run.csv_lines(2, 5), lines);
    let reader = Reader {
        lang: Lang::En,
        currency: Currency::Native,
        jpy_per_usd: 150.0,
    };
    let link = "https://example.org/#/reshoring";
    let about = About {
        made: "Analysis › Uncertainty, 5 draws, seed 1".to_owned(),
        ..About::of(&Scenario::default(), "", link, &reader)
    };
    let remarks = run.csv_remarks("New market, 2040", &about);
    let told = |words: &str| remarks.lines().any(|line| line.contains(words));
    assert!(remarks.lines().all(|line| line.starts_with("\"# ")));
    assert!(told("New market, 2040") && told("seed 1") && told("example.org"));
}

/// The first draws of the usual seed, which the browser is held to as well (`e2e/whatif.spec.ts`).
const DRAWS: &str = include_str!("../../tests/data/draws.csv");

/// The percentiles that the page shows for them, likewise.
const SHOWN: [&str; 5] = ["$112 bn", "$197 bn", "$271 bn", "$343 bn", "$457 bn"];

#[test]
fn the_draws_of_the_usual_seed_are_those_on_file() {
    let market = choice("tam.new_market");
    let run = finished(market.cell, USUAL_DRAWS, USUAL_SEED);
    let written = run.csv_head() + &run.csv_lines(0, 5);
    assert_eq!(written, DRAWS);
    in_context(
        &Scenario::default(),
        (Lang::En, Currency::Native, false),
        |context| {
            let told = told(&market, run.findings().unwrap(), context);
            let shown: Vec<_> = told.percentiles.iter().map(|it| it.1.as_str()).collect();
            assert_eq!(shown, SHOWN);
        },
    );
}

#[test]
fn percentiles_are_spelled() {
    let spelled = [1.0, 2.0, 3.0, 11.0, 50.0, 82.0].map(|at| sentences::ordinal(at, Lang::En));
    let expected = ["1st", "2nd", "3rd", "11th", "50th", "82nd"];
    assert!(
        spelled
            .iter()
            .zip(expected)
            .all(|(one, other)| one.starts_with(other))
    );
}
