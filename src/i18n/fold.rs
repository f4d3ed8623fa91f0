//! Text as it is compared when a reader searches.

/// Hiragana as katakana; everything else as it is. Width and case are the browser's to fold.
pub fn kana(text: &str) -> String {
    let katakana = |c: char| match c {
        'ぁ'..='ゖ' => char::from_u32(c as u32 + 0x60).unwrap_or(c),
        c => c,
    };
    text.chars().map(katakana).collect()
}

/// True when a folded text holds every word of a folded query.
pub fn holds(text: &str, query: &str) -> bool {
    query.split_whitespace().all(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kana_are_the_same_and_every_word_must_be_there() {
        assert_eq!(kana("すり合わせとAI、ゔ"), "スリ合ワセトAI、ヴ");
        let text = kana("半導体のすり合わせ");
        assert!(holds(&text, &kana("スリ　半導体")));
        assert!(holds(&text, ""));
        assert!(!holds(&text, "半導体 gpu"));
    }
}
