//! JSON texts as values that keep how they were written and what stands in them twice.
//!
//! serde_json (MIT or Apache-2.0) reads them on the command line and in the page, where it comes with the part that
//! opens files: the browser's own reader keeps the last of equal keys in silence, and makes nothing of `1e400`.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Levels of a text that are looked into: a file of scenarios has four.
const DEEPEST: usize = 6;

/// A value of a JSON text.
#[derive(Clone, Debug, PartialEq)]
pub struct Json {
    /// As it is written, for messages.
    pub written: String,
    /// What it is.
    pub what: What,
}

/// What a value of a JSON text is.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A number; infinite where it is too large for an `f64`.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object, in the order of the text, equal keys included.
    Object(Vec<(String, Json)>),
    /// True, false or null, and whatever lies too deep.
    Other,
}

impl Json {
    /// Reads a text.
    ///
    /// # Errors
    ///
    /// What is wrong with a text that is not JSON, and where.
    pub fn read(text: &str) -> Result<Json, String> {
        // Some editors put a byte-order mark in front, which JSON does not know.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let value: &RawValue = serde_json::from_str(text).map_err(|error| error.to_string())?;
        of(value, 0).map_err(|error| error.to_string())
    }

    /// The first entry of an object with this key.
    pub fn get(&self, key: &str) -> Option<&Json> {
        match &self.what {
            What::Object(entries) => entries.iter().find(|entry| entry.0 == key).map(|it| &it.1),
            _ => None,
        }
    }

    /// How often an object has this key.
    pub fn times(&self, key: &str) -> usize {
        match &self.what {
            What::Object(entries) => entries.iter().filter(|entry| entry.0 == key).count(),
            _ => 0,
        }
    }
}

fn of(value: &RawValue, depth: usize) -> Result<Json, serde_json::Error> {
    let written = value.get();
    let what = match written.as_bytes().first() {
        Some(b'"') => What::Text(serde_json::from_str(written)?),
        Some(b'-' | b'0'..=b'9') => What::Number(written.parse().unwrap_or(f64::NAN)),
        Some(b'[') if depth < DEEPEST => {
            let items: Vec<&RawValue> = serde_json::from_str(written)?;
            let items = items.into_iter().map(|item| of(item, depth + 1));
            What::List(items.collect::<Result<_, _>>()?)
        }
        Some(b'{') if depth < DEEPEST => {
            let Entries(entries) = serde_json::from_str(written)?;
            let entries = entries.into_iter();
            let entries = entries.map(|(key, value)| Ok((key, of(value, depth + 1)?)));
            What::Object(entries.collect::<Result<_, serde_json::Error>>()?)
        }
        _ => What::Other,
    };
    Ok(Json {
        written: written.to_owned(),
        what,
    })
}

/// The entries of an object in the order of the text; a map would keep the last of equal keys in silence.
struct Entries<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor)
    }
}

struct EntriesVisitor;

impl<'de> Visitor<'de> for EntriesVisitor {
    type Value = Entries<'de>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}
