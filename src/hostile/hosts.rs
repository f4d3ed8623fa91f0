//! What hosts ask of an embed, send to it, and are given to paste.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::strange::{id, nasty, value};
use super::{budget, is_said, within};
use crate::analysis::tool::Tool;
use crate::chapters::{Chapter, evidence, overview, reshoring, share, work};
use crate::embed::{self, Given};
use crate::link;
use crate::scenario::{ParamId, Scenario};
use crate::text::Lang;

proptest! {
    #![proptest_config(budget())]

    #[test]
    fn any_wish_for_an_embed_is_met_or_refused_with_what_is_accepted(
        pairs in vec((select(vec!["embed", "inputs", "ground", "model"]), value()), 0..8)
    ) {
        const CHAPTERS: [&Chapter; 5] = [&overview::CHAPTER, &reshoring::CHAPTER, &share::CHAPTER, &work::CHAPTER, &evidence::CHAPTER];
        let asks = pairs.iter().fold(String::new(), |asks, (key, value)| embed::asking(&asks, key, value));
        // No value makes a line of its own.
        prop_assert!(embed::asks(&asks).count() <= 4);
        for chapter in CHAPTERS {
            let embed = embed::read(chapter, &asks);
            prop_assert!(embed.refusals.len() <= embed::MOST_REFUSALS + 1);
            prop_assert!(embed.refusals.iter().all(|it| is_said(|lang| it.message(lang))));
            prop_assert!(embed.refusals.first().is_none_or(|it| !it.accepted.is_empty()));
            // What is shown was asked for, or its absence is told.
            let asked = embed::asked(&asks, "embed").map(|name| chapter.figure(name).is_some() || name == "chapter" || Tool::find(name).is_some());
            prop_assert_eq!(embed.shows != embed::Shows::Nothing, asked == Some(true));
            prop_assert_eq!(embed.refusals.iter().filter(|it| it.about == "embed").count(), usize::from(asked == Some(false)));
            prop_assert!(embed.frozen.is_none() || embed.inputs.is_empty());
        }
    }

    #[test]
    fn any_inputs_of_a_host_leave_the_scenario_within_its_ranges(
        inputs in vec((id(), prop_oneof![any::<f64>().prop_map(Given::Number), nasty().prop_map(Given::Other)]), 0..12)
    ) {
        let (scenario, refusals) = embed::take(&Scenario::default(), &inputs);
        prop_assert!(within(&scenario));
        let fits = |(id, given): &&(String, Given)| match (ParamId::find(id), given) {
            (Some(param), Given::Number(value)) => param.row().accepts(*value),
            _ => false,
        };
        prop_assert_eq!(refusals.len(), inputs.iter().filter(|it| !fits(it)).count());
        for refusal in &refusals {
            prop_assert!(is_said(|lang| refusal.message(lang)));
            prop_assert!(refusal.message(Lang::En).contains(&refusal.value));
        }
        let wrong: Vec<_> = inputs.iter().filter(|it| !fits(it)).collect();
        for (refusal, (id, given)) in refusals.iter().zip(wrong) {
            let quoted = match (ParamId::find(id), given) {
                (None, _) => link::quoted(id),
                (_, Given::Other(text)) => link::quoted(text),
                (_, Given::Number(number)) => as_javascript_says(*number),
            };
            prop_assert_eq!(&refusal.value, &quoted);
            let first = refusals.iter().find(|it| it.about == refusal.about);
            prop_assert!(first.is_some_and(|it| !it.accepted.is_empty()));
        }
    }

    #[test]
    fn no_text_from_outside_ends_the_attribute_that_holds_it(address in nasty(), title in nasty()) {
        for (html, quotes) in [(embed::snippet(&address, &title, 400), 12), (embed::script(&address), 2)] {
            let body = html.trim_start_matches('<').trim_end_matches('>');
            prop_assert_eq!(html.matches('"').count(), quotes, "{}", html);
            prop_assert_eq!(body.matches('<').count(), 1, "{}", html);
        }
    }
}

fn as_javascript_says(number: f64) -> String {
    match number {
        f64::INFINITY => "Infinity".to_owned(),
        f64::NEG_INFINITY => "-Infinity".to_owned(),
        // All digits, and no sign before zero.
        number => format!("{}", number + 0.0),
    }
}
