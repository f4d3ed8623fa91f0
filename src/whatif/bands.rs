//! The range of draws in the time figures of a chapter: from the 5th to the 95th percentile and from the 25th to the
//! 75th, around every line that is an output by year.

use crate::analysis::uncertainty::{Distribution, Simulation};
use crate::chapters::{Chapter, Context};
use crate::figure::{Categories, Figure, Kind, Meaning, Series, Shape};
use crate::i18n::number;
use crate::output::Cell;
use crate::scenario::Scenario;
use crate::text::Lang;

/// Draws at most: every value of every line is kept until its percentiles are found.
pub const MOST_DRAWS: usize = 5_000;

/// Runs of the model in one piece of work.
const PIECE: usize = 4;

/// The ends of the ranges: the wide one lies behind the narrow one.
const RANGES: [[u8; 2]; 2] = [[5, 95], [25, 75]];

/// The values at the ends of both ranges; `None` where no draw has the result.
type Ends = [[Option<f64>; 2]; 2];

/// The ranges of a chapter's lines in one scenario. It advances in pieces, so that a page can draw in between.
#[derive(Clone, Debug)]
pub struct Bands {
    scenario: Scenario,
    seed: u64,
    simulation: Simulation,
    found: Vec<Ends>,
}

/// The outputs that the lines of a chapter's time figures show.
fn lines(chapter: &Chapter, context: &Context) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for spec in chapter.figures {
        let figure = (spec.make)(context);
        let series = figure.panels.iter().flat_map(|panel| &panel.series);
        for series in series.filter(|series| has_range(&figure, series)) {
            for cell in series.cells(&figure.categories).into_iter().flatten() {
                if !cells.contains(&cell) {
                    cells.push(cell);
                }
            }
        }
    }
    cells
}

fn is_by_year(figure: &Figure) -> bool {
    matches!(figure.categories, Categories::Years(_))
}

/// Lines have ranges; what stands on a line, and columns, have none.
fn has_range(figure: &Figure, series: &Series) -> bool {
    is_by_year(figure)
        && matches!(figure.kind, Kind::Lines { .. })
        && matches!(series.shape, Shape::Plain | Shape::Base)
}

impl Bands {
    /// Prepares the ranges of a chapter in the present scenario.
    pub fn new(chapter: &Chapter, context: &Context, draws: usize, seed: u64) -> Bands {
        let (cells, draws) = (lines(chapter, context), draws.min(MOST_DRAWS));
        Bands {
            scenario: *context.scenario,
            seed,
            simulation: Simulation::new(context.scenario, cells, draws, seed),
            found: Vec::new(),
        }
    }

    /// A piece of work; true when all is done.
    pub fn advance(&mut self) -> bool {
        let (next, count) = (self.found.len(), self.simulation.cells().len());
        if count == 0 || next == count {
            return true;
        }
        if self.simulation.done() < self.simulation.wanted() {
            self.simulation.advance(PIECE);
            return false;
        }
        let values = Distribution::of(&self.simulation.values(next));
        let at = |percent: u8| values.quantile(f64::from(percent) / 100.0);
        self.found.push(RANGES.map(|ends| ends.map(at)));
        false
    }

    /// Gives up the draws, of which only the percentiles are needed from now on.
    pub fn finish(mut self) -> Bands {
        self.simulation.forget();
        self
    }

    /// Whether they are those of this scenario.
    pub fn fits(&self, scenario: &Scenario) -> bool {
        self.scenario == *scenario
    }

    fn ends(&self, cell: Option<Cell>) -> Option<Ends> {
        let place = self
            .simulation
            .cells()
            .iter()
            .position(|it| Some(*it) == cell)?;
        self.found.get(place).copied()
    }

    /// Adds the ranges of the lines of a figure, and says what they are; a figure without lines by year stays as
    /// it is, but that of columns says that it shows none.
    pub fn put(&self, figure: &mut Figure, context: &Context) {
        if !is_by_year(figure) || !self.fits(context.scenario) {
            return;
        }
        let mut any = false;
        let mut panels = std::mem::take(&mut figure.panels);
        for panel in &mut panels {
            let own = panel
                .series
                .iter()
                .filter(|series| has_range(figure, series));
            let ranges: Vec<Series> = own.flat_map(|series| self.around(figure, series)).collect();
            any |= !ranges.is_empty();
            panel.series.extend(ranges);
        }
        figure.panels = panels;
        let draws = number::with_decimals(self.simulation.wanted() as f64, 0);
        if any {
            let subtitle = &figure.subtitle;
            figure.subtitle = context.say(
                || format!("{subtitle}, with the range of {draws} draws"),
                || format!("{subtitle}（{draws}回の試行の幅を付す）"),
            );
        }
        let seed = number::plain(self.seed as f64, 0);
        let note = match any {
            true => context.say(
                || format!("Shaded: 5th to 95th percentile of {draws} draws, and darker the 25th to the 75th. Every input that you have not changed is drawn from its plausible range (seed {seed}). The base case is the documents’ case, not the middle."),
                || format!("淡い帯は{draws}回の試行の5～95パーセンタイル、濃い帯は25～75パーセンタイル。変更していない前提をすべて妥当な範囲から抽出した（乱数の種{seed}）。基準ケースは文書のケースであって、分布の中央ではない。"),
            ),
            false => context.say(
                || "The range of the draws is shown for lines that are results of the model only.".to_owned(),
                || "試行の幅は、モデルの結果を示す折れ線にのみ表示する。".to_owned(),
            ),
        };
        if !figure.note.is_empty() && context.reader.lang == Lang::En {
            figure.note.push(' ');
        }
        figure.note.push_str(&note);
    }

