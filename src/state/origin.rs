//! Where a link came from: the corpus that it was made on, and what it showed there.

use crate::url::{Address, counts};
use query::Counts;

/// An address that can be checked later.
pub fn stamped(address: &Address, short_hash: &str, now: Counts) -> Address {
    let n = [&*now.matching.to_string(), ".", &now.may_match.to_string()].concat();
    Address { corpus: short_hash.to_owned(), n, ..address.clone() }
}

/// What a link showed where it was made, as far as that differs from what it shows here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Whether it was made on this very corpus.
    pub same_corpus: bool,
    /// What it showed.
    pub then: Counts,
    /// What it shows.
    pub now: Counts,
}

/// Holds a link's origin against the corpus at hand; nothing where it says none, or where all is the same.
pub fn origin(address: &Address, hash: &str, now: Counts) -> Option<Origin> {
    let (matching, may_match) = counts(&address.n)?;
    let then = Counts { matching, may_match };
    let same_corpus = address.corpus.is_empty() || hash.starts_with(&address.corpus);
    (!same_corpus || then != now).then_some(Origin { same_corpus, then, now })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(fragment: &str, expect: Option<(bool, u32)>) {
        let now = Counts { matching: 3, may_match: 1 };
        let (address, _) = crate::url::decode(fragment);
        let found = origin(&address, "0123456789abcdef", now);
        assert_eq!(found.map(|it| (it.same_corpus, it.then.matching)), expect, "{fragment}");
    }

    #[test]
    fn what_differs_is_said() {
        check("", None);
        check("corpus=0123456789ab&n=3.1", None);
        check("corpus=0123456789ab&n=4.1", Some((true, 4)));
        check("corpus=0123456789ac&n=3.1", Some((false, 3)));
        check("n=3.1", None);
        check("n=9.1", Some((true, 9)));
        check("corpus=zzz&n=x", None);
    }

    #[test]
    fn a_stamped_address_is_its_own_origin() {
        let now = Counts { matching: 12, may_match: 0 };
        let address = stamped(&Address::default(), "0123456789ab", now);
        assert_eq!(crate::url::encode(&address), "corpus=0123456789ab&n=12.0");
        assert_eq!(origin(&address, "0123456789abcdef", now), None);
    }
}
