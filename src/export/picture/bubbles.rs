//! What the page tells of bubbles when they are pointed at, and a picture must tell in words.

use super::Material;
use crate::export::about::colon;
use crate::export::words;
use crate::figure::{Kind, Panel};
use crate::render::labels::WordKind;
use crate::text::Lang;

/// How much the largest area stands for, and where the bubbles lie whose names had no room.
pub fn told(material: &Material) -> Vec<String> {
    let Kind::Bubbles { x, y, size } = material.figure.kind else {
        return Vec::new();
    };
    let (reader, categories) = (material.reader, &material.figure.categories);
    let colon = colon(reader.lang);
    let mut lines = Vec::new();
    for panel in &material.figure.panels {
        if let Some((index, most)) = largest(panel) {
            lines.push(format!(
                "{}{colon}{} {}",
                reader.text(words::LARGEST),
                categories.name(index),
                reader.write(size, most)
            ));
        }
        let unnamed: Vec<_> = (0..categories.len())
            .filter(|index| !is_named(material, &categories.name(*index)))
            .filter_map(|index| {
                let [along, up] = [0, 1].map(|series| panel.series.get(series));
                let (along, up) = (along?.values[index]?, up?.values[index]?);
                let place = [reader.write(x, along), reader.write(y, up)];
                let name = categories.name(index);
                let place = place.join(reader.text(words::COMMA));
                Some(match reader.lang {
                    Lang::En => format!("{name} ({place})"),
                    Lang::Ja => format!("{name}（{place}）"),
                })
            })
            .collect();
        if !unnamed.is_empty() {
            let all = unnamed.join(reader.text(words::SEMICOLON));
            lines.push(format!("{}{colon}{all}", reader.text(words::UNNAMED)));
        }
    }
    lines
}

fn is_named(material: &Material, name: &str) -> bool {
    let mut words = material.words.iter();
    words.any(|word| word.kind == WordKind::Name && word.text == name)
}

/// The category of the largest bubble, and its size.
fn largest(panel: &Panel) -> Option<(usize, f64)> {
    let sizes = panel.series.get(2)?.values.iter().enumerate();
    sizes
        .filter_map(|(index, size)| Some((index, (*size)?)))
        .reduce(|one, other| if other.1 > one.1 { other } else { one })
}
