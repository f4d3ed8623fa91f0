//! Figures: what is shown and what it says, without pixels or colours.
//!
//! A chapter makes a figure from results; chart, table, readout, alternative text and source line are made from it.

use crate::output::{Cell, Place};
use crate::region::Region;
use crate::scenario::ParamId;
use crate::source::Document;
use crate::statistic::Statistic;
use crate::unit::Unit;

mod extent;
mod waterfall;

pub use extent::Stack;
pub use waterfall::Step;

/// A figure of the report in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The message, from the present numbers.
    pub title: String,
    /// Measure, unit is added by the renderer, place, years.
    pub subtitle: String,
    /// What lies along the category axis.
    pub categories: Categories,
    /// One panel, or small multiples with the same categories.
    pub panels: Vec<Panel>,
    /// How the series are drawn.
    pub kind: Kind,
    /// Unit of every value, but for panels that have one of their own.
    pub unit: Unit,
    /// Where the numbers come from.
    pub sources: Vec<Source>,
    /// What a reader must know to judge the figure; may be empty.
    pub note: String,
}

/// The form of a figure, chosen by the relation it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Change over time: lines, with bands between them.
    Lines {
        /// Whether every panel has the same value axis.
        shared_scale: bool,
    },
    /// Part of a whole over time: stacked columns from zero, positive parts upwards, negative ones downwards.
    StackedColumns,
    /// Magnitudes with long names: horizontal bars, each series drawn over the one before.
    NestedBars,
    /// How parts add up to a result: columns that float from the sum of those before them.
    /// Every category has a value in exactly one series; those of [`Shape::Total`] stand on zero.
    Waterfall,
    /// How two measures of things go together, and how large each thing is: a bubble for every category.
    /// The panel has three series: along the horizontal axis, along the vertical axis, and the size.
    Bubbles {
        /// Unit of the first series.
        x: Unit,
        /// Unit of the second series.
        y: Unit,
        /// Unit of the third series.
        size: Unit,
    },
    /// A result over two inputs as a table, coloured by size: a category for every value of the one across, a series
    /// for every value of the one down.
    Heat {
        /// The input across.
        across: ParamId,
        /// The input down.
        down: ParamId,
        /// Category and series of the present scenario.
        present: (usize, usize),
    },
}

/// What lies along the category axis.
#[derive(Clone, Debug, PartialEq)]
pub enum Categories {
    /// Calendar years.
    Years(Vec<u16>),
    /// Names, such as industries.
    Names(Vec<String>),
}

impl Categories {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Categories::Years(years) => years.len(),
            Categories::Names(names) => names.len(),
        }
    }

    /// True when nothing is shown.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The name of a category; empty past the end.
    pub fn name(&self, index: usize) -> String {
        match self {
            Categories::Years(years) => years.get(index).map(u16::to_string).unwrap_or_default(),
            Categories::Names(names) => names.get(index).cloned().unwrap_or_default(),
        }
    }
}

/// One plot of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Its name among small multiples; empty when it is the only one.
    pub name: String,
    /// What is drawn, from the bottom up.
    pub series: Vec<Series>,
    /// Values printed in a document, to be compared with the model, and points that the figure is about.
    pub marks: Vec<Mark>,
    /// Ranges printed in a document.
    pub ranges: Vec<Range>,
    /// The first category that is a projection of the statistic's publisher.
    pub projected_from: Option<usize>,
    /// Unit of its values, where it is not that of the figure; the panel then has a scale of its own.
    pub unit: Option<Unit>,
}

impl Panel {
    /// The marked values and ranges, each with its upper end where it has one.
    pub fn marked(&self) -> impl Iterator<Item = (&Mark, Option<f64>)> {
        let marks = self.marks.iter().map(|mark| (mark, None));
        let ranges = self.ranges.iter();
        marks.chain(ranges.map(|range| (&range.low, Some(range.high))))
    }

    /// Those of them that a document prints.
    pub fn printed(&self) -> impl Iterator<Item = (&Mark, Option<f64>)> {
        self.marked().filter(|(mark, _)| mark.computed.is_none())
    }
}

/// One line, column segment or band.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What the reader sees.
    pub name: String,
    /// What it is, and with it its colour everywhere in the report.
    pub tone: Tone,
    /// How it is drawn within the figure's kind.
    pub shape: Shape,
    /// One value per category; `None` where there is none.
    pub values: Vec<Option<f64>>,
    /// The same in the base case, when it differs.
    pub base: Option<Vec<Option<f64>>>,
    /// What the values are.
    pub meaning: Meaning,
}

/// How a series is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A line, a column segment or a bar, as the kind of the figure says.
    Plain,
    /// A line on which a band stands.
    Base,
    /// The area between the [`Shape::Base`] before it and the sum of the two.
    BandAbove,
    /// The lower end of a range: not drawn, but for the band that reaches up from it.
    Floor,
    /// The upper end of a range: the area between the [`Shape::Floor`] or [`Shape::Base`] before it and these values.
    BandTo,
    /// The same for the range that draws give the line of the same tone: fainter, and without a label at its end.
    RangeTo,
    /// Columns of a waterfall that stand on zero: what it starts from, sums in between, the result.
    Total,
}

