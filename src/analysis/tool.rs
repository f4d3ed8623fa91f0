//! The tools that analyse a result.

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// One input at a time, over its plausible range.
    Tornado,
    /// What each changed input adds to the change.
    Attribution,
    /// A table over two inputs.
    TwoWay,
    /// Monte Carlo.
    Uncertainty,
    /// The value of an input that reaches a target.
    Goal,
}

impl Tool {
    /// All, in the order of their tabs.
    pub const ALL: [Tool; 5] = [
        Tool::Tornado,
        Tool::Attribution,
        Tool::TwoWay,
        Tool::Uncertainty,
        Tool::Goal,
    ];

    /// Its name in links and element ids.
    pub const fn code(self) -> &'static str {
        match self {
            Tool::Tornado => "tornado",
            Tool::Attribution => "attribution",
            Tool::TwoWay => "two-way",
            Tool::Uncertainty => "uncertainty",
            Tool::Goal => "goal",
        }
    }

    /// The tool of a code.
    pub fn find(code: &str) -> Option<Tool> {
        Tool::ALL.into_iter().find(|tool| tool.code() == code)
    }
}
