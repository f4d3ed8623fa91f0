//! The file of a workbook.

mod cached;
mod charts;

use std::cell::RefCell;

use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DataValidation, DataValidationRule, DocProperties,
    ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Url, Workbook as File, Worksheet,
    XlsxError,
};

use super::sheet::{Cell, Content, Limits, Look, Sheet, Shown, Workbook};
use crate::render::layout::text_width;
use crate::version::YEAR;

/// The bytes of the file.
///
/// # Errors
///
/// What the writer does not accept, such as a formula that is too long.
pub fn bytes(workbook: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut file = File::new();
    // The same scenario gives the same file: no clock.
    let made = ExcelDateTime::from_ymd(YEAR, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(&workbook.title)
        .set_creation_datetime(&made);
    file.set_properties(&properties);
    let looks = Looks::default();
    for sheet in &workbook.sheets {
        write(file.add_worksheet(), sheet, &looks)?;
    }
    for (name, place) in &workbook.names {
        file.define_name(name, &format!("={place}"))?;
    }
    cached::with_values(file.save_to_buffer()?, workbook)
}

fn write(page: &mut Worksheet, sheet: &Sheet, looks: &Looks) -> Result<(), XlsxError> {
    page.set_name(sheet.name)?;
    for (column, width) in sheet.widths.iter().enumerate() {
        page.set_column_width(column as u16, f64::from(*width))?;
    }
    print(page, sheet)?;
    let (rows, columns) = sheet.frozen;
    if rows > 0 || columns > 0 {
        page.set_freeze_panes(rows, columns)?;
        page.set_freeze_panes_top_cell(rows, columns.max(sheet.opened_at))?;
    }
    for (row, cells) in sheet.rows.iter().enumerate() {
        let lines = lines(cells, &sheet.widths);
        if lines > 1.0 {
            page.set_row_height(row as u32, (LINE * lines).min(HIGHEST))?;
        }
        for (column, cell) in cells.iter().enumerate() {
            put(page, row as u32, column as u16, cell, looks)?;
        }
    }
    for chart in &sheet.charts {
        charts::insert(page, chart)?;
    }
    for limits in &sheet.limits {
        let (row, column) = (limits.row, limits.column);
        page.add_data_validation(row, column, row, column, &accepted(limits)?)?;
    }
    let changed = Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0xFCE4D6));
    for mark in &sheet.marks {
        let rule = ConditionalFormatFormula::new()
            .set_rule(mark.formula.as_str())
            .set_format(&changed);
        let ((row, column), (last_row, last_column)) = (mark.first, mark.last);
        page.add_conditional_format(row, column, last_row, last_column, &rule)?;
    }
    if let Some((head, last)) = filtered(sheet) {
        page.autofilter(head, 0, last, sheet.rows[head as usize].len() as u16 - 1)?;
    }
    Ok(())
}

/// Paper: A4 across, names of columns and rows on every page, pages numbered.
fn print(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    page.set_landscape().set_paper_size(9);
    match sheet.breaks.is_empty() {
        true => page.set_print_fit_to_pages(sheet.pages.max(1), 0),
        // Pages that fit have no breaks of their own.
        false => page
            .set_print_scale(CHARTS_SCALE)
            .set_page_breaks(&sheet.breaks)?,
    };
    page.set_footer("&L&A&R&P / &N");
    let (rows, columns) = sheet.frozen;
    if rows > 0 {
        page.set_repeat_rows(0, rows - 1)?;
    }
    if columns > 0 && sheet.pages > 1 {
        page.set_repeat_columns(0, columns - 1)?;
    }
    Ok(())
}

/// Percent of their size that charts have on paper: two beside each other, two rows a page.
const CHARTS_SCALE: u16 = 68;

/// The row of names and the last row of a sheet whose rows can be chosen.
fn filtered(sheet: &Sheet) -> Option<(u32, u32)> {
    let head = sheet.frozen.0.checked_sub(1)?;
    let last = sheet.rows.len().checked_sub(1)? as u32;
    (sheet.filtered && head < last).then_some((head, last))
}

