//! How series look. What all of them have in common is in `charts.js`.

use charming::element::{AreaStyle, BorderType, ItemStyle, LineStyle, LineStyleType, Step, Symbol};

use super::{Item, Role};
use crate::figure::{Kind, Series, Shape};
use crate::render::options::Drawn;
use crate::render::theme::Theme;

/// Where series lie: ECharts draws columns at 2 and lines at 3.
const BEHIND: f64 = 1.0;
const BARS: f64 = 2.0;
const LINES: f64 = 3.0;
const FRONT: f64 = 9.0;

impl Item<'_> {
    /// Adds the looks to a series.
    pub(super) fn style(&self, drawn: &mut Drawn, kind: Kind, theme: Theme) {
        drawn.x_axis_index = Some(self.panel as f64);
        drawn.y_axis_index = Some(self.panel as f64);
        drawn.symbol = Some(Symbol::None);
        match drawn.type_ {
            "bar" => self.bar_style(drawn, kind, theme),
            _ => self.line_style(drawn, theme),
        }
    }

    fn bar_style(&self, drawn: &mut Drawn, kind: Kind, theme: Theme) {
        let outline = || outline(theme);
        let edged = edge(theme.paper(), 0.5);
        let (style, stack) = match &self.role {
            Role::Main(series, _) => {
                let stack = (kind == Kind::StackedColumns).then(|| self.panel.to_string());
                let edged = match series.tone.edge(theme) {
                    Some(colour) => edge(colour, 1.0),
                    None => edged,
                };
                (edged.color(series.tone.colour(theme)), stack)
            }
            Role::Float(base) => (
                ItemStyle::new().color("transparent"),
                Some(self.floating(*base)),
            ),
            Role::Steps(_) => (edged, Some(self.floating(false))),
            Role::GhostSteps => (outline(), Some(self.floating(true))),
            _ => (outline(), None),
        };
        drawn.z = Some(BARS);
        drawn.item_style = Some(style);
        drawn.stack = stack;
    }

    fn line_style(&self, drawn: &mut Drawn, theme: Theme) {
        let mut line = |z, colour, width| {
            drawn.z = Some(z);
            LineStyle::new().color(colour).width(width)
        };
        let style = match &self.role {
            Role::Main(series, below) => return self.band(drawn, series, *below, theme),
            Role::Mark(_) => line(FRONT, theme.ink(), 1.5),
            Role::Bubbles(_) | Role::GhostBubbles => line(LINES, theme.ink(), 0.0),
            Role::Connector => line(BEHIND, theme.muted(), 1.0),
            _ => line(BEHIND, theme.ghost(), 1.5).type_(LineStyleType::Dashed),
        };
        drawn.line_style = Some(style);
        let (symbol, style) = match &self.role {
            Role::Mark(_) => (Symbol::Diamond, edge(theme.paper(), 1.5).color(theme.ink())),
            Role::Bubbles(series) => {
                let colour = series.tone.colour(theme);
                // Half transparent, so that overlapping bubbles and words on them can be told.
                let fill = format!("{colour}80");
                (Symbol::Circle, edge(colour, 1.0).color(fill.as_str()))
            }
            Role::GhostBubbles => (Symbol::Circle, outline(theme)),
            role => {
                drawn.step = matches!(role, Role::Connector).then_some(Step::End);
                return;
            }
        };
        drawn.symbol = Some(symbol);
        drawn.item_style = Some(style);
    }

    /// A line, which bands may stand on, or a band.
    fn band(&self, drawn: &mut Drawn, series: &Series, below: usize, theme: Theme) {
        let colour = series.tone.colour(theme);
        let width = match series.shape {
            Shape::Plain | Shape::Total | Shape::Base => series.tone.line_width(),
            Shape::Floor | Shape::BandAbove | Shape::BandTo | Shape::RangeTo => 0.0,
        };
        drawn.z = Some(match series.shape {
            Shape::RangeTo => BEHIND,
            _ => LINES,
        });
        drawn.line_style = Some(LineStyle::new().color(colour).width(width));
        if !matches!(series.shape, Shape::Plain | Shape::Total) {
            drawn.stack = Some(format!("sum {}.{below}", self.panel));
        }
        let opacity = match series.shape {
            Shape::BandAbove | Shape::BandTo => 0.3,
            // Two lie within each other, and those of several lines may.
            Shape::RangeTo => 0.16,
            _ => return,
        };
        drawn.area_style = Some(AreaStyle::new().color(colour).opacity(opacity));
    }

    /// The stack on which columns, or those of the base case, float; charts.js lets stacks whose names begin with "sum"
    /// add up whatever the signs.
    fn floating(&self, base: bool) -> String {
        format!("sum {}{}", if base { "base " } else { "" }, self.panel)
    }
}

/// An edge, thin between neighbours.
fn edge(colour: &str, width: f64) -> ItemStyle {
    ItemStyle::new().border_color(colour).border_width(width)
}

/// The base case of a column: its outline.
fn outline(theme: Theme) -> ItemStyle {
    edge(theme.ghost(), 1.25)
        .color("transparent")
        .border_type(BorderType::Dashed)
}
