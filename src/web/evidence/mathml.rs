//! Formulas as mathematics: fractions, powers and cases out of the templates of the outputs.

use crate::formula::{Piece, pieces};
use crate::i18n::number::Reader;
use crate::output::Cell;
use crate::web::el::{El, el, math};

/// A word of a formula.
#[derive(Clone, PartialEq)]
enum Word {
    /// A name of a thing.
    Name(String),
    /// Digits.
    Number(String),
    /// An operator, bracket, comma or name of a function.
    Sign(String),
}

/// A factor, in pieces between which a line may break, and whether it stands in brackets.
struct Part {
    chunks: Vec<Vec<El>>,
    bracketed: bool,
}

impl Part {
    fn plain(elements: Vec<El>) -> Part {
        Part {
            chunks: vec![elements],
            bracketed: false,
        }
    }

    fn whole(self) -> Vec<El> {
        self.chunks.into_iter().flatten().collect()
    }
}

/// The formula of a value as an equation. It may break before any operator that stands outside a fraction.
pub fn equation(cell: Cell, reader: &Reader) -> El {
    let name = cell.output().label.get(reader.lang);
    let mut words = words(cell, reader);
    words.reverse();
    let all = words.clone();
    let mut parser = Parser { words, all };
    let chunks = parser.sum_in_chunks();
    let block = || math("math").attr("displaystyle", "true");
    let left = block().child(mtext(name)).child(mo("="));
    let chunks = chunks
        .into_iter()
        .map(|elements| block().children(elements));
    el("p")
        .attr("class", "equation")
        .child(left)
        .children(chunks)
}

fn words(cell: Cell, reader: &Reader) -> Vec<Word> {
    let mut words = Vec::new();
    for piece in pieces(cell) {
        match piece {
            Piece::Term(term) => words.push(Word::Name(term.name_seen_from(cell, reader))),
            Piece::Text(text) => split(&text, &mut words),
        }
    }
    words
}

fn split(text: &str, words: &mut Vec<Word>) {
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let kind = |c: char| (c.is_ascii_digit() || c == '.', c.is_ascii_alphabetic());
        let length = match kind(first) {
            (false, false) => first.len_utf8(),
            wanted => rest.find(|c| kind(c) != wanted).unwrap_or(rest.len()),
        };
        let (word, behind) = rest.split_at(length);
        words.push(match kind(first).0 {
            true => Word::Number(word.to_owned()),
            false => Word::Sign(word.to_owned()),
        });
        rest = behind.trim_start();
    }
}

fn mtext(words: &str) -> El {
    math("mtext").text(words)
}

/// A sign; operators at the start of a line keep the room of those between things.
fn mo(sign: &str) -> El {
    let element = math("mo");
    match sign {
        "(" | ")" | "," | "{" => element,
        _ => element.attr("form", "infix"),
    }
    .text(sign)
}

fn mrow(elements: Vec<El>) -> El {
    math("mrow").children(elements)
}

/// What may stand over the line of a fraction, in widths of a Latin letter.
const LONGEST: usize = 36;

/// Words in reverse order, so that the next one is the last.
struct Parser {
    words: Vec<Word>,
    /// The same, with those that have been taken.
    all: Vec<Word>,
}

impl Parser {
    /// How much room the words need that were taken since there were `start`, the sign just taken among them.
    fn width_since(&self, start: usize) -> usize {
        let taken = self.all.get(self.words.len()..start).unwrap_or_default();
        let words = taken.iter().flat_map(|word| match word {
            Word::Name(word) | Word::Number(word) | Word::Sign(word) => word.chars(),
        });
        words.map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
    }

    fn take(&mut self, sign: &str) -> bool {
        let found = matches!(self.words.last(), Some(Word::Sign(next)) if next == sign);
        if found {
            self.words.pop();
        }
        found
    }

