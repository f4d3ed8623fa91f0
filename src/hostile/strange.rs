//! Strange values, and links that hold them.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::chapters::ChapterId;
use crate::scenario::ParamId;
use crate::view::FINDING;

/// What people and programs put where a number or a name belongs.
pub const NASTY: &[&str] = &[
    "",
    " ",
    "0",
    "-0",
    "1e308",
    "1e999",
    "-1e999",
    "NaN",
    "Infinity",
    "-Infinity",
    "undefined",
    "null",
    "true",
    "0x10",
    "１００",
    "−5",
    "1,000",
    "1.000,5",
    "..",
    "-",
    "+",
    "%",
    "%zz",
    "%00",
    "%ff%fe",
    "99999999999999999999",
    "0.1e-400",
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "javascript:alert(1)",
    "\"'`&lt;",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "\u{1f4a3}",
    "长",
    "*",
    "*macro.fx*1",
    "&a=b",
    "#",
    "?",
    "\n",
    "__proto__",
    "constructor",
    "toString",
    "../../..",
    "${x}",
    "{{x}}",
];

pub fn nasty() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => select(NASTY).prop_map(str::to_owned),
        2 => any::<String>(),
        2 => any::<f64>().prop_map(|number| number.to_string()),
        1 => (any::<char>(), 1_usize..4000).prop_map(|(c, times)| String::from(c).repeat(times)),
    ]
}

pub fn id() -> impl Strategy<Value = String> {
    let known: Vec<_> = ParamId::all().map(|param| param.row().id).collect();
    prop_oneof![4 => select(known).prop_map(str::to_owned), 1 => nasty()]
}

pub fn key() -> impl Strategy<Value = String> {
    let settings = [
        &[
            "lang", "currency", "usual", "year", "pin", "embed", "inputs", "ground", "model",
        ][..],
        &FINDING,
    ];
    prop_oneof![3 => id(), 2 => select(settings.concat()).prop_map(str::to_owned)]
}

pub fn value() -> impl Strategy<Value = String> {
    let settings = vec![
        "ja", "en", "jpy", "usd", "1", "2030", "market", "chapter", "dark", "004", "50", "1.5",
    ];
    prop_oneof![2 => select(settings).prop_map(str::to_owned), 3 => nasty()]
}

/// A fragment that looks like a link of the report, escaped or not.
pub fn fragment() -> impl Strategy<Value = String> {
    let slugs: Vec<_> = ChapterId::ALL.map(ChapterId::slug).to_vec();
    let chapter = prop_oneof![4 => select(slugs).prop_map(str::to_owned), 1 => nasty()];
    let pairs = vec((key(), value(), any::<bool>()), 0..12);
    (
        chapter,
        prop_oneof![
            select(vec!["", "market", "labour"]).prop_map(str::to_owned),
            nasty()
        ],
        pairs,
    )
        .prop_map(|(chapter, section, pairs)| {
            let written = pairs.into_iter().map(|(key, value, escape)| match escape {
                true => format!(
                    "{key}={}",
                    form_urlencoded::byte_serialize(value.as_bytes()).collect::<String>()
                ),
                false => format!("{key}={value}"),
            });
            format!(
                "#/{chapter}/{section}?{}",
                written.collect::<Vec<_>>().join("&")
            )
        })
}
