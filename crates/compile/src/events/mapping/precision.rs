//! What only ACLED's tables say: how precisely a day is known, and what an actor is.

use index::{ActorKind, Span};

/// A day as wide as ACLED's precision says: any week that holds it, or its month.
pub(super) fn widened(span: Span, precision: &str) -> Span {
    let (Some(from), Some(to)) = (span.from, span.to) else { return span };
    match precision {
        "2" => Span::days(from.plus(-6), to.plus(6)),
        "3" => Span::days(from.month_start(), to.month_end()),
        _ => span,
    }
}

/// ACLED's classes of actors, as numbers or in words.
pub(super) fn kind_of_inter(inter: &str) -> ActorKind {
    let word = inter.to_lowercase();
    match word.as_str() {
        "1" => ActorKind::Force,
        "2" | "3" | "4" => ActorKind::Group,
        "5" | "6" | "7" => ActorKind::Population,
        _ if word.starts_with("state forces") => ActorKind::Force,
        _ if word.contains("rebel") || word.contains("militia") => ActorKind::Group,
        _ if word.contains("rioters") || word.contains("protesters") || word.contains("civilians") => {
            ActorKind::Population
        }
        _ => ActorKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use index::Day;

    #[test]
    fn precision_widens_a_day() {
        let day = Span::day(Day::from_ymd(2023, 1, 31).unwrap_or_default());
        let check = |precision: &str, expect: &str| assert_eq!(widened(day, precision).to_string(), expect);
        check("1", "2023-01-31");
        check("2", "2023-01-25/2023-02-06");
        check("3", "2023-01-01/2023-01-31");
    }
}
