//! The charts of a sheet, as charts of the spreadsheet.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartLineDashType, ChartType, Color, ObjectMovement, Worksheet, XlsxError,
};

use super::code;
use crate::export::sheet;

/// Width and height in pixels.
const SIZE: (u32, u32) = (560, 300);

/// Years from one number at the axis to the next.
const YEARS_APART: u16 = 5;

/// Puts a chart where it belongs.
pub fn insert(page: &mut Worksheet, chart: &sheet::Chart) -> Result<(), XlsxError> {
    let mut file = Chart::new(ChartType::Line);
    file.set_width(SIZE.0).set_height(SIZE.1);
    file.set_object_movement(ObjectMovement::MoveButDontSizeWithCells);
    file.set_alt_text(&chart.title);
    file.title().set_name(&chart.title);
    file.title()
        .set_font(ChartFont::new().set_size(11).set_bold());
    file.legend().set_position(ChartLegendPosition::Bottom);
    file.y_axis().set_num_format(code(chart.shown));
    file.y_axis()
        .set_major_gridlines_line(ChartLine::new().set_color(Color::RGB(0xE4_E1_D9)));
    // Under the plot, also where values fall below zero.
    file.x_axis()
        .set_label_position(ChartAxisLabelPosition::Low)
        .set_label_interval(YEARS_APART)
        .set_tick_interval(YEARS_APART);
    for line in &chart.lines {
        let (first, last) = line.columns;
        let mut look = ChartLine::new();
        look.set_color(Color::RGB(line.colour));
        look.set_width(if line.is_dashed { 1.5 } else { 2.25 });
        if line.is_dashed {
            look.set_dash_type(ChartLineDashType::Dash);
        }
        file.add_series()
            .set_name(line.named)
            .set_categories((line.sheet, 0, first, 0, last))
            .set_values((line.sheet, line.row, first, line.row, last))
            .set_format(ChartFormat::new().set_line(&look));
    }
    let (row, column) = chart.at;
    page.insert_chart(row, column, &file)?;
    Ok(())
}
