//! Text typed into the fields of inputs.

use proptest::prelude::*;

use super::strange::nasty;
use super::{LONGEST_MESSAGE, budget};
use crate::formula::param_typed;
use crate::i18n::number;
use crate::link::not_accepted;
use crate::scenario::ParamId;
use crate::text::Lang;

proptest! {
    #![proptest_config(budget())]

    #[test]
    fn any_typed_text_is_a_number_or_none(text in nasty()) {
        if let Some(number) = number::parse(&text) {
            // Read again by somebody else: without what may stand around it, and the separators of what is printed so.
            let plain: String = text.trim().chars().map(|c| char::from_u32((c as u32).wrapping_sub(0xFEE0)).filter(char::is_ascii).unwrap_or(c)).collect();
            let digits: String = plain.replace(['−', '–', 'ー'], "-").replace('。', ".").replace(['$', '¥', '+', '%', ' ', ','], "");
            prop_assert_eq!(Ok(number), digits.trim().parse::<f64>(), "{}", text);
            let groups = digits_of(&plain).split(',').skip(1).map(str::len);
            prop_assert!(groups.into_iter().all(|length| length == 3), "{}", text);
        }
        for param in [ParamId::all().next().unwrap(), ParamId::find("reshoring.share").unwrap()] {
            for lang in Lang::ALL {
                prop_assert!(not_accepted(param, &text, (1.0, "%"), lang).len() < LONGEST_MESSAGE);
            }
        }
    }

    #[test]
    fn every_value_reads_back_as_its_field_shows_it(index in any::<proptest::sample::Index>(), share in 0.0..=1.0) {
        let param = ParamId::all().nth(index.index(ParamId::all().count())).unwrap();
        let row = param.row();
        let value = row.snap(row.min + (row.max - row.min) * share);
        let shown = param_typed(param, value, Lang::En);
        prop_assert_eq!(number::parse(&shown).map(|read| row.snap(read)), Some(value), "{}", shown);
        prop_assert!(row.accepts(row.snap(value)));
    }
}

/// From the first digit to the last.
fn digits_of(text: &str) -> &str {
    let digit = |c: char| c.is_ascii_digit();
    match (text.find(digit), text.rfind(digit)) {
        (Some(first), Some(last)) => text[first..=last].split('.').next().unwrap_or_default(),
        _ => "",
    }
}
