//! The axes of native charts: those of the page.

use super::exact;
use crate::figure::Figure;
use crate::render::axis::ValueAxis;
use crate::render::chart::Drawing;

/// The ends of an axis and the distance of its rules, as on the page: panels of one scale keep it.
pub fn axis(axis: Option<&ValueAxis>) -> String {
    axis.map_or_else(
        || "null".to_owned(),
        |axis| {
            let [min, max, step] = [axis.min, axis.max, axis.step].map(exact);
            format!("[{min}, {max}, {step}]")
        },
    )
}

/// Digits after the point of a distance of ticks.
fn needed(step: f64) -> usize {
    let is_whole = |digits: &usize| {
        let scaled = step * 10_f64.powi(*digits as i32);
        (scaled - scaled.round()).abs() < 1e-6
    };
    (0..MOST).find(is_whole).unwrap_or(MOST)
}

/// No axis needs more.
const MOST: usize = 4;

/// Digits after the point at the axis of each panel: as many as the finest of those of its unit need.
pub fn digits(figure: &Figure, drawing: &Drawing) -> Vec<usize> {
    let unit = |number: usize| drawing.scales.get(number).map(|scale| scale.unit);
    let own = |number: usize| drawing.axes.get(number).map_or(0, |axis| needed(axis.step));
    let count = figure.panels.len();
    let most = |number: usize| {
        let alike = (0..count).filter(|&other| unit(other) == unit(number));
        alike.map(own).fold(0, usize::max)
    };
    (0..count).map(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Categories, Kind, Shape, Tone};
    use crate::render::samples;
    use crate::render::theme::Theme;

    #[test]
    fn panels_of_one_unit_have_one_form_of_numbers() {
        assert_eq!([20.0, 2.5, 0.05].map(needed), [0, 1, 2]);
        let panel = |value: f64| {
            let series = samples::series(Tone::Cost, Shape::Plain, &[Some(0.0), Some(value)]);
            samples::panel(vec![series])
        };
        let kind = Kind::Lines {
            shared_scale: false,
        };
        let years = Categories::Years(vec![2030, 2040]);
        let figure = samples::figure(kind, years, vec![panel(40.0), panel(7.0)]);
        let drawing = Drawing::of(&figure, &samples::READER, 1184.0, Theme::Light);
        let steps: Vec<_> = drawing.axes.iter().map(|axis| needed(axis.step)).collect();
        assert_ne!(steps[0], steps[1], "{steps:?}");
        assert_eq!(digits(&figure, &drawing), [1, 1]);
    }
}
