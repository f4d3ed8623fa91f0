//! Inputs that are a choice between two things rather than a number: what the two are called.

use crate::scenario::ParamId;
use crate::text::Text;
use crate::unit::Unit;

/// The two sides of a switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is chosen, where the name of the row spells out the numbers.
    pub label: Option<Text>,
    /// What 0 and 1 mean.
    pub sides: [Text; 2],
}

/// The sides of a parameter; `None` for one that is a number.
pub fn choice(param: ParamId) -> Option<Choice> {
    let row = param.row();
    if row.unit != Unit::Switch {
        return None;
    }
    Some(match row.id {
        "sovereign.gpu_scenario" => Choice {
            label: Some(Text::new(
                "GPU progress in the yearly flow",
                "年次収支で用いるGPU性能",
            )),
            sides: [
                Text::new("frozen", "据え置き"),
                Text::new("linear", "線形進化"),
            ],
        },
        _ => Choice {
            label: None,
            sides: [
                Text::new("not counted", "算入しない"),
                Text::new("counted", "算入する"),
            ],
        },
    })
}

impl Choice {
    /// The words of a value.
    pub fn side(self, value: f64) -> Text {
        self.sides[usize::from(value >= 0.5)]
    }
}

/// What the reader sees as the name of an input.
pub fn label(param: ParamId) -> Text {
    choice(param)
        .and_then(|choice| choice.label)
        .unwrap_or(param.row().label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_switch_and_nothing_else_is_a_choice_between_two_different_things() {
        for param in ParamId::all() {
            let row = param.row();
            let choice = choice(param);
            assert_eq!(choice.is_some(), row.unit == Unit::Switch, "{}", row.id);
            let Some(choice) = choice else { continue };
            assert_eq!((row.min, row.max, row.step), (0.0, 1.0, 1.0), "{}", row.id);
            assert_ne!(choice.side(0.0), choice.side(1.0), "{}", row.id);
        }
    }
}
