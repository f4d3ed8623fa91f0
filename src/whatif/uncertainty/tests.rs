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
                    let shares = histogram.panels[0].series[0].values.iter().flatten();
                    let all = shares.sum::<f64>();
                    let there = 1.0 - found.distribution.missing() as f64 / 60.0;
                    assert!((all - there).abs() < 1e-9, "{:?} {all}", choice.cell);
                    let count = histogram.categories.len();
                    assert!(
                        histogram.panels[0]
                            .marks
                            .iter()
                            .all(|mark| mark.index < count)
                    );
                    assert!(!told.percentiles.is_empty() && !told.sentences.is_empty());
                    ranking(choice.cell, found, context);
                    fan(choice.cell, found, context);
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
