//! A scenario: one value for every parameter of the five models.

use std::fmt;

use crate::model::{capture, genai, platforms, shared, sovereign, tam};
use crate::table::Row;
use crate::text::Text;

/// The parameters of one model, or those that all models share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Exchange and discount rate.
    Shared,
    /// Reshoring and autonomous manufacturing.
    Tam,
    /// Japan's share and profit.
    Capture,
    /// Sovereign AI.
    Sovereign,
    /// Generative AI and work.
    Genai,
    /// AI platforms and investment.
    Platforms,
}

impl Group {
    /// Every group, in chapter order: also the order of the values in a scenario.
    pub const ALL: [Group; 6] = [
        Group::Shared,
        Group::Tam,
        Group::Capture,
        Group::Sovereign,
        Group::Genai,
        Group::Platforms,
    ];

    /// The name in tables, such as `tam`.
    pub const fn code(self) -> &'static str {
        match self {
            Group::Shared => "shared",
            Group::Tam => "tam",
            Group::Capture => "capture",
            Group::Sovereign => "sovereign",
            Group::Genai => "genai",
            Group::Platforms => "platforms",
        }
    }

    /// The parameter rows of the group.
    pub const fn rows(self) -> &'static [Row] {
        match self {
            Group::Shared => shared::ROWS,
            Group::Tam => tam::ROWS,
            Group::Capture => capture::ROWS,
            Group::Sovereign => sovereign::ROWS,
            Group::Genai => genai::ROWS,
            Group::Platforms => platforms::ROWS,
        }
    }

    /// What a reader should know before moving the parameters of the group.
    const fn notes(self) -> &'static [Text] {
        match self {
            Group::Shared => shared::NOTES,
            Group::Tam => tam::NOTES,
            Group::Capture => capture::NOTES,
            Group::Sovereign => sovereign::NOTES,
            Group::Genai => genai::NOTES,
            Group::Platforms => platforms::NOTES,
        }
    }

    /// Where the rows of the group start in the list of all.
    const fn start(self) -> usize {
        let mut total = 0;
        let mut index = 0;
        while index < self as usize {
            total += Group::ALL[index].rows().len();
            index += 1;
        }
        total
    }

    /// The parameters of the group.
    pub fn params(self) -> impl Iterator<Item = ParamId> {
        (self.start()..self.start() + self.rows().len()).map(|index| ParamId(index as u16))
    }
}

/// How many parameters there are.
pub const COUNT: usize = Group::Platforms.start() + Group::Platforms.rows().len();

/// Every row with its group, in chapter order: looked up for every value of every drawn scenario.
static ALL: [(Group, &Row); COUNT] = {
    let mut all = [(Group::Shared, &shared::ROWS[0]); COUNT];
    let mut group = 0;
    while group < Group::ALL.len() {
        let (rows, start) = (Group::ALL[group].rows(), Group::ALL[group].start());
        let mut index = 0;
        while index < rows.len() {
            all[start + index] = (Group::ALL[group], &rows[index]);
            index += 1;
        }
        group += 1;
    }
    all
};

/// One parameter among all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParamId(u16);

impl ParamId {
    /// Every parameter, in chapter order.
    pub fn all() -> impl Iterator<Item = ParamId> {
        (0..COUNT as u16).map(ParamId)
    }

    /// The parameter of this id or former id.
    pub fn find(id: &str) -> Option<ParamId> {
        ParamId::all().find(|param| {
            let row = param.row();
            row.id == id || row.aliases.contains(&id)
        })
    }

    /// Everything known about it.
    pub fn row(self) -> &'static Row {
        ALL[self.index()].1
    }

    /// What a reader should know before moving it; may be empty.
    pub fn note(self) -> Text {
        let group = self.group();
        group.notes()[self.index() - group.start()]
    }

    /// The model that declares it.
    pub fn group(self) -> Group {
        ALL[self.index()].0
    }

    /// Its place in the list of all.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Why a value was not taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OutOfRange {
    /// The parameter.
    pub param: ParamId,
    /// The value that was offered; may be NaN.
    pub value: f64,
}

impl fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row = self.param.row();
        write!(
            f,
            "{}: {} is outside the range; accepted are numbers from {} to {} ({})",
            row.id,
            self.value,
            row.min,
            row.max,
            row.unit.code()
        )
    }
}

/// One value for every parameter; [`Scenario::default`] is the base case.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scenario {
    values: [f64; COUNT],
}

impl Default for Scenario {
    fn default() -> Self {
        let mut values = [0.0; COUNT];
        for param in ParamId::all() {
            values[param.index()] = param.row().default;
        }
        Scenario { values }
    }
}

impl Scenario {
    /// The value of a parameter, in the unit of its row.
    pub fn get(&self, param: ParamId) -> f64 {
        self.values[param.index()]
    }

    /// Sets a parameter; the only way a scenario changes.
    ///
    /// # Errors
    ///
    /// [`OutOfRange`] when the value is not a number within the row's `min..max`; nothing changes then.
    pub fn set(&mut self, param: ParamId, value: f64) -> Result<(), OutOfRange> {
        if !param.row().accepts(value) {
            return Err(OutOfRange { param, value });
        }
        self.values[param.index()] = value;
        Ok(())
    }

    /// The parameters that differ from the base case.
    pub fn changed(&self) -> impl Iterator<Item = ParamId> + '_ {
        ParamId::all().filter(|&param| self.get(param) != param.row().default)
    }

    /// This scenario with a change; `None` when some value is out of range.
    pub fn with(&self, change: Change) -> Option<Scenario> {
        let mut other = *self;
        change
            .settings()
            .all(|(param, value)| other.set(param, value).is_ok())
            .then_some(other)
    }

    /// The values of one group, in the order of its rows.
    pub(crate) fn values(&self, group: Group) -> &[f64] {
        &self.values[group.start()..group.start() + group.rows().len()]
    }
}

/// How many inputs a [`Change`] can set.
const MOST: usize = 4;

/// A few inputs with other values, as prose and figures imagine them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change([Option<(ParamId, f64)>; MOST]);

impl Change {
    /// One input with another value.
    pub fn one(param: ParamId, value: f64) -> Change {
        let mut settings = [None; MOST];
        settings[0] = Some((param, value));
        Change(settings)
    }

    /// Several inputs; `None` when there are more than it can hold.
    pub fn of(given: impl IntoIterator<Item = (ParamId, f64)>) -> Option<Change> {
        let mut settings = [None; MOST];
        for (index, setting) in given.into_iter().enumerate() {
            *settings.get_mut(index)? = Some(setting);
        }
        Some(Change(settings))
    }

    /// The inputs and their values.
    pub fn settings(self) -> impl Iterator<Item = (ParamId, f64)> {
        self.0.into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_sets_what_it_names_and_nothing_out_of_range() {
        let attribution = ParamId::find("sovereign.attribution").unwrap();
        let scenario = Scenario::default();
        let other = scenario.with(Change::one(attribution, 20.0)).unwrap();
        assert_eq!(other.changed().collect::<Vec<_>>(), [attribution]);
        assert_eq!(scenario.with(Change::one(attribution, 120.0)), None);
        assert_eq!(Change::of([(attribution, 1.0); MOST + 1]), None);
    }
}
