//! What is told of results, inputs and printed figures.

use super::*;
use crate::chapters::tests::in_context;
use crate::output::Place;
use crate::region::Region;

fn explained(lang: Lang, subject: Subject, share: f64) -> Explanation {
    let mut scenario = Scenario::default();
    scenario
        .set(ParamId::find("reshoring.share").unwrap(), share)
        .unwrap();
    in_context(&scenario, (lang, Currency::Usd, false), |context| {
        explain(subject, context)
    })
}

fn capex(region: Region) -> Subject {
    Subject::Cell(Cell::find("tam.reshoring_capex", Place::Region(region), 2040).unwrap())
}

#[test]
fn a_result_tells_its_formula_what_went_in_and_what_it_rests_on() {
    let told = explained(Lang::En, capex(Region::Jp), 50.0);
    assert_eq!(told.title, "Reshoring CAPEX, Japan, 2040");
    assert_eq!(told.formulas[0].1.matches('×').count(), 2);
    assert!(
        told.formulas[1].1.contains("6.35%"),
        "{}",
        told.formulas[1].1
    );
    assert!(told.change.starts_with('−'), "{}", told.change);
    assert_eq!(told.lists[0].items.len(), 3);
    let names: Vec<_> = told.lists[1]
        .items
        .iter()
        .map(|item| item.name.as_str())
        .collect();
    assert!(names.contains(&"● Reshoring share"), "{names:?}");
}

#[test]
fn every_number_of_a_formula_can_be_explained_in_turn() {
    for list in explained(Lang::Ja, capex(Region::In), 100.0).lists {
        assert!(
            list.items.iter().all(|item| item.subject.is_some()),
            "{}",
            list.title
        );
    }
}

#[test]
fn nothing_is_said_of_a_change_that_is_none() {
    assert_eq!(explained(Lang::En, capex(Region::Us), 100.0).change, "");
}

#[test]
fn an_input_tells_base_case_ranges_and_origin() {
    let told = explained(
        Lang::En,
        Subject::Param(ParamId::find("reshoring.share").unwrap()),
        80.0,
    );
    assert_eq!(told.value, "80%");
    let facts: Vec<_> = told.facts.iter().map(|(_, fact)| fact.as_str()).collect();
    assert_eq!(facts[..3], ["100%", "50 to 100%", "0 to 100%"]);
    assert!(facts[3].contains("published"));
}

#[test]
fn a_printed_figure_tells_where_it_stands() {
    let id = "reshoring.tam-2040-reshoring-plus-labour";
    let told = explained(Lang::En, Subject::Published(id), 100.0);
    assert_eq!(told.value, "$360 bn");
    assert!(told.facts[0].1.starts_with("003"));
}

#[test]
fn a_printed_figure_is_written_as_it_is_printed() {
    let cases = [
        ("genai.rd-intensity-threshold", "3.06%", "3.06%"),
        ("genai.params-elmo", "0.094 bn", "9,400万"),
        ("genai.params-gpt3", "175 bn", "1,750億"),
        ("genai.chatgpt-100m-users", "100 million", "1億人"),
        ("genai.t1m-chatgpt", "5 days", "5日"),
        ("labour.census-year", "2020", "2020年"),
        ("genai.ai-research-rank-japan", "10", "10"),
        ("genai.gpt3-training-power", "1,287 MWh", "1,287 MWh"),
    ];
    for (id, en, ja) in cases {
        for (lang, expected) in [(Lang::En, en), (Lang::Ja, ja)] {
            in_context(
                &Scenario::default(),
                (lang, Currency::Usd, false),
                |context| {
                    assert_eq!(write_published(id, &context.reader), expected);
                },
            );
        }
    }
}
