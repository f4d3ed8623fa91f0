//! How series look.

use charming::element::{
    AreaStyle, BorderType, Emphasis, ItemStyle, LineStyle, LineStyleType, Step, Symbol,
};
use charming::series::{Bar, Line};

use super::{Item, Role};
use crate::figure::{Figure, Kind, Series, Shape};
use crate::render::theme::Theme;

impl Item<'_> {
    pub(super) fn styled_bar(&self, bar: Bar, figure: &Figure, theme: Theme) -> Bar {
        let bar = bar
            .x_axis_index(self.panel as f64)
            .y_axis_index(self.panel as f64)
            .bar_gap("-100%")
            .bar_width("70%")
            .emphasis(Emphasis::new().disabled(true));
        // charts.js lets stacks of this name add up whatever the signs.
        let floating = |ghost| format!("sum{}{ghost}", self.panel);
        match &self.role {
            Role::Main(series, _) => {
                let style = edged(theme).color(series.tone.colour(theme));
                let bar = bar.item_style(style);
                if figure.kind == Kind::StackedColumns {
                    bar.stack(self.panel.to_string())
                } else {
                    bar
                }
            }
            Role::Float(ghost) => bar
                .stack(floating(*ghost))
                .item_style(ItemStyle::new().color("transparent")),
            Role::Steps(_) => bar.stack(floating(false)).item_style(edged(theme)),
            Role::GhostSteps => bar.stack(floating(true)).item_style(outline(theme)),
            _ => bar.item_style(outline(theme)),
        }
    }

    pub(super) fn styled_line(&self, line: Line, theme: Theme) -> Line {
        let line = line
            .x_axis_index(self.panel as f64)
            .y_axis_index(self.panel as f64)
            .silent(true)
            .connect_nulls(true)
            .emphasis(Emphasis::new().disabled(true));
        let symbol = |line: Line, symbol, width| {
            let line = line.show_symbol(true).symbol(symbol);
            line.line_style(LineStyle::new().color(theme.ink()).width(width))
        };
        match &self.role {
            Role::Main(series, below) => {
                main_line(line.show_symbol(false), series, self.panel, *below, theme)
            }
            Role::Mark(_) => symbol(line, Symbol::Diamond, 1.5)
                .symbol_size(13.0)
                .z(9)
                .item_style(
                    ItemStyle::new()
                        .color(theme.ink())
                        .border_color(theme.paper())
                        .border_width(1.5),
                ),
            Role::Bubbles(series) => {
                let colour = series.tone.colour(theme);
                // Half transparent, so that overlapping bubbles and words on them can be told.
                let fill = ItemStyle::new().color(format!("{colour}80").as_str());
                symbol(line, Symbol::Circle, 0.0)
                    .item_style(fill.border_color(colour).border_width(1.0))
            }
            Role::GhostBubbles => symbol(line, Symbol::Circle, 0.0).item_style(outline(theme)),
            Role::Connector => line
                .show_symbol(false)
                .step(Step::End)
                .z(1)
                .line_style(LineStyle::new().color(theme.muted()).width(1.0)),
            _ => line.show_symbol(false).z(1).line_style(
                LineStyle::new()
                    .color(theme.ghost())
                    .width(1.5)
                    .type_(LineStyleType::Dashed),
            ),
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

fn main_line(line: Line, series: &Series, panel: usize, below: usize, theme: Theme) -> Line {
    let colour = series.tone.colour(theme);
    let style = LineStyle::new().color(colour);
    let drawn = style.clone().width(series.tone.line_width());
    let stack = format!("sum{panel}.{below}");
    match series.shape {
        Shape::BandAbove | Shape::BandTo => line
            .stack(stack)
            .line_style(LineStyle::new().width(0.0))
            .item_style(ItemStyle::new().color(colour))
            .area_style(AreaStyle::new().color(colour).opacity(0.3)),
        Shape::Base => line.stack(stack).line_style(drawn),
        Shape::Floor => line.stack(stack).line_style(style.width(0.0)),
        Shape::Plain | Shape::Total => line.line_style(drawn),
    }
}
