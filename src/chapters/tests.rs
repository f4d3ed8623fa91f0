//! What holds for every figure of every chapter.

use super::*;
use crate::data;
use crate::figure::{Categories, Kind, Source};
use crate::formula::{self, Term};
use crate::i18n::number::Currency;
use crate::i18n::ui;
use crate::model;
use crate::render::chart::Drawing;
use crate::render::theme::Theme;
use crate::scenario::Group;
use crate::view::HORIZON;

/// The base case, and the ends of all ranges and of all plausible ranges together.
fn scenarios() -> Vec<Scenario> {
    let at = |value: fn(&crate::table::Row) -> f64| {
        let mut scenario = Scenario::default();
        for param in ParamId::all() {
            scenario.set(param, value(param.row())).unwrap();
        }
        scenario
    };
    vec![
        Scenario::default(),
        at(|row| row.min),
        at(|row| row.max),
        at(|row| row.low),
        at(|row| row.high),
    ]
}

/// What a reader of a language and currency sees in a scenario; the one place where tests put a [`Context`] together.
pub(crate) fn in_context<T>(
    scenario: &Scenario,
    (lang, currency, capex_as_usual): (Lang, Currency, bool),
    see: impl FnOnce(&Context) -> T,
) -> T {
    let (results, base) = (model::run(scenario), model::run(&Scenario::default()));
    let reader = Reader {
        lang,
        currency,
        jpy_per_usd: 150.0,
    };
    see(&Context {
        scenario,
        results: &results,
        base: &base,
        reference: Reference {
            name: reader.text(ui::BASE_CASE),
            scenario: &Scenario::default(),
            results: &base,
        },
        reader,
        capex_as_usual,
        year: HORIZON,
    })
}

/// True where there is no margin, for there is nothing that it could be a part of.
fn nothing_sold(results: &Results) -> bool {
    results.capture[HORIZON].sales == 0.0
}

