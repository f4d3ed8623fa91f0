//! Computes the formulas of a workbook: as much of the language of spreadsheets as they use.

use std::collections::HashMap;

use crate::export::sheet::{Content, Workbook};

/// What a cell, or a part of a formula, gives.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    Number(f64),
    Text(String),
    Empty,
    Error,
}

type Place = (usize, usize, usize);

/// A workbook whose cells can be changed.
pub struct Calculator<'a> {
    book: &'a Workbook,
    names: HashMap<&'a str, Place>,
    set: HashMap<Place, f64>,
    known: HashMap<Place, Value>,
}

impl<'a> Calculator<'a> {
    pub fn new(book: &'a Workbook) -> Self {
        let place = |text: &str| {
            let (sheet, cell) = text.split_once('!').unwrap();
            let (row, column) = address(cell);
            (number_of(book, sheet.trim_matches('\'')), row, column)
        };
        let names = book
            .names
            .iter()
            .map(|(name, at)| (name.as_str(), place(at)));
        Calculator {
            book,
            names: names.collect(),
            set: HashMap::new(),
            known: HashMap::new(),
        }
    }

    pub fn set(&mut self, sheet: &str, row: usize, column: usize, value: f64) {
        self.set
            .insert((number_of(self.book, sheet), row, column), value);
    }

    /// The number that a cell shows; `None` for anything else.
    pub fn value(&mut self, sheet: &str, row: usize, column: usize) -> Option<f64> {
        match self.cell((number_of(self.book, sheet), row, column)) {
            Value::Number(number) => Some(number),
            Value::Error => panic!("error in row {row}, column {column} of {sheet}"),
            _ => None,
        }
    }

    fn cell(&mut self, place: Place) -> Value {
        if let Some(value) = self.set.get(&place) {
            return Value::Number(*value);
        }
        if let Some(value) = self.known.get(&place) {
            return value.clone();
        }
        let (sheet, row, column) = place;
        let cell = self.book.sheets[sheet]
            .rows
            .get(row)
            .and_then(|row| row.get(column));
        let value = match cell.map(|cell| &cell.content) {
            None | Some(Content::Empty) => Value::Empty,
            Some(Content::Text(text) | Content::Link(text)) => Value::Text(text.clone()),
            Some(Content::Number(number)) => Value::Number(*number),
            Some(Content::Formula(formula, _)) => {
                let mut parser = Parser {
                    rest: formula,
                    sheet,
                    calculator: self,
                };
                let value = parser.comparison();
                assert_eq!(parser.rest, "", "left over in {formula}");
                value
            }
        };
        self.known.insert(place, value.clone());
        value
    }
}

fn number_of(book: &Workbook, name: &str) -> usize {
    book.sheets
        .iter()
        .position(|sheet| sheet.name == name)
        .expect(name)
}

/// Row and column of `$G$5`.
fn address(text: &str) -> (usize, usize) {
    let text = text.replace('$', "");
    let digits = text.find(|c: char| c.is_ascii_digit()).unwrap();
    let (letters, row) = text.split_at(digits);
    let column = letters
        .bytes()
        .fold(0, |sum, c| sum * 26 + usize::from(c - b'A') + 1);
    (row.parse::<usize>().unwrap() - 1, column - 1)
}

struct Parser<'a, 'b, 'c> {
    rest: &'a str,
    sheet: usize,
    calculator: &'b mut Calculator<'c>,
}

/// Two numbers; nothing counts as 0, text and errors give an error.
fn both(one: Value, other: Value, compute: impl Fn(f64, f64) -> f64) -> Value {
    match (number(&one), number(&other)) {
        (Some(one), Some(other)) => match compute(one, other) {
            value if value.is_finite() => Value::Number(value),
            _ => Value::Error,
        },
        _ => Value::Error,
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(*number),
        Value::Empty => Some(0.0),
        _ => None,
    }
}

/// Whether a number meets a criterion such as `>=2026`.
fn meets(number: f64, criterion: &str) -> bool {
    let (sign, limit) = criterion.split_at(2);
    let limit: f64 = limit.parse().unwrap();
    match sign {
        ">=" => number >= limit,
        "<=" => number <= limit,
        _ => panic!("criterion {criterion}"),
    }
}