    /// Lower and upper end of both ranges of a line; none where the draws do not differ.
    fn around(&self, figure: &Figure, series: &Series) -> Vec<Series> {
        let ends: Vec<_> = series
            .cells(&figure.categories)
            .into_iter()
            .map(|cell| self.ends(cell))
            .collect();
        let is_wide = |ends: &Option<Ends>| ends.is_some_and(|ends| ends[0][0] != ends[0][1]);
        if !ends.iter().any(is_wide) {
            return Vec::new();
        }
        let mut ranges = Vec::new();
        for (range, percents) in RANGES.into_iter().enumerate() {
            for (end, shape) in [Shape::Floor, Shape::RangeTo].into_iter().enumerate() {
                let percent = number::plain(f64::from(percents[end]), 0);
                ranges.push(Series {
                    name: format!("{} {percent}%", series.name),
                    tone: series.tone,
                    shape,
                    values: ends.iter().map(|ends| (*ends)?[range][end]).collect(),
                    base: None,
                    // No output has the value, so that there is nothing to explain.
                    meaning: Meaning::Cells(Vec::new()),
                });
            }
        }
        ranges
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapters::ChapterId;
    use crate::chapters::tests::in_context;
    use crate::i18n::number::Currency;
    use crate::scenario::ParamId;

    fn bands(chapter: &Chapter, context: &Context, draws: usize) -> Bands {
        let mut bands = Bands::new(chapter, context, draws, 7);
        while !bands.advance() {}
        bands.finish()
    }

    #[test]
    fn every_line_of_every_chapter_that_is_an_output_by_year_has_ranges() {
        let scenario = Scenario::default();
        let mut with = 0;
        for id in ChapterId::ALL {
            for lang in Lang::ALL {
                in_context(&scenario, (lang, Currency::Native, false), |context| {
                    let chapter = id.chapter();
                    let bands = bands(chapter, context, 40);
                    for spec in chapter.figures {
                        let plain = (spec.make)(context);
                        let mut figure = plain.clone();
                        bands.put(&mut figure, context);
                        let series = || figure.panels.iter().flat_map(|panel| &panel.series);
                        let ranges = series().filter(|it| it.shape == Shape::RangeTo).count();
                        let lines = plain.panels.iter().flat_map(|panel| &panel.series);
                        let lines = lines.filter(|it| {
                            has_range(&plain, it)
                                && it.cells(&plain.categories).iter().any(Option::is_some)
                        });
                        let lines = lines.count();
                        assert!(ranges <= 2 * lines, "{}", spec.id);
                        assert_eq!(ranges > 0, figure.subtitle != plain.subtitle, "{}", spec.id);
                        assert!(is_by_year(&plain) || figure == plain, "{}", spec.id);
                        with += usize::from(ranges > 0);
                        for pair in series().collect::<Vec<_>>().windows(2) {
                            if pair[1].shape == Shape::RangeTo {
                                assert_eq!(pair[0].shape, Shape::Floor);
                                let values = pair[0].values.iter().zip(&pair[1].values);
                                assert!(values.flatten_ends().all(|(low, high)| low <= high));
                            }
                        }
                    }
                });
            }
        }
        assert!(with / 2 >= 8, "{with} figures have ranges");
    }

    /// Pairs of ends that are both there.
    trait FlattenEnds {
        fn flatten_ends(self) -> impl Iterator<Item = (f64, f64)>;
    }

    impl<'a, I: Iterator<Item = (&'a Option<f64>, &'a Option<f64>)>> FlattenEnds for I {
        fn flatten_ends(self) -> impl Iterator<Item = (f64, f64)> {
            self.filter_map(|(low, high)| (*low).zip(*high))
        }
    }

    #[test]
    fn ranges_of_another_scenario_are_dropped() {
        let base = Scenario::default();
        let chapter = ChapterId::Share.chapter();
        let bands = in_context(&base, (Lang::En, Currency::Native, false), |context| {
            bands(chapter, context, 20)
        });
        let mut other = base;
        other
            .set(ParamId::find("macro.fx").unwrap(), 120.0)
            .unwrap();
        in_context(&other, (Lang::En, Currency::Native, false), |context| {
            for spec in chapter.figures {
                let plain = (spec.make)(context);
                let mut figure = plain.clone();
                bands.put(&mut figure, context);
                assert_eq!(figure, plain);
            }
        });
    }
}
