//! Numbers that may count somebody: plain ones, "tens of thousands", and fractions of another number.

use crate::date::amount;
use crate::lexicon::{AUXILIARY, MONTH, UNIT, UNITS};
use crate::text::Text;

/// A number as it is written.
pub(crate) struct Number {
    /// The token behind it.
    pub to: usize,
    /// The number.
    pub value: Option<f64>,
    /// The least that it can be.
    pub low: Option<f64>,
    /// The most.
    pub high: Option<f64>,
    /// It is an article: "a soldier".
    pub article: bool,
    /// Computed from a fraction.
    pub computed: bool,
}

/// A number in digits or words, unless it measures something else: "$5", "12 km".
pub(crate) fn plain(text: &Text, at: usize) -> Option<Number> {
    let found = amount(text, at)?;
    // A number glued to a mark is a part of something else: "$5", "3-2", "U.N. 242".
    let before = at.checked_sub(1).map_or("", |before| text.word(before));
    let glued = matches!(before, "$" | "£" | "€" | "#" | "-" | "/" | "." | ":" | "no")
        && (text.glued(at) || before == "no");
    let after = text.word(found.to);
    let money = matches!(
        after,
        "percent"
            | "%"
            | "dollars"
            | "pesos"
            | "euros"
            | "pounds"
            | "rubles"
            | "km"
            | "kilometers"
            | "miles"
            | "meters"
            | "feet"
            | "years"
            | "kg"
            | "degrees"
            | "caliber"
            | "-"
            | ":"
            | "/"
            | "°"
    ) && text.word(found.to + 1) != "strong";
    if glued
        || money && after != "-"
        || after == "-" && text.glued(found.to) && !matches!(text.word(found.to + 1), "strong")
        || text.has(found.to, UNIT | UNITS | MONTH)
    {
        return None;
    }
    Some(Number {
        to: found.to,
        value: found.value,
        low: None,
        high: None,
        article: found.article,
        computed: false,
    })
}

/// "a third of them", "half of whom": of a number told before, not of the one that comes next.
pub(crate) fn of_told_before(text: &Text, at: usize) -> bool {
    let share = |at: usize| matches!(text.word(at), "half" | "third" | "thirds" | "quarter" | "quarters");
    let of = if share(at) { at + 1 } else { at + 2 };
    (share(at) || share(at + 1))
        && text.word(of) == "of"
        && matches!(text.word(of + 1), "them" | "whom" | "these" | "those" | "which" | "it")
}

/// "tens of thousands of", "hundreds of": words only, with the least that they can mean.
pub(crate) fn vague(text: &Text, at: usize) -> Option<Number> {
    let unit = |word: &str| match word {
        "tens" => Some(20.0),
        "dozens" | "scores" => Some(24.0),
        "hundreds" => Some(200.0),
        "thousands" => Some(2_000.0),
        "millions" => Some(2_000_000.0),
        _ => None,
    };
    let first = unit(text.word(at))?;
    let (to, low) = match (text.word(at + 1), unit(text.word(at + 2))) {
        ("of", Some(second)) => (at + 3, first * second / 2.0),
        _ => (at + 1, first),
    };
    let to = if text.word(to) == "of" { to + 1 } else { to };
    let low = if text.word(at) == "tens" && to < at + 3 { return None } else { low };
    Some(Number { to, value: None, low: Some(low), high: None, article: false, computed: false })
}

/// "one third of the region's three million", "half of the 200".
pub(crate) fn fraction(text: &Text, at: usize) -> Option<Number> {
    let (share, to) = match (text.word(at), text.word(at + 1)) {
        ("half", "of") => (0.5, at + 2),
        ("a" | "one", "third") => (1.0 / 3.0, at + 2),
        ("two", "thirds") => (2.0 / 3.0, at + 2),
        ("a" | "one", "quarter") => (0.25, at + 2),
        ("three", "quarters") => (0.75, at + 2),
        ("a" | "one", "half") => (0.5, at + 2),
        _ => return None,
    };
    let of = (to..to + 1).find(|at| text.word(*at) == "of").map_or(to, |of| of + 1);
    let found = (of..of + 7).filter(|at| !text.has(*at, AUXILIARY)).find_map(|at| {
        amount(text, at).filter(|found| !found.article && found.value.is_some_and(|v| v >= 10.0))
    })?;
    let value = found.value? * share;
    Some(Number { to: found.to, value: Some(value), low: None, high: None, article: false, computed: true })
}
