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
    /// Adds the looks to a series; charts.js lets stacks whose names begin with "sum" add up whatever the signs.
    pub(super) fn style(&self, drawn: &mut Drawn, kind: Kind, theme: Theme) {
        drawn.x_axis_index = Some(self.panel as f64);
        drawn.y_axis_index = Some(self.panel as f64);
        drawn.z = Some(if drawn.type_ == "bar" { BARS } else { LINES });
        drawn.symbol = Some(Symbol::None);
        let mut line = |colour, width| {
            drawn.line_style = Some(LineStyle::new().color(colour).width(width));
        };
        let clear = ItemStyle::new().color("transparent");
        match &self.role {
            Role::Main(series, below) if matches!(kind, Kind::Lines { .. }) => {
                self.band(drawn, series, *below, theme);
            }
            Role::Main(series, _) => {
                let colour = series.tone.colour(theme);
                drawn.item_style = Some(edge(theme.paper(), 0.5).color(colour));
                drawn.stack = (kind == Kind::StackedColumns).then(|| self.panel.to_string());
            }
            Role::GhostLine => {
                drawn.z = Some(BEHIND);
                let style = LineStyle::new().color(theme.ghost()).width(1.5);
                drawn.line_style = Some(style.type_(LineStyleType::Dashed));
            }
            Role::GhostBar => drawn.item_style = Some(outline(theme)),
            Role::Float(base) => {
                drawn.item_style = Some(clear);
                drawn.stack = Some(self.floating(*base));
            }
            Role::Steps(_) => {
                drawn.item_style = Some(edge(theme.paper(), 0.5));
                drawn.stack = Some(self.floating(false));
            }
            Role::GhostSteps => {
                drawn.item_style = Some(outline(theme));
                drawn.stack = Some(self.floating(true));
            }
            Role::Connector => {
                line(theme.muted(), 1.0);
                drawn.z = Some(BEHIND);
                drawn.step = Some(Step::End);
            }
            Role::Bubbles(series) => {
                let colour = series.tone.colour(theme);
                line(colour, 0.0);
                drawn.symbol = Some(Symbol::Circle);
                // Half transparent, so that overlapping bubbles and words on them can be told.
                drawn.item_style = Some(edge(colour, 1.0).color(format!("{colour}80").as_str()));
            }
            Role::GhostBubbles => {
                line(theme.ghost(), 0.0);
                drawn.symbol = Some(Symbol::Circle);
                drawn.item_style = Some(outline(theme));
            }
            Role::Mark(_) => {
                line(theme.ink(), 1.5);
                drawn.z = Some(FRONT);
                drawn.symbol = Some(Symbol::Diamond);
                drawn.item_style = Some(edge(theme.paper(), 1.5).color(theme.ink()));
            }
        }
    }

    /// A line, which bands may stand on, or a band.
    fn band(&self, drawn: &mut Drawn, series: &Series, below: usize, theme: Theme) {
        let colour = series.tone.colour(theme);
        let width = match series.shape {
            Shape::Plain | Shape::Total | Shape::Base => series.tone.line_width(),
            Shape::Floor | Shape::BandAbove | Shape::BandTo => 0.0,
        };
        drawn.line_style = Some(LineStyle::new().color(colour).width(width));
        if !matches!(series.shape, Shape::Plain | Shape::Total) {
            drawn.stack = Some(format!("sum {}.{below}", self.panel));
        }
        if let Shape::BandAbove | Shape::BandTo = series.shape {
            drawn.area_style = Some(AreaStyle::new().color(colour).opacity(0.3));
        }
    }

    /// The stack on which columns, or those of the base case, float.
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