/// What the values of a series are, so that each can be explained.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// An output in the years of the categories.
    ByYear {
        /// Id of the output.
        output: &'static str,
        /// Where.
        place: Place,
    },
    /// An output by industry of one region in one year.
    ByIndustry {
        /// Id of the output.
        output: &'static str,
        /// The region.
        region: Region,
        /// The year.
        year: u16,
    },
    /// One output for each category, where there is one.
    Cells(Vec<Option<Cell>>),
    /// An output if one input had another value and all others stayed as they are.
    WhatIf(Vec<(ParamId, f64, Cell)>),
    /// What each input does, one for each category.
    Params(Vec<ParamId>),
    /// Persons employed in manufacturing, by country code.
    Employment(&'static str),
    /// Numbers of a dataset, by its id.
    Dataset(&'static str),
    /// One statistic for each category, where there is one.
    Statistics(Vec<Option<Statistic>>),
    /// One printed figure for each category, by its id in the register.
    Published(Vec<Option<&'static str>>),
}

impl Series {
    /// The value of a category, of the present numbers or the base case.
    pub fn value(&self, index: usize, base: bool) -> Option<f64> {
        let base = self.base.as_ref().filter(|_| base);
        base.unwrap_or(&self.values).get(index).copied().flatten()
    }

    /// The values of all categories as outputs.
    pub fn cells(&self, categories: &Categories) -> Vec<Option<Cell>> {
        let first = self.cell(categories, 0);
        (0..categories.len())
            .map(|index| match (&self.meaning, categories) {
                (Meaning::ByYear { place, .. }, Categories::Years(years)) => {
                    Some(first?.at(*place, *years.get(index)?))
                }
                (Meaning::ByIndustry { region, year, .. }, _) => {
                    Some(first?.at(Place::Industry(*region, index), *year))
                }
                (Meaning::Cells(cells), _) => cells.get(index).copied().flatten(),
                (Meaning::WhatIf(cells), _) => cells.get(index).map(|(_, _, cell)| *cell),
                _ => None,
            })
            .collect()
    }

    /// The value of a category as an output; `None` for statistics.
    pub fn cell(&self, categories: &Categories, index: usize) -> Option<Cell> {
        match (&self.meaning, categories) {
            (Meaning::ByYear { output, place }, Categories::Years(years)) => {
                Cell::find(output, *place, *years.get(index)?)
            }
            (Meaning::Cells(cells), _) => cells.get(index).copied().flatten(),
            (
                Meaning::ByIndustry {
                    output,
                    region,
                    year,
                },
                _,
            ) => Cell::find(output, Place::Industry(*region, index), *year),
            _ => None,
        }
    }
}

/// A value printed in a document, or a point that the figure is about, shown at its place in the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The category it belongs to.
    pub index: usize,
    /// The value that the label tells: as printed, in the unit of the panel, or as the report computes it.
    pub value: f64,
    /// The unit of a value that the report computes; `None` for one that a document prints.
    pub computed: Option<Unit>,
    /// Where it is drawn on the value axis: above segments that are not part of it.
    pub height: f64,
    /// The value, and its document where it has one.
    pub label: String,
}

/// A range printed in a document, shown as a rule between its ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// Its lower end, with the label of the whole.
    pub low: Mark,
    /// Where its upper end is drawn on the value axis.
    pub high: f64,
}

/// What a series is; the same thing has the same colour in every chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// CAPEX as usual.
    AsUsual,
    /// Reshoring CAPEX.
    Reshoring,
    /// Labour substitution.
    Substitution,
    /// A region.
    Region(Region),
    /// Germany, where it stands alone.
    Germany,
    /// What is needed.
    Needed,
    /// What is there.
    Available,
    /// What is missing.
    Gap,
    /// What is left over from today.
    Remaining,
    /// A stage of reshoring: 0 the last, 2 the first.
    Stage(u8),
    /// A loss.
    Loss,
    /// Sales outside Japan.
    Overseas,
    /// Sales of machines.
    Hardware,
    /// Sales of what replaces labour.
    Solutions,
    /// A cost, a deduction.
    Cost,
    /// A use of sovereign AI: 0 health care, 1 digital spending, 2 production at home and in ASEAN.
    Use(u8),
    /// A benefit, a gain.
    Benefit,
    /// A result: what is left at the end of a build-up.
    Result,
    /// A group of Japan's industries, by its position in `output::GROUPS`.
    Group(u8),
    /// OpenAI.
    OpenAi,
    /// Anthropic.
    Anthropic,
    /// Google, and Alphabet, its owner.
    Google,
    /// Meta.
    Meta,
    /// Microsoft.
    Microsoft,
    /// Amazon.
    Amazon,
    /// One of several things without a colour of their own, from dark (0) to light (3).
    Nth(u8),
}

/// One entry of a source line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Source {
    /// The model, whose assumptions are those of a document.
    Model(Document),
    /// A dataset, by id.
    Dataset(&'static str),
    /// Figures that a document prints.
    Printed(Document),
}

impl Figure {
    /// The unit of a series, by its number in the panel.
    pub fn unit_of(&self, panel: &Panel, number: usize) -> Unit {
        match self.kind {
            Kind::Bubbles { x, y, size } => [x, y, size].get(number).copied().unwrap_or(size),
            _ => panel.unit.unwrap_or(self.unit),
        }
    }

    /// True when some value differs from the base case.
    pub fn has_base(&self) -> bool {
        self.panels
            .iter()
            .flat_map(|panel| &panel.series)
            .any(|series| series.base.is_some())
    }
}
