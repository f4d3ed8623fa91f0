//! Where the plots of a figure lie, in CSS pixels.

use crate::figure::{Categories, Figure, Kind, Panel};

/// Width below which direct labels give way to the readout and years are shortened.
const NARROW: f64 = 560.0;

/// Height of a line of the label of a published value.
pub const LABEL_LINE: f64 = 18.0;

/// Size of the names at an axis.
const TICK: f64 = 12.0;

/// A rectangle within the figure.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Plot {
    /// Distance from the left edge of the figure to the value axis.
    pub left: f64,
    /// Distance from the top edge.
    pub top: f64,
    /// Width between the axes' ends.
    pub width: f64,
    /// Height between the axes' ends.
    pub height: f64,
    /// Whether the names of the categories stand beside it (bars) or below it.
    pub names: bool,
}

impl Plot {
    /// The point in the middle.
    pub fn centre(&self) -> (f64, f64) {
        (self.left + self.width / 2.0, self.top + self.height / 2.0)
    }
}

/// The plots of a figure for one width.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Width of the whole.
    pub width: f64,
    /// Height of the whole.
    pub height: f64,
    /// One plot per panel.
    pub plots: Vec<Plot>,
    /// Whether there is room for labels at the ends of lines and stacks.
    pub direct_labels: bool,
    /// Whether values lie along the horizontal axis and names stand at the left.
    pub sideways: bool,
    /// Width at which the names of categories are broken into lines.
    pub name_room: f64,
}

/// Room around a plot.
struct Margin {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Layout {
    /// Lays out `figure` for a width in CSS pixels; `amount` is the width of the widest value written at a column.
    pub fn of(figure: &Figure, width: f64, amount: f64) -> Layout {
        let width = width.max(240.0);
        match figure.kind {
            Kind::NestedBars => bars(figure, width),
            Kind::Waterfall => waterfall(figure, width, amount),
            _ => upright(figure, width, 1.0),
        }
    }

    /// True where there is little room.
    pub fn narrow(&self) -> bool {
        self.width < NARROW
    }

    /// The name of a category in as many lines as it needs, with its width and their number.
    pub fn broken(&self, name: &str) -> (String, f64, f64) {
        broken(name, self.name_room, self.sideways)
    }

