//! The hatch of *may match* as an SVG pattern: the twin of `--hatch` in `style/tokens.css`.

use crate::chart::path::{fine, number};
use leptos::prelude::*;
use markup::{Markup, Memo, view};

/// Which hatch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hatch {
    /// What may match.
    Mark,
    /// The same outside the range chosen.
    Other,
}

impl Hatch {
    /// The class that colors it.
    fn class(self) -> &'static str {
        match self {
            Self::Mark => "hatch",
            Self::Other => "hatch hatch--other",
        }
    }
}

/// A `<pattern>` for a drawing's `<defs>`, to be used as `fill="url(#id)"`. `scale` undoes a zoom of what it
/// fills, so that the stripes keep their width.
#[component]
pub fn HatchPattern(
    /// The pattern's id, unique in the page.
    id: &'static str,
    /// Which hatch.
    hatch: Hatch,
    /// Stripes of this width…
    #[prop(default = 2.0)]
    stripe: f64,
    /// …every so many pixels.
    #[prop(default = 6.0)]
    every: f64,
    /// What undoes the zoom.
    #[prop(optional)]
    scale: Option<Memo<f64>>,
) -> Markup {
    let transform = move || ["rotate(45) scale(", &fine(scale.map_or(1.0, Memo::get)), ")"].concat();
    let (stripe, every) = (number(stripe), number(every));
    view! {
        <pattern id=id class=hatch.class() width=every.clone() height=every.clone() patternUnits="userSpaceOnUse"
            patternTransform=transform>
            <rect class="hatch__gap" width=every.clone() height=every.clone() />
            <rect class="hatch__stripe" width=stripe height=every />
        </pattern>
    }
}