/// Every figure of every chapter for readers who differ in language, currency and what they show.
fn every_figure(mut check: impl FnMut(&'static FigureSpec, &Context, Figure)) {
    for scenario in scenarios() {
        for who in [
            (Lang::En, Currency::Usd, false),
            (Lang::Ja, Currency::Usd, true),
            (Lang::Ja, Currency::Jpy, false),
            (Lang::En, Currency::Jpy, true),
        ] {
            in_context(&scenario, who, |context| {
                for spec in ChapterId::ALL
                    .iter()
                    .flat_map(|chapter| chapter.chapter().figures)
                {
                    check(spec, context, (spec.make)(context));
                }
            });
        }
    }
}

#[test]
fn every_series_has_a_value_place_for_every_category() {
    every_figure(|spec, context, figure| {
        for series in figure.panels.iter().flat_map(|panel| &panel.series) {
            assert_eq!(
                series.values.len(),
                figure.categories.len(),
                "{}: {}",
                spec.id,
                series.name
            );
            let shown = series.values.iter().any(Option::is_some);
            assert!(
                shown || nothing_sold(context.results),
                "{}: {}",
                spec.id,
                series.name
            );
            assert!(!series.name.is_empty(), "{}", spec.id);
        }
    });
}

#[test]
fn the_base_case_is_shown_exactly_where_something_differs() {
    every_figure(|spec, context, figure| {
        if !context.differs() {
            assert!(!figure.has_base(), "{}", spec.id);
        }
    });
    let mut changed = Scenario::default();
    changed
        .set(ParamId::find("reshoring.share").unwrap(), 50.0)
        .unwrap();
    let differs = |id: &str| {
        let spec = ChapterId::Reshoring.chapter().figure(id).unwrap();
        in_context(&changed, (Lang::En, Currency::Usd, false), |context| {
            (spec.make)(context).has_base()
        })
    };
    assert!(
        ["market", "regions", "deficits", "elsewhere"]
            .into_iter()
            .all(differs)
    );
    assert!(
        !["working-age", "employment", "adoption"]
            .into_iter()
            .any(differs)
    );
}

/// At most ten words or thirty characters: more is not a headline.
#[test]
fn titles_are_short_in_the_base_case() {
    every_figure(|spec, context, figure| {
        if context.differs() {
            return;
        }
        let title = &figure.title;
        match context.reader.lang {
            Lang::En => assert!(
                title.split_whitespace().count() <= 10,
                "{}: {title}",
                spec.id
            ),
            Lang::Ja => assert!(title.chars().count() <= 30, "{}: {title}", spec.id),
        }
    });
}

/// The datasets behind a value, however many formulas down.
fn datasets_behind(cell: Cell, found: &mut Vec<&'static str>, seen: &mut Vec<Cell>) {
    if seen.contains(&cell) {
        return;
    }
    seen.push(cell);
    for term in formula::terms(cell) {
        match term {
            Term::Output(other) | Term::Sum(other, _) | Term::Mean(other) => {
                datasets_behind(other, found, seen);
            }
            Term::Statistic(statistic) => {
                found.extend(statistic.dataset().map(|dataset| dataset.id))
            }
            Term::Param(_) | Term::Year(_) => {}
        }
    }
}

#[test]
fn the_source_line_names_every_dataset_that_the_values_rest_on() {
    let mut checked = 0;
    every_figure(|spec, context, figure| {
        if context.differs() {
            return;
        }
        let (mut found, mut seen) = (Vec::new(), Vec::new());
        for panel in &figure.panels {
            for series in &panel.series {
                for cell in series.cells(&figure.categories).into_iter().flatten() {
                    datasets_behind(cell, &mut found, &mut seen);
                }
            }
        }
        for dataset in found {
            assert!(
                figure.sources.contains(&Source::Dataset(dataset)),
                "{}: {dataset}",
                spec.id
            );
            checked += 1;
        }
        for source in &figure.sources {
            if let Source::Dataset(id) = source {
                assert!(data::dataset(id).is_some(), "{}: {id}", spec.id);
            }
        }
    });
    assert!(checked > 20, "{checked}");
}

#[test]
fn every_result_in_the_prose_exists_in_every_scenario() {
    let base = model::run(&Scenario::default());
    for scenario in scenarios() {
        let results = model::run(&scenario);
        for chapter in ChapterId::ALL {
            for block in prose::parse(chapter.chapter().prose.en) {
                let (prose::Block::Thesis(spans) | prose::Block::Paragraph(spans)) = block else {
                    continue;
                };
                for span in spans {
                    let (cell, results) = match span {
                        prose::Span::Output(cell) | prose::Span::WhatIf(_, cell) => {
                            (cell, &results)
                        }
                        prose::Span::Base(cell) => (cell, &base),
                        prose::Span::BaseIf(change, cell) => {
                            let changed = Scenario::default().with(change).unwrap();
                            assert!(cell.read(&model::run(&changed)).is_some());
                            continue;
                        }
                        _ => continue,
                    };
                    let exists = cell.read(results).is_some() || nothing_sold(results);
                    assert!(exists, "{}", cell.name(Lang::En));
                }
            }
        }
    }
}

#[test]
fn every_value_lies_on_the_drawn_axis() {
    every_figure(|spec, context, figure| {
        for width in [280.0, 560.0, 860.0] {
            let drawing = Drawing::of(&figure, &context.reader, width, Theme::Light);
            let panels = figure.panels.iter().zip(&drawing.axes).zip(&drawing.scales);
            for ((panel, axis), scale) in panels {
                let (low, high) = figure.extent(panel);
                let factor = scale.factor;
                assert!(axis.min <= low * factor + 1e-6, "{}", spec.id);
                assert!(axis.max >= high * factor - 1e-6, "{}", spec.id);
                assert!(
                    (axis.max - axis.min) / axis.step <= 8.0,
                    "{}: {axis:?}",
                    spec.id
                );
            }
            for plot in &drawing.layout.plots {
                assert!(
                    plot.width > 20.0 && plot.left + plot.width <= drawing.layout.width,
                    "{}",
                    spec.id
                );
                assert!(
                    plot.top + plot.height <= drawing.layout.height,
                    "{}",
                    spec.id
                );
            }
        }
    });
}

#[test]
fn no_figure_needs_more_than_four_hues() {
    every_figure(|spec, _, figure| {
        let series = figure.panels.iter().flat_map(|panel| &panel.series);
        let mut hues: Vec<_> = series
            .map(|series| series.tone.colour(Theme::Light))
            .collect();
        hues.sort_unstable();
        hues.dedup();
        assert!(hues.len() <= 4, "{}: {hues:?}", spec.id);
    });
}

/// Relative luminance of `#RRGGBB`, as WCAG defines it.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.03928 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

#[test]
fn the_colours_of_a_figure_differ_in_greyscale_and_so_for_the_colour_blind() {
    every_figure(|spec, _, figure| {
        for theme in [Theme::Light, Theme::Dark] {
            let series = figure.panels.iter().flat_map(|panel| &panel.series);
            let mut colours: Vec<_> = series.map(|series| series.tone.colour(theme)).collect();
            colours.sort_by(|a, b| luminance(a).total_cmp(&luminance(b)));
            colours.dedup();
            for pair in colours.windows(2) {
                let contrast = (luminance(pair[1]) + 0.05) / (luminance(pair[0]) + 0.05);
                assert!(
                    contrast > 1.25,
                    "{} in {theme:?}: {pair:?} {contrast:.2}",
                    spec.id
                );
            }
        }
    });
}

#[test]
fn the_published_market_stands_at_the_horizon() {
    every_figure(|spec, context, figure| {
        if spec.id != "market" || context.differs() {
            return;
        }
        let mark = &figure.panels[0].marks[0];
        let Categories::Years(years) = &figure.categories else {
            panic!("years expected")
        };
        assert_eq!((years[mark.index], mark.value), (2040, 360.0));
        let new_market = context.value("tam.new_market", Place::All, 2040);
        assert!((mark.value - new_market).abs() < 0.5, "{new_market}");
        assert_eq!(figure.kind, Kind::StackedColumns);
    });
}

#[test]
fn the_panel_of_every_chapter_has_every_input_of_its_model_once() {
    let models = [
        (ChapterId::Reshoring, Group::Tam),
        (ChapterId::Share, Group::Capture),
        (ChapterId::Sovereign, Group::Sovereign),
        (ChapterId::Work, Group::Genai),
        (ChapterId::Platforms, Group::Platforms),
    ];
    // The overview rests on all models and shows the inputs that move most; evidence tells of all and moves none.
    let between = &ChapterId::ALL[1..=models.len()];
    assert_eq!(models.map(|(chapter, _)| chapter), between);
    for (chapter, model) in models {
        let groups = chapter.chapter().inputs;
        let mut shown: Vec<_> = groups.iter().flat_map(InputGroup::params).collect();
        shown.sort();
        assert_eq!(shown, model.params().collect::<Vec<_>>(), "{chapter:?}");
    }
}

#[test]
fn every_section_of_a_chapter_has_a_name_of_its_own() {
    for chapter in ChapterId::ALL {
        let mut sections = chapter.sections().to_vec();
        sections.sort_unstable();
        assert!(
            sections.windows(2).all(|pair| pair[0] != pair[1]),
            "{sections:?}"
        );
    }
}

#[test]
fn every_input_at_a_figure_exists() {
    for chapter in ChapterId::ALL {
        for figure in chapter.chapter().figures {
            for id in figure.inputs {
                assert!(ParamId::find(id).is_some(), "{} at {}", id, figure.id);
            }
        }
    }
}
