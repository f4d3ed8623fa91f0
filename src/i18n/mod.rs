//! How numbers and the words around them are written in each language.

macro_rules! words {
    ($($name:ident = $en:literal, $ja:literal;)*) => {
        $(#[doc = concat!("“", $en, "”")] pub const $name: Text = Text::new($en, $ja);)*

        /// Every word, for the tests.
        #[cfg(test)]
        const ALL: &[Text] = &[$($name,)*];
    };
}

pub mod bench;
pub mod date;
pub mod fold;
pub mod number;
pub mod ui;
