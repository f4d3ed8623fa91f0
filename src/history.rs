//! Undo and redo: the scenarios that stand at the entries of the browser's history.
//!
//! Undoing goes back in that history to the nearest entry with another scenario, so that buttons, shortcuts and the
//! browser's own back and forward never disagree.

use crate::scenario::Scenario;

/// The scenario at every entry of the history since the page was opened, as far as they are known.
#[derive(Clone, Debug, PartialEq)]
pub struct UndoHistory {
    /// Boxed: most of a long history are entries that are no longer known.
    entries: Vec<Option<Box<Scenario>>>,
    at: usize,
}

/// How far back the scenarios are known: browsers keep fifty entries.
const KNOWN: usize = 49;

impl UndoHistory {
    /// A page that is opened, or reloaded, at an entry of this number: those before it are not known.
    pub fn new(at: usize, scenario: Scenario) -> UndoHistory {
        let mut entries = vec![None; at];
        entries.push(Some(Box::new(scenario)));
        UndoHistory { entries, at }
    }

    /// The number of the present entry.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The scenario of the present entry: that of the last finished change.
    pub fn present(&self) -> Scenario {
        self.entries[self.at]
            .as_deref()
            .copied()
            .unwrap_or_default()
    }

    /// A new entry behind the present one; those that could be gone forward to are lost.
    pub fn push(&mut self, scenario: Scenario) {
        self.entries.truncate(self.at + 1);
        self.entries.push(Some(Box::new(scenario)));
        self.at += 1;
        if let Some(forgotten) = self.at.checked_sub(KNOWN + 1) {
            self.entries[forgotten] = None;
        }
    }

    /// The present entry has another scenario now.
    pub fn replace(&mut self, scenario: Scenario) {
        self.entries[self.at] = Some(Box::new(scenario));
    }

    /// The browser went to the entry of this number.
    pub fn arrive(&mut self, at: usize, scenario: Scenario) {
        if at >= self.entries.len() {
            self.entries.resize(at + 1, None);
        }
        self.at = at;
        self.replace(scenario);
    }

    /// Goes some entries ahead, or back where it is negative, where no browser does; the scenario there.
    pub fn go(&mut self, by: i32) -> Scenario {
        self.at = self.at.saturating_add_signed(by as isize);
        self.at = self.at.min(self.entries.len() - 1);
        self.present()
    }

    /// How many entries back the scenario was another; `None` when there is nothing to undo.
    pub fn undo(&self) -> Option<usize> {
        self.first_other((0..self.at).rev())
            .map(|entry| self.at - entry)
    }

    /// How many entries ahead the scenario is another; `None` when there is nothing to redo.
    pub fn redo(&self) -> Option<usize> {
        self.first_other(self.at + 1..self.entries.len())
            .map(|entry| entry - self.at)
    }

    /// The scenario before the last change.
    pub fn before(&self) -> Option<Scenario> {
        self.entries[self.at - self.undo()?].as_deref().copied()
    }

    /// The first of some entries whose scenario is another than the present one; what is not known ends the search.
    fn first_other(&self, mut entries: impl Iterator<Item = usize>) -> Option<usize> {
        let present = &self.entries[self.at];
        entries
            .find(|&entry| self.entries[entry] != *present)
            .filter(|&entry| self.entries[entry].is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::ParamId;
    use proptest::prelude::*;

    fn scenario(share: u8) -> Scenario {
        let mut scenario = Scenario::default();
        let param = ParamId::find("reshoring.share").unwrap();
        scenario.set(param, f64::from(share)).unwrap();
        scenario
    }

    /// What the browser does after `history.go(-steps)` or `go(steps)`.
    fn go(undo_history: &mut UndoHistory, to: usize) {
        let there = **undo_history.entries[to].as_ref().unwrap();
        undo_history.arrive(to, there);
    }

    #[test]
    fn entries_that_only_change_the_view_are_passed_over() {
        let mut undo_history = UndoHistory::new(0, scenario(100));
        undo_history.push(scenario(100));
        undo_history.push(scenario(50));
        undo_history.push(scenario(50));
        assert_eq!((undo_history.undo(), undo_history.redo()), (Some(2), None));
        assert_eq!(undo_history.before(), Some(scenario(100)));
        go(&mut undo_history, 1);
        assert_eq!((undo_history.undo(), undo_history.redo()), (None, Some(1)));
        undo_history.push(scenario(20));
        assert_eq!((undo_history.undo(), undo_history.redo()), (Some(1), None));
    }

    #[test]
    fn what_lies_before_a_reload_is_not_undone() {
        let mut undo_history = UndoHistory::new(3, scenario(50));
        assert_eq!(undo_history.undo(), None);
        undo_history.push(scenario(60));
        assert_eq!(undo_history.undo(), Some(1));
        undo_history.arrive(2, scenario(70));
        assert_eq!((undo_history.undo(), undo_history.redo()), (None, Some(1)));
        undo_history.arrive(9, scenario(70));
        assert_eq!((undo_history.at(), undo_history.undo()), (9, None));
    }

    #[test]
    fn a_long_history_is_known_as_far_back_as_browsers_go() {
        let mut undo_history = UndoHistory::new(0, scenario(100));
        for step in 0..10_000_u32 {
            undo_history.push(scenario((step % 100) as u8));
        }
        assert_eq!(undo_history.entries.iter().flatten().count(), KNOWN + 1);
        let mut undone = 0;
        while let Some(steps) = undo_history.undo() {
            let to = undo_history.at() - steps;
            go(&mut undo_history, to);
            undone += 1;
        }
        assert_eq!(undone, KNOWN);
    }

    #[test]
    fn an_embed_walks_its_entries_itself() {
        let mut undo_history = UndoHistory::new(0, scenario(100));
        undo_history.push(scenario(50));
        assert_eq!(undo_history.go(-1), scenario(100));
        assert_eq!((undo_history.undo(), undo_history.redo()), (None, Some(1)));
        assert_eq!(undo_history.go(1), scenario(50));
        assert_eq!(undo_history.go(9), scenario(50));
        assert_eq!(undo_history.go(-9), scenario(100));
    }

    proptest! {
        #[test]
        fn any_sequence_undone_is_the_base_case_and_redone_is_its_end(
            steps in prop::collection::vec((0_u8..=100, any::<bool>()), 0..40)
        ) {
            let mut undo_history = UndoHistory::new(0, Scenario::default());
            for (share, is_new) in steps {
                match is_new || undo_history.at() == 0 {
                    true => undo_history.push(scenario(share)),
                    false => undo_history.replace(scenario(share)),
                }
            }
            let end = undo_history.present();
            while let Some(steps) = undo_history.undo() {
                let to = undo_history.at() - steps;
                go(&mut undo_history, to);
            }
            prop_assert_eq!(undo_history.present(), Scenario::default());
            while let Some(steps) = undo_history.redo() {
                let to = undo_history.at() + steps;
                go(&mut undo_history, to);
            }
            prop_assert_eq!(undo_history.present(), end);
        }
    }
}
