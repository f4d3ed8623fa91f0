//! The results as JSON: `tam[year][region][quantity]`, `capture[year][quantity]` and so on.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::data;
use crate::model::sovereign::GpuScenario;
use crate::model::{Results, genai, platforms, tam};
use crate::region::Region;
use crate::series::Series;

/// Every output, as indented text that ends with a line feed.
pub fn json(results: &Results) -> String {
    let mut value = value(results);
    unsign(&mut value);
    format!("{value:#}\n")
}

/// Nothing is never less than nothing.
fn unsign(value: &mut Value) {
    match value {
        Value::Number(number) if number.as_f64() == Some(0.0) && number.is_f64() => {
            *value = json!(0.0)
        }
        Value::Array(values) => values.iter_mut().for_each(unsign),
        Value::Object(values) => values.values_mut().for_each(unsign),
        _ => {}
    }
}

/// Every output; keys are sorted.
pub fn value(results: &Results) -> Value {
    let Results {
        tam,
        sovereign,
        capture,
        genai,
        platforms,
    } = results;
    let region_years = tam::FIRST_YEAR..=tam::LAST_YEAR;
    json!({
        "tam": object(region_years.map(|year| (year, object(Region::ALL.map(|region| (region.code(), tam.at(region, year))))))),
        "capture": by_year(capture),
        "cost": object(GpuScenario::ALL.map(|scenario| (scenario.code(), sovereign.cost.of(scenario)))),
        "flow": by_year(&sovereign.flow),
        "summary": sovereign.summary,
        "deficit": by_year(&sovereign.deficit),
        "exposure": {
            "occ": object(data::occupations().iter().map(|row| row.id).zip(genai.occupations)),
            "ind": by_industry(&genai.industries),
        },
        "genai": object(genai.years.iter().map(|(year, freed)| (year, by_industry(freed)))),
        "platforms": self::platforms(platforms),
    })
}

fn platforms(results: &platforms::Results) -> Value {
    json!({
        "markets": by_year(&results.markets),
        "capex": by_year(&results.capex),
        "payback": results.payback,
        "labs": { "openai": lab(&results.openai), "anthropic": lab(&results.anthropic) },
    })
}

fn lab(lab: &platforms::Lab) -> Value {
    json!({
        "multiple_2026": lab.multiple_2026,
        "justified_year": lab.justified_year,
        "path": by_year(&lab.path),
    })
}

fn by_industry<T: Serialize>(values: &[T; genai::INDUSTRIES]) -> Value {
    object(data::employment().iter().map(|row| row.id).zip(values))
}

fn by_year<T: Serialize, const FIRST: u16, const LEN: usize>(
    series: &Series<T, FIRST, LEN>,
) -> Value {
    object(series.iter())
}

fn object<K: ToString, V: Serialize>(entries: impl IntoIterator<Item = (K, V)>) -> Value {
    entries
        .into_iter()
        .map(|(key, value)| (key.to_string(), json!(value)))
        .collect::<Map<_, _>>()
        .into()
}