impl Parser<'_, '_, '_> {
    fn take(&mut self, sign: &str) -> bool {
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn comparison(&mut self) -> Value {
        let left = self.sum();
        for sign in ["=", "<=", "<"] {
            if self.take(sign) {
                let right = self.sum();
                return both(left, right, |left, right| {
                    f64::from(u8::from(match sign {
                        "=" => left == right,
                        "<" => left < right,
                        _ => left <= right,
                    }))
                });
            }
        }
        left
    }

    fn sum(&mut self) -> Value {
        let mut value = self.product();
        loop {
            if self.take("+") {
                value = both(value, self.product(), |a, b| a + b);
            } else if self.take("-") {
                value = both(value, self.product(), |a, b| a - b);
            } else {
                return value;
            }
        }
    }

    fn product(&mut self) -> Value {
        let mut value = self.power();
        loop {
            if self.take("*") {
                value = both(value, self.power(), |a, b| a * b);
            } else if self.take("/") {
                value = both(value, self.power(), |a, b| a / b);
            } else {
                return value;
            }
        }
    }

    fn power(&mut self) -> Value {
        let mut base = self.single();
        while self.take("^") {
            base = both(base, self.single(), f64::powf);
        }
        base
    }

    fn single(&mut self) -> Value {
        if self.take("-") {
            return both(Value::Empty, self.single(), |_, value| -value);
        }
        if self.take("(") {
            let value = self.comparison();
            assert!(self.take(")"));
            return value;
        }
        if self.take("\"") {
            let (text, rest) = self.rest.split_once('"').unwrap();
            self.rest = rest;
            return Value::Text(text.to_owned());
        }
        if self.rest.starts_with(|c: char| c.is_ascii_digit()) {
            let end = self.rest.find(|c: char| !c.is_ascii_digit() && c != '.');
            let (digits, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
            self.rest = rest;
            return Value::Number(digits.parse().unwrap());
        }
        self.named()
    }

    /// A function, a cell of this or another sheet, or a name.
    fn named(&mut self) -> Value {
        if let Some(rest) = self.rest.strip_prefix('\'') {
            let (sheet, rest) = rest.split_once("'!").unwrap();
            self.rest = rest;
            let (row, column) = address(self.word());
            return self
                .calculator
                .cell((number_of(self.calculator.book, sheet), row, column));
        }
        let word = self.word();
        if self.take("(") {
            return self.function(word);
        }
        if let Some(place) = self.calculator.names.get(word).copied() {
            return self.calculator.cell(place);
        }
        let (row, column) = address(word);
        self.calculator.cell((self.sheet, row, column))
    }

    fn word(&mut self) -> &'static str {
        let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$');
        let end = self.rest.find(|c| !part(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        assert!(!word.is_empty(), "nothing before “{rest}”");
        word.to_owned().leak()
    }

    fn function(&mut self, name: &str) -> Value {
        match name {
            "SUM" => {
                let values = self.span();
                assert!(self.take(")"));
                values
                    .into_iter()
                    .fold(Value::Number(0.0), |sum, value| match value {
                        Value::Text(_) => sum,
                        value => both(sum, value, |a, b| a + b),
                    })
            }
            "INDEX" => {
                let values = self.span();
                assert!(self.take(",1,"));
                let at = number(&self.sum()).unwrap();
                assert!(self.take(")"));
                values[at as usize - 1].clone()
            }
            "COUNTIF" => {
                let values = self.span();
                assert!(self.take(","));
                let Value::Text(criterion) = self.single() else {
                    panic!("no criterion before “{}”", self.rest);
                };
                assert!(self.take(")"));
                let met = values.iter().filter_map(number);
                Value::Number(met.filter(|it| meets(*it, &criterion)).count() as f64)
            }
            "SUMIFS" => self.sum_ifs(),
            "IF" => self.choice(),
            _ => {
                let mut given = vec![self.comparison()];
                while self.take(",") {
                    given.push(self.comparison());
                }
                assert!(self.take(")"), "{name} not closed before “{}”", self.rest);
                match (name, &given[..]) {
                    ("MIN", [a, b]) => both(a.clone(), b.clone(), f64::min),
                    ("MAX", [a, b]) => both(a.clone(), b.clone(), f64::max),
                    ("EXP", [a]) => both(a.clone(), Value::Empty, |a, _| a.exp()),
                    ("ABS", [a]) => both(a.clone(), Value::Empty, |a, _| a.abs()),
                    ("ISNUMBER", [a]) => {
                        Value::Number(f64::from(u8::from(matches!(a, Value::Number(_)))))
                    }
                    ("AND", [a, b]) => both(a.clone(), b.clone(), |a, b| a * b),
                    ("ROUND", [a, digits]) => both(a.clone(), digits.clone(), |a, digits| {
                        (a * 10_f64.powf(digits)).round() / 10_f64.powf(digits)
                    }),
                    ("INT", [a]) => both(a.clone(), Value::Empty, |a, _| a.floor()),
                    ("IFERROR", [Value::Error, b]) => b.clone(),
                    ("IFERROR", [a, _]) => a.clone(),
                    _ => panic!("{name} of {given:?}"),
                }
            }
        }
    }

    /// `IF(a,b,c)`, and the first year that meets a criterion:
    /// `IF(COUNTIF(values,">=0")=0,"",SUMPRODUCT(MIN(years+9999*(values<0))))`.
    fn choice(&mut self) -> Value {
        if self.take("COUNTIF(") {
            let values = self.span();
            assert!(self.take(","));
            let Value::Text(criterion) = self.single() else {
                panic!("no criterion before “{}”", self.rest);
            };
            assert!(self.take(")=0,\"\",SUMPRODUCT(MIN("));
            let years = self.span();
            let end = self.rest.find("))))").unwrap();
            let (opposite, rest) = self.rest.split_at(end);
            let limit = &criterion[2..];
            assert!(opposite.starts_with("+9999*(") && opposite.ends_with(&format!("<{limit}")));
            self.rest = &rest["))))".len()..];
            assert_eq!(self.rest, "");
            let holds = |value: &Value| number(value).is_some_and(|it| meets(it, &criterion));
            let found = values.iter().position(holds);
            return found.map_or(Value::Text(String::new()), |at| years[at].clone());
        }
        let condition = self.comparison();
        assert!(self.take(","));
        let then = self.comparison();
        assert!(self.take(","));
        let otherwise = self.comparison();
        assert!(self.take(")"));
        match number(&condition) {
            Some(0.0) => otherwise,
            Some(_) => then,
            None => Value::Error,
        }
    }

    fn sum_ifs(&mut self) -> Value {
        let values = self.span();
        let mut met = vec![true; values.len()];
        while self.take(",") {
            let years = self.span();
            assert!(self.take(","));
            let Value::Text(sign) = self.single() else {
                panic!("no criterion before “{}”", self.rest);
            };
            assert!(self.take("&"));
            let limit = number(&self.single()).unwrap();
            for (met, year) in met.iter_mut().zip(years) {
                *met &= number(&year).is_some_and(|year| meets(year, &format!("{sign}{limit}")));
            }
        }
        assert!(self.take(")"));
        let chosen = values.iter().zip(met).filter(|(_, met)| *met);
        Value::Number(chosen.filter_map(|(value, _)| number(value)).sum())
    }

    /// The cells of `A1:B1`, of this or another sheet, row by row.
    fn span(&mut self) -> Vec<Value> {
        let mut sheet = self.sheet;
        if let Some(rest) = self.rest.strip_prefix('\'') {
            let (name, rest) = rest.split_once("'!").unwrap();
            (sheet, self.rest) = (number_of(self.calculator.book, name), rest);
        }
        let (top, first) = address(self.word());
        assert!(self.take(":"));
        let (bottom, last) = address(self.word());
        let places = (top..=bottom).flat_map(|row| (first..=last).map(move |column| (row, column)));
        places
            .map(|(row, column)| self.calculator.cell((sheet, row, column)))
            .collect()
    }
}
