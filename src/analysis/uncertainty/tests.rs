//! Draws that can be repeated, distributions and ranks.

use super::*;
use crate::output::{Place, UNDATED};
use crate::sort::sort_by;

fn market() -> Vec<Cell> {
    vec![
        Cell::find("tam.new_market", Place::All, 2040).unwrap(),
        Cell::find("sovereign.payback", Place::Whole, UNDATED).unwrap(),
    ]
}

fn run(draws: usize, seed: u64, slice: usize) -> Simulation {
    let mut simulation = Simulation::new(&Scenario::default(), market(), draws, seed);
    while !simulation.advance(slice) {}
    simulation
}

#[test]
fn the_same_seed_gives_the_same_draws_however_they_are_sliced() {
    assert_eq!(run(200, 7, 200).values(0), run(200, 7, 13).values(0));
    assert_ne!(run(200, 7, 200).values(0), run(200, 8, 200).values(0));
}

#[test]
fn draws_stay_within_the_plausible_range_and_centre_on_it() {
    let simulation = run(4000, 1, 500);
    for (index, param) in simulation.varied().iter().enumerate() {
        let (row, drawn) = (param.row(), simulation.drawn(index));
        assert!(
            drawn
                .iter()
                .all(|&value| (row.low..=row.high).contains(&value)),
            "{}",
            row.id
        );
        let mean = drawn.iter().sum::<f64>() / 4000.0;
        let expected = (row.low + row.default + row.high) / 3.0;
        assert!(
            (mean - expected).abs() < 0.02 * (row.high - row.low),
            "{}",
            row.id
        );
    }
}

#[test]
fn what_the_reader_has_changed_is_not_drawn() {
    let mut scenario = Scenario::default();
    let share = ParamId::find("reshoring.share").unwrap();
    scenario.set(share, 60.0).unwrap();
    let simulation = Simulation::new(&scenario, market(), 10, 1);
    assert!(!simulation.varied().contains(&share));
}

#[test]
fn the_market_rests_most_on_productivity_and_adoption() {
    let simulation = run(2000, 1, 500);
    let target = ranks(&simulation.values(0));
    let inputs = simulation.varied().iter().enumerate();
    let mut correlations: Vec<_> = inputs
        .map(|(index, param)| (param, simulation.rank_correlation(index, &target)))
        .collect();
    sort_by(&mut correlations, |one, other| one.1.abs() > other.1.abs());
    let first: Vec<_> = correlations[..3]
        .iter()
        .map(|(param, _)| param.row().id)
        .collect();
    assert!(first.contains(&"labour.productivity_growth"), "{first:?}");
    assert!(first.contains(&"autonomy.adoption_2040"), "{first:?}");
    assert!(correlations.iter().all(|(_, value)| value.abs() <= 1.0));
}

#[test]
fn the_base_case_is_not_the_middle() {
    let market = Distribution::of(&run(2000, 1, 500).values(0));
    let below = market.share_below(359.8);
    assert!(below > 0.5 && below < 1.0, "{below}");
    assert!((market.share_below(359.8) + market.share_reaching(359.8) - 1.0).abs() < 1e-9);
}

#[test]
fn quantiles_shares_and_bins_of_a_small_sample() {
    let sample = Distribution::of(&[4.0, f64::NAN, 1.0, 2.0, 3.0]);
    assert_eq!((sample.draws(), sample.missing()), (5, 1));
    assert_eq!(sample.quantile(0.5), Some(2.5));
    assert_eq!(sample.quantile(1.0), Some(4.0));
    assert_eq!(sample.share_reaching(3.0), 2.0 / 4.0);
    assert_eq!(sample.share_below(2.0), 1.5 / 4.0);
    let counts: Vec<_> = sample.histogram(3).into_iter().map(|bin| bin.2).collect();
    assert_eq!(counts, [1, 1, 2]);
    assert_eq!(Distribution::of(&[]).quantile(0.5), None);
}

#[test]
fn a_year_that_is_not_reached_is_later_than_all_others() {
    let none = f64::NAN;
    let years = Distribution::of_years(&[2034.0, none, 2032.0, none, 2036.0]);
    assert_eq!(
        (years.draws(), years.population(), years.missing()),
        (5, 5, 2)
    );
    let quantiles = [0.05, 0.2, 0.5, 0.6, 0.75].map(|share| years.quantile(share));
    let expected = [Some(2032.0), Some(2032.0), Some(2036.0), Some(2036.0), None];
    assert_eq!(quantiles, expected);
    assert_eq!(years.share_up_to(2034.0), 2.0 / 5.0);
    assert_eq!(Distribution::of_years(&[none]).quantile(0.05), None);
}

#[test]
fn only_draws_that_are_all_there_and_all_the_same_are_constant() {
    assert_eq!(Distribution::of(&[3.0, 3.0]).constant(), Some(3.0));
    assert_eq!(Distribution::of(&[3.0, 4.0]).constant(), None);
    assert_eq!(Distribution::of_years(&[3.0, f64::NAN]).constant(), None);
}

#[test]
fn equal_values_share_their_rank() {
    assert_eq!(ranks(&[10.0, 20.0, 10.0, 30.0]), [0.5, 2.0, 0.5, 3.0]);
    assert!((correlation(&[1.0, 2.0, 3.0], &[2.0, 4.0, 6.0]) - 1.0).abs() < 1e-12);
    assert_eq!(correlation(&[1.0, 1.0], &[2.0, 4.0]), 0.0);
}
