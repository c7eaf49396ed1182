//! Where a statement stands on a map, and how its degrees are written.

use index::{Corpus, Level, Point, Precision};

/// Where a statement stands on a map; nothing for one that has no spot of its own, or several.
pub(crate) fn spot(corpus: &Corpus, row: usize) -> Option<Point> {
    let places = corpus.statements.places.get(row);
    let [entry] = &*places else { return None };
    let place = corpus.places.get(entry.place as usize)?;
    let is_spot = entry.precision != Precision::Within
        || matches!(place.level, Level::Town | Level::Site | Level::Other);
    place.point.filter(|_| is_spot)
}

/// Degrees, to the meter and without zeros at the end.
pub(crate) fn degrees(units: i32) -> String {
    let scale = Point::SCALE as u32;
    let (whole, mut rest) = (units.unsigned_abs() / scale, units.unsigned_abs() % scale);
    let mut out = String::new();
    if units < 0 {
        out.push('-');
    }
    out.push_str(&whole.to_string());
    if rest > 0 {
        out.push('.');
    }
    let mut place = scale / 10;
    while rest > 0 {
        out.push(char::from(b'0' + (rest / place) as u8));
        rest %= place;
        place /= 10;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_exact() {
        let check = |units, expect: &str| assert_eq!(degrees(units), expect);
        check(3_593_000, "35.93");
        check(-12, "-0.00012");
        check(0, "0");
        check(18_000_000, "180");
        check(-3_600_001, "-36.00001");
    }
}
