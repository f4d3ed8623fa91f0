//! Clauses that the numbers choose, so that a sentence stays true wherever the inputs stand.
//!
//! `{when missing capture.margin@2040}nothing is left{or when capture.margin@2040 < 0}…{otherwise}…{end}`: the first
//! clause whose condition holds is said, the one behind `{otherwise}` where none does. Clauses may hold others.
//!
//! A condition is one or several tests, joined by ` and `, or alternatives of them, joined by ` or `:
//! `moved a.b c.d` (one of these inputs differs from the base case), `missing output@year` (there is no number),
//! `nil output@year` (none, or one that is written as zero), `some output@year` (the contrary), and comparisons by
//! `<`, `<=`, `>`, `>=`, `=` between inputs, results and numbers, which fail where there is no number.

use super::prose::{Span, output};
use crate::i18n::number::{self, Reader};
use crate::model::Results;
use crate::output::Cell;
use crate::scenario::{ParamId, Scenario};

/// Words that are said where a condition holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// When; the one without a condition is said where no other is.
    pub condition: Option<Condition>,
    /// What.
    pub spans: Vec<Span>,
}

/// Alternatives, each of tests that all have to hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition(Vec<Vec<Test>>);

#[derive(Clone, Debug, PartialEq)]
enum Test {
    Moved(Vec<ParamId>),
    Missing(Cell),
    Nil(Cell),
    Some(Cell),
    Compare(Value, Order, Value),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Value {
    Number(f64),
    Param(ParamId),
    Output(Cell),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Order {
    Less,
    AtMost,
    More,
    AtLeast,
    Equal,
}

impl Order {
    fn of(sign: &str) -> Option<Order> {
        Some(match sign {
            "<" => Order::Less,
            "<=" => Order::AtMost,
            ">" => Order::More,
            ">=" => Order::AtLeast,
            "=" => Order::Equal,
            _ => return None,
        })
    }
}

/// Inputs lie on steps, results come of sums: closer than this is equal.
const EQUAL: f64 = 1e-9;

/// What conditions look at.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The inputs.
    pub scenario: &'a Scenario,
    /// Their results.
    pub results: &'a Results,
    /// For whom numbers are written: what is written as zero is nil.
    pub reader: &'a Reader,
}

/// The place of the clause that is said; `None` where none is.
pub fn chosen(clauses: &[Clause], scene: Scene) -> Option<usize> {
    let said = |clause: &Clause| {
        let condition = clause.condition.as_ref();
        condition.is_none_or(|condition| condition.holds(scene))
    };
    clauses.iter().position(said)
}

/// All spans, those of every clause among them.
pub fn flat(spans: Vec<Span>) -> Vec<Span> {
    let clauses = |span| match span {
        Span::Choice(clauses) => clauses
            .iter()
            .flat_map(|clause| flat(clause.spans.clone()))
            .collect(),
        span => vec![span],
    };
    spans.into_iter().flat_map(clauses).collect()
}

impl Condition {
    /// Reads a condition, word by word: nothing in it has a space within; `None` where it names what there is not.
    pub fn read(text: &str) -> Option<Condition> {
        let (mut any, mut all) = (Vec::new(), Vec::new());
        let mut test: Vec<&str> = Vec::new();
        for word in text.split(' ') {
            if word == "and" || word == "or" {
                all.push(Test::read(&test)?);
                test.clear();
            } else {
                test.push(word);
            }
            if word == "or" {
                any.push(std::mem::take(&mut all));
            }
        }
        all.push(Test::read(&test)?);
        any.push(all);
        Some(Condition(any))
    }

