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

/// A part of a formula that is drawn as one, and whether it stands in brackets.
struct Part {
    elements: Vec<El>,
    bracketed: bool,
}

/// The formula of a value as an equation. It may break before any operator that stands outside brackets.
pub fn equation(cell: Cell, reader: &Reader) -> El {
    let name = cell.output().label.get(reader.lang);
    let mut words = words(cell, reader);
    words.reverse();
    let mut parser = Parser { words };
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

/// Words in reverse order, so that the next one is the last.
struct Parser {
    words: Vec<Word>,
}

impl Parser {
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

    /// Factors; what is divided stands over what divides it.
    fn product_in_chunks(&mut self) -> Vec<Vec<El>> {
        let mut factors = vec![self.power()];
        loop {
            if self.take("×") {
                factors.push(self.power());
            } else if self.take("÷") {
                let below = self.power();
                let above = match factors.len() {
                    1 => bare(factors.remove(0)),
                    _ => joined(std::mem::take(&mut factors)),
                };
                let fraction = math("mfrac").child(mrow(above)).child(mrow(bare(below)));
                factors = vec![Part {
                    elements: vec![fraction],
                    bracketed: false,
                }];
            } else {
                break;
            }
        }
        let chunk = |(at, part): (usize, Part)| {
            let mut elements = part.elements;
            if at > 0 {
                elements.insert(0, mo("×"));
            }
            elements
        };
        factors.into_iter().enumerate().map(chunk).collect()
    }

    fn power(&mut self) -> Part {
        let base = self.single();
        if !self.take("^") {
            return base;
        }
        let exponent = self.single();
        let raised = math("msup")
            .child(mrow(base.elements))
            .child(mrow(bare(exponent)));
        Part {
            elements: vec![raised],
            bracketed: false,
        }
    }

    fn single(&mut self) -> Part {
        let plain = |elements| Part {
            elements,
            bracketed: false,
        };
        if self.take("−") {
            let mut elements = vec![mo("−")];
            elements.extend(self.single().elements);
            return plain(elements);
        }
        if self.take("if") {
            return plain(vec![self.cases()]);
        }
        if let Some(name) = self.one_of(&["min", "max", "exp"]) {
            let mut elements = vec![math("mi").text(name)];
            elements.extend(self.brackets());
            return plain(elements);
        }
        if matches!(self.words.last(), Some(Word::Sign(sign)) if sign == "(") {
            return Part {
                elements: self.brackets(),
                bracketed: true,
            };
        }
        match self.words.pop() {
            Some(Word::Name(name)) => plain(vec![mtext(&name)]),
            Some(Word::Number(number)) => plain(vec![math("mn").text(number)]),
            Some(Word::Sign(sign)) => plain(vec![mo(&sign)]),
            None => plain(Vec::new()),
        }
    }

    /// What stands in brackets, with them and the commas in it.
    fn brackets(&mut self) -> Vec<El> {
        self.take("(");
        let mut elements = vec![mo("(")];
        elements.extend(self.sum());
        while self.take(",") {
            elements.push(mo(","));
            elements.extend(self.sum());
        }
        self.take(")");
        elements.push(mo(")"));
        elements
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
    let mut elements = part.elements;
    if part.bracketed {
        elements.pop();
        elements.remove(0);
    }
    elements
}

fn joined(factors: Vec<Part>) -> Vec<El> {
    let mut joined = Vec::new();
    for part in factors {
        if !joined.is_empty() {
            joined.push(mo("×"));
        }
        joined.extend(part.elements);
    }
    joined
}
