//! What the link of an embed asks for.

use super::{Embed, Ground, Refusal, Refusals, Shows, find, grounds, results, shown};
use crate::chapters::Chapter;
use crate::i18n::number;
use crate::link::quoted;
use crate::scenario::ParamId;
use crate::text::Lang;
use crate::version::VERSION;
use crate::whatif::headlines;

/// Reads what a link asks for of a chapter. Never fails: what cannot be read is in [`Embed::refusals`].
pub fn read(chapter: &Chapter, asks: &str) -> Embed {
    let mut embed = Embed {
        shows: Shows::Nothing,
        inputs: Vec::new(),
        result: None,
        target: None,
        ground: Ground::Device,
        frozen: None,
        refusals: Vec::new(),
    };
    let mut refusals = Refusals::default();
    for (key, value) in super::asks(asks) {
        match key {
            "embed" => match find(chapter, value) {
                Some(shows) => embed.shows = shows,
                None => refusals.add(&|| Refusal::new(key, value, shown(chapter))),
            },
            "inputs" => read_inputs(chapter, value, &mut embed, &mut refusals),
            "result" => match headlines::position(value) {
                Some(_) => embed.result = Some(value.to_owned()),
                None => refusals.add(&|| Refusal {
                    about: key.to_owned(),
                    value: quoted(value),
                    accepted: results(),
                    more: 0,
                }),
            },
            "target" => match number::parse(value) {
                Some(target) => embed.target = Some(target),
                None => refusals.add(&|| Refusal::new(key, value, ["number, e.g. 0.17"])),
            },
            "ground" => match Ground::find(value) {
                Some(ground) => embed.ground = ground,
                None => refusals.add(&|| Refusal::new(key, value, grounds())),
            },
            "model" => embed.frozen = Some(quoted(value)),
            // `super::asks` gives no other.
            _ => {}
        }
    }
    // The inputs of a tool are what it shows, not what moves it.
    if embed.frozen.is_some() && !matches!(embed.shows, Shows::Tool(_)) {
        embed.inputs.clear();
    }
    embed.refusals = refusals.done();
    embed
}

fn read_inputs(chapter: &Chapter, value: &str, embed: &mut Embed, refusals: &mut Refusals) {
    for id in value.split(',').filter(|id| !id.is_empty()) {
        match ParamId::find(id) {
            Some(param) if embed.inputs.contains(&param) => {}
            Some(param) => embed.inputs.push(param),
            None => refusals.add(&|| {
                // Those at figures, for the whole list would fill the embed.
                let mut near: Vec<_> = Vec::new();
                for id in chapter.figures.iter().flat_map(|figure| figure.inputs) {
                    if !near.contains(id) {
                        near.push(id);
                    }
                }
                if near.is_empty() {
                    near.extend(ParamId::all().map(|param| param.row().id));
                }
                Refusal::new("inputs", id, near)
            }),
        }
    }
}

/// What the reader of a frozen embed must know; `None` while the models are those it was made with.
pub fn version_notice(frozen: Option<&str>, lang: Lang) -> Option<String> {
    let made = frozen.filter(|made| *made != VERSION)?;
    Some(match lang {
        Lang::En => format!(
            "This figure was fixed with version {made} of the models and is drawn with version {VERSION}; numbers may differ."
        ),
        Lang::Ja => format!(
            "この図はモデルのバージョン{made}で固定され、バージョン{VERSION}で描かれている。数値が異なる場合がある。"
        ),
    })
}
