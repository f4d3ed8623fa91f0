//! The sheet of inputs: values that can be changed, marked where they differ from the base case.

use super::numbers::needed;
use super::{Material, chapter, head, long, mark, text};
use crate::choice;
use crate::export::sheet::{Cell, Content, Limits, Look, Sheet, Shown, column};
use crate::export::words;
use crate::i18n::number;
use crate::scenario::ParamId;
use crate::text::Lang;
use crate::unit::Unit;

/// The column of values that can be changed.
const VALUE_AT: usize = 1;

/// The column that holds 1 where the value differs from the base case, 2 where it is not accepted.
pub const STATE_AT: usize = 3;

/// The column of the base case.
const BASE_AT: usize = 4;

/// The columns of the least and the greatest value that are accepted, but for one more where another is compared.
const ENDS_AT: [usize; 2] = [7, 8];

/// The column of values as formulas take them, but for one more where another scenario is compared.
const USED: usize = 9;

impl Material<'_> {
    /// The column of values as formulas take them.
    pub fn used(&self) -> String {
        column(USED + usize::from(self.compared.is_some()))
    }

    pub(super) fn inputs_sheet(&self) -> Sheet {
        use words::*;
        let mut names = vec![INPUT, VALUE, UNIT, STATE, BASE];
        let mut widths = vec![40, 12, 22, 14, 11];
        if self.compared.is_some() {
            names.push(PINNED_SHEET);
            widths.push(11);
        }
        names.extend([
            LOW, HIGH, LEAST, MOST, AS_USED, ORIGIN, SOURCE, NOTE, CHAPTER,
        ]);
        widths.extend([10, 10, 10, 10, 12, 11, 36, 56, 24, 30]);
        let mut head = head(self.reader.lang, &names);
        self.name_compared(&mut head);
        head.push(Cell::text("ID", Look::Head));
        let mut rows = vec![head];
        rows.extend(ParamId::all().map(|param| self.input(param)));
        let formula = format!("${}2>0", column(STATE_AT));
        Sheet {
            name: self.say(INPUTS_SHEET),
            marks: vec![mark(1, rows.len(), (0, BASE_AT), formula)],
            rows,
            widths,
            frozen: (1, 2),
            limits: ParamId::all().map(|param| self.limits(param)).collect(),
            filtered: true,
            pages: 2,
            ..Sheet::default()
        }
    }

    fn input(&self, param: ParamId) -> Vec<Cell> {
        let (row, value) = (param.row(), self.scenario.get(param));
        let shown = shown(param, value);
        let number = |value| Cell::number(Some(value), Look::Value(shown));
        let source = row.origin.source().map_or("", |source| self.say(source));
        let mut cells = vec![
            long(self.say(choice::label(param))),
            Cell::number(Some(value), Look::Input(shown)),
            long(self.accepted_unit(param)),
            self.state(param),
            number(row.default),
        ];
        let compared = self.compared.map(|(scenario, _)| scenario.get(param));
        cells.extend(compared.map(number));
        cells.extend([row.low, row.high, row.min, row.max].map(number));
        cells.extend([
            used(param, value),
            long(self.say(row.origin.label())),
            long(source),
            long(self.say(param.note())),
            long(self.say(chapter(Some(param.group())))),
            text(row.id),
        ]);
        cells
    }

    /// 1 where the value differs from the base case, 2 where it is no number or out of range, else 0.
    fn state(&self, param: ParamId) -> Cell {
        let line = param.index() + 2;
        let cell = |at: usize| format!("{}{line}", column(at));
        let [value, base] = [VALUE_AT, BASE_AT].map(cell);
        let [least, most] = ENDS_AT.map(|at| cell(at + usize::from(self.compared.is_some())));
        let accepted = format!("AND(ISNUMBER({value}),AND({least}<={value},{value}<={most}))");
        let changed = self.scenario.get(param) != param.row().default;
        Cell {
            content: Content::Formula(
                format!("IF({accepted},IF({value}={base},0,1),2)"),
                Some(f64::from(u8::from(changed))),
            ),
            look: Look::Value(Shown::State(
                self.say(words::IS_CHANGED),
                self.say(words::IS_REFUSED),
            )),
        }
    }

    /// The unit, or what 0 and 1 mean.
    fn accepted_unit(&self, param: ParamId) -> String {
        match choice::choice(param) {
            Some(choice) => {
                let [off, on] = choice.sides.map(|side| self.say(side));
                match self.reader.lang {
                    Lang::En => format!("0 = {off}, 1 = {on}"),
                    Lang::Ja => format!("0＝{off}、1＝{on}"),
                }
            }
            None => self.unit(param.row().unit),
        }
    }

    /// What the cell of an input accepts.
    fn limits(&self, param: ParamId) -> Limits {
        let row = param.row();
        let written = |value| number::trimmed(value, usize::from(digits(param)), row.unit);
        let [least, most, base] = [row.min, row.max, row.default].map(written);
        let unit = self.accepted_unit(param);
        let message = match (row.unit, self.reader.lang) {
            (Unit::Switch, Lang::En) => format!("Enter 0 or 1: {unit}. Base case: {base}."),
            (Unit::Switch, Lang::Ja) => format!("0か1を入力する（{unit}）。基準値は{base}。"),
            (_, Lang::En) => format!("Enter {least} to {most} ({unit}). Base case: {base}."),
            (_, Lang::Ja) => format!("{least}～{most}を入力する（単位：{unit}）。基準値は{base}。"),
        };
        Limits {
            row: param.index() as u32 + 1,
            column: VALUE_AT as u16,
            min: row.min,
            max: row.max,
            whole: row.unit == Unit::Switch,
            title: self.say(choice::label(param)).to_owned(),
            message,
        }
    }
}

/// As many digits as the row of an input has.
fn digits(param: ParamId) -> u8 {
    let row = param.row();
    let values = [row.default, row.low, row.high, row.min, row.max];
    needed(&values).max(row.decimals() as u8)
}

fn shown(param: ParamId, value: f64) -> Shown {
    match param.row().unit {
        Unit::Year => Shown::Year,
        _ => Shown::Digits(digits(param).max(needed(&[value]))),
    }
}

/// The value as formulas take it.
fn used(param: ParamId, value: f64) -> Cell {
    let (unit, line) = (param.row().unit, param.index() + 2);
    let value_of = format!("{}{line}", column(VALUE_AT));
    let formula = match unit {
        unit if unit.is_percentage() => format!("{value_of}/100"),
        unit if unit.is_whole() => format!("INT({value_of}+0.5)"),
        _ => value_of,
    };
    Cell {
        content: Content::Formula(formula, Some(unit.as_used(value))),
        look: Look::Plain,
    }
}