    fn holds(&self, scene: Scene) -> bool {
        let mut any = self.0.iter();
        any.any(|tests| tests.iter().all(|test| test.holds(scene)))
    }
}

#[cfg(test)]
impl Condition {
    /// The results that it looks at.
    pub(crate) fn cells(&self) -> Vec<Cell> {
        let of = |value: &Value| match value {
            Value::Output(cell) => Some(*cell),
            _ => None,
        };
        let tests = self.0.iter().flatten();
        let cells = tests.flat_map(|test| match test {
            Test::Moved(_) => vec![],
            Test::Missing(cell) | Test::Nil(cell) | Test::Some(cell) => vec![*cell],
            Test::Compare(one, _, other) => [one, other].into_iter().filter_map(of).collect(),
        });
        cells.collect()
    }
}

/// The results that the conditions of all clauses look at.
#[cfg(test)]
pub(crate) fn looked_at(spans: &[Span]) -> Vec<Cell> {
    let clauses = spans.iter().filter_map(|span| match span {
        Span::Choice(clauses) => Some(clauses),
        _ => None,
    });
    let cells = clauses.flat_map(|it| it.iter()).flat_map(|clause| {
        let own = clause.condition.iter().flat_map(Condition::cells);
        own.chain(looked_at(&clause.spans)).collect::<Vec<_>>()
    });
    cells.collect()
}

impl Test {
    fn read(words: &[&str]) -> Option<Test> {
        match *words {
            ["moved", ref ids @ ..] => {
                let mut params = Vec::new();
                for id in ids {
                    params.push(ParamId::find(id)?);
                }
                Some(Test::Moved(params))
            }
            ["missing", name] => output(name).map(Test::Missing),
            ["nil", name] => output(name).map(Test::Nil),
            ["some", name] => output(name).map(Test::Some),
            [one, sign, other] => {
                let (one, other) = (Value::read(one)?, Value::read(other)?);
                Some(Test::Compare(one, Order::of(sign)?, other))
            }
            _ => None,
        }
    }

    fn holds(&self, scene: Scene) -> bool {
        let nil = |cell: Cell| {
            let value = cell.read(scene.results);
            value.is_none_or(|value| scene.reader.is_negligible(cell.output().unit, value))
        };
        match self {
            Test::Moved(params) => params
                .iter()
                .any(|&param| scene.scenario.get(param) != param.row().default),
            Test::Missing(cell) => cell.read(scene.results).is_none(),
            Test::Nil(cell) => nil(*cell),
            Test::Some(cell) => !nil(*cell),
            Test::Compare(one, order, other) => match (one.get(scene), other.get(scene)) {
                (Some(one), Some(other)) => order.holds(one - other),
                _ => false,
            },
        }
    }
}

impl Value {
    fn read(text: &str) -> Option<Value> {
        let named = || Some(Value::Param(ParamId::find(text)?));
        let value = number::parse(text).map(Value::Number).or_else(named);
        value.or_else(|| output(text).map(Value::Output))
    }

    fn get(self, scene: Scene) -> Option<f64> {
        match self {
            Value::Number(number) => Some(number),
            Value::Param(param) => Some(scene.scenario.get(param)),
            Value::Output(cell) => cell.read(scene.results),
        }
    }
}

impl Order {
    fn holds(self, difference: f64) -> bool {
        match self {
            Order::Less => difference < -EQUAL,
            Order::AtMost => difference <= EQUAL,
            Order::More => difference > EQUAL,
            Order::AtLeast => difference >= -EQUAL,
            Order::Equal => difference.abs() <= EQUAL,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::number::Currency;
    use crate::model;
    use crate::text::Lang;

    fn holds(condition: &str, settings: &[(&str, f64)]) -> bool {
        let mut scenario = Scenario::default();
        for &(id, value) in settings {
            scenario.set(ParamId::find(id).unwrap(), value).unwrap();
        }
        let results = model::run(&scenario);
        let reader = Reader {
            lang: Lang::En,
            currency: Currency::default(),
            jpy_per_usd: 150.0,
        };
        let scene = Scene {
            scenario: &scenario,
            results: &results,
            reader: &reader,
        };
        Condition::read(condition).unwrap().holds(scene)
    }

    #[test]
    fn a_condition_looks_at_inputs_and_results() {
        let none = [("reshoring.share", 0.0), ("autonomy.adoption_2040", 0.0)];
        assert!(holds("moved reshoring.share macro.fx", &none));
        assert!(!holds("moved macro.fx", &none));
        assert!(holds("nil tam.new_market@2040", &none));
        assert!(!holds("some tam.new_market@2040", &none));
        assert!(holds("some tam.new_market@2040", &[]));
        assert!(holds(
            "missing capture.margin@2040 or reshoring.share = 0",
            &none
        ));
        assert!(!holds(
            "missing capture.margin@2040 and reshoring.share = 0",
            &[]
        ));
        assert!(holds(
            "reshoring.share >= 100 and reshoring.share <= 100",
            &[]
        ));
        assert!(holds("reshoring.share < 100", &none));
        assert!(!holds("reshoring.share > 100", &[]));
        assert!(!holds(
            "capture.margin@2040 < 5",
            &[
                ("capture.domestic_share", 0.0),
                ("capture.overseas_share_2030", 0.0),
                ("capture.overseas_as_usual_share_2040", 0.0),
                ("capture.overseas_new_share_2040", 0.0),
            ]
        ));
        assert_eq!(Condition::read("no.such > 1"), None);
        assert_eq!(Condition::read("reshoring.share"), None);
    }
}
