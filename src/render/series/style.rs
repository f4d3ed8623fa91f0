//! How series look. What all of them have in common is in `charts.js`.

use charming::element::{AreaStyle, BorderType, ItemStyle, LineStyle, LineStyleType, Step, Symbol};
use charming::series::{Bar, Line};

use super::{Item, Role};
use crate::figure::{Figure, Kind, Shape};
use crate::render::theme::Theme;

/// Where lines lie: ECharts draws columns at 2 and lines at 3.
const BEHIND: i32 = 1;
const LINES: i32 = 3;
const FRONT: i32 = 9;

impl Item<'_> {
    pub(super) fn styled_bar(&self, bar: Bar, figure: &Figure, theme: Theme) -> Bar {
        // charts.js lets stacks whose names begin with "sum" add up whatever the signs.
        let (style, stack) = match &self.role {
            Role::Main(series, _) => {
                let stack = (figure.kind == Kind::StackedColumns).then_some("");
                (edged(theme).color(series.tone.colour(theme)), stack)
            }
            Role::Float(ghost) => {
                let stack = if *ghost { "sum base " } else { "sum " };
                (ItemStyle::new().color("transparent"), Some(stack))
            }
            Role::Steps(_) => (edged(theme), Some("sum ")),
            Role::GhostSteps => (outline(theme), Some("sum base ")),
            _ => (outline(theme), None),
        };
        let bar = bar
            .x_axis_index(self.panel as f64)
            .y_axis_index(self.panel as f64)
            .item_style(style);
        match stack {
            Some(stack) => bar.stack(format!("{stack}{}", self.panel)),
            None => bar,
        }
    }

    pub(super) fn styled_line(&self, line: Line, theme: Theme) -> Line {
        let (colour, width, z) = match &self.role {
            Role::Main(series, _) => match series.shape {
                Shape::Floor | Shape::BandAbove | Shape::BandTo => {
                    (series.tone.colour(theme), 0.0, LINES)
                }
                _ => (series.tone.colour(theme), series.tone.line_width(), LINES),
            },
            Role::Mark(_) => (theme.ink(), 1.5, FRONT),
            Role::Bubbles(series) => (series.tone.colour(theme), 0.0, LINES),
            Role::Connector => (theme.muted(), 1.0, BEHIND),
            _ => (theme.ghost(), 1.5, BEHIND),
        };
        let mut style = LineStyle::new().color(colour).width(width);
        if let Role::GhostLine = self.role {
            style = style.type_(LineStyleType::Dashed);
        }
        let line = line
            .x_axis_index(self.panel as f64)
            .y_axis_index(self.panel as f64)
            .z(z)
            .line_style(style);
        let (symbol, style) = match &self.role {
            Role::Main(series, below) => return self.banded(line, series.shape, *below, colour),
            Role::Connector => return line.show_symbol(false).step(Step::End),
            Role::Mark(_) => {
                let style = ItemStyle::new().color(colour).border_color(theme.paper());
                (Symbol::Diamond, style.border_width(1.5))
            }
            // Half transparent, so that overlapping bubbles and words on them can be told.
            Role::Bubbles(_) => (
                Symbol::Circle,
                outline(theme)
                    .color(format!("{colour}80").as_str())
                    .border_color(colour)
                    .border_type(BorderType::Solid),
            ),
            Role::GhostBubbles => (Symbol::Circle, outline(theme)),
            _ => return line.show_symbol(false),
        };
        line.show_symbol(true).symbol(symbol).item_style(style)
    }

    /// A line, which bands may stand on, or a band.
    fn banded(&self, line: Line, shape: Shape, below: usize, colour: &str) -> Line {
        let line = line.show_symbol(false);
        if let Shape::Plain | Shape::Total = shape {
            return line;
        }
        let line = line.stack(format!("sum {}.{below}", self.panel));
        match shape {
            Shape::BandAbove | Shape::BandTo => line
                .item_style(ItemStyle::new().color(colour))
                .area_style(AreaStyle::new().color(colour).opacity(0.3)),
            _ => line,
        }
    }
}

/// A thin edge that keeps neighbours apart.
fn edged(theme: Theme) -> ItemStyle {
    ItemStyle::new()
        .border_color(theme.paper())
        .border_width(0.5)
}

/// The base case of a column: its outline.
fn outline(theme: Theme) -> ItemStyle {
    ItemStyle::new()
        .color("transparent")
        .border_color(theme.ghost())
        .border_width(1.25)
        .border_type(BorderType::Dashed)
}
