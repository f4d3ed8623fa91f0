//! Where lines of text end.

use crate::render::layout::text_width;

/// Words in lines of at most a width: broken at spaces, and between the characters of Japanese.
pub fn broken(text: &str, size: f64, width: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut length) = (String::new(), 0.0);
    for piece in pieces(text) {
        let piece_length = text_width(piece, size);
        if length + piece_length > width && !line.is_empty() {
            lines.push(line.trim_end().to_owned());
            (line, length) = (String::new(), 0.0);
        }
        if piece_length <= width {
            line.push_str(piece);
            length += piece_length;
            continue;
        }
        // No place to break it: a part of a link.
        for c in piece.chars() {
            let one = text_width(c.encode_utf8(&mut [0; 4]), size);
            if length + one > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                length = 0.0;
            }
            line.push(c);
            length += one;
        }
    }
    if !line.trim_end().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// The pieces between which a line may end.
fn pieces(text: &str) -> Vec<&str> {
    // Links break where their parts meet.
    let after = |c: char| c == ' ' || c == '&' || !c.is_ascii() && !is_opening(c);
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let end = at + c.len_utf8();
        let Some((_, next)) = characters.peek().copied() else {
            break;
        };
        let before = !next.is_ascii() && !is_closing(next);
        if !is_closing(next) && !is_opening(c) && next != ' ' && (after(c) || before && c != '(') {
            pieces.push(&text[start..end]);
            start = end;
        }
    }
    pieces.push(&text[start..]);
    pieces
}

fn is_opening(c: char) -> bool {
    "「『（［【“‘(".contains(c)
}

/// What no line may begin with.
fn is_closing(c: char) -> bool {
    "、。，．」』）］】”’)％%ー・：:,.～–".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_where_each_language_breaks_them() {
        let lines = broken("one two three", 10.0, 45.0);
        assert_eq!(lines, ["one two", "three"]);
        let lines = broken("日本の製造業、米国（の）企業", 10.0, 62.0);
        assert_eq!(lines, ["日本の製造", "業、米国", "（の）企業"]);
    }
}
