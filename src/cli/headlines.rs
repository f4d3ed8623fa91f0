//! The results at the heads of the chapters in the base case, in words: what the page shows where it cannot run.

use serde_json::{Value, json};

use crate::chapters::ChapterId;
use crate::i18n::number::{Currency, Reader};
use crate::model;
use crate::output::Place;
use crate::scenario::{ParamId, Scenario};
use crate::text::Lang;
use crate::view::exchange_rate;
use crate::whatif::headlines;

/// A list of chapters for each language, each with its title and the names and values of its results, as JSON.
pub fn headlines() -> String {
    let scenario = Scenario::default();
    let lists = Lang::ALL.map(|lang| (lang.code().to_owned(), chapters(&scenario, lang)));
    format!("{:#}\n", Value::Object(lists.into_iter().collect()))
}

fn chapters(scenario: &Scenario, lang: Lang) -> Value {
    let results = model::run(scenario);
    let rate = exchange_rate().map_or(1.0, |rate: ParamId| scenario.get(rate));
    let reader = Reader {
        lang,
        currency: Currency::default(),
        jpy_per_usd: rate,
    };
    let rows = |chapter: ChapterId| -> Vec<Value> {
        let all = headlines::all().into_iter();
        let own = all.filter(|choice| choice.chapter == chapter);
        let row = |choice: headlines::Choice| {
            let cell = choice.cell;
            let named = match cell.place == cell.output().home() {
                true => cell.at(Place::Whole, cell.year),
                false => cell,
            };
            let value = cell.output().written(cell.read(&results), &reader);
            json!([named.name(lang), value])
        };
        own.map(row).collect()
    };
    let told = ChapterId::ALL.map(|chapter| json!([chapter.title().get(lang), rows(chapter)]));
    let with_rows = |it: &Value| it[1].as_array().is_some_and(|rows| !rows.is_empty());
    told.into_iter().filter(with_rows).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_tell_the_same_results() {
        let told: Value = serde_json::from_str(&headlines()).unwrap();
        let shape = |lang: &str| -> Vec<usize> {
            let chapters = told[lang].as_array().unwrap().iter();
            chapters.map(|it| it[1].as_array().unwrap().len()).collect()
        };
        assert_eq!(shape("en"), shape("ja"));
        assert!(shape("en").len() >= 5);
        assert_eq!(
            told["en"][0],
            json!(["Reshoring and autonomy", told["en"][0][1]])
        );
        assert_eq!(told["en"][0][1][0], json!(["New market, 2040", "$360 bn"]));
    }
}