    fn one_of(&mut self, signs: &[&'static str]) -> Option<&'static str> {
        signs.iter().copied().find(|sign| self.take(sign))
    }

    /// Terms with their operators, one after the other.
    fn sum_in_chunks(&mut self) -> Vec<Vec<El>> {
        let mut chunks = self.product_in_chunks();
        while let Some(sign) = self.one_of(&["+", "−"]) {
            let mut next = self.product_in_chunks();
            if let Some(first) = next.first_mut() {
                first.insert(0, mo(sign));
            }
            chunks.extend(next);
        }
        chunks
    }

    fn sum(&mut self) -> Vec<El> {
        self.sum_in_chunks().into_iter().flatten().collect()
    }

    /// Factors. What is divided stands over what divides it where it fits on narrow screens, else before its sign.
    fn product_in_chunks(&mut self) -> Vec<Vec<El>> {
        let start = self.words.len();
        let mut factors = vec![("", self.power())];
        loop {
            if self.take("×") {
                factors.push(("×", self.power()));
            } else if self.take("÷") {
                let (above, divided) = (self.width_since(start), self.words.len());
                let below = self.power();
                if above.max(self.width_since(divided)) > LONGEST {
                    factors.push(("÷", below));
                    continue;
                }
                let above = match factors.len() {
                    1 => factors.pop().map_or_else(Vec::new, |(_, part)| bare(part)),
                    _ => joined(std::mem::take(&mut factors)),
                };
                let fraction = math("mfrac").child(mrow(above)).child(mrow(bare(below)));
                factors = vec![("", Part::plain(vec![fraction]))];
            } else {
                break;
            }
        }
        let mut chunks = Vec::new();
        for (sign, part) in factors {
            let mut part = part.chunks;
            if let (Some(first), false) = (part.first_mut(), sign.is_empty()) {
                first.insert(0, mo(sign));
            }
            chunks.extend(part);
        }
        chunks
    }

    fn power(&mut self) -> Part {
        let base = self.single();
        if !self.take("^") {
            return base;
        }
        let exponent = self.single();
        let raised = math("msup")
            .child(mrow(base.whole()))
            .child(mrow(bare(exponent)));
        Part::plain(vec![raised])
    }

    fn single(&mut self) -> Part {
        if self.take("−") {
            let mut elements = vec![mo("−")];
            elements.extend(self.single().whole());
            return Part::plain(elements);
        }
        if self.take("if") {
            return Part::plain(vec![self.cases()]);
        }
        if let Some(name) = self.one_of(&["min", "max", "exp"]) {
            self.take("(");
            return Part {
                chunks: self.enclosed(vec![math("mi").text(name)]),
                bracketed: false,
            };
        }
        if self.take("(") {
            return Part {
                chunks: self.enclosed(Vec::new()),
                bracketed: true,
            };
        }
        Part::plain(match self.words.pop() {
            Some(Word::Name(name)) => vec![mtext(&name)],
            Some(Word::Number(number)) => vec![math("mn").text(number)],
            Some(Word::Sign(sign)) => vec![mo(&sign)],
            None => Vec::new(),
        })
    }

    /// What stands in brackets, with them, what is before them and the commas in it.
    fn enclosed(&mut self, before: Vec<El>) -> Vec<Vec<El>> {
        let mut chunks = self.sum_in_chunks();
        while self.take(",") {
            if let Some(last) = chunks.last_mut() {
                last.push(mo(","));
            }
            chunks.extend(self.sum_in_chunks());
        }
        self.take(")");
        if let Some(first) = chunks.first_mut() {
            let opening = before.into_iter().chain([mo("(")]);
            first.splice(0..0, opening);
        }
        if let Some(last) = chunks.last_mut() {
            last.push(mo(")"));
        }
        chunks
    }

    /// `if(a = b, then, otherwise)` with its condition behind each case.
    fn cases(&mut self) -> El {
        self.take("(");
        let mut condition = self.sum();
        let sign = self.one_of(&["=", "<"]).unwrap_or("=");
        condition.push(mo(sign));
        condition.extend(self.sum());
        self.take(",");
        let then = self.sum();
        self.take(",");
        let otherwise = self.sum();
        self.take(")");
        let cell = |elements| math("mtd").children(elements);
        let rows = [
            math("mtr").child(cell(then)).child(cell(condition)),
            math("mtr").child(cell(otherwise)).child(cell(Vec::new())),
        ];
        math("mrow")
            .child(mo("{"))
            .child(math("mtable").children(rows))
    }
}

/// Without the brackets that a fraction or an exponent makes needless.
fn bare(part: Part) -> Vec<El> {
    let bracketed = part.bracketed;
    let mut elements = part.whole();
    if bracketed {
        elements.pop();
        elements.remove(0);
    }
    elements
}

fn joined(factors: Vec<(&'static str, Part)>) -> Vec<El> {
    let mut joined = Vec::new();
    for (sign, part) in factors {
        if !sign.is_empty() {
            joined.push(mo(sign));
        }
        joined.extend(part.whole());
    }
    joined
}
