//! The scenario compared with, as a link has it: `name*input*value*input*value`, with what differs from the base case.

use crate::formula::param_number;
use crate::i18n::number;
use crate::link::{self, Issue, Link};
use crate::scenario::{ParamId, Scenario};

/// Between the parts; it stands in links as it is.
const BETWEEN: char = '*';

/// The longest name that is kept.
pub const LONGEST_NAME: usize = 60;

/// Most complaints about one.
const MOST_ISSUES: usize = 20;

/// A name as it can be saved and stand in a link: without what separates, at most [`LONGEST_NAME`] characters.
pub fn tidy(name: &str) -> String {
    let clean = name
        .chars()
        .map(|c| if c == BETWEEN { '×' } else { c })
        .filter(|c| link::is_plain(*c));
    let clean: String = clean.collect();
    clean.trim().chars().take(LONGEST_NAME).collect()
}

/// What stands behind `pin=`, before it is percent-encoded.
pub fn encode(name: &str, scenario: &Scenario) -> String {
    let mut pin = tidy(name);
    for param in scenario.changed() {
        let row = param.row();
        let value = number::plain(scenario.get(param), row.decimals());
        for part in [row.id, &value] {
            pin.push(BETWEEN);
            pin.push_str(part);
        }
    }
    pin
}

/// Name, scenario and what could not be read.
pub fn decode(pin: &str) -> (String, Scenario, Vec<Issue>) {
    let mut parts = pin.split(BETWEEN);
    let named = parts.next().unwrap_or_default();
    let (name, mut link, mut seen) = (tidy(named), Link::default(), Vec::new());
    link::cut(named, LONGEST_NAME, &mut link);
    if pin.is_empty() {
        link.issues.push(Issue::Setting("pin", String::new()));
    }
    while let (Some(id), true) = (parts.next(), link.issues.len() < MOST_ISSUES) {
        let (param, value) = (ParamId::find(id), parts.next());
        if seen.contains(&param) && param.is_some() {
            link.issues.push(Issue::Repeated(link::quoted(id)));
        }
        seen.push(param);
        match (param, value) {
            (Some(param), Some(value)) => link::read_param(param, value, &mut link),
            (None, _) => link.issues.push(Issue::Key(link::quoted(id))),
            (_, None) => link.issues.push(Issue::Setting("pin", link::quoted(id))),
        }
    }
    (name, link.scenario, link.issues)
}

/// What a scenario changes of the base case, in a line: `Reshoring share 80, …`.
pub fn summary(scenario: &Scenario, lang: crate::text::Lang) -> String {
    let one = |param: ParamId| {
        let name = crate::choice::label(param).get(lang);
        format!("{name} {}", param_number(param, scenario.get(param)))
    };
    let changes: Vec<_> = scenario.changed().map(one).collect();
    changes.join(match lang {
        crate::text::Lang::En => ", ",
        crate::text::Lang::Ja => "、",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets::PRESETS;
    use crate::text::Lang;
    use crate::view::View;

    #[test]
    fn every_preset_survives_the_round_trip_through_a_link() {
        for preset in PRESETS {
            for name in [preset.title.en, preset.title.ja] {
                let view = View {
                    pin: Some(encode(name, &preset.scenario())),
                    ..View::default()
                };
                let link = link::decode(&link::encode(&Scenario::default(), &view));
                let (read, scenario, issues) = decode(&link.pin.unwrap());
                assert_eq!((read.as_str(), issues.len()), (name, 0));
                assert_eq!(scenario, preset.scenario());
            }
        }
    }

    #[test]
    fn a_name_can_hold_anything_but_what_separates() {
        let (name, scenario, issues) = decode(&encode(" a*b & c=d \n", &Scenario::default()));
        assert_eq!((name.as_str(), issues), ("a×b & c=d", vec![]));
        assert_eq!(scenario, Scenario::default());
        assert_eq!(tidy(&"長".repeat(90)).chars().count(), LONGEST_NAME);
    }

    #[test]
    fn what_cannot_be_read_is_reported_and_the_rest_applies() {
        let pin = "x*macro.fx*lots*no.such*1*reshoring.share*50*labour.wage_growth";
        let (_, scenario, issues) = decode(pin);
        let said: Vec<_> = issues.iter().map(|issue| issue.message(Lang::En)).collect();
        assert!(
            said[0].starts_with("Exchange rate: “lots” is not accepted"),
            "{said:?}"
        );
        assert!(said[1].starts_with("“no.such” is not an input"));
        assert!(said[2].starts_with("pin=labour.wage_growth is unknown; accepted: name*input"));
        assert_eq!(scenario.changed().count(), 1);
    }

    #[test]
    fn nothing_of_it_is_lost_without_a_word() {
        let long = format!("{}*macro.fx*110", "長".repeat(61));
        for (pin, said) in [
            (
                "A*reshoring.share*50*reshoring.share*60",
                "“reshoring.share” appears more than once; the last one that can be read applies",
            ),
            ("", "pin= is unknown; accepted: name*input"),
            (&long, "accepted are up to 60 characters"),
        ] {
            let (_, _, issues) = decode(pin);
            let messages: Vec<_> = issues.iter().map(|it| it.message(Lang::En)).collect();
            assert_eq!(messages.len(), 1, "{messages:?}");
            assert!(messages[0].contains(said), "{messages:?}");
            assert!(!issues[0].message(Lang::Ja).is_ascii());
        }
        assert_eq!(decode("A*macro.fx*110").2, []);
    }
}
