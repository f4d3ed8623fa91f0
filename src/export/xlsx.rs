//! The file of a workbook.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Formula, Url, Workbook as File, Worksheet, XlsxError,
};

use super::sheet::{Cell, Content, Look, Sheet, Workbook};
use crate::render::layout::text_width;

/// The bytes of the file.
///
/// # Errors
///
/// What the writer does not accept, such as a formula that is too long.
pub fn bytes(workbook: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut file = File::new();
    // The same scenario gives the same file: no clock.
    let made = ExcelDateTime::from_ymd(2026, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(&workbook.title)
        .set_creation_datetime(&made);
    file.set_properties(&properties);
    let looks = Looks::new();
    for sheet in &workbook.sheets {
        write(file.add_worksheet(), sheet, &looks)?;
    }
    for (name, place) in &workbook.names {
        file.define_name(name, &format!("={place}"))?;
    }
    file.save_to_buffer()
}

fn write(page: &mut Worksheet, sheet: &Sheet, looks: &Looks) -> Result<(), XlsxError> {
    page.set_name(sheet.name)?;
    for (column, width) in sheet.widths.iter().enumerate() {
        page.set_column_width(column as u16, f64::from(*width))?;
    }
    // Printed, a sheet is as wide as a page.
    page.set_landscape().set_print_fit_to_pages(1, 0);
    let (rows, columns) = sheet.frozen;
    if rows > 0 || columns > 0 {
        page.set_freeze_panes(rows, columns)?;
    }
    for (row, cells) in sheet.rows.iter().enumerate() {
        let lines = lines(cells, &sheet.widths);
        if lines > 1.0 {
            page.set_row_height(row as u32, LINE * lines)?;
        }
        for (column, cell) in cells.iter().enumerate() {
            put(page, row as u32, column as u16, cell, looks)?;
        }
    }
    for limits in &sheet.limits {
        let rule = DataValidationRule::Between(limits.min, limits.max);
        let rule = DataValidation::new().allow_decimal_number(rule);
        let (row, column) = (limits.row, limits.column);
        page.add_data_validation(row, column, row, column, &rule)?;
    }
    Ok(())
}

/// The height of a line, in points.
const LINE: f64 = 15.0;

/// How many lines the words that wrap in a row take: not every program makes room for them by itself.
fn lines(cells: &[Cell], widths: &[u8]) -> f64 {
    let wrapped = cells.iter().zip(widths).map(|(cell, width)| {
        let Content::Text(text) = &cell.content else {
            return 1.0;
        };
        match cell.look {
            Look::Words => (text_width(text, 1.9) / f64::from(*width)).ceil(),
            _ => 1.0,
        }
    });
    wrapped.fold(1.0, f64::max)
}

fn put(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let look = looks.of(cell.look);
    match &cell.content {
        Content::Empty => {}
        Content::Text(text) => {
            page.write_string_with_format(row, column, text, look)?;
        }
        Content::Link(address) => {
            // Spreadsheets follow addresses up to a length only; a longer one is still there to be copied.
            match page.write_url(row, column, Url::new(address)) {
                Ok(_) => {}
                Err(_) => {
                    page.write_string(row, column, address)?;
                }
            }
        }
        Content::Number(value) => {
            page.write_number_with_format(row, column, *value, look)?;
        }
        Content::Formula(formula, value) => {
            let value = value.map_or_else(String::new, super::exact);
            let formula = Formula::new(formula).set_result(value);
            page.write_formula_with_format(row, column, formula, look)?;
        }
    }
    Ok(())
}

/// The formats of all looks.
struct Looks {
    plain: Format,
    title: Format,
    head: Format,
    words: Format,
    inputs: [Format; 7],
    number: Format,
    percent: Format,
    whole: Format,
}

impl Looks {
    fn new() -> Looks {
        let input = |digits: usize| {
            let zeros = "0".repeat(digits);
            let number = match digits {
                0 => "0".to_owned(),
                _ => format!("0.{zeros}"),
            };
            Format::new()
                .set_num_format(number)
                .set_background_color(Color::RGB(0xFFF2CC))
                .set_border(FormatBorder::Thin)
                .set_border_color(Color::RGB(0xBF9000))
        };
        Looks {
            plain: Format::new(),
            title: Format::new().set_bold().set_font_size(14),
            head: Format::new()
                .set_bold()
                .set_align(FormatAlign::Top)
                .set_border_bottom(FormatBorder::Thin),
            words: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            inputs: [0, 1, 2, 3, 4, 5, 6].map(input),
            number: Format::new().set_num_format("#,##0.00"),
            percent: Format::new().set_num_format("0.0%"),
            whole: Format::new().set_num_format("0"),
        }
    }

    fn of(&self, look: Look) -> &Format {
        match look {
            Look::Plain => &self.plain,
            Look::Title => &self.title,
            Look::Head => &self.head,
            Look::Words => &self.words,
            Look::Input(digits) => &self.inputs[usize::from(digits.min(6))],
            Look::Number => &self.number,
            Look::Percent => &self.percent,
            Look::Whole => &self.whole,
        }
    }
}
