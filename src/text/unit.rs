//! What the statements are called, with their number: the publisher's word where one is given.

use super::Lang;
use super::{number, plural::Forms};
use index::UnitName;

/// `17 statements`, or `17 events` where the publisher names the unit in this language.
pub fn counted(lang: Lang, units: &[UnitName], n: u64) -> String {
    match units.iter().find(|unit| unit.lang == lang.code()) {
        Some(unit) => {
            let name = if n == 1 { &unit.one } else { &unit.other };
            number::whole(lang, n) + " " + name
        }
        None => words(lang).with(lang, n),
    }
}

fn words(lang: Lang) -> &'static Forms {
    &lang.words().statements
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_publishers_word_wins_in_its_language() {
        let unit = UnitName { lang: "en".into(), one: "event".into(), other: "events".into() };
        let check = |lang, units: &[UnitName], n, expect: &str| assert_eq!(counted(lang, units, n), expect);
        check(Lang::En, std::slice::from_ref(&unit), 16_566, "16,566 events");
        check(Lang::En, std::slice::from_ref(&unit), 1, "1 event");
        check(Lang::En, &[], 1, "1 statement");
        check(Lang::Ar, &[unit], 2, "إفادتان");
    }
}
