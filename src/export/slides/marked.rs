//! What is called printed is printed.

use super::super::document;
use super::*;
use crate::chapters::ChapterId;
use crate::chapters::tests::in_context;
use crate::export::words;
use crate::i18n::number::Currency;
use crate::scenario::Scenario;
use crate::text::Lang;

/// Whether the register has a value, in percent too.
fn is_registered(value: f64) -> bool {
    let books = ChapterId::ALL.iter().map(|it| it.chapter().book);
    let mut ends = books
        .flat_map(|book| book.cited)
        .flat_map(|it| [it.value, it.low, it.high])
        .flatten();
    ends.any(|end| {
        [end, end / 100.0]
            .iter()
            .any(|it| (it - value).abs() < 1e-9)
    })
}

#[test]
fn only_values_of_the_register_are_called_printed() {
    let mut computed = Vec::new();
    let who = (Lang::En, Currency::Native, false);
    in_context(&Scenario::default(), who, |context| {
        let specs = ChapterId::ALL.iter();
        for spec in specs.flat_map(|chapter| chapter.chapter().figures) {
            let figure = (spec.make)(context);
            let about = About::of(context.scenario, "", "", &context.reader);
            let reader = &context.reader;
            let text = document::figure(&figure, spec.id, context.scenario, &about, reader);
            let json: serde_json::Value = serde_json::from_str(&text).unwrap();
            for (number, panel) in figure.panels.iter().enumerate() {
                for (mark, high) in panel.printed() {
                    let ends = [Some(mark.value), high].into_iter().flatten();
                    assert!(ends.into_iter().all(is_registered), "{} {mark:?}", spec.id);
                }
                let points = drawn(&figure, panel, "", reader);
                let called = |name: &str, index: usize| {
                    let mut named = points.iter().filter(|point| point.name == name);
                    named.any(|point| point.values[index].is_some())
                };
                let own = &json["panels"][number];
                let labels = |list: &str| {
                    let list = own[list].as_array().unwrap().iter();
                    list.map(|it| it["label"].clone()).collect::<Vec<_>>()
                };
                for mark in panel.marks.iter().filter(|mark| mark.computed.is_some()) {
                    assert!(called(&mark.label, mark.index), "{} {mark:?}", spec.id);
                    assert!(!called(reader.text(words::PRINTED), mark.index));
                    assert!(!labels("printed").contains(&mark.label.clone().into()));
                    assert_eq!(labels("computed"), [mark.label.as_str()]);
                    computed.push((spec.id, own["computed"][0]["value"].as_f64().unwrap()));
                }
            }
        }
    });
    let ids: Vec<_> = computed.iter().map(|(id, _)| *id).collect();
    assert_eq!(ids, ["break-even", "capex-by-company"]);
    assert!((computed[0].1 - 0.058).abs() < 0.001, "{computed:?}");
}
