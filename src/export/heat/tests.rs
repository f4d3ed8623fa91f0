//! A table over two inputs is one in every form.

use super::*;
use crate::chapters::Context;
use crate::chapters::tests::in_context;
use crate::export::about::About;
use crate::export::picture::{MARGIN, Material, WIDTH, picture};
use crate::export::slides::{Links, SlideFigure, deck};
use crate::export::{document, tables};
use crate::i18n::number::Currency;
use crate::output::{Cell, Place};
use crate::render::chart::Drawing;
use crate::render::theme::Theme;
use crate::scenario::Scenario;
use crate::whatif::two_way;

/// The new market over productivity growth, down, and the exchange rate, across.
fn seen(lang: Lang, see: impl FnOnce(&Figure, &Context)) {
    let who = (lang, Currency::Native, false);
    in_context(&Scenario::default(), who, |context| {
        let cell = Cell::find("tam.new_market", Place::All, 2040).unwrap();
        let [across, down] = ["macro.fx", "autonomy.adoption_2040"].map(ParamId::find);
        let inputs = (across.unwrap(), down.unwrap());
        let grid = two_way::grid(cell, context.scenario, inputs.0, inputs.1);
        see(&two_way::figure(cell, &grid, inputs, context), context);
    });
}

#[test]
fn headings_of_files_name_both_inputs_with_values_and_units() {
    seen(Lang::En, |figure, context| {
        let about = About::of(context.scenario, "", "", &context.reader);
        let csv = tables::figure_file(figure, &about, &context.reader);
        let remark = |line: &&str| line.trim_start_matches(['\u{feff}', '"']).starts_with('#');
        let head = csv.lines().find(|line| !remark(line)).unwrap();
        assert_eq!(
            head.matches("Autonomy adoption in 2040 ").count(),
            two_way::SIDE,
            "{head}"
        );
        assert!(head.contains("% [USD bn]"), "{head}");
        let rows = csv
            .lines()
            .filter(|line| line.starts_with("Exchange rate "));
        let rows: Vec<_> = rows.collect();
        assert_eq!(rows.len(), two_way::SIDE);
        assert!(
            rows.iter()
                .any(|row| row.starts_with("Exchange rate 150 JPY per USD,"))
        );
        assert!(
            csv.contains("Present scenario: ") && !csv.contains("utlined"),
            "{csv}"
        );
        let json = document::figure(figure, "two-way", context.scenario, &about, &context.reader);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let name = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        assert!(name(&json["categories"][0]).starts_with("Exchange rate "));
        assert!(name(&json["panels"][0]["series"][0]["name"]).ends_with('%'));
        assert!(!name(&json["note"]).contains("colour"));
    });
    seen(Lang::Ja, |figure, context| {
        let spelt = spelt(figure, &context.reader);
        assert!(
            spelt.categories.name(0).starts_with("為替レート "),
            "{}",
            spelt.categories.name(0)
        );
        assert!(spelt.note.contains("現在のシナリオ："), "{}", spelt.note);
    });
}

#[test]
fn a_picture_is_a_grid_of_shaded_cells_with_the_present_one_outlined() {
    for theme in [Theme::Light, Theme::Dark] {
        seen(Lang::Ja, |figure, context| {
            let reader = &context.reader;
            let drawing = Drawing::of(figure, reader, WIDTH - 2.0 * MARGIN, theme);
            let picture = picture(&Material {
                figure,
                drawing: &drawing,
                measure: &figure.subtitle,
                words: &[],
                shapes: "",
                reference: "",
                about: &About::of(context.scenario, "", "", reader),
                reader,
            });
            let count = |what: &str| picture.svg.matches(what).count();
            // The paper, the cells, the outline.
            assert_eq!(count("<rect"), two_way::SIDE * two_way::SIDE + 2);
            assert_eq!(count("fill=\"none\""), 1);
            assert_eq!(count(" ↓<") + count(" →<"), 2, "{}", picture.svg);
            let heat = Heat::of(figure, reader).unwrap();
            for (name, cells) in &heat.rows {
                assert!(count(&format!(">{name}<")) > 0);
                assert!(
                    cells
                        .iter()
                        .all(|cell| count(&format!(">{}<", cell.text)) > 0)
                );
            }
        });
    }
}

#[test]
fn a_slide_is_a_native_table_and_no_chart() {
    seen(Lang::En, |figure, context| {
        let about = About::of(context.scenario, "", "", &context.reader);
        let links = Links::only("https://x/#/");
        let slide_figure = SlideFigure {
            figure,
            links: &links,
            made: "",
        };
        let deck: serde_json::Value =
            serde_json::from_str(&deck(&[slide_figure], None, &about, &context.reader)).unwrap();
        let slide = &deck["slides"][0];
        assert_eq!(slide["charts"].as_array().unwrap().len(), 0);
        let table = &slide["table"];
        let corner = table["corner"].as_str().unwrap();
        assert!(
            corner.ends_with("Exchange rate (JPY per USD) →"),
            "{corner}"
        );
        let fills: Vec<_> = table["rows"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|row| row["cells"].as_array().unwrap())
            .map(|cell| cell["fill"].as_str().unwrap())
            .collect();
        assert_eq!(fills.len(), two_way::SIDE * two_way::SIDE);
        assert!(
            fills.contains(&"#ffffff"),
            "the smallest has the paper's colour"
        );
        let present = table["present"].as_array().unwrap();
        let at = |number: usize| present[number].as_u64().unwrap() as usize;
        assert_eq!(table["columns"][at(0)], "150");
    });
}

#[test]
fn other_figures_stay_as_they_are() {
    let figure = crate::render::samples::waterfall(&[("a", 5.0), ("b", 5.0)]);
    let reader = &crate::render::samples::READER;
    assert!(matches!(spelt(&figure, reader), Cow::Borrowed(_)));
    assert_eq!(Heat::of(&figure, reader), None);
    assert_eq!(mixed("#FFFFFF", "#12436D", 0.0), "#ffffff");
}