/// What a cell accepts, and what is told of it.
fn accepted(limits: &Limits) -> Result<DataValidation, XlsxError> {
    let rule = match limits.whole {
        true => {
            let between = DataValidationRule::Between(limits.min as i32, limits.max as i32);
            DataValidation::new().allow_whole_number(between)
        }
        false => {
            let between = DataValidationRule::Between(limits.min, limits.max);
            DataValidation::new().allow_decimal_number(between)
        }
    };
    let title = cut(&limits.title, LONGEST_TITLE);
    let message = cut(&limits.message, LONGEST_MESSAGE);
    rule.set_input_title(&title)?
        .set_input_message(&message)?
        .set_error_title(&title)?
        .set_error_message(&message)
}

/// Words of a length at most; what is left out is shown to be.
fn cut(words: &str, longest: usize) -> String {
    match words.chars().count() <= longest {
        true => words.to_owned(),
        false => words.chars().take(longest - 1).chain(['…']).collect(),
    }
}

/// Most characters of the name and of the sentence at a cell that accepts some values only.
const LONGEST_TITLE: usize = 32;
const LONGEST_MESSAGE: usize = 255;

/// The greatest height of a row, in points.
const HIGHEST: f64 = 409.0;

/// The height of a line, in points.
const LINE: f64 = 15.0;

/// How many lines the words that wrap in a row take: not every program makes room for them by itself.
fn lines(cells: &[Cell], widths: &[u8]) -> f64 {
    let wrapped = cells.iter().zip(widths).map(|(cell, width)| {
        let Content::Text(text) = &cell.content else {
            return 1.0;
        };
        match cell.look {
            Look::Words | Look::Head | Look::Name => {
                (text_width(text, 1.75) / f64::from(*width)).ceil()
            }
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
    let look = &looks.of(cell.look);
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
                    page.write_string_with_format(row, column, address, look)?;
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

/// The formats of all looks so far.
#[derive(Default)]
struct Looks(RefCell<Vec<(Look, Format)>>);

impl Looks {
    fn of(&self, look: Look) -> Format {
        let mut known = self.0.borrow_mut();
        if let Some((_, format)) = known.iter().find(|(other, _)| *other == look) {
            return format.clone();
        }
        let format = format(look);
        known.push((look, format.clone()));
        format
    }
}

fn format(look: Look) -> Format {
    let format = Format::new().set_align(FormatAlign::Top);
    let head = |format: Format| format.set_bold().set_border_bottom(FormatBorder::Thin);
    match look {
        Look::Plain => format,
        Look::Title => format.set_bold().set_font_size(14),
        Look::Head => head(format).set_text_wrap(),
        Look::HeadYear => head(format).set_num_format(code(Shown::Year)),
        Look::Name => format.set_bold().set_text_wrap(),
        Look::Words => format
            .set_text_wrap()
            .set_align(FormatAlign::Left)
            .set_indent(1),
        Look::Value(shown) => format.set_num_format(code(shown)),
        Look::Input(shown) => format
            .set_num_format(code(shown))
            .set_background_color(Color::RGB(0xFFF2CC))
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0xBF9000)),
    }
}

/// The code of a format for numbers.
fn code(shown: Shown) -> String {
    let point = |digits: u8| match digits {
        0 => String::new(),
        digits => format!(".{}", "0".repeat(usize::from(digits))),
    };
    match shown {
        Shown::Digits(digits) => format!("#,##0{}", point(digits)),
        Shown::Percent(digits) => format!("0{}%", point(digits)),
        Shown::Year => "0".to_owned(),
        Shown::Powers => "0.0E+00".to_owned(),
        Shown::Signed(digits) => {
            let number = format!("#,##0{}", point(digits));
            format!("+{number};-{number};\"–\"")
        }
        Shown::Points => "+0.00;-0.00;\"–\"".to_owned(),
        Shown::SignedPercent => "+0.0%;-0.0%;\"–\"".to_owned(),
        Shown::State(one, two) => format!("[=1]\"{one}\";[=2]\"{two}\";"),
    }
}

#[cfg(test)]
mod tests;
