//! What of a link or a message was not taken, in as many words as somebody reads.

use crate::link::quoted;
use crate::text::Lang;

/// Most parts of one link or message that are refused one by one; of the rest only the number is told.
pub const MOST_REFUSALS: usize = 40;

/// Something that was not taken: what it was about, what was said, what would be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The key of the link or message, such as `theme` or an input.
    pub about: String,
    /// What it said.
    pub value: String,
    /// What it may say; empty where an earlier refusal about the same has the list.
    pub accepted: Vec<String>,
    /// How many others this one stands for, which are not told one by one; none but in the last.
    pub more: usize,
}

impl Refusal {
    /// A value that is none of a few.
    pub fn new(
        about: &str,
        value: &str,
        accepted: impl IntoIterator<Item = &'static str>,
    ) -> Refusal {
        Refusal {
            about: about.to_owned(),
            value: quoted(value),
            accepted: accepted.into_iter().map(str::to_owned).collect(),
            more: 0,
        }
    }

    /// The sentence: what was said, and what is accepted.
    pub fn message(&self, lang: Lang) -> String {
        let Refusal {
            about,
            value,
            accepted,
            more,
        } = self;
        let accepted = accepted.join(", ");
        match (lang, *more > 0, accepted.is_empty()) {
            (Lang::En, true, _) => format!("{about}: {more} more are not accepted"),
            (Lang::Ja, true, _) => format!("{about}：ほかに{more}件が無効"),
            (Lang::En, _, true) => {
                format!("{about}: “{value}” is not accepted; what is accepted is listed above")
            }
            (Lang::Ja, _, true) => {
                format!("{about}：「{value}」は無効。有効な値は上記のとおり")
            }
            (Lang::En, ..) => {
                format!("{about}: “{value}” is not accepted; accepted: {accepted}")
            }
            (Lang::Ja, ..) => format!("{about}：「{value}」は無効。有効な値は {accepted}"),
        }
    }
}

/// The refusals of one link or message: at most [`MOST_REFUSALS`] and a last one that counts the rest, each list of
/// what is accepted once.
#[derive(Default)]
pub struct Refusals {
    told: Vec<Refusal>,
    more: usize,
}

impl Refusals {
    /// One more; it is not even made where nobody would read it.
    pub fn add(&mut self, make: &dyn Fn() -> Refusal) {
        if self.told.len() >= MOST_REFUSALS {
            self.more += 1;
            return;
        }
        let mut refusal = make();
        let listed = self
            .told
            .iter()
            .any(|it| it.about == refusal.about && it.accepted == refusal.accepted);
        if listed && refusal.accepted.len() > 1 {
            refusal.accepted.clear();
        }
        self.told.push(refusal);
    }

    /// What is to be told.
    pub fn done(mut self) -> Vec<Refusal> {
        if self.more > 0
            && let Some(last) = self.told.last()
        {
            self.told.push(Refusal {
                about: last.about.clone(),
                value: String::new(),
                accepted: Vec::new(),
                more: self.more,
            });
        }
        self.told
    }
}