    /// True where years are shortened to two digits.
    pub fn short_years(&self) -> bool {
        self.plots.first().is_some_and(|plot| plot.width < 330.0)
    }
}

/// Plots with their values along the vertical axis, and names of so many lines below it.
fn upright(figure: &Figure, width: f64, name_lines: f64) -> Layout {
    let bubbles = matches!(figure.kind, Kind::Bubbles { .. });
    let ends = !bubbles && figure.kind != Kind::Waterfall;
    let named = figure.panels.len() == 1 && figure.panels[0].series.len() > 1;
    let direct_labels = named && ends && width >= NARROW;
    let margin = Margin {
        left: 46.0,
        right: if direct_labels {
            label_width(figure)
        } else {
            // Half of the last name along the axis stands beyond it.
            20.0
        },
        top: if figure.panels.len() > 1 { 46.0 } else { 26.0 },
        bottom: match bubbles {
            true => 66.0,
            false => 14.0 + 14.0 * name_lines,
        },
    };
    let (columns, height) = match figure.panels.len() {
        1 if bubbles => (1, if width < NARROW { 330.0 } else { 420.0 }),
        1 => (1, if width < NARROW { 250.0 } else { 300.0 }),
        panels if width >= 760.0 => (panels, 240.0),
        _ => (2, 210.0),
    };
    grid(figure, width, columns, height, &margin, direct_labels)
}

/// Columns where names and values fit under and over them, else bars.
fn waterfall(figure: &Figure, width: f64, amount: f64) -> Layout {
    let plot = upright(figure, width, 1.0).plots.first().copied();
    let room = plot.unwrap_or_default().width / figure.categories.len().max(1) as f64 - 6.0;
    let (widest, lines) = name_size(&figure.categories, room, false);
    if widest > room || amount > room || lines > 2.0 {
        return bars(figure, width);
    }
    Layout {
        name_room: room,
        ..upright(figure, width, lines)
    }
}

fn grid(
    figure: &Figure,
    width: f64,
    columns: usize,
    height: f64,
    margin: &Margin,
    direct_labels: bool,
) -> Layout {
    let outer = width / columns as f64;
    let rows = figure.panels.len().div_ceil(columns);
    let plots = (0..figure.panels.len())
        .map(|panel| Plot {
            left: (panel % columns) as f64 * outer + margin.left,
            top: (panel / columns) as f64 * height + margin.top,
            width: outer - margin.left - margin.right,
            height: height - margin.top - margin.bottom,
            names: true,
        })
        .collect();
    Layout {
        width,
        height: rows as f64 * height,
        plots,
        direct_labels,
        sideways: false,
        name_room: f64::INFINITY,
    }
}

/// Least width of a plot of bars; panels that would get less go into further rows.
pub const LEAST_BARS: f64 = 72.0;

/// Bars share their names: only the first panel of a row has them. Narrow figures have one panel a row.
fn bars(figure: &Figure, width: f64) -> Layout {
    let nested = figure.kind == Kind::NestedBars;
    let (top, bottom, gap) = match nested || figure.panels.len() > 1 {
        true => (46.0, 24.0, 30.0),
        // Half of the last name along the axis stands beyond it.
        false => (26.0, 24.0, 20.0),
    };
    let labels = label_height(figure, width);
    let name_room = match (nested, figure.panels.len()) {
        (true, ..=4) if labels == 0.0 => width * 0.6,
        (true, 5..) if width < NARROW => width * 0.5,
        (true, 5..) => width * 0.26,
        _ => width * 0.42,
    };
    let (names, lines) = name_size(&figure.categories, name_room, true);
    let names = (names + 16.0).min(width * 0.7);
    let room = |columns: usize| (width - names - gap * columns as f64) / columns as f64;
    let heads = figure
        .panels
        .iter()
        .map(|panel| text_width(&panel.name, 15.0));
    let least = heads.fold(LEAST_BARS, f64::max);
    let fits = |&columns: &usize| {
        columns == 1 || room(columns) + gap >= least + 6.0 && room(columns) >= LEAST_BARS
    };
    let columns = match width >= NARROW {
        true => (1..=figure.panels.len()).rev().find(fits).unwrap_or(1),
        false => 1,
    };
    let row = match nested {
        true => 21.0_f64.max(5.0 + 14.0 * lines),
        false => 12.0 + 14.0 * lines,
    };
    let plot_width = room(columns);
    let plot_height = row * figure.categories.len() as f64 + labels;
    let row_height = top + plot_height + bottom;
    let plots = (0..figure.panels.len())
        .map(|panel| Plot {
            left: names + (panel % columns) as f64 * (plot_width + gap),
            top: (panel / columns) as f64 * row_height + top,
            width: plot_width,
            height: plot_height,
            names: panel % columns == 0,
        })
        .collect();
    let rows = figure.panels.len().div_ceil(columns);
    Layout {
        width,
        height: rows as f64 * row_height,
        plots,
        direct_labels: false,
        sideways: true,
        name_room,
    }
}

/// Where there is no room beside bars, the labels of published values take lines of their own.
fn label_height(figure: &Figure, width: f64) -> f64 {
    let labels = |panel: &Panel| panel.marked().count();
    let most = figure.panels.iter().map(labels).max().unwrap_or(0);
    let lines = match figure.kind {
        _ if width >= NARROW || most == 0 => 0,
        // Its values leave room only between the bars.
        Kind::Waterfall => figure.categories.len(),
        _ => most,
    };
    LABEL_LINE * lines as f64
}

/// Pixels that the names need at the axis, broken into lines at `room`, and the most lines of one.
fn name_size(categories: &Categories, room: f64, sideways: bool) -> (f64, f64) {
    let Categories::Names(names) = categories else {
        return (30.0, 1.0);
    };
    let mut size = (0.0_f64, 1.0_f64);
    for name in names {
        let (_, width, lines) = broken(name, room, sideways);
        size = (size.0.max(width), size.1.max(lines));
    }
    size
}

/// A name in lines of at most `room` pixels, with the width that they need and their number.
///
/// It is broken between words. Beside bars, names with Japanese in them may break between any two characters, but not before what ends a
/// word or a bracket.
fn broken(name: &str, room: f64, sideways: bool) -> (String, f64, f64) {
    const NOT_FIRST: [char; 6] = ['）', '、', '。', '・', 'ー', '％'];
    let anywhere = sideways && name.chars().any(|c| c >= '\u{3040}');
    let (mut text, mut line, mut widest, mut lines) = (String::new(), 0.0, 0.0_f64, 1.0);
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let end = match anywhere {
            true => unbroken(rest),
            false => rest.find(' ').map_or(rest.len(), |space| space + 1),
        };
        let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let width = text_width(word.trim_end(), TICK);
        if !text.is_empty() && line + width > room && !(anywhere && NOT_FIRST.contains(&first)) {
            text.truncate(text.trim_end().len());
            text.push('\n');
            (line, lines) = (0.0, lines + 1.0);
        }
        text.push_str(word);
        // Names are drawn a little narrower than they are reckoned.
        widest = widest.max((line + width) * (TICK - 0.5) / TICK);
        line += text_width(word, TICK);
        rest = after;
    }
    (text, widest, lines)
}

/// Bytes at the start of a Japanese name that stay together: a number with what it counts, a bracket with its first
/// character, else one character.
fn unbroken(name: &str) -> usize {
    let bracket = if name.starts_with('（') {
        '（'.len_utf8()
    } else {
        0
    };
    let rest = name.get(bracket..).unwrap_or_default();
    let digits = rest.len()
        - rest
            .trim_start_matches(|c: char| c.is_ascii_alphanumeric())
            .len();
    let counted = rest.get(digits..).unwrap_or_default();
    let next = counted.chars().next().map_or(0, char::len_utf8);
    match digits {
        0 => bracket + next,
        _ if counted.starts_with('年') => bracket + digits + next,
        _ => bracket + digits,
    }
}

/// Room for the longest direct label with its tick.
fn label_width(figure: &Figure) -> f64 {
    let series = figure.panels.iter().flat_map(|panel| &panel.series);
    series
        .map(|series| text_width(&series.name, 13.0))
        .fold(0.0, f64::max)
        + 24.0
}

/// Estimated width of a text in CSS pixels, on the generous side.
pub fn text_width(text: &str, size: f64) -> f64 {
    text.chars()
        .map(|c| match c {
            '−' => 0.6,
            c if c.is_ascii() => 0.56,
            _ => 1.02,
        })
        .sum::<f64>()
        * size
}
