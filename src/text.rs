//! Words in the languages of the report.

/// A language of the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// English, British spelling.
    #[default]
    En,
    /// Japanese, in the である style.
    Ja,
}

impl Lang {
    /// Every language, in the order of the switch.
    pub const ALL: [Lang; 2] = [Lang::Ja, Lang::En];

    /// The code used in links, storage and the `lang` attribute: `en` or `ja`.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ja => "ja",
        }
    }

    /// The language of a code such as `ja` or `en-GB`; `None` for one the report is not written in.
    pub fn from_code(code: &str) -> Option<Lang> {
        let primary = code.split(['-', '_']).next().unwrap_or(code);
        Lang::ALL
            .into_iter()
            .find(|lang| primary.eq_ignore_ascii_case(lang.code()))
    }
}

/// The same statement in every language; adding a language makes the compiler list every place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Japanese.
    pub ja: &'static str,
}

impl Text {
    /// No words: for an optional note that is left out.
    pub const EMPTY: Text = Text::new("", "");

    /// The statement in English and in Japanese.
    pub const fn new(en: &'static str, ja: &'static str) -> Text {
        Text { en, ja }
    }

    /// The words in `lang`.
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Ja => self.ja,
        }
    }

    /// True when nothing is said.
    pub const fn is_empty(self) -> bool {
        self.en.is_empty()
    }
}

/// Words of the report by name: `NAME = "English", "Japanese";`.
macro_rules! words {
    ($($name:ident = $en:literal, $ja:literal;)*) => {
        $(#[doc = concat!("“", $en, "”")] pub const $name: Text = Text::new($en, $ja);)*

        #[cfg(test)]
        mod tests {
            #[test]
            fn every_word_exists_in_both_languages() {
                for text in [$(super::$name,)*] {
                    assert!(!text.en.is_empty() && !text.ja.is_ascii(), "{text:?}");
                }
            }
        }
    };
}
pub(crate) use words;

/// Japanese words with more about them in brackets: one pair of brackets where the words already end with one.
pub fn in_brackets(words: &str, about: &str) -> String {
    match words.strip_suffix('）') {
        Some(open) => format!("{open}、{about}）"),
        None => format!("{words}（{about}）"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regional_code_names_its_language() {
        assert_eq!(Lang::from_code("en-GB"), Some(Lang::En));
        assert_eq!(Lang::from_code("JA"), Some(Lang::Ja));
        assert_eq!(Lang::from_code("fr"), None);
    }
}
