//! The colours of things, one for each theme.

use crate::figure::Tone;
use crate::region::Region;

/// Light or dark paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on light paper.
    #[default]
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// The ink of axis labels.
    pub const fn muted(self) -> &'static str {
        self.pick("#5B6570", "#9AA5B1")
    }

    /// The rules behind a chart.
    pub const fn rule(self) -> &'static str {
        self.pick("#E4E1D9", "#2B323A")
    }

    /// The paper, also between the segments of a stack.
    pub const fn paper(self) -> &'static str {
        self.pick("#FBFAF7", "#101418")
    }

    /// The ink of published values.
    pub const fn ink(self) -> &'static str {
        self.pick("#1B1F24", "#E8E6E1")
    }

    /// The base case: ink at 55 %, for at 45 it would fall below the contrast that lines need.
    pub const fn ghost(self) -> &'static str {
        self.pick("rgba(27,31,36,0.55)", "rgba(232,230,225,0.55)")
    }

    const fn pick(self, light: &'static str, dark: &'static str) -> &'static str {
        match self {
            Theme::Light => light,
            Theme::Dark => dark,
        }
    }
}

impl Tone {
    /// The colour of the thing in a theme.
    pub const fn colour(self, theme: Theme) -> &'static str {
        let (light, dark) = match self {
            Tone::AsUsual => ("#65696E", "#919AA5"),
            Tone::Reshoring | Tone::Region(Region::Us) => ("#12436D", "#4A88C7"),
            Tone::Substitution => ("#28A197", "#3CC4B8"),
            Tone::Region(Region::Jp) => ("#A6192E", "#EE7384"),
            Tone::Region(Region::We) => ("#4478A6", "#C3DEF4"),
            Tone::Region(Region::In) => ("#C47F02", "#F2B544"),
            Tone::Germany => ("#9C80CC", "#D6C4F0"),
            Tone::Needed => ("#1B1F24", "#E8E6E1"),
            Tone::Available => ("#87919D", "#7A8490"),
            Tone::Gap => ("#B0578D", "#D98FBB"),
            Tone::Remaining => ("#D9D6CE", "#39424C"),
            Tone::Stage(0) => ("#6794BB", "#3A6C9C"),
            Tone::Stage(1) => ("#3F73A3", "#6AA3D6"),
            Tone::Stage(_) => ("#12436D", "#B9DAF7"),
            Tone::Loss | Tone::Cost => ("#B5532A", "#E58A62"),
            Tone::Overseas => ("#4F7FA8", "#9CC4E8"),
            Tone::Hardware => ("#12436D", "#4A88C7"),
            Tone::Solutions | Tone::Benefit => ("#28A197", "#3CC4B8"),
            Tone::Result => ("#1B1F24", "#E8E6E1"),
            Tone::Use(0) => ("#12436D", "#4A88C7"),
            Tone::Use(1) => ("#28A197", "#45D0C3"),
            Tone::Use(_) => ("#2F6391", "#D6E8F8"),
            Tone::Group(0) => ("#12436D", "#2F6CA8"),
            Tone::Group(1) => ("#28A197", "#2A9D93"),
            Tone::Group(2) => ("#997228", "#F2B544"),
            Tone::Group(_) => ("#5B5E60", "#E3E8EE"),
            Tone::OpenAi | Tone::Microsoft => ("#28A197", "#3CC4B8"),
            Tone::Anthropic => ("#B8582F", "#F6BE9C"),
            Tone::Google => ("#12436D", "#4A88C7"),
            Tone::Meta => ("#8A5AA8", "#AC90CC"),
            Tone::Amazon => ("#A1792A", "#F7D58C"),
            Tone::Nth(0) => ("#12436D", "#2F6CA8"),
            Tone::Nth(1) => ("#28A197", "#3CC4B8"),
            Tone::Nth(2) => ("#C47F02", "#F2B544"),
            Tone::Nth(_) => ("#8F8B82", "#D6C4F0"),
        };
        theme.pick(light, dark)
    }

    /// The line around shapes that are paler than a shape may be without one: what the others lie within.
    pub const fn edge(self, theme: Theme) -> Option<&'static str> {
        match self {
            Tone::Remaining => Some(theme.muted()),
            _ => None,
        }
    }

    /// Width of a line of this thing: Japan is the heavier line.
    pub const fn line_width(self) -> f64 {
        match self {
            Tone::Region(Region::Jp) | Tone::Needed => 3.0,
            _ => 2.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Luminance as WCAG 2.2 defines it.
    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            match value <= 0.04045 {
                true => value / 12.92,
                false => ((value + 0.055) / 1.055).powf(2.4),
            }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    /// Success criterion 1.4.11: what must be seen to read a chart stands out from the paper by 3 to 1.
    #[test]
    fn every_shape_stands_out_from_the_paper() {
        let regions = Region::ALL.map(Tone::Region);
        let numbered = (0..4).flat_map(|number| {
            [
                Tone::Stage(number),
                Tone::Use(number),
                Tone::Group(number),
                Tone::Nth(number),
            ]
        });
        let others = [
            Tone::AsUsual,
            Tone::Reshoring,
            Tone::Substitution,
            Tone::Germany,
            Tone::Needed,
            Tone::Available,
            Tone::Gap,
            Tone::Remaining,
            Tone::Loss,
            Tone::Cost,
            Tone::Overseas,
            Tone::Hardware,
            Tone::Solutions,
            Tone::Benefit,
            Tone::Result,
            Tone::OpenAi,
            Tone::Microsoft,
            Tone::Anthropic,
            Tone::Google,
            Tone::Meta,
            Tone::Amazon,
        ];
        for tone in regions.into_iter().chain(numbered).chain(others) {
            for theme in [Theme::Light, Theme::Dark] {
                let seen = tone.edge(theme).unwrap_or(tone.colour(theme));
                let contrast = contrast(seen, theme.paper());
                assert!(contrast >= 3.0, "{tone:?} {theme:?}: {contrast:.2}");
            }
        }
    }
}
