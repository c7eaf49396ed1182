//! Every view keeps axe's rules, in light, in dark and in forced colors, from left to right and from right to left.

use e2e::browser::Kind;
use e2e::failure::{Failure, Result};
use e2e::page::Page;
use e2e::place::Place;
use e2e::story::Story;

/// Only Chromium can be told of colors.
pub const STORY: Story = Story { name: "looks", tell, places: &[Place::Disk], browsers: &[Kind::Chromium] };

const VIEWS: [&str; 7] = [
    "view=map",
    "view=table",
    "view=matrix",
    "view=figures&by=actor",
    "view=figures",
    "view=accounts",
    "view=compare&from=2019&to=2020&versus=from%3D2024",
];

const COLORS: [(&str, &str); 3] =
    [("prefers-color-scheme", ""), ("prefers-color-scheme", "dark"), ("forced-colors", "active")];

fn tell(page: &Page) -> Result {
    for view in VIEWS {
        for lang in ["en", "ar"] {
            page.open(&format!("#{view}&lang={lang}&statement=001-soldiers-killed&report=001"))?;
            for (feature, value) in COLORS {
                page.emulate(feature, value)?;
                let told = |Failure(why)| Failure(format!("{view} in {lang}, {feature}: {value}: {why}"));
                page.accessible().map_err(told)?;
            }
            page.emulate("prefers-color-scheme", "")?;
        }
    }
    page.quiet()
}
