//! Why a statement only may match, in a reader's words.

use super::naming::place;
use crate::text::{Lang, fill};
use index::Corpus;
use query::{Dimension, Reason, Why};

/// The reasons as one phrase: "begins before the dates, and …". Empty where there is none.
pub fn phrase(corpus: &Corpus, reasons: &[Reason], lang: Lang) -> String {
    let mut said: Vec<String> = Vec::new();
    for reason in reasons {
        let words = one(corpus, reason, lang);
        if !said.contains(&words) {
            said.push(words);
        }
    }
    let words = lang.words();
    match said.pop() {
        None => String::new(),
        Some(last) if said.is_empty() => last,
        Some(last) => fill(words.reading.reasons.and, &[&said.join(words.reading.statements.comma), &last]),
    }
}

fn one(corpus: &Corpus, reason: &Reason, lang: Lang) -> String {
    let words = &lang.words().reading.reasons;
    let plain = match reason.why {
        Why::Unnamed => return words.unnamed.to_owned(),
        Why::Missing => return words.missing.to_owned(),
        Why::DateOverlaps { before: true, after: true } => words.both.to_owned(),
        Why::DateOverlaps { before: true, .. } => words.before.to_owned(),
        Why::DateOverlaps { .. } => words.after.to_owned(),
        Why::DateQualified => words.qualified.to_owned(),
        Why::PlaceAbove(above) => fill(words.wider, &[&place(corpus, above, lang)]),
        Why::RegionCovers(region) => fill(words.region, &[&place(corpus, region, lang)]),
        Why::Alternatives => match reason.dimension {
            Dimension::Actor => words.who,
            Dimension::Speaker => words.who_says,
            Dimension::Place => words.place,
            _ => words.alternatives,
        }
        .to_owned(),
    };
    if reason.excluded { fill(words.excluded, &[&plain]) } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;
    use index::{Name, Place};

    fn check(reasons: &[(Dimension, bool, Why)], expect: &str) {
        let names = vec![Name { text: "north-western Syria".into(), lang: "en".into() }];
        let corpus = Corpus { places: vec![Place { names, ..Place::default() }], ..Corpus::default() };
        let reasons: Vec<Reason> =
            (reasons.iter()).map(|&(dimension, excluded, why)| Reason { dimension, excluded, why }).collect();
        assert_eq!(phrase(&corpus, &reasons, Lang::En), expect);
    }

    #[test]
    fn phrases() {
        let before = (Dimension::Date, false, Why::DateOverlaps { before: true, after: false });
        let region = (Dimension::Place, false, Why::RegionCovers(0));
        let unnamed = (Dimension::Actor, true, Why::Unnamed);
        let either = (Dimension::Actor, true, Why::Alternatives);
        check(&[], "");
        check(&[before], "begins before the dates");
        check(
            &[before, region],
            "begins before the dates, and north-western Syria is a region that reaches beyond the place chosen",
        );
        check(&[unnamed], "somebody is unnamed who could be the one excluded");
        check(&[either], "what is excluded cannot be ruled out: the source leaves open who it was");
        check(
            &[before, before, region, unnamed],
            "begins before the dates, north-western Syria is a region that \
            reaches beyond the place chosen, and somebody is unnamed who could be the one excluded",
        );
    }
}
