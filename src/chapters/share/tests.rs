//! What the figures of the chapter show.

use super::*;
use crate::chapters::ChapterId;
use crate::chapters::tests::in_context;
use crate::figure::Figure;
use crate::figure::{Kind, Shape};
use crate::i18n::number::Currency;
use crate::output::Place;
use crate::scenario::{ParamId, Scenario};
use crate::text::Lang;
use crate::view::FIRST_YEAR;

fn shown<T>(
    scenario: &Scenario,
    id: &str,
    year: u16,
    see: impl FnOnce(&Context, Figure) -> T,
) -> T {
    let spec = ChapterId::Share.chapter().figure(id).unwrap();
    in_context(scenario, (Lang::En, Currency::Jpy, false), |context| {
        let context = Context { year, ..*context };
        see(&context, (spec.make)(&context))
    })
}

#[test]
fn the_published_sales_stand_at_the_ends_of_the_stack_of_2040() {
    shown(&Scenario::default(), "sales", HORIZON, |_, figure| {
        let panel = &figure.panels[0];
        let mut height = 0.0;
        for (series, mark) in panel.series.iter().zip(&panel.marks) {
            height += series.values[mark.index].unwrap();
            assert_eq!(figure.categories.name(mark.index), "2040");
            assert!((height - mark.height).abs() < 0.05, "{height} {mark:?}");
        }
        assert_eq!(
            panel.marks[1].label,
            "published: ¥31.4 tn overseas, about ¥44 tn in all"
        );
    });
}

#[test]
fn in_every_year_costs_lead_from_sales_to_profit() {
    for year in FIRST_YEAR..=HORIZON {
        shown(&Scenario::default(), "profit", year, |context, figure| {
            assert_eq!(figure.kind, Kind::Waterfall);
            let series = &figure.panels[0].series;
            let sum = |index: usize| series[index].values.iter().flatten().sum::<f64>();
            assert_eq!(sum(0), context.value("capture.sales", Place::Whole, year));
            assert!((sum(0) + sum(1) - sum(2)).abs() < 1e-9);
            assert!(series[0].shape == Shape::Total && series[2].shape == Shape::Total);
            for index in 0..figure.categories.len() {
                let values = series.iter().filter(|one| one.values[index].is_some());
                assert_eq!(values.count(), 1, "{}", figure.categories.name(index));
            }
            assert!(figure.title.contains(&year.to_string()), "{}", figure.title);
        });
    }
}

#[test]
fn only_the_last_bar_of_the_home_shares_follows_the_input() {
    let values = |share: f64| {
        let mut scenario = Scenario::default();
        let param = ParamId::find("capture.domestic_share").unwrap();
        scenario.set(param, share).unwrap();
        shown(&scenario, "home-share", HORIZON, |_, figure| {
            figure.panels[0].series[0].values.clone()
        })
    };
    let (base, moved) = (values(90.0), values(60.0));
    assert_eq!(base[0], base[2]);
    assert_eq!(base[..2], moved[..2]);
    assert!(moved[2] < moved[0] && moved[0] < moved[1]);
}

#[test]
fn levers_stand_in_the_order_of_their_size() {
    shown(&Scenario::default(), "levers", HORIZON, |_, figure| {
        let values: Vec<_> = figure.panels[0].series[0].values.iter().flatten().collect();
        assert_eq!(values.len(), figure.categories.len());
        assert!(values.windows(2).all(|pair| pair[0].abs() >= pair[1].abs()));
        assert!(*values[0] < 0.0, "a cost lowers the margin");
    });
}
