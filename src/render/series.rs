//! The series of a chart: styled for the first drawing, only data that moved for every later one.
//!
//! Both walk the figure in the same order and give every series the same id, so ECharts can match them.

use charming::element::{
    AreaStyle, BorderType, Emphasis, ItemStyle, LineStyle, LineStyleType, Symbol,
};
use charming::series::{Bar, Line};

use crate::figure::{Figure, Kind, Panel, Series, Shape};
use crate::render::chart::{Drawing, Drawn, drawn};
use crate::render::theme::Theme;

/// One thing to draw, before it is styled.
struct Item<'a> {
    id: String,
    panel: usize,
    role: Role<'a>,
    values: Vec<Option<f64>>,
}

/// What is drawn.
enum Role<'a> {
    /// A series of the figure.
    Main(&'a Series),
    /// The base case of a line.
    GhostLine,
    /// The base case of a column or bar, as an outline.
    GhostBar,
    /// A published value.
    Mark,
}

/// Every series with its style.
pub fn styled(figure: &Figure, drawing: &Drawing) -> Vec<Drawn> {
    items(figure)
        .into_iter()
        .map(|item| item.draw(figure, drawing, true))
        .collect()
}

/// The series whose data differ from what was drawn before, with id and data only.
pub fn moved(figure: &Figure, drawing: &Drawing, before: &Figure, drawn: &Drawing) -> Vec<Drawn> {
    let rescaled = drawing.scale.factor != drawn.scale.factor;
    let pairs = items(figure).into_iter().zip(items(before));
    pairs
        .filter(|(now, before)| rescaled || now.values != before.values)
        .map(|(now, _)| now.draw(figure, drawing, false))
        .collect()
}

fn items(figure: &Figure) -> Vec<Item<'_>> {
    let mut items = Vec::new();
    for (index, panel) in figure.panels.iter().enumerate() {
        for (number, series) in panel.series.iter().enumerate() {
            items.push(Item {
                id: format!("{index}.{number}"),
                panel: index,
                role: Role::Main(series),
                values: series.values.clone(),
            });
        }
        items.extend(ghosts(figure, index, panel));
        for (number, mark) in panel.marks.iter().enumerate() {
            let mut values = vec![None; figure.categories.len()];
            if let Some(value) = values.get_mut(mark.index) {
                *value = Some(mark.height);
            }
            items.push(Item {
                id: format!("{index}.m{number}"),
                panel: index,
                role: Role::Mark,
                values,
            });
        }
    }
    items
}

fn ghosts<'a>(figure: &'a Figure, index: usize, panel: &'a Panel) -> Vec<Item<'a>> {
    let item = |name: String, role, values| Item {
        id: format!("{index}.{name}"),
        panel: index,
        role,
        values,
    };
    match figure.kind {
        Kind::StackedColumns if panel.series.iter().any(|series| series.base.is_some()) => {
            let totals = (0..figure.categories.len())
                .map(|category| Some(base_total(panel, category)))
                .collect();
            vec![item("g".to_owned(), Role::GhostBar, totals)]
        }
        Kind::StackedColumns | Kind::Waterfall => Vec::new(),
        Kind::Lines { .. } | Kind::NestedBars => panel
            .series
            .iter()
            .enumerate()
            .filter(|(_, series)| series.shape != Shape::BandAbove)
            .filter_map(|(number, series)| Some((number, series.base.clone()?)))
            .map(|(number, base)| {
                let role = if figure.kind == Kind::NestedBars {
                    Role::GhostBar
                } else {
                    Role::GhostLine
                };
                item(format!("g{number}"), role, base)
            })
            .take(if figure.kind == Kind::NestedBars {
                1
            } else {
                usize::MAX
            })
            .collect(),
    }
}

fn base_total(panel: &Panel, category: usize) -> f64 {
    panel
        .series
        .iter()
        .filter_map(|series| {
            *series
                .base
                .as_ref()
                .unwrap_or(&series.values)
                .get(category)?
        })
        .sum()
}

impl Item<'_> {
    fn draw(&self, figure: &Figure, drawing: &Drawing, styled: bool) -> Drawn {
        let bars = !matches!(figure.kind, Kind::Lines { .. });
        match self.role {
            Role::Main(_) | Role::GhostBar if bars => {
                Drawn::Bar(Box::new(self.bar(figure, drawing, styled)))
            }
            _ => Drawn::Line(Box::new(self.line(drawing, styled))),
        }
    }

    fn bar(&self, figure: &Figure, drawing: &Drawing, styled: bool) -> Bar {
        let bar = Bar::new().id(self.id.as_str()).data(self.data(drawing));
        if !styled {
            return bar;
        }
        let bar = bar
            .x_axis_index(self.panel as f64)
            .y_axis_index(self.panel as f64)
            .bar_gap("-100%")
            .bar_width("70%")
            .emphasis(Emphasis::new().disabled(true));
        match &self.role {
            Role::Main(series) => {
                let style = ItemStyle::new()
                    .color(series.tone.colour(drawing.theme))
                    .border_color(drawing.theme.paper())
                    .border_width(0.5);
                let bar = bar.item_style(style);
                if figure.kind == Kind::StackedColumns {
                    bar.stack(self.panel.to_string())
                } else {
                    bar
                }
            }
            _ => bar.item_style(outline(drawing.theme)),
        }
    }

    fn line(&self, drawing: &Drawing, styled: bool) -> Line {
        let line = Line::new().id(self.id.as_str()).data(self.data(drawing));
        if !styled {
            return line;
        }
        let line = line
            .x_axis_index(self.panel as f64)
            .y_axis_index(self.panel as f64)
            .silent(true)
            .connect_nulls(true)
            .show_symbol(matches!(self.role, Role::Mark))
            .emphasis(Emphasis::new().disabled(true));
        match &self.role {
            Role::Main(series) => main_line(line, series, self.panel, drawing.theme),
            Role::Mark => line
                .symbol(Symbol::Diamond)
                .symbol_size(13.0)
                .z(9)
                .line_style(LineStyle::new().width(0.0))
                .item_style(
                    ItemStyle::new()
                        .color(drawing.theme.ink())
                        .border_color(drawing.theme.paper())
                        .border_width(1.5),
                ),
            Role::GhostLine | Role::GhostBar => line.z(1).line_style(
                LineStyle::new()
                    .color(drawing.theme.ghost())
                    .width(1.5)
                    .type_(LineStyleType::Dashed),
            ),
        }
    }

    fn data(&self, drawing: &Drawing) -> Vec<charming::datatype::CompositeValue> {
        self.values
            .iter()
            .map(|&value| drawn(value, drawing.scale.factor))
            .collect()
    }
}

/// The base case of a column: its outline.
fn outline(theme: Theme) -> ItemStyle {
    ItemStyle::new()
        .color("transparent")
        .border_color(theme.ghost())
        .border_width(1.25)
        .border_type(BorderType::Dashed)
}

fn main_line(line: Line, series: &Series, panel: usize, theme: Theme) -> Line {
    let colour = series.tone.colour(theme);
    let stack = format!("band{panel}");
    match series.shape {
        Shape::BandAbove => line
            .stack(stack)
            .line_style(LineStyle::new().width(0.0))
            .item_style(ItemStyle::new().color(colour))
            .area_style(AreaStyle::new().color(colour).opacity(0.3)),
        Shape::Base => line.stack(stack).line_style(
            LineStyle::new()
                .color(colour)
                .width(series.tone.line_width()),
        ),
        Shape::Plain | Shape::Total => line.line_style(
            LineStyle::new()
                .color(colour)
                .width(series.tone.line_width()),
        ),
    }
}
