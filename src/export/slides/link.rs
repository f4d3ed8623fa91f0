//! What can be followed from a slide.

use crate::export::words;
use crate::i18n::number::Reader;
use crate::text::Lang;

/// The longest address that presentation programs take: with longer ones they ask to repair the file.
pub const LONGEST: usize = 2_000;

/// The addresses that show something, the later ones shorter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links {
    /// All of it; empty where there is none.
    pub whole: String,
    /// Without the scenario that is compared with.
    pub unpinned: String,
    /// In the base case.
    pub base: String,
}

impl Links {
    /// One address only.
    pub fn only(link: &str) -> Links {
        Links {
            whole: link.to_owned(),
            ..Links::default()
        }
    }

    /// The first address that is short enough, and the words that stand for it: they say what it leaves out. Empty
    /// where the report lies on the reader's machine.
    pub fn followed(&self, reader: &Reader) -> (&str, String) {
        let links = [
            (&self.whole, None),
            (&self.unpinned, Some(words::UNPINNED)),
            (&self.base, Some(words::UNCHANGED)),
        ];
        let fits = |link: &str| link.starts_with("http") && link.len() <= LONGEST;
        let first = links.into_iter().find(|(link, _)| fits(link));
        let Some((link, left_out)) = first else {
            return ("", String::new());
        };
        let words = match (left_out.map(|text| reader.text(text)), reader.lang) {
            (None, _) => NAME.to_owned(),
            (Some(text), Lang::En) => format!("{NAME} ({text})"),
            (Some(text), Lang::Ja) => format!("{NAME}（{text}）"),
        };
        (link, words)
    }
}

/// The words of a link.
const NAME: &str = "industry2040";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::number::Currency;

    const READER: Reader = Reader {
        lang: Lang::En,
        currency: Currency::Native,
        jpy_per_usd: 150.0,
    };

    #[test]
    fn a_link_that_is_too_long_gives_way_to_a_shorter_one_and_says_so() {
        let link = |letters: usize| format!("https://x/#/share?a={}", "1".repeat(letters));
        let links = |whole, unpinned| Links {
            whole: link(whole),
            unpinned: link(unpinned),
            base: link(1),
        };
        let short = links(100, 50);
        assert_eq!(short.followed(&READER), (&*link(100), NAME.to_owned()));
        let pinned = links(5000, 1500);
        let (followed, words) = pinned.followed(&READER);
        assert_eq!(followed, link(1500));
        assert!(
            words.contains("without the scenario compared with"),
            "{words}"
        );
        let long = links(5000, 4000);
        let (followed, words) = long.followed(&READER);
        assert_eq!(followed, link(1));
        assert!(words.contains("base case"), "{words}");
        assert_eq!(Links::only("industry.html#/share").followed(&READER).0, "");
    }
}
