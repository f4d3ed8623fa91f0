//! Arithmetic as the report writes it, for tests: what a reader would get with a calculator.

/// Reads a name at the head of a text: its value, and what follows it.
pub type Name<'a> = &'a dyn Fn(&str) -> Option<(f64, &str)>;

/// Computes + − × ÷ ^, brackets, `abs`, `floor`, `exp`, `min`, `max`, and `if(a < b, then, else)` or `if(a = b, …)`.
///
/// # Panics
///
/// On whatever is neither of these, a number, nor a name.
pub fn evaluate(text: &str, name: Name) -> f64 {
    let mut parser = Parser { rest: text, name };
    let value = parser.sum();
    assert_eq!(parser.rest.trim(), "", "left over in {text}");
    value
}

struct Parser<'a> {
    rest: &'a str,
    name: Name<'a>,
}

impl Parser<'_> {
    fn take(&mut self, sign: &str) -> bool {
        self.rest = self.rest.trim_start();
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn sum(&mut self) -> f64 {
        let mut value = self.product();
        loop {
            if self.take("+") {
                value += self.product();
            } else if self.take("−") {
                value -= self.product();
            } else {
                return value;
            }
        }
    }

    fn product(&mut self) -> f64 {
        let mut value = self.power();
        loop {
            if self.take("×") {
                value *= self.power();
            } else if self.take("÷") {
                value /= self.power();
            } else {
                return value;
            }
        }
    }

    fn power(&mut self) -> f64 {
        let base = self.single();
        if self.take("^") {
            base.powf(self.single())
        } else {
            base
        }
    }

    fn single(&mut self) -> f64 {
        if self.take("−") {
            return -self.single();
        }
        for (name, function) in ONE {
            if self.take(name) {
                return function(self.closing());
            }
        }
        for (name, function) in TWO {
            if self.take(name) {
                let first = self.sum();
                self.comma();
                return function(first, self.closing());
            }
        }
        if self.take("if(") {
            return self.choice();
        }
        if let Some((value, rest)) = (self.name)(self.rest) {
            self.rest = rest;
            return value;
        }
        self.number()
    }

    fn number(&mut self) -> f64 {
        let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | 'e' | '-');
        let end = self.rest.find(|c| !digits(c)).unwrap_or(self.rest.len());
        let (number, rest) = self.rest.split_at(end);
        self.rest = rest;
        number
            .parse()
            .unwrap_or_else(|_| panic!("no number before “{rest}”"))
    }

    fn comma(&mut self) {
        assert!(self.take(","), "no comma before “{}”", self.rest);
    }

    fn closing(&mut self) -> f64 {
        let value = self.sum();
        assert!(self.take(")"), "bracket not closed before “{}”", self.rest);
        value
    }

    fn choice(&mut self) -> f64 {
        let left = self.sum();
        let holds: fn(f64, f64) -> bool = if self.take("<") {
            |left, right| left < right
        } else {
            assert!(self.take("="), "no comparison before “{}”", self.rest);
            |left, right| left == right
        };
        let right = self.sum();
        self.comma();
        let then = self.sum();
        self.comma();
        let otherwise = self.closing();
        if holds(left, right) { then } else { otherwise }
    }
}

type One = fn(f64) -> f64;

const ONE: [(&str, One); 4] = [
    ("(", |value| value),
    ("abs(", f64::abs),
    ("floor(", f64::floor),
    ("exp(", f64::exp),
];

type Two = fn(f64, f64) -> f64;

const TWO: [(&str, Two); 2] = [("min(", f64::min), ("max(", f64::max)];
