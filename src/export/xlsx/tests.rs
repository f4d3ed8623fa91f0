use std::io::Read;

use super::*;
use crate::cli::book;
use crate::export::exact;
use crate::scenario::{ParamId, Scenario};
use crate::text::Lang;

#[test]
fn charts_hold_what_their_cells_do() {
    let mut scenario = Scenario::default();
    let share = ParamId::find("reshoring.share");
    scenario.set(share.unwrap(), 80.0).unwrap();
    let book = book(&scenario, "", Lang::Ja);
    let mut file = zip::ZipArchive::new(std::io::Cursor::new(bytes(&book).unwrap())).unwrap();
    let charts: Vec<_> = book.sheets.iter().flat_map(|sheet| &sheet.charts).collect();
    assert_eq!(charts.len(), 20);
    for (number, chart) in (1..).zip(charts) {
        let mut text = String::new();
        let mut part = file
            .by_name(&format!("xl/charts/chart{number}.xml"))
            .unwrap();
        part.read_to_string(&mut text).unwrap();
        let drawn: Vec<_> = text.split("<c:val>").skip(1).collect();
        assert_eq!(drawn.len(), chart.lines.len());
        for (line, drawn) in chart.lines.iter().zip(drawn) {
            let sheet = book.sheets.iter().find(|sheet| sheet.name == line.sheet);
            let (first, last) = line.columns;
            let cells = &sheet.unwrap().rows[line.row as usize];
            let cells = &cells[usize::from(first)..=usize::from(last)];
            for (at, cell) in cells.iter().enumerate() {
                let value = match cell.content {
                    Content::Number(value) | Content::Formula(_, Some(value)) => value,
                    _ => panic!("{}: {cell:?}", chart.title),
                };
                let point = format!("<c:pt idx=\"{at}\"><c:v>{}</c:v></c:pt>", exact(value));
                assert!(
                    drawn.contains(&point),
                    "{}: {point} in {drawn}",
                    chart.title
                );
            }
        }
    }
}

#[test]
fn titles_that_are_cut_say_so() {
    assert_eq!(cut("CAPEX per job", 32), "CAPEX per job");
    assert_eq!(cut("自律化の普及率", 5), "自律化の…");
}
