//! A text in which stretches are lit.

use leptos::prelude::*;
use markup::{IntoMarkup, Markup, view};
use std::ops::Range;

/// A text with marks around stretches, which stand in order.
#[component]
pub fn Lit(
    /// The text.
    text: String,
    /// What is lit of it; what runs over another, or past the end, is passed over.
    ranges: Vec<Range<usize>>,
) -> Markup {
    let mut pieces: Vec<Markup> = Vec::new();
    let mut from = 0;
    for range in ranges {
        let (Some(before), Some(lit)) = (text.get(from..range.start), text.get(range.clone())) else {
            continue;
        };
        pieces.push(before.to_owned().into_markup());
        pieces.push(view! { <mark class="mention mention--word">{lit.to_owned()}</mark> });
        from = range.end;
    }
    pieces.push(text.get(from..).unwrap_or_default().to_owned().into_markup());
    pieces.into_iter().collect()
}
